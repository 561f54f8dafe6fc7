"""The cases of `tests/cases`: a sentence, carets under what is read, and what it is.

A block is an optional `@ DATE`, one line of text, caret lines (`^^^ amount 5 EUR about`) or `none FAMILY`, and
comments (`-- `). Of each family that a block names, the items read are exactly those it lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from entente.model.reading import Quantity, Reading
from entente.reading import read

CASES = Path(__file__).with_name("cases")
FAMILIES = ("amount", "date", "direct", "indirect", "country", "organisation", "group", "person", "claim")


@dataclass
class Case:
    """One block of a case file."""

    place: str
    language: str
    text: str
    day: date | None
    wanted: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)


def cases() -> Iterator[Case]:
    for file in sorted(CASES.rglob("*.case")):
        line = 1
        for block in re.split(r"\n[ \t]*\n", file.read_text("utf-8")):
            if any(row and not row.startswith("-- ") for row in block.splitlines()):
                yield parse(block.strip("\n"), f"{file.relative_to(CASES)}:{line}", file.parent.name)
            line += block.count("\n") + 2


def parse(block: str, place: str, language: str) -> Case:
    rows = [row for row in block.splitlines() if not row.startswith("-- ")]
    day = None
    if rows[0].startswith("@ "):
        day = date.fromisoformat(rows.pop(0)[2:].strip())
    case = Case(place, language, rows.pop(0), day)
    for row in rows:
        if row.startswith("none "):
            case.wanted.setdefault(row.split()[1], [])
            continue
        marked = re.fullmatch(r"( *)(\^+) +(\w+) +(.*)", row)
        if not marked:
            raise AssertionError(f"{place}: not a caret line: {row!r}")
        start, width = len(marked[1]), len(marked[2])
        case.wanted.setdefault(marked[3], []).append((start, start + width, marked[4].strip()))
    unknown = set(case.wanted) - set(FAMILIES)
    if unknown or not case.wanted:
        raise AssertionError(f"{place}: families {unknown or 'missing'}")
    return case


def plain(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def amount(quantity: Quantity) -> str:
    figure = quantity.figure
    value = plain(figure.value) if figure.value is not None else f"{plain(figure.low)}..{plain(figure.high)}"
    return f"{value} {figure.unit} {figure.bound}"


def items(reading: Reading, family: str) -> list[tuple[int, int, str]]:
    match family:
        case "amount":
            found = [(q.span, amount(q)) for q in reading.quantities]
        case "date":
            found = [(d.span, f"{d.iso or '?'} {d.kind}") for d in reading.dates]
        case "direct" | "indirect":
            found = [(q.span, q.speaker or "?") for q in reading.quotes if q.type == family]
        case "claim":
            found = [(c.span, f"{c.kind} {c.who or '?'}") for c in reading.claims]
        case _:
            found = [(a.span, a.id) for a in reading.actors if a.kind == family]
    return sorted((span.start, span.end, said) for span, said in found)


@pytest.mark.parametrize("case", list(cases()), ids=lambda case: case.place)
def test_case(case: Case) -> None:
    reading = read(case.text, language=case.language, date=case.day)
    for family, wanted in case.wanted.items():
        assert show(case.text, items(reading, family)) == show(case.text, sorted(wanted)), case.place


def show(text: str, found: list[tuple[int, int, str]]) -> list[str]:
    return [f"{start}-{end} {text[start:end]!r} {said}" for start, end, said in found]


def test_there_are_cases() -> None:
    assert {case.language for case in cases()} >= {"en", "fr"}
