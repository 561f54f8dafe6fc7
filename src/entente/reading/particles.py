"""Particles: a language's little words around figures and actors, ready for comparison."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.cues import lists
from entente.reading.gazetteer import adjectives
from entente.text.fold import fold

__all__ = ["Particles", "particles"]


class Particles(NamedTuple):
    """The little words of a language, folded; `ClaimWords` says what each is for.

    `joints` are the conjunctions between spaces, the comma and the semicolon, `adjectives` those of countries.
    """

    agents: frozenset[str]
    articles: frozenset[str]
    auxiliaries: frozenset[str]
    changing: frozenset[str]
    conjoined: frozenset[str]
    converting: frozenset[str]
    definite: frozenset[str]
    inside: frozenset[str]
    likening: frozenset[str]
    places: frozenset[str]
    pointing: frozenset[str]
    gerunds: tuple[str, ...]
    since: tuple[str, ...]
    titles: tuple[str, ...]
    until: tuple[str, ...]
    joints: tuple[str, ...]
    adjectives: frozenset[str]
    aiding: frozenset[str]
    land: str


SETS = 11  # how many of the fields are sets


@lru_cache(maxsize=16)
def particles(language: Language) -> Particles:
    """The particles of a language, made once."""
    names = Particles._fields[:-4]
    forms = [tuple(filter(None, fold(getattr(language.claims, name)).split("|"))) for name in names]
    conjoined = forms[names.index("conjoined")]
    joints = (*(f" {form} " for form in conjoined), ", ", "; ")
    aiding = frozenset(map(fold, lists(language)["aiding"]))
    sets = map(frozenset, forms[:SETS])
    return Particles(*sets, *forms[SETS:], joints, frozenset(adjectives(language)), aiding, language.claims.land)
