"""A screening watched: of what it finds, what is new is recorded, and what a person has ruled on is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from itertools import islice
from typing import Protocol

from entente.ledger.desk import CENT, Desk
from entente.model.alarm import Before, Sighting, Standing, Told
from entente.model.entry import ScreeningEntry
from entente.model.finding import Phrase
from entente.model.match import Match, Subject

__all__ = ["Found", "Judge", "Sight", "Watch", "Watched"]

TOGETHER = 500  # subjects whose alarms are recorded in one batch

Found = tuple[Subject, tuple[Match, ...]]
Watched = tuple[Subject, tuple[Told, ...]]
Pair = tuple[str, str]  # the identity of a subject, and the id of a listing


class Sight(Protocol):
    """What tells by what a match is known again."""

    def __call__(self, subject: Subject, match: Match) -> Sighting:
        """The match with that."""


class Judge(Protocol):
    """What tells how a pair stands after the last alarm on it, and why."""

    def __call__(self, sighting: Sighting, before: Before | None) -> tuple[Standing, Phrase | None]:
        """How it stands, and why."""


@dataclass(slots=True)
class Watch:
    """One screening against files of these SHA-256; a match above the threshold needs a person.

    `record` where what is new is recorded; otherwise it is only told apart from what is known.
    """

    desk: Desk
    sight: Sight
    judge: Judge
    lists: Sequence[str]
    threshold: float
    record: bool
    names: int = 0
    raised: dict[str, None] = field(default_factory=dict)  # ids of alarms, in order
    again: dict[str, None] = field(default_factory=dict)

    def over(self, found: Iterable[Found]) -> Iterator[Watched]:
        """What was found, with how each match stands; nothing is told before it is recorded."""
        stream, before = iter(found), self.desk.before()
        while batch := list(islice(stream, TOGETHER)):
            yield from self._batch(batch, before)
        if self.record:
            self.desk.record.add([self._entry()], day=self.desk.day())

    def _batch(self, batch: Sequence[Found], before: dict[Pair, Before]) -> Iterator[Watched]:
        seen = [(subject, [(match, self._sighting(subject, match)) for match in matches]) for subject, matches in batch]
        fresh: dict[Pair, Sighting] = {}
        for _, matches in seen:
            for _, sighting in matches:
                if sighting and self.judge(sighting, before.get(_pair(sighting)))[0] is Standing.NEW:
                    fresh.setdefault(_pair(sighting), sighting)
        new = self._note(fresh, before) if self.record else {}
        self.names += len(batch)
        for subject, matches in seen:
            yield subject, tuple(self._told(match, sighting, before, new) for match, sighting in matches)

    def _sighting(self, subject: Subject, match: Match) -> Sighting | None:
        return self.sight(subject, match) if match.score > self.threshold else None

    def _note(self, fresh: dict[Pair, Sighting], before: dict[Pair, Before]) -> dict[Pair, Told]:
        """Record what is new; how it is told the first time, unless another program has just told it."""
        sightings = [(each, before[pair].alarm if pair in before else "") for pair, each in fresh.items()]
        raised = self.desk.note(sightings, lists=self.lists, threshold=self.threshold)
        new: dict[Pair, Told] = {}
        for (pair, sighting), alarm in zip(fresh.items(), raised, strict=True):
            if alarm.new:
                _, why = self.judge(sighting, before.get(pair))
                new[pair] = Told(sighting.match, self.threshold, Standing.NEW, alarm.alarm, why)
                self.raised[alarm.alarm] = None
            before[pair] = Before(alarm.alarm, sighting.content, Standing.WAITING)
        return new

    def _told(self, match: Match, sighting: Sighting | None, before: dict[Pair, Before], new: dict[Pair, Told]) -> Told:
        if sighting is None:
            return Told(match, self.threshold)
        pair = _pair(sighting)
        if pair in new:
            return new.pop(pair)
        known = before.get(pair)
        standing, why = self.judge(sighting, known)
        if known is None or standing is Standing.NEW:
            return Told(match, self.threshold, standing, "", why)
        if known.alarm not in self.raised:
            self.again[known.alarm] = None
        return Told(match, self.threshold, standing, known.alarm, why)

    def _entry(self) -> ScreeningEntry:
        return ScreeningEntry(
            made=datetime.now(UTC),
            names=self.names,
            lists=tuple(self.lists),
            threshold=Decimal(self.threshold).quantize(CENT),
            raised=tuple(self.raised),
            again=tuple(self.again),
        )


def _pair(sighting: Sighting) -> Pair:
    return sighting.identity, sighting.match.listing.id
