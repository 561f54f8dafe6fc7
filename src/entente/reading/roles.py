"""Roles: who does it, and to whom."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from entente.model.reading import Actor, Quote
from entente.reading.clauses import Clause, within
from entente.reading.cues import ACTS
from entente.reading.particles import Particles
from entente.reading.page import Page
from entente.reference import rows
from entente.text.lexicon import Hit

__all__ = ["AUTHOR", "Roles"]

NEAR = 70  # characters before a person in which the state is looked for
FAR = 120  # characters after a figure in which its giver is looked for


@lru_cache(maxsize=1)
def owners() -> dict[str, str]:
    """The country to which each national body belongs."""
    return {row[0]: row[2] for row in rows("organisations.tsv") if row[2]}


AUTHOR = "the author"  # a doer: "we", where the text does not tell for whom it speaks


class Roles:
    """The actors of a page as subjects, givers and recipients.

    `last` is the last doer outside quotations, `author` the last of them that is a body.
    """

    def __init__(self, page: Page, words: Particles, actors: Sequence[Actor]) -> None:
        """Lay out the actors and stand-ins of a page by their offsets."""
        self.page = page
        self.folded = page.folded
        self.words = words
        self.actors = actors
        self.starts = [actor.span.start for actor in actors]
        self.bodies = {actor.id for actor in actors if actor.kind == "organisation"}
        self.people: Sequence[Hit] = page.hits.get("claim.people", ())
        self.peoples = [hit.start for hit in self.people]
        self.doers: Sequence[Hit] = page.hits.get("claim.doer", ())
        self.stands = [hit.start for hit in self.doers]
        self.crowds = [hit for hit in page.hits.get("claim.crowd", ()) if hit.value]
        self.groups: Sequence[Hit] = page.hits.get("claim.group", ())
        self.back: Sequence[Hit] = page.hits.get("claim.back", ())
        self.lands: list[str] = []
        self.lands_before: list[str] = []
        self.last: str | None = None
        self.author: str | None = None
        self._before: dict[int, str] = {}
        self._home: str | None = None
        self._asked = False

    def turn(self) -> None:
        """Begin a sentence: the places that the last one named are those named before."""
        if self.lands:
            self.lands_before, self.lands = self.lands, []

    def note(self, who: str) -> None:
        """Remember a doer outside quotations."""
        self.last = who
        if who in self.bodies:
            self.author = who

    def between(self, start: int, end: int) -> Sequence[Actor]:
        """The actors that begin between two offsets."""
        first, last = within(self.starts, start, end)
        return self.actors[first:last]

    def before(self, at: int) -> str:
        """The word before a name, articles left out; an opening bracket counts as a word."""
        known = self._before.get(at)
        if known is None:
            window = self.folded[max(0, at - 28) : at]
            words = window.replace("'", " ").split()
            while words and (words[-1] in self.words.articles or words[-1] in self.words.adjectives):
                words.pop()
            known = self._before[at] = "(" if window[-1:] == "(" else words[-1] if words else ""
        return known

    def free(self, at: int) -> bool:
        """Whether the actor at an offset may be a subject: no preposition, bracket or gerund stands before it."""
        word = self.before(at)
        return word not in self.words.places and word != "(" and not (word.endswith(self.words.gerunds) and len(word) > 5)

    def subject(self, start: int, end: int) -> Actor | None:
        """The last actor between two offsets that may be a subject; of several joined by "and", the first.

        A possessor ("Russia's war") is taken only where no other actor is.
        """
        first, index = within(self.starts, start, end)
        owner = None
        while index > first:
            index -= 1
            last = index
            while index > first and self._coordinated(index, last == index):
                index -= 1
            actor = self.actors[index]
            if self.free(actor.span.start):
                if not self.folded.startswith("'s ", actor.span.end):
                    return actor
                owner = owner or actor
        return owner

    def _coordinated(self, index: int, final: bool) -> bool:
        """Whether an actor is joined to the one before it in a list; the last of a list needs its conjunction."""
        gap = self.folded[self.actors[index - 1].span.end : self.starts[index]]
        if len(gap) > 24 or not gap.strip(" '"):
            return False
        said = gap.replace(",", " ").replace("'", " ").split()
        joined = self.words.conjoined.intersection(said)
        return (bool(joined) or not final) and all(word in self.words.articles or word in joined for word in said)

    def stand(self, start: int, end: int) -> Hit | None:
        """The last word between two offsets that stands for a doer."""
        at = bisect_left(self.stands, end) - 1
        return self.doers[at] if at >= 0 and self.stands[at] >= start else None

    def silent(self, start: int, end: int) -> bool:
        """Whether nothing between two offsets can be a doer."""
        first, last = within(self.starts, start, end)
        return first == last and self.stand(start, end) is None and not self.crowds

    def doer(self, clause: Clause, at: int) -> str | None:
        """Who acts in a clause, as far as its words before an offset tell."""
        actor = self.subject(clause.start, at)
        stand = self.stand(clause.start, at)
        if actor is not None and (stand is None or stand.start < actor.span.start or stand.value in ("office", "paper")):
            return actor.id
        if stand is None:
            for crowd in self.crowds:
                if clause.start <= crowd.start < at and self.free(crowd.start):
                    return str(crowd.value)
            return None
        match stand.value:
            case "we":
                return self.voice(clause.quote) or AUTHOR
            case "office":
                return self.home()
            case "paper":
                return self.author or self.home()
        return clause.doer or self.last or self.home()

    def finite(self, cue: Hit) -> bool:
        """Whether a participle stands with an auxiliary, where the language asks for one."""
        auxiliaries = self.words.auxiliaries
        if not auxiliaries or " " in self.folded[cue.start : cue.end]:
            return True
        lead = self.folded[max(0, cue.start - 28) : cue.start].replace("'", " ").split()
        return not auxiliaries.isdisjoint(lead[-3:])

    def antecedent(self, at: int) -> str | None:
        """What a relative pronoun at an offset stands for: the nearest actor before it."""
        near = self.between(at - 60, at)
        return near[-1].id if near else None

    def giver(self, start: int, end: int) -> str | None:
        """Who gives, where the giver follows: "from X", "through X", "par X"; or "in X assistance"."""
        for actor in self.between(start, min(end, start + FAR)):
            if self.before(actor.span.start) in self.words.agents:
                owned = self.between(actor.span.end, min(end, actor.span.end + 4))
                return owned[0].id if owned and self.folded.startswith("'s", actor.span.end) else actor.id
        for hit in self.crowds:
            if start <= hit.start < end:
                return str(hit.value)
        for actor in self.between(start, min(end, start + 40)):
            following = self.folded[actor.span.end : actor.span.end + 30].split()
            if not self.words.aiding.isdisjoint(following[:2]):
                return actor.id
        return None

    def body(self, start: int, after: int, end: int) -> str | None:
        """The body whose members are counted: the first named after an offset, else the nearest before it."""
        for actor in (*self.between(after, end), *reversed(self.between(start, after))):
            if actor.kind == "organisation":
                return actor.id
        return None

    def recipients(self, start: int, end: int, who: str | None, people: bool) -> tuple[str, ...]:
        """The other countries, bodies and peoples of a clause in the order of the text, each once.

        `people`: groups of people ("refugees") too. A clause that names no place and points back ("this region") means
        the places named last.
        """
        first, last = within(self.peoples, start, end)
        named = [(actor.span.start, actor.id, actor.kind == "country") for actor in self.between(start, end) if actor.kind != "person"]
        if first < last:
            named += [(hit.start, hit.value, True) for hit in self.people[first:last]]
            named.sort()
        found = [name for _, name, _ in named if name != who]
        lands = [name for _, name, land in named if land and name != who]
        if lands:
            self.lands += lands
        elif self.lands_before and self.back and any(start <= hit.start < end for hit in self.back):
            found += self.lands_before
        if people:
            found += [hit.value for hit in self.groups if start <= hit.start < end]
        return tuple(dict.fromkeys(found)) if found else ()

    def state(self, name: str) -> str | None:
        """The state or body for which a person speaks; any other doer stands for itself."""
        for index, actor in enumerate(self.actors):
            if actor.id == name:
                return self._affiliation(index) or self.home() if actor.kind == "person" else name
        return name

    def voice(self, quote: Quote | None) -> str | None:
        """For whom "we" speaks: the state or body of the speaker of a quotation; outside of one, the author's."""
        speaker = quote.speaker if quote else None
        known = any(actor.id == speaker for actor in self.actors)
        return self.state(speaker) if speaker and known else self.home()

    def _affiliation(self, index: int) -> str | None:
        """The state or body named beside a person: in apposition, or before the name."""
        at, end = self.actors[index].span.start, self.actors[index].span.end
        for hit in self.people:
            if end <= hit.start < end + 8:
                return str(hit.value)
        low = max(self.page.sentence(at)[0], at - NEAR)
        near = [hit for hit in self.people if low <= hit.start < at]
        if near:
            return str(near[-1].value)
        for other in reversed(self.between(low, at)):
            gap = self.folded[other.span.end : at]
            if '"' in gap or ("," in gap and len(gap) > 8):
                break
            if other.kind in ("country", "organisation") and self.before(other.span.start) not in self.words.places:
                return other.id
        return None

    def home(self) -> str | None:
        """The state or body for which the text speaks: it acts most often, and its offices and bodies are named."""
        if not self._asked:
            self._asked = True
            votes: Counter[str] = Counter()
            titles = self.words.titles
            for start, end, country in self.people:
                following = end + 1 + self.folded.startswith(".", end)
                if self.folded.startswith(titles, following) or self.folded.endswith(titles, 0, start - 1):
                    votes[country] += 2
            for actor in self.actors:
                if actor.id in owners():
                    votes[owners()[actor.id]] += 2
            self._count_subjects(votes)
            if not votes:
                votes.update(actor.id for actor in self.actors if actor.kind == "country")
                votes[self.words.land] += votes[self.words.land] > 0
            first = votes.most_common(1)
            self._home = first[0][0] if first and first[0][1] else None
        return self._home

    def _count_subjects(self, votes: Counter[str]) -> None:
        """Votes for each sentence in which a state or a body is the subject of a verb that we know; a state's count more."""
        hits = self.page.hits.get("claim.cue", [])
        starts = [hit.start for hit in hits if hit.value & ACTS]
        for start, end in self.page.sentences:
            at = bisect_left(starts, start)
            if at < len(starts) and starts[at] < end:
                actor = self.subject(start, starts[at])
                if actor is not None and actor.kind in ("country", "organisation"):
                    who = owners().get(actor.id, actor.id)
                    votes[who] += 3 if actor.kind == "country" or who != actor.id else 2
