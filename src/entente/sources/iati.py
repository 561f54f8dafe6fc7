"""IATI: aid activities as their publishers report them, with every transaction.

Reads: activity files and organisation files of versions 1.01 to 2.03 (XML); transactions as the IATI Datastore
flattens them (CSV).
Misses: descriptions, contacts, results, documents, conditions, places on the map, markers, and the types of flow,
finance, aid and tying. Money that several publishers report along a chain stands there several times: a total says
how much of it is known to be the same.
Origin: the publishers, through the IATI Registry, https://iatistandard.org; each publisher's own licence. The
address is that of the Bulk Data Service, one archive of all files (0.9 GB, 13 GB unpacked), last held against what
programs that use it write down in November 2026.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from entente.errors import Unreadable
from entente.feeds.activities import codes, fields, rows_of
from entente.feeds.notes import Notes
from entente.feeds.pieces import pieces
from entente.feeds.row import BadValue, Row, take_rows
from entente.feeds.tables import csv_rows
from entente.model.activities import Transaction
from entente.model.aside import Aside
from entente.sources import Address, Layout, Made, Source


def _elements(path: Path, _: Mapping[str, Any], *, name: str) -> Iterator[Made]:
    """The rows of every element of a name, once where it stands twice. Raises `Unreadable` where none can be read.

    What all rows share is left to whoever writes them down.
    """
    notes, seen = Notes(fields()), set[str]()
    for piece in pieces(path, name):
        if isinstance(piece, Aside):
            yield piece
        elif piece.hash in seen:
            yield Aside(f"line {piece.line}", name, "", "the same element stands earlier in the file", whole=True)
        else:
            seen.add(piece.hash)
            yield from rows_of(piece, notes)
            yield from notes.taken()
    if not seen:
        raise Unreadable(path.name, "no {name} in it can be read", name=name)


def _datastore(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """Transactions as the Datastore flattens them; blank lines and lines that stand there before are set aside."""
    seen: set[tuple[str, ...]] = set()
    build = partial(_flat, origin={**origin, "edition": "IATI Datastore, transactions"}, seen=seen)
    yield from take_rows(csv_rows(path), build)


def _flat(row: Row, *, origin: Mapping[str, Any], seen: set[tuple[str, ...]]) -> Iterator[Transaction]:
    """One line of the Datastore's table."""
    cells = tuple(row.cells.values())
    if cells in seen:
        raise BadValue("", "", "the same line stands earlier in the file")
    seen.add(cells)
    currency = row.take("default_currency")
    yield Transaction(
        **origin,
        row=row.place,
        activity=row.need("iati_identifier"),
        number=len(seen),
        ref=row.take("transaction_ref"),
        type=row.pick("transaction_transaction_type_code", codes("transaction-type")),
        humanitarian=row.pick("transaction_humanitarian", _TRUTHS),
        day=row.day_or_none("transaction_transaction_date_iso_date", _INSTANT),
        value=row.money("transaction_value"),
        currency=row.take("transaction_value_currency") or currency,
        value_date=row.day_or_none("transaction_value_value_date", _INSTANT),
        provider=row.take("transaction_provider_org_ref"),
        provider_name=row.take("transaction_provider_org_narrative"),
        provider_type=row.take("transaction_provider_org_type"),
        provider_activity=row.take("transaction_provider_org_provider_activity_id"),
        receiver=row.take("transaction_receiver_org_ref"),
        receiver_name=row.take("transaction_receiver_org_narrative"),
        receiver_type=row.take("transaction_receiver_org_type"),
        receiver_activity=row.take("transaction_receiver_org_receiver_activity_id"),
        countries=(),
        regions=(),
        sectors=(),
    )
    row.close(ignored=_FLAT_IGNORED)


_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_TRUTHS = {"": None, "0": False, "1": True, "false": False, "true": True}
_FLAT_IGNORED = (
    "transaction_description_narrative",
    "transaction_disbursement_channel_code",
    "transaction_flow_type_code",
    "transaction_finance_type_code",
    "transaction_aid_type_code",
    "transaction_aid_type_vocabulary",
    "transaction_tied_status_code",
)

SOURCE = Source(
    name="iati",
    title="International Aid Transparency Initiative",
    licence="each publisher's own",
    home="https://iatistandard.org",
    tables=("activities", "transactions", "budgets"),
    layouts=(
        Layout(
            name="activities",
            format="xml",
            fields=frozenset({"iati-activities"}),
            read=partial(_elements, name="iati-activity"),
        ),
        Layout(
            name="organisations",
            format="xml",
            fields=frozenset({"iati-organisations"}),
            read=partial(_elements, name="iati-organisation"),
        ),
        Layout(
            name="Datastore transactions",
            format="csv",
            fields=frozenset({"iati_identifier", "transaction_transaction_type_code", "transaction_value"}),
            read=_datastore,
        ),
    ),
    addresses=(Address("iati-data.zip", "https://bulk-data.iatistandard.org/iati-data.zip"),),
)
