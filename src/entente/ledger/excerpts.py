"""The bytes of a snapshot at the place that a row names."""

from __future__ import annotations

import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from entente.feeds.pages import json_page
from entente.feeds.tables import sheet_cells

__all__ = ["Excerpt", "excerpt"]

LONGEST = 4096  # characters of an excerpt that are shown


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What stands at a place of a file, as text, at most `LONGEST` characters of it.

    `span` are its bytes, half open; None where they are packed (a workbook, an archive) or not parted (an item of
    JSON).
    """

    text: str
    span: tuple[int, int] | None


def excerpt(path: Path, place: str) -> Excerpt | None:
    """What stands at a place; None for a place that is not of a known form, or where nothing stands there.

    Raises `Unreadable` where the file is not what its place says, and `OSError` where it cannot be read.
    """
    for form, cut in FORMS:
        if found := form.fullmatch(place):
            return cut(path, *found.groups())
    return None


def line(path: Path, number: str) -> Excerpt | None:
    """The row of a CSV file whose last line has this number: cells in quotes may hold line ends (RFC 4180)."""
    with path.open("rb") as file:
        for last, start, row in csv_lines(file):
            if last == int(number):
                return Excerpt(shown(row), (start, start + len(row)))
    return None


def csv_lines(file: BinaryIO) -> Iterator[tuple[int, int, bytes]]:
    """Rows of a CSV file as bytes: the number of the last line of each, and the byte at which it begins."""
    start, row = 0, b""
    for number, text in enumerate(file, start=1):
        row += text
        if row.count(b'"') % 2 == 0:
            yield number, start, row.rstrip(b"\r\n")
            start, row = start + len(row), b""


def stretch(path: Path, first: str, last: str, *_: str) -> Excerpt | None:
    """Bytes from one to another."""
    with path.open("rb") as file:
        file.seek(int(first))
        raw = file.read(int(last) - int(first))
    return Excerpt(shown(raw), (int(first), int(last))) if raw else None


def sheet(path: Path, name: str, number: str) -> Excerpt | None:
    """The cells of a row of a workbook."""
    rows = sheet_cells(path, name)
    return Excerpt(" | ".join(rows[int(number) - 1])[:LONGEST], None) if int(number) <= len(rows) else None


def packed(path: Path, member: str, place: str) -> Excerpt | None:
    """What stands at a place of a file in a zip archive."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(path) as archive:
        if member not in archive.namelist():
            return None
        found = excerpt(Path(archive.extract(member, folder)), place)
    return found and replace(found, span=None)


def item(path: Path, keys: str, number: str) -> Excerpt | None:
    """An item of a list in a JSON document."""
    found = json_page(path)
    for key in keys.split("."):
        found = found[key] if key else found
    return Excerpt(json.dumps(found[int(number)], ensure_ascii=False, default=str)[:LONGEST], None)


def shown(raw: bytes) -> str:
    """Bytes as text."""
    return raw.decode("utf-8", "backslashreplace")[:LONGEST]


FORMS: tuple[tuple[re.Pattern[str], Callable[..., Excerpt | None]], ...] = (
    (re.compile(r"(.+?\.\w+): (.+)"), packed),
    (re.compile(r"line (\d+)"), line),
    (re.compile(r"bytes (\d+)-(\d+)(, .*)?"), stretch),
    (re.compile(r"([^\[\]]*)\[(\d+)\]"), item),
    (re.compile(r"(.+):(\d+)"), sheet),
)
