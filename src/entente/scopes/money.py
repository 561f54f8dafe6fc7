"""Money: whose, to which plans, for where, to whom, in which currency."""

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

__all__ = ["DOLLAR", "PAID", "UNION", "WHOLE", "Money", "is_currency", "members", "moneys", "span", "years_of"]

DOLLAR = "USD"
UNION = "EU"
DOLLARS = frozenset({"AUD", "CAD", "HKD", "NZD", "SGD", "TWD"})
QUARTER = 3  # months
PAID = ("paid",)
WHOLE = ("paid", "commitment")  # what is paid is no longer a commitment, so that both add up

AID = {  # templates of all aid, by whether places are named, and whether commitments count
    (False, False): "{who}, humanitarian aid paid in {years}",
    (False, True): "{who}, humanitarian aid paid and committed in {years}",
    (True, False): "{who}, humanitarian aid for {place} paid in {years}",
    (True, True): "{who}, humanitarian aid for {place} paid and committed in {years}",
}


@dataclass(frozen=True, slots=True)
class Money:
    """Flows of donors (None: everyone; several count as one, under the first) to a crisis's regional plans.

    Without a crisis they are all humanitarian aid. `places` keeps the flows to these countries, `recipient` those to a
    body. `named`: the words name the plan, or all aid, so that its flows are all there is; otherwise they are a floor.
    `stages` are those that count, `currency` is what the sum is told in: each flow counts at the rate of its day.
    `part`: the claim speaks of a part of them (for a crisis that no country tells, for children): they are a ceiling.
    """

    donors: tuple[str, ...] | None
    crisis: Crisis | None
    places: tuple[str, ...] | None = None
    recipient: str | None = None
    named: str = ""
    stages: tuple[str, ...] = PAID
    currency: str = DOLLAR
    part: bool = False

    @property
    def plans(self) -> str | None:
        """The pattern of the plans' names."""
        return self.crisis.plans.get("regional") if self.crisis else None

    def total(self, facts: Facts, years: range) -> Total:
        """The sum of the flows in some years."""
        return facts.given(
            self.donors,
            years=years,
            plans=self.plans,
            places=self.places,
            recipient=self.recipient,
            stages=self.stages,
            currency=self.currency,
        )

    def answer(self, facts: Facts, years: range) -> Answer | None:
        """The sum as an answer; None where no row speaks of it."""
        total = self.total(facts, years)
        if total.value is None or not total.evidence or (self.part and total.coverage is not Coverage.COMPLETE):
            return None  # of a part, what is not all of the whole says nothing
        held = [year for year in years if year not in total.missing] or list(years)
        coverage = Coverage.CEILING if self.part else total.coverage if self.named else Coverage.FLOOR
        return Answer(self.words(held), total.value, self.currency, coverage, total.evidence, because=self.named)

    def words(self, years: list[int]) -> Phrase:
        """This scope in some years, in words."""
        values = (
            ("who", self.who()),
            ("crisis", self.crisis.place if self.crisis else ""),
            ("place", self.places or ()),
            ("body", self.recipient or ""),
            ("years", span(years)),
        )
        return Phrase(self.told(), values)

    def told(self) -> str:
        """The template of its words."""
        if self.crisis is None:
            return AID[bool(self.places), len(self.stages) > 1]
        if self.recipient:
            return "{who} to {body} within the regional plans for {crisis}, paid in {years}"
        if self.places:
            return "{who} to the regional plans for {crisis}, for {place}, paid in {years}"
        return "{who} to the regional plans for {crisis}, paid in {years}"

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
    if period and not period.since:
        return period.years
    start = period.first if period else crisis.since if crisis and crisis.since else question.day
    return range(start.year, max(start.year, _last(period.last if period else question.day)) + 1)


def _last(day: date) -> int:
    """The last plan year that a running total holds: the year itself once a quarter of it is over."""
    return day.year if day.month > QUARTER else day.year - 1


def members(facts: Facts, question: Question) -> tuple[str, ...]:
    """The EU's institutions and its member states on the day the claim speaks of."""
    day = question.period.last if question.period else question.day
    return (UNION, *facts.members(UNION, day).states)


def moneys(question: Question, facts: Facts) -> Iterator[Money]:
    """The money that a claim of giving may speak of, by crisis: the words' own donors first."""
    for currency in _currencies(question):
        for crisis in question.crises:
            if "regional" in crisis.plans:
                scope = Money(_donors(question, facts), crisis, named=_plan(question), currency=currency)
                yield from _within_plans(question, scope, crisis)
        if not question.crises:
            yield from _aid(question, facts, currency)


def _within_plans(question: Question, scope: Money, crisis: Crisis) -> Iterator[Money]:
    """A crisis's money, to the body or for the countries that the words name within its plans."""
    where = tuple(place for place in question.places if place in crisis.places and place != crisis.place)
    spoken = {question.claim.who, *question.claim.to} - {UNION}
    bodies = [body for body in question.bodies if body in spoken]
    if bodies:
        yield from (replace(scope, recipient=name) for name in _names(bodies[0]))
    elif where and scope.named and "region" not in question.marks:
        yield replace(scope, places=where)
    else:
        yield scope


def _aid(question: Question, facts: Facts, currency: str) -> Iterator[Money]:
    """All the aid that a donor gave in the time named, or that for the countries named; none to a body, or to a plan of
    which nothing is known."""
    donors, aid = _donors(question, facts), question.says("aid")
    if donors is None or not aid or question.period is None or question.says("plan", "regional", "response"):
        return
    if not set(question.bodies) - set(donors):
        where = tuple(place for place in (*question.origins, *question.places) if place not in donors)
        stages = PAID if "paid" in question.marks else WHOLE
        part = bool(question.says("purpose", "refugee", "displaced", "part", "region", "continent", "area"))
        part = part or not (where or "world" in question.marks or _is_alone(question, donors))
        yield Money(donors, None, where or None, named=aid, stages=stages, currency=currency, part=part)


def _is_alone(question: Question, donors: tuple[str, ...]) -> bool:
    """Whether a statement names no country but those that give: else a sum without a place may be meant for one."""
    givers = {*donors, *(claim.who for claim in question.reading.claims)}
    return not {actor.id for actor in question.reading.actors if actor.kind == "country"} - givers


def _currencies(question: Question) -> tuple[str, ...]:
    """What the sum may be told in: a bare "dollar" is a US dollar before it is the donor's own."""
    unit = question.figure.unit if question.figure else DOLLAR
    if not is_currency(unit):
        return (DOLLAR,)
    return (DOLLAR, unit) if "dollar" in question.marks and unit in DOLLARS else (unit,)


def is_currency(unit: str) -> bool:
    """Whether a unit is an ISO 4217 code."""
    return len(unit) == 3 and unit.isupper()


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
