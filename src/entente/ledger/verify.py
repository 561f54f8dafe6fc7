"""Proves that nothing was altered: the record against its own hashes, then every file against the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from entente.errors import Fault, Unreadable
from entente.ledger.batches import root_of
from entente.ledger.entries import decode, hash_of
from entente.ledger.files import UNFINISHED, segment, sha256_of
from entente.ledger.record import Record, columns
from entente.ledger.snapshots import Snapshots
from entente.model.alarm import Seal
from entente.model.entry import (
    AlarmEntry,
    Batch,
    Entry,
    ForgottenEntry,
    SegmentEntry,
    SnapshotEntry,
    StatementEntry,
)
from entente.model.finding import Phrase

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from entente.ledger.kept import Kept

__all__ = ["Damage", "Verified", "verify"]

Step = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that is not as it was recorded: where, and what is wrong with it."""

    place: str
    what: Phrase


@dataclass(frozen=True, slots=True)
class Verified:
    """What was verified: how many batches, entries and files, the last root, and what is not as it was recorded.

    `leftovers` are files that no entry names: a killed pull leaves such, the next one records them.
    """

    batches: int
    entries: int
    files: int
    root: str
    damages: tuple[Damage, ...]
    leftovers: tuple[str, ...]


@dataclass(slots=True)
class Walk:
    """What a walk through the record has met."""

    batches: int = 0
    entries: int = 0
    files: int = 0
    root: str = ""
    roots: set[str] = field(default_factory=set)
    snapshots: set[str] = field(default_factory=set)
    segments: dict[str, str] = field(default_factory=dict)
    alarms: dict[Seal, str] = field(default_factory=dict)
    forgotten: set[str] = field(default_factory=set)
    leftovers: list[str] = field(default_factory=list)

    def meet(self, id: str, entry: Entry) -> None:
        """Note the files and the kept names that an entry speaks of."""
        match entry:
            case AlarmEntry():
                self.alarms[Seal(entry.subject, entry.told)] = id
            case ForgottenEntry():
                self.forgotten.add(entry.subject)
            case SegmentEntry():
                self.segments[segment(entry.table, entry.source, *entry.snapshots)] = entry.sha256
            case SnapshotEntry() | StatementEntry() if entry.snapshot:
                self.snapshots.add(entry.snapshot)


def verify(
    home: Path, record: Record, *, root: str = "", step: Step = lambda done: None, kept: Kept | None = None
) -> Verified:
    """Verify a record, the names kept beside it and the files of a home folder; `step` is told the bytes of files as
    they are read.

    `root` is the root of a batch that was noted earlier, elsewhere: it must still be there. Without one, a record
    whose last batches were taken away whole looks like a younger one.
    """
    walk = Walk()
    damages = [
        *entries_and_batches(record, walk),
        *names(kept, walk),
        *snapshots(home, walk, step),
        *segments(home, walk, step),
    ]
    if root and root not in walk.roots:
        damages.append(Damage("record", Phrase("no batch has the root {root}", (("root", root),))))
    return Verified(walk.batches, walk.entries, walk.files, walk.root, tuple(damages), tuple(walk.leftovers))


def entries_and_batches(record: Record, walk: Walk) -> Iterator[Damage]:
    """The damages of a record."""
    if not record.started:
        return
    try:
        with record.store.reading() as connection:
            for trouble in record.store.troubles(connection):
                yield Damage("record", Phrase("the database: {trouble}", (("trouble", trouble),)))
            yield from chain(record, connection, walk)
    except Fault as fault:
        yield Damage(fault.where, Phrase(fault.what, tuple(fault.values.items())))


def chain(record: Record, connection: Connection, walk: Walk) -> Iterator[Damage]:
    """The damages of the batches, each under its root and after the one before."""
    rows = record.store.all(connection)
    row = next(rows, None)
    for batch in record.store.batches(connection):
        ids: list[str] = []
        while row and row.batch == batch.number:
            yield from entry(row, len(ids), walk)
            ids.append(row.id)
            row = next(rows, None)
        walk.entries += len(ids)
        yield from links(batch, walk, ids)
        walk.batches, walk.root = batch.number, batch.root
        walk.roots.add(batch.root)
    if row:  # entries are in the order of their batches
        yield Damage(f"entry {row.id}", Phrase("its batch is missing"))


def entry(row: Row[Any], place: int, walk: Walk) -> Iterator[Damage]:
    """The damages of an entry: its text under its id, and what stands beside it."""
    name = f"entry {row.id}"
    body = row.body.encode("utf-8", "surrogateescape") if isinstance(row.body, str) else b""
    if hash_of(body) != row.id:
        yield Damage(name, Phrase("its text is not what was recorded"))
        return
    try:
        told = decode(body)
    except msgspec.DecodeError:
        yield Damage(name, Phrase("it is of a kind that this version of Entente does not know"))
        return
    walk.meet(row.id, told)
    if {**columns(told), "place": place} != {key: row._mapping[key] for key in ("kind", "about", "mends", "place")}:
        yield Damage(name, Phrase("its columns are not what was recorded"))


def links(batch: Batch, walk: Walk, ids: list[str]) -> Iterator[Damage]:
    """The damages of a batch beside its entries."""
    name = f"batch {batch.number}"
    if batch.number != walk.batches + 1 or batch.previous != walk.root:
        yield Damage(name, Phrase("the batch before it is missing, or another"))
    if batch.count != len(ids):
        what = "{count} entries were recorded, {found} are there"
        yield Damage(name, Phrase(what, (("count", batch.count), ("found", len(ids)))))
    elif root_of(batch, ids) != batch.root:
        yield Damage(name, Phrase("its root is not that of its entries"))


def names(kept: Kept | None, walk: Walk) -> Iterator[Damage]:
    """The damages of the names kept: each must be what was recorded, and be there until it was said to be forgotten."""
    proved = {seal: opening.proves(seal) for seal, opening in kept.openings()} if kept else {}
    for seal, id in walk.alarms.items():
        if seal not in proved and seal.subject not in walk.forgotten:
            yield Damage(f"entry {id}", Phrase("its name is missing, and nothing says that it was forgotten"))
        elif not proved.get(seal, True):
            yield Damage(f"entry {id}", Phrase("what was kept of it is not what was recorded"))


def snapshots(home: Path, walk: Walk, step: Step) -> Iterator[Damage]:
    """The damages of the raw bytes kept: each file is named by its hash."""
    kept = Snapshots(home)
    for path in kept.all():
        yield from file(path, path.name, home, walk, step)
        if path.name not in walk.snapshots:
            walk.leftovers.append(str(path.relative_to(home)))
    for hash in sorted(walk.snapshots):
        if not kept.path(hash).exists():
            yield Damage(str(kept.path(hash).relative_to(home)), MISSING)


def segments(home: Path, walk: Walk, step: Step) -> Iterator[Damage]:
    """The damages of the segments: each has the hash that was recorded for it."""
    for path in sorted((home / "facts").glob("*/source=*/*.parquet")):
        name = path.relative_to(home).as_posix()
        if name in walk.segments:
            yield from file(path, walk.segments[name], home, walk, step)
        elif path.stem in walk.snapshots:
            yield Damage(name, Phrase("no entry names it, and it would be read"))
        elif not path.name.startswith(UNFINISHED):
            walk.leftovers.append(name)
    for name in sorted(walk.segments):
        if not (home / name).exists():
            yield Damage(name, MISSING)


MISSING = Phrase("it is missing")


def file(path: Path, hash: str, home: Path, walk: Walk, step: Step) -> Iterator[Damage]:
    """The damage of a file whose hash was recorded."""
    walk.files += 1
    try:
        altered = sha256_of(path) != hash
        step(path.stat().st_size)
    except Unreadable as fault:
        yield Damage(fault.where, Phrase(fault.what, tuple(fault.values.items())))
        return
    if altered:
        yield Damage(path.relative_to(home).as_posix(), Phrase("its bytes are not what was recorded"))
