"""The wordbook of a language: its nouns, the words around them, and its names of money, from `reference/nouns/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from entente.reference import any_text

__all__ = ["Wordbook", "wordbook"]

Wordbook = Mapping[str, Mapping[str, str]]
NONE: Wordbook = {"phrases": {}, "money": {}, "units": {}}


@lru_cache(maxsize=16)
def wordbook(code: str) -> Wordbook:
    """The tables of the language with an ISO 639-1 code: `phrases`, `money` and `units`; empty where it has no file."""
    return tomllib.loads(any_text(f"nouns/{code}.toml")) or NONE
