"""Writers that are killed, and writers at once: nothing is lost, nothing is there twice, on both stores."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.verify import verify
from entente.model.entry import StatementEntry
from tests.ledger.invented import DAY
from tests.ledger.pulled import PLAN, YEAR, Pulled
from tests.ledger.writers import LOT, ROUNDS, WRITERS

ROOT = Path(__file__).resolve().parents[2]


def told(where: Path | str, job: str, seed: int = 20150602) -> list[str]:
    """What the writers of a job told."""
    command = [sys.executable, "-m", "tests.ledger.writers", str(where), job, str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    ids: list[str] = json.loads(done.stdout)
    return ids


@pytest.mark.parametrize(("job", "fewest"), [("killed", 50), ("together", 1)])
def test_nothing_is_lost_and_nothing_is_there_twice(where: Path | str, tmp_path: Path, job: str, fewest: int) -> None:
    done = told(where, job)
    record = Record(where)
    found = list(record.entries(StatementEntry))
    assert len(done) > fewest
    assert set(done) <= {each.id for each in found}
    assert max(Counter(each.entry.name for each in found).values()) == 1
    assert {batch.count for batch in record.batches()} == {LOT}, "a batch is whole or not at all"
    assert not verify(tmp_path / "home", record).damages
    record.close()


def test_four_at_once_write_all_they_have(where: Path | str) -> None:
    told(where, "together")
    record = Record(where)
    names = {each.entry.name for each in record.entries(StatementEntry)}
    own = {
        f"{writer}-{number}/{part}"
        for writer in range(WRITERS)
        for number in range(1, ROUNDS, 2)
        for part in range(LOT)
    }
    shared = {f"all-{number}/{part}" for number in range(0, ROUNDS, 2) for part in range(LOT)}
    assert names == own | shared
    record.close()


def test_raw_bytes_are_whole_or_not_there(tmp_path: Path) -> None:
    done = told(tmp_path, "keeping")
    verified = verify(tmp_path, Record(tmp_path / "record.db"))
    assert len(set(done)) > 10
    assert {path.name for path in Snapshots(tmp_path).all()} >= set(done)
    assert not verified.damages


def test_pulls_that_are_killed_lose_nothing_and_tell_nothing_twice(tmp_path: Path) -> None:
    done = told(tmp_path, "pulling")
    pulled = Pulled(tmp_path)
    files = max(int(pull.name.removesuffix(".csv")) for pull in pulled.record.pulls()) + 2
    assert len(set(done)) >= 5
    assert set(done) <= {pull.snapshot for pull in pulled.record.pulls()}
    assert not verify(tmp_path, pulled.record).damages
    for number in range(files):
        pulled.flows(f"{number}.csv", DAY, {str(number): 1})
    assert len(list(pulled.record.pulls())) == files
    assert pulled.facts.given(None, years=range(YEAR, YEAR + 1), plans=PLAN).value == files
    assert not verify(tmp_path, pulled.record).leftovers
    pulled.record.close()
