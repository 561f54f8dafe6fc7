"""Checks on sentences of our own, from their words to a verdict, on the tables that come with Entente."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from entente.model.finding import Finding
from entente.workspace import Settings, Workspace


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(Settings(home=str(tmp_path_factory.mktemp("home"))))


def found(house: Workspace, text: str, language: str, day: str) -> list[Finding]:
    return house.check(house.read(text, language=language, date=date.fromisoformat(day)))


CASES = [
    # check, verdict, value, language, day, text
    ("funding", "confirmed", 772145649, "en", "2015-02-01",
     "In 2014 the United States paid $772 million into the regional plan for Syrian refugees."),
    ("funding", "contradicted", 772145649, "fr", "2015-02-01",
     "En 2014, les États-Unis ont versé 465 millions de dollars au plan régional pour les réfugiés syriens."),
    ("funding", "bounded", 1962769762, "en", "2015-06-03",
     "The United States has provided nearly $3.7 billion in humanitarian aid in response to the crisis in Syria."),
    ("rank", "confirmed", 1, "en", "2015-06-03",
     "Washington remains the largest single donor of humanitarian aid for Syria."),
    ("rank", "contradicted", 2, "en", "2017-02-01",
     "In 2016 the United States was the largest donor to the regional plan for Syrian refugees."),
    ("rank", "contradicted", 15, "fr", "2015-06-03",
     "La France est le deuxième donateur de l’aide humanitaire en Syrie."),
    ("share", "contradicted", "37.77", "en", "2015-12-31",
     "The European Union and its member states have given 12 percent of the funds of the regional plan for Syria."),
    ("share", "close", "11.74", "en", "2017-06-20",
     "At the end of 2016, Jordan was hosting one in ten Syrian refugees."),
    ("displacement", "confirmed", 3887490, "fr", "2015-03-01",
     "Fin 2014, près de 3,9 millions de Syriens étaient réfugiés à l’étranger."),
    ("displacement", "confirmed", 7632500, "en", "2015-03-01",
     "At the end of 2014, some 7.6 million people were displaced inside Syria."),
    ("displacement", "contradicted", 3596356, "fr", "2015-03-01",
     "Fin 2014, l’Irak comptait 9 millions de déplacés internes."),
    ("displacement", "close", 3887490, "en", "2015-03-01",
     "At the end of 2014 there were 4.1 million Syrian refugees."),
    ("membership", "confirmed", 60, "en", "2015-06-03",
     "The Global Coalition against Daesh counts more than 60 countries and international organisations."),
    ("membership", "contradicted", 66, "fr", "2016-08-24",
     "La coalition mondiale contre Daech compte plus de 80 membres."),
    ("said_before", "contradicted", 4500000000, "en", "2015-09-22",
     "Since 2011 the United States has given more than $5.4 billion of humanitarian aid for the crisis in Syria."),
    ("rate", "confirmed", 2205800, "fr", "2015-06-02",
     "La Belgique donnera 2 millions d’euros (environ 2,2 millions de dollars) au PAM."),
    ("coverage", "contradicted", "70.86", "en", "2015-02-10",
     "In 2014 the strategic response plan for Iraq was only 40 percent funded."),
    ("coverage", "confirmed", "283700000", "en", "2017-02-01",
     "The flash appeal for Iraq sought $284 million in 2016, and was heard."),
    ("coverage", "confirmed", "112880691", "fr", "2017-02-01",
     "En 2016, il manquait 113 millions de dollars au plan de réponse humanitaire pour l’Irak."),
    ("funding", "close", 105597155, "fr", "2017-02-01",
     "En 2016, le Canada a versé près de 115 millions de dollars au plan régional pour les réfugiés syriens."),
    ("coverage", "contradicted", "112880691", "en", "2017-02-01",
     "The humanitarian response plan for Iraq was short of $400 million in 2016."),
    ("coverage", "confirmed", "747664052", "en", "2017-02-01",
     "Donors gave $748 million for the humanitarian response plan for Iraq in 2016."),
    ("membership", "confirmed", 73, "en", "2017-07-20", "The Global Coalition against Daesh now has 73 members."),
    ("rank", "confirmed", 3, "en", "2015-07-01",
     "At the end of 2014 Jordan was among the top four countries hosting Syrian refugees."),
    ("rank", "contradicted", 3, "en", "2015-07-01",
     "At the end of 2014 Jordan was among the top two countries hosting Syrian refugees."),
    ("rank", "confirmed", 3, "en", "2015-07-01",
     "At the end of 2014 Jordan was one of the countries hosting the most Syrian refugees."),
    ("rank", "confirmed", 3, "fr", "2015-07-01",
     "Fin 2014, la Jordanie était l’un des pays accueillant le plus de réfugiés syriens."),
    ("displacement", "confirmed", 623112, "en", "2015-06-03",
     "Some 620,000 Syrian refugees are hosted by Jordan."),
    ("change", "close", "3.385852", "en", "2014-07-01", "The number of Syrian refugees quadrupled in 2013."),
    ("said_before", "confirmed", 5900000000, "en", "2016-10-20",
     "The United States has given nearly $5.9 billion of humanitarian aid since the Syrian crisis began."),
    ("rate", "close", 330870000, "en", "2015-06-02", "Italy will give €300 million, or about $370 million."),
]  # fmt: skip


@pytest.mark.parametrize(("check", "verdict", "value", "language", "day", "text"), CASES)
def test_a_sentence_gets_its_verdict(
    house: Workspace, check: str, verdict: str, value: int | str, language: str, day: str, text: str
) -> None:
    [finding] = [one for one in found(house, text, language, day) if one.check == check]
    assert finding.verdict == verdict
    assert finding.value is not None
    assert abs(finding.value - Decimal(value)) <= Decimal("0.01")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nearly nine million people in need in Iraq depend on assistance."),
        ("fr", "Pour les frappes aériennes, la France est le troisième contributeur de la coalition."),
    ],
)
def test_what_no_source_in_hand_counts_is_silent(house: Workspace, language: str, text: str) -> None:
    assert {finding.verdict for finding in found(house, text, language, "2015-06-03")} <= {"silent"}


def test_a_meeting_on_another_day_is_contradicted(house: Workspace) -> None:
    right, wrong = (
        found(house, f"The Small Group of the Global Coalition met in Paris on {day} June 2015.", "en", "2015-06-05")
        for day in (2, 4)
    )
    assert [one.verdict for one in right if one.check == "meeting"] == ["confirmed"]
    assert [one.verdict for one in wrong if one.check == "meeting"] == ["contradicted"]


def test_a_figure_that_one_check_answers_is_not_silent_by_another(house: Workspace) -> None:
    text = "Donors gave $748 million for the humanitarian response plan for Iraq in 2016."
    assert [(one.check, one.verdict) for one in found(house, text, "en", "2017-02-01")] == [("coverage", "confirmed")]


def test_a_time_that_begins_in_the_year_of_the_statement(house: Workspace) -> None:
    text = "Since January 2015 the United States has given more than $300 million to the regional plan for Syria."
    [funding] = [one for one in found(house, text, "en", "2015-02-20") if one.check == "funding"]
    assert (funding.verdict, funding.value) == ("confirmed", 725202248)


def test_what_a_regional_plan_received_is_told_by_flows(house: Workspace) -> None:
    text = "In 2016 the regional plan for Syrian refugees received $914 million for Lebanon."
    assert {one.check for one in found(house, text, "en", "2017-02-01")} == {"funding"}


def test_the_words_that_choose_are_quoted(house: Workspace) -> None:
    [finding] = found(
        house, "Washington reste le premier donateur, à titre individuel, de l’aide en Syrie.", "fr", "2015-06-03"
    )
    first, union, *_ = finding.readings
    assert first.answer.because == "à titre individuel"
    assert (first.verdict, union.verdict) == ("confirmed", "contradicted")


def test_every_number_found_names_its_rows(house: Workspace) -> None:
    for _, _, _, language, day, text in CASES:
        for finding in found(house, text, language, day):
            for one in finding.readings:
                assert one.answer.value is None or one.answer.evidence
