"""Writes `currencies.tsv`, the codes, signs and names of currencies, from the Unicode CLDR.

    python -m entente.reference.currencies > src/entente/reference/currencies.tsv

Run by hand when the CLDR has a new edition; needs Babel, which nothing else here needs. Signs stand below, by hand: the
CLDR gives the same one to many currencies.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

__all__ = ["COLUMNS", "LANGUAGES", "lines"]

LANGUAGES = ("en", "fr", "es")
COLUMNS = ("code", "sign", *LANGUAGES)
# Units of account, metals, tests and settlement codes, which no statement counts in.
UNSPOKEN = frozenset(
    "XXX XTS XBA XBB XBC XBD USN USS XAU XAG XPT XPD CHE CHW CLF UYI UYW COU MXV BOV XRE XSU XUA".split()
)
SIGNS = {
    "EUR": "€", "GBP": "£", "JPY": "¥ 円", "USD": "$", "INR": "₹", "RUB": "₽", "TRY": "₺", "ILS": "₪", "KRW": "₩",
    "NGN": "₦", "PHP": "₱", "VND": "₫", "UAH": "₴", "GHS": "₵", "CRC": "₡", "PYG": "₲", "LAK": "₭", "MNT": "₮",
    "KZT": "₸", "AZN": "₼", "GEL": "₾", "THB": "฿", "CNY": "元", "LKR": "ரூ", "PKR": "₨", "AMD": "֏", "XBT": "₿",
}  # fmt: skip
BITCOIN = ("XBT", SIGNS["XBT"], *("bitcoin | bitcoins",) * len(LANGUAGES))


def lines() -> Iterator[str]:
    """The lines of the table: those in use first; a name that several codes bear stands at the first of them."""
    from babel import Locale, __version__
    from babel.core import get_global
    from babel.numbers import list_currencies

    uses = get_global("territory_currencies").values()
    current = {code for use in uses for code, _, end, tender in use if end is None and tender}
    codes = sorted(set(list_currencies()) - UNSPOKEN, key=lambda code: (code not in current, code == "XAF", code))
    rows = []
    seen: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for code in codes:
        cells = []
        for language in LANGUAGES:
            said = Locale(language)._data["currency_names_plural"].get(code, {})
            names = [_plain(said[kind]) for kind in ("one", "many", "other") if kind in said]
            fresh = [name for name in dict.fromkeys(names) if name and name.casefold() not in seen[language]]
            seen[language].update(name.casefold() for name in fresh)
            cells.append(" | ".join(fresh))
        if any(cells):
            rows.append((code, SIGNS.get(code, ""), *cells))
    source = f"Source of the names: Unicode CLDR, through Babel {__version__}; signs by hand."
    yield f"# Currencies by ISO 4217 code. {source}"
    yield "# " + "\t".join(COLUMNS)
    for row in sorted([*rows, BITCOIN], key=lambda row: row[0] not in current):
        yield "\t".join(row)


def _plain(name: str) -> str:
    """A name without what stands in brackets after it."""
    return re.sub(r"\s*\(.*?\)", "", name).replace("\u202f", " ").replace("’", "'").strip()


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
