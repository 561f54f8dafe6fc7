"""What a plan asked for, got, and lacks.

Reads: the requirement, the funding, the gap and the share funded of a response plan in a year, held against the plans
of the countries that the words name (their response plans, or their flash appeals) and of their crises (inside the
country, or regional).
Misses: funds and facilities that are no response plan; a plan's sectors; plans named by a town.
Origin: OCHA FTS requirements and funding by plan, as published on HDX; a plan's code tells its kind (H, S and C:
response plans; F: flash appeals), its country and its year. Totals are revised for years.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.facts import Coverage
from entente.model.figure import Bound, Figure
from entente.model.finding import Answer, Phrase, Sum
from entente.model.question import Question
from entente.scopes.money import DOLLAR, UNION

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Need
    from entente.model.coalition import Crisis

_RESPONSES = "[HSC]"  # kinds of plan, by the first letter of their codes
_APPEALS = "F"
_ANY_PLAN = ("response", "flash", "plan", "regional")


def _answers(question: Question) -> bool:
    figure = question.figure
    if figure is None or figure.unit not in ("percent", DOLLAR) or set(question.bodies) - {UNION}:
        return False
    if question.claim.status == "requested" or question.says("gap", "required"):
        return bool(question.says(*_ANY_PLAN))
    if figure.unit == "percent":
        return bool("funded" in question.marks and question.says(*_ANY_PLAN))
    # What a plan got is its own total where nobody is said to have given it; flows tell that of the regional plans.
    who = question.claim.who
    got = "funded" in question.marks or who is None or who[:1].islower()
    return got and bool(question.says("response", "flash")) and "regional" not in question.marks


def _figure(question: Question) -> Figure | None:
    """The claim's figure; a hedge that names the gap ("was short of") is none."""
    quantity = question.quantity
    if quantity is None or "gap" not in question.marks:
        return question.figure
    words = quantity.span.cut(question.reading.statement.text)
    return replace(quantity.figure, bound=Bound.EXACT) if question.marks["gap"] in words else quantity.figure


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    year = question.period.last.year if question.period else question.day.year
    told = set()
    for pattern, because in _plans(question):
        need = facts.requirement(year=year, plans=pattern)
        if need.plans and need.plans not in told:
            told.add(need.plans)
            yield from _answer(question, year, need, because)


def _plans(question: Question) -> Iterator[tuple[str, str]]:
    """Patterns of the plans that the words may mean, each with the words that choose it: regional ones first where
    they say so, then those of the kind they name in each country, then those of its crisis."""
    regional = [(crisis.plans["regional"], question.says("regional")) for crisis in _with_plans(question, "regional")]
    appeal = "flash" in question.marks
    kinds, because = (_APPEALS, question.says("flash")) if appeal else (_RESPONSES, question.says("response"))
    inside = [(f"^{kinds}{country}", because) for country in (*question.origins, *question.places)]
    if not appeal:
        inside += [(crisis.plans["inside"], because) for crisis in _with_plans(question, "inside")]
    if not because:
        inside += [(f"^{_APPEALS}{country}", "") for country in (*question.origins, *question.places)]
    yield from (*regional, *inside) if "regional" in question.marks else (*inside, *regional)


def _with_plans(question: Question, kind: str) -> Iterator[Crisis]:
    return (crisis for crisis in question.crises if kind in crisis.plans)


def _answer(question: Question, year: int, need: Need, because: str) -> Iterator[Answer]:
    figure = question.figure
    value = _share(need) if figure is not None and figure.unit == "percent" else _sum(question, need)
    if value is None:
        return
    values = (
        ("plans", tuple(need.plans)),
        ("year", str(year)),
        ("required", Sum(need.required or Decimal(0), DOLLAR)),
        ("funded", Sum(need.funded or Decimal(0), DOLLAR)),
    )
    yield Answer(
        words=Phrase("{plans}, {year}: required {required}, funded {funded}", values),
        value=value,
        unit=figure.unit if figure else DOLLAR,
        coverage=_coverage(question, year, need),
        evidence=need.evidence,
        because=because,
    )


def _coverage(question: Question, year: int, need: Need) -> Coverage:
    """How much the totals of a plan hold: what it had while its year still ran is at most what it has now, and what it
    lacked at least what it lacks."""
    figure = question.figure
    if need.coverage is Coverage.NONE or question.day.year != year:
        return need.coverage
    if figure is not None and figure.unit == "percent":
        return Coverage.CEILING
    if need.coverage is not Coverage.COMPLETE:
        return need.coverage
    return Coverage.FLOOR if "gap" in question.marks else need.coverage if _asked(question) else Coverage.CEILING


def _asked(question: Question) -> bool:
    """Whether a sum is what a plan asked for, and not what it got."""
    asked = "required" in question.marks or question.claim.status == "requested"
    return asked and "funded" not in question.marks


def _share(need: Need) -> Decimal | None:
    return 100 * need.funded / need.required if need.required and need.funded is not None else None


def _sum(question: Question, need: Need) -> Decimal | None:
    """The gap where the words speak of one, the requirement where they ask for it, else what was received."""
    if "gap" in question.marks:
        return need.required - need.funded if need.required is not None and need.funded is not None else None
    return need.required if _asked(question) else need.funded


CHECK = Check(name="coverage", answers=_answers, figure=_figure, tries=_tries, source="fts")
