"""Several screen at one desk at once, or are killed: nothing is lost, and nobody is alarmed twice, on both stores."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

from entente.ledger.verify import verify
from entente.model.entry import AlarmEntry, ScreeningEntry
from tests.ledger.offices import Office
from tests.ledger.raisers import LOT, NAMES
from tests.ledger.writers import WRITERS

ROOT = Path(__file__).resolve().parents[2]


def told(where: Path | str, job: str) -> list[str]:
    """The ids of the alarms that were told."""
    command = [sys.executable, "-m", "tests.ledger.raisers", str(where), job]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    ids: list[str] = json.loads(done.stdout)
    return ids


def test_four_at_once_raise_each_pair_once(where: Path | str, tmp_path: Path) -> None:
    done = told(where, "together")
    office = Office(where)
    alarms = office.desk.alarms(whole=True)
    assert len(done) == WRITERS * NAMES
    assert Counter(done) == {each.raised.id: WRITERS for each in alarms}
    assert len({each.raised.entry.listing for each in alarms}) == len(alarms) == NAMES
    assert len(office.kept.identities()) == len(office.kept.accounts()) == NAMES, "what was not recorded is not kept"
    screenings = [each.entry for each in office.record.entries(ScreeningEntry)]
    assert len(screenings) == WRITERS * NAMES // LOT
    raised = [id for each in screenings for id in each.raised]
    assert sorted(raised) == sorted(each.raised.id for each in alarms), "each alarm is new to one of them"
    assert not verify(tmp_path / "home", office.record, kept=office.kept).damages
    office.close()


def test_who_is_killed_loses_nothing(where: Path | str, tmp_path: Path) -> None:
    done = told(where, "killed")
    office = Office(where)
    assert len(done) > 50
    assert set(done) <= {each.id for each in office.record.entries(AlarmEntry)}
    assert not verify(tmp_path / "home", office.record, kept=office.kept).damages
    office.desk.sweep()
    alarms = office.desk.alarms()
    kept = {each.raised.entry.told for each in alarms if not each.forgotten}
    assert kept == set(office.kept.accounts()), "a name is kept as long as its alarm says, and no longer"
    assert any(each.forgotten for each in alarms)
    office.close()
