"""World Bank: how many people live in each country, to set the numbers of displaced people against.

Reads: pages of the World Bank's interface for the indicator SP.POP.TOTL (JSON: what the page is, then its items).
Misses: other indicators; groups of countries (World, income groups), which are set aside. The figure is of mid-year,
and is kept at the year's end as the stocks of displaced people are.
Origin: World Bank Open Data, https://data.worldbank.org/indicator/SP.POP.TOTL; CC BY 4.0. The address
was last held against the publisher's pages on version 2 of its interface in November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from entente.feeds.countries import is_country
from entente.feeds.days import latest_day
from entente.feeds.pages import json_page, json_rows
from entente.feeds.row import BadValue, Row, take_rows
from entente.model.facts import Stock
from entente.sources import Address, Layout, Made, Source

_POPULATION = {"SP.POP.TOTL": "residents"}


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """The items of a page."""
    updated = latest_day([json_page(path)[0].get("lastupdated") or ""])
    stated = {**origin, "edition": "World Bank, population", "published": updated}
    yield from take_rows(json_rows(path, 1), partial(_people, origin=stated))


def _people(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Stock]:
    """The people of one country in one year; nothing where the World Bank has no figure."""
    indicator, place, people = row.raw("indicator")["id"], row.take("countryiso3code"), row.whole_or_none("value")
    if indicator not in _POPULATION:
        raise BadValue("indicator", indicator, "not a known category")
    if not is_country(place):
        raise BadValue("countryiso3code", place, "not a known country")
    day = date(row.whole("date"), 12, 31)
    if people is not None:
        population = _POPULATION[indicator]
        yield Stock(**origin, row=row.place, born=place, asylum=place, population=population, day=day, people=people)
    row.close(ignored=("country", "unit", "obs_status", "decimal"))


def _next(path: Path, address: str) -> str | None:
    """The address of the page after a page."""
    about = json_page(path)[0]
    page, last = int(about["page"]), int(about["pages"])
    return address.replace(f"&page={page}", f"&page={page + 1}") if page < last else None


SOURCE = Source(
    name="worldbank",
    title="World Bank population",
    licence="CC BY 4.0",
    home="https://data.worldbank.org/indicator/SP.POP.TOTL",
    tables=("stocks",),
    layouts=(
        Layout(
            name="interface",
            format="json",
            fields=frozenset({"page", "pages", "countryiso3code", "indicator.id", "value"}),
            read=_page,
        ),
    ),
    addresses=(
        Address(
            "population",
            "https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL?format=json&per_page=20000&page=1",
            _next,
        ),
    ),
)
