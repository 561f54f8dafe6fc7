"""Subjects of lines of JSON, as programs ask about names."""

from __future__ import annotations

from typing import Any

import msgspec

from entente.errors import Unreadable
from entente.feeds.births import birth_date
from entente.model.listing import BirthDate, Kind
from entente.model.match import Subject

__all__ = ["subject"]

HINT = 'a JSON object with "id", "name" and "kind", and "birth_date" and "nationality" where they are known'
KINDS = frozenset(("", *Kind))
TEXTS = ("name", "kind", "nationality", "role", "where")


def subject(line: bytes, where: str) -> Subject:
    """The subject of a line: `id`, `name`, `kind`, `birth_date`, `nationality`, `identifiers`, `role`, `where`.

    `where` is the place of the line. Raises `Unreadable` for what is none.
    """
    try:
        row = msgspec.json.decode(line, type=dict[str, Any])
        name, kind, nationality, role, place = (row.get(key) or "" for key in TEXTS)
        numbers = tuple(row.get("identifiers") or ())
        "".join((name, kind, nationality, role, place, *numbers))  # a TypeError where one is no text
        good = bool(name) and kind in KINDS
        birth = _born(row.get("birth_date"))
    except (msgspec.MsgspecError, ValueError, TypeError, AttributeError, RecursionError) as trouble:
        raise _fault(where, repr(trouble)) from None
    if not good:
        raise _fault(where, line[:200].decode("utf-8", "replace"))
    id = row.get("id")
    return Subject("" if id is None else str(id), name, kind, birth, nationality, numbers, role, place or where)


def _fault(where: str, trouble: str) -> Unreadable:
    return Unreadable(where, "not a name to screen: {trouble}", hint=HINT, trouble=trouble)


def _born(said: str | None) -> BirthDate | None:
    return birth_date(said) if said else None
