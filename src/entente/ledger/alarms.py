"""Alarms as they were known on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from entente.ledger.record import Recorded
from entente.model.alarm import Account, Before, Standing
from entente.model.entry import AlarmEntry, DecisionEntry, ForgottenEntry, ScreeningEntry

__all__ = ["Alarm", "Raised", "Replay"]

RULINGS = {"true": Standing.TRUE, "false": Standing.FALSE}


@dataclass(frozen=True, slots=True)
class Alarm:
    """An alarm as it was known on a day: its entry, the last ruling, and what was told, unless that was forgotten."""

    raised: Recorded[AlarmEntry]
    ruling: Recorded[DecisionEntry] | None
    forgotten: Recorded[ForgottenEntry] | None
    account: Account | None
    day: date

    @property
    def lapsed(self) -> bool:
        """Whether its ruling has expired."""
        return self.ruling is not None and self.ruling.entry.lapsed(self.day)

    @property
    def standing(self) -> Standing:
        """Waiting for a ruling, or as it was ruled."""
        return RULINGS[self.ruling.entry.ruling] if self.ruling and not self.lapsed else Standing.WAITING

    @property
    def waits(self) -> bool:
        """Whether it needs a ruling; what was forgotten needs none any more."""
        gone = self.forgotten is not None and self.forgotten.day <= self.day
        return self.standing is Standing.WAITING and not gone

    @property
    def before(self) -> Before:
        """What the next screening must know of it."""
        entry, ruling = self.raised.entry, self.ruling.entry if self.ruling else None
        by, reason = (ruling.author, ruling.reason) if ruling else ("", "")
        return Before(self.raised.id, entry.content, self.standing, self.lapsed, by, reason)

    def until(self, days: int) -> date:
        """The first day on which it need not be kept any more, where alarms are kept for so many days."""
        last = max(self.raised.day, self.ruling.day) if self.ruling else self.raised.day
        kept = last + timedelta(days=days)
        return max(kept, self.ruling.entry.expires or kept) if self.ruling else kept


@dataclass(frozen=True, slots=True)
class Raised:
    """A sighting as it was recorded: the id of its alarm, and whether nobody had recorded it before."""

    alarm: str
    new: bool


@dataclass(frozen=True, slots=True)
class Replay:
    """What was told on a day: its screenings in order, and its alarms, in order too, as known on that day.

    `again` are the alarms of earlier days that its screenings met again.
    """

    screenings: tuple[Recorded[ScreeningEntry], ...]
    alarms: tuple[Alarm, ...]
    again: tuple[Alarm, ...]
