"""The record: statements, claims, findings, commitments, decisions, and what was pulled. Nothing in it is altered.

Entries come in batches. A batch is whole or not at all, and its Merkle root names the batch before it, so that the
last root stands for the whole record (docs/explanation/proof.md). A mistake is mended by a later entry that names the
earlier one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from entente.errors import Refused, Unreadable, Unusable
from entente.ledger.batches import Proof, proof, sealed
from entente.ledger.entries import NAMES, decode, encode, hash_of
from entente.model.entry import Batch, Entry, SnapshotEntry
from entente.model.pull import Pull

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from entente.ledger.store import Store

__all__ = ["Record", "Recorded", "columns"]

Kind = TypeVar("Kind", bound=Entry, covariant=True)

# What an entry speaks of must be recorded too, and be of this kind.
PARENTS = {"claim": "statement", "finding": "claim", "commitment": "claim"}


@dataclass(frozen=True, slots=True)
class Recorded(Generic[Kind]):
    """An entry in the record: its id, the number of its batch, its place there, and the day of recording."""

    id: str
    entry: Kind
    batch: int
    place: int
    day: date


class Record:
    """One record: a SQLite file by its path, or a database by its URL (sqlite or postgresql)."""

    def __init__(self, where: Path | str) -> None:
        """Name a record; it is opened, and made where there is none, when it is first asked or added to."""
        self.where = where

    @cached_property
    def store(self) -> Store:
        """Its database, opened. Raises `Unusable`, or `Unreadable` where it is damaged."""
        from entente.ledger.store import Store

        return Store(self.where)

    @property
    def started(self) -> bool:
        """Whether there is anything to ask: a record in a file begins with the first entry."""
        return not isinstance(self.where, Path) or self.where.exists()

    def open(self) -> Record:
        """Open it now, and make it where there is none."""
        _ = self.store
        return self

    def close(self) -> None:
        """Close its connections; it opens again when asked."""
        if "store" in self.__dict__:
            self.store.close()
            del self.store

    def add(self, entries: Iterable[Entry], *, day: date | None = None) -> tuple[str, ...]:
        """Record entries as one batch, and give their ids; what is recorded already is not recorded twice.

        `day` is the day from which they are known (by default today, or the day of the last batch where that is
        later). Raises `Refused` for a day before the last batch's: what was known on it has been told; `Unusable` for
        an entry about one, or mending one, that is not recorded.
        """
        return tuple(dict.fromkeys(stands for stands, _ in self.settle(entries, day=day).values()))

    def settle(self, entries: Iterable[Entry], *, day: date | None = None) -> dict[str, tuple[str, bool]]:
        """Record entries as `add` does; by the id of each, that under which it stands, and whether it is new.

        An entry that says what only one may say (`Entry.once`) stands under the id of the first that said it.
        """
        bodies = {hash_of(body): (body, entry) for entry in entries for body in (encode(entry),)}
        if not bodies:
            return {}
        with self.store.writing() as connection:
            head = self.store.head(connection)
            on = the_day(day, head)
            said = self.said(connection, [(id, entry) for id, (_, entry) in bodies.items() if entry.once])
            named = {name for _, entry in bodies.values() for name in (entry.about, entry.mends) if name}
            kinds = self.store.kinds(connection, {*bodies, *named})
            new = {id: told for id, told in bodies.items() if id not in kinds and said.get(id, id) == id}
            kinds |= {id: NAMES[type(entry)] for id, (_, entry) in new.items()}
            for _, entry in new.values():
                check_names(entry, kinds, on)
            if new:
                batch = sealed(head, on, list(new))
                self.store.insert(connection, batch, list(rows_of(batch, new)))
        return {id: (said.get(id, id), id in new) for id in bodies}

    def said(self, connection: Connection, entries: Sequence[tuple[str, Entry]]) -> dict[str, str]:
        """For entries that say what only one may say, the id of the first that does, recorded or among them."""
        first: dict[tuple[str, str, tuple[str, ...]], str] = {}
        for kind, about in {(NAMES[type(entry)], entry.about) for _, entry in entries}:
            for row in self.store.rows(connection, kind=kind, about=about, whole=True):
                first.setdefault((kind, about, recorded(row).entry.once), row.id)
        return {id: first.setdefault((NAMES[type(entry)], entry.about, entry.once), id) for id, entry in entries}

    def find(self, id: str) -> Recorded[Entry] | None:
        """An entry by its whole id, or None."""
        if not id:
            return None
        with self.store.reading() as connection:
            return next((recorded(row) for row in self.store.rows(connection, ids=(id, id), whole=True)), None)

    def get(self, id: str) -> Recorded[Entry]:
        """An entry by its id, or by as many of its first characters as no other id begins with. Raises `Unusable`."""
        with self.store.reading() as connection:
            found = [recorded(row) for row in self.store.rows(connection, ids=(id, id + "g"), whole=True)]
        if not found:
            raise Unusable("record", "there is no entry {id}", hint="entente trace lists the latest", id=id)
        if len(found) > 1:
            raise Unusable("record", "{count} entries begin with {id}", hint="give more of it", count=len(found), id=id)
        return found[0]

    def entries(
        self, kind: type[Kind], *, about: str | None = None, as_of: date | None = None, whole: bool = False
    ) -> Iterator[Recorded[Kind]]:
        """The entries of a kind in order of recording, as they were known on a day (None: today).

        `about` keeps those that speak of an id; `whole` also gives those that a later one mends.
        """
        if not self.started:
            return
        with self.store.reading() as connection:
            for row in self.store.rows(connection, kind=NAMES[kind], about=about, as_of=as_of, whole=whole):
                yield recorded(row)

    def pulls(self) -> Iterator[Pull]:
        """What was pulled, in order of recording."""
        for each in self.entries(SnapshotEntry):
            yield Pull(each.entry.source, each.entry.name, each.entry.snapshot, each.entry.day)

    def batches(self) -> Iterator[Batch]:
        """The batches in order; the root of the last stands for the whole record."""
        if not self.started:
            return
        with self.store.reading() as connection:
            yield from self.store.batches(connection)

    def head(self) -> Batch | None:
        """The last batch; None where nothing is recorded."""
        if not self.started:
            return None
        with self.store.reading() as connection:
            return self.store.head(connection)

    def proof(self, known: Recorded[Entry]) -> Proof:
        """What proves that an entry is recorded, to someone who knows the root of its batch."""
        with self.store.reading() as connection:
            [batch] = self.store.batches(connection, known.batch)
            return proof(batch, self.store.ids(connection, known.batch), known.place)


def the_day(asked: date | None, head: Batch | None) -> date:
    """The day of a new batch. Raises `Refused`."""
    if asked is None:
        return max(date.today(), head.day) if head else date.today()
    if head and asked < head.day:
        what = "{day} is over: the record has gone on to {last}"
        raise Refused("record", what, hint="record it today", day=asked, last=head.day)
    return asked


def check_names(entry: Entry, kinds: Mapping[str, str], day: date) -> None:
    """Hold an entry to what it names: its day, what it is about, what it mends. Raises `Unusable`."""
    kind = NAMES[type(entry)]
    if entry.known not in (None, day):
        what = "an entry of {known} cannot be recorded on {day}"
        raise Unusable("record", what, hint="give both the same day", known=entry.known, day=day)
    parent = PARENTS.get(kind)
    if parent and kinds.get(entry.about) != parent:
        what = "a {kind} is about a {parent}, and {id} is none in the record"
        raise Unusable("record", what, hint="record that first", kind=kind, parent=parent, id=entry.about)
    if entry.mends and kinds.get(entry.mends) != kind:
        what = "a {kind} mends a {kind}, and {id} is none in the record"
        raise Unusable("record", what, hint="give the id of an earlier one", kind=kind, id=entry.mends)


def rows_of(batch: Batch, new: Mapping[str, tuple[bytes, Entry]]) -> Iterator[dict[str, object]]:
    """The rows of a batch's entries."""
    for place, (id, (body, entry)) in enumerate(new.items()):
        yield {"id": id, "batch": batch.number, "place": place, "body": body.decode(), **columns(entry)}


def columns(entry: Entry) -> dict[str, str]:
    """What of an entry stands in columns of its own, to be found by."""
    return {"kind": NAMES[type(entry)], "about": entry.about, "mends": entry.mends}


def recorded(row: Row[Any]) -> Recorded[Any]:
    """The entry of a row. Raises `Unreadable` where it is damaged."""
    try:
        return Recorded(row.id, decode(row.body), row.batch, row.place, date.fromisoformat(row.day))
    except (msgspec.DecodeError, TypeError, ValueError):
        hint = "entente verify tells what else is"
        raise Unreadable("record", "the entry {id} is damaged", hint=hint, id=row.id) from None
