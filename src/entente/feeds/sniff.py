"""Tells what a file is from what stands in it: its format, and the fields that a row of it would have."""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from entente.errors import Fault
from entente.feeds.elements import SAFE
from entente.feeds.workbooks import DAMAGED, sheets_of

__all__ = ["HEAD", "Look", "count_lines", "delimiter", "sniff"]

HEAD = 1 << 16  # bytes that tell most formats
ROW = 20  # rows of a sheet among which its header is looked for
SPREADSHEET = "[Content_Types].xml"
BLOCKS = 16  # of that size in which an XML document begins, after a comment or two
ELEMENTS = 200  # of an XML document that are looked at: envelopes stand around what it is about
DELIMITERS = (",", ";", "\t", "|")
SHARE = 0.5  # of the first rows of a table that have as many cells
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
LARGEST = 1 << 28  # bytes of a JSON document
BLANK = rb"(?:\xef\xbb\xbf)?[\s\x00-\x1f$]*"

# Formats told by how they begin (ISO 9735 6.1; SWIFT FIN block 1), and what tells the types of their messages.
TYPED = (
    ("fin", re.compile(BLANK + rb"\{1:[A-Z]\d\d"), re.compile(rb"\{2:[IO](\d{3})")),
    ("edifact", re.compile(BLANK + rb"(?:UNA.{6}|UNB\W)", re.S), re.compile(rb"UNH\W[^:]{1,40}\W([A-Z]{6})\b")),
)


@dataclass(frozen=True, slots=True)
class Look:
    """What a file looks like: csv, xlsx, parquet, json, jsonl, xml, toml, zip, fin, edifact, or empty for none.

    `fields` are the columns of a table, the cells of the first rows of a workbook, the keys of a JSON document
    (those inside as "data.flows.id"), of the first of JSON lines or of a TOML file, the root element of an XML
    document, with its namespace in braces and without, and its next elements as "//name", the types of the first
    messages of SWIFT FIN ("103") and of UN/EDIFACT ("PAXLST"). `delimiter` separates the columns of a table of text.
    """

    format: str
    fields: frozenset[str]
    delimiter: str = ""


NOTHING = Look("", frozenset())


def sniff(path: Path) -> Look:
    """What a file looks like. It is never a fault to look like nothing."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return packed(path)
    if head.startswith(b"PAR1"):
        return Look("parquet", frozenset())
    for format, begins, type in TYPED:
        if begins.match(head):
            return Look(format, frozenset(kind.decode() for kind in type.findall(head)))
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    if start == b"<":
        return document(path)
    if start in (b"{", b"["):
        return lines(head) or page(path)
    return written(head)


def packed(path: Path) -> Look:
    """A workbook, or an archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except DAMAGED:
        return NOTHING
    if SPREADSHEET not in names:
        return Look("zip", frozenset(names))
    try:
        cells = [cell for sheet in sheets_of(path, ROW).values() for row in sheet for cell in row]
    except Fault:
        return NOTHING
    return Look("xlsx", frozenset(map(str, cells)))


def document(path: Path) -> Look:
    """An XML document, by its root element and those after it."""
    from lxml import etree

    found: list[str] = []
    parser: Any = etree.XMLPullParser(events=("start",), **SAFE)
    with path.open("rb") as file, suppress(etree.XMLSyntaxError, LookupError, ValueError):
        for _ in range(BLOCKS):
            try:
                parser.feed(file.read(HEAD))
            finally:  # what stands before the place where it breaks off tells enough
                for _, element in islice(parser.read_events(), ELEMENTS - len(found)):
                    name = etree.QName(element).localname
                    found += [f"//{name}"] if found else [str(element.tag), name]
    return Look("xml", frozenset(found)) if found else NOTHING


def lines(head: bytes) -> Look | None:
    """JSON lines, by the keys of the first that is an object; None where no line is one, or where there is but one."""
    whole = [line for line in head.splitlines()[:ROW] if line.strip()]
    for line in whole if len(whole) > 1 else ():
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            return Look("jsonl", frozenset(row))
    return None


def page(path: Path) -> Look:
    """A JSON document, by its keys."""
    if path.stat().st_size > LARGEST:
        return NOTHING
    try:
        return Look("json", frozenset(keys_of(json.loads(path.read_bytes()))))
    except (ValueError, RecursionError):
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
    text = letters(head[: head.rfind(b"\n") + 1 or None])
    if "\x00" in text or not text.strip():
        return NOTHING
    try:
        return Look("toml", frozenset(tomllib.loads(text)))
    except (tomllib.TOMLDecodeError, RecursionError):
        pass
    mark = delimiter(text)
    try:
        return Look("csv", frozenset(next(csv.reader(io.StringIO(text), delimiter=mark or ","), ())), mark)
    except csv.Error:
        return NOTHING


def letters(head: bytes) -> str:
    """The text of bytes in UTF-8, in UTF-16 with a mark, or else in a code of one byte a letter; empty for none."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return head[: len(head) // 2 * 2].decode("utf-16") if wide else head.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "" if wide or CONTROLS.search(head) else head.decode("latin-1")


def delimiter(text: str) -> str:
    """What separates the columns of a table: the mark that parts most of its first rows into the same number of cells.

    Empty where none does, and where a comma makes two of each row: it may part family and given names in a list.
    """
    best, most = "", 0.0
    lines = [line for line in text.splitlines() if line.strip()][:ROW]
    for mark in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=mark)]
        except csv.Error:
            continue
        width = max(set(widths), key=lambda each: (widths.count(each), each), default=0)
        share = widths.count(width) / max(len(widths), 1)
        if width > 1 + (mark == ",") and share >= SHARE and width * share > most:
            best, most = mark, width * share
    return best


def count_lines(path: Path) -> int:
    """How many lines a file has."""
    with path.open("rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
