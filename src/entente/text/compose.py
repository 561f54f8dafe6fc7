"""A composed copy of a text whose accents stand apart, and the way back to its places.

Some programs publish "é" as two code points, a letter and a combining mark (Unicode's form NFD). Such a text is read
in a copy where the two are one (form NFC, Unicode Standard Annex 15); every place in the copy is one in the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

__all__ = ["apart", "compose"]

_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")


def apart(text: str) -> bool:
    """Whether a text has combining marks."""
    return not text.isascii() and _MARK.search(text) is not None


def compose(text: str) -> tuple[str, Sequence[int]]:
    """The composed copy, and for each of its places, its end included, the place in the text."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        composed = unicodedata.normalize("NFC", match.group())
        pieces += (text[last:start], composed)
        places += range(last, start)
        places += (min(start + part, end - 1) for part in range(len(composed)))
        last = end
    pieces.append(text[last:])
    places += range(last, len(text) + 1)
    return "".join(pieces), places
