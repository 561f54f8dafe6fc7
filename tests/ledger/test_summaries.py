"""Summaries: they tell what the rows themselves tell, to the last digit, and can be lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.ledger.backing import evidence, groups
from entente.ledger.facts import Facts, flows, stocks, year_end
from entente.ledger.holdings import Holdings
from entente.ledger.wheres import Where
from entente.model.facts import Flow, Stock
from entente.model.finding import Evidence
from tests.ledger.pulled import Pulled

DAYS = (date(2031, 1, 1), date(2031, 2, 1), date(2031, 3, 1))
DONORS = ("PRT", "DEU", "DEU/GIZ", "PRT|USA", "")
PLACES = ("IRQ", "SYR", "IRQ,SYR", "")
PLANS = ("Regional plan 2030", "Regional plan 2031", "Inside plan (2031)", "")
STAGES = ("paid", "commitment", "pledge")
RECIPIENTS = ("UNHCR", "WFP")
BORN = ("SYR", "IRQ", "LBN", "")
POPULATIONS = ("refugees", "asylum_seekers", "idps")


def export(random: Random, ids: range, origin: dict[str, object]) -> Iterator[Flow]:
    """The rows of one export: flows that other exports may tell too, some of them not incoming."""
    for line, id in enumerate(random.sample(ids, len(ids) // 2), start=1):
        year = random.choice((2030, 2031))
        yield Flow(
            **origin, row=f"line {line}", id=str(id), donor="", donor_id=random.choice(DONORS), donor_kind="government",
            recipient=random.choice(RECIPIENTS), place=random.choice(PLACES), plan=random.choice(PLANS), year=year,
            last_year=year + random.choice((0, 0, 1)), stage=random.choice(STAGES), currency="USD",
            boundary=random.choice(("incoming", "incoming", "internal", "outgoing")),
            amount=Decimal(random.randrange(10**14)) / 100, scope=random.choice(("plan", "year", "")),
        )  # fmt: skip


@pytest.fixture(scope="module")
def pulled(tmp_path_factory: pytest.TempPathFactory) -> Pulled:
    """Three exports that overlap, pulled one after the other."""
    house, random = Pulled(tmp_path_factory.mktemp("home")), Random(7)
    for number, day in enumerate(DAYS):
        raw = f"export {number}"
        origin = house.origin("fts", raw, day)
        house.load("fts", f"{number}.csv", raw, list(export(random, range(300), origin)), day)
        raw = f"people {number}"
        origin = house.origin("unhcr", raw, day)
        house.load("unhcr", f"{number}.csv", raw, list(counted(random, origin)), day)
    return house


def counted(random: Random, origin: dict[str, object]) -> Iterator[Stock]:
    """The rows of one file of people: counts that other files may tell too."""
    units = [(one, two, kind, year) for one in BORN for two in BORN for kind in POPULATIONS for year in (2029, 2030)]
    for line, (born, asylum, population, year) in enumerate(random.sample(units, len(units) // 2), start=1):
        yield Stock(
            **origin, row=f"line {line}", born=born, asylum=asylum, population=population,
            day=date(year, 12, 31), people=random.randrange(10**7),
        )  # fmt: skip


@pytest.fixture(scope="module")
def facts(pulled: Pulled) -> Facts:
    return pulled.facts


def some(values: tuple[str, ...]) -> st.SearchStrategy[list[str] | None]:
    return st.none() | st.lists(st.sampled_from(values), unique=True)


@settings(max_examples=150)
@given(
    donors=some(DONORS),
    agencies=st.booleans(),
    plans=st.none() | st.sampled_from(["(?i)^regional", r"\(2031\)$", "plan 203[01]", "no such plan"]),
    places=some(("IRQ", "SYR", "LBN")),
    stages=st.lists(st.sampled_from(STAGES), min_size=1, unique=True),
    first=st.integers(2029, 2032),
    length=st.integers(1, 3),
    recipient=st.none() | st.sampled_from(RECIPIENTS),
    as_of=st.none() | st.sampled_from(DAYS),
)
def test_a_sum_is_that_of_the_rows(
    facts: Facts,
    donors: list[str] | None,
    agencies: bool,
    plans: str | None,
    places: list[str] | None,
    stages: list[str],
    first: int,
    length: int,
    recipient: str | None,
    as_of: date | None,
) -> None:
    years = range(first, first + length)
    total = facts.given(
        donors,
        years=years,
        plans=plans,
        places=places,
        stages=stages,
        recipient=recipient,
        agencies=agencies,
        as_of=as_of,
    )
    where = flows(plans, places, years, stages).equal("recipient", recipient).donors(donors, agencies)
    found = facts.holdings.view("flows", as_of)
    told = groups(facts.holdings, found, where, summed="amount")
    assert (total.value or 0) == sum(group.value for group in told)
    assert pulled_only(total.evidence) == pulled_only(evidence(facts.holdings, "flows", found, where, told))


@settings(max_examples=50)
@given(
    plans=st.none() | st.sampled_from(["(?i)^regional", r"\(2031\)$"]),
    places=some(("IRQ", "SYR")),
    year=st.integers(2030, 2032),
    by=st.sampled_from(["donor_id", "recipient", "plan"]),
    as_of=st.none() | st.sampled_from(DAYS),
)
def test_a_ranking_is_that_of_the_rows(
    facts: Facts, plans: str | None, places: list[str] | None, year: int, by: str, as_of: date | None
) -> None:
    years = range(year, year + 1)
    ranking = facts.ranking(years=years, plans=plans, places=places, by=by, as_of=as_of)
    where = flows(plans, places, years, ["paid"]).also(f"{by} <> ''")
    told = groups(facts.holdings, facts.holdings.view("flows", as_of), where, by, summed="amount")
    sums: dict[str, Decimal] = {}
    for group in told:
        sums[group.told[0]] = sums.get(group.told[0], Decimal(0)) + group.value
    assert {line.id: line.value for line in ranking.lines} == sums


@settings(max_examples=50)
@given(
    populations=st.lists(st.sampled_from(POPULATIONS), min_size=1, unique=True),
    born=some(BORN),
    asylum=some(BORN),
    year=st.integers(2028, 2030),
    as_of=st.none() | st.sampled_from(DAYS),
)
def test_a_count_of_people_is_that_of_the_rows(
    facts: Facts,
    populations: list[str],
    born: list[str] | None,
    asylum: list[str] | None,
    year: int,
    as_of: date | None,
) -> None:
    total = facts.people(populations, year=year, born=born, asylum=asylum, as_of=as_of)
    where = stocks(populations).within("born", born).within("asylum", asylum)
    whole = Where((*where.conditions, *year_end(year, "unhcr").conditions))
    found = facts.holdings.view("stocks", as_of)
    told = groups(facts.holdings, found, whole, summed="people")
    assert (total.value or 0) == sum(group.value for group in told)
    assert pulled_only(total.evidence) == pulled_only(evidence(facts.holdings, "stocks", found, whole, told))


def pulled_only(found: tuple[Evidence, ...]) -> list[Evidence]:
    """The evidence of pulled rows; those that come with Entente share one place where they are sums."""
    return [one for one in found if one.snapshot]


def given_in_all(facts: Facts) -> Decimal | None:
    return facts.given(None, years=range(2030, 2033)).value


def test_what_is_pulled_later_counts_at_once(tmp_path: Path) -> None:
    house = Pulled(tmp_path)
    house.flows("a.csv", DAYS[0], {"1": 100})
    facts = house.facts
    assert given_in_all(facts) == 100
    house.flows("b.csv", DAYS[1], {"2": 30})
    assert given_in_all(facts) == 130
    with facts.still():
        assert given_in_all(facts) == 130
        house.flows("c.csv", DAYS[2], {"3": 7})
        assert given_in_all(facts) == 130
    assert given_in_all(facts) == 137


def test_a_kept_summary_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = Pulled(tmp_path)
    house.flows("a.csv", DAYS[0], {"1": 100, "2": 20})
    assert given_in_all(house.facts) == 120
    assert len(list((tmp_path / "cache").glob("flows-*.parquet"))) == 1
    monkeypatch.setattr(Holdings, "view", None)  # no row is looked at any more
    assert given_in_all(house.facts) == 120


@pytest.mark.parametrize("harm", ["lost", "damaged"])
def test_a_kept_summary_can_be_lost(tmp_path: Path, harm: str) -> None:
    house = Pulled(tmp_path)
    house.flows("a.csv", DAYS[0], {"1": 100, "2": 20})
    assert given_in_all(house.facts) == 120
    [kept] = (tmp_path / "cache").glob("flows-*.parquet")
    kept.unlink()
    if harm == "damaged":
        kept.write_bytes(b"no Parquet")
    assert given_in_all(house.facts) == 120
