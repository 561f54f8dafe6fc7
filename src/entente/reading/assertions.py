"""Assertions: what a clause claims by its words alone, be there a figure in it or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from entente.model.reading import Quote
from entente.reading.clauses import Break, Clause
from entente.reading.cues import AIDING, ASKED, DATED, DUTY, EVENT, JOINED, PROMISED, RANKED, STANCE
from entente.reading.periods import Periods
from entente.reading.roles import Roles
from entente.text.lexicon import Hit

__all__ = ["SPEAKING", "Assertion", "Assertions"]

SPEAKING = ASKED | JOINED | PROMISED | STANCE | DUTY | EVENT | DATED  # what a clause may claim without figure or rank
SHORTEST = 20  # characters of a clause that claims something
CLOSE = 30  # characters between asking and the aid asked for
OUTRO = 40  # characters before a quotation in which a verb only announces it
GAP = 14  # characters between such a verb's clause and the quotation
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
        self.quotes = quotes

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
        if who is None and cue.start - clause.start < 12:
            actor = self.roles.subject(cue.end, clause.end)
            who = actor.id if actor else None
        return Assertion(start, clause.end, "rank", who or self.roles.last, None, "rank")

    def _predicated(self, cue: Hit) -> bool:
        """Whether a superlative is said of something: not "for the poorest countries", but "as the largest donor"."""
        word = self.roles.before(cue.start)
        return word not in self.roles.words.places or word in self.roles.words.likening

    def first(self, clause: Clause) -> Assertion | None:
        """The first thing a clause claims from its verb on: asking for aid, belonging, a promise, a stance, an event."""
        start, end, doer = clause.start, clause.end, clause.doer
        if not clause.said & SPEAKING or end - start < SHORTEST:
            return None
        promising = False
        if clause.said & PROMISED and doer and not clause.aided and clause.opening != Break.RELATIVE:
            promising = any(cue.value & PROMISED and cue.start >= clause.verb for cue in clause.cues)
        for index, cue in enumerate(clause.cues):
            said = cue.value
            if cue.start < clause.verb or not said & SPEAKING:
                continue
            if said & ASKED and doer and self._asks_aid(cue, clause.cues[index + 1 : index + 2]):
                return Assertion(start, end, "funding", self.roles.state(doer), "requested", "asked")
            if said & JOINED and self._countries(clause) >= MANY:
                return Assertion(start, end, "membership", self.roles.body(start, cue.end, end) or doer, None, "members")
            if promising and (said & PROMISED or (said & (STANCE | DUTY) and not self._announces(clause, cue))):
                return Assertion(start, end, "commitment", doer, None, "promise")
            if said & (STANCE | DUTY) and (who := self._holder(clause, cue)):
                return Assertion(start, end, "position", who, None, "stance")
            if said & (EVENT | DATED) and self._happens(clause, cue):
                return Assertion(start, end, "event", doer, None, "event")
        return None

    def _holder(self, clause: Clause, cue: Hit) -> str | None:
        """Who holds a stance; what must be done is the author's or the speaker's opinion."""
        if self._announces(clause, cue):
            return None
        if cue.value & STANCE:
            return clause.doer
        return self.roles.voice(clause.quote)

    def _happens(self, clause: Clause, cue: Hit) -> bool:
        """An event needs a doer and a date, one of them if its verb is strong."""
        strong = cue.value & EVENT
        if strong and not self.roles.finite(cue):
            return False
        dated = self.periods.dated(clause.start, clause.end)
        if not (dated or clause.doer if strong else dated):
            return False
        if not dated and self._announces(clause, cue):
            return False
        return not any(clause.start - 5 <= quote.span.end <= clause.start and quote.type == "direct" for quote in self.quotes)

    def _announces(self, clause: Clause, cue: Hit) -> bool:
        """Whether a verb only announces the quotation that follows its clause."""
        end = clause.end
        return cue.end > end - OUTRO and any(end <= quote.span.start <= end + GAP for quote in self.quotes)

    def _asks_aid(self, cue: Hit, following: Sequence[Hit]) -> bool:
        return bool(following) and bool(following[0].value & AIDING) and following[0].start < cue.end + CLOSE

    def _countries(self, clause: Clause) -> int:
        return len({actor.id for actor in self.roles.between(clause.start, clause.end) if actor.kind == "country"})
