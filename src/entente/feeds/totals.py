"""Figures of other agencies that UNHCR serves beside its own: one total of people a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from entente.feeds.row import Row, take_rows
from entente.model.aside import Aside
from entente.model.facts import Stock

__all__ = ["totals"]


def totals(
    rows: Iterable[Row | Aside], *, population: str, fit: Callable[[str, str], None], origin: Mapping[str, Any]
) -> Iterator[Stock | Aside]:
    """The stock of a population that each row tells; `fit` raises `BadValue` for a place of origin and one of asylum
    whose people are none of it."""

    def people(row: Row) -> Iterator[Stock]:
        born, asylum = row.need("coo_iso"), row.need("coa_iso")
        fit(born, asylum)
        day, count = date(row.whole("year"), 12, 31), row.whole("total")
        yield Stock(**origin, row=row.place, born=born, asylum=asylum, population=population, day=day, people=count)
        row.close(ignored=("coo_name", "coo", "coa_name", "coa"))

    yield from take_rows(rows, people)
