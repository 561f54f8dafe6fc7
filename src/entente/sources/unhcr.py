"""UNHCR population figures: refugees, asylum seekers, displaced and stateless people at the end of each year.

Reads: the population figures under the names of the interface (CSV, and its JSON pages), and the Refugee Data
Finder's layout (CSV).
Misses: Palestine refugees under UNRWA's mandate; ages and sexes; days other than the year's end. A figure of 0 is
left out: UNHCR writes it where there is none.
Origin: UNHCR Refugee Population Statistics Database, https://www.unhcr.org/refugee-statistics; CC BY 4.0. The address,
its parameters and its pages were last held against what programs that use it write down in November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from entente.feeds.pages import json_rows, page_after
from entente.feeds.row import Row, take_rows
from entente.feeds.tables import csv_rows
from entente.model.facts import Stock
from entente.model.finding import Phrase
from entente.sources import Address, Layout, Made, Other, Source

_INTERFACE = {
    "refugees": "refugees",
    "asylum_seekers": "asylum_seekers",
    "returned_refugees": "returned_refugees",
    "idps": "idps",
    "returned_idps": "returned_idps",
    "stateless": "stateless",
    "ooc": "others",
    "oip": "in_need_of_protection",
    "hst": "host_community",
}
_FINDER = {
    "Refugees under UNHCR's mandate": "refugees",
    "Asylum-seekers": "asylum_seekers",
    "IDPs of concern to UNHCR": "idps",
    "Other people in need of international protection": "in_need_of_protection",
    "Stateless persons": "stateless",
    "Host Community": "host_community",
    "Others of concern": "others",
}
_DATABASE = (
    "Extracted from the UNHCR Population Statistics Reference Database, United Nations High Commissioner for Refugees."
)
_NONE = "-"  # the interface writes it where a kind of people was not counted
_IGNORED = ("coo_name", "coo", "coa_name", "coa", "Country of origin", "Country of asylum")


def _table(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows under the names of the interface."""
    yield from take_rows(csv_rows(path), _builder(origin))


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """A page of the interface."""
    yield from take_rows(json_rows(path, "items"), _builder(origin))


def _builder(origin: Mapping[str, Any]) -> partial[Iterator[Stock]]:
    """What builds stocks of rows under the names of the interface."""
    stated = {**origin, "edition": "UNHCR population figures"}
    return partial(_people, born="coo_iso", asylum="coa_iso", year="year", columns=_INTERFACE, origin=stated)


def _finder(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows as the Refugee Data Finder exports them."""
    stated = {**origin, "edition": "UNHCR Refugee Data Finder"}
    born, asylum = "Country of origin (ISO)", "Country of asylum (ISO)"
    build = partial(_people, born=born, asylum=asylum, year="Year", columns=_FINDER, origin=stated)
    yield from take_rows(csv_rows(path), build)


def _people(
    row: Row, *, born: str, asylum: str, year: str, columns: Mapping[str, str], origin: Mapping[str, Any]
) -> Iterator[Stock]:
    """One stock for each population of a row that is not nought."""
    born_in, host, end = row.need(born), row.need(asylum), date(row.whole(year), 12, 31)
    for field, kind in columns.items():
        counted = None if row.cells.get(field) == _NONE else row.whole_or_none(field)
        if counted:
            yield Stock(**origin, row=row.place, born=born_in, asylum=host, population=kind, day=end, people=counted)
    row.close(ignored=(*_IGNORED, *columns))


SOURCE = Source(
    name="unhcr",
    title="UNHCR Refugee Population Statistics",
    licence="CC BY 4.0",
    home="https://www.unhcr.org/refugee-statistics",
    tables=("stocks",),
    layouts=(
        Layout(
            name="population",
            format="csv",
            fields=frozenset({"year", "coo_iso", "coa_iso", "refugees", "idps"}),
            read=_table,
        ),
        Layout(
            name="interface",
            format="json",
            fields=frozenset({"maxPages", "items.coo_iso", "items.refugees", "items.idps"}),
            read=_page,
        ),
        Layout(
            name="Refugee Data Finder",
            format="csv",
            fields=frozenset({"Year", "Country of origin (ISO)", "Refugees under UNHCR's mandate"}),
            read=_finder,
        ),
    ),
    addresses=(
        Address(
            "population",
            "https://api.unhcr.org/population/v1/population/?limit=20000&coo_all=true&coa_all=true"
            "&yearFrom=1951&yearTo={year}&page=1",
            page_after,
        ),
    ),
    others=(
        Other(
            "csv",
            frozenset({_DATABASE}),
            Phrase("it is an older edition of years that the interface gives, under names of countries alone"),
        ),
    ),
)
