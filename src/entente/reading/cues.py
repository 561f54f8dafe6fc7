"""Cues: the words that tell what a clause claims."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache

from entente.languages import Language
from entente.reading.gazetteer import adjectives
from entente.reading.page import Page
from entente.reference import open_text
from entente.text.endings import forms
from entente.text.lexicon import Entry, Hit

__all__ = ["ACTS", "GIVING", "cues", "lists", "mask", "words"]

# What a word says of its clause, as bits, for a word may say several things. `ClaimWords` has a field for each.
GIVEN, PLEDGED, PLANNED, REQUESTED, FUNDED, SPENT = (1 << place for place in range(6))
UPROOTED, PEOPLE, TOLLED, JOINED, PROMISED, DUTY = (1 << place for place in range(6, 12))
STANCE, EVENT, DATED, RANKED, AIDING, ASKED, HOLLOW = (1 << place for place in range(12, 19))
FIELDS = (
    "given pledged planned requested funded spent uprooted people tolled joined promised duty "
    "stance event dated ranked aiding asked hollow"
).split()
GIVING = GIVEN | PLEDGED | PLANNED | REQUESTED
ACTS = GIVING | UPROOTED | JOINED | PROMISED | DUTY | STANCE | EVENT | DATED | RANKED
SHORTEST = 5  # letters of a verb in the future


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for claims: cues with their classes, openers of clauses, stand-ins for doers, peoples."""
    said = language.claims
    classes: dict[str, int] = {}
    for place, listed in enumerate(lists(language).values()):
        for form in listed:
            classes[form] = classes.get(form, 0) | 1 << place
    for form, value in classes.items():
        yield Entry(form, "claim.cue", value)
    standing = {"we": said.ourselves, "they": said.pronouns, "office": said.offices, "paper": said.papers}
    for kind, table in (("opener", {True: said.breakers, False: said.openers}), ("doer", standing)):
        for value, listed in table.items():
            for form in forms(listed):
                yield Entry(form, f"claim.{kind}", value)
    for kind, pairs in (("crowd", said.crowds), ("group", said.groups)):
        for pair in forms(pairs):
            form, _, name = pair.partition("=")
            yield Entry(form, f"claim.{kind}", name)
    for form in forms(said.backward):
        yield Entry(form, "claim.back", True)
    for adjective, country in adjectives(language).items():
        yield Entry(adjective, "claim.people", country, bool(said.plural))
        if said.plural:
            yield Entry(adjective + said.plural, "claim.people", country, True)


@lru_cache(maxsize=16)
def lists(language: Language) -> dict[str, list[str]]:
    """The forms of each class of cues: from the language, or from its file in `reference/cues/`."""
    try:
        filed = tomllib.loads(open_text(f"cues/{language.code}.toml"))
    except FileNotFoundError:
        filed = {}
    said = language.claims
    return {field: forms(getattr(said, field) or filed.get(field, "").replace("\n", "")) for field in FIELDS}


def cues(page: Page) -> list[Hit]:
    """The cues of a page in order, verbs in the future among them; forms that only look like cues are left out."""
    hits = page.hits.get("claim.cue", [])
    found = [hit for hit in hits if not hit.value & HOLLOW]
    endings = page.language.claims.futures
    if endings:
        known = {hit.start for hit in hits}
        more = [hit for ending in endings.split("|") for hit in _verbs(page.text, ending) if hit.start not in known]
        if more:
            found = sorted((*found, *more))
    return found


def _verbs(text: str, ending: str) -> Iterator[Hit]:
    """The words in small letters with an ending of the future."""
    form = f"{ending} "
    at = text.find(form)
    while at >= 0:
        stop = at + len(ending)
        low = max(0, at - 20)
        start = max(text.rfind(" ", low, at), text.rfind("'", low, at), text.rfind("’", low, at)) + 1
        if stop - start >= SHORTEST and text[start:stop].isalpha() and text[start].islower():
            yield Hit(start, stop, PROMISED)
        at = text.find(form, stop)


def mask(said: Iterable[Hit]) -> int:
    """The classes of some cues together."""
    found = 0
    for cue in said:
        found |= cue.value
    return found
