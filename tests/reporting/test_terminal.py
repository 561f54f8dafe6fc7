"""What a terminal shows: little where nothing is known, and never a whole page for one claim."""

from __future__ import annotations

from datetime import date

import pytest

from entente.reporting.terminal import show_findings
from entente.workspace import Settings, Workspace


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(Settings(home=str(tmp_path_factory.mktemp("home"))))


def shown(house: Workspace, text: str) -> str:
    reading = house.read(text, language="en", date=date(2015, 6, 3))
    return show_findings(reading, house.check(reading), "en")


def test_what_is_silent_for_one_reason_is_told_together_with_each_line_once(house: Workspace) -> None:
    text = "Belgium gave $12 million to Fiji and $7 million to Tonga.\nBelgium gave $3 million to Samoa."
    lines = shown(house, text).splitlines()
    assert sum("SILENT" in line for line in lines) == 1
    [both, one] = [line for line in lines if "^" in line]
    assert both.split() == ["^" * len("$12 million"), "^" * len("$7 million")]
    assert one.split() == ["^" * len("$3 million")]
    assert lines[-1] == "claims checked: 3 (silent 3)"


def test_of_a_long_passage_only_what_is_near_the_claim_is_shown(house: Workspace) -> None:
    filler = "and so on with many words that say nothing of any figure at all, " * 30
    lines = shown(house, f"As was told {filler} Iraq had 9 million internally displaced people, {filler} it was told.")
    lines = lines.splitlines()
    assert lines[0] == "…"
    assert sum(line == "…" for line in lines) == 2
    assert len(lines) < 20
    assert any("9 million" in line for line in lines)
