"""Finds the one-file additions of an open folder, and outsiders' entry points.

An outsider adds to an open folder with an entry point in the group `entente.FOLDER` (`entente.languages`, ...),
whose object is a constant of that folder's type.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from entente.errors import Unusable

if TYPE_CHECKING:
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
    package = import_module(f"entente.{folder}")
    files = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    outside = sorted({point.name for point in entry_points(group=f"entente.{folder}")} - set(files))
    return (*files, *outside)


@cache
def one(folder: str, name: str) -> Any:
    """One addition by its name; only its own file is imported. Raises `Unusable` if there is none of that name."""
    if name not in names(folder):
        raise Unusable(
            f"{folder}/{name}", "there is no such addition", hint="one of: {names}", names=", ".join(names(folder))
        )
    for point in entry_points(group=f"entente.{folder}", name=name):
        return point.load()
    return getattr(import_module(f"entente.{folder}.{name}"), FOLDERS[folder])


def additions(folder: str) -> dict[str, Any]:
    """All additions of an open folder by name."""
    return {name: one(folder, name) for name in names(folder)}


def language(code: str) -> Language:
    """The language with an ISO 639-1 code. Raises `Unusable` if no file of `languages/` declares it."""
    found: Language = one("languages", code)
    return found
