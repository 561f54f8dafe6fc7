"""A program that has processes write a record, and may kill them: `python -m tests.ledger.writers WHERE JOB SEED`.

It forks from a process with one thread and no open record, which the tests' own process is not. Jobs: `killed` has 50
writers one after the other, each killed at a random moment; `keeping` the same with raw bytes, `pulling` with whole
pulls; `together` has four writers at once. A writer tells through a pipe what is recorded, so that what was lost would
be seen.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import duckdb  # noqa: F401  (once, not by each writer)

from entente.ledger import databases, store  # noqa: F401  (once, not by each writer)
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.model.entry import StatementEntry
from tests.ledger.invented import DAY
from tests.ledger.pulled import Pulled

KILLED = 50
WRITERS = 4
LOT = 3  # statements of one batch
ROUNDS = 40
MOST = 6  # things that a writer tells before the moment at which it is killed is drawn
LONGEST = {"pulling": 0.1}  # seconds to that moment at most
SHORTER = 0.02

Work = Callable[[int], Iterator[str]]


def lot(name: str) -> list[StatementEntry]:
    """The statements of one batch."""
    return [StatementEntry(name=f"{name}/{part}", text="encore une fois " * 50, language="fr") for part in range(LOT)]


def fork(work: Work, number: int) -> tuple[int, int]:
    """The process of a writer of a number, and the end of the pipe on which it tells what was done."""
    read, write = os.pipe()
    writer = os.fork()
    if writer:
        os.close(write)
        return writer, read
    code = 1
    try:
        os.close(read)
        for done in work(number):
            os.write(write, f"{done}\n".encode())
        code = 0
    finally:
        os._exit(code)


def told(pipe: int) -> list[str]:
    """What a writer told."""
    with os.fdopen(pipe, encoding="utf-8") as lines:
        return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def writing(where: Path | str, writer: int) -> Iterator[str]:
    """Write batches without end: first those of the writer before, the last of which it did not finish perhaps."""
    record = Record(where)
    for number in itertools.count():
        yield from record.add(lot(f"{writer // 2}-{number}"))


def keeping(home: Path, writer: int) -> Iterator[str]:
    """Keep raw bytes without end: first those of the writer before."""
    for number in itertools.count():
        yield Snapshots(home).keep(f"{writer // 2}-{number}".encode() * 200_000)


def pulling(home: Path, writer: int) -> Iterator[str]:
    """Pull files without end: first one that the writer before was pulling perhaps."""
    pulled = Pulled(home)
    for number in itertools.count(writer // 2):
        yield pulled.flows(f"{number}.csv", DAY, {str(number): 1})


def sharing(where: Path | str, writer: int) -> Iterator[str]:
    """Write some batches, every second of them one that all writers write."""
    record = Record(where)
    for number in range(ROUNDS):
        yield from record.add(lot(f"{writer if number % 2 else 'all'}-{number}"))


def killed(work: Work, dice: random.Random, longest: float) -> list[str]:
    """What writers told that were killed, one after the other: each after it told a few things, at a random moment."""
    done: list[str] = []
    for number in range(KILLED):
        writer, pipe = fork(work, number)
        with os.fdopen(pipe, encoding="utf-8") as lines:
            heard = list(itertools.islice(lines, dice.randrange(MOST)))
            time.sleep(dice.uniform(0, longest))
            os.kill(writer, signal.SIGKILL)
            os.waitpid(writer, 0)
            done += [line.rstrip("\n") for line in (*heard, *lines) if line.endswith("\n")]
    return done


def together(work: Work) -> list[str]:
    """What writers told that worked at once."""
    writers = [fork(work, number) for number in range(WRITERS)]
    done = [id for _, pipe in writers for id in told(pipe)]
    assert [os.waitpid(writer, 0)[1] for writer, _ in writers] == [0] * WRITERS
    return done


HOMES: dict[str, Callable[[Path, int], Iterator[str]]] = {"keeping": keeping, "pulling": pulling}


def main(where: str, job: str, seed: str) -> None:
    """Do a job, and print what its writers told as JSON."""
    place = where if "://" in where else Path(where)
    if job not in HOMES:
        databases.engine(place)  # so that its driver is imported once, not by each writer
    if job == "together":
        done = together(partial(sharing, place))
    else:
        work = partial(writing, place) if job == "killed" else partial(HOMES[job], Path(where))
        done = killed(work, random.Random(int(seed)), LONGEST.get(job, SHORTER))
    print(json.dumps(done))


if __name__ == "__main__":
    main(*sys.argv[1:])
