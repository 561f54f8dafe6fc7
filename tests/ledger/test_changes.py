"""Why a total changed from one day to another: each cause by name, and together the whole difference."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from entente.ledger.changes import Cause, Change, Changed, change
from entente.ledger.facts import flows
from entente.ledger.measures import MEASURES
from tests.ledger.pulled import PLAN, YEAR, Pulled

FIRST, LATER, LAST = date(2031, 5, 1), date(2031, 5, 8), date(2031, 5, 15)


@pytest.fixture
def pulled(tmp_path: Path) -> Pulled:
    return Pulled(tmp_path)


def changed(pulled: Pulled, start: date = FIRST, end: date = LAST, currency: str = "") -> Change:
    where = flows(PLAN, None, range(YEAR, YEAR + 1), ("paid",))
    return change(MEASURES["donors"], where, start=start, end=end, facts=pulled.facts, currency=currency)


def told(change: Change) -> dict[Cause, tuple[Decimal, int]]:
    return {part.cause: (part.value, part.rows) for part in change.parts}


def test_rows_that_are_new_corrected_and_withdrawn(pulled: Pulled) -> None:
    pulled.flows("flows.csv", FIRST, {"a": 100, "b": 200, "c": 300})
    pulled.flows("flows.csv", LATER, {"a": 100, "b": 250, "d": 7})
    found = changed(pulled)
    assert (found.before, found.after, found.unit) == (600, 357, "USD")
    assert told(found) == {Cause.NEW: (7, 1), Cause.CORRECTED: (50, 1), Cause.WITHDRAWN: (-300, 1)}
    words = f"Portugal, Government of, {PLAN}"
    assert found.largest == (
        Changed(Cause.WITHDRAWN, words, "line 3", Decimal(300), None),
        Changed(Cause.CORRECTED, words, "line 2", Decimal(200), Decimal(250)),
        Changed(Cause.NEW, words, "line 3", None, Decimal(7)),
    )


def test_nothing_changed(pulled: Pulled) -> None:
    pulled.flows("flows.csv", FIRST, {"a": 100})
    pulled.flows("flows.csv", LATER, {"a": 100})
    found = changed(pulled)
    assert (found.before, found.after, found.parts, found.largest) == (100, 100, (), ())


def test_a_rate_that_was_corrected(pulled: Pulled) -> None:
    pulled.rates("rates.csv", FIRST, "1.25")
    pulled.flows("flows.csv", FIRST, {"a": 100})
    pulled.flows("flows.csv", LATER, {"a": 100, "b": 50})
    pulled.rates("rates.csv", LAST, "2")
    found = changed(pulled, currency="EUR")
    assert (found.before, found.after, found.unit) == (80, 75, "EUR")
    assert told(found) == {Cause.NEW: (25, 1), Cause.RATES: (-30, 1)}


def test_what_cannot_be_converted_is_counted(pulled: Pulled) -> None:
    pulled.flows("flows.csv", FIRST, {"a": 100, "b": 100})
    found = changed(pulled, currency="EUR")
    assert (found.before, found.after, found.unconverted) == (0, 0, 2)


def test_before_anything_was_pulled(pulled: Pulled) -> None:
    pulled.flows("flows.csv", LATER, {"a": 100})
    found = changed(pulled, start=FIRST - timedelta(days=1))
    assert (found.before, found.after, told(found)) == (0, 100, {Cause.NEW: (100, 1)})
