"""Sayers: who is meant by the words that stand as subject of a verb of speech."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from entente.model.reading import Actor, Quote
from entente.reading.page import Page
from entente.reading.quotations.candidates import AUTHOR, NOBODY, Candidates, Speaker
from entente.reading.quotations.grammar import Grammar
from entente.reading.quotations.offices import Offices
from entente.reading.quotations.papers import Papers
from entente.reading.quotations.pronouns import Pronouns
from entente.reading.quotations.quotemarks import Marked
from entente.reading.quotations.unlisted import Unlisted
from entente.text.fold import fold
from entente.text.lexicon import Hit
from entente.text.neighbours import word_after

__all__ = ["Sayers"]

_ARTICLE = 8  # code points that an article before a name takes, at most
_WORDS = 10  # words of a speaker who is no actor, at most
_REACH = 320  # code points from a verb in which its subject stands
_ANTECEDENT = 60  # code points before a relative pronoun in which its antecedent begins


class Sayers:
    """The subjects of a page's verbs of speech; it remembers who spoke last."""

    def __init__(self, page: Page, actors: Sequence[Actor], rules: Grammar, marks: Sequence[Marked]) -> None:
        self.page = page
        self.rules = rules
        self.known = Candidates(page, actors, rules)
        self.offices = Offices(self.known)
        self.papers = Papers(self.known)
        self.unlisted = Unlisted(self.known, self.offices)
        self.pronouns = Pronouns(self.known, self.offices, marks, self.opening)
        self._kinds = {actor.id: actor.kind for actor in self.known.actors}

    def remember(self, quote: Quote) -> None:
        """Keep who spoke last."""
        if quote.speaker is None or quote.speaker_span is None:
            return
        kind = self._kinds.get(quote.speaker)
        person = quote.role is not None or kind == "person" or quote.speaker in self.unlisted.names
        self.pronouns.last = Speaker(quote.speaker, quote.speaker_span, quote.role, person)
        if kind is not None and not person:
            self.offices.last_body = quote.speaker

    def preceding(self, low: int, at: int) -> Speaker | None:
        """The subject that ends at an offset and begins, with its clause, after another."""
        folded, rules = self.page.folded, self.rules
        low = max(low, at - _REACH)
        end = low + len(folded[low:at].rstrip())
        if end == low:
            return None
        if folded[end - 1] == ",":
            return self._related(low) or self._parted(low, end - 1)
        if rules.joint.search(folded, max(low, end - 8), end):
            return self.opening(low, end)
        low = self._clause(low, end)
        comma = folded.rfind(",", low, end)
        within = self._subordinate(max(low, comma + 1), end)
        if within is not None or comma < 0:
            return within or self.pick(low, end)
        found = self.pick(comma + 1, end)
        if found is None:
            return self.pick(low, comma)
        if found.named:
            return replace(found, role=found.role or self.offices.before(low, comma))
        beside = [actor for actor in self.known.between(max(low, comma - 60), comma) if actor.span.end == comma]
        if beside and not found.sure:  # "X, a partnership of Y"
            return Speaker(beside[0].id, found.span)
        if beside and found.span is not None:
            at = found.span.end
            if any(rules.joint.search(folded, at, other.span.start) for other in self.known.between(at, end)[:1]):
                return self._listed(low, beside[0])
        return found

    def _listed(self, low: int, actor: Actor) -> Speaker:
        """The first of the actors that commas join to one: "X, Y and Z"."""
        for other in reversed(self.known.between(low, actor.span.start)):
            if self.page.folded[other.span.end : actor.span.start] != ", ":
                break
            actor = other
        return self._actor(actor, low)

    def _subordinate(self, low: int, end: int) -> Speaker | None:
        """The subject that a conjunction opens which is a preposition too, if it ends at its verb: "after X said"."""
        opened = None
        for match in self.rules.conjunction.finditer(self.page.folded, low, end):
            opened = match.end()
        found = self.pick(opened, end) if opened is not None else None
        ends = found is not None and found.sure and found.span is not None and found.span.end == end
        return found if ends else None

    def _clause(self, low: int, high: int) -> int:
        """Where the last clause between two offsets begins."""
        for match in self.rules.clause.finditer(self.page.folded, low, high):
            low = match.end()
        return low

    def _related(self, low: int) -> Speaker | None:
        """The actor with whom a sentence opens, where a relative clause holds commas: "X who, since May, ...,"."""
        for actor in self.known.between(low, low + _ARTICLE)[:1]:
            end = actor.span.end
            word = word_after(self.page.folded, end)
            if word in self.rules.relative and self.page.folded.startswith(f" {word},", end):
                return self._actor(actor, low)
        return None

    def _parted(self, low: int, end: int) -> Speaker | None:
        """A subject with something between commas after it: "X, the head of Y,"."""
        folded = self.page.folded
        comma = folded.rfind(",", low, end)
        if comma < 0:
            return self.pick(low, end)
        found = self.pick(self._clause(max(folded.rfind(",", low, comma) + 1, low), comma), comma)
        if found is None:
            return self.pick(comma + 1, end)
        if found.named:
            return replace(found, role=found.role or self.offices.after(comma + 1, end))
        several = not found.sure and folded.count(",", low, end) > 2  # "the head of Y, X, guest of honour, on Monday,"
        named = self._person(low if several else comma + 1, end) if found.role or several else None
        return replace(named, role=found.role or named.role) if named is not None else found

    def opening(self, low: int, at: int) -> Speaker | None:
        """The subject with which a sentence opens: a pronoun, the first free actor, or an office before it."""
        rules, known = self.rules, self.known
        words = known.words(low, low + 60)
        if words and words[0].strip("'") in rules.own:
            return AUTHOR
        if words and words[0] in rules.pronouns:
            at = self.page.folded.find(words[0], low)
            return self.pronouns.meant(words[0], at, at + len(words[0]))
        hit = known.first(known.roles, low, at)
        for actor in known.between(low, at):
            if known.free(actor.span.start, low):
                if hit and hit.end < actor.span.start and not self.offices.adjoins(hit.end, actor.span.start):
                    break
                if hit and self.offices.qualifies(actor, hit):
                    break
                return self._actor(actor, low)
        return self._office(low, hit, at) if hit else None

    def _office(self, low: int, hit: Hit, at: int) -> Speaker | None:
        """Whom an office means with which a sentence opens: the person named within or after it, or who it is."""
        end = self.offices.end(hit.end, at)
        named = self._person(hit.start, end, turned=False)
        comma = self.page.folded.find(",", end + 1, at)
        if named is None and comma >= 0 and self.page.folded[end] == ",":
            named = self._person(end + 1, comma, turned=False)
        if named is not None and named.person:
            return replace(named, role=named.role or self.known.cut(hit.start, end))
        return self._introduced(self.offices.meant(low, hit, hit.end), low)

    def acts(self, name: str | None) -> bool:
        """Whether a name is that of an actor of the page."""
        return name in self._kinds

    def nearest(self, at: int) -> Speaker | None:
        """The person named last before an offset."""
        persons = (actor for actor in self.known.recent(at) if actor.kind == "person")
        actor = next(persons, None)
        return None if actor is None else Speaker(actor.id, actor.span, person=True, named=True)

    def opening_before(self, low: int) -> Speaker | None:
        """The person with whom the sentence before opens, as its subject or the author of its paper."""
        if low == 0:
            return None
        start = self.page.sentence(max(0, low - 2))[0]
        found = self.issuer(start, low) or self.opening(start, low)
        return found if found is not None and found.person else None

    def following(self, at: int, high: int) -> Speaker | None:
        """The subject after a verb: "a déclaré X, ministre de Y"."""
        folded = self.page.folded
        high = min(high, at + _REACH)
        first = self._comma(at, high)
        for _ in range(3):
            if first < 0 or not self._aside(at, first):
                break
            at, first = first + 1, self._comma(first + 1, high)
        if first < 0:
            return self.pick(at, high, turned=True)
        found = self.pick(at, first, turned=True)
        second = folded.find(",", first + 1, high)
        second = high if second < 0 else second
        if found is not None and found.named:
            return replace(found, role=found.role or self.offices.after(first + 1, second))
        if found is not None and not found.sure and self.known.words(at, first)[0] not in self.rules.articles:
            found = self.pick(first + 1, second, turned=True) or found  # "said, quietly, the mayor"
        if found is None or found.role:
            named = self._person(first + 1, min(second, first + 40))
            if named is not None:
                return replace(named, role=named.role or self.offices.before(at, first))
        return found

    def _comma(self, low: int, high: int) -> int:
        """The first comma between two offsets that stands in no brackets; negative where there is none."""
        folded = self.page.folded
        comma, opened = folded.find(",", low, high), folded.find("(", low, high)
        if 0 <= opened < comma:
            closed = folded.find(")", comma, high)
            return folded.find(",", closed, high) if closed >= 0 else comma
        return comma

    def whence(self, at: int, high: int) -> Speaker | None:
        """The source that follows a verb whose subject is nobody: "lit-on dans le rapport de X"."""
        opened = self.rules.whence.match(self.page.folded, at)
        if opened is None:
            paper = self.papers.recalled(at)
            return None if paper is None else Speaker(paper.id)
        comma = self.page.folded.find(",", opened.end(), min(high, opened.end() + _REACH))
        found = self.pick(opened.end(), comma if comma >= 0 else min(high, opened.end() + _REACH), turned=True)
        return found if found is not None and found.sure else None

    def _aside(self, low: int, high: int) -> bool:
        """Whether the words between a verb and a comma are a time, a place or nothing: no subject."""
        rules, words = self.rules, self.known.words(low, high)
        if len(words) > 1 and words[0] in rules.articles and words[1][:1].isdigit():
            return True
        if (
            not words
            or not (words[0] in rules.gaps or " ".join(words[:2]) in rules.gaps)
            or self.known.first(self.known.roles, low, high)
        ):
            return not words
        return self._person(low, high) is None and self._body(low, high) is None

    def pick(self, low: int, high: int, *, turned: bool = False) -> Speaker | None:
        """Whom a noun phrase means; `turned` says that it stands after its verb."""
        rules, known = self.rules, self.known
        words = known.words(low, high)
        if not words:
            return None
        if any(word.strip("'\"") in rules.own for word in (words[0], *words[-2:])):
            return AUTHOR
        if " ".join(words) in rules.latter:
            return self.pronouns.latter(low, high)
        edge = words[0] if turned else words[-1]
        if edge in rules.relative and not turned:
            at = self.page.folded.rfind(edge, low, high)
            for actor in self.known.between(at - _ANTECEDENT, at):
                if at - actor.span.end <= len(", "):
                    return self._actor(actor, self.page.sentence(low)[0])
            begin = self.page.sentence(low)[0]
            return self.preceding(max(begin, low - 100) if at > low else begin, at)
        if edge in rules.pronouns and (len(words) < 2 or edge not in rules.articles):
            at = self.page.folded.find(edge, low) if turned else self.page.folded.rfind(edge, low, high)
            return self.pronouns.meant(edge, at, at + len(edge))
        found = self._person(low, high, turned=turned)
        if found is None and turned:
            found = self.unlisted.single(low, high)
        if found is None and words[0] in rules.sirs | rules.madams:
            found = self.labelled(low, high)
        if found is not None:
            return found
        if not known.between(low, high) and any(word.strip(",.") in rules.hearsay for word in words):
            return NOBODY
        hit = known.first(known.roles, low, high)
        if hit is not None:
            return self._introduced(self.offices.meant(low, hit, high), low)
        return self._body(low, high) or self._noun(low, high, words)

    def _introduced(self, found: Speaker | None, low: int) -> Speaker | None:
        """The person who spoke last, where an office that nobody was introduced with follows a name without office.

        An office in a body is that person's in the next sentence only.
        """
        last = self.pronouns.last
        if found is None or found.outside or last is None or not last.person or not last.name:
            return found
        if found.role and fold(found.role).startswith(self.rules.people):
            return replace(found, name=last.name, role=last.role)
        if last.role:
            return found
        if found.name == found.role or (
            found.name in self._kinds and self._kinds[found.name] != "person" and self.pronouns.near(last, low)
        ):
            return replace(found, name=last.name, person=True)
        return found

    def _body(self, low: int, high: int) -> Speaker | None:
        """The country or body that is the head of a noun phrase."""
        for actor in self.known.between(low, high):
            at = actor.span.start
            if actor.kind != "person" and self.known.free(at, low) and self.known.heads(at, low):
                return self._actor(actor, low)
        return None

    def _noun(self, low: int, high: int, words: list[str]) -> Speaker | None:
        """A document, a body named before, or whoever the bare words mean."""
        rules, known = self.rules, self.known
        if any(word in rules.anonymous for word in words[:3]):
            return NOBODY
        document = known.first(known.documents, low, high)
        if document is not None:
            high = self.papers.until(document, high) if len(words) > _WORDS else high
            issuer = self.papers.named(document, high)
            if issuer is not None:
                return replace(self._actor(issuer, low), span=known.trim(low, high))
            role = self.papers.official(document.start, high)
            held = self.offices.meant(role.start, role, high) if role is not None else None
            if held is not None and held.name != held.role:
                return replace(held, span=known.trim(low, high))
            recalled = self._recalled(document.start, words)
            if recalled is not None:
                return replace(self._actor(recalled, low), span=known.trim(low, high))
        elif self._again(low, high, words):
            named = self.pronouns.body(low) or self.offices.body(low)
            if named is not None:
                return Speaker(named, known.trim(low, high))
        return self._worded(low, high, sure=document is not None)

    def _again(self, low: int, high: int, words: list[str]) -> bool:
        """Whether a noun phrase calls a body again: "the agency", with no more than an adjective."""
        span = self.known.trim(low, high)
        capital = any(map(str.isupper, self.page.text[span.start + 1 : span.end]))
        definite = words[0] in self.rules.articles - self.rules.one and len(words) < 4 and not (capital and words[2:])
        return definite and self.known.first(self.known.bodies, low, high) is not None

    def _recalled(self, at: int, words: list[str]) -> Actor | None:
        """The issuer of a paper that an article and its noun alone call again."""
        definite = len(words) < 4 and words[0] in self.rules.articles - self.rules.one
        return self.papers.recalled(at) if definite else None

    def _worded(self, low: int, high: int, *, sure: bool) -> Speaker | None:
        """The speaker as the text's own words, the article left out."""
        rules = self.rules
        span = self.known.trim(low, high)
        words = self.known.words(span.start, span.end)
        if not words or len(words) > _WORDS or any(word in rules.finite or word in rules.modals for word in words):
            return None
        if words[0] in (rules.prepositions | rules.breaks | rules.gaps) - rules.articles - rules.like:
            return None
        start = span.start + (len(words[0]) if words[0] in rules.articles else 0)
        name = " ".join(self.page.text[start : span.end].split())
        if start == span.start and fold(name) in self.known.families:
            return self.unlisted.called(self.known.families[fold(name)], span, None)
        body = self.known.composed.get(fold(name))
        if body is not None:
            return Speaker(body, span)
        within = " " not in name and name[:1].isupper() and self.page.sentence(start)[0] < start
        if start == span.start and (within or name in self.known.proper):
            return self.unlisted.called(name, span, None)
        return Speaker(name, span, sure=sure) if len(name) > 2 else None

    def _actor(self, actor: Actor, low: int) -> Speaker:
        if actor.kind != "person":
            return Speaker(actor.id, actor.span)
        return Speaker(actor.id, actor.span, self.offices.before(low, actor.span.start), person=True, named=True)

    def _person(self, low: int, high: int, *, turned: bool = True) -> Speaker | None:
        """The person whom a noun phrase names: of those that may be its subject the last; of those joined the first."""
        found: Actor | None = None
        for actor in self.known.between(low, high):
            if actor.kind == "person" and self.known.free(actor.span.start, low):
                joined = found is not None and self.rules.joint.search(
                    self.page.folded, found.span.end, actor.span.start
                )
                found = found if joined else actor
        return self._actor(found, low) if found is not None else self.unlisted.named(low, high, turned=turned)

    def introduced(self, high: int) -> Speaker | None:
        """The first person whom a text names before an offset."""
        for actor in self.known.between(0, high):
            if actor.kind == "person":
                return self._actor(actor, self.page.sentence(actor.span.start)[0])
        return self.unlisted.named(0, high)

    def issuer(self, low: int, high: int) -> Speaker | None:
        """Who issued the paper that a passage presents."""
        actor = self.papers.presented(low, high)
        if actor is not None:
            return self._actor(actor, low)
        role = self.papers.official(low, high)
        return self.offices.meant(role.start, role, high) if role is not None else None

    def labelled(self, low: int, high: int) -> Speaker | None:
        """Whom a civility and a name mean, in full where the text tells: "MR. PRICE"; or an office alone."""
        found = self._person(low, high)
        if found is not None:
            return found
        plain = [word for word in self.page.text[low:high].split() if not self.unlisted.small(word)]
        if not plain:
            hit = self.known.first(self.known.roles, low, high)
            return self.offices.meant(low, hit, high) if hit else None
        if len(plain) > 5 or not all(word[0].isupper() for word in plain) or self.known.between(low, high):
            return None
        name = " ".join(word.title() if word.isupper() else word for word in plain).strip(".,")
        name = self.known.families.get(fold(name).split()[-1], name)
        return self.unlisted.called(name, self.known.trim(low, high), self.offices.before(low, high))
