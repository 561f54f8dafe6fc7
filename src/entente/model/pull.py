"""One pull of one file of a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["Pull"]


@dataclass(frozen=True, slots=True)
class Pull:
    """A source's file as it was on a day.

    `name` is the name under which the source's file is known from pull to pull (its address, or the file's name):
    a later pull of the same name replaces an earlier one from its day on. `snapshot` is the SHA-256 of the raw bytes.
    """

    source: str
    name: str
    snapshot: str
    day: date
