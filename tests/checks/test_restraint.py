"""What must not be contradicted: people who move or are helped, days between two counts, two gifts that are two."""

from __future__ import annotations

from datetime import date

import pytest

from entente.model.finding import Finding, Verdict
from entente.reporting.phrases import phrase
from entente.workspace import Settings, Workspace


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace(Settings(home=str(tmp_path_factory.mktemp("home"))))


def found(house: Workspace, text: str, language: str, day: str = "2015-06-03") -> dict[str, Finding]:
    findings = house.check(house.read(text, language=language, date=date.fromisoformat(day)))
    return {finding.check: finding for finding in findings}


def is_silent(findings: dict[str, Finding], check: str) -> bool:
    """Whether a check says nothing, or that nothing is known."""
    return check not in findings or findings[check].verdict is Verdict.SILENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last year the United States resettled 1,700 Syrian refugees."),
        ("en", "The fighting of May left 210,000 newly displaced people in Iraq."),
        ("en", "The agency provides winter housing for 40,000 Syrian refugees."),
        ("en", "Sweden is on track to host 30,000 Syrian refugees."),
        ("en", "Some 12,000 migrants in Iraq live beside displaced families."),
        ("en", "Doctors vaccinated 90,000 displaced people in Syria."),
        ("fr", "L’an dernier, la France a réinstallé 1 200 réfugiés syriens."),
        ("fr", "Les combats de mai ont fait 210 000 nouveaux déplacés en Irak."),
        ("fr", "Ce programme finance des soins pour 40 000 réfugiés syriens."),
        ("fr", "La Suède devrait compter 30 000 réfugiés syriens."),
        ("es", "El año pasado España fue país de acogida tras el reasentamiento de 700 refugiados sirios."),
    ],
)
def test_people_who_move_or_are_helped_are_no_stock(house: Workspace, language: str, text: str) -> None:
    findings = found(house, text, language)
    assert is_silent(findings, "displacement")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 300,000 people are displaced in northern Iraq."),
        ("en", "A camp in Jordan shelters 80,000 Syrian refugees."),
        ("fr", "Quelque 300 000 personnes sont déplacées dans le nord de l’Irak."),
        ("en", "The displaced people of Iraq, including 200,000 people displaced from Mosul, want to go home."),
    ],
)
def test_of_a_part_of_a_country_the_whole_is_a_ceiling(house: Workspace, language: str, text: str) -> None:
    assert found(house, text, language)["displacement"].verdict is Verdict.BOUNDED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "This money from the United States helps the four million refugees who are hosted across Africa."),
        ("fr", "Cet argent va aux quatre millions de réfugiés que compte l’Afrique."),
    ],
)
def test_a_continent_is_no_country(house: Workspace, language: str, text: str) -> None:
    findings = found(house, text, language)
    assert is_silent(findings, "displacement")


def test_those_who_are_hosted_are_not_hosted_by_whoever_speaks_of_them(house: Workspace) -> None:
    finding = found(house, "The United States salutes the 1.2 million Syrian refugees hosted in Lebanon.", "en")
    words = str(finding["displacement"].readings[0].answer.words)
    assert "LBN" in words
    assert "USA" not in words


def test_those_who_join_are_not_all_members(house: Workspace) -> None:
    findings = found(house, "The Global Coalition against Daesh grew, adding 4 members in spring.", "en")
    assert "membership" not in findings


def test_north_in_the_name_of_a_country_is_no_part_of_it(house: Workspace) -> None:
    finding = found(house, "At the end of 2014 there were 616,000 refugees from South Sudan.", "en")["displacement"]
    assert finding.verdict in (Verdict.CONFIRMED, Verdict.SILENT)


def test_a_day_within_a_year_lies_between_two_counts(house: Workspace) -> None:
    text = "There are 4.3 million Syrian refugees."
    between = found(house, text, "en", "2015-08-01")["displacement"]
    assert between.verdict is Verdict.BOUNDED
    assert between.reading is not None
    assert between.reading.answer.ceiling is not None
    at_the_end = found(house, "At the end of 2014 there were 4.3 million Syrian refugees.", "en", "2015-08-01")
    assert at_the_end["displacement"].verdict is Verdict.CLOSE


def test_what_lies_outside_both_counts_is_contradicted(house: Workspace) -> None:
    finding = found(house, "There are 9 million Syrian refugees.", "en", "2015-08-01")["displacement"]
    assert finding.verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("said", "first"),
    [("3.6 million", "UNHCR"), ("3.3 million", "IDMC")],
)
def test_of_two_sources_the_one_that_bears_a_claim_out_comes_first(house: Workspace, said: str, first: str) -> None:
    text = f"At the end of 2014 Iraq had {said} internally displaced people."
    finding = found(house, text, "en")["displacement"]
    assert finding.verdict is Verdict.CONFIRMED
    assert finding.reading is not None
    assert first in str(finding.reading.answer.words)


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        (
            "Norway gave Lebanon $12 million for schools. Norway also gave Lebanon $7 million to mend pumps.",
            False,
        ),
        ("Norway will give Lebanon $12 million for schools. Norway will give Lebanon $7 million for schools.", False),
        ("Norway pledged $12 million to Lebanon. The $7 million that Norway pledged to Lebanon are for schools.", True),
        ("Norway has given Lebanon $12 million for schools. So Norway has given Lebanon $7 million for schools.", True),
    ],
)
def test_two_gifts_are_two_and_one_told_twice_is_one(house: Workspace, text: str, repeated: bool) -> None:
    assert ("repeated" in found(house, text, "en")) is repeated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Between 2014 and 2015 the United Kingdom {} what it pays into the regional plan for Syrian refugees."),
        ("fr", "Les versements du Royaume-Uni au plan régional 3RP ont {} entre 2014 et 2015."),
    ],
)
def test_a_multiple_is_held_to_its_hedge(house: Workspace, language: str, text: str) -> None:
    plain, over = {"en": ("doubled", "more than doubled"), "fr": ("doublé", "plus que doublé")}[language]
    ratio = found(house, text.format(plain), language, "2016-02-15")["change"].value
    assert ratio is not None
    verdict = found(house, text.format(over), language, "2016-02-15")["change"].verdict
    assert (verdict in (Verdict.CONFIRMED, Verdict.BOUNDED)) is (ratio >= 2)


def test_nothing_is_named_that_would_not_tell(house: Workspace) -> None:
    [note] = found(house, "The United States has provided $88 million in security assistance to Fiji.", "en")[
        "funding"
    ].notes
    assert note.template == "no source that Entente reads tells this"
    [note] = found(house, "The United States has provided $88 million in humanitarian aid to Fiji.", "en")[
        "funding"
    ].notes
    assert dict(note.values) == {"source": "fts"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Over the past year, the flow of foreign fighters into Syria and Iraq is down 90 percent."),
        (
            "en",
            "That number, triple that of 2013, shows how firmly Canada means in 2014 to welcome the Syrian refugees.",
        ),
        (
            "fr",
            "En 2014, ce chiffre a triplé, et la Suède tiendra sa promesse d’ouvrir ses écoles aux réfugiés syriens.",
        ),
    ],
)
def test_a_change_of_something_else_is_none_of_people_or_money(house: Workspace, language: str, text: str) -> None:
    findings = found(house, text, language)
    assert is_silent(findings, "change")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mali needs help. In 2014 the United States gave $200 million in humanitarian assistance."),
        (
            "fr",
            "Le Mali a faim. En 2014, les États-Unis ont donné 200 millions de dollars d’aide humanitaire.",
        ),
    ],
)
def test_a_sum_without_a_place_may_be_meant_for_the_country_spoken_of(
    house: Workspace, language: str, text: str
) -> None:
    findings = found(house, text, language)
    assert findings["funding"].verdict is Verdict.SILENT


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "At the end of 2014 the neighbours, mainly Lebanon and Turkey, hosted 3.7 million refugees from Syria.",
        ),
        ("fr", "Fin 2014, 3,7 millions de réfugiés syriens étaient enregistrés dans la région."),
    ],
)
def test_the_region_is_the_neighbours_of_the_crisis(house: Workspace, language: str, text: str) -> None:
    finding = found(house, text, language)["displacement"]
    assert finding.verdict is Verdict.CONFIRMED
    assert "EGY" in str(finding.readings[0].answer.words)


def test_those_who_fled_somewhere_are_a_part_of_those_who_are_there(house: Workspace) -> None:
    finding = found(house, "Quelque 400 000 personnes se sont réfugiées au Liban et en Jordanie.", "fr")["displacement"]
    assert finding.verdict is Verdict.BOUNDED


def test_the_name_of_a_country_holds_no_people(house: Workspace) -> None:
    text = "Près de 300 000 réfugiés se trouvent en République démocratique du Congo et en République centrafricaine."
    finding = found(house, text, "fr")["displacement"]
    assert not any("of CAF" in str(one.answer.words) for one in finding.readings)


def test_what_is_still_so_is_of_the_day_and_not_of_its_cause(house: Workspace) -> None:
    text = "There are still some 3.9 million Syrian refugees abroad from a war that began four years ago."
    finding = found(house, text, "en", "2015-01-20")["displacement"]
    assert finding.verdict is Verdict.CONFIRMED


def test_a_time_that_is_to_come_has_not_been_counted(house: Workspace) -> None:
    text = "Iraq counts 3.6 million internally displaced people and asks for help in its plan for 2015 to 2030."
    assert found(house, text, "en", "2015-01-20")["displacement"].verdict is Verdict.CONFIRMED


def test_of_two_places_in_an_order_the_first_is_meant(house: Workspace) -> None:
    text = "At the end of 2014 Lebanon hosted the third largest number of Syrian refugees, the second of pupils."
    finding = found(house, text, "en", "2015-03-01")["rank"]
    assert finding.readings[0].answer.unit == "rank"
    assert finding.verdict is Verdict.CONTRADICTED  # it was the second, and the claim is of the third


@pytest.mark.parametrize(
    ("language", "text", "reading"),
    [
        ("en", "Donors pledged US$2 million. Over 2.2 million refugees from Syria found safety.", "of Syria"),
        (
            "en",
            "The fighting in Syria goes on, and there are 3.8 million refugees in neighbouring countries.",
            "of Syria in Lebanon",
        ),
    ],
)
def test_a_dollar_is_nobody_and_neighbours_are_not_whom_they_fled(
    house: Workspace, language: str, text: str, reading: str
) -> None:
    words = report_of(found(house, text, language)["displacement"])
    assert reading in words
    assert "United States" not in words


def report_of(finding: Finding) -> str:
    """The reading of a finding in English."""
    assert finding.reading is not None
    return phrase(finding.reading.answer.words, "en")


def test_who_pays_for_hosting_does_not_host(house: Workspace) -> None:
    text = "Germany provided $90 million for Jordan to host tens of millions of refugees."
    assert is_silent(found(house, text, "en"), "displacement")


def test_a_share_of_the_population_is_no_place_among_numbers(house: Workspace) -> None:
    text = "Lebanon has the highest proportion of refugees to population in the world."
    assert is_silent(found(house, text, "en"), "rank")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Over 95 per cent of Syrian refugees are hosted by five countries."),
        ("en", "One Syrian in two has been displaced."),
        ("fr", "Plus de 95 % des réfugiés syriens sont accueillis par cinq pays."),
    ],
)
def test_a_share_of_a_people_is_none_of_the_world(house: Workspace, language: str, text: str) -> None:
    assert is_silent(found(house, text, language), "share")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kuwait is the largest Arab donor to the Syrian crisis."),
        ("fr", "Le Koweït est le premier donateur arabe de la crise syrienne."),
    ],
)
def test_the_first_of_some_is_not_held_against_all(house: Workspace, language: str, text: str) -> None:
    assert is_silent(found(house, text, language), "rank")


def test_a_plan_may_have_been_worse_funded_while_its_year_ran(house: Workspace) -> None:
    for said, verdict in (("40", Verdict.BOUNDED), ("90", Verdict.CONTRADICTED)):
        text = f"The strategic response plan for Iraq is only {said} percent funded."
        assert found(house, text, "en", "2014-06-03")["coverage"].verdict is verdict
    text = "In 2014 the strategic response plan for Iraq was only 40 percent funded."
    assert found(house, text, "en", "2015-02-10")["coverage"].verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Japan is one of the largest donors", Verdict.CONFIRMED),
        ("France is one of the largest donors", Verdict.CONTRADICTED),
        ("The EU and the United States are the two largest donors", Verdict.CONFIRMED),
        ("Japan and the United States are the two largest donors", Verdict.CONTRADICTED),
    ],
)
def test_one_of_the_largest_is_not_held_to_the_first_place(house: Workspace, said: str, verdict: Verdict) -> None:
    assert found(house, f"{said} of humanitarian aid for Syria.", "en")["rank"].verdict is verdict


def test_who_has_most_refugees_hosts_them_or_lost_them(house: Workspace) -> None:
    for country in ("Syria", "Turkey"):
        finding = found(house, f"{country} has the highest number of refugees in the world.", "en")["rank"]
        assert finding.verdict is Verdict.CONFIRMED


def test_who_fled_to_a_country_is_not_displaced_within_it(house: Workspace) -> None:
    text = "Of the displaced, nearly four million were forced to flee to Lebanon and Jordan."
    findings = found(house, text, "en")
    assert is_silent(findings, "displacement") or "refugees in Lebanon" in report_of(findings["displacement"])


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "Un milliard d’euros pour la Syrie"), ("en", "One billion euros for Syria")],
)
def test_a_heading_with_a_sum_says_of_nobody_that_he_gave_it(house: Workspace, language: str, text: str) -> None:
    assert is_silent(found(house, text, language), "funding")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Global Coalition met in Rome. The programme trained over 200 community members each week."),
        ("en", "Norway joined the Global Coalition for Clean Rivers, which has brought together over 100 countries."),
        ("fr", "La Norvège a rejoint la Coalition mondiale pour les Rivières, qui réunit plus de 100 pays."),
    ],
)
def test_members_of_another_body_are_not_counted_for_ours(house: Workspace, language: str, text: str) -> None:
    assert is_silent(found(house, text, language), "membership")


def test_two_sums_in_one_breath_are_no_repetition(house: Workspace) -> None:
    text = "Norway gave Niger the allocation of $2 million of the $11 million in water funding for Niger."
    assert "repeated" not in found(house, text, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fifteen countries in the world saw an increase of at least 25,000 refugees."),
        ("fr", "Quinze pays du monde ont connu une hausse de 25 000 réfugiés."),
    ],
)
def test_by_how_much_a_number_grew_is_no_stock(house: Workspace, language: str, text: str) -> None:
    assert is_silent(found(house, text, language), "displacement")


def test_the_refugees_of_the_world_are_a_floor_without_those_of_unrwa(house: Workspace) -> None:
    text = "There were 26 million refugees in the world at the end of 2014."
    assert found(house, text, "en", "2015-06-03")["displacement"].verdict in (Verdict.BOUNDED, Verdict.SILENT)


def test_whom_people_flee_is_where_they_come_from(house: Workspace) -> None:
    text = "By the end of 2014, 3.9 million refugees had been forced to flee Syria."
    assert "refugees of Syria" in report_of(found(house, text, "en")["displacement"])


@pytest.mark.parametrize("name", ["Global Coalition to Defeat Daesh", "Global Coalition against Daesh"])
def test_members_of_our_body_are_counted_by_any_of_its_names(house: Workspace, name: str) -> None:
    assert found(house, f"The {name} counts 65 members.", "en", "2015-12-02")["membership"].verdict is Verdict.CONFIRMED
