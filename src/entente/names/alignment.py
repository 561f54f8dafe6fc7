"""Aligns the words of a name asked about with those of a listed one, and weighs what speaks for and against.

The alignment is the explanation: the score is computed from it and from nothing else. Weights are in bits: a word
that one listing in a thousand has weighs ten. With `for` the bits of the words that meet (shortened by how they
differ), and `against` what is priced below, the score is `for / (for + against + DOUBT)`, between 0 and 1.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import Any, Protocol, TypeAlias

import numpy as np

from entente.names.likeness import akin, likeness, likeness_table

__all__ = ["FLOOR", "RESPELT", "Alignment", "Likenesses", "Pair", "Weights", "align", "likenesses_with"]

Array: TypeAlias = np.ndarray[Any, Any]
Spellings: TypeAlias = Mapping[str, Sequence[str]]  # what tokens may stand for, as `scribes.meant` tells

# Prices, searched on all of the labelled queries: no half was held out (docs/explanation/screening.md).
ADDED = 0.7  # of the bits of a word that only the name asked about has
MISSING = 0.3  # of the bits of a word that only the listed name has
CLASH = 0.4  # more, of the bits of added words that stand against missing ones
CHANGED = 0.5  # of the bits lost by a difference in spelling
RIVAL = 0.4  # of the bits of words only spelt alike, where the one asked about is a name of its own
DOUBT = 9.5  # bits that a match must outweigh: that some listing of many looks alike by chance
# The same for two given names, fitted on labelled pairs.
ONE_SIDED = 0.02  # of the bits that one name has more
CONTRADICTED = 2.8  # of the bits that stand against others
ALTERED = 1.2  # of the bits lost by a difference in spelling
SCRUPLE = 1.3  # bits that an agreement must outweigh
STEEPNESS = 1.5  # how fast a difference in spelling eats the bits of a word

FLOOR = 0.55  # two words less alike than this do not meet
RUN_ON = 0.75  # words written together must be more alike than this
INITIAL = 0.7  # the likeness of a word and its initial, which brings at most:
INITIAL_BITS = 3.0
RESPELT = 0.96  # of the likeness of a word as a scribe of another language may have meant it


class Weights(Protocol):
    """What is known of words by how many have them."""

    def bits(self, token: str) -> float:
        """How much a word weighs."""

    def knows(self, token: str) -> bool:
        """Whether it is a name of its own, that several have."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that meet: half-open ranges of word numbers in both names, their likeness and the bits they bring.

    One of the ranges holds two or three words where they are written together in the other name. `lost` is what the
    difference takes off; `rival` words are two names that are spelt alike, as far as is known, and not one.
    """

    asked: tuple[int, int]
    listed: tuple[int, int]
    likeness: float
    bits: float
    lost: float
    rival: bool = False

    @property
    def against(self) -> float:
        """The bits that the difference puts against the match."""
        return CHANGED * self.lost + (RIVAL * self.bits if self.rival else 0.0)


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which words of two names meet, which are added or missing (by number), and the bits on either side."""

    pairs: tuple[Pair, ...]
    added: tuple[int, ...]
    missing: tuple[int, ...]
    gained: float
    against: float
    disagreement: float

    @property
    def score(self) -> float:
        """0 to 1: the share of all that was weighed that speaks for the match."""
        return self.gained / (self.gained + self.against + DOUBT)

    @property
    def agreement(self) -> float:
        """0 to 1: whether two given names can be one person's, however common they are; for pairs, not for lists.

        A word that only one name has says little; one that stands where the other name has another says much.
        """
        return self.gained / (self.gained + self.disagreement + SCRUPLE)


@dataclass(frozen=True, slots=True)
class Likenesses:
    """How alike tokens of a name asked about are to those of listed names.

    `run_ons` are the neighbours written together that are like any token on the other side; None where not known.
    `meant` are the other spellings that tokens asked about may stand for.
    """

    of: Callable[[str, str], float] = likeness
    run_ons: frozenset[str] | None = None
    meant: Spellings = field(default_factory=dict)

    @classmethod
    def one_by_one(cls, meant: Spellings) -> Likenesses:
        """Those of a name whose tokens may stand for other spellings, reckoned as they are asked for."""
        return cls(lambda asked, listed: _best(asked, listed, meant), meant=meant) if meant else cls()


def align(asked: Sequence[str], listed: Sequence[str], weights: Weights, alike: Likenesses = Likenesses()) -> Alignment:
    """The alignment of two names' tokens: the pairs that bring most are taken first, each word once.

    `alike` are their likenesses, where `likenesses_with` has reckoned them beforehand.
    """
    ours, theirs = [*map(weights.bits, asked)], [*map(weights.bits, listed)]
    pairs: list[Pair] = []
    free, open_ = [True] * len(asked), [True] * len(listed)
    for pair in sorted(_meetings((asked, ours), (listed, theirs), weights, alike), key=lambda pair: -pair.bits):
        mine, yours = range(*pair.asked), range(*pair.listed)
        if all(free[i] for i in mine) and all(open_[j] for j in yours):
            pairs.append(pair)
            for i in mine:
                free[i] = False
            for j in yours:
                open_[j] = False
    added = tuple(i for i, alone in enumerate(free) if alone)
    missing = tuple(j for j, alone in enumerate(open_) if alone)
    more, less = sum(ours[i] for i in added), sum(theirs[j] for j in missing)
    lost = sum(pair.lost for pair in pairs)
    return Alignment(
        pairs=tuple(sorted(pairs, key=lambda pair: pair.asked)),
        added=added,
        missing=missing,
        gained=sum(pair.bits for pair in pairs),
        against=ADDED * more + MISSING * less + CLASH * min(more, less) + sum(pair.against for pair in pairs),
        disagreement=ONE_SIDED * abs(more - less) + CONTRADICTED * min(more, less) + ALTERED * lost,
    )


def likenesses_with(asked: Sequence[str], listed: Collection[Sequence[str]], meant: Spellings) -> Likenesses:
    """The likenesses by which a name is aligned with each of many, reckoned at once: far cheaper than one by one.

    `meant` are the other spellings that tokens asked about may stand for.
    """
    words = list(dict.fromkeys(word for form in listed for word in form))
    ours, theirs = [*asked, *_near([asked], words)], [*words, *_near(listed, asked)]
    table = _table(ours, theirs, meant)
    met = table >= RUN_ON
    joined = [
        *compress(ours[len(asked) :], met[len(asked) :, : len(words)].max(axis=1)),
        *compress(theirs[len(words) :], met[: len(asked), len(words) :].max(axis=0)),
    ]
    rows = dict(zip(ours, table.tolist(), strict=True))
    columns = {token: number for number, token in enumerate(theirs)}
    return Likenesses(lambda one, other: rows[one][columns[other]], frozenset(joined), meant)


def _best(asked: str, listed: str, meant: Spellings) -> float:
    """The likeness of a token asked about, as it is written or as it may be meant, with a listed one."""
    return max((likeness(asked, listed), *(RESPELT * likeness(each, listed) for each in meant.get(asked, ()))))


def _table(ours: Sequence[str], theirs: Sequence[str], meant: Spellings) -> Array:
    """The likeness of each of ours, as it is written or as it may be meant, with each of theirs."""
    if not meant:
        return likeness_table(ours, theirs)
    again = [(i, each) for i, token in enumerate(ours) for each in meant.get(token, ())]
    table = likeness_table([*ours, *(each for _, each in again)], theirs)
    np.maximum.at(table, [i for i, _ in again], RESPELT * table[len(ours) :])
    return table[: len(ours)]


def _near(names: Iterable[Sequence[str]], others: Collection[str]) -> Iterator[str]:
    """Neighbours written together, each once, whose lengths leave it possible that they are like one of the others."""
    lengths = {*map(len, others)}
    plain = all(map(str.isascii, others))
    for run_on in dict.fromkeys(run_on for tokens in names for _, run_on in _run_ons(tokens)):
        size = len(run_on)
        if not (plain and run_on.isascii()) or any(abs(size - length) <= size // 2 for length in lengths):
            yield run_on


def _meetings(
    asked: tuple[Sequence[str], Sequence[float]],
    listed: tuple[Sequence[str], Sequence[float]],
    weights: Weights,
    alike: Likenesses,
) -> Iterator[Pair]:
    """All that may meet of two names, each given with the bits of its words."""
    for i, (one, ours) in enumerate(zip(*asked, strict=True)):
        for j, (other, theirs) in enumerate(zip(*listed, strict=True)):
            near = alike.of(one, other)
            if near >= FLOOR:
                rival = one != other and weights.knows(one) and not _akin(one, other, alike)
                yield _pair((i, i + 1), (j, j + 1), near, min(ours, theirs), rival=rival)
            elif one[0] == other[0] and 1 in (len(one), len(other)):
                yield _pair((i, i + 1), (j, j + 1), INITIAL, min(ours, theirs, INITIAL_BITS))
    for place, j, near, bits in _joined(*asked, listed[0], alike):
        yield _pair(place, (j, j + 1), near, min(bits, listed[1][j]))
    turned = Likenesses(lambda other, one: alike.of(one, other), alike.run_ons)
    for place, i, near, bits in _joined(*listed, asked[0], turned):
        yield _pair((i, i + 1), place, near, min(asked[1][i], bits))


def _akin(one: str, other: str, alike: Likenesses) -> bool:
    """Whether two tokens may be spellings of one name, the first as it is written or as it may be meant."""
    return akin(one, other) or any(akin(each, other) for each in alike.meant.get(one, ()))


def _joined(
    tokens: Sequence[str], weights: Sequence[float], others: Sequence[str], alike: Likenesses
) -> Iterator[tuple[tuple[int, int], int, float, float]]:
    """Where neighbours written together are like another name's token: their range, its number, how alike, their bits.

    The lengths of the two must leave it possible; other scripts are let through.
    """
    if alike.run_ons is not None and not alike.run_ons:
        return
    run_ons = [each for each in _run_ons(tokens) if alike.run_ons is None or each[1] in alike.run_ons]
    shapes = [(j, other, len(other), other.isascii()) for j, other in enumerate(others)]
    for place, run_on in run_ons:
        size, plain, bits = len(run_on), run_on.isascii(), sum(weights[slice(*place)])
        for j, other, length, ascii in shapes:
            if plain and ascii and abs(size - length) > size // 2:
                continue
            if (near := alike.of(run_on, other)) >= RUN_ON:
                yield place, j, near, bits


def _run_ons(tokens: Sequence[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Two and three neighbours written together: their range and their text."""
    for length in (2, 3):
        for first in range(len(tokens) - length + 1):
            place = (first, first + length)
            yield place, "".join(tokens[slice(*place)])


def _pair(asked: tuple[int, int], listed: tuple[int, int], alike: float, bits: float, *, rival: bool = False) -> Pair:
    share = max(0.0, 1.0 - STEEPNESS * (1.0 - alike))
    return Pair(asked, listed, alike, bits * share, bits * (1.0 - share), rival)
