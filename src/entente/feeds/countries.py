"""Countries as publishers and people write them, by ISO 3166-1 code."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

__all__ = ["alpha2", "alpha3", "country", "is_country", "nation"]


ALPHA3, ALPHA2, ENGLISH = 0, 1, 2  # columns of territories.tsv


@lru_cache(maxsize=1)
def table() -> tuple[dict[str, str], dict[str, str]]:
    """Alpha-3 codes by name and by alpha-2 code: the usual English names, and those of `countries.csv`."""
    usual = files("entente.reference").joinpath("territories.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in usual if not line.startswith("#")]
    others = files("entente.feeds").joinpath("countries.csv").read_text("utf-8").splitlines()
    names = {row[ENGLISH]: row[ALPHA3] for row in rows}
    names |= {row["name"]: row["iso3"] for row in csv.DictReader(others)}
    return names, {row[ALPHA2]: row[ALPHA3] for row in rows}


def country(name: str) -> str | None:
    """The alpha-3 code of a country by the name that a publisher gives it, or None."""
    return table()[0].get(name)


def alpha3(code: str) -> str | None:
    """The alpha-3 code of an alpha-2 code, or None."""
    return table()[1].get(code)


def alpha2(code: str) -> str | None:
    """The alpha-2 code of an alpha-3 code, or None."""
    return next((short for short, long in table()[1].items() if long == code), None)


def is_country(code: str) -> bool:
    """Whether a code is the alpha-3 code of a country."""
    return code in table()[1].values()


@lru_cache(maxsize=4096)
def nation(said: str) -> str | None:
    """The alpha-3 code of a country by its code, its name or its adjective in any language of the tables, or None.

    Case and accents do not matter: "IQ", "Irak", "irakienne". A word that means two countries means none.
    """
    code = said.strip().upper()
    return country(said.strip()) or alpha3(code) or (code if is_country(code) else None) or _spelt().get(_plain(said))


@lru_cache(maxsize=1)
def _spelt() -> dict[str, str]:
    """Alpha-3 codes by names and adjectives, plain: English names first, then what means one country only."""
    found: dict[str, set[str]] = {}
    for said, code in _words():
        found.setdefault(_plain(said), set()).add(code)
    alone = {word: codes.pop() for word, codes in found.items() if len(codes) == 1}
    return alone | {_plain(name): code for name, code in table()[0].items()}


def _words() -> Iterator[tuple[str, str]]:
    """Each name and adjective of a country with its alpha-3 code."""
    reference = files("entente.reference")
    for line in reference.joinpath("territories.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            code, _, *names = line.split("\t")
            yield from ((name, code) for name in names)
    for line in reference.joinpath("countries.tsv").read_text("utf-8").splitlines():
        code, _, *cells = line.split("\t") if line.count("\t") > 1 else ("", "")
        if is_country(code):
            words = "|".join(cells[:2]).split("|")  # names and adjectives, without the capitals
            yield from ((word, code) for word in words if word and word[0] not in "=!?")


def _plain(said: str) -> str:
    """A word without case, accents, and blanks around it."""
    apart = unicodedata.normalize("NFKD", said.strip().casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).replace("’", "'")
