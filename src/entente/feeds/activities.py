"""IATI activities and organisations as rows (versions 1.01 to 2.03); `iati.toml` has the fields and the codes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from entente.feeds.notes import Notes
from entente.feeds.row import BadValue
from entente.model.activities import Activity, Budget, Transaction
from entente.model.facts import Origin

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from entente.feeds.pieces import Piece

__all__ = ["Cells", "codes", "fields", "rows_of"]

XML = "{http://www.w3.org/XML/1998/namespace}"
LANGUAGE = f"{XML}lang"

# The class of a row, and its values by column, but for what all rows of a snapshot share: millions of these are written
# down and never used as values.
Cells = tuple[type[Origin], dict[str, Any]]

Children = Mapping[str, "Element"]
NOBODY = ("", "", "", "")
IDENTIFIERS = ("iati-identifier", "organisation-identifier", "identifier")


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Mapping[str, Any]]:
    """Fields and codes of the standard."""
    return tomllib.loads(files("entente.feeds").joinpath("iati.toml").read_text("utf-8"))


@cache
def codes(name: str) -> Mapping[str, str]:
    """What the codes of a list mean."""
    return tables()[name]


def fields() -> Mapping[str, Sequence[str]]:
    """Attributes and child elements that somebody decided about, by element."""
    return {name: [field.replace("xml:", XML) for field in known] for name, known in tables()["fields"].items()}


def rows_of(piece: Piece, notes: Notes) -> Iterator[Cells]:
    """The activity of a piece, its transactions and its budgets, or an organisation's budgets.

    What cannot be used goes to `notes`; an activity or organisation without an identifier is set aside whole.
    """
    element = piece.element
    notes.place = f"line {piece.line}"
    children = notes.children(element)
    identifier = next((found for name in IDENTIFIERS if (found := text(children, name))), "")
    if not identifier:
        notes.aside(f"{element.tag}/identifier", "", "blank", whole=True)
        return
    notes.place = f"line {piece.line}, {identifier}"
    origin = origin_of(piece, identifier)
    about = {"id": identifier, "currency": element.get("default-currency", "").strip()}
    if element.tag == "iati-activity":
        about = activity(piece, identifier, children, notes)
        yield Activity, origin | about
    for kind, names, row in ROWS:
        for name in names:
            for number, one in enumerate(element.findall(name) if name in children else (), start=1):
                try:
                    yield kind, row(one, about, number, origin, notes)
                except BadValue as bad:
                    notes.refused(bad)


def origin_of(piece: Piece, identifier: str) -> dict[str, Any]:
    """Where the rows of a piece come from."""
    element, version = piece.element, piece.root.get("version", "")
    place = f"bytes {piece.first}-{piece.last}" if piece.first is not None else f"{element.tag} of line {piece.line}"
    stated = element.get("last-updated-datetime") or piece.root.get("generated-datetime", "")
    return {
        "edition": f"IATI {version}".strip(),
        "row": f"{place}, {identifier}",
        "published": published(stated),
    }


def published(stated: str) -> date | None:
    """The day on which the publisher last updated the activity, or else made the file."""
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        return None


def activity(piece: Piece, identifier: str, children: Children, notes: Notes) -> dict[str, Any]:
    """The activity itself."""
    element, status = piece.element, code(children, "activity-status")
    reporter, reporter_name, reporter_type, _ = organisation(children, "reporting-org", "activity-id", notes)
    return {
        "id": identifier,
        "reporter": reporter,
        "reporter_name": reporter_name,
        "reporter_type": reporter_type,
        "titles": titles(element.findall("title"), element.get(LANGUAGE, ""), notes),
        "status": codes("activity-status").get(status, status),
        "hierarchy": notes.whole("@hierarchy", element.get("hierarchy", "").strip()),
        "currency": element.get("default-currency", "").strip(),
        "humanitarian": notes.truth("@humanitarian", element.get("humanitarian", "").strip()),
        **dates(element.findall("activity-date"), notes),
        "participants": [participant(one, notes) for one in element.findall("participating-org")],
        "countries": shares(element, children, "recipient-country", notes),
        "regions": shares(element, children, "recipient-region", notes),
        "sectors": shares(element, children, "sector", notes),
        "scopes": [scope(one, notes) for one in element.findall("humanitarian-scope")],
        "related": [related(one, notes) for one in element.findall("related-activity")],
        "version": piece.root.get("version", ""),
        "first": piece.first,
        "last": piece.last,
        "hash": piece.hash,
    }


def transaction(
    element: Element, about: Mapping[str, Any], number: int, origin: Mapping[str, Any], notes: Notes
) -> dict[str, Any]:
    """One transaction of an activity. Raises `BadValue` for one without a type or a value."""
    children = notes.children(element)
    kind = code(children, "transaction-type")
    if kind not in codes("transaction-type"):
        raise BadValue("transaction-type/@code", kind, "not a known category")
    value, currency, value_date = priced(children, notes)
    provider, provider_name, provider_type, provider_activity = organisation(
        children, "provider-org", "provider-activity-id", notes
    )
    receiver, receiver_name, receiver_type, receiver_activity = organisation(
        children, "receiver-org", "receiver-activity-id", notes
    )
    stated = notes.truth("transaction/@humanitarian", element.get("humanitarian", "").strip())
    return {
        **origin,
        "activity": about["id"],
        "number": number,
        "ref": element.get("ref", "").strip(),
        "type": codes("transaction-type")[kind],
        "humanitarian": about["humanitarian"] if stated is None else stated,
        "day": day(children, "transaction-date", notes),
        "value": value,
        "currency": currency or about["currency"],
        "value_date": value_date,
        "provider": provider,
        "provider_name": provider_name,
        "provider_type": provider_type,
        "provider_activity": provider_activity,
        "receiver": receiver,
        "receiver_name": receiver_name,
        "receiver_type": receiver_type,
        "receiver_activity": receiver_activity,
        "countries": shares(element, children, "recipient-country", notes),
        "regions": shares(element, children, "recipient-region", notes),
        "sectors": shares(element, children, "sector", notes),
    }


def budget(
    element: Element, about: Mapping[str, Any], number: int, origin: Mapping[str, Any], notes: Notes
) -> dict[str, Any]:
    """A budget, of the kind that its element names. Raises `BadValue` for one without a value."""
    children = notes.children(element)
    value, currency, value_date = priced(children, notes)
    provider, _, _, provider_activity = organisation(children, "provider-org", "provider-activity-id", notes)
    to = "recipient-org" if "recipient-org" in children else "receiver-org"
    receiver, receiver_name, _, receiver_activity = organisation(children, to, "receiver-activity-id", notes)
    kind, status = element.get("type", "").strip(), element.get("status", "").strip()
    return {
        **origin,
        "about": about["id"],
        "number": number,
        "kind": element.tag.replace("-", "_"),
        "type": codes("budget-type").get(kind, kind.lower()),
        "status": codes("budget-status").get(status, status),
        "start": day(children, "period-start", notes),
        "end": day(children, "period-end", notes),
        "value": value,
        "currency": currency or about["currency"],
        "value_date": value_date,
        "provider": provider,
        "provider_activity": provider_activity,
        "receiver": receiver,
        "receiver_name": receiver_name,
        "receiver_activity": receiver_activity,
        "country": code(children, "recipient-country"),
    }


BUDGETS = (
    "budget",
    "planned-disbursement",
    "total-budget",
    "recipient-org-budget",
    "recipient-region-budget",
    "recipient-country-budget",
    "total-expenditure",
)

# Rows of an activity or organisation: their class, their elements, and what reads one.
ROWS = (
    (Transaction, ("transaction",), transaction),
    (Budget, BUDGETS, budget),
)


def text(children: Children, name: str) -> str:
    """The text of the first child of a name: version 2 has `narrative` elements, version 1 the text itself."""
    return narrative(children[name]) if name in children else ""


def narrative(element: Element) -> str:
    """The first text of an element."""
    for child in element:
        if child.tag == "narrative" and child.text:
            return child.text.strip()
    return (element.text or "").strip()


def titles(elements: Sequence[Element], language: str, notes: Notes) -> dict[str, str]:
    """The titles by their languages, the first of each; `language` is the activity's."""
    found: dict[str, str] = {}
    for element in elements:
        own = notes.attributes(element).get(LANGUAGE, language)
        for one in element.findall("narrative") or (element,):
            if one.text and one.text.strip():
                found.setdefault(one.get(LANGUAGE, own), one.text.strip())
    return found


def code(children: Children, name: str) -> str:
    """The code of the first child of a name; empty where there is none."""
    return children[name].get("code", "").strip() if name in children else ""


def day(children: Children, name: str, notes: Notes) -> date | None:
    """The day of the first child of a name: its attribute, or in version 1 its text."""
    if name not in children:
        return None
    element = children[name]
    return notes.day(name, (notes.attributes(element).get("iso-date") or element.text or "").strip())


def dates(elements: Sequence[Element], notes: Notes) -> dict[str, date | None]:
    """The four dates of an activity."""
    found: dict[str, date | None] = dict.fromkeys(codes("activity-date").values())
    for element in elements:
        stated = notes.attributes(element)
        kind = stated.get("type", "").strip()
        if kind in codes("activity-date"):
            found[codes("activity-date")[kind]] = notes.day(
                "activity-date", (stated.get("iso-date") or element.text or "").strip()
            )
        else:
            notes.aside("activity-date/@type", kind, "not a known category")
    return found


def priced(children: Children, notes: Notes) -> tuple[Decimal, str, date | None]:
    """The amount of the `value`, its own currency or empty, its value date. Raises `BadValue`."""
    if "value" not in children:
        raise BadValue("value", "", "blank")
    element = children["value"]
    stated = notes.attributes(element)
    value_date = notes.day("value/@value-date", stated.get("value-date", "").strip())
    return notes.money("value", (element.text or "").strip()), stated.get("currency", "").strip(), value_date


def organisation(children: Children, name: str, activity: str, notes: Notes) -> tuple[str, str, str, str]:
    """Who reports, gives or gets: ref, name, type, and the activity that the attribute `activity` names."""
    if name not in children:
        return NOBODY
    element = children[name]
    stated = notes.attributes(element).get
    return stated("ref", "").strip(), narrative(element), stated("type", "").strip(), stated(activity, "").strip()


def shares(element: Element, children: Children, name: str, notes: Notes) -> list[dict[str, Any]]:
    """Countries, regions or sectors with their percentages."""
    if name not in children:
        return []
    return [share(notes.attributes(one), f"{name}/@percentage", notes) for one in element.findall(name)]


def share(stated: Mapping[str, str], field: str, notes: Notes) -> dict[str, Any]:
    """One country, region or sector."""
    return {
        "code": stated.get("code", "").strip(),
        "vocabulary": stated.get("vocabulary", "").strip(),
        "percentage": notes.number(field, stated.get("percentage", "").strip().removesuffix("%")),
    }


def participant(element: Element, notes: Notes) -> dict[str, str]:
    """An organisation in an activity."""
    stated = notes.attributes(element).get
    role = stated("role", "").strip()
    return {
        "role": codes("participant-role").get(role, role.lower()),
        "ref": stated("ref", "").strip(),
        "name": narrative(element),
        "type": stated("type", "").strip(),
        "activity": stated("activity-id", "").strip(),
    }


def scope(element: Element, notes: Notes) -> dict[str, str]:
    """A crisis or an appeal."""
    stated = notes.attributes(element).get
    kind = stated("type", "").strip()
    return {
        "type": codes("humanitarian-scope").get(kind, kind),
        "vocabulary": stated("vocabulary", "").strip(),
        "code": stated("code", "").strip(),
    }


def related(element: Element, notes: Notes) -> dict[str, str]:
    """Another activity."""
    stated = notes.attributes(element).get
    kind = stated("type", "").strip()
    return {"ref": stated("ref", "").strip(), "type": codes("related-activity").get(kind, kind)}
