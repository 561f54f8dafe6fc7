"""The caret line: what is under the words stays under the words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from entente.text.carets import caret_lines


def test_a_long_line_is_cut_at_a_space_and_the_carets_follow() -> None:
    assert list(caret_lines("one two three four", [(8, 18)], 9)) == [
        ("one two", ""),
        ("three", "^^^^^"),
        ("four", "^^^^"),
    ]


def test_wide_and_combining_characters_keep_their_columns() -> None:
    assert list(caret_lines("日本 e\u0301t", [(3, 6)], 80)) == [("日本 e\u0301t", "     ^^")]


@given(st.text(st.characters(), max_size=120), st.integers(0, 119), st.integers(1, 40), st.integers(1, 60))
def test_every_marked_word_has_its_carets(text: str, start: int, length: int, width: int) -> None:
    rows = list(caret_lines(text, [(start, start + length)], width))
    assert sum(len(line) for line, _ in rows) + len(rows) - 1 == len(text)
    assert all(set(carets) <= {"^", " "} for _, carets in rows)
