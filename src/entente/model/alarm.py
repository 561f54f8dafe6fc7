"""An alarm: a subject that resembles a listing so much that a person must look, and what is known of the two."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from entente.model.finding import Phrase
from entente.model.match import Match, Subject

__all__ = ["Account", "Before", "Seal", "Sighting", "Standing", "Told"]


class Standing(StrEnum):
    """How a subject and a listing that it resembles stand: never raised, not ruled on, or ruled, one way or other."""

    NEW = "new"
    WAITING = "waiting"
    TRUE = "true"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Account:
    """What is told of an alarm: the subject as it was given, and the match."""

    subject: Subject
    match: Match


@dataclass(frozen=True, slots=True)
class Seal:
    """What the record holds of an account: HMAC-SHA-256 of its subject, and of itself, under a salt beside them."""

    subject: str
    told: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A match that needs a person, and by what its two sides are known again.

    `identity` is the SHA-256 of what makes a subject the same, `content` that of what matters of the listing.
    """

    subject: Subject
    match: Match
    identity: str
    content: str


@dataclass(frozen=True, slots=True)
class Before:
    """The last alarm on a subject and a listing: its id, the `content` of the listing then, and how it stands.

    `lapsed` where it was ruled on and the ruling has expired; `by` and `reason` are those of the ruling.
    """

    alarm: str
    content: str
    standing: Standing
    lapsed: bool = False
    by: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A match as it is told: above which score it needs a person, how it stands, under which alarm, and why.

    `standing` is None where nobody asked.
    """

    match: Match
    threshold: float
    standing: Standing | None = None
    alarm: str = ""
    why: Phrase | None = None

    @property
    def silent(self) -> bool:
        """Whether a person has ruled that it is somebody else."""
        return self.standing is Standing.FALSE

    @property
    def needed(self) -> bool:
        """Whether a person is needed."""
        return self.match.score > self.threshold and not self.silent
