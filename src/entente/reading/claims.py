"""Claims: what a statement asserts, by linking figures and cues with actors and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from entente.model.reading import Actor, Claim, DateMention, Quantity, Quote
from entente.model.span import Span
from entente.reading.assertions import SPEAKING, Assertions
from entente.reading.clauses import Break, Clause, breaks, cut, parts
from entente.reading.cues import ACTS, AIDING, DATED, EVENT, GIVING, JOINED, PROMISED, RANKED, STANCE, UPROOTED
from entente.reading.cues import cues as cues_of
from entente.reading.cues import mask, words
from entente.reading.particles import particles
from entente.reading.kinds import assertive, kind, money, status
from entente.reading.page import Page
from entente.reading.periods import Periods
from entente.reading.roles import AUTHOR, Roles
from entente.text.lexicon import Hit

__all__ = ["claims", "words"]

OPEN_ENDED = frozenset(("commitment", "position", "event"))
PEOPLED = frozenset(("funding", "displacement"))
BULLETS = "-*•"
HEAD = 30  # characters in which aid as a subject is named
PASSIVE = 30  # characters after a figure in which it is said to be given by somebody
SMALL = 20  # what is fewer may be part of an event


def claims(
    page: Page,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    quotes: Sequence[Quote],
    actors: Sequence[Actor],
) -> list[Claim]:
    """The claims of a page, in the order of the text."""
    return _Draft(page, quantities, dates, quotes, actors).read()


class _Draft:
    """The claims of one page while they are read, and what earlier sentences leave for later ones.

    `giver` gave last; `aided` says that aid was the last subject; `listed` that the sentence is an item of a list.
    """

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
        self.quotes = quotes
        self.roles = Roles(page, self.words, actors)
        self.periods = Periods(page.folded, self.words, dates, page.date)
        self.assertions = Assertions(self.roles, self.periods, quotes)
        self.cues = cues_of(page)
        self.figures = [quantity.span.start for quantity in quantities]
        self.giver: str | None = None
        self.aided = False
        self.listed = False
        self.sentence = 0
        self.found: list[Claim] = []

    def read(self) -> list[Claim]:
        """Read the page, sentence by sentence."""
        opened = breaks(self.page, self.quotes)
        cues, figures, folded = self.cues, self.figures, self.folded
        cue = figure = opening = 0
        heading = False
        for start, end in self.page.sentences:
            final = folded[end - 1]
            item = final == ";"
            self.listed = heading or folded[start] in BULLETS or (item and folded[start - 1 : start] in ("", "\n"))
            heading = final == ":" or (heading and item)
            self.sentence = start
            first, low, left = cue, figure, opening
            said = 0
            while cue < len(cues) and cues[cue].start < end:
                said |= cues[cue].value
                cue += 1
            while figure < len(figures) and figures[figure] < end:
                figure += 1
            while opening < len(opened) and opened[opening][0] < end:
                opening += 1
            if low < figure or first < cue:
                inside = [one for one in opened[left:opening] if one[0] > start]
                self._read_sentence(start, end, cues[first:cue], (low, figure), inside)
            elif actor := self.roles.subject(start, end):
                self.roles.last = actor.id
        return self.found

    def _read_sentence(
        self, start: int, end: int, cues: list[Hit], figures: tuple[int, int], opened: Sequence[tuple[int, Break]]
    ) -> None:
        self.roles.turn()
        quotes = self.quotes
        if quotes:
            quotes = [quote for quote in quotes if quote.span.start < end and quote.span.end > start]
        low, high = figures
        asserting = [index for index in range(low, high) if assertive(self.folded, self.quantities, index, low, high, self.words)]
        main = before = None
        pending: int | None = None
        for clause in cut(self.page, start, end, opened, cues, quotes):
            for index in asserting:
                if clause.start <= self.figures[index] < clause.end:
                    clause.figures.append(index)
            self._find_doer(clause, before, main)
            made = len(self.found)
            if clause.figures:
                self._read_figures(clause, cues)
            elif clause.cues:
                self._read_words(clause, main)
            pending = self._extend(clause, made, pending)
            if clause.doer:
                before = clause
                if (clause.quote is None or clause.quote.type == "indirect") and not self.listed:
                    self.roles.note(clause.doer)
            if clause.opening != Break.RELATIVE:
                main = clause

    def _extend(self, clause: Clause, made: int, pending: int | None) -> int | None:
        """Let the last open-ended claim run on over a clause that claims nothing; the index of the claim that may run on."""
        if len(self.found) > made:
            claim = self.found[-1]
            return len(self.found) - 1 if claim.quantity is None and claim.kind in OPEN_ENDED else None
        if pending is None or clause.opening == Break.RELATIVE or clause.opening == Break.NEW and clause.quote:
            return None
        claim = self.found[pending]
        self.found[pending] = replace(claim, span=Span(claim.span.start, clause.end))
        return pending

    def _find_doer(self, clause: Clause, before: Clause | None, main: Clause | None) -> None:
        """Find who acts in a clause and where its verb stands.

        `before` is the last clause with a doer, `main` the last that is not relative.
        """
        roles = self.roles
        acts = [cue.start for cue in clause.cues if cue.value & ACTS]
        figure = self.figures[clause.figures[0]] if clause.figures else None
        clause.verb = acts[0] if acts else clause.end if figure is None else figure
        inherited = before.doer if before else None
        if clause.opening == Break.RELATIVE:
            inherited = roles.antecedent(clause.start) or inherited
        elif clause.opening == Break.RESUMED and main is not None:
            actor = roles.subject(main.start, main.end)
            inherited = main.doer or (actor.id if actor else None)
        clause.doer = inherited
        if self._aid_acts(clause):
            clause.aided = self.aided = True
            clause.doer = None
            return
        if figure is not None:
            acts.append(figure)
        for at in () if roles.silent(clause.start, acts[-1] if acts else clause.start) else acts:
            who = roles.doer(clause, at)
            if who is not None:
                stand = roles.stand(clause.start, at)
                clause.aided = self.aided = self.aided and stand is not None and stand.value == "they"
                clause.doer = who
                clause.verb = at if at != figure or not acts[:-1] else clause.verb
                return
        clause.aided = self.aided = bool(clause.said & AIDING) and any(
            cue.value & AIDING and cue.start < clause.verb for cue in clause.cues
        )
        if clause.opening == Break.NEW:
            clause.doer = roles.last if not clause.aided and self._unsaid(clause) else None

    def _aid_acts(self, clause: Clause) -> bool:
        """Whether a clause opens with aid as its subject: "This new funding will ..."."""
        for cue in clause.cues if clause.said & AIDING else ():
            if cue.value & ACTS or cue.start > clause.start + HEAD:
                return False
            if cue.value & AIDING:
                opening = self.folded[clause.start : clause.start + 16].replace("'", " ").split(" ", 1)[0]
                return opening not in self.words.places and not self.roles.between(clause.start, cue.start)
        return False

    def _unsaid(self, clause: Clause) -> bool:
        """Whether the doer is left to the reader: in an item of a list, or where a clause begins with its verb."""
        if self.listed:
            return True
        first = clause.cues[0] if clause.cues else None
        if first is None or not first.value & ACTS or first.start > clause.start + 2:
            return False
        return not self.folded[clause.start : clause.start + 24].split(" ", 1)[0].endswith(self.words.gerunds)

    def _read_figures(self, clause: Clause, wide: Sequence[Hit]) -> None:
        """One claim a figure, each with its part of the clause."""
        figures = [self.quantities[index] for index in clause.figures]
        for nth, (index, (start, end)) in enumerate(
            zip(clause.figures, parts(self.folded, clause, figures, self.words.joints), strict=True)
        ):
            cues = [cue for cue in clause.cues if start <= cue.start < end]
            self._read_figure(clause, index, nth, Span(start, end), cues, wide)

    def _read_figure(
        self, clause: Clause, index: int, nth: int, span: Span, cues: Sequence[Hit], wide: Sequence[Hit]
    ) -> None:
        quantity = self.quantities[index]
        at = quantity.span.start
        lead = [cue for cue in cues if cue.start < at]
        promised = bool(clause.said & PROMISED) and not clause.aided and bool(mask(lead) & PROMISED)
        said = kind(quantity, cues, wide, promised)
        if said == "count" and nth == 0 and self._takes_part(quantity, clause) and self._read_words(clause, None, index):
            return
        stage = None
        if said == "funding":
            before = [cue for cue in clause.cues if cue.start < at] or [cue for cue in wide if cue.start < at]
            stage = status(before or cues, at)
            who = self._giver(clause, quantity, nth, span, cues, stage)
            if money(quantity):
                self.giver = who = who or self.giver
        elif said == "membership":
            who = self._body(clause, at, span, wide) or clause.doer
        elif said == "displacement":
            who = self._host(clause, at, span, cues)
        else:
            who = clause.doer if clause.verb < at or self.listed else None
            if who is None:
                actor = self.roles.subject(clause.start, at)
                who = actor.id if actor else None
        self._add(span, said, who, index, stage, "figure")
        if nth == 0 and clause.said & RANKED and (rank := self.assertions.rank(clause, self.giver)):
            self._add(Span(rank.start, rank.end), "rank", who or rank.who, None, None, "rank")

    def _takes_part(self, quantity: Quantity, clause: Clause) -> bool:
        """Whether what is counted may only take part in a stance or an event: "we joined 40 nations in condemning ..."."""
        said = mask(cue for cue in clause.cues if cue.start < quantity.span.start)
        value = quantity.figure.value
        return bool(said & STANCE) or bool(said & (EVENT | DATED)) and value is not None and value <= SMALL

    def _giver(
        self, clause: Clause, quantity: Quantity, nth: int, span: Span, cues: Sequence[Hit], stage: str
    ) -> str | None:
        """Who gives, pledges or asks for a sum."""
        roles, start, end = self.roles, quantity.span.start, quantity.span.end
        near = roles.between(start - 60, start)
        if near and self.folded[near[-1].span.end : start] in ("'s ", "' "):
            return near[-1].id
        if stage == "requested":
            for actor in roles.between(end, span.end):
                if self.folded.startswith("'s", actor.span.end):
                    return actor.id
        doer = clause.doer if clause.verb <= start else None
        if nth or doer is None or not self._governs(clause, end):
            giver = roles.giver(end, span.end) or (roles.giver(span.start, start) if clause.aided else None)
            if giver is not None:
                return giver
        if doer is None and not clause.aided:
            actor = roles.subject(self.sentence, clause.start)
            doer = actor.id if actor else None
        return roles.state(doer) if doer else None

    def _governs(self, clause: Clause, end: int) -> bool:
        """Whether a verb of the clause's doer gives or promises, and no later one says by whom a figure was given."""
        governing = False
        for cue in clause.cues:
            if clause.verb <= cue.start < end:
                if cue.start == clause.verb and cue.value & STANCE:
                    return False
                governing = governing or bool(cue.value & (GIVING | PROMISED))
            elif cue.value & GIVING and end <= cue.start < end + PASSIVE:
                return False
        return governing

    def _body(self, clause: Clause, at: int, span: Span, wide: Sequence[Hit]) -> str | None:
        joined = next((cue for cue in wide if cue.value & JOINED), None)
        if joined and joined.start > at:
            return self.roles.body(self.sentence, joined.end, span.end)
        return self.roles.body(self.sentence, at, at)

    def _host(self, clause: Clause, at: int, span: Span, cues: Sequence[Hit]) -> str | None:
        """Who hosts or helps the people counted, or whom they fled."""
        if clause.aided:
            return self.giver
        reported = clause.quote is not None and clause.quote.type == "indirect"
        if clause.verb < at and not self.listed and not reported and clause.doer:
            return clause.doer
        for cue in cues:
            if cue.value & UPROOTED:
                for actor in self.roles.between(cue.end, min(span.end, cue.end + 12)):
                    if actor.kind == "country":
                        return actor.id
        return None

    def _read_words(self, clause: Clause, main: Clause | None, index: int | None = None) -> bool:
        """Claims of a clause by its words; one that is resumed begins where its sentence's main clause did."""
        start = main.start if main is not None and clause.opening == Break.RESUMED else None
        rank = self.assertions.rank(clause, self.giver) if index is None and clause.said & RANKED else None
        if rank is not None:
            self._add(Span(rank.start, rank.end), "rank", rank.who, None, None, rank.rule)
            if rank.start == clause.start:
                return True
        found = self.assertions.first(clause)
        if found is not None:
            span = Span(found.start if start is None else start, found.end)
            self._add(span, found.kind, found.who, index, found.status, found.rule)
        return found is not None

    def _add(self, span: Span, said: str, who: str | None, index: int | None, stage: str | None, rule: str) -> None:
        since, until = self.periods.of(said, stage, self.sentence, span.start, span.end)
        to = self.roles.recipients(span.start, span.end, who, said in PEOPLED)
        who = None if who is AUTHOR else who
        self.found.append(Claim(span, said, who, to, index, stage, since, until, rule=rule))
