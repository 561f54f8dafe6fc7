"""Which pulls count on a day: of each file of a source the last one by then, of a watchlist its parts together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from entente.ledger.files import SHELF
from entente.model.pull import Pull

__all__ = ["Counting", "latest"]


@dataclass(frozen=True, slots=True)
class Counting:
    """Pulls of a source that count, and were read together: of one file, or of the parts of a watchlist."""

    source: str
    pulls: tuple[Pull, ...]

    @property
    def snapshots(self) -> tuple[str, ...]:
        """The SHA-256 of their raw bytes, in order."""
        return tuple(sorted({pull.snapshot for pull in self.pulls}))


def latest(pulls: Iterable[Pull], as_of: date | None = None) -> Iterator[Counting]:
    """What counts on a day (None: today): files in the order in which they were pulled, then watchlists.

    The parts of a watchlist are those pulled on the last of its days: a list that is published in other parts than
    before is read from these alone.
    """
    files: dict[tuple[str, str], Pull] = {}
    for pull in pulls:
        if as_of is None or pull.day <= as_of:
            files.pop((pull.source, pull.name), None)
            files[pull.source, pull.name] = pull
    lists: dict[str, list[Pull]] = {}
    for pull in files.values():
        if pull.source.startswith(SHELF):
            lists.setdefault(pull.source, []).append(pull)
        else:
            yield Counting(pull.source, (pull,))
    for source, parts in lists.items():
        last = max(pull.day for pull in parts)
        yield Counting(source, tuple(pull for pull in parts if pull.day == last))
