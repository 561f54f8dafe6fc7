"""Where numbers in digits stand."""

from __future__ import annotations

__all__ = ["digit_runs"]

_MASK = bytes(0x30 if 0x30 <= byte <= 0x39 else 0x20 for byte in range(256))


def digit_runs(folded: str) -> list[tuple[int, int]]:
    """The half-open offsets of each run of digits in a folded text, in order."""
    found: list[tuple[int, int]] = []
    mask = folded.encode("latin-1", "replace").translate(_MASK)
    start = mask.find(b"0")
    while start >= 0:
        end = mask.find(b" ", start)
        if end < 0:
            end = len(mask)
        found.append((start, end))
        start = mask.find(b"0", end)
    return found
