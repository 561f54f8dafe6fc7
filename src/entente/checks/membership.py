"""How many belong: the size of a coalition, or of a meeting of one of its groups.

Reads: counts of countries, organisations, members or delegations of a coalition (through time, between two known
counts) and of a group (by the delegations at its meeting).
Misses: who joined on which day, where only counts are known.
Origin: the coalition file: counts published through time, joint statements that name the delegations.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.facts import Coverage, Size
from entente.model.finding import Answer, Evidence, Phrase
from entente.model.question import Question
from entente.scopes.marks import marks
from entente.text.fold import fold

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Delegations
    from entente.model.coalition import Coalition

_STATES = frozenset({"country", "state", "nation"})
_COUNTED = _STATES | {"country+organisation", "organisation", "member", "partner", "delegation", "participant"}
_NAME = 40  # characters with which a name goes on
_OF_STATES = "states at the meeting in {city} on {day}"
_OF_ALL = "all delegations at the meeting in {city} on {day}: {states} states, {bodies} others"


def _answers(question: Question) -> bool:
    figure = question.figure
    counted = figure is not None and figure.unit in _COUNTED
    named = question.claim.who is not None or bool(question.says("belongs"))
    sized = named and not question.says("joining") and question.claim.kind in ("membership", "count", "event")
    return counted and sized and _coalition(question) is not None


def _coalition(question: Question) -> Coalition | None:
    """The coalition that the claim counts, by its own name or by that of one of its groups."""
    who = _counted(question)
    ours = next((one for one in question.coalitions if who in _bodies(one)), None)
    return None if ours is None or _is_another(question, ours) else ours


def _is_another(question: Question, ours: Coalition) -> bool:
    """Whether the statement means another body by the name: it goes on, and in none of our ways, where it is first
    said ("the Global Coalition for Clean Rivers")."""
    statement = question.reading.statement
    first = next((actor.span for actor in question.reading.actors if actor.id == ours.id), None)
    if first is None or not marks(statement.language).onward.match(statement.text, first.end):
        return False
    said = fold(statement.text[first.start : first.end + _NAME])
    ways = (ours.names, *(actor.names for actor in ours.actors))
    return not any(fold(name) in said for names in ways for name in names.get(statement.language, ()))


def _bodies(coalition: Coalition) -> tuple[str, ...]:
    return (coalition.id, *(group.id for group in coalition.groups))


def _counted(question: Question) -> str | None:
    """The body that is counted: the claim's own, else the last one that the statement has named."""
    if question.claim.who is not None:
        return question.claim.who
    if question.quantity and len(question.quantity.counts.split()) > 1 and question.quantity.figure.unit == "member":
        return None  # "community members" are nobody's
    known = {body for coalition in question.coalitions for body in _bodies(coalition)}
    before = (actor.id for actor in question.reading.actors if actor.span.start < question.claim.span.end)
    return next((actor for actor in reversed(list(before)) if actor in known), None)


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    coalition = _coalition(question)
    if coalition is None:
        return
    who = _counted(question)
    attended = question.figure is not None and question.figure.unit == "delegation"
    met = [one for one in facts.meetings(coalition.id) if attended or (one.group == who != coalition.id)]
    if met:
        yield from _delegations(question, min(met, key=lambda one: abs((one.day - question.day).days)))
    elif who == coalition.id:
        yield from _size(question, facts.sizes(coalition.id))


def _delegations(question: Question, meeting: Delegations) -> Iterator[Answer]:
    """The delegations at the meeting nearest to the statement: what the words count first, the other count after."""
    figure = question.figure
    counted = figure is not None and figure.unit in _STATES
    states = _attended(meeting, len(meeting.states), _OF_STATES, question.marks.get("state", "") if counted else "")
    every = _attended(meeting, meeting.count, _OF_ALL, "")
    yield from (states, every) if counted else (every, states)


def _attended(meeting: Delegations, count: int, words: str, because: str) -> Answer:
    bodies = meeting.count - len(meeting.states)
    values = (
        ("city", meeting.city),
        ("day", meeting.day),
        ("states", str(len(meeting.states))),
        ("bodies", str(bodies)),
    )
    return Answer(
        words=Phrase(words, values),
        value=Decimal(count),
        unit="country" if count == len(meeting.states) else "delegation",
        evidence=meeting.evidence,
        because=because,
    )


def _size(question: Question, sizes: tuple[Size, ...]) -> Iterator[Answer]:
    """The last exact count before the day and the first after it: the size lies between them."""
    exact = [size for size in sizes if size.bound == "exact"]
    before = [size for size in exact if size.day <= question.day]
    after = [size for size in exact if size.day > question.day]
    if not before:
        return
    low, high = before[-1], after[0] if after else None
    counted = low.last >= question.day
    if high is None or counted:
        told = "{count} counted on {day}"
        values: tuple[tuple[str, object], ...] = (("count", str(low.count)), ("day", low.last))
    else:
        told = "{count} counted by {day}, {later} on {then}"
        values = (("count", str(low.count)), ("day", low.last), ("later", str(high.count)), ("then", high.day))
    ends = sorted({low.count, high.count if high and not counted else low.count})
    yield Answer(
        words=Phrase(told, values),
        value=Decimal(ends[0]),
        unit="member",
        coverage=Coverage.COMPLETE,
        ceiling=Decimal(ends[-1]) if len(ends) > 1 else None,
        evidence=_evidence([low, high] if high else [low]),
    )


def _evidence(rows: list[Size]) -> tuple[Evidence, ...]:
    first = rows[0]
    places = tuple(row.row for row in rows)
    return (Evidence(table="sizes", source=first.source, edition=first.edition, rows=len(rows), places=places),)


CHECK = Check(name="membership", answers=_answers, tries=_tries, source="coalition")
