"""Numbers, sums and days put into English or French."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from entente.text.say import say

__all__ = ["amount", "day", "figure"]

MONEY = ((12, "trillion"), (9, "billion"), (6, "million"))
PLURALS = {"country": "countries", "person": "people"}
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
}


def day(when: date, lang: str) -> str:
    """A day in words: 2 June 2015, 2 juin 2015, 1er juin 2015."""
    number = f"{when.day}er" if lang == "fr" and when.day == 1 else str(when.day)
    return f"{number} {MONTHS[lang][when.month - 1]} {when.year}"


def figure(value: Decimal, lang: str) -> str:
    """A number in digits, grouped by threes; decimals only where there are any."""
    whole = value == value.to_integral_value()
    shown = f"{int(value):,}" if whole else f"{value.normalize():,f}"
    return shown.replace(",", "\u202f").replace(".", ",") if lang == "fr" else shown


def amount(value: Decimal | None, unit: str, lang: str) -> str:
    """A number with its unit; large sums in words: 1.96 billion USD."""
    if value is None:
        return say("nothing", lang)
    if unit == "percent":
        return f"{figure(round(value, 2), lang)}{chr(0xA0) if lang == 'fr' else ' '}%"
    if unit == "rank":
        return say("rank {rank}", lang, rank=figure(value, lang))
    if unit == "ratio":
        return say("{times} times", lang, times=figure(round(value, 2), lang))
    for power, word in MONEY:
        if abs(value) >= 10**power:
            short = (value / Decimal(10) ** power).quantize(Decimal("0.01"))
            plural = "s" if lang == "fr" and abs(short) >= 2 else ""
            return f"{figure(short, lang)} {say(word, lang)}{plural} {_unit(unit, lang, of=lang == 'fr')}"
    return f"{figure(round(value, 2), lang)} {_unit(unit, lang, many=abs(value) >= 2)}"


def _unit(unit: str, lang: str, *, of: bool = False, many: bool = True) -> str:
    if len(unit) == 3 and unit.isupper():
        return unit
    word = say(PLURALS.get(unit, f"{unit}s") if many else unit, lang)
    if not of:
        return word
    return f"d’{word}" if word[:1] in "aeéiouh" else f"de {word}"
