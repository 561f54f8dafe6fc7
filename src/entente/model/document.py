"""A document as it was read from its bytes."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

__all__ = ["Document"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A published text with what its file tells of it.

    `text` is the canonical text, one paragraph a line, to which every span refers: its characters are those of the
    publisher, only the white space of the layout is gone. `date` is the day of publication, `made` the day on which the
    file was made, `language` an ISO 639-1 code; each None where the file does not tell. `pages` holds the offset at
    which each page begins and its number; `encoding` is how the bytes were read, empty where the format says it itself.
    """

    text: str
    title: str = ""
    made: date | None = None
    date: date | None = None
    language: str | None = None
    url: str = ""
    pages: tuple[tuple[int, int], ...] = ()
    encoding: str = ""

    def page(self, offset: int) -> int | None:
        """The number of the page on which an offset of the text stands; None where there are no pages."""
        index = bisect_right(self.pages, (offset, 1 << 62)) - 1
        return self.pages[index][1] if index >= 0 else None
