"""One altered byte anywhere is found and named: in the record, in a segment, in raw bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from entente.ledger.entries import id_of
from entente.ledger.files import segment
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.verify import Verified, verify
from tests.ledger.invented import CLAIM, DAY, EVERY, FINDING, SEGMENT, SNAPSHOT, STATEMENT, statement

RAW = b"donor;amount\nPRT;4500000\n"
PARQUET = b"as if it were Parquet"
HELD = segment("flows", "fts", sha256(RAW).hexdigest())


class House:
    """A home with a record, raw bytes and a segment."""

    def __init__(self, home: Path, where: Path | str) -> None:
        self.home = home
        self.record = Record(where)
        self.snapshot = Snapshots(home).keep(RAW)
        (home / HELD).parent.mkdir(parents=True)
        (home / HELD).write_bytes(PARQUET)
        pulled = replace(SNAPSHOT, snapshot=self.snapshot, size=len(RAW))
        made = replace(SEGMENT, snapshot=self.snapshot, sha256=sha256(PARQUET).hexdigest())
        self.record.add([*EVERY[:5], pulled, made], day=DAY)
        self.record.add([statement(1), statement(2)], day=DAY)
        self.record.add([statement(3)], day=DAY)

    def alter(self, *statements: str) -> None:
        """Do what the triggers forbid, as somebody would who owns the database."""
        store = self.record.store
        with store.engine.begin() as connection:
            for table in ("entries", "batches"):
                for event in ("update", "delete"):
                    on = f" ON {table}" if store.dialect == "postgresql" else ""
                    connection.exec_driver_sql(f"DROP TRIGGER {table}_{event}_guard{on}")
            if store.dialect == "postgresql":
                connection.exec_driver_sql("ALTER TABLE entries DROP CONSTRAINT entries_batch_fkey")
            for sql in statements:
                connection.exec_driver_sql(sql)

    def verify(self, root: str = "") -> Verified:
        return verify(self.home, self.record, root=root)

    def told(self, root: str = "") -> list[str]:
        """The damages in English, without those of the triggers that `alter` dropped."""
        found = [
            f"{one.place}: {one.what.template.format(**dict(one.what.values))}" for one in self.verify(root).damages
        ]
        return [one for one in found if "_guard" not in one]


@pytest.fixture
def house(where: Path | str, tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path, where)
    yield made
    made.record.close()


def test_what_was_not_altered_is_whole(house: House) -> None:
    found = house.verify()
    last = list(house.record.batches())[-1]
    assert found == Verified(3, 10, 2, last.root, (), ())


def test_nothing_is_whole(tmp_path: Path) -> None:
    assert verify(tmp_path, Record(tmp_path / "record.db")) == Verified(0, 0, 0, "", (), ())
    assert list(tmp_path.iterdir()) == []


STATED, CLAIMED, FOUND = id_of(STATEMENT), id_of(CLAIM), id_of(FINDING)
OTHER = "f" * 64


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        (
            f"UPDATE entries SET body = replace(body, 'UNHCR', 'UNHCX') WHERE id = '{CLAIMED}'",
            [f"entry {CLAIMED}: its text is not what was recorded"],
        ),
        (
            f"UPDATE entries SET mends = '{OTHER}' WHERE id = '{CLAIMED}'",
            [f"entry {CLAIMED}: its columns are not what was recorded"],
        ),
        (
            f"UPDATE entries SET about = '{OTHER}' WHERE id = '{FOUND}'",
            [f"entry {FOUND}: its columns are not what was recorded"],
        ),
        (
            f"UPDATE entries SET id = '{OTHER}' WHERE id = '{FOUND}'",
            [
                f"entry {OTHER}: its text is not what was recorded",
                "batch 1: its root is not that of its entries",
            ],
        ),
        (
            f"DELETE FROM entries WHERE id = '{id_of(statement(1))}'",
            [
                f"entry {id_of(statement(2))}: its columns are not what was recorded",
                "batch 2: 2 entries were recorded, 1 are there",
            ],
        ),
        (
            "UPDATE batches SET day = '2015-06-02' WHERE number = 2",
            ["batch 2: its root is not that of its entries"],
        ),
        (
            f"UPDATE batches SET root = '{OTHER}' WHERE number = 2",
            [
                "batch 2: its root is not that of its entries",
                "batch 3: the batch before it is missing, or another",
            ],
        ),
    ],
)
def test_an_altered_row_is_named(house: House, sql: str, said: list[str]) -> None:
    house.alter(sql)
    assert house.told() == said


def test_batches_taken_away_are_missed(house: House) -> None:
    first, _, last = house.record.batches()
    house.alter("DELETE FROM entries WHERE batch = 3", "DELETE FROM batches WHERE number = 3")
    assert house.told() == [], "a younger record looks the same"
    assert house.told(first.root) == []
    assert house.told(last.root) == [f"record: no batch has the root {last.root}"]


def test_a_dropped_trigger_is_named(house: House) -> None:
    house.alter()
    found = "\n".join(damage.what.values[0][1] for damage in house.verify().damages)
    for name in ("entries_update_guard", "entries_delete_guard", "batches_update_guard", "batches_delete_guard"):
        assert name in found


def altered(path: Path) -> None:
    path.chmod(0o644)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(raw)


@pytest.mark.parametrize(
    ("change", "said"),
    [(altered, "its bytes are not what was recorded"), (Path.unlink, "it is missing")],
)
def test_an_altered_or_missing_file_is_named(tmp_path: Path, change: Callable[[Path], None], said: str) -> None:
    house = House(tmp_path, tmp_path / "record.db")
    kept = Snapshots(tmp_path).path(house.snapshot)
    change(kept)
    assert house.told() == [f"{kept.relative_to(tmp_path)}: {said}"]
    change(tmp_path / HELD)
    assert house.told() == [f"{kept.relative_to(tmp_path)}: {said}", f"{HELD}: {said}"]
    house.record.close()


def test_a_file_that_no_entry_names(tmp_path: Path) -> None:
    house = House(tmp_path, tmp_path / "record.db")
    left = Snapshots(tmp_path).keep(b"of a pull that was killed")
    made_of_it = segment("flows", "fts", left)
    slipped_in = segment("stocks", "fts", house.snapshot)
    for name in (made_of_it, slipped_in):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"rows")
    assert house.verify().leftovers == (f"snapshots/{left[:2]}/{left}", made_of_it)
    assert house.told() == [f"{slipped_in}: no entry names it, and it would be read"]
    house.record.close()


def test_a_damaged_file_of_the_record_is_named(tmp_path: Path) -> None:
    house = House(tmp_path, tmp_path / "record.db")
    house.record.close()
    raw = (tmp_path / "record.db").read_bytes()
    (tmp_path / "record.db").write_bytes(raw[:100] + b"\xff" * 3996 + raw[4096:])
    [damage] = house.verify().damages
    assert damage.place == str(tmp_path / "record.db")
    assert damage.what.template.startswith("the record is damaged")
    house.record.close()
