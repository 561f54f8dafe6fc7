"""The rows of the record, in SQLite (a file, WAL) or PostgreSQL (a URL), through SQLAlchemy Core.

SQL on the record is in this module only. Rows are added; triggers of the database refuse any other change.
Importing this module imports SQLAlchemy (a fifth of a second): `ledger/record.py` does when the record is used.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, exists, insert, select

from entente.errors import Unreadable
from entente.ledger.databases import Database
from entente.ledger.schema import REFUSE, SHAPES, batches, entries, guards, schema
from entente.model.entry import Batch

__all__ = ["Store"]

MOST = 500  # values of one query, rows fetched at a time


class Store(Database):
    """A database of the record, opened; its tables and triggers are made where there are none."""

    turn = 0x656E74656E7465  # "entente" in ASCII

    def __init__(self, where: Path | str) -> None:
        """Open a SQLite file or a database URL. Raises `Unusable`, or `Unreadable` where the file is damaged."""
        super().__init__(where)
        if not self.has("entries"):
            self.make()

    def make(self) -> None:
        """Make the tables and the triggers, unless another program has just made them."""
        with self.writing() as connection:
            if self.engine.dialect.has_table(connection, "entries"):
                return
            schema.create_all(connection)
            if self.dialect == "postgresql":
                connection.exec_driver_sql(REFUSE)
            for guard in guards(self.dialect).values():
                connection.exec_driver_sql(guard)

    def head(self, connection: Connection) -> Batch | None:
        """The last batch."""
        row = connection.execute(select(batches).order_by(batches.c.number.desc()).limit(1)).first()
        return batch_of(row) if row else None

    def batches(self, connection: Connection, number: int | None = None) -> Iterator[Batch]:
        """The batches in order, or the one of a number."""
        asked = select(batches).order_by(batches.c.number)
        for row in connection.execute(asked.where(batches.c.number == number) if number else asked):
            yield batch_of(row)

    def ids(self, connection: Connection, number: int) -> list[str]:
        """The ids of the entries of a batch, in their places."""
        asked = select(entries.c.id).where(entries.c.batch == number).order_by(entries.c.place)
        return list(connection.execute(asked).scalars())

    def kinds(self, connection: Connection, ids: Collection[str]) -> dict[str, str]:
        """The kinds of those of some ids that are recorded."""
        found: dict[str, str] = {}
        for some in batched(ids, MOST):
            rows = connection.execute(select(entries.c.id, entries.c.kind).where(entries.c.id.in_(some)))
            found.update((id, kind) for id, kind in rows)
        return found

    def insert(self, connection: Connection, batch: Batch, rows: Sequence[Mapping[str, Any]]) -> None:
        """Add a batch and its entries."""
        connection.execute(insert(batches), {**asdict(batch), "day": batch.day.isoformat()})
        connection.execute(insert(entries), rows)

    def rows(
        self, connection: Connection, *, kind: str | None = None, about: str | None = None, as_of: date | None = None,
        whole: bool = False, ids: tuple[str, str] | None = None,
    ) -> Iterator[Row[Any]]:  # fmt: skip
        """Entries with their days, in order of recording: of a kind, about something, known on a day, of a range of
        ids; with `whole` also those that a later one known on that day mends."""
        asked = select(entries, batches.c.day).join(batches)
        asked = asked.where(entries.c.kind == kind) if kind else asked
        asked = asked.where(entries.c.about == about) if about is not None else asked
        asked = asked.where(entries.c.id.between(*ids)) if ids else asked
        asked = asked.where(batches.c.day <= as_of.isoformat()) if as_of else asked
        if not whole:
            later, its = entries.alias(), batches.alias()
            mending = select(1).select_from(later.join(its)).where(later.c.mends == entries.c.id)
            asked = asked.where(~exists(mending.where(its.c.day <= as_of.isoformat()) if as_of else mending))
        asked = asked.order_by(entries.c.batch, entries.c.place).execution_options(yield_per=MOST)
        yield from connection.execute(asked)

    def all(self, connection: Connection) -> Iterator[Row[Any]]:
        """Every entry in order, whether its batch is there or not."""
        asked = select(entries).order_by(entries.c.batch, entries.c.place)
        yield from connection.execute(asked.execution_options(yield_per=MOST))

    def troubles(self, connection: Connection) -> Iterator[str]:
        """What is wrong with the database beside its rows, in its own words or by the name of what was altered."""
        yield from sorted(expected(self.dialect) ^ self.shape(connection))
        if self.dialect == "sqlite":
            found = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
            yield from (trouble for trouble in found if trouble != "ok")

    def shape(self, connection: Connection) -> set[str]:
        """What the database is made of: its tables, indexes and triggers as SQL; on PostgreSQL its live triggers."""
        return {str(part) for part in connection.exec_driver_sql(SHAPES[self.dialect]).scalars()}


@cache
def expected(dialect: str) -> frozenset[str]:
    """The shape of a record that was just made."""
    if dialect == "postgresql":
        return frozenset(guards(dialect))
    store = Store("sqlite://")
    with store.reading() as connection:
        return frozenset(store.shape(connection))


def batch_of(row: Row[Any]) -> Batch:
    """The batch of a row. Raises `Unreadable` where it is damaged."""
    try:
        day = date.fromisoformat(row.day)
        (row.previous + row.root).encode("ascii")
    except (TypeError, ValueError):
        raise Unreadable("record", "the batch {number} is damaged", number=row.number) from None
    return Batch(**{**row._mapping, "day": day})


def batched(values: Collection[str], most: int) -> Iterator[list[str]]:
    """The values, some at a time."""
    rest = iter(values)
    while some := list(islice(rest, most)):
        yield some
