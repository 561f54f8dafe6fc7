"""The causes of a changed total are the whole of the change, and either total is the one that was told on its day."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from entente.ledger.changes import change
from entente.ledger.facts import flows
from entente.ledger.measures import MEASURES
from tests.ledger.pulled import PLAN, YEAR, Pulled

START = date(2031, 4, 1)
AMOUNTS = st.dictionaries(st.sampled_from("abcdef"), st.integers(-5, 10**12), max_size=4)
PULL = st.tuples(
    st.integers(0, 2), st.sampled_from(["one.csv", "two.csv"]), AMOUNTS, st.none() | st.sampled_from("123")
)
Pulls = Sequence[tuple[int, str, dict[str, int], str | None]]


def total(pulled: Pulled, day: date | None) -> Decimal | None:
    """What Portugal paid, as it was known on a day."""
    years = range(YEAR, YEAR + 1)
    return pulled.facts.given(["PRT"], years=years, plans=PLAN, as_of=day).value


def replayed(home: Path, pulls: Pulls) -> tuple[Pulled, dict[date, Decimal | None]]:
    """A home after some pulls, and what was told at the end of each day."""
    pulled, day, told = Pulled(home), START, {}
    for later, name, amounts, rate in pulls:
        if later:
            told[day] = total(pulled, None)
        day += timedelta(days=later)
        pulled.flows(name, day, amounts)
        if rate:
            pulled.rates("rates.csv", day, rate)
    return pulled, {**told, day: total(pulled, None)}


@settings(max_examples=6, deadline=None)
@given(pulls=st.lists(PULL, min_size=2, max_size=5), currency=st.sampled_from(["", "EUR"]))
def test_the_causes_of_a_change_add_up_to_it(pulls: Pulls, currency: str) -> None:
    with tempfile.TemporaryDirectory() as home:
        pulled, told = replayed(Path(home), pulls)
        where = flows(PLAN, None, range(YEAR, YEAR + 1), ("paid",))
        first, last = min(told), max(told)
        found = change(MEASURES["donors"], where, start=first, end=last, facts=pulled.facts, currency=currency)
        assert abs(sum(part.value for part in found.parts) - (found.after - found.before)) < Decimal("1e-9")
        if not currency:
            assert (found.before, found.after) == (told[first] or 0, told[last] or 0)
        pulled.record.close()
