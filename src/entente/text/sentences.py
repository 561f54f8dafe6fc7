"""Where sentences begin and end."""

from __future__ import annotations

import re

__all__ = ["sentences"]

_MARK = re.compile(  # line breaks, or marks of an end with what may follow them; the first set is what is sought fast
    r"[\n\u2028\u2029.!?…](?:(?<=[\n\u2028\u2029])[\n\u2028\u2029]*+"
    r"|(?<![.!?…]{2})(?<=[.!?…])[.!?…]*+[\"'»”’)\]]*+(?:\s?»)?(?=\s|$))"
)
_WORD = re.compile(r"[^\s(«“\"']+$")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*")
LONGEST = 16  # characters of an abbreviation
_NEXT = re.compile(r"[ \u00a0\u202f\t«“\"(]*")


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a text, white space at their ends left out.

    A line break ends a sentence (statements hold one paragraph a line); a full stop does, unless it closes one
    of the abbreviations, an initial ("J.", "U.S."), or is followed by a lower-case letter.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for mark in _MARK.finditer(text):
        at, end = mark.span()
        if text[at] in "\n\u2028\u2029":
            _keep(text, start, at, found)
            start = end
        elif _ends(text, at, end, abbreviations, start):
            _keep(text, start, end, found)
            start = end
    _keep(text, start, len(text), found)
    return found


def _ends(text: str, dot: int, end: int, abbreviations: frozenset[str], start: int) -> bool:
    """Whether a mark at the end of a word ends a sentence too; two spaces after it always do."""
    after = text[end + 1 : end + 2]
    if not (after.isalpha() and text[end] == " "):
        blank = _NEXT.match(text, end)
        after = text[blank.end() : blank.end() + 1] if blank else ""
    if after.islower():
        return False
    if text[dot] != "." or text[dot + 1 : dot + 2] == "." or after in ("", "\n") or text[end : end + 2].isspace():
        return True
    word = _WORD.search(text, max(start, dot - LONGEST), dot)
    return not word or not (word[0] in abbreviations or _INITIALS.fullmatch(word[0]))


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))
