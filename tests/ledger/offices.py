"""An office of our own invention: names that resemble invented listings pass over its desk, day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from entente.ledger.desk import Desk
from entente.ledger.kept import Kept, beside
from entente.ledger.record import Record
from entente.ledger.watch import Found, Watch, Watched
from entente.model.alarm import Told
from entente.model.finding import Phrase
from entente.model.listing import BirthDate, Kind, ListedName, Listing, Quality
from entente.model.match import Change, Match, Part, Reason, Side, Subject
from entente.screening.pairs import judge, sight

DAY = date(2031, 3, 1)
LISTS = ("ab" * 32, "cd" * 32)
THRESHOLD = 0.5
PART = Part("Ottokar", "Otokar", Change.SOUND, False, 8.25, 0.5)
BORN = Reason("birth_date", Side.SUPPORTS, 4.0, Phrase("born {asked}, listed as born {listed}: these agree"))


def listing(number: int, *, born: int = 1960, remarks: str = "") -> Listing:
    """One of many listings, as it is in a year of birth that its publisher may correct."""
    return Listing(
        id=f"made:{number}",
        list="made",
        kind=Kind.PERSON,
        names=(ListedName(f"Listed Nobody{number}", Quality.PRIMARY),),
        birth_dates=(BirthDate(date(born, 1, 1), date(born, 12, 31)),),
        remarks=remarks,
    )


def match(listed: Listing, score: float = 0.75) -> Match:
    """A match with a listing."""
    return Match(listed, listed.names[0], score, (PART,), (BORN,))


def found(name: str, *listings: Listing, score: float = 0.75) -> Found:
    """What a screening finds of a name."""
    return Subject("7", name, "person", where="line 7"), tuple(match(each, score) for each in listings)


class Office:
    """A record, the names kept beside it, and a clock."""

    def __init__(self, where: Path | str, *, days: int = 100) -> None:
        self.now = DAY
        self.record = Record(where)
        self.kept = Kept(beside(where))
        self.desk = Desk(self.record, self.kept, days=days, today=lambda: self.now)

    def wait(self, days: int) -> None:
        """Let days pass."""
        self.now += timedelta(days=days)

    def screen(self, *rows: Found, record: bool = True) -> list[Watched]:
        """Screen names."""
        return list(Watch(self.desk, sight, judge, LISTS, THRESHOLD, record).over(rows))

    def one(self, name: str, listed: Listing) -> Told:
        """Screen a name that resembles one listing."""
        [(_, [told])] = self.screen(found(name, listed))
        return told

    def close(self) -> None:
        """Close its databases."""
        self.record.close()
        self.kept.close()


def renamed(row: Found, **changes: str) -> Found:
    """The same finding of a subject that is told otherwise."""
    return replace(row[0], **changes), row[1]  # type: ignore[arg-type]
