"""All that Entente says has its French, with the same places to fill."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.model.figure import Bound
from entente.model.finding import Verdict
from entente.text.say import french, say

SOURCE = Path(__file__).resolve().parents[2] / "src" / "entente"
FAULTS = {"Fault", "Unreadable", "StrangeRow", "Unusable", "Refused"}


def templates() -> Iterator[tuple[str, str]]:
    """Every template in the code, with the place where it stands."""
    for file in sorted(SOURCE.rglob("*.py")):
        place = str(file.relative_to(SOURCE))
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for text in spoken(node):
                yield text, f"{place}:{getattr(node, 'lineno', 0)}"


def spoken(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "SUMMARY" for t in node.targets):
        yield from literals(node.value)
    if not isinstance(node, ast.Call):
        return
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name in ("say", "Phrase") and node.args:
        yield from literals(node.args[0])
    if name in FAULTS and len(node.args) > 1:
        yield from literals(node.args[1])
        yield from (text for word in node.keywords if word.arg == "hint" for text in literals(word.value))


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression may be: a literal, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


SAME = {"", "{message}", "{prog} --help", "{name}"}  # templates without a word in them


@pytest.mark.parametrize(("template", "place"), [(t, p) for t, p in templates() if t not in SAME])
def test_a_template_has_its_french(template: str, place: str) -> None:
    assert template in french(), place
    assert places(french()[template]) == places(template)


@pytest.mark.parametrize("word", [*map(str, Verdict), *map(str, Bound)])
def test_verdicts_and_bounds_have_their_french(word: str) -> None:
    assert word in french()


def test_a_template_is_filled_in_both_languages() -> None:
    assert say("try: {hint}", "fr", hint="x") == "essayez : x"
    assert say("try: {hint}", "en", hint="x") == "try: x"
    assert say("no French for this {x}", "fr", x=1) == "no French for this 1"
