"""Compiles the tables of this folder from publishers' files: `python -m entente.reference.rebuild SHARED`.

Sums are taken so that the rows of a table stay additive: each person and each dollar stands in one row.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from entente.ledger.coalitions import coalitions
from entente.model.coalition import Crisis
from entente.model.facts import TABLES, Flow, Origin, Rate, Requirement, Said, Stock
from entente.plugins import one

__all__ = ["COMPILERS", "main", "table"]

Fact = TypeVar("Fact", bound=Origin)

PLAN_YEARS = range(2013, 2017)
YEARS = range(2011, 2025)
STOCK_YEARS = range(2011, 2025)
POPULATIONS = ("refugees", "asylum_seekers", "idps", "returned_refugees", "returned_idps")
RATE_YEARS = range(2011, 2017)
CURRENCIES = ("USD", "GBP", "CHF", "JPY", "CAD", "AUD", "NOK", "SEK", "DKK", "TRY", "RUB")
DAILY = {"USD": range(2014, 2017), "GBP": range(2015, 2016)}


def crises() -> list[Crisis]:
    """The crises of all coalition files: the tables hold their countries, and those that their people fled to."""
    return [crisis for coalition in coalitions() for crisis in coalition.crises]


def flows(shared: Path) -> Iterator[Flow]:
    """Money paid into the regional refugee plans: incoming flows summed by plan, donor and place."""
    sums: dict[Hashable, list[Flow]] = defaultdict(list)
    for year in PLAN_YEARS:
        for flow in read("fts", "web export", shared / f"opendata/fts/3rp/fts_{year}.xlsx", Flow):
            if flow.boundary == "incoming" and flow.stage == "paid":
                sums[flow.year, flow.donor, flow.place].append(flow)
    for same in sums.values():
        yield replace(
            same[0],
            id="",
            row=summed(len(same)),
            recipient="",
            amount=sum((flow.amount for flow in same), Decimal(0)),
            value_date=None,
        )


def requirements(shared: Path) -> Iterator[Requirement]:
    """What plans asked for and got: rows of the countries of a crisis, and all rows of its regional plans."""
    path = shared / "opendata/fts/hdx_2026/fts_requirements_funding_global.csv"
    rows = [row for row in read("fts", "HDX requirements and funding", path, Requirement) if row.year in YEARS]
    origins = {crisis.place for crisis in crises()}
    patterns = [re.compile(crisis.plans["regional"]) for crisis in crises() if "regional" in crisis.plans]
    yield from (row for row in rows if row.place in origins or any(pattern.search(row.plan) for pattern in patterns))


def stocks(shared: Path) -> Iterator[Stock]:
    """People by origin and host, from UNHCR and from IDMC.

    All other origins of refugees, and all other countries of asylum, stand together under an empty code.
    """
    unhcr = read("unhcr", "population", shared / "opendata/unhcr/population.csv", Stock)
    idmc = read("idmc", "table", shared / "opendata/unhcr/idmc.csv", Stock)
    sums: dict[Hashable, list[Stock]] = defaultdict(list)
    origins = {crisis.place for crisis in crises()}
    hosts = {place for crisis in crises() for place in crisis.places}
    for stock in (*unhcr, *idmc):
        known = hosts if stock.population == "idps" else origins
        born = stock.born if stock.born in known else ""
        asylum = stock.asylum if stock.asylum in hosts else ""
        if (born or asylum) and stock.population in POPULATIONS and stock.day.year in STOCK_YEARS:
            kept = replace(stock, born=born, asylum=asylum)
            sums[kept.source, kept.day, kept.population, born, asylum].append(kept)
    for same in sums.values():
        yield replace(same[0], row=summed(len(same)), people=sum(stock.people for stock in same))


def rates(shared: Path) -> Iterator[Rate]:
    """The last rate of each month of the main currencies, and every rate of some years of the most used."""
    found = [
        rate
        for rate in read("ecb", "history", shared / "opendata/fx/eurofxref-hist.csv", Rate)
        if rate.currency in CURRENCIES and rate.day.year in RATE_YEARS
    ]
    month_ends = {
        (currency, max(rate.day for rate in month))
        for (currency, *_), month in groupby(
            sorted(found, key=lambda rate: (rate.currency, rate.day)),
            key=lambda rate: (rate.currency, rate.day.year, rate.day.month),
        )
    }
    for rate in found:
        if rate.day.year in DAILY.get(rate.currency, ()) or (rate.currency, rate.day) in month_ends:
            yield rate


def said(shared: Path) -> Iterator[Said]:
    """Every cumulative figure of the transcribed series."""
    yield from read("said", "series", shared / "opendata/coalition/us_humanitarian_claim_series.csv", Said)


COMPILERS: dict[str, Callable[[Path], Iterator[Origin]]] = {
    "flows": flows,
    "requirements": requirements,
    "stocks": stocks,
    "rates": rates,
    "said": said,
}


def read(source: str, layout: str, path: Path, kind: type[Fact]) -> Iterator[Fact]:
    """The rows of a publisher's file; what its reader sets aside is left out here too."""
    found = one("sources", source)
    [reader] = [known.read for known in found.layouts if known.name == layout]
    for row in reader(path, {"source": source, "licence": found.licence}):
        if isinstance(row, kind):
            yield row


def summed(rows: int) -> str:
    """The place of a row that sums others."""
    return f"sum of {rows}"


def table(name: str, rows: Iterable[Origin]) -> str:
    """A table as CSV, its lines in order, so that the same rows always give the same bytes."""
    columns = [field.name for field in fields(TABLES[name])]
    lines = sorted([cell(getattr(row, column)) for column in columns] for row in rows)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(lines)
    return text.getvalue()


def cell(value: object) -> str:
    """A value as the tables write it: nothing for None, and no exponent."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)


def main(shared: str) -> None:
    """Write every table beside this file."""
    folder = Path(str(files("entente.reference")))
    for name, compiler in COMPILERS.items():
        (folder / f"{name}.csv").write_text(table(name, compiler(Path(shared))), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
