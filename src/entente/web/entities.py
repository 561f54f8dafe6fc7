"""Listings as entities of the FollowTheMoney model, and examples of entities as subjects to screen.

The model's names (schemata, properties, topics) are those that OpenSanctions publishes; ours are `model/listing.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import product
from typing import Annotated, Any

import msgspec

from entente.feeds.births import birth_date
from entente.feeds.countries import alpha2, nation
from entente.model.listing import BirthDate, Identifier, Kind, Listing, Quality
from entente.model.match import Subject
from entente.web.limits import Limits
from entente.web.problems import Problem

__all__ = [
    "COUNTRIES",
    "KINDS",
    "LABELS",
    "SCHEMATA",
    "Entity",
    "Example",
    "Schema",
    "asked",
    "code",
    "entity",
    "properties_of",
    "subjects",
]

# What each schema that may be asked for is to us; an empty kind is any.
KINDS: Mapping[str, str] = {
    "Person": Kind.PERSON,
    "Organization": Kind.ORGANISATION,
    "Company": Kind.ORGANISATION,
    "PublicBody": Kind.ORGANISATION,
    "LegalEntity": "",
    "Vessel": Kind.SHIP,
    "Airplane": Kind.AIRCRAFT,
    "Thing": "",
}
# The schema in which each kind is answered, and its names for one and for many.
SCHEMATA: Mapping[str, str] = {
    Kind.PERSON: "Person",
    Kind.ORGANISATION: "Organization",
    Kind.SHIP: "Vessel",
    Kind.AIRCRAFT: "Airplane",
}
LABELS: Mapping[str, str] = {
    "Person": "Person",
    "Organization": "Organisation",
    "Company": "Company",
    "PublicBody": "Public body",
    "LegalEntity": "Person or organisation",
    "Vessel": "Ship",
    "Airplane": "Aircraft",
    "Thing": "Anything listed",
}

NAMES = ("name", "alias", "weakAlias", "previousName", "abbreviation")
PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")  # of a name, where it is not told as one
COUNTRIES: Mapping[str, tuple[str, ...]] = {
    Kind.PERSON: ("nationality", "citizenship"),
    Kind.ORGANISATION: ("country", "jurisdiction", "mainCountry"),
    Kind.SHIP: ("flag", "country"),
    Kind.AIRCRAFT: ("country",),
    "": ("nationality", "citizenship", "country", "jurisdiction", "flag"),
}
NUMBERS = (
    "idNumber",
    "passportNumber",
    "socialSecurityNumber",
    "taxNumber",
    "registrationNumber",
    "innCode",
    "ogrnCode",
    "okpoCode",
    "vatCode",
    "leiCode",
    "dunsCode",
    "swiftBic",
    "uscCode",
    "uniqueEntityId",
    "licenseNumber",
    "imoNumber",
    "mmsi",
    "callSign",
    "serialNumber",
)
QUALITIES = {Quality.PRIMARY: "name", Quality.WEAK: "weakAlias", Quality.ALIAS: "alias", Quality.VARIANT: "alias"}
# Words in what a publisher calls a number, and the property that it is; the first that is found.
NUMBER_WORDS = (
    ("passport", "passportNumber", {Kind.PERSON}),
    ("imo", "imoNumber", {Kind.SHIP, Kind.ORGANISATION}),
    ("mmsi", "mmsi", {Kind.SHIP}),
    ("call sign", "callSign", {Kind.SHIP}),
    ("tax", "taxNumber", {Kind.PERSON, Kind.ORGANISATION}),
    ("swift", "swiftBic", {Kind.ORGANISATION}),
    ("serial", "serialNumber", {Kind.AIRCRAFT}),
)
OTHER_NUMBER = {Kind.PERSON: "idNumber", Kind.SHIP: "registrationNumber", Kind.AIRCRAFT: "registrationNumber"}


# What each property that listings have is called.
PROPERTIES = {
    "name": "Name",
    "alias": "Other name",
    "weakAlias": "Weak alias",
    "birthDate": "Birth date",
    "nationality": "Nationality",
    "country": "Country",
    "flag": "Flag",
    "passportNumber": "Passport number",
    "idNumber": "Number of a document",
    "taxNumber": "Tax number",
    "registrationNumber": "Registration number",
    "swiftBic": "SWIFT or BIC code",
    "imoNumber": "IMO number",
    "mmsi": "MMSI",
    "callSign": "Call sign",
    "serialNumber": "Serial number",
    "address": "Address",
    "program": "Sanctions programme",
    "topics": "Topics",
    "createdAt": "Day of the listing",
    "notes": "Remarks",
}


Schema = Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(KINDS)})]


class Entity(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """A listing: `properties` by their names in the model, each with all its values."""

    id: str
    caption: str
    schema_: str
    properties: dict[str, list[str]]
    datasets: list[str]
    referents: list[str]
    target: bool = True
    first_seen: datetime | None = None
    last_seen: datetime | None = None
    last_change: datetime | None = None


class Example(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """Who or what is asked about: a schema, and what is known by property, one value or several."""

    schema_: Schema
    properties: dict[str, str | list[str | None]]
    id: str | None = None


def entity(listing: Listing, seen: datetime | None = None) -> dict[str, Any]:
    """The fields of a listing as an `Entity`; `seen` is when its list was last pulled."""
    properties: dict[str, list[str]] = {}
    for name in listing.names:
        _put(properties, QUALITIES[name.quality], name.name)
    for birth in listing.birth_dates:
        _put(properties, "birthDate", _day(birth))
    home = COUNTRIES[listing.kind][0]
    for land in listing.nationalities:
        _put(properties, home, code(land) or land)
    for number in listing.identifiers:
        _put(properties, _number(number, listing.kind), number.number)
    for address in listing.addresses:
        _put(properties, "address", address)
    for programme in listing.programmes:
        _put(properties, "program", programme)
    if listing.listed:
        _put(properties, "createdAt", listing.listed.isoformat())
    if listing.remarks:
        _put(properties, "notes", listing.remarks)
    properties["topics"] = ["sanction"]
    return {
        "id": listing.id,
        "caption": listing.names[0].name if listing.names else listing.id,
        "schema_": SCHEMATA[listing.kind],
        "properties": properties,
        "datasets": [listing.list],
        "referents": list(listing.references),
        "last_seen": seen,
    }


def _put(properties: dict[str, list[str]], name: str, value: str) -> None:
    values = properties.setdefault(name, [])
    if value and value not in values:
        values.append(value)


def _day(birth: BirthDate) -> str:
    """A birth date as the model has dates: a day, a month, a year; a range of years as it was published."""
    first, last = birth.first, birth.last
    if first == last:
        return first.isoformat()
    if first.year != last.year:
        return birth.text or f"{first.year}/{last.year}"
    return f"{first:%Y-%m}" if first.month == last.month else f"{first:%Y}"


def _number(number: Identifier, kind: Kind) -> str:
    """The property that an identifier is, by what its publisher calls it."""
    called = number.kind.lower()
    for word, name, kinds in NUMBER_WORDS:
        if word in called and kind in kinds:
            return name
    return OTHER_NUMBER.get(kind, "registrationNumber")


@lru_cache(maxsize=4096)
def code(name: str) -> str:
    """The model's code of a country, ISO 3166-1 alpha-2 in small letters, by its name or a code; empty if unknown."""
    return (alpha2(nation(name) or "") or "").lower()


def properties_of(schema: str) -> Mapping[str, str]:
    """The properties that listings of a schema may have, and what they are called. Raises `Problem`."""
    if schema not in KINDS:
        raise Problem("no-schema", name=schema, names=", ".join(KINDS))
    if not (kind := KINDS[schema]):
        return PROPERTIES
    numbers = {name for _, name, kinds in NUMBER_WORDS if kind in kinds} | {_number(Identifier(""), Kind(kind))}
    own = {COUNTRIES[kind][0], *numbers} | ({"birthDate"} if kind == Kind.PERSON else set())
    others = {"birthDate", *NUMBERS, *(names[0] for names in COUNTRIES.values())} - own
    return {name: words for name, words in PROPERTIES.items() if name not in others}


def asked(example: Example) -> Example:
    """An example with nothing but what is used of it: what its answer echoes as the query."""
    kind = KINDS.get(example.schema_)
    if kind is None:
        raise Problem("no-schema", name=example.schema_, names=", ".join(KINDS))
    given = {name: _texts(values) for name, values in example.properties.items()}
    used: dict[str, Any] = {name: given[name] for name in (*NAMES, *COUNTRIES[kind], *NUMBERS) if given.get(name)}
    if not any(name in used for name in NAMES):
        used |= {name: given[name] for name in PARTS if given.get(name)}
    if births := [text for text in given.get("birthDate", ()) if _born(text)]:
        used["birthDate"] = births
    return Example(example.schema_, used, example.id)


def _texts(values: str | Sequence[str | None]) -> list[str]:
    texts = [values] if isinstance(values, str) else values
    return list(dict.fromkeys(text.strip() for text in texts if text and text.strip()))


def _born(text: str) -> BirthDate | None:
    try:
        return birth_date(text)
    except ValueError:
        return None


def subjects(key: str, example: Example, limits: Limits) -> list[Subject]:
    """The subjects that an example from `asked` may be: each of its names, with each birth date and each country.

    Raises `Problem` where it has no name, one too long, or too many.
    """
    given: Mapping[str, Any] = example.properties
    names = [text for name in NAMES for text in given.get(name, ())]
    names = names or list(filter(None, [" ".join(text for name in PARTS for text in given.get(name, ()))]))
    if not names:
        raise Problem("no-name", key=key)
    if (longest := max(map(len, names))) > limits.name:
        raise Problem("too-long", count=longest, most=limits.name)
    kind = KINDS[example.schema_]
    births = [_born(text) for text in given.get("birthDate", ())] or [None]
    nations = [text for name in COUNTRIES[kind] for text in given.get(name, ())] or [""]
    numbers = tuple(text for name in NUMBERS for text in given.get(name, ()))
    if (count := len(names) * len(births) * len(nations)) > limits.variants:
        raise Problem("too-varied", key=key, count=count, most=limits.variants)
    return [Subject(key, *one, numbers) for one in product(names, [kind], births, nations)]
