"""Orders: donors by what they paid, countries by the people they host."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.model.finding import Answer, Phrase, Sum
from entente.model.question import Question
from entente.scopes.money import PAID, UNION, WHOLE, members, span, years_of
from entente.scopes.people import peoples, year_of

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Ranked, Ranking
    from entente.model.coalition import Crisis

__all__ = ["donors", "hosts"]

ALONE = "each donor by itself, paid to the regional plans for {crisis}, {years}: {who} {own}, {other} {sum}"
JOINED = "the EU and its members as one donor, paid to the same plans, {years}: {who} {own}, {other} {sum}"
GOVERNMENTS = "governments by themselves, paid to the regional plans for {crisis}, {years}: {who} {own}, {other} {sum}"
ALL = "governments by all they paid and committed as humanitarian aid, {years}: {who} {own}, {other} {sum}"
OF_ASYLUM = "countries of asylum by the people they host, end of {year}: {who} {own}, {other} {sum}"
OF_ORIGIN = "countries of origin by the people who fled, end of {year}: {who} {own}, {other} {sum}"


def donors(question: Question, facts: Facts) -> Iterator[Answer]:
    """Each donor by itself over the years, then the EU with its members as one, then governments alone, then each donor
    year by year."""
    if not question.crises:
        yield from _everywhere(question, facts)
    for crisis in question.crises:
        if "regional" not in crisis.plans:
            continue
        years = years_of(question, crisis)
        yield from _place(question, crisis, years, facts, ALONE, because=question.says("single"))
        union = dict.fromkeys(members(facts, question), UNION)
        yield from _place(question, crisis, years, facts, JOINED, together=union)
        yield from _place(question, crisis, years, facts, GOVERNMENTS, kinds=("government",))
        if len(years) > 1:
            for year in years:
                yield from _place(question, crisis, range(year, year + 1), facts, ALONE)


def _place(
    question: Question,
    crisis: Crisis,
    years: range,
    facts: Facts,
    words: str,
    *,
    together: Mapping[str, str] | None = None,
    kinds: Collection[str] | None = None,
    because: str = "",
) -> Iterator[Answer]:
    who = question.claim.who or ""
    if together and together.get(who, who) != who:
        return
    plans = crisis.plans["regional"]
    ranking = facts.ranking(years=years, plans=plans, stages=PAID, kinds=kinds, together=together)
    held = [year for year in years if year not in ranking.missing]
    values = (("crisis", crisis.place), ("years", span(held or list(years))))
    yield from _answer(ranking, who, words, values, because)


def _everywhere(question: Question, facts: Facts) -> Iterator[Answer]:
    """The order of governments by all that they gave as aid in the years spoken of."""
    if question.period is None or not question.says("aid") or question.bodies:
        return
    kinds = ("government",) if "government" in question.marks else None
    years = question.period.years
    ranking = facts.ranking(years=years, stages=WHOLE, kinds=kinds)
    yield from _answer(
        ranking, question.claim.who or "", ALL, (("years", span(list(years))),), question.says("government")
    )


def _answer(
    ranking: Ranking, who: str, words: str, values: tuple[tuple[str, object], ...], because: str
) -> Iterator[Answer]:
    place = ranking.of(who)
    if place is None:
        return
    other = _other(ranking, place)
    told = (
        ("who", who),
        ("own", Sum(place.value, ranking.unit)),
        ("other", other.id),
        ("sum", Sum(other.value, ranking.unit)),
    )
    yield Answer(
        words=Phrase(words, (*values, *told)),
        value=Decimal(place.rank),
        unit="rank",
        evidence=ranking.evidence,
        because=because,
    )


def _other(ranking: Ranking, place: Ranked) -> Ranked:
    """The one to compare with: the first, or the second where it is the first itself."""
    return ranking.lines[0] if place.rank > 1 or len(ranking.lines) == 1 else ranking.lines[1]


def hosts(question: Question, facts: Facts) -> Iterator[Answer]:
    """The country's place by the people it hosts, of those from the origins named or of all.

    None where the words speak of both, or of people who moved within a time.
    """
    who = question.claim.who or ""
    if question.says("moved", "continent") or (question.says("host") and question.says("source")):
        return
    year = year_of(question)
    for scope in peoples(question):
        born = tuple(place for place in question.origins if place != who) or None
        hosting, leaving = bool(question.says("host") or born), bool(question.says("source"))
        if hosting or not leaving:
            ranking = facts.people_ranking(scope.populations, by="asylum", year=year, born=born, source=scope.source)
            yield from _answer(ranking, who, OF_ASYLUM, (("year", str(year)),), question.says("world"))
        if leaving or not hosting:  # "has the most refugees" is said of either
            ranking = facts.people_ranking(scope.populations, by="born", year=year, born=born, source=scope.source)
            yield from _answer(ranking, who, OF_ORIGIN, (("year", str(year)),), question.says("world"))
