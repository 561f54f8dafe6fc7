"""Finds listings by their id and by the words of their names, for searching and for suggestions as one types."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from functools import reduce
from typing import Any, TypeAlias

import numpy as np

from entente.model.listing import Listing
from entente.names.words import readings
from entente.screening.index import KINDS, Index
from entente.web.entities import code

__all__ = ["Register"]

Array: TypeAlias = np.ndarray[Any, Any]

LAST = "\U0010ffff"  # sorts behind every letter


class Register:
    """The listings of an index by number: their ids, kinds, lists and countries, and the words of their names."""

    def __init__(self, index: Index) -> None:
        self.index = index
        listings = [index.listing(number) for number in range(len(index))]
        self.numbers = {listing.id: number for number, listing in enumerate(listings)}
        self.kinds = np.array([KINDS.index(listing.kind) for listing in listings], np.int8)
        places = {name: place for place, name in enumerate(index.lists)}
        self.lists = np.array([places[listing.list] for listing in listings], np.int32)
        pairs = [
            (number, land) for number, one in enumerate(listings) for land in {*map(code, one.nationalities)} - {""}
        ]
        self.lands = sorted({land for _, land in pairs})
        self.citizens = np.array([number for number, _ in pairs], np.int64)
        self.land = np.array([bisect_left(self.lands, land) for _, land in pairs], np.int64)
        words = index.tokens.tokens[: index.words]
        self.order = np.argsort(words, kind="stable")
        self.words: list[str] = words[self.order].tolist()

    def get(self, id: str) -> Listing | None:
        """The listing with an id."""
        number = self.numbers.get(id)
        return None if number is None else self.index.listing(number)

    def find(self, text: str) -> Array:
        """The numbers of listings with a name that has a word beginning like each word of the text, the nearest first.

        An id finds its listing, and an empty text all of them.
        """
        if text.strip() in self.numbers:
            return np.array([self.numbers[text.strip()]], np.int64)
        if not text.strip():
            return np.arange(len(self.index))
        asked = next(iter(readings(text)), ())
        if not asked:
            return np.zeros(0, np.int64)
        forms = reduce(np.intersect1d, map(self._forms, asked))
        share = len(asked) / np.diff(self.index.form_starts)[forms]
        listings = self.index.form_listing[forms].astype(np.int64)
        order = np.lexsort((listings, -share))
        _, first = np.unique(listings[order], return_index=True)
        found: Array = listings[order][np.sort(first)]
        return found

    def _forms(self, word: str) -> Array:
        """The forms in which a word stands that begins like this one."""
        index = self.index
        first, last = bisect_left(self.words, word), bisect_left(self.words, word + LAST)
        spans = [(index.stand_starts[token], index.stand_starts[token + 1]) for token in self.order[first:last]]
        stands = [index.stand_forms[start:end] for start, end in spans]
        return np.unique(np.concatenate(stands)) if stands else np.zeros(0, np.int32)

    def kept(self, kinds: Collection[str], lists: Collection[str], lands: Collection[str]) -> Array:
        """For each listing whether it is of one of these kinds and lists, and of one of these countries, if any."""
        mask = np.isin(self.kinds, [place for place, kind in enumerate(KINDS) if kind in kinds])
        mask &= np.isin(self.lists, [place for place, name in enumerate(self.index.lists) if name in lists])
        if lands:
            wanted = [place for place, land in enumerate(self.lands) if land in lands]
            mask &= np.isin(np.arange(len(mask)), self.citizens[np.isin(self.land, wanted)])
        return mask

    def counts(self, found: Sequence[int]) -> dict[str, Mapping[str, int]]:
        """How many of the listings found are of each list, kind and country."""
        numbers = np.array(found, np.int64)
        inside = np.zeros(len(self.index), bool)
        inside[numbers] = True
        lands = self.land[inside[self.citizens]]
        return {
            "datasets": _counted(self.lists[numbers], self.index.lists),
            "kinds": _counted(self.kinds[numbers], KINDS),
            "countries": _counted(lands, self.lands),
        }


def _counted(places: Array, names: Collection[str]) -> dict[str, int]:
    counts = np.bincount(places, minlength=len(names)).tolist()
    return {name: count for name, count in sorted(zip(names, counts, strict=True), key=lambda one: -one[1]) if count}
