"""A subject and a listing as a pair: by what each is known again, and whether a person must hear of the two.

What counts, and what does not, is said in docs/explanation/retention.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

import msgspec

from entente.feeds.countries import nation
from entente.model.alarm import Before, Sighting, Standing
from entente.model.finding import Phrase
from entente.model.listing import BirthDate, Listing
from entente.model.match import Match, Subject
from entente.names.words import readings
from entente.screening.evidence import plain

__all__ = ["content", "identity", "judge", "sight"]

SHORT = 12  # characters of an alarm's id that are said

RULED = {
    Standing.WAITING: "raised before as alarm {alarm}: it waits for a ruling",
    Standing.TRUE: "alarm {alarm}: ruled a true match by {by}: {reason}",
    Standing.FALSE: "alarm {alarm}: ruled a false match by {by}: {reason}",
}


def sight(subject: Subject, match: Match) -> Sighting:
    """A match that needs a person, with what its two sides are known by."""
    return Sighting(subject, match, identity(subject), content(match.listing))


def identity(subject: Subject) -> str:
    """The SHA-256 of what makes a subject the same: its name as it is compared, kind, birth, nationality, numbers.

    Where it is named, and in which case, accents or punctuation, makes no difference; order and spelling do.
    """
    return _hash(
        subject.kind,
        _name(subject.name),
        _birth(subject.birth_date) if subject.birth_date else "",
        _nation(subject.nationality),
        _set(plain(number) for number in subject.identifiers),
    )


def content(listing: Listing) -> str:
    """The SHA-256 of what matters of a listing: kind, names, births, nationalities, numbers, programmes, in any order.

    Addresses, remarks, references, the day of listing, notes, and the quality of a name do not.
    """
    return _hash(
        listing.id,
        listing.kind,
        _set(_name(name.name) for name in listing.names),
        _set(_birth(birth) for birth in listing.birth_dates),
        _set(_nation(one) for one in listing.nationalities),
        _set(plain(one.number) or one.number for one in listing.identifiers),
        _set(listing.programmes),
    )


def judge(sighting: Sighting, before: Before | None) -> tuple[Standing, Phrase | None]:
    """How a pair stands after the last alarm on it, and why; the same pair is new again when something has changed."""
    if before is None:
        return Standing.NEW, None
    values = (("alarm", before.alarm[:SHORT]), ("by", before.by), ("reason", before.reason))
    if before.content != sighting.content:
        return Standing.NEW, Phrase("the listing has changed since alarm {alarm}", values)
    if before.lapsed:
        return Standing.NEW, Phrase("the ruling on alarm {alarm} has expired", values)
    return before.standing, Phrase(RULED[before.standing], values)


def _name(name: str) -> Any:
    """A name as it is compared; one without a word that can be is itself."""
    return readings(name) or name


def _birth(birth: BirthDate) -> Any:
    return birth.first, birth.last, birth.about


def _nation(name: str) -> str:
    return nation(name) or name.strip().casefold()


def _set(values: Iterable[Any]) -> list[bytes]:
    """Values in an order of their own, each once."""
    return sorted({msgspec.json.encode(value) for value in values})


def _hash(*values: Any) -> str:
    return sha256(msgspec.json.encode(values)).hexdigest()
