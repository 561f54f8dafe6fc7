"""The grammar of attribution: verbs of speech and the small words around them, compiled from a language's words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from entente.languages import Language, SpeechWords
from entente.reference import open_text
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.lexicon import Entry

__all__ = ["FORMS", "Grammar", "grammar", "words"]

FORMS = ("participle", "finite", "gerund", "plain")  # a word of two forms is tried in this order
_COLUMNS = ("finite", "participle", "gerund", "plain")
_SENSES = ("says", "informs", "finds", "quotes", "voices", "learns")
_NOUNS = ("according", "whereby", "tidings", "pointing", "roles", "bodies", "documents")


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries: verbs by form, with sense and last letter; phrases and nouns that name a source."""
    said = speech_words(language)
    for sense in _SENSES:
        for row in getattr(said, sense).replace("\n ", " ").split("\n"):
            for form, verb in _conjugated(row):
                yield Entry(verb, f"speech {form}", (sense, verb[-1]))
    for noun in listed(said.people):
        yield Entry(noun, "speech roles", None)
    for kind in _NOUNS:
        for noun in listed(getattr(said, kind)):
            yield Entry(noun, f"speech {kind}", None)


def _conjugated(row: str) -> Iterator[tuple[str, str]]:
    """The forms of a row "stems : finite : participle : gerund : plain", each with its name."""
    stems, *endings = row.split(":")
    for form, ending in zip(_COLUMNS, endings, strict=False):
        for end in ending.replace("-", "\0").split():
            for stem in stems.split():
                yield form, (stem + end.replace("\0", "")).replace("_", " ")


@lru_cache(maxsize=16)
def speech_words(language: Language) -> SpeechWords:
    """The words of speech of a language: its own, and for its empty fields those of its file in `reference/speech/`."""
    filed: dict[str, Any] = {}
    with suppress(FileNotFoundError):
        filed = tomllib.loads(open_text(f"speech/{language.code}.toml"))
    return language.speech.completed({field: text.strip() for field, text in filed.items()})


def listed(*fields: str) -> frozenset[str]:
    """The forms of fields, folded."""
    return frozenset(filter(None, fold("|".join(fields).replace("\n", "")).split("|")))


def choice(field: str) -> str:
    """A pattern for any of the forms of a field, longest first; it matches nothing where there are none."""
    forms = sorted(listed(field), key=lambda form: (-len(form), form))
    return "|".join(map(re.escape, forms)) or "(?!)"


class Grammar:
    """The word sets and patterns of a language, named as in `SpeechWords`; all are matched against folded text."""

    def __init__(self, language: Language) -> None:
        said = speech_words(language)
        self.plain = said.plain
        self.small = language.function_words
        self.nouns, self.bare, self.figures = map(listed, (said.nouns, said.bare, said.figures))
        self.auxiliaries, self.passives, self.modals = map(listed, (said.auxiliaries, said.passives, said.modals))
        self.clitics, self.agents, self.like = map(listed, (said.clitics, said.agents, said.like))
        self.unlike, self.pronominal, self.gaps = map(listed, (said.unlike, said.pronominal, said.gaps))
        self.listeners, self.finite, self.breaks = map(listed, (said.listeners, said.finite, said.breaks))
        self.he, self.she, self.it, self.they = map(listed, (said.he, said.she, said.it, said.they))
        self.latter = listed(said.latter)
        self.relative, self.own, self.unsaid = map(listed, (said.relative, said.own, said.unsaid))
        self.anonymous, self.hearsay, self.labels = map(listed, (said.anonymous, said.hearsay, said.labels))
        self.articles, self.one, self.genitives = map(listed, (said.articles, said.one, said.genitives))
        self.prepositions = listed(said.prepositions)
        self.questions, self.answers = map(listed, (said.questions, said.answers))
        self.sirs, self.madams = map(listed, (said.sirs, said.madams))
        self.a = "a" in said.prepositions.split("|")
        self.subset, self.occasions = listed(said.subset), listed(said.occasions)
        self.bodies = listed(said.bodies)
        self.conjoined = listed(said.conjoined)
        self.people = tuple(listed(said.people))
        self.members = dict(fold(row).split("=") for row in said.members.replace("\n", "").split("|") if row)
        self.issuing = frozenset(word for form in listed(said.issuing) for word in form.split())
        self.pronouns = self.he | self.she | self.it | self.they
        self.dropping = listed(said.dropping, said.bare)
        self.light = frozenset(word for form in listed(said.tenses) for word in form.split())
        self.titles = listed(said.sirs, said.madams, said.titles)
        offices = frozenset(word for form in listed(said.roles) for word in form.split())
        self.ranks = self.titles | offices - self.prepositions - self.articles
        self.objectless = self.gaps | self.prepositions | self.modals  # open no clause
        self.synonyms = dict(map(self._equal, filter(None, said.synonyms.replace("\n", "").split("|"))))
        self.official = frozenset(
            word for row in self.synonyms.items() for office in (row[0], *row[1]) for word in office
        )
        self._compile(language, said)

    def _equal(self, row: str) -> tuple[frozenset[str], list[frozenset[str]]]:
        """An office and those that are the same, each by its own words: "chef de l'État = président"."""
        small = self.articles | self.prepositions | self.titles
        office, *others = (frozenset(fold(form).replace("'", "' ").split()) - small for form in row.split("="))
        return office, others

    def _compile(self, language: Language, said: SpeechWords) -> None:
        that, one, relative = choice(said.that), choice(said.one), choice(said.relative)
        joins, helpers = choice(said.conjoined), choice(said.auxiliaries)
        self.wish = Late(rf"\b(?:{choice(said.wishes)})(?: [\w-]+)? *$")
        self.that = Late(rf"\b(?:{that})(?: +|, ?|(?<='))")
        within = rf"(?!(?:{joins}) (?:{choice(said.prepositions)})\b)"  # ", and in the east"
        self.clause = Late(rf"[;:\"«»] ?|, {within}(?:{choice(said.breaks)})(?= )|\b(?:{that})(?: +|(?<='))| --? ")
        self.conjunction = Late(rf"\b(?:{choice('|'.join(self.breaks & self.prepositions))}) ")
        level = rf"[^,.;:«»\"]{{3,90}}? (?:{choice(said.levels)}) [^,.;:«»\"]{{0,24}}?\d"
        self.level = Late(rf"(?:{choice(said.estimates)}) {level}")
        times = choice("|".join(self.gaps & listed(said.tenses)))
        self.timed = Late(rf" (?:(?:{choice(said.gaps)}) )?(?:{times})\b,?(?= )")
        self.speaking = Late(rf"\b(?:{choice(said.own)})\b")
        self.likened = Late(rf"(?:{choice(said.like)})[ ']")
        self.wording = Late(rf"\b(?:{choice(said.wordings)})[ ']")
        self.often = Late(rf" (?:{choice(said.often)}) *$")
        self.whence = Late(rf" (?:{choice(said.whence)})[ ']")
        ends = f"\\w+(?:{language.names.verb_ends})" if language.names.verb_ends else "(?!)"
        self.infinitive = Late(rf"(?:(?:{choice(said.clitics)}) ?)?{ends}\b")
        self.view = Late(rf"(?:{choice(said.views)}) ")
        heard = rf"(?: (?:{choice(said.listeners)}))?"
        self.ended = Late(rf"{heard} *(?:(?:{choice(said.gaps)})\b[\w' -]{{0,50}})?(?:[.,;!?»\")\n]|$)")
        self.agent = Late(rf" (?:[\w-]+ ){{0,3}}?(?:{choice(said.agents)}) ")
        self.comment = Late(rf", (?:(?:{choice(said.comments)})\b|(?:{one}) [^,]{{2,60}}? (?:{relative})\b)")
        self.joint = Late(rf",? (?:{joins}) *$")
        self.resumed = Late(
            rf",? (?:{joins}) (?:(?P<helper>{helpers})|(?P<participle>\w+e) (?:{choice(said.articles)}))\b"
        )
        self.helped = Late(rf"\b(?:{helpers}) ")
        gerund = rf"(?!{choice(said.including)})\w{{3,}}{said.effect}\b" if said.effect else "(?!)"
        self.effect = Late(rf", (?:[\w-]+ )?{gerund}")


@lru_cache(maxsize=16)
def grammar(language: Language) -> Grammar:
    """The grammar of a language, compiled once."""
    return Grammar(language)
