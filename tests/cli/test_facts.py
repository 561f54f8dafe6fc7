"""The commands that take in open data, list it and show it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from entente.cli.main import main

SAMPLES = Path(__file__).parents[1] / "samples" / "sources"
TOLD = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ENTENTE_LANG", "en")


def run(told: TOLD, *words: str) -> str:
    assert main(list(words)) == 0, told.readouterr().err
    return told.readouterr().out


def test_a_folder_is_pulled_and_shown(capsys: TOLD) -> None:
    out = run(capsys, "pull", "fts", "--from", str(SAMPLES / "fts"))
    assert "flows.csv: 3 flows, set aside: 2" in out
    assert "requirements.csv: 3 requirements, set aside: 0" in out
    assert "flows.csv: 3 flows, set aside: 2 (unchanged)" in run(capsys, "pull", "fts", "--from", str(SAMPLES / "fts"))
    listed = run(capsys, "sources")
    assert "fts        OCHA Financial Tracking Service: 3 files, 7 rows, set aside: 2, 0 days old" in listed
    assert "ecb        ECB euro foreign exchange reference rates: nothing pulled" in listed


def test_what_was_set_aside_is_shown_with_its_place_and_reason(capsys: TOLD) -> None:
    run(capsys, "pull", "fts", "--from", str(SAMPLES / "fts" / "flows.csv"))
    assert "  line 5: amountUSD 'a lot': not a number" in run(capsys, "sources", "fts")
    assert "  line 5: amountUSD 'a lot': pas un nombre" in run(capsys, "sources", "fts", "--lang", "fr")
    [file] = json.loads(run(capsys, "sources", "fts", "--json"))["fts"]["files"]
    assert (file["set_aside"], file["rows"], file["age_days"]) == (2, {"flows": 3}, 0)
    assert file["asides"][1] == {"place": "line 6", "field": "date", "value": "2031-13-41", "reason": "not a day"}


def test_what_is_left_is_named(capsys: TOLD) -> None:
    out = run(capsys, "pull", "unrwa", "--from", str(SAMPLES))
    assert "unrwa/refugees.csv: 2 stocks, set aside: 0" in out
    assert "left: coalition/friends.toml: not a file of the source unrwa as far as its content shows" in out
    told = json.loads(run(capsys, "pull", "unrwa", "--from", str(SAMPLES), "--json"))
    assert [one["name"] for one in told["pulled"]] == ["unrwa/refugees.csv"]
    assert "idmc/displaced.csv" in [one["name"] for one in told["left"]]


def test_nothing_of_the_source_is_a_fault(capsys: TOLD) -> None:
    assert main(["pull", "ecb", "--from", str(SAMPLES / "fts")]) == 2
    assert "ecb: none of 3 files is of this source" in capsys.readouterr().err
    assert main(["pull", "ecb", "--from", str(SAMPLES / "fts" / "flows.csv")]) == 2
    assert "flows.csv: not a file of the source ecb" in capsys.readouterr().err
    assert main(["pull", "no-such"]) == 2
    assert "there is no such addition" in capsys.readouterr().err
    assert main(["pull", "said"]) == 2
    assert "this source has no address" in capsys.readouterr().err


def test_donors_as_a_table_json_csv_and_parquet(capsys: TOLD, tmp_path: Path) -> None:
    asked = ("facts", "donors", "--crisis", "SYR", "--year", "2013-2015")
    table = run(capsys, *asked).splitlines()
    assert table[0].split() == ["rank", "donor", "name", "value", "unit"]
    assert table[1].split() == ["1", "USA", "United", "States", "1,962,769,762", "USD"]
    assert "coverage: complete" in table
    assert "  1\u202f962\u202f769\u202f762  USD" in run(capsys, *asked, "--lang", "fr")
    told = json.loads(run(capsys, *asked, "--json"))
    assert told["rows"][0]["donor"] == "USA"
    assert {one["source"] for one in told["evidence"]} == {"fts"}
    assert next(csv.DictReader(io.StringIO(run(capsys, *asked, "--csv"))))["value"] == "1962769762"
    run(capsys, *asked, "--parquet", str(tmp_path / "out.parquet"))
    import duckdb

    with duckdb.connect() as store:
        [first] = store.execute(f"SELECT donor, value FROM '{tmp_path}/out.parquet' LIMIT 1").fetchall()
    assert (first[0], int(first[1])) == ("USA", 1_962_769_762)


def test_donors_that_are_asked_for(capsys: TOLD) -> None:
    out = run(capsys, "facts", "donors", "--crisis", "SYR", "--year", "2012-2013", "--donor", "DEU")
    assert "no rows of: 2012" in out
    assert "USA" not in out


def test_requirements_displaced_members_rates_and_what_was_said(capsys: TOLD) -> None:
    plans = run(capsys, "facts", "requirements", "--plan", "^HIRQ14$", "--year", "2014")
    assert "1,113,276,782  788,873,272  324,403,510  USD" in plans
    people = run(capsys, "facts", "displaced", "--place", "SYR", "--year", "2014")
    assert "idps            idmc    7,600,000  complete" in people
    assert "66 members" in run(capsys, "facts", "members", "--day", "2016-08-24")
    assert "1.1029" in run(capsys, "facts", "rates", "--day", "2015-06-02")
    assert "no rows in hand" in run(capsys, "facts", "rates", "--day", "1990-01-01")
    assert "4,000,000,000" in run(capsys, "facts", "said", "--crisis", "SYR")


def test_iati_shows_who_reports_and_the_totals_of_the_chain(capsys: TOLD) -> None:
    run(capsys, "pull", "iati", "--from", str(SAMPLES / "iati" / "activities.xml"))
    run(capsys, "pull", "ecb", "--from", str(SAMPLES / "ecb"))
    out = run(capsys, "facts", "donors", "--source", "iati", "--year", "2031", "--currency", "EUR")
    assert "gross: 190 EUR" in out
    assert "net of what is known to be reported twice: 140 EUR" in out
    assert "of it, perhaps reported twice: 40 EUR" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["donors"], "--year: which year?"),
        (["donors", "--year", "soon"], "--year: soon is no year and no span of years"),
        (["donors", "--year", "2015-2013"], "is no year and no span of years"),
        (["donors", "--year", "2015", "--crisis", "ATL"], "--crisis: there is no crisis ATL"),
        (["donors", "--year", "2015", "--as-of", "soon"], "--as-of: 'soon' is not a day"),
        (["weather", "--year", "2015"], "takes one of"),
    ],
)
def test_wrong_questions(capsys: TOLD, words: list[str], told: str) -> None:
    assert main(["facts", *words]) == 2
    assert told in capsys.readouterr().err


def test_countries_are_named_as_one_likes(capsys: TOLD) -> None:
    told = [
        run(capsys, "facts", "displaced", "--place", place, "--year", "2014") for place in ("SYR", "Syrie", "syria")
    ]
    assert len(set(told)) == 1
    assert "3,887,490" in told[0]
    assert "réfugiés" in run(capsys, "facts", "displaced", "--place", "SYR", "--year", "2014", "--lang", "fr")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--place", "Ruritania"), "--place: 'Ruritania' is no country that is known"),
        (("--currency", "ZZZ"), "--currency: 'ZZZ' is no currency that is known"),
        (("--stage", "payed"), "--stage: there is no payed"),
        (("--source", "ftz"), "--source: there is no ftz"),
    ],
)
def test_a_word_that_means_nothing_is_a_fault(capsys: TOLD, words: tuple[str, ...], said: str) -> None:
    assert main(["facts", "donors", "--year", "2014", *words]) == 2
    assert said in capsys.readouterr().err


def test_a_list_is_no_source_and_a_source_no_list(capsys: TOLD) -> None:
    assert main(["pull", "un"]) == 2
    assert "un: this is a watchlist, and no source\n  try: entente lists pull un" in capsys.readouterr().err
    assert main(["lists", "pull", "fts"]) == 2
    assert "fts: this is a source, and no watchlist\n  try: entente pull fts" in capsys.readouterr().err
