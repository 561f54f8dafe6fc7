"""How alike two tokens are, from 0 to 1, by spelling, sound and consonants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

from entente.names.keys import latin, skeleton, sound
from entente.names.scripts import ABJAD, ALPHABET, SYLLABIC, script

__all__ = ["Spoken", "akin", "likeness", "likeness_table", "likenesses"]

Array: TypeAlias = np.ndarray[Any, Any]

# Sounding the same is a little less than being spelt the same, and so on: the best, and the price of a difference.
SOUND = (0.95, 0.97)
CONSONANTS = (0.95, 0.5, 0.5)  # the best, the price of other consonants, and of another sound
VOWELLESS = (0.90, 1.10)  # where only the consonants can be compared
READ_ALOUD = 0.60  # the share left where one word is written in signs that many others are read like


@dataclass(frozen=True, eq=False)
class Spoken:
    """Tokens as arrays: themselves, their kinds of script, and their texts.

    The texts are the Latin spellings of all tokens, then the sounds of all, then the consonants of all: what is taken
    from one array and compared in one call costs a third of what it does from three.
    """

    tokens: Array
    scripts: Array
    texts: Array

    @classmethod
    def of(cls, tokens: Sequence[str]) -> Spoken:
        """The arrays of some tokens."""
        return cls(
            tokens=np.array(tokens, object),
            scripts=np.array([*map(script, tokens)], np.int8),
            texts=np.array([*map(latin, tokens), *map(sound, tokens), *map(skeleton, tokens)], object),
        )

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


@lru_cache(maxsize=1 << 17)
def akin(one: str, other: str) -> bool:
    """Whether two tokens may be spellings of one name: one sound, the same consonants, or two scripts; symmetric."""
    return sound(one) == sound(other) or skeleton(one) == skeleton(other) or script(one) != script(other)


def likenesses(ones: Spoken, ours: Array, others: Spoken, theirs: Array) -> Array:
    """`likeness` of tokens of `ones` with tokens of `others`, each by its place there, as 64-bit floats."""
    texts = ones.texts[_in_texts(ours, ones)], others.texts[_in_texts(theirs, others)]
    scripts = ones.scripts[ours], others.scripts[theirs]
    best = _best(_apart(*texts).reshape(3, -1), *scripts)
    signs = (np.minimum(*scripts) == SYLLABIC).nonzero()[0]
    if len(signs):
        best[signs] = 1.0 - _apart(ones.tokens[ours[signs]], others.tokens[theirs[signs]])
    return np.maximum(best, 0.0)


def _in_texts(places: Array, spoken: Spoken) -> Array:
    """Where the texts of tokens stand."""
    return np.concatenate((places, places + len(spoken), places + 2 * len(spoken)))


def likeness_table(ones: Sequence[str], others: Sequence[str]) -> Array:
    """`likeness` of each of `ones` (a row) with each of `others` (a column), as 64-bit floats."""
    mine, yours = Spoken.of(ones), Spoken.of(others)
    scripts = mine.scripts[:, None], yours.scripts[None, :]
    texts = zip(mine.texts.reshape(3, -1), yours.texts.reshape(3, -1), strict=True)
    best = _best([_all_apart(some, more) for some, more in texts], *scripts)
    signs = np.minimum(*scripts) == SYLLABIC
    if signs.any():
        best[signs] = 1.0 - _all_apart(mine.tokens, yours.tokens)[signs]
    return np.maximum(best, 0.0)


def _best(apart: Iterable[Array], script: Array, other: Array) -> Array:
    """Likenesses by the distances of spellings, sounds and consonants; not those of signs with signs."""
    spelt, heard, frames = apart
    best = np.maximum(1.0 - spelt, SOUND[0] - SOUND[1] * heard)
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
