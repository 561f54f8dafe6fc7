"""Phrases put into English or French."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from entente.model.finding import Phrase, Sum
from entente.model.reading import Dated, Statement
from entente.reporting.amounts import amount, day, figure
from entente.reporting.names import name
from entente.text.say import say

__all__ = ["dating", "joined", "phrase"]


def phrase(told: Phrase, lang: str) -> str:
    """A phrase in words; its values are put into words first."""
    return say(told.template, lang, **{key: _value(value, lang) for key, value in told.values})


def _value(value: Any, lang: str) -> str:
    match value:
        case Phrase():
            return phrase(value, lang)
        case Decimal():
            return figure(value, lang)
        case Sum():
            return amount(value.amount, value.currency, lang)
        case date():
            return day(value, lang)
        case tuple():
            return joined([_value(each, lang) for each in value], lang)
        case str():
            return name(value, lang)
        case _:
            return str(value)


def joined(parts: list[str], lang: str) -> str:
    """Parts as a list in words: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {say('and', lang)} {parts[-1]}"


_DATED = {
    Dated.GIVEN: "published on {day}",
    Dated.TOLD: "published on {day}, as its page tells",
    Dated.WRITTEN: "published on {day}, as the text says",
    Dated.NAMED: "published on {day}, as the name of the file says",
    Dated.MADE: "the file was made on {day}, taken for the day of publication; --date tells another",
    Dated.UNKNOWN: "the day of publication is not known: held against what is known today; --date tells it",
}


def dating(statement: Statement, lang: str) -> str:
    """On which day a statement was published, and how that is known."""
    if statement.date is None:
        return say(_DATED[Dated.UNKNOWN], lang)
    return say(_DATED[statement.dated], lang, day=day(statement.date, lang))
