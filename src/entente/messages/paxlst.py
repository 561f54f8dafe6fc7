"""Passenger and crew lists: UN/EDIFACT PAXLST, as airlines send them to states (advance passenger information).

Reads: interchanges with or without UNA, groups and line ends, several messages in one; passengers, crew, those in
    transit, and the party that reports: names of up to five components, birth date, nationality, numbers of documents.
    A message that says how many it names is held to it.
Misses: places, flights, sex, document validity, places of birth. Other types of messages are set aside whole.
    A birth year of two digits is taken as the latest that is not after the day of the interchange.
Origin: UN/EDIFACT directory D.02B to D.12B, PAXLST; WCO/IATA/ICAO Guidelines on Advance Passenger Information (2014),
    appendix IIA; ISO 9735-1:2002.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from entente.errors import Refused, Unreadable
from entente.feeds.births import birth_date
from entente.feeds.edifact import Segment, segments
from entente.feeds.row import LONGEST
from entente.feeds.sniff import Look
from entente.messages import Message, Wanted
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Kind
from entente.model.match import Subject

# Party function codes (UN/EDIFACT 3035) of the guidelines; all but the last are of persons.
_ROLES = {
    "FL": "passenger",
    "FM": "crew member",
    "DDU": "passenger in transit",
    "DDT": "crew member in transit",
    "MS": "reporting party",
}
_PARTY = "party"
_REPORTING = "MS"
_NAME_PARTS = 5  # components of a name; a sixth tells its form
_BORN, _NATION, _LOCATOR, _COUNTED = "329", "2", "AVF", ("41", "42")
_MOST = 1000  # segments of one person


@dataclass(slots=True)
class _Group:
    """A NAD segment, and those that tell more of its party."""

    nad: Segment
    rest: list[Segment] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """A message as it is read: its reference, its parties so far, and how many travel."""

    reference: str
    known: bool
    parties: int = 0
    travellers: int = 0


def _looks_like(look: Look) -> bool:
    return look.format == "edifact" and "PAXLST" in look.fields


def _read(path: Path, wanted: Wanted) -> Iterator[Subject | Aside]:
    today = date.max
    message: _List | None = None
    group: _Group | None = None
    whole = False
    for segment in segments(path):
        if group and segment.tag in ("NAD", "UNT", "UNH", "TDT", "CNT", "UNZ"):
            assert message
            yield from _party(group, message, today)
            group = None
        if segment.tag == "UNB":
            today, whole = _day(segment.text(4)) or date.max, False
        elif segment.tag == "UNH":
            message = _List(segment.text(1), segment.text(2) == "PAXLST")
            if not message.known:
                yield Aside(f"message {message.reference}", "UNH", segment.text(2), "not a PAXLST", whole=True)
        elif segment.tag == "UNT":
            message = None
        elif segment.tag == "UNZ":
            whole = message is None
        elif message and message.known:
            if segment.tag == "NAD":
                group = _Group(segment)
            elif group:
                group.rest.append(segment)
                if len(group.rest) > _MOST:
                    raise Refused(
                        path.name, "one party has more than {most} segments", hint="ask its sender", most=_MOST
                    )
            elif segment.tag == "CNT" and segment.text(1) in _COUNTED:
                yield from _counted(segment, message)
    if not whole:
        where = f"{path.name}, message {message.reference}" if message else path.name
        raise Unreadable(where, "it breaks off before its end (UNZ)", hint="is the file cut short?")


def _counted(segment: Segment, message: _List) -> Iterator[Aside]:
    """A note where a message says that it names another number of travellers than it does."""
    said = segment.text(1, 1)
    if said and said != str(message.travellers):
        reason = f"{message.travellers} were read"
        yield Aside(f"message {message.reference}", "CNT", said[:LONGEST], reason, whole=False)


def _party(group: _Group, message: _List, today: date) -> Iterator[Subject | Aside]:
    """The party of a NAD segment as a subject, and what was set aside of it."""
    code = group.nad.text(1)
    message.parties += 1
    message.travellers += code in _ROLES and code != _REPORTING
    where = f"message {message.reference}, NAD+{code} {message.parties}"
    name = _name(group.nad)
    if not name:
        yield Aside(where, "NAD", "", "no name", whole=True)
        return
    birth: BirthDate | None = None
    for segment in group.rest:
        said = segment.text(1, 1)
        if segment.tag == "DTM" and segment.text(1) == _BORN and said:
            try:
                birth = _born(said, today)
            except ValueError:
                yield Aside(where, "DTM+329", said[:LONGEST], "no birth date", whole=False)
    nations = [one.text(2) for one in group.rest if one.tag == "NAT" and one.text(1) in (_NATION, "")]
    numbers = tuple(dict.fromkeys(one.text(2) for one in group.rest if one.tag == "DOC" and one.text(2)))
    locator = next((one.text(1, 1) for one in group.rest if one.tag == "RFF" and one.text(1) == _LOCATOR), "")
    kind = Kind.PERSON if birth or (code in _ROLES and code != _REPORTING) else ""
    nation = next(filter(None, nations), "")
    yield Subject(locator, name, kind, birth, nation, numbers, _ROLES.get(code, _PARTY), where)


def _name(nad: Segment) -> str:
    """The name of C080, the family name last, or of the unstructured C058."""
    family, *given = nad.elements[3][:_NAME_PARTS] if len(nad.elements) > 3 else ("",)
    said = _spoken([*given, family])
    return said or _spoken(nad.elements[2] if len(nad.elements) > 2 else ())


def _spoken(parts: Sequence[str]) -> str:
    return " ".join(" ".join(parts).split())


def _born(said: str, today: date) -> BirthDate:
    """The birth date of six or eight digits. Raises `ValueError`."""
    if len(said) == 8:
        return birth_date(f"{said[:4]}-{said[4:6]}-{said[6:]}")
    if len(said) != 6 or not (said.isascii() and said.isdecimal()):
        raise ValueError(said)
    for century in ("20", "19"):
        born = birth_date(f"{century}{said[:2]}-{said[2:4]}-{said[4:]}")
        if born.first <= today:
            return born
    return born


def _day(said: str) -> date | None:
    """The day of an interchange, of six or eight digits."""
    try:
        return date.fromisoformat(said if len(said) == 8 else f"20{said}")
    except ValueError:
        return None


MESSAGE = Message(
    name="paxlst", title="passenger and crew list (UN/EDIFACT PAXLST)", looks_like=_looks_like, read=_read
)
