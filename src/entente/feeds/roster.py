"""Subjects of the rows of anybody's table: a name from each column that names somebody, and the facts beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias

from entente.feeds.births import birth_date
from entente.feeds.headings import IGNORED, PARTS, Field, Told, columns_of, kind_of, names_somebody
from entente.feeds.row import LONGEST
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Kind
from entente.model.match import Subject

__all__ = ["Rows", "columns_shown", "subjects"]

# The cells of each row as text, with its place in the file; or a row that was set aside.
Rows: TypeAlias = Iterator[tuple[str, Sequence[str]] | Aside]

BESIDE = ("alias", "contact", "bank")  # names beside those whom a row is about
PREAMBLE = 20  # rows among which the header is looked for: titles and blank rows stand above it


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header found: the headings, what their columns hold, and the rows below."""

    header: Sequence[str]
    columns: Mapping[int, Field]
    rows: Rows


def subjects(rows: Rows, told: Told, where: str) -> Iterator[Subject | Aside]:
    """Whom the rows name, and what was set aside. Raises `Unusable` where no column holds names."""
    table = _table(rows, told, where)
    whose = _described(table.columns)
    for number, row in enumerate(table.rows, 1):
        if isinstance(row, Aside):
            yield row
            continue
        place, cells = row
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(table.header) and any(cell.strip() for cell in cells[len(table.header) :]):
            said = " | ".join(cells)[:LONGEST]
            yield Aside(place, "", said, "more cells than the header has", whole=True)
            continue
        yield from _named(table, place, [*cells, *[""] * len(table.header)], str(number), whose)


def columns_shown(rows: Rows, told: Told, where: str) -> dict[str, str]:
    """What each column is read as, by its heading; empty where it is not read."""
    table = _table(rows, told, where)
    return {
        heading: table.columns[place].name if place in table.columns else ""
        for place, heading in enumerate(table.header)
        if heading.strip()
    }


def _table(rows: Rows, told: Told, where: str) -> Table:
    """The header is the first row that has a heading of names, or one that was told.

    What stands above it are titles, which fill fewer cells: no header follows a row that fills as many.
    Where the columns are told by their numbers and no row has a heading that is known, there is no header.
    """
    first = [row for row in islice(rows, PREAMBLE) if isinstance(row, Aside) or any(cell.strip() for cell in row[1])]
    asked = {heading for field, heading in told if field != IGNORED}
    numbered = bool(asked) and all(heading.isdecimal() for heading in asked)
    header: Sequence[str] = ()
    filled = 0
    for number, row in enumerate(first):
        cells = () if isinstance(row, Aside) else [cell for cell in row[1] if cell.strip()]
        if isinstance(row, Aside) or len(cells) <= filled:
            continue
        filled, header = len(cells), row[1]
        if names_somebody(cells) or (not numbered and asked & {cell.strip() for cell in cells}):
            return Table(row[1], columns_of(row[1], told, where), chain(iter(first[number + 1 :]), rows))
    if numbered:
        width = max((len(row[1]) for row in first if not isinstance(row, Aside)), default=0)
        header = [f"column {number}" for number in range(1, width + 1)]
    return Table(header, columns_of(header, told, where), chain(iter(first if numbered else first[1:]), rows))


def _described(columns: Mapping[int, Field]) -> str:
    """The field of the one whom a row's facts describe; empty where it may be several. Only persons are born."""
    fields = [field for field in columns.values() if field.names and field.name not in BESIDE]
    if any(field.name == "birth_date" for field in columns.values()):
        fields = [field for field in fields if field.kind in ("", Kind.PERSON)]
    parties = {field.name for field in fields} | {"name" for field in columns.values() if field.name in PARTS}
    return "name" if "name" in parties else parties.pop() if len(parties) == 1 else ""


def _named(table: Table, place: str, cells: Sequence[str], number: str, whose: str) -> Iterator[Subject | Aside]:
    """The subjects of one row, and what of it was set aside."""
    told: dict[str, list[tuple[str, str]]] = {}
    for at, field in table.columns.items():
        if said := " ".join(cells[at].split()):
            told.setdefault(field.name, []).append((table.header[at], said))
    kind, birth, asides = _facts(told, place)
    yield from asides
    nations = [said for _, said in told.get("nationality", ())]
    numbers = tuple(said for _, said in told.get("identifier", ()))
    id = next((said for _, said in told.get("id", ())), number)
    named = False
    for heading, name, field in _names(table, cells, told):
        named = True
        where = f"{place}, {heading}"
        if field.name in (whose, "alias"):
            nation = nations[0] if nations else ""
            yield Subject(id, name, kind or field.kind, birth, nation, numbers, field.role, where)
        else:
            yield Subject(id, name, field.kind, role=field.role, where=where)
    if not named:
        yield Aside(place, "", " | ".join(filter(None, cells))[:LONGEST], "no name", whole=True)


def _names(
    table: Table, cells: Sequence[str], told: Mapping[str, Sequence[tuple[str, str]]]
) -> Iterator[tuple[str, str, Field]]:
    """The names of a row: heading, name, field; a given and a family name are one."""
    parts = [*told.get("given_name", ()), *told.get("family_name", ())]
    if parts:
        yield " + ".join(heading for heading, _ in parts), " ".join(said for _, said in parts), Field("name")
    for at, field in table.columns.items():
        if field.names and (said := " ".join(cells[at].split())):
            yield table.header[at], said, field


def _facts(told: Mapping[str, Iterable[tuple[str, str]]], place: str) -> tuple[str, BirthDate | None, list[Aside]]:
    """Kind and birth date of a row; one that cannot be used is set aside."""
    kind, birth, asides = "", None, []
    for heading, said in told.get("kind", ()):
        known = kind_of(said)
        if known is None:
            asides.append(Aside(place, heading, said[:LONGEST], "not a known category", whole=False))
        kind = kind or known or ""
    for heading, said in told.get("birth_date", ()):
        try:
            birth = birth or birth_date(said)
        except ValueError as error:
            asides.append(Aside(place, heading, said[:LONGEST], str(error)[:LONGEST], whole=False))
    return kind, birth, asides
