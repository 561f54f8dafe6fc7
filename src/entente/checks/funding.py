"""Who gave, to which plans, for where, in which years: sums of flows.

Reads: claims of money given, in any currency, held against the paid flows to the regional plans of the crisis that the
claim speaks of, or where it speaks of none against the donor's humanitarian aid of the time named, and against the
speaker's own earlier and later totals.
Misses: what flows in no plan, money inside a country at war, bilateral aid: such sums are a floor. A speaker's own
totals bound a claim and never prove it.
Origin: OCHA FTS flows by plan; cumulative figures of official statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.finding import Answer
from entente.model.question import Question
from entente.scopes.money import DOLLAR, is_currency, moneys, years_of
from entente.scopes.series import own_totals

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

# Marks of which one must stand with a sum that nobody is said to give: a bare "1 billion for Syria" says no more.
_GIVING = frozenset({"aid", "donor", "paid", "plan", "regional", "response", "together", "world"})


def _answers(question: Question) -> bool:
    figure = question.figure
    given = question.claim.kind == "funding" and question.claim.status in (None, "given")
    return given and figure is not None and is_currency(figure.unit) and not question.says("gap", "required")


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    if question.claim.who is None and not question.marks.keys() & _GIVING:
        return
    for money in moneys(question, facts):
        answer = money.answer(facts, years_of(question, money.crisis))
        if answer:
            yield answer
    running = question.period is None or question.period.since
    if running and question.figure is not None and question.figure.unit == DOLLAR:
        yield from own_totals(question, facts, proof=False)


def _tells(question: Question) -> bool:
    return bool(question.crises) or bool(question.says("aid", "plan", "regional", "response"))


CHECK = Check(name="funding", answers=_answers, tries=_tries, source="fts", tells=_tells)
