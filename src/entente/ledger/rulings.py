"""What a person rules: with a reason, and until a day that is not over."""

from __future__ import annotations

from datetime import UTC, date, datetime

from entente.errors import Unusable
from entente.model.entry import DecisionEntry
from entente.model.match import Subject
from entente.names.mentions import mentions

__all__ = ["decision", "hold_to_reason"]


def decision(
    about: str, ruling: str, *, author: str, reason: str, today: date, expires: date | None = None
) -> DecisionEntry:
    """A ruling on an entry, made now. Raises `Unusable` where it has no reason, or expires before it begins."""
    hold_to_reason(reason)
    if expires and expires <= today:
        raise Unusable("--expires", "{day} is over", hint="the first day without force", day=expires)
    made = datetime.now(UTC)
    return DecisionEntry(subject=about, ruling=ruling, author=author, reason=reason, made=made, expires=expires)


def hold_to_reason(reason: str, subject: Subject | None = None) -> None:
    """Hold a reason to what may be recorded: something, and no word of a subject's name nor any of its numbers.

    Raises `Unusable`.
    """
    if not reason.strip():
        raise Unusable("--reason", "a reason is missing", hint="say in a sentence why you hold it")
    if subject and (mentions(reason, subject.name) or any(each and each in reason for each in subject.identifiers)):
        hint = "say it without: what is recorded cannot be forgotten"
        raise Unusable("--reason", "the reason names whom it is about", hint=hint)
