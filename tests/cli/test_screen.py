"""`entente lists` and `entente screen`, from a pulled list to a match with its reasons."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from entente.cli import lists, screen
from entente.cli.main import main, parser
from entente.errors import Fault, Refused, Unreadable, Unusable
from entente.ledger.lists import Lists
from entente.ledger.record import Record
from entente.plugins import one

SAMPLES = Path(__file__).parents[1] / "samples" / "watchlists"
UN = str(SAMPLES / "un" / "list.xml")
NEUTRAL = str(SAMPLES / "neutral" / "list.jsonl")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def asked(command: str, *words: str) -> int:
    options = parser(command, "en").parse_args([*words])
    options.lang = "en"
    return {"lists": lists, "screen": screen}[command].run(options)


def test_a_list_is_pulled_shown_and_screened_against(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("lists", "pull", "un", "--from", UN, "--fewer") == 0
    assert "2 listings, 12 names; 0 values set aside" in capsys.readouterr().out
    asked("lists")
    assert capsys.readouterr().out.startswith("un ")
    asked("lists", "show", "un")
    assert "un:XXi.001  person  TARIQ INVENTED" in capsys.readouterr().out
    assert asked("screen", "Tarik INVENTED", "--birth-date", "1971-05-23", "--strict") == 1
    said = capsys.readouterr().out
    assert "un:XXi.001" in said
    assert "born 1971-05-23, listed as born 1971-05-23: the same day  +10.0" in said


def test_a_list_much_shorter_than_it_should_be_is_refused() -> None:
    with pytest.raises(Refused, match="2 listings, where"):
        asked("lists", "pull", "un", "--from", UN)


def test_what_is_not_of_the_list_is_refused() -> None:
    with pytest.raises(Unreadable, match="not a file of the list eu"):
        asked("lists", "pull", "eu", "--from", UN)


def test_a_list_is_known_as_of_a_day(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = Lists(home, Record(home / "record.db"))
    today = date.today()
    before = today - timedelta(days=30)
    held.pull(one("watchlists", "un"), [Path(UN)], day=before, fewer=True)
    later = tmp_path / "later.xml"
    later.write_text(Path(UN).read_text("utf-8").replace("XXe.001", "XXe.002").replace("1969", "1968"), "utf-8")
    held.pull(one("watchlists", "un"), [later], day=today, fewer=True)
    asked("lists", "diff", "un", "--since", before.isoformat(), "--json")
    changes = json.loads(capsys.readouterr().out)
    assert [[listing["id"] for listing in changes[what]] for what in ("added", "removed", "changed")] == [
        ["un:XXe.002"],
        ["un:XXe.001"],
        ["un:XXi.001"],
    ]
    asked("lists", "show", "un", "--as-of", before.isoformat())
    assert "un:XXe.001" in capsys.readouterr().out
    with pytest.raises(Unusable, match="not in hand on that day"):
        asked("lists", "show", "un", "--as-of", (before - timedelta(days=1)).isoformat())


def test_json_lines_in_and_out(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    lines = [
        {"id": "a", "name": "INVENTED, Tariq", "kind": "person", "birth_date": None},
        {"id": "b", "name": "Nobody Atall", "kind": "person"},
        {"id": "c", "name": "Invented Fund", "kind": "organisation"},
    ]
    stdin = io.TextIOWrapper(io.BytesIO("\n".join(map(json.dumps, lines)).encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert asked("screen", "--watchlist", NEUTRAL, "--jsonl") == 0
    told = {row["id"]: row["matches"] for row in map(json.loads, capsysbinary.readouterr().out.splitlines())}
    assert list(told) == ["a", "b", "c"]
    assert told["b"] == []
    assert (told["a"][0]["listing"], told["a"][0]["alarm"]) == ("mine:1", True)
    assert all({"fact", "bits"} <= reason.keys() for reason in told["a"][0]["reasons"])
    assert told["c"][0]["listing"] == "mine:2"


def test_a_file_of_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names.txt"
    names.write_text("Tariq Invented\n\nNobody Atall\n", "utf-8")
    asked("screen", str(names), "--watchlist", NEUTRAL, "--json")
    assert [row["name"] for row in json.loads(capsys.readouterr().out)["names"]] == ["Tariq Invented", "Nobody Atall"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["screen"], "no name was given"),
        (["screen", "x"], "no such list is in hand"),
        (["screen", "x", "--watchlist", "no.xml"], "there is no such file"),
        (["screen", "x", "--watchlist", NEUTRAL, "--birth-date", "soon"], "is no birth date"),
        (["screen", "payments.csv", "--watchlist", NEUTRAL], "there is no such file"),
        (["screen", "./payments", "--watchlist", NEUTRAL], "there is no such file"),
        (["screen", "x", "--watchlist", NEUTRAL, "--nationality", "Ruritania"], "is no country that is known"),
        (["lists", "pull"], "no list was named"),
        (["lists", "diff", "un"], "no earlier day was named"),
        (["lists", "pull", "neutral"], "this list has no address"),
    ],
)
def test_faults_say_the_way_out(words: list[str], said: str) -> None:
    with pytest.raises(Fault, match=said) as caught:
        asked(*words)
    assert "try: " in str(caught.value) or not caught.value.hint


def test_an_index_is_compiled_once(home: Path) -> None:
    asked("screen", "Tariq Invented", "--watchlist", NEUTRAL)
    [index] = (home / "cache").glob("*.npz")
    kept = index.stat().st_mtime_ns
    asked("screen", "Tariq Invented", "--watchlist", NEUTRAL)
    assert [path.stat().st_mtime_ns for path in (home / "cache").glob("*.npz")] == [kept]


def test_a_list_is_taken_from_a_folder_and_what_is_not_of_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for name in ("un/list.xml", "eu/list.xml"):
        (folder / name.replace("/", "-")).write_bytes((SAMPLES / name).read_bytes())
    assert main(["lists", "pull", "un", "--from", str(folder), "--fewer"]) == 0
    told = capsys.readouterr()
    assert "2 listings" in told.out
    assert "left: eu-list.xml" in told.err
    (folder / "again.xml").write_bytes((SAMPLES / "un" / "list.xml").read_bytes())
    assert main(["lists", "pull", "un", "--from", str(folder), "--fewer"]) == 2
    assert "another file of the same part" in capsys.readouterr().err


def test_of_a_clean_file_nothing_is_said_but_how_many_were_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "names.txt").write_text("Beatrix Hollerbach\nOttokar Ferenczy\n", "utf-8")
    assert main(["screen", str(tmp_path / "names.txt"), "--watchlist", str(SAMPLES / "un" / "list.xml")]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "2 names read" in told.err


def test_a_list_is_written_as_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import duckdb

    main(["lists", "pull", "neutral", "--from", NEUTRAL, "--fewer"])
    capsys.readouterr()
    assert main(["lists", "show", "neutral", "--csv"]) == 0
    [person, body] = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert (person["id"], person["name"], person["other_names"]) == ("mine:1", "Tariq INVENTED", "Abu Nothing")
    assert (body["kind"], body["listed"], body["birth_dates"]) == ("organisation", "", "")
    place = tmp_path / "list.parquet"
    assert main(["lists", "show", "neutral", "--parquet", str(place)]) == 0
    assert capsys.readouterr().out == ""
    assert duckdb.sql(f"SELECT id, identifiers FROM '{place}' LIMIT 1").fetchall() == [("mine:1", "X0012345")]


def test_what_was_set_aside_of_a_list_is_shown_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = tmp_path / "mine.jsonl"
    mine.write_text(Path(NEUTRAL).read_text("utf-8").replace("23 May 1971", "some day"), "utf-8")
    main(["lists", "pull", "neutral", "--from", str(mine), "--fewer"])
    told = "  line 1 birth_dates: 'some day': "
    assert told in capsys.readouterr().out
    main(["lists", "show", "neutral"])
    assert told in capsys.readouterr().out
    main(["lists"])
    assert "2 listings, set aside: 1" in capsys.readouterr().out


def test_a_folder_without_the_list_is_a_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "pull", "un", "--from", str(tmp_path)]) == 2
    assert "no file of this list was given" in capsys.readouterr().err


def test_a_name_that_ends_like_an_address_is_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert asked("screen", "M/V Invented.com", "--watchlist", NEUTRAL) == 0
    assert "nothing on the lists resembles it" in capsys.readouterr().out


def test_a_pull_tells_what_changed_since_the_last(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "mine.jsonl"
    rows = [{"id": f"mine:{n}", "list": "mine", "names": [{"name": f"Invented {n}"}]} for n in range(3)]
    for some in (rows, [*rows[1:], {"id": "mine:9", "list": "mine", "names": [{"name": "Another One"}]}]):
        file.write_text("\n".join(json.dumps({"kind": "person", **row}) for row in some), encoding="utf-8")
        assert asked("lists", "pull", "neutral", "--from", str(file)) == 0
    assert f"since {date.today()}: 1 listings added, 1 removed, 0 changed" in capsys.readouterr().out
