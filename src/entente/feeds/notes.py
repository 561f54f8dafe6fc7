"""Fields of an XML document as they are read, and notes of what was set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from entente.feeds.row import LONGEST, ROUNDED, BadValue, amount, kept
from entente.model.aside import Aside

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

__all__ = ["Notes"]

DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[\d:.]+)?(?:Z|[+-]\d\d:?\d\d)?\Z")  # xsd:date, xsd:dateTime
PLAIN = re.compile(r"-?\d{1,20}(?:\.\d{1,6})?\Z")  # a number as most are written
TRUTHS = {"1": True, "true": True, "0": False, "false": False}


class Notes:
    """What was set aside in a document: bad values one by one, unknown fields once a document.

    `fields` are the attributes and child elements that somebody decided about, by element; names of other namespaces
    are a publisher's own and are passed over. `place` is where the document now stands.
    """

    def __init__(self, fields: Mapping[str, Sequence[str]]) -> None:
        self.fields = {name: frozenset(known) for name, known in fields.items()}
        self.place = ""
        self.asides: list[Aside] = []
        self.strange: set[str] = set()

    def taken(self) -> list[Aside]:
        """What was set aside since the last call."""
        found, self.asides = self.asides, []
        return found

    def aside(self, field: str, value: str, reason: str, *, whole: bool = False) -> None:
        """Set a value aside, or with `whole` what it stands in."""
        self.asides.append(Aside(self.place, field, value[:LONGEST], reason, whole))

    def refused(self, bad: BadValue) -> None:
        """Set aside what a bad value stands in."""
        self.asides.append(bad.aside(self.place, whole=True))

    def children(self, element: Element) -> dict[str, Element]:
        """The first child element of each name; what nobody decided about is noted."""
        found = {child.tag: child for child in element[::-1]}
        known = self.fields[element.tag]
        if not (known.issuperset(found) and known.issuperset(element.keys())):
            self.note(element, {*found, *element.keys()} - known)
        return found

    def attributes(self, element: Element) -> Mapping[str, str]:
        """The attributes of an element; what nobody decided about in it is noted."""
        known = self.fields[element.tag]
        stated = element.attrib
        if not known.issuperset(stated):
            self.note(element, set(stated) - known)
        for child in element:
            if child.tag not in known:
                self.note(element, (child.tag,))
        return stated

    def note(self, element: Element, names: Iterable[str]) -> None:
        """Note unknown fields, each the first time."""
        for name in names:
            field = f"{element.tag}/{name}"
            if "{" not in name and field not in self.strange:
                self.strange.add(field)
                self.aside(field, "", "not a field of the standard")

    def day(self, field: str, text: str) -> date | None:
        """A day; None where there is none, or a bad one is set aside."""
        if not text:
            return None
        found = iso_day(text)
        if found is None:
            self.aside(field, text, "not a day")
        return found

    def money(self, field: str, text: str) -> Decimal:
        """A number, rounded to what the tables keep, which is noted. Raises `BadValue`."""
        if PLAIN.match(text):
            return Decimal(text)
        value = amount(field, text)
        short = kept(value)
        if short != value:
            self.aside(field, text, ROUNDED)
        return short

    def number(self, field: str, text: str) -> Decimal | None:
        """A number; None where there is none, or a bad one is set aside."""
        if not text:
            return None
        try:
            return self.money(field, text)
        except BadValue as bad:
            self.asides.append(bad.aside(self.place, whole=False))
            return None

    def whole(self, field: str, text: str) -> int | None:
        """A whole number that is not negative; None where there is none, or a bad one is set aside."""
        if text.isascii() and text.isdigit():
            return int(text)
        if text:
            self.aside(field, text, "not a whole number")
        return None

    def truth(self, field: str, text: str) -> bool | None:
        """Whether something is so; None where it is not stated, or a bad value is set aside."""
        if not text:
            return None
        found = TRUTHS.get(text.lower())
        if found is None:
            self.aside(field, text, "neither true nor false")
        return found


@lru_cache(maxsize=1 << 16)
def iso_day(text: str) -> date | None:
    """The day of an `xsd:date` or `xsd:dateTime`, or None; the same days come again and again."""
    found = DAY.match(text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
