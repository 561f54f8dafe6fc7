"""The coalition files in hand: those that come with Entente, and those of the home folder."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from entente.feeds.coalition import coalition
from entente.model.coalition import Coalition

__all__ = ["coalitions"]


def coalitions(home: Path | None = None) -> tuple[Coalition, ...]:
    """Every coalition in hand, by id; a file of `home/coalitions` stands before one that comes with Entente.

    Raises `Unreadable` where a file is not a coalition file.
    """
    found: dict[str, Coalition] = {}
    for folder in (Path(str(files("entente").joinpath("coalitions"))), *([home / "coalitions"] if home else ())):
        found |= {one.id: one for one in folder_of(folder)}
    return tuple(found[id] for id in sorted(found))


def folder_of(folder: Path) -> Iterator[Coalition]:
    """The coalitions of one folder."""
    for file in sorted(folder.glob("*.toml")):
        yield coalition(file.read_text("utf-8"), file.name)
