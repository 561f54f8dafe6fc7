"""What stands on an official list: a listed person, body, ship or aircraft."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

__all__ = ["BirthDate", "Identifier", "Kind", "ListedName", "Listing", "Quality"]


class Kind(StrEnum):
    """What is listed."""

    PERSON = "person"
    ORGANISATION = "organisation"
    SHIP = "ship"
    AIRCRAFT = "aircraft"


class Quality(StrEnum):
    """How the publisher stands by a name: the name of the listing, another name, another spelling, a weak alias."""

    PRIMARY = "primary"
    ALIAS = "alias"
    VARIANT = "variant"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as published, its quality, and its language or script where the publisher says so (ISO 639-1 or words)."""

    name: str
    quality: Quality
    language: str = ""


@dataclass(frozen=True, slots=True)
class BirthDate:
    """The first and the last day on which somebody can have been born; the same day where it is known.

    `about` where the publisher says "circa"; `text` is the date as published.
    """

    first: date
    last: date
    about: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number of a document or a register: what kind in the publisher's words, of which country, with what note."""

    number: str
    kind: str = ""
    country: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One entry of a list. `id` is the list's name and the publisher's reference ("un:QDi.001").

    `programmes` in the publisher's words; `nationalities` and countries as published; `references` are ids of the
    same person or body elsewhere ("un:QDi.001"); `listed` the day of the listing where it is told. `row` is where it
    stands in its file ("bytes 120-4380", "line 17"): a listing that only moved is the same.
    """

    id: str
    list: str
    kind: Kind
    names: tuple[ListedName, ...]
    birth_dates: tuple[BirthDate, ...] = ()
    nationalities: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    addresses: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    listed: date | None = None
    remarks: str = ""
    row: str = field(default="", compare=False)
