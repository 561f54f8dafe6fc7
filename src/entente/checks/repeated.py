"""Whether a statement agrees with itself: the same claim made twice with different figures.

Reads: claims of the same kind, by the same actor, of the same countries, populations and time, made in much the same
words; the earlier one in the statement is held against the later.
Misses: the same claim in wholly different words; sums promised or asked for, of which there can be several, unless the
words say that the sum was told already ("the 250 million that ...").
Origin: the statement itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from entente import plugins
from entente.checks import Check
from entente.model.figure import Bound
from entente.model.finding import Answer, Evidence, Phrase
from entente.model.question import Question
from entente.model.reading import Claim, Quantity, Reading
from entente.scopes.marks import marks
from entente.text.fold import fold

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

_ALIKE = 0.67  # of the words of both that two claims share at least
_RECALLED = 0.5  # where the later one says that its sum is known ("the 250 million that ...")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Between two figures of which one may repeat the other: "2 million of the 11 million" are two.
_PAUSE = re.compile(r"[.!?;:]\s|\n")
_BEFORE = 12  # characters before a figure in which an article stands
_KINDS = frozenset({"funding", "displacement", "membership"})
_FIRM = frozenset({Bound.EXACT, Bound.ABOUT, Bound.NEARLY})


def _answers(question: Question) -> bool:
    return _earlier(question) is not None


def _earlier(question: Question) -> Quantity | None:
    """The figure of the same claim made earlier in the statement, where the two are not the same."""
    own, claim = question.quantity, question.claim
    if own is None or claim.kind not in _KINDS or not (claim.to and claim.who):
        return None
    if claim.status not in (None, "given") and not _told_already(question):
        return None
    for other in question.reading.claims:
        if other.span.start >= claim.span.start:
            return None
        if _same(other, claim) and other.quantity is not None and _alike(question, other):
            said = question.reading.quantities[other.quantity]
            between = question.reading.statement.text[said.span.end : own.span.start]
            alike = said.figure.unit == own.figure.unit and said.counts == own.counts and bool(_PAUSE.search(between))
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


def _alike(question: Question, other: Claim) -> bool:
    """Whether two claims are made in much the same words, their figures left out: two gifts to one country are two."""
    reading = question.reading
    one, two = _words(reading, question.claim), _words(reading, other)
    return len(one & two) >= (_RECALLED if _told_already(question) else _ALIKE) * len(one | two)


def _told_already(question: Question) -> bool:
    """Whether a claim speaks of its figure as of one that was told before."""
    statement, quantity = question.reading.statement, question.quantity
    before = statement.text[: quantity.span.start][-_BEFORE:] if quantity else ""
    return bool(marks(statement.language).again.search(fold(before)))


def _words(reading: Reading, claim: Claim) -> frozenset[str]:
    """The folded words of a claim that carry meaning, without those of figures."""
    text, span = reading.statement.text, claim.span
    figures = [quantity.span for quantity in reading.quantities if span.start <= quantity.span.start < span.end]
    words = (
        fold(word[0])
        for word in _WORD.finditer(text, span.start, span.end)
        if not any(figure.start <= word.start() < figure.end for figure in figures)
    )
    return frozenset(words) - plugins.language(reading.statement.language).function_words


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


CHECK = Check(name="repeated", answers=_answers, tries=_tries, source="statement", quiet=True)
