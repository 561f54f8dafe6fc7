"""Lore: what reading figures needs to know of a language, compiled from its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from entente.languages import NumberWords
from entente.reading.figures.counted import Nouns, nouns
from entente.reading.figures.money import Purse, purse
from entente.reading.figures.wordbook import wordbook
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.tables import folded_words, listed

__all__ = ["Lore", "either", "lore", "reaches"]


NOUN = 6  # scales from the millions on may stand after a currency


class Lore(NamedTuple):
    """What reading figures needs to know of a language.

    After a number: `openers` are the first words of money, `scales` powers of ten by their words, `percents`, `aged`,
    `clocks` and `wholes` are tried as they stand, `halves` adds a half to a time, `change` joins dollars to cents;
    `rates` ("a day") may stand before a hedge. Before it: `labels` and `singletons` are words, `ages`, `filled`,
    `titles` and `loosely` phrases, `vagues` begin an indefinite number, `by` opens the share by which something
    changes, `beneath` is a place before a few things ("under three pillars"), `steady` makes "from 3 to 5" a range;
    `folds` ends a multiple. Between two: `joints` join labels, `ranges` the ends of a range, which `pairs` or
    `changes` may open; `among` stands inside a proportion, before which `one` ends a part of one ("un enfant", sur
    cinq).
    """

    purse: Purse
    scales: Mapping[str, int]
    change: frozenset[str]
    openers: frozenset[str]
    nouns: Nouns
    labels: frozenset[str]
    titles: tuple[str, ...]
    singletons: frozenset[str]
    joints: frozenset[str]
    percents: tuple[str, ...]
    clocks: tuple[str, ...]
    ages: tuple[str, ...]
    aged: tuple[str, ...]
    loosely: tuple[str, ...]
    filled: tuple[str, ...]
    wholes: tuple[str, ...]
    folds: str
    among: tuple[str, ...]
    one: Late
    vagues: tuple[str, ...]
    by: tuple[str, ...]
    beneath: tuple[str, ...]
    rates: tuple[str, ...]
    steady: frozenset[str]
    pairs: Late
    changes: Late
    ranges: Late
    halves: Late


def either(forms: Iterable[str]) -> str:
    """An alternation of folded forms, longest first; it matches nothing where there are none."""
    return "|".join(sorted((re.escape(fold(form)) for form in forms), key=len, reverse=True)) or "(?!)"


def reaches(forms: tuple[str, ...], folded: str, end: int) -> int:
    """Where the longest of the forms ends that stands at an offset as whole words; 0 if there is none."""
    if folded.startswith(forms, end):
        for form in forms:
            stop = end + len(form)
            if folded.startswith(form, end) and not (form[-1].isalnum() and folded[stop : stop + 1].isalnum()):
                return stop
    return 0


def _after(table: str, *marks: str) -> tuple[str, ...]:
    """The forms of a table as they stand after a number, behind one of the marks; longest first."""
    forms = [f"{mark}{fold(form)}" for form in listed(table) for mark in marks]
    return tuple(sorted(forms, key=len, reverse=True))


def _before(table: str) -> tuple[str, ...]:
    """The forms of a table as they stand before a number."""
    return tuple(f"{fold(form)} " for form in listed(table))


@lru_cache(maxsize=16)
def lore(code: str, words: NumberWords) -> Lore:
    """What reading figures needs to know of the language with an ISO 639-1 code."""
    book = wordbook(code)
    labels = fold(book["phrases"].get("labels", "")).split()
    pairs = [pair.split("/") for pair in listed(words.pairs)]
    percent = either(listed(words.percents))
    scales = [row.replace("/", " ").split() for row in listed(fold(words.scales))]
    conjunctions = fold(book["phrases"].get("conjunctions", "")).split()
    money = purse(code, words)
    alternatives, articles = either(listed(words.alternatives)), either(listed(words.articles))
    demis = either([*words.demis.split(), *words.halves.split()])
    price = r"(?:[a-z]+ )?(?:[$€£] ?)?$"
    return Lore(
        purse=money,
        scales={form: int(row[0]) for row in scales for form in row[1:] if int(row[0]) >= NOUN},
        change=frozenset((" ", *(f" {form} " for form in fold(book["money"].get("change", "")).split()))),
        openers=frozenset((*money.longest, *map(str.lower, money.codes), *fold(words.links).replace("'", "").split())),
        nouns=nouns(code, words),
        labels=frozenset(label for label in labels if "_" not in label),
        titles=tuple(label.replace("_", " ") + " " for label in labels if "_" in label),
        singletons=folded_words(words.singletons),
        joints=frozenset(("", *conjunctions, *map(fold, listed(words.to)))),
        percents=(*_after(words.percents, " ", "-"), " %", "%", "-%"),
        clocks=_after(words.clock, " ", ""),
        ages=_before(words.ages),
        aged=_after(words.aged, " ", "-"),
        loosely=_before(words.loosely),
        filled=_before(words.filled),
        wholes=_after(words.wholes, " "),
        folds=words.folds,
        among=tuple(f" {fold(form)} " for form in listed(words.among)),
        one=Late(rf"(?<![\w-])({either(words.ones.split())})(?: [a-z-]+){{0,2}}$"),
        vagues=_before(words.vagues),
        by=tuple(form if form[-1] == "'" else f"{form} " for form in listed(fold(book["phrases"].get("by", "")))),
        beneath=tuple(fold(book["phrases"].get("beneath", "")).split()),
        rates=_after(book["phrases"].get("rates", ""), " "),
        steady=folded_words(book["phrases"].get("steady", "")),
        pairs=Late(rf"(?<![a-z0-9])(?:{either(start.strip() for start, _ in pairs)}) {price}"),
        changes=Late(rf"(?<![a-z0-9])(?:{either(listed(words.changes))})[ ']?{price}"),
        ranges=Late(
            rf"(?P<share> ?%| (?:{percent}))?(?:(?P<to>[ -](?:{either(listed(words.to))})[ -])|(?P<dash> ?- ?)"
            rf"|(?P<or> (?:{alternatives}) )| (?:{either(end.strip() for _, end in pairs)}) )(?:[$€£] ?)?"
        ),
        halves=Late(rf" (?:{either(listed(words.joins))}) (?:(?:{articles}) )?(?:{demis})(?![a-z])"),
    )
