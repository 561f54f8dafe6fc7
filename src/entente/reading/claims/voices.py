"""Voices: the state or body for which a text, or a person in it, speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from entente.model.reading import Actor, Quote
from entente.reading.claims.clauses import within
from entente.reading.claims.cues import ACTS, GIVEN, PLEDGED, PROMISED, STANCE
from entente.reading.claims.particles import Particles
from entente.reading.claims.subjects import Subjects
from entente.reading.page import Page
from entente.reference import rows
from entente.text.lexicon import Hit

__all__ = ["Voices", "owners"]

LEAD = 70  # characters before a person in which the state is looked for
APPOSED = 160  # characters after "we," in which the author is named
BESIDE = 8  # characters between a person and what stands in apposition
SPEAKING = GIVEN | PLEDGED | PROMISED | STANCE  # what a state says that it does
CLAUSE, SPOKEN, OURS = 3, 3, 2  # votes of a state that acts, more where it speaks so, and for "our" in its sentence
BODY, OWNED = 2, 1  # votes of a body's act, and for each body of a state
BESIDES = 2  # the most votes for a state's adjective beside an office, which crises have too


@lru_cache(maxsize=1)
def owners() -> dict[str, str]:
    """The country to which each national body belongs."""
    return {row[0]: row[2] for row in rows("organisations.tsv") if row[2]}


class Voices:
    """For whom a page and its persons speak."""

    def __init__(self, page: Page, words: Particles, subjects: Subjects, people: Sequence[Hit]) -> None:
        """`people` are the words for the peoples of countries, in order."""
        self.page = page
        self.words = words
        self.subjects = subjects
        self.people = people

    def state(self, name: str) -> str | None:
        """The state or body for which a person speaks; any other doer stands for itself."""
        actor = self._first.get(name)
        if actor is None or actor.kind != "person":
            return name
        return self._affiliation(actor) or self.home or name

    def voice(self, quote: Quote | None) -> str | None:
        """For whom "we" speaks: the state or body of the speaker of a quotation; outside of one, the author's."""
        speaker = quote.speaker if quote else None
        return self.state(speaker) if speaker and self.knows(speaker) else self.home

    def knows(self, name: str) -> bool:
        """Whether the page names an actor so."""
        return name in self._first

    @cached_property
    def _first(self) -> dict[str, Actor]:
        """The first mention of each actor."""
        return {actor.id: actor for actor in reversed(self.subjects.actors)}

    def _affiliation(self, person: Actor) -> str | None:
        """The state or body named beside a person: in apposition, or before the name."""
        at, end = person.span.start, person.span.end
        low = max(self.page.sentence(at)[0], at - LEAD)
        for hit in (*within(self.people, end, end + BESIDE), *within(self.people, low, at)[-1:]):
            return str(hit.value)
        for other in reversed(self.subjects.between(low, at)):
            gap = self.page.folded[other.span.end : at]
            if '"' in gap or ("," in gap.rstrip(", ") and len(gap) > BESIDE):
                return None
            placed = self.subjects.before(other.span.start) in self.words.places
            if other.kind in ("country", "organisation") and not placed:
                return other.id
        return None

    @cached_property
    def issuer(self) -> str | None:
        """The body that issued the text, which communiqués name first; without any, the state that speaks."""
        bodies = (actor.id for actor in self.subjects.actors if actor.kind == "organisation")
        return next(bodies, None) or self.home

    @cached_property
    def home(self) -> str | None:
        """The state or body for which the text speaks: it acts most often, and its offices and bodies are named.

        "We, the members of X, ..." tells at once.
        """
        for hit in self.page.hits.get("claim.doer", ()):
            if hit.value == "we" and self.page.folded.startswith(", ", hit.end):
                named = self.subjects.between(hit.end, min(self.page.sentence(hit.start)[1], hit.end + APPOSED))
                if bodies := [actor.id for actor in named if actor.kind != "person"]:
                    return bodies[0]
        votes: Counter[str] = Counter()
        folded, titles = self.page.folded, self.words.titles
        for start, end, country in self.people:
            following = end + 1 + folded.startswith(".", end)
            shown = folded.startswith(titles, following) and self.subjects.free(start)  # not "with the Iraqi people"
            if shown or folded.endswith(titles, max(0, start - 40), max(0, start - 1)):
                votes[country] = min(votes[country] + 1, BESIDES)
        for actor in self.subjects.actors:
            if actor.id in owners():
                votes[owners()[actor.id]] += OWNED
        self._count_subjects(votes)
        return votes.most_common(1)[0][0] if votes else self._likeliest()

    def _likeliest(self) -> str | None:
        """The country that opens most sentences, where nothing else tells; of two alike neither."""
        subjects = self.subjects
        opening = (a for a in subjects.actors if a.kind == "country" and self._opens(a))
        votes = Counter(actor.id for actor in opening)
        if self.words.land in votes:
            votes[self.words.land] += 1
        ranked = votes.most_common(2)
        return ranked[0][0] if ranked and ranked[0][1] > sum(count for _, count in ranked[1:]) else None

    def _opens(self, actor: Actor) -> bool:
        """Whether an actor opens its sentence."""
        return self.subjects.only_articles(self.page.sentence(actor.span.start)[0], actor.span.start)

    def _count_subjects(self, votes: Counter[str]) -> None:
        """Votes for each sentence in which a state or a body is the subject of a verb that we know.

        A state for which the text speaks gives, promises and takes stances; "our" in its sentences tells more.
        """
        acts = [hit for hit in self.page.hits.get("claim.cue", ()) if hit.value & ACTS]
        own = [hit.start for hit in self.page.hits.get("claim.own", ())]
        for start, end in self.page.sentences:
            at = bisect_left(acts, (start,))
            if at < len(acts) and acts[at].start < end:
                actor = self.subjects.subject(start, acts[at].start)
                if actor is not None and actor.kind in ("country", "organisation"):
                    who = owners().get(actor.id, actor.id)
                    if actor.kind == "organisation" and who == actor.id:
                        votes[who] += BODY
                        continue
                    votes[who] += CLAUSE + SPOKEN * bool(acts[at].value & SPEAKING)
                    votes[who] += OURS * (bisect_left(own, start) < bisect_left(own, end))
