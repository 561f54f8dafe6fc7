"""A progress bar on standard error, where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]

WIDTH = 30
EVERY = 0.1  # seconds between two drawings


@contextmanager
def progress(total: int | None, label: str) -> Iterator[Callable[[int], None]]:
    """A bar for `total` steps (None: not known): the value is a function that takes how many steps were done."""
    if not sys.stderr.isatty():
        yield lambda done: None
        return
    state = {"done": 0, "drawn": 0.0}

    def step(done: int) -> None:
        state["done"] += done
        now = time.monotonic()
        if now - state["drawn"] >= EVERY:
            state["drawn"] = now
            sys.stderr.write("\r" + line(label, int(state["done"]), total))
            sys.stderr.flush()

    try:
        yield step
    finally:
        sys.stderr.write("\r" + line(label, int(state["done"]), total) + "\n")


def line(label: str, done: int, total: int | None) -> str:
    """The bar as one line: label, bar, count."""
    if not total:
        return f"{label} {done}"
    full = min(WIDTH, WIDTH * done // total)
    return f"{label} [{'#' * full}{'.' * (WIDTH - full)}] {done}/{total}"
