"""Numerals: digits, words, and how they go together."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from entente.text.composition import numerals
from entente.text.digits import digit_runs
from entente.text.numerals import Grammar, Kind, Token, Word
from entente.text.runs import digits, runs

ENGLISH = Grammar(
    run=runs(decimal=".", grouping=", "), joins=frozenset((" and ",)), articles=("a ",), links=frozenset((" of ",))
)
FRENCH = Grammar(run=runs(decimal=",", grouping=" .'"), decimal=",")
WORDS = {
    "two": Word(Kind.CARDINAL, 2),
    "twenty": Word(Kind.CARDINAL, 20),
    "hundred": Word(Kind.SCALE, 2),
    "hundreds": Word(Kind.SCALE, 2, plural=True),
    "thousand": Word(Kind.SCALE, 3),
    "thousands": Word(Kind.SCALE, 3, plural=True),
    "million": Word(Kind.SCALE, 6),
    "dozen": Word(Kind.GROUP, 12),
    "thirds": Word(Kind.PART, 3),
    "half": Word(Kind.HALF, 2),
}


def read(text: str, grammar: Grammar = ENGLISH) -> list[tuple[str, Decimal | None]]:
    tokens = [Token(m.start(), m.end(), WORDS[m[0]]) for m in re.finditer("[a-z]+", text) if m[0] in WORDS]
    found = numerals(text, sorted(tokens + digits(text, digit_runs(text), grammar)), grammar)
    return [(text[n.start : n.end], n.value if n.value is not None else n.low) for n in found]


@pytest.mark.parametrize(
    ("run", "english", "french"),
    [
        ("1,234", 1234, Decimal("1.234")),
        ("1.234", Decimal("1.234"), 1234),
        ("1 234 567", 1234567, 1234567),
        ("12,34,567.89", Decimal("1234567.89"), Decimal("1234567.89")),
        ("1.234.567,5", Decimal("1234567.5"), Decimal("1234567.5")),
        ("3.7", Decimal("3.7"), Decimal("3.7")),
        ("1.3e6", 1300000, 1300000),
    ],
)
def test_a_run_of_digits_is_read_by_the_marks_of_its_language(run: str, english: Decimal, french: Decimal) -> None:
    assert [value for _, value in read(run)] == [english]
    assert [value for _, value in read(run, FRENCH)] == [french]


@pytest.mark.parametrize("run", ["12.03.2015", "192.168.1.2", "1" * 30])
def test_what_no_number_is_is_left_out(run: str) -> None:
    assert read(run) == []


def test_a_list_of_small_numbers_is_several() -> None:
    assert read("22,24,26") == [("22", 22), ("24", 24), ("26", 26)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("two hundred and twenty", [("two hundred and twenty", 220)]),
        ("two thousand two hundred", [("two thousand two hundred", 2200)]),
        ("two million two thousand", [("two million two thousand", 2_002_000)]),
        ("two hundred thousand", [("two hundred thousand", 200_000)]),
        ("two twenty", [("two", 2), ("twenty", 20)]),
        ("3 hundred and 2 hundred", [("3 hundred", 300), ("2 hundred", 200)]),
        ("two dozen", [("two dozen", 24)]),
        ("a million", [("a million", 10**6)]),
        ("hundreds of thousands", [("hundreds of thousands", 200_000)]),
        ("two thirds", [("two thirds", Decimal("66.67"))]),
        ("half million", [("half million", 500_000)]),
        ("twenty (20)", [("twenty (20)", 20)]),
        ("two (20)", [("two", 2), ("20", 20)]),
    ],
)
def test_words_go_together_as_far_as_they_fit(text: str, wanted: list[tuple[str, Decimal]]) -> None:
    assert read(text) == wanted
