"""The rows in hand, in DuckDB: the small tables that come with Entente, and the Parquet segments of what was pulled.

A pulled row replaces the reference rows of the same source that speak of the same thing (`SCOPES` in tables.py): after
a pull of one plan's flows the reference rows of that plan are left out, those of other plans stay. Where two files of
a source both tell a row (`UNITS`), it stands once: as told by the file that was pulled last, or on the same day by the
one that was published last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from entente.errors import Unreadable
from entente.feeds.coalition import facts_of
from entente.ledger.coalitions import coalitions
from entente.ledger.files import segment
from entente.ledger.latest import latest
from entente.ledger.tables import SCOPES, TABLES, UNITS, columns, quoted
from entente.model.entry import Batch, SegmentEntry
from entente.model.pull import Pull

if TYPE_CHECKING:
    import duckdb

    from entente.ledger.record import Record

__all__ = ["Holdings", "kept"]

Key = TypeVar("Key")
Value = TypeVar("Value")
Made: TypeAlias = tuple[str, ...]  # what a segment is known by: its table, its source, the snapshots it was made of

COALITION = "coalition"
FEW = 500  # rows of an answer that is kept
ANSWERS = 4096  # kept answers

# The segments that a task holds on to while it keeps still; None where the record is asked each time.
HELD: ContextVar[dict[tuple[int, str, date | None], tuple[str, ...]] | None] = ContextVar("HELD", default=None)
BROKEN = "entente verify names what is damaged"


class Holdings:
    """A DuckDB in memory over all rows in hand: what comes with Entente, and what a record says was pulled."""

    def __init__(self, home: Path | None = None, record: Record | None = None) -> None:
        import duckdb

        self.home = home
        self.record = record
        self.store: duckdb.DuckDBPyConnection = duckdb.connect(config={"autoinstall_known_extensions": "false"})
        self.views: dict[tuple[str, tuple[str, ...]], str] = {}
        self.head: Batch | None = None
        self.pulls: tuple[Pull, ...] = ()
        self.written: frozenset[Made] = frozenset()
        self.answers: dict[str, list[tuple[Any, ...]]] = {}

    def ask(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The rows that a query gives; the same query is answered once, as views and segments never change."""
        key = f"{sql} {values}"
        rows = self.answers.get(key)
        if rows is None:
            rows = self.run(sql, values)
            if len(rows) <= FEW:
                kept(self.answers, key, rows, ANSWERS)
        return rows

    def run(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What a statement gives. Raises `Unreadable` where a segment is damaged."""
        import duckdb

        try:
            return self.store.execute(sql, list(values)).fetchall()
        except (duckdb.IOException, duckdb.InvalidInputException) as error:
            raise Unreadable("facts", "a segment cannot be read: {why}", hint=BROKEN, why=error) from error

    @contextmanager
    def still(self) -> Iterator[None]:
        """Within, the record is not asked again what was pulled: all questions are put to the same facts."""
        before = HELD.set(HELD.get() or {})
        try:
            yield
        finally:
            HELD.reset(before)

    def view(self, table: str, as_of: date | None = None) -> str:
        """The name of the view of a table's rows as they were known on a day (None: today).

        It has the table's columns, and `stands`: where a row is to be found, as evidence names it.
        """
        segments = self.segments(table, as_of)
        key = (table, segments)
        if key not in self.views:
            name = f"{table}_{len(self.views)}"
            self.run(f"CREATE VIEW {name} AS {self.rows(table, segments, name)}")
            self.views[key] = name
        return self.views[key]

    def segments(self, table: str, as_of: date | None) -> tuple[str, ...]:
        """The segments of a table that count on a day, in the order in which they were pulled: of each file of a source
        the last one pulled by then. Raises `Unreadable` where one is missing."""
        held = HELD.get()
        if held is None:
            return self.live(table, as_of)
        key = (id(self), table, as_of)
        if key not in held:
            held[key] = self.live(table, as_of)
        return held[key]

    def live(self, table: str, as_of: date | None) -> tuple[str, ...]:
        """The segments, as the record names them now."""
        if self.home is None or self.record is None:
            return ()
        pulls, written = self.recorded(self.record)
        wanted = dict.fromkeys((each.source, *each.snapshots) for each in latest(pulls, as_of))
        paths = [self.home / segment(table, *made_of) for made_of in wanted if (table, *made_of) in written]
        for path in paths:
            if not path.exists():
                raise Unreadable(str(path), "a segment is missing", hint=BROKEN)
        return tuple(str(path) for path in paths)

    def recorded(self, record: Record) -> tuple[Sequence[Pull], Collection[Made]]:
        """The pulls and the segments that the record names; read again when it went on."""
        held = HELD.get()
        seen = (id(self), "record", None)
        if held is not None and seen in held:
            return self.pulls, self.written
        if held is not None:
            held[seen] = ()
        head = record.head()
        if head != self.head:
            self.head = head
            self.pulls = tuple(record.pulls())
            self.written = frozenset(
                (one.entry.table, one.entry.source, *one.entry.snapshots) for one in record.entries(SegmentEntry)
            )
        return self.pulls, self.written

    def rows(self, table: str, segments: tuple[str, ...], name: str) -> str:
        """The SQL of a table's rows: those of the segments, and the reference rows that none of them replaces."""
        reference = f"SELECT * FROM {self.reference(table)}" if table in SCOPES else ""
        if not segments:
            return reference or empty(table)
        listed = ", ".join(f'"{column}"' for column in columns(TABLES[table]))
        pulled = f"SELECT {listed}, row AS stands FROM {self.told_once(table, segments, name)}"
        if not reference:
            return pulled
        scope = ", ".join(SCOPES[table])
        self.run(f"CREATE TEMP TABLE {name}_scope AS SELECT DISTINCT {scope} FROM {read(segments)}")
        return f"{pulled} UNION ALL BY NAME {reference} ANTI JOIN {name}_scope USING ({scope})"

    def told_once(self, table: str, segments: tuple[str, ...], name: str) -> str:
        """The SQL of the rows of segments, each once; a plain read where no two segments tell the same row."""
        unit = f"source, {', '.join(UNITS[table])}"
        shared = self.sharing(segments, unit)
        if not shared:
            return read(segments)
        order = ", ".join(f"({quoted(path)}, {number})" for number, path in enumerate(segments))
        alone = tuple(path for path in segments if path not in shared)
        self.run(
            f"""CREATE TEMP TABLE {name}_once AS
                SELECT * EXCLUDE (filename, place_in_line) FROM (
                    SELECT told.*, line.place_in_line FROM {read(shared, named=True)} AS told
                    JOIN (VALUES {order}) AS line(filename, place_in_line) USING (filename))
                QUALIFY filename = first_value(filename) OVER (
                    PARTITION BY {unit} ORDER BY known DESC, published DESC NULLS LAST, place_in_line DESC)"""
        )
        return f"(SELECT * FROM {read(alone)} UNION ALL BY NAME FROM {name}_once)" if alone else f"{name}_once"

    def sharing(self, segments: tuple[str, ...], unit: str) -> tuple[str, ...]:
        """Those segments that tell a row which another of them tells too."""
        if len(segments) < 2:
            return ()
        rows = self.ask(
            f"""WITH told AS (SELECT DISTINCT {unit}, filename FROM {read(segments, named=True)}),
                     twice AS (SELECT {unit} FROM told GROUP BY ALL HAVING count(*) > 1)
                SELECT DISTINCT filename FROM told SEMI JOIN twice USING ({unit}) ORDER BY 1"""
        )
        return tuple(path for (path,) in rows)

    def reference(self, table: str) -> str:
        """The name of the table of reference rows, made when first asked for."""
        name = f"reference_{table}"
        if not self.run("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [name]):
            file = files("entente.reference").joinpath(f"{table}.csv")
            if file.is_file():
                self.run(f"CREATE TABLE {name} AS {csv_rows(table, str(file))}")
            else:
                self.fill(name, table)
        return name

    def fill(self, name: str, table: str) -> None:
        """Make the table of reference rows of the coalition files in hand."""
        kind, shape = TABLES[table], columns(TABLES[table])
        self.run(f"CREATE TABLE {name} AS {empty(table)}")
        rows = [
            (*(getattr(row, column) for column in shape), f"{row.coalition}: {row.row}")
            for known in coalitions(self.home)
            for row in facts_of(known, {"source": COALITION})
            if isinstance(row, kind)
        ]
        marks = ", ".join(f"({', '.join('?' * (len(shape) + 1))})" for _ in rows)
        if rows:
            self.run(f"INSERT INTO {name} VALUES {marks}", [cell for row in rows for cell in row])


def kept(known: dict[Key, Value], key: Key, value: Value, most: int) -> None:
    """Keep a value that can be made again; where there are too many, all are let go first."""
    if len(known) >= most:
        known.clear()
    known[key] = value


def read(segments: Sequence[str], *, named: bool = False) -> str:
    """The SQL of the rows of segments; `named` with the path of each row's segment as `filename`."""
    listed = ", ".join(quoted(path) for path in segments)
    return f"read_parquet([{listed}], hive_partitioning = false, union_by_name = true, filename = {str(named).lower()})"


def empty(table: str) -> str:
    """The SQL of no row of a table."""
    listed = ", ".join(f'NULL::{sort} AS "{column}"' for column, sort in columns(TABLES[table]).items())
    return f"SELECT {listed}, NULL::VARCHAR AS stands WHERE false"


def csv_rows(table: str, path: str) -> str:
    """The SQL of the rows of a reference table, with the line at which each stands."""
    shape: Mapping[str, str] = columns(TABLES[table])
    texts = ", ".join(quoted(column) for column, sort in shape.items() if sort == "VARCHAR")
    listed = ", ".join(f"{quoted(column)}: {quoted(sort)}" for column, sort in shape.items())
    return (
        f"SELECT *, {quoted(f'reference/{table}.csv:')} || (row_number() OVER () + 1) AS stands"
        f" FROM read_csv({quoted(path)}, header = true, auto_detect = false, parallel = false, delim = ',',"
        f" quote = '\"', escape = '\"', columns = {{{listed}}}, force_not_null = [{texts}])"
    )
