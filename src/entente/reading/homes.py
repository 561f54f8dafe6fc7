"""Homes: whose money a page means by "dollars", or by millions of nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from entente.reading.page import Page
from entente.reading.wordbook import wordbook
from entente.text.fold import fold
from entente.text.tables import listed

__all__ = ["DOLLAR", "home", "sentence_home"]

DOLLAR = "USD"
DOLLARS = frozenset("USD AUD CAD NZD HKD SGD TWD".split())


@lru_cache(maxsize=16)
def _stems(code: str) -> Mapping[str, tuple[str, ...]]:
    """The stems of words that speak of a currency's home, by ISO 4217 code."""
    rows = (row.split() for row in listed(wordbook(code)["money"].get("homes", "")))
    return {code: tuple(fold(stem).replace("_", " ") for stem in stems) for code, *stems in rows}


def home(page: Page, *, dollars: bool) -> str:
    """The currency of the country that a page names most; empty if it names none.

    `dollars`: only countries with a dollar count, and it is the United States' unless the page speaks of another one
    at least twice, and more often.
    """
    stems = _stems(page.language.code)
    named = {
        code: sum(map(page.folded.count, forms)) for code, forms in stems.items() if code in DOLLARS or not dollars
    }
    most = max(named, key=named.__getitem__, default="")
    if not dollars:
        return most if named.get(most) else ""
    return most if named.get(most, 0) >= 2 and named[most] > named.get(DOLLAR, 0) else DOLLAR


def sentence_home(page: Page, offset: int) -> str:
    """The dollar of the one country with a dollar that a sentence names before an offset; else the United States'."""
    start, _ = page.sentence(offset)
    before = page.folded[max(start, offset - 240) : offset]
    named = [code for code, forms in _stems(page.language.code).items() if code in DOLLARS and any(map(before.count, forms))]
    return named[0] if len(named) == 1 else DOLLAR
