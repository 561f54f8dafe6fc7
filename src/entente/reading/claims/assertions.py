"""Assertions: what a clause claims by its words alone, be there a figure in it or not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from entente.model.reading import Actor, Quote
from entente.reading.claims.clauses import Break, Clause
from entente.reading.claims.cues import AIDING, ASKED, DATED, DUTY, EVENT, GIVING, JOINED, PROMISED, RANKED, STANCE
from entente.reading.claims.periods import Periods
from entente.reading.claims.roles import AUTHOR, Roles
from entente.text.lexicon import Hit

__all__ = ["Assertion", "Assertions"]

SPEAKING = ASKED | JOINED | PROMISED | STANCE | DUTY | EVENT | DATED  # what a clause may claim without figure or rank
DEEDS = GIVING | AIDING | EVENT | DATED  # what a text may speak of as its author's own
SHORTEST = 20  # characters of a clause that claims something
CLOSE = 30  # characters between asking and the aid asked for
OUTRO = 40  # characters before a quotation in which a verb only announces it
GAP = 14  # characters between such a verb's clause and the quotation
AFTER = 5  # characters between a quotation and the clause that attributes it
LEAD = 12  # characters before a superlative that leave no room for a subject
FAR = 200  # characters before a promise in which "that" opens its clause
MANY = 3  # countries that a list of members has


class Assertion(NamedTuple):
    """A claim without figure: half-open offsets, kind, who, status, and the rule that read it."""

    start: int
    end: int
    kind: str
    who: str | None
    status: str | None
    rule: str


class Assertions:
    """What the clauses of a page claim by their words."""

    def __init__(self, roles: Roles, periods: Periods, quotes: Sequence[Quote]) -> None:
        self.roles = roles
        self.periods = periods
        self.opened = sorted(quote.span.start for quote in quotes)
        told = (quote.cue for quote in quotes if quote.cue is not None and quote.span.end <= quote.cue.start)
        self.telling = {place for cue in told for place in range(cue.start, cue.end)}  # the verbs of attributions
        self.closed = sorted(quote.span.end for quote in quotes if quote.type == "direct")

    def rank(self, clause: Clause, giver: str | None) -> Assertion | None:
        """A clause's superlative or comparison; in apposition ("..., the largest donor") it is a claim by itself.

        `giver` is who gave last, and ranks where aid itself is the subject.
        """
        cue = next((cue for cue in clause.cues if cue.value & RANKED and self._predicated(cue)), None)
        if cue is None:
            return None
        who = giver if clause.aided else clause.doer
        comma = self.roles.folded.rfind(", ", clause.verb, cue.start)
        start = comma + 2 if comma > clause.verb > clause.start else clause.start
        if who is None:
            subject = self.roles.subjects.subject
            late = subject(cue.end, clause.end) if cue.start - clause.start < LEAD else None
            actor = late or (None if clause.aided else subject(clause.start, cue.start)) or self._unequalled(clause)
            who = actor.id if actor else self.roles.giver(cue.end, clause.end, clause.cues) or self._own(clause)
        return Assertion(start, clause.end, "rank", who, None, "rank")

    def _unequalled(self, clause: Clause) -> Actor | None:
        """With whom nobody compares: "no country hosts more refugees than X"."""
        if not self.roles.folded.startswith(self.roles.words.nobody, clause.start):
            return None
        named, before = self.roles.subjects.between(clause.start, clause.end), self.roles.subjects.before
        return next((actor for actor in named if before(actor.span.start) in self.roles.words.comparing), None)

    def _own(self, clause: Clause) -> str | None:
        """For whom the text speaks, where what ranks is its own deed: "This is the largest package in a decade"."""
        pointed = self.roles.folded.startswith(self.roles.words.pointers, clause.start)
        deed = any(cue.value & DEEDS for cue in clause.cues)
        return self.roles.voices.voice(clause.quote) if pointed and deed else None

    def _predicated(self, cue: Hit) -> bool:
        """Whether a superlative is said of something: not "for the poorest countries", but "as the largest donor".

        One tied to a word is its adjective ("the worst-affected people").
        """
        if self.roles.folded.startswith("-", cue.end):
            return False
        word = self.roles.subjects.before(cue.start)
        return word not in self.roles.words.places or word in self.roles.words.likening

    def first(self, clause: Clause) -> Assertion | None:
        """The first thing that a clause claims: asking for aid, belonging, a promise, a stance, or an event."""
        start, end, doer = clause.start, clause.end, clause.doer
        if not clause.said & SPEAKING or end - start < SHORTEST:
            return None
        promiser = None
        if clause.said & PROMISED and doer and not clause.aided and clause.opening != Break.RELATIVE:
            promises = (cue for cue in clause.cues if cue.value & PROMISED and cue.start >= clause.verb)
            promiser = next(filter(None, (self._promiser(clause, cue) for cue in promises)), None)
        belonging = clause.said & JOINED and self._countries(clause) >= MANY
        for index, cue in enumerate(clause.cues):
            said = cue.value
            if cue.start < clause.verb or not said & SPEAKING:
                continue
            if said & ASKED and doer and self._asks_aid(cue, clause.cues[index + 1 : index + 2]):
                return Assertion(start, end, "funding", self.roles.voices.state(doer), "requested", "asked")
            if said & JOINED and belonging:
                body = self.roles.body(start, cue.end, end) or doer
                return Assertion(start, end, "membership", body, None, "members")
            if promiser and (said & PROMISED or (said & (STANCE | DUTY) and not self._announces(clause, cue))):
                return Assertion(start, end, "commitment", promiser, None, "promise")
            if said & (STANCE | DUTY) and (who := self._holder(clause, cue)):
                return Assertion(start, end, "position", who, None, "stance")
            if said & (EVENT | DATED) and self._happens(clause, cue):
                return Assertion(start, end, "event", doer, None, "event")
        return None

    def _promiser(self, clause: Clause, cue: Hit) -> str | None:
        """Who promises: the doer, or who is named after "that"; what else will be is nobody's promise."""
        for that in self.roles.words.thats:
            at = self.roles.folded.find(that, max(clause.verb, cue.start - FAR), cue.start + 1)
            if at >= 0 and not self.roles.same(clause.start, at, cue.start):
                actor = self.roles.actor(at, cue.start)
                return actor.id if actor else None
        return clause.doer

    def _holder(self, clause: Clause, cue: Hit) -> str | None:
        """Who holds a stance; what must be done is the author's or the speaker's opinion."""
        if self._announces(clause, cue) or self._tells(clause, cue):
            return None
        return clause.doer if cue.value & STANCE else self.roles.voices.voice(clause.quote) or AUTHOR

    def _happens(self, clause: Clause, cue: Hit) -> bool:
        """Whether an event is told: with a date, or, where its verb is strong, with a doer."""
        if cue.value & EVENT and not self.roles.subjects.finite(cue):
            return False
        told = self.periods.dated(clause.start, clause.end) or (
            cue.value & EVENT and clause.doer and not self._announces(clause, cue)
        )
        return bool(told) and not _any_between(self.closed, clause.start - AFTER, clause.start)

    def _announces(self, clause: Clause, cue: Hit) -> bool:
        """Whether a verb only announces the quotation that follows its clause."""
        return cue.end > clause.end - OUTRO and _any_between(self.opened, clause.end, clause.end + GAP)

    def _tells(self, clause: Clause, cue: Hit) -> bool:
        """Whether a verb opens a clause that only tells whose words stand before it: "..., stressed X"."""
        return cue.start in self.telling and cue.start - clause.start < AFTER

    def _asks_aid(self, cue: Hit, following: Sequence[Hit]) -> bool:
        return bool(following) and bool(following[0].value & AIDING) and following[0].start < cue.end + CLOSE

    def _countries(self, clause: Clause) -> int:
        actors = self.roles.subjects.between(clause.start, clause.end)
        return len({actor.id for actor in actors if actor.kind == "country"})


def _any_between(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of the sorted offsets lies between two others, both included."""
    at = bisect_left(places, start)
    return at < len(places) and places[at] <= end
