"""Outside readers: one file each, something that reads better than our rules, or otherwise.

What an outside reader returns is a proposal: `reading/outside.py` keeps of it only what the text bears out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

__all__ = ["Read", "Reader", "Service"]

Read: TypeAlias = Callable[[str, str, date | None], Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Service:
    """The service that a reader asks, as the settings say: address, key and model; each may be empty."""

    url: str = ""
    key: str = field(default="", repr=False)
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """An outside reader.

    `open` takes what the settings say of its service and returns the function that reads: text, its language (ISO
    639-1) and day of publication to a mapping with the lists `quantities`, `dates`, `quotes`, `actors` and `claims`,
    whose items have the keys of `entente read --json`. Offsets are code points into the text. It raises a `Fault`
    where it cannot read.
    """

    name: str
    open: Callable[[Service], Read]
