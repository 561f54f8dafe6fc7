"""JSON lines, one object a line.

Reads: `id`, `name`, `kind` (person, organisation, ship, aircraft), `birth_date`, `nationality`, `identifiers`; `role`
    and `where` of those who have been read before. A line that cannot be read is set aside, and the rest is done.
Misses: keys of other names.
Origin: https://jsonlines.org; the keys are Entente's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entente.errors import Unreadable
from entente.feeds.asked import subject
from entente.feeds.row import LONGEST
from entente.feeds.sniff import Look, count_lines
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject

_LONGEST = 1 << 20  # bytes of a line


def _looks_like(look: Look) -> bool:
    return look.format in ("json", "jsonl") and "name" in look.fields


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_LONGEST):
            number += 1
            if line.strip():
                yield _line(line, f"line {number}")


def _line(line: bytes, place: str) -> Subject | Aside:
    try:
        return subject(line, place)
    except Unreadable:
        return Aside(place, "", line[:LONGEST].decode("utf-8", "replace"), "not a name to screen", whole=True)


MESSAGE = Message(
    name="jsonl",
    title="JSON lines",
    looks_like=_looks_like,
    read=_read,
    count=count_lines,
)
