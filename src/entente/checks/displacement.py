"""How many people fled, inside their country or out of it: stocks at the end of a year.

Reads: counts of refugees, asylum seekers and internally displaced people by country of origin or of asylum, at the last
year's end before the statement or at the one it names, as UNHCR and as IDMC count them; where that number does not fit
and the claim speaks of a day within a year, between that and the next year's end. Of a province or of children, the
whole is a ceiling.
Misses: people in need, ages, causes, movements within a year (resettled, newly displaced), people whom somebody helps.
Origin: UNHCR population statistics; IDMC stocks. Internally displaced people stand where origin equals asylum.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.finding import Answer
from entente.model.question import Question
from entente.scopes.counts import counts
from entente.scopes.people import peoples
from entente.scopes.stocks import is_stock

if TYPE_CHECKING:
    from entente.ledger.facts import Facts


def _answers(question: Question) -> bool:
    figure = question.figure
    counted = figure is not None and figure.unit == "person" and "times" not in question.marks
    return counted and question.claim.kind == "displacement"


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    if "need" not in question.marks and is_stock(question):
        yield from counts(question, facts)


def _tells(question: Question) -> bool:
    return is_stock(question) and any(peoples(question))


CHECK = Check(name="displacement", answers=_answers, tries=_tries, source="unhcr", tells=_tells)
