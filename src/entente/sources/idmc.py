"""IDMC: people displaced inside their country by conflict and violence at the end of each year.

Reads: the IDMC figures that UNHCR serves beside its own (CSV, and the JSON pages of its interface).
Misses: displacement by disasters; flows (movements in a year), which count a person again at each move; ages and
sexes. Totals of the world, under UNK until 2008, are set aside.
Origin: Internal Displacement Monitoring Centre, https://www.internal-displacement.org, through UNHCR; CC BY 4.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from entente.feeds.pages import json_rows, page_after
from entente.feeds.row import BadValue, Row, take_rows
from entente.feeds.tables import csv_rows
from entente.model.facts import Stock
from entente.sources import Address, Layout, Made, Source

_WORLD = "UNK"


def _table(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a table."""
    yield from take_rows(csv_rows(path), partial(_people, origin={**origin, "edition": "IDMC figures at UNHCR"}))


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a page of the interface."""
    build = partial(_people, origin={**origin, "edition": "IDMC figures at UNHCR"})
    yield from take_rows(json_rows(path, "items"), build)


def _people(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Stock]:
    """One stock of a row, where origin equals asylum."""
    born, asylum = row.need("coo_iso"), row.need("coa_iso")
    if born == _WORLD:
        raise BadValue("coo_iso", born, "a total of the world, not a country")
    if born != asylum:
        raise BadValue("coa_iso", asylum, "not displaced inside the country")
    day, people = date(row.whole("year"), 12, 31), row.whole("total")
    yield Stock(**origin, row=row.place, born=born, asylum=asylum, population="idps", day=day, people=people)
    row.close(ignored=("coo_name", "coo", "coa_name", "coa"))


SOURCE = Source(
    name="idmc",
    title="IDMC internally displaced people",
    licence="CC BY 4.0",
    home="https://www.internal-displacement.org",
    tables=("stocks",),
    layouts=(
        Layout(name="table", format="csv", fields=frozenset({"coo_iso", "coa_iso", "total"}), read=_table),
        Layout(
            name="interface", format="json", fields=frozenset({"maxPages", "items.coo_iso", "items.total"}), read=_page
        ),
    ),
    addresses=(
        Address(
            "idmc",
            "https://api.unhcr.org/population/v1/idmc/?limit=20000&coo_all=true&coa_all=true"
            "&yearFrom=1990&yearTo={year}&page=1",
            page_after,
        ),
    ),
)
