"""Clauses: sentences cut where one assertion ends and the next begins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from entente.model.reading import Quantity, Quote
from entente.reading.claims.cues import EVENT, GIVING, JOINED, PROMISED, STANCE, claim_words, mask
from entente.reading.page import Page
from entente.text.lexicon import Hit

__all__ = ["Break", "Clause", "Sentence", "breaks", "cut", "parts", "sentence", "within"]

VERBS = GIVING | PROMISED | STANCE | EVENT
EDGES = " ,;:.!?-(\"'«»"
MARK = re.compile("— ?| [–-] |; ")  # in the text as published
AFTER_COMMA = (",", ";", "-", "(")
SHORTEST = 3  # characters of what is no clause yet
LONGEST = 160  # characters after a figure from which its clause ends at a comma
AUXILIARY = 16  # characters between a comma and a verb that its auxiliaries take
LIMIT = 600  # characters after a figure where its clause ends in any case
REST = 30  # characters after a figure that stay with it


class Break(IntEnum):
    """What opens a clause: nothing that binds it, a conjunction, a relative, or the end of a relative clause."""

    NEW = 0
    JOINED = 1
    RELATIVE = 2
    RESUMED = 3


@dataclass(slots=True)
class Sentence:
    """A sentence under reading: half-open offsets, its cues in order, and their classes together.

    `joined` is the first cue of belonging; `listed`: it is an item of a list; `quotes` are those that it meets.
    """

    start: int
    end: int
    cues: Sequence[Hit]
    said: int
    joined: Hit | None
    listed: bool
    quotes: Sequence[Quote]


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence that asserts one thing.

    `start` and `end` are offsets, `opening` tells what opens it, `quote` is the quotation in which it stands.
    `cues` are its cues in order, `said` their classes together, `figures` the indexes of its figures. `doer` acts in
    it, `named` there by more than a pronoun, and its verb stands at `verb`; `aided` says that aid is its subject.
    `fronted`: what opens it stands before its subject ("With $5 million since 2012, X is the largest donor").
    """

    start: int
    end: int
    opening: Break
    quote: Quote | None = None
    cues: Sequence[Hit] = ()
    said: int = 0
    figures: list[int] = field(default_factory=list)
    doer: str | None = None
    named: bool = False
    fronted: bool = False
    verb: int = 0
    aided: bool = False


def within(hits: Sequence[Hit], start: int, end: int) -> Sequence[Hit]:
    """The hits, in order, that begin between two offsets."""
    if not hits or (hits[0][0] >= start and hits[-1][0] < end):
        return hits
    first = bisect_left(hits, (start,))
    return hits[first : bisect_left(hits, (end,), first)]


def sentence(start: int, end: int, cues: Sequence[Hit], listed: bool, quotes: Sequence[Quote]) -> Sentence:
    """A sentence under reading, from its cues."""
    said = mask(cues)
    joined = next((cue for cue in cues if cue.value & JOINED), None) if said & JOINED else None
    return Sentence(start, end, cues, said, joined, listed, quotes)


def breaks(page: Page, quotes: Sequence[Quote]) -> list[tuple[int, Break]]:
    """Where clauses open within sentences, in order: at openers, dashes, semicolons and the edges of quotations.

    An opener whose value is true opens a clause anywhere, another after a comma, semicolon, dash or bracket only.
    """
    found: dict[int, Break] = {}
    for start, _, anywhere in page.hits.get("claim.opener", ()):
        if anywhere:
            found[start] = Break.JOINED
        elif page.folded[max(0, start - 3) : start].rstrip()[-1:] in AFTER_COMMA:
            found[start] = Break.RELATIVE
    for mark in MARK.finditer(page.text):
        found.setdefault(mark.end(), Break.NEW if mark.group() == "; " else Break.JOINED)
    for quote in quotes:
        found[quote.span.start] = Break.NEW
        found[quote.span.end] = Break.JOINED
    return sorted(found.items())


def cut(page: Page, whole: Sentence, opened: Sequence[tuple[int, Break]]) -> list[Clause]:
    """The clauses of a sentence, its cues shared out among them."""
    start, end, cues, quotes = whole.start, whole.end, whole.cues, whole.quotes
    if not opened and not quotes:
        a, b = _trim(page.folded, start, end)
        return [Clause(a, b, Break.NEW, None, cues, whole.said)]
    bounds = [(start, Break.NEW), *opened, (end, Break.NEW)]
    if any(opening == Break.RELATIVE for _, opening in opened):
        bounds = _resume(page, bounds, cues)
    found = []
    last = quoted = 0
    for (left, opening), (right, _) in pairwise(bounds):
        a, b = _trim(page.folded, left, right)
        if b - a > SHORTEST:
            first = last
            last = bisect_left(cues, (b,), first)
            while quoted < len(quotes) and quotes[quoted].span.end <= left:
                quoted += 1
            quote = quotes[quoted] if quoted < len(quotes) and quotes[quoted].span.start <= left else None
            found.append(Clause(a, b, opening, quote, cues[first:last], mask(cues[first:last])))
    return found


def _resume(page: Page, bounds: list[tuple[int, Break]], cues: Sequence[Hit]) -> list[tuple[int, Break]]:
    """The bounds of clauses, and where a relative clause ends: at a comma, and a verb after it with its auxiliaries."""
    relative = next(at for at, opening in bounds if opening == Break.RELATIVE)
    said = claim_words(page.language)
    gerunds, little = tuple(said.gerunds.split("|")), {*said.auxiliaries.split("|"), *said.verbs.split("|")}
    for start, end, classes in cues:
        if start <= relative or not classes & VERBS or page.folded.endswith(gerunds, start, end):
            continue
        verb = page.folded.rfind(", ", max(relative, start - AUXILIARY), start) + len(", ")
        if verb >= len(", ") and little.issuperset(page.folded[verb:start].split()):
            return sorted({verb: Break.RESUMED, **dict(bounds)}.items())
    return bounds


def _trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """A span without the spaces and punctuation at its ends."""
    if end > start and folded[start] not in EDGES and folded[end - 1] not in EDGES:
        return start, end
    cut_off = folded[start:end].rstrip(EDGES)
    return start + len(cut_off) - len(cut_off.lstrip(EDGES)), start + len(cut_off)


def parts(
    folded: str, clause: Clause, figures: Sequence[Quantity], joints: Sequence[tuple[str, int]]
) -> list[tuple[int, int]]:
    """A clause in parts, one a figure, parted at the last joint between two figures.

    `joints` are what joins the next figure to the one before, each with how much of it belongs to neither. Where there
    is none, the later part begins at its figure and the earlier keeps the end of the clause. A long tail is cut at a
    comma.
    """
    found = []
    left = clause.start
    for index, figure in enumerate(figures):
        after = figure.span.end
        right = following = clause.end
        if index + 1 < len(figures):
            following = figures[index + 1].span.start
            at, length = max((folded.rfind(joint, after, following + 1), length) for joint, length in joints)
            if at >= 0:
                right, following = at, at + length
        if right - after > LONGEST:
            right = min(right, after + LIMIT)
            comma = folded.find(", ", after + REST, right)
            right = comma if comma >= 0 else right
        found.append(_trim(folded, left, max(right, after)))
        left = following
    return found
