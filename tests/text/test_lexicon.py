"""The lexicon: forms are found however they are written, and each by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from entente.text.fold import fold
from entente.text.lexicon import Entry, Lexicon

forms = st.lists(st.text(st.sampled_from("aBéþЖ’- \n3"), max_size=6), max_size=6)


@given(forms)
def test_forms_compiled_together_are_found_like_forms_compiled_alone(listed: list[str]) -> None:
    text = " ; ".join(listed)
    together = Lexicon(Entry(form, str(number), number) for number, form in enumerate(listed))
    found = together.scan(text, fold(text))
    for number, form in enumerate(listed):
        alone = Lexicon([Entry(form, str(number), number)])
        assert found.get(str(number), []) == alone.scan(text, fold(text)).get(str(number), [])
