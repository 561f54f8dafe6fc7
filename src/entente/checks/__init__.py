"""Checks: one way each of comparing a claim with facts.

A file declares one `CHECK`. Its `tries` generate the readings of a claim, the one that the claim's own words choose
first; each is answered from the facts, and `checking` judges the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from entente.model.figure import Figure
from entente.model.finding import Answer
from entente.model.question import Question
from entente.model.reading import Quantity

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

__all__ = ["Check"]


def _own(question: Question) -> Quantity | None:
    """The claim's own quantity."""
    return question.quantity


def _said(question: Question) -> Figure | None:
    """The claim's own figure."""
    return question.figure


def _always(question: Question) -> bool:
    """Of every question."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A way of comparing a claim with facts.

    `answers` tells whether it speaks of the claim; `tries` gives the answers, one a reading, the deciding one first;
    `source` is the source that would tell where the facts in hand do not, of the questions that `tells` says it tells
    of; `figure` gives what the facts are held against, where it is not the claim's own figure (rank 1 for "the
    largest"); a `quiet` check makes no finding of silence; `judged` is the quantity that is judged, where it is not the
    claim's own.
    """

    name: str
    answers: Callable[[Question], bool]
    tries: Callable[[Question, Facts], Iterable[Answer]]
    source: str
    figure: Callable[[Question], Figure | None] = _said
    tells: Callable[[Question], bool] = _always
    quiet: bool = False
    judged: Callable[[Question], Quantity | None] = _own
