"""Hostile files get a fault, little memory is spent on them, and nothing else is read or asked for."""

from __future__ import annotations

import socket
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from entente import plugins
from entente.errors import Fault, Refused, Unreadable
from entente.feeds import edifact, elements
from entente.feeds.nodes import xml_nodes
from entente.feeds.sniff import sniff
from entente.messages import Wanted
from entente.model.aside import Aside
from entente.model.match import Subject
from entente.screening.parties import message_of, parties
from tests.samples.workbook import workbook

NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.10"
SIZE = 12 << 20  # bytes of a large file


def payment(names: str, before: str = "") -> bytes:
    """A pacs.008 with something before its root, and a creditor of a name."""
    body = f"<CdtTrfTxInf><Cdtr><Nm>{names}</Nm></Cdtr></CdtTrfTxInf>"
    return f'{before}<Document xmlns="{NAMESPACE}"><FIToFICstmrCdtTrf>{body}</FIToFICstmrCdtTrf></Document>'.encode()


def read(path: Path, name: str) -> list[Subject]:
    found = parties(path, Wanted(remittance=True), plugins.one("messages", name))
    return [one for one in found if isinstance(one, Subject)]


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPES = {
    "billion laughs": ('<!DOCTYPE d [<!ENTITY l0 "lol">' + LAUGHS + "]>", "&l9;"),
    "a file": ('<!DOCTYPE d [<!ENTITY e SYSTEM "{secret}">]>', "&e;"),
    "the network": ('<!DOCTYPE d [<!ENTITY e SYSTEM "http://127.0.0.1:9/x">]>', "&e;"),
    "a parameter entity": ('<!DOCTYPE d [<!ENTITY % e SYSTEM "{secret}"> %e;]>', "x"),
    "a definition elsewhere": ('<!DOCTYPE d SYSTEM "{secret}">', "x"),
    "an empty definition": ("<!DOCTYPE d>", "x"),
}


@pytest.mark.parametrize("kind", DOCTYPES)
@pytest.mark.parametrize("reader", ["pacs008", "pain001", "a list"])
def test_document_types_are_refused(kind: str, reader: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*args: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", connect)
    secret = tmp_path / "secret"
    secret.write_text("<!ENTITY leaked 'secret words'>")
    before, name = DOCTYPES[kind]
    path = tmp_path / "hostile.xml"
    path.write_bytes(payment(name, before.replace("{secret}", secret.as_uri())))
    sniff(path)
    with pytest.raises((Refused, Unreadable)) as caught:
        list(xml_nodes(path, "Cdtr")) if reader == "a list" else read(path, reader)
    assert "secret words" not in str(caught.value)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (payment("x" * (11 << 20)), "an element larger than 4 MB"),
        (payment("<a>" * 300), "not well-formed XML"),
        (payment("x\0y"), "not well-formed XML"),
        (payment("x")[:-30], "not well-formed XML"),
        (
            payment("\ud800".encode("utf-8", "surrogatepass").decode("latin-1")).decode().encode("latin-1"),
            "well-formed",
        ),
        (payment("x", "<?xml version='1.0' encoding='klingon'?>"), "not well-formed XML"),
        (b"<d>" + b"<e>filler</e>" * (1 << 19) + b"</d>", "an element larger than 4 MB"),
        (b"<d/>", "it holds no FIToFICstmrCdtTrf"),
        (b"", "not well-formed XML"),
    ],
    ids=["huge text", "deep", "NUL", "cut", "surrogate", "encoding", "huge element", "another", "empty"],
)
def test_xml_that_is_none(raw: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.xml"
    path.write_bytes(raw)
    with pytest.raises(Fault, match=said):
        read(path, "pacs008")


FILLER = "x" * 1500
END = b"</FIToFICstmrCdtTrf></Document>"
STREAMS = {
    "pacs008": (
        payment("first").removesuffix(END),
        f"<CdtTrfTxInf><Cdtr><Nm>A Name</Nm></Cdtr><Purp>{FILLER}</Purp></CdtTrfTxInf>\n".encode(),
        END,
    ),
    "mt103": (
        b"",
        f"{{1:F01INVTFRPPAXXX0000000000}}{{2:I103INVTIQBAXXXXN}}{{4:\n:59:A NAME\n:77T:{FILLER}\n-}}\n$".encode(),
        b"",
    ),
    "paxlst": (
        b"UNB+UNOA:4+A+B+310523:0900+1'UNH+1+PAXLST:D:02B'",
        f"NAD+FL+++NAME:A'\nFTX+{FILLER}'".encode(),
        b"UNT+1+1'UNZ+1+1'",
    ),
    "csv": (b"name,x\n", f"A Name,{FILLER}\n".encode(), b""),
    "jsonl": (b"", f'{{"name": "A Name", "x": "{FILLER}"}}\n'.encode(), b""),
    "names": (b"", b" ".join([b"A Name", b" " * 1500, b"\n"]), b""),
}


@pytest.mark.parametrize("name", STREAMS)
def test_a_message_is_never_held_whole(name: str, tmp_path: Path) -> None:
    """What Python holds at once is far less than the file."""
    before, each, after = STREAMS[name]
    path = tmp_path / name
    count = SIZE // len(each)
    path.write_bytes(before + each * count + after)
    tracemalloc.start()
    found = sum(1 for _ in parties(path, Wanted(), plugins.one("messages", name)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found >= count
    assert peak < SIZE / 2


def test_comments_before_a_document_are_not_all_read(tmp_path: Path) -> None:
    path = tmp_path / "comments.xml"
    path.write_bytes(b"<!--x-->" * (SIZE // 8) + payment("A Name"))
    assert sniff(path).format == ""
    with pytest.raises(Refused, match="an element larger than 4 MB"):
        read(path, "pacs008")


def test_what_cannot_be_a_part_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad"
    path.write_bytes(b"{1:F01INVTFRPPAXXX0000000000}{2:I103INVTIQBAXXXXN}{4:\n:20:X\n:59:" + b"A" * (2 << 20) + b"\n-}")
    with pytest.raises(Refused, match="a message larger than 1 MB"):
        read(path, "mt103")
    path.write_bytes(b"UNB+UNOA:4'UNH+1+PAXLST:D:02B'NAD+FL+++" + b"A" * (2 * edifact.LARGEST) + b"'")
    with pytest.raises(Refused, match="a segment larger than 64 KB"):
        read(path, "paxlst")
    path.write_bytes(b"UNB+UNOA:4'UNH+1+PAXLST:D:02B'NAD+FL+++A'" + b"DOC+P+1'" * 2000)
    with pytest.raises(Refused, match="one party has more than 1000 segments"):
        read(path, "paxlst")
    path.write_bytes(b'name,x\n"' + b"A" * 200_000 + b'",1\n')
    with pytest.raises(Unreadable, match="not a table: field larger than field limit"):
        read(path, "csv")


@pytest.mark.parametrize(
    ("name", "raw", "said"),
    [
        ("paxlst", b"UNB+UNOA:4'UNH+1+PAXLST:D:02B'NAD+FL+++NAME:A'UNT+3+1'", "breaks off before its end"),
        (
            "mt103",
            b"{1:F01INVTFRPPAXXX0000000000}{2:I103INVTIQBAXXXXN}{4:\n:20:X\n:59:A NA",
            "breaks off within block 4",
        ),
        ("paxlst", b"UNB+UNOA:4'UNH+1+PAXLST:D:02B'NAD+FL+++NAME:A'", "breaks off before its end"),
        ("paxlst", b"UNB+UNOA:4'UNH+1+PAXLST:D:02B'NAD+FL+++NAM", "breaks off within a segment"),
        ("paxlst", b"UNB+KLIN:4'UNH+1+PAXLST:D:02B'", "its encoding is not known"),
        ("csv", b'name,x\n"A,1\nB,2\n', "a quotation mark left open"),
        ("csv", b"name,x\n\x00\x01,1\n", "not a text in any known encoding"),
        ("names", b"\xff\xfeA\x00B", "not a text in"),
    ],
)
def test_what_breaks_off_or_is_no_text(name: str, raw: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "bad"
    path.write_bytes(raw)
    with pytest.raises(Unreadable, match=said):
        read(path, name)


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    """One cell in the last row and column makes seventeen thousand million."""
    book = workbook(tmp_path / "book.xlsx", {"One": [["name"], ["A Name"]]})
    far = tmp_path / "far.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(far, "w") as new:
        for member in old.namelist():
            raw = old.read(member)
            new.writestr(
                member,
                raw.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
            )
    with pytest.raises(Refused, match="a sheet of 1048576 rows and 16384 columns"):
        read(far, "xlsx")
    with pytest.raises(Unreadable, match="not a message"):
        message_of(far)


def test_a_message_without_fields_is_set_aside(tmp_path: Path) -> None:
    """Found by a fuzzer."""
    path = tmp_path / "empty.fin"
    path.write_text("{1:F01AAAABBCCXXXX0000000000}{2:I103DDDDEEFFXXXXN}{4:\nno field at all\n-}")
    found = list(parties(path, Wanted(), plugins.one("messages", "mt103")))
    [aside] = [one for one in found if isinstance(one, Aside)]
    assert (aside.value, aside.reason, aside.whole) == ("no field at all", "no field in block 4", True)
    assert [one.role for one in found if isinstance(one, Subject)] == ["receiver", "sender"]


def test_names_that_are_none_are_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "names.jsonl"
    bad = ["x" * 501, "Tariq\\u0000Invented", "...", "\\ufffd\\ufffd"]
    path.write_text("".join(f'{{"name": "{name}"}}\n' for name in [*bad, "Tariq Invented"]), "utf-8")
    found = list(parties(path, Wanted()))
    assert [getattr(one, "reason", "") for one in found] == [
        "too long for a name",
        "control characters in a name",
        "no letter in a name",
        "control characters in a name",
        "",
    ]


def test_the_parser_asks_for_nothing() -> None:
    assert elements.SAFE == {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "dtd_validation": False,
        "huge_tree": False,
    }
