"""Tokens near tokens: each leaves behind itself and itself less each of its letters, together or alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from entente.screening import neighbours
from entente.screening.neighbours import GOLDEN, Neighbours, Search

TOKENS = st.lists(st.text("abcdehimoqrsuyعجيدмн", max_size=50), max_size=8)
BITS = 64


def left_behind(name: str, token: str) -> list[int]:
    """The keys of one text of a token, by their definition."""
    text = neighbours.TEXTS[name](token)[: neighbours.LONGEST]
    less = [text[:i] + text[i + 1 :] for i in range(len(text))] if len(text) >= neighbours.FEWEST[name] else []
    return [key(neighbours.SEEDS[name], each) for each in [text, *less]] if text else []


def key(seed: int, text: str) -> int:
    hashed = seed
    for letter in text:
        hashed = (hashed * GOLDEN + ord(letter)) % 2**BITS
    return (hashed ^ hashed >> 29) * GOLDEN % 2**BITS >> 32


@given(one=TOKENS, other=TOKENS)
def test_a_token_leaves_behind_itself_and_itself_less_each_letter(one: list[str], other: list[str]) -> None:
    keys, owners = neighbours._keys([Search(one, 0.5, 0), Search(other, 0.5, 0, ("sound",))])
    told = [(token, tuple(neighbours.TEXTS)) for token in one] + [(token, ("sound",)) for token in other]
    expected = [(n, key) for n, (token, names) in enumerate(told) for name in names for key in left_behind(name, token)]
    assert sorted(zip(owners.tolist(), keys.tolist(), strict=True)) == sorted(expected)


def test_a_letter_more_less_other_or_swapped_is_near() -> None:
    table = Neighbours.build(["mansur", "walid"])
    asked = ["mansurt", "masur", "mantur", "masnur", "petrov"]
    ours, theirs, _ = table.find(Search(asked, 0.5, len(table)))
    assert set(zip(ours.tolist(), theirs.tolist(), strict=True)) == {(0, 0), (1, 0), (2, 0), (3, 0)}
