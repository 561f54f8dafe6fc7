"""How much more or less than before: the same count in two years.

Reads: "tripled between 2014 and 2015", "multiplied by 3.6 in 2013", "up 20 percent since 2012", of people and of money,
held against the later count over the earlier.
Misses: changes within a year; changes without any time.
Origin: UNHCR population statistics, year-end stocks; OCHA FTS flows by plan and year.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.figure import Figure
from entente.model.finding import Answer, Phrase
from entente.model.question import Question
from entente.scopes.money import moneys
from entente.scopes.people import peoples
from entente.scopes.stocks import has_changed

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Total


def _answers(question: Question) -> bool:
    figure = question.figure
    if question.factor is not None or figure is None:
        return question.factor is not None and question.claim.quantity is None
    times = figure.unit == "times" or "times" in question.marks
    return times or (figure.unit == "percent" and "change" in question.marks)


def _figure(question: Question) -> Figure | None:
    said = question.figure
    if question.factor is not None:
        return Figure(question.factor, "ratio", question.factor_bound, grain=Decimal(1))
    if said is None or said.value is None:
        return None
    if said.unit == "times" or "times" in question.marks:
        return Figure(said.value, "ratio", said.bound, said.grain)
    down = "fell" in question.marks
    return Figure(-said.value if down else said.value, "percent", said.bound, said.grain)


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    if question.period is None:
        return
    before, after = _years(question)
    figure = _figure(question)
    percent = figure is not None and figure.unit == "percent"
    for what, earlier, later in _totals(question, facts, before, after):
        words = Phrase("{what}, against {before}", (("what", what), ("before", str(before))))
        yield from _ratio(earlier, later, words, percent)


def _totals(question: Question, facts: Facts, before: int, after: int) -> Iterator[tuple[Phrase, Total, Total]]:
    """What is counted, and how much there was of it in two years: people who fled, or money."""
    if question.says("refugee", "displaced", "seeker", "abroad") and not question.says("regional", "plan"):
        for scope in peoples(question) if has_changed(question) else ():
            yield scope.words(after), scope.total(facts, before), scope.total(facts, after)
    elif question.says("regional", "plan", "response", "aid", "donor", "paid"):
        for money in moneys(question, facts):
            first, last = range(before, before + 1), range(after, after + 1)
            yield money.words([after]), money.total(facts, first), money.total(facts, last)


def _years(question: Question) -> tuple[int, int]:
    """The two years compared: the ends of the time that is said, or the year before and the year itself."""
    assert question.period is not None
    first, last = question.period.years[0], question.period.years[-1]
    if question.period.since and question.says("refugee", "displaced", "seeker"):
        last -= 1
    return (first, last) if first < last else (last - 1, last)


def _ratio(before: Total, after: Total, words: Phrase, percent: bool) -> Iterator[Answer]:
    if not before.value or after.value is None:
        return
    ratio = after.value / before.value
    yield Answer(
        words=words,
        value=100 * (ratio - 1) if percent else ratio,
        unit="percent" if percent else "ratio",
        evidence=(*before.evidence, *after.evidence),
    )


def _tells(question: Question) -> bool:
    return bool(question.says("refugee", "displaced", "seeker", "abroad", "plan", "regional"))


CHECK = Check(name="change", answers=_answers, figure=_figure, tries=_tries, source="unhcr", tells=_tells)
