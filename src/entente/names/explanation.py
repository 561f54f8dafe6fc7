"""Puts an alignment into words: which part of one name meets which of the other, and how it was changed."""

from __future__ import annotations

from collections.abc import Sequence

from entente.model.match import Change, Part
from entente.names.alignment import ADDED, CLASH, MISSING, Alignment, Pair
from entente.names.keys import sound
from entente.names.scripts import script
from entente.names.words import Word

__all__ = ["explain"]


def explain(
    alignment: Alignment, asked: tuple[str, Sequence[Word]], listed: tuple[str, Sequence[Word]], bits: Sequence[float]
) -> tuple[Part, ...]:
    """The parts of an alignment in the order of the name asked about, and what is missing from it last.

    `asked` and `listed` are the names with the words that were aligned; `bits` the weights of the added words, then
    of the missing ones. The bits of all parts together are the alignment's own.
    """
    later = 0
    parts: list[tuple[int, Part]] = []
    for pair in alignment.pairs:
        moved = pair.listed[0] < later
        later = max(later, pair.listed[0])
        ours, theirs = _words(asked, pair.asked), _words(listed, pair.listed)
        change = _change(pair, asked[1], listed[1])
        parts.append((pair.asked[0], Part(ours, theirs, change, moved, pair.bits, pair.against)))
    more, less = bits[: len(alignment.added)], bits[len(alignment.added) :]
    price = ADDED + CLASH * min(1.0, sum(less) / sum(more)) if more else 0.0
    for i, weight in zip(alignment.added, more, strict=True):
        parts.append((i, Part(_words(asked, (i, i + 1)), "", Change.ADDED, False, 0.0, price * weight)))
    parts.sort(key=lambda part: part[0])
    gone = [
        Part("", _words(listed, (j, j + 1)), Change.MISSING, False, 0.0, MISSING * weight)
        for j, weight in zip(alignment.missing, less, strict=True)
    ]
    return (*(part for _, part in parts), *gone)


def _words(name: tuple[str, Sequence[Word]], place: tuple[int, int]) -> str:
    """The words of a name at some numbers, as they are written."""
    text, words = name
    return text[words[place[0]].start : words[place[1] - 1].end]


def _change(pair: Pair, asked: Sequence[Word], listed: Sequence[Word]) -> Change:
    """How the words of a pair differ."""
    if pair.asked[1] - pair.asked[0] > 1:
        return Change.PARTED
    if pair.listed[1] - pair.listed[0] > 1:
        return Change.JOINED
    one, other = asked[pair.asked[0]].token, listed[pair.listed[0]].token
    if one == other:
        return Change.SAME
    if script(one) != script(other):
        return Change.SCRIPT
    if 1 in (len(one), len(other)):
        return Change.INITIAL
    return Change.SOUND if sound(one) == sound(other) else Change.SPELLING
