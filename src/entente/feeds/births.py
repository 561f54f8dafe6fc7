"""Birth dates as lists write them: a day, a month, a year, a range, "circa"."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from entente.model.listing import BirthDate

__all__ = ["birth_date", "born"]

ABOUT = re.compile(r"\b(?:circa|ca\.?|approximately|approx\.?|about|environ|vers)\s*", re.I)
BETWEEN = re.compile(r"(?<=\d{4})-(?=\d{4})|\s*(?:\bto\b|\bet\b|\band\b|\bbetween\b|[–/])\s*", re.I)
MONTHS = {name: n for n, full in enumerate(calendar.month_name) if n for name in (full.lower(), full.lower()[:3])}
SHAPES = tuple(
    re.compile(shape, re.I)
    for shape in (
        r"(?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<month>\d\d|XX|mm)-(?P<day>\d\d|XX|dd)(?:T[\d:.+Z-]*)?",
        r"(?P<year>\d{4})-(?P<month>\d\d)",
        r"(?P<day>\d\d?|dd|XX)/(?P<month>\d\d?|mm|XX)/(?P<year>\d{4})",
        r"(?P<day>\d\d?)\.? (?P<month>[a-z]{3,9})\.? (?P<year>\d{4})",
        r"(?P<month>[a-z]{3,9})\.? (?P<year>\d{4})",
    )
)
OLDEST = 1850


@lru_cache(maxsize=1 << 16)
def birth_date(text: str) -> BirthDate:
    """The birth date that a text tells, with its precision. Raises `ValueError` for what is no date."""
    plain = ABOUT.sub("", text.strip())
    parts = [part for part in BETWEEN.split(plain) if part] if not _shaped(plain) else [plain]
    if not 1 <= len(parts) <= 2:
        raise ValueError(f"{text!r} is no birth date")
    spans = [_span(part) for part in parts]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return BirthDate(first, last, about=plain != text.strip(), text=text.strip())


def born(year: str, month: str = "", day: str = "", *, until: str = "", about: bool = False) -> BirthDate:
    """The birth date that a publisher gives in parts; `until` is the last year of a range. Raises `ValueError`."""
    first, last = _days(year, month, day)
    if until:
        last = _days(until, "", "")[1]
    said = "-".join(part for part in (year, month.zfill(2) if month else "", day.zfill(2) if day else "") if part)
    return BirthDate(min(first, last), max(first, last), about, f"{said}/{until}" if until else said)


def _shaped(text: str) -> re.Match[str] | None:
    return next((found for shape in SHAPES if (found := shape.fullmatch(text))), None)


def _span(text: str) -> tuple[date, date]:
    found = _shaped(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no birth date")
    parts = found.groupdict()
    return _days(parts["year"], parts.get("month") or "", parts.get("day") or "")


def _days(year: str, month: str, day: str) -> tuple[date, date]:
    """The first and last day; what is no number ("XX", "mm", "00") is not known."""
    y, m, d = _number(year), MONTHS.get(month.lower()) or _number(month), _number(day)
    if month and not m and month.isalpha() and month.lower() not in ("xx", "mm"):
        raise ValueError(f"{month!r} is no month")
    if not OLDEST <= y <= date.max.year - 1:
        raise ValueError(f"{year!r} is no year of birth")
    try:
        first = date(y, m or 1, (d or 1) if m else 1)
    except ValueError:
        raise ValueError(f"{year}-{month}-{day} is no day") from None
    if m and d:
        return first, first
    return first, date(y, m or 12, calendar.monthrange(y, m or 12)[1])


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
