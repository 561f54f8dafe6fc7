"""Alarms on the command line: recorded, ruled on, told again, forgotten; and what a list update raises."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from entente.cli import alarms, decide, openings
from entente.cli.main import main
from entente.screening import pairs
from entente.text.say import french

LISTED = {
    "id": "mine:1",
    "list": "mine",
    "kind": "person",
    "names": [{"name": "Tareq Mansour al-Wakidi", "quality": "primary"}],
    "birth_dates": ["23 May 1971"],
    "nationalities": ["Iraq"],
    "programme": "invented",
}
BODY = {
    "id": "mine:2",
    "list": "mine",
    "kind": "organisation",
    "names": [{"name": "Zaretsky Machine Works LLC", "quality": "primary"}],
    "birth_dates": [],
    "programme": "invented",
}
NAMES = "WAQIDI, Tariq Mansur\nBeatrix Hollerbach\nZaretskij Machine Works\n"
SPELT = ("WAQIDI", "Zaretskij")  # as no list has them
INNOCENT = "Hollerbach"
TODAY = date.today().isoformat()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ENTENTE_LANG", "en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "payees.txt").write_text(NAMES, "utf-8")
    return tmp_path / "home"


def pulled(*listings: dict[str, Any]) -> None:
    """Pull a list of these."""
    Path("mine.jsonl").write_text("".join(json.dumps(each) + "\n" for each in listings), "utf-8")
    assert main(["lists", "pull", "neutral", "--from", "mine.jsonl", "--fewer"]) == 0


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    main([*words, "--json"])
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main([*words]) == code
    return capsys.readouterr().out


def waiting(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The alarms that wait, by their listing."""
    return {each["listing"]: each["id"] for each in asked(capsys, "alarms")["alarms"]}


def holding(home: Path, word: str) -> list[str]:
    return [path.name for path in home.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_a_file_is_screened_ruled_on_and_silent(capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED, BODY)
    first = asked(capsys, "screen", "payees.txt", "--record")
    raised = [match["alarm_id"] for name in first["names"] for match in name["matches"]]
    assert [match["standing"] for name in first["names"] for match in name["matches"]] == ["new", "new"]
    assert waiting(capsys) == dict(zip(["mine:1", "mine:2"], raised, strict=True))
    assert "it waits for a ruling" in said(capsys, "screen", "payees.txt", "--record", "--strict", code=1)
    for alarm in raised:
        why = "other papers were shown"
        assert "rules" in said(capsys, "decide", alarm[:10], "--match", "false", "--reason", why, "--author", "B.")
    silent = said(capsys, "screen", "payees.txt", "--record", "--strict")
    assert "WAQIDI, Tariq Mansur  [line 1]: ruled false and not shown: 1" in silent
    assert "mine:1" not in silent
    assert "ruled a false match by B.: other papers were shown" in said(capsys, "screen", "payees.txt", "--all")
    assert [name.get("silent") for name in asked(capsys, "screen", "payees.txt")["names"]] == [1, None, 1]
    assert waiting(capsys) == {}
    assert len(asked(capsys, "alarms", "--all", "--file", "payees.txt")["alarms"]) == 2
    assert asked(capsys, "alarms", "--all", "--file", "other.txt")["alarms"] == []


def test_an_alarm_names_its_file_in_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED)
    Path("today").mkdir()
    Path("today", "one.txt").write_text(NAMES, "utf-8")
    Path("today", "two.csv").write_text("beneficiary\nBeatrix Hollerbach\nTarek Mansur Waqidi\n", "utf-8")
    said(capsys, "screen", "today", "--record")
    assert {each["subject"]["file"] for each in asked(capsys, "alarms")["alarms"]} == {"one.txt", "two.csv"}
    [row] = asked(capsys, "alarms", "--file", "two.csv")["alarms"]
    assert (row["subject"]["name"], row["subject"]["role"]) == ("Tarek Mansur Waqidi", "creditor")
    assert row["subject"]["where"].startswith("two.csv, line 3")


def test_a_true_match_needs_a_person_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED)
    said(capsys, "screen", "payees.txt", "--record")
    [alarm] = waiting(capsys).values()
    said(capsys, "decide", alarm, "--match", "true", "--reason", "the same passport", "--author", "B.")
    assert "ruled a true match by B." in said(capsys, "screen", "payees.txt", "--strict", code=1)


def test_nothing_is_kept_without_being_asked(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED)
    assert "mine:1" in said(capsys, "screen", "payees.txt")
    assert not (home / "kept.db").exists()
    assert said(capsys, "alarms") == "waiting: 0; ruled on: 0\n"
    assert said(capsys, "forget") == "names forgotten: 0\n"
    assert said(capsys, "screen", "--replay", TODAY).endswith("alarms raised: 0, of earlier days and met again: 0\n")
    assert not (home / "kept.db").exists()
    said(capsys, "screen", "payees.txt", "--record")
    assert holding(home, SPELT[0]) == ["kept.db"]
    assert holding(home, INNOCENT) == [], "a name without an alarm is kept nowhere"


def test_a_list_update_raises_only_what_is_new(capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED, BODY)
    said(capsys, "screen", "payees.txt", "--record")
    before = waiting(capsys)
    capsys.readouterr()
    pulled({**LISTED, "birth_dates": ["1972"]}, BODY)
    assert "kept names screened again: 2; new alarms: 1" in capsys.readouterr().out
    after = waiting(capsys)
    assert after["mine:2"] == before["mine:2"]
    assert after["mine:1"] != before["mine:1"]
    told = said(capsys, "screen", "--again")
    assert "recorded as" not in told
    assert told.count("it waits for a ruling") == 2
    twin = {**LISTED, "id": "mine:3", "names": [{"name": "Tariq Mansur al-Waqidi", "quality": "primary"}]}
    pulled({**LISTED, "birth_dates": ["1972"]}, BODY, twin)
    assert waiting(capsys).keys() == {"mine:1", "mine:2", "mine:3"}
    [row] = [each for each in asked(capsys, "alarms")["alarms"] if each["listing"] == "mine:3"]
    assert (row["subject"]["file"], row["subject"]["id"]) == ("payees.txt", "1")


def test_a_day_is_told_again_after_all_has_changed(capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED, BODY)
    said(capsys, "screen", "payees.txt", "--record")
    alarm = waiting(capsys)["mine:1"]
    said(capsys, "decide", alarm, "--match", "false", "--reason", "other papers", "--author", "B.")
    told = asked(capsys, "screen", "--replay", TODAY)
    stood = {each["listing"]: each["standing"] for each in told["alarms"]}
    assert stood == {"mine:1": "false", "mine:2": "waiting"}
    assert [each["subject"]["name"] for each in told["alarms"]] == NAMES.split("\n")[0:3:2]
    assert told["alarms"][0]["match"]["reasons"][0]["asked"] == "WAQIDI"
    assert [(each["names"], len(each["raised"])) for each in told["screenings"]] == [(3, 2)]
    said(capsys, "screen", "--replay", TODAY, "--strict", code=1)
    shown = said(capsys, "screen", "--replay", TODAY)
    assert f"3 names against neutral {TODAY}; alarms raised: 2, met again: 0" in shown
    assert "ruled a false match by B." in shown


def test_a_replay_is_verified_against_the_lists_of_the_day(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from entente.names import alignment
    from entente.screening import screen

    pulled(LISTED, BODY)
    said(capsys, "screen", "payees.txt", "--record")
    pulled({**LISTED, "names": [{"name": "Somebody Else", "quality": "primary"}]}, BODY)
    assert said(capsys, "screen", "--replay", TODAY, "--again").count("the same lists: the same") == 2
    told = asked(capsys, "screen", "--replay", TODAY, "--again")
    assert [float(each["score"]) for each in told["alarms"]] == [each["again"] for each in told["alarms"]]
    for module in (alignment, screen):
        monkeypatch.setattr(module, "DOUBT", 20.0)  # a program that scores otherwise
    recorded = float(told["alarms"][0]["score"])
    assert f", not {recorded:.4f}" in said(capsys, "screen", "--replay", TODAY, "--again")
    now = asked(capsys, "screen", "--replay", TODAY, "--again")
    assert [each["score"] for each in now["alarms"]] == [each["score"] for each in told["alarms"]]
    assert all(each["again"] < float(each["score"]) for each in now["alarms"])


def test_forgetting_leaves_a_proof_and_no_byte(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED, BODY)
    said(capsys, "screen", "payees.txt", "--record")
    ids = waiting(capsys)
    opened = asked(capsys, "trace", ids["mine:1"])
    Path("opening.json").write_text(json.dumps(opened), "utf-8")
    assert "it is what was recorded" in said(capsys, "trace", ids["mine:1"])
    said(capsys, "forget", ids["mine:1"], "--reason", "asked for, no ground to refuse", "--author", "B.")
    assert holding(home, SPELT[0]) == []
    assert holding(home, SPELT[1]) == ["kept.db"]
    assert "nothing was altered" in said(capsys, "verify")
    told = said(capsys, "trace", ids["mine:1"])
    assert "by B.: asked for, no ground to refuse" in told
    assert SPELT[0] not in told
    assert asked(capsys, "trace", ids["mine:1"])["opening"] is None
    assert said(capsys, "trace", ids["mine:1"], "--opening", "opening.json") == "it is what was recorded\n"
    assert said(capsys, "trace", ids["mine:2"], "--opening", "opening.json", code=1) == "it is not what was recorded\n"
    assert ids.keys() - waiting(capsys).keys() == {"mine:1"}
    assert "forgotten on" in said(capsys, "screen", "--replay", TODAY)


def test_names_are_forgotten_when_the_retention_is_over(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from entente.workspace import Workspace

    pulled(LISTED, BODY)
    monkeypatch.setenv("ENTENTE_RETENTION", "30")
    said(capsys, "screen", "payees.txt", "--record")
    [row, _] = asked(capsys, "alarms")["alarms"]
    assert row["kept_until"] == (date.today() + timedelta(days=29)).isoformat()
    house = Workspace()
    house.desk.today = lambda: date.today() + timedelta(days=30)
    assert list(house.again()) == [], "nobody is kept longer for having been screened again"
    assert house.alarms()[0].forgotten
    assert [holding(home, word) for word in SPELT] == [[], []]
    assert "nothing was altered" in said(capsys, "verify")


@pytest.mark.parametrize("said", ["400", '"400"'])
def test_a_retention_stands_in_the_settings(said: str, home: Path) -> None:
    from entente.workspace import Settings

    home.mkdir()
    (home / "settings.toml").write_text(f"retention = {said}\n", "utf-8")
    assert Settings.load().days == 400


@pytest.mark.parametrize("days", ["0", "-1", "long", "99999999"])
def test_a_retention_is_a_number_of_days(
    days: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pulled(LISTED)
    monkeypatch.setenv("ENTENTE_RETENTION", days)
    assert main(["screen", "payees.txt", "--record"]) == 2
    assert "is no time to keep names\n  try: days, as a whole number: 365" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["decide", "{id}", "--reason", "x"], "a ruling on this takes --match\n  try: --match and no other"),
        (
            ["decide", "{id}", "--match", "true", "--verdict", "close", "--reason", "x"],
            "a ruling on this takes --match",
        ),
        (["decide", "{id}", "--match", "false", "--reason", "Waqidi is dead"], "--reason: the reason names whom"),
        (["decide", "{id}", "--match", "false", "--reason", "x", "--expires", TODAY], f"--expires: {TODAY} is over"),
        (
            ["decide", "{id}", "--match", "false", "--reason", "x", "--expires", "soon"],
            "--expires: 'soon' is not a day",
        ),
        (["decide", "{list}", "--match", "false", "--reason", "x"], "this is no finding and no alarm"),
        (["forget", "{id}"], "--reason: a reason is missing"),
        (["forget", "{list}", "--reason", "x"], "this is no alarm"),
        (["screen", "payees.txt", "--record", "--as-of", TODAY], "--record: alarms are recorded as they are told"),
        (["screen", "--replay", "2999-01-01"], "--replay: 2999-01-01 is still to come"),
        (["trace", "{id}", "--opening", "payees.txt"], "payees.txt: no opening of an alarm: DecodeError"),
        (["trace", "{list}", "--opening", "payees.txt"], "this is no alarm"),
    ],
)
def test_faults_say_the_way_out(words: list[str], fault: str, capsys: pytest.CaptureFixture[str]) -> None:
    from entente.model.entry import SnapshotEntry
    from entente.workspace import Workspace

    pulled(LISTED)
    said(capsys, "screen", "payees.txt", "--record")
    ids = {"id": waiting(capsys)["mine:1"], "list": next(Workspace().record.entries(SnapshotEntry)).id}
    assert main([word.format(**ids) for word in words]) == 2
    told = capsys.readouterr().err
    assert fault in told
    assert not any(word in told for word in SPELT), "no fault says a name that was not typed"


def test_four_programs_at_once_raise_each_alarm_once(capsys: pytest.CaptureFixture[str]) -> None:
    pulled(LISTED, BODY)
    said(capsys, "screen", "Nobody Atall")  # the index is compiled once
    command = [sys.executable, "-m", "entente", "screen", "payees.txt", "--record", "--json"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) for _ in range(4)]
    told = [json.loads(each.communicate(timeout=300)[0]) for each in running]
    matches = [match for one in told for name in one["names"] for match in name["matches"]]
    assert Counter(match["standing"] for match in matches) == {"new": 2, "waiting": 6}
    assert {match["alarm_id"] for match in matches} == set(waiting(capsys).values())
    assert "nothing was altered" in said(capsys, "verify")


def program(home: Path, *words: str) -> str:
    """What a program of its own says, in a home."""
    command = [sys.executable, "-m", "entente", *words]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "ENTENTE_HOME": str(home)}
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_team_shares_its_alarms(
    databases: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    monkeypatch.setenv("ENTENTE_RECORD", databases())
    one, other = tmp_path / "home", tmp_path / "another"
    Path("mine.jsonl").write_text("".join(json.dumps(each) + "\n" for each in (LISTED, BODY)), "utf-8")
    program(one, "lists", "pull", "neutral", "--from", "mine.jsonl")
    program(one, "screen", "payees.txt", "--record")
    alarms = {each["listing"]: each["id"] for each in json.loads(program(other, "alarms", "--json"))["alarms"]}
    program(other, "decide", alarms["mine:1"], "--match", "false", "--reason", "other papers", "--author", "B.")
    assert "ruled false and not shown: 1" in program(one, "screen", "payees.txt", "--record")
    assert program(one, "forget", alarms["mine:1"], "--reason", "he may ask") == "names forgotten: 1\n"
    assert "waiting: 1; ruled on: 1" in program(other, "alarms")
    assert "nothing was altered" in program(one, "verify")
    assert holding(tmp_path, SPELT[0]) == ["payees.txt"], "no home of a team holds a name"


def test_all_that_is_told_has_its_french() -> None:
    tables = (alarms.RULED, decide.RULED, openings.PROVED, pairs.RULED)
    told = [template for table in tables for template in table.values()]
    assert [template for template in [*told, alarms.LAPSED, "retention", "alarm"] if template not in french()] == []
