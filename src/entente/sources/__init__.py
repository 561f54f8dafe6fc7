"""Sources: one file each, a publisher's open data set: how its files look, and the rows they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from entente.model.aside import Aside
from entente.model.facts import Origin
from entente.model.finding import Phrase

__all__ = ["Address", "Layout", "Made", "Other", "Reader", "Source"]

# A row as a value; or where there are millions as its class and its cells, without what all rows of a snapshot share;
# or what was set aside.
Made = Origin | tuple[type[Origin], Any] | Aside

# A file and what every row of it carries (source, licence, snapshot, known) in; rows out.
Reader = Callable[[Path, Mapping[str, Any]], Iterator[Made]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One way in which a source's files are laid out, told by content.

    `format` is csv, xlsx, json, xml or toml; `fields` are the columns, keys or root element that such a file shows
    (feeds/sniff.py); a file with fewer than `fewest` rows is not what it should be.
    """

    name: str
    format: str
    fields: frozenset[str]
    read: Reader
    fewest: int = 1


@dataclass(frozen=True, slots=True)
class Other:
    """A file of the publisher's that is known and not read: what it shows, as for a layout, and why it is left."""

    format: str
    fields: frozenset[str]
    why: Phrase


@dataclass(frozen=True, slots=True)
class Address:
    """Where a file of a source is fetched from, and the name that its snapshots keep.

    `follow` tells from a fetched page the address of the next one, or None after the last.
    """

    name: str
    url: str
    follow: Callable[[Path, str], str | None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A publisher's open data set: its tables, how its files are laid out, where they are fetched from."""

    name: str
    title: str
    licence: str
    home: str
    tables: tuple[str, ...]
    layouts: tuple[Layout, ...]
    addresses: tuple[Address, ...]
    others: tuple[Other, ...] = ()

    def layout(self, format: str, fields: frozenset[str]) -> Layout | None:
        """The layout of a file that shows this format and these fields, or None."""
        return next((one for one in self.layouts if one.format == format and one.fields <= fields), None)

    def other(self, format: str, fields: frozenset[str]) -> Other | None:
        """What is known of a file of this format and these fields that is not read, or None."""
        return next((one for one in self.others if one.format == format and one.fields <= fields), None)
