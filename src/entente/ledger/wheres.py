"""Conditions of SQL queries and their values, kept together."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Condition", "Where"]


@dataclass(frozen=True, slots=True)
class Condition:
    """What rows must fulfil, in SQL with its values.

    Where it asks for the same of one column, or of one of several, `columns` are these, and `holds` is the same as a
    test of a column's value; None where that is to match a pattern (RE2), which is the first of the values.
    """

    sql: str
    values: tuple[object, ...] = ()
    columns: tuple[str, ...] = ()
    holds: Callable[[Any], bool] | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that all must hold; a condition whose value is None asks nothing and is left out."""

    conditions: tuple[Condition, ...] = ()

    def also(
        self, condition: str, *values: object, column: str = "", holds: Callable[[Any], bool] | None = None
    ) -> Where:
        """With a condition more; `column` and `holds` as in `Condition`."""
        if None in values:
            return self
        return Where((*self.conditions, Condition(condition, values, (column,) if column else (), holds)))

    def like(self, pattern: str | None, *columns: str) -> Where:
        """With one of the columns matching a pattern (RE2)."""
        if pattern is None:
            return self
        sql = " OR ".join(f"regexp_matches({column}, ?)" for column in columns)
        return Where((*self.conditions, Condition(sql, (pattern,) * len(columns), columns)))

    def equal(self, column: str, value: object) -> Where:
        """With a column kept to one value."""
        return self.also(f"{column} = ?", value, column=column, holds=lambda cell: bool(cell == value))

    def within(self, column: str, allowed: Collection[str] | None) -> Where:
        """With a column kept to some values."""
        return self.one_of(column, column, allowed, lambda cell: cell)

    def donors(self, ids: Collection[str] | None, agencies: bool) -> Where:
        """With donors kept to some, and with `agencies` to their agencies too ("DEU/KFW" of "DEU")."""
        if not agencies:
            return self.within("donor_id", ids)
        return self.one_of("donor_id", "split_part(donor_id, '/', 1)", ids, lambda cell: cell.split("/")[0])

    def one_of(self, column: str, told: str, allowed: Collection[str] | None, tell: Callable[[Any], Any]) -> Where:
        """With what SQL and a function tell from a column kept to some values."""
        if allowed is None:
            return self
        marks, known = ", ".join("?" * len(allowed)), frozenset(allowed)
        return self.also(
            f"{told} IN ({marks})" if marks else "false",
            *allowed,
            column=column,
            holds=lambda cell: tell(cell) in known,
        )

    @property
    def values(self) -> tuple[object, ...]:
        """The values of all conditions, in order."""
        return tuple(value for condition in self.conditions for value in condition.values)

    def __str__(self) -> str:
        """The conditions as SQL."""
        return " AND ".join(f"({condition.sql})" for condition in self.conditions) or "true"
