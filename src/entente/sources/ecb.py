"""ECB euro reference _rates, one a working day.

Reads: the _history of reference _rates (CSV: one line a day, one column a currency).
Misses: days without a rate (weekends, holidays), for which the last rate before stands; market _rates.
Origin: European Central Bank, https://www.ecb.europa.eu; reuse with the source named. The address was last
held against what programs that use it write down in November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from entente.feeds.row import BadValue, Row, take_rows
from entente.feeds.tables import csv_rows
from entente.model.facts import Rate
from entente.sources import Address, Layout, Made, Source

_NONE = "N/A"


def _history(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Every rate of the history."""
    yield from take_rows(csv_rows(path), partial(_rates, origin={**origin, "edition": "ECB reference rates, history"}))


def _rates(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Rate]:
    """The rates of one day: a column of three capital letters each, `N/A` where there is none."""
    day = row.day_or_none("Date")
    if day is None:
        raise BadValue("Date", "", "not a day")
    for currency in [field for field in row.cells if len(field) == 3 and field.isupper()]:
        if row.cells[currency].strip() in (_NONE, ""):
            row.take(currency)
        else:
            yield Rate(**origin, row=row.place, currency=currency, day=day, rate=row.money(currency))
    row.close(ignored=("",))


SOURCE = Source(
    name="ecb",
    title="ECB euro foreign exchange reference rates",
    licence="reuse with the source named",
    home="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates",
    tables=("rates",),
    layouts=(Layout(name="history", format="csv", fields=frozenset({"Date", "USD", "GBP"}), read=_history),),
    addresses=(Address("eurofxref-hist.zip", "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip"),),
)
