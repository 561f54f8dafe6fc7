"""Segments of UN/EDIFACT interchanges (ISO 9735-1:2002), as a stream."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from entente.errors import Refused, Unreadable

__all__ = ["Segment", "segments"]

BLOCK = 1 << 16  # bytes
LARGEST = 1 << 16  # bytes of a segment
ADVICE = re.compile(rb"\s*UNA(.)(.)(.)(.)(.)(.)", re.S)
USUAL = (b":", b"+", b".", b"?", b" ", b"'")  # ISO 9735-1, clause 5.1
# Encodings by syntax identifier (ISO 9735-1, annex A; UNOW is UTF-8); none is what is not named here.
ENCODINGS = {
    b"UNOA": "latin-1",
    b"UNOB": "latin-1",
    b"UNOC": "latin-1",
    b"UNOD": "iso8859-2",
    b"UNOE": "iso8859-5",
    b"UNOF": "iso8859-7",
    b"UNOG": "iso8859-3",
    b"UNOH": "iso8859-4",
    b"UNOI": "iso8859-6",
    b"UNOJ": "iso8859-8",
    b"UNOK": "iso8859-9",
    b"UNOW": "utf-8",
    b"UNOY": "utf-8",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A segment: its tag, and its elements, each a list of components; `number` counts from 1 in the file."""

    number: int
    tag: str
    elements: tuple[tuple[str, ...], ...]

    def text(self, element: int, component: int = 0) -> str:
        """A component by its place, elements from 1 as the standard numbers them; empty where it is not there."""
        if element > len(self.elements) or component >= len(self.elements[element - 1]):
            return ""
        return self.elements[element - 1][component].strip()


def segments(path: Path) -> Iterator[Segment]:
    """The segments of an interchange, in order; blanks and line ends around and in them are no part of them.

    Raises `Unreadable` where the last one breaks off or the encoding is not known, `Refused` for one too large.
    """
    encoding = ""
    with path.open("rb") as file:
        head = file.read(BLOCK)
        advice = ADVICE.match(head)
        component, element, _, release, _, end = advice.groups() if advice else USUAL
        file.seek(advice.end() if advice else 0)
        marks = (component.decode("latin-1"), element.decode("latin-1"), release.strip().decode("latin-1"))
        for number, raw in enumerate(_cut(path, file, end, release.strip()), 1):
            if not encoding:
                encoding = _encoding(path, raw)
            try:
                text = raw.decode("utf-8")
            except UnicodeDecodeError:
                text = raw.decode(encoding, "replace")
            tag, *elements = _parts(text, marks[1], marks[2])
            parsed = tuple(
                tuple(_plain(part, marks[2]) for part in _parts(each, marks[0], marks[2])) for each in elements
            )
            yield Segment(number, _parts(tag, marks[0], marks[2])[0].strip(), parsed)


def _encoding(path: Path, first: bytes) -> str:
    found = re.match(rb"UNB\W(\w{4})", first)
    encoding = ENCODINGS.get(found[1].upper()) if found else None
    if not encoding:
        said = first[:12].decode("latin-1")
        hint = "an interchange begins with UNB and a syntax identifier, UNOA to UNOK, UNOW or UNOY"
        raise Unreadable(path.name, "its encoding is not known: {said}", hint=hint, said=repr(said))
    return encoding


def _cut(path: Path, file: object, end: bytes, release: bytes) -> Iterator[bytes]:
    """The bytes of each segment, without its end."""
    buffer, at = b"", 0
    while block := file.read(BLOCK):  # type: ignore[attr-defined]
        buffer += block
        start = 0
        while (place := buffer.find(end, at)) >= 0:
            at = place + 1
            if _released(buffer, place, release):
                continue
            if raw := _bare(buffer[start:place]):
                yield raw
            start = at
        buffer = buffer[start:]
        at = len(buffer)
        if len(buffer) > LARGEST:
            raise Refused(path.name, "a segment larger than {most} KB", hint="ask its sender", most=LARGEST >> 10)
    if re.match(rb"[A-Z]{3}\W", rest := _bare(buffer)):
        said = rest[:20].decode("latin-1")
        raise Unreadable(path.name, "it breaks off within a segment: {said}", hint="is the file cut short?", said=said)


def _bare(raw: bytes) -> bytes:
    return raw.replace(b"\r", b"").replace(b"\n", b"").strip()


def _released(buffer: bytes, place: int, release: bytes) -> bool:
    """Whether a mark is a letter, because a release character stands before it that is none itself."""
    count = 0
    while release and place - count > 0 and buffer[place - count - 1 : place - count] == release:
        count += 1
    return count % 2 == 1


def _parts(text: str, mark: str, release: str) -> list[str]:
    """A text cut at a mark that is not released."""
    if not release or release not in text:
        return text.split(mark)
    parts, start, at = [], 0, 0
    while at < len(text):
        if text[at] == release:
            at += 2
            continue
        if text[at] == mark:
            parts.append(text[start:at])
            start = at + 1
        at += 1
    return [*parts, text[start:]]


def _plain(text: str, release: str) -> str:
    """A text without its release characters."""
    return re.sub(rf"{re.escape(release)}(.)", r"\1", text, flags=re.S) if release and release in text else text
