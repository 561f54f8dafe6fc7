"""Nodes of XML and JSON documents: each field is taken or ignored by name; a field that nobody knows is refused."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from entente.errors import Refused, StrangeRow, Unreadable
from entente.feeds.pieces import Cutter
from entente.feeds.row import LONGEST, SHAPELESS, BadValue
from entente.model.aside import Aside
from entente.model.listing import Listing

__all__ = ["Node", "json_document", "take_nodes", "xml_nodes"]

Found = TypeVar("Found")
TEXT = "."  # the name of a node's own text beside its children and attributes
CONTROLS = bytes(range(0x09)) + b"\x0b\x0c" + bytes(range(0x0E, 0x20))
BLANKS = bytes.maketrans(CONTROLS, b" " * len(CONTROLS))
BARE_AND = re.compile(rb"&(?!#?\w{1,8};)")
BARE_LESS = re.compile(rb"<(?!/?[A-Za-z_][\w:.-]*(?:\s+[\w:.-]+\s*=|\s*/?>)|[!?])")
DEFINITION = re.compile(rb"<!DOCTYPE|<!ENTITY")
WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, whose bytes are not letters
CLAIM = re.compile(rb"""(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']utf-8["']|(?!.{0,100}encoding)""", re.I | re.S)
Value: TypeAlias = "str | Node"


class Node:
    """Fields by name, each a list of texts and nodes; taking a field removes it, `close` refuses what is left.

    `place` is the node's place in its document, as a person finds it, and `row` as a program does, where there are
    two; `asides` what was set aside so far.
    """

    __slots__ = ("asides", "fields", "place", "row")

    def __init__(self, place: str, fields: dict[str, list[Value]], row: str = "") -> None:
        self.place = place
        self.row = row or place
        self.fields = fields
        self.asides: list[Aside] = []

    def texts(self, field: str) -> tuple[str, ...]:
        """The texts of a field that are not blank. Raises `StrangeRow` where one of them has fields of its own."""
        found = self.fields.pop(field, [])
        for value in found:
            if isinstance(value, Node):
                raise StrangeRow(
                    self.place, "{field} has fields", hint="has the publisher's layout changed?", field=field
                )
        return tuple(text for value in found if isinstance(value, str) and (text := value.strip()))

    def text(self, field: str) -> str:
        """The one text of a field, or an empty one. Raises `StrangeRow` for more than one."""
        found = self.texts(field)
        if len(found) > 1:
            raise StrangeRow(self.place, "more than one {field}", hint="read them all, as texts", field=field)
        return found[0] if found else ""

    def need(self, field: str) -> str:
        """The text of a field that must not be blank. Raises `BadValue`."""
        text = self.text(field)
        if not text:
            raise BadValue(field, text, "blank")
        return text

    def words(self, field: str) -> tuple[str, ...]:
        """The texts of a field, of those that have fields of their own too; these are passed over."""
        found = self.fields.pop(field, [])
        texts = [value if isinstance(value, str) else value.text(TEXT) for value in found]
        return tuple(text.strip() for text in texts if text.strip())

    def nodes(self, field: str) -> tuple[Node, ...]:
        """The nodes of a field; a blank text is an empty element and no node. Raises `StrangeRow` for other text."""
        found = self.fields.pop(field, [])
        for value in found:
            if isinstance(value, str) and value.strip():
                raise StrangeRow(self.place, "{field} has no fields", hint="read it as a text", field=field)
        return tuple(value for value in found if isinstance(value, Node))

    def pick(self, field: str, table: Mapping[str, Found], *, folded: bool = False) -> Found:
        """What a table of all known categories says of a field, in small letters if `folded`. Raises `BadValue`."""
        text = self.text(field).casefold() if folded else self.text(field)
        if text not in table:
            raise BadValue(field, text, "not a known category")
        return table[text]

    def read(self, field: str, reader: Callable[[str], Found]) -> tuple[Found, ...]:
        """What a reader makes of the texts of a field; those for which it raises `ValueError` are set aside."""
        made = []
        for text in self.texts(field):
            try:
                made.append(reader(text))
            except ValueError as error:
                self.asides.append(Aside(self.place, field, text[:LONGEST], str(error), whole=False))
        return tuple(made)

    def set_aside(self, field: str, value: str, reason: str) -> None:
        """Keep a value that cannot be used, with its reason."""
        self.asides.append(Aside(self.place, field, value[:LONGEST], reason, whole=False))

    def close(self, ignored: Collection[str] = ()) -> None:
        """Refuse a field that was neither taken nor ignored by name. Raises `StrangeRow`."""
        for field, values in self.fields.items():
            if field not in ignored and any(isinstance(value, Node) or value.strip() for value in values):
                raise StrangeRow(self.place, "new field {field}", hint="read it, or ignore it by name", field=field)


def take_nodes(nodes: Iterable[Node], build: Callable[[Node], Iterator[Listing]]) -> Iterator[Listing | Aside]:
    """The listings that `build` makes of each node, with their rows, and what was set aside.

    A node with a `BadValue`, or of another shape than `build` expects, is set aside whole.
    """
    for node in nodes:
        try:
            made = list(build(node))
        except BadValue as bad:
            yield bad.aside(node.place, whole=True)
        except SHAPELESS as error:
            yield Aside(node.place, "", str(error)[:LONGEST], "not of the shape that such rows have", whole=True)
        else:
            yield from (replace(one, row=node.row) for one in made)
        yield from node.asides


def xml_nodes(path: Path, *names: str) -> Iterator[Node]:
    """The elements of an XML document with one of these local names, as nodes; each is forgotten when it was given.

    Attributes and children are fields, by local name; the row of each is its bytes in the file as it came. Raises
    `Unreadable` where the document is not well-formed, or breaks off; three slips of careless copies are mended first
    (`_mended`). Raises `Refused` for one that declares entities: lists are large, so that the parser's own limits are
    off.
    """
    from lxml import etree

    tags = [f"{{*}}{name}" for name in names]
    raw = _mended(path)
    if DEFINITION.search(raw.replace(b"\x00", b"")):
        hint = "no list needs one; see where the file is from"
        raise Refused(path.name, "it has a document type definition, which may hide anything", hint=hint)
    try:
        safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
        elements = etree.iterparse(io.BytesIO(raw), tag=tags, **safe)
        for (_, element), row in zip(elements, chain(_rows(path, names), repeat("")), strict=False):
            yield _node(element, f"line {element.sourceline}", row)
            element.clear()
    except etree.XMLSyntaxError as trouble:
        raise Unreadable(path.name, "not an XML document: {trouble}", trouble=str(trouble)) from None


def _rows(path: Path, names: Collection[str]) -> Iterator[str]:
    """The bytes of each element with one of these names; of none where a character has two bytes or names a prefix."""
    with path.open("rb") as file:
        for span in Cutter(file, *names):
            if span.inside:
                yield f"bytes {span.first}-{span.first + len(span.inside)}"


def _mended(path: Path) -> bytes:
    """The bytes of a document: control characters are blanks, bare "&" and "<" are escaped, Latin-1 is UTF-8.

    What is not UTF-8 although it says so is Latin-1 in every such file that was met.
    """
    raw = path.read_bytes()
    if raw[:2] in WIDE:
        return raw
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        if CLAIM.match(raw):
            raw = raw.decode("latin-1").encode("utf-8")
    return BARE_LESS.sub(b"&lt;", BARE_AND.sub(b"&amp;", raw.translate(BLANKS)))


def _node(element: Any, place: str, row: str = "") -> Node:
    fields: dict[str, list[Value]] = {}
    for name, value in element.attrib.items():
        fields.setdefault(_local(str(name)), []).append(str(value))
    for child in element.iterchildren("*"):
        plain = not len(child) and not child.attrib
        value = (child.text or "") if plain else _node(child, f"line {child.sourceline}")
        fields.setdefault(_local(str(child.tag)), []).append(value)
    if element.text and element.text.strip():
        fields.setdefault(TEXT, []).append(element.text)
    return Node(place, fields, row)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def json_document(path: Path) -> Node:
    """A JSON document whose values are objects, lists of them, texts and numbers. Raises `Unreadable`."""
    try:
        document = json.loads(path.read_text("utf-8-sig"))
    except (ValueError, UnicodeDecodeError) as trouble:
        raise Unreadable(path.name, "not a JSON document: {trouble}", trouble=str(trouble)) from None
    if not isinstance(document, dict):
        raise Unreadable(path.name, "not a JSON object")
    return _object(document, "")


def _object(value: Mapping[str, Any], place: str) -> Node:
    fields: dict[str, list[Value]] = {}
    for name, held in value.items():
        for number, one in enumerate(held if isinstance(held, list) else [held]):
            inside = f"{place}.{name}".lstrip(".") + (f"[{number}]" if isinstance(held, list) else "")
            made = _object(one, inside) if isinstance(one, dict) else "" if one is None else str(one)
            fields.setdefault(name, []).append(made)
    return Node(place, fields)
