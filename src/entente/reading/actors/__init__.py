"""Actors: mentions of countries, organisations, groups and persons."""

from __future__ import annotations

from collections.abc import Iterator

from entente.languages import Language
from entente.model.reading import Actor
from entente.model.span import Span
from entente.reading.actors import bodies, gazetteer, persons, states
from entente.reading.page import Page
from entente.text.lexicon import Entry

__all__ = ["actors", "words"]


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for this matcher."""
    yield from gazetteer.names(language)
    yield from states.words(language)
    yield from bodies.words(language)
    yield from persons.words(language)


def actors(page: Page) -> list[Actor]:
    """The actors of a page in the order of the text; none overlap.

    The longest name wins; a country's id is ISO 3166-1 alpha-3, a body's its common English acronym or name, a
    person's the fullest name by which the text calls them.
    """
    found = states.known(page)
    acronyms = bodies.bodies(page, found)
    persons.persons(page, found, acronyms)
    return [Actor(Span(start, end), kind, id, rule) for start, end, kind, id, rule, _ in found if kind]
