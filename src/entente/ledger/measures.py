"""What can be totalled and compared from day to day, by the name under which it is asked."""

from __future__ import annotations

from collections.abc import Mapping

from entente.ledger.changes import Measure

__all__ = ["MEASURES"]

YEAR_END = "make_date({year}, 12, 31)"

MEASURES: Mapping[str, Measure] = {
    "donors": Measure(
        table="flows",
        column="amount",
        unit="USD",
        day=f"coalesce(value_date, {YEAR_END.format(year='year')})",
        label="donor || ', ' || plan",
    ),
    "requirements": Measure(
        table="requirements", column="required", unit="USD", day=YEAR_END.format(year="year"), label="plan"
    ),
    "displaced": Measure(
        table="stocks", column="people", unit="person", day="day", label="population || ', ' || born || ', ' || asylum"
    ),
}
