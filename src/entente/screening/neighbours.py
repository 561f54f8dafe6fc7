"""Finds the tokens a letter or a sound away from a token, among many, by the keys that both leave behind.

Two texts that differ by one letter (more, fewer, other, or two swapped) have a key in common when each leaves behind
itself and itself less each one of its letters. A token has two texts: its sound and its consonants.
Keys are 32-bit hashes: what collides is compared and falls.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from entente.names.keys import skeleton, sound
from entente.names.likeness import Spoken, likenesses

__all__ = ["Neighbours", "Search", "expanded", "firsts"]

Array: TypeAlias = np.ndarray[Any, Any]

TEXTS = {"sound": sound, "skeleton": skeleton}
AT_ONCE = 1 << 12  # tokens of a table whose keys are reckoned together
SEEDS = {"sound": 1, "skeleton": 2}
FEWEST = {"sound": 3, "skeleton": 5}  # letters a text must have to leave one behind: short consonants meet too many
LONGEST = 40  # letters of a text that count
GOLDEN = 0x9E3779B97F4A7C15  # odd, of the golden ratio: spreads the hash over all bits
ROUND = np.uint64(GOLDEN)
POWERS = np.array([pow(GOLDEN, power, 1 << 64) for power in range(LONGEST + 1)], np.uint64)
INVERSE = np.uint64(pow(GOLDEN, -1, 1 << 64))


@dataclass(frozen=True, slots=True)
class Search:
    """Tokens to find neighbours of, by which texts (of `TEXTS`), among the first so many, and how alike at least."""

    asked: Sequence[str]
    floor: float
    among: int
    texts: Collection[str] = tuple(TEXTS)


class Neighbours:
    """Many tokens, the keys they leave behind in ascending order, and for each key its token's number."""

    def __init__(self, tokens: Spoken, keys: Array, owners: Array) -> None:
        self.tokens = tokens
        self.keys = keys
        self.owners = owners

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens)

    @classmethod
    def build(cls, tokens: Sequence[str]) -> Neighbours:
        """The table of some tokens, whose keys are reckoned some at a time, for they take much memory."""
        stretches = range(0, max(len(tokens), 1), AT_ONCE)
        parts = [(first, _keys([Search(tokens[first : first + AT_ONCE], 0.0, 0)])) for first in stretches]
        keys = np.concatenate([keys for _, (keys, _) in parts])
        owners = np.concatenate([owners + np.int32(first) for first, (_, owners) in parts])
        order = keys.argsort()
        return cls(Spoken.of(tokens), keys[order], owners[order])

    def find(self, *searches: Search) -> tuple[Array, Array, Array]:
        """Asked tokens and the table's tokens near them, by number, and how alike they are.

        The tokens asked for are numbered through all searches: together they cost little more than one of them.
        """
        lengths = [len(search.asked) for search in searches]
        floors = np.array([search.floor for search in searches]).repeat(lengths)
        among = np.array([search.among for search in searches]).repeat(lengths)
        keys, askers = _keys(searches)
        order = keys.argsort()  # in order, so that neighbouring searches touch the same memory
        keys, askers = keys[order], askers[order]
        first = self.keys.searchsorted(keys, side="left")
        places, which = expanded(first, self.keys.searchsorted(keys, side="right") - first)
        owners, which = self.owners[places], askers[which]
        pairs = (which.astype(np.int64) << 32 | owners)[owners < among[which]]
        pairs.sort()
        pairs = pairs[firsts(pairs)]
        ours, theirs = pairs >> 32, pairs & 0xFFFFFFFF
        asked = [token for search in searches for token in search.asked]
        alike = likenesses(Spoken.of(asked), ours, self.tokens, theirs)
        near = (alike >= floors[ours]).nonzero()[0]
        return ours[near], theirs[near], alike[near]


def firsts(keys: Array) -> Array:
    """Where each key stands first, among keys in order."""
    new = np.empty(len(keys), bool)
    new[:1] = True
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    return new.nonzero()[0]


def expanded(starts: Array, counts: Array) -> tuple[Array, Array]:
    """The places of stretches of a table laid end to end, and for each place the number of its stretch."""
    which = np.arange(len(counts)).repeat(counts)
    return np.arange(len(which)) - (counts.cumsum() - counts - starts)[which], which


def _keys(searches: Sequence[Search]) -> tuple[Array, Array]:
    """The keys that tokens leave behind, and for each key its token's number, counted through all searches.

    The hash of a text is the sum of its seed and its letters, each times `GOLDEN` to the power of how many letters
    follow. Running sums over all texts laid end to end hold the hash of each less any one letter: those before it have
    one letter less behind them, which is division by `GOLDEN`.
    """
    texts, names, owners = _texts(searches)
    seeds = np.array([SEEDS[name] for name in names], np.uint64)
    fewest = np.array([FEWEST[name] for name in names], np.int64)
    lengths = np.array([*map(len, texts)], np.int64)
    ends = lengths.cumsum()
    starts = ends - lengths
    which = np.arange(len(texts)).repeat(lengths)  # the text of each letter
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "surrogatepass"), np.uint32)
    parts = letters * POWERS[ends[which] - np.arange(1, len(which) + 1)]
    sums = np.zeros(len(parts) + 1, np.uint64)
    parts.cumsum(out=sums[1:])
    real = lengths.nonzero()[0]
    whole = (seeds * POWERS[lengths] + sums[ends] - sums[starts])[real]
    long = (lengths >= fewest)[which].nonzero()[0]
    own = which[long]
    before = (seeds * POWERS[lengths - 1] - sums[starts] * INVERSE + sums[ends])[own]
    less = before + sums[long] * INVERSE - sums[long + 1]
    return _mixed(np.concatenate((whole, less))), np.array(owners, np.int32)[np.concatenate((real, own))]


def _texts(searches: Sequence[Search]) -> tuple[list[str], list[str], list[int]]:
    """The texts of tokens, cut where they are too long, which of `TEXTS` each is, and the number of its token."""
    texts: list[str] = []
    names: list[str] = []
    owners: list[int] = []
    first = 0
    for search in searches:
        count = len(search.asked)
        for name in search.texts:
            texts += [text[:LONGEST] for text in map(TEXTS[name], search.asked)]
            names += [name] * count
            owners += range(first, first + count)
        first += count
    return texts, names, owners


def _mixed(keys: Array) -> Array:
    spread: Array = ((keys ^ (keys >> np.uint64(29))) * ROUND >> np.uint64(32)).astype(np.uint32)
    return spread
