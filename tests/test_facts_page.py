"""The page of the tables names every column."""

from __future__ import annotations

from pathlib import Path

import pytest

from entente.ledger.tables import TABLES, columns

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "reference" / "facts.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "column"), [(table, column) for table in TABLES for column in columns(TABLES[table])]
)
def test_a_column_is_on_the_page(table: str, column: str) -> None:
    assert f"`{column}`" in PAGE


@pytest.mark.parametrize("table", TABLES)
def test_a_table_has_its_heading(table: str) -> None:
    assert any(table in line for line in PAGE.splitlines() if line.startswith("## "))
