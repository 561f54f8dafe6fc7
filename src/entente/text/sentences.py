"""Where sentences begin and end."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["sentences"]

_STOP = re.compile(r"\n+|[.!?…]+[\"'»”’)\]]*(?:\s?»)?(?=\s|$)")


@lru_cache(maxsize=16)
def _shortened(abbreviations: frozenset[str]) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, abbreviations), key=len, reverse=True))
    return re.compile(rf"(?:\b(?:{listed or '(?!)'}|[A-Z](?:\.[A-Z])*))\.$", re.IGNORECASE if not listed else 0)


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> list[tuple[int, int]]:
    """Half-open spans of the sentences of a text, white space at their ends left out.

    A line break ends a sentence (statements hold one paragraph a line); a full stop does, unless it closes one
    of the abbreviations, an initial ("J.", "U.S."), or is followed by a lower-case letter.
    """
    found: list[tuple[int, int]] = []
    start = 0
    shortened = _shortened(abbreviations)
    for stop in _STOP.finditer(text):
        broken = text[stop.start()] == "\n"
        if broken or _ends(text, stop, shortened, start):
            _keep(text, start, stop.start() if broken else stop.end(), found)
            start = stop.end()
    _keep(text, start, len(text), found)
    return found


def _ends(text: str, stop: re.Match[str], shortened: re.Pattern[str], start: int) -> bool:
    """Whether a mark at the end of a word ends a sentence too."""
    after = text[stop.end() : stop.end() + 40].lstrip(" \u00a0\u202f\t«“\"(")
    if after[:1].islower():
        return False
    dot = stop.start()
    if text[dot] != "." or text[dot + 1 : dot + 2] == "." or after[:1] in ("", "\n"):
        return True
    return not shortened.search(text, max(start, dot - 16), dot + 1)


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append((start, end))
