"""Verdicts: what a number found says of a number claimed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.checking.verdicts import judge, ratio
from entente.model.facts import Coverage
from entente.model.figure import Bound, Figure
from entente.model.finding import Answer, Phrase, Verdict

D = Decimal
NEARLY = Figure(D("3.7e9"), "USD", Bound.NEARLY, D("1e8"))
OVER = Figure(D("400e6"), "USD", Bound.OVER, D("1e8"))
COUNTRIES = Figure(D(25), "country", Bound.EXACT, D(1))
FIRST = Figure(D(1), "rank", Bound.EXACT, D(1))


def answer(
    value: str | None, coverage: Coverage = Coverage.COMPLETE, ceiling: str | None = None, own: bool = False
) -> Answer:
    found = D(value) if value else None
    return Answer(Phrase("a reading"), found, "USD", coverage, ceiling=D(ceiling) if ceiling else None, own=own)


@pytest.mark.parametrize(
    ("figure", "found", "verdict"),
    [
        (NEARLY, answer("3.6e9"), "confirmed"),
        (NEARLY, answer("3.9e9"), "close"),
        (NEARLY, answer("4.2e9"), "contradicted"),
        (NEARLY, answer("1.96e9", Coverage.FLOOR), "bounded"),
        (NEARLY, answer("3.9e9", Coverage.FLOOR), "close"),
        (NEARLY, answer("4.5e9", Coverage.FLOOR), "contradicted"),
        (NEARLY, answer("9e9", Coverage.CEILING), "bounded"),
        (NEARLY, answer("1e9", Coverage.CEILING), "contradicted"),
        (NEARLY, answer("3.5e9", Coverage.FLOOR, "4.0e9"), "bounded"),
        (NEARLY, answer("3.6e9", Coverage.FLOOR, "3.65e9"), "confirmed"),
        (NEARLY, answer(None), "silent"),
        (OVER, answer("402e6", Coverage.FLOOR), "confirmed"),
        (OVER, answer("402e6", Coverage.FLOOR, own=True), "bounded"),
        (OVER, answer("100e6", own=True), "contradicted"),
        (COUNTRIES, answer("22"), "contradicted"),
        (COUNTRIES, answer("24"), "close"),
        (FIRST, answer("2"), "contradicted"),
        (FIRST, answer("1"), "confirmed"),
    ],
)
def test_verdicts(figure: Figure, found: Answer, verdict: str) -> None:
    assert judge(figure, found) == verdict


amounts = st.decimals(min_value=1, max_value=10**12, places=0)


@given(amounts, amounts)
def test_a_floor_never_contradicts_from_below(said: Decimal, found: Decimal) -> None:
    figure = Figure(said, "USD", Bound.EXACT, D(1))
    verdict = judge(figure, Answer(Phrase(""), min(said, found), "USD", Coverage.FLOOR))
    assert verdict in (Verdict.BOUNDED, Verdict.CONFIRMED)


@given(amounts, amounts)
def test_a_ceiling_never_contradicts_from_above(said: Decimal, found: Decimal) -> None:
    figure = Figure(said, "USD", Bound.EXACT, D(1))
    verdict = judge(figure, Answer(Phrase(""), max(said, found), "USD", Coverage.CEILING))
    assert verdict in (Verdict.BOUNDED, Verdict.CONFIRMED)


@given(amounts)
def test_a_speakers_own_numbers_never_confirm(said: Decimal) -> None:
    figure = Figure(said, "USD", Bound.EXACT, D(1))
    assert judge(figure, Answer(Phrase(""), said, "USD", own=True)) is Verdict.BOUNDED


def test_the_ratio_is_of_the_number_found_to_the_number_said() -> None:
    assert ratio(COUNTRIES, D(22)) == D("0.8800")
    assert ratio(COUNTRIES, None) is None
    assert ratio(Figure(None, "person", Bound.INDEFINITE, low=D("2e6")), D("3e6")) == D("1.5000")
