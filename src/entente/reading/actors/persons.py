"""Persons: by titles and given names, by roles and verbs of saying beside a name, and by a part of the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from entente.languages import Language
from entente.reading.actors.callings import callings, parts, places
from entente.reading.actors.gazetteer import given_names, leaders, titles
from entente.reading.actors.mentions import CAPITAL, SPACE, Mention, Mentions
from entente.reading.actors.naming import EFFORT, REACH, Names, patterns
from entente.reading.actors.series import extended, series
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.lexicon import Entry
from entente.text.tables import listed

__all__ = ["persons", "words"]

PARTICLES = "al|bin|ben|da|de|di|dos|el|ibn|ould|van|von"  # that may follow a given name
FOLLOWED = re.compile(rf"([{CAPITAL}][\w’'-]{{0,30}}+\.?+)(?={SPACE}{{1,2}}(?:[{CAPITAL}]|(?:{PARTICLES})[- ]))")
LEADS = " \n\u00a0’'\"“«(—"
SAYING = ("says", "informs", "quotes")  # verbs whose subject is somebody
CIVILITY = 4  # the longest title before a name that begins with "de", in letters: "M. de Villepin"
ASIDE = 400  # the longest stage direction, in characters
AUXILIARY = 6  # characters of an auxiliary, at most, with the spaces beside it


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for titles and roles."""
    roles = titles(language)
    small = frozenset(map(fold, filter(str.islower, roles)))  # written small too
    for form in roles:
        yield Entry(form, "title", None, form[0].isupper() and fold(form) not in small)
    for form in leaders():
        yield Entry(form, "leader", None, True)
    for form in listed(language.names.asides):
        yield Entry(form, "aside", None, True)


def persons(page: Page, found: Mentions, acronyms: dict[str, str]) -> None:
    """Add to what was found the persons, and the later mentions of the acronyms that the text defines."""
    names = Names(page, patterns(page.language), found)
    titled(names)
    given(names)
    spoken(names)
    series(names)
    surnames(names)
    labels(names)
    called, ids = callings(names)
    for start, end in names.spans:
        if found.at(start):
            found.by_start[start] = Mention(start, end, "person", ids[page.text[start:end]], "person")
    if called:
        parts(names, called)
    for acronym in list(acronyms)[: EFFORT // (len(page.text) + 1)]:
        for start, end in places(page.text, acronym):
            if found.free(start, end):
                found.add(Mention(start, end, "organisation", acronyms[acronym], "acronym"))


def titled(names: Names) -> None:
    """Take in the names after titles, and those in apposition to roles."""
    text, folded, rules = names.page.text, names.page.folded, names.rules
    hits = names.page.hits.get("title", [])
    starts = {hit.start for hit in hits}
    for hit in hits:
        gap = rules.title.match(text, hit.end)
        start = gap.end() if gap else 0
        if text.startswith(".", hit.end) and names.page.sentence(start)[0] == start:
            continue  # the title ends its sentence: "... is a writer. Specialised in ..."
        if gap and start not in starts:
            named_so(names, start)
            lengthy = hit.end - hit.start > CIVILITY
            party = rules.party.match(text, start) if lengthy else None
            start = party.end() if party else start
            shouted = lengthy and text[hit.start : hit.end].isupper()
            end = start if shouted or (lengthy and folded.startswith(rules.of, start)) else names.end(start)
            if lengthy and folded.endswith(rules.of, 0, start):
                start = names.given(start, end)  # "ministre des Armées Sébastien Lecornu"
            if text[start:end].isupper() and end - start < CIVILITY:  # "le député PS de l'Hérault"
                continue
            if end > start and not (folded.find(" ", start, end) < 0 and names.small(folded[start:end])):
                names.take(start, end)
                continue
        comma = text.find(",", hit.end, hit.end + REACH)
        apposed = comma > 0 and text[comma + 2 : comma + 3].isupper() and comma + 2 not in starts
        if apposed and rules.role.fullmatch(folded, hit.end, comma + 2):
            names.whole(comma + 2, names.end(comma + 2))
        comma = text.rfind(",", max(0, hit.start - REACH), hit.start)
        if comma > 0 and rules.articles.fullmatch(folded, comma + 2, hit.start):
            names.before(comma)


def given(names: Names) -> None:
    """Take in the names that begin with a given name."""
    text, folded, known = names.page.text, names.page.folded, given_names()
    ends = frozenset(hit.end for hit in names.page.hits.get("title", ()))
    for start, stop in followed(text):
        word = folded[start:stop]
        if word in known or ("-" in word and word.partition("-")[0] in known):
            if names.found.free(start, stop):
                named_so(names, stop + 1)
            end = names.end(start)
            if end > stop and not text[start:stop].isupper() and not names.placed(start, end):
                names.take(extended(names, ends, start), end)


def surnames(names: Names) -> None:
    """Take in the surnames by which everybody knows who is meant ("Putin"), where no longer name holds them."""
    for start, end, _ in names.page.hits.get("leader", ()):
        if names.found.free(start, end) and not names.page.text.startswith("-", end):
            names.take(start, end)


def named_so(names: Names, start: int) -> None:
    """Forget the country at an offset: after a title or a given name it is a name ("François Hollande")."""
    namesake = names.found.at(start)
    if namesake is not None and namesake.kind == "country":
        names.found.drop(start)


def followed(text: str) -> Iterator[tuple[int, int]]:
    """Where the words with a capital stand that another one follows."""
    first = FOLLOWED.match(text)
    if first:
        yield first.span()
    for lead in LEADS:
        if lead in text:
            for match in _led(lead).finditer(text):
                yield match.span(1)


@lru_cache(maxsize=len(LEADS))
def _led(lead: str) -> re.Pattern[str]:
    """A word with a capital that another one follows, right after a mark; a mark to begin with is sought fast."""
    return re.compile(re.escape(lead) + FOLLOWED.pattern)


def spoken(names: Names) -> None:
    """Take in the names of two words or more right after a verb of saying, or before it and its auxiliary."""
    text, taken = names.page.text, names.found.taken
    for kind in ("speech finite", "speech participle"):
        for hit in names.page.hits.get(kind, ()):
            if hit.value[0] not in SAYING:
                continue
            start, end, _ = hit
            if text[end + 1 : end + 2].isupper() and not taken[end + 1]:
                names.whole(end + 1, names.end(end + 1))
            first = text.rfind(" ", max(0, start - REACH), max(0, start - 1))
            if text[first + 1].isupper():
                names.before(start - 1)
            elif (
                start - first < AUXILIARY and text[text.rfind(" ", max(0, first - REACH), max(0, first)) + 1].isupper()
            ):
                names.before(first)


def labels(names: Names) -> None:
    """Forget what stands in brackets after a name, a party or an office; and what stands in a stage direction."""
    text, found = names.page.text, names.found
    for _, end in names.spans:
        label = found.at(end + 2) if text.startswith(" (", end) else None
        if label and label.kind == "organisation" and text.startswith(")", label.end):
            found.drop(label.start)
    for hit in names.page.hits.get("aside", []):
        close = text.find(")", hit.end, hit.end + ASIDE) if text.startswith("(", hit.start - 1) else -1
        for start in range(hit.start, close):
            if start in found.by_start:
                found.drop(start)
