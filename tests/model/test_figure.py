"""What a figure allows: the table of decision 0002."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.model.figure import Bound, Figure

D = Decimal


def figure(value: str | None, unit: str = "USD", bound: Bound = Bound.EXACT, grain: str = "1", **ends: str) -> Figure:
    low, high = (D(ends[end]) if end in ends else None for end in ("low", "high"))
    return Figure(D(value) if value else None, unit, bound, D(grain), low, high)


@pytest.mark.parametrize(
    ("said", "inside", "outside"),
    [
        (figure("10000", "person", grain="10000"), ("9500", "10000", "10500"), ("5001", "9499", "10501")),
        (figure("3700000000", bound=Bound.NEARLY), ("3515000000", "3700000000"), ("3700000001", "3500000000")),
        (figure("3700000000", grain="100000000"), ("3650000000", "3750000000"), ("3649999999", "3750000001")),
        (figure("60", "country", Bound.OVER, "10"), ("60", "62", "1000"), ("59",)),
        (figure("60", "country", Bound.AT_LEAST, "10"), ("60",), ("59",)),
        (figure("25", "country"), ("25",), ("24", "26")),
        (figure("43", "percent"), ("42.5", "43.09", "43.5"), ("42.4", "43.6")),
        (figure("1500000", "person", Bound.ABOUT, "100000"), ("1350000", "1650000"), ("1349999", "1650001")),
        (figure("40000000", bound=Bound.UP_TO), ("1", "40000000"), ("40000001",)),
        (figure("40000000", bound=Bound.UNDER), ("1",), ("40000001",)),
        (figure(None, "person", Bound.INDEFINITE, low="2000000"), ("2000000", "15000000"), ("1999999",)),
        (
            figure(None, "person", Bound.RANGE, low="3000000", high="5000000"),
            ("3000000", "5000000"),
            ("2999999", "5000001"),
        ),
    ],
)
def test_what_a_figure_allows(said: Figure, inside: tuple[str, ...], outside: tuple[str, ...]) -> None:
    allowed = said.interval()
    assert all(allowed.holds(D(value)) for value in inside)
    assert not any(allowed.holds(D(value)) for value in outside)


@given(
    st.decimals(min_value=1, max_value=10**15, places=2),
    st.sampled_from(sorted(set(Bound) - {Bound.RANGE, Bound.INDEFINITE})),
)
def test_a_figure_always_allows_what_it_says(value: Decimal, bound: Bound) -> None:
    assert Figure(value, "USD", bound, D(1)).interval().holds(value)
