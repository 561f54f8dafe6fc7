"""From glyphs on printed pages to paragraphs: reading order, columns, running heads, words broken at line ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

__all__ = ["Glyph", "Line", "Sheet", "columns", "paragraphs"]


class Glyph(NamedTuple):
    """A character and its box, in points from the lower left corner of the page."""

    char: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(slots=True)
class Line:
    """A line of a column, or a piece of one; a text and its box."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """The height of the line, at least one point."""
        return max(self.top - self.bottom, 1.0)


class Sheet(NamedTuple):
    """A page: its number, its height in points and its columns in reading order, each from top to bottom."""

    number: int
    height: float
    columns: list[list[Line]]


# In heights of a line
_SAME_LINE, _WORD_GAP, _PIECE_GAP, _INDENT, _GUTTER = 0.5, 0.22, 1.5, 0.8, 0.6
_PITCH = 1.35  # of the usual distance of two lines, beyond which a paragraph begins
_SHORT = 0.85  # of a column's width, below which a line that ends a sentence ends a paragraph
_MARGIN = 0.12  # of the page's height, above and below, in which heads and page numbers run
_MIDDLE = (0.3, 0.7)  # of the text's width, where the gutter of two columns lies
_FEWEST = 3  # lines that make a column
_TEXTLIKE = 0.25  # of the text's width, below which lines beside each other are the cells of a table
_NUMBER = re.compile(r"[\W_]*(?:pages?\s*|p\.\s*)?\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?[\W_]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_END = re.compile(r"[.!?:;…][\"'»”’)\]]*$|»$|”$")
_ITEM = re.compile(r"(?:[•▪■◦‣·–—-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_COMPOUND = re.compile(r"\w+(?:[-‐]\w+)+")
_LAST_WORD, _FIRST_WORD = re.compile(r"[\w-]+$"), re.compile(r"^\w+")
_HYPHENS = "-‐\u00ad\u0002"  # the last is how PDFium marks a hyphen that it takes for a broken word


def columns(glyphs: Iterable[Glyph]) -> list[list[Line]]:
    """The columns of a page in reading order: one, or two beside each other between lines as wide as both."""
    pieces = list(_pieces(glyphs))
    gutter = _gutter(pieces)
    if gutter is None:
        return [_lines(pieces)] if pieces else []
    wide = sorted((p for p in pieces if p.left < gutter < p.right), key=lambda piece: -piece.bottom)
    found: list[list[Line]] = []
    rest = [piece for piece in pieces if not piece.left < gutter < piece.right]
    for head in [*wide, None]:
        band = [piece for piece in rest if head is None or piece.bottom > head.bottom]
        rest = [piece for piece in rest if head is not None and piece.bottom <= head.bottom]
        found += [_lines([p for p in band if p.right <= gutter]), _lines([p for p in band if p.left >= gutter])]
        found += [[head]] if head else []
    return [column for column in found if column]


def _pieces(glyphs: Iterable[Glyph]) -> Iterator[Line]:
    """Runs of glyphs on one line with no wide gap."""
    piece: Line | None = None
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.char in " \r\n\t\u0000":
            spaced = True
            continue
        if piece and last and _follows(piece, last, glyph):
            gap = spaced or glyph.left - piece.right > _WORD_GAP * piece.height
            piece.text += (" " if gap else "") + glyph.char
            piece.right = max(piece.right, glyph.right)
            piece.top, piece.bottom = max(piece.top, glyph.top), min(piece.bottom, glyph.bottom)
        else:
            if piece:
                yield piece
            piece = Line(*glyph)
        last, spaced = glyph, False
    if piece:
        yield piece


def _follows(piece: Line, last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph stands on the line of a piece, right after it; the parts of a ligature share one box."""
    height = piece.height
    level = abs(glyph.bottom - piece.bottom) < _SAME_LINE * height
    onward = glyph.left >= last.left or glyph.left - piece.right > -_SAME_LINE * height
    return level and onward and glyph.left - piece.right < _PIECE_GAP * height


def _gutter(pieces: Sequence[Line]) -> float | None:
    """Where two columns part, None where the page has one."""
    if len(pieces) < 2 * _FEWEST:
        return None
    left, right = min(p.left for p in pieces), max(p.right for p in pieces)
    width, height = right - left, median(p.height for p in pieces)
    narrow = sorted((p.left, p.right) for p in pieces if p.right - p.left < width * (1 - _MIDDLE[0]))
    reach = left
    for start, end in narrow:
        middle = (reach + start) / 2
        central = _MIDDLE[0] * width < middle - left < _MIDDLE[1] * width
        if central and start - reach >= _GUTTER * height and _makes_columns(pieces, middle):
            return middle
        reach = max(reach, end)
    return None


def _makes_columns(pieces: Sequence[Line], gutter: float) -> bool:
    """Whether there are lines enough on both sides, beside each other, and long as in a text rather than a table."""
    sides = [p for p in pieces if p.right <= gutter], [p for p in pieces if p.left >= gutter]
    if min(map(len, sides)) < _FEWEST:
        return False
    spans = [(min(p.bottom for p in side), max(p.top for p in side)) for side in sides]
    shared = min(top for _, top in spans) - max(bottom for bottom, _ in spans)
    if shared < 0.5 * min(top - bottom for bottom, top in spans):
        return False
    width = max(p.right for p in pieces) - min(p.left for p in pieces)
    return all(median(p.right - p.left for p in side) > _TEXTLIKE * width for side in sides)


def _lines(pieces: Sequence[Line]) -> list[Line]:
    """The lines of a column from top to bottom; pieces on one line are the cells of a row, apart by a tab."""
    found: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.bottom):
        if found and abs(found[-1][0].bottom - piece.bottom) < _SAME_LINE * found[-1][0].height:
            found[-1].append(piece)
        else:
            found.append([piece])
    return [_joined(sorted(level, key=lambda piece: piece.left)) for level in found]


def _joined(level: list[Line]) -> Line:
    return Line(
        "\t".join(piece.text for piece in level),
        level[0].left,
        min(piece.bottom for piece in level),
        max(piece.right for piece in level),
        max(piece.top for piece in level),
    )


def paragraphs(sheets: Sequence[Sheet]) -> tuple[str, list[tuple[int, int]]]:
    """The text, one paragraph a line, and the offset at which each page begins with its number.

    Running heads and page numbers are left out. A word broken at the end of a line is joined: the hyphen between two
    small letters goes, unless the document writes the word with a hyphen elsewhere within a line.
    """
    heads = _running(sheets)
    compounds = _compounds(sheets)
    found: list[str] = []
    before = 0  # characters before the paragraph that is open
    pages: list[tuple[int, int]] = []
    for sheet in sheets:
        for line, fresh in _kept(sheet, heads, found):
            if fresh and found:
                before += len(found[-1]) + 1
            if fresh:
                found.append(line.text)
            else:
                found[-1] = _glued(found[-1], line.text, compounds)
            if not pages or pages[-1][1] != sheet.number:
                pages.append((before + len(found[-1]) - len(line.text), sheet.number))
    return "\n".join(found).replace("\u0002", "-"), pages


def _kept(sheet: Sheet, heads: frozenset[str], found: Sequence[str]) -> Iterator[tuple[Line, bool]]:
    """The lines of a page without its running heads, and whether each begins a paragraph."""
    for column in sheet.columns:
        lines = [line for line in column if not _is_head(line, sheet, heads)]
        for line, starts in zip(lines, _starts(lines), strict=True):
            yield line, starts if line is not lines[0] else not found or not _goes_on(found[-1], line.text)


def _starts(column: Sequence[Line]) -> list[bool]:
    """For each line of a column, whether it begins a paragraph."""
    if not column:
        return []
    left, right = min(line.left for line in column), max(line.right for line in column)
    steps = [above.bottom - below.bottom for above, below in pairwise(column)]
    pitch = median(steps) if steps else 0.0
    found = [True]
    for (above, below), step in zip(pairwise(column), steps, strict=True):
        short = above.right - left < _SHORT * (right - left) and bool(_END.search(above.text))
        indented = below.left - left > _INDENT * below.height >= above.left - left
        resized = abs(above.height - below.height) > 0.15 * above.height
        row = "\t" in above.text or "\t" in below.text
        found.append(step > _PITCH * pitch or short or indented or resized or row or bool(_ITEM.match(below.text)))
    return found


def _goes_on(above: str, below: str) -> bool:
    """Whether a paragraph runs on into the next column or page."""
    return not _END.search(above[-8:]) and below[:1].islower()


def _glued(text: str, line: str, compounds: frozenset[str]) -> str:
    """A paragraph with its next line."""
    if text[-1] not in _HYPHENS:
        return f"{text} {line}"
    broken = text[-2:-1].isalpha() and line[:1].islower()
    if not broken:
        return text + line
    word = _LAST_WORD.findall(text[-80:-1])[-1] + "-" + _FIRST_WORD.findall(line)[0]
    return text + line if text[-1] != "\u00ad" and word.casefold() in compounds else text[:-1] + line


def _compounds(sheets: Sequence[Sheet]) -> frozenset[str]:
    """The words that the document writes with a hyphen within a line."""
    return frozenset(
        word.casefold().replace("‐", "-")
        for sheet in sheets
        for column in sheet.columns
        for line in column
        for word in _COMPOUND.findall(line.text)
    )


def _running(sheets: Sequence[Sheet]) -> frozenset[str]:
    """The texts, digits apart, that stand at the head or foot of two pages and of a tenth of them."""
    seen = Counter(
        text
        for sheet in sheets
        for text in {_bare(line) for column in sheet.columns for line in column if _in_margin(line, sheet)}
    )
    return frozenset(text for text, pages in seen.items() if pages >= max(2, len(sheets) / 10))


def _bare(line: Line) -> str:
    return _DIGITS.sub("#", line.text.casefold())


def _in_margin(line: Line, sheet: Sheet) -> bool:
    return line.bottom > (1 - _MARGIN) * sheet.height or line.top < _MARGIN * sheet.height


def _is_head(line: Line, sheet: Sheet, heads: frozenset[str]) -> bool:
    return _in_margin(line, sheet) and (_bare(line) in heads or bool(_NUMBER.fullmatch(line.text)))
