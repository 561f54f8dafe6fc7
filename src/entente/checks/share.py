"""What part of a whole: of people by country of asylum or of origin, of money by donor.

Reads: "38 percent of the money paid into the plan", "more than half of the Syrian refugees", held against the part over
the whole in the same year.
Misses: parts of wholes that no source in hand counts (of a budget, of an army).
Origin: UNHCR population statistics; OCHA FTS flows by plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.finding import Answer, Phrase
from entente.model.question import Question
from entente.scopes.money import moneys, years_of
from entente.scopes.people import peoples, year_of
from entente.scopes.stocks import is_share, shared_among

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.answer import Total


def _answers(question: Question) -> bool:
    figure = question.figure
    percent = figure is not None and figure.unit == "percent"
    counted = question.says("refugee", "displaced", "seeker", "plan", "regional")
    return percent and bool(counted) and not question.factor and not question.says("funded", "gap", "change")


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    if question.says("refugee", "displaced", "seeker"):
        yield from _of_people(question, facts)
    else:
        yield from _of_money(question, facts)


def _of_people(question: Question, facts: Facts) -> Iterator[Answer]:
    if not is_share(question):
        return
    year, among = year_of(question), shared_among(question)
    for part in peoples(question):
        if part.born is None and part.asylum is None:
            continue
        if part.asylum is None and not among.isdisjoint(part.born or ()):
            continue  # "95 % of Syrian refugees": of them, and no share of the world's
        whole = replace(part, asylum=None) if part.asylum and part.born else replace(part, born=None, asylum=None)
        words = Phrase("{part}, over {whole}", (("part", part.words(year)), ("whole", whole.words(year))))
        yield from _ratio(part.total(facts, year), whole.total(facts, year), words)


def _of_money(question: Question, facts: Facts) -> Iterator[Answer]:
    for part in moneys(question, facts):
        if part.donors is None:
            continue
        years = years_of(question, part.crisis)
        whole = replace(part, donors=None)
        total = whole.total(facts, years)
        held = [year for year in years if year not in total.missing] or list(years)
        words = Phrase("{part}, over {whole}", (("part", part.words(held)), ("whole", whole.words(held))))
        yield from _ratio(part.total(facts, years), total, words)


def _ratio(part: Total, whole: Total, words: Phrase) -> Iterator[Answer]:
    if part.value is None or not whole.value:
        return
    yield Answer(
        words=words,
        value=100 * part.value / whole.value,
        unit="percent",
        evidence=(*part.evidence, *whole.evidence),
    )


def _tells(question: Question) -> bool:
    return bool(question.says("plan", "regional")) or is_share(question)


CHECK = Check(name="share", answers=_answers, tries=_tries, source="fts", tells=_tells)
