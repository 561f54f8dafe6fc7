"""UNRWA: Palestine refugees under its mandate at the end of each year.

Reads: the UNRWA figures that UNHCR serves beside its own (CSV, and the JSON pages of its interface).
Misses: other people whom UNRWA registers or helps; days other than the year's end.
Origin: UN Relief and Works Agency, https://www.unrwa.org, through UNHCR; CC BY 4.0. The address was
last held against what programs that use it write down in November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from entente.feeds.pages import json_rows, page_after
from entente.feeds.row import BadValue
from entente.feeds.tables import csv_rows
from entente.feeds.totals import totals
from entente.sources import Address, Layout, Made, Source

_PALESTINE = "PSE"
_EDITION = {"edition": "UNRWA figures at UNHCR"}


def _table(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a table."""
    return totals(csv_rows(path), population="palestine_refugees", fit=_palestinian, origin={**origin, **_EDITION})


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Rows of a page of the interface."""
    return totals(
        json_rows(path, "items"), population="palestine_refugees", fit=_palestinian, origin={**origin, **_EDITION}
    )


def _palestinian(born: str, asylum: str) -> None:
    """Refuse people who are no Palestine refugees."""
    if born != _PALESTINE:
        raise BadValue("coo_iso", born, "not a Palestine refugee")


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
