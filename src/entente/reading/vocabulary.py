"""The typed lexicon of a language: the words of every matcher, compiled once."""

from __future__ import annotations

from functools import lru_cache

from entente.languages import Language
from entente.reading import actors, claims, dates, figures, quotations
from entente.text.lexicon import Lexicon

__all__ = ["vocabulary"]


@lru_cache(maxsize=16)
def vocabulary(language: Language) -> Lexicon:
    """The lexicon of a language, from the `words` of each matcher."""
    matchers = (figures, dates, actors, quotations, claims)
    return Lexicon(entry for matcher in matchers for entry in matcher.words(language))
