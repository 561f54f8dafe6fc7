"""The words beside a place in a text."""

from __future__ import annotations

import re

__all__ = ["word_after", "word_before"]

FAR = 40  # longer words are not read, in characters
AFTER = re.compile(r"[ ']([\w-]+)")


def word_before(folded: str, at: int) -> str:
    """The word that stands right before an offset, a space or an apostrophe between; empty at the edge of a clause."""
    if at < 2 or folded[at - 1] not in " '":
        return ""
    before = folded[at - FAR if at > FAR else 0 : at - 1]
    words = before.replace("'", " ").rsplit(None, 1) if before[-1:].isalnum() else ()
    return words[-1].lstrip('("«[') if words else ""


def word_after(folded: str, at: int) -> str:
    """The word that follows an offset after a space or an apostrophe; empty at the edge of a clause."""
    match = AFTER.match(folded, at)
    return match[1] if match else ""
