"""Periods: from when and until when a claim holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from entente.model.reading import DateMention
from entente.reading.claims.particles import Particles

__all__ = ["Periods"]

LEAD = 20  # characters before a date in which "since" stands
FAR = 60  # characters before a date in which a comma opens a comparison
RECORD = 40  # characters between a superlative and the date to which it reaches back
BEYOND = 1 << 62  # beyond any offset
FRONT = 40  # characters at the head of a sentence in which a date speaks for all its clauses
STOCKS = frozenset(("displacement", "membership", "count"))


class _Time(NamedTuple):
    """The ends of a date (ISO 8601), the second one empty where there is but one, and what is said of it.

    `opened` is where a comparison with that time opens, beyond any offset where there is none: what is claimed from
    before is not of that time. `ranks`: a superlative reaches back to it.
    """

    opening: str
    closing: str
    said: str
    opened: int
    ranks: bool


class Periods:
    """The dates of a page, and what they say of the claims beside them."""

    def __init__(
        self, folded: str, words: Particles, dates: Sequence[DateMention], ranked: Sequence[int], day: date | None
    ) -> None:
        """Lay out the dates of a page by their offsets; superlatives end at `ranked`, `day` is that of publication."""
        self.starts = [mention.span.start for mention in dates]
        self.times = [_time(folded, words, mention, ranked) for mention in dates]
        self.day = day.isoformat() if day else None

    def dated(self, start: int, end: int) -> bool:
        """Whether a date stands between two offsets."""
        at = bisect_left(self.starts, start)
        return at < len(self.starts) and self.starts[at] < end

    def _between(self, start: int, end: int) -> Sequence[_Time | None]:
        first = bisect_left(self.starts, start)
        return self.times[first : bisect_left(self.starts, end, first)]

    def of(self, kind: str, status: str | None, sentence: int, start: int, end: int) -> tuple[str | None, str | None]:
        """From when and until when (ISO 8601) a claim between two offsets of a sentence holds.

        "Since" and "until" say it. Else a stock is of the day it is told of, an event happened on its date, and what
        happened "in 2015" has both ends there. A total that has been given since a time ends at publication.
        """
        if not self.starts:
            return None, None
        since = until = None
        for time in self._between(start, end) or self._between(sentence, min(start, sentence + FRONT)):
            if time is None or start < time.opened < BEYOND or (time.ranks and kind != "rank"):
                continue
            opening, closing, said = time[:3]
            if said == "since":
                since = since or opening
            elif said == "until":
                until = until or closing or opening
            else:
                begun, ended = _plain(kind, opening, closing)
                since, until = since or begun, ended or until
        if since and until is None and status == "given":
            until = self.day
        return since, None if since and until and until < since[: len(until)] else until


def _time(folded: str, words: Particles, mention: DateMention, ranked: Sequence[int]) -> _Time | None:
    """What a date tells of the claims about it; None if it is not resolved."""
    if mention.iso is None:
        return None
    opening, _, closing = mention.iso.partition("/")
    start = mention.span.start
    lead = f" {folded[max(0, start - LEAD) : start]}".rstrip()
    since = lead.endswith(words.since)
    said = "since" if since else "until" if lead.endswith(words.until) else ""
    return _Time(opening, closing, said, _compared(folded, words, lead, start), since and _after(ranked, start))


def _compared(folded: str, words: Particles, lead: str, start: int) -> int:
    """Where a comparison opens with a date that begins at an offset: "more than in 2014", ", up from 3 in 2014"."""
    if lead.endswith(words.versus):
        return start
    comma = folded.rfind(",", max(0, start - FAR), start)
    return comma + 1 if comma >= 0 and folded.startswith(words.versus, comma + 1) else BEYOND


def _after(ranked: Sequence[int], start: int) -> bool:
    """Whether a superlative ends right before an offset: "the largest number since"."""
    last = bisect_left(ranked, start) - 1
    return last >= 0 and ranked[last] > start - RECORD


def _plain(kind: str, opening: str, closing: str) -> tuple[str | None, str | None]:
    if kind in STOCKS and not closing and len(opening) > len("2015"):
        return None, opening
    if kind == "event" and not closing:
        return opening, None
    return opening, closing or opening
