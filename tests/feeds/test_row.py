"""Rows: each field taken or ignored by name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.errors import StrangeRow
from entente.feeds.row import BadValue, Row, amount, kept, take_rows
from entente.model.aside import Aside


def row(**cells: object) -> Row:
    return Row("line 7", dict(cells))


def test_a_field_that_nobody_took_is_a_fault() -> None:
    one = row(name="a", GENDER="x")
    one.take("name")
    with pytest.raises(StrangeRow) as caught:
        one.close()
    assert str(caught.value) == "line 7: new field GENDER\n  try: read it, or ignore it by name"
    one.close(ignored=("GENDER",))


def test_a_field_that_is_missing_is_a_fault() -> None:
    with pytest.raises(StrangeRow, match="line 7: no field amount"):
        row().money("amount")


def test_a_category_must_be_known() -> None:
    assert row(stage="paid").pick("stage", {"paid": 1}) == 1
    with pytest.raises(BadValue):
        row(stage="perhaps").pick("stage", {"paid": 1})


@pytest.mark.parametrize(
    ("text", "value"), [("12", 12), (" 12.50 ", Decimal("12.5")), ("1E+3", 1000), ("-3", -3), (7, 7)]
)
def test_money(text: object, value: Decimal) -> None:
    assert row(amount=text).money("amount") == value


@pytest.mark.parametrize("text", ["", "a lot", "NaN", "Infinity", "1,000", "9" * 40])
def test_what_is_no_money_sets_its_row_aside(text: str) -> None:
    with pytest.raises(BadValue):
        row(amount=text).money("amount")


def test_money_with_more_decimals_than_are_kept_is_rounded_and_noted() -> None:
    one = row(amount="1.23456789")
    assert one.money("amount") == Decimal("1.234568")
    assert one.asides == [Aside("line 7", "amount", "1.23456789", "rounded to 6 decimals", whole=False)]


@given(st.decimals(min_value=-(10**30), max_value=10**30, places=6))
def test_money_that_the_tables_hold_is_never_changed(value: Decimal) -> None:
    assert kept(amount("amount", str(value))) == value


def test_what_a_row_can_do_without_is_set_aside_alone() -> None:
    one = row(day="2031-13-01", people="12.5", other="")
    assert (one.day_or_none("day"), one.whole_or_none("people"), one.money_or_none("other")) == (None, None, None)
    assert [aside.reason for aside in one.asides] == ["not a day", "not a whole number"]


def test_days_in_other_forms() -> None:
    assert row(day="31/12/2031").day_or_none("day", "%d/%m/%Y") == date(2031, 12, 31)


def test_a_bad_row_is_set_aside_and_the_others_go_on() -> None:
    rows = [row(n="1"), row(n="x"), Aside("line 8", "", "", "a blank line", whole=True), row(n="3")]
    made = list(take_rows(rows, lambda one: iter([one.whole("n")])))
    assert [one for one in made if isinstance(one, int)] == [1, 3]
    assert [one.reason for one in made if isinstance(one, Aside)] == ["not a whole number", "a blank line"]
