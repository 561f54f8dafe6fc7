"""A typed lexicon: many words of many kinds, found in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import ahocorasick

from entente.text.fold import fold, words

__all__ = ["Entry", "Hit", "Lexicon"]


class Entry(NamedTuple):
    """A form as it is written, its kind, what it stands for, and whether it must begin with a capital.

    `cased`: the text must have a capital where the form has its first letter ("Turkey", not "turkey").
    """

    form: str
    kind: str
    value: Any
    cased: bool = False


class Hit(NamedTuple):
    """Where a form stands in the text: half-open code-point offsets, and what the form stands for."""

    start: int
    end: int
    value: Any


class Lexicon:
    """Words of many kinds, compiled once; `scan` finds all of them in one pass over a folded text."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Compile the entries; a form may have several kinds, but one value a kind (the first one given)."""
        table: dict[str, dict[str, tuple[Any, bool]]] = {}
        kinds: set[str] = set()
        entries = tuple(entries)
        for (_, kind, value, cased), keys in zip(entries, _keys([entry.form for entry in entries]), strict=True):
            for key in keys:
                table.setdefault(f" {key} ", {}).setdefault(kind, (value, cased))
                kinds.add(kind)
        self.kinds = tuple(sorted(kinds))
        self._automaton = ahocorasick.Automaton()
        for key, senses in table.items():
            self._automaton.add_word(
                key, (len(key) - 2, tuple((kind, value, cased) for kind, (value, cased) in senses.items()))
            )
        if table:
            self._automaton.make_automaton()

    def scan(self, text: str, folded: str) -> dict[str, list[Hit]]:
        """All hits by kind, in order of start; of two hits of a kind the one that holds the other is kept."""
        found: dict[str, list[Hit]] = {kind: [] for kind in self.kinds}
        if not len(self._automaton):
            return found
        made = tuple.__new__  # several times faster than the named tuple's own
        for last, (length, senses) in self._automaton.iter(words(folded)):
            end = last - 1
            start = end - length
            for kind, value, cased in senses:
                if cased and not text[start].isupper():
                    continue
                hits = found[kind]
                if hits and hits[-1][1] > start and _held(hits, start, end):
                    continue
                hits.append(made(Hit, (start, end, value)))
        return found


def _held(hits: list[Hit], start: int, end: int) -> bool:
    """Whether the last of some hits holds a new one; those that the new one holds are forgotten."""
    while hits and hits[-1][0] >= start:
        hits.pop()
    return bool(hits) and hits[-1][1] >= end


def _keys(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words of each form as they are looked up, all folded at once, which is five times as fast.

    A form with a mark between its words ("St. Lucia") is also looked up with the space that the mark leaves.
    """
    spread = words(fold("\n".join(forms)))
    start = 1
    for form in forms:
        spaced = spread[start : start + len(form)].strip()
        close = " ".join(spaced.split())
        yield () if not close else (close,) if close == spaced else (close, spaced)
        start += len(form) + 1
