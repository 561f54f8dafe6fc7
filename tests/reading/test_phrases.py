"""Phrases: how far a body's name goes on either side of its head."""

from __future__ import annotations

import pytest

from entente import plugins
from entente.reading.actors.mentions import Mention, Mentions
from entente.reading.actors.phrases import after, before, complement, grammar, purpose
from entente.reading.read import open_page


@pytest.mark.parametrize(
    ("code", "text", "head", "rest"),
    [
        ("en", "the Office for Rivers and Lakes said", "Office", " for Rivers and Lakes"),
        ("en", "the Office of Rivers, Lakes, and Ponds said", "Office", " of Rivers, Lakes, and Ponds"),
        ("en", "the Office of Rivers, the village and Ponds", "Office", " of Rivers"),
        ("en", "the Council on Friday", "Council", ""),
        ("en", "the Council President", "Council", ""),
        (
            "fr",
            "la Commission nationale des Rivières et des Lacs a dit",
            "Commission",
            " nationale des Rivières et des Lacs",
        ),
        ("fr", "le Conseil et la Commission", "Conseil", ""),
        ("fr", "la Commission Tremblay", "Commission", ""),
        ("fr", "le Comité économique et social a dit", "Comité", " économique et social"),
        ("fr", "l’Agence nationale de l’eau a dit", "Agence", " nationale de l’eau"),
        ("es", "el Consejo Nacional de Ríos y Lagos dijo", "Consejo", " Nacional de Ríos y Lagos"),
    ],
)
def test_a_name_goes_on_after_its_head(code: str, text: str, head: str, rest: str) -> None:
    page = open_page(text, language=plugins.language(code))
    start = text.index(head) + len(head)
    end = after(page, grammar(page.language), Mentions(len(text)), start, strong=True)
    assert text[start:end] == rest


def test_a_name_ends_before_another_body() -> None:
    text = "the Office of Rivers and Unicorns"
    page = open_page(text, language=plugins.language("en"))
    found = Mentions(len(text))
    found.add(Mention(text.index("Unicorns"), len(text), "organisation", "U", "test"))
    assert text[: after(page, grammar(page.language), found, 10, strong=True)] == "the Office of Rivers"


@pytest.mark.parametrize(
    ("text", "head", "name"),
    [
        ("today the Inner Harbour Board met", "Board", "Inner Harbour Board"),
        ("at the Wood and Water Board", "Board", "Wood and Water Board"),
        ("Norway and Water Board", "Board", "Water Board"),
        ("Ottawa’s Harbour Board", "Board", "Harbour Board"),
        ("They left. Harbour Board", "Board", "Harbour Board"),
        ("In Harbour\nBoard", "Board", "Board"),
    ],
)
def test_a_name_begins_before_its_head(text: str, head: str, name: str) -> None:
    page = open_page(text, language=plugins.language("en"))
    start = text.index(head)
    assert text[before(page, grammar(page.language), start) : start + len(head)] == name


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("le Conseil de la magistrature", " de la magistrature"),
        ("le Conseil de prendre acte", ""),
        ("le Conseil de sa famille", ""),
        ("le Conseil des anciens généraux", " des anciens"),
    ],
)
def test_a_complement_may_have_no_capital(text: str, rest: str) -> None:
    page = open_page(text, language=plugins.language("fr"))
    start = text.index("Conseil") + len("Conseil")
    assert text[start : complement(page, grammar(page.language), start)] == rest


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("le ministère des affaires étrangères a dit", "affaires étrangères"),
        ("le ministère de la Santé et de l’Action sociale", "Santé et de l’Action sociale"),
        ("le ministère a dit", ""),
    ],
)
def test_what_a_ministry_is_for(text: str, said: str) -> None:
    page = open_page(text, language=plugins.language("fr"))
    start, end = purpose(page, grammar(page.language), Mentions(len(text)), text.index("ministère") + len("ministère"))
    assert text[start:end] == said
