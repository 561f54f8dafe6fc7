"""`entente screen FILE`: messages, folders of them, and batches that go on where they stopped."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from entente.cli import batches
from entente.cli.main import main
from tests.samples.workbook import workbook

SAMPLES = Path(__file__).parents[1] / "samples"
LIST = ("--watchlist", str(SAMPLES / "watchlists" / "neutral" / "list.jsonl"))
MESSAGES = SAMPLES / "messages"
LISTED = SAMPLES / "watchlists" / "un" / "list.xml"
PAYMENT = str(MESSAGES / "pacs008" / "payment.xml")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ENTENTE_LANG", "en")


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_payment_is_screened_with_parts_and_places(capsys: Captured) -> None:
    assert main(["screen", PAYMENT, *LIST, "--strict"]) == 1
    told = capsys.readouterr()
    assert "Tariq Invented  [creditor, CdtTrfTxInf[1]/Cdtr (aid-0001)]\n! " in told.out
    assert "INVTFRPP" not in told.out
    assert told.err == "payment.xml: 15 names read, 13 of them different and screened; 0 set aside\n"


def test_parts_are_told_in_french(capsys: Captured) -> None:
    assert main(["screen", PAYMENT, *LIST, "--lang", "fr"]) == 0
    told = capsys.readouterr()
    assert "[créancier, CdtTrfTxInf[1]/Cdtr (aid-0001)]" in told.out
    assert "15 noms lus, dont 13 différents et criblés ; 0 mis de côté" in told.err


def test_remittance_texts_are_an_option(tmp_path: Path, capsys: Captured) -> None:
    copy = tmp_path / "payment.xml"
    copy.write_text(Path(PAYMENT).read_text("utf-8").replace("Omar Nowhere", "Mr Tariq Invented"), "utf-8")
    place = "[remittance, CdtTrfTxInf[1]/RmtInf/Ustrd (aid-0001)]"
    main(["screen", str(copy), *LIST])
    assert place not in capsys.readouterr().out
    main(["screen", str(copy), *LIST, "--remittance"])
    told = capsys.readouterr().out
    assert f"\nTariq Invented  {place}\n! " in told
    assert f"{place}: nothing" not in told


@pytest.mark.parametrize("form", ["--json", "--jsonl"])
def test_json_carries_part_and_place(form: str, capsys: Captured) -> None:
    assert main(["screen", PAYMENT, *LIST, form]) == 0
    out = capsys.readouterr().out
    told = json.loads(out)["names"] if form == "--json" else [json.loads(line) for line in out.splitlines()]
    [creditor] = [row for row in told if row.get("role") == "creditor" and row["id"] == "aid-0001"]
    assert creditor["where"] == "CdtTrfTxInf[1]/Cdtr (aid-0001)"
    assert creditor["matches"][0]["listing"] == "mine:1"


def test_columns_are_shown_before_they_are_used(tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Partenaire;Ville\nInvented Fund;Paris\n;Lyon\n", "utf-8")
    assert main(["screen", str(table), *LIST]) == 0
    told = capsys.readouterr()
    assert told.err.splitlines() == [
        "table.csv: read as table of text (CSV), any column names",
        "  Partenaire  organisation",
        "  Ville       -",
        "table.csv, line 3: no name (Lyon)",
        "table.csv: 1 names read, 1 of them different and screened; 1 set aside",
    ]
    assert main(["screen", str(table), *LIST, "--columns", "--column", "name=Ville"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[1:] == ["  Partenaire  organisation", "  Ville       name"]
    assert told.err == ""
    assert (
        main(["screen", str(table), *LIST, "--strict", "--column", "ignored=Partenaire", "--column", "name=Ville"]) == 0
    )


def test_who_is_named_twice_is_screened_once_and_told_twice(tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Payee,Reference\nTariq Invented,a\nTariq Invented,b\n", "utf-8")
    main(["screen", str(table), *LIST])
    told = capsys.readouterr()
    assert [line for line in told.out.splitlines() if line.startswith("Tariq")] == [
        "Tariq Invented  [creditor, line 2, Payee]",
        "Tariq Invented  [creditor, line 3, Payee]",
    ]
    assert "2 names read, 1 of them different" in told.err


def test_a_folder_is_screened_and_tells_which_file(tmp_path: Path, capsys: Captured) -> None:
    folder = tmp_path / "inbox"
    shutil.copytree(MESSAGES, folder)
    workbook(folder / "book.xlsx", {"P": [["Payee"], ["Tariq Invented"]], "Notes": [["nothing here"]]})
    (folder / ".hidden").write_text("x")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (folder / "cut.xml").write_bytes(Path(PAYMENT).read_bytes()[:900])
    assert main(["screen", str(folder), *LIST, "--strict"]) == 1
    told = capsys.readouterr()
    assert "Tariq Invented  [creditor, pain001/order.xml, CdtTrfTxInf[1]/Cdtr (may-1)]" in told.out
    assert "Tariq Invented  [creditor, book.xlsx, P:2, Payee]" in told.out
    assert "picture.png: not a message whose names can be read, as far as its content shows" in told.err
    assert "cut.xml: not well-formed XML" in told.err
    assert "mt103/batch.rje, message 3: not an MT103 (MT940)" in told.err
    assert "book.xlsx, Notes: no column has a heading that tells names" in told.err
    assert told.err.splitlines()[-1].startswith("inbox: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["cut.xml"], "not well-formed XML"),
        (["picture.png"], "not a message whose names can be read"),
        (["other.fin"], "it is SWIFT MT940, and no message whose names can be read"),
        (["list.xml"], "it is the watchlist un, and names who is listed"),
        (["account.xml"], "it is ISO 20022 camt.053, and no message whose names can be read"),
        (["table.csv"], "no column has a heading that tells names"),
        (["table.csv", "--column", "name"], "names no column"),
        (["table.csv", "--column", "name=c"], "there is no column c"),
        (["table.csv", "--column", "size=a"], "there is no field size"),
        (["names.txt", "--out", "out", "--json"], "several names are JSON lines already"),
        (["names.txt", "--out", "out", "--processes", "0"], "--processes cannot be 0"),
    ],
)
def test_faults_of_files(
    words: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cut.xml").write_bytes(Path(PAYMENT).read_bytes()[:-20])
    Path("list.xml").write_bytes(LISTED.read_bytes())
    Path("account.xml").write_text("<Document><BkToCstmrStmt><Stmt/></BkToCstmrStmt></Document>", encoding="utf-8")
    Path("picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    Path("other.fin").write_bytes(b"{1:F01INVTFRPPAXXX0000000000}{2:I940INVTIQBAXXXXN}{4:\n:20:X\n-}")
    Path("table.csv").write_text("a;b\n1;2\n", "utf-8")
    Path("names.txt").write_text("Ann Nowhere\n", "utf-8")
    assert main(["screen", *words, *LIST]) == 2
    assert said in capsys.readouterr().err


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """Six hundred lines, two of them bad, one of them an alarm."""
    path = tmp_path / "many.jsonl"
    lines = [json.dumps({"id": str(n), "name": f"Nobody Number {n}"}) for n in range(600)]
    lines[7] = json.dumps({"id": "7", "name": "Tariq Invented", "role": "payee", "where": "row 7"})
    lines[11], lines[311] = "{", json.dumps({"id": "311"})
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_batch_is_in_order_and_sets_bad_rows_aside(
    processes: str, many: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["screen", str(many), *LIST, "--out", str(out), "--processes", processes, "--strict"]) == 1
    told = rows(out)
    assert [row["id"] for row in told] == [str(n) for n in range(600) if n not in (11, 311)]
    assert [row["id"] for row in told if row["matches"]] == ["7"]
    assert (told[7]["role"], told[7]["where"]) == ("payee", "row 7")
    asides = rows(Path(f"{out}.asides.jsonl"))
    assert [row["id"] for row in asides] == ["many.jsonl, line 12", "many.jsonl, line 312"]
    assert capsys.readouterr().out == f"598 names into {out}\n"


def test_a_batch_goes_on_where_it_stopped(many: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "EVERY", 0.0)
    out, journal = tmp_path / "out.jsonl", tmp_path / "out.jsonl.journal"
    call = ["screen", str(many), *LIST, "--out", str(out), "--processes", "1"]
    assert main(call) == 0
    whole = out.read_bytes(), (tmp_path / "out.jsonl.asides.jsonl").read_bytes()
    points = journal.read_bytes().splitlines(keepends=True)
    assert len(points) == 601
    for kept in (0, 1, 13, 300, 600):
        journal.write_bytes(b"".join(points[:kept]) + b'{"done": 3')
        assert main(call) == 0
        assert (out.read_bytes(), (tmp_path / "out.jsonl.asides.jsonl").read_bytes()) == whole
    assert main([*call, "--rate", "30"]) == 2


def test_each_file_of_a_folder_goes_into_one_of_its_own(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert main(["screen", str(MESSAGES), *LIST, "--out", str(out), "--processes", "1"]) == 0
    found = {path.relative_to(out).as_posix() for path in out.rglob("*.jsonl") if "asides" not in path.name}
    assert found == {f"{path.relative_to(MESSAGES).as_posix()}.jsonl" for path in MESSAGES.rglob("*") if path.is_file()}
    assert any(row["matches"] for row in rows(out / "csv" / "partners.csv.jsonl"))


def test_parquet_and_csv_give_the_same_batch(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    names = [f"Nobody Number {n}" for n in range(300)] + ["Tariq Invented"]
    parquet.write_table(arrow.table({"name": names, "n": list(range(301))}), tmp_path / "t.parquet")
    (tmp_path / "t.csv").write_text("name,x,y\n" + "".join(f"{name},,\n" for name in names), "utf-8")
    for kind in ("parquet", "csv"):
        assert main(["screen", str(tmp_path / f"t.{kind}"), *LIST, "--out", str(tmp_path / kind)]) == 0
    parts = [[(row["name"], row["matches"]) for row in rows(tmp_path / kind)] for kind in ("parquet", "csv")]
    assert parts[0] == parts[1]
    assert parts[0][-1][1]


def test_matches_are_told_in_french_with_their_place(tmp_path: Path, capsys: Captured) -> None:
    table = tmp_path / "table.csv"
    table.write_text("Bénéficiaire;Nationalité\nTariq Invented;Irakienne\n;Française\n", "utf-8")
    assert main(["screen", str(table), *LIST, "--lang", "fr"]) == 0
    told = capsys.readouterr()
    assert "[créancier, ligne 2, Bénéficiaire]" in told.out
    assert "(personne, " in told.out
    assert "ligne 3" in told.err
