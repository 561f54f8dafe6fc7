"""Where the record lies: SQLite (a file, WAL) or PostgreSQL (a URL), one schema through SQLAlchemy Core.

SQL on the record is in this module only. Rows are added; triggers of the database refuse any other change.
Importing this module imports SQLAlchemy (a fifth of a second): `ledger/record.py` does when the record is used.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Row,
    String,
    Table,
    Text,
    create_engine,
    event,
    exc,
    exists,
    insert,
    make_url,
    select,
)
from sqlalchemy.engine import URL

from entente.errors import Fault, Refused, Unreadable, Unusable
from entente.ledger.files import writable
from entente.model.entry import Batch

__all__ = ["Store", "batches", "entries", "guards"]

WAIT = 60  # seconds that a writer waits for its turn
LOCK = 0x656E74656E7465  # the turn of a writer on PostgreSQL: "entente" in ASCII
ID = String(64)
MOST = 500  # values of one query, rows fetched at a time

schema = MetaData()

batches = Table(
    "batches",
    schema,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("previous", ID, nullable=False),
    Column("day", String(10), nullable=False),
    Column("count", Integer, nullable=False),
    Column("root", ID, nullable=False, unique=True),
)

entries = Table(
    "entries",
    schema,
    Column("id", ID, primary_key=True),
    Column("batch", ForeignKey(batches.c.number), nullable=False),
    Column("place", Integer, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("about", Text, nullable=False),
    Column("mends", ID, nullable=False),
    Column("body", Text, nullable=False),
    Index("entries_in_order", "batch", "place", unique=True),
    Index("entries_by_kind", "kind", "batch", "place"),
    Index("entries_about", "about", "kind"),
    Index("entries_mending", "mends"),
)

# A row that stands where a new one would: SQLite's INSERT OR REPLACE deletes it without asking the other triggers.
STANDING = {
    "batches": "number = NEW.number OR root = NEW.root",
    "entries": "rowid = NEW.rowid OR id = NEW.id OR (batch = NEW.batch AND place = NEW.place)",
}
REFUSAL = "the record is only added to"


def guards(dialect: str) -> Mapping[str, str]:
    """The SQL of the triggers that refuse to alter what is recorded, by their names."""
    made = _sqlite_guard if dialect == "sqlite" else _postgresql_guard
    events = ("update", "delete", "insert" if dialect == "sqlite" else "truncate")
    return {f"{table}_{what}_guard": made(table, what) for table in ("batches", "entries") for what in events}


def _sqlite_guard(table: str, what: str) -> str:
    when = f" WHEN EXISTS (SELECT 1 FROM {table} WHERE {STANDING[table]})" if what == "insert" else ""
    return (
        f"CREATE TRIGGER {table}_{what}_guard BEFORE {what.upper()} ON {table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    )


def _postgresql_guard(table: str, what: str) -> str:
    each = "STATEMENT" if what == "truncate" else "ROW"
    return (
        f"CREATE TRIGGER {table}_{what}_guard BEFORE {what.upper()} ON {table}"
        f" FOR EACH {each} EXECUTE FUNCTION refuse_change()"
    )


REFUSE = f"""CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$"""

SHAPES = {
    "sqlite": "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}


class Store:
    """A database of the record, opened; its tables and triggers are made where there are none."""

    def __init__(self, where: Path | str) -> None:
        """Open a SQLite file or a database URL. Raises `Unusable`, or `Unreadable` where the file is damaged."""
        self.name, self.engine = engine(where)
        with self.reading() as connection:
            made = self.engine.dialect.has_table(connection, "entries")
        if not made:
            self.make()

    @property
    def dialect(self) -> str:
        """Which database it is: sqlite or postgresql."""
        return self.engine.dialect.name

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

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the record as it stands at its beginning."""
        with self.faults(), self.engine.connect() as connection:
            if self.dialect == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction alone at its turn; what it adds is there whole, or not at all."""
        with self.faults(), self.engine.connect().execution_options(alone=True) as connection, connection.begin():
            if self.dialect == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            yield connection

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
        return set(connection.exec_driver_sql(SHAPES[self.dialect]).scalars())

    def close(self) -> None:
        """Close its connections."""
        self.engine.dispose()

    @contextmanager
    def faults(self) -> Iterator[None]:
        """What the database refuses, as a fault of the house."""
        try:
            yield
        except exc.DBAPIError as trouble:
            raise fault(self.name, str(trouble.orig)) from trouble
        except UnicodeDecodeError as trouble:
            raise fault(self.name, f"malformed: {trouble.reason}") from trouble


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


# What databases say when they refuse, and the fault that it is here.
TROUBLES: tuple[tuple[str, type[Fault], str, str], ...] = (
    (REFUSAL, Refused, "what is recorded is not altered", "record an entry that mends the earlier one"),
    ("locked", Unusable, "another program keeps the record for itself", "close it, or wait"),
    ("full", Unusable, "there is no room left on the disk", "free some; nothing was lost"),
    ("No space left", Unusable, "there is no room left on the disk", "free some; nothing was lost"),
    ("disk I/O error", Unusable, "the disk cannot be written or read", "is it full, or failing? nothing was lost"),
    ("readonly", Unusable, "the record may not be written", "check the permissions of its folder"),
    ("unable to open", Unusable, "the record cannot be opened", "check the folder and its permissions"),
    ("not a database", Unreadable, "this is not a record", "name another file, or restore it from a copy"),
    ("malformed", Unreadable, "the record is damaged: {trouble}", "restore it from a copy"),
)


def fault(where: str, trouble: str) -> Fault:
    """The fault that a database's message stands for."""
    for sign, kind, what, hint in TROUBLES:
        if sign in trouble:
            return kind(where, what, hint=hint, trouble=trouble)
    return Unusable(where, "the database refuses: {trouble}", hint="is its address right?", trouble=trouble.strip())


def engine(where: Path | str) -> tuple[str, Engine]:
    """The name to show and the engine of a SQLite file or of a database URL. Raises `Unusable`."""
    if isinstance(where, Path):
        with writable(where.parent):
            where.parent.mkdir(parents=True, exist_ok=True)
        return str(where), sqlite_engine(sqlite_url(where))
    try:
        url = make_url(where)
    except exc.ArgumentError:
        raise Unusable("record", "this is not the address of a database", hint="postgresql://user@host/name") from None
    match url.get_backend_name():
        case "sqlite":
            return url.database or "", sqlite_engine(url)
        case "postgresql":
            return url.render_as_string(hide_password=True), postgresql_engine(url)
        case other:
            raise Unusable("record", "no record is kept in {name}", hint="sqlite or postgresql", name=other)


def sqlite_url(file: Path) -> URL:
    """The URL of a SQLite file. SQLite writes beside a file even to read it, unless told that nobody writes: it is told
    so in a folder that may only be read, where nothing waits to be written."""
    waits = Path(f"{file}-wal").exists()
    if not file.exists() or waits or os.access(file.parent, os.W_OK):
        return URL.create("sqlite", database=str(file))
    return URL.create("sqlite", database=f"file:{quote(str(file))}", query={"immutable": "1", "uri": "true"})


def sqlite_engine(url: URL) -> Engine:
    """An engine on a SQLite file: write-ahead log, every commit on the disk, foreign keys held."""
    made = create_engine(url, connect_args={"timeout": WAIT, "isolation_level": None})

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")  # a damaged text can be named
        for setting in ("journal_mode = wal", "synchronous = full", "foreign_keys = on"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        alone = connection.get_execution_options().get("alone")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if alone else "BEGIN")

    return made


def postgresql_engine(url: URL) -> Engine:
    """An engine on PostgreSQL, through psycopg. Raises `Unusable` where that is not installed."""
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError:
        raise Unusable(
            "record", "the driver of PostgreSQL is not installed", hint="pip install 'entente[postgresql]'"
        ) from None
