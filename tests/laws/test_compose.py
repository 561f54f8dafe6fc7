"""Laws of the composed copy: a text whose accents stand apart is read as one whose accents do not."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from entente.reading import read
from entente.text.compose import apart, compose

SAID = (
    "Près de 4,5 millions d’euros ont été versés au HCR, a déclaré Éric Quispe le 2 février. « L’été sera dur », "
    "a-t-il ajouté. L’Algérie a accueilli 12 500 réfugiés."
)


@given(st.text(alphabet="eéèaàoöns \u0301\u0300\u0308\u0344\u0323", max_size=30))
def test_each_place_of_the_copy_is_one_of_the_text(text: str) -> None:
    composed, places = compose(text)
    assert len(places) == len(composed) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)
    assert compose(composed)[0] == composed


@given(st.text(alphabet="eé\u0301\u0323\u0344q", max_size=12))
def test_a_text_with_loose_marks_is_read(text: str) -> None:
    for actor in read(text, language="fr").actors:
        assert 0 <= actor.span.start < actor.span.end <= len(text)


def test_what_is_read_in_a_text_of_loose_accents_is_what_is_read_in_the_other() -> None:
    loose = unicodedata.normalize("NFD", SAID)
    assert apart(loose)
    assert not apart(SAID)
    one, other = (read(text, language="fr", date=date(2020, 3, 1)) for text in (SAID, loose))
    for kind in ("quantities", "dates", "quotes", "actors", "claims"):
        said = [item.span.cut(SAID) for item in getattr(one, kind)]
        found = [unicodedata.normalize("NFC", item.span.cut(loose)) for item in getattr(other, kind)]
        assert said
        assert found == said
    assert next(quantity.number.cut(loose) for quantity in other.quantities) == "4,5 millions"
    assert [quote.speaker for quote in other.quotes] == [quote.speaker for quote in one.quotes]
