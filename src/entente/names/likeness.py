"""How alike two tokens are, from 0 to 1, by spelling, sound and consonants."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from entente.names.keys import latin, skeleton, sound
from entente.names.scripts import ABJAD, ALPHABET, SYLLABIC, script

__all__ = ["Spoken", "likeness", "likeness_table", "likenesses"]

Array: TypeAlias = np.ndarray[Any, Any]

# Sounding the same is a little less than being spelt the same, and so on: the best, and the price of a difference.
SOUND = (0.95, 0.97)
CONSONANTS = (0.95, 0.5, 0.5)  # the best, the price of other consonants, and of another sound
VOWELLESS = (0.90, 1.10)  # where only the consonants can be compared
READ_ALOUD = 0.60  # the share left where one word is written in signs that many others are read like


@dataclass(frozen=True, eq=False)
class Spoken:
    """Tokens as arrays: themselves, their Latin spelling, their sound, their consonants, their kind of script."""

    tokens: Array
    latins: Array
    sounds: Array
    skeletons: Array
    scripts: Array

    @classmethod
    def of(cls, tokens: Sequence[str]) -> Spoken:
        """The arrays of some tokens."""
        return cls(
            tokens=np.array(tokens, object),
            latins=np.array([*map(latin, tokens)], object),
            sounds=np.array([*map(sound, tokens)], object),
            skeletons=np.array([*map(skeleton, tokens)], object),
            scripts=np.array([*map(script, tokens)], np.int8),
        )

    def take(self, places: Array) -> Spoken:
        """The tokens at some places."""
        return Spoken(*(getattr(self, field.name)[places] for field in fields(self)))

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.tokens)


@lru_cache(maxsize=1 << 19)
def likeness(one: str, other: str) -> float:
    """How alike two tokens are: 1.0 for the same, 0.0 for nothing in common; symmetric.

    Tokens of one script are compared letter by letter (optimal string alignment: a swap of neighbours is one
    change), by sound and by consonants. Between an alphabet and a script without vowels only consonants count; between
    either and signs for syllables the reading counts, for less; signs are compared with signs.
    """
    if one == other:
        return 1.0
    apart = OSA.normalized_distance
    heard = apart(sound(one), sound(other))
    frames = apart(skeleton(one), skeleton(other))
    best = max(1.0 - apart(latin(one), latin(other)), SOUND[0] - SOUND[1] * heard)
    best = max(best, CONSONANTS[0] - CONSONANTS[1] * frames - CONSONANTS[2] * heard)
    least, greatest = sorted((script(one), script(other)))
    if least == ALPHABET and greatest == ABJAD:
        best = VOWELLESS[0] - VOWELLESS[1] * frames
    elif least == SYLLABIC:
        best = 1.0 - apart(one, other)
    elif greatest == SYLLABIC:
        best *= READ_ALOUD
    return max(best, 0.0)


def likenesses(ones: Spoken, others: Spoken) -> Array:
    """`likeness` of each token of `ones` with the one at the same place of `others`, as 64-bit floats."""
    scripts = ones.scripts, others.scripts
    best = _best(_apart, ones, others, *scripts)
    signs = np.flatnonzero(np.minimum(*scripts) == SYLLABIC)
    if len(signs):
        best[signs] = 1.0 - _apart(ones.tokens[signs], others.tokens[signs])
    return np.maximum(best, 0.0)


def likeness_table(ones: Sequence[str], others: Sequence[str]) -> Array:
    """`likeness` of each of `ones` (a row) with each of `others` (a column), as 64-bit floats."""
    mine, yours = Spoken.of(ones), Spoken.of(others)
    scripts = mine.scripts[:, None], yours.scripts[None, :]
    best = _best(_all_apart, mine, yours, *scripts)
    signs = np.minimum(*scripts) == SYLLABIC
    if signs.any():
        best[signs] = 1.0 - _all_apart(mine.tokens, yours.tokens)[signs]
    return np.maximum(best, 0.0)


def _best(apart: Callable[[Array, Array], Array], ones: Spoken, others: Spoken, script: Array, other: Array) -> Array:
    """Likenesses by the distances of texts, in whatever way they are taken; but those of signs with signs."""
    heard = apart(ones.sounds, others.sounds)
    frames = apart(ones.skeletons, others.skeletons)
    best = np.maximum(1.0 - apart(ones.latins, others.latins), SOUND[0] - SOUND[1] * heard)
    best = np.maximum(best, CONSONANTS[0] - CONSONANTS[1] * frames - CONSONANTS[2] * heard)
    if script.any() or other.any():
        least, greatest = np.minimum(script, other), np.maximum(script, other)
        no_vowels = (least == ALPHABET) & (greatest == ABJAD)
        best[no_vowels] = VOWELLESS[0] - VOWELLESS[1] * frames[no_vowels]
        best[greatest == SYLLABIC] *= READ_ALOUD
    return best


def _apart(ones: Array, others: Array) -> Array:
    """The distance of each two strings at one place as a share of the longer one's length."""
    return np.asarray(process.cpdist(ones, others, scorer=OSA.normalized_distance, dtype=np.float64))


def _all_apart(ones: Array, others: Array) -> Array:
    """The same of each string with each other."""
    return np.asarray(process.cdist(ones, others, scorer=OSA.normalized_distance, dtype=np.float64))
