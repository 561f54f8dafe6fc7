"""Countries as publishers write them in English, by ISO 3166-1 code."""

from __future__ import annotations

import csv
from functools import lru_cache
from importlib.resources import files

__all__ = ["alpha2", "alpha3", "country", "is_country"]


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
