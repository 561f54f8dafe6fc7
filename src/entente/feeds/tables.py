"""Tables in files: CSV and spreadsheets, row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from entente.errors import Unreadable
from entente.feeds.row import Row
from entente.feeds.workbooks import sheets_of
from entente.model.aside import Aside

__all__ = ["csv_rows", "sheet_rows", "text"]

ENCODING = "utf-8-sig"  # a byte-order mark is not part of the first column's name


def csv_rows(path: Path) -> Iterator[Row | Aside]:
    """The rows of a CSV file (RFC 4180, UTF-8), by the names of its first line; blank lines are set aside.

    Raises `Unreadable`.
    """
    try:
        with path.open(encoding=ENCODING, newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            for cells in reader:
                place = f"line {reader.line_num}"
                if not any(cells):
                    yield Aside(place, "", "", "a blank line", whole=True)
                    continue
                if len(cells) != len(header):
                    raise Unreadable(
                        f"{path.name}, {place}",
                        "{found} cells where the header has {asked}",
                        hint="is the file cut short?",
                        found=len(cells),
                        asked=len(header),
                    )
                yield Row(place, dict(zip(header, cells, strict=True)))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable(path.name, "not a CSV file in UTF-8: {why}", why=error) from error


def sheet_rows(path: Path, sheet: str) -> Iterator[Row]:
    """The rows of a sheet of an xlsx workbook, by the names of its first row; a number is written without a useless
    `.0`. Raises `Unreadable`."""
    header, *rows = sheet_cells(path, sheet) or [[]]
    for number, cells in enumerate(rows, start=2):
        yield Row(f"{sheet}:{number}", dict(zip(header, cells, strict=True)))


def sheet_cells(path: Path, sheet: str) -> list[list[str]]:
    """All the cells of a sheet as text. Raises `Unreadable`."""
    found = sheets_of(path)
    if sheet not in found:
        raise Unreadable(path.name, "a workbook without a sheet {sheet}", sheet=sheet)
    return [[text(cell) for cell in row] for row in found[sheet]]


def text(cell: Any) -> str:
    """A cell of a spreadsheet as text: spreadsheets hold whole numbers as floats."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
