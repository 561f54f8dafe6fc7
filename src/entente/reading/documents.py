"""From the bytes of a document to its text, whatever its format."""

from __future__ import annotations

from dataclasses import replace

from entente import plugins
from entente.errors import Unreadable
from entente.formats import HEAD, Format
from entente.model.document import Document
from entente.reading.tongue import guess

__all__ = ["load"]

# How the files begin that people mistake for a document.
SIGNATURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\xd0\xcf\x11\xe0", "OLE (.doc, .xls, .ppt)"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"{\\rtf", "RTF"),
    (b"<?xml", "structured XML"),
    (b"\xef\xbb\xbf<?xml", "structured XML"),
)


def load(data: bytes, *, name: str) -> Document:
    """A document's text, with its title, day and language where the file tells them, the language by a guess else.

    The format is that whose marks the bytes bear most clearly. Raises `Unreadable` where there are no bytes, no
    format knows them, or they hold no text.
    """
    if not data.strip():
        raise Unreadable(name, "the file is empty")
    document = _format(data, name).read(data, name)
    return document if document.language else replace(document, language=guess(document.text))


def _format(data: bytes, name: str) -> Format:
    head = data[:HEAD]
    known = next((kind for mark, kind in SIGNATURES if head.startswith(mark)), None)
    formats: dict[str, Format] = plugins.additions("formats")
    best = max(formats.values(), key=lambda one: one.recognise(head))
    if best.recognise(head) > (1 if known else 0):
        return best
    formats_known = ", ".join(sorted(formats))
    hint = "give a document: {formats}"
    if known:
        raise Unreadable(name, "it is a {kind} file, not a document", hint=hint, kind=known, formats=formats_known)
    raise Unreadable(name, "it is a binary file, not a document", hint=hint, formats=formats_known)
