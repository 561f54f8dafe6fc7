"""Tallies: what the figures of a page claim, and who gives, hosts, belongs or does what they count."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from entente.model.reading import Actor, Quantity
from entente.reading.claims.clauses import Clause, Sentence, within
from entente.reading.claims.cues import (
    DATED,
    EVENT,
    GIVING,
    PROMISED,
    RECEIVED,
    REQUESTED,
    STANCE,
    TOLLED,
    UPROOTED,
    mask,
)
from entente.reading.claims.kinds import NEXT, kind, money, status
from entente.reading.claims.roles import Roles
from entente.text.lexicon import Hit

__all__ = ["Tallies", "Tally"]

PASSIVE = 30  # characters after a figure in which it is said to be given by somebody
OWNER = 60  # characters before a figure in which a possessor begins
DATIVE = 8  # characters between a verb of giving and whom it gives to
OPENING = ("", "(", ":", "-")  # between a giver in a list and its sum
FATE = 12  # characters between the fate of people and a country
FAR = 1200  # characters before a figure in which the doer of its clause is named
RECENT = 400  # characters before a figure in which verbs bear on it
BESIDE = 16  # characters before a figure in which a verb of promising stands
NEAR = 48  # characters of a clause before a figure whose verb is not known
FEW = 2  # figures that may be somebody's each
SMALL = 20  # what is fewer may be part of an event


class Tally(NamedTuple):
    """What a figure claims: kind, who, and status."""

    kind: str
    who: str | None
    status: str | None


class Tallies:
    """What the figures of a page claim, in the order of the text.

    `giver` gave last, and `stage` is the status of what was given.
    """

    def __init__(self, folded: str, roles: Roles) -> None:
        self.folded = folded
        self.roles = roles
        self.words = roles.words.respective
        self.giver: str | None = None
        self.stage = "given"

    def read(self, quantity: Quantity, clause: Clause, whole: Sentence, start: int, end: int) -> Tally:
        """The claim of a figure in its part of a clause, from `start` to `end`."""
        at = quantity.span.start
        cues = within(clause.cues, start, end)
        promised = clause.doer and not clause.aided and (mask(within(cues, start, at)) & PROMISED or self._promises(at))
        said = kind(quantity, cues, whole.said, bool(promised))
        match said:
            case "funding":
                lead = within(clause.cues, at - RECENT, at) or within(whole.cues, at - RECENT, at)
                named = status(within(cues, quantity.span.end, quantity.span.end + NEXT), at)  # "$5bn in pledges"
                self.stage = stage = named or status(lead, at) or status(cues, at) or self.stage
                governing = within(clause.cues, max(clause.verb, at - RECENT), quantity.span.end)
                who = self._giver(clause, quantity, whole, start, end, governing)
                if quantity.figure.unit == "percent":
                    near = self.roles.subjects.between(clause.start, end)
                    who = who if any(actor.id == who for actor in near) else None
                elif money(quantity) and stage != "requested" and not mask(governing) & RECEIVED:
                    self.giver = who = who or self.giver
                return Tally(said, who, stage)
            case "membership":
                return Tally(said, self._body(at, end, whole) or (clause.doer if clause.verb <= at else None), None)
            case "displacement":
                return Tally(said, self._host(clause, quantity, start, end, whole, cues), None)
        return Tally(said, self._doer(clause, at, whole), None)

    def _promises(self, at: int) -> bool:
        """Whether what is counted is promised by the verb right before it: "pledged 200 troops"."""
        near = within(self.roles.resolving, at - BESIDE, at)
        return bool(near) and not self.folded[near[-1].end : at].strip()

    def takes_part(self, quantity: Quantity, clause: Clause) -> bool:
        """Whether what is counted may take part in a stance or an event: "we joined 40 nations in condemning"."""
        said = mask(within(clause.cues, clause.start, quantity.span.start))
        value = quantity.figure.value
        few = value is not None and value <= SMALL and not clause.said & TOLLED
        return bool(said & STANCE or (few and said & (EVENT | DATED)))

    def _giver(
        self, clause: Clause, quantity: Quantity, whole: Sentence, start: int, end: int, governing: Sequence[Hit]
    ) -> str | None:
        """Who gives, pledges or asks for a sum; `governing` are the cues that may govern its figure."""
        subjects, at, after = self.roles.subjects, quantity.span.start, quantity.span.end
        near = subjects.between(at - OWNER, at)
        if near and self.folded[near[-1].span.end : at] in ("'s ", "' "):
            return near[-1].id
        if (listed := self._listed(clause, at, start)) is not None:
            return listed
        if self.stage == "requested" and not mask(within(clause.cues, clause.verb, clause.verb + 1)) & REQUESTED:
            for actor in subjects.between(after, end):
                if self.folded.startswith("'s", actor.span.end):
                    return actor.id
        if start > clause.start and (other := self._gives_too(clause, start, at)) is not None:
            return other
        if (owner := self._possessor(clause.verb, at)) is not None:
            return owner
        placed = self.folded.startswith(self.roles.words.wheres, clause.start)  # the hosts of a conference give nothing
        doer = clause.doer if (clause.verb <= at or clause.fronted) and not placed else None
        if mask(governing) & RECEIVED:
            return self.roles.giver(after, end, clause.cues) or self._owner(after, end)
        if start > clause.start or doer is None or not self._gives(clause, governing, after):
            giver = self.roles.giver(after, end, clause.cues)
            if giver is None and start == clause.start and self._welcomed(clause, governing):
                giver = self._owner(after, end)
            if giver is None and (clause.aided or doer is None):
                giver = self.roles.giver(start, at, clause.cues) or self._owner(after, end)
            if giver is not None:
                return giver
        if doer is None and not clause.aided and not placed:
            subject = subjects.subject(whole.start, clause.start)
            doer = subject.id if subject else None
        return self.roles.voices.state(doer) if doer else None

    def _gives_too(self, clause: Clause, start: int, at: int) -> str | None:
        """Who gives in a later part of a clause, by a verb of its own: "with Denmark providing $3 million"."""
        for cue in within(clause.cues, start, at):
            if cue.value & GIVING and (actor := self.roles.actor(start, cue.start)) is not None:
                return self.roles.voices.state(actor.id)
        return None

    def _possessor(self, start: int, at: int) -> str | None:
        """Who owns the aid of which a sum is told: "this brings Peru's humanitarian aid to $3 million"."""
        for actor in self.roles.subjects.between(max(start, at - RECENT), at)[-2:]:
            owned = self.folded[actor.span.end : min(at, actor.span.end + OWNER)].split()
            if owned[:1] == ["'s"] and not self.roles.words.aiding.isdisjoint(owned[1:4]):
                return actor.id
        return None

    def _owner(self, after: int, end: int) -> str | None:
        """Who stands right after a sum: "3 millions de dollars du Japon", "with $45 million, Germany is ..."."""
        for actor in self.roles.subjects.between(after, end)[:1]:
            after += self.folded.startswith(", ", after)
            if self.folded[after] == " " and self.roles.subjects.only_articles(after, actor.span.start):
                return actor.id
        return None

    def _listed(self, clause: Clause, at: int, start: int) -> str | None:
        """Who gives in a list: the actor right before a sum ("Norway $30 million", "Sweden (about $24m)").

        One to whom the clause's doer gives is none ("gave Jordan $50 million", "will support Kenya ($20m)").
        """
        subjects = self.roles.subjects
        near = subjects.between(max(start, at - OWNER), at)
        if not near or near[-1].kind == "person" or not subjects.free(near[-1].span.start):
            return None
        giver = near[-1]
        gap = self.folded[giver.span.end : at].strip()
        given = mask(within(clause.cues, max(start, giver.span.start - DATIVE), giver.span.start)) & GIVING
        if (gap not in OPENING and gap not in self.roles.words.bearing) or given:
            return None
        if not gap or gap in self.roles.words.bearing:
            opens = self.roles.subjects.only_articles(start, giver.span.start)
            return giver.id if opens and start > clause.start else None
        named = subjects.between(max(clause.start, at - FAR), at)
        first = next((one for one in named if one.id == clause.doer), giver)
        if gap == "(" and first is giver and (headed := self._head(clause.start, giver)) is not giver:
            word = subjects.before(headed.span.start)
            return giver.id if word in self.roles.words.givers or subjects.free(headed.span.start) else None
        return giver.id if first is giver or self.folded.startswith(" (", first.span.end) else None

    def _head(self, start: int, actor: Actor) -> Actor:
        """The first of the actors up to one that have a figure in brackets each: "Mali (€3m), Niger (€2m)"."""
        for other in reversed(self.roles.subjects.between(max(start, actor.span.start - RECENT), actor.span.start)):
            if not self.folded.startswith(" (", other.span.end):
                break
            actor = other
        return actor

    def _gives(self, clause: Clause, governing: Sequence[Hit], end: int) -> bool:
        """Whether a verb of the clause's doer gives or promises, and no later one says by whom a figure was given."""
        if self.roles.gave(within(clause.cues, end, end + PASSIVE)) or self._welcomed(clause, governing):
            return False
        return bool(mask(governing) & (GIVING | PROMISED))

    def _welcomed(self, clause: Clause, governing: Sequence[Hit]) -> bool:
        """Whether a sum is only spoken of: "welcomed a contribution of $3 million"."""
        return bool(governing) and governing[0].start == clause.verb and bool(governing[0].value & STANCE)

    def respective(self, clause: Clause, figures: Sequence[Quantity]) -> Sequence[str]:
        """Who of several gave or did each of the figures of a clause, where it says "respectively"; else nothing."""
        if len(figures) < FEW or not any(self.folded.find(word, clause.start, clause.end) >= 0 for word in self.words):
            return ()
        first = figures[0].span.start
        subject = self.roles.subjects.subject(clause.start, first)
        named = self.roles.subjects.between(subject.span.start, first) if subject else ()
        return [actor.id for actor in named] if len(named) == len(figures) else ()

    def _body(self, at: int, end: int, whole: Sentence) -> str | None:
        """The body to which those counted belong: named after a verb of belonging that follows, else before them."""
        if whole.joined and whole.joined.start > at:
            return self.roles.body(whole.start, whole.joined.end, end)
        return self.roles.body(whole.start, at, at)

    def _host(
        self, clause: Clause, quantity: Quantity, start: int, end: int, whole: Sentence, cues: Sequence[Hit]
    ) -> str | None:
        """Who hosts or helps the people counted; else the country they fled, or the only one that is named."""
        if clause.aided:
            return self.giver or self.roles.aiding(clause)
        at, subjects = quantity.span.start, self.roles.subjects
        alone = clause.quote is not None and clause.quote.type == "indirect"
        alone = alone or (start > clause.start and self._acts(quantity))
        if clause.doer and (clause.verb < at or clause.fronted) and not whole.listed and not alone:
            return clause.doer
        for cue in cues:
            if cue.value & UPROOTED:
                for actor in subjects.between(cue.end, min(end, cue.end + FATE)):
                    if actor.kind == "country" and not subjects.joined(actor, end):
                        return actor.id
        subject = None if alone else subjects.subject(clause.start, at)
        if subject is not None and subject.kind == "organisation":
            return subject.id
        named = {actor.id for actor in subjects.between(start, end) if actor.kind == "country"}
        return named.pop() if len(named) == 1 else None

    def _acts(self, quantity: Quantity) -> bool:
        """Whether what is counted is the subject of a verb of its own: "and 200 people were missing"."""
        at, words = quantity.span.end, self.roles.words
        following = self.folded[at : at + NEAR].split()[:1]
        return not words.verbs.isdisjoint(following) or not words.auxiliaries.isdisjoint(following)

    def _doer(self, clause: Clause, at: int, whole: Sentence) -> str | None:
        """Who does what is counted: the doer of a verb before the figure, else any subject before it."""
        near = clause.named and clause.verb == at and at - clause.start < NEAR
        if clause.doer and (clause.verb < at or near or whole.listed or clause.fronted):
            return clause.doer
        actor = self.roles.subjects.subject(clause.start, at)
        return actor.id if actor else None
