"""Quotation marks: the stretches of a text that stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Marked", "marked"]

_MARK = re.compile(r'["“”„«»‹›\n\u2028\u2029]')
_ANY = re.compile(r"""["“”„«»‹›‘]|[.,!?…]'(?![^\W_])""")
_SINGLE = re.compile(r'["“”„«»‹›\n\u2028\u2029]|(?<![^\W_])‘(?=\S)|(?<=[\w.,!?…])’(?![^\W_])')
_STRAIGHT = re.compile(
    _SINGLE.pattern + r"|(?<![^\W_])(?<![.,!?…])'(?=[A-Z][\w'’]* )|(?<=[.,!?…])'(?![^\W_])"
)  # 'The talks go on,' said X
_CLOSED = re.compile(r"[.,!?…]'(?![^\W_])")
_LEFT = "“„«‹"
_CLOSING = (*".,!?…",)
_BREAKS = "\n\u2028\u2029"
_OPENING = "([—–-'‘“«"
_Mark = tuple[int, bool]  # its offset, and whether it opens
_Paragraph = tuple[int, int, list[_Mark]]  # its start, its end, and its marks
_LEAD = 6  # characters before an opening mark in which a heading with a colon ends
_ENDS = ".!?…:;)]»”"  # after which a line break ends a paragraph
_TAIL = 80  # characters after a closing mark that are more than the end of what it closes
_LIMIT = 40  # marks in one paragraph that may stand open at once


@dataclass(slots=True)
class Marked:
    """Words between quotation marks, marks and spaces at the ends left out.

    `left` and `right` are the offsets of the opening mark and just after the closing mark; `closed` says that there is
    a closing mark; `runs` says that the quotation goes on in the next paragraph, which opens it anew.
    """

    left: int
    right: int
    start: int
    end: int
    closed: bool = True
    runs: bool = False


def marked(text: str) -> list[Marked]:
    """The outermost marked stretches of a text that are not empty, in order.

    Marks nest; a mark that is not closed in its paragraph runs to the paragraph's end, unless a later paragraph closes
    it before any opens another, or a heading with a colon introduces it and no other mark follows.
    """
    found: list[Marked] = []
    if not _ANY.search(text):
        return found
    carried: int | None = None  # an opening mark of the paragraph before
    paragraphs = list(_paragraphs(text))
    index = 0
    while index < len(paragraphs):
        start, end, marks = paragraphs[index]
        index += 1
        following = paragraphs[index] if index < len(paragraphs) else None
        carried = _pair(text, start, end, marks, carried, following, found)
        if found and found[-1].right == end and not (found[-1].closed or found[-1].runs or carried):
            index = _run_on(text, paragraphs, index, found)
    return [stretch for stretch in found if stretch.start < stretch.end]


def _run_on(text: str, paragraphs: list[_Paragraph], index: int, found: list[Marked]) -> int:
    """Let an open stretch run on over the paragraphs from an index on; the index of the next one to be paired."""
    last = index
    while last < len(paragraphs) and _balanced(paragraphs[last][2]):
        last += 1
    closes = index < last < len(paragraphs) and not paragraphs[last][2][0][1]
    lead = text[max(0, found[-1].left - _LEAD) : found[-1].left]
    introduced = "\n" in lead and lead.rstrip().endswith(":")
    if last == index or not (closes or (introduced and last == len(paragraphs))):
        return index
    for start, end, _ in paragraphs[index:last]:
        if any(map(str.isalpha, text[start:end])):
            _go_on(text, start, end, found)
    if closes:
        start, end, marks = paragraphs[last]
        close = marks[0][0]
        _go_on(text, start, close, found)
        found[-1].right, found[-1].closed = close + 1, True
        paragraphs[last] = close + 1, end, marks[1:]
    return last


def _go_on(text: str, start: int, end: int, found: list[Marked]) -> None:
    """Let the last stretch go on over a paragraph: as one of its own, unless the text is wrapped within a sentence."""
    if text[found[-1].end - 1] in _ENDS:
        found[-1].runs = True
        found.append(_stretch(text, start - 1, end, end, closed=False))
    else:
        further = _stretch(text, start - 1, end, end)
        found[-1].end, found[-1].right = max(found[-1].end, further.end), end


def _balanced(marks: list[_Mark]) -> bool:
    """Whether every mark of a paragraph has its partner in it."""
    depth = 0
    for _, opens in marks:
        depth += 1 if opens else -1
        if depth < 0:
            return False
    return depth == 0


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """Start, end and marks of each paragraph that is not blank; single marks count in pairs only, outside others."""
    start = 0
    marks: list[_Mark] = []
    single = -1  # index of an open single mark
    depth = 0
    pattern = _STRAIGHT if _CLOSED.search(text) else _SINGLE if "‘" in text else _MARK
    for match in pattern.finditer(text):
        at = match.start()
        if text[at] in _BREAKS:
            if single >= 0:
                del marks[single]
            if at > start and not text[start:at].isspace():
                yield start, at, marks
            start, marks, single, depth = at + 1, [], -1, 0
        elif text[at] in "‘’'":
            opens = text[at] == "‘" or (text[at] == "'" and text[at - 1 : at] not in _CLOSING)
            if opens and depth == 0:
                single, depth = len(marks), 1
                marks.append((at, True))
            elif not opens and single >= 0 and depth == 1:
                single, depth = -1, 0
                marks.append((at, False))
        else:
            opens = _opens(text, at, start, depth)
            depth = depth + 1 if opens else max(0, depth - 1)
            marks.append((at, opens))
    if single >= 0:
        del marks[single]
    if start < len(text):
        yield start, len(text), marks


def _opens(text: str, at: int, start: int, depth: int) -> bool:
    """Whether a mark opens: by its shape, unless what stands around it tells that it was mistyped."""
    mark = text[at]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == '"':
        if depth == 0:
            return before.isspace() or before in _OPENING or (after.isalnum() and not before.isalnum())
        return (before.isspace() or before in _OPENING) and after.isalnum()
    if mark in _LEFT:
        return not (mark == "“" and depth and not before.isspace() and (after.isspace() or after in ",.;"))
    if at - start < 4 and not text[start:at].strip():
        return not after.isspace() or mark == "»"
    return mark == "”" and depth == 0 and before.isspace() and after.isalnum()


def _pair(
    text: str,
    start: int,
    end: int,
    marks: list[_Mark],
    carried: int | None,
    following: _Paragraph | None,
    found: list[Marked],
) -> int | None:
    """Pair the marks of a paragraph; give back the opening mark that the next paragraph closes."""
    stack: list[int] = [] if carried is None else [carried]
    closed = None  # the last mark that closed an inner stretch
    for at, opens in marks:
        if opens:
            if len(stack) < _LIMIT:
                stack.append(at)
        elif stack:
            left = stack.pop()
            if stack:
                closed = at
            else:
                found.append(_stretch(text, left, at, at + 1))
                closed = None
    if not stack:
        return None
    left = stack[0]
    if closed is not None and end - closed < _TAIL:  # an inner mark was never closed: its partner closes the whole
        found.append(_stretch(text, left, closed, closed + 1))
        return None
    if following is not None and carried is None and following[2] and not following[2][0][1]:
        return left
    runs = following is not None and bool(following[2]) and not text[following[0] : following[2][0][0]].strip()
    found.append(_stretch(text, left, end, end, closed=False, runs=runs))
    return None


def _stretch(text: str, left: int, stop: int, right: int, *, closed: bool = True, runs: bool = False) -> Marked:
    """The stretch from an opening mark to a closing one, or to where it breaks off."""
    start, end = left + 1, stop
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(left, right, start, end, closed, runs)
