"""Keys of a token: how it sounds, and its consonants alone, so that the romanisations of one name meet."""

from __future__ import annotations

import re
from functools import lru_cache

from entente.names.fold import fold

__all__ = ["latin", "skeleton", "sound"]

# What scribes of different languages write for one sound; the longest first.
SOUNDS = {
    "shch": "S",
    "szcz": "S",
    "tsch": "C",
    "tch": "C",
    "sch": "S",
    "dzh": "J",
    "sj": "S",
    "sh": "S",
    "sz": "S",
    "ch": "C",
    "tj": "C",
    "cz": "C",
    "zh": "Z",
    "dj": "J",
    "dz": "s",
    "kh": "h",
    "gh": "g",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "ts": "c",
    "tz": "c",
    "ck": "k",
    "ff": "v",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "x": "ks",
    "q": "k",
    "z": "s",
}
WRITTEN = re.compile("|".join(SOUNDS))
DOUBLED = re.compile(r"(.)\1+")
NEAR = str.maketrans("eyojv", "iiuiw")  # vowels that scribes exchange
WEAK = re.compile(r"(?<!^)(?:[aeiouyw]|h$|j(?![aeiou]))")  # letters that a skeleton drops
VOWELS = frozenset("aeiou")

CACHED = 1 << 18
FEW = 1 << 12  # of what a sound and a skeleton are both made of, the one soon after the other


@lru_cache(maxsize=CACHED)
def latin(token: str) -> str:
    """A token in Latin letters."""
    return token if token.isascii() else fold(token).replace(" ", "")


@lru_cache(maxsize=CACHED)
def sound(token: str) -> str:
    """How a token sounds, roughly: spellings of one sound made one, doubled letters single, a last h silent."""
    heard = DOUBLED.sub(r"\1", _spoken(token)).translate(NEAR)
    return heard[:-1] if heard.endswith("h") and len(heard) > 1 else heard


@lru_cache(maxsize=CACHED)
def skeleton(token: str) -> str:
    """The consonants of a token by their sounds, behind its first letter; a vowel there is written a."""
    frame = WEAK.sub("", _spoken(token))
    return DOUBLED.sub(r"\1", "a" + frame[1:] if frame[:1] in VOWELS else frame)


@lru_cache(maxsize=FEW)
def _spoken(token: str) -> str:
    return WRITTEN.sub(lambda written: SOUNDS[written[0]], latin(token))
