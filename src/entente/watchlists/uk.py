"""The UK Sanctions List, the only British list since 28 January 2026.

Reads: the XML of the list: names in up to six parts with their type and strength (written in large and small letters
as it comes), names in other scripts, dates of birth, nationalities, passports, national identifiers and registrations
of businesses, addresses, regimes, IMO numbers of ships, the reference of the United Nations.
Misses: places of birth, positions, genders, parent companies, ships' particulars, the reasons of a designation.
Origin: https://www.gov.uk/government/publications/the-uk-sanctions-list; Open Government Licence v3.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from entente.feeds.births import birth_date
from entente.feeds.nodes import Node, take_nodes, xml_nodes
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_KINDS = {"Individual": Kind.PERSON, "Entity": Kind.ORGANISATION, "Ship": Kind.SHIP}
_TYPES = {
    "primary name": Quality.PRIMARY,
    "alias": Quality.ALIAS,
    "primary name variation": Quality.VARIANT,
    "": Quality.ALIAS,
}
_WEAK = {
    "": False,
    "good quality": False,
    "good quality a.k.a": False,
    "low quality": True,
    "low quality a.k.a": True,
}
_PARTS_OF_A_NAME = ("Name1", "Name2", "Name3", "Name4", "Name5", "Name6")
_PASSPORTS = ("PassportDetails", "Passport", "PassportNumber", "PassportAdditionalInformation")
_NATIONAL = (
    "NationalIdentifierDetails",
    "NationalIdentifier",
    "NationalIdentifierNumber",
    "NationalIdentifierAdditionalInformation",
)
_IGNORED = (
    "LastUpdated", "OFSIGroupID", "DesignationSource", "SanctionsImposed", "SanctionsImposedIndicators",
    "PhoneNumbers", "EmailAddresses", "Websites", "UKStatementofReasons", "Titles",
)  # fmt: skip
_OF_A_BODY = ("TypeOfEntities", "ParentCompanies", "Subsidiaries")
_OF_A_SHIP = (
    "CurrentOwnerOperators", "PreviousOwnerOperators", "CurrentBelievedFlagOfShips", "PreviousFlags",
    "TypeOfShipDetails", "TonnageOfShipDetails", "LengthOfShipDetails", "YearsBuilt", "HullIdentificationNumbers",
)  # fmt: skip
_ADDRESS = (*(f"AddressLine{number}" for number in range(1, 7)), "AddressPostalCode", "AddressCountry")


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    return take_nodes(xml_nodes(parts["list"], "Designation"), _listing)


def _listing(node: Node) -> Iterator[Listing]:
    reference, united_nations = node.need("UniqueID"), node.text("UNReferenceNumber")
    kind = node.pick("IndividualEntityShip", _KINDS)
    names = sorted(_names(node), key=lambda name: name.quality is not Quality.PRIMARY)
    people = list(_inner(node, "IndividualDetails", "Individual"))
    listing = Listing(
        id=f"uk:{reference}",
        list="uk",
        kind=kind,
        names=tuple(dict.fromkeys((*names, *_other_scripts(node)))),
        birth_dates=tuple(birth for person in people for birth in _births(node, person)),
        nationalities=tuple(text for person in people for text in _texts(person, "Nationalities", "Nationality")),
        identifiers=(
            *(number for person in people for number in _numbers(person, _PASSPORTS, "Passport")),
            *(number for person in people for number in _numbers(person, _NATIONAL, "National identifier")),
            *_registrations(node),
            *_ships(node),
        ),
        addresses=tuple(_addresses(node)),
        programmes=node.texts("RegimeName"),
        references=(f"un:{united_nations}",) if united_nations else (),
        listed=next(iter(node.read("DateDesignated", _day)), None),
        remarks=node.text("OtherInformation"),
    )
    for person in people:
        person.close(ignored=("BirthDetails", "Genders", "Positions", "Titles"))
    node.close(ignored=_IGNORED)
    yield listing


def _names(node: Node) -> Iterator[ListedName]:
    for name in _inner(node, "Names", "Name"):
        whole = " ".join(filter(None, map(name.text, _PARTS_OF_A_NAME)))
        quality = name.pick("NameType", _TYPES, folded=True)
        weak = name.pick("AliasStrength", _WEAK, folded=True)
        name.close(ignored=("Title",))
        if whole:
            yield ListedName(whole, Quality.WEAK if weak else quality)


def _other_scripts(node: Node) -> Iterator[ListedName]:
    for name in _inner(node, "NonLatinNames", "NonLatinName"):
        for text in name.texts("NameNonLatinScript"):
            yield ListedName(
                text, Quality.ALIAS, name.text("NonLatinScriptLanguage") or name.text("NonLatinScriptType")
            )
        name.close(ignored=("NonLatinScriptType", "NonLatinScriptLanguage"))


def _births(node: Node, person: Node) -> Iterator[BirthDate]:
    for text in _texts(person, "DOBs", "DOB"):
        try:
            yield birth_date(text)
        except ValueError as error:
            node.set_aside("DOB", text, str(error))


def _numbers(person: Node, fields: tuple[str, str, str, str], kind: str) -> Iterator[Identifier]:
    outer, inner, number, note = fields
    for each in _inner(person, outer, inner):
        text, words = each.text(number), each.text(note)
        each.close()
        if text:
            yield Identifier(text, kind, "", words)


def _registrations(node: Node) -> Iterator[Identifier]:
    for body in _inner(node, "EntityDetails", "Entity"):
        for number in _texts(body, "BusinessRegistrationNumbers", "BusinessRegistrationNumber"):
            yield Identifier(number, "Business registration")
        body.close(ignored=_OF_A_BODY)


def _ships(node: Node) -> Iterator[Identifier]:
    for ship in _inner(node, "ShipDetails", "Ship"):
        for number in _texts(ship, "IMONumbers", "IMONumber"):
            yield Identifier(number, "IMO number")
        ship.close(ignored=_OF_A_SHIP)


def _addresses(node: Node) -> Iterator[str]:
    for each in _inner(node, "Addresses", "Address"):
        address = ", ".join(filter(None, map(each.text, _ADDRESS)))
        each.close()
        if address:
            yield address


def _texts(node: Node, outer: str, inner: str) -> tuple[str, ...]:
    return tuple(text for each in node.nodes(outer) for text in each.texts(inner))


def _inner(node: Node, outer: str, inner: str) -> Iterator[Node]:
    for each in node.nodes(outer):
        yield from each.nodes(inner)
        each.close()


def _day(text: str) -> date:
    return datetime.strptime(text[:10], "%d/%m/%Y").date()


WATCHLIST = Watchlist(
    name="uk",
    title="UK Sanctions List",
    publisher="Foreign, Commonwealth and Development Office",
    licence="Open Government Licence v3.0",
    home="https://www.gov.uk/government/publications/the-uk-sanctions-list",
    parts=(
        Part(
            "list", "https://sanctionslist.fcdo.gov.uk/docs/UK-Sanctions-List.xml", "xml", frozenset({"Designations"})
        ),
    ),
    read=_read,
    fewest=100,
)
