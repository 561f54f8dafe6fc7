"""Speakers: who is meant by the words that stand as subject of a verb of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from entente.model.reading import Actor, Quote
from entente.model.span import Span
from entente.reading.grammar import Grammar
from entente.reading.page import Page
from entente.reading.speech import before
from entente.text.fold import fold
from entente.text.lexicon import Hit

__all__ = ["AUTHOR", "NOBODY", "Speaker", "Speakers"]

_REACH = 320  # code points before a verb in which its subject stands
_NAME = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'.-]*(?: (?:(?:de|da|do|dos|del|della|di|van|von|der|den|bin|ben|ibn|al|el|ould|ter|la|le) ){0,2}[A-ZÀ-ÖØ-Þ][\w’'.-]*){1,4}"
)
_EDGES = " ,;:.!?\"'«»()-\n"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the name or id, where the text says it, the role as the text gives it.

    `sure` tells a known actor, an office or a document from bare words, `named` a person by name from an office.
    """

    name: str | None
    span: Span | None = None
    role: str | None = None
    person: bool = False
    sure: bool = True
    named: bool = False

    @property
    def outside(self) -> bool:
        """Whether nobody is quoted: the author speaks, or a source without name."""
        return self is AUTHOR or self is NOBODY


AUTHOR = Speaker("author")
NOBODY = Speaker("nobody")


class Speakers:
    """The actors of a page as speakers; it remembers who spoke last."""

    def __init__(self, page: Page, actors: Sequence[Actor], rules: Grammar) -> None:
        self.page = page
        self.rules = rules
        self.actors = sorted(actors, key=lambda actor: actor.span.start)
        self.starts = [actor.span.start for actor in self.actors]
        self.roles = page.hits.get("speech roles", [])
        self._role_ends = {hit.end: hit.start for hit in self.roles}
        self.last: Speaker | None = None
        self.last_body: str | None = None
        self._offices: list[tuple[int, frozenset[str], Speaker]] | None = None

    def subject(self, low: int, at: int) -> Speaker | None:
        """The subject that ends at an offset and stands, with its clause, after another."""
        folded, rules = self.page.folded, self.rules
        low = max(low, at - _REACH)
        end = low + len(folded[low:at].rstrip())
        if end == low:
            return None
        if folded[end - 1] == ",":
            return self._parted(low, end - 1)
        if rules.joint.search(folded, max(low, end - 8), end):
            return self.opening(low, end)
        for match in rules.breaks.finditer(folded, low, end):
            low = match.end()
        comma = folded.rfind(",", low, end)
        if comma < 0:
            return self.pick(low, end)
        found = self.pick(comma + 1, end)
        if found is None:
            return self.pick(low, comma)
        if found.named and found.role is None:
            return replace(found, role=self.office(low, comma))
        if not found.sure:
            for actor in self.between(max(low, comma - 60), comma):
                if actor.span.end == comma:  # "X, a partnership of Y"
                    return Speaker(actor.id, found.span)
        return found

    def _parted(self, low: int, end: int) -> Speaker | None:
        """A subject with something between commas after it: "X, the head of Y,"."""
        folded = self.page.folded
        comma = folded.rfind(",", low, end)
        if comma < 0:
            return self.pick(low, end)
        begin = max(folded.rfind(",", low, comma) + 1, low)
        for match in self.rules.breaks.finditer(folded, begin, comma):
            begin = match.end()
        found = self.pick(begin, comma)
        if found is None:
            return self.pick(comma + 1, end)
        if found.named:
            return replace(found, role=found.role or self._aside(comma + 1, end))
        if found.role:
            named = self._person(comma + 1, end)
            if named is not None:
                return replace(named, role=found.role)
        return found

    def opening(self, low: int, at: int) -> Speaker | None:
        """The subject with which a sentence opens: its first free actor, else its first words."""
        folded, rules = self.page.folded, self.rules
        words = folded[low : low + 60].split()
        if words and (words[0] in rules.own or words[0].startswith("j'")):
            return AUTHOR
        if words and words[0] in rules.pronouns:
            return self.pronoun(words[0], low, low)
        hit = self._first(self.roles, low, at)
        for actor in self.between(low, at):
            if self.free(actor.span.start, low):
                if hit is not None and hit.end < actor.span.start and not self._adjoins(hit.end, actor.span.start):
                    break
                return self._named(actor, low)
        return self._holder_of(low, hit, hit.end) if hit else None

    def _adjoins(self, low: int, high: int) -> bool:
        """Whether an office and a name may be one phrase: nothing, a comma, "of ..." or more of a title between them."""
        words = self.page.folded[low:high].replace("'", "' ").split()
        return not words or words[0] in self.rules.ranks | self.rules.prepositions | {","} or self.page.folded[low] == ","

    def following(self, at: int, high: int) -> Speaker | None:
        """The subject after a verb: "a déclaré X, ministre de Y"."""
        folded = self.page.folded
        high = min(high, at + _REACH)
        first = folded.find(",", at, high)
        first = high if first < 0 else first
        found = self.pick(at, first, turned=True)
        if first < high:
            second = folded.find(",", first + 1, high)
            second = high if second < 0 else second
            if found is None or not found.named:
                named = self._person(first + 1, min(second, first + 40))
                if named is not None and (found is None or found.role):
                    return replace(named, role=named.role or self.office(at, first))
            elif found.role is None:
                return replace(found, role=self._aside(first + 1, second))
        return found

    def pick(self, low: int, high: int, *, turned: bool = False) -> Speaker | None:
        """Whom a noun phrase means; `turned` says that it stands after its verb."""
        folded, rules = self.page.folded, self.rules
        words = folded[low:high].replace("'", "' ").split()
        if not words:
            return None
        edge = words[0] if turned else words[-1]
        if any(word.strip("'\"") in rules.own for word in (words[0], *words[-2:])):
            return AUTHOR
        if edge in rules.relative and not turned:
            at = folded.rfind(edge, low, high)
            return self.subject(max(0, low - 100), at) if at > low else self.subject(self.page.sentence(low)[0], low)
        if edge in rules.pronouns:
            at = folded.find(edge, low, high) if turned else folded.rfind(edge, low, high)
            return self.pronoun(edge, at, at + len(edge))
        found = self._person(low, high, turned=turned)
        if found is not None:
            return found
        if words[0] in rules.sirs or words[0] in rules.madams:
            civil = self.labelled(low, high)
            if civil is not None:
                return civil
        if not self.between(low, high) and any(word.strip(",.") in rules.hearsay for word in words):
            return NOBODY
        hit = self._first(self.roles, low, high)
        if hit is not None:
            return self._holder_of(low, hit, high)
        for actor in self.between(low, high):
            if actor.kind != "person" and self.free(actor.span.start, low) and self._heads(low, actor.span.start):
                return self._named(actor, low)
        return self._noun(low, high, words)

    def _heads(self, low: int, at: int) -> bool:
        """Whether a name is the head of its noun phrase: no "of" stands before it."""
        words = self.page.folded[low:at].replace("'", "' ").split()
        return not any(word in self.rules.genitives for word in words[-8:])

    def _noun(self, low: int, high: int, words: list[str]) -> Speaker | None:
        """A body named before, a document, or whoever the bare words mean."""
        rules = self.rules
        if any(word in rules.anonymous for word in words[:3]):
            return NOBODY
        document = self._first(self.page.hits.get("speech documents", []), low, high)
        if document is not None:
            for actor in self.between(document.start, high):
                return self._named(actor, low)
            worded = self._worded(low, high)
            return worded and replace(worded, sure=True)
        plain = [word for word in words if word not in rules.articles]
        if len(plain) == 1 and len(words) == 2 and words[0] not in rules.one and self._first(self.page.hits.get("speech bodies", []), low, high):
            named = self.body(low)
            if named is not None:
                return Speaker(named, self._span(low, high))
        return self._worded(low, high)

    def _worded(self, low: int, high: int) -> Speaker | None:
        """The speaker as the text's own words, articles left out."""
        span = self._span(low, high)
        words = span.cut(self.page.text).split()
        if not words or len(words) > 9:
            return None
        start = span.start
        folded = self.page.folded
        first = folded[start : span.end].replace("'", "' ").split()[0]
        if first in self.rules.prepositions and first not in self.rules.articles:
            return None
        if any(word.lower() in self.rules.finite or word.lower() in self.rules.modals for word in words):
            return None
        if first in self.rules.articles:
            start += len(first)
        name = " ".join(self.page.text[start : span.end].split())
        return Speaker(name, span, sure=False) if len(name) > 2 else None

    def _span(self, low: int, high: int) -> Span:
        folded = self.page.folded
        while low < high and folded[low] in _EDGES:
            low += 1
        while high > low and folded[high - 1] in _EDGES:
            high -= 1
        return Span(low, high)

    def between(self, low: int, high: int) -> Sequence[Actor]:
        """The actors that begin between two offsets."""
        return self.actors[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def free(self, at: int, low: int) -> bool:
        """Whether the words before a name let it be a subject: no preposition, before or after titles and articles."""
        folded, rules = self.page.folded, self.rules
        if at > low and folded[at - 1] == "'":
            at = max(low, folded.rfind(" ", low, at) + 1)
            if folded[at : at + 2] == "d'":
                return False
        for _ in range(6):
            start, word = before(folded, at, low)
            rank = self._role_ends.get(start + len(word), start if word in rules.titles else at)
            if rank < at:
                at = rank
                continue
            if word in rules.prepositions:
                return False
            if word not in rules.articles or "," in folded[start + len(word) : at]:
                return True
            at = start
        return True

    def _person(self, low: int, high: int, *, turned: bool = True) -> Speaker | None:
        """The person whom a noun phrase names: of those that may be its subject, the last; of several joined, the first."""
        found: Actor | None = None
        for actor in self.between(low, high):
            if actor.kind == "person" and self.free(actor.span.start, low):
                if found is not None and self.rules.joint.search(self.page.folded, found.span.end, actor.span.start):
                    continue
                found = actor
        if found is not None:
            return self._named(found, low)
        return self._unlisted(low, high, turned=turned)

    def _unlisted(self, low: int, high: int, *, turned: bool = True) -> Speaker | None:
        """A name that is on no list: two or more capitalised words that open or close a noun phrase."""
        text = self.page.text
        for match in _NAME.finditer(text, low, high):
            start, end = match.start(), match.end()
            words = match[0].split()
            while words and any(self._small(word) for word in words):
                start += len(words.pop(0)) + 1
            if len(words) < 2 or any(actor.span.end > start for actor in self.between(max(0, start - 80), end)):
                continue
            if any(word.isupper() and len(word) > 3 for word in words) and text[low:high].isupper():
                continue
            if (turned or end >= high - 1) and self.free(start, low):
                name = text[start:end].rstrip(".,'’-")
                return Speaker(name, Span(start, start + len(name)), self.office(low, start), person=True, named=True)
        return None

    def _small(self, word: str) -> bool:
        """Whether a capitalised word is no part of a name: a title, an office, an article."""
        lower = word.lower().strip(",")
        rules = self.rules
        return lower in rules.ranks or lower.rstrip(".") in rules.ranks or lower in rules.articles or lower in rules.prepositions or lower in self.page.language.function_words

    def _named(self, actor: Actor, low: int) -> Speaker:
        person = actor.kind == "person"
        role = self.office(low, actor.span.start) if person else None
        return Speaker(actor.id, actor.span, role, person, named=person)

    def _first(self, hits: Sequence[Hit], low: int, high: int) -> Hit | None:
        """The first of some hits between two offsets before which no preposition stands."""
        index = bisect_left(hits, low, key=lambda hit: hit.start)
        while index < len(hits) and hits[index].start < high:
            if self.free(hits[index].start, low):
                return hits[index]
            index += 1
        return None

    def office(self, low: int, high: int) -> str | None:
        """The office that stands between two offsets, as the text gives it."""
        low = max(low, high - 100)
        hit = first = self._first(self.roles, low, high)
        while hit is not None and not self._adjoins(hit.end, high):
            hit = self._first(self.roles, hit.end, high)
        hit = hit or first
        if hit is None:
            return None
        words = self.page.text[hit.start : high].replace("\u00a0", " ").split()
        while words and (words[-1].lower().rstrip(",") in self.rules.titles):
            words.pop()
        role = " ".join(words[:14]).strip(" ,;:")
        return role or None

    def _aside(self, low: int, high: int) -> str | None:
        """The office that is set off after a name, whole: ", the head of Y"."""
        if self._first(self.roles, low, high) is None:
            return None
        span = self._span(low, self._phrase_end(low, high))
        words = span.cut(self.page.text).split()
        while words and words[0].lower() in self.rules.articles:
            words.pop(0)
        return " ".join(words[:14]) or None

    def _holder_of(self, low: int, hit: Hit, high: int) -> Speaker | None:
        """The person who holds an office: one introduced with it before, else the body, else the office itself."""
        folded, rules = self.page.folded, self.rules
        high = self._phrase_end(hit.end, high)
        words = self._words(hit.start, high)
        span = self._span(low, high)
        role = " ".join(self.page.text[hit.start : high].split()).strip(_EDGES)
        holder = self._holder(words, hit.start) if self._definite(hit.start, low) else None
        if holder is not None:
            return Speaker(holder, span, role, person=True)
        body = self._served(low, hit, high)
        if body is not None:
            return Speaker(body, span, role)
        if any(word in rules.anonymous for word in folded[low : hit.start].replace("'", "' ").split()):
            return NOBODY
        return Speaker(role, span, role, person=True)

    def _definite(self, at: int, low: int) -> bool:
        """Whether a definite article stands before an office, or a word before it."""
        for _ in range(3):
            at, word = before(self.page.folded, at, low)
            word = word.rpartition("'")[0] + "'" if word.startswith(("l'", "d'")) else word
            if word in self.rules.articles:
                return word not in self.rules.one
        return False

    def _served(self, low: int, hit: Hit, high: int) -> str | None:
        """The body that the holder of an office serves: "UNHCR spokesman", "director of UNICEF", "the agency's director"."""
        folded, rules = self.page.folded, self.rules
        for actor in self.between(max(low, hit.start - 80), high):
            between = folded[actor.span.end : max(actor.span.end, hit.start)].replace("'s", "").split()
            if actor.kind in ("organisation", "group") and not any(
                word in rules.prepositions or word in rules.articles or word in rules.finite for word in between
            ):
                return actor.id
        for body in self.page.hits.get("speech bodies", []):
            if low <= body.start < high and (folded.startswith("'s ", body.end) or body.start > hit.end):
                article = before(folded, body.start, low)[1]
                if article in rules.articles and article not in rules.one:
                    return self.body(low)
        return None

    def _words(self, low: int, high: int) -> frozenset[str]:
        """The words of an office that tell it from others."""
        words = self.page.folded[low:high].replace("'", "' ").replace(",", " ").split()
        return frozenset(words) - self.rules.articles - self.rules.prepositions - self.rules.titles

    def _phrase_end(self, low: int, high: int) -> int:
        """Where the noun phrase of an office ends."""
        folded = self.page.folded
        for mark in ",;:(\"«":
            at = folded.find(mark, low, high)
            high = at if at >= 0 else high
        at = low
        for word in folded[low:high].split(" "):
            if word in self.rules.finite or word in self.rules.auxiliaries:
                return at
            at += len(word) + 1
        return high

    def _holder(self, words: frozenset[str], at: int) -> str | None:
        """Who was introduced before an offset with an office that these words repeat."""
        if self._offices is None:
            self._offices = self._introduced()
        held = [(start, who.name) for start, office, who in self._offices if words <= office]
        earlier = [name for start, name in held if start < at]
        if earlier:
            return earlier[-1]
        return held[0][1] if held else None

    def _introduced(self) -> list[tuple[int, frozenset[str], Speaker]]:
        """Every person whose office stands beside the name: offset, the words of the office, the person."""
        rules, folded = self.rules, self.page.folded
        found = []
        for actor in self.actors:
            if actor.kind != "person":
                continue
            start, end = actor.span.start, actor.span.end
            low = max(self.page.sentence(start)[0], start - 120)
            spoken = self._beside(low, start, ahead=False) or self._beside(end, min(len(folded), end + 120), ahead=True)
            if spoken is not None:
                found.append((start, self._words(spoken.start, spoken.end), Speaker(actor.id)))
        return found

    def _beside(self, low: int, high: int, *, ahead: bool) -> Span | None:
        """The office right before or right after a name."""
        folded = self.page.folded
        found = None
        index = bisect_left(self.roles, low, key=lambda hit: hit.start)
        while index < len(self.roles) and self.roles[index].start < high:
            hit = self.roles[index]
            index += 1
            if ahead:
                gap = folded[low : hit.start]
                if not gap.startswith((",", " (", " -")) or any(w not in self.rules.articles for w in gap.replace("'", "' ").split()[1:]):
                    return None
                stop = self._phrase_end(hit.end, high)
                return Span(hit.start, stop)
            gap = folded[hit.end : high]
            if gap.count(",") <= 1 and len(gap) < 60 and not self._verbal(hit.end, high):
                found = Span(hit.start, high)
        return found

    def _verbal(self, low: int, high: int) -> bool:
        """Whether a verb or the end of a sentence stands between two offsets."""
        gap = self.page.folded[low:high]
        if any(mark in gap for mark in ".;:\"«»\n") and self.page.sentence(low) != self.page.sentence(high):
            return True
        return any(word in self.rules.finite for word in gap.split())

    def body(self, at: int) -> str | None:
        """The body of which was spoken last before an offset."""
        if self.last_body is not None:
            return self.last_body
        index = bisect_left(self.starts, at)
        for actor in reversed(self.actors[max(0, index - 12) : index]):
            if actor.kind in ("organisation", "group"):
                return actor.id
        return None

    def pronoun(self, word: str, low: int, high: int) -> Speaker | None:
        """Whom a pronoun means: who spoke last, or the subject of the sentence before."""
        rules = self.rules
        span = Span(low, high) if high > low else None
        if word in rules.it:
            named = self.body(low)
            return Speaker(named, span, sure=named is not None)
        sentence = self.page.sentence(low)[0]
        previous = self.page.sentence(max(0, sentence - 2))[0]
        lady = word in rules.she and word not in rules.he
        said_at = self.last.span.start if self.last is not None and self.last.span is not None else -1
        if word not in rules.they:
            for start in (sentence, previous):
                for actor in self.between(max(start, said_at + 1), min(low, start + 60)):
                    if actor.kind == "person" and self.free(actor.span.start, start) and self._agrees(actor.span.start, lady):
                        return Speaker(actor.id, span, None, person=True)
        if self.last is not None and (self.last.span is None or self._agrees(self.last.span.start, lady)):
            return replace(self.last, span=span)
        nobody = Speaker(None, span, sure=False)
        if word in rules.they:
            return nobody
        if previous < sentence:
            found = self.opening(previous, sentence)
            if found is not None and not found.outside and found.person and self._agrees(found.span.start if found.span else 0, lady):
                return replace(found, span=span)
        index = bisect_left(self.starts, low)
        for actor in reversed(self.actors[max(0, index - 12) : index]):
            if actor.kind == "person" and self._agrees(actor.span.start, lady):
                return Speaker(actor.id, span, None, person=True)
        return nobody

    def _agrees(self, at: int, lady: bool) -> bool:
        """Whether the civility before a name, if any, agrees with a pronoun."""
        _, word = before(self.page.folded, at, max(0, at - 14))
        return word not in (self.rules.sirs if lady else self.rules.madams)

    def remember(self, quote: Quote) -> None:
        """Keep who spoke last."""
        if quote.speaker is not None and quote.speaker_span is not None:
            person = quote.role is not None or any(
                actor.kind == "person" and actor.id == quote.speaker for actor in self.actors
            )
            self.last = Speaker(quote.speaker, quote.speaker_span, quote.role, person)
            if not person and any(actor.id == quote.speaker for actor in self.actors):
                self.last_body = quote.speaker

    def introduced(self, high: int) -> Speaker | None:
        """The first person whom a text names before an offset."""
        for actor in self.between(0, high):
            if actor.kind == "person":
                return self._named(actor, self.page.sentence(actor.span.start)[0])
        return self._unlisted(0, high)

    def labelled(self, low: int, high: int) -> Speaker | None:
        """Whom the label of a turn names: a listed person, else the words after the civility, in full where known."""
        found = self._person(low, high)
        if found is not None:
            return found
        words = self.page.text[low:high].split()
        plain = [word for word in words if not self._small(word)]
        if not plain:
            hit = self._first(self.roles, low, high)
            return self._holder_of(low, hit, high) if hit else None
        if not all(word[0].isupper() for word in plain) or len(plain) > 5 or self.between(low, high):
            return None
        name = " ".join(word.title() if word.isupper() else word for word in plain).strip(".,")
        for actor in self.actors:
            if actor.kind == "person" and fold(actor.id).split()[-1:] == fold(name).split()[-1:]:
                name = actor.id
                break
        return Speaker(name, self._span(low, high), self.office(low, high), person=True, named=True)
