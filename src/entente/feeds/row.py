"""One row of open data: each field is taken or ignored by name; what cannot be used is set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Context, Decimal, InvalidOperation
from typing import Any, TypeVar

from entente.errors import StrangeRow
from entente.model.aside import Aside

__all__ = ["LONGEST", "ROUNDED", "SHAPELESS", "BadValue", "Row", "amount", "kept", "take_rows"]

Found = TypeVar("Found")

WHOLE = re.compile(r"[+-]?\d+(?:\.0+)?\Z")
LONGEST = 200  # characters of a bad value that an aside keeps
LAST = Decimal("0.000001")  # the last decimal that the tables keep
ROUNDED = "rounded to 6 decimals"
DIGITS = 32  # digits before the point
SHAPELESS = (
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    OverflowError,
)  # what nested values of another shape raise
EXACT = Context(prec=2 * DIGITS)


class BadValue(Exception):
    """A value that its row cannot do without, and that cannot be used: the row is set aside."""

    def __init__(self, field: str, value: str, reason: str) -> None:
        super().__init__(field, value, reason)
        self.field = field
        self.value = value
        self.reason = reason

    def aside(self, place: str, *, whole: bool) -> Aside:
        """The note of it."""
        return Aside(place, self.field, self.value[:LONGEST], self.reason, whole)


class Row:
    """Cells by field name. Taking a field removes it; `close` refuses what nobody took or ignored.

    `place` is the row's place in its file; `asides` what was set aside so far.
    """

    __slots__ = ("asides", "cells", "place")

    def __init__(self, place: str, cells: dict[str, Any]) -> None:
        self.place = place
        self.cells = cells
        self.asides: list[Aside] = []

    def raw(self, field: str) -> Any:
        """The value of a cell as it is. Raises `StrangeRow` where the field is missing."""
        try:
            return self.cells.pop(field)
        except KeyError:
            hint = "has the publisher's layout changed?"
            raise StrangeRow(self.place, "no field {field}", hint=hint, field=field) from None

    def take(self, field: str) -> str:
        """The text of a cell, without the blanks around it. Raises `StrangeRow` where the field is missing."""
        value = self.raw(field)
        return "" if value is None else str(value).strip()

    def need(self, field: str) -> str:
        """The text of a cell that must not be blank. Raises `BadValue`."""
        text = self.take(field)
        if not text:
            raise BadValue(field, text, "blank")
        return text

    def read(self, field: str, reader: Callable[[str], Found]) -> Found:
        """What a reader makes of a cell; its `ValueError` sets the row aside."""
        text = self.take(field)
        try:
            return reader(text)
        except ValueError as error:
            raise BadValue(field, text, str(error)) from None

    def pick(self, field: str, table: Mapping[str, Found]) -> Found:
        """What a table of all known categories says of a cell. Raises `BadValue`."""
        text = self.take(field)
        if text not in table:
            raise BadValue(field, text, "not a known category")
        return table[text]

    def money(self, field: str) -> Decimal:
        """A decimal number, rounded to what the tables keep, which is noted. Raises `BadValue`."""
        text = self.take(field)
        value = amount(field, text)
        if kept(value) != value:
            self.asides.append(Aside(self.place, field, text[:LONGEST], ROUNDED, whole=False))
        return kept(value)

    def money_or_none(self, field: str) -> Decimal | None:
        """A decimal number, or None where the cell is blank, or bad and set aside."""
        found = self.spare(field, amount)
        return None if found is None else kept(found)

    def whole(self, field: str) -> int:
        """A whole number, also as spreadsheets write it ("17.0"). Raises `BadValue`."""
        return count(field, self.take(field))

    def whole_or_none(self, field: str) -> int | None:
        """A whole number, or None where the cell is blank, or bad and set aside."""
        return self.spare(field, count)

    def day_or_none(self, field: str, form: str = "%Y-%m-%d") -> date | None:
        """A day written as `form`, or None where the cell is blank, or bad and set aside."""
        return self.spare(field, lambda name, text: day(name, text, form))

    def spare(self, field: str, read: Callable[[str, str], Found]) -> Found | None:
        """A value that the row can do without: None where it is blank, or bad and set aside."""
        text = self.take(field)
        if not text:
            return None
        try:
            return read(field, text)
        except BadValue as bad:
            self.asides.append(bad.aside(self.place, whole=False))
            return None

    def close(self, ignored: Collection[str] = ()) -> None:
        """Refuse a field that was neither taken nor ignored by name. Raises `StrangeRow`."""
        for field in self.cells:
            if field not in ignored:
                raise StrangeRow(self.place, "new field {field}", hint="read it, or ignore it by name", field=field)


def take_rows(rows: Iterable[Row | Aside], build: Callable[[Row], Iterator[Found]]) -> Iterator[Found | Aside]:
    """What `build` makes of each row, and what was set aside; a row with a `BadValue` is set aside whole."""
    for row in rows:
        if isinstance(row, Aside):
            yield row
            continue
        try:
            made = list(build(row))
        except BadValue as bad:
            yield bad.aside(row.place, whole=True)
        except SHAPELESS as error:
            yield Aside(row.place, "", str(error)[:LONGEST], "not of the shape that such rows have", whole=True)
        else:
            yield from made
        yield from row.asides


def amount(field: str, text: str) -> Decimal:
    """A finite decimal number of at most 32 digits before the point. Raises `BadValue`."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise BadValue(field, text, "not a number" if text else "blank") from None
    if not value.is_finite() or value.adjusted() >= DIGITS:
        raise BadValue(field, text, "not a number that money can have")
    return value


def kept(value: Decimal) -> Decimal:
    """A number with as many decimals as the tables keep."""
    return value if value == value.to_integral_value() else value.quantize(LAST, context=EXACT)


def count(field: str, text: str) -> int:
    """A whole number. Raises `BadValue`."""
    if not WHOLE.match(text):
        raise BadValue(field, text, "not a whole number")
    return int(text.partition(".")[0])


def day(field: str, text: str, form: str) -> date:
    """A day written as `form` (`strptime`). Raises `BadValue`."""
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        raise BadValue(field, text, "not a day") from None
