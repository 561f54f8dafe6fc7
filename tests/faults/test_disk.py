"""A full disk and a folder that may not be written: a clear fault, and nothing lost."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.verify import verify
from entente.model.entry import StatementEntry
from tests.faults.cramped import STATEMENTS

ROOT = Path(__file__).resolve().parents[2]


def fault(home: Path, how: str, what: str) -> str:
    """The fault of recording or keeping where the disk refuses."""
    command = [sys.executable, "-m", "tests.faults.cramped", str(home), how, what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.rstrip("\n")


def whole(home: Path) -> int:
    """How many entries a record holds, after it was proved whole."""
    record = Record(home / "record.db")
    verified = verify(home, record)
    record.close()
    assert not verified.damages
    return verified.entries


def test_a_record_that_may_not_grow(tmp_path: Path) -> None:
    said = fault(tmp_path, "full", "record")
    assert said == (
        f"{tmp_path / 'record.db'}: the disk cannot be written or read\n  try: is it full, or failing? nothing was lost"
    )
    before = whole(tmp_path)
    assert before > 1
    fault(tmp_path, "room", "record")
    assert whole(tmp_path) == STATEMENTS, "with room again, the next run continues"


def test_raw_bytes_that_may_not_be_kept(tmp_path: Path) -> None:
    said = fault(tmp_path, "full", "raw")
    assert said == (f"{tmp_path / 'snapshots'}: there is no room left on the disk\n  try: free some; nothing was lost")
    assert list(Snapshots(tmp_path).all()) == []
    assert list((tmp_path / "snapshots").iterdir()) == [], "no unfinished file is left"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=512k", "none", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a small disk can be mounted only by root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.parametrize(("what", "where"), [("record", "record.db"), ("raw", "snapshots")])
def test_a_full_disk(small_disk: Path, what: str, where: str) -> None:
    said = fault(small_disk, "room", what)
    assert said == f"{small_disk / where}: there is no room left on the disk\n  try: free some; nothing was lost"
    assert what == "raw" or whole(small_disk) > 10


@pytest.fixture
def closed() -> Iterator[Path]:
    """A home that may only be read, at the end of a way that all may go."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "closed"
        home.mkdir()
        Path(folder).chmod(0o755)
        yield home
        home.chmod(0o755)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("record", "/record.db: the record cannot be opened\n  try: check the folder and its permissions"),
        ("raw", "/snapshots: cannot be written: Permission denied\n  try: choose a folder that may be written"),
    ],
)
def test_a_folder_that_may_only_be_read(closed: Path, what: str, said: str) -> None:
    assert fault(closed.parent, "closed", what) == f"{closed}{said}"


def test_a_record_in_a_folder_that_may_only_be_read_is_read(closed: Path) -> None:
    record = Record(closed / "record.db")
    record.add([StatementEntry(name="1", text="Une phrase.", language="fr")])
    record.close()
    assert fault(closed.parent, "closed", "read") == "1"
    said = fault(closed.parent, "closed", "record")
    assert said == (f"{closed}/record.db: the record may not be written\n  try: check the permissions of its folder")
