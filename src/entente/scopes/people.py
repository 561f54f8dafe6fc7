"""People: which population, from where, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from entente.model.facts import Coverage
from entente.model.finding import Answer, Phrase
from entente.model.question import Question
from entente.scopes.stocks import hosts_first, is_aim, is_partial, names_host

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Total

__all__ = ["People", "day_of", "peoples", "year_of"]

POPULATIONS = {"refugee": "refugees", "seeker": "asylum_seekers", "displaced": "idps"}  # by mark
NAMES = {"refugees": "refugees", "asylum_seekers": "asylum seekers", "idps": "internally displaced people"}
SOURCES = {"refugees": ("unhcr",), "asylum_seekers": ("unhcr",), "idps": ("unhcr", "idmc")}


@dataclass(frozen=True, slots=True)
class People:
    """Populations by country of origin and of asylum (None: all), as one source counts them.

    `part`: the claim speaks of a part of them (children, a province), so that their number is a ceiling.
    """

    populations: tuple[str, ...]
    born: tuple[str, ...] | None
    asylum: tuple[str, ...] | None
    source: str = "unhcr"
    part: bool = False

    def total(self, facts: Facts, year: int) -> Total:
        """How many there were at the end of a year."""
        return facts.people(self.populations, year=year, born=self.born, asylum=self.asylum, source=self.source)

    def words(self, year: int) -> Phrase:
        """This scope at the end of a year, in words."""
        named = tuple(Phrase(NAMES[one]) for one in self.populations)
        values = (
            ("people", named),
            ("born", self.born or ()),
            ("asylum", self.asylum or ()),
            ("year", str(year)),
            ("source", self.source.upper()),
        )
        if self.born is None and self.asylum is None:
            return Phrase("{people} in the world, end of {year} ({source})", values)
        if self.born is None:
            return Phrase("{people} in {asylum}, end of {year} ({source})", values)
        if self.asylum is None or self.born == self.asylum:
            return Phrase("{people} of {born}, end of {year} ({source})", values)
        return Phrase("{people} of {born} in {asylum}, end of {year} ({source})", values)

    def answer(self, facts: Facts, year: int, because: str = "") -> Answer | None:
        """The number of them as an answer; None where no row speaks of them."""
        total = self.total(facts, year)
        if total.value is None:
            return None
        coverage = Coverage.CEILING if self.part else total.coverage
        return Answer(self.words(year), total.value, "person", coverage, total.evidence, because=because)


def day_of(question: Question) -> date:
    """The day of which a count of people speaks: of the statement, or the last that it names; none that is to come."""
    period = question.period
    return question.day if period is None or period.since else min(period.last, question.day)


def year_of(question: Question) -> int:
    """The year at whose end people are counted: the last one that was over by the day spoken of."""
    period, day = question.period, day_of(question)
    named = period is not None and not period.since and period.last <= question.day
    return day.year if named and day.month == 12 else day.year - 1


def peoples(question: Question) -> Iterator[People]:
    """The people that a claim may speak of: all populations and countries named, together first, then apart."""
    populations = _populations(question)
    if not populations:
        return
    for scope in _placed(question, populations):
        single = len(scope.populations) == 1
        yield from (
            replace(scope, source=source) for source in (SOURCES[scope.populations[0]] if single else ("unhcr",))
        )


def _populations(question: Question) -> tuple[str, ...]:
    """The populations that the words name: those who are abroad are refugees, whatever else they are called.

    So are those of the displaced who fled to the countries that are named, where none is named that they come from.
    """
    marks = question.marks
    if "abroad" in marks or ("fled" in marks and question.places and not question.origins and "inside" not in marks):
        return tuple(name for mark, name in POPULATIONS.items() if mark in marks and name != "idps") or ("refugees",)
    return tuple(name for mark, name in POPULATIONS.items() if mark in marks)


def _placed(question: Question, populations: tuple[str, ...]) -> Iterator[People]:
    if "continent" in question.marks and "world" not in question.marks:
        return
    part = is_partial(question)
    where, origins = question.places, question.origins
    if "abroad" in question.marks and not origins:
        where, origins = (), where
    who = question.claim.who
    if "host" in question.marks and not (hosts_first(question) or names_host(question)):
        where = tuple(place for place in where if place != who)  # they are hosted by others than whoever speaks
    elif "host" in question.marks and who and len(who) == 3 and who.isupper() and not is_aim(question):
        where = (who, *(place for place in where if place != who)) if who not in origins else where
    left = {crisis.place for crisis in question.crises}  # whom they fled, if the words name the neighbours
    if "idps" in populations:
        countries = tuple(dict.fromkeys((*origins, *where)))
        yield from _countries(populations, countries, part)
    elif "region" in question.marks and (not {*where} - left or "mainly" in question.marks):
        yield from _in_region(question, populations, part)
    elif origins:
        yield People(populations, origins, where or None, part=part)
    elif not where and "world" in question.marks:
        yield People(populations, None, None, part=part)
    elif where:
        yield People(populations, None, where, part=part or "fled" in question.marks)


def _in_region(question: Question, populations: tuple[str, ...], part: bool) -> Iterator[People]:
    """Those who fled to the region: to the neighbours of a crisis; of other countries all who fled are a ceiling."""
    for crisis in question.crises:
        neighbours = tuple(place for place in crisis.places if place != crisis.place)
        if neighbours:
            yield People(populations, (crisis.place,), neighbours, part=part)
    if question.origins:
        yield People(populations, question.origins, None, part=True)


def _countries(populations: tuple[str, ...], countries: tuple[str, ...], part: bool) -> Iterator[People]:
    """Displaced people of countries, with the refugees from there where both are named; then one by one."""
    if not countries:
        return
    yield People(populations, countries, None, part=part)
    if len(countries) > 1:
        yield from (People(populations, (one,), None, part=part) for one in countries)
    if len(populations) > 1:
        yield from (People((name,), (one,), None, part=part) for one in countries for name in populations)
