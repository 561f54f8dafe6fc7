"""Folds a name to plain lower-case Latin letters, digits and blanks, whatever its script."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from importlib.resources import files

__all__ = ["fold"]


class Letters(dict[int, str]):
    """What each code point becomes: from our tables where a script has one, else from anyascii; filled as letters come.

    Letters and digits become lower-case Latin; marks that only modify a letter vanish; all else becomes a blank.
    """

    def __missing__(self, code: int) -> str:
        self[code] = folded = _letter(chr(code))
        return folded


def fold(text: str) -> str:
    """A name in lower-case ASCII letters, digits and blanks, by the tables of `letters.toml` and anyascii."""
    return text.translate(_letters())


@cache
def _letters() -> Letters:
    tables = tomllib.loads((files(__package__) / "letters.toml").read_text("utf-8"))
    return Letters({ord(letter): latin for table in tables.values() for letter, latin in table.items()})


def _letter(letter: str) -> str:
    from anyascii import anyascii

    lower = letter.lower()
    if lower != letter:
        return fold(lower)
    plain = unicodedata.normalize("NFKD", letter)
    if plain != letter:
        return fold(plain)
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Lm"):
        return ""
    latin = anyascii(letter).lower()
    kept = "".join(each for each in latin if each.isalnum())
    return kept or ("" if letter.isalpha() else " ")
