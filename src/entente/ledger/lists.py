"""The watchlists of a home: pulled, kept as they came and as rows, and found again as they were on a day."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import msgspec

from entente import plugins
from entente.errors import Refused, Unreadable, Unusable
from entente.feeds.sniff import Look, sniff
from entente.ledger.files import SHELF, segment, sha256_of
from entente.ledger.holdings import Holdings
from entente.ledger.latest import Counting, latest
from entente.ledger.listings import listings_in
from entente.ledger.load import Filled, fill
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.stock import asides
from entente.model.aside import Aside
from entente.model.entry import SegmentEntry, SnapshotEntry
from entente.model.listing import Listing
from entente.model.pull import Pull
from entente.watchlists import Part, Watchlist

__all__ = ["Held", "Lists", "Read", "grouped", "read_list", "recognised"]

LEAST = 0.5  # of its listings that a list must keep from one pull to the next
FIRST_LINE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A list as it was on a day: its parts by name, the snapshots they are, the day of the latest pull.

    `rows` says how many rows its segments have, by table: none where it was pulled before lists had segments.
    """

    watchlist: Watchlist
    parts: Mapping[str, Path]
    snapshots: tuple[str, ...]
    day: date
    rows: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a list."""

    listings: tuple[Listing, ...]
    asides: tuple[Aside, ...]


class Lists:
    """The watchlists of a home and its record."""

    def __init__(self, home: Path, record: Record) -> None:
        self.home = home
        self.snapshots = Snapshots(home)
        self.record = record

    @cached_property
    def holdings(self) -> Holdings:
        """What reads the segments."""
        return Holdings(self.home, self.record)

    def pull(self, watchlist: Watchlist, files: Iterable[Path], *, day: date, fewer: bool = False) -> Held:
        """Load, keep and record the files of a list, which are told apart by their content.

        Raises `Unreadable` for a file that is no part of the list, `Unusable` for two of one part, and `Refused` where
        the list is much shorter than it should be or was, unless `fewer`.
        """
        parts, source = _parts(watchlist, files), SHELF + watchlist.name
        hashes = {part: sha256_of(path) for part, path in parts.items()}
        main, *beside = hashes.values()
        snapshots = tuple(sorted(hashes.values()))
        known = self._rows(source, snapshots)
        filled = () if known else self._load(watchlist, parts, main, beside, day)
        rows = known or {one.table: one.rows for one in filled}
        if not fewer:
            self._expect(watchlist, rows.get("listings", 0))
        for part, path in parts.items():
            self.snapshots.keep_as(path, hashes[part])
        pulls = [
            SnapshotEntry(source=source, name=part, snapshot=hashes[part], day=day, size=path.stat().st_size)
            for part, path in parts.items()
        ]
        segments = [
            SegmentEntry(
                table=one.table, source=source, snapshot=main, sha256=one.sha256, rows=one.rows, beside=tuple(beside)
            )
            for one in filled
        ]
        self.record.add([*pulls, *segments], day=day)
        return Held(watchlist, parts, snapshots, day, rows)

    def _load(
        self, watchlist: Watchlist, parts: Mapping[str, Path], main: str, beside: Iterable[str], day: date
    ) -> tuple[Filled, ...]:
        """Write the segments of a list; its listings stand in the first of its parts."""
        shared = {
            "source": watchlist.name,
            "edition": watchlist.title,
            "licence": watchlist.licence,
            "snapshot": main,
            "known": day,
        }
        return fill(watchlist.read(parts), shared, self.home, tuple(beside))

    def _expect(self, watchlist: Watchlist, now: int) -> None:
        """Hold the number of listings against that of the last pull. Raises `Refused`."""
        before = self.held().get(watchlist.name)
        had = before.rows.get("listings") or len(self.listings(before)) if before else round(watchlist.fewest / LEAST)
        if now < LEAST * had:
            what = "{now} listings, where {had} are expected"
            raise Refused(watchlist.name, what, hint="--fewer accepts it", now=now, had=had)

    def held(self, as_of: date | None = None) -> dict[str, Held]:
        """The lists that were held on a day (None: now), by name."""
        counting = [each for each in latest(self.record.pulls(), as_of) if each.source.startswith(SHELF)]
        return {one.watchlist.name: one for one in self._held(counting)}

    def of(self, snapshots: Collection[str]) -> list[Held]:
        """The lists that snapshots are, by their SHA-256; those that were never pulled are left out."""
        pulled: dict[str, dict[str, Pull]] = {}
        for pull in self.record.pulls():
            if pull.source.startswith(SHELF) and pull.snapshot in snapshots:
                pulled.setdefault(pull.source, {})[pull.name] = pull
        return self._held(Counting(source, tuple(parts.values())) for source, parts in pulled.items())

    def listings(self, held: Held) -> tuple[Listing, ...]:
        """The listings of a list: its rows, or what its files say where it has none."""
        if not held.rows.get("listings"):
            return read_list(held.watchlist, held.parts).listings
        return tuple(listings_in(self.home / segment("listings", held.watchlist.name, *held.snapshots), self.holdings))

    def asides(self, held: Held) -> tuple[Aside, ...]:
        """What was set aside of a list."""
        if not held.rows:
            return read_list(held.watchlist, held.parts).asides
        return tuple(asides(self.holdings, self.home, held.watchlist.name, *held.snapshots))

    def _held(self, counting: Iterable[Counting]) -> list[Held]:
        return [
            Held(
                plugins.one("watchlists", each.source.removeprefix(SHELF)),
                {pull.name: self.snapshots.path(pull.snapshot) for pull in each.pulls},
                each.snapshots,
                max(pull.day for pull in each.pulls),
                self._rows(each.source, each.snapshots),
            )
            for each in sorted(counting, key=lambda one: one.source)
        ]

    def _rows(self, source: str, snapshots: tuple[str, ...]) -> dict[str, int]:
        """The rows of the segments made of some snapshots, by table."""
        return {
            one.entry.table: one.entry.rows
            for snapshot in snapshots
            for one in self.record.entries(SegmentEntry, about=snapshot)
            if (one.entry.source, one.entry.snapshots) == (source, snapshots)
        }


def read_list(watchlist: Watchlist, parts: Mapping[str, Path]) -> Read:
    """The listings of a list's files, and what was set aside."""
    listings: list[Listing] = []
    asides: list[Aside] = []
    for one in watchlist.read(parts):
        if isinstance(one, Listing):
            listings.append(one)
        else:
            asides.append(one)
    return Read(tuple(listings), tuple(asides))


def recognised(file: Path) -> tuple[Watchlist, Part]:
    """The list, and which part of it, that a file is, told by its content. Raises `Unreadable`."""
    look, columns = _look(file)
    for watchlist in plugins.additions("watchlists").values():
        for part in watchlist.parts:
            if part.looks_like(look, columns):
                return watchlist, part
    names = ", ".join(plugins.names("watchlists"))
    raise Unreadable(file.name, "not a watchlist as far as its content shows", hint="one of: {names}", names=names)


def grouped(files: Iterable[Path]) -> list[tuple[Watchlist, dict[str, Path]]]:
    """The lists that files are, each with its files by part; the same part again is another list of its kind."""
    groups: list[tuple[Watchlist, dict[str, Path]]] = []
    for file in files:
        watchlist, part = recognised(file)
        for known, parts in groups:
            if known is watchlist and part.name not in parts:
                parts[part.name] = file
                break
        else:
            groups.append((watchlist, {part.name: file}))
    return groups


def _parts(watchlist: Watchlist, files: Iterable[Path]) -> dict[str, Path]:
    """The files of a list by the names of the parts that they are, in the order of its parts."""
    found: dict[str, Path] = {}
    for file in files:
        name = _part(watchlist, file).name
        if name in found:
            what = "another file of the same part as {other}"
            raise Unusable(file.name, what, hint="pull them one after the other", other=found[name].name)
        found[name] = file
    if not found:
        raise Unusable(watchlist.name, "no file of this list was given", hint="name its files with --from")
    return {part.name: found[part.name] for part in watchlist.parts if part.name in found}


def _part(watchlist: Watchlist, file: Path) -> Part:
    look, columns = _look(file)
    for part in watchlist.parts:
        if part.looks_like(look, columns):
            return part
    raise Unreadable(file.name, "not a file of the list {list}", hint="see entente lists", list=watchlist.name)


def _look(file: Path) -> tuple[Look, int]:
    """What a file looks like, and the columns of its first row where it is a table."""
    if not file.is_file():
        raise Unusable(str(file), "there is no such file")
    with file.open("rb") as opened:
        first = opened.readline(FIRST_LINE)
    if first.lstrip(b"\xef\xbb\xbf").startswith(b"{") and first.rstrip().endswith(b"}"):
        try:
            return Look("jsonl", frozenset(msgspec.json.decode(first, type=dict[str, object]))), 0
        except msgspec.DecodeError:
            pass
    look = sniff(file)
    if look.format in ("csv", ""):
        row = next(csv.reader([first.decode("latin-1")]), [])
        return (Look("csv", look.fields), len(row)) if len(row) > 1 else (look, 0)
    return look, 0
