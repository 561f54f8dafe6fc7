"""Particles: a language's little words around figures and actors, ready for comparison."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from entente.languages import Language
from entente.reading.actors.gazetteer import adjectives
from entente.reading.claims.cues import claim_words
from entente.text.endings import forms
from entente.text.fold import fold

__all__ = ["Particles", "particles"]


class Particles(NamedTuple):
    """The little words of a language, folded; `ClaimWords` says what each is for.

    `joints` are the conjunctions between spaces, the comma and the semicolon, each with how many of its characters
    belong to neither of what it joins, `joining` their words; `givers` stand before who gives; `adjectives` are those
    of countries, and `powers` match the forces of a country after its adjective, `powers_before` before it.
    """

    articles: frozenset[str]
    auxiliaries: frozenset[str]
    changing: frozenset[str]
    comparing: frozenset[str]
    conjoined: frozenset[str]
    joining: frozenset[str]
    converting: frozenset[str]
    definite: frozenset[str]
    inside: frozenset[str]
    likening: frozenset[str]
    passive: frozenset[str]
    places: frozenset[str]
    nobody: tuple[str, ...]
    pointing: frozenset[str]
    pointers: tuple[str, ...]
    givers: frozenset[str]
    channels: frozenset[str]
    bearing: frozenset[str]
    fronting: tuple[str, ...]
    relatives: frozenset[str]
    respective: tuple[str, ...]
    verbs: frozenset[str]
    wheres: tuple[str, ...]
    gerunds: tuple[str, ...]
    since: tuple[str, ...]
    thats: tuple[str, ...]
    titles: tuple[str, ...]
    undone: tuple[str, ...]
    until: tuple[str, ...]
    versus: tuple[str, ...]
    joints: tuple[tuple[str, int], ...]
    adjectives: frozenset[str]
    aiding: frozenset[str]
    land: str
    powers: re.Pattern[str]
    powers_before: re.Pattern[str]


WORDS = (  # the particles that are compared with a word, each under the name of its field in `ClaimWords`
    "articles auxiliaries changing comparing conjoined converting definite inside likening passive places pointing "
    "relatives verbs channels bearing aiding"
).split()


@lru_cache(maxsize=16)
def particles(language: Language) -> Particles:
    """The particles of a language, made once."""
    said = claim_words(language)

    def listed(field: str) -> tuple[str, ...]:
        return tuple(map(fold, forms(field)))

    def opening(field: str) -> tuple[str, ...]:
        return tuple(f"{form} " for form in listed(field))

    def closing(field: str) -> tuple[str, ...]:
        return tuple(f" {form}" for form in listed(field))

    known: dict[str, Any] = {field: frozenset(listed(getattr(said, field))) for field in WORDS}
    plain, powers = listed(said.plain), "|".join(map(re.escape, listed(said.powers))) or "(?!)"
    return Particles(
        **known,
        joining=frozenset(word for form in listed(said.conjoined) for word in form.split()),
        nobody=opening(said.nobody),
        pointers=opening(said.pointing),
        givers=frozenset((*listed(said.agents), *listed(said.gifts))),
        respective=listed(said.respective),
        wheres=opening(said.wheres),
        fronting=opening(said.bearing),
        gerunds=listed(said.gerunds),
        since=closing(said.since),
        thats=tuple(form if form.endswith("'") else f" {form} " for form in listed(said.thats)),
        titles=listed(said.titles),
        undone=tuple(f" {form} " for form in listed(said.undone)),
        until=closing(said.until),
        versus=closing(said.versus),
        joints=(
            *((f" {form} ", len(form) + 2 if form in plain else 1) for form in listed(said.conjoined)),
            *((", ", 2), ("; ", 2)),
        ),
        adjectives=frozenset(adjectives(language)),
        land=said.land,
        powers=re.compile(rf" (?:{powers})(?![a-z])"),
        powers_before=re.compile(rf"(?<![a-z])((?:{powers}) )$"),
    )
