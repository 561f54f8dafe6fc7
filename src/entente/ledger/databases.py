"""The databases of the ledger, opened: transactions at their turn, and what they refuse put as faults of the house."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.engine import URL

from entente.errors import Fault, Refused, Unreadable, Unusable
from entente.ledger.files import writable
from entente.ledger.schema import REFUSAL

__all__ = ["Database", "engine", "fault"]

WAIT = 60  # seconds that a writer waits for its turn
# A write-ahead log, every commit on the disk, foreign keys held.
SETTINGS = ("journal_mode = wal", "synchronous = full", "foreign_keys = on")

# What databases say when they refuse, and the fault that it is here.
TROUBLES: tuple[tuple[str, type[Fault], str, str], ...] = (
    (REFUSAL, Refused, "what is recorded is not altered", "record an entry that mends the earlier one"),
    ("is locked", Unusable, "another program keeps the record for itself", "close it, or wait"),
    ("is full", Unusable, "there is no room left on the disk", "free some; nothing was lost"),
    ("No space left", Unusable, "there is no room left on the disk", "free some; nothing was lost"),
    ("disk I/O error", Unusable, "the disk cannot be written or read", "is it full, or failing? nothing was lost"),
    ("readonly database", Unusable, "the record may not be written", "check the permissions of its folder"),
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


class Database:
    """A database of the ledger, opened: reading, and writing alone at one's turn."""

    settings: ClassVar[Sequence[str]] = SETTINGS  # of a connection to SQLite
    turn: ClassVar[int]  # the number of the lock that a writer on PostgreSQL holds

    def __init__(self, where: Path | str) -> None:
        """Open a SQLite file or a database URL. Raises `Unusable`, or `Unreadable` where the file is damaged."""
        self.name, self.engine = engine(where, self.settings)

    @property
    def dialect(self) -> str:
        """Which database it is: sqlite or postgresql."""
        return self.engine.dialect.name

    def has(self, table: str) -> bool:
        """Whether there is a table."""
        with self.reading() as connection:
            return bool(self.engine.dialect.has_table(connection, table))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees the database as it stands at its beginning."""
        with self.faults(), self.engine.connect() as connection:
            if self.dialect == "postgresql":
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction alone at its turn; what it adds is there whole, or not at all."""
        with self.faults(), self.engine.connect().execution_options(alone=True) as connection, connection.begin():
            if self.dialect == "postgresql":
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({self.turn})")
            yield connection

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


def engine(where: Path | str, settings: Sequence[str] = SETTINGS) -> tuple[str, Engine]:
    """The name to show and the engine of a SQLite file or of a database URL. Raises `Unusable`."""
    if isinstance(where, Path):
        with writable(where.parent):
            where.parent.mkdir(parents=True, exist_ok=True)
        return str(where), sqlite_engine(sqlite_url(where), settings)
    try:
        url = make_url(where)
    except exc.ArgumentError:
        raise Unusable("record", "this is not the address of a database", hint="postgresql://user@host/name") from None
    match url.get_backend_name():
        case "sqlite":
            return url.database or "", sqlite_engine(url, settings)
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


def sqlite_engine(url: URL, settings: Sequence[str]) -> Engine:
    """An engine on a SQLite file, with settings of its connections."""
    made = create_engine(url, connect_args={"timeout": WAIT, "isolation_level": None})

    @event.listens_for(made, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")  # a damaged text can be named
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("isolation_level") != "AUTOCOMMIT":
            connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("alone") else "BEGIN")

    return made


def postgresql_engine(url: URL) -> Engine:
    """An engine on PostgreSQL, through psycopg. Raises `Unusable` where that is not installed."""
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError:
        raise Unusable(
            "record", "the driver of PostgreSQL is not installed", hint="pip install 'entente[postgresql]'"
        ) from None
