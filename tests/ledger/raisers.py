"""A program that has processes screen names at one desk, and may kill them: `python -m tests.ledger.raisers WHERE JOB`.

Jobs: `together` has four that screen the same names at once, `killed` has fifty one after the other, each killed at a
random moment while it screens and forgets. It forks from a process without threads, as `tests.ledger.writers` does.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from entente.ledger import databases
from tests.ledger.offices import Office, found, listing, renamed
from tests.ledger.writers import killed, together

NAMES = 60
LOT = 6  # names of one screening
LONGEST = 0.05  # seconds to the moment at which one is killed


def screening(where: Path | str, writer: int) -> Iterator[str]:
    """Screen all names, each writer in an order and under file names of its own."""
    office, order = Office(where), list(range(NAMES))
    random.Random(writer).shuffle(order)
    for start in range(0, NAMES, LOT):
        some = order[start : start + LOT]
        rows = [renamed(found(f"Ottokar Number{n}", listing(n)), file=f"{writer}.csv") for n in some]
        for _, told in office.screen(*rows):
            yield from (one.alarm for one in told)


def forgetting(where: Path | str, writer: int) -> Iterator[str]:
    """Screen names without end, and forget every third."""
    office, number = Office(where), writer * 1000
    office.desk.sweep()
    while True:
        number += 1
        told = office.one(f"Ottokar Number{number}", listing(number))
        if number % 3 == 0:
            office.desk.forget(office.desk.alarm(told.alarm), reason="he may ask", author="A.")
        yield told.alarm


def main(where: str, job: str) -> None:
    """Do a job, and print what was told as JSON."""
    place = where if "://" in where else Path(where)
    databases.engine(place)  # so that its driver is imported once, not by each
    if job == "together":
        done = together(partial(screening, place))
    else:
        done = killed(partial(forgetting, place), random.Random(20150602), LONGEST)
    print(json.dumps(done))


if __name__ == "__main__":
    main(*sys.argv[1:])
