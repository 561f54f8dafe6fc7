"""How the day of a statement is known, and that whoever reads the findings is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from entente.cli import main
from entente.cli.inputs import is_coloured

TEXT = "The Global Coalition counts 65 members.\n"


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    main(["check", *words, "--lang", "en"])
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "text", "words", "said"),
    [
        ("a.txt", TEXT, ["--date", "2015-12-02"], "The Global Coalition counts"),
        ("a.txt", f"A title\n\n2 December 2015\n\n{TEXT}", [], "published on 2 December 2015, as the text says"),
        ("a.html", f"<html><meta name='date' content='2015-12-02'><p>{TEXT}</p></html>", [], "as its page tells"),
        ("2015-12-02 a.txt", TEXT, [], "published on 2 December 2015, as the name of the file says"),
    ],
)
def test_a_day_from_wherever_it_is_told_decides(
    capsys: pytest.CaptureFixture[str], name: str, text: str, words: list[str], said: str
) -> None:
    Path(name).write_text(text, encoding="utf-8")
    out = told(capsys, name, *words)
    assert said in out
    assert "CONFIRMED  found 65 members" in out


def test_no_day_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert told(capsys, "a.txt").startswith("the day of publication is not known: held against what is known today;")


def test_title_address_and_how_the_day_is_known_are_in_the_json(capsys: pytest.CaptureFixture[str]) -> None:
    page = f"<html><link rel='canonical' href='https://example.org/1'><h1>Members</h1><p>{TEXT}</p></html>"
    Path("a.html").write_text(page, encoding="utf-8")
    statement = json.loads(told(capsys, "a.html", "--json"))["statement"]
    assert (statement["title"], statement["url"], statement["dated"]) == ("Members", "https://example.org/1", "unknown")


@pytest.mark.parametrize(
    ("text", "read"),
    [("La France a versé 5 millions d’euros.", "France"), ("Germany gave 5 million euros.", "Germany")],
)
def test_a_sentence_without_function_words_has_a_language_too(
    capsys: pytest.CaptureFixture[str], text: str, read: str
) -> None:
    Path("a.txt").write_text(text, encoding="utf-8")
    assert main(["read", "a.txt", "--lang", "en"]) == 0
    assert f"country {read}" in capsys.readouterr().out


def test_a_language_that_nobody_reads_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("Die Regierung hat am Montag in Genf 5 Millionen Euro zugesagt.", encoding="utf-8")
    assert main(["read", "a.txt", "--lang", "en"]) == 2
    assert "its language is none that Entente reads" in capsys.readouterr().err


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colours_gets_none(monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert is_coloured()
    monkeypatch.setenv(variable, value)
    assert not is_coloured()
