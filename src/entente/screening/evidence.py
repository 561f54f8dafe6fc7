"""Holds birth date, nationality and identifiers of a subject against those of a listing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from entente.feeds.countries import nation
from entente.model.finding import Phrase
from entente.model.listing import BirthDate, Listing
from entente.model.match import Reason, Side, Subject

__all__ = ["plain", "reasons", "very_name"]

# Bits that a fact weighs, for or against.
SAME_DAY = 10.0
SAME_YEAR = 4.0
OTHER_BIRTH = 8.0
SAME_NATION = 2.0
OTHER_NATION = 1.0  # people have several, and lists tell some of them
SAME_NUMBER = 20.0

YEAR = 366  # days
LEEWAY = {True: 2 * YEAR, False: 0}  # days between two birth dates that still agree, where one is "about"
NOT_A_NUMBER = re.compile(r"[^0-9A-Z]|\bIMO(?=\W*\d{7}\b)")  # a ship's number is written with and without its prefix
BRANCH = re.compile(r"[A-Z]{6}[0-9A-Z]{5}")  # a bank's code that names one of its branches (ISO 9362)
BANK = 8  # characters of it that name the bank
SHORTEST = 5  # characters of an identifier that can identify


def reasons(subject: Subject, listing: Listing) -> Iterator[Reason]:
    """What supports or refutes that a subject is a listing; nothing where one side does not tell."""
    if subject.birth_date and listing.birth_dates:
        yield _birth(subject.birth_date, listing.birth_dates)
    if subject.nationality and listing.nationalities:
        yield from _nationality(subject.nationality, listing.nationalities)
    own = {plain(number) for number in subject.identifiers}
    for identifier in listing.identifiers:
        if len(number := plain(identifier.number)) >= SHORTEST and number in own:
            words = Phrase("the same {kind} {number}", (("kind", identifier.kind), ("number", identifier.number)))
            if not identifier.kind:
                words = Phrase("the same number {number}", (("number", identifier.number),))
            yield Reason("identifier", Side.SUPPORTS, SAME_NUMBER, words)


def very_name(bits: float) -> Reason:
    """That a name, however common its words, is the very name of the listing."""
    return Reason("name", Side.SUPPORTS, bits, Phrase("it is the very name of the listing"))


def _birth(asked: BirthDate, listed: tuple[BirthDate, ...]) -> Reason:
    nearest = min(listed, key=lambda one: _apart(asked, one))
    values = (("asked", asked.text or _said(asked)), ("listed", nearest.text or _said(nearest)))
    if _apart(asked, nearest) > LEEWAY[asked.about or nearest.about]:
        return Reason("birth_date", Side.REFUTES, OTHER_BIRTH, Phrase("born {asked}, listed as born {listed}", values))
    exact = asked.first == asked.last == nearest.first == nearest.last
    words = Phrase("born {asked}, listed as born {listed}: the same day", values)
    if not exact:
        words = Phrase("born {asked}, listed as born {listed}: these agree", values)
    return Reason("birth_date", Side.SUPPORTS, SAME_DAY if exact else SAME_YEAR, words)


def _apart(one: BirthDate, other: BirthDate) -> int:
    """Days between two birth dates; 0 where they overlap."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


def _said(birth: BirthDate) -> str:
    return _day(birth.first) if birth.first == birth.last else f"{_day(birth.first)}/{_day(birth.last)}"


def _day(day: date) -> str:
    return day.isoformat()


def _nationality(asked: str, listed: tuple[str, ...]) -> Iterator[Reason]:
    """Nothing is refuted by a country whose name is not known."""
    ours, theirs = nation(asked), [nation(one) for one in listed]
    values = (("asked", asked), ("listed", ", ".join(listed)))
    if ours and ours in theirs:
        yield Reason("nationality", Side.SUPPORTS, SAME_NATION, Phrase("the same nationality, {asked}", values))
    elif ours and all(theirs):
        words = Phrase("nationality {asked}, listed as {listed}", values)
        yield Reason("nationality", Side.REFUTES, OTHER_NATION, words)


def plain(number: str) -> str:
    """A number of a document as it is compared: capitals and digits; of a bank's code the bank without its branch."""
    told = NOT_A_NUMBER.sub("", number.upper())
    return told[:BANK] if BRANCH.fullmatch(told) else told
