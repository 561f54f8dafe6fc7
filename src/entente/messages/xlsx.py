"""Workbooks (xlsx), with any column names.

Reads: every sheet that has a column of names, as the file `csv` does a table of text: names, kind, birth date,
    nationality, numbers; dates as the day they are.
Misses: sheets without a heading that tells names are set aside whole; formulas without a kept value; the formats of
    numbers; xls and ods.
Origin: ECMA-376, 5th edition (2021), part 1, clause 18.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from entente.errors import Unusable
from entente.feeds.headings import names_somebody
from entente.feeds.roster import Rows, columns_shown, subjects
from entente.feeds.sniff import Look
from entente.feeds.tables import text
from entente.feeds.workbooks import sheets_of
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject


def _looks_like(look: Look) -> bool:
    return look.format == "xlsx"


def _rows(sheet: str, cells: Sequence[Sequence[Any]]) -> Rows:
    for number, row in enumerate(cells, 1):
        yield f"{sheet}:{number}", [_text(cell) for cell in row]


def _text(cell: Any) -> str:
    day = cell.date() if isinstance(cell, datetime) else cell
    return day.isoformat() if isinstance(day, date) else text(cell)


def _named(path: Path, wanted: Wanted) -> tuple[Mapping[str, Sequence[Sequence[Any]]], list[str]]:
    """The sheets that may hold names, and the names of the others. Raises `Unusable` where there is none."""
    sheets = sheets_of(path)
    told = {heading for _, heading in wanted.columns}
    good = {
        name: rows
        for name, rows in sheets.items()
        if any(names_somebody(map(str, row)) or told & set(map(str, row)) for row in rows[:20])
    }
    if not good and len(sheets) != 1:
        hint = 'say --column name="HEADING"'
        raise Unusable(path.name, "no sheet has a column whose heading tells names", hint=hint)
    return (good or sheets), [name for name in sheets if good and name not in good and sheets[name]]


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    good, others = _named(path, wanted)
    for name, rows in good.items():
        yield from subjects(_rows(name, rows), wanted.columns, f"{path.name}, {name}")
    for name in others:
        yield Aside(name, "", "", "no column has a heading that tells names", whole=True)


def _columns(path: Path, wanted: Wanted) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, rows in _named(path, wanted)[0].items():
        found |= columns_shown(_rows(name, rows), wanted.columns, f"{path.name}, {name}")
    return found


MESSAGE = Message(
    name="xlsx", title="workbook (xlsx), any column names", looks_like=_looks_like, read=_read, columns=_columns
)
