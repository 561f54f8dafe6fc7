"""Processes of this machine.

Reads: documents in chunks, a few for each process ahead of what was yielded, so that a long stream needs little memory.
    A process that dies costs one document: those it held are tried again one by one, and the one that kills again is
    set aside.
Misses: other machines.
Origin: written for Entente, on `concurrent.futures`.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any

from entente.engines import Engine, Job, Outcome

_CHUNK = 16  # documents that travel together
_AHEAD = 4  # chunks for each process on their way at once


def _run(
    job: Job, documents: Iterable[Any], processes: int, together: int | None = None
) -> Iterator[tuple[Any, Outcome]]:
    """Each document with its outcome; in this process where there is but one, or but one chunk."""
    rest = iter(documents)
    if processes > 1:
        chunks = iter(lambda: tuple(islice(rest, together or _CHUNK)), ())
        first = tuple(islice(chunks, 2))
        if len(first) > 1:
            yield from _Crew(job, processes).work(chain(first, chunks))
            return
        rest = chain(*first)
    while chunk := tuple(islice(rest, together or 1)):
        yield from zip(chunk, job(chunk), strict=True)


class _Crew:
    """Processes at work on chunks of a batch."""

    def __init__(self, job: Job, processes: int) -> None:
        self.job = job
        self.processes = processes
        self.pool = _pool(processes)
        self.sent: deque[tuple[Sequence[Any], Future[Sequence[Outcome]]]] = deque()

    def work(self, chunks: Iterable[Sequence[Any]]) -> Iterator[tuple[Any, Outcome]]:
        """Each document of the chunks with its outcome, in their order."""
        try:
            for chunk in chunks:
                self._send(chunk)
                if len(self.sent) >= self.processes * _AHEAD:
                    yield from self._take()
            while self.sent:
                yield from self._take()
        finally:
            self.pool.shutdown(cancel_futures=True)

    def _send(self, chunk: Sequence[Any]) -> None:
        try:
            self.sent.append((chunk, self.pool.submit(self.job, chunk)))
        except BrokenProcessPool as broken:
            lost: Future[Sequence[Outcome]] = Future()
            lost.set_exception(broken)
            self.sent.append((chunk, lost))

    def _take(self) -> Iterator[tuple[Any, Outcome]]:
        chunk, future = self.sent.popleft()
        try:
            outcomes = future.result()
        except BrokenProcessPool:
            outcomes = [self._alone(document) for document in chunk]
            self._start_again()
        yield from zip(chunk, outcomes, strict=True)

    def _alone(self, document: Any) -> Outcome:
        """The outcome of a document in a process of its own."""
        with _pool(1) as pool:
            try:
                [outcome] = pool.submit(self.job, (document,)).result()
            except BrokenProcessPool:
                return Outcome(reason="the process that worked on it died", hint="see whether memory ran out")
        return outcome

    def _start_again(self) -> None:
        """New processes, and all that was on its way sent again."""
        self.pool.shutdown(cancel_futures=True)
        self.pool = _pool(self.processes)
        waiting = [chunk for chunk, _ in self.sent]
        self.sent.clear()
        for chunk in waiting:
            self._send(chunk)


def _pool(processes: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_settle)


def _settle() -> None:
    """Leave an interrupt to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


ENGINE = Engine(name="local", run=_run)
