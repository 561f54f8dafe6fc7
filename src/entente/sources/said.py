"""Cumulative figures of aid that officials gave from time to time, transcribed from public pages.

Reads: a CSV of crisis, date, usd, qualifier, speaker, url.
Misses: everything _said that nobody transcribed.
Origin: public statements of the government of the United States, transcribed by hand; public domain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from entente.feeds.days import span_of_days
from entente.feeds.row import BadValue, Row, take_rows
from entente.feeds.tables import csv_rows
from entente.model.facts import Said
from entente.sources import Layout, Made, Source

_BOUND = re.compile(r"more than|over|plus de|depasse|nearly|exact")
_BOUNDS = {
    "more than": "over",
    "over": "over",
    "plus de": "over",
    "depasse": "over",
    "nearly": "nearly",
    "exact": "exact",
}
_ADDED = re.compile(r"\+(\d+)M")
_SINCE = re.compile(r"since (?:start of )?(\S+)(?: (\d{4}))?|depuis (?:(\S+) )?(\d{4})|(FY\d{4})(?:-FY\d{4})?\Z")
_MONTHS = {"mars": "03", "March": "03", "octobre": "10"}


def _series(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Every figure of the series."""
    yield from take_rows(csv_rows(path), partial(_said, origin={**origin, "edition": "official US cumulative figures"}))


def _said(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Said]:
    """One figure; a year and month alone mean any day of the month."""
    day, last = row.read("date", span_of_days)
    words = row.take("qualifier")
    bound, added = _BOUND.search(words), _ADDED.search(words)
    if not bound:
        raise BadValue("qualifier", words, "does not say how close the figure is")
    yield Said(
        **origin,
        row=row.place,
        who="USA",
        speaker=row.take("speaker"),
        about=row.need("crisis"),
        day=day,
        last=last,
        amount=row.money("usd"),
        added=Decimal(added[1]).scaleb(6) if added else None,
        currency="USD",
        bound=_BOUNDS[bound[0]],
        since=_since(words),
        url=row.take("url"),
    )
    row.close()


def _since(words: str) -> str:
    """From when the figure counts, in ISO 8601 form: US fiscal years start on 1 October of the year before."""
    found = _SINCE.search(words)
    if not found:
        return ""
    fiscal = found[5] or (found[1] if found[1] and found[1].startswith("FY") else "")
    if fiscal:
        return f"{int(fiscal[2:6]) - 1}-10"
    month, year = found[1] or found[3], found[2] or found[4]
    return f"{year}-{_MONTHS[month]}" if month else year


SOURCE = Source(
    name="said",
    title="Cumulative figures that officials gave",
    licence="public domain",
    home="https://www.state.gov",
    tables=("said",),
    layouts=(
        Layout(
            name="series", format="csv", fields=frozenset({"crisis", "date", "usd", "qualifier", "url"}), read=_series
        ),
    ),
    addresses=(),
)
