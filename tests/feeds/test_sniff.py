"""What files look like, by their content."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.errors import Refused, Unreadable
from entente.feeds.sniff import sniff
from entente.feeds.unpack import files_in
from tests.samples.workbook import workbook


@pytest.mark.parametrize(
    ("text", "format", "fields"),
    [
        ("a,b\n1,2\n", "csv", {"a", "b"}),
        ('"a b",c\r\n1,2\r\n', "csv", {"a b", "c"}),
        ('{"a": {"b": [{"c": 1}]}}', "json", {"a", "a.b", "a.b.c"}),
        ('[{"a": 1}]', "json", {"a"}),
        ("<root><a/></root>", "xml", {"root", "//a"}),
        ('\ufeff<?xml version="1.0"?><root/>', "xml", {"root"}),
        ('id = "x"\n[members]\nn = 1\n', "toml", {"id", "members"}),
        ('{"a": 1}\n{"b": 2}\n', "jsonl", {"a"}),
        ("Nom;Prénom\nA;B\n", "csv", {"Nom", "Prénom"}),
        ("{1:F01BANKXXAXXX0000000000}{2:I103BANKYYXXXXXN}{4:", "fin", {"103"}),
        ("UNA:+.? '\r\nUNB+UNOA:4+A+B'UNH+1+PAXLST:D:02B:UN:IATA'", "edifact", {"PAXLST"}),
        ("PAR1", "parquet", set()),
        ("", "", set()),
        ("<not closed", "", set()),
        ("{not json", "", set()),
    ],
)
def test_formats(tmp_path: Path, text: str, format: str, fields: set[str]) -> None:
    path = tmp_path / "no-extension"
    path.write_text(text, "utf-8")
    look = sniff(path)
    assert (look.format, look.fields) == (format, frozenset(fields))


def test_a_workbook_and_an_archive(tmp_path: Path) -> None:
    book = workbook(tmp_path / "book", {"One": [["Plan", "X"]], "Two": [["A", "B"], [1, 2]]})
    assert sniff(book).format == "xlsx"
    assert {"Plan", "A", "B"} <= sniff(book).fields
    with zipfile.ZipFile(tmp_path / "packed", "w") as archive:
        archive.writestr("folder/a.csv", "a,b\n")
    assert (sniff(tmp_path / "packed").format, sniff(tmp_path / "packed").fields) == (
        "zip",
        frozenset({"folder/a.csv"}),
    )


@given(st.binary(max_size=300))
def test_it_is_never_a_fault_to_look_like_nothing(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "file"
    path.write_bytes(raw)
    sniff(path)


def test_the_files_of_an_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x/one.csv", "a\n")
        archive.writestr("../two.csv", "b\n")
    (tmp_path / "scratch").mkdir()
    found = [(name, path.read_text(), path.parent) for name, path in files_in(tmp_path / "a.zip", tmp_path / "scratch")]
    assert found == [("x/one.csv", "a\n", tmp_path / "scratch"), ("../two.csv", "b\n", tmp_path / "scratch")]
    assert not list((tmp_path / "scratch").iterdir())


def test_an_archive_that_would_fill_the_disk_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(300 << 20))
    with pytest.raises(Refused, match="unpacks to"):
        next(files_in(tmp_path / "bomb.zip", tmp_path))


def test_a_damaged_archive_is_a_fault(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one", "a" * 1000)
    raw = bytearray((tmp_path / "a.zip").read_bytes())
    raw[40:60] = bytes(20)
    (tmp_path / "a.zip").write_bytes(raw)
    with pytest.raises(Unreadable, match="not a zip archive"):
        list(files_in(tmp_path / "a.zip", tmp_path))
