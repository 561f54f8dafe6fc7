"""The rows that an answer rests on: how many of which source, and where the first of them stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nsmallest
from typing import Any

from entente.ledger.holdings import Holdings
from entente.ledger.wheres import Where
from entente.model.finding import Evidence

__all__ = ["PLACES", "Group", "backed", "evidence", "groups"]

PLACES = 5  # rows that an evidence names by their place
MANY = 50_000  # rows, from which on it names the first that are found


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of one edition and snapshot, told apart by the columns asked for: `told` are their values.

    `value` is the sum of what is summed, `blank` in how many of the rows it is blank; `places` are those of rows among
    which the first stand, where they are known.
    """

    source: str
    edition: str
    snapshot: str
    told: tuple[Any, ...]
    value: Decimal
    blank: int
    rows: int
    places: tuple[str, ...] = ()


def groups(holdings: Holdings, found: str, where: Where, *columns: str, summed: str = "0") -> list[Group]:
    """The rows of a condition by edition and snapshot, and by columns, with the sums of a column."""
    told = ", ".join(("source", "edition", "coalesce(snapshot, '')", *columns))
    rows = holdings.ask(
        f"""SELECT {told}, ifnull(sum({summed}), 0), count(*) - count({summed}), count(*)
            FROM {found} WHERE {where} GROUP BY ALL""",
        where.values,
    )
    return [
        Group(source, edition, snapshot, tuple(told), Decimal(value), blank, count)
        for source, edition, snapshot, *told, value, blank, count in rows
    ]


def evidence(
    holdings: Holdings, table: str, found: str, where: Where, known: Iterable[Group] | None = None
) -> tuple[Evidence, ...]:
    """The evidence that the rows of a condition are; `known` are their groups, where they were asked for already."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for group in groups(holdings, found, where) if known is None else known:
        counts[group.source, group.edition, group.snapshot] += group.rows
    return tuple(
        Evidence(
            table=table,
            source=source,
            edition=edition,
            rows=rows,
            places=tuple(places(holdings, found, within(where, source, edition, snapshot), rows)),
            snapshot=snapshot,
        )
        for (source, edition, snapshot), rows in sorted(counts.items())
    )


def backed(table: str, told: Iterable[Group]) -> tuple[Evidence, ...]:
    """The evidence that groups are which know the places of their rows."""
    counts: Counter[tuple[str, str, str]] = Counter()
    first: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for group in told:
        origin = (group.source, group.edition, group.snapshot)
        counts[origin] += group.rows
        first[origin] += group.places
    return tuple(
        Evidence(table, *origin[:2], rows, tuple(nsmallest(PLACES, first[origin], key=_standing)), origin[2])
        for origin, rows in sorted(counts.items())
    )


def _standing(place: str) -> tuple[int, str]:
    return len(place), place


def within(where: Where, source: str, edition: str, snapshot: str) -> Where:
    """A condition kept to one edition and snapshot."""
    return where.also("source = ? AND edition = ? AND coalesce(snapshot, '') = ?", source, edition, snapshot)


def places(holdings: Holdings, found: str, where: Where, rows: int) -> Sequence[str]:
    """Where the first rows stand: in order, or of very many those that are found first."""
    ordered = "ORDER BY length(stands), stands" if rows < MANY else ""
    found_first = holdings.ask(f"SELECT stands FROM {found} WHERE {where} {ordered} LIMIT {PLACES}", where.values)
    return [place for (place,) in found_first]
