"""Screens names against an index of listings: candidates, alignment, evidence, matches with their reasons."""

from __future__ import annotations

import gc
import threading
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice

from entente.model.listing import Kind, Quality
from entente.model.match import Match, Reason, Side, Subject
from entente.names.alignment import DOUBT, Alignment, Likenesses, align, likenesses_with
from entente.names.explanation import explain
from entente.names.scribes import meant
from entente.names.words import Word, forms, readings
from entente.screening.evidence import plain, reasons, very_name
from entente.screening.index import KINDS, Index
from entente.screening.retrieval import Asked, Retrieval

__all__ = ["Screener"]

MOST = 10  # matches of one name
SPARE = 2  # times as many are held against the facts, which may put one before another
ALIGNED = 25  # forms aligned for one name
MANY = 4  # forms: from so many on, likenesses are reckoned at once
TOGETHER = 4000  # names looked up at once
SAME = 2 * DOUBT  # bits that the very name of a listing brings, however common its words
WRITTEN = 2  # readings of a name: all of it, and what stands outside its brackets

# What a subject of a kind may be listed as; a body that pays may be listed by the ship it owns.
MAY_BE = {
    "": frozenset(KINDS),
    Kind.PERSON: frozenset({Kind.PERSON}),
    Kind.ORGANISATION: frozenset({Kind.ORGANISATION, Kind.SHIP, Kind.AIRCRAFT}),
    Kind.SHIP: frozenset({Kind.SHIP, Kind.ORGANISATION}),
    Kind.AIRCRAFT: frozenset({Kind.AIRCRAFT, Kind.ORGANISATION}),
}
ALLOWED = {kind: tuple(each in may for each in KINDS) for kind, may in MAY_BE.items()}


@dataclass(frozen=True, slots=True)
class Meeting:
    """A form of a subject's name aligned with a form of the index; `more` bits where it is the listing's very name."""

    tokens: tuple[str, ...]
    form: int
    alignment: Alignment
    more: float

    @property
    def score(self) -> float:
        """What the names alone say."""
        return _score(self.alignment.gained + self.more, self.alignment.against, ())


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Hold back the search for circular garbage, of which screening makes none, and which costs a third of its time.

    Only in the main thread: others cannot know who else holds it back.
    """
    held = gc.isenabled() and threading.current_thread() is threading.main_thread()
    if held:
        gc.disable()
    try:
        yield
    finally:
        if held:
            gc.enable()


class Screener:
    """Screens subjects against an index."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.retrieval = Retrieval(index)
        self.whole = index.whole(SAME)

    def screen(self, subjects: Iterable[Subject], *, floor: float, most: int = MOST) -> Iterator[tuple[Match, ...]]:
        """For each subject its matches that score `floor` or more, best first, at most `most` of them."""
        stream = iter(subjects)
        while batch := list(islice(stream, TOGETHER)):
            with uninterrupted():
                matches = [self._matches(*found, floor, most) for found in self._meetings(batch, floor)]
            yield from matches

    def _meetings(self, subjects: Sequence[Subject], floor: float) -> Iterator[tuple[Subject, list[Meeting]]]:
        """Each subject with its best alignment with each listing that may reach the floor."""
        read = [
            (number, Asked(tokens, ALLOWED[subject.kind], meant(subject.name, tokens)))
            for number, subject in enumerate(subjects)
            for tokens in readings(subject.name)
        ]
        found: list[dict[int, Meeting]] = [{} for _ in subjects]
        candidates = self.retrieval.candidates([name for _, name in read], floor=floor, most=ALIGNED)
        for (number, name), near in zip(read, candidates, strict=True):
            same = [form for form in self.whole.get(name.tokens, ()) if self._is_named(form, subjects[number], name)]
            near = [*same, *(form for form in near if form not in same)]
            for form, alignment in zip(near, self._aligned(name, near), strict=True):
                meeting = Meeting(name.tokens, form, alignment, SAME - alignment.gained if form in same else 0.0)
                listing = int(self.index.form_listing[form])
                best = found[number].get(listing)
                if best is None or meeting.score > best.score:
                    found[number][listing] = meeting
        return zip(subjects, (list(each.values()) for each in found), strict=True)

    def _is_named(self, form: int, subject: Subject, asked: Asked) -> bool:
        """Whether a form is the very name of a listing and of a subject, and no part of them in brackets.

        A body is known by any name but a weak one, a person by the first of theirs: another one that is common is borne
        by too many. One word names no person.
        """
        listing = self.index.listing(int(self.index.form_listing[form]))
        name = listing.names[self.index.form_name[form]]
        whole = all(asked.tokens in readings(written)[:WRITTEN] for written in (subject.name, name.name))
        if not whole or name.quality is Quality.WEAK or subject.kind not in ("", listing.kind):
            return False
        return listing.kind is not Kind.PERSON or (name.quality is Quality.PRIMARY and len(asked.tokens) > 1)

    def _aligned(self, asked: Asked, near: Sequence[int]) -> Iterator[Alignment]:
        """The alignment of a name with each of some forms; forms with the same words, of several lists, once."""
        listed = [tuple(self.index.form(form)) for form in near]
        different = dict.fromkeys(listed)
        if len(different) >= MANY:
            alike = likenesses_with(asked.tokens, different, asked.meant)
        else:
            alike = Likenesses.one_by_one(asked.meant)
        alignments = {words: align(asked.tokens, words, self.index.rarity, alike) for words in different}
        return (alignments[words] for words in listed)

    def _matches(self, subject: Subject, meetings: Sequence[Meeting], floor: float, most: int) -> tuple[Match, ...]:
        """The matches of a subject: those whose names reach the floor, and still do with the facts."""
        likeliest = sorted(meetings, key=lambda one: -one.score)[: SPARE * most]
        good = [one for one in likeliest if one.score >= floor]
        asked = _words_by_tokens(subject.name) if good else {}
        matches = [self._match(subject, asked[one.tokens], one) for one in good]
        matches += self._numbered(subject, {match.listing.id for match in matches})
        kept = (match for match in matches if match.score >= floor)
        return tuple(sorted(kept, key=lambda match: (-match.score, match.listing.id))[:most])

    def _numbered(self, subject: Subject, known: Container[str]) -> Iterator[Match]:
        """Matches of another name with the same number: its names say nothing, the facts alone decide."""
        numbered = self.index.numbered if subject.identifiers else {}
        for number in sorted({one for each in subject.identifiers for one in numbered.get(plain(each), ())}):
            listing = self.index.listing(number)
            if listing.id not in known and listing.kind in MAY_BE[subject.kind]:
                facts = tuple(reasons(subject, listing))
                yield Match(listing, listing.names[0], _score(0.0, 0.0, facts), (), facts)

    def _match(self, subject: Subject, asked: Sequence[Word], meeting: Meeting) -> Match:
        index, alignment = self.index, meeting.alignment
        listing = index.listing(int(index.form_listing[meeting.form]))
        name = listing.names[index.form_name[meeting.form]]
        listed = tuple(index.form(meeting.form))
        left = [*(meeting.tokens[i] for i in alignment.added), *(listed[j] for j in alignment.missing)]
        bits = [index.rarity.bits(token) for token in left]
        listed_words = _words_by_tokens(name.name)[listed]
        parts = explain(alignment, (subject.name, asked), (name.name, listed_words), bits)
        facts = (*([very_name(meeting.more)] if meeting.more else ()), *reasons(subject, listing))
        return Match(listing, name, _score(alignment.gained, alignment.against, facts), parts, facts)


def _words_by_tokens(name: str) -> dict[tuple[str, ...], tuple[Word, ...]]:
    """The forms of a name, with their places, by their tokens; of those with the same tokens the first."""
    return {tuple(word.token for word in form): form for form in reversed(forms(name))}


def _score(gained: float, against: float, facts: Sequence[Reason]) -> float:
    """The score of the bits on either side of two names, with what the facts add to them."""
    gained += sum(fact.bits for fact in facts if fact.side is Side.SUPPORTS)
    against += sum(fact.bits for fact in facts if fact.side is Side.REFUTES)
    return gained / (gained + against + DOUBT)
