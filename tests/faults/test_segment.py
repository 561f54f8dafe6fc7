"""A segment that is damaged or gone: a clear fault, never another total."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entente.errors import Unreadable
from entente.ledger.files import segment
from tests.ledger.pulled import PLAN, YEAR, Pulled

DAY = date(2031, 5, 1)
HINT = "\n  try: entente verify names what is damaged"


def made(home: Path) -> tuple[Pulled, Path]:
    """A home with one segment of flows, and its file."""
    pulled = Pulled(home)
    snapshot = pulled.flows("flows.csv", DAY, {"a": 4000000, "b": 100000})
    path = home / segment("flows", "fts", snapshot)
    path.chmod(0o644)
    return pulled, path


def ask(pulled: Pulled) -> None:
    pulled.facts.given(["PRT"], years=range(YEAR, YEAR + 1), plans=PLAN)


def test_a_damaged_segment(tmp_path: Path) -> None:
    pulled, path = made(tmp_path)
    for damaged in (path.read_bytes()[:-20], b"", b"x" * 400):
        path.write_bytes(damaged)
        with pytest.raises(Unreadable) as fault:
            ask(pulled)
        assert str(fault.value).startswith("facts: a segment cannot be read: ")
        assert str(fault.value).endswith(HINT)


def test_a_missing_segment(tmp_path: Path) -> None:
    pulled, path = made(tmp_path)
    path.unlink()
    with pytest.raises(Unreadable) as fault:
        ask(pulled)
    assert str(fault.value) == f"{path}: a segment is missing{HINT}"
