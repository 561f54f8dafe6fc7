"""The gazetteer: its tables are whole, and each name stands for what it should."""

from __future__ import annotations

import re

import pytest

from entente import plugins
from entente.reading.actors.gazetteer import adjectives, body, coalitions, given_names, names, strangers, titles
from entente.reference import rows

LANGUAGES = ("en", "fr", "es")
UNIONS = {"-", "EU", "YUG", "SUN", "CSK", "DDR"}  # rows of countries.tsv that are no country of today


def test_every_row_of_the_tables_is_whole() -> None:
    codes = {row[0] for row in rows("territories.tsv")}
    assert {len(row) for row in rows("territories.tsv")} == {15}
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    for row in rows("countries.tsv"):
        assert row[0] in codes | UNIONS, row
        assert row[1] in LANGUAGES, row
        assert row[0] == "-" or len(row) == 5, row
    for row in rows("organisations.tsv"):
        assert len(row) == 6, row
        assert row[1] in ("organisation", "group"), row
        assert not row[2] or row[2] in codes, row
        assert any(row[3:]), row


def test_no_row_stands_twice() -> None:
    keys = [tuple(row[:2]) for row in rows("countries.tsv")]
    assert len(keys) == len(set(keys))
    bodies = [tuple(row[:3]) for row in rows("organisations.tsv")]
    assert sorted(bodies) == sorted(set(bodies))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_country_has_a_name(code: str) -> None:
    named = {sense.id for entry in names(plugins.language(code)) for sense in entry.value if sense.kind == "country"}
    assert named >= {row[0] for row in rows("territories.tsv")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_name_has_one_sense_an_actor(code: str) -> None:
    for entry in names(plugins.language(code)):
        senses = [(sense.kind, sense.id) for sense in entry.value]
        assert len(senses) == len(set(senses)), entry.form


def test_adjectives_lead_to_their_country() -> None:
    assert adjectives(plugins.language("fr"))["irakienne"] == "IRQ"
    assert adjectives(plugins.language("en"))["u.s."] == "USA"
    assert adjectives(plugins.language("es"))["alemanas"] == "DEU"


def test_a_body_is_known_whatever_its_punctuation() -> None:
    sense = body(plugins.language("en"), "Food and Drug Administration")
    assert sense is not None
    assert sense.id == "FDA"
    assert body(plugins.language("en"), "France") is None


def test_a_coalition_is_known_by_its_own_file() -> None:
    ids = {str(coalition["id"]) for coalition in coalitions()}
    assert "Global Coalition" in ids
    assert all(row[0] not in ("Global Coalition", "ISIS") for row in rows("organisations.tsv"))


def test_word_lists_are_read_without_their_comments() -> None:
    assert "written" not in given_names()
    assert {"amina", "ousmane", "zeljko", "xiomara"} <= given_names()
    assert "#" not in " ".join(titles(plugins.language("fr")))
    assert all(strangers(code) for code in LANGUAGES)
    assert not any(strangers("xx"))
