"""Laws of figures: what is written is read back, spans lie in the text, and no text makes the reader fall."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from entente import plugins
from entente.model.figure import Bound
from entente.model.reading import Quantity
from entente.reading.figures import quantities
from entente.reading.read import open_page
from tests.laws.spellers import SPELLERS

LANGUAGES = ("en", "fr", "es")
GROUPINGS = {"en": (",", " ", "\u00a0", "\u202f"), "fr": (" ", ".", "\u00a0", "\u202f"), "es": (".", " ", "\u00a0")}
EUROS = {"en": "euros", "fr": "euros", "es": "euros"}
MILLIONS = {"en": "million euros", "fr": "millions d'euros", "es": "millones de euros"}
FRAMES = {"en": "They gave {} today.", "fr": "Ils ont versé {} ce jour.", "es": "Entregaron {} en total."}
CODES = ("USD", "EUR", "GBP", "CHF", "XOF")
languages = st.sampled_from(LANGUAGES)


def read(text: str, language: str) -> list[Quantity]:
    return quantities(open_page(text, language=plugins.language(language)), [])


def only(text: str, language: str) -> Quantity:
    [quantity] = read(text, language)
    return quantity


def grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


@given(number=st.integers(2, 10**12), language=languages, data=st.data())
def test_digits_in_groups_are_read_back(number: int, language: str, data: st.DataObject) -> None:
    mark = data.draw(st.sampled_from(GROUPINGS[language]))
    said = f"{grouped(number, mark)} {EUROS[language]}"
    text = FRAMES[language].format(said)
    quantity = only(text, language)
    assert (quantity.span.cut(text), quantity.figure.value, quantity.figure.unit) == (said, number, "EUR")


@given(number=st.integers(2, 999_999), language=languages)
def test_numbers_in_words_are_read_back(number: int, language: str) -> None:
    said = f"{SPELLERS[language](number)} {EUROS[language]}"
    text = FRAMES[language].format(said)
    quantity = only(text, language)
    assert (quantity.span.cut(text), quantity.figure.value) == (said, number)


@given(value=st.decimals("0.1", "999.9", places=1), language=languages)
def test_decimals_and_scales_are_read_back(value: Decimal, language: str) -> None:
    mark = "." if language == "en" else ","
    said = f"{value} {MILLIONS[language]}".replace(".", mark)
    figure = only(FRAMES[language].format(said), language).figure
    assert figure.value == value * 10**6
    assert figure.grain in (Decimal(10**5), Decimal(10**6))


@given(number=st.integers(2, 10**9), code=st.sampled_from(CODES), language=languages, before=st.booleans())
def test_codes_are_read_on_either_side(number: int, code: str, language: str, before: bool) -> None:
    said = f"{code} {number}" if before else f"{number} {code}"
    text = FRAMES[language].format(said)
    quantity = only(text, language)
    assert (quantity.span.cut(text), quantity.figure.value, quantity.figure.unit) == (said, number, code)


@given(number=st.integers(2, 10**9), language=languages)
def test_the_number_span_reads_to_the_value(number: int, language: str) -> None:
    text = FRAMES[language].format(f"{number} {EUROS[language]}")
    quantity = only(text, language)
    assert int(quantity.number.cut(text)) == quantity.figure.value
    assert quantity.span.holds(quantity.number)


@given(low=st.integers(2, 500), more=st.integers(1, 500), language=languages)
def test_a_range_has_its_two_ends(low: int, more: int, language: str) -> None:
    pair = {"en": "between {} and {}", "fr": "entre {} et {}", "es": "entre {} y {}"}[language]
    text = FRAMES[language].format(f"{pair.format(low, low + more)} {EUROS[language]}")
    figure = only(text, language).figure
    assert (figure.value, figure.low, figure.high, figure.bound) == (None, low, low + more, Bound.RANGE)


@given(number=st.integers(1, 10**15), language=languages)
def test_the_grain_is_the_weight_of_the_last_digit_that_counts(number: int, language: str) -> None:
    figure = only(FRAMES[language].format(f"{number} {EUROS[language]}"), language).figure
    assert figure.grain is not None
    assert number % figure.grain == 0
    assert number % (figure.grain * 10) != 0


PIECES = st.lists(
    st.one_of(
        st.text(max_size=6),
        st.sampled_from(
            [
                "12 500", "3,7", "1.234.567", "plus de", "nearly", "million", "milliards", "de", "d'", "of", "and",
                "et", "$", "US$", "€", "%", "entre", "between", "hundreds", "centaines", "vingt", "two", "half", "(",
                ")", "-", "—", "\n", "personnes", "people", "G7", "2014", "5e",
                "3rd", "dos", "mil", "y medio", "\ud800", "\x00",
                "\u202e", "الف", "٣",
            ]
        ),
    ),
    max_size=24,
)  # fmt: skip


@settings(max_examples=300)
@given(pieces=PIECES, blank=st.sampled_from((" ", "", "\u00a0", "\n")), language=languages)
def test_any_text_is_read(pieces: list[str], blank: str, language: str) -> None:
    text = blank.join(pieces)
    last = 0
    for quantity in read(text, language):
        span, number, figure = quantity.span, quantity.number, quantity.figure
        assert 0 <= span.start <= number.start < number.end <= span.end <= len(text)
        assert span.start >= last
        assert figure.unit
        assert (figure.value is None) == (figure.low is not None)
        last = span.end
