"""The consolidated list of persons, groups and entities under European Union financial sanctions.

Reads: the XML file, version 1.1 (`xmlFullSanctionsList`): names with language, strong and weak aliases, dates of birth
with ranges and "circa", citizenships, identifications, addresses, programmes, the reference of the United Nations.
Misses: places of birth, titles, functions and genders; the legal acts themselves; when a document was issued, and when
a citizenship was gained or lost.
Origin: https://data.europa.eu/data/datasets/consolidated-list-of-persons-groups-and-entities-subject-to-eu-financial-sanctions
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from entente.feeds.births import birth_date, born
from entente.feeds.nodes import Node, take_nodes, xml_nodes
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_ROOT = "{http://eu.europa.ec/fpi/fsd/export}export"
_KINDS = {"person": Kind.PERSON, "enterprise": Kind.ORGANISATION, "P": Kind.PERSON, "E": Kind.ORGANISATION}
_STRONG = {"": Quality.ALIAS, "true": Quality.ALIAS, "false": Quality.WEAK}
_TRUE = {"": False, "true": True, "false": False}
_LOW = re.compile(r"\blow? quality", re.I)  # in a remark on a name, so or with its slip
_OURS = frozenset({"", "GREGORIAN"})  # calendars
_SAID_NOWHERE = frozenset({"", "00", "UNKNOWN"})  # country codes of nothing
_WHOLE_DAY = re.compile(r"\d{4}-[\dX]{2}-[\dX]{2}")
_PARTS_OF_A_NAME = ("firstName", "middleName", "lastName")
_ADDRESS = ("street", "poBox", "zipCode", "city", "region", "place", "countryDescription")
_ABOUT_IT = (
    "logicalId", "regulationLanguage", "regulationSummary", "remark", "additionalInformation", "countryIso2Code",
)  # fmt: skip
_OF_AN_ACT = (
    "logicalId", "regulationType", "organisationType", "publicationDate", "entryIntoForceDate", "numberTitle",
    "publicationUrl", "corrigendum", "remark", "additionalInformation",
)  # fmt: skip


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    return take_nodes(xml_nodes(parts["list"], "sanctionEntity"), _listing)


def _listing(node: Node) -> Iterator[Listing]:
    reference = node.text("euReferenceNumber") or node.need("logicalId")
    united_nations = node.text("unitedNationId")
    kind = _kind(node)
    listing = Listing(
        id=f"eu:{reference}",
        list="eu",
        kind=kind,
        names=tuple(_names(node)),
        birth_dates=tuple(_births(node)),
        nationalities=tuple(_citizenships(node)),
        identifiers=tuple(_identifications(node)),
        addresses=tuple(_addresses(node)),
        programmes=tuple(dict.fromkeys(_programmes(node))),
        references=(f"un:{united_nations}",) if united_nations else (),
        remarks=" ".join((*node.words("remark"), node.text("designationDetails"))).strip(),
    )
    node.close(ignored=("designationDate", "delistingDate", "logicalId", "additionalInformation"))
    yield listing


def _kind(node: Node) -> Kind:
    [subject] = node.nodes("subjectType")
    kind = subject.pick("code", _KINDS)
    subject.close(ignored=("classificationCode",))
    return kind


def _programmes(node: Node) -> Iterator[str]:
    for act in node.nodes("regulation"):
        yield from act.texts("programme")
        act.close(ignored=_OF_AN_ACT)


def _names(node: Node) -> Iterator[ListedName]:
    for number, alias in enumerate(node.nodes("nameAlias")):
        parts = " ".join(filter(None, map(alias.text, _PARTS_OF_A_NAME)))
        name = alias.text("wholeName") or parts
        quality, language = alias.pick("strong", _STRONG), alias.text("nameLanguage").lower()
        quality = Quality.WEAK if _LOW.search(" ".join(alias.words("remark"))) else quality
        alias.close(ignored=(*_ABOUT_IT, "gender", "title", "function", "regulationSummary"))
        if name:
            yield ListedName(name, Quality.PRIMARY if number == 0 else quality, language)


def _births(node: Node) -> Iterator[BirthDate]:
    for birth in node.nodes("birthdate"):
        day, about, usual = birth.text("birthdate"), birth.pick("circa", _TRUE), birth.text("calendarType") in _OURS
        year, month, dom = birth.text("year"), birth.text("monthOfYear"), birth.text("dayOfMonth")
        first, last = birth.text("yearRangeFrom"), birth.text("yearRangeTo")
        birth.close(ignored=(*_ABOUT_IT, "city", "zipCode", "region", "place", "countryDescription"))
        try:
            if not usual:
                node.set_aside("birthdate", day or year, "of another calendar")
            elif day and _WHOLE_DAY.fullmatch(day):
                made = birth_date(day)
                yield BirthDate(made.first, made.last, about, made.text)
            elif year.strip("0"):
                yield born(year, month.strip("0") and month, dom.strip("0") and dom, about=about)
            elif first.strip("0") and last.strip("0"):
                yield born(first, until=last, about=about)
            elif day or first or last:
                node.set_aside("birthdate", day or f"{first}-{last}", "not a birth date")
        except ValueError as error:
            node.set_aside("birthdate", day or year or f"{first}-{last}", str(error))


def _citizenships(node: Node) -> Iterator[str]:
    for each in node.nodes("citizenship"):
        code = each.text("countryIso2Code")
        each.close(ignored=(*_ABOUT_IT, "region", "countryDescription", "acquisitionDate", "disenfranchisementDate"))
        if code not in _SAID_NOWHERE:
            yield code


def _identifications(node: Node) -> Iterator[Identifier]:
    flags = ("diplomatic", "knownExpired", "knownFalse", "reportedLost", "revokedByIssuer")
    issue = ("issuedBy", "issueDate", "validFrom", "validTo", "nameOnDocument", "region", "countryDescription")
    for each in node.nodes("identification"):
        code, number, latin = each.text("countryIso2Code"), each.text("number"), each.text("latinNumber")
        kind = each.text("identificationTypeDescription") or each.text("identificationTypeCode")
        note = ", ".join(flag for flag in flags if each.text(flag) == "true")
        each.close(ignored=(*_ABOUT_IT, *issue, "identificationTypeCode"))
        for text in dict.fromkeys(filter(None, (latin, number))):
            yield Identifier(text, kind, "" if code in _SAID_NOWHERE else code, note)


def _addresses(node: Node) -> Iterator[str]:
    for each in node.nodes("address"):
        address = ", ".join(text for field in _ADDRESS if (text := each.text(field)) not in _SAID_NOWHERE)
        each.close(ignored=(*_ABOUT_IT, "asAtListingTime", "contactInfo"))
        if address:
            yield address


WATCHLIST = Watchlist(
    name="eu",
    title="European Union consolidated financial sanctions list",
    publisher="European Commission",
    licence="reuse with attribution (Commission Decision 2011/833/EU)",
    home="https://webgate.ec.europa.eu/fsd/fsf",
    parts=(
        Part(
            "list",
            "https://webgate.ec.europa.eu/fsd/fsf/public/files/xmlFullSanctionsList_1_1/content?token=dG9rZW4tMjAxNw",
            "xml",
            frozenset({_ROOT}),
        ),
    ),
    read=_read,
    fewest=100,
)
