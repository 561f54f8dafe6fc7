"""The facts that come with Entente, asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.ledger import Facts, coalitions
from entente.model.coalition import Crisis
from entente.model.facts import Coverage

PARIS = date(2015, 6, 2)


@pytest.fixture(scope="module")
def facts() -> Facts:
    return Facts()


@pytest.fixture(scope="module")
def syria() -> Crisis:
    [crisis] = [crisis for known in coalitions() for crisis in known.crises if crisis.id == "SYR"]
    return crisis


@pytest.mark.parametrize(("year", "paid"), [(2013, 465_421_865), (2014, 772_145_649), (2015, 725_202_248)])
def test_the_us_paid_the_regional_plans(facts: Facts, syria: Crisis, year: int, paid: int) -> None:
    total = facts.given(["USA"], years=range(year, year + 1), plans=syria.plans["regional"])
    assert (total.value, total.unit, total.coverage) == (paid, "USD", Coverage.COMPLETE)


def test_years_of_which_no_row_is_in_hand_make_a_floor(facts: Facts, syria: Crisis) -> None:
    total = facts.given(["USA"], years=range(2012, 2016), plans=syria.plans["regional"])
    assert (total.value, total.coverage, total.missing) == (1_962_769_762, Coverage.FLOOR, (2012,))


def test_places_alone_are_a_floor(facts: Facts, syria: Crisis) -> None:
    total = facts.given(None, years=range(2015, 2016), places=syria.places)
    assert total.coverage is Coverage.FLOOR


def test_a_plan_that_nobody_knows_has_no_value(facts: Facts) -> None:
    total = facts.given(["USA"], years=range(2015, 2016), plans="no such plan")
    assert (total.value, total.coverage, total.evidence) == (None, Coverage.NONE, ())


def test_a_donor_who_paid_nothing_into_a_plan_in_hand_gave_nought(facts: Facts, syria: Crisis) -> None:
    total = facts.given(["FJI"], years=range(2015, 2016), plans=syria.plans["regional"])
    assert (total.value, total.coverage) == (0, Coverage.COMPLETE)


def test_a_plan_in_one_country(facts: Facts, syria: Crisis) -> None:
    total = facts.given(None, years=range(2015, 2016), plans=syria.plans["regional"], places=["LBN"])
    assert total.value == 998_883_788


def test_evidence_names_the_rows(facts: Facts, syria: Crisis) -> None:
    total = facts.given(["DEU"], years=range(2015, 2016), plans=syria.plans["regional"])
    [evidence] = total.evidence
    assert (evidence.table, evidence.source, evidence.rows) == ("flows", "fts", 6)
    assert all(place.startswith("reference/flows.csv:") for place in evidence.places)


@pytest.mark.parametrize(("year", "first"), [(2013, "USA"), (2014, "USA"), (2015, "USA"), (2016, "DEU")])
def test_who_paid_most(facts: Facts, syria: Crisis, year: int, first: str) -> None:
    ranking = facts.ranking(years=range(year, year + 1), plans=syria.plans["regional"])
    assert (ranking.lines[0].id, ranking.lines[0].rank) == (first, 1)
    assert ranking.of("") is None


def test_the_eu_and_its_members_together_paid_more_over_three_years(facts: Facts, syria: Crisis) -> None:
    members = facts.members("EU", PARIS).states
    ranking = facts.ranking(
        years=range(2013, 2016),
        plans=syria.plans["regional"],
        together=dict.fromkeys((*members, "EU"), "all of the EU"),
    )
    assert [line.id for line in ranking.lines[:2]] == ["all of the EU", "USA"]


@pytest.mark.parametrize(("day", "members"), [(date(2013, 6, 30), 27), (PARIS, 28), (date(2020, 2, 1), 27)])
def test_a_history_of_members_is_asked_as_of_a_day(facts: Facts, day: date, members: int) -> None:
    assert len(facts.members("EU", day).states) == members


@given(first=st.integers(2013, 2016), length=st.integers(1, 4))
@settings(max_examples=12, deadline=None)
def test_years_add_up(first: int, length: int) -> None:
    facts, years = Facts(), range(first, min(first + length, 2017))
    whole = facts.given(None, years=years, plans="(?i)regional refugee").value
    parts = [facts.given(None, years=range(year, year + 1), plans="(?i)regional refugee").value for year in years]
    assert whole == sum(part or 0 for part in parts)


def test_the_ranking_adds_up_to_what_named_donors_gave(facts: Facts, syria: Crisis) -> None:
    ranking = facts.ranking(years=range(2014, 2015), plans=syria.plans["regional"])
    everyone = facts.given(None, years=range(2014, 2015), plans=syria.plans["regional"]).value
    unnamed = facts.given([""], years=range(2014, 2015), plans=syria.plans["regional"]).value
    assert sum(line.value for line in ranking.lines) + (unnamed or 0) == everyone


def test_people_by_source(facts: Facts) -> None:
    assert facts.people("refugees", year=2014, born=["SYR"]).value == 3_887_490
    assert facts.people("idps", year=2014, born=["SYR"]).value == 7_632_500
    assert facts.people("idps", year=2014, born=["IRQ"]).value == 3_596_356
    assert facts.people("idps", year=2014, born=["IRQ"], source="idmc").value == 3_276_000


def test_people_by_origin_and_asylum(facts: Facts) -> None:
    assert facts.people("refugees", year=2015, born=["SYR"], asylum=["LBN"]).value == 1_062_690
    assert facts.people(["refugees", "asylum_seekers"], year=2014, born=["SYR"]).value == 3_967_139


def test_people_of_whom_no_row_is_in_hand(facts: Facts) -> None:
    total = facts.people("refugees", year=2016, born=["SSD"])
    assert (total.value, total.coverage) == (None, Coverage.NONE)
    assert facts.people("refugees", year=2015).coverage is Coverage.FLOOR


def test_the_first_host_of_syrians(facts: Facts) -> None:
    ranking = facts.people_ranking("refugees", by="asylum", year=2015, born=["SYR"])
    assert (ranking.lines[0].id, ranking.lines[0].value, ranking.coverage) == ("TUR", 2_503_549, Coverage.FLOOR)


def test_what_a_plan_asked_for_and_got(facts: Facts, syria: Crisis) -> None:
    need = facts.requirement(plans="^HIRQ14$")
    assert (need.required, need.funded, need.coverage) == (1_113_276_782, 788_873_272, Coverage.COMPLETE)
    regional = facts.requirement(plans=syria.plans["regional"], year=2015)
    assert (regional.required, regional.coverage) == (4_191_355_391, Coverage.FLOOR)
    assert facts.requirement(plans="no such plan").coverage is Coverage.NONE


def test_money_outside_plans_is_asked_for_by_name(facts: Facts) -> None:
    inside = facts.requirement(places=["SYR"], year=2015).funded
    everything = facts.requirement(places=["SYR"], year=2015, in_plans=False).funded
    assert (inside, everything) == (1_246_812_875, 2_380_092_764)


def test_members_of_a_list_of_one_day(facts: Facts) -> None:
    listed = facts.members("Global Coalition", date(2016, 8, 24))
    assert (len(listed.states), listed.organisations, listed.coverage) == (64, ("EU", "LAS"), Coverage.COMPLETE)
    assert facts.members("Global Coalition", PARIS).coverage is Coverage.FLOOR
    assert facts.members("nobody", PARIS).coverage is Coverage.NONE


def test_sizes_through_time_are_not_monotone(facts: Facts) -> None:
    sizes = facts.sizes("Global Coalition")
    assert [size.day for size in sizes] == sorted(size.day for size in sizes)
    assert [size.count for size in sizes if size.day.year == 2016] == [67, 66]


def test_the_meeting_of_paris(facts: Facts) -> None:
    [met] = facts.meetings("Global Coalition", day=PARIS, group="Small Group", city="Paris")
    assert (len(met.states), met.organisations, met.observers, met.count) == (22, ("EU",), ("UN",), 24)
    assert facts.meetings("Global Coalition", day=date(2015, 6, 3)) == ()


def test_what_a_speaker_said_before(facts: Facts) -> None:
    before = [one.amount for one in facts.said("USA", "SYR") if one.last < PARIS]
    after = [one for one in facts.said("USA", "SYR") if one.day > PARIS]
    assert (before[-1], after[0].amount, after[0].added) == (3_500_000_000, 4_000_000_000, 360_000_000)


def test_conversion_names_its_rate_and_day(facts: Facts) -> None:
    converted = facts.convert(Decimal(4_500_000), "EUR", "USD", PARIS)
    assert converted is not None
    assert (converted.value, converted.rate, converted.day) == (4_963_050, Decimal("1.1029"), PARIS)
    assert converted.evidence[0].source == "ecb"


def test_conversion_on_a_sunday_takes_the_friday_before(facts: Facts) -> None:
    converted = facts.convert(Decimal(100), "USD", "GBP", date(2015, 6, 7))
    assert converted is not None
    assert converted.day == date(2015, 6, 5)


def test_conversion_without_a_rate(facts: Facts) -> None:
    assert facts.convert(Decimal(1), "USD", "ZWD", PARIS) is None
    same = facts.convert(Decimal(7), "EUR", "EUR", PARIS)
    assert same is not None
    assert (same.value, same.evidence) == (7, ())
