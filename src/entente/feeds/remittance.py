"""Names that a free text may hold: what a payer writes to a payee, or a bank to a bank."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["names_in"]

BREAK = re.compile(r"[^\w\s'’.-]+|\b\w*\d\w*\b|(?<=\w{3})\.")  # what no name goes across
MOST = 4  # words of a name that is looked for
STEP = 2
SHORTEST = 4  # letters


def names_in(text: str) -> Iterator[str]:
    """Runs of words between marks and numbers; longer ones in stretches of four words that overlap by two.

    So every name of three words stands whole in one of them.
    """
    for run in BREAK.split(text):
        words = run.split()
        for first in range(0, max(len(words) - STEP, 1), STEP):
            said = " ".join(words[first : first + MOST])
            if sum(map(str.isalpha, said)) >= SHORTEST:
                yield said
