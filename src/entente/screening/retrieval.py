"""Finds, for many names at once, the listed forms that may reach a score, by sums over compressed rows.

Every unit of a name (a word, or two neighbours written together) brings bits to the forms in which a token near it
stands. Sums of these bound the score from above, so that only few forms are aligned word by word. Units whose bits
alone cannot reach the floor raise no candidates; they only add to those that others raised.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np

from entente.names.alignment import ADDED, DOUBT, MISSING, RESPELT, RUN_ON, STEEPNESS
from entente.screening.index import Index
from entente.screening.neighbours import Search, expanded, firsts

__all__ = ["Asked", "Retrieval"]

Array: TypeAlias = np.ndarray[Any, Any]
Unit: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]  # a word or two neighbours, and what it may be meant as

NEAR = 0.64  # words less alike bring too little to raise a candidate
BY_SOUND = ("sound",)  # two words written together are many and rarely meet: one text must do
MANY = 400  # forms
REMEMBERED = 100_000  # units whose stands are kept in memory


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to find candidates for: its tokens, and which kinds of listing (places in `KINDS`) it may be.

    `meant` are the English spellings that its tokens may stand for, if others than these wrote them.
    """

    tokens: tuple[str, ...]
    kinds: tuple[bool, ...]
    meant: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a unit stands: forms in ascending order, the bits each gains at most by it, the bits it covers there.

    `bits` is the unit's own weight; `gain` and `cover` are the greatest of the gains and covers, and reckoned only for
    units that stand in many forms.
    """

    bits: float
    forms: Array
    gains: Array
    covers: Array
    gain: float
    cover: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How one name is looked up: the units that raise candidates, those that only add, and the bits of its words.

    `spare` is what the adding units may gain, the bits of words that they do not cover, and what they may cover.
    """

    raising: Sequence[Stand]
    adding: Sequence[Stand]
    bits: float
    spare: tuple[float, float, float]


class Retrieval:
    """Candidates among the forms of an index; remembers where units stand."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.stands: dict[Unit, Stand] = {}

    def candidates(self, names: Sequence[Asked], *, floor: float, most: int) -> list[list[int]]:
        """For each name at most `most` forms that may score `floor` or more, the likeliest first."""
        units = [_units(name) for name in names]
        self._locate(units)
        plans = [self._plan(name, own, floor) for name, own in zip(names, units, strict=True)]
        found: list[list[int]] = [[] for _ in names]
        for number, forms, gained, asked, listed in self._raised(names, plans, floor):
            plan = plans[number]
            for stand in plan.adding:
                gained, asked, listed = _add(stand, forms, gained, asked, listed)
            bound = _bound(gained, plan.bits - asked, self.index.form_bits[forms] - listed)
            order = (-bound).argsort(kind="stable")[:most]
            found[number] = forms[order][bound[order] >= floor].tolist()
        return found

    def _locate(self, units: Sequence[Sequence[Unit]]) -> None:
        """Find where the units stand that are not remembered."""
        if len(self.stands) > REMEMBERED:
            self.stands.clear()
        new = dict.fromkeys(unit for own in units for unit in own if unit not in self.stands)
        if new:
            fresh = sorted(new, key=lambda unit: len(unit[0]))
            self._stand(fresh, *self._near(fresh))

    def _near(self, units: Sequence[Unit]) -> tuple[Array, Array, Array]:
        """Units, words first, and the tokens of the index that are like them, by number, and how alike they are."""
        table = self.index.neighbours
        texts = ["".join(tokens) for tokens, _ in units]
        words = sum(len(tokens) == 1 for tokens, _ in units)
        again = [(i, each) for i, (_, meant) in enumerate(units) for each in meant]
        ours, theirs, alike = table.find(
            Search(texts[:words], NEAR, len(table)),
            Search(texts[words:], RUN_ON, self.index.words, BY_SOUND),
            Search([each for _, each in again], NEAR / RESPELT, self.index.words, BY_SOUND),
        )
        alike[ours >= len(units)] *= RESPELT
        return np.array([*range(len(units)), *(i for i, _ in again)])[ours], theirs, alike

    def _stand(self, units: Sequence[Unit], ours: Array, theirs: Array, alike: Array) -> None:
        """Remember where units stand, by the tokens of the index (`theirs`) that are like them."""
        index = self.index
        bits = np.array([sum(map(index.rarity.bits, tokens)) for tokens, _ in units])
        starts = index.stand_starts[theirs]
        places, which = expanded(starts, index.stand_starts[theirs + 1] - starts)
        covers = index.stand_bits[places]
        gains = np.minimum(covers, bits[ours][which]) * (1.0 - STEEPNESS * (1.0 - alike))[which]
        keys, sums = _greatest(ours[which] << 32 | index.stand_forms[places], gains, covers)
        ends = (keys >> 32).searchsorted(np.arange(len(units) + 1)).tolist()
        forms = (keys & 0xFFFFFFFF).astype(np.int32)
        for unit, weight, first, last in zip(units, bits.tolist(), ends, ends[1:], strict=False):
            own, cover = sums[0][first:last], sums[1][first:last]
            top = (float(own.max()), float(cover.max())) if last - first > MANY else (0.0, 0.0)
            self.stands[unit] = Stand(weight, forms[first:last], own, cover, *top)

    def _plan(self, name: Asked, units: Sequence[Unit], floor: float) -> Plan:
        """Leave out of the raising units as many of those that stand in many forms as cannot reach the floor together.

        Rare ones raise few candidates in any case.
        """
        stands = [self.stands[unit] for unit in units]
        total = sum(stand.bits for stand in stands[: len(name.tokens)])
        raising = [stand for stand in stands if 0 < len(stand.forms) <= MANY]
        crowded = [stand for stand in stands if len(stand.forms) > MANY]
        if not crowded:
            return Plan(raising, (), total, (0.0, total, 0.0))
        crowded.sort(key=lambda stand: stand.gain)
        gained, rest, idle = 0.0, total, 0
        for stand in crowded:
            gained += stand.gain
            rest = max(0.0, rest - stand.bits)
            if gained >= floor * (gained + ADDED * rest + DOUBT):
                break
            idle += 1
        adding = crowded[:idle]
        covered = sum(stand.bits for stand in adding)
        spare = (sum(stand.gain for stand in adding), total - covered, sum(stand.cover for stand in adding))
        return Plan([*raising, *crowded[idle:]], adding, total, spare)

    def _raised(
        self, names: Sequence[Asked], plans: Sequence[Plan], floor: float
    ) -> Iterator[tuple[int, Array, Array, Array, Array]]:
        """For each name with candidates: its number, the forms, and what raising units gain and cover on both sides."""
        parts = [(number, stand) for number, plan in enumerate(plans) for stand in plan.raising]
        if not parts:
            return
        index, lengths = self.index, [len(stand.forms) for _, stand in parts]
        keys = np.array([number << 32 for number, _ in parts], np.int64).repeat(lengths)
        keys |= np.concatenate([stand.forms for _, stand in parts])
        keys, (gained, asked, listed) = _sums(
            keys,
            np.concatenate([stand.gains for _, stand in parts]),
            np.array([stand.bits for _, stand in parts], np.float32).repeat(lengths),
            np.concatenate([stand.covers for _, stand in parts]),
        )
        which, forms = keys >> 32, (keys & 0xFFFFFFFF).astype(np.int32)
        spare = np.array([plan.spare for plan in plans], np.float32)[which].T
        bound = _bound(gained + spare[0], spare[1] - asked, index.form_bits[forms] - listed - spare[2])
        allowed = np.array([name.kinds for name in names])[which, index.form_kind[forms]]
        good = ((bound >= floor) & allowed).nonzero()[0]
        which, forms = which[good], forms[good]
        cuts = [*firsts(which).tolist(), len(good)]
        for first, last in pairwise(cuts):
            own = good[first:last]
            yield int(which[first]), forms[first:last], gained[own], asked[own], listed[own]


def _units(name: Asked) -> list[Unit]:
    """The words of a name, then each two neighbours."""
    words: list[Unit] = [((token,), name.meant.get(token, ())) for token in name.tokens]
    return words + [(pair, ()) for pair in pairwise(name.tokens)]


def _bound(gained: Array, added: Array, missing: Array) -> Array:
    """The score that forms have at most, by the bits gained, and those left over in either name."""
    against = ADDED * np.maximum(added, 0.0) + MISSING * np.maximum(missing, 0.0)
    return gained / (gained + against + DOUBT)


def _add(stand: Stand, forms: Array, gained: Array, asked: Array, listed: Array) -> tuple[Array, Array, Array]:
    """What forms have gained and covered, with one more unit."""
    places = np.minimum(stand.forms.searchsorted(forms), len(stand.forms) - 1)
    there = stand.forms[places] == forms
    return gained + stand.gains[places] * there, asked + stand.bits * there, listed + stand.covers[places] * there


def _sums(keys: Array, *values: Array) -> tuple[Array, list[Array]]:
    """Each key once, in order, with the sums of its values."""
    return _reduced(np.add, keys, values)


def _greatest(keys: Array, *values: Array) -> tuple[Array, list[Array]]:
    """Each key once, in order, with the greatest of its values."""
    return _reduced(np.maximum, keys, values)


def _reduced(how: np.ufunc, keys: Array, values: Sequence[Array]) -> tuple[Array, list[Array]]:
    if not len(keys):
        return keys, list(values)
    order = keys.argsort()
    keys = keys[order]
    first = firsts(keys)
    return keys[first], [how.reduceat(each[order], first) for each in values]
