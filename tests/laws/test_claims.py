"""Laws of claims: what is written is read back; spans lie in the text; nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.reading import read
from tests.reading.told import told

LANGUAGES = ("en", "fr", "es")
KINDS = {"funding", "displacement", "membership", "count", "rank", "commitment", "position", "event"}
STATES = {"Norway": "NOR", "Mali": "MLI", "Niger": "NER", "Chad": "TCD"}
NAMES = st.sampled_from(sorted(STATES))
WORDS = st.sampled_from(
    (
        "we nous nosotros will must doit gave donné verse dio pledged $5 million 3 millones réfugiés refugees killed "
        "25 countries pays países members largest le plus grand mayor Norway Mali UN ONU Daech , ; : . - — ( ) “ ” « » "
        "and et y which qui que dont because mais from par by in en depuis since 2014 said a déclaré \n signed met 50%"
    ).split(" ")
)
SENTENCES = {
    "en": ("{giver} has given ${n} million to {receiver}.", "${n} million"),
    "fr": ("{giver} a versé {n} millions de dollars à {receiver}.", "{n} millions de dollars"),
    "es": ("{giver} donó {n} millones de dólares a {receiver}.", "{n} millones de dólares"),
}


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None)
@given(giver=NAMES, receiver=NAMES, n=st.integers(5, 900))
def test_what_is_written_is_read_back(code: str, giver: str, receiver: str, n: int) -> None:
    sentence, figure = (part.format(giver=giver, receiver=receiver, n=n) for part in SENTENCES[code])
    [claim] = told(sentence, code, actors=STATES, figures={figure: (n * 1_000_000, "USD")})
    assert (claim.kind, claim.who, claim.quantity, claim.status) == ("funding", STATES[giver], 0, "given")
    assert claim.to == (() if giver == receiver else (STATES[receiver],))
    assert claim.span.cut(sentence) == sentence[:-1]


@settings(deadline=None)
@given(givers=st.lists(st.tuples(NAMES, NAMES, st.integers(5, 900)), min_size=1, max_size=6))
def test_sentences_are_read_as_if_alone(givers: list[tuple[str, str, int]]) -> None:
    lines = [f"{giver} gave ${n} million to {receiver}." for giver, receiver, n in givers]
    figures = {f"${n} million": (n * 1_000_000, "USD") for _, _, n in givers}
    claims = told("\n".join(lines), actors=STATES, figures=figures)
    assert [(claim.who, claim.quantity) for claim in claims] == [
        (STATES[giver], index) for index, (giver, _, _) in enumerate(givers)
    ]


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None)
@given(text=st.one_of(st.text(), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_and_claims_lie_in_it(code: str, text: str) -> None:
    reading = read(text, language=code)
    told_by_figures = [claim.quantity for claim in reading.claims if claim.quantity is not None]
    assert len(told_by_figures) == len(set(told_by_figures))
    for claim in reading.claims:
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.kind in KINDS
        assert claim.who not in claim.to or claim.who is None
        if claim.quantity is not None:
            assert claim.span.meets(reading.quantities[claim.quantity].span)
