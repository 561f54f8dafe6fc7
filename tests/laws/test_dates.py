"""Laws of dates: what is written is read back; spans lie in the text, in order; nothing raises; cost stays linear."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente import plugins
from entente.model.reading import DateMention
from entente.reading.dates import dates
from entente.reading.dates.calendar import edge_day
from entente.reading.read import open_page

LANGUAGES = ("en", "es", "fr")
TODAY = date(2015, 6, 3)
ISO = re.compile(r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?)(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?")
DAYS = st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31))
WORDS = st.sampled_from(
    (
        "2 12 31 2015 1.500 2016-17 le the el juin June junio de of last dernier próximo year ans años week semaine "
        "ago il y a hace mardi Tuesday hoy today aujourd’hui - – , . ( ) “ » et and fin end of FY 1970s second May \n"
    ).split(" ")
)


def read(text: str, code: str, today: date | None = TODAY) -> list[DateMention]:
    return dates(open_page(text, language=plugins.language(code), date=today))


def said(day: date, code: str) -> list[str]:
    month = plugins.language(code).calendar.months[day.month - 1].split("|")[0]
    match code:
        case "en":
            month = month.capitalize()
            return [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", day.isoformat()]
        case "es":
            return [f"{day.day} de {month} de {day.year}", f"{day.day:02d}/{day.month:02d}/{day.year}"]
    return [f"{'1er' if day.day == 1 else day.day} {month} {day.year}", f"{day.day:02d}/{day.month:02d}/{day.year}"]


@pytest.mark.parametrize("code", LANGUAGES)
@given(day=DAYS)
def test_what_is_written_is_read_back(code: str, day: date) -> None:
    for words in said(day, code):
        text = f"({words})."
        [found] = read(text, code)
        assert (found.span.cut(text), found.iso, found.kind) == (words, day.isoformat(), "explicit")


@given(day=DAYS, today=DAYS)
def test_a_day_without_its_year_is_near_the_day_of_publication(day: date, today: date) -> None:
    [found] = read(f"le {day.day} {plugins.language('fr').calendar.months[day.month - 1]}", "fr", today)
    if found.iso is None:
        assert (day.month, day.day) == (2, 29)
    else:
        assert -366 <= (date.fromisoformat(found.iso) - today).days <= 61


@given(count=st.integers(2, 99), today=DAYS)
def test_days_up_to_today_end_today(count: int, today: date) -> None:
    [found] = read(f"In the past {count} days", "en", today)
    assert found.iso == f"{today - timedelta(days=count)}/{today}"


@given(words=st.lists(WORDS, max_size=40), code=st.sampled_from(LANGUAGES), today=st.none() | st.dates())
def test_spans_lie_in_the_text_in_order_and_times_are_times(words: list[str], code: str, today: date | None) -> None:
    text = " ".join(words)
    end = 0
    for found in read(text, code, today):
        assert end <= found.span.start < found.span.end <= len(text)
        end = found.span.end
        assert found.kind in {"explicit", "yearless", "relative", "fiscal"}
        if found.iso is not None:
            assert ISO.fullmatch(found.iso)
            date.fromisoformat(edge_day(found.iso, end=False))
            date.fromisoformat(edge_day(found.iso, end=True))


@given(text=st.text(), code=st.sampled_from(LANGUAGES))
def test_no_text_raises(text: str, code: str) -> None:
    read(text, code)


@pytest.mark.parametrize(
    "pattern",
    ["9", "2 juin ", "2, ", "hier ", "last ", "depuis 2015, ", "« hier ", "(2015) ", "juin-", "2015-", "il y a "],
)
def test_a_long_hostile_text_is_read_in_linear_time(pattern: str) -> None:
    text = pattern * (200_000 // len(pattern))
    assert all(found.span.end - found.span.start < 200 for found in read(text, "fr"))
