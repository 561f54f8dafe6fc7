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
    """The score above which at most `rate` of innocent names match: of one list by its name, else by how many they are.

    Several lists, and one that has no thresholds of its own, take those of all lists, or of the United Nations' where
    they are as small. How they were set, and on what they were verified: docs/explanation/screening.md.
    """
    known = _table()
    own = known.get(next(iter(lists)), {}) if len(lists) == 1 else {}
    return (own or known["un" if listings <= SMALL else "all"])[rate]


@cache
def _table() -> dict[str, dict[str, float]]:
    text = files(__package__).joinpath("thresholds.toml").read_text("utf-8")
    table: dict[str, dict[str, float]] = tomllib.loads(text)
    return table
