"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.text.sentences import sentences

SHORT = frozenset({"Mr", "Gen", "M"})


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Smith of the U.S. Army spoke. He left.", ["Mr. Smith of the U.S. Army spoke.", "He left."]),
        ("He flew to Washington, D.C.  They met.", ["He flew to Washington, D.C.", "They met."]),
        ("J. Smith said 3.7 billion.", ["J. Smith said 3.7 billion."]),
        ("« Oui. » Et alors.", ["« Oui. »", "Et alors."]),
        ("A line\nanother\u2028a third", ["A line", "another", "a third"]),
        ("Il a dit… puis rien. Fin", ["Il a dit… puis rien.", "Fin"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_are_cut(text: str, cut: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, SHORT)] == cut


@given(st.text(st.sampled_from('aA .!?…\n\u2028»”"(\u00a0İ\ud800'), max_size=60))
def test_sentences_stand_in_order_and_leave_nothing_but_space_out(text: str) -> None:
    spans = sentences(text, SHORT)
    assert all(start < end for start, end in spans)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    assert "".join(text[end:start] for end, start in zip(ends, starts, strict=True)).strip() == ""
