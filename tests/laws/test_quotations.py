"""Laws of quotations: spans lie in the text, what is quoted is read back, nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entente.model.reading import Quote
from entente.reading import read
from entente.reading.quotations.quotemarks import marked

MARKS = "«»“”„\"‹›‘’'"
FRAGMENTS = (
    "\n|\u2028| |\u00a0|, |. |: | - |?|(|)|que |that |said |a dit |selon |according to |Ban Ki-moon |le HCR |he |il |"
    "M. X - |QUESTION: |told |a assuré |qui |adding |cela a été |par |water|İ|\ud800|\x00|السلام|of |l'|s'est dit |"
    "the minister |                         "
)
PIECES = st.sampled_from([*MARKS, *FRAGMENTS.split("|")])
TEXTS = st.lists(PIECES, max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "fr", "es"])
WORDS = st.lists(st.sampled_from("water bread hope doors roofs rain light".split()), min_size=3, max_size=12)


def quotes(text: str, language: str) -> tuple[Quote, ...]:
    return read(text, language=language).quotes


@given(text=TEXTS, language=LANGUAGES)
@settings(max_examples=300, deadline=None)
def test_spans_lie_in_the_text_and_quotations_in_order(text: str, language: str) -> None:
    found = quotes(text, language)
    assert list(found) == sorted(found, key=lambda quote: (quote.span.start, -quote.span.end))
    for quote in found:
        for span in (quote.span, quote.speaker_span, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)


@given(text=TEXTS, language=LANGUAGES)
@settings(max_examples=150, deadline=None)
def test_a_group_has_more_than_one_member_and_one_speaker(text: str, language: str) -> None:
    groups: dict[int, list[Quote]] = {}
    for quote in quotes(text, language):
        if quote.group is not None:
            groups.setdefault(quote.group, []).append(quote)
    for members in groups.values():
        assert len(members) > 1
        assert len({quote.speaker for quote in members}) == 1


@given(text=st.text(alphabet=f"{MARKS} ab.\n", max_size=80))
def test_marked_stretches_do_not_overlap(text: str) -> None:
    end = 0
    for stretch in marked(text):
        assert end <= stretch.left <= stretch.start <= stretch.end <= stretch.right <= len(text)
        end = stretch.right


@given(words=WORDS, name=st.sampled_from(["Ban Ki-moon", "Angela Merkel", "Kofi Annan"]))
@settings(deadline=None)
@pytest.mark.parametrize(
    ("language", "pattern"),
    [
        ("en", "“{}, ” said {}."),
        ("en", '"{}," {} added.'),
        ("fr", "« {} », a déclaré {}."),
        ("fr", "« {} », souligne {}."),
        ("es", "«{}», dijo {}."),
    ],
)
def test_what_is_quoted_is_read_back(language: str, pattern: str, words: list[str], name: str) -> None:
    said = " ".join(words).capitalize()
    text = pattern.format(said, name)
    [quote] = quotes(text, language)
    assert quote.span.cut(text).rstrip(", ") == said
    assert (quote.type, quote.speaker) == ("direct", name)


@given(words=WORDS, name=st.sampled_from(["Ban Ki-moon", "Angela Merkel", "Kofi Annan"]))
@settings(deadline=None)
@pytest.mark.parametrize(
    ("language", "pattern"),
    [
        ("en", "{} said that {} must come."),
        ("en", "{} said {} must come."),
        ("fr", "{} a annoncé jeudi que {} viendrait."),
        ("es", "{} afirmó ayer que {} vendrá."),
    ],
)
def test_what_is_reported_is_read_back(language: str, pattern: str, words: list[str], name: str) -> None:
    said = " ".join(words)
    text = pattern.format(name, said)
    [quote] = quotes(text, language)
    assert quote.span.cut(text) == text[text.index(said) : -1]
    assert (quote.type, quote.speaker) == ("indirect", name)
