"""Screens what requests ask, on the event loop: what comes while others are screened is screened together.

Screening is work of the processor, and far cheaper for many names at once than one by one. A thread would only take
turns with the loop; so the loop itself screens a few names, lets in what has come in the meantime, and goes on.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeAlias

from entente.model.match import Match, Subject
from entente.screening.screen import Screener

__all__ = ["Desk"]

# What is screened before others may come in, about five milliseconds' work: names, and letters where they are long.
TOGETHER = 16
LETTERS = 500

Found: TypeAlias = tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How to screen: against which index, from which score, and how many matches of a name."""

    screener: Screener
    floor: float
    most: int


@dataclass(eq=False, slots=True)
class Job:
    """The names of one request: those still to be screened, what was found, and who waits for it."""

    rest: list[Subject]
    done: asyncio.Future[list[Found]]
    found: list[Found] = field(default_factory=list)


class Desk:
    """The jobs at hand, by the manner in which they are to be done."""

    def __init__(self) -> None:
        self.jobs: dict[Manner, list[Job]] = {}
        self.busy = False

    async def screen(self, screener: Screener, subjects: Sequence[Subject], *, floor: float, most: int) -> list[Found]:
        """For each subject its matches, as `Screener.screen` gives them."""
        loop = asyncio.get_running_loop()
        job = Job(list(subjects), loop.create_future())
        self.jobs.setdefault(Manner(screener, floor, most), []).append(job)
        if not self.busy:
            self.busy = True
            loop.call_soon(self._turn)
        return await job.done

    def _turn(self) -> None:
        """Screen a few names of each job of one manner; the manner goes to the end of the line."""
        manner, jobs = next(iter(self.jobs.items()))
        del self.jobs[manner]
        jobs = [job for job in jobs if not job.done.done()]  # who waited may have gone
        taken = list(islice(_next(jobs), TOGETHER))
        try:
            found = list(manner.screener.screen([one for _, one in taken], floor=manner.floor, most=manner.most))
        except Exception as trouble:
            for job in jobs:
                job.done.set_exception(trouble)
        else:
            for (job, _), matches in zip(taken, found, strict=True):
                job.found.append(matches)
                job.rest.pop(0)
        for job in jobs:
            if not job.rest and not job.done.done():
                job.done.set_result(job.found)
        if left := [job for job in jobs if not job.done.done()]:
            self.jobs.setdefault(manner, []).extend(left)
        self.busy = bool(self.jobs)
        if self.busy:
            asyncio.get_running_loop().call_soon(self._turn)


def _next(jobs: Sequence[Job]) -> Iterator[tuple[Job, Subject]]:
    """The names whose turn it is: as many of each job, until they have letters enough."""
    letters, share = 0, max(1, TOGETHER // max(1, len(jobs)))
    for job in jobs:
        for subject in job.rest[:share]:
            if letters >= LETTERS:
                return
            yield job, subject
            letters += len(subject.name)
