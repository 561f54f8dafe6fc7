"""A name to be screened, and the listings that resemble it, each with its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from entente.model.finding import Phrase
from entente.model.listing import BirthDate, ListedName, Listing

__all__ = ["Change", "Match", "Part", "Reason", "Side", "Subject"]


class Change(StrEnum):
    """How a word of one name became a word of the other."""

    SAME = "same"
    SOUND = "sound"
    SPELLING = "spelling"
    SCRIPT = "script"
    JOINED = "joined"
    PARTED = "parted"
    INITIAL = "initial"
    ADDED = "added"
    MISSING = "missing"


class Side(StrEnum):
    """Whether a fact speaks for a match or against it."""

    SUPPORTS = "supports"
    REFUTES = "refutes"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who or what is screened; `kind` is person, organisation, ship, aircraft, or empty where it is not known.

    `role` is the part it plays in a message ("creditor", "passenger"), `where` the place that names it there, and
    `file` the name of the file that the message came in.
    """

    id: str
    name: str
    kind: str = ""
    birth_date: BirthDate | None = None
    nationality: str = ""
    identifiers: tuple[str, ...] = ()
    role: str = ""
    where: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One step of an alignment: the words of the name asked about, those of the listed name, and what changed.

    `moved` where the words stand in another order; `gained` and `against` are the bits that the part puts on either
    side of the match.
    """

    asked: str
    listed: str
    change: Change
    moved: bool
    gained: float
    against: float


@dataclass(frozen=True, slots=True)
class Reason:
    """A fact beside the name that supports or refutes a match: which, in words, and how many bits it weighs."""

    fact: str
    side: Side
    bits: float
    words: Phrase


@dataclass(frozen=True, slots=True)
class Match:
    """A listing that resembles a subject: the listed name that does, the score, and all that it is made of."""

    listing: Listing
    name: ListedName
    score: float
    parts: tuple[Part, ...]
    reasons: tuple[Reason, ...]
