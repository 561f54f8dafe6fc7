"""Ranges: two numbers that are the ends of one figure, or the two figures of a change."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from entente.reading.figures.draft import TIMES
from entente.reading.figures.lore import Lore, reaches
from entente.text.numerals import Numeral, whole

__all__ = ["GAP", "Low", "changing", "low_end"]

GAP = 14  # characters between the ends of a range, at most
NEAR = 24  # how far before a number "between" may stand
WIDE = 100  # "X to Y" is a range up to this ratio, "X or Y" and "X-Y" up to the next
NARROW = 3


class Low(NamedTuple):
    """The lower end of a range, and the offset where the range begins: at "between", or at the number."""

    number: Numeral
    start: int


def low_end(lore: Lore, folded: str, low: Numeral, high: Numeral) -> Low | None:
    """The lower end, if two numbers are the ends of a range."""
    if low.value is None or high.value is None:
        return None
    match = lore.ranges.fullmatch(folded, low.end, high.start)
    if match is None:
        return None
    lifted = _lifted(low.value, high)
    if lifted >= high.value:
        return None
    low = low._replace(value=lifted)
    floor = max(0, low.start - NEAR)
    before = folded[floor : low.start]
    pair = lore.pairs.search(before)
    if pair is not None:
        return Low(low, floor + pair.start())
    if not (match["to"] or match["dash"] or match["or"]) or lifted * (WIDE if match["to"] else NARROW) < high.value:
        return None
    change = lore.changes.search(before) if match["to"] else None
    if change and not _lasts(lore, folded, high) and lore.steady.isdisjoint(before[: change.start()].split()[-1:]):
        return None
    if match["share"] and not reaches(lore.percents, folded, high.end):
        return None
    return Low(low, low.start)


def changing(lore: Lore, folded: str, low: Numeral, high: Numeral) -> Numeral:
    """The first of two numbers, with the scale that the second has alone ("from 3 to 5 million")."""
    if low.value is None or high.value is None or low.rounded or not high.rounded:
        return low
    match = lore.ranges.fullmatch(folded, low.end, high.start)
    if match is None or not match["to"] or match["share"] or low.value >= high.value:
        return low
    value = _lifted(low.value, high, wide=WIDE)
    grain = low.grain and low.value and low.grain * value / low.value
    return low._replace(value=value, grain=grain or low.grain, rounded=True, plain=False)


def _lasts(lore: Lore, folded: str, number: Numeral) -> bool:
    """Whether a number counts days, years or the like: "from 3 to 6 months" is how long, no change."""
    noun = lore.nouns.known(folded, number.end)
    return noun is not None and noun.unit in TIMES


def _lifted(low: Decimal, high: Numeral, *, wide: int = 1) -> Decimal:
    """The lower end with the scale that stands at the upper end alone ("3 to 5 million", "15 à 20 000").

    It stays below `wide` times the upper end ("from 15 to 10 million" is a fall).
    """
    value = high.value or Decimal(0)
    for power, scale in _SCALES:
        if value >= scale and (high.rounded or (power == 3 and value == int(value) and int(value) % 1000 == 0)):
            return whole(low * scale) if low * scale < value * wide and low < 1000 else low
    return low


_SCALES = tuple((power, Decimal(10**power)) for power in (12, 9, 6, 3))
