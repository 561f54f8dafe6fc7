"""Laws of the desk: nobody is alarmed twice by the same, a day is told again as it was, what is forgotten is gone."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from entente.ledger.verify import verify
from entente.model.alarm import Standing
from entente.model.listing import BirthDate, Identifier, ListedName, Quality
from entente.model.match import Subject
from entente.names.words import readings
from entente.screening.pairs import content, identity
from tests.ledger.offices import Office, listing

NAMES = ("Ottokar Ferenczy", "Somebody Else", "Kasimir Nobody")
SCREEN, RULE, WAIT = "screen", "rule", "wait"
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just(SCREEN), st.sampled_from(NAMES), st.integers(1, 2), st.integers(1960, 1961)),
        st.tuples(st.just(RULE), st.sampled_from(NAMES), st.integers(1, 2), st.sampled_from([None, 1, 3])),
        st.tuples(st.just(WAIT), st.just(""), st.integers(1, 3), st.just(0)),
    ),
    min_size=1,
    max_size=16,
)


@dataclass
class Known:
    """What somebody who watches the desk knows of a pair."""

    alarm: str
    born: int
    ruled: bool = False
    expires: date | None = None

    def silent(self, born: int, day: date) -> bool:
        """Whether the pair must not be raised again."""
        return self.born == born and not (self.ruled and self.expires and self.expires <= day)


@settings(max_examples=40, deadline=None)
@given(acts=ACTS)
def test_the_same_pair_never_alarms_twice_without_a_change(acts: list[tuple[str, str, int, int]]) -> None:
    with tempfile.TemporaryDirectory() as home:
        office, known = Office(Path(home) / "record.db", days=1000), dict[tuple[str, int], Known]()
        for act, name, number, more in acts:
            pair = known.get((name, number))
            if act == WAIT:
                office.wait(number)
            elif act == RULE and pair:
                pair.ruled, pair.expires = True, office.now + timedelta(days=more) if more else None
                office.desk.rule(pair.alarm, match=False, author="A.", reason="another", expires=pair.expires)
            elif act == SCREEN:
                told = office.one(name, listing(number, born=more))
                silent = pair is not None and pair.silent(more, office.now)
                assert (told.standing is not Standing.NEW) == silent
                assert told.silent == (pair is not None and silent and pair.ruled)
                if not silent:
                    known[name, number] = Known(told.alarm, more)
        office.close()


@settings(max_examples=25, deadline=None)
@given(acts=ACTS)
def test_a_day_is_told_again_as_it_was(acts: list[tuple[str, str, int, int]]) -> None:
    """Whatever is screened, ruled or changed later, the replay of a day is what the desk told at its end."""
    with tempfile.TemporaryDirectory() as home:
        office = Office(Path(home) / "record.db", days=1000)
        raised: dict[date, list[tuple[str, str, str, float]]] = {}
        stood: dict[date, dict[str, Standing]] = {}
        for act, name, number, more in [*acts, (WAIT, "", 1, 0)]:
            standing = {each.raised.id: each.standing for each in office.desk.alarms(whole=True)}
            if act == WAIT:
                stood[office.now] = standing
                office.wait(number)
            elif act == RULE:
                waiting = [each.raised.id for each in office.desk.alarms()]
                if waiting:
                    office.desk.rule(waiting[-1], match=number == 1, author="A.", reason="so it is")
            else:
                told = office.one(name, listing(number, born=more))
                if told.standing is Standing.NEW:
                    one = (told.alarm, name, told.match.listing.id, told.match.score)
                    raised.setdefault(office.now, []).append(one)
        for day, standing in stood.items():
            alarms = office.desk.replay(day).alarms
            again = [
                (each.raised.id, each.account.subject.name, each.account.match.listing.id, each.account.match.score)
                for each in alarms
                if each.account
            ]
            assert again == raised.get(day, [])
            assert {each.raised.id: each.standing for each in alarms}.items() <= standing.items()
        office.close()


WORDS = st.text("abcdefghijklmnoprstuvzÅéßğшкяبمن", min_size=5, max_size=12)
PEOPLE = st.lists(st.tuples(WORDS, WORDS), min_size=2, max_size=6, unique=True)


def holding(home: Path, word: str) -> list[str]:
    """The files of a home in whose bytes a word stands, in either way that a database writes it."""
    forms = (word.encode(), word.encode("utf-16-le"))
    files = (path for path in home.rglob("*") if path.is_file())
    return [path.name for path in files if any(form in path.read_bytes() for form in forms)]


@settings(max_examples=15, deadline=None)
@given(people=PEOPLE, kept=st.integers(0, 5), asked=st.booleans())
def test_what_is_forgotten_is_in_no_byte_of_the_home(people: list[tuple[str, str]], kept: int, asked: bool) -> None:
    """Names long and short, forgotten one by one or when their time is over; the others stay, and all is proved."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        office = Office(home / "record.db")
        names = {f"Zq{number}{first}x {last}": listing(number) for number, (first, last) in enumerate(people)}
        told = {name: office.one(name, one).alarm for name, one in names.items()}
        stay = list(names)[: min(kept, len(names) - 1)]
        gone = [name for name in names if name not in stay]
        assert all(holding(home, name.split()[0]) for name in names)
        for name in stay:
            later = office.now + timedelta(days=500)
            office.desk.rule(told[name], match=False, author="A.", reason="no", expires=later)
        if asked:
            for name in gone:
                office.desk.forget(office.desk.alarm(told[name]), reason="he may ask", author="A.")
        else:
            office.wait(100)
            assert office.desk.sweep() == len(gone)
        assert [holding(home, name.split()[0]) for name in gone] == [[]] * len(gone)
        assert all(holding(home, name.split()[0]) == ["kept.db"] for name in stay)
        verified = verify(home, office.record, kept=office.kept)
        assert verified.damages == ()
        office.close()
        assert [holding(home, name.split()[0]) for name in gone] == [[]] * len(gone)


@given(name=st.text(max_size=12), other=st.text(max_size=12))
def test_a_subject_is_known_again_by_itself_alone(name: str, other: str) -> None:
    one, two = Subject("1", name, "person"), Subject("2", other, "person", where="line 4", file="b.csv")
    same = (readings(name) or name) == (readings(other) or other)
    assert (identity(one) == identity(two)) == same


@given(order=st.permutations(range(4)), remarks=st.text(max_size=5))
def test_a_listing_is_the_same_in_any_order(order: list[int], remarks: str) -> None:
    days = [BirthDate(date(1960 + n, 1, 1), date(1960 + n, 1, 1), text=str(n)) for n in range(4)]
    whole = replace(
        listing(1),
        names=tuple(ListedName(f"Name {n}", Quality.ALIAS) for n in range(4)),
        birth_dates=tuple(days),
        identifiers=tuple(Identifier(f"X{n}12345", "passport") for n in range(4)),
        nationalities=("Iraq", "Syria", "France", "Mali"),
        programmes=("a", "b", "c", "d"),
    )
    other = replace(
        whole,
        remarks=remarks,
        addresses=(remarks,),
        **{
            field: tuple(getattr(whole, field)[n] for n in order)
            for field in ("names", "birth_dates", "identifiers", "nationalities", "programmes")
        },
    )
    assert content(whole) == content(other)
    for field in ("names", "birth_dates", "identifiers", "nationalities", "programmes"):
        assert content(replace(whole, **{field: getattr(whole, field)[:3]})) != content(whole)
