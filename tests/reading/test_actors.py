"""Actors: the score on the annotated statements, and what the cases cannot say."""

from __future__ import annotations

import json

import pytest

from entente import plugins
from entente.model.reading import Actor
from entente.reading.actors import actors
from entente.reading.read import open_page
from tests.shared import shared


def read(text: str, code: str = "en") -> list[Actor]:
    return actors(open_page(text, language=plugins.language(code)))


def named(text: str, code: str = "en") -> list[tuple[str, str]]:
    return [(found.span.cut(text), found.id) for found in read(text, code)]


def test_actors_come_in_the_order_of_the_text() -> None:
    text = "Ms Ada Quill of the World Bank met Chad’s President Ousmane Barka; the Bank will lend to Chad."
    assert [found.id for found in read(text)] == [
        "Ada Quill",
        "World Bank",
        "TCD",
        "Ousmane Barka",
        "World Bank",
        "TCD",
    ]


@pytest.mark.parametrize("space", ["\u00a0", " "])
def test_names_are_spaced_as_they_were_published(space: str) -> None:
    text = f"M.{space}Dupré a vu Jean{space}Dupré, et les États-Unis{space}d’Amérique."
    assert [found.id for found in read(text, "fr")] == ["Jean Dupré", "Jean Dupré", "USA"]


def test_a_line_break_parts_names() -> None:
    assert named("Aid for Ukraine\nThe Harbour Commission met") == [
        ("Ukraine", "UKR"),
        ("Harbour Commission", "Harbour Commission"),
    ]


def test_an_actor_tells_its_rule() -> None:
    text = "Oslo has said that Norway, its Government, the Quay Board (QB) and Mr Lars Wold agree. QB and Wold left."
    assert [found.rule for found in read(text)] == [
        "capital",
        "country",
        "government",
        "head",
        "acronym",
        "person",
        "acronym",
        "part",
    ]


def test_an_ambiguous_acronym_goes_to_the_country_that_is_named() -> None:
    assert named("The ADF sailed from Australia.")[0] == ("ADF", "ADF")
    assert named("The ADF raided Beni, DRC.")[0] == ("ADF", "Allied Democratic Forces")


def test_a_short_form_points_to_the_nearest_name_with_its_head() -> None:
    text = "The Council of Europe wrote to the Security Council; the Council replied."
    assert named(text)[-1] == ("Council", "UNSC")


def test_a_small_word_is_no_part_of_a_name() -> None:
    text = "Samantha Power spoke of power and left; Power smiled."
    assert named(text) == [("Samantha Power", "Samantha Power")]


def test_a_language_without_names_reads_nothing() -> None:
    from dataclasses import replace

    from entente.languages import NameWords

    silent = replace(plugins.language("en"), code="xx", names=NameWords())
    assert actors(open_page("France and Mr Smith of UNICEF", language=silent)) == []


@pytest.mark.parametrize(
    "text", ["", "\n", "(", "’", "U.", "M.", "\ud800 Mr \ud800", "مرحبا", "(A)", "the ", "Ministry of"]
)
def test_scraps_hold_no_actor(text: str) -> None:
    assert [read(text, code) for code in ("en", "fr", "es")] == [[], [], []]


FLOORS = {"country": 0.98, "organisation": 0.95, "person": 0.95}


def test_actors_are_found_in_the_annotated_statements() -> None:
    right = dict.fromkeys(FLOORS, 0)
    wanted, made = dict(right), dict(right)
    kinds = {"country": "country", "organisation": "organisation", "group": "organisation", "person": "person"}
    for file in sorted(shared("gold/dev").glob("*.json")):
        gold = json.loads(file.read_text("utf-8"))
        found = {(actor.span.start, actor.span.end): kinds[actor.kind] for actor in read(gold["text"], gold["lang"])}
        for actor in gold["actors"]:
            wanted[kinds[actor["kind"]]] += 1
        for kind in found.values():
            made[kind] += 1
        for actor in gold["actors"]:
            met = [
                span
                for span, kind in found.items()
                if kind == kinds[actor["kind"]] and span[0] < actor["end"] and actor["start"] < span[1]
            ]
            if met:
                right[found.pop(met[0])] += 1
    assert sum(wanted.values()) > 500
    for kind, floor in FLOORS.items():
        assert 2 * right[kind] / (wanted[kind] + made[kind]) >= floor, kind
