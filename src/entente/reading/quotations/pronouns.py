"""Pronouns: whom "he", "it" or "the latter" means as the subject of a verb of speech."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from entente.model.reading import Actor
from entente.model.span import Span
from entente.reading.quotations.candidates import Candidates, Speaker
from entente.reading.quotations.offices import Offices
from entente.reading.quotations.quotemarks import Marked
from entente.reading.quotations.speech import before
from entente.text.fold import fold
from entente.text.lexicon import Hit

__all__ = ["Pronouns"]

_OPENING = 8  # code points before a body with which a sentence opens: an article
_BEHIND = 60  # code points between marked words and the pronoun that they are given to
_SUBJECT = 60  # code points after a pronoun in which its sentence may name whom it means


class Pronouns:
    """Whom the pronouns of a page mean; `last` is who spoke last, `opening` finds the subject of a sentence."""

    def __init__(
        self,
        candidates: Candidates,
        offices: Offices,
        marks: Sequence[Marked],
        opening: Callable[[int, int], Speaker | None],
    ) -> None:
        self.known = candidates
        self.page = candidates.page
        self.rules = candidates.rules
        self.offices = offices
        self.marks = marks
        self.lefts = [stretch.left for stretch in marks]
        self.opening = opening
        self.last: Speaker | None = None

    def latter(self, low: int, high: int) -> Speaker | None:
        """Whom "the latter" means: the person named last, else the body or country."""
        recent = self.known.recent(low)
        office = self._official(low)
        if office is not None and not any(actor.span.start > office.start for actor in recent[:1]):
            start, end = self.page.sentence(office.start)
            found = self.offices.meant(start, office, end)
            return None if found is None or found.outside else replace(found, span=self.known.trim(low, high))
        actor = next((actor for actor in recent[:3] if actor.kind == "person"), recent[0] if recent else None)
        return Speaker(actor.id, self.known.trim(low, high), person=actor.kind == "person") if actor else None

    def _official(self, low: int) -> Hit | None:
        """The last office of the sentence before, of somebody else than the actor beside it: "a reçu son homologue"."""
        start = self._sentences(low)[1]
        roles = self.known.roles
        index = bisect_left(roles, (low,)) - 1
        if index < 0 or roles[index].start < start:
            return None
        at, word = before(self.page.folded, roles[index].start, start)
        return roles[index] if word in self.rules.articles and self.page.folded[at - 2 : at] != ", " else None

    def meant(self, word: str, low: int, high: int) -> Speaker:
        """Whom a pronoun means: who spoke last, or the subject of the sentence before; else a speaker without name."""
        rules = self.rules
        span = Span(low, high) if high > low else None
        if word in rules.it:
            named = self.body(low) or self._spoken(low) or self.offices.last_body
            named = named or self.body(low, said=False) or self.offices.body(low)
            return Speaker(named, span, sure=named is not None)
        personal = bool(rules.it) and word not in rules.they  # "she" is nobody but a person where there is an "it"
        named = None if personal or (self.last and self.last.person) else self.body(low)
        if named is not None and word not in rules.they:
            return Speaker(named, span)
        if word in rules.they:
            found = self._several(low)
        else:
            found = self._person(low, lady=word in rules.she and word not in rules.he)
        if found is not None:
            return replace(found, span=span, named=False)
        named = None if personal or word in rules.they else self.body(low, said=False)
        return Speaker(named, span, sure=named is not None)

    def _spoken(self, low: int) -> str | None:
        """The document or body that spoke in the sentence of a pronoun, or in the one before."""
        last = self.last
        return None if last is None or last.person or not self.near(last, low) else last.name

    def near(self, last: Speaker, low: int) -> bool:
        """Whether somebody spoke in the sentence of an offset, or in the one before."""
        return last.span is not None and last.span.start >= self._sentences(low)[1]

    def body(self, low: int, *, said: bool = True) -> str | None:
        """The body with which the sentence before opens, where nobody has spoken since; else a country too."""
        sentence, previous = self._sentences(low)
        if said and self.last is not None and self.last.span is not None and self.last.span.start > previous:
            return None
        kinds = ("organisation",) if said else ("organisation", "country", "group")
        for actor in self.known.between(previous, min(sentence, previous + _OPENING)):
            return actor.id if actor.kind in kinds and self.known.free(actor.span.start, previous) else None
        return None

    def _several(self, low: int) -> Speaker | None:
        """The plural noun with which the sentence before opens, else who spoke last, where that may be several."""
        last = self.last
        sentence, previous = self._sentences(low)
        for start, end in ((sentence, low), (previous, sentence)):
            named = self._plural(start, min(end, start + _SUBJECT))
            if named is not None:
                return Speaker(self.known.composed.get(fold(named), named))
        if last is None or last.person or not last.name:
            return None
        return last if last.name[0].isupper() or last.name.partition(" ")[0].endswith(("s", "x")) else None

    def _plural(self, low: int, high: int) -> str | None:
        """The plural noun with which the words between two offsets open, after its article."""
        rules = self.rules
        words = [word.strip(",") for word in self.known.words(low, high)][:3]
        article = ""
        while words and words[0] in rules.articles:  # "the two charities"
            article = words.pop(0)
        if not words or not words[0].endswith(("s", "x")) or words[0] in rules.small or self._marked(low):
            return None
        if not article.endswith(("s", "x")) and (not rules.plain or article in rules.one):
            return None
        start = self.page.folded.find(words[0], low)
        return self.page.text[start : start + len(words[0])]

    def _person(self, low: int, *, lady: bool) -> Speaker | None:
        """The nearest speaker or subject with whom a personal pronoun agrees."""
        last = self.last
        sentence, previous = self._sentences(low)
        since = last.span.start + 1 if last is not None and last.span is not None else 0
        subject = None
        for start in (sentence, previous):
            for actor in self.known.between(max(start, since), min(low, start + _SUBJECT)):
                if self._agrees(actor, start, lady=lady) and not self._marked(actor.span.start):
                    return Speaker(actor.id, None, None, person=True)
        if previous < sentence and not self._marked(previous):
            subject = self._civilly(self.opening(previous, sentence), lady=lady)
        if subject is not None and subject.span is not None and subject.span.start > since:
            return subject
        if last is not None and (last.span is None or self._civil(last.span.start, lady=lady)):
            return last
        if subject is not None:
            return subject
        for actor in self.known.recent(low):
            if (
                actor.kind == "person"
                and self._civil(actor.span.start, lady=lady)
                and not self._marked(actor.span.start)
            ):
                return Speaker(actor.id, None, None, person=True)
        office = self._official(low)
        if office is None:
            return None
        goes_on = set(self.known.words(office.end, office.end + 4)) & self.rules.genitives  # "the head of X"
        found = self.offices.meant(previous, office, sentence if goes_on else office.end)
        return None if found is None or found.outside else found

    def _sentences(self, low: int) -> tuple[int, int]:
        """Where the sentence of a pronoun and the one before begin; marked words that it is given belong to its own."""
        sentence = self.page.sentence(low)[0]
        index = bisect_right(self.lefts, low) - 1
        if index >= 0 and self.marks[index].right <= low < self.marks[index].right + _BEHIND:
            while index > 0 and self.marks[index - 1].runs:
                index -= 1
            sentence = min(sentence, self.page.sentence(self.marks[index].left)[0])
        return sentence, self.page.sentence(max(0, sentence - 2))[0]

    def _marked(self, at: int) -> bool:
        """Whether an offset stands between quotation marks."""
        index = bisect_right(self.lefts, at) - 1
        return index >= 0 and at < self.marks[index].right

    def _agrees(self, actor: Actor, low: int, *, lady: bool) -> bool:
        at = actor.span.start
        return actor.kind == "person" and self.known.free(at, low) and self._civil(at, lady=lady)

    def _civilly(self, found: Speaker | None, *, lady: bool) -> Speaker | None:
        """A subject that is a person with whom a pronoun agrees."""
        agrees = found is not None and found.person and found.span and self._civil(found.span.start, lady=lady)
        return found if agrees else None

    def _civil(self, at: int, *, lady: bool) -> bool:
        """Whether the civility before a name, if any, agrees with a pronoun."""
        word = before(self.page.folded, at, max(0, at - 14))[1]
        return word not in (self.rules.sirs if lady else self.rules.madams)
