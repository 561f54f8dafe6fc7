"""The rows of listings, out of their segments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import msgspec

from entente.ledger.holdings import Holdings, read
from entente.model.listing import Listing

__all__ = ["listings_in"]


def listings_in(segment: Path, holdings: Holdings) -> Iterator[Listing]:
    """The listings of a segment, in the order of their list. Raises `Unreadable` where it is damaged."""
    names = [field.name for field in fields(Listing)]
    listed = ", ".join(f'"{name}"' for name in names)
    for row in holdings.run(f"SELECT {listed} FROM {read([str(segment)])}"):
        yield msgspec.convert(dict(zip(names, row, strict=True)), Listing)
