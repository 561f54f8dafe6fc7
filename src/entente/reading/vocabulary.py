"""The typed lexicon of a language: the words of every matcher, compiled once."""

from __future__ import annotations

from functools import lru_cache

from entente import plugins
from entente.languages import Language
from entente.reading import actors, claims, dates, figures, quotations
from entente.text.fold import fold
from entente.text.lexicon import Lexicon

__all__ = ["known_best", "vocabulary"]

KNOWN = 0.4  # of a text's characters that its language must know
AHEAD = 1.2  # times as many as the next language


@lru_cache(maxsize=16)
def vocabulary(language: Language) -> Lexicon:
    """The lexicon of a language, from the `words` of each matcher."""
    matchers = (figures, dates, actors, quotations, claims)
    return Lexicon(entry for matcher in matchers for entry in matcher.words(language))


def known_best(text: str) -> str | None:
    """The ISO 639-1 code of the language that knows most words of a text; None where none knows enough of them.

    For a phrase or a sentence in which too few function words stand to tell ("Germany gave 5 million euros").
    """
    folded = fold(text)
    found: list[tuple[int, str]] = []
    for code in plugins.names("languages"):
        hits = vocabulary(plugins.language(code)).scan(text, folded).values()
        found.append((len({at for some in hits for hit in some for at in range(hit.start, hit.end)}), code))
    (most, best), (second, _) = sorted(found, reverse=True)[:2]
    return best if most >= KNOWN * len(text) and most >= AHEAD * second else None
