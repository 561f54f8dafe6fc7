"""Processes of this machine.

Reads: documents in chunks, a few for each process ahead of what was yielded, so that a long stream needs little memory.
    A process that dies costs one document: those it held are tried again one by one, and the one that kills again is
    set aside. A process begins as a copy of this one where that is safe, which shares all that is loaded here.
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
from contextlib import suppress
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Any

from entente.engines import Engine, Job, Outcome

_CHUNK = 16  # documents that travel together
_AHEAD = 4  # chunks for each process on their way at once

_job: Job  # what a process of a crew works at


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
        self.pool = _pool(job, processes)
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
            self.sent.append((chunk, self.pool.submit(_work, chunk)))
        except BrokenProcessPool as broken:
            lost: Future[Sequence[Outcome]] = Future()
            lost.set_exception(broken)
            self.sent.append((chunk, lost))

    def _take(self) -> Iterator[tuple[Any, Outcome]]:
        chunk, future = self.sent.popleft()
        try:
            outcomes = future.result()
        except BrokenProcessPool:
            self.pool.shutdown(cancel_futures=True)  # its threads end, so that this process can be copied again
            outcomes = self._one_by_one(chunk)
            self._start_again()
        yield from zip(chunk, outcomes, strict=True)

    def _one_by_one(self, chunk: Sequence[Any]) -> list[Outcome]:
        """The outcomes of documents of which one kills, in a process of their own; and another after each that does."""
        outcomes: list[Outcome] = []
        while rest := chunk[len(outcomes) :]:
            with _pool(self.job, 1) as pool, suppress(BrokenProcessPool):
                for document in rest:
                    outcomes += pool.submit(_work, (document,)).result()
                break
            outcomes.append(Outcome(reason="the process that worked on it died", hint="see whether memory ran out"))
        return outcomes

    def _start_again(self) -> None:
        """New processes, and all that was on its way sent again."""
        self.pool = _pool(self.job, self.processes)
        waiting = [chunk for chunk, _ in self.sent]
        self.sent.clear()
        for chunk in waiting:
            self._send(chunk)


def _pool(job: Job, processes: int) -> ProcessPoolExecutor:
    """Processes that are given the job once, as they begin."""
    return ProcessPoolExecutor(processes, get_context(_beginning()), initializer=_settle, initargs=(job,))


def _beginning() -> str:
    """How a process begins: as a copy of this one, which costs next to nothing, or from nothing.

    A copy has one thread alone, and a lock that another held would stay shut in it for ever. So only a process of a
    single thread is copied, those of libraries counted (a database's, Arrow's), and only where the system tells.
    """
    try:
        threads = len(os.listdir("/proc/self/task"))
    except OSError:
        return "spawn"
    return "fork" if threads == 1 else "spawn"


def _settle(job: Job) -> None:
    """Take the job, leave an interrupt to the parent, and do not outlive it."""
    global _job
    _job = job
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _work(documents: Sequence[Any]) -> Sequence[Outcome]:
    return _job(documents)


def _follow() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


ENGINE = Engine(name="local", run=_run)
