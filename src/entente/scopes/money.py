"""Money: whose, to which plans, for where, to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from entente.model.facts import Coverage
from entente.model.finding import Answer, Phrase
from entente.model.question import Question
from entente.reference import rows

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Total
    from entente.model.coalition import Crisis

__all__ = ["DOLLAR", "UNION", "Money", "members", "moneys", "years_of"]

DOLLAR = "USD"
UNION = "EU"
QUARTER = 3  # months
STAGES = ("paid",)
WHOLE = ("paid", "commitment")  # what is paid is no longer a commitment, so that both add up


@dataclass(frozen=True, slots=True)
class Money:
    """Flows of donors (None: everyone; several count as one, under the first) to a crisis's regional plans.

    `places` keeps the flows to these countries, `recipient` those to a body. `named`: the words name the plan, so that
    its flows are all there is; otherwise they are a floor.
    """

    donors: tuple[str, ...] | None
    crisis: Crisis | None
    places: tuple[str, ...] | None = None
    recipient: str | None = None
    named: str = ""

    @property
    def plans(self) -> str | None:
        """The pattern of the plans' names."""
        return self.crisis.plans.get("regional") if self.crisis else None

    def total(self, facts: Facts, years: range) -> Total:
        """The sum of the flows in some years, in US dollars."""
        return facts.given(
            self.donors, years=years, plans=self.plans, places=self.places, recipient=self.recipient, stages=STAGES
        )

    def answer(self, facts: Facts, years: range) -> Answer | None:
        """The sum as an answer; None where no row speaks of it."""
        total = self.total(facts, years)
        if total.value is None or not total.evidence:
            return None
        held = [year for year in years if year not in total.missing] or list(years)
        coverage = total.coverage if self.named else Coverage.FLOOR
        return Answer(self.words(held), total.value, DOLLAR, coverage, total.evidence, because=self.named)

    def words(self, years: list[int]) -> Phrase:
        """This scope in some years, in words."""
        values = (
            ("who", self.who()),
            ("crisis", self.crisis.place if self.crisis else ""),
            ("place", self.places or ()),
            ("body", self.recipient or ""),
            ("years", span(years)),
        )
        if self.recipient:
            return Phrase("{who} to {body} within the regional plans for {crisis}, paid in {years}", values)
        if self.places:
            return Phrase("{who} to the regional plans for {crisis}, for {place}, paid in {years}", values)
        return Phrase("{who} to the regional plans for {crisis}, paid in {years}", values)

    def who(self) -> Phrase | str:
        """The donors in words."""
        if self.donors is None:
            return Phrase("all donors")
        return Phrase("the EU and its members") if len(self.donors) > 1 else self.donors[0]


def span(years: list[int]) -> str:
    """Years in digits: 2014, 2013-2015."""
    return str(years[0]) if len(years) == 1 else f"{years[0]}-{years[-1]}"


def years_of(question: Question, crisis: Crisis | None) -> range:
    """The years that a claim speaks of; where it names none, from the beginning of the crisis to the statement."""
    period = question.period
    if period:
        return range(period.first.year, _last(period.last) + 1) if period.since else period.years
    first = crisis.since.year if crisis and crisis.since else question.day.year
    return range(first, _last(question.day) + 1)


def _last(day: date) -> int:
    """The last plan year that a running total holds: the year itself once a quarter of it is over."""
    return day.year if day.month > QUARTER else day.year - 1


def members(facts: Facts, question: Question) -> tuple[str, ...]:
    """The EU's institutions and its member states on the day the claim speaks of."""
    day = question.period.last if question.period else question.day
    return (UNION, *facts.members(UNION, day).states)


def moneys(question: Question, facts: Facts) -> Iterator[Money]:
    """The money that a claim of giving may speak of, by crisis: the words' own donors first."""
    for crisis in question.crises:
        if "regional" not in crisis.plans:
            continue
        scope = Money(_donors(question, facts), crisis, named=_plan(question))
        where = tuple(place for place in question.places if place in crisis.places and place != crisis.place)
        spoken = {question.claim.who, *question.claim.to} - {UNION}
        bodies = [body for body in question.bodies if body in spoken]
        if bodies:
            yield from (replace(scope, recipient=name) for name in _names(bodies[0]))
        elif where and scope.named and "region" not in question.marks:
            yield replace(scope, places=where)
        else:
            yield scope


def _donors(question: Question, facts: Facts) -> tuple[str, ...] | None:
    """The donors that the words name; everyone where they name none."""
    who = question.claim.who
    if who == UNION and "together" in question.marks:
        return members(facts, question)
    if who is None or who[:1].islower() or (who in question.bodies and who != UNION):
        return None
    return (who,)


@lru_cache(maxsize=256)
def _names(body: str) -> tuple[str, ...]:
    """The English names of an organisation, by its id: publishers of flows use one of them."""
    return next(
        (tuple(name.lstrip("=?") for name in row[3].split("|")) for row in rows("organisations.tsv") if row[0] == body),
        (),
    )


def _plan(question: Question) -> str:
    return question.says("regional", "plan") if question.period else ""
