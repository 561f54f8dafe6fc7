"""Portions of a time ("the first three months of 2022"), and times that count from another one ("the next day")."""

from __future__ import annotations

from datetime import date as Day
from datetime import timedelta

from entente.reading.dates import calendar
from entente.reading.dates.shapes import Stretch

__all__ = ["day_of_month", "from_another", "portion", "week", "weekday_of"]

LAST = -1  # the place of "last", counted from the end
PRECISE = {"day": 10, "week": 10, "month": 7, "year": 4, "decade": 4}  # characters of an ISO time from which one counts


def portion(stretch: Stretch) -> str | None:
    """The first or last units of a year, a month or a time told from today: "the first two weeks of May"."""
    [place, *_], counts = stretch.parts("OLl"), stretch.numbers("NDS")
    unit, whole = str(stretch.parts("UVB")[0].value[1]), _container(stretch)
    several = stretch.parts("UVB")[0].value[0] != "U"
    if whole is None or (several and not counts):
        return None
    number = place.value[1] if place.value[0] == "O" else LAST
    count = counts[0] if counts else 1
    if number not in (1, LAST) and count > 1:
        return None
    first, last = (Day.fromisoformat(calendar.edge_day(whole, end=end)) for end in (False, True))
    if number == LAST:
        since = calendar.shift(last + timedelta(days=1), unit, -count)
        until: Day | None = last
    else:
        since = calendar.shift(first, unit, number - 1)
        until = calendar.shift(since, unit, count) if since else None
        until = until - timedelta(days=1) if until else None
    if since is None or until is None or since < first or since > last:
        return None
    return calendar.join(since.isoformat(), min(until, last).isoformat())


def _container(stretch: Stretch) -> str | None:
    """The year, month or other time of which a portion is told."""
    if "F" in stretch.codes:
        return None
    if months := stretch.months():
        return calendar.month(stretch.nearest(months[0]), months[0])
    if (year := stretch.year()) is not None:
        return calendar.year(year)
    today, units = stretch.page.date, stretch.parts("UVB")
    moves = [hit for hit in stretch.parts("LXT") if hit.start >= stretch.parts("UVBW")[0].end]
    if today is None or units[-1].value[1] not in ("month", "year"):
        return None
    return calendar.whole(today, str(units[-1].value[1]), sum(move.value[1][0] for move in moves))


def weekday_of(stretch: Stretch) -> str | None:
    """A weekday of a month by its place: "the first Friday of March", "the last Monday of this month"."""
    [place, *_], [weekday, *_], whole = stretch.parts("OLl"), stretch.numbers("W"), _container(stretch)
    if whole is None or len(whole) != PRECISE["month"]:
        return None
    if place.value[0] != "O":
        return calendar.weekday(Day.fromisoformat(calendar.edge_day(whole, end=True)), weekday)
    first = Day.fromisoformat(calendar.edge_day(whole, end=False))
    there = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (place.value[1] - 1))
    return there.isoformat() if there.isoformat() <= calendar.edge_day(whole, end=True) else None


def week(stretch: Stretch) -> str | None:
    """The week that begins on a day: "the week of March 6"."""
    [month], [day] = stretch.months(), stretch.numbers("DNO")
    monday = calendar.day(stretch.nearest(month, day), month, day)
    if stretch.unit() != "week" or monday is None:
        return None
    return calendar.join(monday, (Day.fromisoformat(monday) + timedelta(days=6)).isoformat())


def day_of_month(stretch: Stretch) -> str | None:
    """A day of a month told from today: "the 14th of this month"."""
    day, following = stretch.hits[0], stretch.hits[1]
    today = stretch.page.date
    if not (day and following and today) or stretch.unit() != "month":
        return None
    if not stretch.page.folded[day.end : following.start].strip():
        return None
    month = calendar.whole(today, "month", sum(stretch.numbers("LXT")))
    return calendar.day(int(month[:4]), int(month[5:7]), day.value[1]) if month else None


def from_another(stretch: Stretch, named: str | None) -> str | None:
    """A time that counts from the one `named` before: "the next day", "two years earlier"."""
    [hit, *_] = stretch.parts("Rg")
    unit, count = hit.value[1] if hit.value[0] == "R" else (stretch.unit(), hit.value[1])
    count *= max(stretch.numbers("NDS"), default=1)
    time = named.partition("/")[0] if named else ""
    if unit not in PRECISE or len(time) < PRECISE[unit]:
        return None
    there = Day.fromisoformat(calendar.edge_day(time, end=False))
    if unit == "year" and named and (year := calendar.fiscal_end(named)) is not None:
        return calendar.fiscal_year(year + count, there.month)
    return calendar.whole(there, *(("day", 7 * count) if unit == "week" else (unit, count)))
