"""The words that choose between readings, by language: `words/*.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from entente.model.figure import Bound
from entente.reference import rows
from entente.text.fold import fold
from entente.text.lexicon import Entry, Lexicon

__all__ = ["FACTOR", "PEOPLE", "Marks", "marks"]

PEOPLE = "people of"
FACTOR = "factor"
ARTICLES = r"(?:(?:the|la|le|l'|el|los|las|les)\s?)?"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of a language, compiled.

    `lexicon` finds the marks by their kind, `FACTOR` with the multiple it says and `PEOPLE` with the country whose
    people it names. `origins`, `since`, `helped`, `aim`, `within`, `risen` and `again` match at the end of what stands
    before a country, a date, a number of people who are helped, a verb that tells what money is for, a number of a part
    of people, one by which another changed, and a sum that was told already; `equal` what stands between a sum and its
    equivalent in another currency; `hedges`, by their bound, right before a multiple ("more than doubled"). `onward`
    matches what makes the name before it a longer one. `places` are how many the words of a mark of places mean ("the
    two largest"). `links` are the folded words that join words for people.
    """

    lexicon: Lexicon
    origins: re.Pattern[str]
    since: re.Pattern[str]
    helped: re.Pattern[str]
    aim: re.Pattern[str]
    again: re.Pattern[str]
    within: re.Pattern[str]
    risen: re.Pattern[str]
    places: Mapping[str, int]
    links: frozenset[str]
    onward: re.Pattern[str]
    equal: re.Pattern[str]
    hedges: tuple[tuple[Bound, re.Pattern[str]], ...]


@lru_cache(maxsize=16)
def marks(code: str) -> Marks:
    """The marks of a language by its ISO 639-1 code; of one without a file, the names of peoples alone."""
    file = files("entente.scopes").joinpath("words", f"{code}.toml")
    words: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    named = (Entry(form, mark, mark) for mark, forms in words.get("marks", {}).items() for form in forms)
    factors = (
        Entry(form, FACTOR, Decimal(factor)) for factor, forms in words.get("factors", {}).items() for form in forms
    )
    return Marks(
        lexicon=Lexicon((*named, *factors, *_peoples(code, words.get("plural", "")))),
        origins=_ending(words.get("origins", ()), ""),
        helped=_ending(words.get("helped", ()), ""),
        aim=_ending(words.get("aim", ()), r"(?:\w+\s(?:and|et|y)\s)?"),
        onward=_opening(words.get("onward", ())),
        again=_ending(words.get("again", ()), ""),
        within=_ending(words.get("within", ()), ""),
        risen=_ending(words.get("risen", ()), ""),
        places=words.get("places", {}),
        links=frozenset(map(fold, words.get("links", ()))),
        since=_ending(words.get("since", ()), r"(?:\w+(?:\s|')\s?){0,4}"),
        equal=_between(words.get("equal", ())),
        hedges=tuple((Bound(bound), _ending(forms, "")) for bound, forms in words.get("hedges", {}).items()),
    )


def _peoples(code: str, plural: str) -> Iterator[Entry]:
    """The adjectives of countries, and what these make with a plural ending: the names of their peoples."""
    for country, language, _names, *rest in rows("countries.tsv"):
        if language == code and rest:
            for adjective in filter(None, rest[0].split("|")):
                yield from (Entry(form, PEOPLE, country) for form in {adjective, adjective + plural})


def _ending(forms: Iterable[str], between: str) -> re.Pattern[str]:
    """A pattern for text that ends in one of the forms, an article and what may stand `between`."""
    listed = "|".join(re.escape(fold(form)) for form in forms)
    return re.compile(rf"\b(?:{listed or '(?!)'})\s?{ARTICLES}{between}$")


def _opening(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of the forms, and a word with a capital after it, in a text that is not folded."""
    listed = "|".join(map(re.escape, forms))
    return re.compile(rf"\s(?:{listed or '(?!)'})\s(?:(?:the|la|le|les|los|las|el)\s|l['’])?[A-ZÀ-ÝŒ]")


def _between(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for what is nothing but punctuation and at most one of the forms."""
    listed = "|".join(re.escape(fold(form)) for form in forms)
    return re.compile(rf"[\s(\[/,;=–—-]*(?:{listed})?[\s,(:]*")
