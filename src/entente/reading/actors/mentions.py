"""Mentions: the names found so far in a text, of which none overlap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["CAPITAL", "SPACE", "Mention", "Mentions", "alternatives"]

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"  # for a character class
SPACE = "[ \u00a0]"


class Mention(NamedTuple):
    """A name in a text: half-open offsets, kind, id, rule, and all names of a body that the gazetteer knows.

    The kind is empty where the name is no actor's and only keeps others from being read there.
    """

    start: int
    end: int
    kind: str
    id: str
    rule: str
    names: str = ""


class Mentions:
    """The mentions of a text by their start; a new one takes the place of those it overlaps."""

    def __init__(self, length: int) -> None:
        """None yet, in a text of this many characters."""
        self.by_start: dict[int, Mention] = {}
        self.taken = bytearray(length)

    def add(self, mention: Mention) -> None:
        """Take in a mention, and forget those that it overlaps."""
        start, end = mention.start, mention.end
        if self.taken.find(1, start, end) >= 0:
            first = start
            while first and self.taken[first - 1] and first not in self.by_start:
                first -= 1
            for at in range(first, end):
                if at in self.by_start:
                    self.drop(at)
        self.by_start[start] = mention
        self.taken[start:end] = b"\1" * (end - start)

    def drop(self, start: int) -> None:
        """Forget the mention that begins at an offset."""
        gone = self.by_start.pop(start)
        self.taken[start : gone.end] = bytes(gone.end - start)

    def at(self, start: int) -> Mention | None:
        """The mention that begins at an offset."""
        return self.by_start.get(start)

    def free(self, start: int, end: int) -> bool:
        """Whether no mention stands between two offsets."""
        return self.taken.find(1, start, end) < 0

    def __iter__(self) -> Iterator[Mention]:
        """The mentions in the order of the text."""
        return (self.by_start[start] for start in sorted(self.by_start))


def alternatives(forms: list[str]) -> str:
    """Forms as alternatives of a pattern, the longest first; a pattern that matches nothing where there are none."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) or r"(?!)"
