"""Rows of an answer, shown as a table, JSON, CSV or Parquet."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente.cli.inputs import write_json
from entente.text.say import say

if TYPE_CHECKING:
    from entente.model.finding import Evidence

__all__ = ["Listing", "show"]

SORTS = {int: "BIGINT", Decimal: "DECIMAL(38,6)", date: "DATE", str: "VARCHAR"}
NOTHING = "-"
WORDS = frozenset({"coverage", "population", "kind", "bound"})


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with the same columns, notes under them (templates and values), and the evidence they rest on."""

    rows: Sequence[Mapping[str, Any]]
    notes: Sequence[tuple[str, Mapping[str, Any]]] = ()
    evidence: Sequence[Evidence] = field(default=())


def show(listing: Listing, options: argparse.Namespace) -> None:
    """Show rows as the options ask."""
    if options.parquet:
        write_parquet(listing, Path(options.parquet))
    if options.json:
        write_json(as_json(listing, options.lang))
    elif options.csv:
        sys.stdout.write(as_csv(listing))
    elif not options.parquet:
        print("\n".join(as_table(listing, options.lang)))


def as_json(listing: Listing, lang: str) -> dict[str, Any]:
    """Rows, notes and evidence as one object."""
    return {
        "rows": list(listing.rows),
        "notes": [say(template, lang, **values) for template, values in listing.notes],
        "evidence": [
            {"source": one.source, "edition": one.edition, "rows": one.rows, "snapshot": one.snapshot}
            for one in listing.evidence
        ],
    }


def as_csv(listing: Listing) -> str:
    """Rows as comma-separated values (RFC 4180)."""
    text = io.StringIO()
    if listing.rows:
        writer = csv.DictWriter(text, list(listing.rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(listing.rows)
    return text.getvalue()


def as_table(listing: Listing, lang: str) -> Iterator[str]:
    """Rows in columns: numbers to the right, words to the left."""
    if not listing.rows:
        yield say("no rows in hand", lang)
    else:
        names = list(listing.rows[0])
        cells = [[worded(name, row[name], lang) for name in names] for row in listing.rows]
        widths = [max(map(len, column)) for column in zip(names, *cells, strict=True)]
        numeric = [any(isinstance(row[name], (int, Decimal)) for row in listing.rows) for name in names]
        for line in (names, *cells):
            placed = (
                cell.rjust(width) if right else cell.ljust(width)
                for cell, width, right in zip(line, widths, numeric, strict=True)
            )
            yield "  ".join(placed).rstrip()
    for template, values in listing.notes:
        yield say(template, lang, **{name: worded(name, value, lang) for name, value in values.items()})
    for one in listing.evidence:
        count = say("{count} rows" if one.rows != 1 else "1 row", lang, count=one.rows)
        yield say("from {source}, {edition}: {rows}", lang, source=one.source, edition=one.edition, rows=count)


def worded(column: str, value: Any, lang: str) -> str:
    """A cell in words: those of a column that holds one of few words in the language."""
    return say(value, lang) if column in WORDS and isinstance(value, str) else shown(value, lang)


def shown(value: Any, lang: str) -> str:
    """A cell; numbers are grouped as the language does."""
    if value is None:
        return NOTHING
    if isinstance(value, Decimal) or (isinstance(value, int) and abs(value) >= 10_000):
        grouped = f"{value:,}" if isinstance(value, int) else f"{value.normalize():,f}"
        return grouped if lang == "en" else grouped.translate({ord(","): "\u202f", ord("."): ","})
    return str(value)


def write_parquet(listing: Listing, path: Path) -> None:
    """Rows as a Parquet file. Raises `Unreadable` where it cannot be written."""
    import duckdb

    from entente.errors import Unreadable

    names = list(listing.rows[0]) if listing.rows else []
    shape = {name: sort(row[name] for row in listing.rows) for name in names} or {"nothing": "VARCHAR"}
    with duckdb.connect() as store:
        columns = ", ".join(f'"{name}" {kind}' for name, kind in shape.items())
        store.execute(f"CREATE TABLE answer ({columns})")
        for row in listing.rows:
            store.execute(f"INSERT INTO answer VALUES ({', '.join('?' * len(names))})", [row[name] for name in names])
        try:
            store.execute(f"COPY answer TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
        except duckdb.IOException as error:
            hint = "choose a folder that may be written"
            raise Unreadable(str(path), "cannot be written: {trouble}", hint=hint, trouble=error) from None


def sort(values: Iterator[Any]) -> str:
    """The SQL type of a column, by its first value."""
    first = next((value for value in values if value is not None), "")
    return next((kind for known, kind in SORTS.items() if isinstance(first, known)), "VARCHAR")
