"""The watchlists of a home: pulled, kept as they came, and found again as they were on a day."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from entente import plugins
from entente.errors import Refused, Unreadable, Unusable
from entente.feeds.sniff import Look, sniff
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.model.aside import Aside
from entente.model.entry import SnapshotEntry
from entente.model.listing import Listing
from entente.model.pull import Pull
from entente.watchlists import Part, Watchlist

__all__ = ["Held", "Lists", "Read", "grouped", "read_list", "recognised"]

SHELF = "watchlists/"  # goes before a list's name where it is the source of a snapshot
LEAST = 0.5  # of its listings that a list must keep from one pull to the next
FIRST_LINE = 1 << 20  # bytes


@dataclass(frozen=True, slots=True)
class Held:
    """A list as it was on a day: its parts by name, the snapshots they are, and the day of the latest pull."""

    watchlist: Watchlist
    parts: Mapping[str, Path]
    snapshots: tuple[str, ...]
    day: date


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of a list."""

    listings: tuple[Listing, ...]
    asides: tuple[Aside, ...]


class Lists:
    """The watchlists of a home and its record."""

    def __init__(self, home: Path, record: Record) -> None:
        self.snapshots = Snapshots(home)
        self.record = record

    def pull(self, watchlist: Watchlist, files: Iterable[Path], *, day: date, fewer: bool = False) -> Read:
        """Keep and record the files of a list, which are told apart by their content, after reading them once.

        Raises `Unreadable` for a file that is no part of the list, `Unusable` for two of one part, and `Refused` where
        the list is much shorter than it should be or was, unless `fewer`.
        """
        parts: dict[str, Path] = {}
        for file in files:
            name = _part(watchlist, file).name
            if name in parts:
                what = "another file of the same part as {other}"
                raise Unusable(file.name, what, hint="pull them one after the other", other=parts[name].name)
            parts[name] = file
        read = read_list(watchlist, parts)
        before = self.held(as_of=None).get(watchlist.name)
        had = len(read_list(before.watchlist, before.parts).listings) if before else watchlist.fewest / LEAST
        if len(read.listings) < LEAST * had and not fewer:
            what = "{now} listings, where {had} are expected"
            raise Refused(watchlist.name, what, hint="--fewer accepts it", now=len(read.listings), had=round(had))
        entries = [
            SnapshotEntry(
                source=SHELF + watchlist.name,
                name=name,
                snapshot=self.snapshots.keep(path),
                day=day,
                size=path.stat().st_size,
            )
            for name, path in parts.items()
        ]
        self.record.add(entries, day=day)
        return read

    def held(self, as_of: date | None = None) -> dict[str, Held]:
        """The lists that were held on a day (None: now), by name."""
        held: dict[str, Held] = {}
        for name, parts in self._pulled(lambda pull: as_of is None or pull.day <= as_of):
            last = max(pull.day for pull in parts.values())
            held[name] = self._held(name, {part: pull for part, pull in parts.items() if pull.day == last})
        return held

    def of(self, snapshots: Collection[str]) -> list[Held]:
        """The lists that snapshots are, by their SHA-256; those that were never pulled are left out."""
        return [self._held(name, parts) for name, parts in self._pulled(lambda pull: pull.snapshot in snapshots)]

    def _pulled(self, wanted: Callable[[Pull], bool]) -> list[tuple[str, dict[str, Pull]]]:
        """The last of some pulls of each part of each list, by name."""
        latest: dict[str, dict[str, Pull]] = {}
        for pull in self.record.pulls():
            if pull.source.startswith(SHELF) and wanted(pull):
                latest.setdefault(pull.source.removeprefix(SHELF), {})[pull.name] = pull
        return sorted(latest.items())

    def _held(self, name: str, parts: Mapping[str, Pull]) -> Held:
        paths = {part: self.snapshots.path(pull.snapshot) for part, pull in parts.items()}
        hashes = tuple(sorted(pull.snapshot for pull in parts.values()))
        return Held(plugins.one("watchlists", name), paths, hashes, max(pull.day for pull in parts.values()))


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
