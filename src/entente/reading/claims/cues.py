"""Cues: the words that tell what a clause claims."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache

from entente.languages import ClaimWords, Language
from entente.model.reading import Actor, Quote
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
HOLLOW, REPORTED, SLAIN = (1 << place for place in range(19, 22))
FIELDS = (
    "given pledged planned requested funded spent uprooted people tolled joined promised duty "
    "stance event dated ranked aiding asked received hollow reported slain"
).split()
GIVING = GIVEN | PLEDGED | PLANNED | REQUESTED
ACTS = GIVING | RECEIVED | UPROOTED | JOINED | PROMISED | DUTY | STANCE | EVENT | DATED | RANKED
MANY = 1 << 62  # beyond any offset
WORD = 12  # letters of a pronoun or an adverb between a verb and its infinitive
LETTERS = "[a-zœæ]+"  # of a verb, as folded
LEAD = 20  # characters after a form in which its gerund ends
SHORTEST = 5  # letters of a verb in the future
SELF = 24  # characters from a speaker's own pronoun to the end of its verb
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
        ("doer", "assembly", said.assemblies),
        ("back", True, said.backward),
        ("own", True, said.owned),
        ("resolving", True, said.resolving),
        ("wanting", True, said.wanting),
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
    return language.claims.completed({field: text.replace("\n", "") for field, text in filed.items()})


def cues(page: Page, quotes: Sequence[Quote]) -> list[Hit]:
    """The cues of a page in order, verbs in the future among them; forms that only look like cues are left out.

    What somebody "would" do is promised only in what was announced.
    """
    hits, given = page.hits.get("claim.cue", []), page.language.claims
    found = [hit for hit in hits if not hit.value & HOLLOW]
    known = {hit.start for hit in hits if hit.value & (HOLLOW | PROMISED | EVENT | UPROOTED | DUTY)}
    more = [hit for ending in _listed(given.futures) for hit in _verbs(page.text, ending) if hit.start not in known]
    more += _apart(page, hits)
    more += [Hit(hit.start, hit.end, PROMISED) for hit in hits if hit.value & HOLLOW and _progresses(page, hit)]
    if reported := sorted((*_announced(hits, quotes), *_by_itself(page, quotes))):
        would = [hit for hit in found if hit.value & REPORTED]
        would += [
            hit
            for ending in _listed(given.conditionals)
            for start, end in reported
            for hit in _verbs(page.text, ending, start, end)
            if hit.start not in known
        ]
        more += [
            Hit(hit.start, hit.end, PROMISED) for hit in would if _inside(reported, hit.start) and not _felt(hits, hit)
        ]
    return sorted((*found, *more)) if more else found


def _progresses(page: Page, hit: Hit) -> bool:
    """Whether forms that say nothing promise what is done, by a gerund after them: "will be sending"."""
    given, word = page.language.claims, page.folded[hit.end : hit.end + LEAD].split(" ", 2)
    progressive = bool(given.progressive) and page.folded[hit.start : hit.end] in given.progressive.split("|")
    return progressive and len(word) > 1 and word[1].endswith(tuple(given.gerunds.split("|")))


def _announced(hits: Sequence[Hit], quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Where reported speech stands that is announced or promised, not only said."""
    told = [(quote.cue.start, quote.cue.end, quote.span) for quote in quotes if quote.type == "indirect" and quote.cue]
    found = []
    for start, end, span in told:
        at = bisect_left(hits, (start,))
        if any(hit.start < end and hit.value & (PLEDGED | PROMISED) for hit in hits[at : at + 2]):
            found.append((span.start, span.end))
    return found


def _felt(hits: Sequence[Hit], would: Hit) -> bool:
    """Whether a stance follows the word of a promise: "would very much welcome"."""
    at = bisect_left(hits, (would.end,))
    return any(hit.value & STANCE and hit.start < would.end + LEAD for hit in hits[at : at + 1])


def _by_itself(page: Page, quotes: Sequence[Quote]) -> list[tuple[int, int]]:
    """Where reported speech begins with the speaker as its subject: "said it would send", "a dit qu'il enverrait"."""
    stands = [hit.start for hit in page.hits.get("claim.doer", ()) if hit.value in ("they", "we")]
    begun = {quote.span.start for quote in quotes if quote.type == "indirect" and quote.cue and quote.speaker}
    return [(at, at + SELF) for at in stands if at in begun]


def _listed(endings: str) -> list[str]:
    return endings.split("|") if endings else []


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether an offset lies in the last of some sorted spans that begins before it."""
    at = bisect_right(spans, (place, MANY)) - 1
    return at >= 0 and place < spans[at][1]


def _apart(page: Page, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The verbs of promising by their infinitive, which may stand apart: "agreed in principle to send".

    Right before it a verb counts only where no other cue tells what it says ("not yet pledged to").
    """
    for kind, pattern in (("resolving", _infinitive), ("wanting", _verb)):
        for hit in page.hits.get(f"claim.{kind}", ()):
            match = pattern(page.language).match(page.folded, hit.end)
            if not match or not page.text[match.start("verb")].islower():
                continue
            at = bisect_left(hits, (hit.start + 1,)) - 1
            known = at >= 0 and hits[at].end > hit.start and hits[at].value & (HOLLOW | PROMISED | STANCE)
            if kind == "wanting" or match["apart"] or not known:
                yield Hit(hit.start, hit.end, PROMISED)


@lru_cache(maxsize=16)
def _infinitive(language: Language) -> re.Pattern[str]:
    """What stands between a verb of promising and its infinitive, and the infinitive, which is no article."""
    said = claim_words(language)

    def either(field: str) -> str:
        return "|".join(re.escape(fold(form)) for form in forms(field))

    return re.compile(
        rf"(?P<apart>,? (?:{either(said.interposed)})(?![a-z])[^.;:()]{{0,{BETWEEN}}}?)?"
        rf"[ ,](?:{either(said.infinitives)})(?: |(?<='))"
        rf"(?!(?:{either(said.articles)})[ '])(?!(?:{either(said.unverbal) or '(?!)'})(?![a-z]))"
        rf"(?P<verb>{LETTERS}(?:{either(said.verbal)}))(?![a-z])"
    )


@lru_cache(maxsize=16)
def _verb(language: Language) -> re.Pattern[str]:
    """An infinitive right after a verb of wanting, pronouns or adverbs perhaps between them."""
    said = claim_words(language)
    endings, others = (
        "|".join(re.escape(fold(form)) for form in forms(field)) for field in (said.verbal, said.unverbal)
    )
    between, unverbal = rf"(?:[a-z]{{1,{WORD}}}[ ']){{0,2}}?", rf"(?!(?:{others or '(?!)'})(?![a-z]))"
    return re.compile(rf" {between}{unverbal}(?P<verb>{LETTERS}(?:{endings}))(?![a-z])")


def _verbs(text: str, ending: str, low: int = 0, high: int | None = None) -> Iterator[Hit]:
    """The words in small letters, between two offsets, with an ending of the future."""
    form = f"{ending} "
    at = text.find(form, low, high)
    while at >= 0:
        stop = at + len(ending)
        low = max(0, at - 20)
        start = max(text.rfind(" ", low, at), text.rfind("'", low, at), text.rfind("’", low, at)) + 1
        if stop - start >= SHORTEST and text[start:stop].isalpha() and text[start].islower():
            yield Hit(start, stop, PROMISED)
        at = text.find(form, stop, high)


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
