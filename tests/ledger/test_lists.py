"""A watchlist in a home: its rows as of a day, the way from a match to its bytes, the proof, and homes without rows."""

from __future__ import annotations

from dataclasses import astuple
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from entente import plugins
from entente.errors import Unreadable, Unusable
from entente.ledger.excerpts import Excerpt
from entente.ledger.facts import Facts
from entente.ledger.files import SHELF, sha256_of
from entente.ledger.lists import Held, Lists, read_list
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.trace import trace
from entente.ledger.verify import verify
from entente.model.entry import AlarmEntry, SegmentEntry, SnapshotEntry
from entente.watchlists import Watchlist
from tests.contracts.test_watchlists import parts

FIRST, SECOND, THIRD = date(2040, 1, 1), date(2040, 1, 2), date(2040, 1, 3)


class House:
    """A home with its record and its lists."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.record = Record(home / "record.db")
        self.lists = Lists(home, self.record)

    @property
    def facts(self) -> Facts:
        return Facts(self.home, self.record)

    def pull(self, name: str, day: date, *files: Path) -> Held:
        return self.lists.pull(plugins.one("watchlists", name), files, day=day, fewer=True)

    def ids(self, as_of: date | None = None) -> list[str]:
        """The listings in hand on a day, as SQL tells them."""
        holdings = self.facts.holdings
        return [id for (id,) in holdings.ask(f"SELECT id FROM {holdings.view('listings', as_of)} ORDER BY id")]

    def segments(self) -> list[Path]:
        return sorted((self.home / "facts" / "listings").rglob("*.parquet"))

    def damages(self) -> list[str]:
        return [f"{each.place}: {each.what.template}" for each in verify(self.home, self.record).damages]


@pytest.fixture
def house(tmp_path: Path) -> House:
    (tmp_path / "home").mkdir()
    return House(tmp_path / "home")


def mine(path: Path, *numbers: int) -> Path:
    """A list in the neutral form, with so many listings."""
    path.write_text(
        "".join(
            f'{{"id": "mine:{number}", "kind": "person", "names": [{{"name": "Somebody {number}"}}]}}\n'
            for number in numbers
        )
    )
    return path


@pytest.mark.parametrize("name", plugins.names("watchlists"))
def test_the_rows_of_a_list_are_what_its_reader_yields_and_each_is_found_in_its_file(house: House, name: str) -> None:
    files = parts(name)
    watchlist: Watchlist = plugins.one("watchlists", name)
    house.pull(name, FIRST, *files.values())
    held = house.lists.held()[name]
    read = read_list(watchlist, files)
    assert [astuple(one) for one in house.lists.listings(held)] == [astuple(one) for one in read.listings]
    assert (house.lists.asides(held), held.rows) == ((), {"listings": len(read.listings), "asides": 0})
    for listing in read.listings:
        found = trace(listing.id, record=house.record, facts=house.facts)
        [row] = found.rows
        assert row.excerpt
        assert listing.id.partition(":")[2] in row.excerpt.text
        assert row.cells["licence"] == watchlist.licence
        assert {raw.snapshot for raw in found.files} == {sha256_of(path) for path in files.values()}
        assert found.proof.holds()


def test_rows_count_as_of_a_day(house: House, tmp_path: Path) -> None:
    for day, numbers in ((FIRST, (1, 2)), (SECOND, (2, 3)), (THIRD, (1, 2))):
        house.pull("neutral", day, mine(tmp_path / "mine.jsonl", *numbers))
    told = {day: house.ids(day) for day in (FIRST, SECOND, THIRD, None)}
    assert told[FIRST] == told[THIRD] == told[None] == ["mine:1", "mine:2"]
    assert told[SECOND] == ["mine:2", "mine:3"]
    assert house.ids(date(2039, 12, 31)) == []
    assert len(house.segments()) == 2, "the same bytes again are not loaded again"


def test_a_list_of_several_files_is_one(house: House, tmp_path: Path) -> None:
    files = parts("ofac")
    house.pull("ofac", FIRST, *files.values())
    changed = tmp_path / "alt.csv"
    changed.write_text(files["alt"].read_text().replace("FUND OF INVENTIONS", "INVENTIONS UNLIMITED"))
    house.pull("ofac", SECOND, files["sdn"], changed)
    names = [
        {name.name for one in house.lists.listings(house.lists.held(day)["ofac"]) for name in one.names}
        for day in (FIRST, SECOND)
    ]
    assert names[0] - names[1] == {"FUND OF INVENTIONS"}
    assert names[1] - names[0] == {"INVENTIONS UNLIMITED"}
    assert house.ids(FIRST) == house.ids(SECOND) == ["ofac:901", "ofac:902", "ofac:903"]
    assert house.damages() == []


def test_an_alarm_is_followed_to_the_listing_as_it_then_was(house: House, tmp_path: Path) -> None:
    held = house.pull("neutral", FIRST, mine(tmp_path / "mine.jsonl", 7))
    alarm = AlarmEntry(
        subject="ab" * 32,
        told="cd" * 32,
        listing="mine:7",
        content="ef" * 32,
        lists=held.snapshots,
        score=Decimal(1),
        threshold=Decimal(1),
    )
    [id] = house.record.add([alarm], day=FIRST)
    house.pull("neutral", SECOND, mine(tmp_path / "mine.jsonl", 8))
    [row] = trace(id, record=house.record, facts=house.facts).rows
    line = '{"id": "mine:7", "kind": "person", "names": [{"name": "Somebody 7"}]}'
    assert (row.excerpt, row.cells["names"]) == (Excerpt(line, (0, len(line))), "Somebody 7 primary")
    with pytest.raises(Unusable, match="no such listing in the lists in hand"):
        trace("mine:7", record=house.record, facts=house.facts)


def test_an_altered_byte_is_found_and_named(house: House, tmp_path: Path) -> None:
    house.pull("neutral", FIRST, mine(tmp_path / "mine.jsonl", 1))
    assert house.damages() == []
    [segment] = house.segments()
    segment.chmod(0o644)
    raw = bytearray(segment.read_bytes())
    raw[len(raw) // 2] ^= 1
    segment.write_bytes(raw)
    place = segment.relative_to(house.home).as_posix()
    assert house.damages() == [f"{place}: its bytes are not what was recorded"]
    segment.unlink()
    assert house.damages() == [f"{place}: it is missing"]
    with pytest.raises(Unreadable, match="a segment cannot be read"):
        house.lists.listings(house.lists.held()["neutral"])


def test_a_list_pulled_before_there_were_rows_is_read_from_its_files_and_has_rows_from_the_next_pull(
    house: House, tmp_path: Path
) -> None:
    path = mine(tmp_path / "mine.jsonl", 1, 2)
    snapshot = Snapshots(house.home).keep(path)
    entry = SnapshotEntry(source=SHELF + "neutral", name="list", snapshot=snapshot, day=FIRST, size=1)
    house.record.add([entry], day=FIRST)
    before = house.lists.held()["neutral"]
    assert not before.rows
    assert [one.id for one in house.lists.listings(before)] == ["mine:1", "mine:2"]
    assert house.ids() == []
    house.pull("neutral", SECOND, path)
    assert house.lists.listings(house.lists.held()["neutral"]) == house.lists.listings(before)
    assert house.ids() == house.ids(FIRST) == ["mine:1", "mine:2"]


def test_a_pull_that_was_killed_is_ended_by_the_next(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = mine(tmp_path / "mine.jsonl", 1)
    with monkeypatch.context() as dying:
        dying.setattr(house.record, "add", lambda *_, **__: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            house.pull("neutral", FIRST, path)
    assert (len(house.segments()), house.ids(), house.lists.held()) == (1, [], {})
    house.pull("neutral", SECOND, path)
    assert (len(house.segments()), house.ids(), house.damages()) == (1, ["mine:1"], [])
    assert len(list(house.record.entries(SegmentEntry))) == 2
