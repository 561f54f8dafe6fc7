"""A person rules on a finding: the ruling is recorded and shown beside what was computed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from entente.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
CHECK = ["check", str(ROOT / "examples" / "paris.en.txt"), "--date", "2015-06-03", "--lang", "en"]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path))


def test_a_ruling_stands_beside_the_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*CHECK, "--record", "--json"]) == 0
    findings = json.loads(capsys.readouterr().out)["findings"]
    share = next(one for one in findings if one["check"] == "share")
    why = "the 12 percent are of the appeal, not of what was paid"
    assert main(["decide", share["id"][:10], "--verdict", "close", "--reason", why, "--author", "A. Reader"]) == 0
    assert "A. Reader" in capsys.readouterr().out
    assert main(CHECK) == 0
    shown = capsys.readouterr().out
    assert "CONTRADICTED  found 37.77 %" in shown
    assert f"close, because: {why}" in shown
    assert main([*CHECK, "--json"]) == 0
    again = json.loads(capsys.readouterr().out)["findings"]
    [ruled] = [one for one in again if one.get("ruling")]
    assert (ruled["verdict"], ruled["ruling"]["verdict"]) == ("contradicted", "close")


def test_recording_twice_keeps_it_once(capsys: pytest.CaptureFixture[str]) -> None:
    ids = []
    for _ in range(2):
        assert main([*CHECK, "--record", "--json"]) == 0
        ids.append([one["id"] for one in json.loads(capsys.readouterr().out)["findings"]])
    assert ids[0] == ids[1]
    assert main(["verify"]) == 0


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["abc", "--verdict", "close", "--reason", "x"], "record: there is no entry abc"),
        (["abc", "--verdict", "close", "--reason", " "], "record: there is no entry abc"),
        (["abc", "--verdict", "perhaps", "--reason", "x"], "entente decide: --verdict takes one of"),
        (["abc", "--verdict", "close"], "entente decide: missing: --reason"),
    ],
)
def test_a_wrong_ruling_is_a_fault(call: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decide", *call]) == 2
    assert capsys.readouterr().err.startswith(said)
