"""Splits a name into the words that are compared, each with its place in the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from entente.names.fold import fold
from entente.names.scripts import ABJAD, ALPHABET, script

__all__ = ["Word", "forms", "readings", "words"]

RUN = re.compile(r"[^\s\x00-\x1f\x7f\-‐‑‒–—_/\\.,;:|+*&\"“”„«»‹›<>()\[\]{}!?@#$%=~^•·،؛。、・＝]+")
ARTICLE = "ال"  # Arabic writes its article and the noun as one word, romanisation as two
SHORTEST_NOUN = 3
BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: half-open code-point offsets, and the token that stands for it in comparisons.

    The token of a word in an alphabet is its folded Latin text; a word of a script that leaves vowels out, or whose
    reading is ambiguous, stands for itself and is folded only where it meets another script.
    """

    start: int
    end: int
    token: str


def words(name: str) -> tuple[Word, ...]:
    """The words of a name in their order; parts without a letter or a digit are no words."""
    return tuple(word for run in RUN.finditer(name) for word in _split(run.start(), run[0]))


def readings(name: str) -> tuple[tuple[str, ...], ...]:
    """The tokens of each of a name's `forms`."""
    if name.isascii() and "(" not in name and "[" not in name:
        whole = tuple(fold(name).split())  # the same, without its places
        return (whole,) if whole else ()
    return tuple(tuple(word.token for word in form) for form in forms(name))


def forms(name: str) -> tuple[tuple[Word, ...], ...]:
    """The names that one written name may hold: all of it, what stands outside its brackets, and what inside.

    "Radar MMS (РАДАР ММС)" is three names. Names without words are left out, and so are repetitions.
    """
    whole = words(name)
    if "(" not in name and "[" not in name:
        return (whole,) if whole else ()
    spans = [inner.span(1) for inner in BRACKETED.finditer(name)]
    inside = [tuple(word for word in whole if start <= word.start < end) for start, end in spans]
    outside = tuple(word for word in whole if not any(start <= word.start < end for start, end in spans))
    return tuple(dict.fromkeys(form for form in (whole, outside, *inside) if form))


def _split(start: int, run: str) -> list[Word]:
    if script(run) == ALPHABET:
        folded = fold(run).split()
        return [Word(start, start + len(run), "".join(folded))] if folded else []
    token = "".join(letter for letter in run if letter.isalnum())
    if not fold(token).strip():
        return []
    if script(run) == ABJAD and token.startswith(ARTICLE) and len(token) >= len(ARTICLE) + SHORTEST_NOUN:
        noun = start + run.index(ARTICLE) + len(ARTICLE)
        return [Word(start, noun, ARTICLE), Word(noun, start + len(run), token[len(ARTICLE) :])]
    return [Word(start, start + len(run), token)]
