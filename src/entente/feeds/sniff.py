"""Tells what a file is from what stands in it: its format, and the fields that a row of it would have."""

from __future__ import annotations

import csv
import io
import json
import tomllib
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Look", "sniff"]

HEAD = 1 << 16  # bytes that tell most formats
ROW = 20  # rows of a sheet among which its header is looked for
SPREADSHEET = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looks like: csv, xlsx, json, xml, toml, zip, or empty where it is none of these.

    `fields` are the columns of a table, the cells of the first rows of a workbook, the keys of a JSON document
    (those inside as "data.flows.id") or of a TOML file, the root element of an XML document, with its namespace in
    braces and without.
    """

    format: str
    fields: frozenset[str]


NOTHING = Look("", frozenset())


def sniff(path: Path) -> Look:
    """What a file looks like. It is never a fault to look like nothing."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return packed(path)
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    if start == b"<":
        return document(path)
    if start in (b"{", b"["):
        return page(path)
    return written(head)


def packed(path: Path) -> Look:
    """A workbook, or an archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        return NOTHING
    if SPREADSHEET not in names:
        return Look("zip", frozenset(names))
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            sheets = [book.get_sheet_by_name(name).to_python(nrows=ROW) for name in book.sheet_names]
    except CalamineError:
        return NOTHING
    return Look("xlsx", frozenset(str(cell) for sheet in sheets for row in sheet for cell in row))


def document(path: Path) -> Look:
    """An XML document, by its root element."""
    from lxml import etree

    try:
        with path.open("rb") as file:
            for _, root in etree.iterparse(file, events=("start",), resolve_entities=False, no_network=True):
                return Look("xml", frozenset({str(root.tag), etree.QName(root).localname}))
    except (etree.XMLSyntaxError, LookupError):
        pass
    return NOTHING


def page(path: Path) -> Look:
    """A JSON document, by its keys."""
    try:
        return Look("json", frozenset(keys_of(json.loads(path.read_bytes()))))
    except ValueError:
        return NOTHING


def keys_of(value: Any, before: str = "", depth: int = 3) -> set[str]:
    """The keys of a document, and of the first two items of each list in it."""
    if isinstance(value, list):
        return set[str]().union(*(keys_of(item, before, depth) for item in value[:2]))
    if not isinstance(value, dict) or not depth:
        return set()
    found = {f"{before}{key}" for key in value}
    for key, inside in value.items():
        found |= keys_of(inside, f"{before}{key}.", depth - 1)
    return found


def written(head: bytes) -> Look:
    """A table of text or a TOML file."""
    try:
        text = head[: head.rfind(b"\n") + 1 or None].decode("utf-8-sig")
    except UnicodeDecodeError:
        return NOTHING
    if "\x00" in text or not text.strip():
        return NOTHING
    try:
        return Look("toml", frozenset(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        pass
    try:
        return Look("csv", frozenset(next(csv.reader(io.StringIO(text)), ())))
    except csv.Error:
        return NOTHING
