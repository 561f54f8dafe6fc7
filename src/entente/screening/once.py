"""Screens each of those who are the same but once, however often a file names them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from entente.model.match import Match, Subject
from entente.screening.screen import Screener

__all__ = ["Same", "same", "screen_once"]

# What two subjects share that match the same listings for the same reasons.
Same: TypeAlias = tuple[object, ...]

TOGETHER = 1000  # subjects that are looked at together
REMEMBERED = 100_000  # of those who have been screened


def same(subject: Subject) -> Same:
    """What makes a subject the same as another: all but its id, its role and its place."""
    return (subject.name, subject.kind, subject.birth_date, subject.nationality, subject.identifiers)


def screen_once(
    screener: Screener, subjects: Iterable[Subject], *, floor: float
) -> Iterator[tuple[Subject, tuple[Match, ...]]]:
    """Each subject with its matches, in their order."""
    stream = iter(subjects)
    known: dict[Same, tuple[Match, ...]] = {}
    while batch := list(islice(stream, TOGETHER)):
        if len(known) > REMEMBERED:
            known.clear()
        new = {key: subject for subject in batch if (key := same(subject)) not in known}
        known.update(zip(new, screener.screen(new.values(), floor=floor), strict=True))
        yield from ((subject, known[same(subject)]) for subject in batch)
