"""Small tables of facts that make Entente useful offline; each file names its source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

__all__ = ["any_text", "open_text", "rows"]

FOLDER = Path(__file__).parent


def open_text(name: str) -> str:
    """The text of a file of this folder, by its name (`nouns/fr.txt`)."""
    return (FOLDER / name).read_text("utf-8")


def any_text(name: str) -> str:
    """The text of a file of this folder; empty where there is no such file."""
    try:
        return open_text(name)
    except FileNotFoundError:
        return ""


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a tab-separated file of this folder, comments (lines with `#`) and empty lines left out."""
    for line in open_text(name).split("\n"):
        if line and line[0] != "#":
            yield line.split("\t")
