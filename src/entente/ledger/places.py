"""Rows of the facts at the places that an evidence names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from entente.ledger.files import segment
from entente.ledger.holdings import Holdings
from entente.ledger.tables import quoted
from entente.model.finding import Evidence

__all__ = ["rows_at"]


def rows_at(evidence: Evidence, holdings: Holdings) -> Mapping[str, Mapping[str, str]]:
    """The cells of the rows that an evidence names, by their places and columns; blank cells are left out."""
    if evidence.snapshot:
        path = (holdings.home or Path()) / segment(evidence.table, evidence.source, evidence.snapshot)
        rows, at = f"read_parquet({quoted(str(path))}, hive_partitioning = false)", "row"
    else:
        rows, at = holdings.reference(evidence.table), "stands"
    marks = ", ".join("?" * len(evidence.places))
    found = holdings.store.execute(f"SELECT * FROM {rows} WHERE {at} IN ({marks})", list(evidence.places))
    names = [column[0] for column in found.description or ()]
    cells = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {row[at]: {name: str(value) for name, value in row.items() if value not in (None, "")} for row in cells}
