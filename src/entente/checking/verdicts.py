"""What a number found says of a number claimed (docs/decisions/0002-what-a-figure-allows.md)."""

from __future__ import annotations

from decimal import Decimal

from entente.model.facts import Coverage
from entente.model.figure import Figure, Interval
from entente.model.finding import Answer, Verdict

__all__ = ["UNDERSTATED", "judge", "ratio"]

CLOSE = Decimal("0.1")  # outside the interval by at most a tenth of the figure
UNRELATED = frozenset({"rank", "meeting"})  # units that are right or wrong: no ratio makes sense, nothing is close
UNDERSTATED = Decimal("1.25")  # beyond it "more than" is true, and says little


def judge(figure: Figure, answer: Answer) -> Verdict:
    """The verdict on a figure, from one answer.

    A floor never contradicts from below and a ceiling never from above; a speaker's own numbers bound or contradict,
    and never confirm.
    """
    if answer.value is None:
        return Verdict.SILENT
    verdict = _judge(figure, _known(answer))
    return Verdict.BOUNDED if answer.own and verdict is Verdict.CONFIRMED else verdict


def _known(answer: Answer) -> Interval:
    """What the answer leaves possible for the true value."""
    match answer.coverage:
        case Coverage.FLOOR:
            return Interval(answer.value, answer.ceiling)
        case Coverage.CEILING:
            return Interval(None, answer.value)
        case _:
            return Interval(answer.value, answer.value if answer.ceiling is None else answer.ceiling)


def _judge(figure: Figure, known: Interval) -> Verdict:
    allowed = figure.interval()
    below = _gap(known.high, allowed.low)
    above = _gap(allowed.high, known.low)
    if below or above:
        if figure.unit in UNRELATED:
            return Verdict.CONTRADICTED
        size = abs(figure.value or figure.low or figure.high or Decimal(1))
        return Verdict.CLOSE if max(below, above) <= CLOSE * size else Verdict.CONTRADICTED
    return Verdict.CONFIRMED if _within(known, allowed) else Verdict.BOUNDED


def _gap(high: Decimal | None, low: Decimal | None) -> Decimal:
    """By how much the one interval ends before the other begins; 0 where they meet."""
    return max(Decimal(0), low - high) if high is not None and low is not None else Decimal(0)


def _within(known: Interval, allowed: Interval) -> bool:
    low = allowed.low is None or (known.low is not None and known.low >= allowed.low)
    high = allowed.high is None or (known.high is not None and known.high <= allowed.high)
    return low and high


def ratio(figure: Figure, value: Decimal | None) -> Decimal | None:
    """The number found to the number claimed, to four places; None where there is none, as for a rank."""
    if figure.unit in UNRELATED:
        return None
    said = figure.value if figure.value is not None else figure.low
    if value is None or not said:
        return None
    return (value / said).quantize(Decimal("0.0001"))
