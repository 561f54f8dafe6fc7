"""The engine of this machine: in order, nothing twice, nothing lost, whoever dies."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.engines.local import ENGINE
from tests.engines.jobs import Heavy, deadly, double


@pytest.mark.parametrize(("count", "processes"), [(0, 1), (5, 1), (0, 2), (5, 2), (100, 2)])
def test_each_document_has_its_outcome_in_order(count: int, processes: int) -> None:
    done = list(ENGINE.run(double, range(count), processes))
    assert [(document, int(outcome.line)) for document, outcome in done] == [(n, 2 * n) for n in range(count)]


def test_a_document_that_kills_is_set_aside_and_the_others_are_done() -> None:
    done = list(ENGINE.run(deadly, range(200), 2))
    assert [document for document, _ in done] == list(range(200))
    assert [(document, outcome.reason) for document, outcome in done if not outcome.line] == [
        (17, "the process that worked on it died")
    ]


def test_a_long_stream_is_not_taken_in_at_once() -> None:
    taken: list[int] = []

    def stream() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    results = ENGINE.run(double, stream(), 2)
    next(results)
    assert len(taken) < 400
    results.close()  # type: ignore[attr-defined]


def test_one_process_answers_before_the_stream_goes_on() -> None:
    waiting = iter([1, 2])
    results = ENGINE.run(double, waiting, 1)
    assert next(results)[0] == 1
    assert next(waiting) == 2


@pytest.mark.parametrize("threads", [0, 1])
def test_a_process_of_one_thread_is_copied_and_another_is_not(threads: int) -> None:
    """The job is given to each process once, and not even that where the process is a copy."""
    if threads == 0 and not Path("/proc/self/task").is_dir():
        pytest.skip("the system does not tell how many threads a process has")
    code = f"from tests.engines.test_local import pickled; pickled({threads})"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=Path.cwd())
    assert int(told.stdout) == (2 if threads else 0)


def pickled(threads: int) -> None:
    """Print how often a job was pickled in a batch of a process that has so many threads beside its own."""
    stop = threading.Event()
    for _ in range(threads):
        threading.Thread(target=stop.wait, daemon=True).start()
    Heavy.pickled = 0
    outcomes = [outcome for _, outcome in ENGINE.run(Heavy(), range(100), 2)]
    assert os.getpid() not in {int(outcome.line) for outcome in outcomes}
    stop.set()
    print(Heavy.pickled)
