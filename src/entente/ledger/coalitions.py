"""The coalition files in hand: those that come with Entente, and those of the home folder."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from entente.feeds.coalition import coalition
from entente.ledger.snapshots import Snapshots
from entente.model.coalition import Coalition

if TYPE_CHECKING:
    from entente.ledger.record import Record

__all__ = ["coalitions"]

SOURCE = "coalition"


def coalitions(home: Path | None = None, record: Record | None = None) -> tuple[Coalition, ...]:
    """Every coalition in hand, by id: a file of `home/coalitions` stands before one that was pulled, and that before
    one that comes with Entente.

    Raises `Unreadable` where a file is not a coalition file.
    """
    known = [*folder_of(Path(str(files("entente").joinpath("coalitions"))))]
    if home and record:
        known += pulled(home, record)
    if home:
        known += folder_of(home / "coalitions")
    found = {one.id: one for one in known}
    return tuple(found[id] for id in sorted(found))


def pulled(home: Path, record: Record) -> Iterator[Coalition]:
    """The coalition files that were pulled, each as it was pulled last."""
    latest = {pull.name: pull.snapshot for pull in record.pulls() if pull.source == SOURCE}
    for name, snapshot in latest.items():
        yield coalition(Snapshots(home).path(snapshot).read_text("utf-8"), name)


def folder_of(folder: Path) -> Iterator[Coalition]:
    """The coalitions of one folder."""
    for file in sorted(folder.glob("*.toml")):
        yield coalition(file.read_text("utf-8"), file.name)
