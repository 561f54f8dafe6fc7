"""Rows of the facts at the places that an evidence names, or of the listing that an alarm does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from entente.ledger.files import segment
from entente.ledger.holdings import Holdings, read
from entente.ledger.tables import TABLES, columns
from entente.model.entry import SegmentEntry
from entente.model.finding import Evidence
from entente.model.listing import Listing

__all__ = ["listed_at", "rows_at"]


def rows_at(evidence: Evidence, holdings: Holdings) -> Mapping[str, Mapping[str, str]]:
    """The cells of the rows that an evidence names, by their places and columns; blank cells are left out.

    Nothing where the segment is gone. Raises `Unreadable` where it is damaged.
    """
    if evidence.snapshot:
        path = (holdings.home or Path()) / segment(evidence.table, evidence.source, evidence.snapshot)
        if not path.exists():
            return {}
        rows, at = read([str(path)]), "row"
    else:
        rows, at = holdings.reference(evidence.table), "stands"
    names = list(columns(TABLES[evidence.table]))
    listed = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(evidence.places))
    found = holdings.ask(f"SELECT {at}, {listed} FROM {rows} WHERE {at} IN ({marks})", list(evidence.places))
    return {place: filled(names, cells) for place, *cells in found}


def listed_at(id: str, entry: SegmentEntry, holdings: Holdings) -> Iterator[tuple[Evidence, Mapping[str, str]]]:
    """The rows of a listing in a segment, each as an evidence and its cells; nothing where the segment is gone.

    Raises `Unreadable` where it is damaged.
    """
    path = (holdings.home or Path()) / segment(entry.table, entry.source, *entry.snapshots)
    names = list(columns(Listing))
    listed = ", ".join(f'"{name}"' for name in names)
    rows = holdings.ask(f"SELECT {listed} FROM {read([str(path)])} WHERE id = ?", [id]) if path.exists() else []
    for row in rows:
        cells = filled(names, row)
        place = cells.get("row", "")
        yield Evidence(entry.table, cells["source"], cells["edition"], 1, (place,), cells["snapshot"]), cells


def filled(names: Sequence[str], row: Sequence[Any]) -> dict[str, str]:
    """The cells of a row that are not blank, as texts."""
    cells = {name: told(cell) for name, cell in zip(names, row, strict=True)}
    return {name: cell for name, cell in cells.items() if cell}


def told(cell: Any) -> str:
    """A cell as text: what a list holds between semicolons, what a structure holds one after the other, with the names
    of what is true."""
    if isinstance(cell, Mapping):
        inside = ((name if one else "") if isinstance(one, bool) else told(one) for name, one in cell.items())
        return " ".join(filter(None, inside))
    if isinstance(cell, list):
        return "; ".join(map(told, cell))
    return "" if cell is None else str(cell)
