"""Candidates: the actors, offices and nouns of a page that may be the subject of a verb of speech."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from entente.model.reading import Actor
from entente.model.span import Span
from entente.reading.page import Page
from entente.reading.quotations.grammar import Grammar
from entente.reading.quotations.speech import before
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.lexicon import Hit

__all__ = ["AUTHOR", "NOBODY", "Candidates", "Speaker"]

_PROPER = Late(r"([a-zà-öø-ÿ]+),? ([A-ZÀ-ÖØ-Þ][\w-]{2,})(?= [a-zà-öø-ÿ]|[,.])")
_EDGES = " ,;:.!?\"'«»()-\n"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name or id, where the text says it, the role as the text gives it.

    `person` tells a person from a body; `named` a person by name from an office; `sure` a known actor, an office or
    a document from bare words.
    """

    name: str | None
    span: Span | None = None
    role: str | None = None
    person: bool = False
    named: bool = False
    sure: bool = True

    @property
    def outside(self) -> bool:
        """Whether nobody is quoted: the author speaks, or a source without name."""
        return self is AUTHOR or self is NOBODY


AUTHOR = Speaker("author")
NOBODY = Speaker("nobody")


class Candidates:
    """What stands on a page that may be a subject, and whether the words before it let it be one."""

    def __init__(self, page: Page, actors: Sequence[Actor], rules: Grammar) -> None:
        self.page = page
        self.rules = rules
        self.actors = sorted(actors, key=lambda actor: actor.span.start)
        self.starts = [actor.span.start for actor in self.actors]
        self.roles = page.hits.get("speech roles", [])
        self.bodies = page.hits.get("speech bodies", [])
        self.documents = page.hits.get("speech documents", [])
        self._ranks = {hit.end: hit.start for hit in self.roles}

    @cached_property
    def families(self) -> dict[str, str]:
        """Persons by their folded last name; of several the first."""
        persons = [actor.id for actor in self.actors if actor.kind == "person" and actor.id.strip()]
        return {fold(name).split()[-1]: name for name in reversed(persons)}

    @cached_property
    def composed(self) -> dict[str, str]:
        """The bodies of the page by the nouns for those who make them up: the first whose name tells it."""
        bodies = [actor for actor in self.actors if actor.kind == "organisation"] if self.rules.members else []
        named = {self.page.folded[actor.span.start : actor.span.end]: actor.id for actor in reversed(bodies)}
        called = ((noun, [named[name] for name in named if body in name]) for noun, body in self.rules.members.items())
        return {noun: ids[-1] for noun, ids in called if ids}

    @cached_property
    def proper(self) -> frozenset[str]:
        """The words of the page that have a capital within a sentence too, where no article stands before them."""
        found = _PROPER.finditer(self.page.text)
        return frozenset(match[2] for match in found if fold(match[1]) not in self.rules.articles)

    def between(self, low: int, high: int) -> Sequence[Actor]:
        """The actors that begin between two offsets."""
        return self.actors[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def recent(self, at: int) -> list[Actor]:
        """The actors before an offset, nearest first; a dozen at most."""
        index = bisect_left(self.starts, at)
        return self.actors[max(0, index - 12) : index][::-1]

    def first(self, hits: Sequence[Hit], low: int, high: int) -> Hit | None:
        """The first of some hits between two offsets that may be a subject."""
        for index in range(bisect_left(hits, (low,)), len(hits)):
            if hits[index].start >= high:
                break
            if self.free(hits[index].start, low):
                return hits[index]
        return None

    def free(self, at: int, low: int) -> bool:
        """Whether a name may be a subject: no preposition stands before it, titles and articles left out."""
        folded, rules = self.page.folded, self.rules
        if at > low and folded[at - 1] == "'":
            at = max(low, folded.rfind(" ", low, at) + 1)
            if folded.startswith("d'", at):
                return False
        for _ in range(6):
            start, word = before(folded, at, low)
            end = start + len(word)
            rank = self._ranks.get(end, start if word in rules.titles else at)
            if rank < at:
                at = rank
                continue
            if self.prepositional(start, word):
                return False
            if word not in rules.articles or "," in folded[end:at]:
                return True
            at = start
        return True

    def prepositional(self, at: int, word: str) -> bool:
        """Whether a word is a preposition; folded, "à" is told from the verb "a" by its accent."""
        return word in self.rules.prepositions and (word != "a" or self.page.text[at] in "àÀ" or self.rules.a)

    def heads(self, at: int, low: int) -> bool:
        """Whether a name is the head of its noun phrase: no "of" stands before it."""
        words = self.page.folded[max(low, at - 60) : at].replace("'", "' ").split()
        return not any(word in self.rules.genitives for word in words[-8:])

    def trim(self, low: int, high: int) -> Span:
        """A span without blanks and punctuation at its ends."""
        folded = self.page.folded
        while low < high and folded[low] in _EDGES:
            low += 1
        while high > low and folded[high - 1] in _EDGES:
            high -= 1
        return Span(low, high)

    def words(self, low: int, high: int) -> list[str]:
        """The folded words between two offsets, elided ones apart: "l'accord" is two."""
        return self.page.folded[low:high].replace("'", "' ").split()

    def cut(self, low: int, high: int) -> str:
        """The text between two offsets, articles before and titles after left out, blanks made one."""
        words = self.page.text[low:high].split()
        while words and words[0].lower() in self.rules.articles:
            words.pop(0)
        while words and words[-1].lower().strip(",") in self.rules.titles:
            words.pop()
        return " ".join(words[:14]).strip(" ,;:")
