"""The house opened for work: its settings, the facts, the record and the coalitions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from entente.errors import Unusable
from entente.workspace.settings import Settings

if TYPE_CHECKING:
    from datetime import date

    from entente.ledger.alarms import Alarm, Replay
    from entente.ledger.desk import Desk
    from entente.ledger.facts import Facts
    from entente.ledger.kept import Kept
    from entente.ledger.lists import Held, Lists
    from entente.ledger.record import Record
    from entente.ledger.watch import Found, Watched
    from entente.model.coalition import Coalition
    from entente.model.entry import DecisionEntry
    from entente.model.finding import Finding
    from entente.model.reading import Reading, Statement
    from entente.readers import Read
    from entente.screening.index import Index

__all__ = ["Settings", "Workspace"]


class Workspace:
    """One home folder opened: facts, record and coalitions, each when it is first asked for."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Open the house with settings; by default those of the environment and of `settings.toml`."""
        self.settings = settings or Settings.load()
        self.home = Path(self.settings.home)

    @cached_property
    def facts(self) -> Facts:
        """The facts: what was pulled into the home, and the reference tables where nothing was."""
        from entente.ledger.facts import Facts

        return Facts(self.home, self.record)

    @cached_property
    def record(self) -> Record:
        """The record: a file of the home, or the database that is set."""
        from entente.ledger.record import Record

        return Record(self.settings.record or self.home / "record.db")

    @cached_property
    def lists(self) -> Lists:
        """The watchlists that were pulled into the home."""
        from entente.ledger.lists import Lists

        return Lists(self.home, self.record)

    def held(self, as_of: date | None = None, only: Collection[str] = ()) -> list[Held]:
        """The watchlists in hand on a day (None: now), or those named of them.

        Raises `Unusable` where there is none, or a named one is not in hand.
        """
        held = self.lists.held(as_of)
        missing = sorted(set(only) - held.keys()) if only else [] if held else ["watchlist"]
        if missing:
            hint = "entente lists pull takes one in; --watchlist FILE screens against a file"
            raise Unusable(missing[0], "no such list is in hand", hint=hint)
        return [one for name, one in held.items() if not only or name in only]

    def index(self, as_of: date | None = None, only: Collection[str] = ()) -> Index:
        """The watchlists in hand on a day (None: now), or those named of them, compiled for screening.

        Raises `Unusable` where there is none, or a named one is not in hand.
        """
        return self._compiled(self.held(as_of, only))

    def _compiled(self, lists: Sequence[Held]) -> Index:
        from entente.screening.cache import cached_index

        contents = [hash for one in lists for hash in one.snapshots]
        return cached_index(
            self.home / "cache",
            contents,
            lambda: (listing for one in lists for listing in self.lists.listings(one)),
        )

    def index_of(self, files: Sequence[Path]) -> Index:
        """Watchlists in files, each told by its content, compiled for screening."""
        from entente.ledger.files import sha256_of
        from entente.ledger.lists import grouped, read_list
        from entente.screening.cache import cached_index

        groups = grouped(files)
        contents = [sha256_of(file) for file in files]
        return cached_index(
            self.home / "cache",
            contents,
            lambda: (listing for watchlist, parts in groups for listing in read_list(watchlist, parts).listings),
        )

    def index_in(self, whole: Index, name: str) -> Index:
        """The listings of one list among those of an index, compiled by themselves."""
        from hashlib import sha256

        from entente.screening.cache import cached_index

        if whole.lists == (name,):
            return whole
        every = (whole.listing(number) for number in range(len(whole)))
        contents = [sha256(whole.entries).hexdigest(), f"only {name}"]
        return cached_index(self.home / "cache", contents, lambda: (one for one in every if one.list == name))

    @cached_property
    def kept(self) -> Kept:
        """The names that raised an alarm, kept beside the record."""
        from entente.ledger.kept import Kept, beside

        return Kept(beside(self.record.where))

    @property
    def keeping(self) -> bool:
        """Whether a name was ever kept: there is a file of them, or a database that has room for them."""
        if not self.record.started:
            return False
        from entente.ledger.kept import beside

        place = beside(self.record.where)
        return not isinstance(place, Path) or place.exists()

    @cached_property
    def desk(self) -> Desk:
        """The alarms: raised, ruled on, replayed, forgotten."""
        from entente.ledger.desk import Desk

        return Desk(self.record, self.kept, days=self.settings.days)

    def alarms(self, as_of: date | None = None) -> list[Alarm]:
        """The alarms as they were known on a day (None: today), once those are forgotten whose time is over."""
        if not self.keeping:
            return []
        self.desk.sweep()
        return self.desk.alarms(as_of)

    def alarm(self, id: str) -> Alarm:
        """An alarm by its id or the beginning of it; what is due is forgotten first. Raises `Unusable`."""
        self.desk.sweep()
        return self.desk.alarm(id)

    def replay(self, day: date) -> Replay:
        """What screenings told on a day, with the rulings as known on it; what is due is forgotten first."""
        from entente.ledger.alarms import Replay

        if not self.keeping:
            return Replay((), (), ())
        self.desk.sweep()
        return self.desk.replay(day)

    def rerun(self, alarms: Iterable[Alarm]) -> dict[str, float | None]:
        """The scores of alarms, by their ids, as this program finds them in the lists that each was raised against.

        None where it finds nothing of half the threshold. Left out: those that were forgotten, and those whose lists
        were not pulled.
        """
        from entente.screening.screen import Screener

        scores: dict[str, float | None] = {}
        screeners: dict[tuple[str, ...], Screener] = {}
        for alarm in alarms:
            entry, lists = alarm.raised.entry, self.lists.of(alarm.raised.entry.lists)
            if alarm.account is None or sorted(entry.lists) != sorted(hash for one in lists for hash in one.snapshots):
                continue
            if entry.lists not in screeners:
                screeners[entry.lists] = Screener(self._compiled(lists))
            floor = float(entry.threshold) / 2
            [found] = screeners[entry.lists].screen([alarm.account.subject], floor=floor)
            now = next((each.score for each in found if each.listing.id == entry.listing), None)
            scores[alarm.raised.id] = now and round(now, 4)
        return scores

    def watch(
        self, found: Iterable[Found], *, lists: Sequence[str], threshold: float, record: bool = False
    ) -> Iterator[Watched]:
        """What a screening found, with how each match above the threshold stands; what is new is recorded, if wanted.

        `lists` are the SHA-256 of the files that were screened against.
        """
        from entente.model.alarm import Told

        if not record and not self.keeping:
            return ((subject, tuple(Told(match, threshold) for match in matches)) for subject, matches in found)
        from entente.ledger.watch import Watch
        from entente.screening.pairs import judge, sight

        if record:
            self.desk.sweep()
        return Watch(self.desk, sight, judge, lists, threshold, record).over(found)

    def again(self) -> Iterator[Watched]:
        """Screen everybody who is kept against the watchlists in hand, and record what is new."""
        from entente.screening.screen import Screener
        from entente.screening.thresholds import threshold

        if not self.keeping:
            return iter(())
        self.desk.sweep()
        subjects = self.desk.subjects()
        if not subjects:
            return iter(())
        index = self.index()
        lists = [hash for one in self.held() for hash in one.snapshots]
        alarm = threshold(index.lists, len(index), "1 %")
        found = zip(subjects, Screener(index).screen(subjects, floor=alarm), strict=True)
        return self.watch(found, lists=lists, threshold=alarm, record=True)

    @cached_property
    def coalitions(self) -> tuple[Coalition, ...]:
        """The coalition files that come with Entente and those of the home; only the chosen one, if one is set."""
        from entente.ledger.coalitions import coalitions

        found = coalitions(self.home, self.record)
        chosen = self.settings.coalition
        if not chosen:
            return found
        if chosen not in {each.id for each in found}:
            names = ", ".join(each.id for each in found)
            raise Unusable(
                "coalition", "there is no coalition {name}", hint="one of: {names}", name=chosen, names=names
            )
        return tuple(each for each in found if each.id == chosen)

    @cached_property
    def reader(self) -> Read | None:
        """The outside reader that is set, ready to read. Raises `Unusable` where there is none of that name."""
        if not self.settings.reader:
            return None
        from entente import plugins
        from entente.readers import Service

        settings = self.settings
        opened: Read = plugins.one("readers", settings.reader).open(
            Service(settings.reader_url, settings.reader_key, settings.reader_model)
        )
        return opened

    def read(self, text: str, *, language: str, date: date | None = None, id: str = "") -> Reading:
        """Read a statement (`entente.reading.read`), with what the outside reader adds to it where one is set."""
        from entente.reading import read

        reading = read(text, language=language, date=date, id=id)
        if self.reader is None:
            return reading
        from entente.reading.outside import consult

        return consult(reading, self.reader, name=self.settings.reader)

    def read_statement(self, statement: Statement) -> Reading:
        """Read a statement, and keep beside its reading what is known of it: title, address, how its day is known."""
        from dataclasses import replace

        reading = self.read(statement.text, language=statement.language, date=statement.date, id=statement.id)
        return replace(reading, statement=statement)

    def keep(self, reading: Reading, findings: Sequence[Finding]) -> tuple[str, ...]:
        """Record a statement, its claims and the findings on it; the ids of the findings, in their order."""
        from entente.ledger.entries import entries_of
        from entente.reporting.phrases import phrase

        ids = self.record.add(entries_of(reading, findings, phrase))
        return ids[len(ids) - len(findings) :] if findings else ()

    def rulings(self, reading: Reading, findings: Sequence[Finding]) -> list[DecisionEntry | None]:
        """The latest ruling of a person on each finding, None where nobody has ruled or the ruling has expired.

        A ruling holds for the claim and the check, so that it is shown beside what newer facts give too.
        """
        from datetime import date

        from entente.ledger.entries import entries_of
        from entente.model.entry import DecisionEntry, FindingEntry
        from entente.reporting.phrases import phrase

        ruled: dict[tuple[str, str], DecisionEntry] = {}
        for each in self.record.entries(DecisionEntry):
            about = self.record.find(each.entry.subject)
            if about and isinstance(about.entry, FindingEntry):
                ruled[about.entry.claim, about.entry.check] = each.entry
        ruled = {what: ruling for what, ruling in ruled.items() if not ruling.lapsed(date.today())}
        if not ruled:
            return [None] * len(findings)
        made = [each for each in entries_of(reading, findings, phrase) if isinstance(each, FindingEntry)]
        return [ruled.get((each.claim, each.check)) for each in made]

    def check(self, reading: Reading) -> list[Finding]:
        """The findings on a statement that was read, in the order of its text."""
        from entente.checking.check import check

        return check(reading, facts=self.facts, coalitions=self.coalitions)
