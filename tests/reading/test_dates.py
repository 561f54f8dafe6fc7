"""Dates: the score on the annotated statements, and what the cases cannot say."""

from __future__ import annotations

import json
from datetime import date

import pytest

from entente import plugins
from entente.model.reading import DateMention
from entente.reading.dates import dates
from entente.reading.dates.calendar import edge_day
from entente.reading.read import open_page
from tests.shared import shared


def read(text: str, code: str = "en", today: date | None = date(2015, 6, 8)) -> list[DateMention]:
    return dates(open_page(text, language=plugins.language(code), date=today))


def resolved(text: str, code: str = "en") -> list[tuple[str, str | None]]:
    return [(found.span.cut(text), found.iso) for found in read(text, code)]


@pytest.mark.parametrize("spaces", ["\u00a0", "\u202f", "  ", "\n"])
def test_a_date_may_be_spaced_as_it_was_published(spaces: str) -> None:
    text = spaces.join(["Le", "2", "juin", "2015"])
    assert resolved(text, "fr") == [(text[2 + len(spaces) :], "2015-06-02")]


def test_paragraphs_are_kept_apart() -> None:
    assert resolved("They met in May\n\n2015 was a good year") == [("May", "2015-05")]
    assert resolved("We sign today\n12 May 2015 was the first day") == [
        ("today", "2015-06-08"),
        ("12 May 2015", "2015-05-12"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1,500 of them, 2.5 of those, 12:30, 99% and $5 may stand near June",
        "Call 202-555-0114, see A/RES/70/1 and 2014/24/EU",
        "From 2000 people to 1800 tents, of 1950 soldiers; the Harbor Act of 2022",
    ],
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert [said for said, _ in resolved(text) if said != "June"] == []


def test_a_rule_is_named() -> None:
    assert [found.rule for found in read("On 2 June and in 2014, yesterday")] == ["day", "years", "today"]


def iso_days(iso: str | None) -> tuple[str, str] | None:
    return (edge_day(iso, end=False), edge_day(iso, end=True)) if iso else None


@pytest.mark.parametrize(("code", "floor"), [("en", 0.96), ("fr", 0.96)])
def test_dates_of_the_annotated_statements(code: str, floor: float) -> None:
    right = wanted = found = 0
    for file in sorted(shared("gold", "dev").glob(f"{code}-*.json")):
        gold = json.loads(file.read_text("utf-8"))
        mentions = read(gold["text"], code, date.fromisoformat(gold["date"]))
        wanted, found = wanted + len(gold["dates"]), found + len(mentions)
        right += sum(
            any(
                item["start"] < mention.span.end
                and mention.span.start < item["end"]
                and iso_days(item["iso"]) == iso_days(mention.iso)
                for mention in mentions
            )
            for item in gold["dates"]
        )
    assert 2 * right / (wanted + found) >= floor


def test_every_date_of_the_founding_article() -> None:
    gold = json.loads(shared("gold", "dev", "fr-000.json").read_text("utf-8"))
    [found] = read(gold["text"], "fr", date(2015, 6, 3))
    assert (found.span.cut(gold["text"]), found.iso, found.kind) == ("2 juin", "2015-06-02", "yearless")
