"""Messages: one file each, a kind of file that names people and bodies: how to tell it, and how to read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from entente.feeds.sniff import Look
from entente.model.aside import Aside
from entente.model.match import Subject

__all__ = ["Columns", "Message", "Read", "Wanted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of a message: its remittance texts too, and which columns of a table are which fields.

    `columns` are pairs of a field ("name", "birth_date", "ignored") and the heading, or the number, of a column that is
    it; fields that they leave out are guessed.
    """

    remittance: bool = False
    columns: Sequence[tuple[str, str]] = ()


Read: TypeAlias = Callable[[Path, Wanted], Iterator[Subject | Aside]]
Columns: TypeAlias = Callable[[Path, Wanted], Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A kind of file that names people and bodies.

    `looks_like` tells it by its content (`feeds/sniff.py`). `read` yields whom the file names, in its order, each with
    role and place, and what was set aside; it holds no more than a part of the file in memory, and raises nothing but
    faults. `columns` tells, of a table, as what each of its columns is read, by heading; empty: it is not read. `count`
    tells about how many a large file names, without reading it all.
    """

    name: str
    title: str
    looks_like: Callable[[Look], bool]
    read: Read
    columns: Columns | None = None
    count: Callable[[Path], int] | None = None
