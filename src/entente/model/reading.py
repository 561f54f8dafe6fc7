"""What was read in a statement: figures, dates, quotations, actors and claims, each at its characters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entente.model.figure import Figure
from entente.model.span import Span

__all__ = ["Actor", "Claim", "DateMention", "Dated", "Quantity", "Quote", "Reading", "Statement"]


class Dated(StrEnum):
    """How the day of a statement is known."""

    GIVEN = "given"  # by who asks
    TOLD = "told"  # by the page, beside its text
    WRITTEN = "written"  # in the text itself
    NAMED = "named"  # in the name of the file, or in its address
    MADE = "made"  # the file was made on it
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Statement:
    """A published text: its characters are never changed. `dated` is how its day is known."""

    id: str
    text: str
    language: str
    date: date | None = None
    title: str = ""
    url: str = ""
    dated: Dated = Dated.GIVEN


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure where it was said.

    `span` covers hedge, number and unit words ("nearly 3.7 billion dollars"), `number` the number words only.
    `counts` is a short gloss of what is counted; `rule` names the rule that read it.
    """

    span: Span
    number: Span
    figure: Figure
    counts: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar time: `iso` is a day, month, year or interval "start/end" (ISO 8601), None when not resolved.

    `kind` is explicit, yearless, relative or fiscal. What was said is the span; what was inferred is `iso`.
    """

    span: Span
    iso: str | None
    kind: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of a country, organisation, person or group.

    `id` is ISO 3166-1 alpha-3 for a country and its government, else the common English acronym or name.
    """

    span: Span
    kind: str
    id: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words somebody is said to have said: `type` is direct or indirect; the span leaves the quote marks out."""

    span: Span
    type: str
    speaker: str | None = None
    speaker_span: Span | None = None
    role: str | None = None
    cue: Span | None = None
    group: int | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement asserts: the clause, and its parts.

    `kind` is funding, displacement, membership, count, rank, commitment, position or event; `who` and `to`
    are actor ids or short nouns; `quantity` indexes the reading's quantities; `status` is given, pledged,
    requested or planned; `since` and `until` are ISO 8601 times.
    """

    span: Span
    kind: str
    who: str | None = None
    to: tuple[str, ...] = ()
    quantity: int | None = None
    status: str | None = None
    since: str | None = None
    until: str | None = None
    gloss: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one statement, each list in the order of the text."""

    statement: Statement
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[Claim, ...] = ()
