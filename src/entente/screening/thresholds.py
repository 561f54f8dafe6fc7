"""The scores at which a stated share of innocent names raises an alarm, list by list."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files

__all__ = ["RATES", "threshold"]

RATES = ("30 %", "10 %", "1 %", "0.1 %")
SMALL = 2500  # listings below which an unknown list is judged like the smallest known one


def threshold(lists: Collection[str], listings: int, rate: str) -> float:
    """The score above which at most `rate` of innocent names match: of one list by its name, else of all together.

    A list that has no thresholds of its own takes those of all lists, or of the United Nations' where it is as small.
    How they were set, and on what they were verified: docs/explanation/screening.md.
    """
    known = _table()
    [name] = lists if len(lists) == 1 else ["all"]
    own = known.get(name) or known["un" if listings <= SMALL else "all"]
    return own[rate]


@cache
def _table() -> dict[str, dict[str, float]]:
    text = files(__package__).joinpath("thresholds.toml").read_text("utf-8")
    table: dict[str, dict[str, float]] = tomllib.loads(text)
    return table
