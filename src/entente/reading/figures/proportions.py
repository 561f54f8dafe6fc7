"""Proportions: so many out of a round number, which are a share ("one in five", "neuf Syriens sur dix")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from entente.reading.figures.draft import TIMES
from entente.reading.figures.lore import Lore
from entente.text.numerals import Numeral, whole

__all__ = ["proportions"]

WHOLES = frozenset(map(Decimal, (*range(2, 11), 100, 1000)))
NEAR = 32  # characters between the two numbers of a proportion, at most
GRAIN = Decimal(1)
_COUNTED = re.compile(r"(?: [a-z-]+){0,2}")


def proportions(lore: Lore, folded: str, found: Sequence[Numeral]) -> list[Numeral]:
    """The numbers of a page, the two of a proportion made one, in percent."""
    made: list[Numeral] = []
    for number in found:
        among = number.value in WHOLES and next((form for form in lore.among if _ends(folded, form, number)), "")
        part = _part(lore, folded, made, number, number.start - len(among)) if among else None
        if part is None:
            made.append(number)
            continue
        if made and made[-1].start == part.start:
            made.pop()
        made.append(part)
    return made


def _ends(folded: str, form: str, number: Numeral) -> bool:
    """Whether a form stands right before a number."""
    return folded.endswith(form, 0, number.start)


def _part(lore: Lore, folded: str, made: Sequence[Numeral], number: Numeral, edge: int) -> Numeral | None:
    """The proportion whose whole is a number and whose part ends before `edge`; none where the number counts itself.

    It does where a time follows, or a noun when one stands after the part already ("un rapport sur trois pays").
    """
    start, stop, value = edge, edge, Decimal(0)
    if made and edge - made[-1].end < NEAR and _COUNTED.fullmatch(folded, made[-1].end, edge):
        start, stop, value = made[-1].start, made[-1].end, made[-1].value or value
    elif one := lore.one.search(folded, max(0, edge - NEAR), edge):
        start, stop, value = one.start(), one.end(1), Decimal(1)
    if number.value is None or not 0 < value < number.value:
        return None
    following = lore.nouns.known(folded, number.end)
    if following is None and folded.count(" ", stop, edge) > 1:
        following = lore.nouns.phrase(folded, number.end)
    if following is not None and (stop < edge or following.unit in TIMES):
        return None
    share = whole((100 * value / number.value).quantize(Decimal("0.01")))
    return Numeral(start, number.end, Decimal(share), GRAIN, form="share")
