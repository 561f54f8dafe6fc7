"""Workbooks (xlsx, ECMA-376): the cells of their sheets, once it is sure that these fit into memory."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from entente.errors import Fault, Refused, Unreadable
from entente.feeds.unpack import refuse_bombs

__all__ = ["DAMAGED", "sheets_of"]

# What a damaged archive makes the standard library raise.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
)
MOST = 20_000_000  # cells of a sheet, the empty ones among them
BLOCK = 1 << 20  # bytes
LONGEST = 64  # bytes of what `CELL` finds
CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')


def sheets_of(path: Path, rows: int | None = None) -> dict[str, list[list[Any]]]:
    """The cells of each sheet, of its first rows or of all. Raises `Unreadable`, and `Refused` where it is too large.

    A cell far away makes all the cells before it, so that the places of cells are looked at first.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_bombs(path, archive.infolist())
            for member in archive.infolist():
                if member.filename.startswith("xl/worksheets/"):
                    with archive.open(member) as sheet:
                        _refuse_far(path, sheet)
        return _cells(path, rows)
    except Fault:
        raise
    except DAMAGED as error:
        raise Unreadable(path.name, "not a workbook that can be opened: {why}", why=error) from None


def _refuse_far(path: Path, sheet: Any) -> None:
    """Refuse a sheet whose cells would fill the memory."""
    column = row = 0
    for letters, number in _places(sheet):
        place = 0
        for letter in letters:
            place = 26 * place + letter - ord("A") + 1
        column, row = max(column, place), max(row, int(number))
        if column * row > MOST:
            hint = "keep only the rows and columns that are needed"
            raise Refused(
                path.name, "a sheet of {rows} rows and {columns} columns", hint=hint, rows=row, columns=column
            )


def _places(sheet: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The places of the cells of a sheet, column and row."""
    kept = b""
    while block := sheet.read(BLOCK):
        kept += block
        yield from CELL.findall(kept)
        kept = kept[-LONGEST:]


def _cells(path: Path, rows: int | None) -> dict[str, list[list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            return {name: book.get_sheet_by_name(name).to_python(nrows=rows) for name in book.sheet_names}
    except CalamineError as error:
        raise Unreadable(path.name, "not a workbook that can be opened: {why}", why=error) from None
    except BaseException as panic:  # what breaks in calamine's Rust is no Exception
        if type(panic).__name__ != "PanicException":
            raise
        raise Unreadable(path.name, "not a workbook that can be opened: {why}", why=panic) from None
