"""Pages of JSON, as publishers' interfaces answer them, item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from entente.errors import Unreadable
from entente.feeds.row import Row

__all__ = ["json_page", "json_rows", "page_after"]


def json_page(path: Path) -> Any:
    """A JSON document; numbers with a point are decimals. Raises `Unreadable`."""
    try:
        return json.loads(path.read_bytes(), parse_float=Decimal)
    except ValueError as error:
        raise Unreadable(path.name, "not a JSON document: {why}", why=error) from error


def json_rows(path: Path, *keys: str | int) -> Iterator[Row]:
    """The items of the list that stands under `keys` (names, or places in a list) in a JSON document.

    Raises `Unreadable`.
    """
    found, place = json_page(path), ".".join(map(str, keys))
    for key in keys:
        try:
            found = found[key]
        except (KeyError, IndexError, TypeError):
            found = None
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        raise Unreadable(path.name, "no list of items under {keys}", keys=place)
    for number, item in enumerate(found):
        yield Row(f"{place}[{number}]", dict(item))


def page_after(path: Path, address: str) -> str | None:
    """The address of the page after a page that tells its `page` and `maxPages`, or None after the last."""
    found = json_page(path)
    if found["page"] >= found["maxPages"]:
        return None
    return re.sub(r"([?&]page=)\d+", rf"\g<1>{found['page'] + 1}", address)
