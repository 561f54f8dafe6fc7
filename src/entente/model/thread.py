"""The same claim through several statements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from entente.model.finding import Finding

__all__ = ["Mention", "Relation", "Thread"]


class Relation(StrEnum):
    """How a claim stands to the one before it in its thread."""

    FIRST = "first"
    REPEATED = "repeated"  # the same figure, in whatever words or language
    RAISED = "raised"
    LOWERED = "lowered"


@dataclass(frozen=True, slots=True)
class Mention:
    """The claim in one statement, by the statement's id and day, with its words."""

    statement: str
    day: date | None
    words: str
    finding: Finding
    relation: Relation


@dataclass(frozen=True, slots=True)
class Thread:
    """Mentions of one claim, in order of their days; two at least."""

    check: str
    who: str | None
    mentions: tuple[Mention, ...]
