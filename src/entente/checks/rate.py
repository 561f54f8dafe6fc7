"""Whether a sum and its equivalent in another currency agree.

Reads: "4.5 million euros (about 5 million dollars)": the second sum against the first at the reference rate of the day.
Misses: budget rates, rates of another day than the statement's.
Origin: ECB euro reference rates.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.figure import Figure
from entente.model.finding import Answer, Phrase, Sum
from entente.model.question import Question
from entente.model.reading import Quantity
from entente.scopes.marks import marks
from entente.scopes.money import is_currency
from entente.text.fold import fold

if TYPE_CHECKING:
    from entente.ledger.facts import Facts


def _answers(question: Question) -> bool:
    return _equivalent(question) is not None


def _equivalent(question: Question) -> Quantity | None:
    """The sum in another currency that stands right behind the claim's own, or behind a word that makes them equal."""
    own, index = question.quantity, question.claim.quantity
    if own is None or index is None or not is_currency(own.figure.unit) or own.figure.value is None:
        return None
    text = question.reading.statement.text
    for other in question.reading.quantities[index + 1 : index + 2]:
        between = text[own.span.end : other.span.start]
        if is_currency(other.figure.unit) and other.figure.unit != own.figure.unit and _equal(question, between):
            return other
    return None


def _equal(question: Question, between: str) -> bool:
    """Whether words between two sums say that the one is the other in another currency."""
    return bool(between) and marks(question.reading.statement.language).equal.fullmatch(fold(between)) is not None


def _figure(question: Question) -> Figure | None:
    other = _equivalent(question)
    return other.figure if other else None


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    other, own = _equivalent(question), question.figure
    if other is None or own is None:
        return
    converted = facts.convert(own.value or Decimal(0), own.unit, other.figure.unit, question.day)
    if converted is None:
        return
    values = (
        ("sum", Sum(own.value or Decimal(0), own.unit)),
        ("rate", converted.rate.quantize(Decimal("0.0001"))),
        ("day", converted.day),
    )
    yield Answer(
        words=Phrase("{sum} at the ECB reference rate of {day}, {rate}", values),
        value=converted.value,
        unit=converted.currency,
        evidence=converted.evidence,
    )


CHECK = Check(name="rate", answers=_answers, figure=_figure, tries=_tries, source="ecb", judged=_equivalent)
