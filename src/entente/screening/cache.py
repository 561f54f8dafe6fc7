"""Compiled indexes kept under a key of what they were made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from entente.model.listing import Listing
from entente.screening.compiling import compile_listings
from entente.screening.index import Index

__all__ = ["cached_index"]

MAKERS = ("names", "screening", "feeds", "watchlists")  # whose code decides what an index holds
KEPT = 16  # indexes (all lists, and each by itself, of today and before); the oldest go


def cached_index(folder: Path, contents: Iterable[str], listings: Callable[[], Iterable[Listing]]) -> Index:
    """The index of listings whose sources have these hashes: from the folder, else compiled and put there.

    A folder that cannot be written costs only time: the index is compiled again.
    """
    path = folder / f"{_key(contents)}.npz"
    try:
        return Index.load(path)
    except (OSError, ValueError, KeyError, EOFError):
        index = compile_listings(listings())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        index.save(path)
        _sweep(folder)
    except OSError:
        pass
    return index


def _key(contents: Iterable[str]) -> str:
    """A hash of the contents and of the code that makes an index."""
    made = sha256()
    for name in MAKERS:
        folder = files("entente") / name
        for file in sorted(folder.iterdir(), key=lambda each: each.name):
            if file.is_file():
                made.update(file.read_bytes())
    made.update("\n".join(sorted(contents)).encode())
    return made.hexdigest()[:32]


def _sweep(folder: Path) -> None:
    oldest = sorted(folder.glob("*.npz"), key=lambda path: path.stat().st_mtime)
    for path in oldest[:-KEPT]:
        path.unlink(missing_ok=True)
