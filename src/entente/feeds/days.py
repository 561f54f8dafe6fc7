"""Days as publishers write them down: some know only the month or the year, some are no days at all."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from datetime import date

__all__ = ["latest_day", "span_of_days"]

DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


def span_of_days(text: str) -> tuple[date, date]:
    """The first and the last day that "2015", "2015-06" or "2015-06-25" may mean. Raises `ValueError`."""
    found = DATE.match(text)
    if not found:
        raise ValueError(f"{text!r} is no day, month or year")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    first = date(year, month or 1, day or 1)
    last = date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])
    return first, last


def latest_day(texts: Iterable[str]) -> date | None:
    """The last of some instants or days in ISO 8601 form; those that are none tell nothing."""
    return max((day for text in texts if (day := _day(text))), default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
