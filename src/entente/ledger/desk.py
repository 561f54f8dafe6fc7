"""The desk: alarms raised, ruled on, told again as of a day, and forgotten when their time is over.

The record says that something was there and how it was ruled; the names stand in `Kept`. A name is on the disk before
an alarm speaks of it, and the record says that it was forgotten before it is erased, so that whenever a program is
killed nothing is lost, and what was begun is ended the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.errors import Unusable
from entente.ledger.alarms import Alarm, Raised, Replay
from entente.ledger.entries import id_of
from entente.ledger.kept import Kept
from entente.ledger.record import Record
from entente.ledger.rulings import decision, hold_to_reason
from entente.model.alarm import Account, Before, Seal, Sighting
from entente.model.entry import AlarmEntry, DecisionEntry, ForgottenEntry, ScreeningEntry
from entente.model.match import Subject

if TYPE_CHECKING:
    from sqlalchemy import Connection

__all__ = ["CENT", "RETENTION", "Desk"]

RETENTION = "retention"  # why a name was forgotten whose time was over
CENT = Decimal("0.0001")  # scores are told in four digits


class Desk:
    """The alarms of a record and the names kept beside it, which are forgotten after so many days."""

    def __init__(self, record: Record, kept: Kept, *, days: int, today: Callable[[], date] = date.today) -> None:
        self.record = record
        self.kept = kept
        self.days = days
        self.today = today

    def day(self) -> date:
        """Today, or the day of the last batch where that is later: days do not go back."""
        head = self.record.head()
        return max(self.today(), head.day) if head else self.today()

    def alarms(self, as_of: date | None = None, *, whole: bool = False) -> list[Alarm]:
        """The alarms as they were known on a day (None: today), in order of recording; `whole` also gives those in
        whose place a later one came."""
        rulings = {each.entry.subject: each for each in self.record.entries(DecisionEntry, as_of=as_of)}
        forgotten = {each.entry.subject: each for each in self.record.entries(ForgottenEntry)}
        accounts, day = self.kept.accounts(), as_of or self.day()
        return [
            Alarm(
                raised=each,
                ruling=rulings.get(each.id),
                forgotten=forgotten.get(each.entry.subject),
                account=accounts.get(each.entry.told),
                day=day,
            )
            for each in self.record.entries(AlarmEntry, as_of=as_of, whole=whole)
        ]

    def alarm(self, id: str) -> Alarm:
        """An alarm by its id or the beginning of it. Raises `Unusable`."""
        known = self.record.get(id)
        found = next((each for each in self.alarms(whole=True) if each.raised.id == known.id), None)
        if found is None:
            raise Unusable(id, "this is no alarm", hint="entente alarms lists those that wait")
        return found

    def before(self) -> dict[tuple[str, str], Before]:
        """What is known of pairs, by the identity of the subject and the id of the listing."""
        people = {subject: identity for identity, subject in self.kept.identities().items()}
        return {
            (people[entry.subject], entry.listing): each.before
            for each in self.alarms()
            for entry in (each.raised.entry,)
            if entry.subject in people
        }

    def subjects(self) -> list[Subject]:
        """Everybody who is kept, as the last alarm told of them."""
        last = {each.raised.entry.subject: each.account.subject for each in self.alarms() if each.account}
        return [last[subject] for subject in sorted(last)]

    def note(
        self, sightings: Sequence[tuple[Sighting, str]], *, lists: Sequence[str], threshold: float
    ) -> list[Raised]:
        """Keep and record sightings, each with the id of the alarm that it takes the place of, or nothing."""
        told = [(each.identity, Account(each.subject, each.match)) for each, _ in sightings]
        while told:
            seals = self.kept.keep(told)
            with self.kept.writing() as connection:  # nobody forgets meanwhile
                if not set(seals) <= self.kept.seals(connection):
                    continue  # forgotten between the two
                entries = [
                    _entry(seal, each, mends, lists, threshold)
                    for seal, (each, mends) in zip(seals, sightings, strict=True)
                ]
                settled = self.record.settle(entries, day=self.day())
                found = [settled[id_of(entry)] for entry in entries]
                foreign = [entry.told for entry, (id, _) in zip(entries, found, strict=True) if id != id_of(entry)]
                self.kept.drop(connection, foreign)
            return [Raised(id, new) for id, new in found]
        return []

    def rule(self, id: str, *, match: bool, author: str, reason: str, expires: date | None = None) -> str:
        """Record a person's ruling on an alarm; its id. `expires` is the first day without force.

        Raises `Unusable` for an alarm that is none, has a later one in its place, or whose name was forgotten; for a
        day that is over; and for a reason that is empty or names the subject: what is recorded is never forgotten.
        """
        alarm = self.alarm(id)
        _rulable(alarm, self.alarms())
        hold_to_reason(reason, alarm.account.subject if alarm.account else None)
        day = self.day()
        ruling = "true" if match else "false"
        entry = decision(alarm.raised.id, ruling, author=author, reason=reason, today=day, expires=expires)
        [recorded] = self.record.add([entry], day=day)
        return recorded

    def replay(self, day: date) -> Replay:
        """What was told on a day, with the rulings as known on it."""
        alarms = self.alarms(day, whole=True)
        screenings = tuple(each for each in self.record.entries(ScreeningEntry, as_of=day) if each.day == day)
        met = {id for each in screenings for id in each.entry.again}
        return Replay(
            screenings=screenings,
            alarms=tuple(each for each in alarms if each.raised.day == day),
            again=tuple(each for each in alarms if each.raised.day < day and each.raised.id in met),
        )

    def forget(self, alarm: Alarm, *, reason: str, author: str) -> None:
        """Erase all that is kept of the subject of an alarm, and record that it was, why and by whom.

        Raises `Unusable` for a reason that is empty or names the subject.
        """
        hold_to_reason(reason, alarm.account.subject if alarm.account else None)
        with self.kept.writing() as connection:
            self._forget(connection, [alarm.raised.entry.subject], reason=reason, author=author)
        self.kept.compact()

    def sweep(self) -> int:
        """Forget those whose time is over, and erase what a killed program has left; how many were forgotten."""
        if not self._due() and not any(self._litter(self.kept.seals())):
            return 0
        with self.kept.writing() as connection:  # nobody raises an alarm meanwhile
            due = self._due()
            self._forget(connection, due, reason=RETENTION)
            subjects, accounts = self._litter(self.kept.seals(connection))
            self.kept.erase(connection, subjects)
            self.kept.drop(connection, accounts)
        self.kept.compact()
        return len(due)

    def _forget(self, connection: Connection, people: Collection[str], *, reason: str, author: str = "") -> None:
        """Record that subjects are forgotten, by their HMAC, and then erase them."""
        entries = [ForgottenEntry(subject=each, reason=reason, author=author) for each in people]
        self.record.add(entries, day=self.day())
        self.kept.erase(connection, people)

    def _due(self) -> list[str]:
        """Those who are kept and need not be any more, by their HMAC."""
        until: dict[str, date] = {}
        for each in self.alarms(whole=True):
            subject = each.raised.entry.subject
            until[subject] = max(until.get(subject, date.min), each.until(self.days))
        today = self.day()
        return sorted(each for each in self.kept.identities().values() if until.get(each, date.max) <= today)

    def _litter(self, seals: Collection[Seal]) -> tuple[set[str], list[str]]:
        """Of what is kept, the subjects that were said to be forgotten, and the accounts that no alarm speaks of."""
        forgotten = {each.entry.subject for each in self.record.entries(ForgottenEntry)}
        named = {Seal(each.entry.subject, each.entry.told) for each in self.record.entries(AlarmEntry, whole=True)}
        return {each.subject for each in seals if each.subject in forgotten}, [
            each.told for each in seals if each not in named
        ]


def _entry(seal: Seal, sighting: Sighting, mends: str, lists: Sequence[str], threshold: float) -> AlarmEntry:
    return AlarmEntry(
        mends=mends,
        subject=seal.subject,
        told=seal.told,
        listing=sighting.match.listing.id,
        content=sighting.content,
        lists=tuple(lists),
        score=Decimal(sighting.match.score).quantize(CENT),
        threshold=Decimal(threshold).quantize(CENT),
    )


def _rulable(alarm: Alarm, standing: Sequence[Alarm]) -> None:
    """Hold an alarm to what can be ruled on. Raises `Unusable`."""
    id = alarm.raised.id
    if alarm.forgotten:
        raise Unusable(id, "its name was forgotten: there is nothing left to rule on", hint="screen the file again")
    if all(each.raised.id != id for each in standing):
        same = (alarm.raised.entry.subject, alarm.raised.entry.listing)
        later = next(
            each.raised.id for each in standing if (each.raised.entry.subject, each.raised.entry.listing) == same
        )
        raise Unusable(id, "the alarm {later} has come in its place", hint="rule on that one", later=later)
