"""The schema of the record: two tables, and the triggers by which nothing in them is altered."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

__all__ = ["REFUSAL", "REFUSE", "SHAPES", "batches", "entries", "guards", "schema"]

ID = String(64)

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
    "sqlite": """SELECT sql FROM sqlite_master WHERE sql IS NOT NULL
                 UNION ALL SELECT 'user_version ' || user_version FROM pragma_user_version
                 UNION ALL SELECT 'application_id ' || application_id FROM pragma_application_id
                 UNION ALL SELECT 'default_cache_size ' || cache_size FROM pragma_default_cache_size""",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled IN ('O', 'A')",
}
