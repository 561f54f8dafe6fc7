"""Forms written short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from entente.text.endings import forms

WORD = st.text("abcdeé '", min_size=1, max_size=8).map(str.strip).filter(bool)


def test_a_stem_takes_each_of_its_endings() -> None:
    assert forms("announc/e/ed|call/ on/s on|meeting|cost//s") == [
        "announce",
        "announced",
        "call on",
        "calls on",
        "meeting",
        "cost",
        "costs",
    ]


def test_nothing_is_no_form() -> None:
    assert forms("") == forms("|") == []


@given(st.lists(WORD))
def test_forms_without_endings_stay_as_they_are(words: list[str]) -> None:
    assert forms("|".join(words)) == words
