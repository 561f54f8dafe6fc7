"""A batch into a file: it goes on where it stopped, and sets aside what cannot be done.

Beside OUT stand `OUT.journal` and, where something was set aside, `OUT.asides.jsonl`. The journal's first line names
the work; each further line tells how many documents are done, a digest of them, and how long the other two files were
then. What stands beyond that length was not vouched for: it is cut off, and done again.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Protocol, TypeVar

from entente import __version__
from entente.engines import Outcome
from entente.errors import Unreadable, Unusable
from entente.text.say import say

__all__ = ["Marked", "Output", "cores", "tell_asides"]

EVERY = 1.0  # seconds of work that a kill may cost
PATIENCE = 1.0  # seconds in which the processes of a run that was killed end, and let go of its files


class Marked(Protocol):
    """A document of a batch: where it stands, and by what it is known again."""

    @property
    def where(self) -> str:
        """Its path, or the number of its line."""

    def mark(self) -> bytes:
        """What is different where the document is another one."""


Document = TypeVar("Document", bound=Marked)


@dataclass(frozen=True, slots=True)
class Point:
    """How far a batch came: documents done, the digest of their marks, bytes of the two files."""

    done: int
    digest: str
    out: int
    asides: int


class Output:
    """The file that a batch writes, with its journal and its asides."""

    def __init__(self, out: Path, work: Mapping[str, Any]) -> None:
        """Open or go on with the output of a batch; `work` is all that the outcomes depend on but the documents.

        Raises `Unusable` where OUT was not begun by this very work or another program is at it, `Unreadable` where it
        cannot be written.
        """
        self.out = out
        self.aside_path = Path(f"{out}.asides.jsonl")
        self.journal_path = Path(f"{out}.journal")
        self.vouched = Point(0, "", 0, 0)
        self.head = json.dumps({"entente": __version__, **work}, sort_keys=True).encode()
        self.digest = sha256()
        try:
            with ExitStack() as files:
                self._open(files)
                self.files = files.pop_all()
        except OSError as trouble:
            raise Unreadable(
                str(out),
                "cannot be written: {trouble}",
                hint="choose a folder that may be written",
                trouble=trouble.strerror or trouble,
            ) from None

    def _open(self, files: ExitStack) -> None:
        if self.out.exists() and not self.journal_path.exists():
            hint = "choose another name, or remove it"
            raise Unusable(str(self.out), "is there already, and no batch began it", hint=hint)
        self.journal = files.enter_context(self.journal_path.open("a+b"))
        if not _locked(self.journal):
            raise Unusable(str(self.out), "another program is writing it", hint="wait for it, or choose another name")
        self.point = self.vouched = self._resume()
        self.lines = files.enter_context(self.out.open("ab"))
        self.asides = files.enter_context(self.aside_path.open("ab"))
        _cut(self.lines, self.point.out)
        _cut(self.asides, self.point.asides)
        self.count = self.aside_path.read_bytes().count(b"\n")

    def _resume(self) -> Point:
        """The last point that the journal vouches for; what is torn after it is cut off."""
        self.journal.seek(0)
        whole = [line for line in self.journal if line.endswith(b"\n")]
        if whole and whole[0].rstrip() != self.head:
            raise Unusable(
                str(self.out),
                "was begun with other options, or by another version",
                hint="choose another name, or remove it and {journal}",
                journal=self.journal_path.name,
            )
        self.journal.truncate(sum(map(len, whole)))
        if not whole:
            self._note(self.head)
        return Point(**json.loads(whole[-1])) if whole[1:] else Point(0, "", 0, 0)

    def __enter__(self) -> Output:
        """The output itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Vouch for what was written, and close."""
        self._vouch()
        self.files.close()
        if not self.count:
            self.aside_path.unlink()

    def skip(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents still to be done. Raises `Unusable` where those before them are not those that were done."""
        rest = iter(documents)
        passed = 0
        for document in islice(rest, self.point.done):
            self.digest.update(document.mark())
            passed += 1
        if passed != self.point.done or (passed and self.digest.hexdigest() != self.point.digest):
            raise Unusable(
                str(self.out),
                "was begun with other documents",
                hint="choose another name, or remove it and {journal}",
                journal=self.journal_path.name,
            )
        return rest

    def write(self, results: Iterable[tuple[Marked, Outcome]]) -> Iterator[Outcome]:
        """Write outcomes, each yielded once it stands in its file."""
        done = self.point.done
        last = time.monotonic()
        for document, outcome in results:
            if outcome.reason:
                row = {"id": document.where, "reason": outcome.reason, "hint": outcome.hint}
                self.asides.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
                self.count += 1
            else:
                self.lines.write(outcome.line + b"\n")
            self.digest.update(document.mark())
            done += 1
            self.point = Point(done, self.digest.hexdigest(), self.lines.tell(), self.asides.tell())
            if time.monotonic() - last >= EVERY:
                self._vouch()
                last = time.monotonic()
            yield outcome

    def _vouch(self) -> None:
        """Write the journal's next line, once all that it vouches for is on the disk."""
        if self.point == self.vouched:
            return
        for file in (self.lines, self.asides):
            _settle(file)
        self.vouched = self.point
        self._note(json.dumps(asdict(self.point)).encode())

    def _note(self, line: bytes) -> None:
        self.journal.write(line + b"\n")
        _settle(self.journal)


def _cut(file: BinaryIO, length: int) -> None:
    """Cut off what stands beyond a length. Raises `Unusable` where the file is shorter."""
    if file.tell() < length:
        raise Unusable(file.name, "is shorter than its journal says", hint="remove it and its journal")
    file.truncate(length)
    file.seek(length)


def _settle(file: BinaryIO) -> None:
    file.flush()
    with suppress(OSError):  # a pipe or a device has no disk
        os.fsync(file.fileno())


def _locked(file: BinaryIO) -> bool:
    """Whether a file is now ours alone; where the system has no such locks, every file is."""
    try:
        import fcntl
    except ImportError:
        return True
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(PATIENCE / 50)
        else:
            return True


def tell_asides(count: int, where: str, lang: str) -> None:
    """Say on standard error how many were set aside, and in which file their reasons stand where they stand in one."""
    if count:
        told = "set aside: {count}, with their reasons in {where}" if where else "set aside: {count}"
        print(say(told, lang, count=count, where=where), file=sys.stderr)


def cores() -> int:
    """The cores that this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
