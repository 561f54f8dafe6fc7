"""Names that raised an alarm, kept beside the record and apart from it: what is erased here is gone.

The record never loses anything, so that no name may stand in it. It holds HMAC-SHA-256 of what stands here, under a
salt that stands here too: while it is kept, it is proved to be what was recorded; once it is erased, nobody can try
names against the record (docs/decisions/0010-names-stand-beside-the-record.md).
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, ForeignKey, MetaData, String, Table, Text, delete, insert, make_url, select

from entente.errors import Unreadable
from entente.ledger.databases import Database
from entente.ledger.files import writable
from entente.model.alarm import Account, Seal
from entente.model.match import Subject

__all__ = ["Kept", "Opening", "beside", "commitment"]

ID = String(64)
FILE = "kept.db"
SALT = 32  # bytes

schema = MetaData()

subjects = Table(
    "kept_subjects",
    schema,
    Column("commitment", ID, primary_key=True),
    Column("identity", ID, nullable=False, unique=True),
    Column("salt", ID, nullable=False),
    Column("body", Text, nullable=False),
)

accounts = Table(
    "kept_accounts",
    schema,
    Column("told", ID, primary_key=True),
    Column("subject", ForeignKey(subjects.c.commitment), nullable=False, index=True),
    Column("body", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What proves of whom the record speaks in a seal, to anybody: the salt, and the texts of both that it seals."""

    salt: str
    subject: str
    account: str

    def proves(self, seal: Seal) -> bool:
        """Whether these are the texts that were sealed."""
        try:
            salted = commitment(self.salt, self.subject), commitment(self.salt, self.account)
        except ValueError:
            return False
        return salted == (seal.subject, seal.told)


def commitment(salt: str, body: str) -> str:
    """HMAC-SHA-256 of a text under a salt, both in hexadecimal."""
    return hmac.digest(bytes.fromhex(salt), body.encode(), "sha256").hex()


def beside(where: Path | str) -> Path | str:
    """Where the names of a record are kept: a file beside its file, or tables beside its tables."""
    if isinstance(where, Path):
        return where.with_name(FILE)
    file = make_url(where).database if where.startswith("sqlite") else None
    return Path(file).with_name(FILE) if file else where


class Kept(Database):
    """The names kept beside a record, in SQLite (a file that its owner alone may read) or PostgreSQL."""

    # A log of its own would hold what was erased, and so would pages that are only marked as free.
    settings = ("journal_mode = delete", "secure_delete = on", "temp_store = memory", "synchronous = full",
                "foreign_keys = on")  # fmt: skip
    turn = 0x6B657074  # "kept" in ASCII

    def __init__(self, where: Path | str) -> None:
        """Open it, and make it where there is none. Raises `Unusable` or `Unreadable`."""
        if isinstance(where, Path) and not where.exists():
            with writable(where.parent):
                where.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(where, os.O_CREAT | os.O_RDWR, 0o600))
        super().__init__(where)
        if not self.has("kept_accounts"):
            with self.writing() as connection:
                schema.create_all(connection)

    def keep(self, told: Sequence[tuple[str, Account]]) -> list[Seal]:
        """Keep accounts, each with the identity of its subject; what is kept already stays as it is."""
        with self.writing() as connection:
            return [self._keep(connection, identity, account) for identity, account in told]

    def _keep(self, connection: Connection, identity: str, account: Account) -> Seal:
        row = connection.execute(select(subjects).where(subjects.c.identity == identity)).first()
        if row:
            subject, salt = row.commitment, row.salt
        else:
            salt, body = secrets.token_hex(SALT), written(bare(account.subject))
            subject = commitment(salt, body)
            values = {"commitment": subject, "identity": identity, "salt": salt, "body": body}
            connection.execute(insert(subjects).values(values))
        body = written(account)
        told = commitment(salt, body)
        if not connection.execute(select(accounts.c.told).where(accounts.c.told == told)).first():
            connection.execute(insert(accounts).values({"told": told, "subject": subject, "body": body}))
        return Seal(subject, told)

    def identities(self) -> dict[str, str]:
        """The HMAC of each subject that is kept, by its identity."""
        with self.reading() as connection:
            rows = connection.execute(select(subjects.c.identity, subjects.c.commitment))
            return {row.identity: row.commitment for row in rows}

    def accounts(self) -> dict[str, Account]:
        """The accounts that are kept, by their HMAC. Raises `Unreadable`."""
        with self.reading() as connection:
            rows = connection.execute(select(accounts.c.told, accounts.c.body))
            return {told: read(body, Account) for told, body in rows}

    def seals(self, connection: Connection | None = None) -> set[Seal]:
        """What the record must say of the accounts that are kept, as a transaction sees them."""
        if connection is None:
            with self.reading() as own:
                return self.seals(own)
        rows = connection.execute(select(accounts.c.subject, accounts.c.told))
        return {Seal(row.subject, row.told) for row in rows}

    def openings(self) -> Iterator[tuple[Seal, Opening]]:
        """Every seal, and what should prove it."""
        with self.reading() as connection:
            asked = select(subjects.c.salt, subjects.c.body, accounts).join(subjects)
            for salt, subject, told, sealed, account in connection.execute(asked):
                yield Seal(sealed, told), Opening(salt, subject, account)

    def drop(self, connection: Connection, told: Collection[str]) -> None:
        """Erase accounts, and the subjects of which nothing else is told."""
        for each in told:
            connection.execute(delete(accounts).where(accounts.c.told == each))
        connection.execute(delete(subjects).where(subjects.c.commitment.not_in(select(accounts.c.subject))))

    def erase(self, connection: Connection, people: Collection[str]) -> None:
        """Erase subjects, by their HMAC, and all that is told of them."""
        for each in people:
            connection.execute(delete(accounts).where(accounts.c.subject == each))
            connection.execute(delete(subjects).where(subjects.c.commitment == each))

    def compact(self) -> None:
        """Write anew what is left, so that nothing of what was erased stands between it."""
        full = "VACUUM" if self.dialect == "sqlite" else "VACUUM FULL kept_accounts, kept_subjects"
        with self.faults(), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(full)


def bare(subject: Subject) -> Subject:
    """A subject without the place that named it."""
    return replace(subject, id="", role="", where="", file="")


def written(value: Subject | Account) -> str:
    """A value as it is kept: JSON."""
    return msgspec.json.encode(value).decode()


def read(body: str, kind: type[Any]) -> Any:
    """A value that was kept. Raises `Unreadable`."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError:
        hint = "entente verify tells what else is"
        raise Unreadable("kept names", "what was kept is damaged", hint=hint) from None
