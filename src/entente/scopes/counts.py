"""How many people there are of each population that a claim may speak of, at the end of a year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from entente.model.facts import Coverage
from entente.model.figure import Figure
from entente.model.finding import Answer, Phrase
from entente.model.question import Question
from entente.scopes.people import People, day_of, peoples, year_of

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

__all__ = ["counts", "fitting_first"]

OTHERS = "in_need_of_protection"  # as UNHCR calls them: Venezuelans abroad, for one
SLACK = Decimal("0.1")  # of the figure: a number that is close to one of two counts is not contradicted by the other
PALESTINE = People(("palestine_refugees",), None, None, source="unrwa")


def counts(question: Question, facts: Facts) -> Iterator[Answer]:
    """The answers of every source and scope; among those between which no words choose, one that fits comes first."""
    figure = question.figure
    if figure is None:
        return
    year, because = year_of(question), question.says("abroad", "inside")
    later = year + 1 if _within_a_year(question) else None
    for _, scopes in groupby(peoples(question), key=partial(_meaning, question)):
        found = [
            answer
            for scope in scopes
            for answer in (_counted(scope, facts, (year, later), because, figure), *_wider(scope, facts, year))
            if answer
        ]
        yield from fitting_first(figure, found)


def _meaning(question: Question, scope: People) -> People | None:
    """What the words choose of a scope: not its source, and of "the region" not which countries are meant."""
    return None if "region" in question.marks else replace(scope, source="")


def fitting_first(figure: Figure, answers: Sequence[Answer]) -> list[Answer]:
    """Answers in their order, but the first that leaves the figure possible before those that do not."""
    first = next((number for number, answer in enumerate(answers) if _fits(figure, answer)), 0)
    return [*answers[first : first + 1], *answers[:first], *answers[first + 1 :]]


def _fits(figure: Figure, answer: Answer, slack: Decimal = Decimal(0)) -> bool:
    """Whether the numbers that the figure allows, with some slack, and those that the answer leaves possible meet."""
    allowed, low = figure.interval(), answer.value
    if low is None:
        return False
    high = low if answer.ceiling is None else answer.ceiling
    reaches = allowed.low is None or high >= allowed.low - slack
    return reaches and (answer.coverage is Coverage.CEILING or allowed.high is None or low <= allowed.high + slack)


def _within_a_year(question: Question) -> bool:
    """Whether a claim speaks of a day between two counts."""
    day = day_of(question)
    return day != date(day.year, 12, 31)


def _counted(scope: People, facts: Facts, years: tuple[int, int | None], because: str, figure: Figure) -> Answer | None:
    """The people at the end of the year; or, where only that fits the figure, between then and a year later."""
    year, later = years
    answer = _whole(scope.answer(facts, year, because), scope, facts, year)
    if answer is None or answer.value is None or later is None or _fits(figure, answer):
        return answer
    after = scope.total(facts, later)
    if after.value is None:
        return answer
    low, high = sorted((answer.value, after.value))
    between = replace(
        answer,
        words=Phrase("{what}, and at the end of the next", (("what", answer.words),)),
        value=high if scope.part else low,
        ceiling=high,
        evidence=(*answer.evidence, *after.evidence),
    )
    return between if _fits(figure, between, SLACK * abs(figure.value or Decimal(0))) else answer


def _whole(answer: Answer | None, scope: People, facts: Facts, year: int) -> Answer | None:
    """An answer as a floor where it should hold the refugees under UNRWA's mandate too and no row tells of them."""
    world = scope.populations == ("refugees",) and scope.born is None and scope.asylum is None
    if answer is None or not world or PALESTINE.total(facts, year).value is not None:
        return answer
    return replace(answer, coverage=Coverage.FLOOR)


def _wider(scope: People, facts: Facts, year: int) -> Iterator[Answer]:
    """Refugees with those whom other mandates and other names count: they are often called refugees too."""
    own = scope.answer(facts, year)
    if own is None or own.value is None or scope.populations != ("refugees",) or scope.part:
        return
    palestine = replace(PALESTINE, asylum=scope.asylum).total(facts, year) if scope.born is None else None
    others = replace(scope, populations=(OTHERS,)).total(facts, year)
    for words, added in (
        ("{what}, with those under UNRWA’s mandate", palestine),
        ("{what}, with others in need of international protection", others),
    ):
        if added and added.value:
            yield replace(
                own,
                words=Phrase(words, (("what", own.words),)),
                value=own.value + added.value,
                evidence=(*own.evidence, *added.evidence),
            )
