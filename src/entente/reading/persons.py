"""Persons: by titles and given names, by roles and verbs of saying beside a name, and by a part of the name alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.gazetteer import adjectives, body, given_names
from entente.reading.mentions import CAPITAL, SPACE, Mention, Mentions, alternatives, listed
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.lexicon import Entry

__all__ = ["persons", "words"]

LETTER = r"[^\W\d_]"
WORD = rf"[{CAPITAL}](?:\.(?:-?[{CAPITAL}]\.)*|(?:{LETTER}|[-’'](?={LETTER}))+)"
ALONE = re.compile(rf"(?<!\w){WORD}")
REACH = 60  # how far beside a name a role or a verb of saying is looked for, in characters
HOLDERS = 50  # how many full names with one word in common are compared
TWO_AFTER = re.compile(r" (\w+)(?: (\w+))?")
ONE_BEFORE = re.compile(r"(\w+) $")


class Token(NamedTuple):
    """A word of a name: half-open offsets, and the word folded, its particles left out."""

    start: int
    end: int
    core: str


class Patterns(NamedTuple):
    """What a person's name is made of, and what stands beside it."""

    run: re.Pattern[str]
    token: re.Pattern[str]
    titled: re.Pattern[str]
    after_role: re.Pattern[str]
    before_role: re.Pattern[str]
    places: re.Pattern[str]
    particles: frozenset[str]
    strange: frozenset[str]
    saying: frozenset[str]


@lru_cache(maxsize=16)
def patterns(language: Language) -> Patterns:
    """The patterns of a language; `titled` is what follows a title, `run` two words with a capital or more."""
    said = language.names
    particle = rf"(?:(?:{alternatives(listed(said.particles))})(?:[- \u00a0]|(?<=')))*".replace("'", "[’']")
    of = alternatives(listed(fold(said.of)))
    more = rf"{SPACE}{{1,2}}{particle}{WORD}"
    return Patterns(
        run=re.compile(rf"{WORD}(?:{more}){{1,9}}"),
        token=re.compile(rf"{particle}({WORD})"),
        titled=re.compile(rf"\.?{SPACE}{{1,2}}({particle}{WORD}(?:{more}){{0,9}})"),
        after_role=re.compile(rf"(?: [\w'-]+)?(?: (?:{of})[ '][\w' -]+)?, $"),
        before_role=re.compile(r", (?:[\w.'-]+[ ']){0,4}$"),
        places=re.compile(rf" (?:{alternatives(listed(fold(said.provinces)))})\b"),
        particles=frozenset(listed(fold(said.particles))),
        strange=frozenset(listed(fold(said.nonnames)) + listed(fold(said.openers))),
        saying=frozenset(listed(fold(said.saying))),
    )


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for titles and roles."""
    for form in listed(language.names.titles):
        yield Entry(form, "title", None, form[0].isupper())


def persons(page: Page, found: Mentions, acronyms: dict[str, str]) -> None:
    """Add to what was found the persons, and the later mentions of the acronyms that the text defines."""
    rules = patterns(page.language)
    names = {name[0].start: name for name in (*given(page, rules, found), *titled(page, rules, found)) if name}
    called = callings(page.text, names.values())
    for name in names.values():
        start, end = name[0].start, name[-1].end
        found.add(Mention(start, end, "person", fullest(called, name) or shown(page.text[start:end]), "person"))
    if called or acronyms or "." in page.text:
        alone(page, found, called, acronyms)


def titled(page: Page, rules: Patterns, found: Mentions) -> Iterator[list[Token]]:
    """The names after titles."""
    for hit in page.hits["title"]:
        match = rules.titled.match(page.text, hit.end)
        if match:
            name = next(pieces(page, rules, found, match.start(1), match.end(1)), [])
            common = len(name) == 1 and f" {name[0].core} " in page.text
            if name and name[0].start == match.start(1) and not common:
                yield trimmed(page, name)


def given(page: Page, rules: Patterns, found: Mentions) -> Iterator[list[Token]]:
    """The names that begin with a given name, or stand beside a role or a verb of saying."""
    known, strange = given_names(), rules.strange
    for run in rules.run.finditer(page.text):
        start, end = run.span()
        words = page.folded[start:end].replace("-", " ").split()
        if not known.isdisjoint(words):
            for piece in pieces(page, rules, found, start, end):
                if not rules.places.match(page.folded, piece[-1].end):
                    yield trimmed(page, from_given(page, piece))
        elif strange.isdisjoint(words) and found.free(start, end) and beside(page, rules, start, end):
            for piece in pieces(page, rules, found, start, end):
                if len(piece) > 1 and not any(page.text[token.start : token.end].isupper() for token in piece):
                    yield trimmed(page, piece)


def pieces(page: Page, rules: Patterns, found: Mentions, start: int, end: int) -> Iterator[list[Token]]:
    """The stretches of a run of capitals that may be a person's name: no known name, no common noun among them."""
    piece: list[Token] = []
    nations = adjectives(page.language)
    for match in rules.token.finditer(page.text, start, end):
        first, last = match.span()
        core = page.folded[match.start(1) : last]
        owned = core.endswith("'s")
        if owned:
            core, last = core[:-2], last - 2
        prefix, _, rest = core.partition("-")
        core = rest if rest and prefix in rules.particles else core
        if core in rules.strange or core in nations or not found.free(first, last):
            if piece:
                yield piece
            piece = []
        elif last > first + 1:
            piece.append(Token(first, last, core))
            if owned:
                yield piece
                piece = []
    if piece:
        yield piece


def from_given(page: Page, piece: list[Token]) -> list[Token]:
    """A piece from its first given name on, if another word follows."""
    known = given_names()
    for index, token in enumerate(piece[:-1]):
        if token.core in known or token.core.split("-")[0] in known:
            if not page.text[token.start : token.end].isupper():
                return piece[index:]
    return []


def trimmed(page: Page, name: list[Token]) -> list[Token]:
    """A name without the words of a headline behind it: initials, and words that the text also writes small."""
    kept = name[:2]
    for token in name[2:]:
        if f" {token.core} " in page.text:
            break
        kept.append(token)
    while kept and page.text[kept[-1].end - 1] == ".":
        kept.pop()
    return kept


def beside(page: Page, rules: Patterns, start: int, end: int) -> bool:
    """Whether a role or a verb of saying stands next to a name."""
    folded = page.folded
    after = TWO_AFTER.match(folded, end)
    if after and (after[1] in rules.saying or (len(after[1]) < 4 and after[2] in rules.saying)):
        return True
    before = ONE_BEFORE.search(folded, max(0, start - REACH), start)
    if before and before[1] in rules.saying:
        return True
    titles = page.hits["title"]
    first = bisect_left(titles, start - REACH, key=lambda hit: hit.start)
    last = bisect_left(titles, end + REACH, key=lambda hit: hit.start)
    return any(
        rules.after_role.match(folded, hit.end, start) if hit.end <= start else rules.before_role.match(folded, end, hit.start)
        for hit in titles[first:last]
    )


def callings(text: str, names: Iterable[list[Token]]) -> dict[str, list[tuple[frozenset[str], str]]]:
    """The full names of a text by each of their words, in the order of the text."""
    called: dict[str, list[tuple[frozenset[str], str]]] = {}
    seen: set[frozenset[str]] = set()
    for name in names:
        cores = frozenset(token.core for token in name)
        if len(name) > 1 and cores not in seen:
            seen.add(cores)
            for core in cores:
                called.setdefault(core, []).append((cores, shown(text[name[0].start : name[-1].end])))
    return called


def fullest(called: dict[str, list[tuple[frozenset[str], str]]], name: list[Token]) -> str:
    """The fullest name of the text that holds all words of a name; empty where there is none."""
    cores = {token.core for token in name}
    holding = [(len(full), shown) for full, shown in called.get(name[-1].core, ())[:HOLDERS] if cores <= full]
    return max(holding, key=lambda each: each[0])[1] if holding else ""


def shown(name: str) -> str:
    """A name as an id: words in capitals only are written with one capital."""
    return " ".join(word.title() if len(word) > 2 and word.isupper() else word for word in name.split())


def alone(
    page: Page, found: Mentions, called: dict[str, list[tuple[frozenset[str], str]]], acronyms: dict[str, str]
) -> None:
    """Read the words that call a person by a part of the name, or a body by an acronym of the text."""
    text, folded = page.text, page.folded
    for match in ALONE.finditer(text):
        start, end = match.span()
        if folded.endswith("'s", start, end):
            end -= 2
        core = folded[start:end]
        if core not in called and text[start:end] not in acronyms and text[start + 1 : start + 2] != ".":
            continue
        if not found.free(start, end):
            continue
        body = acronyms.get(text[start:end]) or dotted(page, text[start:end])
        if body:
            found.add(Mention(start, end, "organisation", body, "acronym"))
        elif core in called and f" {core} " not in text:
            person = fullest(called, [Token(start, end, core)])
            found.add(Mention(start, end, "person", person, "part"))


def dotted(page: Page, run: str) -> str:
    """The body that an acronym with full stops stands for ("O.U.A."); empty where there is none."""
    letters = run.replace(".", "")
    sense = body(page.language, letters) if run == ".".join(letters) + "." and len(letters) > 1 else None
    return sense.id if sense else ""
