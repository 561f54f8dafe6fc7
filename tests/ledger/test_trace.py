"""From a finding to its bytes: claim, statement, rows of the facts, raw bytes, and the proof that it is recorded."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from entente.errors import Unusable
from entente.ledger.entries import id_of
from entente.ledger.excerpts import Excerpt, excerpt
from entente.ledger.facts import Facts
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.trace import trace
from entente.model.finding import Evidence
from tests.ledger.invented import CLAIM, FINDING, STATEMENT
from tests.ledger.pulled import Pulled

DAY = date(2031, 5, 1)


def resting_on(*evidence: Evidence) -> tuple[str, list[object]]:
    """A finding that rests on some evidence: its id, and the entries to record."""
    finding = replace(FINDING, readings=(replace(FINDING.readings[0], evidence=evidence),))
    return id_of(finding), [STATEMENT, CLAIM, finding]


def test_a_finding_is_followed_to_the_bytes_that_were_pulled(tmp_path: Path) -> None:
    pulled = Pulled(tmp_path)
    snapshot = pulled.flows("flows.csv", DAY, {"a": 4000000, "b": 100000})
    id, entries = resting_on(Evidence("flows", "fts", "invented", 2, ("line 1", "line 2"), snapshot))
    pulled.record.add(entries, day=DAY)  # type: ignore[arg-type]
    found = trace(id[:10], record=pulled.record, facts=pulled.facts)
    assert [known.id for known in found.entries] == [id, id_of(CLAIM), id_of(STATEMENT)]
    assert [(row.place, row.cells["id"], row.excerpt) for row in found.rows] == [
        ("line 1", "a", Excerpt("a;4000000", (0, 9))),
        ("line 2", "b", Excerpt("b;100000", (10, 18))),
    ]
    [raw] = found.files
    assert raw.path.read_bytes() == b"a;4000000\nb;100000\n"
    assert (raw.snapshot, raw.size, [each.entry.name for each in raw.pulls]) == (snapshot, 19, ["flows.csv"])
    assert found.proof.holds()


def test_a_finding_on_the_tables_that_come_with_entente(tmp_path: Path) -> None:
    record = Record(tmp_path / "record.db")
    id, entries = resting_on(Evidence("rates", "ecb", "history", 1, ("reference/rates.csv:2",)))
    record.add(entries)  # type: ignore[arg-type]
    [row] = trace(id, record=record, facts=Facts(tmp_path, record)).rows
    assert row.excerpt
    assert row.cells["currency"] in row.excerpt.text
    assert row.cells["day"] in row.excerpt.text


def test_raw_bytes_that_are_gone_are_told(tmp_path: Path) -> None:
    pulled = Pulled(tmp_path)
    snapshot = pulled.flows("flows.csv", DAY, {"a": 1})
    id, entries = resting_on(Evidence("flows", "fts", "invented", 1, ("line 1",), snapshot))
    pulled.record.add(entries, day=DAY)  # type: ignore[arg-type]
    Snapshots(tmp_path).path(snapshot).unlink()
    found = trace(id, record=pulled.record, facts=pulled.facts)
    assert [raw.size for raw in found.files] == [None]
    assert [row.excerpt for row in found.rows] == [None]
    assert found.rows[0].cells["amount"].startswith("1")


def test_no_such_entry(tmp_path: Path) -> None:
    record = Record(tmp_path / "record.db")
    with pytest.raises(Unusable, match="there is no entry abc"):
        trace("abc", record=record, facts=Facts(tmp_path, record))


CSV = b'donor;note\nPRT;"two\nlines"\nESP;one\n'


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("line 1", Excerpt("donor;note", (0, 10))),
        ("line 3", Excerpt('PRT;"two\nlines"', (11, 26))),
        ("line 4", Excerpt("ESP;one", (27, 34))),
        ("line 9", None),
        ("bytes 11-14", Excerpt("PRT", (11, 14))),
        ("bytes 27-30, XM-1", Excerpt("ESP", (27, 30))),
        ("bytes 900-910", None),
        ("somewhere", None),
    ],
)
def test_what_stands_at_a_place_of_a_text(tmp_path: Path, place: str, found: Excerpt | None) -> None:
    (tmp_path / "raw").write_bytes(CSV)
    assert excerpt(tmp_path / "raw", place) == found


def test_what_stands_at_a_place_of_a_document_or_an_archive(tmp_path: Path) -> None:
    page = tmp_path / "page.json"
    page.write_text(json.dumps({"data": {"flows": [{"id": 1}, {"id": 2.50}]}}), encoding="utf-8")
    assert excerpt(page, "data.flows[1]") == Excerpt('{"id": "2.5"}', None)
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as archive:
        archive.writestr("rows.csv", CSV)
    assert excerpt(tmp_path / "packed.zip", "rows.csv: line 4") == Excerpt("ESP;one", None)
    assert excerpt(tmp_path / "packed.zip", "other.csv: line 4") is None
