"""IDMC: people displaced inside their country by conflict and violence at the end of each year.

Reads: the IDMC figures that UNHCR serves beside its own (CSV, and the JSON pages of its interface).
Misses: displacement by disasters; flows (movements in a year), which count a person again at each move; ages and
sexes. Totals of the world, under UNK until 2008, are set aside.
Origin: Internal Displacement Monitoring Centre, https://www.internal-displacement.org, through UNHCR; CC BY 4.0.
The address is UNHCR's; the publisher's own interface asks for a client identifier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from entente.feeds.pages import json_rows, page_after
from entente.feeds.row import BadValue
from entente.feeds.tables import csv_rows
from entente.feeds.totals import totals
from entente.model.finding import Phrase
from entente.sources import Address, Layout, Made, Other, Source

_WORLD = "UNK"
_EDITION = {"edition": "IDMC figures at UNHCR"}


def _table(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a table."""
    return totals(csv_rows(path), population="idps", fit=_inside, origin={**origin, **_EDITION})


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a page of the interface."""
    return totals(json_rows(path, "items"), population="idps", fit=_inside, origin={**origin, **_EDITION})


def _inside(born: str, asylum: str) -> None:
    """Refuse totals of the world, and people outside their country."""
    if born == _WORLD:
        raise BadValue("coo_iso", born, "a total of the world, not a country")
    if born != asylum:
        raise BadValue("coa_iso", asylum, "not displaced inside the country")


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
    others=(
        Other(
            "csv",
            frozenset({"geo", "t", "cause", "sex", "age", "n"}),
            Phrase("it parts by sex and age the people whose total the figures at UNHCR hold, rounded"),
        ),
        Other(
            "csv",
            frozenset({"geo", "t", "cause", "n"}),
            Phrase("it counts movements in a year, a person again at each; the table holds people on a day"),
        ),
    ),
)
