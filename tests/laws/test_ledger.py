"""Laws of the ledger: what is written is read back, what is proved is there, what is altered is found."""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.errors import Fault
from entente.ledger import merkle
from entente.ledger.entries import decode, encode, id_of
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.verify import verify
from entente.model.entry import (
    AlarmEntry,
    DecisionEntry,
    Entry,
    FindingEntry,
    ForgottenEntry,
    RecordedReading,
    ScreeningEntry,
    StatementEntry,
)
from entente.model.facts import Coverage
from entente.model.finding import Evidence, Verdict
from tests.ledger.invented import DAY, EVERY, statement

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False)
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))
STATEMENTS = st.builds(
    StatementEntry, name=TEXTS, text=TEXTS, language=st.just("fr"), date=st.none() | DAYS, title=TEXTS
)
EVIDENCE = st.builds(Evidence, TEXTS, TEXTS, TEXTS, st.integers(0), st.tuples(TEXTS, TEXTS), TEXTS)
READINGS = st.builds(
    RecordedReading,
    words=st.fixed_dictionaries({"en": TEXTS, "fr": TEXTS}),
    verdict=st.sampled_from(Verdict),
    value=st.none() | NUMBERS,
    unit=TEXTS,
    coverage=st.sampled_from(Coverage),
    evidence=st.tuples(EVIDENCE),
)
FINDINGS = st.builds(
    FindingEntry,
    claim=TEXTS,
    check=TEXTS,
    verdict=st.sampled_from(Verdict),
    value=st.none() | NUMBERS,
    unit=TEXTS,
    readings=st.lists(READINGS, max_size=3).map(tuple),
)
DECISIONS = st.builds(
    DecisionEntry, subject=TEXTS, ruling=TEXTS, author=TEXTS, reason=TEXTS, made=INSTANTS, expires=st.none() | DAYS
)
SCORES = st.decimals(0, 1, places=4)
HASHES = st.lists(TEXTS, max_size=3).map(tuple)
ALARMS = st.builds(
    AlarmEntry, subject=TEXTS, told=TEXTS, listing=TEXTS, content=TEXTS, lists=HASHES, score=SCORES, threshold=SCORES
)
SCREENINGS = st.builds(
    ScreeningEntry, made=INSTANTS, names=st.integers(0), lists=HASHES, threshold=SCORES, raised=HASHES, again=HASHES
)
FORGOTTEN = st.builds(ForgottenEntry, subject=TEXTS, reason=TEXTS, author=TEXTS)
ENTRIES: st.SearchStrategy[Entry] = (
    STATEMENTS | FINDINGS | DECISIONS | ALARMS | SCREENINGS | FORGOTTEN | st.sampled_from(EVERY)
)


@given(entry=ENTRIES)
def test_what_is_written_is_read_back(entry: Entry) -> None:
    written = decode(encode(entry))
    assert written == entry
    assert encode(written) == encode(entry)


@given(one=ENTRIES, other=ENTRIES)
def test_an_id_stands_for_one_entry(one: Entry, other: Entry) -> None:
    assert (id_of(one) == id_of(other)) == (encode(one) == encode(other))
    assert one == other or id_of(one) != id_of(other)


@given(leaves=st.lists(st.binary(max_size=8), min_size=1, max_size=40), data=st.data())
def test_a_leaf_leads_to_the_root_and_no_other_does(leaves: list[bytes], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.binary(max_size=8).filter(lambda leaf: leaf != leaves[place]))
    way, root = merkle.path(leaves, place), merkle.root(leaves)
    assert merkle.leads(leaves[place], place, len(leaves), way, root)
    assert not merkle.leads(other, place, len(leaves), way, root)
    assert merkle.root([*leaves[:place], other, *leaves[place + 1 :]]) != root


def split_root(leaves: list[bytes]) -> bytes:
    """The root as RFC 6962 words it: split at the largest power of two below the number of leaves."""
    if len(leaves) == 1:
        return merkle.leaf_hash(leaves[0])
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return merkle.pair_hash(split_root(leaves[:half]), split_root(leaves[half:]))


@given(leaves=st.lists(st.binary(max_size=2), min_size=1, max_size=70))
def test_the_root_is_that_of_the_standard(leaves: list[bytes]) -> None:
    assert merkle.root(leaves) == split_root(leaves)


ACTS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5), st.booleans()), min_size=1, max_size=12)


@settings(max_examples=25, deadline=None)
@given(acts=ACTS)
def test_what_was_known_on_a_day_stays_known(acts: list[tuple[int, int, bool]]) -> None:
    """Whatever is recorded or mended later, what the record told as of a day it tells again."""
    with tempfile.TemporaryDirectory() as home:
        record, day = Record(Path(home) / "record.db"), DAY
        told: dict[date, list[str]] = {}
        for later, number, mend in acts:
            if later:
                told[day] = known(record, None)
            day += timedelta(days=later)
            standing = list(record.entries(StatementEntry))
            entry = statement(number)
            if mend and standing:
                entry = replace(entry, title=day.isoformat(), mends=standing[0].id)
            record.add([entry], day=day)
        assert {on: known(record, on) for on in told} == told
        record.close()


def known(record: Record, day: date | None) -> list[str]:
    return [each.id for each in record.entries(StatementEntry, as_of=day)]


def made(home: Path) -> tuple[Record, bytes]:
    """A record with all kinds of entries, closed, and the bytes of its file."""
    record = Record(home / "record.db")
    record.add(EVERY[:5], day=DAY)
    for number in range(4):
        record.add([statement(number, words=200)], day=DAY)
    record.close()
    return record, (home / "record.db").read_bytes()


def contents(path: Path) -> list[tuple[object, ...]]:
    """All that a file of the record says."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    try:
        rows = connection.execute("SELECT * FROM batches ORDER BY number").fetchall()
        return rows + connection.execute("SELECT * FROM entries ORDER BY batch, place").fetchall()
    finally:
        connection.close()


with tempfile.TemporaryDirectory() as _home:
    RECORDED = made(Path(_home))[1]


@settings(max_examples=200, deadline=None)
@given(place=st.integers(0, len(RECORDED) - 1), bit=st.integers(0, 7))
def test_a_byte_of_the_records_file_is_missed_only_where_it_says_nothing(place: int, bit: int) -> None:
    """A file of SQLite has room that holds nothing; everywhere else one altered bit is found."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "record.db"
        path.write_bytes(RECORDED)
        before = contents(path)
        raw = bytearray(RECORDED)
        raw[place] ^= 1 << bit
        path.write_bytes(raw)
        record = Record(path)
        try:
            found = bool(verify(Path(home), record).damages)
        except Fault:
            found = True
        record.close()
        assert found or contents(path) == before


@pytest.mark.parametrize("place", [*range(48, 52), *range(60, 64), *range(68, 72)])
def test_nothing_is_hidden_in_the_numbers_of_the_header(place: int, tmp_path: Path) -> None:
    """The size of the cache, the user's number and the application's (SQLite file format, section 1.3)."""
    raw = bytearray(RECORDED)
    raw[place] ^= 1
    (tmp_path / "record.db").write_bytes(raw)
    record = Record(tmp_path / "record.db")
    assert verify(tmp_path, record).damages
    record.close()


@settings(max_examples=30, deadline=None)
@given(raw=st.binary(min_size=1, max_size=300), data=st.data())
def test_an_altered_byte_of_kept_bytes_is_found(raw: bytes, data: st.DataObject) -> None:
    place, bit = data.draw(st.integers(0, len(raw) - 1)), data.draw(st.integers(0, 7))
    with tempfile.TemporaryDirectory() as home:
        snapshots = Snapshots(Path(home))
        path = snapshots.path(snapshots.keep(raw))
        assert path.read_bytes() == raw
        changed = bytearray(raw)
        changed[place] ^= 1 << bit
        path.chmod(0o644)
        path.write_bytes(changed)
        [damage] = verify(Path(home), Record(Path(home) / "record.db")).damages
        assert damage.place == str(path.relative_to(home))
        assert snapshots.keep(raw) == path.name, "bytes that come again replace a damaged copy"
        assert path.read_bytes() == raw


def test_figures_keep_the_way_they_were_said() -> None:
    [finding] = [entry for entry in EVERY if isinstance(entry, FindingEntry)]
    other = replace(finding, value=Decimal(4100000))
    assert other == finding
    assert id_of(other) == id_of(finding), "one number, however written, has one id"
