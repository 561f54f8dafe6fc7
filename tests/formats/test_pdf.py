"""PDF: reading order, columns, words broken at line ends, running heads."""

from __future__ import annotations

from datetime import date

import pytest

from entente import plugins
from entente.errors import Unreadable
from entente.model.document import Document
from tests.contracts.printing import Placed, pdf


def read(*pages: list[Placed], **told: str) -> Document:
    document: Document = plugins.one("formats", "pdf").read(pdf(list(pages), **told), "note.pdf")
    return document


def block(left: float, bottom: float, *lines: str, size: float = 11.0) -> list[Placed]:
    return [(left, bottom - 14 * index, size, line) for index, line in enumerate(lines)]


def test_paragraphs_pages_and_running_heads() -> None:
    head = block(60, 810, "Ministère des Digues – Note 12", size=9)
    first = block(60, 740, "Les digues", size=16) + block(
        60,
        700,
        "Le ministre a annoncé le 2 juin 2015 un verse-",
        "ment de 3,7 millions d’euros, que tous",
        "attendaient.",
    )
    broken = block(60, 620, "Un second paragraphe va jusqu’au bout de la page et", "continue donc sur la")
    second = block(60, 740, "page suivante.")
    document = read(
        head + first + broken + block(290, 30, "1"),
        head + second + block(290, 30, "Page 2 sur 2"),
        title="Note 12",
        made="D:20150603",
    )
    assert document.text.split("\n") == [
        "Les digues",
        "Le ministre a annoncé le 2 juin 2015 un versement de 3,7 millions d’euros, que tous attendaient.",
        "Un second paragraphe va jusqu’au bout de la page et continue donc sur la page suivante.",
    ]
    assert [(document.text[start : start + 4], page) for start, page in document.pages] == [("Les ", 1), ("page", 2)]
    assert document.page(document.text.index("annoncé")) == 1
    assert document.page(document.text.index("suivante")) == 2
    assert (document.title, document.date, document.made) == ("Note 12", None, date(2015, 6, 3))


def test_a_hyphen_stays_where_the_word_has_one() -> None:
    text = read(
        block(
            60, 700, "Le sous-préfet parle des États-", "Unis, du Moyen-Orient et du sous-", "préfet de 2014-", "2015."
        )
    ).text
    assert text == "Le sous-préfet parle des États-Unis, du Moyen-Orient et du sous-préfet de 2014-2015."


def test_two_columns_are_read_one_after_the_other() -> None:
    left = (
        "The harbor of Port Ardan was",
        "closed for nine weeks after the",
        "storm, and nine ministers met",
        "to clear it. They pledged ten",
    )
    right = (
        "million dollars, of which one",
        "was paid on the day. A second",
        "meeting is planned for October",
        "in the same town.",
    )
    wide = block(60, 760, "A headline that is as wide as both of the columns", size=16)
    rows = [line for pair in zip(block(60, 720, *left), block(310, 720, *right), strict=True) for line in pair]
    assert read(wide + rows).text.split("\n") == [
        "A headline that is as wide as both of the columns",
        " ".join((*left, *right)),
    ]


def test_a_table_is_read_by_rows() -> None:
    rows = (("Village", "Families"), ("Breault", "4,200"), ("Ardan", "1,100"), ("Total", "5,300"))
    cells = [
        line
        for index, row in enumerate(rows)
        for line in block(60, 700 - 14 * index, row[0]) + block(400, 700 - 14 * index, row[1])
    ]
    assert read(cells).text == "\n".join("\t".join(row) for row in rows)


def test_a_scan_is_refused_with_a_way_out() -> None:
    with pytest.raises(Unreadable, match="no text, only pictures") as raised:
        read([])
    assert "OCRmyPDF" in str(raised.value)


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(Unreadable, match="damaged PDF"):
        plugins.one("formats", "pdf").read(b"%PDF-1.7 and no more", "note.pdf")
