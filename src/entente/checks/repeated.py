"""Whether a statement agrees with itself: the same claim made twice with different figures.

Reads: claims of the same kind, by the same actor, of the same countries, populations and time; the earlier one in the
statement is held against the later.
Misses: parts and totals that are said in the same words; the same claim said of another time without a date.
Origin: the statement itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.figure import Bound, Figure
from entente.model.finding import Answer, Evidence, Phrase
from entente.model.question import Question
from entente.model.reading import Claim, Quantity

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

_FIRM = frozenset({Bound.EXACT, Bound.ABOUT, Bound.NEARLY})


def _answers(question: Question) -> bool:
    return _earlier(question) is not None


def _figure(question: Question) -> Figure | None:
    return question.figure


def _earlier(question: Question) -> Quantity | None:
    """The figure of the same claim made earlier in the statement, where the two are not the same."""
    own, claim = question.quantity, question.claim
    if own is None or claim.kind not in ("funding", "displacement", "membership") or not claim.to or not claim.who:
        return None
    for other in question.reading.claims:
        if other.span.start >= claim.span.start:
            return None
        if _same(other, claim) and other.quantity is not None:
            said = question.reading.quantities[other.quantity]
            alike = said.figure.unit == own.figure.unit and said.counts == own.counts
            if alike and said.figure.value != own.figure.value and said.figure.bound in _FIRM:
                return said
    return None


def _same(one: Claim, other: Claim) -> bool:
    return (one.kind, one.who, set(one.to), one.status, one.since, one.until) == (
        other.kind,
        other.who,
        set(other.to),
        other.status,
        other.since,
        other.until,
    )


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    earlier = _earlier(question)
    if earlier is None or earlier.figure.value is None:
        return
    text = question.reading.statement.text
    yield Answer(
        words=Phrase("the same claim, earlier in this statement: “{words}”", (("words", earlier.span.cut(text)),)),
        value=earlier.figure.value,
        unit=earlier.figure.unit,
        evidence=(Evidence("statement", "statement", question.reading.statement.id, 1, (f"{earlier.span.start}",)),),
        own=True,
    )


CHECK = Check(name="repeated", answers=_answers, figure=_figure, tries=_tries, source="statement", quiet=True)
