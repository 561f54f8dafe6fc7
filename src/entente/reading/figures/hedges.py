"""Hedges: how firmly a number is said, by the words before and after it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language, NumberWords
from entente.model.figure import Bound
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.lexicon import Entry, Hit
from entente.text.tables import listed

__all__ = ["Hedges", "hedge_words"]

HEDGE = "hedge"  # the kind of the lexicon's hedges
BOUNDS = (Bound.ABOUT, Bound.NEARLY, Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.UP_TO)
SIGNS = {"~": Bound.ABOUT, "≈": Bound.ABOUT, ">": Bound.OVER, "≥": Bound.AT_LEAST, "<": Bound.UNDER, "≤": Bound.UP_TO}
REACH = 12  # characters of the longest determiner
CHAIN = 4  # hedges and determiners before one number, at most


def hedge_words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for the hedges of a language; `further` ones bound nothing, and `besides` is none."""
    words = language.numbers
    for bound in BOUNDS:
        for form in _forms(getattr(words, bound)):
            yield Entry(form, HEDGE, bound)
    for form in _forms(words.further):
        yield Entry(form, HEDGE, Bound.EXACT)
    for form in _forms(words.besides):
        yield Entry(form, HEDGE, None)


def _forms(table: str) -> Iterator[str]:
    """The forms of a table of hedges; "plus de/du/des" are three."""
    for row in listed(table):
        stem, _, last = row.rpartition(" ")
        for ending in last.split("/"):
            yield f"{stem} {ending}".lstrip()


class _Tables(NamedTuple):
    """The hedges after a number by form (longest first), what makes them hedges of the next number, prepositions of
    time, and what may follow a hedge before a number."""

    trailing: dict[str, Bound]
    forms: tuple[str, ...]
    leading: tuple[str, ...]
    motion: tuple[str, ...]
    lasting: tuple[str, ...]
    fillers: tuple[str, ...]


@lru_cache(maxsize=16)
def _tables(words: NumberWords) -> _Tables:
    trailing = {"+": Bound.OVER}
    for row in listed(words.trailing):
        bound, _, forms = row.partition(" ")
        for form in forms.split("/"):
            said = " ".join(fold(form).split())
            trailing[said if said.startswith("-") else f" {said}"] = Bound(bound)
    return _Tables(
        trailing=trailing,
        forms=tuple(sorted(trailing, key=len, reverse=True)),
        leading=tuple(f" {fold(form)}" for form in listed(words.leading)),
        motion=tuple(map(fold, listed(words.motion))),
        lasting=tuple(f"{fold(form)} " for form in listed(words.lasting)),
        fillers=tuple(form if form.endswith("'") else f"{form} " for form in map(fold, listed(words.determiners))),
    )


class Hedges:
    """The hedges of a page, whose folded text is `folded`."""

    __slots__ = ("_ends", "_folded", "_tables", "_text")

    def __init__(self, page: Page, folded: str) -> None:
        self._text = page.text
        self._folded = folded
        self._ends = {hit[1]: hit for hit in page.hits.get(HEDGE, ())}
        self._tables = _tables(page.language.numbers)

    def before(
        self, start: int, *, time: bool = False, tied: bool = False, beneath: tuple[str, ...] = ()
    ) -> tuple[int, Bound]:
        """Where the expression begins whose number begins at `start`, and its bound: the outermost hedge decides.

        `time`: what is counted is a time, so that "over" is a preposition; `beneath`: forms that are prepositions
        before what is counted; `tied`: a hyphen ties the number to its noun, so that a hedge before an article is of
        what follows ("above the five-year average").
        """
        bound = Bound.EXACT
        if start and self._text[start - 1] in SIGNS:
            return start - 1, SIGNS[self._text[start - 1]]
        for _ in range(CHAIN):
            hit = self._at(start, CHAIN if not tied else 1)
            if hit is None or (time and self._moves(hit)) or self._folded[hit[0] : hit[1]] in beneath:
                break
            start = hit[0]
            if bound == Bound.EXACT or hit[2] not in (Bound.EXACT, Bound.ABOUT):
                bound = hit[2]
        return start, bound

    def _moves(self, hit: Hit) -> bool:
        """Whether what looks like a hedge is a preposition before a time ("over three years")."""
        tables = self._tables
        return self._folded[hit[0] : hit[1]] in tables.motion and not self._folded.endswith(tables.lasting, 0, hit[0])

    def _at(self, start: int, chain: int = CHAIN) -> Hit | None:
        """The hedge that ends right before an offset, or before fewer than `chain` determiners there."""
        folded = self._folded
        edge = start - 1 - folded.endswith("  ", 0, start)
        for _ in range(chain):
            if edge <= 0:
                return None
            hit = self._ends.get(edge)
            if hit is not None:
                return hit if hit[2] and folded[edge] in " '-(" else None
            if not folded.endswith(self._tables.fillers, 0, edge + 1):
                return None
            near = max(0, edge - REACH)
            edge = max(folded.rfind(" ", near, edge), folded.rfind("'", near, edge))
        return None

    def after(self, end: int) -> tuple[int, Bound] | None:
        """Where the hedge ends that begins at an offset, after a number or its unit, and its bound."""
        folded = self._folded
        if not folded.startswith(self._tables.forms, end):
            return None
        for form in self._tables.forms:
            stop = end + len(form)
            if folded.startswith(form, end) and not folded[stop : stop + 1].isalnum():
                if folded[stop + 1 : stop + 2].isdigit() or folded.startswith(self._tables.leading, stop):
                    return None  # it belongs to what follows: "57 morts et plus de 200 blessés"
                return stop, self._tables.trailing[form]
        return None
