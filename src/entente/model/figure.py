"""A number as it was said, and what an honest speaker could have meant by it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

__all__ = ["Bound", "Figure", "Interval"]


class Bound(StrEnum):
    """How firmly a number was said."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    UP_TO = "up_to"
    RANGE = "range"
    INDEFINITE = "indefinite"


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of true values; None stands for no limit on that side."""

    low: Decimal | None
    high: Decimal | None

    def holds(self, value: Decimal) -> bool:
        """Whether the value lies in the interval, ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


# The tolerance table: docs/decisions/0002-what-a-figure-allows.md and 0014-a-multiple-is-rounded.md say why each number
# is what it is.
EXACT_AT_MOST = Decimal("0.05")  # half a grain, but never more than a twentieth of the value
ABOUT = Decimal("0.1")
NEARLY = Decimal("0.95")
MEASURED = frozenset(  # measured on a scale; everything else is counted one by one
    "percent times ratio degree tonne kilogram pound litre kilometre metre mile hectare hour minute day week "
    "month year".split()
) | {"square kilometre", "square mile"}
MULTIPLES = frozenset({"times", "ratio"})  # rounded to the nearest, however small (decision 0014)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it was said.

    `value` is in units of `unit` and None for ranges and indefinite numbers, whose ends are `low` and `high`.
    `unit` is an ISO 4217 code, `person`, `country`, `percent`, ... `grain` is the weight of the last
    significant digit (100,000,000 in "3.7 billion"); None where the number is not written in digits or words.
    """

    value: Decimal | None
    unit: str
    bound: Bound = Bound.EXACT
    grain: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    def interval(self) -> Interval:
        """The true values with which an honest speaker could have said this figure."""
        value = self.value
        if value is None:
            return Interval(self.low, self.high)
        match self.bound:
            case Bound.OVER | Bound.AT_LEAST:
                return Interval(value, None)
            case Bound.UNDER | Bound.UP_TO:
                return Interval(None, value)
            case Bound.NEARLY:
                return Interval(value * NEARLY, value)
            case Bound.ABOUT:
                return _around(value, abs(value) * ABOUT)
            case _:
                return _around(value, self._reach(value))

    def _reach(self, value: Decimal) -> Decimal:
        """How far a true value may lie from a number said without a hedge."""
        grain = self.grain or Decimal(0)
        if grain == 1 and self.unit not in MEASURED:
            return Decimal(0)
        if self.unit in MULTIPLES:
            return grain / 2
        return min(grain / 2, abs(value) * EXACT_AT_MOST)


def _around(value: Decimal, reach: Decimal) -> Interval:
    return Interval(value - reach, value + reach)
