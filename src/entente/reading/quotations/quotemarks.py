"""Quotation marks: the stretches of a text that stand between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from entente.text.late import Late

__all__ = ["Marked", "marked"]

_MARK = Late(r'["“”„«»‹›\n\u2028\u2029]')
_ANY = Late(r"[\"“”„«»‹›‘]|(?<![^\s(\[])'(?=[^\W\d_])")
_SINGLE = Late(
    r"[\"“”„«»‹›\n\u2028\u2029]|(?P<opens>(?<![^\W_])‘(?=\S)|(?<![^\s(\[])'(?=[^\W\d_]))"
    r"|(?P<closes>(?<=[\w.,!?…])[’'](?![^\W_]))"
)
_OWNER = Late(r"s['’] [^\W\d_]")  # "the parties' own"
_LATER = Late(r"(?P<opens>[\s(\[]['‘](?=\w))|[.,!?…]['’](?![^\W_])|\n")
_LEFT = "“„«‹"
_RIGHT = "”»›"
_BREAKS = "\n\u2028\u2029"
_OPENING = "([—–-'‘“«"
_SINGLES = Late(r"‘|(?<![^\s(\[])'(?=[^\W\d_])")
_Mark = tuple[int, bool]  # its offset, and whether it opens
_LIMIT = 40  # marks in one paragraph that may stand open at once
_LASTING = 20  # paragraphs over which a mark is looked for that closes another
_TAIL = 80  # code points after a closing mark that are more than the end of what it closes
_WRAPPED = 30  # code points of a line that may be wrapped
_ENDS = ".!?…:;)]»”"  # after which a line break ends a paragraph
_OWNED = 400  # code points after the apostrophe of an owner


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


@dataclass(slots=True)
class _Paragraph:
    """A paragraph and its marks; `single` is the index of a single mark that is left open, or negative."""

    start: int
    end: int
    marks: list[_Mark]
    single: int = -1

    def opened(self, text: str) -> bool:
        """Whether a mark begins the paragraph."""
        return bool(self.marks) and not text[self.start : self.marks[0][0]].strip()

    def balanced(self) -> bool:
        """Whether every mark of the paragraph has its partner in it."""
        depth = 0
        for _, opens in self.marks:
            depth += 1 if opens else -1
            if depth < 0:
                return False
        return depth == 0

    def paired(self, text: str, following: _Paragraph | None) -> list[_Mark]:
        """The marks to pair: an open single one only at the start, where the next paragraph opens anew."""
        if self.single >= 0:
            single = text[self.marks[self.single][0]]
            runs = self.single == 0 and self.opened(text) and following is not None and following.opened(text)
            if not runs or following is None or text[following.marks[0][0]] != single:
                del self.marks[self.single]
        return self.marks


def marked(text: str) -> list[Marked]:
    """The outermost marked stretches of a text that are not empty, in order; each ends with its paragraph.

    Marks nest. A mark that is not closed in its paragraph runs on where the next one opens anew, where a later one
    closes it before another opens, or, after a colon, where no mark follows at all; else to its paragraph's end.
    """
    found: list[Marked] = []
    if not _ANY.search(text):
        return found
    carried: int | None = None  # an opening mark of a paragraph before
    paragraphs = list(_paragraphs(text))
    for index in range(len(paragraphs)):
        carried = _pair(text, paragraphs, index, carried, found)
    return [stretch for stretch in found if any(map(str.isalnum, text[stretch.start : stretch.end]))]


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    """The paragraphs that are not blank; single marks count in pairs only, or at the start, outside of others."""
    start = 0
    marks: list[_Mark] = []
    single = -1  # index of an open single mark
    depth = 0
    pattern = _SINGLE if _SINGLES.search(text) else _MARK
    for match in pattern.finditer(text):
        at = match.start()
        if text[at] in _BREAKS:
            if at > start and not text[start:at].isspace():
                yield _Paragraph(start, at, marks, single)
            start, marks, single, depth = at + 1, [], -1, 0
        elif match.lastgroup == "opens":
            if depth == 0:
                single, depth = len(marks), 1
                marks.append((at, True))
        elif match.lastgroup == "closes":
            if single >= 0 and depth == 1 and not _owns(text, at):
                single, depth = -1, 0
                marks.append((at, False))
        else:
            opens = _opens(text, at, start, depth)
            depth = depth + 1 if opens else max(0, depth - 1)
            marks.append((at, opens))
    if start < len(text):
        yield _Paragraph(start, len(text), marks, single)


def _owns(text: str, at: int) -> bool:
    """Whether a mark after an s is the apostrophe of an owner: a mark that closes follows before one that opens."""
    if not _OWNER.match(text, at - 1):
        return False
    later = _LATER.search(text, at + 1, at + _OWNED)
    return later is not None and later["opens"] is None and later[0] != "\n"


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
        return not (depth and not (before.isspace() or before in _OPENING) and (after.isspace() or after in ",.;"))
    if at - start < 4 and not text[start:at].strip():
        return not after.isspace() or mark == "»"
    return mark == "”" and depth == 0 and before.isspace() and after.isalnum()


def _pair(text: str, paragraphs: list[_Paragraph], index: int, carried: int | None, found: list[Marked]) -> int | None:
    """Pair the marks of a paragraph; give back the opening mark that runs on in the next, which does not repeat it."""
    here = paragraphs[index]
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    stack: list[int] = [] if carried is None else [carried]
    closed = None  # the last mark that closed an inner stretch
    for at, opens in here.paired(text, following):
        if opens:
            if len(stack) < _LIMIT:
                stack.append(at)
        elif stack:
            left = stack.pop()
            if stack:
                closed = at
            else:
                _add(text, found, _stretch(text, max(left, here.start - 1), at, at + 1))
                closed = None
        elif text[at] in _RIGHT and here.end - at < _TAIL and _beside(text, paragraphs, index):
            _unopened(text, here, at, found)
    if not stack:
        return None
    left = stack[0]
    if (
        closed is not None and left >= here.start and here.end - closed < _TAIL
    ):  # an inner mark was never closed: its partner closes the whole
        found.append(_stretch(text, left, closed, closed + 1))
        return None
    carries = following is not None and (carried is not None or _carries(text, paragraphs, index, left))
    runs = following is not None and (carries or following.opened(text))
    _add(text, found, _stretch(text, max(left, here.start - 1), here.end, here.end, closed=False, runs=runs))
    return left if carries else None


def _beside(text: str, paragraphs: list[_Paragraph], index: int) -> bool:
    """Whether a quotation stands in the paragraph before, or opens the next."""
    before = index > 0 and paragraphs[index - 1].marks
    return bool(before) or (index + 1 < len(paragraphs) and paragraphs[index + 1].opened(text))


def _unopened(text: str, here: _Paragraph, at: int, found: list[Marked]) -> None:
    """Add a paragraph that goes on with a quotation, of which the opening mark was left out."""
    while found and found[-1].left >= here.start:
        found.pop()
    found.append(replace(_stretch(text, here.start - 1, at, at + 1), left=here.start))


def _add(text: str, found: list[Marked], stretch: Marked) -> None:
    """Add a stretch, or let it lengthen the one before, of which it is a further line in a wrapped text."""
    last = found[-1] if found else None
    carried = text[stretch.left] in _BREAKS or stretch.left < 0
    if last is None or not (carried and last.runs) or text[last.end - 1] in _ENDS or last.end - last.left < _WRAPPED:
        found.append(stretch)
    elif stretch.end > stretch.start:
        last.right, last.end, last.closed, last.runs = stretch.right, stretch.end, stretch.closed, stretch.runs


def _carries(text: str, paragraphs: list[_Paragraph], index: int, left: int) -> bool:
    """Whether a mark is closed in a later paragraph, or, at the start of one that is introduced, never."""
    here = paragraphs[index]
    for later in paragraphs[index + 1 : index + _LASTING]:
        if not later.balanced():
            return not later.marks[0][1]
    begins = not text[here.start : left].strip()
    introduced = begins and (text[max(0, here.start - 2) : here.start].strip() == ":" or text[here.end - 1] in ",:")
    return introduced and all(later.balanced() for later in paragraphs[index + 1 :])


def _stretch(text: str, left: int, stop: int, right: int, *, closed: bool = True, runs: bool = False) -> Marked:
    """The stretch from an opening mark to a closing one, or to where it breaks off."""
    start, end = left + 1, stop
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Marked(left, right, start, end, closed, runs)
