"""The grammar of attribution of a language, compiled from its words: verbs of speech, and the small words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from entente.languages import Language
from entente.text.fold import fold
from entente.text.lexicon import Entry

__all__ = ["FORMS", "Grammar", "grammar", "words"]

FORMS = ("participle", "finite", "gerund", "plain")  # a form of two kinds is tried in this order
_COLUMNS = ("finite", "participle", "gerund", "plain")
_SENSES = ("says", "informs", "finds", "quotes", "voices")
_NOUNS = ("according", "whereby", "roles", "bodies", "documents")


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries: verbs by form, with their sense and last letter; and the nouns of those who speak."""
    said = language.speech
    for sense in _SENSES:
        for row in filter(None, getattr(said, sense).split("|")):
            stems, *endings = row.split(":")
            for stem in stems.split():
                for form, listed in zip(_COLUMNS, endings, strict=False):
                    for ending in listed.split():
                        verb = (stem + ending.replace("-", "")).replace("_", " ")
                        yield Entry(verb, f"speech {form}", (sense, verb[-1]))
    for kind in _NOUNS:
        for noun in filter(None, getattr(said, kind).split("|")):
            yield Entry(noun, f"speech {kind}", fold(noun))


def listed(*fields: str) -> frozenset[str]:
    """The folded forms of fields."""
    return frozenset(fold(form) for field in fields for form in field.split("|") if form)


def single(*fields: str) -> frozenset[str]:
    """The words of which the forms of fields are made."""
    return frozenset(word for form in listed(*fields) for word in form.split())


def choice(forms: str) -> str:
    """A pattern for any of the forms of a field, longest first; one that no text has, where there is none."""
    return "|".join(sorted(map(re.escape, listed(forms)), key=lambda form: (-len(form), form))) or "(?!)"


class Grammar:
    """The word sets and patterns of a language; all are matched against folded text."""

    def __init__(self, language: Language) -> None:
        said = language.speech
        self.plain = said.plain
        self.nouns = listed(said.nouns)
        self.bare = listed(said.bare)
        self.auxiliaries = listed(said.auxiliaries)
        self.passives = listed(said.passives)
        self.modals = listed(said.modals)
        self.tenses = single(said.tenses)
        self.clitics = listed(said.clitics)
        self.unlike = listed(said.unlike)
        self.pronominal = listed(said.pronominal)
        self.gaps = listed(said.gaps)
        self.listeners = listed(said.listeners)
        self.finite = listed(said.finite)
        self.dropping = listed(said.dropping) | self.bare
        self.figures = listed(said.figures)
        self.unsaid = listed(said.unsaid)
        self.like = listed(said.like)
        self.objectless = self.gaps | listed(said.prepositions) | self.modals | self.finite  # open no bare clause
        self.he, self.she, self.it, self.they = map(listed, (said.he, said.she, said.it, said.they))
        self.pronouns = self.he | self.she | self.it | self.they
        self.relative = listed(said.relative)
        self.own = listed(said.own)
        self.genitives = listed(said.genitives)
        self.agents = listed(said.agents)
        self.stops = listed(said.breaks)
        self.hearsay = listed(said.hearsay)
        self.one = listed(said.one)
        self.anonymous = listed(said.anonymous)
        self.articles = listed(said.articles)
        self.prepositions = listed(said.prepositions)
        self.sirs, self.madams = listed(said.sirs), listed(said.madams)
        self.titles = listed(said.sirs, said.madams, said.titles)
        self.ranks = self.titles | single(said.roles) - self.prepositions - self.articles
        self.labels = listed(said.labels)
        self.questions = listed(said.questions)
        self.wish = re.compile(rf"\b(?:{choice(said.wishes)})(?: [\w-]+)? *$")
        self.that = re.compile(rf"\b(?:{choice(said.that)})(?: +|, ?|(?<='))")
        self.breaks = re.compile(rf"[;:\"«»] ?|, (?:{choice(said.breaks)})(?= )|\b(?:{choice(said.that)})(?: +|(?<='))| --? ")
        self.view = re.compile(rf"(?:{choice(said.views)}) ")
        self.ended = re.compile(rf" *(?:(?:{choice(said.gaps)})\b[\w' -]{{0,50}})?(?:[.,;!?»\")\n]|$)")
        self.comment = re.compile(
            rf", (?:(?:{choice(said.comments)})\b|(?:{choice(said.one)}) [^,]{{2,60}}? (?:{choice(said.relative)})\b)"
        )
        self.resumed = re.compile(
            rf",? (?:{choice(said.conjoined)}) (?:(?:{choice(said.auxiliaries)})"
            rf"|(?P<participle>\w+e) (?:{choice(said.articles)}))\b"
        )
        self.effect = re.compile(rf", (?:[\w-]+ )?(?!{choice(said.including)})\w{{3,}}{said.effect}\b" if said.effect else "(?!)")
        self.helped = re.compile(rf"\b(?:{choice(said.auxiliaries)}) ")
        self.joint = re.compile(rf",? (?:{choice(said.conjoined)}) *$")


@lru_cache(maxsize=16)
def grammar(language: Language) -> Grammar:
    """The grammar of a language, compiled once."""
    return Grammar(language)
