"""Why a total is another one on a later day: rows that are new, corrected, withdrawn or replaced, and rates.

With `ledger/facts.py` and `ledger/holdings.py`, this module has the SQL on facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, localcontext
from enum import StrEnum
from typing import TYPE_CHECKING

from entente.ledger.tables import UNITS
from entente.ledger.wheres import Where

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

__all__ = ["Cause", "Change", "Changed", "Measure", "Part", "change"]

LARGEST = 5  # rows that a change names
ZERO = Decimal(0)
DIGITS = 80  # of products of sums and rates, so that none is rounded


class Cause(StrEnum):
    """Why a total changed.

    `replaced` are rows of the tables that come with Entente, in whose place pulled rows now stand.
    """

    NEW = "new"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    RATES = "rates"


@dataclass(frozen=True, slots=True)
class Measure:
    """What is totalled: a column of a table, in a unit.

    `day` is the SQL of the day at whose rate a row is converted, `label` that of the words that name it.
    """

    table: str
    column: str
    unit: str
    day: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one cause added to a total, and with how many rows."""

    cause: Cause
    value: Decimal
    rows: int


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that changed, by its words and its place; None where it does not count, before or after."""

    cause: str
    label: str
    place: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Change:
    """A total as it was known on two days, in `unit`; its parts add up to the difference exactly.

    `largest` are the rows that changed most; `unconverted` counts those without a rate, which no total holds.
    """

    before: Decimal
    after: Decimal
    unit: str
    parts: tuple[Part, ...]
    largest: tuple[Changed, ...]
    unconverted: int


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that changed for one cause, of one currency and day of conversion: how many, and their sums."""

    cause: str
    currency: str
    day: date
    rows: int
    before: Decimal
    after: Decimal


@dataclass(frozen=True, slots=True)
class Valued:
    """A group, and the rates at which it counts before and after."""

    group: Group
    then: Decimal
    now: Decimal

    def causes(self) -> Iterator[tuple[Cause, Decimal]]:
        """What it adds: after * now - before * then, as (after - before) * now and before * (now - then)."""
        if self.group.cause:
            yield Cause(self.group.cause), (self.group.after - self.group.before) * self.now
        if self.then != self.now and self.group.before:
            yield Cause.RATES, self.group.before * (self.now - self.then)


def change(measure: Measure, where: Where, *, start: date, end: date, facts: Facts, currency: str = "") -> Change:
    """Why the total of a measure, as it was known on `end`, is another than that on `start`; in its own unit, or
    converted into a currency at each row's day, with the rates known on either day."""
    into = currency or measure.unit
    groups = [Group(*row) for row in compared(measure, where, start, end, facts, GROUPED)]  # type: ignore[arg-type]
    listed = compared(measure, where, start, end, facts, LISTED)
    rates = {
        (money, day, as_of): rate(money, into, day, as_of, facts)
        for money, day in {(group.currency, group.day) for group in groups}
        for as_of in (start, end)
    }
    with localcontext(Context(prec=DIGITS)):
        return summed(
            [Valued(group, *(rates[group.currency, group.day, as_of] for as_of in (start, end))) for group in groups],
            into,
            tuple(Changed(*row) for row in listed),  # type: ignore[arg-type]
        )


def rate(money: str, into: str, day: date, as_of: date, facts: Facts) -> Decimal:
    """What a unit of money was worth on a day, as it was known; nought where that was not known."""
    if money == into:
        return Decimal(1)
    found = facts.convert(Decimal(1), money, into, day, as_of)
    return found.rate if found else ZERO


def summed(groups: Sequence[Valued], unit: str, largest: tuple[Changed, ...]) -> Change:
    """The totals of groups, and what each cause adds to them."""
    values: dict[Cause, Decimal] = {}
    rows: dict[Cause, int] = {}
    for group in groups:
        for cause, value in group.causes():
            values[cause] = values.get(cause, ZERO) + value
            rows[cause] = rows.get(cause, 0) + group.group.rows
    return Change(
        before=sum((each.group.before * each.then for each in groups), ZERO),
        after=sum((each.group.after * each.now for each in groups), ZERO),
        unit=unit,
        parts=tuple(Part(cause, values[cause], rows[cause]) for cause in Cause if cause in values),
        largest=largest,
        unconverted=sum(each.group.rows for each in groups if not each.then and not each.now),
    )


def compared(
    measure: Measure, where: Where, start: date, end: date, facts: Facts, last: str
) -> list[tuple[object, ...]]:
    """The rows before and after, side by side, as `last` sums them up."""
    held = facts.holdings
    before, after = held.view(measure.table, start), held.view(measure.table, end)
    unit = "source, " + ", ".join(UNITS[measure.table])
    currency = f"'{measure.unit}'" if measure.unit == "person" else "currency"
    counted = f"""
        SELECT {unit}, stands_alone, {currency} AS currency, {measure.day} AS day, sum({measure.column}) AS value,
               min(stands) AS standing, min({measure.label}) AS label
        FROM (SELECT *, if(snapshot = '', stands, '') AS stands_alone FROM {{found}}) WHERE {where} GROUP BY ALL"""
    sql = f"""
        WITH before AS ({counted.format(found=before)}), after AS ({counted.format(found=after)}),
             held_before AS (SELECT DISTINCT {unit}, true AS held FROM {before} WHERE snapshot <> ''),
             held_after AS (SELECT DISTINCT {unit}, true AS held FROM {after} WHERE snapshot <> ''),
             sides AS (
                SELECT coalesce(held_before.held, false) AS was, coalesce(held_after.held, false) AS is_now,
                       before.value AS before, after.value AS after, currency, day, stands_alone,
                       coalesce(after.standing, before.standing) AS standing,
                       coalesce(after.label, before.label) AS label
                FROM before FULL JOIN after USING ({unit}, stands_alone, currency, day)
                LEFT JOIN held_before USING ({unit}) LEFT JOIN held_after USING ({unit})),
             told AS (
                SELECT *, CASE WHEN before IS NOT DISTINCT FROM after THEN ''
                               WHEN before IS NOT NULL AND after IS NOT NULL THEN 'corrected'
                               WHEN before IS NULL THEN if(was, 'corrected', 'new')
                               WHEN stands_alone <> '' THEN 'replaced'
                               ELSE if(is_now, 'corrected', 'withdrawn') END AS cause FROM sides)
        {last}"""
    return held.ask(sql, [*where.values, *where.values])


GROUPED = """SELECT cause, currency, day, count(*), coalesce(sum(before), 0), coalesce(sum(after), 0) FROM told
             GROUP BY ALL ORDER BY ALL"""
LISTED = f"""SELECT cause, label, standing, before, after FROM told WHERE cause <> ''
             ORDER BY abs(coalesce(after, 0) - coalesce(before, 0)) DESC, label, standing LIMIT {LARGEST}"""
