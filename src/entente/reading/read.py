"""From a text to a reading: fold, one pass of the lexicon, then each matcher at its anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date as Day
from typing import Any, TypeVar

from entente import plugins
from entente.languages import Language
from entente.model.reading import Actor, Claim, DateMention, Quantity, Quote, Reading, Statement
from entente.model.span import Span
from entente.reading.actors import actors
from entente.reading.claims import claims
from entente.reading.dates import dates
from entente.reading.figures import quantities
from entente.reading.page import Page
from entente.reading.quotations import quotations
from entente.reading.vocabulary import vocabulary
from entente.text.compose import apart, compose
from entente.text.digits import digit_runs
from entente.text.fold import fold
from entente.text.sentences import sentences

__all__ = ["open_page", "read"]

Item = TypeVar("Item", Actor, Claim, DateMention, Quantity, Quote)


def open_page(text: str, *, language: Language, date: Day | None = None) -> Page:
    """A text laid open: folded, scanned, cut into sentences."""
    folded = fold(text)
    hits = vocabulary(language).scan(text, folded)
    return Page(text, folded, language, date, hits, sentences(text, language.abbreviations), digit_runs(folded))


def read(text: str, *, language: str, date: Day | None = None, id: str = "") -> Reading:
    """Read a statement.

    `language` is an ISO 639-1 code; `date` is the day of publication, which resolves "yesterday" and "2 June".
    A text whose accents stand apart is read in a composed copy, and what was found is put back at its places.
    Raises `Unusable` for a language that no file of `languages/` declares.
    """
    composed, places = compose(text) if apart(text) else (text, ())
    if composed != text:
        return put_back(read(composed, language=language, date=date, id=id), text, places)
    page = open_page(text, language=plugins.language(language), date=date)
    days = dates(page)
    who = actors(page)
    figures = quantities(page, days, who)
    said = quotations(page, who)
    return Reading(
        statement=Statement(id=id, text=text, language=language, date=date),
        quantities=tuple(figures),
        dates=tuple(days),
        quotes=tuple(said),
        actors=tuple(who),
        claims=tuple(claims(page, figures, days, said, who)),
    )


def put_back(reading: Reading, text: str, places: Sequence[int]) -> Reading:
    """A reading of a copy as one of the text: each offset at its place there."""
    return replace(
        reading,
        statement=replace(reading.statement, text=text),
        quantities=tuple(moved(item, places) for item in reading.quantities),
        dates=tuple(moved(item, places) for item in reading.dates),
        quotes=tuple(moved(item, places) for item in reading.quotes),
        actors=tuple(moved(item, places) for item in reading.actors),
        claims=tuple(moved(item, places) for item in reading.claims),
    )


def moved(item: Item, places: Sequence[int]) -> Item:
    """An item with its spans at their places."""
    parts = {field.name: getattr(item, field.name) for field in fields(item)}
    spans: dict[str, Any] = {
        name: Span(places[part.start], places[part.end]) for name, part in parts.items() if isinstance(part, Span)
    }
    return replace(item, **spans)
