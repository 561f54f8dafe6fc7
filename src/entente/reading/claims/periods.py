"""Periods: from when and until when a claim holds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from entente.model.reading import DateMention
from entente.reading.claims.particles import Particles

__all__ = ["Periods"]

LEAD = 20  # characters before a date in which "since" stands
FRONT = 40  # characters at the head of a sentence in which a date speaks for all its clauses
STOCKS = frozenset(("displacement", "membership", "count"))
_Time = tuple[str, str, str]


class Periods:
    """The dates of a page, and what they say of the claims beside them."""

    def __init__(self, folded: str, words: Particles, dates: Sequence[DateMention], day: date | None) -> None:
        """Lay out the dates of a page by their offsets; `day` is the day of publication."""
        self.starts = [mention.span.start for mention in dates]
        self.times = [_time(folded, words, mention) for mention in dates]
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
            if time is None:
                continue
            opening, closing, said = time
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


def _time(folded: str, words: Particles, mention: DateMention) -> _Time | None:
    """The two ends of a date, the second one empty where there is but one, and what is said of it.

    None if it is unknown, or if something is only compared with what was then.
    """
    if mention.iso is None:
        return None
    opening, _, closing = mention.iso.partition("/")
    start = mention.span.start
    lead = f" {folded[max(0, start - LEAD) : start]}".rstrip()
    if lead.endswith(words.versus):  # "20 % more than in 2014"
        return None
    return opening, closing, "since" if lead.endswith(words.since) else "until" if lead.endswith(words.until) else ""


def _plain(kind: str, opening: str, closing: str) -> tuple[str | None, str | None]:
    if kind in STOCKS and not closing and len(opening) > len("2015"):
        return None, opening
    if kind == "event" and not closing:
        return opening, None
    return opening, closing or opening
