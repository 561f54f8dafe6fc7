"""Whether a text names somebody, however it is written."""

from __future__ import annotations

import pytest

from entente.names.mentions import mentions


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("FERENCZY was born elsewhere", "Ottokar Ferenczy", True),
        ("it is Ottókar.", "Ottokar Ferenczy", True),
        ("another passport, another town", "Ottokar Ferenczy", False),
        ("the company is another", "Invented Company Ltd", False),
        ("护照上不是李明", "李明", True),
        ("another Li", "Li Ming", False),
        ("", "Ottokar", False),
        ("something", "", False),
    ],
)
def test_a_text_names_somebody_by_a_word_of_his_name(text: str, name: str, named: bool) -> None:
    assert mentions(text, name) is named
