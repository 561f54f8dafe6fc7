"""The command line: what it answers, what it faults, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from entente.cli.main import COMMANDS, main, parser


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    for name in ("ENTENTE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_without_a_command_it_tells_what_it_can_do(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    said = capsys.readouterr().out
    assert all(f"  {name} " in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_command_has_help_with_an_example(name: str, lang: str) -> None:
    said = parser(name, lang).format_help()
    assert f"entente {name}" in said.split({"en": "example:", "fr": "exemple :"}[lang])[1]


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("entente ")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["dance"], "entente: there is no command dance\n  try: one of: "),
        (["read"], "entente read: no statement was named\n  try: a file, - for standard input, or --jsonl\n"),
        (["read", "no.txt"], "no.txt: there is no such file\n  try: check the path\n"),
        (["read", "x", "--lang", "de"], "--lang: Entente does not speak de\n  try: one of: en, fr\n"),
        (["read", "x", "--language", "tlh"], "languages/tlh: there is no such addition\n  try: one of: en, es, fr\n"),
        (
            ["read", "x", "--date", "2015-02-30"],
            "--date: '2015-02-30' is not a day\n  try: a day as YYYY-MM-DD, 2015-06-03\n",
        ),
        (
            ["read", "x", "--frobnicate"],
            "entente read: not an option of this command: --frobnicate\n  try: entente read --help\n",
        ),
        (["read", "x", "--date"], "entente read: --date takes a value\n  try: entente read --help\n"),
    ],
)
def test_a_wrong_call_is_a_fault_with_a_way_out(argv: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    caught = capsys.readouterr()
    assert caught.err.startswith(said)
    assert caught.out == ""


def test_faults_are_said_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "non.txt", "--lang", "fr"]) == 2
    assert capsys.readouterr().err == "non.txt: ce fichier n’existe pas\n  essayez : vérifiez le chemin\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "it is a PNG file, not a document"),
        (b"a" * (32 * 1024 * 1024 + 1), "larger than 32 MB"),
        ("Qapla’ batlh je ’oH.".encode(), "its language is none that Entente reads"),
    ],
)
def test_a_bad_document_is_a_fault(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    assert main(["check", str(file)]) == 2
    assert said in capsys.readouterr().err


def test_a_statement_without_a_figure_has_an_honest_empty_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plain.txt"
    file.write_text(
        "The weather over the river was fine and the people of the town were out for a walk.", encoding="utf-8"
    )
    assert main(["check", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert main(["check", str(file), "--strict"]) == 0
    assert "no claim that open data could check" in capsys.readouterr().out


def test_latin_1_is_recognised_and_not_mangled(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "latin.txt"
    text = "Les États-Unis ont fourni près de 3,7 milliards de dollars d'aide à la Syrie, a déclaré le ministère."
    file.write_bytes(text.encode("latin-1"))
    assert main(["check", str(file), "--date", "2015-06-03", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["statement"]["text"] == text


def test_json_lines_in_and_out(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    asked = {"id": "a", "text": "In 2014 the United States paid $772 million.", "lang": "en", "date": None}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(asked).encode() + b"\n\n")))
    assert main(["read", "--jsonl"]) == 0
    [line] = capsysbinary.readouterr().out.splitlines()
    read = json.loads(line)
    assert read["id"] == "a"
    assert [item["surface"] for item in read["quantities"]] == ["$772 million"]


@pytest.mark.parametrize("line", [b"{", b"[]", b'{"id": 1}', b'{"id":"x","text":"t","lang":"en","date":"soon"}'])
def test_a_bad_line_is_named_by_its_number(
    line: bytes, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\n" + line + b"\n")))
    assert main(["read", "--jsonl"]) == 2
    assert capsys.readouterr().err.startswith("-:2: ")
