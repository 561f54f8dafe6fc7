"""Elements of XML that may be hostile: read as a stream, without a document type, an entity or the network.

A message that was sent by somebody is not mended, as a publisher's file is (`nodes.py`): what is not well-formed, or
has a document type definition, is refused. Each element is forgotten when it was given, and so is all before it; what
stands between two of them, or in one, may have no more than `LARGEST` bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente.errors import Refused, Unreadable

if TYPE_CHECKING:
    from lxml import etree

__all__ = ["SAFE", "elements", "local"]

BLOCK = 1 << 16  # bytes
LARGEST = 4 << 20  # bytes of one element, or between two
SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False, "dtd_validation": False, "huge_tree": False}


def elements(path: Path, piece: Callable[[str, str], bool]) -> Iterator[Any]:
    """The elements that are a piece of a document, told by their local name and their parent's, each once it ended.

    It holds its content and has its ancestors until the next one is asked for. Raises `Unreadable` for what is not
    well-formed XML, `Refused` for a document type definition and for an element that is too large.
    """
    from lxml import etree

    parser: Any = etree.XMLPullParser(events=("start", "end"), **SAFE)
    given, rooted = 0, False
    try:
        with path.open("rb") as file:
            while block := file.read(BLOCK):
                parser.feed(block)
                given += len(block)
                for event, element in parser.read_events():
                    rooted = rooted or _plain(path, element)
                    if event == "end" and piece(local(element), local(element.getparent())):
                        given = 0
                        yield element
                        _forget(element)
                if given > LARGEST:
                    most = LARGEST >> 20
                    raise Refused(path.name, "an element larger than {most} MB", hint="ask its sender", most=most)
        parser.close()
    except (etree.XMLSyntaxError, LookupError, ValueError) as trouble:
        raise _fault(path, trouble) from None


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for a comment, and for None."""
    tag = getattr(element, "tag", "")
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _plain(path: Path, element: etree._Element) -> bool:
    """True for an element of a document without a document type definition. Raises `Refused` for one that has any."""
    if element.getroottree().docinfo.internalDTD is not None:
        hint = "no message needs one; ask its sender"
        raise Refused(path.name, "it has a document type definition, which may hide anything", hint=hint)
    return True


def _forget(element: Any) -> None:
    """Empty an element, and take away all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _fault(path: Path, trouble: Exception) -> Unreadable:
    line = getattr(trouble, "lineno", None)
    why = str(getattr(trouble, "msg", "") or trouble).partition(", line ")[0].strip()
    where = f"{path.name}:{line}" if line else path.name
    return Unreadable(where, "not well-formed XML: {why}", hint="is the file cut short?", why=why)
