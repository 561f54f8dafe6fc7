"""Dates: expressions that point to a calendar time, and the time they point to.

What was said is the span; what was inferred, with the day of publication, is the ISO 8601 time. The rules are those
of the gold statements: FORMAT.md, English decisions 9 to 12, and French, "Dates".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date as Day
from datetime import timedelta

from entente.model.reading import DateMention
from entente.model.span import Span
from entente.reading.dates import calendar
from entente.reading.dates.cues import (
    SOON,
    ahead,
    belongs,
    happens,
    is_year,
    preceded,
    recurs,
    speaks_of_month,
    spoken_on,
)
from entente.reading.dates.parts import runs, words
from entente.reading.dates.portions import day_of_month, from_another, portion, week, weekday_of
from entente.reading.dates.shapes import Stretch, shape
from entente.reading.page import Page
from entente.text.lexicon import Hit

__all__ = ["dates", "words"]

US_FISCAL, AUSTRALIAN_FISCAL = 10, 7  # the first month of the fiscal year
FISCAL = {"AUS": 7, "NZL": 7, "PAK": 7, "BGD": 7, "KEN": 7, "GBR": 4, "CAN": 4, "IND": 4, "JPN": 4, "ZAF": 4}
KNOWN_YEARS = range(1600, 2151)  # four digits beyond are no year unless a month stands before them
QUARTER, HALF = 3, 6  # months
NEAR = 400  # characters between a date and another that counts from it
HOURS = 24  # of a day
Time = tuple[str | None, str]  # ISO 8601, None where unknown; and the kind of date


def dates(page: Page) -> list[DateMention]:
    """The dates of a text, in order; relative and yearless ones stay unresolved without a day of publication."""
    found: list[DateMention] = []
    for run in runs(page):
        place = 0
        while stretch := shape(page, run, place):
            mentions = _mentions(stretch, found[-1] if found else None)
            place = stretch.last if mentions or stretch.rule == "months" else stretch.first + 1
            found += mentions
    return found


def _mentions(stretch: Stretch, before: DateMention | None) -> list[DateMention]:
    elsewhere = stretch.page.language.calendar.elsewhere
    if elsewhere and stretch.page.text.startswith(elsewhere, stretch.end):
        return []
    if stretch.rule == "apart":
        return _apart(stretch, before)
    if stretch.rule == "years":
        return list(_years(stretch))
    if stretch.rule == "months" and _paired(stretch):
        return list(_two_months(stretch))
    if stretch.rule == "days" and "&" in stretch.codes and _paired(stretch):
        return list(_two_days(stretch))
    time = RULES[stretch.rule](stretch)
    return [DateMention(Span(stretch.start, stretch.end), *time, stretch.rule)] if time else []


def _paired(stretch: Stretch) -> bool:
    """Whether what stands before a time makes it the two ends of one, each a date."""
    return preceded(stretch.page, stretch.start, stretch.page.language.calendar.pairs)


def _two_days(stretch: Stretch) -> Iterator[DateMention]:
    """The two ends of a time, each a day: "between 3 and 5 May"."""
    [month], days, kind = stretch.months(), stretch.parts("DNO"), _kind(stretch)
    year = stretch.nearest(month, days[0].value[1])
    for hit in (days[0], days[-1]):
        end = stretch.end if hit is days[-1] else hit.end
        yield DateMention(Span(hit.start, end), calendar.day(year, month, hit.value[1]), kind, "day")


def _years(stretch: Stretch) -> Iterator[DateMention]:
    """Years by themselves, each a date; the words before the first one tell whether they are years."""
    edge: Hit | None = None
    known = False
    for hit in stretch.parts("EY"):
        if hit.value[0] == "E":
            edge = hit
            continue
        known = known or edge is not None or is_year(stretch.page, hit.start, hit.end)
        if not known or hit.value[1] not in KNOWN_YEARS:
            return
        yield DateMention(Span((edge or hit).start, hit.end), calendar.year(hit.value[1]), "explicit", "years")
        edge = None


def _apart(stretch: Stretch, before: DateMention | None) -> list[DateMention]:
    """A time that counts from the date named before, where that is near; "the day before the vote" is none."""
    if before is None or stretch.start - before.span.end > NEAR or belongs(stretch.page, stretch.end):
        return []
    time = from_another(stretch, before.iso)
    return [DateMention(Span(stretch.start, stretch.end), time, "relative", "apart")] if time else []


def _kind(stretch: Stretch) -> str:
    return "explicit" if "Y" in stretch.codes else "yearless"


def _day(stretch: Stretch) -> Time | None:
    if "A" in stretch.codes or "a" in stretch.codes:
        return _today(stretch)
    [month], [day] = stretch.months(), stretch.numbers("DNO")
    year = stretch.nearest(month, day)
    return calendar.day(year, month, day), _kind(stretch)


def _days(stretch: Stretch) -> Time:
    """From the first day that is named to the last: "8-18 November 2025", "28 June to 2 July 2025"."""
    months, days = stretch.months(), stretch.numbers("DNO")
    since, until = _turn(stretch, months, days[0])
    first, last = calendar.day(since, months[0], days[0]), calendar.day(until, months[-1], days[-1])
    return calendar.join(first, last), _kind(stretch)


def _months(stretch: Stretch) -> Time | None:
    """From the first month that is named to the last: "April and May 2026", "November to February"."""
    months = stretch.months()
    if stretch.year() is None and recurs(stretch.page, stretch.start):
        return None
    since, until = _turn(stretch, months)
    return calendar.join(calendar.month(since, months[0]), calendar.month(until, months[-1])), _kind(stretch)


def _two_months(stretch: Stretch) -> Iterator[DateMention]:
    """The two ends of a time, each a date: "between June and July"."""
    months, said = stretch.months(), stretch.numbers("Y")
    for hit, month, year in zip(stretch.parts("MmwS"), months, _turn(stretch, months), strict=False):
        last = hit is stretch.parts("MmwS")[-1]
        end = stretch.end if last else hit.end
        yield DateMention(
            Span(hit.start, end), calendar.month(year, month), "explicit" if last and said else "yearless", "month"
        )


def _turn(stretch: Stretch, months: list[int], day: int | None = None) -> tuple[int | None, int | None]:
    """The years of the first month and the last; a year that is said belongs to the last."""
    turns = months[0] > months[-1]
    said = stretch.year()
    since = stretch.nearest(months[0], day) if said is None else said - turns
    return since, None if since is None else since + turns


def _month(stretch: Stretch) -> Time | None:
    [hit], [month] = stretch.parts("MmwS"), stretch.months()
    alone = len(stretch.codes) == 1
    if alone and not speaks_of_month(stretch.page, hit.start, hit.end, doubtful=stretch.codes != "M"):
        return None
    return calendar.month(stretch.nearest(month), month), _kind(stretch)


def _month_of_year(stretch: Stretch) -> Time | None:
    """A month or a day of a year that is counted from today: "in June last year", "le 3 mars de cette année"."""
    today, [month] = stretch.page.date, stretch.months()
    if stretch.unit() != "year":
        return None
    year, days = today.year + sum(stretch.numbers("LXT")) if today else None, stretch.numbers("DNO")
    return calendar.day(year, month, days[0]) if days else calendar.month(year, month), "relative"


def _part(stretch: Stretch) -> Time | None:
    """A quarter or half of a year that is said: "the third quarter of 2015", "the first half of last year"."""
    months, [number], today = _months_of_part(stretch), stretch.numbers("Oq"), stretch.page.date
    if not months:
        return _portion(stretch)
    if (year := stretch.year()) is not None:
        first_month = US_FISCAL if "F" in stretch.codes else 1
        time = calendar.part_of_year(year, months, number, first_month=first_month)
        return time, "fiscal" if "F" in stretch.codes else "explicit"
    if stretch.unit() != "year":
        return None
    value = today.year + sum(stretch.numbers("LXT")) if today else None
    return calendar.part_of_year(value, months, number), "relative"


def _portion(stretch: Stretch) -> Time | None:
    """The first or last units of a time: "the first three months of 2022"."""
    time = portion(stretch)
    return (time, _kind(stretch) if stretch.year() or stretch.months() else "relative") if time else None


def _week(stretch: Stretch) -> Time | None:
    return (time, _kind(stretch)) if (time := week(stretch)) else None


def _weekday_of(stretch: Stretch) -> Time | None:
    return (time, _kind(stretch) if stretch.months() else "relative") if (time := weekday_of(stretch)) else None


def _day_of_month(stretch: Stretch) -> Time | None:
    return (time, "relative") if (time := day_of_month(stretch)) else None


def _quarter(stretch: Stretch) -> Time | None:
    """A quarter by itself, or a half where its word means half a year (semestre); another half may be of anything."""
    [number], months = stretch.numbers("Oq"), _months_of_part(stretch)
    if not months or number * months > 12 or (months == HALF and not stretch.page.language.calendar.half_years):
        return None
    year = stretch.nearest(months * (number - 1) + 1)
    return calendar.part_of_year(year, months, number), "yearless"


def _months_of_part(stretch: Stretch) -> int | None:
    """How long a part of a year is, None where it is no quarter and no half."""
    [part, *_] = stretch.parts("qUB")
    months: int | None = part.value[1][1] if part.value[0] == "q" else calendar.MONTHS.get(part.value[1])
    return months if months in (QUARTER, HALF) else None


def _fiscal(stretch: Stretch) -> Time:
    """A fiscal year: of the United States by one year, of Australia or another country by two ("2016-17")."""
    pairs, years, today = stretch.parts("J"), stretch.numbers("Y"), stretch.page.date
    if pairs:
        return calendar.fiscal_year(pairs[0].value[1][1], _first_month(stretch.page)), "fiscal"
    if years:
        return calendar.join(*(calendar.fiscal_year(year, US_FISCAL) for year in (years[0], years[-1]))), "fiscal"
    if not today:
        return None, "fiscal"
    year = today.year + (today.month >= US_FISCAL) + sum(stretch.numbers("LXT"))
    return _edged(stretch, calendar.fiscal_year(year, US_FISCAL)), "fiscal"


def _ago(stretch: Stretch) -> Time | None:
    """So long ago: the year, month or day there; unknown where the count is only about right; hours are no date."""
    today, [sign], unit = stretch.page.date, stretch.numbers("GH"), stretch.unit()
    if unit == "hour":
        return None
    if "~" in stretch.codes or not today:
        return None, "relative"
    count = sign * (sum(stretch.numbers("NDS")) or 1)
    if "h" in stretch.codes and unit == "year":
        return calendar.whole(today, "month", 12 * count + sign * HALF), "relative"
    if unit == "decade":
        return calendar.whole(today, "year", 10 * count), "relative"
    if unit == "week":
        return calendar.whole(today, "day", 7 * count), "relative"
    return calendar.whole(today, unit, count), "relative"


def _stretch(stretch: Stretch) -> Time:
    """So many units up to today, or from today on."""
    [count], [sign] = stretch.numbers("NDS"), stretch.numbers("LXlx")
    return _rolled(stretch, sign * count), "relative"


def _rolled(stretch: Stretch, count: int) -> str | None:
    by_month, unit, today = stretch.page.language.calendar.rolls_by_month, stretch.unit(), stretch.page.date
    if unit == "hour":
        unit, count = "day", count // HOURS
    return calendar.stretch(today, unit, count, by_month=by_month) if today and count else None


def _whole(stretch: Stretch) -> Time | None:
    """A week, month, year or decade: this one, the last, the next; or the twelve months up to today."""
    unit, today, moves = stretch.unit(), stretch.page.date, stretch.parts("LX")
    if unit == "day" and stretch.codes == "TU" and today:
        return today.isoformat(), "relative"
    if unit in ("hour", "day", "half"):
        return None
    if moves and _rolls(stretch, moves[0]):
        return _rolled(stretch, moves[0].value[1][0]), "relative"
    time = calendar.whole(today, unit, sum(stretch.numbers("LX"))) if today else None
    return _edged(stretch, time), "relative"


def _edged(stretch: Stretch, time: str | None) -> str | None:
    """The first day of a time, the last, or those still to come, where the words say so: "the start of the year".

    The edge of a time that is named or lies elsewhere ("fin août 2022", "early next year") is no one day: all of it.
    """
    edge, today = stretch.edge(), stretch.page.date
    if time is None or today is None or edge in (None, "edge") or stretch.parts("LX"):
        return time
    if edge == "rest":
        return calendar.join(today.isoformat(), calendar.edge_day(time, end=True))
    return calendar.edge_day(time, end=edge == "end")


def _rolls(stretch: Stretch, move: Hit) -> bool:
    """Whether "past" or "last" means the time up to today: "the past year", "the last year", but not "last year"."""
    if move.value[1][1] or "T" in stretch.codes:
        return True
    before_unit = move.start < stretch.parts("UB")[0].start
    return before_unit and preceded(stretch.page, move.start, stretch.page.language.calendar.rolls_after)


def _weekday(stretch: Stretch) -> Time | None:
    if preceded(stretch.page, stretch.start, stretch.page.language.calendar.every):
        return None
    [weekday], days, moves = stretch.numbers("W"), stretch.numbers("D"), stretch.numbers("LXT")
    today = stretch.page.date
    if not today:
        return None, "relative"
    if days:
        return calendar.weekday_on(today, weekday, days[0]), "relative"
    if moves == [0] or stretch.parts("UB"):
        return calendar.weekday(today, weekday, weeks=sum(moves)), "relative"
    future = moves[0] > 0 if moves else ahead(stretch.page, stretch.start) > SOON
    if "L" in stretch.codes and weekday == today.weekday():
        return calendar.weekday(today, weekday, weeks=-1), "relative"
    return calendar.weekday(today, weekday, future=future), "relative"


def _weekdays(stretch: Stretch) -> Time | None:
    """From one weekday to another: "Wednesday and Thursday"."""
    first, last = stretch.numbers("W")
    today = stretch.page.date
    if last != (first + 1) % 7 and "&" in stretch.codes:
        return None
    until = calendar.weekday(today, last, future=ahead(stretch.page, stretch.start) > SOON) if today else None
    if until is None:
        return None, "relative"
    since = Day.fromisoformat(until) - timedelta(days=(last - first) % 7)
    return calendar.join(since.isoformat(), until), "relative"


def _digits(stretch: Stretch) -> Time | None:
    """A day or month in digits; digits that make none are no date."""
    [hit] = stretch.parts("IP")
    return (hit.value[1], "explicit") if hit.value[1] else None


def _decade(stretch: Stretch) -> Time | None:
    """A decade: "the 1970s", "les années 70"."""
    [value] = stretch.numbers("ZYDN")
    value += 1900 if value < 100 else 0
    return (f"{value}/{value + 9}", "explicit") if value % 10 == 0 and value in KNOWN_YEARS else None


def _pair(stretch: Stretch) -> Time:
    """Two years: a fiscal year where the language or the word before says so, else from one to the other."""
    first, last, short = stretch.parts("J")[0].value[1]
    given = stretch.page.language.calendar
    if last == first + 1 and ((short and given.fiscal_pairs) or preceded(stretch.page, stretch.start, given.exercises)):
        return calendar.fiscal_year(last, _first_month(stretch.page)), "fiscal"
    return f"{first}/{last}", "explicit"


def _first_month(page: Page) -> int:
    """The first month of the fiscal year of the country that a text names most, of those that count by two years."""
    named = Counter(hit.value[0].place for hit in page.hits.get("name", ()) if hit.value[0].place in FISCAL)
    return FISCAL[named.most_common(1)[0][0]] if named else AUSTRALIAN_FISCAL


def _today(stretch: Stretch) -> Time | None:
    """Today, yesterday, ...; a word that also means "nowadays" only where something happens."""
    [hit] = stretch.parts("Aa")
    if hit.value[0] == "a" and not happens(stretch.page, hit.start, hit.end):
        return None
    today: Day | None = spoken_on(stretch.page, hit.start)
    return calendar.whole(today, "day", hit.value[1]) if today else None, "relative"


RULES: dict[str, Callable[[Stretch], Time | None]] = {
    "days": _days,
    "days_after": _days,
    "days_across": _days,
    "days_across_after": _days,
    "day": _day,
    "day_after": _day,
    "months": _months,
    "month": _month,
    "month_of_year": _month_of_year,
    "part": _part,
    "portion": _portion,
    "week": _week,
    "weekday_of": _weekday_of,
    "day_of_month": _day_of_month,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "ago": _ago,
    "stretch": _stretch,
    "weekdays": _weekdays,
    "weekday": _weekday,
    "whole": _whole,
    "digits": _digits,
    "decade": _decade,
    "pair": _pair,
    "today": _today,
}
