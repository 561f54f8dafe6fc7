"""From a tree of HTML to lines: one paragraph a line, the characters of the publisher, no layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["Element", "elements", "lines", "walk"]

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol option p pre section summary table tbody tfoot "
    "thead tr ul".split()
)
_LAYOUT = re.compile(r"[ \t\n\r\f]+")  # white space of HTML (WHATWG, 4.5.1): a no-break space is a character


@dataclass(slots=True)
class Element:
    """An element in a list of all elements in the order of the document.

    `words` counts the words within, `linked` those in links; the elements within it stand in the list up to `last`
    (half-open), and `parent` is the place of the one around it. `kept` is False for what is no part of the text.
    """

    node: LexborNode
    tag: str
    parent: int
    words: int = 0
    linked: int = 0
    last: int = 0
    kept: bool = True


def elements(root: LexborNode, silent: Callable[[LexborNode, str], bool]) -> list[Element]:
    """Every element below a root; those that are `silent` are not kept, and their words not counted."""
    found = [Element(root, str(root.tag), -1)]
    open_ones = [0]
    links = 0
    for node, entered in walk(root):
        tag = str(node.tag)
        if tag == "-text":
            words = len((node.text_content or "").split()) if entered else 0
            found[open_ones[-1]].words += words
            found[open_ones[-1]].linked += words if links else 0
        elif tag[:1] not in "-!" and entered:
            found.append(Element(node, tag, open_ones[-1], kept=not silent(node, tag)))
            open_ones.append(len(found) - 1)
            links += tag == "a"
        elif tag[:1] not in "-!":
            element = found[open_ones.pop()]
            element.last = len(found)
            links -= tag == "a"
            if element.kept:
                found[element.parent].words += element.words
                found[element.parent].linked += element.linked
    found[0].last = len(found)
    return found


def walk(root: LexborNode, skipped: Set[int] = frozenset()) -> Iterator[tuple[LexborNode, bool]]:
    """Each node below a root in the order of the document, on entering it (True) and on leaving it (False).

    What is within the nodes of the `skipped` memory addresses is left out. No recursion: pages may nest deeply.
    """
    above: list[LexborNode] = []
    node = root.child
    while node is not None or above:
        if node is None:
            node = above.pop()
            yield node, False
            node = node.next
        elif node.mem_id in skipped:
            node = node.next
        else:
            yield node, True
            above.append(node)
            node = node.child


def lines(root: LexborNode, skipped: Set[int] = frozenset()) -> Iterator[str]:
    """The lines of a tree without the skipped nodes.

    Blocks, list items, table rows (cells apart by a tab) and forced breaks end a line.
    """
    pieces: list[str] = []
    for node, entered in walk(root, skipped):
        tag = node.tag
        if tag == "-text":
            if entered:
                pieces.append(node.text_content or "")
        elif tag in _BLOCKS or tag == "br":
            yield from _line(pieces)
            pieces = []
        elif tag in ("td", "th") and not entered:
            pieces = ["".join(pieces).strip(" \t\n\r\f"), "\x1f"]
    yield from _line(pieces)


def _line(pieces: list[str]) -> Iterator[str]:
    line = _LAYOUT.sub(" ", "".join(pieces)).strip(" \x1f").replace(" \x1f", "\x1f").replace("\x1f ", "\x1f")
    if line:
        yield line.replace("\x1f", "\t")
