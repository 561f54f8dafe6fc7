"""Whether a running total is in line with what the same speaker said before and after.

Reads: claims of money given that name no year of their own, held against the speaker's cumulative figures: a total of
the days before is repeated or not; a total that does not lie between the one before and the one after is out of line.
Misses: totals that start on different days; a total that was corrected downwards. A total in line is no finding: the
funding check shows the series as a reading.
Origin: cumulative figures of official statements, each with its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.facts import Coverage
from entente.model.figure import Figure
from entente.model.finding import Answer
from entente.model.question import Question
from entente.scopes.money import DOLLAR
from entente.scopes.series import own_totals

if TYPE_CHECKING:
    from entente.ledger.facts import Facts


def _answers(question: Question) -> bool:
    figure = question.figure
    given = question.claim.kind == "funding" and question.claim.status in (None, "given")
    running = question.period is None or question.period.since
    return given and running and figure is not None and figure.unit == DOLLAR and bool(question.crises)


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    for answer in own_totals(question, facts, proof=True):
        if answer.coverage is Coverage.COMPLETE or _out_of_line(question.figure, answer):
            yield answer


def _out_of_line(figure: Figure | None, answer: Answer) -> bool:
    """Whether no true value of the figure lies between the totals before and after."""
    if figure is None or answer.value is None:
        return False
    allowed = figure.interval()
    above = answer.ceiling is not None and allowed.low is not None and allowed.low > answer.ceiling
    return above or (allowed.high is not None and allowed.high < answer.value)


CHECK = Check(name="said_before", answers=_answers, tries=_tries, source="said", quiet=True)
