"""Pieces of XML documents: their bytes, whatever stands between and inside them."""

from __future__ import annotations

import codecs
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.errors import Unreadable
from entente.feeds import pieces as cutting
from entente.feeds.pieces import Piece, pieces
from entente.model.aside import Aside

INSIDE = (
    "<item/>",
    "<item a='1>0'/>",
    "<item>text</item>",
    "<item><!-- </item> --><b/></item>",
    "<item><![CDATA[</item><item>]]></item>",
    "<item ><item>nested</item></item\n>",
    "<item>é ü 漢</item>",
    "<item><?pi </item> ?></item>",
    "<items-not/>",
)
BETWEEN = ("", "\n", "<!-- <item> -->", "<other><deep/></other>", "<?pi <item> ?>", "  text ")


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@given(
    parts=st.lists(st.tuples(st.sampled_from(BETWEEN), st.sampled_from(INSIDE)), max_size=8), block=st.integers(1, 40)
)
@settings(max_examples=150, deadline=None)
def test_every_piece_is_its_own_bytes(
    tmp_path_factory: pytest.TempPathFactory, parts: list[tuple[str, str]], block: int
) -> None:
    body = "".join(between + inside for between, inside in parts)
    path = written(tmp_path_factory.mktemp("xml") / "a.xml", f'<?xml version="1.0"?>\n<items v="1">{body}</items>\n')
    usual, cutting.BLOCK = cutting.BLOCK, block
    try:
        found = list(pieces(path, "item"))
    finally:
        cutting.BLOCK = usual
    wanted = [inside for _, inside in parts if inside != "<items-not/>"]
    raw = path.read_bytes()
    assert all(isinstance(piece, Piece) for piece in found)
    assert [raw[piece.first : piece.last].decode() for piece in found] == wanted  # type: ignore[union-attr]
    assert [piece.hash for piece in found] == [sha256(one.encode()).hexdigest() for one in wanted]  # type: ignore[union-attr]


def test_the_line_and_the_root_are_told(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xml", '<items version="2"\n lang="fr">\n<item>\n</item>\n\n<item a="1"/></items>')
    first, second = pieces(path, "item")
    assert isinstance(first, Piece)
    assert isinstance(second, Piece)
    assert (first.line, second.line, dict(first.root)) == (3, 6, {"version": "2", "lang": "fr"})
    assert second.element.get("a") == "1"


def test_one_bad_element_is_set_aside_alone(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xml", "<items><item>1</item>\n<item><b></item><item>3</item></items>")
    first, bad, last = pieces(path, "item")
    assert isinstance(first, Piece)
    assert isinstance(bad, Aside)
    assert isinstance(last, Piece)
    assert (bad.place, bad.whole) == ("line 2", True)


def told(path: Path) -> list[object]:
    return [
        one if isinstance(one, Aside) else (one.element.text, one.first, one.last, one.line, one.hash)
        for one in pieces(path, "item")
    ]


@given(
    insides=st.lists(st.sampled_from(("", "1", "<b/>", "<b>", "</items>", "&none;", "<o:b/>", "\x01")), max_size=6),
    size=st.integers(1, 60),
)
@settings(max_examples=100, deadline=None)
def test_elements_read_together_are_told_as_each_alone(
    tmp_path_factory: pytest.TempPathFactory, insides: list[str], size: int
) -> None:
    body = "\n".join(f"<item>{inside}</item>" for inside in insides)
    path = written(tmp_path_factory.mktemp("xml") / "a.xml", f"<items>{body}</items>")
    usual = cutting.GROUP
    try:
        cutting.GROUP = 1
        alone = told(path)
        cutting.GROUP = size
        assert told(path) == alone
    finally:
        cutting.GROUP = usual


@pytest.mark.parametrize(
    "text",
    [
        "<items><item>1</item>",
        "<items><item>1</item><item>2",
        "<items><item/><!-- never closed </items>",
        "<items><item/></other>",
        "<items><item/></items><more/>",
        "",
        "no xml",
        '<?xml version="1.0" encoding="no-such"?><items><item/></items>',
    ],
)
def test_a_document_that_is_not_well_formed_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Unreadable):
        list(pieces(written(tmp_path / "a.xml", text), "item"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig", "iso-8859-1", "windows-1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    declared = "" if encoding.startswith("utf") else f'<?xml version="1.0" encoding="{encoding}"?>'
    path = written(tmp_path / "a.xml", f"{declared}<items><item>é</item></items>", encoding)
    [piece] = pieces(path, "item")
    assert isinstance(piece, Piece)
    assert piece.element.text == "é"
    assert (piece.first is None) is path.read_bytes().startswith((codecs.BOM_UTF16, codecs.BOM_UTF32))


def test_entities_of_files_are_not_read(tmp_path: Path) -> None:
    secret = written(tmp_path / "secret.txt", "secret")
    head = f'<!DOCTYPE items [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    [found] = pieces(written(tmp_path / "a.xml", f"{head}<items><item>&x;</item></items>"), "item")
    assert isinstance(found, Aside)


def test_an_undeclared_prefix_is_refused_and_a_declared_one_is_kept(tmp_path: Path) -> None:
    [piece] = pieces(written(tmp_path / "a.xml", '<items xmlns:o="u"><item o:a="1"/></items>'), "item")
    assert isinstance(piece, Piece)
    assert piece.element.get("{u}a") == "1"
    [aside] = pieces(written(tmp_path / "b.xml", '<items><item o:a="1"/></items>'), "item")
    assert isinstance(aside, Aside)


def test_a_document_of_a_million_lines_is_parsed_and_a_fault_tells_its_line(tmp_path: Path) -> None:
    body = ("<item>\n" + "\n" * 998 + "</item>\n") * 16_000
    path = written(tmp_path / "a.xml", f"<items>\n{body}</items>")
    assert sum(1 for _ in pieces(path, "item")) == 16_000
    with pytest.raises(Unreadable, match=r"a\.xml:16000002: not well-formed XML"):
        list(pieces(written(tmp_path / "a.xml", f"<items>\n{body}</other>"), "item"))
