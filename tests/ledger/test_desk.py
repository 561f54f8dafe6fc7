"""The desk: what is raised once, what is silent and until when, what is told again, and what is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url, update

from entente.errors import Unusable
from entente.ledger import kept
from entente.ledger.verify import verify
from entente.model.alarm import Account, Standing
from entente.model.entry import AlarmEntry, ForgottenEntry, ScreeningEntry
from entente.screening.pairs import sight
from tests.ledger.offices import DAY, LISTS, Office, found, listing, renamed

NAME = "Ottokar Ferenczy-Invented"
WHY = "another birth date, checked on the passport"


@pytest.fixture
def office(where: Path | str) -> Iterator[Office]:
    made = Office(where)
    yield made
    made.close()


def ruled(office: Office, alarm: str, *, match: bool = False, expires: date | None = None) -> str:
    return office.desk.rule(alarm, match=match, author="A. Officer", reason=WHY, expires=expires)


def damages(office: Office, home: Path) -> list[str]:
    return [each.what.template for each in verify(home, office.record, kept=office.kept).damages]


def test_a_pair_alarms_once_and_waits(office: Office) -> None:
    first = office.one(NAME, listing(1))
    again = office.one(NAME, listing(1))
    assert (first.standing, again.standing) == (Standing.NEW, Standing.WAITING)
    assert first.alarm == again.alarm
    assert first.needed
    assert again.needed
    assert len(list(office.record.entries(AlarmEntry))) == 1


def test_what_scores_less_is_not_recorded(office: Office) -> None:
    [(_, [told])] = office.screen(found(NAME, listing(1), score=0.5))
    assert (told.standing, told.needed) == (None, False)
    assert list(office.record.entries(AlarmEntry)) == []
    assert not office.kept.identities()


def test_without_recording_nothing_is_written_and_what_is_ruled_is_known(office: Office) -> None:
    [(_, [told])] = office.screen(found(NAME, listing(1)), record=False)
    assert (told.standing, told.alarm) == (Standing.NEW, "")
    assert office.record.head() is None
    ruled(office, office.one(NAME, listing(1)).alarm)
    batches = len(list(office.record.batches()))
    [(_, [told])] = office.screen(found(NAME, listing(1)), record=False)
    assert told.silent
    assert len(list(office.record.batches())) == batches


def test_a_name_twice_in_a_file_is_one_alarm(office: Office) -> None:
    rows = [found(NAME, listing(1)), found(f"{NAME.upper()}.", listing(1))]
    named = [renamed(row, where=f"line {number}", file="payees.csv") for number, row in enumerate(rows, 7)]
    told = [one for _, matches in office.screen(*named) for one in matches]
    assert [one.standing for one in told] == [Standing.NEW, Standing.WAITING]
    assert len({one.alarm for one in told}) == 1
    [alarm] = office.desk.alarms()
    assert alarm.account
    assert (alarm.account.subject.where, alarm.account.subject.file) == ("line 7", "payees.csv")


def test_a_false_match_is_silent_until_the_listing_changes(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    ruled(office, alarm)
    told = office.one(NAME, listing(1, remarks="a remark added"))
    assert (told.standing, told.silent, told.alarm) == (Standing.FALSE, True, alarm)
    changed = office.one(NAME, listing(1, born=1961))
    assert (changed.standing, changed.needed) == (Standing.NEW, True)
    assert changed.why
    assert changed.why.template == "the listing has changed since alarm {alarm}"
    [standing] = office.desk.alarms()
    assert (standing.raised.id, standing.raised.entry.mends) == (changed.alarm, alarm)


def test_a_true_match_is_never_silent_and_never_raised_twice(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    ruled(office, alarm, match=True)
    told = office.one(NAME, listing(1))
    assert (told.standing, told.needed, told.alarm) == (Standing.TRUE, True, alarm)
    assert len(list(office.record.entries(AlarmEntry, whole=True))) == 1


def test_a_ruling_has_force_until_the_day_it_names(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    ruled(office, alarm, expires=DAY + timedelta(days=10))
    office.wait(9)
    assert office.one(NAME, listing(1)).silent
    office.wait(1)
    [waiting] = office.desk.alarms()
    assert (waiting.standing, waiting.lapsed) == (Standing.WAITING, True)
    told = office.one(NAME, listing(1))
    assert told.why
    assert (told.standing, told.why.template) == (Standing.NEW, "the ruling on alarm {alarm} has expired")
    assert office.one(NAME, listing(1)).standing is Standing.WAITING


def test_a_later_ruling_stands_in_place_of_an_earlier_one(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    ruled(office, alarm, match=True)
    ruled(office, alarm, match=False)
    assert office.one(NAME, listing(1)).silent
    ruled(office, alarm, match=True)
    assert office.one(NAME, listing(1)).standing is Standing.TRUE


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"name": "FERENCZY-INVENTED, Ottokar"}, False),
        ({"name": "Ottokar Ferenczi-Invented"}, False),
        ({"name": "ottokar ferenczy  invented."}, True),
        ({"id": "8", "where": "line 9", "role": "debtor", "file": "other.csv"}, True),
        ({"kind": ""}, False),
        ({"nationality": "Austria"}, False),
        ({"identifiers": ("X 12345",)}, False),
    ],
)
def test_what_makes_a_subject_another(office: Office, change: dict[str, str], same: bool) -> None:
    ruled(office, office.one(NAME, listing(1)).alarm)
    [(_, [told])] = office.screen(renamed(found(NAME, listing(1)), **change))
    assert told.silent is same


def test_nothing_of_a_name_stands_in_the_record(office: Office) -> None:
    told = office.one(NAME, listing(1))
    ruled(office, told.alarm)
    with office.record.store.reading() as connection:
        bodies = " ".join(row.body for row in office.record.store.all(connection)).casefold()
    assert "listed" not in bodies
    assert not any(word in bodies for word in ("ottokar", "ferenczy", "invented", "line 7"))


def test_a_day_is_told_again_as_it_was(office: Office) -> None:
    one, two = office.one(NAME, listing(1)), office.one("Somebody Else", listing(2))
    ruled(office, one.alarm)
    today = office.desk.replay(DAY)
    office.wait(5)
    ruled(office, one.alarm, match=True)
    office.one(NAME, listing(1, born=1950))
    office.one("Somebody Else", listing(2))
    assert office.desk.replay(DAY) == today
    assert [each.raised.id for each in today.alarms] == [one.alarm, two.alarm]
    assert [each.standing for each in today.alarms] == [Standing.FALSE, Standing.WAITING]
    assert today.alarms[0].account
    assert (today.alarms[0].account.subject.name, today.alarms[0].account.match.listing) == (NAME, listing(1))
    later = office.desk.replay(office.now)
    assert len(later.alarms) == 1
    assert [each.raised.id for each in later.again] == [two.alarm]
    assert [each.entry.names for each in later.screenings] == [1, 1]


def test_a_screening_is_recorded_with_what_it_met(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    office.screen(found("Nobody Atall"), found(NAME, listing(1), listing(2)))
    first, second = (each.entry for each in office.record.entries(ScreeningEntry))
    assert (first.names, first.lists, first.raised, first.again) == (1, LISTS, (alarm,), ())
    assert (second.names, len(second.raised), second.again) == (2, 1, (alarm,))


def test_names_are_forgotten_when_their_time_is_over(office: Office, tmp_path: Path) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    office.wait(60)
    office.one("Somebody Else", listing(2))
    office.wait(39)
    assert office.desk.sweep() == 0
    office.wait(1)
    assert office.desk.sweep() == 1
    assert office.desk.sweep() == 0
    gone = office.desk.alarm(alarm)
    assert gone.account is None
    assert gone.forgotten
    assert (gone.forgotten.entry.reason, gone.forgotten.day) == ("retention", DAY + timedelta(days=100))
    assert [subject.name for subject in office.desk.subjects()] == ["Somebody Else"]
    assert damages(office, tmp_path / "home") == []


def test_who_is_forgotten_waited_until_then(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    office.wait(3)
    office.desk.forget(office.desk.alarm(alarm), reason="he may ask", author="A. Officer")
    assert [each.waits for each in office.desk.alarms()] == [False]
    assert [each.waits for each in office.desk.alarms(DAY + timedelta(days=2))] == [True]


def test_a_ruling_keeps_a_name(office: Office) -> None:
    one, two = office.one(NAME, listing(1)).alarm, office.one("Somebody Else", listing(2)).alarm
    office.wait(50)
    ruled(office, one)
    ruled(office, two, expires=office.now + timedelta(days=200))
    office.wait(100)
    office.desk.sweep()
    assert [subject.name for subject in office.desk.subjects()] == ["Somebody Else"]
    office.wait(99)
    assert office.desk.sweep() == 0
    office.wait(1)
    assert office.desk.sweep() == 1


def test_who_was_forgotten_is_new_when_he_comes_again(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    ruled(office, alarm)
    office.desk.forget(office.desk.alarm(alarm), reason="asked for, on no ground to refuse", author="A. Officer")
    told = office.one(NAME, listing(1))
    assert told.standing is Standing.NEW
    assert told.alarm != alarm
    old, new = (each.entry for each in office.record.entries(AlarmEntry))
    assert old.subject != new.subject
    with pytest.raises(Unusable, match="its name was forgotten"):
        ruled(office, alarm)


def test_what_a_killed_program_left_is_ended(office: Office, tmp_path: Path) -> None:
    """Killed between a name and its alarm; and between saying that a name is forgotten and erasing it."""
    alarm = office.one(NAME, listing(1)).alarm
    subject, [other] = found("Loose End", listing(2))
    office.kept.keep([(sight(subject, other).identity, Account(subject, other))])
    office.record.add(
        [ForgottenEntry(subject=office.desk.alarm(alarm).raised.entry.subject, reason="retention")], day=office.now
    )
    assert len(office.kept.identities()) == 2
    office.desk.sweep()
    assert not office.kept.identities()
    assert damages(office, tmp_path / "home") == []


def test_a_name_that_is_gone_or_altered_is_found(office: Office, tmp_path: Path) -> None:
    office.one(NAME, listing(1))
    office.one("Somebody Else", listing(2))
    assert damages(office, tmp_path / "home") == []
    with office.kept.writing() as connection:
        some = kept.subjects.c.body.contains("Somebody")
        connection.execute(update(kept.subjects).where(some).values(body='{"id":"","name":"Another One"}'))
    assert damages(office, tmp_path / "home") == ["what was kept of it is not what was recorded"]
    with office.kept.writing() as connection:
        office.kept.erase(connection, office.kept.identities().values())
    assert damages(office, tmp_path / "home") == ["its name is missing, and nothing says that it was forgotten"] * 2


def test_a_database_server_writes_anew_what_is_left(databases: Callable[[], str]) -> None:
    """PostgreSQL's tables hold nothing of what was forgotten; its own log does until it is recycled."""
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    url = databases()
    office = Office(url)
    names = [f"Zqx{number}ottokar Ferenczy" for number in range(20)]
    told = [office.one(name, listing(number)).alarm for number, name in enumerate(names)]
    tables = Path(make_url(url).query["host"]) / "base"  # type: ignore[arg-type]

    def standing() -> list[int]:
        with office.kept.writing() as connection:
            connection.exec_driver_sql("CHECKPOINT")
        written = b"".join(path.read_bytes() for path in tables.rglob("*") if path.is_file())
        return [number for number, name in enumerate(names) if name.split()[0].encode() in written]

    assert standing() == list(range(20))
    for alarm in told[:15]:
        office.desk.forget(office.desk.alarm(alarm), reason="he may ask", author="A.")
    assert standing() == list(range(15, 20))
    office.close()


def test_an_opening_proves_of_whom_an_alarm_spoke(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    [(seal, opening)] = office.kept.openings()
    entry = office.desk.alarm(alarm).raised.entry
    assert (seal.subject, seal.told) == (entry.subject, entry.told)
    office.desk.forget(office.desk.alarm(alarm), reason="asked for", author="A. Officer")
    assert opening.proves(seal)
    assert not replace(opening, subject=opening.subject.replace("Ottokar", "Otto")).proves(seal)
    assert not replace(opening, salt="00" * 32).proves(seal)
    assert not replace(opening, salt="no salt").proves(seal)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": "  "}, "a reason is missing"),
        ({"reason": "FERENCZY has another passport"}, "the reason names whom it is about"),
        ({"expires": DAY}, "2031-03-01 is over"),
        ({"id": "nothing"}, "there is no entry nothing"),
    ],
)
def test_what_cannot_be_ruled(office: Office, changes: dict[str, object], said: str) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    call = {"id": alarm, "match": False, "author": "A. Officer", "reason": WHY, **changes}
    with pytest.raises(Unusable, match=said):
        office.desk.rule(**call)  # type: ignore[arg-type]


def test_an_alarm_that_another_replaced_is_ruled_on_no_more(office: Office) -> None:
    alarm = office.one(NAME, listing(1)).alarm
    later = office.one(NAME, listing(1, born=1999)).alarm
    with pytest.raises(Unusable, match=f"the alarm {later} has come in its place"):
        ruled(office, alarm)


def test_only_the_owner_reads_the_file_of_names(tmp_path: Path) -> None:
    office = Office(tmp_path / "record.db")
    office.one(NAME, listing(1))
    assert (tmp_path / "kept.db").stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir() if path.name.startswith("kept")} == {"kept.db"}
    office.close()


def test_names_are_kept_beside_the_record(tmp_path: Path) -> None:
    assert kept.beside(tmp_path / "record.db") == tmp_path / "kept.db"
    assert kept.beside(f"sqlite:///{tmp_path}/team.db") == tmp_path / "kept.db"
    assert kept.beside("sqlite://") == "sqlite://"
    assert kept.beside("postgresql://u@host/name") == "postgresql://u@host/name"
