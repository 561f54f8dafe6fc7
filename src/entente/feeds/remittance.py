"""Names that a free text may hold: what a payer writes to a payee, or a bank to a bank."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["names_in"]

BREAK = re.compile(r"[^\w\s'’.-]+|\b\w*\d\w*\b|(?<=\w{3})\.")  # what no name goes across
FEWEST, MOST = 2, 4  # words of a name that is looked for in a longer run
SHORTEST = 4  # letters


def names_in(text: str) -> Iterator[str]:
    """Runs of words between marks and numbers, and of longer ones every stretch of two to four words.

    So every name of as many words stands alone in one of them.
    """
    for run in BREAK.split(text):
        words = run.split()
        sizes = [len(words)] if len(words) <= FEWEST else range(FEWEST, min(len(words), MOST) + 1)
        for size in sizes:
            for first in range(len(words) - size + 1):
                said = " ".join(words[first : first + size])
                if sum(map(str.isalpha, said)) >= SHORTEST:
                    yield said
