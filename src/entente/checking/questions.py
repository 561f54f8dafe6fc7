"""Claims made ready for the facts: places, people's origins, crises, time, and the words that choose readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from entente import plugins
from entente.checking.periods import period
from entente.model.figure import Bound
from entente.model.question import Question
from entente.model.reading import Actor, Claim, Reading
from entente.scopes.marks import FACTOR, PEOPLE, marks
from entente.text.fold import fold
from entente.text.lexicon import Hit
from entente.text.sentences import sentences

if TYPE_CHECKING:
    from entente.model.coalition import Coalition, Crisis

__all__ = ["questions"]

BEFORE = 24  # characters before a country in which a word of origin stands


def questions(reading: Reading, coalitions: Sequence[Coalition]) -> Iterator[Question]:
    """Each claim of a reading as a question, in the order of the text."""
    statement = reading.statement
    cuts = sentences(statement.text, plugins.language(statement.language).abbreviations)
    last: tuple[Crisis, ...] = ()
    for claim in reading.claims:
        around = [cut for cut in cuts if cut[0] < claim.span.end and claim.span.start < cut[1]]
        start = min([claim.span.start, *(low for low, _ in around)])
        end = max([claim.span.end, *(high for _, high in around)])
        question = _question(claim, (start, end), reading, tuple(coalitions))
        if last and not question.crises and "same" in question.marks:
            question = replace(question, crises=last)
        last = question.crises or last
        yield question


def _question(claim: Claim, sentence: tuple[int, int], reading: Reading, coalitions: tuple[Coalition, ...]) -> Question:
    statement = reading.statement
    code = statement.language
    start, end = claim.span.start, claim.span.end
    text = statement.text[start:end]
    hits = marks(code).lexicon.scan(text, fold(text))
    factor = next(iter(hits.get(FACTOR, ())), None)
    named = [actor for actor in reading.actors if claim.span.holds(actor.span)]
    names = [(actor.span.start - start, actor.span.end - start) for actor in named]
    said = _said(hits, text, names)
    peoples = [
        hit.value
        for hit in hits.get(PEOPLE, ())
        if not any(low <= hit.start < high for low, high in names) and text[hit.end : hit.end + 1] != "$"  # US$5
    ]
    countries = [actor for actor in named if actor.kind == "country"]
    whence = [actor.id for actor in countries if _is_origin(actor, statement.text, code)]
    places = [actor.id for actor in countries if actor.id not in whence]
    listed = [place for place in claim.to if _is_code(place) and place not in (*peoples, *whence, *places)]
    origins = tuple(dict.fromkeys((*peoples, *whence)))
    places_ = tuple(dict.fromkeys((*places, *listed)))
    day = statement.date or date.today()
    return Question(
        claim=claim,
        quantity=None if claim.quantity is None else reading.quantities[claim.quantity],
        reading=reading,
        coalitions=coalitions,
        crises=_crises((*origins, *places_), said, reading, coalitions),
        origins=origins,
        places=places_,
        bodies=tuple(dict.fromkeys(actor.id for actor in named if actor.kind == "organisation")),
        day=day,
        period=period(claim, sentence, reading, day, lasting="still" in said),
        factor=factor.value if factor else None,
        factor_bound=_hedge(text[: factor.start], code) if factor else Bound.EXACT,
        marks=said,
    )


def _said(hits: Mapping[str, list[Hit]], text: str, names: Sequence[tuple[int, int]]) -> dict[str, str]:
    """The words of each mark, those left out that stand within longer words of another ("refugee" in a plan's name), or
    within the name of an actor ("north" in North Korea).
    """
    spans = [*names, *((hit.start, hit.end) for found in hits.values() for hit in found)]

    def free(hit: Hit) -> bool:
        longer = ((start, end) for start, end in spans if end - start > hit.end - hit.start)
        return not any(start <= hit.start and hit.end <= end for start, end in longer)

    kept = {kind: [hit for hit in found if free(hit)] for kind, found in hits.items()}
    return {kind: text[found[0].start : found[0].end] for kind, found in kept.items() if found}


def _hedge(before: str, code: str) -> Bound:
    """How firmly a multiple was said, by the words right before it."""
    folded = fold(before[-BEFORE:]).rstrip()
    return next((bound for bound, words in marks(code).hedges if words.search(folded)), Bound.EXACT)


def _is_origin(actor: Actor, text: str, code: str) -> bool:
    before = text[max(0, actor.span.start - BEFORE) : actor.span.start]
    return bool(marks(code).origins.search(fold(before)))


def _is_code(word: str) -> bool:
    return len(word) == 3 and word.isascii() and word.isupper()


def _crises(
    places: tuple[str, ...], said: dict[str, str], reading: Reading, coalitions: tuple[Coalition, ...]
) -> tuple[Crisis, ...]:
    """The crises that a claim speaks of; "the region" stands for all those the statement has named.

    A regional plan without a country is that of the only crisis that has one.
    """
    known = {crisis.id: crisis for coalition in reversed(coalitions) for crisis in coalition.crises}
    named = tuple(crisis for crisis in known.values() if crisis.place in places)
    if named:
        return named
    if "region" in said:
        spoken = {actor.id for actor in reading.actors}
        return tuple(crisis for crisis in known.values() if crisis.place in spoken)
    planned = tuple(crisis for crisis in known.values() if "regional" in crisis.plans)
    return planned if "regional" in said and len(planned) == 1 else ()
