"""The HTML page: whole in itself, reachable by keyboard, and nothing of a statement becomes markup."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from entente.reporting.page import page
from entente.workspace import Settings, Workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(Settings(home=str(tmp_path_factory.mktemp("home"))))


def made(house: Workspace, text: str, lang: str = "en") -> html.HtmlElement:
    reading = house.read(text, language="fr", date=date(2015, 6, 3))
    return html.document_fromstring(page(reading, house.check(reading), lang))


@pytest.fixture(scope="module")
def example(house: Workspace) -> html.HtmlElement:
    return made(house, (ROOT / "examples" / "paris.fr.txt").read_text("utf-8"), "fr")


def test_it_needs_nothing_from_outside(example: html.HtmlElement) -> None:
    assert example.xpath("//script | //link | //img | //iframe | //object") == []
    assert [href for href in example.xpath("//@href | //@src") if not href.startswith("#")] == []
    assert "url(" not in example.xpath("string(//style)")
    assert "@import" not in example.xpath("string(//style)")


def test_marks_and_findings_lead_to_each_other(example: html.HtmlElement) -> None:
    ids = set(example.xpath("//@id"))
    targets = {href[1:] for href in example.xpath("//a/@href")}
    assert targets <= ids
    assert len(example.xpath("//div[contains(@class, 'finding')]")) > 8
    assert all(mark.get("aria-label") for mark in example.xpath("//a[contains(@class, 'mark')]"))


def test_it_says_its_language_and_the_statements(example: html.HtmlElement) -> None:
    assert example.get("lang") == "fr"
    assert example.xpath("//article/@lang") == ["fr"]
    assert example.xpath("//meta[@name='viewport']")


def test_the_statement_stands_in_it_whole(example: html.HtmlElement) -> None:
    for note in example.xpath("//article//sup"):
        note.drop_tree()
    said = " ".join(example.xpath("string(//article)").split())
    assert said == " ".join((ROOT / "examples" / "paris.fr.txt").read_text("utf-8").split())


def test_nothing_of_a_statement_becomes_markup(house: Workspace) -> None:
    text = 'Les États-Unis ont fourni <b onclick="x()">3,7 milliards de dollars</b> & <script>y</script> à la Syrie.'
    tree = made(house, text)
    assert tree.xpath("//script | //b") == []
    assert "<script>" in tree.xpath("string(//article)")
