"""Jobs for the tests of engines, in a module that a new process can import."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence

from entente.engines import Outcome


def double(numbers: Sequence[int]) -> list[Outcome]:
    """Twice each number; odd ones take longer, so that processes finish out of order."""
    time.sleep(0.02 * (numbers[0] // 16 % 2))
    return [Outcome(str(2 * number).encode()) for number in numbers]


def deadly(numbers: Sequence[int]) -> list[Outcome]:
    """Twice each number; seventeen kills the process."""
    if 17 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return double(numbers)


class Heavy:
    """The process that works on each; counts how often it is pickled."""

    pickled = 0

    def __call__(self, documents: Sequence[int]) -> list[Outcome]:
        return [Outcome(str(os.getpid()).encode()) for _ in documents]

    def __reduce__(self) -> tuple[type[Heavy], tuple[()]]:
        Heavy.pickled += 1
        return Heavy, ()
