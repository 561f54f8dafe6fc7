"""Words that say what a name is the name of: legal forms, titles, articles."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

__all__ = ["light_words"]


@cache
def light_words() -> frozenset[str]:
    """The folded words of `light.toml`."""
    tables = tomllib.loads((files(__package__) / "light.toml").read_text("utf-8"))
    return frozenset(word for table in tables.values() for words in table.values() for word in words.split())
