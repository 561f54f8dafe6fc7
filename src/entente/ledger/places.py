"""Rows of the facts at the places that an evidence names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from entente.ledger.files import segment
from entente.ledger.holdings import Holdings
from entente.ledger.tables import TABLES, columns, quoted
from entente.model.finding import Evidence

__all__ = ["rows_at"]


def rows_at(evidence: Evidence, holdings: Holdings) -> Mapping[str, Mapping[str, str]]:
    """The cells of the rows that an evidence names, by their places and columns; blank cells are left out.

    Nothing where the segment is gone. Raises `Unreadable` where it is damaged.
    """
    if evidence.snapshot:
        path = (holdings.home or Path()) / segment(evidence.table, evidence.source, evidence.snapshot)
        if not path.exists():
            return {}
        rows, at = f"read_parquet({quoted(str(path))}, hive_partitioning = false)", "row"
    else:
        rows, at = holdings.reference(evidence.table), "stands"
    names = list(columns(TABLES[evidence.table]))
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(evidence.places))
    found = holdings.ask(f"SELECT {at}, {listed} FROM {rows} WHERE {at} IN ({marks})", list(evidence.places))
    return {
        place: {name: str(cell) for name, cell in zip(names, cells, strict=True) if cell not in (None, "")}
        for place, *cells in found
    }
