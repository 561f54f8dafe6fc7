"""Finds the tokens a letter or a sound away from a token, among many, by the keys that both leave behind.

Two texts that differ by one letter (more, fewer, other, or two swapped) have a key in common when each leaves behind
itself and itself less each one of its letters. A token has two texts: its sound and its consonants.
Keys are 32-bit hashes: what collides is compared and falls.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Any, TypeAlias

import numpy as np

from entente.names.keys import skeleton, sound
from entente.names.likeness import Spoken, likenesses

__all__ = ["Neighbours", "Search", "expanded", "firsts"]

Array: TypeAlias = np.ndarray[Any, Any]

TEXTS = {"sound": sound, "skeleton": skeleton}
SEEDS = {"sound": np.uint64(1), "skeleton": np.uint64(2)}
FEWEST = {"sound": 3, "skeleton": 5}  # letters a text must have to leave one behind: short consonants meet too many
LONGEST = 40  # letters of a text that count
GOLDEN = 0x9E3779B97F4A7C15  # odd, of the golden ratio: spreads the hash over all bits
ROUND = np.uint64(GOLDEN)
ALL = 0xFFFFFFFFFFFFFFFF  # 64 bits
FEW = 64  # tokens that are hashed one by one: below it, arrays cost more than they save
CACHED = 1 << 17  # texts whose keys are kept in memory


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
        """The table of some tokens."""
        keys, owners = _keys(tokens, TEXTS)
        order = np.argsort(keys)
        return cls(Spoken.of(tokens), keys[order], owners[order])

    def find(self, *searches: Search) -> tuple[Array, Array, Array]:
        """Asked tokens and the table's tokens near them, by number, and how alike they are.

        The tokens asked for are numbered through all searches: together they cost little more than one of them.
        """
        asked = [token for search in searches for token in search.asked]
        lengths = [len(search.asked) for search in searches]
        floors = np.repeat([search.floor for search in searches], lengths)
        among = np.repeat([search.among for search in searches], lengths)
        found = [_keys(search.asked, search.texts) for search in searches]
        keys = np.concatenate([keys for keys, _ in found])
        askers = np.concatenate([own + offset for (_, own), offset in zip(found, _offsets(lengths), strict=True)])
        order = np.argsort(keys)  # in order, so that neighbouring searches touch the same memory
        keys, askers = keys[order], askers[order]
        first = np.searchsorted(self.keys, keys, side="left")
        places, which = expanded(first, np.searchsorted(self.keys, keys, side="right") - first)
        owners, which = self.owners[places], askers[which]
        pairs = np.sort((which.astype(np.int64) << 32 | owners)[owners < among[which]])
        pairs = pairs[firsts(pairs)]
        ours, theirs = pairs >> 32, pairs & 0xFFFFFFFF
        alike = likenesses(Spoken.of(asked), ours, self.tokens, theirs)
        near = alike >= floors[ours]
        return ours[near], theirs[near], alike[near]


def firsts(keys: Array) -> Array:
    """Where each key stands first, among keys in order."""
    new = np.ones(len(keys), bool)
    np.not_equal(keys[1:], keys[:-1], out=new[1:])
    return np.flatnonzero(new)


def _offsets(lengths: Sequence[int]) -> Iterator[int]:
    """Where each of some stretches begins when they are laid end to end."""
    return accumulate(lengths[:-1], initial=0)


def expanded(starts: Array, counts: Array) -> tuple[Array, Array]:
    """The places of stretches of a table laid end to end, and for each place the number of its stretch."""
    which = np.repeat(np.arange(len(counts)), counts)
    return np.arange(len(which)) - np.repeat(np.cumsum(counts) - counts - starts, counts), which


def _keys(tokens: Sequence[str], texts: Collection[str]) -> tuple[Array, Array]:
    """The keys that tokens leave behind, and for each key its token's number."""
    if len(tokens) <= FEW:
        each = [[key for name in texts for key in _one_leaves(TEXTS[name](token), name)] for token in tokens]
        owners = np.repeat(np.arange(len(each), dtype=np.int32), [len(keys) for keys in each])
        return np.array([key for keys in each for key in keys], np.uint32), owners
    found = [each for name in texts for each in _left_behind([*map(TEXTS[name], tokens)], name)]
    if not found:
        return np.zeros(0, np.uint32), np.zeros(0, np.int32)
    return np.concatenate([keys for keys, _ in found]), np.concatenate([owners for _, owners in found])


def _left_behind(texts: Sequence[str], name: str) -> Iterator[tuple[Array, Array]]:
    """Keys and owners, for all texts of one length at a time."""
    lengths = np.minimum([len(text) for text in texts], LONGEST)
    for length in np.unique(lengths).tolist():
        owners = np.flatnonzero(lengths == length).astype(np.int32)
        if not length:
            continue
        letters = _codes([texts[i][:length] for i in owners.tolist()], length)
        heads = np.empty((length + 1, len(owners)), np.uint64)  # heads[k]: hash of the first k letters
        heads[0] = SEEDS[name]
        for k in range(length):
            heads[k + 1] = heads[k] * ROUND + letters[k]
        yield _mixed(heads[length]), owners
        if length < FEWEST[name]:
            continue
        tails = np.zeros(len(owners), np.uint64)
        power = 1
        for k in range(length - 1, -1, -1):
            yield _mixed(heads[k] * np.uint64(power) + tails), owners
            tails = tails + letters[k] * np.uint64(power)
            power = power * GOLDEN & ALL


@lru_cache(maxsize=CACHED)
def _one_leaves(text: str, name: str) -> tuple[int, ...]:
    """The keys of one text, as `_left_behind` has them."""
    letters = [ord(letter) for letter in text[:LONGEST]]
    heads = [int(SEEDS[name])]
    for letter in letters:
        heads.append((heads[-1] * GOLDEN + letter) & ALL)
    if not letters:
        return ()
    hashes, tails, power = [heads.pop()], 0, 1
    if len(letters) >= FEWEST[name]:
        for letter, head in zip(reversed(letters), reversed(heads), strict=True):
            hashes.append((head * power + tails) & ALL)
            tails = (tails + letter * power) & ALL
            power = power * GOLDEN & ALL
    return tuple(((key ^ (key >> 29)) * GOLDEN & ALL) >> 32 for key in hashes)


def _codes(texts: list[str], length: int) -> Array:
    """The code points of texts of one length: an array of letters by texts."""
    codes: Array = np.array(texts, dtype=f"<U{length}").view(np.uint32).reshape(len(texts), length)
    letters: Array = codes.T.astype(np.uint64)
    return letters


def _mixed(keys: Array) -> Array:
    spread: Array = ((keys ^ (keys >> np.uint64(29))) * ROUND >> np.uint64(32)).astype(np.uint32)
    return spread
