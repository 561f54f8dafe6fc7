"""A draft: a figure in the making."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from entente.model.figure import Bound
from entente.text.numerals import Numeral

__all__ = ["TIMES", "YEARS", "Draft"]

TIMES = frozenset("second minute hour day week month year decade century".split())
YEARS = frozenset(map(Decimal, range(1600, 2101)))  # bare digits that are a year, unless something counted follows


@dataclass(slots=True)
class Draft:
    """A figure in the making.

    `first` is where its number begins, `start` and `end` the whole expression; `unit` is empty where nothing beside
    the number tells it; `low` is the lower end of a range; `noun` is where its noun phrase stands; `bare`: dollars
    that are not said to be anybody's; `named`: a currency in words.
    """

    number: Numeral
    first: int
    start: int
    end: int
    unit: str = ""
    bound: Bound = Bound.EXACT
    low: Decimal | None = None
    noun: tuple[int, int] | None = None
    rule: str = ""
    hedged: bool = False
    bare: bool = False
    named: bool = False
