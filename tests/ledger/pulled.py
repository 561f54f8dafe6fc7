"""Files of our own invention, pulled into a home: flows and rates, a line of text each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from entente.ledger.facts import Facts
from entente.ledger.load import fill
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.model.entry import SegmentEntry, SnapshotEntry
from entente.model.facts import Flow, Origin, Rate

PLAN = "Invented appeal 2031"
YEAR = 2031


class Pulled:
    """A home with a record, into which files are pulled day by day."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.record = Record(home / "record.db")

    @property
    def facts(self) -> Facts:
        """The facts as somebody finds them who opens the house now."""
        return Facts(self.home, self.record)

    def flows(self, name: str, day: date, amounts: Mapping[str, int]) -> str:
        """Pull a file of flows, an amount by the id of each; the SHA-256 of its bytes."""
        raw = "".join(f"{id};{amount}\n" for id, amount in amounts.items())
        origin = self.origin("fts", raw, day)
        rows = [
            Flow(
                **origin, row=f"line {line}", id=id, donor="Portugal, Government of", donor_id="PRT",
                donor_kind="government", recipient="UNHCR", place="IRQ", plan=PLAN, year=YEAR, last_year=YEAR,
                stage="paid", boundary="incoming", amount=Decimal(amount), currency="USD",
                value_date=date(YEAR, 3, 2), scope="year",
            )
            for line, (id, amount) in enumerate(amounts.items(), start=1)
        ]  # fmt: skip
        return self.load("fts", name, raw, rows, day)

    def rates(self, name: str, day: date, rate: str) -> str:
        """Pull a file with one rate of the dollar, on the day of the flows."""
        raw = f"USD;{rate}\n"
        origin = self.origin("ecb", raw, day)
        row = Rate(**origin, row="line 1", currency="USD", day=date(YEAR, 3, 2), rate=Decimal(rate))
        return self.load("ecb", name, raw, [row], day)

    def origin(self, source: str, raw: str, day: date) -> dict[str, object]:
        """The columns that all rows of a file share."""
        snapshot = Snapshots(self.home).keep(raw.encode())
        return {"source": source, "edition": "invented", "licence": "none", "snapshot": snapshot, "known": day}

    def load(self, source: str, name: str, raw: str, rows: Sequence[Origin], day: date) -> str:
        """Write the segments of a file, and record it."""
        snapshot = Snapshots(self.home).keep(raw.encode())
        shared = {"source": source, "licence": "none", "snapshot": snapshot, "known": day}
        known = any(self.record.entries(SegmentEntry, about=snapshot))
        made = () if known else fill(rows, shared, self.home)
        self.record.add(
            [
                SnapshotEntry(source=source, name=name, snapshot=snapshot, day=day, size=len(raw)),
                *(
                    SegmentEntry(table=one.table, source=source, snapshot=snapshot, sha256=one.sha256, rows=one.rows)
                    for one in made
                ),
            ],
            day=day,
        )
        return snapshot
