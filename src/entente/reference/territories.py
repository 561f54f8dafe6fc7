"""Writes `territories.tsv`, the names of countries in many languages, from the Unicode CLDR.

    python -m entente.reference.territories > src/entente/reference/territories.tsv

Run by hand when the CLDR has a new edition; needs Babel, which nothing else here needs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

__all__ = ["LANGUAGES", "lines"]

LANGUAGES = "en fr es ar de it nl pl pt ru tr uk zh".split()
# The CLDR codes of what is no country: parts of the United Kingdom's crown, outlying islands, unions, zones.
NOT_COUNTRIES = frozenset("AC AQ BV CP CQ DG EA EU EZ HM IC QO TA TF UN XA XB ZZ".split())
FORMER = frozenset("ANT BUR DDR FXX NTZ SCG SUN TMP YMD YUG ZAR".split())  # codes withdrawn from ISO 3166-1


def lines() -> Iterator[str]:
    """The lines of the table: ISO 3166-1 alpha-3 and alpha-2 codes (XKX, XK for Kosovo), a name a language."""
    from babel import Locale, __version__
    from babel.core import get_global

    aliases = get_global("territory_aliases").items()
    longer = {short: code for code, (short, *_) in aliases if len(code) == 3 and code.isalpha() and code not in FORMER}
    longer["XK"] = "XKX"
    names: dict[str, dict[str, str]] = {language: dict(Locale(language).territories) for language in LANGUAGES}
    yield f"# Names of countries and territories. Source: Unicode CLDR, through Babel {__version__}; codes: ISO 3166-1."
    yield "\t".join(["# alpha-3", "alpha-2", *LANGUAGES])
    countries = {longer[short]: short for short in names["en"] if short.isalpha() and short not in NOT_COUNTRIES}
    for code, short in sorted(countries.items()):
        yield "\t".join([code, short, *(names[language].get(short, "") for language in LANGUAGES)])


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
