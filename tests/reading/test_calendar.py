"""Calendar arithmetic, against days counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from entente.reading.dates import calendar

TODAY = date(2016, 2, 29)  # a Monday


@pytest.mark.parametrize(
    ("unit", "count", "time"),
    [
        ("day", -1, "2016-02-28"),
        ("week", 0, "2016-02-29/2016-03-06"),
        ("weekend", -1, "2016-02-27/2016-02-28"),
        ("month", 11, "2017-01"),
        ("quarter", -1, "2015-10-01/2015-12-31"),
        ("half", 0, "2016-01-01/2016-06-30"),
        ("year", -2016, None),
        ("decade", -1, "2000/2009"),
    ],
)
def test_whole_units(unit: str, count: int, time: str | None) -> None:
    assert calendar.whole(TODAY, unit, count) == time


def test_a_stretch_runs_from_day_to_day_or_from_month_to_month() -> None:
    assert calendar.stretch(TODAY, "year", -1, by_month=False) == "2015-02-28/2016-02-29"
    assert calendar.stretch(TODAY, "year", -1, by_month=True) == "2015-02/2016-02"
    assert calendar.stretch(TODAY, "week", 2, by_month=True) == "2016-02-29/2016-03-14"
    assert calendar.stretch(TODAY, "year", 9000, by_month=True) is None


@pytest.mark.parametrize(
    ("number", "of_month", "ahead", "year"),
    [
        (2, 28, 0, 2016),
        (3, 1, 0, 2015),  # the last one that has begun
        (3, 1, 1, 2016),  # or the next, within a day
        (2, 29, 366, 2016),  # today is today
        (2, None, 366, 2016),  # and this month this month
        (1, None, 366, 2017),
        (8, None, 60, 2015),
    ],
)
def test_the_nearest_year(number: int, of_month: int | None, ahead: int, year: int) -> None:
    assert calendar.nearest(TODAY, number, of_month, ahead=ahead) == year


def test_weekdays() -> None:
    assert calendar.weekday(TODAY, 0) == "2016-02-29"
    assert calendar.weekday(TODAY, 0, future=True) == "2016-03-07"
    assert calendar.weekday(TODAY, 6) == "2016-02-28"
    assert calendar.weekday(TODAY, 2, weeks=1) == "2016-03-09"
    assert calendar.weekday_on(TODAY, 4, 13) == "2015-11-13"
    assert calendar.weekday_on(TODAY, 4, 40) is None


def test_intervals_never_run_backwards() -> None:
    assert calendar.join("2015", "2014") is None
    assert calendar.join("2015", None) is None
    assert calendar.join("2014-10-01/2015-09-30", "2016") == "2014-10-01/2016"


def test_fiscal_years_and_their_quarters() -> None:
    assert calendar.fiscal_year(2014, 10) == "2013-10-01/2014-09-30"
    assert calendar.fiscal_year(2017, 7) == "2016-07-01/2017-06-30"
    assert calendar.part_of_year(2014, 3, 1, first_month=10) == "2013-10-01/2013-12-31"
    assert calendar.part_of_year(2014, 3, 2, first_month=10) == "2014-01-01/2014-03-31"
    assert calendar.part_of_year(2014, 3, 5) is None
    assert calendar.part_of_year(2014, 6, 2) == "2014-07-01/2014-12-31"


def test_days_that_no_calendar_has() -> None:
    assert calendar.day(2015, 2, 29) is None
    assert calendar.day(None, 2, 1) is None
    assert calendar.day(2015, 13, 1) is None
    assert calendar.month(9999, 13) is None
    assert calendar.year(0) is None
