"""Tables of text: CSV, with any column names.

Reads: names of every column whose heading tells some in English, French, Spanish or German ("Beneficiary", "Raison
    sociale", "Nombre y apellidos", "Auftraggeber"), or that `--column` names; given and family names as one; kind,
    birth date, nationality and numbers of the one whom a row is about. Delimiter (comma, semicolon, tab, bar), encoding
    and quotes are found by looking; titles above the header are passed over. A row with more cells than the header is
    set aside.
Misses: tables without a header, unless the numbers of their columns are told; addresses, amounts, accounts; facts of a
    row that names several people in columns of their own, because it does not tell whose they are.
Origin: RFC 4180 (2005); what spreadsheets of several countries really write.
"""

from __future__ import annotations

import csv as tables
from collections.abc import Iterator, Mapping
from pathlib import Path

from entente.errors import Unreadable
from entente.feeds.headings import names_somebody
from entente.feeds.roster import Rows, columns_shown, subjects
from entente.feeds.sniff import HEAD, Look, count_lines, delimiter
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject
from entente.text.encoding import encoding_of


def _looks_like(look: Look) -> bool:
    return look.format == "csv" and (bool(look.delimiter) or names_somebody(look.fields))


def _rows(path: Path) -> Rows:
    """The rows of a table. Raises `Unreadable` for what is no text, and where a quotation mark is never closed."""
    encoding = encoding_of(path)
    if not encoding:
        raise Unreadable(path.name, "not a text in any known encoding", hint="save it again as UTF-8")
    try:
        with path.open(encoding=encoding, newline="") as file:
            head = file.read(HEAD)
            file.seek(0)
            reader = tables.reader(file, delimiter=delimiter(head) or ",", strict=True)
            for cells in reader:
                yield f"line {reader.line_num}", cells
    except (UnicodeError, tables.Error) as error:
        raise Unreadable(path.name, "not a table: {why}", hint="is a quotation mark left open?", why=error) from None


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    return subjects(_rows(path), wanted.columns, path.name)


def _columns(path: Path, wanted: Wanted) -> Mapping[str, str]:
    return columns_shown(_rows(path), wanted.columns, path.name)


MESSAGE = Message(
    name="csv",
    title="table of text (CSV), any column names",
    looks_like=_looks_like,
    read=_read,
    columns=_columns,
    count=count_lines,
)
