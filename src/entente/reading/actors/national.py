"""National bodies: the English names of bodies called by a head noun and a country ("Croix-Rouge canadienne")."""

from __future__ import annotations

from functools import lru_cache

from entente.languages import Language
from entente.reading.actors.gazetteer import adjectives, called
from entente.reading.actors.mentions import Mentions
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.lexicon import Hit
from entente.text.tables import listed

__all__ = ["english"]

PEOPLES = frozenset("Army Navy Police Guard Gendarmerie Forces".split()) | {"Red Cross", "Red Crescent"}
SHORT = {"USA": "US", "GBR": "UK"}  # before any head


@lru_cache(maxsize=16)
def qualities(language: Language) -> dict[str, str]:
    """The adjectives of heads, folded, each with its English."""
    return {fold(form): said for form, _, said in (pair.partition("=") for pair in listed(language.names.qualities))}


def english(page: Page, found: Mentions, hit: Hit, end: int) -> str:
    """The English name of a body from its head to `end`; empty where it has other parts than adjectives and a country.

    Forces and peoples' societies go by the adjective, other bodies by the name ("Parliament of Armenia").
    """
    known = qualities(page.language)
    words, country = owner(page, found, hit.end, end) if known and hit.value[0] else ([], "")
    if not country or any(word not in known for word in words):
        return ""
    return named(" ".join((*(known[word] for word in words), hit.value[0])), country)


def owner(page: Page, found: Mentions, start: int, end: int) -> tuple[list[str], str]:
    """The country with which a name ends, by its name or adjective, after the words before it."""
    place = found.at(found.taken.find(1, start, end))
    if place and place.kind == "country" and place.end == end:
        words, links = page.folded[start : place.start].replace("'", " ").split(), fold(page.language.names.of)
        while words and words[-1] in links.replace("'", " ").replace("|", " ").split():
            words.pop()
        return words, place.id
    *words, last = page.folded[start:end].split() or [""]
    return words, adjectives(page.language).get(last, "")


def named(body: str, code: str) -> str:
    """A body of the country with an ISO 3166-1 code, as English calls it."""
    name, people = called(code)
    if code in SHORT:
        return f"{SHORT[code]} {body}"
    if any(body.endswith(head) for head in PEOPLES):
        return f"{people} {body}"
    return f"{body} of {name}"
