"""Parquet files, with any column names.

Reads: as the file `csv` does a table of text, batch by batch: names, kind, birth date, nationality, numbers. Needs
    pyarrow: `pip install "entente[batches]"`.
Misses: columns of lists and structures.
Origin: Apache Parquet format 2.10 (2023).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

from entente.errors import Unreadable, Unusable
from entente.feeds.roster import Rows, columns_shown, subjects
from entente.feeds.sniff import Look
from entente.feeds.tables import text
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject

_TOGETHER = 4096  # rows that are held in memory


def _looks_like(look: Look) -> bool:
    return look.format == "parquet"


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    """The file, opened. Raises `Unusable` where pyarrow is missing, `Unreadable` for trouble at any time in it."""
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError:
        hint = 'pip install "entente[batches]"'
        raise Unusable(path.name, "Parquet files need pyarrow, which is not installed", hint=hint) from None
    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except (arrow.ArrowException, OSError, ValueError, OverflowError) as error:
        raise Unreadable(path.name, "not a Parquet file that can be opened: {why}", why=str(error)) from None


def _rows(path: Path) -> Rows:
    number = 0
    with _opened(path) as file:
        plain = [one.name for one in file.schema_arrow if not one.type.num_fields]
        yield "columns", plain
        for batch in file.iter_batches(_TOGETHER, columns=plain):
            for cells in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                number += 1
                yield f"row {number}", [_text(cell) for cell in cells]


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bytes):
        return cell.decode("utf-8", "replace")
    day = cell.date() if isinstance(cell, datetime) else cell
    return day.isoformat() if isinstance(day, date) else text(cell)


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    return subjects(_rows(path), wanted.columns, path.name)


def _columns(path: Path, wanted: Wanted) -> Mapping[str, str]:
    return columns_shown(_rows(path), wanted.columns, path.name)


def _count(path: Path) -> int:
    with _opened(path) as file:
        count: int = file.metadata.num_rows
        return count


MESSAGE = Message(
    name="parquet",
    title="Parquet table, any column names",
    looks_like=_looks_like,
    read=_read,
    columns=_columns,
    count=_count,
)
