"""Persons: by titles and given names, by roles and verbs of saying beside a name, and by a part of the name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.gazetteer import adjectives, given_names, strangers, titles
from entente.reading.mentions import CAPITAL, SPACE, Mention, Mentions, alternatives
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.lexicon import Entry
from entente.text.tables import listed

__all__ = ["persons", "words"]

LETTER = r"[^\W\d_]"
WORD = rf"[{CAPITAL}](?:{LETTER}+(?:[-’']{LETTER}+)*|[’']{LETTER}+|\.(?:-?[{CAPITAL}]\.)*)"
FOLLOWED = re.compile(
    rf"([{CAPITAL}][\w’'-]*+\.?+)(?={SPACE}{{1,2}}(?:[{CAPITAL}]|(?:al|bin|ben|da|de|di|dos|el|ibn|ould|van|von)[- ]))"
)
LEADS = tuple((lead, re.compile(re.escape(lead) + FOLLOWED.pattern)) for lead in " \n\u00a0’'\"“«(—")
SAYING = ("says", "informs", "quotes")  # verbs whose subject is somebody
CIVILITY = 4  # the longest title before a name that begins with "de", in letters: "M. de Villepin"
ASIDE = 400  # the longest stage direction, in characters
AUXILIARY = 6  # characters of an auxiliary, at most, with the spaces beside it
REACH = 60  # how far beside a name a role is looked for, in characters
HOLDERS = 50  # how many full names with one word in common are compared
EFFORT = 1_000_000_000  # how many characters in all are searched for parts of names


class FullName(NamedTuple):
    """A name of two words or more, as shown: its words without particles, and the whole."""

    words: frozenset[str]
    shown: str


class Patterns(NamedTuple):
    """What a person's name is made of, and what stands beside it."""

    name: re.Pattern[str]
    title: re.Pattern[str]
    role: re.Pattern[str]
    articles: re.Pattern[str]
    places: re.Pattern[str]
    of: tuple[str, ...]
    particles: frozenset[str]
    strange: frozenset[str]


@lru_cache(maxsize=16)
def patterns(language: Language) -> Patterns:
    """The patterns of a language.

    `name` is words with a capital and the particles between; `title` what stands between a title and a name, `role`
    between a role and the name in apposition, `articles` between a name and the role in apposition.
    """
    said = language.names
    particle = rf"(?:(?:{alternatives(listed(said.particles))})(?:[- \u00a0]|(?<=')))*".replace("'", "[’']")
    of = alternatives(listed(fold(said.of)))
    return Patterns(
        name=re.compile(rf"{particle}{WORD}(?:{SPACE}{{1,2}}{particle}{WORD}){{0,9}}"),
        title=re.compile(rf"\.?{SPACE}{{1,2}}"),
        role=re.compile(rf"(?: [\w'-]+)?(?: (?:{of})[ '][\w' -]{{1,{REACH}}}?)?, "),
        articles=re.compile(r"(?:[\w.'-]+[ ']){0,4}"),
        places=re.compile(rf" (?:{alternatives(listed(fold(said.provinces)))})\b"),
        of=tuple(f"{form} " for form in listed(fold(said.of))),
        particles=frozenset(listed(fold(said.particles))),
        strange=frozenset(adjectives(language)).union(*strangers(language.code)) - {*listed(fold(said.particles))},
    )


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for titles and roles."""
    for form in titles(language):
        yield Entry(form, "title", None, form[0].isupper())
    for form in listed(language.names.asides):
        yield Entry(form, "aside", None, True)


def persons(page: Page, found: Mentions, acronyms: dict[str, str]) -> None:
    """Add to what was found the persons, and the later mentions of the acronyms that the text defines."""
    names = Names(page, patterns(page.language), found)
    titled(names)
    given(names)
    spoken(names)
    labels(names)
    called, ids = callings(names)
    for start, end in names.spans:
        found.by_start[start] = Mention(start, end, "person", ids[page.text[start:end]], "person")
    if called:
        parts(names, called)
    for acronym in list(acronyms)[: EFFORT // (len(page.text) + 1)]:
        for start, end in places(page.text, acronym):
            if found.free(start, end):
                found.add(Mention(start, end, "organisation", acronyms[acronym], "acronym"))


class Names:
    """The names of persons found so far in a page; each is taken in as a mention, whose id is told later."""

    def __init__(self, page: Page, rules: Patterns, found: Mentions) -> None:
        """None yet."""
        self.page, self.rules, self.found = page, rules, found
        self.spans: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> None:
        """Take in a name."""
        self.spans.append((start, end))
        self.found.add(Mention(start, end, "person", "", "person"))

    def end(self, start: int) -> int:
        """Where the name that begins at an offset ends; the start where none begins there.

        A name ends before what is known as another name or a common noun, and after an owner's "'s".
        """
        match = self.rules.name.match(self.page.text, start)
        if match is None:
            return start
        end = match.end()
        words = self.page.folded[start:end]
        if "'s" not in words and self.rules.strange.isdisjoint(words.split()) and self.found.free(start, end):
            return self.trimmed(start, end)
        return self.trimmed(start, self.cut(start, end))

    def cut(self, start: int, end: int) -> int:
        """Where the first of some words begins that belongs to no name, white space before it left out."""
        at = start
        for word in self.page.folded[start:end].split(" "):
            last = at + len(word)
            if word.endswith("'s"):
                return last - 2 if self.free(word[:-2], at, last - 2) else max(start, at - 1)
            if word and not self.free(word, at, last):
                return max(start, at - 1)
            at = last + 1
        return end

    def free(self, word: str, start: int, end: int) -> bool:
        """Whether a word may belong to a name."""
        return word not in self.rules.strange and self.found.free(start, end)

    def trimmed(self, start: int, end: int) -> int:
        """The end of a name without what a headline puts behind it: initials, words that the text also writes small."""
        text = self.page.text
        second = text.find(" ", text.find(" ", start, end) + 1, end)
        at = second if text.find(" ", start, end) > 0 else -1
        while at > 0:
            stop = text.find(" ", at + 1, end)
            word = self.page.folded[at + 1 : stop if stop > 0 else end]
            if text[at + 1].isupper() and f" {word} " in text:
                end = at
            at = stop if end > at else -1
        while end > start:
            last = max(text.rfind(" ", start, end), text.rfind("\u00a0", start, end), start - 1) + 1
            if last < end and text[end - 1] != "." and not text[last:end].islower():
                return end
            end = last - 1
        return start

    def whole(self, start: int, end: int) -> None:
        """Take in a name that nothing but its place tells: two words or more, none of them in capitals only."""
        words = self.page.text[start:end].split()
        if len(words) > 1 and not any(map(str.isupper, words)):
            self.take(start, end)

    def before(self, end: int) -> None:
        """Take in the words with a capital that end at an offset, if they may be a name as a whole."""
        window = self.page.text[max(0, end - REACH) : max(0, end)].rpartition("\n")[2]
        words = window.replace("\u00a0", " ").split(" ")
        start = end + 1
        for word in reversed(words):
            if not word[:1].isupper():
                break
            start -= len(word) + 1
        if start < end and self.end(start) == end:
            self.whole(start, end)

    def cores(self, name: str) -> tuple[str, ...]:
        """The words of a name as shown, its particles left out."""
        particles = self.rules.particles
        parted = [word.partition("-") for word in name.split() if word not in particles]
        return tuple(
            rest if rest and prefix.lower() in particles else prefix + dash + rest for prefix, dash, rest in parted
        )


def titled(names: Names) -> None:
    """Take in the names after titles, and those in apposition to roles."""
    text, folded, rules = names.page.text, names.page.folded, names.rules
    hits = names.page.hits["title"]
    starts = {hit.start for hit in hits}
    for hit in hits:
        gap = rules.title.match(text, hit.end)
        if gap and gap.end() not in starts:
            start = gap.end()
            owned = hit.end - hit.start > CIVILITY and folded.startswith(rules.of, start)
            end = start if owned else names.end(start)
            if end > start and not (folded.find(" ", start, end) < 0 and f" {folded[start:end]} " in text):
                names.take(start, end)
                continue
        comma = text.find(",", hit.end, hit.end + REACH)
        if comma > 0 and text[comma + 2 : comma + 3].isupper() and rules.role.fullmatch(folded, hit.end, comma + 2):
            names.whole(comma + 2, names.end(comma + 2))
        comma = text.rfind(",", max(0, hit.start - REACH), hit.start)
        if comma > 0 and rules.articles.fullmatch(folded, comma + 2, hit.start):
            names.before(comma)


def given(names: Names) -> None:
    """Take in the names that begin with a given name."""
    text, folded, known = names.page.text, names.page.folded, given_names()
    for start, stop in followed(text):
        word = folded[start:stop]
        if word in known or ("-" in word and word.partition("-")[0] in known):
            end = names.end(start)
            if end > stop and not text[start:stop].isupper() and not names.rules.places.match(folded, end):
                names.take(start, end)


def followed(text: str) -> Iterator[tuple[int, int]]:
    """Where the words with a capital stand that another one follows."""
    first = FOLLOWED.match(text)
    if first:
        yield first.span()
    for lead, pattern in LEADS:
        if lead in text:
            for match in pattern.finditer(text):
                yield match.span(1)


def spoken(names: Names) -> None:
    """Take in the names of two words or more right after a verb of saying, or before it and its auxiliary."""
    text = names.page.text
    for kind in ("speech finite", "speech participle"):
        for hit in names.page.hits.get(kind, ()):
            if hit.value[0] not in SAYING:
                continue
            start, end, _ = hit
            if text[end + 1 : end + 2].isupper():
                names.whole(end + 1, names.end(end + 1))
            first = text.rfind(" ", 0, max(0, start - 1))
            if text[first + 1].isupper():
                names.before(start - 1)
            elif start - first < AUXILIARY and text[text.rfind(" ", 0, max(0, first)) + 1].isupper():
                names.before(first)


def labels(names: Names) -> None:
    """Forget what stands in brackets after a name, a party or an office; and what stands in a stage direction."""
    text, found = names.page.text, names.found
    for _, end in names.spans:
        label = found.at(end + 2) if text.startswith(" (", end) else None
        if label and text.startswith(")", label.end):
            found.drop(label.start)
    for hit in names.page.hits["aside"]:
        close = text.find(")", hit.end, hit.end + ASIDE) if text.startswith("(", hit.start - 1) else -1
        for start in range(hit.start, close):
            if start in found.by_start:
                found.drop(start)


def callings(names: Names) -> tuple[dict[str, list[FullName]], dict[str, str]]:
    """The full names of a text by each of their words, in its order; and the id of each name by its form."""
    forms = {form: shown(form) for form in (names.page.text[start:end] for start, end in names.spans)}
    words = {name: names.cores(name) for name in forms.values()}
    called: dict[str, list[FullName]] = {}
    for name, cores in words.items():
        if len(cores) > 1:
            full = FullName(frozenset(cores), name)
            for core in full.words:
                called.setdefault(core, []).append(full)
    return called, {form: fullest(called, words[name]) or name for form, name in forms.items()}


def fullest(called: dict[str, list[FullName]], cores: Sequence[str]) -> str:
    """The fullest name of a text that holds all words of a name; empty where there is none."""
    holding = called.get(cores[-1], [])[:HOLDERS] if cores else []
    if len(holding) > 1:
        holding = sorted((full for full in holding if full.words.issuperset(cores)), key=lambda full: -len(full.words))
    return holding[0].shown if holding and holding[0].words.issuperset(cores) else ""


def shown(name: str) -> str:
    """A name as an id: words in capitals only are written with one capital."""
    return " ".join(word.title() if len(word) > 2 and word.isupper() else word for word in name.split())


def parts(names: Names, called: dict[str, list[FullName]]) -> None:
    """Read the words that call a person by a part of the name, if the text never writes them small."""
    text, found = names.page.text, names.found
    for core in list(called)[: EFFORT // (len(text) + 1)]:
        for start, end in places(text, core):
            if found.free(start, end) and f" {core.lower()} " not in text:
                found.add(Mention(start, end, "person", fullest(called, (core,)), "part"))


def places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Where a word stands in a text by itself."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
            yield start, end
        start = text.find(word, end)
