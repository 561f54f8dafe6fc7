"""Pulls: a source's files are told apart by content, kept as they came, loaded into segments, and recorded.

The order makes it safe to be killed at any moment: segments first, then the raw bytes, then one batch of the record
that names them all. What the record does not name is written again by the next pull.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from entente.errors import Fault, Refused, Unreadable
from entente.feeds.row import SHAPELESS
from entente.feeds.sniff import Look, sniff
from entente.feeds.unpack import files_in
from entente.ledger.files import sha256_of
from entente.ledger.load import Filled, fill, scratch
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.model.aside import Aside
from entente.model.entry import SegmentEntry, SnapshotEntry
from entente.sources import Layout, Made, Source

__all__ = ["Found", "Left", "Pulled", "Puller", "found_in"]

LEAST = 0.5  # of its rows that a file must keep from one pull to the next
ARCHIVE = "zip"
OTHER = "is it another file?"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be pulled: the name it is known by from pull to pull, and the address it came from."""

    name: str
    path: Path
    address: str = ""


@dataclass(frozen=True, slots=True)
class Pulled:
    """A file that was pulled: its rows by table, and how many of them are new to the record (none: unchanged)."""

    name: str
    snapshot: str
    rows: Mapping[str, int]
    new: bool


@dataclass(frozen=True, slots=True)
class Left:
    """A file that was not pulled, and why."""

    name: str
    why: Fault


def found_in(place: Path) -> Iterator[Found]:
    """A file, or every file of a folder and its folders in the order of their names. Raises `Unreadable`."""
    if place.is_file():
        yield Found(place.name, place)
    elif place.is_dir():
        for path in sorted(path for path in place.rglob("*") if path.is_file()):
            yield Found(path.relative_to(place).as_posix(), path)
    else:
        raise Unreadable(str(place), "there is no such file or folder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Puller:
    """Pulls files of one source into a home and its record, as of a day.

    `fewer` accepts a file that has lost more than half of its rows since the last pull.
    """

    source: Source
    home: Path
    record: Record
    day: date | None = None
    fewer: bool = False

    def pull(self, files: Iterable[Found | Left]) -> Iterator[Pulled | Left]:
        """Pull files one by one; one that cannot be pulled is left and named, and the others go on."""
        for found in files:
            if isinstance(found, Left):
                yield found
                continue
            try:
                yield self.pull_one(found)
            except Fault as fault:
                yield Left(found.name, fault)

    def pull_one(self, found: Found) -> Pulled:
        """Pull one file. Raises a fault where it is not the source's, or not as expected, or the disk refuses."""
        snapshot = sha256_of(found.path)
        known = self.loaded(snapshot)
        filled = known or self.load(found, snapshot)
        Snapshots(self.home).keep_as(found.path, snapshot)
        self.put_down(found, snapshot, () if known else filled)
        return Pulled(found.name, snapshot, {one.table: one.rows for one in filled}, new=not known)

    def loaded(self, snapshot: str) -> tuple[Filled, ...]:
        """The segments of a snapshot that the record names already."""
        entries = self.record.entries(SegmentEntry, about=snapshot)
        return tuple(
            Filled(one.entry.table, one.entry.rows, one.entry.sha256)
            for one in entries
            if one.entry.source == self.source.name
        )

    def load(self, found: Found, snapshot: str) -> tuple[Filled, ...]:
        """Write the segments of a file. Raises `Refused` where it has fewer rows than it should have."""
        shared = {
            "source": self.source.name,
            "licence": self.source.licence,
            "snapshot": snapshot,
            "known": self.day or date.today(),
        }
        with scratch(self.home) as folder:
            filled = fill(self.rows(found, shared, folder), shared, self.home)
        self.expect(found, filled)
        return filled

    def rows(self, found: Found, shared: Mapping[str, Any], folder: Path) -> Iterator[Made]:
        """The rows of a file, or of the files in an archive that are the source's. Raises `Unreadable`."""
        look = sniff(found.path)
        if look.format == ARCHIVE:
            for name, path in files_in(found.path, folder):
                inside = sniff(path)
                layout = self.source.layout(inside.format, inside.fields)
                if layout is None:
                    yield Aside(name, "", "", "not a file of this source", whole=True)
                else:
                    yield from within(name, counted(name, layout, layout.read(path, shared)))
            return
        layout = self.source.layout(look.format, look.fields)
        if layout is None:
            raise self.stranger(found.name, look)
        yield from counted(found.name, layout, layout.read(found.path, shared))

    def stranger(self, name: str, look: Look) -> Unreadable:
        """Why a file that no layout fits is not read."""
        hint, source = "entente sources {source} tells its layouts", self.source.name
        if known := self.source.other(look.format, look.fields):
            return Unreadable(name, known.why.template, hint=hint, source=source)
        what = "not a file of the source {source} as far as its content shows"
        return Unreadable(name, what, hint=hint, source=source)

    def expect(self, found: Found, filled: Iterable[Filled]) -> None:
        """Hold the rows of a file against those of its last pull. Raises `Refused`."""
        rows = sum(one.rows for one in filled if one.table != "asides")
        before = [
            pull.snapshot for pull in self.record.pulls() if (pull.source, pull.name) == (self.source.name, found.name)
        ]
        had = sum(one.rows for one in self.loaded(before[-1]) if one.table != "asides") if before else 0
        if rows < LEAST * had and not self.fewer:
            what = "{rows} rows, where the last pull had {had}"
            raise Refused(found.name, what, hint="--fewer accepts it", rows=rows, had=had)

    def put_down(self, found: Found, snapshot: str, filled: Iterable[Filled]) -> None:
        """Record a pull and its new segments, as one batch."""
        day = self.day or date.today()
        pull = SnapshotEntry(
            source=self.source.name,
            name=found.name,
            snapshot=snapshot,
            day=day,
            size=found.path.stat().st_size,
            address=found.address,
        )
        segments = [
            SegmentEntry(table=one.table, source=self.source.name, snapshot=snapshot, sha256=one.sha256, rows=one.rows)
            for one in filled
        ]
        self.record.add([pull, *segments], day=day)


def counted(name: str, layout: Layout, rows: Iterable[Made]) -> Iterator[Made]:
    """The same rows; raises `Refused` at the end where most were set aside, or they were fewer than expected."""
    used = lost = 0
    try:
        for row in rows:
            if isinstance(row, Aside):
                lost += row.whole
            else:
                used += 1
            yield row
    except SHAPELESS as error:
        what = "not laid out as {layout} expects: {why}"
        raise Unreadable(name, what, hint=OTHER, layout=layout.name, why=repr(error)) from error
    if lost > used or used < layout.fewest:
        what = "{used} rows can be used and {lost} cannot: not what the layout {layout} expects"
        raise Refused(name, what, hint=OTHER, used=used, lost=lost, layout=layout.name)


def within(name: str, rows: Iterable[Made]) -> Iterator[Made]:
    """The rows of a file of an archive: their places begin with its name."""
    for row in rows:
        if isinstance(row, Aside):
            yield replace(row, place=f"{name}: {row.place}")
        elif isinstance(row, tuple):
            row[1].row = f"{name}: {row[1].row}"
            yield row
        else:
            yield replace(row, row=f"{name}: {row.row}")
