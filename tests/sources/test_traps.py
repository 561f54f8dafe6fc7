"""The traps of the publishers' own files, and the files of the IATI conformance tests."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from entente import plugins
from entente.errors import Fault
from entente.feeds.sniff import sniff
from entente.model.activities import Activity
from entente.model.aside import Aside
from entente.model.facts import Flow, Stock
from entente.sources import Made
from tests.shared import shared


def read(name: str, path: Path) -> Iterator[Made]:
    look = sniff(path)
    layout = plugins.one("sources", name).layout(look.format, look.fields)
    assert layout is not None
    return layout.read(path, {"source": name, "licence": "", "snapshot": "", "known": None})


def flows(*parts: str) -> list[Flow]:
    return [row for row in read("fts", shared("opendata", "fts", *parts)) if isinstance(row, Flow)]


def test_a_flow_shared_among_countries_counts_once() -> None:
    rows = [row for row in flows("hdx_2026", "fts_incoming_funding_global.csv") if row.donor_id == "JPN"]
    assert round(sum(row.amount for row in rows) / 10**9, 2) == Decimal("0.61")
    with shared("opendata", "fts", "hdx_2026", "fts_incoming_funding_global.csv").open() as file:
        naive = sum(
            int(row["amountUSD"]) for row in csv.DictReader(file) if row["srcOrganization"].startswith("Japan,")
        )
    assert naive > 7 * sum(row.amount for row in rows)


@pytest.mark.parametrize(("year", "paid"), [(2013, 465_421_865), (2014, 772_145_649), (2015, 725_202_248)])
def test_the_us_government_is_not_the_us_fund_for_unicef(year: int, paid: int) -> None:
    rows = [row for row in flows("3rp", f"fts_{year}.xlsx") if row.boundary == "incoming"]
    assert sum(row.amount for row in rows if row.donor_id == "USA") == paid
    assert sum(row.amount for row in rows if "United States" in row.donor) > paid


def test_only_incoming_rows_are_new_money() -> None:
    rows = flows("3rp", "fts_2017.xlsx")
    assert round(sum(row.amount for row in rows) / 10**9, 2) == Decimal("3.84")
    assert round(sum(row.amount for row in rows if row.boundary == "incoming") / 10**9, 2) == Decimal("2.73")


def test_the_names_of_one_donor_meet() -> None:
    rows = [row for year in range(2013, 2025) for row in flows("3rp", f"fts_{year}.xlsx")]
    names = {row.donor for row in rows if row.donor_id == "EU" and row.boundary == "incoming"}
    assert len(names) == 8
    assert {row.donor for row in rows if row.donor_id == "USA"} == {
        "United States of America, Government of",
        "United States Department of State",
    }
    assert {row.donor_id for row in rows if " | " in row.donor} == {"PRT|USA"}


def test_no_flow_of_the_plans_comes_in_twice() -> None:
    counts = Counter(
        row.id for year in range(2013, 2025) for row in flows("3rp", f"fts_{year}.xlsx") if row.boundary == "incoming"
    )
    assert max(counts.values()) == 1


def test_the_interface_and_the_export_made_of_it_tell_the_same() -> None:
    pages = [f"custom-search-locationid-114-year-2020{page}.json" for page in ("", "-page-2", "-page-3")]
    told = {row.id: row for page in pages for row in flows("hdx_scraper_fixtures", "input", page)}
    made = flows("hdx_scraper_fixtures", "fts_incoming_funding_jor.csv")
    assert len(made) == 440
    assert {row.scope for row in made} == {""}
    for row in made:
        same = told[row.id]
        assert (row.amount, row.donor_id, row.donor_kind, row.stage, row.boundary, row.recipient, row.plan) == (
            same.amount, same.donor_id, same.donor_kind, same.stage, same.boundary, same.recipient, same.plan
        )  # fmt: skip
        assert set(row.place.split(",")) <= set(same.place.split(","))


def test_displaced_syrians_and_refugees_are_two_things() -> None:
    counts: Counter[str] = Counter()
    for row in read("unhcr", shared("opendata", "unhcr", "population.csv")):
        if isinstance(row, Stock) and row.born == "SYR" and row.day.year == 2014:
            counts[row.population] += row.people
    assert (counts["idps"], counts["refugees"]) == (7_632_500, 3_887_490)


def test_the_pages_and_the_table_of_unhcr_tell_the_same() -> None:
    pages = [
        row
        for number in (1, 2, 3)
        for row in read("unhcr", shared("opendata", "unhcr", "api", f"population_2014_page{number}.json"))
        if isinstance(row, Stock)
    ]
    table = [
        row
        for row in read("unhcr", shared("opendata", "unhcr", "population.csv"))
        if isinstance(row, Stock) and row.day.year == 2014
    ]
    told = Counter((row.born, row.asylum, row.population, row.people) for row in table)
    assert Counter((row.born, row.asylum, row.population, row.people) for row in pages) == told


def test_the_datastore_repeats_and_breaks_lines() -> None:
    rows = list(read("iati", shared("opendata", "iati", "jordan", "transactions.csv")))
    reasons = Counter(row.reason for row in rows if isinstance(row, Aside) and row.whole)
    assert reasons == {"the same line stands earlier in the file": 623, "a blank line": 20}
    assert len(rows) - sum(isinstance(row, Aside) for row in rows) == 16_204 - 20 - 623 + 20


def test_every_conformance_file_loads_or_is_refused() -> None:
    outcomes: Counter[str] = Counter()
    source = plugins.one("sources", "iati")
    files = [path for path in sorted(shared("opendata", "iati", "pyiati_tests").rglob("*")) if path.is_file()]
    for path in files:
        look = sniff(path)
        layout = source.layout(look.format, look.fields)
        try:
            outcomes["loaded" if layout and list(layout.read(path, {})) else "refused"] += 1
        except Fault:
            outcomes["refused"] += 1
    assert len(files) > 1_870
    assert outcomes["loaded"] > 1_500
    assert sum(outcomes.values()) == len(files)


def test_real_files_of_publishers_load() -> None:
    loaded = 0
    for path in sorted(shared("opendata", "iati", "xml").glob("*.xml")):
        look = sniff(path)
        layout = plugins.one("sources", "iati").layout(look.format, look.fields)
        try:
            rows = list(layout.read(path, {})) if layout else []
        except Fault:
            continue
        loaded += any(isinstance(row, tuple) and row[0] is Activity for row in rows)
    assert loaded >= 43
