"""Names against a few invented listings: what is found, with which reasons, and what is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.model.match import Change, Match, Side, Subject
from entente.names.alignment import DOUBT
from entente.screening.compiling import compile_listings
from entente.screening.evidence import reasons
from entente.screening.index import Index
from entente.screening.screen import Screener
from entente.screening.thresholds import threshold

FLOOR = 0.3


def listed(id: str, *names: str, kind: Kind = Kind.PERSON, **facts: object) -> Listing:
    given = tuple(ListedName(name, Quality.ALIAS if number else Quality.PRIMARY) for number, name in enumerate(names))
    return Listing(id=id, list=id.partition(":")[0], kind=kind, names=given, **facts)  # type: ignore[arg-type]


LISTINGS = [
    listed(
        "a:1",
        "Tareq Mansour al-Wakidi",
        "طارق منصور الواقدي",
        birth_dates=(BirthDate(date(1971, 5, 23), date(1971, 5, 23)),),
        nationalities=("Iraq",),
        identifiers=(Identifier("X0012345", "Passport"),),
    ),
    listed("a:2", "Vladislav Petrovich Zaretsky"),
    listed("a:3", "Zaretsky Machine Works LLC", kind=Kind.ORGANISATION),
    listed("a:4", "Shukhov Chernyak"),
    listed("b:1", "Kim Chol Nam"),
    *(listed(f"b:{number}", f"Filler{number} Person{number}") for number in range(10, 800)),
]


@pytest.fixture(scope="module")
def screener() -> Screener:
    return Screener(compile_listings(LISTINGS))


def best(screener: Screener, name: str, **facts: object) -> Match:
    [matches] = screener.screen([Subject("q", name, **facts)], floor=FLOOR)  # type: ignore[arg-type]
    assert matches, name
    return matches[0]


@pytest.mark.parametrize(
    ("name", "listing"),
    [
        ("Tareq Mansour al-Wakidi", "a:1"),
        ("AL-WAKIDI, Tareq Mansour", "a:1"),
        ("Tariq Mansur Wakidi", "a:1"),
        ("TareqMansour al Wakidi", "a:1"),
        ("طارق منصور الواقدي", "a:1"),
        ("Владислав Петрович Зарецкий", "a:2"),
        ("Vladislav Zaretski", "a:2"),
        ("Vladsilav Petrovich Zaretsky", "a:2"),
        ("V. P. Zaretsky", "a:2"),
        ("Zaretsky Machine Works", "a:3"),
        ("Sjoechov Tsjernjak", "a:4"),
        ("Schuchow Csernyak", "a:4"),
    ],
)
def test_the_listed_are_found(screener: Screener, name: str, listing: str) -> None:
    assert best(screener, name).listing.id == listing


@pytest.mark.parametrize("name", ["Anna Meier", "Peter Mansour Brown", "Kim Eun Ji", "", "()", "12"])
def test_the_innocent_are_spared(screener: Screener, name: str) -> None:
    [matches] = screener.screen([Subject("q", name)], floor=0.45)
    assert matches == ()


def test_a_name_of_its_own_is_not_taken_for_a_slip_of_the_pen() -> None:
    def difference(*more: Listing) -> float:
        screener = Screener(compile_listings([listed("c:1", "Hadim Marsuli"), *more, *LISTINGS]))
        return best(screener, "Jadim Marsuli").parts[0].against

    assert difference(listed("c:4", "Jadim Ruvo"), listed("c:5", "Jadim Pell")) > difference() + 1


def test_a_title_weighs_little(screener: Screener) -> None:
    for title in ("Gen.", "Ayatollah", "MV"):
        assert best(screener, f"{title} Tareq Mansour al-Wakidi").score > 0.6


def test_a_person_is_not_matched_with_a_body(screener: Screener) -> None:
    [matches] = screener.screen([Subject("q", "Zaretsky Machine Works", Kind.PERSON)], floor=0.1)
    assert all(match.listing.kind is Kind.PERSON for match in matches)


def test_every_match_shows_how_each_word_was_changed(screener: Screener) -> None:
    match = best(screener, "Zaretski, Wladislav")
    assert [(part.asked, part.listed, part.change, part.moved) for part in match.parts] == [
        ("Zaretski", "Zaretsky", Change.SOUND, False),
        ("Wladislav", "Vladislav", Change.SOUND, True),
        ("", "Petrovich", Change.MISSING, False),
    ]
    assert match.parts[0].gained > 0
    assert match.parts[2].against > 0


def test_words_written_together_and_apart_are_told(screener: Screener) -> None:
    assert best(screener, "TareqMansour al Wakidi").parts[0].change is Change.JOINED
    assert best(screener, "Vladislav Petro vich Zaretsky").parts[1].change is Change.PARTED


def test_facts_support_and_refute(screener: Screener) -> None:
    name = "Tariq Mansur Wakidi"
    plain = best(screener, name)
    same = best(
        screener,
        name,
        birth_date=BirthDate(date(1971, 1, 1), date(1971, 12, 31)),
        nationality="IQ",
        identifiers=("x-0012345",),
    )
    other = best(screener, name, birth_date=BirthDate(date(1990, 1, 1), date(1990, 1, 1)), nationality="France")
    assert other.score < plain.score < same.score
    assert {reason.fact: reason.side for reason in same.reasons} == {
        "birth_date": Side.SUPPORTS,
        "nationality": Side.SUPPORTS,
        "identifier": Side.SUPPORTS,
    }
    assert [reason.side for reason in other.reasons] == [Side.REFUTES, Side.REFUTES]


@pytest.mark.parametrize("asked", ["9074729", "IMO 9074729", "imo-9074729"])
@pytest.mark.parametrize("kept", ["IMO9074729", "9074729"])
def test_a_ships_number_is_the_same_with_and_without_its_prefix(asked: str, kept: str) -> None:
    ship = listed("a:9", "Paper Boat", kind=Kind.SHIP, identifiers=(Identifier(kept, "IMO number"),))
    [reason] = reasons(Subject("1", "Paper Boat", Kind.SHIP, identifiers=(asked,)), ship)
    assert reason.side is Side.SUPPORTS


def test_a_country_with_an_unknown_name_refutes_nothing(screener: Screener) -> None:
    assert best(screener, "Tariq Mansur Wakidi", nationality="Ruritania").reasons == ()


def test_the_score_is_what_its_parts_and_reasons_say(screener: Screener) -> None:
    from entente.names.alignment import DOUBT

    match = best(screener, "Tarek Mansour Jones", birth_date=BirthDate(date(1990, 1, 1), date(1990, 1, 1)))
    gained = sum(part.gained for part in match.parts)
    against = sum(part.against for part in match.parts) + sum(reason.bits for reason in match.reasons)
    assert match.score == pytest.approx(gained / (gained + against + DOUBT))


def test_an_index_is_the_same_after_it_was_kept(tmp_path: Path) -> None:
    index = compile_listings(LISTINGS[:20])
    index.save(tmp_path / "index.npz")
    again = Index.load(tmp_path / "index.npz")
    subjects = [Subject("q", name.name) for listing in LISTINGS[:20] for name in listing.names]
    before = list(Screener(index).screen(subjects, floor=FLOOR))
    assert list(Screener(again).screen(subjects, floor=FLOOR)) == before
    assert again.lists == ("a", "b")


def test_no_listings_no_matches() -> None:
    [matches] = Screener(compile_listings([])).screen([Subject("q", "Anna Meier")], floor=0.1)
    assert matches == ()


@pytest.mark.parametrize(
    ("facts", "score"),
    [
        ({"identifiers": ("x-001 2345",)}, 20 / 29.5),
        ({"identifiers": ("X0012345",), "birth_date": BirthDate(date(1950, 1, 1), date(1950, 1, 1))}, 20 / 37.5),
    ],
)
def test_the_same_number_is_found_under_another_name(
    screener: Screener, facts: dict[str, object], score: float
) -> None:
    match = best(screener, "Anna Meier", **facts)
    assert (match.listing.id, match.parts) == ("a:1", ())
    assert match.score == pytest.approx(score)
    assert "identifier" in {reason.fact for reason in match.reasons}


def test_a_number_that_is_short_or_of_another_kind_finds_nobody(screener: Screener) -> None:
    for subject in (
        Subject("q", "Anna Meier", identifiers=("45",)),
        Subject("q", "A Fund", "ship", None, "", ("X0012345",)),
    ):
        assert list(screener.screen([subject], floor=FLOOR)) == [()]


def test_a_bank_is_found_by_its_code_with_and_without_a_branch() -> None:
    bank = listed("a:9", "Invented Bank", kind=Kind.ORGANISATION, identifiers=(Identifier("INVTSYDA", "SWIFT/BIC"),))
    screener = Screener(compile_listings([bank, *LISTINGS]))
    for code in ("INVTSYDA", "INVTSYDAXXX", "invtsyda001"):
        assert best(screener, code, kind="organisation", identifiers=(code,)).listing.id == "a:9"


def test_a_nationality_is_known_by_either_code() -> None:
    for code in ("IQ", "IRQ", "Iraq"):
        [reason] = reasons(Subject("q", "x", nationality=code), LISTINGS[0])
        assert reason.side is Side.SUPPORTS


def test_the_very_name_of_a_listing_is_found_however_common_its_words() -> None:
    listings = [
        listed("a:1", "Al-Naqib", "Weak Name", kind=Kind.ORGANISATION),
        listed("a:2", "Ali Hasan", "Hasan Omar"),
        listed("a:3", "Omar"),
        *(listed(f"b:{number}", f"Al-Naqib Ali Hasan Omar Branch{number}") for number in range(400)),
    ]
    screener = Screener(compile_listings(listings))
    for name, listing in (("Al Naqib", "a:1"), ("Ali Hasan", "a:2")):
        match = best(screener, name)
        assert match.listing.id == listing
        assert match.score > threshold(("all",), 10_000, "0.1 %")
        assert [(reason.fact, reason.side) for reason in match.reasons] == [("name", Side.SUPPORTS)]
        gained = sum(part.gained - part.against for part in match.parts) + match.reasons[0].bits
        assert match.score == pytest.approx(gained / (gained + DOUBT))
    for name in ("Hasan Omar", "Omar"):  # another name that is common, and one word, are borne by too many
        [matches] = screener.screen([Subject("q", name)], floor=threshold(("all",), 10_000, "1 %"))
        assert not matches


@pytest.mark.parametrize("said", ["Irak", "irakienne", "iraq", "IRQ", "Iraqi", "العراق"])
def test_a_nationality_is_known_in_other_languages(said: str) -> None:
    [reason] = reasons(Subject("q", "x", nationality=said), LISTINGS[0])
    assert reason.side is Side.SUPPORTS
