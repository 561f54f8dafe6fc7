"""What was not taken from open data, and why."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Aside"]


@dataclass(frozen=True, slots=True)
class Aside:
    """A value, or a whole row, that was set aside: where it stood, what it said, and why it was not taken.

    `place` is the place in the file ("line 17", "Export data:17"); `field` the publisher's name of the field;
    `whole` tells that its row went with it. The rest of the file is kept.
    """

    place: str
    field: str
    value: str
    reason: str
    whole: bool
