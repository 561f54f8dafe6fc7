"""Tells how a word's script writes sounds: that decides how far its Latin spelling can be trusted."""

from __future__ import annotations

import unicodedata
from bisect import bisect
from functools import lru_cache

__all__ = ["ABJAD", "ALPHABET", "SYLLABIC", "in_latin", "script"]

ALPHABET = 0  # consonants and vowels: Latin, Greek, Cyrillic, Armenian, Georgian
ABJAD = 1  # vowels left out, or only marked: Arabic, Hebrew, the scripts of India and South-East Asia
SYLLABIC = 2  # signs for syllables or words, many of which sound alike: Chinese, Japanese, Korean

# First code point of each stretch of blocks (Unicode 15), in order.
STRETCHES = (
    (0x0000, ALPHABET),
    (0x0590, ABJAD),
    (0x10A0, ALPHABET),
    (0x1100, SYLLABIC),
    (0x1200, ABJAD),
    (0x13A0, ALPHABET),
    (0x1700, ABJAD),
    (0x1C80, ALPHABET),
    (0x2E80, SYLLABIC),
    (0xA490, ALPHABET),
    (0xA8E0, ABJAD),
    (0xAB30, ALPHABET),
    (0xAC00, SYLLABIC),
    (0xD7FC, ALPHABET),
    (0xF900, SYLLABIC),
    (0xFB00, ALPHABET),
    (0xFB1D, ABJAD),
    (0xFE10, ALPHABET),
    (0xFE70, ABJAD),
    (0xFEFF, ALPHABET),
    (0xFF66, SYLLABIC),
    (0xFFDD, ALPHABET),
    (0x20000, SYLLABIC),
    (0x32000, ALPHABET),
)
STARTS = tuple(start for start, _ in STRETCHES)


@lru_cache(maxsize=1 << 16)
def script(word: str) -> int:
    """How the script of a word's first letter beyond ASCII writes: `ALPHABET`, `ABJAD` or `SYLLABIC`."""
    if word.isascii():
        return ALPHABET
    strange = next((letter for letter in word if letter > "\x7f" and letter.isalpha()), "a")
    return STRETCHES[bisect(STARTS, ord(strange)) - 1][1]


def in_latin(name: str) -> bool:
    """Whether all letters of a name are Latin ones."""
    return name.isascii() or all(unicodedata.name(each, "").startswith("LATIN") for each in name if each.isalpha())
