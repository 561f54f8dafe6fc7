"""Conditions of SQL queries and their values, kept together."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

__all__ = ["Where"]


@dataclass(frozen=True, slots=True)
class Where:
    """Conditions that all must hold; a condition whose value is None asks nothing and is left out."""

    conditions: tuple[str, ...] = ("true",)
    values: tuple[object, ...] = ()

    def also(self, condition: str, *values: object) -> Where:
        """With a condition more."""
        if None in values:
            return self
        return Where((*self.conditions, condition), (*self.values, *values))

    def within(self, column: str, allowed: Collection[str] | None) -> Where:
        """With a column kept to some values."""
        if allowed is None:
            return self
        marks = ", ".join("?" * len(allowed))
        return Where((*self.conditions, f"{column} IN ({marks})" if marks else "false"), (*self.values, *allowed))

    def donors(self, ids: Collection[str] | None, agencies: bool) -> Where:
        """With donors kept to some, and with `agencies` to their agencies too ("DEU/KFW" of "DEU")."""
        column = "split_part(donor_id, '/', 1)" if agencies else "donor_id"
        return self.within(column, ids)

    def __str__(self) -> str:
        """The conditions as SQL."""
        return " AND ".join(f"({condition})" for condition in self.conditions)
