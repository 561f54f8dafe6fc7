"""Cuts a large XML document into its second-level elements, each with its bytes and its place.

The bytes between the elements are parsed too, so that a document that is not well-formed is refused; one element
that is not well-formed is set aside alone.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, TYPE_CHECKING

from entente.errors import Unreadable
from entente.model.aside import Aside

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from lxml import etree

__all__ = ["Cutter", "Piece", "Span", "pieces"]

BLOCK = 1 << 20
GROUP = 1 << 15  # bytes of elements that are parsed together: a parser made anew for each costs a tenth of the parsing
LONGEST_MARK = 256  # bytes that a mark may have: so many are looked through again when more is read
TAG = re.compile(rb"""<[^\s/>]+(?:[^>"']|"[^"]*"|'[^']*')*>""")
DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")
WIDE = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
ENDS = {b"<!--": b"-->", b"<![CDATA[": b"]]>", b"<?": b"?>"}


@dataclass(frozen=True, slots=True)
class Piece:
    """One element: `first` to `last` are its bytes in the file (None where a character has two or four bytes), `line`
    is the line it begins on, `hash` the SHA-256 of its bytes; `root` are the attributes of the root element."""

    element: Element
    root: Mapping[str, str]
    first: int | None
    last: int | None
    line: int
    hash: str


@dataclass(frozen=True, slots=True)
class Span:
    """The bytes of an element, where they begin (byte and line), how many lines they end, and the bytes before it
    since the last one."""

    first: int
    line: int
    lines: int
    before: bytes
    inside: bytes


def pieces(path: Path, name: str) -> Iterator[Piece | Aside]:
    """The second-level elements called `name`, in order. Raises `Unreadable`."""
    with path.open("rb") as file:
        head = file.read(BLOCK)
        file.seek(0)
        wide = next((encoding for mark, encoding in WIDE.items() if head.startswith(mark)), None)
        if wide:
            yield from cut(narrowed(file, wide, path.name), name, "utf-8", placed=False, where=path.name)
        else:
            declared = DECLARED.search(head[:200])
            encoding = declared[1].decode("ascii") if declared else "utf-8"
            yield from cut(file, name, encoding, placed=True, where=path.name)


def narrowed(file: IO[bytes], encoding: str, where: str) -> IO[bytes]:
    """The same text in UTF-8, for documents of two or four bytes a character."""
    try:
        return io.BytesIO(file.read().decode(encoding).encode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(where, "not a text in {encoding}: {why}", encoding=encoding, why=error) from error


def cut(file: IO[bytes], name: str, encoding: str, *, placed: bool, where: str) -> Iterator[Piece | Aside]:
    """The pieces of a document with marks of one byte."""
    frame = Frame(encoding, where)
    for group in grouped(framed(frame, Cutter(file, name))):
        for span, element in zip(group, frame.parsed(group), strict=True):
            if isinstance(element, Exception):
                yield Aside(f"line {span.line}", name, "", f"not well-formed: {element}", whole=True)
                continue
            first, last = (span.first, span.first + len(span.inside)) if placed else (None, None)
            yield Piece(element, frame.root, first, last, span.line, sha256(span.inside).hexdigest())


def framed(frame: Frame, spans: Iterable[Span]) -> Iterator[Span]:
    """The same elements, while what stands between them is parsed. Raises `Unreadable`."""
    for span in spans:
        frame.feed(span)
        if span.inside:
            yield span
    frame.close()


def grouped(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """The same elements, in groups of some size."""
    group, size = [], 0
    for span in spans:
        group.append(span)
        size += len(span.inside)
        if size >= GROUP:
            yield group
            group, size = [], 0
    if group:
        yield group


class Frame:
    """The document without its pieces, parsed as it comes.

    Once the root element was read, `opening` and `closing` are its tags and `root` its attributes.
    """

    def __init__(self, encoding: str, where: str) -> None:
        from lxml import etree

        self.where = where
        self.encoding = encoding
        try:
            codecs.lookup(encoding)
            self.parser = etree.XMLPullParser(
                events=("start",), encoding=encoding, resolve_entities=False, no_network=True
            )
        except LookupError as error:
            raise Unreadable(where, "unknown encoding {encoding}", encoding=encoding) from error
        self.lines = 0  # of the document that are not parsed here
        self.opening = b""
        self.closing = b""
        self.root: Mapping[str, str] = {}

    def feed(self, span: Span) -> None:
        """Parse what stands before a piece, unless it is blank. Raises `Unreadable`."""
        from lxml import etree

        if self.opening and span.inside and not span.before.strip():
            self.lines += span.before.count(b"\n") + span.lines
            return
        try:
            self.parser.feed(span.before)
            self.lines += span.lines
        except etree.XMLSyntaxError as error:
            raise self.fault(error) from error
        if not self.opening:
            for _, root in self.parser.read_events():
                [tag] = re.findall(TAG, etree.tostring(root))[:1]
                self.opening = re.sub(rb"/?>\Z", b">", tag)
                self.closing = b"</" + re.split(rb"[\s>]", self.opening[1:], maxsplit=1)[0] + b">"
                self.root = {str(key): str(value) for key, value in root.attrib.items()}
                break

    def parsed(self, group: Sequence[Span]) -> Sequence[Element | Exception]:
        """The elements of a group, read alone where one is not well-formed; in the place of such a one, its fault."""
        from xml.etree.ElementTree import ParseError, XMLParser

        parser = XMLParser(encoding=self.encoding)
        try:
            parser.feed(self.opening + b"".join(span.inside for span in group) + self.closing)
            return list(parser.close())
        except (ParseError, ValueError) as error:
            return [error] if len(group) == 1 else [one for span in group for one in self.parsed([span])]

    def close(self) -> None:
        """The end of the document. Raises `Unreadable` where it is cut short."""
        from lxml import etree

        try:
            self.parser.close()
        except etree.XMLSyntaxError as error:
            raise self.fault(error) from error

    def fault(self, error: etree.XMLSyntaxError) -> Unreadable:
        """The fault of a document that is not well-formed."""
        why, line = (error.msg or "").partition(", line ")[0].strip(), (error.lineno or 0) + self.lines
        hint = "is the file cut short?"
        return Unreadable(f"{self.where}:{line}", "not well-formed XML: {why}", hint=hint, why=why)


class Cutter:
    """Finds the elements in a document's bytes, block by block.

    `buffer` holds the document from byte `base`; `begin` is where the last element ended, `at` how far it was looked
    through, `start` where the element now being read began.
    """

    def __init__(self, file: IO[bytes], *names: str) -> None:
        tag = b"(?:" + b"|".join(re.escape(name.encode("ascii")) for name in names) + b")"
        self.file = file
        self.mark = re.compile(rb"<(?:" + tag + rb"(?=[\s/>])|/" + tag + rb"\s*>|!--|!\[CDATA\[|\?)")
        self.buffer = bytearray()
        self.base = self.begin = self.at = 0
        self.start: int | None = None
        self.line = 1

    def __iter__(self) -> Iterator[Span]:
        """Each element with what stands before it; last, with an empty element, what stands after all."""
        depth = 0
        while (found := self.find()) is not None:
            if found in ENDS:
                self.pass_over(ENDS[found])
            elif found.startswith(b"</"):
                depth -= 1
                self.pass_over(b">")
            else:
                self.start = self.at if self.start is None else self.start
                depth += not self.pass_tag().endswith(b"/>")
            if self.start is not None and depth <= 0:
                yield self.taken(self.start)
                depth = 0
        yield Span(self.base + self.begin, self.line, 0, bytes(self.buffer[self.begin :]), b"")

    def taken(self, start: int) -> Span:
        """The element that was read, and what stands before it."""
        before, inside = bytes(self.buffer[self.begin : start]), bytes(self.buffer[start : self.at])
        line, lines = self.line + before.count(b"\n"), inside.count(b"\n")
        self.line = line + lines
        self.begin, self.start = self.at, None
        return Span(self.base + start, line, lines, before, inside)

    def find(self) -> bytes | None:
        """The next mark, at which the search then stands; None at the end."""
        while (found := self.mark.search(self.buffer, self.at)) is None:
            self.at = max(self.at, len(self.buffer) - LONGEST_MARK)
            if not self.refill():
                return None
        self.at = found.start()
        return bytes(found[0])

    def pass_over(self, end: bytes) -> None:
        """Go behind the next `end`, or to the end of the document."""
        while (place := self.buffer.find(end, self.at)) < 0:
            if not self.refill():
                self.at = len(self.buffer)
                return
        self.at = place + len(end)

    def pass_tag(self) -> bytes:
        """Go behind the tag that begins here, or to the end of the document; the tag."""
        while (found := TAG.match(self.buffer, self.at)) is None:
            if not self.refill():
                self.at = len(self.buffer)
                return b""
        self.at = found.end()
        return bytes(found[0])

    def refill(self) -> bool:
        """Read another block, and forget what was taken; False at the end of the document."""
        block = self.file.read(BLOCK)
        if not block:
            return False
        del self.buffer[: self.begin]
        self.base += self.begin
        self.at -= self.begin
        self.start = None if self.start is None else self.start - self.begin
        self.begin = 0
        self.buffer += block
        return True
