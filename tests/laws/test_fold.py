"""Laws of the search copy: same length, whatever the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from entente.text.fold import fold, words

anything = st.text(st.characters(), max_size=200)  # surrogates, controls and all


@given(anything)
def test_the_fold_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(anything)
def test_the_fold_of_a_fold_is_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(anything)
def test_words_stand_one_further_on(text: str) -> None:
    folded = fold(text)
    spread = words(folded)
    assert len(spread) == len(text) + 2
    assert all(char in (" ", folded[place]) for place, char in enumerate(spread[1:-1]))


@given(st.sampled_from("İıéÀœŒßЖ٣\u202f’‹—ﬁ"), anything)
def test_what_follows_a_strange_letter_stays_in_its_place(letter: str, text: str) -> None:
    assert fold(letter + text)[1:] == fold(text)


def test_the_fold_finds_what_differs_only_in_dress() -> None:
    assert fold("L’État\u00a0ÉMIRATI – Erdoğan") == "l'etat emirati - erdogan"
