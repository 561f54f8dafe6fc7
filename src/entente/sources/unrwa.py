"""UNRWA: Palestine refugees under its mandate at the end of each year.

Reads: the UNRWA figures that UNHCR serves beside its own (CSV, and the JSON pages of its interface).
Misses: other people whom UNRWA registers or helps; days other than the year's end.
Origin: UN Relief and Works Agency, https://www.unrwa.org, through UNHCR; CC BY 4.0.
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

_PALESTINE = "PSE"


def _table(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a table."""
    yield from take_rows(csv_rows(path), partial(_people, origin={**origin, "edition": "UNRWA figures at UNHCR"}))


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a page of the interface."""
    build = partial(_people, origin={**origin, "edition": "UNRWA figures at UNHCR"})
    yield from take_rows(json_rows(path, "items"), build)


def _people(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Stock]:
    """One stock of a row."""
    born, asylum = row.need("coo_iso"), row.need("coa_iso")
    if born != _PALESTINE:
        raise BadValue("coo_iso", born, "not a Palestine refugee")
    day, people = date(row.whole("year"), 12, 31), row.whole("total")
    yield Stock(
        **origin, row=row.place, born=born, asylum=asylum, population="palestine_refugees", day=day, people=people
    )
    row.close(ignored=("coo_name", "coo", "coa_name", "coa"))


SOURCE = Source(
    name="unrwa",
    title="UNRWA Palestine refugees",
    licence="CC BY 4.0",
    home="https://www.unrwa.org",
    tables=("stocks",),
    layouts=(
        Layout(name="table", format="csv", fields=frozenset({"coo_iso", "coa_iso", "total"}), read=_table),
        Layout(
            name="interface", format="json", fields=frozenset({"maxPages", "items.coo_iso", "items.total"}), read=_page
        ),
    ),
    addresses=(
        Address(
            "unrwa",
            "https://api.unhcr.org/population/v1/unrwa/?limit=20000&coo_all=true&coa_all=true"
            "&yearFrom=1952&yearTo={year}&page=1",
            page_after,
        ),
    ),
)
