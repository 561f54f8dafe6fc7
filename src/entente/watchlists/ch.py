"""The Swiss list of sanctioned persons, entities and objects (SECO).

Reads: the XML of the list: targets with main and other identities, names from their parts in order, spelling variants
with their script, dates of birth, nationalities, identification documents, addresses, programmes. A target whose last
modification is "de-listed" does not count.
Misses: places of birth, justifications and relations; sexes.
Origin: https://www.seco.admin.ch, "Sanktionsadressaten", XML 1.0; free use with the source named.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import zip_longest
from pathlib import Path

from entente.feeds.births import born
from entente.feeds.nodes import Node, take_nodes, xml_nodes
from entente.model.aside import Aside
from entente.model.listing import BirthDate, Identifier, Kind, ListedName, Listing, Quality
from entente.watchlists import Part, Watchlist

_KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANISATION, "object": Kind.SHIP}
_OBJECTS = {"vessel": Kind.SHIP, "aircraft": Kind.AIRCRAFT}
_TYPES = {
    "primary-name": Quality.PRIMARY,
    "alias": Quality.ALIAS,
    "formerly-known-as": Quality.ALIAS,
    "": Quality.ALIAS,
}
_QUALITIES = {"": "", "good": "", "low": "weak"}


def _read(parts: Mapping[str, Path]) -> Iterator[Listing | Aside]:
    programmes: dict[str, str] = {}
    for node in xml_nodes(parts["list"], "sanctions-program"):
        key = next(iter(node.words("program-key")), "")
        for each in node.nodes("sanctions-set"):
            programmes[each.text("ssid")] = key
    yield from take_nodes(xml_nodes(parts["list"], "target"), lambda node: _listing(node, programmes))


def _listing(node: Node, programmes: Mapping[str, str]) -> Iterator[Listing]:
    number = node.need("ssid")
    changes = [_change(each) for each in node.nodes("modification")]
    sets = node.texts("sanctions-set-id")
    [(kind, body)] = [(kind, each) for field, kind in _KINDS.items() for each in node.nodes(field)]
    if "object-type" in body.fields:
        kind = body.pick("object-type", _OBJECTS)
    identities = body.nodes("identity")
    listing = Listing(
        id=f"ch:{number}",
        list="ch",
        kind=kind,
        names=tuple(dict.fromkeys(name for each in identities for name in _names(each))),
        birth_dates=tuple(birth for each in identities for birth in _births(node, each)),
        nationalities=tuple(text for each in identities for text in _codes(each, "nationality")),
        identifiers=tuple(number for each in identities for number in _documents(each)),
        programmes=tuple(dict.fromkeys(programmes.get(one, one) for one in sets)),
        listed=next((day for kind_, day in changes if kind_ == "listed"), None),
        remarks=" ".join(body.words("other-information")),
    )
    for each in identities:
        each.close(ignored=("ssid", "main", "place-of-birth", "address"))
    body.close(ignored=("sex", "justification", "relation", "object-type"))
    node.close(ignored=("foreign-identifier", "generic-attribute", "sanctions-set-id"))
    latest = max(changes, key=lambda change: change[1], default=("listed", date.min))
    if latest[0] != "de-listed":
        yield listing


def _change(node: Node) -> tuple[str, date]:
    """What a modification did, and when; the old values inside it are not the target's."""
    day = node.text("effective-date") or node.text("enactment-date") or node.need("publication-date")
    return node.need("modification-type"), date.fromisoformat(day[:10])


def _names(identity: Node) -> Iterator[ListedName]:
    for name in identity.nodes("name"):
        quality = name.pick("name-type", _TYPES)
        weak = name.pick("quality", _QUALITIES)
        parts = sorted(name.nodes("name-part"), key=lambda part: int(part.text("order") or 0))
        values = [part.text("value") for part in parts]
        yield ListedName(" ".join(values), Quality.WEAK if weak else quality, name.text("lang"))
        variants = [[(one.text("script"), one.text(".")) for one in part.nodes("spelling-variant")] for part in parts]
        for spelt in zip_longest(*variants):
            texts = [one[1] if one else value for one, value in zip(spelt, values, strict=True)]
            script = next((one[0] for one in spelt if one and one[0]), "")
            yield ListedName(" ".join(texts), Quality.VARIANT, script)


def _births(node: Node, identity: Node) -> Iterator[BirthDate]:
    for each in identity.nodes("day-month-year"):
        day, month, year = (each.text(part) for part in ("day", "month", "year"))
        each.close(ignored=("ssid", "calendar", "quality"))
        try:
            if year:
                yield born(year, month, day)
        except ValueError as error:
            node.set_aside("day-month-year", f"{year}-{month}-{day}", str(error))


def _codes(identity: Node, field: str) -> Iterator[str]:
    for each in identity.nodes(field):
        for country in each.nodes("country"):
            yield country.text("iso-code") or country.text(".")
        each.close(ignored=("ssid",))


def _documents(identity: Node) -> Iterator[Identifier]:
    for each in identity.nodes("identification-document"):
        number, kind, note = each.text("number"), each.text("document-type"), each.text("remark")
        issuer = " ".join(one.text("code") or one.text(".") for one in each.nodes("issuer"))
        each.close(ignored=("ssid", "date-of-issue", "expiry-date", "place-of-issue"))
        if number:
            yield Identifier(number, kind, issuer, note)


WATCHLIST = Watchlist(
    name="ch",
    title="Swiss sanctions list",
    publisher="State Secretariat for Economic Affairs (SECO)",
    licence="free use with the source named",
    home="https://www.seco.admin.ch",
    parts=(
        Part(
            "list",
            "https://www.sesam.search.admin.ch/sesam-search-web/pages/downloadXmlGesamtliste.xhtml?lang=en&action=downloadXmlGesamtlisteAction",
            "xml",
            frozenset({"swiss-sanctions-list"}),
        ),
    ),
    read=_read,
)
