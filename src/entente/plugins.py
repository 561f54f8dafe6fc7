"""Finds the one-file additions of an open folder, and outsiders' entry points.

An outsider adds to an open folder with an entry point in the group `entente.FOLDER` (`entente.languages`, ...),
whose object is a constant of that folder's type.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente.errors import Unusable

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from entente.languages import Language

__all__ = ["additions", "language", "names", "one"]

# Each open folder, and the constant that each of its files declares.
FOLDERS = {
    "languages": "LANGUAGE",
    "formats": "FORMAT",
    "sources": "SOURCE",
    "watchlists": "WATCHLIST",
    "messages": "MESSAGE",
    "checks": "CHECK",
    "engines": "ENGINE",
    "readers": "READER",
}


@cache
def names(folder: str) -> tuple[str, ...]:
    """The names of an open folder's additions, in alphabetical order: its files, then outsiders' entry points."""
    files = _files(folder)
    return (*files, *sorted({point.name for point in _outside(folder)} - set(files)))


@cache
def one(folder: str, name: str) -> Any:
    """One addition by its name; only its own file is imported. Raises `Unusable` if there is none of that name."""
    if name in _files(folder):
        return getattr(import_module(f"entente.{folder}.{name}"), FOLDERS[folder])
    for point in _outside(folder):
        if point.name == name:
            return point.load()
    known = ", ".join(names(folder))
    raise Unusable(f"{folder}/{name}", "there is no such addition", hint="one of: {names}", names=known)


@cache
def _files(folder: str) -> tuple[str, ...]:
    """The files of an open folder."""
    found = Path(__file__).with_name(folder).glob("[!_]*.py")
    return tuple(sorted(file.stem for file in found))


@cache
def _outside(folder: str) -> tuple[EntryPoint, ...]:
    """The entry points that outsiders declare for an open folder.

    Reading the metadata of all that is installed costs more than the rest of a start, so what is declared is first
    looked through for one of ours.
    """
    group = f"entente.{folder}"
    if f"[{group}]" not in _declared():
        return ()
    from importlib.metadata import entry_points

    return tuple(entry_points(group=group))


@cache
def _declared() -> str:
    """All entry points of all that is installed, as they are written."""
    files = (file for path in sys.path for file in Path(path or ".").glob("*.*-info/entry_points.txt"))
    return "\n".join(file.read_text("utf-8", "replace") for file in files)


def additions(folder: str) -> dict[str, Any]:
    """All additions of an open folder by name."""
    return {name: one(folder, name) for name in names(folder)}


def language(code: str) -> Language:
    """The language with an ISO 639-1 code. Raises `Unusable` if no file of `languages/` declares it."""
    found: Language = one("languages", code)
    return found
