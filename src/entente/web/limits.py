"""How much one asks at once, and how often."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Limits", "Rate"]

CALLERS = 10_000  # whose buckets are kept; the longest silent go


@dataclass(frozen=True, slots=True)
class Limits:
    """The sizes and times that a request must keep to."""

    body: int = 2_000_000  # bytes
    queries: int = 100  # in one batch
    name: int = 300  # characters
    variants: int = 60  # ways to read one query: its names by birth dates by countries
    body_seconds: float = 10.0  # until the body is there
    seconds: float = 30.0  # until the answer is


class Rate:
    """A token bucket for each caller: so many requests a second, twice as many at once; 0 is without limit."""

    def __init__(self, rate: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self.clock = clock
        self.buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # tokens, and when they were counted

    def wait(self, caller: str) -> float:
        """Take a token of a caller's; the seconds until there is one, 0 where it was taken."""
        if not self.rate:
            return 0.0
        most, now = 2 * self.rate, self.clock()
        tokens, then = self.buckets.pop(caller, (most, now))
        tokens = min(most, tokens + (now - then) * self.rate)
        taken = tokens >= 1.0
        self.buckets[caller] = (tokens - taken, now)
        if len(self.buckets) > CALLERS:
            self.buckets.popitem(last=False)
        return 0.0 if taken else (1.0 - tokens) / self.rate
