"""What every format keeps: one suite, run for each file of `formats/`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente import plugins
from entente.errors import Unreadable
from entente.formats import HEAD, Format
from entente.reading.documents import load
from tests.contracts.printing import pdf, word

SAMPLES = Path(__file__).parents[1] / "samples" / "formats"
PLAIN = "Note sur les digues\n\nLe Valdor a versé 12\u00a0millions d’euros\u00a0; c’est peu, dit-on.\nFin.\n"
PAGE = [(60.0, 700.0, 11.0, "Le Valdor a versé 12\u00a0millions d’euros."), (60.0, 640.0, 11.0, "Fin de la note.")]
MADE: dict[str, Callable[[], list[bytes]]] = {
    "docx": lambda: [word()],
    "html": lambda: [(SAMPLES / name).read_bytes() for name in ("communique.html", "release.html")],
    "markdown": lambda: [(SAMPLES / "note.md").read_bytes()],
    "pdf": lambda: [pdf([PAGE], title="Note sur les digues", made="D:20240312093000+01'00'")],
    "plain": lambda: [PLAIN.encode(code) for code in ("utf-8", "utf-8-sig", "utf-16", "cp1252")],
}
NAMES = plugins.names("formats")
each = pytest.mark.parametrize("name", NAMES)


def format_of(name: str) -> Format:
    found: Format = plugins.one("formats", name)
    return found


def test_every_format_has_a_sample() -> None:
    assert set(MADE) >= set(NAMES)


@each
def test_a_sample_is_known_by_its_content_alone(name: str) -> None:
    for data in MADE[name]():
        sure = {other: format_of(other).recognise(data[:HEAD]) for other in NAMES}
        assert max(sure, key=lambda other: sure[other]) == name
        assert list(sure.values()).count(sure[name]) == 1
        assert load(data, name="misnamed.bin").text == format_of(name).read(data, "misnamed.bin").text


@each
def test_a_text_has_one_paragraph_a_line_and_no_layout(name: str) -> None:
    for data in MADE[name]():
        text = format_of(name).read(data, "sample").text
        assert text.strip()
        assert "\r" not in text
        assert "\0" not in text
        if name != "plain":
            assert all(line == line.strip(" ") and line for line in text.split("\n"))


@pytest.mark.parametrize("name", ["docx", "html", "plain"])  # a font may draw both spaces alike; note.md has none
def test_no_break_spaces_are_kept(name: str) -> None:
    text = format_of(name).read(MADE[name]()[0], "sample").text
    assert "12\u00a0millions" in text


@each
def test_pages_begin_within_the_text_in_order(name: str) -> None:
    document = format_of(name).read(MADE[name]()[0], "sample")
    starts = [start for start, _ in document.pages]
    assert starts == sorted(starts)
    assert all(0 <= start < len(document.text) for start in starts)


@each
@settings(max_examples=60)
@given(data=st.data())
def test_damaged_bytes_are_read_or_refused_with_a_fault(name: str, data: st.DataObject) -> None:
    whole = MADE[name]()[0]
    cut = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=20))
    damaged = whole[:cut] + noise + whole[cut + len(noise) :]
    for sample in (damaged, whole[:cut]):
        with suppress(Unreadable):
            assert load(sample, name="sample").text


@each
@given(head=st.binary(max_size=200))
def test_any_bytes_are_looked_at_without_a_fault(name: str, head: bytes) -> None:
    assert format_of(name).recognise(head) in range(4)


@each
def test_a_sample_of_no_text_is_refused(name: str) -> None:
    empty = {
        "docx": word(empty=True),
        "html": b"<!doctype html><html><body><nav>Menu</nav></body></html>",
        "markdown": b"---\ntitle: x\n---\n\n",
        "pdf": pdf([[]]),
        "plain": b"\xef\xbb\xbf \n",
    }[name]
    with pytest.raises(Unreadable, match="no text"):
        format_of(name).read(empty, "empty")
