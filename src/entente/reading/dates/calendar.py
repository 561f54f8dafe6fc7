"""Calendar arithmetic: times as ISO 8601 strings (a day, month or year, or "start/end"), None where there is none."""

from __future__ import annotations

from calendar import monthrange
from datetime import date as Day
from datetime import timedelta

__all__ = [
    "MONTHS",
    "day",
    "edge_day",
    "fiscal_end",
    "fiscal_year",
    "join",
    "month",
    "nearest",
    "part_of_year",
    "shift",
    "stretch",
    "weekday",
    "weekday_on",
    "whole",
    "year",
]

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}
DAYS = {"day": 1, "week": 7, "weekend": 7}
YEARS = range(1, 10_000)


def year(value: int) -> str | None:
    """A year."""
    return f"{value:04d}" if value in YEARS else None


def month(value: int | None, number: int) -> str | None:
    """A month of a year; months beyond 1 to 12 run into the neighbouring years."""
    if value is None:
        return None
    value, index = value + (number - 1) // 12, (number - 1) % 12
    return f"{value:04d}-{index + 1:02d}" if value in YEARS else None


def day(value: int | None, number: int, of_month: int) -> str | None:
    """A day of a month of a year; there is no 30 February."""
    if value in YEARS and value and 1 <= number <= 12 and 1 <= of_month <= monthrange(value, number)[1]:
        return f"{value:04d}-{number:02d}-{of_month:02d}"
    return None


def join(start: str | None, end: str | None) -> str | None:
    """The interval from one time to another; none where an end is unknown or comes before its start."""
    if start is None or end is None or edge_day(start, end=False) > edge_day(end, end=True):
        return None
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"


def edge_day(time: str, *, end: bool) -> str:
    """The first day of a time, or the last."""
    part = time.rpartition("/")[2] if end else time.partition("/")[0]
    if part.count("-") == 2:
        return part
    value, number = int(part[:4]), int(part[5:7] or (12 if end else 1))
    return f"{value:04d}-{number:02d}-{monthrange(value, number)[1] if end else 1:02d}"


def shift(today: Day, unit: str, count: int) -> Day | None:
    """The day some units away; the last day of a shorter month stands for the days it lacks."""
    try:
        if unit in DAYS:
            return today + timedelta(days=DAYS[unit] * count)
        value, index = divmod(today.year * 12 + today.month - 1 + MONTHS[unit] * count, 12)
        return Day(value, index + 1, min(today.day, monthrange(value, index + 1)[1]))
    except (OverflowError, ValueError):
        return None


def whole(today: Day, unit: str, count: int) -> str | None:
    """The whole day, week (Monday to Sunday), weekend, month, ... or decade that lies some units away from today's."""
    there = shift(today, unit, count)
    if there is None:
        return None
    monday = there.toordinal() - there.weekday()
    match unit:
        case "day":
            return there.isoformat()
        case "week":
            return _from_to(monday, monday + 6)
        case "weekend":
            return _from_to(monday + 5, monday + 6)
        case "month":
            return month(there.year, there.month)
        case "year":
            return year(there.year)
        case "decade":
            return join(year(there.year // 10 * 10), year(there.year // 10 * 10 + 9))
        case _:
            return part_of_year(there.year, MONTHS[unit], (there.month - 1) // MONTHS[unit] + 1)


def _from_to(first: int, last: int) -> str | None:
    """The days between two ordinals, ends included."""
    if first < 1 or last > Day.max.toordinal():
        return None
    return f"{Day.fromordinal(first)}/{Day.fromordinal(last)}"


def part_of_year(value: int | None, months: int, number: int, *, first_month: int = 1) -> str | None:
    """The n-th quarter (3 months) or half (6) of a year, in days; a fiscal year begins in the year before."""
    if value is None or not 1 <= number <= 12 // months:
        return None
    first = first_month + (number - 1) * months
    since, until = (month(value - (first_month > 1), at) for at in (first, first + months - 1))
    return f"{edge_day(since, end=False)}/{edge_day(until, end=True)}" if since and until else None


def stretch(today: Day, unit: str, count: int, *, by_month: bool) -> str | None:
    """The time from today to some units away, in order; `by_month`: months and years run from month to month."""
    there = shift(today, unit, count)
    if there is None:
        return None
    start, end = sorted((today, there))
    if by_month and unit in MONTHS:
        return join(month(start.year, start.month), month(end.year, end.month))
    return f"{start}/{end}"


def fiscal_year(value: int, first_month: int) -> str | None:
    """The fiscal year that ends in a year and begins with a month of the year before."""
    since, until = month(value - 1, first_month), month(value, first_month - 1)
    return f"{edge_day(since, end=False)}/{edge_day(until, end=True)}" if since and until else None


def fiscal_end(time: str) -> int | None:
    """The year in which a fiscal year ends; None for any other time."""
    since, until = Day.fromisoformat(edge_day(time, end=False)), int(edge_day(time, end=True)[:4])
    return until if since.month > 1 and fiscal_year(until, since.month) == time else None


def nearest(today: Day, number: int, of_month: int | None, *, ahead: int) -> int:
    """The year of a month, or of a day of it, said without its year.

    The last one that has begun; or the next one, where it begins within so many days `ahead` and the last has passed.
    """
    last = today.year - ((number, of_month or 1) > (today.month, today.day))
    if number == today.month and of_month in (None, today.day):
        return last
    coming = Day(min(last + 1, YEARS[-1]), number, min(of_month or 1, 28))
    return last + ((coming - today).days <= ahead)


def weekday(today: Day, number: int, *, future: bool = False, weeks: int | None = None) -> str | None:
    """The last such weekday (0 is Monday) up to today, or the next after it; `weeks`: the one of that week."""
    back = (today.weekday() - number) % 7
    days = 7 - back if future else -back
    there = shift(today, "day", days if weeks is None else number - today.weekday() + 7 * weeks)
    return there.isoformat() if there else None


def weekday_on(today: Day, number: int, of_month: int) -> str | None:
    """The last day up to today, within a year, that is both this weekday and this day of the month."""
    for back in range(13):
        there = shift(today.replace(day=1), "month", -back)
        said = day(there.year, there.month, of_month) if there else None
        if said and said <= today.isoformat() and Day.fromisoformat(said).weekday() == number:
            return said
    return None
