"""The way from a finding to its bytes: the claim, the statement, the rows of the facts, the raw files they came in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from entente.errors import Fault, Unusable
from entente.ledger.batches import Proof
from entente.ledger.excerpts import Excerpt, excerpt
from entente.ledger.files import segment
from entente.ledger.places import listed_at, rows_at
from entente.ledger.record import Record, Recorded
from entente.ledger.snapshots import Snapshots
from entente.model.entry import (
    AlarmEntry,
    Entry,
    FindingEntry,
    ScreeningEntry,
    SegmentEntry,
    SnapshotEntry,
    StatementEntry,
)
from entente.model.finding import Evidence

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

__all__ = ["Raw", "Row", "Trace", "trace"]

OURS = re.compile(r"(reference/\w+\.csv):(\d+)")  # a row of a table that comes with Entente


@dataclass(frozen=True, slots=True)
class Raw:
    """Raw bytes that were kept: their hash, the file, and as what they were pulled; `size` is None where it is gone."""

    snapshot: str
    path: Path
    size: int | None
    pulls: tuple[Recorded[SnapshotEntry], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that an evidence names: its cells, and what stands at its place in the raw bytes."""

    evidence: Evidence
    place: str
    cells: Mapping[str, str]
    excerpt: Excerpt | None


@dataclass(frozen=True, slots=True)
class Trace:
    """The entries from the one asked for to the statement, the rows it rests on, their files, and the proof that it is
    recorded."""

    entries: tuple[Recorded[Entry], ...]
    rows: tuple[Row, ...]
    files: tuple[Raw, ...]
    proof: Proof


def trace(id: str, *, record: Record, facts: Facts) -> Trace:
    """Follow an entry, named by its id or the beginning of it, to its bytes; or a listing, named by its own ("un:1").

    The rows are those that the evidence of a finding's deciding reading names: the first few that it rests on; of an
    alarm the listing, as it stood in the lists that were screened against. Raises `Unusable` where there is no such
    entry, or no such listing in hand.
    """
    home = facts.holdings.home or Path()
    entries = tuple(followed(record.get(holding(id, record, facts) if ":" in id else id), record))
    evidence = tuple(each for known in entries for each in evidence_of(known.entry))
    hashes = [each.snapshot for each in evidence] + [hash for known in entries for hash in snapshots_of(known.entry)]
    found = [row for each in evidence for row in rows(each, facts, Snapshots(home))]
    for listing, made in listings_of(entries, id, record):
        found += listed(listing, made, facts, Snapshots(home))
    return Trace(
        entries=entries,
        rows=tuple(found),
        files=tuple(raw(hash, record, Snapshots(home)) for hash in dict.fromkeys(hashes) if hash),
        proof=record.proof(entries[0]),
    )


def followed(first: Recorded[Entry], record: Record) -> Iterator[Recorded[Entry]]:
    """An entry, what it is about, and so on down to what is about nothing recorded."""
    here: Recorded[Entry] | None = first
    while here:
        yield here
        here = record.find(here.entry.about)


def holding(listing: str, record: Record, facts: Facts) -> str:
    """The id of the segment, among those that count today, that holds a listing. Raises `Unusable`."""
    counting = facts.holdings.segments("listings", None)
    for known in record.entries(SegmentEntry):
        entry = known.entry
        path = (facts.holdings.home or Path()) / segment(entry.table, entry.source, *entry.snapshots)
        if str(path) in counting and any(listed_at(listing, entry, facts.holdings)):
            return known.id
    raise Unusable(listing, "no such listing in the lists in hand", hint="entente lists show LIST")


def listings_of(entries: Iterable[Recorded[Entry]], id: str, record: Record) -> Iterator[tuple[str, SegmentEntry]]:
    """The listings that entries speak of, each with a segment of the lists in question: the one that was asked for by
    its id, those of alarms."""
    for known in entries:
        match known.entry:
            case SegmentEntry() as made if ":" in id:
                yield id, made
            case AlarmEntry(listing=listing, lists=lists):
                segments = [one.entry for hash in lists for one in record.entries(SegmentEntry, about=hash)]
                whole = [one for one in segments if one.table == "listings" and set(one.snapshots) <= set(lists)]
                yield from ((listing, one) for one in whole)


def evidence_of(entry: Entry) -> tuple[Evidence, ...]:
    """What a finding rests on: the evidence of the reading that decides."""
    return entry.readings[0].evidence if isinstance(entry, FindingEntry) and entry.readings else ()


def snapshots_of(entry: Entry) -> tuple[str, ...]:
    """The SHA-256 of the raw bytes that an entry came from; empty where they are not kept."""
    match entry:
        case StatementEntry() | SnapshotEntry():
            return (entry.snapshot,)
        case SegmentEntry():
            return entry.snapshots
        case AlarmEntry() | ScreeningEntry():
            return entry.lists
    return ()


def rows(evidence: Evidence, facts: Facts, kept: Snapshots) -> Iterator[Row]:
    """The rows that an evidence names."""
    cells = rows_at(evidence, facts.holdings)
    for place in evidence.places:
        yield Row(evidence, place, cells.get(place, {}), standing(evidence, place, kept))


def listed(listing: str, made: SegmentEntry, facts: Facts, kept: Snapshots) -> Iterator[Row]:
    """The rows of a listing in a segment."""
    for evidence, cells in listed_at(listing, made, facts.holdings):
        [place] = evidence.places
        yield Row(evidence, place, cells, standing(evidence, place, kept))


def standing(evidence: Evidence, place: str, kept: Snapshots) -> Excerpt | None:
    """What stands at the place of a row, in the raw bytes or in the table that comes with Entente; None where they
    cannot be read or hold no such place."""
    ours = OURS.fullmatch(place)
    try:
        if evidence.snapshot:
            return excerpt(kept.path(evidence.snapshot), place)
        return excerpt(Path(str(files("entente") / ours[1])), f"line {ours[2]}") if ours else None
    except (OSError, Fault):
        return None


def raw(hash: str, record: Record, kept: Snapshots) -> Raw:
    """Raw bytes by their hash."""
    path = kept.path(hash)
    size = path.stat().st_size if path.exists() else None
    return Raw(hash, path, size, tuple(record.entries(SnapshotEntry, about=hash)))
