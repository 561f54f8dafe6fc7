"""The language of a text, told by its function words."""

from __future__ import annotations

from functools import lru_cache

from entente import plugins
from entente.text.compose import compose
from entente.text.fold import fold, words

__all__ = ["guess"]

SAMPLE = 20_000  # characters that are looked at
FEWEST = 3  # function words that a language must show
AHEAD = 1.5  # times as many as the next language


def guess(text: str) -> str | None:
    """The ISO 639-1 code of the language whose own function words a text shows most; None where it shows too few."""
    said = words(fold(compose(text[:SAMPLE])[0])).split()
    known = _function_words()
    found = sorted(((sum(map(forms.__contains__, said)), code) for code, forms in known), reverse=True)
    most, code = found[0]
    next_most = found[1][0] if len(found) > 1 else 0
    return code if most >= FEWEST and most >= AHEAD * next_most else None


@lru_cache(maxsize=1)
def _function_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each language's words that no other language has among its own."""
    languages = map(plugins.language, plugins.names("languages"))
    known = [(language.code, frozenset(map(fold, language.function_words))) for language in languages]
    return tuple((code, forms - frozenset().union(*(f for c, f in known if c != code))) for code, forms in known)
