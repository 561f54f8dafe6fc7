"""The examples of the how-to pages work as they stand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from entente.model.reading import Reading, Statement
from entente.readers import Reader, Service
from entente.reading import read
from entente.reading.outside import consult
from tests.test_cases import items, parse

HOWTO = Path(__file__).resolve().parents[1] / "docs" / "howto"


def example(page: str, kind: str) -> str:
    """The first block of a kind on a page."""
    found = re.search(rf"```{kind}\n(.*?)```", (HOWTO / page).read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_outside_reader_of_the_page_reads() -> None:
    place: dict[str, Any] = {}
    exec(example("add-an-outside-reader.md", "python"), place)
    reader = place["READER"]
    assert isinstance(reader, Reader)
    bare = Reading(Statement("", "They sent 300 tents.", "en"))
    [quantity] = consult(bare, reader.open(Service()), name=reader.name).quantities
    assert (quantity.figure.value, quantity.figure.unit, quantity.rule) == (300, "tent", "outside: tents")


def test_the_case_of_the_page_holds() -> None:
    case = parse(example("add-a-case.md", "text").strip("\n"), "add-a-case.md:1", "fr")
    reading = read(case.text, language="fr", date=case.day)
    assert set(case.wanted) == {"date", "country", "amount"}
    for family, wanted in case.wanted.items():
        assert items(reading, family) == wanted
