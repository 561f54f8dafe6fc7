"""Formats: one file each, from the bytes of a document to its text.

A format is recognised by its content, never by its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from entente.model.document import Document

__all__ = ["HEAD", "Format"]

HEAD = 1 << 16  # bytes by which a format is recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format of documents.

    `recognise` is given the first `HEAD` bytes and says how sure it is: 0 not at all, 1 nothing speaks against it,
    2 its marks are there, 3 its signature is. `read` is given all the bytes and the document's name, for faults;
    it raises `Unreadable` where the bytes are not what they seem, or hold no text.
    """

    name: str
    recognise: Callable[[bytes], int]
    read: Callable[[bytes, str], Document]
