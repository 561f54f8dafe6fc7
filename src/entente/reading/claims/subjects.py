"""Subjects: which actors may act in a clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from entente.model.reading import Actor
from entente.reading.claims.particles import Particles
from entente.text.lexicon import Hit

__all__ = ["Subjects"]

BACK = 300  # characters before a verb in which its subject is looked for
LEAD = 28  # characters before a name in which a preposition is looked for
ASIDE = 80  # characters before a name in which a comma opens what it stands in
GAP = 24  # characters between two names of a list


class Subjects:
    """The actors of a page, and which of them may be subjects."""

    def __init__(self, folded: str, words: Particles, actors: Sequence[Actor]) -> None:
        """Lay out the actors of a page by their offsets."""
        self.folded = folded
        self.words = words
        self.actors = actors
        self.starts = [actor.span.start for actor in actors]
        self._before: dict[int, str] = {}

    def between(self, start: int, end: int) -> Sequence[Actor]:
        """The actors that begin between two offsets."""
        first = bisect_left(self.starts, start)
        return self.actors[first : bisect_left(self.starts, end, first)]

    def any_between(self, start: int, end: int) -> bool:
        """Whether an actor begins between two offsets."""
        at = bisect_left(self.starts, start)
        return at < len(self.starts) and self.starts[at] < end

    def before(self, at: int) -> str:
        """The word before a name, articles and adjectives of countries left out; an opening bracket is a word."""
        known = self._before.get(at)
        if known is None:
            window = self.folded[max(0, at - LEAD) : at]
            words = window.replace("'", " ").split()
            while words and (words[-1] in self.words.articles or words[-1] in self.words.adjectives):
                words.pop()
            known = self._before[at] = "(" if window[-1:] == "(" else words[-1] if words else ""
        return known

    def free(self, at: int) -> bool:
        """Whether what is named at an offset may be a subject: no preposition, bracket or gerund stands before it."""
        word = self.before(at)
        gerund = len(word) > 5 and word.endswith(self.words.gerunds)
        return word not in self.words.places and word != "(" and not gerund

    def subject(self, start: int, end: int) -> Actor | None:
        """The last actor between two offsets that may be a subject; of several joined by "and", the first.

        A possessor ("Russia's war") is taken only where no other actor is.
        """
        first = bisect_left(self.starts, max(start, end - BACK))
        index = bisect_left(self.starts, end, first)
        owner = None
        while index > first:
            index = self._first(index - 1, first)
            actor = self.actors[index]
            if self.free(actor.span.start) and not self._label(actor) and not self._aside(actor, start, end):
                if not self.folded.startswith("'s ", actor.span.end):
                    return actor
                owner = owner or actor
        return owner

    def _aside(self, actor: Actor, start: int, end: int) -> bool:
        """Whether an actor stands between commas, behind a preposition: "Norway, under President X, has ..."."""
        low = max(start, actor.span.start - ASIDE)
        opened = self.folded.rfind(", ", low, actor.span.start)
        if opened + 2 == actor.span.start:  # "by the voice of its president, X, ..."
            opened = self.folded.rfind(", ", low, opened)
        if opened < 0 or self.folded.find(",", actor.span.end, end) < 0 or not self.any_between(start, opened):
            return False
        return self.folded[opened + 2 : opened + 2 + GAP].replace("'", " ").split(" ", 1)[0] in self.words.places

    def first(self, actor: Actor) -> Actor:
        """The first of the actors that are joined to one by "and"; itself if there are none."""
        return self.actors[self._first(bisect_left(self.starts, actor.span.start), 0)]

    def joined(self, actor: Actor, end: int) -> Sequence[Actor]:
        """The actors before an offset that are joined to one by "and", or by commas and a last "and"."""
        index = last = bisect_left(self.starts, actor.span.start)
        while last + 1 < len(self.actors) and self.starts[last + 1] < end and self._coordinated(last + 1, False):
            last += 1
        while last > index and not self._coordinated(last, True):
            last -= 1
        return self.actors[index + 1 : last + 1]

    def _first(self, index: int, low: int) -> int:
        """The place of the first actor joined to another, not below a place."""
        last = index
        while index > low and self._coordinated(index, last == index):
            index -= 1
        return index

    def _label(self, actor: Actor) -> bool:
        """Whether a country opens a heading, before a colon and a subject: "Yemen: the conference raises ..."."""
        following = self.folded[actor.span.end : actor.span.end + LEAD].replace("'", " ").split()
        headed = actor.kind == "country" and len(following) > 1 and following[0] == ":"
        return headed and following[1] in self.words.articles

    def only_articles(self, start: int, end: int) -> bool:
        """Whether nothing but articles and conjunctions stands between two offsets."""
        said = self.folded[start:end].replace("'", " ").split()
        return all(word in self.words.articles or word in self.words.conjoined for word in said)

    def _coordinated(self, index: int, final: bool) -> bool:
        """Whether an actor is joined to the one before it in a list; the last of a list needs its conjunction."""
        gap = self.folded[self.actors[index - 1].span.end : self.starts[index]]
        if len(gap) > GAP or not gap.strip(" '"):
            return False
        said = gap.replace(",", " ").replace("'", " ").split()
        joined = self.words.joining.intersection(said)
        return (bool(joined) or not final) and all(word in self.words.articles or word in joined for word in said)

    def finite(self, cue: Hit) -> bool:
        """Whether a participle stands with an auxiliary, where the language asks for one."""
        auxiliaries = self.words.auxiliaries
        if not auxiliaries or " " in self.folded[cue.start : cue.end]:
            return True
        lead = self.folded[max(0, cue.start - LEAD) : cue.start].replace("'", " ").split()
        return not auxiliaries.isdisjoint(lead[-3:])
