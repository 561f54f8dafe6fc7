"""A program that records where the disk is full or may not be written: `python -m tests.faults.cramped HOME HOW WHAT`.

It prints the fault. WHAT is `record`, `raw` (keep raw bytes) or `read`; HOW is `full` (a file may have no more than
some bytes), `room` (the disk is as full as it is) or `closed` (the folder `closed` may only be read; root becomes
nobody first, whom permissions bind).
"""

from __future__ import annotations

import os
import resource
import sys
from pathlib import Path

from entente.errors import Fault
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.model.entry import StatementEntry

MOST = 256 * 1024  # bytes of a file
NOBODY = 65534
STATEMENTS = 200


def fill(home: Path) -> None:
    """Record statements and keep raw bytes until the disk refuses."""
    record = Record(home / "record.db")
    for number in range(STATEMENTS):
        record.add([StatementEntry(name=str(number), text=f"{number} " * 1000, language="fr")])


def count(home: Path) -> None:
    """Print how many statements are recorded."""
    print(len(list(Record(home / "record.db").entries(StatementEntry))))


def keep(home: Path) -> None:
    """Keep raw bytes, more than there is room for."""
    Snapshots(home).keep(b"raw" * MOST)


WORK = {"record": fill, "raw": keep, "read": count}


def warm(home: Path) -> None:
    """Import all that recording needs, while files may be read."""
    Record(home / "warm" / "record.db").add([StatementEntry(name="", text="", language="fr")])


def main(home: Path, how: str, what: str) -> None:
    """Do it, and print the fault."""
    if how == "closed":
        warm(home)
        home = home / "closed"
        home.chmod(0o555)
        if os.getuid() == 0:
            os.setuid(NOBODY)
    if how == "full":
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, MOST))
    try:
        WORK[what](home)
    except Fault as fault:
        print(fault)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
