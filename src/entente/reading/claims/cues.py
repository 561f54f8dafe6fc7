"""Cues: the words that tell what a clause claims."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from entente.languages import ClaimWords, Language
from entente.model.reading import Actor
from entente.reading.actors.gazetteer import adjectives
from entente.reading.page import Page
from entente.reference import open_text
from entente.text.endings import forms
from entente.text.fold import fold
from entente.text.lexicon import Entry, Hit

__all__ = ["ACTS", "GIVING", "claim_words", "cues", "mask", "unnamed", "words"]

# What a word says of its clause, as bits, for a word may say several things. `ClaimWords` has a field for each.
GIVEN, PLEDGED, PLANNED, REQUESTED, FUNDED, SPENT = (1 << place for place in range(6))
UPROOTED, PEOPLE, TOLLED, JOINED, PROMISED, DUTY = (1 << place for place in range(6, 12))
STANCE, EVENT, DATED, RANKED, AIDING, ASKED, RECEIVED = (1 << place for place in range(12, 19))
HOLLOW = 1 << 19
FIELDS = (
    "given pledged planned requested funded spent uprooted people tolled joined promised duty "
    "stance event dated ranked aiding asked received hollow"
).split()
GIVING = GIVEN | PLEDGED | PLANNED | REQUESTED
ACTS = GIVING | RECEIVED | UPROOTED | JOINED | PROMISED | DUTY | STANCE | EVENT | DATED | RANKED
SHORTEST = 5  # letters of a verb in the future
BETWEEN = 30  # characters between a verb of promising and its infinitive, after what opens them


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for claims: cues with their classes, openers of clauses, stand-ins for doers, peoples."""
    said = claim_words(language)
    classes: dict[str, int] = {}
    for place, field in enumerate(FIELDS):
        for form in forms(getattr(said, field)):
            classes[form] = classes.get(form, 0) | 1 << place
    yield from (Entry(form, "claim.cue", value) for form, value in classes.items())
    for kind, value, listed in (
        ("opener", True, said.breakers),
        ("opener", False, said.openers),
        ("doer", "we", said.ourselves),
        ("doer", "they", said.pronouns),
        ("doer", "latter", said.latter),
        ("doer", "office", said.offices),
        ("doer", "paper", said.papers),
        ("doer", "organ", said.organs),
        ("back", True, said.backward),
        ("resolving", True, said.resolving),
    ):
        yield from (Entry(form, f"claim.{kind}", value) for form in forms(listed))
    for kind, pairs in (("crowd", said.crowds), ("group", said.groups)):
        for form, _, name in (pair.partition("=") for pair in forms(pairs)):
            yield Entry(form, f"claim.{kind}", name)
    for adjective, country in adjectives(language).items():
        yield Entry(adjective, "claim.people", country, bool(said.plural))
        if said.plural:
            yield Entry(adjective + said.plural, "claim.people", country, True)


@lru_cache(maxsize=16)
def claim_words(language: Language) -> ClaimWords:
    """The words of claims of a language: its own, and for its empty fields those of its file in `reference/cues/`."""
    filed: dict[str, str] = {}
    with suppress(FileNotFoundError):
        filed = tomllib.loads(open_text(f"cues/{language.code}.toml"))
    said = language.claims
    return replace(said, **{field: text.replace("\n", "") for field, text in filed.items() if not getattr(said, field)})


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
    apart = list(_apart(page))
    return sorted((*found, *apart)) if apart else found


def _apart(page: Page) -> Iterator[Hit]:
    """The verbs of promising that stand apart from their infinitive: "agreed in principle to send"."""
    hits = page.hits.get("claim.resolving", ())
    pattern = _infinitive(page.language) if hits else None
    for hit in hits:
        if pattern and (match := pattern.match(page.folded, hit.end)) and page.text[match.start("verb")].islower():
            yield Hit(hit.start, hit.end, PROMISED)


@lru_cache(maxsize=16)
def _infinitive(language: Language) -> re.Pattern[str]:
    """What stands between a verb of promising and its infinitive, and the infinitive, which is no article."""
    said = claim_words(language)

    def either(field: str) -> str:
        return "|".join(re.escape(fold(form)) for form in forms(field))

    return re.compile(
        rf",? (?:{either(said.interposed)})(?![a-z])[^.;:()]{{0,{BETWEEN}}}?"
        rf"[ ,](?:{either(said.infinitives)})(?: |(?<='))"
        rf"(?!(?:{either(said.articles)})[ '])(?P<verb>[a-z]+(?:{either(said.verbal)}))(?![a-z])"
    )


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


def unnamed(said: list[Hit], actors: Sequence[Actor]) -> list[Hit]:
    """The cues that are no part of a name: "World Food Programme" gives no aid."""
    found: list[Hit] = []
    index = 0
    for cue in said:
        while index < len(actors) and actors[index].span.end <= cue.start:
            index += 1
        if index == len(actors) or actors[index].span.start > cue.start:
            found.append(cue)
    return found


def mask(said: Iterable[Hit]) -> int:
    """The classes of some cues together."""
    found = 0
    for cue in said:
        found |= cue.value
    return found
