"""Tokens near tokens: one by one and many at once they leave the same keys behind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from entente.screening import neighbours

TOKENS = st.lists(st.text("abcdehimoqrsuyعجيدмн", max_size=50), max_size=8)


@given(tokens=TOKENS)
def test_few_and_many_tokens_leave_the_same_keys(tokens: list[str]) -> None:
    def kept(size: int) -> list[tuple[int, int]]:
        whole = [*tokens, *["filler"] * size]
        keys, owners = neighbours._keys(whole, neighbours.TEXTS)
        return sorted((o, k) for o, k in zip(owners.tolist(), keys.tolist(), strict=True) if o < len(tokens))

    assert kept(0) == kept(neighbours.FEW + 1)


def test_a_letter_more_less_other_or_swapped_is_near() -> None:
    table = neighbours.Neighbours.build(["mansur", "walid"])
    asked = ["mansurt", "masur", "mantur", "masnur", "petrov"]
    ours, theirs, _ = table.find(neighbours.Search(asked, 0.5, len(table)))
    assert set(zip(ours.tolist(), theirs.tolist(), strict=True)) == {(0, 0), (1, 0), (2, 0), (3, 0)}
