"""A pattern that is compiled late finds what one compiled at once finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entente.text.late import Late


@given(text=st.text("ab1 "))
def test_it_finds_what_a_pattern_compiled_at_once_finds(text: str) -> None:
    late, now = Late(r"(A+)(\d)?", re.IGNORECASE), re.compile(r"(A+)(\d)?", re.IGNORECASE)
    for ask in ("search", "match", "fullmatch"):
        assert str(getattr(late, ask)(text)) == str(getattr(now, ask)(text))
    assert [found.span() for found in late.finditer(text, 1)] == [found.span() for found in now.finditer(text, 1)]
    assert (late.findall(text), late.split(text)) == (now.findall(text), now.split(text))
    assert late.sub("-", text) == now.sub("-", text)


def test_it_is_compiled_when_it_is_first_used() -> None:
    late = Late("(")
    with pytest.raises(re.error):
        late.search("")
