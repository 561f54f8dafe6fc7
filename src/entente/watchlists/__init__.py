"""Watchlists: one file each, an official list: where it is published, how to tell its files, and how to read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from entente.feeds.sniff import Look
from entente.model.aside import Aside
from entente.model.listing import Listing

__all__ = ["Part", "Reader", "Watchlist"]

Reader = Callable[[Mapping[str, Path]], Iterator[Listing | Aside]]


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a list: its name, where it is fetched from, and what tells that a file is it.

    `format` and `fields` are as in `feeds/sniff.py`, or "jsonl" with the keys of the first line; a table without a
    header has `columns` instead of fields.
    A list is not read without its parts that are `needed`.
    """

    name: str
    url: str
    format: str
    fields: frozenset[str] = frozenset()
    columns: int = 0
    needed: bool = True

    def looks_like(self, look: Look, columns: int) -> bool:
        """Whether a file with this look, and so many columns in its first row, is this part."""
        if look.format != self.format:
            return False
        return columns == self.columns if self.columns else self.fields <= look.fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Watchlist:
    """An official list.

    `read` is given the paths of its parts by name; it yields listings, and what it set aside. It raises `StrangeRow`
    for a field that nobody has decided about, and `Unreadable`. `fewest` is the number of listings below which a file
    is not the whole list.
    """

    name: str
    title: str
    publisher: str
    licence: str
    home: str
    parts: Sequence[Part]
    read: Reader
    fewest: int = 1
