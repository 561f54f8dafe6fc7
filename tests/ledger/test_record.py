"""The record on both stores: what is added stays, once, in order, as it was known; nothing is altered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from entente.errors import Fault, Refused, Unreadable, Unusable
from entente.ledger.entries import id_of
from entente.ledger.record import Record
from entente.model.entry import AlarmEntry, ClaimEntry, SnapshotEntry, StatementEntry
from entente.model.pull import Pull
from tests.ledger.invented import CLAIM, DAY, EVERY, FINDING, HASH, SNAPSHOT, STATEMENT, statement


@pytest.fixture
def record(where: Path | str) -> Iterator[Record]:
    opened = Record(where).open()
    yield opened
    opened.close()


def names(record: Record, day: date | None = None) -> list[str]:
    return [each.entry.name for each in record.entries(StatementEntry, as_of=day)]


def test_every_kind_of_entry_is_given_back_as_it_was(record: Record) -> None:
    ids = record.add(EVERY, day=DAY)
    assert ids == tuple(id_of(entry) for entry in EVERY)
    assert tuple(record.get(id).entry for id in ids) == EVERY
    assert [record.get(id).place for id in ids] == list(range(len(EVERY)))
    assert {record.get(id).day for id in ids} == {DAY}


def test_what_is_recorded_already_is_not_recorded_twice(record: Record) -> None:
    first = record.add(EVERY, day=DAY)
    assert record.add([*EVERY, *EVERY], day=DAY) == first
    assert len(list(record.batches())) == 1
    record.add([statement(1), STATEMENT], day=DAY)
    assert [batch.count for batch in record.batches()] == [len(EVERY), 1]


def test_each_batch_names_the_one_before(record: Record) -> None:
    for number in range(4):
        record.add([statement(number)])
    batches = list(record.batches())
    assert [batch.number for batch in batches] == [1, 2, 3, 4]
    assert [batch.previous for batch in batches] == ["", *(batch.root for batch in batches[:-1])]


def test_an_entry_is_proved_by_its_id_and_the_root_alone(record: Record) -> None:
    ids = record.add(EVERY, day=DAY)
    for id in ids:
        proof = record.proof(record.get(id))
        assert proof.holds()
        assert not replace(proof, id=ids[0] if id != ids[0] else ids[1]).holds()
        assert not replace(proof, batch=replace(proof.batch, root="00" * 32)).holds()


def test_an_entry_is_found_by_the_beginning_of_its_id(record: Record) -> None:
    [id] = record.add([STATEMENT])
    assert record.get(id[:8]).id == id
    with pytest.raises(Unusable, match="there is no entry nothing"):
        record.get("nothing")
    record.add([statement(number) for number in range(20)])
    with pytest.raises(Unusable, match="entries begin with"):
        record.get("")


def test_entries_are_asked_by_what_they_are_about(record: Record) -> None:
    other = replace(CLAIM, claim=replace(CLAIM.claim, kind="rank"))
    record.add([STATEMENT, CLAIM, other, FINDING])
    assert [each.entry for each in record.entries(ClaimEntry, about=id_of(STATEMENT))] == [CLAIM, other]
    assert list(record.entries(ClaimEntry, about=id_of(FINDING))) == []


def test_a_later_entry_mends_an_earlier_one_from_its_day_on(record: Record) -> None:
    record.add([STATEMENT], day=DAY)
    mended = replace(STATEMENT, name="Lisbonne", mends=id_of(STATEMENT))
    record.add([mended], day=DAY + timedelta(days=2))
    assert names(record) == ["Lisbonne"]
    assert names(record, DAY + timedelta(days=1)) == ["lisbonne"]
    assert names(record, DAY - timedelta(days=1)) == []
    assert [each.entry.name for each in record.entries(StatementEntry, whole=True)] == ["lisbonne", "Lisbonne"]


def test_what_only_one_may_say_is_recorded_once(record: Record) -> None:
    said = AlarmEntry(
        subject="a" * 64, told="b" * 64, listing="made:1", content="c" * 64, lists=(HASH,), score=Decimal("0.7"),
        threshold=Decimal("0.5"),
    )  # fmt: skip
    other = replace(said, score=Decimal("0.8"))
    assert record.settle([said]) == {id_of(said): (id_of(said), True)}
    assert record.settle([other, said]) == {id_of(other): (id_of(said), False), id_of(said): (id_of(said), False)}
    assert record.add([other]) == (id_of(said),)
    changed = replace(other, content="d" * 64)
    later = replace(changed, told="e" * 64)
    assert record.settle([changed, later]) == {
        id_of(changed): (id_of(changed), True),
        id_of(later): (id_of(changed), False),
    }
    assert [each.entry for each in record.entries(AlarmEntry)] == [said, changed]
    assert [batch.count for batch in record.batches()] == [1, 1]


def test_the_same_bytes_pulled_on_another_day_are_another_pull(record: Record) -> None:
    later = replace(SNAPSHOT, day=DAY + timedelta(days=30))
    for pull in (SNAPSHOT, SNAPSHOT, later):
        record.add([pull], day=pull.day)
    assert list(record.pulls()) == [
        Pull("fts", "flows.csv", HASH, DAY),
        Pull("fts", "flows.csv", HASH, later.day),
    ]


def test_time_does_not_go_back(record: Record) -> None:
    tomorrow = date.today() + timedelta(days=1)
    record.add([statement(1)], day=tomorrow)
    with pytest.raises(Refused, match="is over: the record has gone on to"):
        record.add([statement(2)], day=tomorrow - timedelta(days=1))
    [id] = record.add([statement(3)])
    assert record.get(id).day == tomorrow
    with pytest.raises(Unusable, match="an entry of 2015-06-03 cannot be recorded on"):
        record.add([SNAPSHOT])
    assert names(record) == ["statement 1", "statement 3"]


def test_an_entry_names_only_what_is_recorded(record: Record) -> None:
    with pytest.raises(Unusable, match=r"a claim is about a statement, and .* is none in the record"):
        record.add([CLAIM])
    record.add([CLAIM, STATEMENT])
    with pytest.raises(Unusable, match="a finding is about a claim"):
        record.add([replace(FINDING, claim=id_of(STATEMENT))])
    with pytest.raises(Unusable, match="a statement mends a statement"):
        record.add([replace(statement(1), mends=id_of(CLAIM))])
    assert len(list(record.batches())) == 1


ALTERATIONS = (
    "UPDATE entries SET body = '{}'",
    "UPDATE batches SET root = ''",
    "DELETE FROM entries",
    "DELETE FROM batches",
)
ON_SQLITE = (
    "INSERT OR REPLACE INTO entries SELECT * FROM entries",
    "INSERT OR REPLACE INTO entries (rowid, id, batch, place, kind, about, mends, body) "
    "VALUES (1, 'x', 1, 9, 'claim', '', '', '{}')",
    "INSERT OR REPLACE INTO batches SELECT number, '', day, count, 'x' FROM batches",
    "REPLACE INTO entries (id, batch, place, kind, about, mends, body) VALUES ('x', 1, 0, 'claim', '', '', '{}')",
)
ON_POSTGRESQL = ("TRUNCATE entries, batches", "TRUNCATE batches CASCADE")


def test_the_database_refuses_every_other_change(record: Record) -> None:
    record.add(EVERY, day=DAY)
    before = list(record.batches()), [record.get(id_of(entry)) for entry in EVERY]
    own = ON_SQLITE if record.store.dialect == "sqlite" else ON_POSTGRESQL
    for sql in (*ALTERATIONS, *own):
        with pytest.raises(Refused) as refused, record.store.writing() as connection:
            connection.exec_driver_sql(sql)
        assert "what is recorded is not altered\n  try: record an entry that mends" in str(refused.value)
    assert (list(record.batches()), [record.get(id_of(entry)) for entry in EVERY]) == before


def test_a_batch_that_fails_leaves_nothing(record: Record) -> None:
    twice = "INSERT INTO batches VALUES (1, '', '2015-06-03', 1, 'x')"
    with pytest.raises(Fault), record.store.writing() as connection:
        any(connection.exec_driver_sql(twice) is None for _ in range(2))
    assert list(record.batches()) == []


def test_a_record_is_there_again_when_it_is_opened_again(where: Path | str) -> None:
    record = Record(where)
    record.add(EVERY, day=DAY)
    record.close()
    again = Record(where)
    assert [again.get(id_of(entry)).entry for entry in EVERY] == list(EVERY)
    record.close()
    again.close()


def test_a_record_in_a_file_begins_with_the_first_entry(tmp_path: Path) -> None:
    record = Record(tmp_path / "new" / "record.db")
    assert not record.started
    assert list(record.pulls()) == list(record.batches()) == list(record.entries(SnapshotEntry)) == []
    assert list(tmp_path.iterdir()) == []
    record.add([STATEMENT])
    assert record.started
    record.close()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("no address", "record: this is not the address of a database\n  try: postgresql://user@host/name"),
        ("mysql://host/name", "record: no record is kept in mysql\n  try: sqlite or postgresql"),
    ],
)
def test_an_address_that_is_none(address: str, said: str) -> None:
    with pytest.raises(Unusable) as fault:
        Record(address).open()
    assert str(fault.value) == said


def test_a_database_that_does_not_answer() -> None:
    with pytest.raises(
        Unusable, match=r"^postgresql://someone:\*\*\*@127\.0\.0\.1:1/x: the database refuses: .*refused"
    ):
        Record("postgresql://someone:secret@127.0.0.1:1/x").open()


def test_a_file_that_is_no_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    path.write_text("Ceci n’est pas un registre. " * 100, encoding="utf-8")
    with pytest.raises(Unreadable) as fault:
        Record(path).open()
    assert str(fault.value) == f"{path}: this is not a record\n  try: name another file, or restore it from a copy"
    assert isinstance(fault.value, Fault)
