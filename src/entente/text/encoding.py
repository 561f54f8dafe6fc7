"""From bytes to text: the encoding that says so, that fits, or that looks right."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

__all__ = ["Decoded", "decode", "encoding_of", "seems_text"]


class Decoded(NamedTuple):
    """A text and the encoding, by Python's name, in which it was written."""

    text: str
    encoding: str


_BLOCK = 1 << 20  # bytes of a file that are looked at together
_MARKS = (  # the longer first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WESTERN = frozenset("éèêëàâäáãåçñôöóòõøîïíìûüùúýÿœæßÉÈÊËÀÂÄÁÃÅÇÑÔÖÓÒÕØÎÏÍÌÛÜÙÚŒÆ«»’‘“”–—…€£°·¿¡§©®™²³\u00a0•ºª")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_RUN = re.compile(r"[^\x00-\x7f\u00a0«»’“”–—…]{3}")


def seems_text(head: bytes) -> bool:
    """Whether bytes look like text in some encoding: no control characters but those of UTF-16 and UTF-32."""
    return head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(head) is not None or not _CONTROLS.search(head)


def decode(data: bytes, *, declared: str = "") -> Decoded | None:
    """Text from bytes, None where no encoding fits.

    In this order: a byte order mark; UTF-16 by its zero bytes; UTF-8 where the bytes are such; the encoding declared
    by the document; Windows-1252, of which Latin-1 is a part, where its letters are those of western Europe; the best
    guess of charset-normalizer.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, name)
    wide = _wide(data[:4096])
    if wide:
        return _strictly(data, wide)
    found = _strictly(data, "utf-8") or (_strictly(data, declared) if declared else None)
    if found:
        return found
    western = _strictly(data, "cp1252")
    return western if western and _looks_western(western.text) else _guess(data)


def _strictly(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(name), name)
    except (UnicodeDecodeError, LookupError):
        return None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of western text is zero."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 8 or max(even, odd) < half * 0.6 or min(even, odd) > half * 0.05:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _looks_western(text: str) -> bool:
    """Whether the characters beyond ASCII are those of western Europe, their letters few and seldom together."""
    high = [char for char in text if char > "\x7f"]
    known, together = sum(map(_WESTERN.__contains__, high)), len(_RUN.findall(text))
    accented, letters = sum(map(str.isalpha, high)), sum(map(str.isalpha, text))
    return known >= 0.9 * len(high) and accented <= max(0.3 * letters, 3) and together <= 0.02 * len(high)


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return _strictly(data, best.encoding) if best else None


def encoding_of(path: Path) -> str:
    """The encoding of a text in a file of any size, told as `decode` does; empty where none fits.

    All of it must be UTF-8 to be so; where it is not, the block that shows it tells the encoding.
    """
    with path.open("rb") as file:
        head = file.read(_BLOCK)
        mark = next((name for mark, name in _MARKS if head.startswith(mark)), None) or _wide(head[:4096])
        if mark or not seems_text(head):
            return mark or ""
        reader = codecs.getincrementaldecoder("utf-8")()
        before, block = b"", head
        try:
            while block:
                reader.decode(block)
                before, block = block, file.read(_BLOCK)
            reader.decode(b"", final=True)
        except UnicodeDecodeError:
            found = decode(block or before)
            return found.encoding if found and found.encoding != "utf-8" else ""
    return "utf-8"
