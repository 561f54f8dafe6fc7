"""Homes: whose money a page means by "dollars", or by millions of nothing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from entente.reading.figures.wordbook import wordbook
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.tables import listed

__all__ = ["LIKELY", "NAMESAKES", "OWNED", "Homes"]

DOLLAR = "USD"
LIKELY = {"pound": "GBP"}  # whose money it is when it comes by the million
NAMESAKES = {  # currencies of one name
    "franc": frozenset("XOF XAF CHF CDF GNF RWF BIF DJF KMF XPF".split()),
    "peso": frozenset("MXN ARS COP CLP PHP CUP DOP UYU".split()),
}
OWNED = {  # those of which the country that is named tells whose they are: ISO 3166 to ISO 4217
    "crown": {"SWE": "SEK", "NOR": "NOK", "DNK": "DKK", "ISL": "ISK", "CZE": "CZK"},
    "dinar": {"IRQ": "IQD", "JOR": "JOD", "KWT": "KWD", "DZA": "DZD", "TUN": "TND", "LBY": "LYD", "BHR": "BHD"},
    "rial": {"IRN": "IRR", "YEM": "YER", "OMN": "OMR", "SAU": "SAR", "QAT": "QAR"},
    "rupee": {"IND": "INR", "PAK": "PKR", "LKA": "LKR", "NPL": "NPR"},
    "shilling": {"KEN": "KES", "UGA": "UGX", "TZA": "TZS", "SOM": "SOS"},
}
REACH = 240  # characters before a sum in which its giver may have been named
NEAR = 4  # names before a sum among which its country is
SIGN = re.compile(r"(?<![a-z])\$|doll?ar")  # of dollars that are not said to be anybody's, in a folded text
DOLLARS = frozenset("USD AUD CAD NZD HKD SGD TWD".split())


@lru_cache(maxsize=16)
def _stems(code: str) -> Mapping[str, tuple[str, ...]]:
    """The stems of words that speak of a currency's home, by ISO 4217 code."""
    rows = (row.split() for row in listed(wordbook(code)["money"].get("homes", "")))
    return {code: tuple(fold(stem).replace("_", " ") for stem in stems) for code, *stems in rows}


class Homes:
    """Whose currencies a page speaks of; what needs the whole page is looked for once, when first asked."""

    __slots__ = ("_dollar", "_money", "_page", "_stems")

    def __init__(self, page: Page) -> None:
        self._page = page
        self._stems = _stems(page.language.code)
        self._dollar: str | None = None
        self._money: str | None = None

    def dollar(self) -> str:
        """The dollar meant: the United States', unless the page is another one's.

        It names that one's home twice, more often than theirs, and before the first dollar that is nobody's (who speaks
        of their own money is known by then) or about as often as any other country.
        """
        if self._dollar is None:
            named = self._named(DOLLARS)
            most = max(named, key=named.__getitem__, default=DOLLAR)
            another = named.get(most, 0) >= 2 and named[most] > named.get(DOLLAR, 0)
            self._dollar = most if another and (self._precedes(most) or self._leads(named[most])) else DOLLAR
        return self._dollar

    def _precedes(self, code: str) -> bool:
        """Whether the home of a dollar is named before the first dollar of the page."""
        folded = self._page.folded
        sign = SIGN.search(folded)
        return any(0 <= folded.find(stem) < (sign.start() if sign else len(folded)) for stem in self._stems[code])

    def _leads(self, times: int) -> bool:
        """Whether nothing is named more than twice as often as so many times."""
        names = (hit.value for hit in self._page.hits.get("name", ()))
        most = max(Counter(name if isinstance(name, str) else name[0].id for name in names).values(), default=0)
        return most <= 2 * times

    def money(self) -> str:
        """The currency whose home the page names most; empty if it names none."""
        if self._money is None:
            named = self._named(frozenset(self._stems))
            most = max(named, key=named.__getitem__, default="")
            self._money = most if named.get(most) else ""
        return self._money

    def giver(self, offset: int) -> str:
        """The dollar of the one country with a dollar that a sentence names before an offset, or the page's."""
        if self.dollar() != DOLLAR:
            return self.dollar()
        start, _ = self._page.sentence(offset)
        before = self._page.folded[max(start, offset - REACH) : offset]
        named = [code for code in self._stems if code in DOLLARS and any(map(before.count, self._stems[code]))]
        return named[0] if len(named) == 1 else DOLLAR

    def owned(self, unit: str, offset: int) -> str:
        """The currency of a name that several share: that of the country named last before an offset; or the name."""
        for kind in ("name", "claim.people"):
            hits = self._page.hits.get(kind, [])
            at = bisect_left(hits, (offset,))
            for hit in reversed(hits[max(0, at - NEAR) : at]):
                place = hit.value if isinstance(hit.value, str) else hit.value[0].id
                if offset - hit.start < REACH and place in OWNED[unit]:
                    return OWNED[unit][place]
        return unit

    def _named(self, codes: frozenset[str]) -> dict[str, int]:
        """How often a page names the home of each currency."""
        count = self._page.folded.count
        return {code: sum(map(count, forms)) for code, forms in self._stems.items() if code in codes}
