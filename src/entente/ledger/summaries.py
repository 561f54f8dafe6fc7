"""Tables summed once by the columns that questions ask about, so that a question reads a few sums and not all rows.

A cell of a summary stands for the rows that agree in all of these columns: their sum, how many they are, and where the
first of them stand. What a summary tells is what the rows themselves would tell, to the last digit.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from entente.errors import Unreadable, Unusable
from entente.ledger.backing import PLACES, Group, backed
from entente.ledger.files import settle, unfinished
from entente.ledger.holdings import Holdings, kept
from entente.ledger.tables import quoted
from entente.ledger.wheres import Condition, Where
from entente.model.finding import Evidence

__all__ = ["Summaries", "Summary"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a summary sums up: a column of a table's rows, by other columns; without one the rows are only counted."""

    table: str
    dimensions: tuple[str, ...]
    summed: str = "0"


ORIGIN = ("source", "edition", "snapshot")
FLOW = ("boundary", "year", "last_year", "scope", "stage", "plan", "place", "donor_id", "donor_kind")
SHAPES: Mapping[str, Shape] = {
    "flows": Shape("flows", FLOW, "amount"),
    "flows by recipient": Shape("flows", (*FLOW, "recipient"), "amount"),
    "flows by rate": Shape("flows", (*FLOW, "recipient", "rated"), "amount"),
    "stocks": Shape("stocks", ("day", "population", "born", "asylum"), "people"),
    "requirements": Shape("requirements", ("year", "place", "plan", "plan_id", "code", "required", "funded")),
    "members": Shape("members", ("coalition", "member", "kind", "since", "until", "listed")),
}
LASTING = frozenset({"flows", "stocks"})  # shapes of which the summary of all rows is kept on the disk
KEPT = 6  # summaries on the disk; the oldest go
MADE = 256  # summaries in memory
PARTS = 4096  # parts of a summary in memory
FIRST = "length(places[1]), places[1]"  # the order of cells

Cell = tuple[Any, ...]


class Summary:
    """The cells of a table, or of a part of it, in the order of their first places.

    A cell is ORIGIN, the dimensions of its shape, the sum, in how many rows it is blank, how many rows, the places of
    the first of them. Parts that were asked for are kept, as the next question often asks for the same.
    """

    def __init__(self, holdings: Holdings, shape: Shape, cells: list[Cell]) -> None:
        self.holdings = holdings
        self.shape = shape
        self.cells = cells
        self.columns = {name: at for at, name in enumerate((*ORIGIN, *shape.dimensions))}
        self.index: dict[str, dict[Any, list[int]]] = {}
        self.grouped: dict[tuple[str, ...], list[Group]] = {}
        self.parts: dict[tuple[str, ...], Summary] = {}

    def groups(self, where: Where, *columns: str) -> list[Group]:
        """The rows of a condition by edition and snapshot, and by columns."""
        part = self.part(where)
        if columns not in part.grouped:
            key = operator.itemgetter(*(self.columns[name] for name in (*ORIGIN, *columns)))
            found: defaultdict[Cell, list[Cell]] = defaultdict(list)
            for cell in part.cells:
                found[key(cell)].append(cell)
            part.grouped[columns] = [_group(told, cells) for told, cells in found.items()]
        return part.grouped[columns]

    def evidence(self, where: Where) -> tuple[Evidence, ...]:
        """The evidence that the rows of a condition are."""
        return backed(self.shape.table, self.groups(where))

    def values(self, column: str, where: Where) -> set[Any]:
        """The values of a column in the rows of a condition."""
        return set(self.part(where).standing(column))

    def part(self, where: Where) -> Summary:
        """The part that fulfils all conditions, narrowed by one after the other."""
        part, path = self, tuple[str, ...]()
        for condition in where.conditions:
            path = (*path, f"{condition.sql} {condition.values}")
            known = self.parts.get(path)
            if known is None:
                known = part.narrowed(condition)
                kept(self.parts, path, known, PARTS)
            part = known
        return part

    def narrowed(self, condition: Condition) -> Summary:
        """The part that fulfils one condition."""
        chosen = {at for column in condition.columns for at in self.holding(condition, self.standing(column))}
        if len(chosen) == len(self.cells):
            return self
        return Summary(self.holdings, self.shape, [self.cells[at] for at in sorted(chosen)])

    def holding(self, condition: Condition, standing: Mapping[Any, list[int]]) -> Iterator[int]:
        """The cells whose values of a column a condition allows."""
        values = filter(condition.holds, standing) if condition.holds else self.matching(condition.values[0], standing)
        return (at for value in values for at in standing[value])

    def matching(self, pattern: object, values: Iterable[Any]) -> list[Any]:
        """The values that match a pattern."""
        sql = "SELECT told FROM (SELECT unnest(?) AS told) WHERE regexp_matches(told, ?)"
        return [value for (value,) in self.holdings.ask(sql, [list(values), pattern])]

    def standing(self, column: str) -> Mapping[Any, list[int]]:
        """The cells of each value of a column."""
        if column not in self.index:
            index: defaultdict[Any, list[int]] = defaultdict(list)
            at_column = self.columns[column]
            for at, cell in enumerate(self.cells):
                index[cell[at_column]].append(at)
            self.index[column] = dict(index)
        return self.index[column]


def _group(told: Cell, cells: list[Cell]) -> Group:
    """Cells as one group. In the order of their first places, the first few of them hold its first places."""
    source, edition, snapshot, *rest = told
    return Group(
        source,
        edition,
        snapshot,
        tuple(rest),
        value=sum((cell[-4] for cell in cells), Decimal(0)),
        blank=sum(cell[-3] for cell in cells),
        rows=sum(cell[-2] for cell in cells),
        places=tuple(place for cell in cells[:PLACES] for place in cell[-1]),
    )


class Summaries:
    """The summaries of the tables in hand, each made when it is first asked for.

    Those of all flows and all stocks of a home are kept on its disk, under a key of what they were made of, and can be
    lost.
    """

    def __init__(self, holdings: Holdings) -> None:
        self.holdings = holdings
        self.made: dict[tuple[str, tuple[str, ...], str], Summary] = {}

    def of(self, name: str, as_of: date | None, part: Where | None = None, rows: str = "") -> Summary:
        """The summary of a shape, or of a part of it, as known on a day; `rows` is SQL in place of the table's."""
        shape, where = SHAPES[name], part or Where()
        segments = () if rows else self.holdings.segments(shape.table, as_of)
        key = (name, (rows, *segments), f"{where} {where.values}")
        known = self.made.get(key)
        if known is None:
            cells = self.lasting(shape, segments, as_of, where) if name in LASTING and segments else None
            if cells is None:
                cells = self.cells(_summed(shape, rows or self.holdings.view(shape.table, as_of), where), where)
            known = Summary(self.holdings, shape, cells)
            kept(self.made, key, known, MADE)
        return known

    def lasting(self, shape: Shape, segments: tuple[str, ...], as_of: date | None, where: Where) -> list[Cell] | None:
        """The cells of a home's rows from the disk, where all are summed up first; None where that cannot be."""
        folder = (self.holdings.home or Path()) / "cache"
        path = folder / f"{shape.table}-{_key(shape, segments)}.parquet"
        sql = f"SELECT * FROM read_parquet({quoted(str(path))}) WHERE {where}"
        with suppress(Unreadable):
            if path.exists():
                return self.cells(sql, where)
        with suppress(Unusable, Unreadable, OSError):
            self.write(shape, as_of, path)
            return self.cells(sql, where)
        return None

    def write(self, shape: Shape, as_of: date | None, path: Path) -> None:
        """Sum up all rows, and put their cells on the disk in place of the oldest."""
        rows = _summed(shape, self.holdings.view(shape.table, as_of), Where())
        with unfinished(path.parent) as filled:
            told = f"{rows} ORDER BY {', '.join(shape.dimensions)}"
            self.holdings.run(f"COPY ({told}) TO {quoted(str(filled))} (FORMAT parquet)")
            settle(filled, path)
        for old in sorted(path.parent.glob(f"{shape.table}-*.parquet"), key=lambda one: one.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)

    def cells(self, sql: str, where: Where) -> list[Cell]:
        """The cells that SQL gives, in the order of their first places."""
        return self.holdings.run(f"{sql} ORDER BY {FIRST}", where.values)


def _summed(shape: Shape, rows: str, part: Where) -> str:
    """The SQL of the cells of some rows."""
    column = shape.summed
    return f"""SELECT source, edition, coalesce(snapshot, '') AS snapshot, {", ".join(shape.dimensions)},
                      ifnull(sum({column}), 0)::DECIMAL(38, 6) AS value, count(*) - count({column}) AS blank,
                      count(*) AS rows, arg_min(stands, {{'long': length(stands), 'told': stands}}, {PLACES}) AS places
               FROM {rows} WHERE {part} GROUP BY ALL"""


def _key(shape: Shape, segments: Iterable[str]) -> str:
    """A hash of the segments, of the reference rows, and of the code that reads and sums both."""
    made = sha256()
    for segment in map(Path, segments):
        told = segment.stat()
        made.update(f"{segment.parent.name}/{segment.name} {told.st_size} {told.st_mtime_ns}\n".encode())
    house = files("entente")
    code = (f"ledger/{part}.py" for part in ("summaries", "holdings", "tables"))
    for name in (f"reference/{shape.table}.csv", *code):
        made.update((house / name).read_bytes())
    return made.hexdigest()[:32]
