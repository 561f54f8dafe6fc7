"""What every message keeps: one suite, run on the samples of each file of `messages/`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from entente import plugins
from entente.errors import Fault, Unreadable
from entente.feeds.sniff import sniff
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.match import Subject
from entente.screening.parties import LONGEST_NAME, message_of, parties
from entente.text.say import french
from tests.samples.workbook import workbook
from tests.shared import shared

SAMPLES = Path(__file__).parents[1] / "samples" / "messages"
ROWS = [
    ["Beneficiary", "Kind", "Date of birth", "Nationality", "Passport no."],
    ["Tariq Invented", "person", "1971-05-23", "Iraq", "X0012345"],
    ["Invented Fund", "organisation", "", "", ""],
]
BARE = ("names",)  # messages that tell names and nothing else
ALL = Wanted(remittance=True)


def names() -> tuple[str, ...]:
    return plugins.names("messages")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[Path]]:
    """The samples of a message; those that are no text are made."""
    folder = tmp_path_factory.mktemp("made")
    made = {"xlsx": [workbook(folder / "book", {"Partners": ROWS})], "parquet": []}
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(arrow.table(dict(zip(ROWS[0], zip(*ROWS[1:], strict=True), strict=True))), folder / "table")
    made["parquet"] = [folder / "table"]
    return lambda name: made.get(name) or sorted((SAMPLES / name).iterdir())


@pytest.fixture(params=names())
def message(request: pytest.FixtureRequest) -> Message:
    found: Message = plugins.one("messages", request.param)
    return found


Samples = Callable[[str], list[Path]]


def test_it_says_what_it_is(message: Message) -> None:
    assert message.name in names()
    assert message.title in french()


def test_its_files_are_told_by_content_alone(message: Message, samples: Samples, tmp_path: Path) -> None:
    for path in samples(message.name):
        copy = tmp_path / "no-extension"
        copy.write_bytes(path.read_bytes())
        assert message_of(copy).name == message.name
        assert [one.name for one in plugins.additions("messages").values() if one.looks_like(sniff(copy))] == [
            message.name
        ]


def test_the_invented_person_is_read_whole(message: Message, samples: Samples) -> None:
    found = [one for path in samples(message.name) for one in parties(path, Wanted()) if isinstance(one, Subject)]
    [person] = [one for one in found if one.name.casefold() == "tariq invented"]
    assert any(one.name.casefold() == "invented fund" for one in found) or message.name == "paxlst"
    if message.name not in BARE:
        assert person.birth_date
        assert person.birth_date.first == person.birth_date.last == date(1971, 5, 23)
        assert "X0012345" in person.identifiers
        assert person.kind == "person"


def test_everybody_has_a_place_and_a_part_that_can_be_told(message: Message, samples: Samples) -> None:
    for path in samples(message.name):
        for one in message.read(path, ALL):
            if isinstance(one, Aside):
                assert one.place
            else:
                assert one.where
                assert not one.role or one.role in french()
                assert one.name == " ".join(one.name.split())


def test_remittance_is_left_out_unless_it_is_wanted(message: Message, samples: Samples) -> None:
    for path in samples(message.name):
        told = [one.role for one in message.read(path, Wanted()) if isinstance(one, Subject)]
        assert not {"remittance", "instruction"} & set(told)


def test_a_table_shows_its_columns_and_is_told_them(message: Message, samples: Samples) -> None:
    if message.columns is None:
        pytest.skip("it has no columns")
    for path in samples(message.name):
        shown = message.columns(path, Wanted())
        [heading] = [heading for heading, field in shown.items() if field == "birth_date"]
        told = Wanted(columns=[("ignored", heading)])
        assert message.columns(path, told)[heading] == ""
        assert all(one.birth_date is None for one in message.read(path, told) if isinstance(one, Subject))
        with pytest.raises(Fault, match="there is no column"):
            list(message.read(path, Wanted(columns=[("name", "No such heading")])))
        with pytest.raises(Fault, match="there is no field"):
            list(message.read(path, Wanted(columns=[("shoe_size", heading)])))


def holds(message: Message, path: Path) -> None:
    """That a file is read, or refused with a fault; nothing else."""
    found: list[Subject | Aside] = []
    with suppress(Fault):
        found = list(parties(path, ALL, message))
    for one in found:
        if isinstance(one, Subject):
            assert 0 < len(one.name) <= LONGEST_NAME
            one.name.encode("utf-8")


ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@ANY
@given(raw=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(message: Message, tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "any"
    path.write_bytes(raw)
    holds(message, path)


@ANY
@given(data=st.data())
def test_a_damaged_sample_is_read_or_refused(
    message: Message, samples: Samples, tmp_path: Path, data: st.DataObject
) -> None:
    raw = bytearray(data.draw(st.sampled_from(samples(message.name))).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        first = data.draw(st.integers(0, len(raw)))
        last = data.draw(st.integers(first, min(first + 60, len(raw))))
        piece = bytes(raw[first:last])
        change = data.draw(st.sampled_from(["cut", "repeat", "flip", "put", "end"]))
        if change == "cut":
            del raw[first:last]
        elif change == "repeat":
            raw[first:first] = piece * data.draw(st.integers(1, 50))
        elif change == "flip":
            raw[first:last] = bytes(byte ^ data.draw(st.integers(1, 255)) for byte in piece[:8]) + piece[8:]
        elif change == "put":
            raw[first:first] = data.draw(st.binary(max_size=20))
        else:
            del raw[first:]
    path = tmp_path / "damaged"
    path.write_bytes(raw)
    holds(message, path)
    sniff(path)


@pytest.mark.parametrize("folder", ["iso20022", "mt", "paxlst"])
def test_real_messages_are_read_or_refused_with_a_reason(folder: str) -> None:
    read = 0
    for path in sorted(shared("messages", folder).rglob("*")):
        if not path.is_file():
            continue
        try:
            message = message_of(path)
        except Unreadable:
            continue
        found = list(parties(path, ALL, message))
        assert any(isinstance(one, Subject) for one in found), path.name
        read += 1
    assert read >= {"iso20022": 34, "mt": 2, "paxlst": 7}[folder]
