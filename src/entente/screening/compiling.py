"""Compiles listings into an index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import msgspec
import numpy as np

from entente.model.listing import Listing
from entente.names.words import readings
from entente.screening.index import KINDS, Index, Rarity, heard
from entente.screening.neighbours import Neighbours

__all__ = ["compile_listings"]

Array: TypeAlias = np.ndarray[Any, Any]
Form: TypeAlias = tuple[tuple[str, ...], int, int, int]  # tokens, listing, name, kind


def compile_listings(listings: Iterable[Listing]) -> Index:
    """The index of some listings, in their order."""
    entries, lists, found = _read(listings)
    numbers = {token: number for number, token in enumerate(dict.fromkeys(t for form in found for t in form[0]))}
    words = len(numbers)
    form_tokens = np.array([numbers[token] for form in found for token in form[0]], np.int64)
    form_starts = _starts([len(form[0]) for form in found])
    form_listing = np.array([form[1] for form in found], np.int32)
    which = np.repeat(np.arange(len(found)), np.diff(form_starts))
    rarity = _rarity(list(numbers), form_tokens, form_listing[which], len(entries))
    bits = np.array([rarity.bits(token) for token in numbers])
    run_ons = _written_together(numbers, form_tokens, which)
    weights = bits[form_tokens]
    stands = _stands(
        np.concatenate([form_tokens, run_ons]),
        np.concatenate([which, which[:-1]]),
        np.concatenate([weights, weights[:-1] + weights[1:]]),
        len(numbers),
    )
    table = Neighbours.build(list(numbers))
    return Index(
        tokens=table.tokens,
        words=words,
        rarity=rarity,
        lists=lists,
        entries=b"".join(entries),
        entry_starts=_starts([len(entry) for entry in entries]),
        form_starts=form_starts,
        form_tokens=form_tokens.astype(np.int32),
        form_bits=np.bincount(which, weights, len(found)),
        form_listing=form_listing,
        form_name=np.array([form[2] for form in found], np.int32),
        form_kind=np.array([form[3] for form in found], np.int8),
        **stands,
        keys=table.keys,
        key_tokens=table.owners,
    )


def _read(listings: Iterable[Listing]) -> tuple[list[bytes], tuple[str, ...], list[Form]]:
    """Each listing as JSON, the names of the lists, and all forms, each once a listing."""
    entries: list[bytes] = []
    lists: dict[str, None] = {}
    found: list[Form] = []
    encode = msgspec.json.Encoder().encode
    for number, listing in enumerate(listings):
        entries.append(encode(listing))
        lists[listing.list] = None
        own: dict[tuple[str, ...], int] = {}
        for place, name in enumerate(listing.names):
            for tokens in readings(name.name):
                own.setdefault(tokens, place)
        kind = KINDS.index(listing.kind)
        found.extend((tokens, number, place, kind) for tokens, place in own.items())
    return entries, tuple(lists), found


def _starts(lengths: Sequence[int]) -> Array:
    """Where stretches of these lengths begin when laid end to end, and where the last ends."""
    return np.concatenate([[0], np.cumsum(np.array(lengths, np.int64))]).astype(np.int64)


def _rarity(tokens: Sequence[str], form_tokens: Array, listing: Array, size: int) -> Rarity:
    """In how many listings each sound occurs."""
    sounds: dict[str, int] = {}
    numbers = np.array([sounds.setdefault(heard(token), len(sounds)) for token in tokens], np.int64)
    once = np.unique(numbers[form_tokens] << 32 | listing)
    counts = np.bincount(once >> 32, minlength=len(sounds))
    return Rarity(size, dict(zip(sounds, counts.tolist(), strict=True)))


def _written_together(numbers: dict[str, int], form_tokens: Array, which: Array) -> Array:
    """The token of each word and its right neighbour in the same form, -1 at a form's end; adds them to `numbers`."""
    words = list(numbers)
    inside = which[:-1] == which[1:]
    pairs = (form_tokens[:-1] << 32 | form_tokens[1:])[inside]
    once, place = np.unique(pairs, return_inverse=True)
    joined = [words[pair >> 32] + words[pair & 0xFFFFFFFF] for pair in once.tolist()]
    tokens = np.full(len(inside), -1, np.int64)
    tokens[inside] = np.array([numbers.setdefault(token, len(numbers)) for token in joined], np.int64)[place]
    return tokens


def _stands(tokens: Array, places: Array, bits: Array, size: int) -> dict[str, Array]:
    """Where each token stands, by tokens and then by forms, each form once with the greatest weight."""
    real = tokens >= 0
    tokens, places, bits = tokens[real], places[real], bits[real]
    order = np.lexsort((-bits, places, tokens))
    tokens, places, bits = tokens[order], places[order], bits[order]
    first = np.ones(len(tokens), bool)
    first[1:] = (tokens[1:] != tokens[:-1]) | (places[1:] != places[:-1])
    starts = np.searchsorted(tokens[first], np.arange(size + 1))
    return {
        "stand_starts": starts,
        "stand_forms": places[first].astype(np.int32),
        "stand_bits": bits[first].astype(np.float32),
    }
