"""PDF (ISO 32000).

Reads: the text of pages that hold text, in reading order, in one column or two; words broken at line ends are joined
    again, running heads and page numbers left out, pages kept aside; title and day of the document's information.
Misses: scanned pages (they hold no text: recognise the characters first), no-break spaces that a font draws as plain
    ones, footnotes (they stand where they are printed), right-to-left text in visual order, pages turned sideways.
Origin: characters and their boxes by PDFium (pypdfium2).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

from entente.errors import Unreadable
from entente.formats import Format
from entente.model.document import Document
from entente.text.days import written_day

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from entente.text.printed import Glyph, Sheet


def _recognise(head: bytes) -> int:
    return 3 if b"%PDF-" in head[:1024] else 0


def _read(data: bytes, name: str) -> Document:
    from pypdfium2 import PdfDocument, PdfiumError

    from entente.text.printed import paragraphs

    try:
        with closing(PdfDocument(data)) as document:
            sheets = list(_sheets(document))
            told = document.get_metadata_dict(skip_empty=True)
    except PdfiumError as error:
        if "password" in str(error).lower():
            hint = "save a copy without a password"
            raise Unreadable(name, "it is locked with a password", hint=hint) from error
        raise Unreadable(name, "it is a damaged PDF", hint="fetch it again") from error
    text, pages = paragraphs(sheets)
    if not text.strip():
        hint = "recognise its characters first, with OCRmyPDF for example"
        raise Unreadable(name, "its pages hold no text, only pictures", hint=hint)
    return Document(text=text, title=told.get("Title", "").strip(), made=_day(told), pages=tuple(pages))


def _sheets(document: PdfDocument) -> Iterator[Sheet]:
    from entente.text.printed import Sheet, columns

    for number, page in enumerate(document, 1):
        yield Sheet(number, page.get_height(), columns(_glyphs(page)))
        page.close()


def _glyphs(page: PdfPage) -> Iterator[Glyph]:
    """The characters of a page with the boxes of their font, in the order of the file."""
    from ctypes import byref

    from pypdfium2 import raw

    from entente.text.printed import Glyph

    text, box = page.get_textpage(), raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        raw.FPDFText_GetLooseCharBox(text.raw, index, byref(box))
        if code and not 0xD800 <= code < 0xE000:
            yield Glyph(chr(code), box.left, box.bottom, box.right, box.top)
    text.close()


def _day(told: dict[str, str]) -> date | None:
    """The day of making (ISO 32000-1, 7.9.4: "D:20150603..."), None where the file does not tell."""
    return written_day(told.get("CreationDate", "").removeprefix("D:"))


FORMAT = Format(name="pdf", recognise=_recognise, read=_read)
