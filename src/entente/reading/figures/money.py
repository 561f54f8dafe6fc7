"""Money: the currency of a number, by the sign, code or name beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from entente.languages import NumberWords
from entente.reading.figures.wordbook import wordbook
from entente.reference import open_text
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.tables import listed, plain

__all__ = ["Currency", "Purse", "currencies", "purse"]

# What stands before or after a dollar sign, and whose dollar it is.
DOLLARS = {
    fold(mark): code
    for code, marks in {
        "USD": "US U.S. U.S U USA D", "AUD": "A AU AUS Aust", "CAD": "C CA CAN Can Cdn", "NZD": "NZ", "HKD": "HK",
        "SGD": "S SG", "TWD": "NT", "BRL": "R", "MXN": "MX Mex", "JMD": "J", "TTD": "TT", "BZD": "BZ", "XCD": "EC",
        "FJD": "FJ", "ZWL": "Z",
    }.items()
    for mark in marks.split()
}  # fmt: skip
# Codes taken as money even before a small number; others may be another short name ("COP 26", "SDG 4", "SCR 2254").
COMMON = frozenset("USD EUR GBP JPY CHF AUD CAD NZD CNY SEK NOK DKK INR XOF XAF KRW TRY BRL MXN ZAR".split())
SHORT = frozenset(("c", *(mark for mark in DOLLARS if len(mark) == 2)))
SIGN = "[$€£¥₹₽₺₪₩₦₱₫₴₵₡₲₭₮₸₼₾₿฿元円₨֏]|ரூ"
BLANK = r"[^\S\n]"
BLANKS = " \u00a0\u202f"
NO_SIGN = ",;:.()\"'“”«»\n-–—/’"
LONGEST = 40  # characters of the longest name of a currency
REACH = 10  # how far a currency may stand before its number


class Currency(NamedTuple):
    """A currency beside a number: the offset where it begins (before) or ends (after), and its unit.

    `unit` is an ISO 4217 code, or a noun where the name does not tell ("franc"); `power`: a power of ten that the
    code carries ("MUSD 5"); `bare`: dollars that are not said to be anybody's; `code`: read from a code alone;
    `named`: read from a name.
    """

    edge: int
    unit: str
    power: int = 0
    bare: bool = False
    code: bool = False
    named: bool = False


@lru_cache(maxsize=1)
def currencies() -> list[dict[str, str]]:
    """The rows of `reference/currencies.tsv`: code, sign, and names by language."""
    lines = open_text("currencies.tsv").splitlines()
    _, columns, *rows = [line.removeprefix("# ").split("\t") for line in lines]
    return [dict(zip(columns, row, strict=True)) for row in rows]


class Purse(NamedTuple):
    """The currencies that a language knows: codes, signs, names, and the most words of a name by its first word."""

    codes: frozenset[str]
    signs: Mapping[str, str]
    names: Mapping[str, str]
    longest: Mapping[str, int]
    name: Late
    dollars: frozenset[str]

    def before(self, text: str, start: int) -> Currency | None:
        """The currency that ends right before a number."""
        edge = start - 1
        if edge > 0 and text[edge] in BLANKS:
            edge -= 1
        near = text[edge] if edge >= 0 else "\n"
        if near in NO_SIGN or near.islower() or near.isdecimal():
            return None
        if near in self.signs and _unowned(text, edge):
            return self._signed(edge, near)
        floor = max(0, start - REACH)
        beside = text[floor:start]
        match = _BEFORE.search(beside)
        if match is not None:
            code = self._owned(match["sign"], match["owner"] or match["other"] or match["letter"])
            if code is not None:
                return Currency(floor + match.start(), code)
            return self._signed(floor + match.start("sign"), match["sign"])
        match = _CODE_BEFORE.search(beside)
        if match is not None and match["code"] in self.codes:
            return Currency(floor + match.start(), match["code"], _POWERS[match["power"]], code=True)
        return None

    def after(self, text: str, folded: str, end: int) -> Currency | None:
        """The currency that begins right after a number, or after a linking word."""
        match = _AFTER.match(text, end)
        if match is None:
            return self._named(folded, end)
        if match["code"]:
            return Currency(match.end(), match["code"]) if match["code"] in self.codes else self._named(folded, end)
        code = self._owned(match["sign"], match["owner"])
        return self._signed(match.end("sign"), match["sign"]) if code is None else Currency(match.end(), code)

    def _signed(self, edge: int, sign: str) -> Currency:
        """The currency of a sign alone."""
        return Currency(edge, self.signs[sign], bare=sign == "$")

    def _owned(self, sign: str, owner: str | None) -> str | None:
        """The code of a dollar whose owner stands beside the sign ("US$", "$CAD")."""
        if owner is None or sign != "$":
            return None
        mark = owner.strip()
        return mark.upper() if mark.upper() in self.codes else DOLLARS.get(fold(mark))

    def _named(self, folded: str, end: int) -> Currency | None:
        """The currency that is named right after a number, by the longest of its names."""
        match = self.name.match(folded, end)
        most = self.longest.get(match[1], 0) if match else 0
        if match is None or not most:
            return None
        start = match.start(1)
        near = folded[start : start + LONGEST].replace("-", " ").replace("'", " ")
        words = _NAME.findall(near, 0, LONGEST)[:most] if most > 1 else [match[1]]
        while words:
            name = " ".join(words)
            if name in self.names and near.startswith(name) and not near[len(name) : len(name) + 1].isalnum():
                return Currency(start + len(name), self.names[name], bare=name in self.dollars, named=True)
            words.pop()
        return None


def _unowned(text: str, edge: int) -> bool:
    """Whether the word before a sign plainly says nothing of whose it is; a quick answer for most signs."""
    prior = text[edge - 1 : edge]
    if prior and prior in BLANKS:
        word = text[max(0, edge - 3) : edge - 1].lstrip()
        return word.islower() and word.isalpha() and word not in SHORT
    return prior in ("", "\n", "(")


_NAME = Late(r"(?:[a-z]\.){2,}|[a-z0-9œæþ]+")
_LONG = "|".join(sorted((re.escape(mark) for mark in DOLLARS if len(mark) > 1), key=len, reverse=True))
_OWNERS = rf"(?i:{_LONG}|{'|'.join(sorted(COMMON))})|[A-Z]{{3}}"
_BEFORE = Late(
    rf"(?:(?<![^\W_])(?<!['’])(?P<owner>(?:{_OWNERS}){BLANK}?|[a-z]{{3}}|[ACSRJZU]|c {BLANK}?))?(?P<sign>{SIGN})"
    rf"(?:{BLANK}?(?P<other>{_OWNERS})|(?P<letter>[ACD]))?{BLANK}?$"
)
_POWERS = {None: 0, "K": 3, "M": 6}
_CODE_BEFORE = Late(rf"(?<![^\W_])(?P<power>[KM])??(?P<code>[A-Z]{{3}}){BLANK}?$")
_AFTER = Late(
    rf"(?:{BLANK}|-)?(?:d[e'’]{BLANK}?|of{BLANK})?"
    rf"(?:(?P<sign>{SIGN})(?:{BLANK}?(?P<owner>{_OWNERS}|[ACc])(?![\w'’]))?(?!\d)|(?P<code>[A-Z]{{3}})(?!\w)\$?)"
)


@lru_cache(maxsize=16)
def purse(code: str, words: NumberWords) -> Purse:
    """The currencies that the language with a code knows."""
    rows = currencies()
    names = {plain(name): row["code"] for row in reversed(rows) for name in listed(row.get(code, ""))}
    for row in listed(wordbook(code)["money"].get("names", "")):
        unit, *forms = row.split()
        names.update((plain(form), unit) for form in forms)
    names.update({code.lower(): code for code in COMMON if code.lower() not in names})
    longest: dict[str, int] = {}
    for name in names:
        first, *others = name.split()
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    links = "|".join(form if form.endswith("'") else f"{form} " for form in map(fold, listed(words.links))) or "(?!)"
    return Purse(
        codes=frozenset(row["code"] for row in rows),
        signs={sign: row["code"] for row in rows for sign in row["sign"].split()},
        names=names,
        longest=longest,
        name=Late(rf"(?: {{1,9}}|-)(?:{links})?((?:[a-z]\.){{2,}}|[a-z0-9œæþ]+)"),
        dollars=frozenset(name for name, unit in names.items() if unit == "USD" and " " not in name),
    )
