"""Statements told to the claims matcher: a text, and what the other matchers would have read in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from entente import plugins
from entente.model.figure import Bound, Figure
from entente.model.reading import Actor, Claim, DateMention, Quantity, Quote
from entente.model.span import Span
from entente.reading.claims import claims
from entente.reading.read import open_page

__all__ = ["annotated", "told"]

DAY = date(2016, 3, 1)


def places(text: str, words: str) -> Iterator[Span]:
    for found in re.finditer(re.escape(words), text):
        yield Span(*found.span())


def told(
    text: str,
    language: str = "en",
    *,
    actors: Mapping[str, str] | None = None,
    figures: Mapping[str, tuple[int, str]] | None = None,
    dates: Mapping[str, str] | None = None,
    quotes: Mapping[str, str] | None = None,
) -> list[Claim]:
    """The claims of a text, given its actors, figures, dates and direct quotations by their words.

    An actor's id is its country's code, or the name of an organisation, a group (`group:X`) or a person (`person:X`).
    """

    def actor(span: Span, said: str) -> Actor:
        kind, _, name = said.rpartition(":")
        return Actor(span, kind or ("country" if len(said) == 3 and said.isupper() else "organisation"), name)

    page = open_page(text, language=plugins.language(language), date=DAY)
    return claims(
        page,
        sorted(
            (
                Quantity(span, span, Figure(Decimal(value), unit, Bound.EXACT))
                for words, (value, unit) in (figures or {}).items()
                for span in places(text, words)
            ),
            key=lambda quantity: quantity.span,
        ),
        sorted(
            (
                DateMention(span, iso, "explicit")
                for words, iso in (dates or {}).items()
                for span in places(text, words)
            ),
            key=lambda mention: mention.span,
        ),
        [Quote(span, "direct", speaker) for words, speaker in (quotes or {}).items() for span in places(text, words)],
        sorted(
            (actor(span, said) for words, said in (actors or {}).items() for span in places(text, words)),
            key=lambda mention: mention.span,
        ),
    )


def annotated(gold: Mapping[str, Any]) -> list[Claim]:
    """The claims of an annotated statement, given its own figures, dates, quotations and actors."""

    def spot(item: Mapping[str, int]) -> Span:
        return Span(item["start"], item["end"])

    def number(value: object) -> Decimal | None:
        return None if value is None else Decimal(str(value))

    def figure(item: Mapping[str, Any]) -> Figure:
        low, high = number(item["low"]), number(item["high"])
        return Figure(number(item["value"]), item["unit"], Bound(item["bound"]), None, low, high)

    page = open_page(gold["text"], language=plugins.language(gold["lang"]), date=date.fromisoformat(gold["date"]))
    quantities = [Quantity(spot(item), spot(item["number"]), figure(item)) for item in gold["quantities"]]
    mentions = [DateMention(spot(item), item["iso"], item["kind"]) for item in gold["dates"]]
    quotes = [Quote(spot(item), item["type"], item["speaker"]) for item in gold["quotes"]]
    actors = [Actor(spot(item), item["kind"], item["id"]) for item in gold["actors"]]
    quantities.sort(key=lambda quantity: quantity.span)
    mentions.sort(key=lambda mention: mention.span)
    actors.sort(key=lambda actor: actor.span)
    return claims(page, quantities, mentions, quotes, actors)
