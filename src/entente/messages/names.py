"""Texts of names, one a line.

Reads: each line that is not blank as a name, of whatever kind.
Misses: all else that a line may tell; a table is read by its columns, and needs a heading.
Origin: Entente's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entente.errors import Unreadable
from entente.feeds.headings import names_somebody
from entente.feeds.row import LONGEST
from entente.feeds.sniff import Look, count_lines
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject
from entente.text.encoding import encoding_of

_LONGEST = 1 << 16  # characters of a line


def _looks_like(look: Look) -> bool:
    return look.format in ("csv", "toml") and not look.delimiter and not names_somebody(look.fields)


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    encoding = encoding_of(path)
    if not encoding:
        raise Unreadable(path.name, "not a text in any known encoding", hint="save it again as UTF-8")
    try:
        with path.open(encoding=encoding) as file:
            number = 0
            while line := file.readline(_LONGEST):
                number += 1
                if not line.endswith("\n") and len(line) == _LONGEST:
                    yield Aside(f"line {number}", "", line[:LONGEST], "too long for a name", whole=True)
                elif name := " ".join(line.split()):
                    yield Subject(str(number), name, where=f"line {number}")
    except UnicodeError as error:
        raise Unreadable(path.name, "not a text in {encoding}: {why}", encoding=encoding, why=error) from None


MESSAGE = Message(
    name="names",
    title="text of names, one a line",
    looks_like=_looks_like,
    read=_read,
    count=count_lines,
)
