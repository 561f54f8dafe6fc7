"""A session on the example statements against its snapshots; `ENTENTE_SNAPSHOTS=write` writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from entente.cli.main import main
from entente.model.figure import Bound

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOTS = Path(__file__).with_name("snapshots")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT)


def held(name: str, shown: str) -> None:
    """Hold what is shown against its snapshot."""
    file = SNAPSHOTS / name
    if os.environ.get("ENTENTE_SNAPSHOTS") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text("utf-8")


DAYS = {"paris.en": "2015-06-03", "paris.fr": "2015-06-03", "sahel.en": "2022-02-10", "sahel.fr": "2018-03-01"}


@pytest.mark.parametrize("example", DAYS)
@pytest.mark.parametrize("command", ["check", "read"])
def test_the_examples(command: str, example: str, capsys: pytest.CaptureFixture[str]) -> None:
    language = example[-2:]
    assert main([command, f"examples/{example}.txt", "--date", DAYS[example], "--lang", language]) == 0
    held(f"{command}.{example}.txt", capsys.readouterr().out)


def test_strict_asks_for_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "examples/paris.fr.txt", "--date", "2015-06-03", "--strict"]) == 1


def test_json_has_the_statement_its_findings_and_their_rows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "examples/paris.en.txt", "--date", "2015-06-03", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    text = told["statement"]["text"]
    assert text == (ROOT / "examples" / "paris.en.txt").read_text("utf-8")
    assert len(told["findings"]) > 8
    for finding in told["findings"]:
        claim = finding["claim"]
        assert text[claim["start"] : claim["end"]] == claim["surface"]
        if claim["quantity"]:
            quantity = claim["quantity"]
            assert text[quantity["start"] : quantity["end"]] == quantity["surface"]
            assert quantity["bound"] in set(Bound)
        for reading in finding["readings"]:
            assert reading["value"] is None or all(row["rows"] for row in reading["evidence"])
            assert reading["reading"]
