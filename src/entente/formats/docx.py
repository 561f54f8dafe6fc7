"""Word documents (Office Open XML, ISO/IEC 29500).

Reads: paragraphs, headings, lists and tables (one row a line, cells apart by a tab) of the body, in their order; title,
    day of making and language of the core properties.
Misses: headers and footers, footnotes, comments, text boxes, text inserted in revision mode.
Origin: read with python-docx.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from entente.errors import Unreadable
from entente.formats import Format
from entente.model.document import Document

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table

_LAYOUT = re.compile(r"[ \t\n\r\x0b\x0c]+")


def _recognise(head: bytes) -> int:
    if not head.startswith(b"PK\x03\x04"):
        return 0
    if b"word/" in head:
        return 3
    return 2 if b"[Content_Types].xml" in head and b"xl/" not in head and b"ppt/" not in head else 0


def _read(data: bytes, name: str) -> Document:
    from docx import Document as open_word

    try:
        document = _document(open_word(BytesIO(data)))
    except Exception as error:  # python-docx lets through whatever zip, XML and its own parts raise
        hint = "open it in Word and save it again"
        raise Unreadable(name, "it is no Word document, or a damaged one", hint=hint) from error
    if not document.text:
        raise Unreadable(name, "it holds no text")
    return document


def _document(word: Word) -> Document:
    told = word.core_properties
    return Document(
        text="\n".join(_lines(word)),
        title=told.title or _heading(word),
        made=told.created.date() if told.created else None,
        language=(told.language or "")[:2].lower() or None,
    )


def _lines(word: Word) -> Iterator[str]:
    from docx.table import Table

    for block in word.iter_inner_content():
        yield from _rows(block) if isinstance(block, Table) else filter(None, [_line(block.text)])


def _line(text: str) -> str:
    return _LAYOUT.sub(" ", text).strip(" ")


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            said = _line(cell.text)
            if not cells or said != cells[-1]:  # a merged cell comes once a column
                cells.append(said)
        if any(cells):
            yield "\t".join(cells)


def _heading(word: Word) -> str:
    return next((p.text.strip() for p in word.paragraphs if p.style and p.style.name in ("Title", "Heading 1")), "")


FORMAT = Format(name="docx", recognise=_recognise, read=_read)
