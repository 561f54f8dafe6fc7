"""Any list in the neutral form: one listing a line, as JSON.

Reads: `id`, `list`, `kind` (person, organisation, ship, aircraft), `names` (each with `name`, and `quality` primary,
alias, variant or weak), `birth_dates` as texts, `nationalities`, `identifiers` as texts, `programme`, `native_names`.
Misses: nothing that the form has; a line that cannot be read is set aside.
Origin: Entente's own, docs/howto/add-a-watchlist.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from entente.errors import StrangeRow
from entente.feeds.births import birth_date
from entente.feeds.row import LONGEST
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_KNOWN = frozenset(
    {"id", "list", "kind", "names", "birth_dates", "nationalities", "identifiers", "programme", "native_names", "same"}
)


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    end = 0
    with parts["list"].open("rb") as file:
        for number, line in enumerate(file, 1):
            start, end = end, end + len(line)
            if line.strip():
                yield from _line(line, f"line {number}", f"bytes {start}-{start + len(line.rstrip())}")


def _line(line: bytes, place: str, span: str) -> Iterator[Listing | Aside]:
    try:
        row = msgspec.json.decode(line, type=dict[str, Any])
        for field in row.keys() - _KNOWN:
            raise StrangeRow(place, "new field {field}", hint="read it, or ignore it by name", field=field)
        births, asides = _births(row.get("birth_dates", ()), place)
        listing = Listing(
            id=row["id"],
            list=row.get("list") or row["id"].partition(":")[0],
            kind=Kind(row["kind"]),
            names=(
                *(ListedName(name["name"], Quality(name.get("quality", "primary"))) for name in row["names"]),
                *(ListedName(name, Quality.ALIAS, "original script") for name in row.get("native_names", ())),
            ),
            birth_dates=births,
            nationalities=tuple(row.get("nationalities", ())),
            identifiers=tuple(Identifier(number) for number in row.get("identifiers", ())),
            programmes=(row["programme"],) if row.get("programme") else (),
            row=span,
        )
    except (msgspec.DecodeError, KeyError, ValueError, TypeError, AttributeError) as trouble:
        yield Aside(place, "", line[:LONGEST].decode("utf-8", "replace"), repr(trouble), whole=True)
        return
    yield listing
    yield from asides


def _births(texts: list[str], place: str) -> tuple[tuple[BirthDate, ...], list[Aside]]:
    births, asides = [], []
    for text in texts:
        try:
            births.append(birth_date(text))
        except ValueError as error:
            asides.append(Aside(place, "birth_dates", text[:LONGEST], str(error), whole=False))
    return tuple(births), asides


WATCHLIST = Watchlist(
    name="neutral",
    title="A list in Entente's neutral form",
    publisher="anybody",
    licence="as its publisher says",
    home="",
    parts=(Part("list", "", "jsonl", frozenset({"id", "kind", "names"})),),
    read=_read,
)
