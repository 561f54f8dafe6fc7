"""A speaker's own totals through time: a running total lies between the one before and the one after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from entente.model.facts import Coverage, Said
from entente.model.finding import Answer, Evidence, Phrase, Sum
from entente.model.question import Question
from entente.scopes.money import DOLLAR

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

__all__ = ["NEAR", "own_totals"]

NEAR = 3  # days within which an earlier total is the one that is repeated, whatever the figure
LASTING = 92  # days within which the very same figure repeats an earlier total


def own_totals(question: Question, facts: Facts, *, proof: bool) -> Iterator[Answer]:
    """What the speaker gave as its total for each crisis before and after the day of the statement.

    With `proof` the answers judge whether the claim is in line with them; otherwise they bound it and never confirm.
    """
    who = question.claim.who
    for crisis in question.crises if who else ():
        series = [row for row in facts.said(who or "", crisis.id) if row.currency == DOLLAR]
        before = [row for row in series if row.last < question.day]
        after = [row for row in series if row.day > question.day]
        if not before:
            continue
        low = before[-1]
        repeated = proof and _repeats(question, low)
        high = after[0] if after and not repeated else None
        yield _between(crisis.place, low, high, proof, repeated)


def _repeats(question: Question, low: Said) -> bool:
    """Whether the claim gives the last total again: the days are too few for another, or the figure is the same."""
    days = (question.day - low.last).days
    same = question.figure is not None and question.figure.value == low.amount
    return days <= (LASTING if same else NEAR if low.day == low.last else -1)


def _between(crisis: str, low: Said, high: Said | None, proof: bool, repeated: bool) -> Answer:
    rows = [low, high] if high else [low]
    added = high.added if high and not proof else None
    ceiling = high.amount - (added or 0) if high else None
    coverage = Coverage.COMPLETE if repeated else Coverage.FLOOR
    words = _words(crisis, low, high, bool(added))
    return Answer(words, low.amount, DOLLAR, coverage, _evidence(rows), ceiling, own=not proof)


def _words(crisis: str, low: Said, high: Said | None, added: bool) -> Phrase:
    values = [("who", low.who), ("crisis", crisis), ("low", Sum(low.amount, DOLLAR)), ("day", low.last)]
    if high is None:
        return Phrase("{who}: the totals it gave itself for {crisis}: {low} by {day}", tuple(values))
    values += [("high", Sum(high.amount, DOLLAR)), ("later", high.day)]
    if not added:
        return Phrase("{who}: the totals it gave itself for {crisis}: {low} by {day}, {high} on {later}", tuple(values))
    told = "{who}: the totals it gave itself for {crisis}: {low} by {day}, {high} on {later}, {added} of it new"
    return Phrase(told, (*values, ("added", Sum(high.added or low.amount, DOLLAR))))


def _evidence(rows: Sequence[Said]) -> tuple[Evidence, ...]:
    first = rows[0]
    places = tuple(row.url for row in rows)
    return (Evidence(table="said", source=first.source, edition=first.edition, rows=len(rows), places=places),)
