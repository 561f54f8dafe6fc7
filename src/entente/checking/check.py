"""From a reading to findings: each claim is put to the checks that speak of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from entente import plugins
from entente.checking.questions import questions
from entente.checking.verdicts import UNDERSTATED, judge, ratio
from entente.checks import Check
from entente.model.figure import Bound, Figure
from entente.model.finding import ClaimReading, Finding, Phrase, Verdict
from entente.model.question import Question
from entente.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from entente.ledger.facts import Facts
    from entente.model.coalition import Coalition

__all__ = ["check"]


def check(reading: Reading, *, facts: Facts, coalitions: Sequence[Coalition]) -> list[Finding]:
    """The findings on a statement, in the order of its text."""
    checks = plugins.additions("checks").values()
    with facts.still():
        found = [
            finding
            for question in questions(reading, coalitions)
            for each in checks
            if each.answers(question)
            for finding in _finding(each, question, facts)
        ]
    return sorted(_told(found), key=lambda finding: (finding.claim.span, finding.check))


def _told(found: list[Finding]) -> Iterator[Finding]:
    """The findings without the silent ones of which another check tells: its figure is answered."""
    answered = {(one.claim, one.quantity) for one in found if one.verdict is not Verdict.SILENT}
    for one in found:
        if one.verdict is not Verdict.SILENT or (one.claim, one.quantity) not in answered:
            yield one


def _finding(each: Check, question: Question, facts: Facts) -> Iterator[Finding]:
    """The finding of one check on one claim; none where the check has nothing to hold the facts against."""
    figure = each.figure(question)
    if figure is None:
        return
    tried = [ClaimReading(answer, judge(figure, answer)) for answer in each.tries(question, facts)]
    if each.quiet and not tried:
        return
    readings = sorted(tried, key=lambda one: one.verdict is Verdict.SILENT)
    first = readings[0] if readings else None
    value = first.answer.value if first else None
    verdict = first.verdict if first else Verdict.SILENT
    yield Finding(
        check=each.name,
        claim=question.claim,
        quantity=each.judged(question),
        verdict=verdict,
        value=value,
        unit=first.answer.unit if first else figure.unit,
        ratio=ratio(figure, value),
        readings=tuple(readings),
        notes=tuple(_notes(each, question, figure, readings)),
    )


def _notes(each: Check, question: Question, figure: Figure, readings: list[ClaimReading]) -> Iterator[Phrase]:
    """What a reader should know beside the verdict: what would tell, what would change it, what was left unsaid."""
    if not readings or readings[0].verdict is Verdict.SILENT:
        if each.tells(question):
            told = "no facts in hand tell this; {source} would, once pulled: entente pull {source}"
            yield Phrase(told, (("source", each.source),))
        else:
            yield Phrase("no source that Entente reads tells this")
        return
    verdict, value = readings[0].verdict, readings[0].answer.value
    others = {one.verdict for one in readings[1:]} - {verdict, Verdict.SILENT}
    if others and readings[0].answer.because:
        yield Phrase(
            "the readings disagree; the words “{words}” choose the first", (("words", readings[0].answer.because),)
        )
    elif others:
        yield Phrase("the readings disagree, and no words of the claim choose between them")
    if verdict is Verdict.CONFIRMED and _understated(figure, value):
        yield Phrase(
            "true, and understated: the number found is {ratio} times the figure", (("ratio", ratio(figure, value)),)
        )
    if readings[0].answer.own:
        yield Phrase("these are the speaker’s own numbers: they bound a claim and never prove it")
    elif verdict is Verdict.BOUNDED:
        yield Phrase("the facts in hand give a limit, not the number: more of them would decide")


def _understated(figure: Figure, value: Decimal | None) -> bool:
    said = figure.value if figure.value is not None else figure.low
    vague = figure.bound in (Bound.OVER, Bound.AT_LEAST)
    return bool(vague and said and value is not None and value / said > UNDERSTATED)
