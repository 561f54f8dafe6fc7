"""The documents of a batch, and the job of reading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from entente.cli.inputs import is_address, parse_line, statement
from entente.engines import Outcome
from entente.errors import Fault
from entente.text.say import say
from entente.workspace import Settings, Workspace

if TYPE_CHECKING:
    from entente.model.reading import Statement

__all__ = ["File", "Line", "ReadJob", "files", "stream"]


@dataclass(frozen=True, slots=True)
class File:
    """A document in a file, or at an address of the web; `where` is its id, its path as it is named in the output."""

    where: str
    name: str

    def mark(self) -> bytes:
        """Path, size and time of the last change."""
        if is_address(self.name):
            return f"{self.name}\0".encode()
        try:
            state = Path(self.name).stat()
        except OSError:
            return f"{self.where}\0absent\0".encode()
        return f"{self.where}\0{state.st_size}\0{state.st_mtime_ns}\0".encode()

    def statement(self, language: str | None, day: date | None) -> Statement:
        """The statement in the file."""
        return statement(self.name, language=language, when=day, id=self.where)


@dataclass(frozen=True, slots=True)
class Line:
    """A document in a line of JSON; `where` is the number of its line."""

    where: str
    data: bytes

    def mark(self) -> bytes:
        """The digest of the line."""
        return sha256(self.data).digest()

    def statement(self, language: str | None, day: date | None) -> Statement:
        """The statement of the line; what the line leaves out is as the options say."""
        return parse_line(self.data, self.where, language=language, when=day)


def files(names: Sequence[str]) -> list[File]:
    """The files that names stand for: a folder is all the files in it but hidden ones, by their relative paths."""
    found: list[File] = []
    for name in names:
        if is_address(name) or not Path(name).is_dir():
            found.append(File(_printable(name), name))
            continue
        root = Path(name)
        shown = root if len(names) > 1 else Path()
        found += [
            File(_printable((shown / path).as_posix()), str(root / path))
            for path in sorted(path.relative_to(root) for path in root.rglob("*") if path.is_file())
            if not any(part.startswith(".") for part in path.parts)
        ]
    return found


def _printable(name: str) -> str:
    """A file's name as text, where its bytes may be none."""
    return name.encode("utf-8", "backslashreplace").decode()


def stream(source: BinaryIO) -> Iterator[Line]:
    """The lines of a stream that are not empty."""
    return (Line(f"-:{count}", line) for count, line in enumerate(source, 1) if line.strip())


@dataclass(frozen=True, slots=True)
class ReadJob:
    """The job of `entente read`: from documents to lines of JSON.

    `lang` is the language in which reasons are said; `language` and `day` hold for documents that tell none.
    """

    lang: str
    language: str | None
    day: date | None
    settings: Settings

    def work(self) -> dict[str, str]:
        """What the outcomes depend on but the documents; the key to a service is no part of it."""
        settings = self.settings
        return {
            "language": self.language or "",
            "date": self.day.isoformat() if self.day else "",
            "reader": " ".join((settings.reader, settings.reader_url, settings.reader_model)).strip(),
        }

    def __call__(self, documents: Sequence[File | Line]) -> list[Outcome]:
        """One outcome a document; a fault, or trouble that nobody foresaw, sets the document aside."""
        return [self._read(document) for document in documents]

    def _read(self, document: File | Line) -> Outcome:
        import msgspec

        from entente.reporting.readings import document as shown

        try:
            asked = document.statement(self.language, self.day)
            house = Workspace(self.settings)
            reading = house.read_statement(asked)
            return Outcome(msgspec.json.encode(shown(reading)))
        except Fault as fault:
            hint = say(fault.hint, self.lang, **fault.values) if fault.hint else ""
            return Outcome(reason=say(fault.what, self.lang, **fault.values), hint=hint)
        except Exception as trouble:  # one document must not cost the others theirs
            reason = say("a fault of the program: {trouble}", self.lang, trouble=repr(trouble))
            return Outcome(reason=reason, hint=say("report it, with the document", self.lang))
