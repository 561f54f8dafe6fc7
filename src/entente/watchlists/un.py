"""The Consolidated List of the United Nations Security Council.

Reads: the XML of the list: individuals and entities with names in up to four parts, names in the original script,
aliases by quality, dates of birth with their type, nationalities, documents, addresses, comments. Several names packed
into one alias with ";", and "(original script: ...)", are split; "na" is nothing.
Misses: places of birth, titles and designations are not kept; the comments are, as remarks.
Origin: https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list, XML of schema sc-sanctions.xsd.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from entente.feeds.births import birth_date, born
from entente.feeds.nodes import Node, take_nodes, xml_nodes
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_QUALITIES = {
    "": Quality.ALIAS,
    "Good": Quality.ALIAS,
    "a.k.a.": Quality.ALIAS,
    "f.k.a.": Quality.ALIAS,
    "Low": Quality.WEAK,
}
_NOTHING = frozenset({"", "na", "n/a", "-", "none"})
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_SCRIPT = re.compile(r"\(?\s*(?:name in )?original script\s*:\s*([^)]*)\)?", re.I)
_SEVERAL = re.compile(r"\(([^()]*;[^()]*)\)")  # several names in brackets after another
_APART = re.compile(r";|\n|(?:^|(?<=\s))\(?[a-z0-9]{1,2}\)\s+")  # also by numbers: "a) ... b) ..."
_ADDRESS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
_KNOWN_DATES = frozenset({"", "EXACT", "APPROXIMATELY", "BETWEEN"})


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    return take_nodes(xml_nodes(parts["list"], "INDIVIDUAL", "ENTITY"), _listing)


def _listing(node: Node) -> Iterator[Listing]:
    person = "INDIVIDUAL_ALIAS" in node.fields or "SECOND_NAME" in node.fields or "INDIVIDUAL_DOCUMENT" in node.fields
    prefix = "INDIVIDUAL" if person else "ENTITY"
    reference = node.need("REFERENCE_NUMBER")
    listing = Listing(
        id=f"un:{reference}",
        list="un",
        kind=Kind.PERSON if person else Kind.ORGANISATION,
        names=tuple(dict.fromkeys(_names(node, f"{prefix}_ALIAS"))),
        birth_dates=tuple(_births(node)),
        nationalities=tuple(text for each in node.nodes("NATIONALITY") for text in _values(each)),
        identifiers=tuple(_documents(node)),
        addresses=tuple(_addresses(node, f"{prefix}_ADDRESS")),
        programmes=node.texts("UN_LIST_TYPE"),
        listed=next(iter(node.read("LISTED_ON", lambda text: date.fromisoformat(text[:10]))), None),
        remarks=node.text("COMMENTS1"),
    )
    node.close(
        ignored=(
            "DATAID", "VERSIONNUM", "GENDER", "LIST_TYPE", "LAST_DAY_UPDATED", "SORT_KEY", "SORT_KEY_LAST_MOD",
            "DESIGNATION", "TITLE", "SUBMITTED_BY", "SUBMITTED_ON", "DELISTED_ON", "NATIONALITY2",
            "INDIVIDUAL_PLACE_OF_BIRTH",
        )
    )  # fmt: skip
    yield listing


def _names(node: Node, aliases: str) -> Iterator[ListedName]:
    whole = " ".join(part for field in _NAMES if (part := node.text(field)) and part.lower() not in _NOTHING)
    yield from _split(whole, Quality.PRIMARY)
    for original in node.texts("NAME_ORIGINAL_SCRIPT"):
        yield from _split(original, Quality.PRIMARY, "original script")
    for alias in node.nodes(aliases):
        quality = alias.pick("QUALITY", _QUALITIES)
        yield from _split(alias.text("ALIAS_NAME"), quality)
        alias.close(ignored=("CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "DATE_OF_BIRTH", "NOTE"))


def _split(packed: str, quality: Quality, language: str = "") -> Iterator[ListedName]:
    """The names that one field holds."""
    for original in _SCRIPT.findall(packed):
        yield from _split(original, quality, "original script")
    for one in _APART.split(_SEVERAL.sub(r";\1", _SCRIPT.sub("", packed))):
        name = " ".join(one.split()).strip(",")
        name = name if name.count("(") == name.count(")") else name.strip("() ")
        if name.lower() not in _NOTHING:
            yield ListedName(name, quality, language)


def _births(node: Node) -> Iterator[BirthDate]:
    for birth in node.nodes("INDIVIDUAL_DATE_OF_BIRTH"):
        kind = birth.text("TYPE_OF_DATE")
        if kind not in _KNOWN_DATES:
            node.set_aside("TYPE_OF_DATE", kind, "not a known type of date")
        about = kind == "APPROXIMATELY"
        day, year = birth.text("DATE"), birth.text("YEAR")
        first, last = birth.text("FROM_YEAR"), birth.text("TO_YEAR")
        birth.close(ignored=("NOTE",))
        try:
            if day:
                yield _about(birth_date(day), about)
            elif year:
                yield born(year, about=about)
            elif first and last:
                yield born(first, until=last, about=about)
        except ValueError as error:
            node.set_aside("INDIVIDUAL_DATE_OF_BIRTH", day or year or f"{first}-{last}", str(error))


def _about(birth: BirthDate, about: bool) -> BirthDate:
    return BirthDate(birth.first, birth.last, about or birth.about, birth.text)


def _documents(node: Node) -> Iterator[Identifier]:
    for document in node.nodes("INDIVIDUAL_DOCUMENT"):
        kind = " ".join(filter(None, (document.text("TYPE_OF_DOCUMENT"), document.text("TYPE_OF_DOCUMENT2"))))
        number, note = document.text("NUMBER"), document.text("NOTE")
        country = document.text("ISSUING_COUNTRY") or document.text("COUNTRY_OF_ISSUE")
        document.close(ignored=("COUNTRY_OF_ISSUE", "CITY_OF_ISSUE", "DATE_OF_ISSUE"))
        if number.lower() not in _NOTHING:
            yield Identifier(number, kind, country, note)


def _addresses(node: Node, field: str) -> Iterator[str]:
    for address in node.nodes(field):
        parts = [text for part in _ADDRESS if (text := address.text(part)) and text.lower() not in _NOTHING]
        address.close()
        if parts:
            yield ", ".join(parts)


def _values(node: Node) -> tuple[str, ...]:
    found = tuple(text for text in node.texts("VALUE") if text.lower() not in _NOTHING)
    node.close()
    return found


WATCHLIST = Watchlist(
    name="un",
    title="United Nations Security Council Consolidated List",
    publisher="United Nations Security Council",
    licence="public; https://www.un.org/en/about-us/terms-of-use",
    home="https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
    parts=(
        Part(
            "list",
            "https://scsanctions.un.org/resources/xml/en/consolidated.xml",
            "xml",
            frozenset({"CONSOLIDATED_LIST"}),
        ),
    ),
    read=_read,
    fewest=100,
)
