"""Plain text.

Reads: text in UTF-8 (with or without byte order mark), UTF-16, UTF-32, Windows-1252 and Latin-1; other encodings by a
    guess. Lines stand as they are: a text wrapped by hand stays wrapped. The first line is the title where a blank
    line follows it.
Misses: text in several encodings at once; encodings of few bytes, which look alike.
Origin: written for Entente.
"""

from __future__ import annotations

from entente.errors import Unreadable
from entente.formats import Format
from entente.model.document import Document
from entente.text.encoding import decode, seems_text

_TITLE = 200  # characters that a title has at most


def _recognise(head: bytes) -> int:
    return int(seems_text(head))


def _read(data: bytes, name: str) -> Document:
    decoded = decode(data)
    if decoded is None:
        raise Unreadable(name, "its encoding is unknown", hint="save it as UTF-8")
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        hint = "see whether it is another kind of file"
        raise Unreadable(name, "it holds NUL characters, as no text does", hint=hint)
    if not text.strip():
        raise Unreadable(name, "it holds no text")
    return Document(text=text, title=_title(text), encoding=decoded.encoding)


def _title(text: str) -> str:
    first, _, rest = text.lstrip().partition("\n")
    return first.strip() if rest.startswith("\n") and len(first) <= _TITLE else ""


FORMAT = Format(name="plain", recognise=_recognise, read=_read)
