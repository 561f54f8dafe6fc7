"""Whether a text names somebody."""

from __future__ import annotations

from entente.names.light import light_words
from entente.names.words import words

__all__ = ["mentions"]

SHORTEST = 3  # Latin letters of a word that can name somebody; one sign of another script can


def mentions(text: str, name: str) -> bool:
    """Whether a text holds a word of a name, however it is written; legal forms, titles and articles name nobody.

    A script that writes without blanks, or puts particles before a word, may hide it within a longer one.
    """
    own = {token for token in (word.token for word in words(name)) if len(token) >= SHORTEST or not token.isascii()}
    own -= light_words()
    return any(word.token in own for word in words(text)) or any(token in text for token in own if not token.isascii())
