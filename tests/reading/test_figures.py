"""Figures: units, hedges, grain, and what is left out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from entente import plugins
from entente.model.figure import Bound
from entente.model.reading import DateMention, Quantity
from entente.model.span import Span
from entente.reading.figures import quantities
from entente.reading.read import open_page


def read(text: str, language: str = "en", dates: tuple[DateMention, ...] = ()) -> list[Quantity]:
    return quantities(open_page(text, language=plugins.language(language)), list(dates))


def said(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(q.span.cut(text), f"{q.figure.value} {q.figure.unit} {q.figure.bound}") for q in read(text, language)]


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("3.7 billion euros", 10**8),
        ("3.70 billion euros", 10**7),
        ("10,000 people", 10_000),
        ("12,500 people", 100),
        ("83 members", 1),
        ("20 ships", 10),
        ("seventeen countries", 1),
        ("two hundred tents", 100),
        ("three and a half million doses", 10**5),
        ("5 percent", 1),
        ("0.25 percent", Decimal("0.01")),
    ],
)
def test_the_grain_is_that_of_the_last_significant_digit(text: str, grain: Decimal | int) -> None:
    [quantity] = read(text)
    assert quantity.figure.grain == grain


def test_a_number_inside_a_date_is_no_figure() -> None:
    text = "In May 2014 they sent 30 trucks."
    date = DateMention(Span(3, 11), "2014-05", "explicit")
    assert [q.span.cut(text) for q in read(text, dates=(date,))] == ["30 trucks"]


def test_what_is_counted_is_the_noun_phrase() -> None:
    text = "They met 300 Navy personnel."
    [quantity] = read(text)
    assert (quantity.counts, quantity.number.cut(text), quantity.rule) == ("Navy personnel", "300", "counted")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Australia thanks Australians: $5 million.", "AUD"),
        ("The Canadian government and Canadians: $5 million.", "CAD"),
        ("Australia thanks the United States, Washington and Americans: $5 million.", "USD"),
        ("They gave $5 million.", "USD"),
        ("Australia and Australians: US$5 million.", "USD"),
        ("New Zealand gave 5 million dollars.", "NZD"),
        ("They gave 5 million pounds.", "GBP"),
        ("They found 50 pounds of rice.", "pound"),
    ],
)
def test_whose_dollars_they_are(text: str, unit: str) -> None:
    [quantity] = read(text)
    assert quantity.figure.unit == unit


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The fund of the European Union: a sum of 530 million was paid.", "530000000 EUR exact"),
        ("They gave $5 million, then 3 million more.", "3000000 USD exact"),
        ("They helped 9,000 farmers, including 4,500 in the north.", "4500 person exact"),
        ("The number of schools is 197.", "197 school exact"),
        ("Of the 47 ships, 12 sank.", "12 ship exact"),
        ("It rose from 4 to 6 countries.", "4 country exact"),
        ("They put at 300,000 the number of refugees.", "300000 person exact"),
    ],
)
def test_a_unit_left_out_comes_from_around(text: str, wanted: str) -> None:
    assert wanted in [figure for _, figure in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They sent three.",
        "Page 12.",
        "COP26 opened.",
        "SDG 4 and SDG 16.",
        "5G is coming.",
        "The 1st and 2nd.",
        "24/7",
        "It is 10:30.",
    ],
)
def test_a_number_of_nothing_is_left_out(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It costs 15 dollars and 20 cents.", ("15 dollars and 20 cents", "15.2 USD exact")),
        ("It costs $450 million USD.", ("$450 million USD", "450000000 USD exact")),
        ("It costs 75 USD million.", ("75 USD million", "75000000 USD exact")),
        ("It costs 30 MUSD.", ("30 MUSD", "30000000 USD exact")),
        ("It costs MUSD 30.", ("MUSD 30", "30000000 USD exact")),
        ("It costs 500 Swiss francs.", ("500 Swiss francs", "500 CHF exact")),
        ("It costs 500 francs.", ("500 francs", "500 franc exact")),
        ("It costs 20 U.S. dollars.", ("20 U.S. dollars", "20 USD exact")),
    ],
)
def test_money_in_its_many_forms(text: str, wanted: tuple[str, str]) -> None:
    assert said(text) == [wanted]


def test_a_line_that_was_only_wrapped_is_read_on() -> None:
    text = "They pledged $2\n  billion for 300\nschools."
    assert [q.figure.value for q in read(text)] == [2 * 10**9, 300]


def test_a_long_dash_ends_a_noun() -> None:
    text = "It supports 22,700 providers—the largest field."
    assert said(text) == [("22,700 providers", "22700 provider exact")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [(">5 percent", Bound.OVER), ("~5 percent", Bound.ABOUT), ("≤5 percent", Bound.UP_TO), ("5+ ships", Bound.OVER)],
)
def test_signs_are_hedges(text: str, bound: Bound) -> None:
    [quantity] = read(text)
    assert quantity.figure.bound == bound


def test_percentage_points_are_no_percent() -> None:
    assert said("It fell by 5 percentage points.") == [("5 percentage points", "5 percentage point exact")]


def test_the_outermost_hedge_decides() -> None:
    assert said("Up to about 20 ships, nearly an estimated 300 people.") == [
        ("Up to about 20 ships", "20 ship up_to"),
        ("nearly an estimated 300 people", "300 person nearly"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Il a duré deux ans et demi.", ("deux ans et demi", "2.5 year exact")),
        ("Une croissance de -2,5 %.", ("-2,5 %", "-2.5 percent exact")),
        ("Le prix est de 2 milliards de F CFA.", ("2 milliards de F CFA", "2000000000 XOF exact")),
        ("Une solution à deux États.", ("deux États", "2 etat exact")),
        ("Le pays a 19 millions « d’abris » vides.", ("19 millions « d’abris »", "19000000 abri exact")),
        ("Le budget est de 48 cents.", ("48 cents", "48 cent exact")),
        ("Le Sénégal et les Sénégalais ont payé 48 francs.", ("48 francs", "48 XOF exact")),
        ("Ils ont payé 48 francs.", ("48 francs", "48 franc exact")),
        ("Ils ont bâti 12 hangars.", ("12 hangars", "12 hangar exact")),
    ],
)
def test_french_particulars(text: str, wanted: tuple[str, str]) -> None:
    assert said(text, "fr") == [wanted]


def test_a_language_without_nouns_still_reads_numbers_and_money() -> None:
    from dataclasses import replace

    from entente.reading.figures import words
    from entente.reading.page import Page
    from entente.text.digits import digit_runs
    from entente.text.fold import fold
    from entente.text.lexicon import Lexicon

    language = replace(plugins.language("en"), code="xx")
    text = "They gave 5 million euros and $20."
    folded = fold(text)
    hits = Lexicon(words(language)).scan(text, folded)
    page = Page(text, folded, language, None, hits, [(0, len(text))], digit_runs(folded))
    assert [q.figure.unit for q in quantities(page, [])] == ["euros", "USD"]


def test_a_long_page_of_digits_is_a_table_and_not_read() -> None:
    assert read("1 " * 6000 + "They sent 5 ships.") == []
    assert len(read("They sent 5 ships. " * 6000)) == 6000


def test_a_number_beyond_the_precision_of_decimals_is_read_as_any_other() -> None:
    assert said("Between 3 and 5e40 people came.") == [("Between 3 and 5e40 people", "None person range")]
    assert said("It cost $5e40 and 20 cents.")[0][1].endswith(" USD exact")
