"""The same claim across statements: recognised by who, what and when, never by its words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal

from entente.model.finding import Finding
from entente.model.reading import Reading
from entente.model.thread import Mention, Relation, Thread

__all__ = ["threads"]

# The values of a reading's words that say what is counted; years and sums differ from one mention to the next.
WHAT = frozenset("who crisis born asylum people place body group city part whole what source".split())


def threads(checked: Iterable[tuple[Reading, Sequence[Finding]]]) -> list[Thread]:
    """The claims that several statements make, in order of their first mention.

    Two findings are of one claim where their check, actor, unit, time and what they count agree: a translation of a
    statement makes the same claims, and so does next year's statement with other figures. A claim of nobody on which
    nothing is known may be about anything, and is the same as none.
    """
    found: dict[Hashable, list[tuple[Reading, Finding]]] = defaultdict(list)
    for reading, findings in checked:
        for finding in findings:
            if finding.quantity is not None and (finding.reading is not None or finding.claim.who is not None):
                found[_what(finding)].append((reading, finding))
    made = [_thread(same) for same in found.values() if len({one.statement.id for one, _ in same}) > 1]
    return sorted(made, key=lambda thread: (thread.mentions[0].day or date.min, thread.check))


def _what(finding: Finding) -> Hashable:
    """What a finding counts, the same in every language."""
    quantity = finding.quantity
    claim = finding.claim
    unit = quantity.figure.unit if quantity else finding.unit
    year = (claim.until or claim.since or "")[:4]
    counted = (finding.check, claim.who, unit, year)
    if finding.reading is None:
        return (*counted, tuple(sorted(claim.to)))
    words = finding.reading.answer.words
    return (*counted, tuple((name, str(value)) for name, value in words.values if name in WHAT))


def _thread(same: list[tuple[Reading, Finding]]) -> Thread:
    ordered = sorted(same, key=lambda one: (one[0].statement.date or date.min, one[0].statement.id))
    mentions: list[Mention] = []
    for reading, finding in ordered:
        statement = reading.statement
        words = finding.quantity.span.cut(statement.text) if finding.quantity else ""
        relation = _relation(mentions[-1].finding if mentions else None, finding)
        mentions.append(Mention(statement.id, statement.date, words, finding, relation))
    first = mentions[0].finding
    return Thread(first.check, first.claim.who, tuple(mentions))


def _relation(before: Finding | None, after: Finding) -> Relation:
    if before is None:
        return Relation.FIRST
    low, high = _said(before), _said(after)
    if low == high:
        return Relation.REPEATED
    return Relation.RAISED if high > low else Relation.LOWERED


def _said(finding: Finding) -> Decimal:
    figure = finding.quantity.figure if finding.quantity else None
    if figure is None:
        return Decimal(0)
    return figure.value if figure.value is not None else figure.low or Decimal(0)
