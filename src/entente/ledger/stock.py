"""What of each source is in hand: its pulls, their rows, what was set aside of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from entente.ledger.files import segment
from entente.ledger.holdings import Holdings, read
from entente.ledger.record import Record
from entente.model.aside import Aside
from entente.model.entry import SegmentEntry

__all__ = ["InHand", "asides", "in_hand"]


@dataclass(frozen=True, slots=True)
class InHand:
    """One file of a source as it was pulled last: on which day, from which snapshot, its rows by table."""

    name: str
    day: date
    snapshot: str
    rows: tuple[tuple[str, int], ...]

    def count(self, *, aside: bool) -> int:
        """How many rows were taken, or set aside."""
        return sum(count for table, count in self.rows if (table == "asides") is aside)


def in_hand(record: Record, source: str) -> tuple[InHand, ...]:
    """The files of a source, each as it was pulled last, by their names."""
    latest = {pull.name: pull for pull in record.pulls() if pull.source == source}
    rows: dict[str, dict[str, int]] = {}
    for each in record.entries(SegmentEntry):
        if each.entry.source == source:
            rows.setdefault(each.entry.snapshot, {})[each.entry.table] = each.entry.rows
    return tuple(
        InHand(name, pull.day, pull.snapshot, tuple(sorted(rows.get(pull.snapshot, {}).items())))
        for name, pull in sorted(latest.items())
    )


def asides(holdings: Holdings, home: Path, source: str, *snapshots: str, most: int | None = None) -> Iterator[Aside]:
    """What was set aside of a snapshot, or of several that are one list; the first `most` of them."""
    path = home / segment("asides", source, *snapshots)
    for row in holdings.ask(f'SELECT place, field, "value", reason, whole FROM {read([str(path)])} LIMIT ?', [most]):
        yield Aside(*row)
