"""What always holds of names."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.names.alignment import Likenesses, align, likenesses_with
from entente.names.fold import fold
from entente.names.likeness import Spoken, akin, likeness, likeness_table, likenesses
from entente.names.words import forms, readings, words

TEXT = st.text(max_size=30)
TOKEN = st.text(alphabet="abcdehiklmnorsuyz", min_size=1, max_size=9)
STRANGE = st.text(alphabet="محمدابتكعىяжо张伟李김", min_size=1, max_size=5)
NAME = st.lists(TOKEN, min_size=1, max_size=5)


class Lengths:
    """Weights by length alone: long words are names of their own."""

    def bits(self, token: str) -> float:
        return 2.0 * len(token)

    def knows(self, token: str) -> bool:
        return len(token) > 5


WEIGHTS = Lengths()


@given(TEXT)
def test_folding_gives_plain_text_and_stops(text: str) -> None:
    folded = fold(text)
    assert all(each.isascii() and (each.isalnum() or each == " ") for each in folded)
    assert fold(folded) == folded


@given(TEXT)
def test_words_are_in_order_and_inside(text: str) -> None:
    found = words(text)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(word.token for word in found)
    assert readings(text) == tuple(tuple(word.token for word in form) for form in forms(text))


@given(st.one_of(TOKEN, STRANGE), st.one_of(TOKEN, STRANGE))
def test_likeness_is_symmetric_and_the_batch_agrees(one: str, other: str) -> None:
    alike = likeness(one, other)
    assert 0.0 <= alike <= 1.0
    assert alike == pytest.approx(likeness(other, one))
    batch = likenesses(Spoken.of([one]), np.array([0]), Spoken.of([other]), np.array([0]))
    assert batch.dtype == np.float64
    if one != other:
        assert batch[0] == pytest.approx(alike)
        assert likeness_table([one, other], [other, one])[0].tolist() == pytest.approx([alike, 1.0])


@given(st.one_of(TOKEN, STRANGE), st.one_of(TOKEN, STRANGE))
def test_to_be_akin_is_symmetric_and_every_word_is_akin_to_itself(one: str, other: str) -> None:
    assert akin(one, one)
    assert akin(one, other) == akin(other, one)


@given(NAME, NAME)
def test_an_alignment_uses_each_word_once(asked: list[str], listed: list[str]) -> None:
    found = align(asked, listed, WEIGHTS)
    ours = [i for pair in found.pairs for i in range(*pair.asked)]
    theirs = [j for pair in found.pairs for j in range(*pair.listed)]
    assert sorted([*ours, *found.added]) == list(range(len(asked)))
    assert sorted([*theirs, *found.missing]) == list(range(len(listed)))
    assert 0.0 <= found.score < 1.0


@given(NAME, st.lists(NAME, min_size=1, max_size=4))
def test_likenesses_reckoned_at_once_make_the_same_alignments(asked: list[str], forms: list[list[str]]) -> None:
    for meant in ({}, {asked[0]: tuple(forms[0])}):
        alike, one_by_one = likenesses_with(asked, forms, meant), Likenesses.one_by_one(meant)
        assert [align(asked, listed, WEIGHTS, alike) for listed in forms] == [
            align(asked, listed, WEIGHTS, one_by_one) for listed in forms
        ]


@given(NAME)
def test_order_does_not_matter(name: list[str]) -> None:
    assert align(name, name[::-1], WEIGHTS).score == pytest.approx(align(name, name, WEIGHTS).score, abs=0.2)


@given(NAME, TOKEN)
def test_a_word_too_many_never_helps_a_name_that_is_whole(name: list[str], more: str) -> None:
    assert align([*name, more], name, WEIGHTS).score <= align(name, name, WEIGHTS).score + 1e-9
