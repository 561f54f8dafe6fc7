"""The compiled listings: every name's tokens with their weights, and where each token stands."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from itertools import pairwise
from math import log2
from pathlib import Path
from typing import Any, TypeAlias

import msgspec
import numpy as np

from entente.model.listing import Identifier, Kind, Listing
from entente.names.keys import latin, skeleton, sound
from entente.names.light import light_words
from entente.names.likeness import Spoken
from entente.names.scripts import ABJAD, script
from entente.screening.evidence import plain
from entente.screening.neighbours import Neighbours

__all__ = ["KINDS", "Index", "Rarity", "heard"]

Array: TypeAlias = np.ndarray[Any, Any]

KINDS = tuple(Kind)
TEXTS = ("tokens", "texts")
REMEMBERED = 200_000  # tokens whose bits are kept in memory
FEWEST = 1000  # listings that rarity is reckoned among at least: in a list of two no word is rare by counting
LIGHT = 2.0  # bits at most of a legal form, a title or an article
ALONE = 7  # characters of a number that identifies though the names are not alike
SEVERAL = 2  # listings that make a word a name of its own
BITS_A_LETTER = 3.0  # a short word weighs little, however rare


class Numbered(msgspec.Struct):
    """What is read of a listing to know its numbers."""

    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True)
class Rarity:
    """How many of `listings` have a token that sounds a certain way; the bits of each token asked for are kept."""

    listings: int
    counts: dict[str, int]
    known: dict[str, float] = field(default_factory=dict)

    def bits(self, token: str) -> float:
        """The weight of a token: one listing in a thousand makes ten bits, and no letter makes more than three."""
        bits = self.known.get(token)
        if bits is None:
            if len(self.known) > REMEMBERED:
                self.known.clear()
            share = (max(self.listings, FEWEST) + 1) / (self.counts.get(heard(token), 0) + 1)
            most = LIGHT if latin(token) in light_words() else BITS_A_LETTER * len(token)
            self.known[token] = bits = min(log2(share), most)
        return bits

    def knows(self, token: str) -> bool:
        """Whether several listings have a token of this sound."""
        return self.counts.get(heard(token), 0) >= SEVERAL


def heard(token: str) -> str:
    """What two tokens share that are counted as one word: their sound, or consonants where no vowels are written."""
    return skeleton(token) if script(token) == ABJAD else sound(token)


@dataclass(frozen=True, eq=False)
class Index:
    """Listings compiled for screening, by `compiling.compile_listings`.

    A *form* is one way to read one name of one listing, as tokens. Integers number listings, forms and tokens.
    """

    tokens: Spoken  # words of forms, then two neighbouring words of a form written together
    words: int  # how many of the tokens are words
    rarity: Rarity
    lists: tuple[str, ...]  # the names of the lists
    entries: bytes  # the listings, as JSON
    entry_starts: Array  # where each listing stands in them, and their end
    form_starts: Array  # where the tokens of each form stand in `form_tokens`, and their end
    form_tokens: Array
    form_bits: Array  # the weight of all tokens of a form
    form_listing: Array  # the listing of a form
    form_name: Array  # which of its names it is
    form_kind: Array  # its kind, as a place in `KINDS`
    stand_starts: Array  # where the forms in which a token stands are in `stand_forms`, and their end
    stand_forms: Array
    stand_bits: Array  # the weight of the token there
    keys: Array
    key_tokens: Array

    @cached_property
    def neighbours(self) -> Neighbours:
        """The table that finds tokens near a token."""
        return Neighbours(self.tokens, self.keys, self.key_tokens)

    @cached_property
    def numbered(self) -> dict[str, list[int]]:
        """The listings that have a number, by its plain form; only numbers long enough to identify without a name.

        Made when it is first asked for: few subjects tell a number.
        """
        decode = msgspec.json.Decoder(Numbered).decode
        found: dict[str, list[int]] = {}
        for number, (first, last) in enumerate(pairwise(self.entry_starts.tolist())):
            for key in {plain(each.number) for each in decode(self.entries[first:last]).identifiers}:
                if len(key) >= ALONE:
                    found.setdefault(key, []).append(number)
        return found

    def whole(self, bits: float) -> dict[tuple[str, ...], list[int]]:
        """The forms of fewer bits, by their tokens: names so short or so common that their words say little."""
        found: dict[tuple[str, ...], list[int]] = {}
        for form in np.flatnonzero(self.form_bits < bits).tolist():
            found.setdefault(tuple(self.form(form)), []).append(form)
        return found

    def __len__(self) -> int:
        """The number of listings."""
        return len(self.entry_starts) - 1

    def listing(self, number: int) -> Listing:
        """A listing by its number."""
        first, last = self.entry_starts[number : number + 2].tolist()
        return msgspec.json.decode(self.entries[first:last], type=Listing)

    def form(self, number: int) -> list[str]:
        """The tokens of a form."""
        first, last = self.form_starts[number : number + 2].tolist()
        words: list[str] = self.tokens.tokens[self.form_tokens[first:last]].tolist()
        return words

    def save(self, path: Path) -> None:
        """Write the index to a file, whole or not at all."""
        arrays = {each.name: getattr(self, each.name) for each in fields(self)}
        spoken = arrays.pop("tokens")
        arrays["scripts"] = spoken.scripts
        arrays |= {name: _bytes("\n".join(getattr(spoken, name)).encode()) for name in TEXTS}
        arrays["rarity"] = _bytes(msgspec.json.encode(replace(self.rarity, known={})))
        arrays["lists"] = _bytes(msgspec.json.encode(self.lists))
        arrays["entries"] = _bytes(self.entries)
        draft = path.with_suffix(".part")
        with draft.open("wb") as file:
            np.savez(file, **arrays)
        draft.replace(path)

    @classmethod
    def load(cls, path: Path) -> Index:
        """Read an index that `save` wrote."""
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        texts = {name: np.array(arrays.pop(name).tobytes().decode().split("\n"), object) for name in TEXTS}
        arrays["tokens"] = Spoken(**texts, scripts=arrays.pop("scripts"))
        arrays["words"] = int(arrays["words"])
        arrays["rarity"] = msgspec.json.decode(arrays["rarity"].tobytes(), type=Rarity)
        arrays["lists"] = msgspec.json.decode(arrays["lists"].tobytes(), type=tuple[str, ...])
        arrays["entries"] = arrays["entries"].tobytes()
        return cls(**arrays)


def _bytes(text: bytes) -> Array:
    return np.frombuffer(text, np.uint8)
