"""The same claim across statements."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entente.checking.threads import threads
from entente.workspace import Settings, Workspace

STATEMENTS = [
    ("may", "en", "2015-05-20", "The United States has provided more than $3.5 billion in humanitarian aid for Syria."),
    ("june", "en", "2015-06-03", "The United States has provided nearly $3.7 billion in humanitarian aid for Syria."),
    ("juin", "fr", "2015-06-03", "Les États-Unis ont fourni près de 3,7 milliards de dollars d’aide à la Syrie."),
    ("slip", "en", "2015-06-10", "The United States has provided $3.2 billion in humanitarian aid for Syria."),
    ("other", "en", "2015-06-10", "Germany has provided more than $400 million in humanitarian aid for Syria."),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(Settings(home=str(tmp_path_factory.mktemp("home"))))


def test_a_claim_is_followed_through_time_and_languages(house: Workspace) -> None:
    readings = [
        house.read(text, language=language, date=date.fromisoformat(day), id=name)
        for name, language, day, text in STATEMENTS
    ]
    [thread] = [one for one in threads([(one, house.check(one)) for one in readings]) if one.check == "funding"]
    assert thread.who == "USA"
    assert [(one.statement, one.relation) for one in thread.mentions] == [
        ("may", "first"),
        ("juin", "raised"),
        ("june", "repeated"),
        ("slip", "lowered"),
    ]


def test_the_example_and_its_translation_share_their_claims(house: Workspace) -> None:
    examples = Path(__file__).resolve().parents[2] / "examples"
    readings = [
        house.read((examples / f"paris.{lang}.txt").read_text("utf-8"), language=lang, date=date(2015, 6, 3), id=lang)
        for lang in ("en", "fr")
    ]
    found = threads([(one, house.check(one)) for one in readings])
    assert {"funding", "displacement", "membership"} <= {thread.check for thread in found}


def test_claims_of_nobody_on_which_nothing_is_known_are_not_the_same(house: Workspace) -> None:
    said = ("Around 11 million girls may not return to school.", "Some 9 million people need help.")
    readings = [
        house.read(text, language="en", date=date(2015, 6, day), id=str(day)) for day, text in enumerate(said, 1)
    ]
    checked = [(one, house.check(one)) for one in readings]
    assert all(findings for _, findings in checked)
    assert threads(checked) == []
