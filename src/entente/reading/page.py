"""A statement laid open for reading: its text, the folded copy, the lexicon's hits and the sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from entente.languages import Language
from entente.text.lexicon import Hit

__all__ = ["Page"]


@dataclass(slots=True)
class Page:
    """What every matcher is given.

    `text` is as published; `folded` is the search copy of the same length; `hits` holds the lexicon's hits by kind,
    in order of start; `sentences` and runs of `digits` are half-open spans in order.
    """

    text: str
    folded: str
    language: Language
    date: date | None
    hits: dict[str, list[Hit]]
    sentences: list[tuple[int, int]]
    digits: list[tuple[int, int]]
    _starts: list[int] = field(default_factory=list)

    def sentence(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset stands; between two sentences, the one before."""
        if not self._starts:
            self._starts = [start for start, _ in self.sentences]
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[max(index, 0)] if self.sentences else (0, len(self.text))
