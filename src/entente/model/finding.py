"""A verdict on a claim, the readings it rests on, and the rows that bear it out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from entente.model.facts import Coverage
from entente.model.reading import Claim, Quantity

__all__ = ["Answer", "ClaimReading", "Evidence", "Finding", "Phrase", "Sum", "Verdict"]


class Verdict(StrEnum):
    """What the facts say of a claim (docs/explanation/verdicts.md)."""

    CONFIRMED = "confirmed"
    CLOSE = "close"
    CONTRADICTED = "contradicted"
    BOUNDED = "bounded"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words to be said in English or French: a template, and its values by name.

    A value may be an actor id, a number, a sum, a day, a phrase of its own, or a tuple of these; the face that shows it
    puts it into words.
    """

    template: str
    values: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum within a phrase, in an ISO 4217 currency."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Rows of one source: their table, how many, and where the first few stand."""

    table: str
    source: str
    edition: str
    rows: int
    places: tuple[str, ...] = ()
    snapshot: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the facts give for one reading of a claim.

    `words` name the reading; `value` is in `unit`, None where no facts are in hand; `coverage` says whether the facts
    hold all it speaks of, a floor or a ceiling. Where facts bracket it on both sides, `value` is the floor and
    `ceiling` the other end. `own`: the numbers are the speaker's own, which may agree with a claim and never prove it.
    `because` quotes the words of the statement that choose this reading, empty where none do.
    """

    words: Phrase
    value: Decimal | None
    unit: str
    coverage: Coverage = Coverage.COMPLETE
    evidence: tuple[Evidence, ...] = ()
    ceiling: Decimal | None = None
    own: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """One defensible interpretation of a claim's scope, answered and judged."""

    answer: Answer
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict on a claim: all readings tried, the one that decides first, and notes on what would change it.

    `ratio` is the number found to the number claimed; None where there is no such number.
    """

    check: str
    claim: Claim
    quantity: Quantity | None
    verdict: Verdict
    value: Decimal | None
    unit: str
    ratio: Decimal | None
    readings: tuple[ClaimReading, ...]
    notes: tuple[Phrase, ...] = ()

    @property
    def reading(self) -> ClaimReading | None:
        """The reading that decides: the first one; None where no reading could be offered."""
        return self.readings[0] if self.readings else None
