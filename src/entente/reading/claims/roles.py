"""Roles: who does it, who gives, who belongs, and to whom."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from entente.model.reading import Actor
from entente.reading.claims.clauses import Clause, within
from entente.reading.claims.cues import AIDING, GIVING, PEOPLE, UPROOTED, mask
from entente.reading.claims.particles import Particles
from entente.reading.claims.subjects import Subjects
from entente.reading.claims.voices import Voices, owners
from entente.reading.page import Page
from entente.text.lexicon import Hit

__all__ = ["AUTHOR", "Roles"]

PEOPLED = frozenset(("funding", "displacement"))
TOGETHER = frozenset(("event", "membership", "displacement"))  # whose actors, joined to who it is, are told beside it
AUTHOR = "the author"  # a doer: "we", where the text does not tell for whom it speaks
SPEAKERS = frozenset(("office", "paper", "organ", "assembly"))  # stand-ins that an actor before the verb outdoes
POWER = 24  # characters before a country's adjective in which its forces or authorities begin
FAR = 120  # characters after a figure in which its giver is looked for
PARTICIPLE = 30  # characters before "by X" in which a participle of giving stands
NEAR = 40  # characters after a figure in which "X assistance" tells its giver
ANTECEDENT = 60  # characters before a relative pronoun in which its antecedent is looked for
LATTER = 160  # characters before "the latter" in which it is named
BACK = 600  # characters before what is counted in which its body is looked for
BESIDE = 30  # characters beside a giver or its adjective in which aid is named
ORIGIN = 16  # characters before "X" in which people from there are named
OWNED = 4  # characters between a possessor and what it possesses
ADJOINED = 12  # characters between a sum and the name of who gave it, with "by"


class Roles:
    """The actors of a page as doers, givers and recipients.

    `last` is the last doer outside quotations, `author` the last of them that is a body.
    """

    def __init__(self, page: Page, words: Particles, actors: Sequence[Actor]) -> None:
        """Lay out the actors and stand-ins of a page by their offsets."""
        self.text = page.text
        self.folded = page.folded
        self.words = words
        self.subjects = Subjects(page.folded, words, actors)
        peoples = page.hits.get("claim.people", ())
        self.people = [hit for hit in peoples if not page.text.startswith("$", hit.end)]  # "US$ 5m"
        self.voices = Voices(page, words, self.subjects, self.people)
        self.bodies = {actor.id for actor in actors if actor.kind == "organisation"}
        self.named = _named(actors, self.people)
        self.places = [start for start, _, _ in self.named]
        stands = [hit for hit in page.hits.get("claim.doer", ()) if hit.value != "organ" or self._capital(hit)]
        powers = {hit.end: hit for hit in self._powers()}
        self.stands = (
            sorted([*(hit for hit in stands if hit.end not in powers), *powers.values()]) if powers else stands
        )
        self.resolving: Sequence[Hit] = page.hits.get("claim.resolving", ())
        self.crowds: Sequence[Hit] = page.hits.get("claim.crowd", ())
        self.groups: Sequence[Hit] = page.hits.get("claim.group", ())
        self.back: Sequence[Hit] = page.hits.get("claim.back", ())
        self.last: str | None = None
        self.author: str | None = None
        self._lands: list[str] = []
        self._lands_before: list[str] = []

    def turn(self) -> None:
        """Begin a sentence: the places that the last one named are those named before."""
        if self._lands:
            self._lands_before, self._lands = self._lands, []

    def note(self, who: str) -> None:
        """Remember a doer outside quotations."""
        self.last = who
        if who in self.bodies:
            self.author = who

    def stand(self, start: int, end: int) -> Hit | None:
        """The last word between two offsets that stands for a doer."""
        at = bisect_left(self.stands, (end,)) - 1
        if at >= 0 and self.stands[at].end > end:  # the cue is part of it: "the Conference"
            at -= 1
        return self.stands[at] if at >= 0 and self.stands[at].start >= start else None

    def same(self, start: int, that: int, end: int) -> bool:
        """Whether the pronoun between `that` and `end` can be the subject before it: "we hope that we", "X that it"."""
        stand, before = self.stand(that, end), self.stand(start, that)
        return stand is not None and (before is None or before.value == stand.value)

    def _powers(self) -> Iterator[Hit]:
        """The forces and authorities of countries, which act for them: "Iraqi forces", "les autorités turques"."""
        for start, end, country in self.people:
            power = self.words.powers.match(self.folded, end)
            if power is not None:
                yield Hit(start, power.end(), country)
            elif power := self.words.powers_before.search(self.folded, max(0, start - POWER), start):
                yield Hit(power.start(1), end, country)

    def _capital(self, hit: Hit) -> bool:
        """Whether the noun of a stand-in has a capital: "the Council"."""
        return not self.text[hit.start + 1 : hit.end].islower()

    def silent(self, start: int, end: int) -> bool:
        """Whether nothing between two offsets can be a doer."""
        return not (self.subjects.any_between(start, end) or self.stand(start, end) or within(self.crowds, start, end))

    def doer(self, clause: Clause, at: int) -> str | None:
        """Who acts in a clause, as far as its words before an offset tell."""
        actor = self.actor(clause.start, at)
        stand = self.stand(clause.start, at)
        if actor and (stand is None or stand.start < actor.span.start or stand.value in SPEAKERS):
            return actor.id
        if stand is None or (stand.value == "assembly" and not self._assembled(stand)):
            return self._crowd(clause.start, at)
        if stand.value.isupper():  # the code of a country whose forces or authorities they are
            return str(stand.value) if self.subjects.free(stand.start) else clause.doer
        match stand.value:
            case "we":
                return self.voices.voice(clause.quote) or AUTHOR
            case "latter":
                return self.antecedent(stand.start, LATTER)
            case "office":
                return self.voices.home
            case "paper":
                return self.author or self.voices.home
            case "organ" | "assembly":
                return self.voices.issuer or AUTHOR
        quote = clause.quote
        if quote is not None and quote.type == "indirect" and stand.start == quote.span.start and quote.speaker:
            return quote.speaker if self.voices.knows(quote.speaker) else clause.doer  # "X said that it would"
        return clause.doer or self.last or self.voices.home

    def _assembled(self, stand: Hit) -> bool:
        """Whether those who met are a subject, and no crowd with a name of its own ("world leaders")."""
        named = within(self.crowds, stand.start - BESIDE, stand.end)
        return self.subjects.free(stand.start) and not any(crowd.end > stand.start for crowd in named)

    def actor(self, start: int, at: int) -> Actor | None:
        """The actor between two offsets that is the subject of a verb at the second."""
        return self._beside(start, at) or self.subjects.subject(start, at)

    def _beside(self, start: int, at: int) -> Actor | None:
        """The actor right before a gerund, its subject whatever stands before it: "with X and Y pledging"."""
        stop = self.folded.find(" ", at)
        near = self.subjects.between(start, at) if self.folded.endswith(self.words.gerunds, at, stop) else ()
        return self.subjects.first(near[-1]) if near and at - near[-1].span.end == 1 else None

    def _crowd(self, start: int, end: int) -> str | None:
        for crowd in within(self.crowds, start, end):
            if crowd.value and self.subjects.free(crowd.start):
                return self._whose(crowd)
        return None

    def _whose(self, crowd: Hit) -> str:
        """A crowd's name, or whose it is: "the total contributions of X"."""
        owner = self.subjects.between(crowd.end, crowd.end + BESIDE)[:1]
        known = owner and self.subjects.only_articles(crowd.end, owner[0].span.start)
        return owner[0].id if known else str(crowd.value)

    def antecedent(self, at: int, reach: int = ANTECEDENT) -> str | None:
        """What a relative pronoun, or "the latter", at an offset stands for: the nearest actor before it."""
        near = self.subjects.between(at - reach, at)
        crowds = within(self.crowds, max(0, at - reach), at)
        if crowds and (not near or near[-1].span.start < crowds[-1].start):
            return str(crowds[-1].value) or None
        return self.subjects.first(near[-1]).id if near else None

    def giver(self, start: int, end: int, cues: Sequence[Hit]) -> str | None:
        """Who gives, where the giver follows: "from X", "paid by X", "the contribution of X"; or "in X assistance"."""
        far = self.subjects.between(start, min(end, start + FAR))
        for actor in far:
            own = actor.id in owners()
            if actor.kind != "person" and self._gives(actor.span.start, cues, own=own, figure=start):
                owned = self.subjects.between(actor.span.end, min(end, actor.span.end + OWNED))
                return owned[0].id if owned and self.folded.startswith("'s", actor.span.end) else actor.id
        for hit in within(self.crowds, start, end):
            taken = self.words.places.intersection(self.folded[start : hit.start].split())  # "paid into the plan"
            if hit.value and (self._gives(hit.start, cues) or (self.subjects.free(hit.start) and not taken)):
                return self._whose(hit)
        near = [(actor.span.end, actor.span.end, actor.id) for actor in far if actor.span.start < start + NEAR]
        near += [(hit.start, hit.end, str(hit.value)) for hit in within(self.people, start, min(end, start + NEAR))]
        for at, after, who in sorted(near):
            lead = (
                self.folded[max(0, at - BESIDE) : at].replace("'", " ").split()[-2:]
                if self.text[at:after].islower()
                else []
            )
            following = self.folded[after : after + BESIDE].split()[:2]
            parted = self.words.articles.intersection(following[:1]) or self.words.verbs.intersection(following[:1])
            beside = lead if parted else [*lead, *following]
            if not self.words.aiding.isdisjoint(beside):
                return who
        return None

    def _gives(self, at: int, cues: Sequence[Hit], *, own: bool = False, figure: int | None = None) -> bool:
        """Whether what stands before a name makes it a giver: "from", "contribution of"; "by", after a participle.

        `own`: it is a state's agency, through which its state gives. Where people are "from X", X gives nothing.
        """
        word = self.subjects.before(at)
        if word in self.words.givers:
            return not mask(within(cues, at - ORIGIN, at)) & (UPROOTED | PEOPLE)
        if word in self.words.channels:
            return own
        if word in self.words.relatives:  # "the sum that X pledged"
            return bool(mask(within(cues, at, at + PARTICIPLE + BESIDE)) & GIVING)
        beside = figure is not None and at - figure < ADJOINED  # "funded with $3 million by X"
        lead = at - PARTICIPLE * (2 if beside else 1)
        return word in self.words.passive and self.gave(within(cues, lead, at))

    def aiding(self, clause: Clause) -> str | None:
        """Whose the aid is with which a clause opens: "Norwegian assistance will reach", "Norway's funding"."""
        aid = next((cue.start for cue in clause.cues if cue.value & AIDING), clause.start)
        for hit in within(self.people, clause.start, aid):
            if hit.end + 1 == aid:
                return str(hit.value)
        owner = self.subjects.between(clause.start, aid)[-1:]
        return owner[0].id if owner and self.folded[owner[0].span.end : aid] == "'s " else None

    def gave(self, cues: Sequence[Hit]) -> bool:
        """Whether one of some cues says that something is given, and not that it still is "to be delivered"."""
        return any(cue.value & GIVING and not self.folded.endswith(self.words.undone, 0, cue.start) for cue in cues)

    def body(self, start: int, after: int, end: int) -> str | None:
        """The body whose members are counted: the first named after an offset, else the nearest before it."""
        before = self.subjects.between(max(start, after - BACK), after)
        for actor in (*self.subjects.between(after, end), *reversed(before)):
            if actor.kind == "organisation":
                return actor.id
        return None

    def recipients(self, start: int, end: int, who: str | None, kind: str) -> tuple[str, ...]:
        """The other countries, bodies and peoples of a clause in the order of the text, each once.

        Where people or money move, groups of people ("refugees") too. Those who act together with `who` receive
        nothing, unless they meet or belong, nor do those by whom it is done or with whom a rank compares. A clause
        that names no place and points back ("this region") means the places named last.
        """
        found: list[str] = []
        known = len(self._lands)
        first = bisect_left(self.places, start)
        beside = self._beside_doer(start, end, who) if who and kind not in TOGETHER else ()
        for at, name, sort in self.named[first : bisect_left(self.places, end, first)]:
            if name != who and at not in beside and not self._by(at, kind):
                found.append(name)
                if sort == "country":
                    self._lands.append(name)
        if self._lands_before and len(self._lands) == known and within(self.back, start, end):
            found += self._lands_before
        if kind in PEOPLED and self.groups:
            found += [hit.value for hit in within(self.groups, start, end)]
        return tuple(dict.fromkeys(found)) if found else ()

    def _beside_doer(self, start: int, end: int, who: str) -> Sequence[int]:
        """Where the actors of a clause begin that are joined to its doer, or own it: "X and Y gave", "UNESCO's X"."""
        named = self.subjects.between(start, end)
        doer = next((actor for actor in named if actor.id == who), None)
        if doer is None or len(named) == 1:
            return ()
        owners = (other for other in named if self.folded[other.span.end : doer.span.start] == "'s ")
        return [other.span.start for other in (*self.subjects.joined(doer, end), *owners)]

    def _by(self, at: int, kind: str) -> bool:
        """Whether what stands before a name makes it an agent, and no channel of aid, or what a rank compares with."""
        word = self.subjects.before(at)
        if word in self.words.passive:
            lead = self.folded[max(0, at - PARTICIPLE) : at]
            return not any(form in lead for form in self.words.undone)  # "to be delivered by X"
        return kind == "rank" and word in self.words.comparing


def _named(actors: Sequence[Actor], peoples: Sequence[Hit]) -> list[tuple[int, str, str]]:
    """Where the countries, bodies and peoples of a page are named, in order, each with its id and its kind."""
    named = [(actor.span.start, actor.id, actor.kind) for actor in actors if actor.kind != "person"]
    return sorted([*named, *((start, land, "country") for start, _, land in peoples)]) if peoples else named
