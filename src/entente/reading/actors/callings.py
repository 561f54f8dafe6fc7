"""Callings: the full names of a text, and the parts of them by which it calls the same persons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from entente.reading.actors.mentions import CAPITAL, Mention
from entente.reading.actors.naming import EFFORT, Names

__all__ = ["callings", "parts", "places"]

CAPITALS = re.compile(rf"[{CAPITAL}]{{3}}")
NUMERALS = frozenset("IVX")
SINGLE = 4  # letters a name of one word needs to be known again without its title
HOLDERS = 50  # how many full names with one word in common are compared


class FullName(NamedTuple):
    """A name as shown: its words without particles, and the whole."""

    words: frozenset[str]
    shown: str


def callings(names: Names) -> tuple[dict[str, list[FullName]], dict[str, str]]:
    """The full names of a text by each of their words, in its order; and the id of each name by its form."""
    forms = {form: shown(form) for form in (names.page.text[start:end] for start, end in names.spans)}
    words = {name: names.cores(name) for name in forms.values()}
    called: dict[str, list[FullName]] = {}
    for name, cores in words.items():
        if len(cores) > 1 or len(name) >= SINGLE:
            full = FullName(frozenset(cores), name)
            for core in full.words:
                called.setdefault(core, []).append(full)
    return called, {form: fullest(called, words[name]) or name for form, name in forms.items()}


def fullest(called: dict[str, list[FullName]], cores: Sequence[str]) -> str:
    """The fullest name of a text that holds all words of a name; empty where there is none."""
    holding = called.get(cores[-1], [])[:HOLDERS] if cores else []
    if len(holding) > 1:
        holding = sorted(
            (full for full in holding if full.words.issuperset(cores)),
            key=lambda full: (-len(full.words), -len(full.shown)),
        )
    return holding[0].shown if holding and holding[0].words.issuperset(cores) else ""


def shown(name: str) -> str:
    """A name as an id: words in capitals only are written with one capital, numbers of kings excepted."""
    if not CAPITALS.search(name):
        return name.replace("\u00a0", " ")
    return " ".join(
        word.title() if len(word) > 2 and word.isupper() and not NUMERALS.issuperset(word) else word
        for word in name.split()
    )


def parts(names: Names, called: dict[str, list[FullName]]) -> None:
    """Read the words that call a person by a part of the name, if the text never writes them small."""
    text, found = names.page.text, names.found
    for core in list(called)[: EFFORT // (len(text) + 1)]:
        for start, end in places(text, core):
            if found.free(start, end) and not names.small(core.lower()):
                name = fullest(called, (core,))
                found.add(Mention(particle(text, start, core, name), end, "person", name, "part"))


def particle(text: str, start: int, core: str, name: str) -> int:
    """Where a part of a name begins with the particle that the name has before it ("Le Drian")."""
    before = text[text.rfind(" ", 0, max(0, start - 1)) + 1 : start]
    return start - len(before) if before[:1].isupper() and f" {before}{core}" in name else start


def places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a text by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(word, end)
