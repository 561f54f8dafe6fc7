"""Offices: "the foreign minister", "UNHCR's spokesman", and who holds them in a text."""

from __future__ import annotations

from bisect import bisect_left

from entente.model.reading import Actor
from entente.model.span import Span
from entente.reading.quotations.candidates import NOBODY, Candidates, Speaker
from entente.reading.quotations.speech import before
from entente.text.lexicon import Hit

__all__ = ["Offices"]

_BESIDE = 120  # code points between an office and the name of its holder, with the rest of the office
_HOLDERS = 200  # mentions of actors among which holders of offices are looked for
_ADJECTIVES = 60  # code points between an office and the name that tells whose it is
_NEXT = 900  # code points after an office in which its holder may be named
_VERB = 24  # code points between a name and its verb of speech, either of them included


class Offices:
    """The offices of a page, and the persons whom it introduces with them."""

    def __init__(self, candidates: Candidates) -> None:
        self.known = candidates
        self.page = candidates.page
        self.rules = candidates.rules
        self.last_body: str | None = None
        self._introduced: list[tuple[int, frozenset[str], str]] | None = None

    def before(self, low: int, high: int) -> str | None:
        """The office that stands before a name, as the text gives it."""
        low = max(low, high - 100)
        hit = first = self.known.first(self.known.roles, low, high)
        while hit is not None and not self.adjoins(hit.end, high):
            hit = self.known.first(self.known.roles, hit.end, high)
        hit = hit or first
        return (self.known.cut(hit.start, high) or None) if hit else None

    def after(self, low: int, high: int) -> str | None:
        """The office that is set off after a name, whole: ", the head of Y"."""
        if self.known.first(self.known.roles, low, high) is None:
            return None
        span = self.known.trim(low, self.end(low, high))
        return self.known.cut(span.start, span.end) or None

    def qualifies(self, actor: Actor, hit: Hit) -> bool:
        """Whether an actor only tells whose office follows it: "UN humanitarian coordinator", "Labour leader"."""
        if actor.kind == "person" or not actor.span.end < hit.start:
            return False
        rules, gap = self.rules, self.page.folded[actor.span.end : hit.start]
        small = rules.prepositions | rules.articles | rules.finite | rules.auxiliaries
        return len(gap) < _ADJECTIVES and not any(
            word in small or word[-1] in ",;:" or word.startswith("(") for word in gap.replace("'s ", " ").split()
        )

    def adjoins(self, low: int, high: int) -> bool:
        """Whether an office and a name may be one phrase: a comma, "of ..." or a further title between them."""
        words = self.known.words(low, high)
        if not words or words[0].startswith(","):
            return True
        return words[0] in self.rules.ranks or self.known.prepositional(self.page.folded.find(words[0], low), words[0])

    def meant(self, low: int, hit: Hit, high: int) -> Speaker | None:
        """Who is meant by an office: its holder, else the body served, else the office itself."""
        high = self.end(hit.end, high)
        span = self.known.trim(low, high)
        role = self.known.cut(hit.start, self.known.trim(hit.start, high).end)
        if self._definite(hit.start, low):
            holder = self._holder(self._kernel(hit.start, high), hit.start)
            holder = holder or self._only(self._kernel(hit.start, high), hit.start) or self._announced(hit.start)
            if holder is not None:
                return Speaker(holder, span, role, person=True)
        body = self._served(low, hit, high)
        if body is not None:
            return Speaker(body, span, role)
        if any(word in self.rules.anonymous for word in self.known.words(low, hit.start)):
            return NOBODY
        return Speaker(role, span, role, person=True)

    def body(self, at: int) -> str | None:
        """The body of which was spoken last before an offset."""
        if self.last_body is not None:
            return self.last_body
        return next((actor.id for actor in self.known.recent(at) if actor.kind in ("organisation", "group")), None)

    def _definite(self, at: int, low: int) -> bool:
        """Whether a definite article stands before an office, or before two words of it."""
        if at > low and self.page.folded[at - 1] == "'":
            return True
        for _ in range(3):
            at, word = before(self.page.folded, at, low)
            if word in self.rules.articles or word.endswith("'s"):
                return word not in self.rules.one
        return False

    def _served(self, low: int, hit: Hit, high: int) -> str | None:
        """The body that an office serves: "UNHCR spokesman", "director of UNICEF", "the agency's director"."""
        folded, rules = self.page.folded, self.rules
        for actor in self.known.between(max(low, hit.start - 80), high):
            gap = folded[actor.span.end : max(actor.span.end, hit.start)].replace("'s", "").split()
            if actor.kind in ("organisation", "group") and not any(
                word in rules.prepositions or word in rules.articles or word in rules.finite for word in gap
            ):
                return actor.id
        bodies = self.known.bodies
        for index in range(bisect_left(bodies, (low,)), len(bodies)):
            if bodies[index].start >= high:
                break
            if bodies[index].start > hit.end or folded.startswith("'s ", bodies[index].end):
                article = before(folded, bodies[index].start, low)[1]
                if article in rules.articles and article not in rules.one:
                    return self.body(low)
        return None

    def _kernel(self, low: int, high: int) -> frozenset[str]:
        """The words of an office that tell it from others; a country or its adjective by the country's id."""
        rules = self.rules
        people = self.page.hits.get("claim.people", [])
        near = people[bisect_left(people, (low,)) : bisect_left(people, (high,))]
        places = [(hit.start, hit.end, str(hit.value)) for hit in near]
        places += [(a.span.start, a.span.end, a.id) for a in self.known.between(low, high) if a.kind == "country"]
        words, at = {place for _, _, place in places}, low
        for start, end, _ in [*sorted(places), (high, high, "")]:
            words.update(word.strip('.,;:!?()"«»') for word in self.known.words(at, start))
            at = end
        return frozenset(words - {""} - rules.articles - rules.prepositions - rules.titles)

    def end(self, low: int, high: int) -> int:
        """Where the noun phrase of an office ends: at a mark or a verb."""
        folded, rules = self.page.folded, self.rules
        for mark in ',;:("«':
            at = folded.find(mark, low, high)
            high = at if at >= 0 else high
        at = low
        for word in folded[low:high].split(" "):
            if (word in rules.finite or word in rules.auxiliaries) and self.page.text[at] not in "àÀ":
                return at
            if word in rules.occasions and at > low:
                return at
            at += len(word) + 1
        return high

    def _holder(self, kernel: frozenset[str], at: int) -> str | None:
        """Who was introduced with an office that these words repeat: the last before an offset, or else the next."""
        if self._introduced is None:
            self._introduced = [
                (actor.span.start, self._kernel(office.start, office.end), actor.id)
                for actor in self.known.actors[:_HOLDERS]
                if actor.kind == "person" and (office := self._beside(actor))
            ]
        kernels = (kernel, *self.rules.synonyms.get(kernel, ()))
        held = [(start, name) for start, office, name in self._introduced if any(words <= office for words in kernels)]
        if not held and kernel <= self.rules.official:  # "President X" alone, then "the head of state"
            held = [
                (start, name)
                for start, office, name in self._introduced
                if office and any(office <= words for words in kernels)
            ]
            held = held if len({name for _, name in held}) == 1 else []
        earlier = [name for start, name in held if start < at]
        return earlier[-1] if earlier else held[0][1] if held else None

    def _only(self, kernel: frozenset[str], at: int) -> str | None:
        """The one person named before without an office, where a head of state or of government is meant."""
        if not kernel <= self.rules.official:
            return None
        held = {name for _, _, name in self._introduced or ()}
        names = {actor.id for actor in self.known.recent(at) if actor.kind == "person"} - held
        return names.pop() if len(names) == 1 else None

    def _announced(self, at: int) -> str | None:
        """Who speaks next without an office, where nobody is named before one: "The minister said ... X added"."""
        index = bisect_left(self.known.starts, at)
        if any(actor.kind == "person" for actor in self.known.actors[max(0, index - _HOLDERS) : index]):
            return None
        for actor in self.known.between(at, at + _NEXT):
            if actor.kind == "person":
                return actor.id if " " in actor.id and not self._beside(actor) and self._speaks(actor) else None
        return None

    def _speaks(self, actor: Actor) -> bool:
        """Whether a verb of speech stands right before or right after a name."""
        low, high = actor.span.start - _VERB, actor.span.end + _VERB
        for form in ("finite", "participle"):
            hits = self.page.hits.get(f"speech {form}", [])
            for hit in hits[bisect_left(hits, (low,)) : bisect_left(hits, (high,))]:
                if self.page.sentence(hit.start) == self.page.sentence(actor.span.start):
                    return True
        return False

    def _beside(self, actor: Actor) -> Span | None:
        """The office right before or right after a name."""
        start, end = actor.span.start, actor.span.end
        low = max(self.page.sentence(start)[0], start - _BESIDE)
        roles, found = self.known.roles, None
        for index in range(bisect_left(roles, (low,)), len(roles)):
            hit = roles[index]
            if hit.start > end + 24:
                break
            if hit.end <= start and start - hit.end < _ADJECTIVES and not self._verbal(hit.end, start):
                found = Span(hit.start, start)
            elif hit.start >= end and found is None and self._set_off(end, hit.start):
                found = Span(hit.start, self.end(hit.end, min(len(self.page.folded), end + _BESIDE)))
        return found

    def _set_off(self, low: int, high: int) -> bool:
        """Whether a mark and an article alone stand between a name and an office."""
        gap = self.page.folded[low:high]
        return gap.startswith((",", " (", " -")) and all(
            word in self.rules.articles for word in self.known.words(low, high)[1:]
        )

    def _verbal(self, low: int, high: int) -> bool:
        """Whether a verb, two commas or the end of a sentence stand between two offsets."""
        gap = self.page.folded[low:high]
        if all(word in self.rules.titles or word in self.rules.articles for word in gap.replace(",", " ").split()):
            return False
        if gap.count(",") > 1 or any(mark in gap for mark in ';:"«»\n'):
            return True
        return any(word in self.rules.finite or word in self.rules.auxiliaries for word in gap.split())
