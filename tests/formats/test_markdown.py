"""Markdown: marks go, words stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from entente import plugins
from entente.model.document import Document

SAMPLE = Path(__file__).parents[1] / "samples" / "formats" / "note.md"


def test_a_fact_sheet() -> None:
    document: Document = plugins.one("formats", "markdown").read(SAMPLE.read_bytes(), "note.md")
    assert document.text.split("\n") == [
        "Fact Sheet: Dredging of Port Ardan",
        "Nine ministers pledged more than $40 million for the clearing of the harbor, a lifeline.",
        "Ten million dollars in 2023;",
        "the rest by October.",
        "Country\tMillion",
        "Ardan\t12",
        "We will not wait!",
    ]
    assert (document.title, document.date) == ("Fact Sheet: Dredging of Port Ardan", date(2023, 9, 5))
    assert document.url == "https://secretary.example/fact-sheet"


def test_a_title_in_quotes_over_two_lines() -> None:
    front = b'title: "Port Ardan \\u2013 the\\_harbor\\\n  \\ \\"cleared\\""\nlang: en-GB\n'
    source = b"---\n" + front + b"---\n*All of it set in italics. *\n"
    document: Document = plugins.one("formats", "markdown").read(source, "note.md")
    assert document.title == 'Port Ardan – the\u00a0harbor "cleared"'
    assert (document.language, document.text) == ("en", "All of it set in italics.")
