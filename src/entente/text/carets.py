"""The caret line: a text in lines of a width, and carets under the words that spans cover."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

__all__ = ["caret_lines"]


def caret_lines(text: str, spans: Sequence[tuple[int, int]], width: int) -> Iterator[tuple[str, str]]:
    """Pairs of a line of text and its caret line (empty where no span touches the line).

    `spans` are half-open code-point offsets into `text`; lines break at spaces and are at most `width` columns wide
    where the words allow. A character outside the printable ones is shown as a space, one for one.
    """
    for start, end in _lines(text, width):
        shown = "".join(char if char.isprintable() else " " for char in text[start:end])
        marks = "".join(
            _cell(char, any(low <= place < high for low, high in spans)) for place, char in enumerate(shown, start)
        )
        yield shown, marks.rstrip()


def _cell(char: str, marked: bool) -> str:
    """The carets or spaces that stand under one character: none under a combining mark, two under a wide one."""
    columns = 0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return ("^" if marked else " ") * columns


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > width:
        cut = text.rfind(" ", start + 1, start + width + 1)
        if cut < 0:
            cut = text.find(" ", start + width)
            if cut < 0:
                break
        yield start, cut
        start = cut + 1
    yield start, len(text)
