"""Reads words as scribes of other languages may have meant them, so that Tsjernjak and Csernyak are Chernyak.

Letters mean different sounds to different scribes (ch is one sound in London, another in Paris, a third in Warsaw): no
one table of sounds holds all. Lists mostly write as English does; so a word asked about is respelt in English, once
for each scribe of `scribes.toml` whose sign it bears.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from entente.names.keys import sound
from entente.names.scripts import in_latin

__all__ = ["meant", "respelt"]

CACHED = 1 << 17


def meant(name: str, tokens: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The English spellings that tokens of a name may stand for, of those that have any.

    A name in other letters has none: we wrote its tokens in English ourselves.
    """
    found = {token: spellings for token in tokens if (spellings := respelt(token))}
    return found if found and in_latin(name) else {}


@lru_cache(maxsize=CACHED)
def respelt(token: str) -> tuple[str, ...]:
    """The English spellings of a token, scribe by scribe: only those that sound otherwise than the token itself."""
    if not token.isascii() or not _signs().search(token):
        return ()
    told = (write(token) for sign, write in _scribes() if sign.search(token))
    return tuple({sound(each): each for each in told if sound(each) != sound(token)}.values())


@cache
def _signs() -> re.Pattern[str]:
    """The sign of any scribe."""
    return re.compile("|".join(f"(?:{sign.pattern})" for sign, _ in _scribes()))


@cache
def _scribes() -> tuple[tuple[re.Pattern[str], Callable[[str], str]], ...]:
    """Each scribe's sign, and what writes its words in English."""
    tables = tomllib.loads((files(__package__) / "scribes.toml").read_text("utf-8"))
    return tuple((re.compile(table.pop("sign")), _writer(table)) for table in tables.values())


def _writer(letters: dict[str, str]) -> Callable[[str], str]:
    """What replaces each of some letters, at one place the first of them that is there."""
    any_of = re.compile("|".join(f"({each})" for each in letters))
    english = tuple(letters.values())

    def write(token: str) -> str:
        return any_of.sub(lambda found: english[(found.lastindex or 1) - 1], token)

    return write
