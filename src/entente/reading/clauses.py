"""Clauses: sentences cut where one assertion ends and the next begins."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from entente.model.reading import Quantity, Quote
from entente.reading.cues import EVENT, GIVING, PROMISED, STANCE, mask
from entente.reading.page import Page
from entente.text.lexicon import Hit

__all__ = ["Break", "Clause", "breaks", "cut", "parts"]

VERBS = GIVING | PROMISED | STANCE | EVENT
EDGES = " ,;:.!?-(\"'«»"
MARKS = ("—", " – ", " - ")  # in the text as published
AFTER_COMMA = (",", ";", "-", "(")
LONGEST = 160  # characters after a figure that its clause may have
REST = 30  # characters after a figure that stay with it


class Break(IntEnum):
    """What opens a clause: nothing that binds it, a conjunction, a relative pronoun, or the end of a relative clause."""

    NEW = 0
    JOINED = 1
    RELATIVE = 2
    RESUMED = 3


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence that asserts one thing.

    `start` and `end` are offsets, `opening` tells what opens it, `quote` is the quotation in which it stands.
    `cues` are its cues in order, `said` their classes together, `figures` the indexes of its figures; `doer` acts in it,
    and its verb stands at `verb`.
    `aided` says that aid itself is its subject.
    """

    start: int
    end: int
    opening: Break
    quote: Quote | None = None
    cues: Sequence[Hit] = ()
    said: int = 0
    figures: list[int] = field(default_factory=list)
    doer: str | None = None
    verb: int = 0
    aided: bool = False


def breaks(page: Page, quotes: Sequence[Quote]) -> list[tuple[int, Break]]:
    """Where clauses open within sentences, in order: at openers, dashes, semicolons and the edges of quotations.

    An opener whose value is true opens a clause anywhere, another after a comma, semicolon, dash or bracket only.
    """
    folded, text = page.folded, page.text
    found: dict[int, Break] = {}
    for start, _, anywhere in page.hits.get("claim.opener", ()):
        if anywhere:
            found[start] = Break.JOINED
        elif folded[max(0, start - 3) : start].rstrip()[-1:] in AFTER_COMMA:
            found[start] = Break.RELATIVE
    for mark in (*MARKS, "; "):
        at = text.find(mark)
        while at >= 0:
            found.setdefault(at + len(mark), Break.NEW if mark == "; " else Break.JOINED)
            at = text.find(mark, at + 1)
    for quote in quotes:
        found[quote.span.start] = Break.NEW
        found[quote.span.end] = Break.JOINED
    return sorted(found.items())


def cut(
    page: Page, start: int, end: int, opened: Sequence[tuple[int, Break]], cues: Sequence[Hit], quotes: Sequence[Quote]
) -> list[Clause]:
    """The clauses of a sentence, its cues shared out among them."""
    if not opened and not quotes:
        a, b = trim(page.folded, start, end)
        return [Clause(a, b, Break.NEW, None, cues, mask(cues))] if a < b else []
    bounds = [(start, Break.NEW), *opened, (end, Break.NEW)]
    if any(opening == Break.RELATIVE for _, opening in opened):
        bounds = _resume(page, bounds, cues)
    found = []
    first = last = 0
    for (left, opening), (right, _) in pairwise(bounds):
        a, b = trim(page.folded, left, right)
        if b - a <= 3:
            continue
        quote = next((quote for quote in quotes if quote.span.start <= left < quote.span.end), None) if quotes else None
        said = 0
        while last < len(cues) and cues[last].start < b:
            said |= cues[last].value
            last += 1
        found.append(Clause(a, b, opening, quote, cues[first:last], said))
        first = last
    return found


def _resume(page: Page, bounds: list[tuple[int, Break]], cues: Sequence[Hit]) -> list[tuple[int, Break]]:
    """The bounds of clauses, and where a relative clause ends: at a comma with a verb right after it."""
    relative = next(at for at, opening in bounds if opening == Break.RELATIVE)
    gerunds = page.language.claims.gerunds
    for start, end, said in cues:
        if start > relative and said & VERBS and page.folded.startswith(", ", start - 2):
            if not page.folded.endswith(gerunds, start, end):
                return sorted({start: Break.RESUMED, **dict(bounds)}.items())
    return bounds


def trim(folded: str, start: int, end: int) -> tuple[int, int]:
    """A span without the spaces and punctuation at its ends."""
    while start < end and folded[start] in EDGES:
        start += 1
    while end > start and folded[end - 1] in EDGES:
        end -= 1
    return start, end


def parts(folded: str, clause: Clause, figures: Sequence[Quantity], joints: Sequence[str]) -> list[tuple[int, int]]:
    """A clause in parts, one a figure, parted at the last joint between two figures.

    `joints` are what joins the next figure to the one before. Where there is none, the later part begins at its
    figure and the earlier keeps the end of the clause. A long tail is cut at a comma.
    """
    found = []
    left = clause.start
    for index, figure in enumerate(figures):
        after = figure.span.end
        right = following = clause.end
        if index + 1 < len(figures):
            following = figures[index + 1].span.start
            joint = max(folded.rfind(joint, after, following + 1) for joint in joints)
            if joint >= 0:
                right, following = joint, joint + 1
        if right - after > LONGEST:
            comma = folded.find(", ", after + REST, right)
            right = comma if comma >= 0 else right
        found.append(trim(folded, left, max(right, after)))
        left = following
    return found


def within(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The indexes of the sorted offsets between two offsets, half-open."""
    return bisect_left(starts, start), bisect_left(starts, end)
