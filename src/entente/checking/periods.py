"""The time that a claim speaks of, from the dates in its words and in its sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from entente.model.question import Period
from entente.model.reading import Claim, DateMention, Reading
from entente.scopes.marks import marks
from entente.text.fold import fold

__all__ = ["period", "span_of"]

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def period(
    claim: Claim, sentence: tuple[int, int], reading: Reading, day: date, *, lasting: bool = False
) -> Period | None:
    """The time of a claim: of the dates in its own words, else of those in its sentence; None where there are none.

    Two dates are the ends of one time; a date after "since" begins one that lasts until the day of the statement. Of
    what is `lasting` ("still"), "twenty years ago" tells the cause and not the time.
    """
    dates = [mention for mention in reading.dates if mention.iso and not (lasting and mention.kind == "relative")]
    own = [mention for mention in dates if claim.span.holds(mention.span)]
    near = own or [m for m in dates if sentence[0] <= m.span.start and m.span.end <= sentence[1]]
    text = reading.statement.text
    said = [(mention, span_of(mention.iso or "")) for mention in near]
    spans = [(mention, span) for mention, span in said if span]
    if not spans:
        return _planned(reading.statement.text, sentence)
    first, last = min(low for _, (low, _) in spans), max(high for _, (_, high) in spans)
    since = len(spans) == 1 and _since(spans[0][0], text, reading.statement.language)
    words = text[spans[0][0].span.start : spans[-1][0].span.end]
    return Period(first, max(day, first) if since else last, since, words)


def _planned(text: str, sentence: tuple[int, int]) -> Period | None:
    """The year in the name of a plan ("the 2016 regional refugee plan"), which is no date by itself."""
    found = YEAR.findall(text, *sentence)
    if len(set(found)) != 1:
        return None
    year = int(found[0])
    return Period(date(year, 1, 1), date(year, 12, 31), False, found[0])


def span_of(iso: str) -> tuple[date, date] | None:
    """The first and last day of an ISO 8601 day, month, year or interval; None for what is none of these."""
    start, _, end = iso.partition("/")
    try:
        return _first(start), _last(end or start)
    except ValueError:
        return None


def _first(part: str) -> date:
    year, month, day = (*map(int, part.split("-")), 1, 1)[:3]
    return date(year, month, day)


def _last(part: str) -> date:
    numbers = [int(number) for number in part.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])


def _since(mention: DateMention, text: str, code: str) -> bool:
    before = text[max(0, mention.span.start - 40) : mention.span.start]
    return bool(marks(code).since.search(fold(before)))
