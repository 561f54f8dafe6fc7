"""Engines: one file each, where a batch is worked through.

A batch is a sequence of documents and a job. The job is a pure function from some documents to one outcome for each,
in their order, so that any machine may do any part of it, and do it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

__all__ = ["Engine", "Job", "Outcome"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its line of output, or the reason why it was set aside and what to try."""

    line: bytes = b""
    reason: str = ""
    hint: str = ""

    def __reduce__(self) -> tuple[type[Outcome], tuple[bytes, str, str]]:
        """What travels between processes: a third of what a dataclass's own way costs."""
        return Outcome, (self.line, self.reason, self.hint)


Job: TypeAlias = Callable[[Sequence[Any]], Sequence[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """A way of working through a batch.

    `run` takes the job, the documents, how many processes may work at once, and how many documents the job does best
    together (None: any number); it yields each document with its outcome, in the order of the documents. Job and
    documents must be picklable where there is more than one process; each process is given the job once.
    """

    name: str
    run: Callable[[Job, Iterable[Any], int, int | None], Iterator[tuple[Any, Outcome]]]
