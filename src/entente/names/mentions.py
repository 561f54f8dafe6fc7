"""Whether a text names somebody."""

from __future__ import annotations

from entente.names.light import light_words
from entente.names.words import words

__all__ = ["mentions"]

SHORTEST = 3  # letters of a word that can name somebody


def mentions(text: str, name: str) -> bool:
    """Whether a text holds a word of a name, however it is written; legal forms, titles and articles name nobody."""
    own = {word.token for word in words(name) if len(word.token) >= SHORTEST} - light_words()
    return any(word.token in own for word in words(text))
