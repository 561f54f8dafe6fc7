"""Whether a group met on the day that is said.

Reads: events of a coalition or of one of its groups with a day, held against the meetings in hand.
Misses: meetings of which the coalition file holds nothing; what was said there.
Origin: the coalition file: joint statements of meetings.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.figure import Figure
from entente.model.finding import Answer, Phrase
from entente.model.question import Question

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.coalition import Coalition

_NEAR = 14  # days within which another meeting of the same group is taken for the one that is meant


def _answers(question: Question) -> bool:
    day = question.claim.since
    return question.claim.kind == "event" and day is not None and len(day) == 10 and _coalition(question) is not None


def _figure(question: Question) -> Figure | None:
    return Figure(Decimal(1), "meeting", grain=Decimal(1))


def _coalition(question: Question) -> Coalition | None:
    who = question.claim.who
    return next((one for one in question.coalitions if who in (one.id, *(group.id for group in one.groups))), None)


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    from datetime import date

    coalition = _coalition(question)
    if coalition is None or question.claim.since is None:
        return
    said = date.fromisoformat(question.claim.since)
    for meeting in facts.meetings(coalition.id):
        of_group = question.claim.who in (meeting.group, coalition.id)
        if of_group and abs((meeting.day - said).days) <= _NEAR:
            values = (("group", meeting.group), ("city", meeting.city), ("day", meeting.day))
            yield Answer(
                words=Phrase("meeting of the {group} in {city} on {day}", values),
                value=Decimal(int(meeting.day == said)),
                unit="meeting",
                evidence=meeting.evidence,
            )


CHECK = Check(name="meeting", answers=_answers, figure=_figure, tries=_tries, source="coalition")
