"""The tutorial of alarms runs as it stands: its files are written, its commands run, and they say what the page says.

Ids, roots, the day and the hour are those of the run; each is held to be the same wherever the page has the same.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from entente.cli.main import main
from entente.reporting.amounts import day

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tutorials" / "alarms.md"
BLOCK = re.compile(r"(?:`([\w.]+\.(?:jsonl|csv))`[^`]*)?```(json|csv|console)\n(.*?)```", re.DOTALL)
CALL = re.compile(r"^\$ entente (.*?)(?: > (\S+))?\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
OWN = re.compile(r"\b(?:[0-9a-f]{64}|[0-9a-f]{12})\b")
DAY = date(2031, 5, 6)


def steps() -> Iterator[tuple[str, str, str, str]]:
    """What the page has one do: a file to write with its text, or a call with the file it fills and what it says."""
    for file, kind, body in BLOCK.findall(PAGE.read_text("utf-8")):
        if kind == "console":
            yield from (("call", *each) for each in CALL.findall(body))
        else:
            yield "write", file, body, ""


def timeless(said: str) -> str:
    """What was said, on the page's day and hour."""
    dated = said.replace(date.today().isoformat(), DAY.isoformat()).replace(day(date.today(), "en"), day(DAY, "en"))
    return re.sub(r"\d\d:\d\d UTC", "09:41 UTC", dated)


def test_the_tutorial_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ENTENTE_LANG", "en")
    monkeypatch.chdir(tmp_path)
    if datetime.now().strftime("%H:%M") == "23:59":
        pytest.skip("the day ends while the page is read")
    ids: dict[str, str] = {}
    calls = 0
    for what, name, other, said in steps():
        if what == "write":
            (tmp_path / name).write_text(other, "utf-8")
            continue
        words = [ids.get(word, word) for word in shlex.split(name.replace(DAY.isoformat(), date.today().isoformat()))]
        assert main(words) == 0, name
        told = timeless(capsys.readouterr().out)
        if other:
            (tmp_path / other).write_text(told, "utf-8")
            continue
        own = OWN.findall(told)
        ids.update(zip(OWN.findall(said), own, strict=True))
        assert OWN.sub(lambda found: ids[found[0]], said) == told, name
        calls += 1
    assert calls == 14
