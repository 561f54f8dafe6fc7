"""Claims: what a statement asserts, by linking figures and cues with actors and dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from entente.model.reading import Actor, Claim, DateMention, Quantity, Quote
from entente.model.span import Span
from entente.reading.claims.assertions import Assertion, Assertions
from entente.reading.claims.clauses import Break, Clause, Sentence, breaks, cut, parts, sentence
from entente.reading.claims.cues import RANKED, cues, unnamed, words
from entente.reading.claims.doers import Doers
from entente.reading.claims.kinds import assertive
from entente.reading.claims.particles import particles
from entente.reading.claims.periods import Periods
from entente.reading.claims.roles import AUTHOR, Roles
from entente.reading.claims.tallies import Tallies
from entente.reading.page import Page

__all__ = ["claims", "words"]

OPEN_ENDED = frozenset(("commitment", "position", "event"))
BULLETS = "-*•"
NESTED = 8  # quotations that may hold one another
NUMBERED = 3  # characters of the number of an item: "12."


def claims(
    page: Page,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    actors: Sequence[Actor],
) -> list[Claim]:
    """The claims of a page, in the order of the text.

    Quantities, dates and actors come in the order of the text. A figure makes at most one claim of its own, and a
    clause without figure at most one, besides its rank. What cannot be decided is left out.
    """
    return _Draft(page, quantities, dates, quotes, actors).read()


class _Draft:
    """The claims of one page while they are read."""

    def __init__(
        self,
        page: Page,
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
        quotes: Sequence[Quote],
        actors: Sequence[Actor],
    ) -> None:
        self.page = page
        self.folded = page.folded
        self.words = particles(page.language)
        self.quantities = quantities
        self.quotes = sorted(quotes, key=lambda quote: quote.span)
        self.figures = [quantity.span.start for quantity in quantities]
        self.roles = Roles(page, self.words, actors)
        ranked = [hit.end for hit in page.hits.get("claim.cue", ()) if hit.value & RANKED]
        self.periods = Periods(page.folded, self.words, dates, ranked, page.date)
        self.doers = Doers(page.folded, self.words, self.roles)
        self.assertions = Assertions(self.roles, self.periods, quotes)
        self.tallies = Tallies(page.folded, self.roles)
        self.found: list[Claim] = []

    def read(self) -> list[Claim]:
        """Read the page, sentence by sentence."""
        said = unnamed(cues(self.page, self.quotes), self.roles.subjects.actors)
        opened = breaks(self.page, self.quotes)
        cue = figure = opening = quoted = 0
        quotes: list[Quote] = []
        heading = False
        for start, end in self.page.sentences:
            first, cue = cue, bisect_left(said, (end,), cue)
            low, figure = figure, bisect_left(self.figures, end, figure)
            left, opening = bisect_left(opened, (start + 1,), opening), bisect_left(opened, (end,), opening)
            while quoted < len(self.quotes) and self.quotes[quoted].span.start < end:
                quotes.append(self.quotes[quoted])
                quoted += 1
            quotes = [quote for quote in quotes if quote.span.end > start] if quotes else quotes
            listed, heading = self._listed(start, end, heading)
            if first < cue or low < figure:
                whole = sentence(start, end, said[first:cue], listed, quotes)
                self._read_sentence(whole, range(low, figure), opened[left:opening])
            elif actor := self.roles.subjects.subject(start, end):
                self.roles.last = actor.id
        return sorted(self.found, key=lambda claim: (claim.span.start, claim.span.end))

    def _listed(self, start: int, end: int, heading: bool) -> tuple[bool, bool]:
        """Whether a sentence is an item of a list, and whether the next one is by what this one says.

        The number of an item stands as a sentence of its own; whoever issued the text is the subject of what follows.
        """
        if end - start <= NUMBERED and self.folded[start:end].rstrip(".)").isdigit():
            self.roles.last = self.roles.voices.issuer
            return heading, True
        final = self.folded[end - 1]
        line = self.folded[start - 1 : start] in ("", "\n")
        listed = heading or self.folded[start] in BULLETS or (line and final == ";")
        return listed, final == ":" or (heading and final == ";")

    def _read_sentence(self, whole: Sentence, figures: range, opened: Sequence[tuple[int, Break]]) -> None:
        self.roles.turn()
        asserts = partial(assertive, self.folded, self.quantities, inside=figures, words=self.words)
        own = deque(filter(asserts, figures))
        main = before = None
        pending: int | None = None
        for clause in cut(self.page, whole, opened):
            while own and self.figures[own[0]] < clause.end:
                clause.figures.append(own.popleft())
            self.doers.find(clause, self.figures[clause.figures[0]] if clause.figures else None, whole, before, main)
            made = len(self.found)
            if clause.figures:
                self._read_figures(clause, whole)
            elif clause.cues:
                self._read_words(clause, whole, main)
            pending = self._run_on(clause, made, pending, whole.quotes)
            if clause.doer:
                before = clause
                if (clause.quote is None or clause.quote.type == "indirect") and not whole.listed:
                    self.roles.note(clause.doer)
            if clause.opening != Break.RELATIVE:
                main = clause

    def _run_on(self, clause: Clause, made: int, pending: int | None, quotes: Sequence[Quote]) -> int | None:
        """Let an open-ended claim run on over a clause that claims nothing; the index of the claim that may run on."""
        if len(self.found) > made:
            claim = self.found[-1]
            return len(self.found) - 1 if claim.quantity is None and claim.kind in OPEN_ENDED else None
        if pending is None or clause.opening == Break.RELATIVE or (clause.opening == Break.NEW and clause.quote):
            return None
        claim = self.found[pending]
        opened = bisect_right(quotes, claim.span.start, key=lambda quote: quote.span.start)
        near = quotes[max(0, opened - NESTED) : opened]
        if any(q.type == "direct" and claim.span.start < q.span.end <= clause.start for q in near):
            return None  # the attribution is no part of what was promised
        more = self.roles.recipients(clause.start, clause.end, claim.who, claim.kind)
        to = tuple(dict.fromkeys((*claim.to, *more)))
        self.found[pending] = replace(claim, span=Span(claim.span.start, clause.end), to=to)
        return pending

    def _read_figures(self, clause: Clause, whole: Sentence) -> None:
        """One claim a figure, each with its part of the clause."""
        figures = [self.quantities[index] for index in clause.figures]
        spans = parts(self.folded, clause, figures, self.words.joints)
        each = self.tallies.respective(clause, figures)
        for place, (index, quantity, (start, end)) in enumerate(zip(clause.figures, figures, spans, strict=True)):
            tally = self.tallies.read(quantity, clause, whole, start, end)
            if each:
                tally = tally._replace(who=each[place])
            first = index == clause.figures[0]
            part = first and tally.kind == "count" and self.tallies.takes_part(quantity, clause)
            if part and self._read_words(clause, whole, None, index):
                continue
            self._add(Assertion(start, end, *tally, "figure"), whole, index)
            if first and clause.said & RANKED and (rank := self.assertions.rank(clause, self.tallies.giver)):
                self._add(rank._replace(who=tally.who or rank.who), whole)

    def _read_words(self, clause: Clause, whole: Sentence, main: Clause | None, index: int | None = None) -> bool:
        """Claims of a clause by its words, in which a figure may take part.

        One that is resumed begins where its sentence's main clause did.
        """
        if index is None and clause.said & RANKED and (rank := self.assertions.rank(clause, self.tallies.giver)):
            self._add(rank, whole)
            if rank.start == clause.start:
                return True
        found = self.assertions.first(clause)
        if found is not None:
            if main is not None and clause.opening == Break.RESUMED:
                found = found._replace(start=main.start)
            self._add(found, whole, index)
        return found is not None

    def _add(self, claim: Assertion, whole: Sentence, index: int | None = None) -> None:
        """Keep a claim, with its receivers and its period; the claim of a figure holds it."""
        start, end, kind, who, stage, rule = claim
        if index is not None:
            figure = self.quantities[index].span
            start, end = min(start, figure.start), max(end, figure.end)
        who = None if who is AUTHOR else who
        since, until = self.periods.of(kind, stage, whole.start, start, end)
        to = self.roles.recipients(start, end, who, kind)
        self.found.append(Claim(Span(start, end), kind, who, to, index, stage, since, until, rule=rule))
