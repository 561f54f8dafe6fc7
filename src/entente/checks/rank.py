"""Who comes first: a place in the order of donors, or of countries that host or lose people.

Reads: "the largest donor", "the second contributor", "more than any other government", "the first country of asylum",
"among the five largest donors", "one of the largest donors" (the first ten), held against the order of donors to the
regional plans of the crisis (or of all donors of a year), and of countries by the people they host.
Misses: orders of anything else, and within a part of the world ("the largest Arab donor"); flows in no plan, where a
plan is named.
Origin: OCHA FTS flows; UNHCR population statistics; the EU's members by day.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.checks import Check
from entente.model.figure import Bound, Figure
from entente.model.finding import Answer
from entente.model.question import Question
from entente.scopes.counts import fitting_first
from entente.scopes.marks import marks
from entente.scopes.orders import donors, hosts

if TYPE_CHECKING:
    from entente.ledger.facts import Facts

_PLACES = {"second": 2, "third": 3, "fourth": 4, "fifth": 5}  # by mark; a superlative without one is the first place
_FEW = 10  # places that "one of the largest" may mean, where no number tells
_MANY = 50  # from which on a count is no place in an order


def _answers(question: Question) -> bool:
    ranked = question.claim.kind == "rank" or _first_few(question) is not None
    counted = question.says("donor", "host", "refugee", "displaced", "strike")
    some = question.says("narrowed") and question.says("donor")  # "the largest Arab donor": first of some
    return ranked and question.claim.who is not None and question.factor is None and bool(counted) and not some


def _first_few(question: Question) -> Figure | None:
    """The places from the first down to the last that is meant: "among the five largest"; "one of the largest"."""
    if question.claim.kind not in ("rank", "count") or "among" not in question.marks:
        return None
    said = question.figure.value if question.figure else None
    if said is None and question.claim.kind == "rank":
        first = question.marks["among"].split()[0].lower()
        said = Decimal(marks(question.reading.statement.language).places.get(first, _FEW))
    return Figure(said, "rank", Bound.UP_TO, Decimal(1)) if said is not None and said < _MANY else None


def _figure(question: Question) -> Figure | None:
    if few := _first_few(question):
        return few
    return Figure(Decimal(_place(question)), "rank", grain=Decimal(1))


def _place(question: Question) -> int:
    """The place that the words tell, the first of them where they tell several."""
    text = question.claim.span.cut(question.reading.statement.text)
    told = [(text.find(question.marks[mark]), place) for mark, place in _PLACES.items() if mark in question.marks]
    return min(told, default=(0, 1))[1]


def _tries(question: Question, facts: Facts) -> Iterator[Answer]:
    if question.says("strike", "each"):
        return
    if "donor" in question.marks:
        yield from donors(question, facts)
    elif figure := _figure(question):
        yield from fitting_first(figure, list(hosts(question, facts)))


def _tells(question: Question) -> bool:
    return not question.says("strike", "each", "moved")


CHECK = Check(name="rank", answers=_answers, figure=_figure, tries=_tries, source="fts", tells=_tells)
