"""From rows to Parquet segments: they are spooled as lines of JSON, which DuckDB writes down in columns."""

from __future__ import annotations

import gc
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from entente.errors import Unreadable
from entente.ledger.files import segment, settle, sha256_of, unfinished, writable
from entente.ledger.tables import NAMES, TABLES, columns, quoted
from entente.model.aside import Aside
from entente.model.listing import Listing
from entente.sources import Made

if TYPE_CHECKING:
    import duckdb

__all__ = ["Filled", "fill"]

BATCH = 2000  # rows encoded together
MEMORY = "150MB"  # that DuckDB may use to write
GROUP = 40_960  # rows of a row group: with three times as many, its own choice, it would run out of memory and spill


@dataclass(frozen=True, slots=True)
class Filled:
    """A segment that was written: its table, its number of rows, the SHA-256 of its file."""

    table: str
    rows: int
    sha256: str


def fill(
    rows: Iterable[Made | Listing], shared: Mapping[str, object], home: Path, beside: Sequence[str] = ()
) -> tuple[Filled, ...]:
    """Write the rows that a snapshot of a source holds into a segment a table, those set aside too (`asides`, always).

    `shared` are the columns that all rows have in common: source, snapshot, licence, known; `beside` the snapshots that
    were read together with that one. Each segment is there whole or not at all. Raises `Unusable` where the disk
    refuses.
    """
    import duckdb

    settings: dict[str, Any] = {"memory_limit": MEMORY, "threads": 1, "autoinstall_known_extensions": "false"}
    with scratch(home) as folder, undisturbed():
        spools = spool(rows, folder)
        with duckdb.connect(config={**settings, "temp_directory": str(folder)}) as store:
            made_of = (str(shared["source"]), str(shared["snapshot"]), *beside)
            return tuple(written(one, shared, home / segment(one.table, *made_of), store) for one in spools)


@contextmanager
def scratch(home: Path) -> Iterator[Path]:
    """A folder in the home for files that nobody needs afterwards."""
    with writable(home):
        (home / "scratch").mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(dir=home / "scratch"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without the search for circles of objects: rows make none, and it takes a quarter of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class Spool:
    """The rows of one table as lines of JSON in a file."""

    encoder = msgspec.json.Encoder()

    def __init__(self, table: str, folder: Path) -> None:
        self.table = table
        self.path = folder / f"{table}.jsonl"
        self.count = 0
        self.waiting: list[Any] = []

    def write(self) -> None:
        """Write the waiting rows down. Raises `Unusable` where the disk refuses."""
        with writable(self.path.parent), self.path.open("ab") as file:
            file.write(self.encoder.encode_lines(self.waiting))
        self.count += len(self.waiting)
        self.waiting.clear()


def spool(rows: Iterable[Made | Listing], folder: Path) -> list[Spool]:
    """The rows by table."""
    spools: dict[type, Spool] = {Aside: Spool("asides", folder)}
    for row in rows:
        kind, cells = row if isinstance(row, tuple) else (type(row), row)
        if kind not in spools:
            spools[kind] = Spool(NAMES[kind], folder)
        waiting = spools[kind].waiting
        waiting.append(cells)
        if len(waiting) == BATCH:
            spools[kind].write()
    for one in spools.values():
        one.write()
    return list(spools.values())


def written(spooled: Spool, shared: Mapping[str, object], place: Path, store: duckdb.DuckDBPyConnection) -> Filled:
    """The segment made of a spool, in its place. Raises `Unusable`."""
    with unfinished(place.parent) as path:
        copy(spooled, shared, path, store)
        hash = sha256_of(path)
        settle(path, place)
    return Filled(spooled.table, spooled.count, hash)


def copy(spooled: Spool, shared: Mapping[str, object], path: Path, store: duckdb.DuckDBPyConnection) -> None:
    """Have DuckDB write lines of JSON as Parquet. Raises `Unusable` where the disk refuses."""
    import duckdb

    shape = columns(TABLES[spooled.table])
    listed = ", ".join(f"{quoted(name)}: {quoted(sort)}" for name, sort in shape.items())
    common = ", ".join(f"{literal(shared[name])}::{sort} AS {name}" for name, sort in shape.items() if name in shared)
    lines = f"read_json({quoted(str(spooled.path))}, format = 'newline_delimited', columns = {{{listed}}})"
    chosen = f"* REPLACE ({common})" if common else "*"
    with writable(path.parent):
        try:
            store.execute(
                f"COPY (SELECT {chosen} FROM {lines}) TO {quoted(str(path))} "
                f"(FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {GROUP})"
            )
        except duckdb.IOException as error:
            raise OSError(str(error)) from error
        except duckdb.Error as error:
            raise Unreadable(spooled.path.name, "rows that cannot be written down: {why}", why=error) from error


def literal(value: object) -> str:
    """A value as SQL."""
    return "NULL" if value is None else quoted(str(value))
