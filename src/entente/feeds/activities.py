"""IATI activities and organisations as rows (versions 1.01 to 2.03); `iati.toml` has the fields and the codes."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import fields as columns
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

    from msgspec import Struct

    from entente.feeds.pieces import Piece

__all__ = ["Cells", "codes", "fields", "rows_of"]

XML = "{http://www.w3.org/XML/1998/namespace}"
LANGUAGE = f"{XML}lang"

# The class of a row, and its cells, but for what all rows of a snapshot share: millions of these are written down and
# never used as values.
Cells = tuple[type[Origin], "Struct"]
Place = tuple[str, str, date | None]  # where the rows of a piece come from: edition, row, published

Children = Mapping[str, "Element"]
NOBODY = ("", "", "", "")
PARTS = ("recipient-country", "recipient-region", "sector")
NO_PARTS: Sequence[Sequence[Mapping[str, Any]]] = ((),) * len(PARTS)
SHARED = ("source", "licence", "snapshot", "known")  # columns that are the same in all rows of a snapshot
IDENTIFIERS = ("iati-identifier", "organisation-identifier", "identifier")


@lru_cache(maxsize=1)
def tables() -> Mapping[str, Mapping[str, Any]]:
    """Fields and codes of the standard."""
    return tomllib.loads(files("entente.feeds").joinpath("iati.toml").read_text("utf-8"))


@cache
def codes(name: str) -> Mapping[str, str]:
    """What the codes of a list mean."""
    return tables()[name]


@cache
def row_of(kind: type[Origin]) -> Callable[..., Struct]:
    """Makes the cells of a row, given in the order of the columns: a seventh of the time of a mapping by names."""
    import msgspec

    listed = [column.name for column in columns(kind) if column.name not in SHARED]
    return msgspec.defstruct(kind.__name__, listed, gc=False)


def fields() -> Mapping[str, Sequence[str]]:
    """Attributes and child elements that somebody decided about, by element."""
    return {name: [field.replace("xml:", XML) for field in known] for name, known in tables()["fields"].items()}


@dataclass(frozen=True, slots=True)
class About:
    """The activity or organisation that rows are about: its identifier, its currency, whether it is humanitarian."""

    id: str
    currency: str
    humanitarian: bool | None


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
    place = place_of(piece, identifier)
    stated = element.get("humanitarian", "").strip() if element.tag == "iati-activity" else ""
    about = About(identifier, element.get("default-currency", "").strip(), notes.truth("@humanitarian", stated))
    if element.tag == "iati-activity":
        yield Activity, activity(piece, about, children, place, notes)
    for kind, names, row in ROWS:
        for name in names:
            for number, one in enumerate(element.findall(name) if name in children else (), start=1):
                try:
                    yield kind, row(one, about, number, place, notes)
                except BadValue as bad:
                    notes.refused(bad)


def place_of(piece: Piece, identifier: str) -> Place:
    """Where the rows of a piece come from."""
    element, version = piece.element, piece.root.get("version", "")
    place = f"bytes {piece.first}-{piece.last}" if piece.first is not None else f"{element.tag} of line {piece.line}"
    stated = element.get("last-updated-datetime") or piece.root.get("generated-datetime", "")
    return f"IATI {version}".strip(), f"{place}, {identifier}", published(stated)


def published(stated: str) -> date | None:
    """The day on which the publisher last updated the activity, or else made the file."""
    try:
        return date.fromisoformat(stated[:10])
    except ValueError:
        return None


def activity(piece: Piece, about: About, children: Children, place: Place, notes: Notes) -> Struct:
    """The activity itself."""
    element, status = piece.element, code(children, "activity-status")
    return row_of(Activity)(
        *place,
        about.id,
        *organisation(children, "reporting-org", notes)[:3],
        titles(element, notes),
        codes("activity-status").get(status, status),
        notes.whole("@hierarchy", element.get("hierarchy", "").strip()),
        about.currency,
        about.humanitarian,
        *dates(element, notes),
        [participant(one, notes) for one in element.findall("participating-org")],
        *parts(element, children, notes),
        [scope(one, notes) for one in element.findall("humanitarian-scope")],
        [related(one, notes) for one in element.findall("related-activity")],
        piece.root.get("version", ""),
        piece.first,
        piece.last,
        piece.hash,
    )


def transaction(element: Element, about: About, number: int, place: Place, notes: Notes) -> Struct:
    """One transaction of an activity. Raises `BadValue` for one without a type or a value."""
    children = notes.children(element)
    kind = code(children, "transaction-type")
    type = codes("transaction-type").get(kind)
    if type is None:
        raise BadValue("transaction-type/@code", kind, "not a known category")
    value, currency, value_date = priced(children, notes)
    provider = organisation(children, "provider-org", notes, same="provider-activity-id")
    receiver = organisation(children, "receiver-org", notes, same="receiver-activity-id")
    stated = notes.truth("transaction/@humanitarian", element.get("humanitarian", "").strip())
    return row_of(Transaction)(
        *place,
        about.id,
        number,
        element.get("ref", "").strip(),
        type,
        about.humanitarian if stated is None else stated,
        day(children, "transaction-date", notes),
        value,
        currency or about.currency,
        value_date,
        *provider,
        *receiver,
        *parts(element, children, notes),
    )


def budget(element: Element, about: About, number: int, place: Place, notes: Notes) -> Struct:
    """A budget, of the kind that its element names. Raises `BadValue` for one without a value."""
    children = notes.children(element)
    value, currency, value_date = priced(children, notes)
    provider, _, _, provider_activity = organisation(children, "provider-org", notes, same="provider-activity-id")
    to = "recipient-org" if "recipient-org" in children else "receiver-org"
    receiver, receiver_name, _, receiver_activity = organisation(children, to, notes, same="receiver-activity-id")
    kind, status = element.get("type", "").strip(), element.get("status", "").strip()
    return row_of(Budget)(
        *place,
        about.id,
        number,
        element.tag.replace("-", "_"),
        codes("budget-type").get(kind, kind.lower()),
        codes("budget-status").get(status, status),
        day(children, "period-start", notes),
        day(children, "period-end", notes),
        value,
        currency or about.currency,
        value_date,
        provider,
        provider_activity,
        receiver,
        receiver_name,
        receiver_activity,
        code(children, "recipient-country"),
    )


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
    element = children.get(name)
    return "" if element is None else narrative(element)


def narrative(element: Element) -> str:
    """The first text of an element."""
    told = element.findtext("narrative") or next((one.text for one in element.findall("narrative") if one.text), "")
    return (told or element.text or "").strip()


def titles(activity: Element, notes: Notes) -> dict[str, str]:
    """The titles by their languages, the first of each; those that state none are in the activity's."""
    found: dict[str, str] = {}
    for element in activity.findall("title"):
        own = notes.attributes(element).get(LANGUAGE, activity.get(LANGUAGE, ""))
        for one in element.findall("narrative") or (element,):
            if one.text and one.text.strip():
                found.setdefault(one.get(LANGUAGE, own), one.text.strip())
    return found


def code(children: Children, name: str) -> str:
    """The code of the first child of a name; empty where there is none."""
    element = children.get(name)
    return "" if element is None else element.get("code", "").strip()


def day(children: Children, name: str, notes: Notes) -> date | None:
    """The day of the first child of a name."""
    element = children.get(name)
    return None if element is None else dated(element, notes.attributes(element), notes)


def dated(element: Element, stated: Mapping[str, str], notes: Notes) -> date | None:
    """The day of an element: its attribute, or in version 1 its text."""
    return notes.day(element.tag, (stated.get("iso-date") or element.text or "").strip())


def dates(activity: Element, notes: Notes) -> Iterable[date | None]:
    """The four dates of an activity, in the order of their columns."""
    kinds = codes("activity-date")
    found: dict[str, date | None] = dict.fromkeys(kinds.values())
    for element in activity.findall("activity-date"):
        stated = notes.attributes(element)
        kind = stated.get("type", "").strip()
        if kind in kinds:
            found[kinds[kind]] = dated(element, stated, notes)
        else:
            notes.aside("activity-date/@type", kind, "not a known category")
    return found.values()


def priced(children: Children, notes: Notes) -> tuple[Decimal, str, date | None]:
    """The amount of the `value`, its own currency or empty, its value date. Raises `BadValue`."""
    element = children.get("value")
    if element is None:
        raise BadValue("value", "", "blank")
    stated = notes.attributes(element).get
    value_date = notes.day("value/@value-date", stated("value-date", "").strip())
    return notes.money("value", (element.text or "").strip()), stated("currency", "").strip(), value_date


def organisation(children: Children, name: str, notes: Notes, *, same: str = "") -> tuple[str, str, str, str]:
    """Who reports, gives or gets: ref, name, type, and the activity in which they report the same money, which the
    attribute `same` names."""
    element = children.get(name)
    if element is None:
        return NOBODY
    stated = notes.attributes(element).get
    return stated("ref", "").strip(), narrative(element), stated("type", "").strip(), stated(same, "").strip()


def parts(element: Element, children: Children, notes: Notes) -> Sequence[Sequence[Mapping[str, Any]]]:
    """The countries, regions and sectors of an activity or transaction, with their percentages."""
    if children.keys().isdisjoint(PARTS):
        return NO_PARTS
    return [
        [part(notes.attributes(one).get, f"{name}/@percentage", notes) for one in element.findall(name)]
        for name in PARTS
    ]


def part(stated: Callable[[str, str], str], field: str, notes: Notes) -> dict[str, Any]:
    """One country, region or sector."""
    return {
        "code": stated("code", "").strip(),
        "vocabulary": stated("vocabulary", "").strip(),
        "percentage": notes.number(field, stated("percentage", "").strip().removesuffix("%")),
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
