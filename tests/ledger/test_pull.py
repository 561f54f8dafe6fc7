"""Pulls: what comes in, what is left, what is told once, and what counts on a day."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente import plugins
from entente.errors import Refused, Unreadable
from entente.ledger import Facts
from entente.ledger.pull import Found, Left, Pulled, Puller, found_in
from entente.ledger.record import Record
from entente.ledger.stock import asides, in_hand
from entente.model.facts import Coverage
from tests.samples.workbook import fts_export

SAMPLES = Path(__file__).parents[1] / "samples" / "sources"
FIRST, SECOND, THIRD = date(2040, 1, 1), date(2040, 1, 2), date(2040, 1, 3)
Flow = tuple[int, str, float]


class House:
    """A home with its record."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.record = Record(home / "record.db")

    def puller(self, source: str, day: date = FIRST, *, fewer: bool = False) -> Puller:
        return Puller(source=plugins.one("sources", source), home=self.home, record=self.record, day=day, fewer=fewer)

    def pull(self, source: str, place: Path, day: date = FIRST) -> list[Pulled | Left]:
        return list(self.puller(source, day).pull(found_in(place)))

    @property
    def facts(self) -> Facts:
        return Facts(self.home, self.record)


@pytest.fixture
def house(tmp_path: Path) -> House:
    (tmp_path / "home").mkdir()
    return House(tmp_path / "home")


def export(path: Path, flows: Sequence[Flow], made: str = "01/01/2040 10:00", plan: str = "Tea Plan 2031") -> Path:
    """A web export with flows of (id, donor, amount)."""
    rows = [
        (float(id), f"{donor}, Government of", "Relief", "", "", "", amount, "Paid Contribution", "Incoming", "Iraq")
        for id, donor, amount in flows
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    return fts_export(path, plan=plan, made=made, flows=rows)


def paid(facts: Facts, donors: list[str] | None = None, as_of: date | None = None) -> Decimal | None:
    return facts.given(donors, years=range(2031, 2032), plans="Tea Plan", as_of=as_of).value


def test_a_folder_is_taken_by_content_and_the_rest_is_named(house: House, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "given")
    (tmp_path / "given" / "README.md").write_text("# not data")
    told = house.pull("fts", tmp_path / "given")
    pulled = {one.name: dict(one.rows) for one in told if isinstance(one, Pulled)}
    assert pulled == {
        "fts/flows.csv": {"asides": 2, "flows": 3},
        "fts/page.json": {"asides": 0, "flows": 1},
        "fts/requirements.csv": {"asides": 0, "requirements": 3},
    }
    left = {one.name: one.why.say() for one in told if isinstance(one, Left)}
    assert left["README.md"].startswith("README.md: not a file of the source fts as far as its content shows")
    assert "ecb/history.csv" in left


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("fts", "countryCode,id,clusterCode,cluster,requirements,funding\n", "it parts by cluster"),
        ("fts", "countryCode,id,requirements,funding,covidFunding\n", "beside the part for COVID-19"),
        ("fts", "code,origRequirements,revisedRequirements\n", "without their funding"),
        ("idmc", "geo,t,cause,n\nIRQ,2031,conflict,5\n", "it counts movements in a year"),
        ("idmc", "geo,t,cause,sex,age,n\nIRQ,2031,conflict,female,0-4,5\n", "it parts by sex and age"),
    ],
)
def test_a_file_that_would_count_twice_is_left_with_the_reason(
    tmp_path: Path, source: str, text: str, why: str
) -> None:
    (tmp_path / "a.csv").write_text(text)
    puller = Puller(source=plugins.one("sources", source), home=tmp_path / "home", record=Record(tmp_path / "r.db"))
    with pytest.raises(Unreadable, match=why):
        puller.pull_one(Found("a.csv", tmp_path / "a.csv"))


def test_the_same_bytes_again_are_not_loaded_again(house: House, tmp_path: Path) -> None:
    path = export(tmp_path / "a.xlsx", [(1, "France", 10)])
    [first] = house.pull("fts", path)
    segments = {one: one.stat().st_mtime_ns for one in house.home.rglob("*.parquet")}
    [again] = house.pull("fts", path, SECOND)
    assert isinstance(first, Pulled)
    assert isinstance(again, Pulled)
    assert (first.new, again.new, again.snapshot) == (True, False, first.snapshot)
    assert {one: one.stat().st_mtime_ns for one in house.home.rglob("*.parquet")} == segments
    assert [pull.day for pull in house.record.pulls()] == [FIRST, SECOND]


def test_a_later_file_of_the_same_name_takes_the_place_of_the_earlier(house: House, tmp_path: Path) -> None:
    path = export(tmp_path / "a.xlsx", [(1, "France", 10), (2, "Spain", 5)])
    house.pull("fts", path)
    export(path, [(1, "France", 12)], made="02/01/2040 10:00")
    house.pull("fts", path, SECOND)
    assert (paid(house.facts), paid(house.facts, ["ESP"])) == (12, 0)
    assert paid(house.facts, as_of=FIRST) == 15
    assert paid(house.facts, as_of=date(2039, 12, 31)) is None


def test_a_pull_that_goes_back_is_as_it_was(house: House, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    for day, amount in ((FIRST, 10.0), (SECOND, 20.0), (THIRD, 10.0)):
        export(path, [(1, "France", amount)])
        house.pull("fts", path, day)
    assert [paid(house.facts, as_of=day) for day in (FIRST, SECOND, THIRD)] == [10, 20, 10]


def test_what_two_files_tell_stands_once_as_the_later_edition_tells_it(house: House, tmp_path: Path) -> None:
    export(tmp_path / "given" / "a.xlsx", [(1, "France", 99), (2, "Spain", 5)], made="01/01/2040 10:00")
    export(tmp_path / "given" / "b.xlsx", [(1, "France", 10), (3, "Italy", 1)], made="01/06/2040 10:00")
    house.pull("fts", tmp_path / "given")
    assert paid(house.facts) == 16
    assert paid(house.facts, ["FRA"]) == 10


def test_the_file_pulled_last_wins_over_a_later_edition(house: House, tmp_path: Path) -> None:
    house.pull("fts", export(tmp_path / "b.xlsx", [(1, "France", 10)], made="01/06/2040 10:00"))
    house.pull("fts", export(tmp_path / "a.xlsx", [(1, "France", 99)], made="01/01/2040 10:00"), SECOND)
    assert paid(house.facts) == 99


@given(
    editions=st.lists(
        st.dictionaries(st.integers(1, 5), st.integers(1, 1000), min_size=1, max_size=5), min_size=1, max_size=5
    )
)
@settings(max_examples=12, deadline=None)
def test_a_total_as_of_a_day_is_what_was_answered_on_that_day(
    tmp_path_factory: pytest.TempPathFactory, editions: list[dict[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("as-of")
    house = House(folder)
    told = []
    for number, edition in enumerate(editions):
        day = date(2040, 1, number + 1)
        name = f"file-{number % 2}.xlsx"
        rows = [(id, "France", float(amount)) for id, amount in edition.items()]
        house.puller("fts", day, fewer=True).pull_one(Found(name, export(folder / "given" / name, rows)))
        told.append((day, paid(house.facts)))
    facts = house.facts
    assert [(day, paid(facts, as_of=day)) for day, _ in told] == told


def test_reference_rows_give_way_to_pulled_ones_of_the_same_plan(house: House, tmp_path: Path) -> None:
    plan = "Syria Regional Refugee Response Plan 2014"
    house.pull("fts", export(tmp_path / "a.xlsx", [(1, "France", 10)], plan=plan))
    facts = house.facts
    assert facts.given(None, years=range(2014, 2015), plans="(?i)regional refugee").value == 10
    assert facts.given(["USA"], years=range(2015, 2016), plans="(?i)regional refugee").value == 725_202_248


def test_places_name_the_snapshot_they_are_in(house: House, tmp_path: Path) -> None:
    [pulled] = house.pull("fts", export(tmp_path / "a.xlsx", [(1, "France", 10)]))
    [evidence] = house.facts.given(["FRA"], years=range(2031, 2032), plans="Tea").evidence
    assert isinstance(pulled, Pulled)
    assert (evidence.snapshot, evidence.places, evidence.edition) == (
        pulled.snapshot, ("Export data:2",), "web export of 01/01/2040 10:00"
    )  # fmt: skip


def test_an_archive_stands_for_its_files(house: House, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "rates.zip", "w") as archive:
        archive.write(SAMPLES / "ecb" / "history.csv", "in/history.csv")
        archive.writestr("readme.txt", "hello")
    [pulled] = house.pull("ecb", tmp_path / "rates.zip")
    assert isinstance(pulled, Pulled)
    assert dict(pulled.rows) == {"asides": 1, "rates": 6}
    converted = house.facts.convert(Decimal(1), "EUR", "USD", date(2031, 6, 2))
    assert converted is not None
    assert converted.evidence[0].places == ("in/history.csv: line 3",)


def test_an_archive_of_activities(house: House, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for path in sorted((SAMPLES / "iati").glob("*.xml")):
            archive.write(path, path.name)
    [pulled] = house.pull("iati", tmp_path / "all.zip")
    assert isinstance(pulled, Pulled)
    holdings = house.facts.holdings
    rows = holdings.ask(f"SELECT id, row FROM {holdings.view('activities')} ORDER BY id")
    assert [id for id, _ in rows] == ["GB-9-1", "XX-AGENCY-1", "XX-DONOR-1"]
    assert rows[0][1].startswith("version1.xml: bytes ")


def test_a_file_that_lost_most_of_its_rows_is_refused_unless_accepted(house: House, tmp_path: Path) -> None:
    path = export(tmp_path / "a.xlsx", [(number, "France", 1) for number in range(10)])
    house.pull("fts", path)
    export(path, [(1, "France", 1)])
    [left] = house.pull("fts", path, SECOND)
    assert isinstance(left, Left)
    assert isinstance(left.why, Refused)
    assert left.why.say() == "a.xlsx: 1 rows, where the last pull had 10\n  try: --fewer accepts it"
    assert paid(house.facts) == 10
    house.puller("fts", SECOND, fewer=True).pull_one(Found("a.xlsx", path))
    assert paid(house.facts) == 1


def test_a_file_with_the_columns_of_another_source_is_refused_by_its_rows(house: House) -> None:
    with pytest.raises(Refused, match="0 rows can be used and 2 cannot"):
        house.puller("idmc").pull_one(Found("unrwa.csv", SAMPLES / "unrwa" / "refugees.csv"))


def test_a_place_that_is_not_there(house: House, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="there is no such file or folder"):
        house.pull("fts", tmp_path / "nothing")


def test_what_was_set_aside_is_kept(house: House) -> None:
    [pulled] = house.pull("fts", SAMPLES / "fts" / "flows.csv")
    assert isinstance(pulled, Pulled)
    [file] = in_hand(house.record, "fts")
    assert (file.count(aside=True), file.count(aside=False), file.day) == (2, 3, FIRST)
    told = list(asides(house.facts.holdings, house.home, "fts", pulled.snapshot, most=10))
    assert [(one.place, one.field, one.value) for one in told] == [
        ("line 5", "amountUSD", "a lot"),
        ("line 6", "date", "2031-13-41"),
    ]


def test_a_missing_segment_is_a_fault(house: House, tmp_path: Path) -> None:
    house.pull("fts", export(tmp_path / "a.xlsx", [(1, "France", 10)]))
    [segment] = (house.home / "facts" / "flows").rglob("*.parquet")
    segment.unlink()
    with pytest.raises(Unreadable, match="a segment is missing"):
        paid(house.facts)


def test_a_damaged_segment_is_a_fault(house: House, tmp_path: Path) -> None:
    house.pull("fts", export(tmp_path / "a.xlsx", [(1, "France", 10)]))
    [segment] = (house.home / "facts" / "flows").rglob("*.parquet")
    segment.chmod(0o644)
    segment.write_bytes(segment.read_bytes()[:-20])
    with pytest.raises(Unreadable, match="a segment cannot be read"):
        paid(house.facts)


def test_money_keeps_every_digit(house: House) -> None:
    house.pull("fts", SAMPLES / "fts" / "flows.csv")
    total = house.facts.given(["USA"], years=range(2031, 2032), stages=["commitment"])
    assert (total.value, total.coverage) == (394_000_001, Coverage.COMPLETE)


def test_a_flow_over_several_years_counts_once_in_their_sum(house: House) -> None:
    house.pull("fts", SAMPLES / "fts" / "flows.csv")
    totals = [
        house.facts.given(["NOR"], years=years).value
        for years in (range(2031, 2032), range(2032, 2033), range(2031, 2033))
    ]
    assert totals == [100_000, 100_000, 100_000]


def test_money_in_another_currency_names_its_rates(house: House, tmp_path: Path) -> None:
    house.pull("fts", SAMPLES / "fts" / "flows.csv")
    rates = tmp_path / "rates.csv"
    rates.write_text("Date,USD,GBP,\n2031-02-04,1.25,0.8,\n2031-02-03,9,9,\n")
    house.pull("ecb", rates)
    total = house.facts.given(["NOR"], years=range(2031, 2032), currency="EUR")
    assert (total.value, total.unit) == (80_000, "EUR")
    assert [(one.source, one.rows) for one in total.evidence] == [("fts", 1), ("ecb", 2)]
    pounds = house.facts.ranking(years=range(2031, 2032), currency="GBP", places=["JOR", "LBN"])
    assert (pounds.lines[0].id, pounds.lines[0].value, pounds.unit) == ("NOR", 64_000, "GBP")


def test_a_pulled_coalition_is_known_by_its_name(house: House) -> None:
    from entente.ledger import coalitions

    house.pull("coalition", SAMPLES / "coalition" / "friends.toml")
    assert "Friends of Tea" in [known.id for known in coalitions(house.home, house.record)]
    assert house.facts.members("Friends of Tea", date(2031, 5, 1)).states == ("FRA", "GBR")
    [met] = house.facts.meetings("Friends of Tea")
    assert (met.city, met.states, met.observers) == ("London", ("FRA",), ("EU",))


def test_pages_are_pulled_as_one(house: House, tmp_path: Path) -> None:
    from entente.feeds.fetch import Fetched
    from entente.ledger.gather import archive

    page = json.loads((SAMPLES / "unhcr" / "page.json").read_text())
    fetched = []
    for number, people in ((1, 410), (2, 90)):
        page["items"][0] |= {"idps": people, "year": 2030 + number}
        path = tmp_path / f"page-{number}"
        path.write_text(json.dumps(page))
        fetched.append(Fetched(path, "https://example.org", new=True))
    first = archive(fetched, tmp_path).read_bytes()
    assert archive(fetched, tmp_path).read_bytes() == first
    [pulled] = house.pull("unhcr", archive(fetched, tmp_path))
    assert isinstance(pulled, Pulled)
    assert house.facts.people("idps", year=2032, born=["IRQ"]).value == 90
