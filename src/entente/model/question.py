"""A claim as it is put to the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from entente.model.coalition import Coalition, Crisis
from entente.model.figure import Bound, Figure
from entente.model.reading import Claim, Quantity, Reading

__all__ = ["Period", "Question"]

FRACTION = "share"  # the rule of reading that makes a percentage of a fraction


@dataclass(frozen=True, slots=True)
class Period:
    """The time a claim speaks of: its first and last day, and the words that say it.

    `since`: the words name a beginning only, and the end is the day of the statement.
    """

    first: date
    last: date
    since: bool
    words: str

    @property
    def years(self) -> range:
        """The calendar years it touches."""
        return range(self.first.year, self.last.year + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim as it is put to the facts.

    `origins` are the countries that people come from (ISO 3166-1 alpha-3: "Syrians", "from Syria"), `places` the other
    countries named; `bodies` the organisations named; `crises` the coalitions' crises that these belong to. `day` is
    the day of the statement, `period` the time the claim speaks of, None where it says nothing of time. `marks` are the
    words that choose between readings, by mark (`Language.scope`), as they were said. `factor` is what something is
    multiplied by ("tripled": 3), said with `factor_bound` ("more than tripled").
    """

    claim: Claim
    quantity: Quantity | None
    reading: Reading
    coalitions: tuple[Coalition, ...]
    crises: tuple[Crisis, ...]
    origins: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]
    day: date
    period: Period | None
    factor: Decimal | None = None
    factor_bound: Bound = Bound.EXACT
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def figure(self) -> Figure | None:
        """The figure of the claim, None where it has none; a bare fraction is read as about (decision 0002)."""
        if self.quantity is None:
            return None
        said = self.quantity.figure
        bare = self.quantity.rule == FRACTION and said.bound is Bound.EXACT
        return replace(said, bound=Bound.ABOUT) if bare else said

    def says(self, *marks: str) -> str:
        """The words of the first of these marks that the claim has, empty where it has none."""
        return next((self.marks[mark] for mark in marks if mark in self.marks), "")
