"""From a text to a reading: fold, one pass of the lexicon, then each matcher at its anchors."""

from __future__ import annotations

from datetime import date as Day

from entente import plugins
from entente.languages import Language
from entente.model.reading import Reading, Statement
from entente.reading.actors import actors
from entente.reading.claims import claims
from entente.reading.dates import dates
from entente.reading.figures import quantities
from entente.reading.page import Page
from entente.reading.quotations import quotations
from entente.reading.vocabulary import vocabulary
from entente.text.digits import digit_runs
from entente.text.fold import fold
from entente.text.sentences import sentences

__all__ = ["open_page", "read"]


def open_page(text: str, *, language: Language, date: Day | None = None) -> Page:
    """A text laid open: folded, scanned, cut into sentences."""
    folded = fold(text)
    hits = vocabulary(language).scan(text, folded)
    return Page(text, folded, language, date, hits, sentences(text, language.abbreviations), digit_runs(folded))


def read(text: str, *, language: str, date: Day | None = None, id: str = "") -> Reading:
    """Read a statement.

    `language` is an ISO 639-1 code; `date` is the day of publication, which resolves "yesterday" and "2 June".
    Raises `Unusable` for a language that no file of `languages/` declares.
    """
    page = open_page(text, language=plugins.language(language), date=date)
    days = dates(page)
    figures = quantities(page, days)
    who = actors(page)
    said = quotations(page, who)
    return Reading(
        statement=Statement(id=id, text=text, language=language, date=date),
        quantities=tuple(figures),
        dates=tuple(days),
        quotes=tuple(said),
        actors=tuple(who),
        claims=tuple(claims(page, figures, days, said, who)),
    )
