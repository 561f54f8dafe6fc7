"""Law of effort: reading costs in proportion to the length of the text, whatever stands in it.

Steps are counted, not time: every line that Python runs while it reads, and the characters that it copies out of the
text, which no line shows. A text four times as long may cost little more than four times as many.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Any

import pytest

from entente import plugins
from entente.reading import read
from entente.reading.actors import actors
from entente.reading.claims import claims
from entente.reading.dates import dates
from entente.reading.figures import quantities
from entente.reading.quotations import quotations
from entente.reading.read import open_page

SHORT = 4_000  # characters
TIMES = 4
MOST = 5.0  # times as many steps
DAY = date(2015, 6, 3)
SAID = {
    "en": {
        "sentences": "On 2 June the minister Ann Lee said France gave nearly 3.7 billion dollars to 25 countries. ",
        "figures": "12 countries, 300 tents, 4 million people, $5 million, ",
        "hedges": "more than nearly about at least ",
        "names": "Ann Lee, Bob Ray and Cy Dow of the United Nations ",
        "speakers": "Ann Lee said John Smith agreed ",
        "introduced": "Ann Lee said: « a b c d » : ",
        "cues": "will give pledged said announced condemned ",
        "dates": "2 June, last year, in 2014, from May to July, ",
        "headings": "Aid to Syria:\n- $5 million\n- 300 tents;\n",
        "promises": "in Mali will ",
        "relatives": ", which Norway will support, who ",
        "pledges": "$5 million pledged and members of the UN, ",
        "superlatives": "the largest donor, ",
        "clauses": "he must — we will ; and it ",
        "sources": "according to X, he said, “a b c,” said he and said that ",
        "bodies": "Bureau of A, B, C, (ABC) the Government Mr US ",
        "questions": "Why?\nYes.\n",
        "hundreds": "hundreds of ",
        "percentages": "5 % and 12,000 ",
    },
    "fr": {
        "sentences": "Le 2 juin, la ministre Anne Roy a dit que la France a versé près de 3,7 milliards à 25 pays. ",
        "figures": "12 pays, 300 tentes, 4 millions de personnes, 5 millions d’euros, ",
        "hedges": "plus de près de environ au moins ",
        "names": "Anne Roy, Luc Petit et Jean Dubois des Nations unies ",
        "speakers": "Anne Roy a dit que Luc Petit a promis ",
        "introduced": "Anne Roy a dit : « a b c d » : ",
        "cues": "donnera a promis a déclaré annonce condamne ",
        "dates": "le 2 juin, l’an dernier, en 2014, de mai à juillet, ",
        "headings": "L’aide à la Syrie :\n- 5 millions d’euros\n- 300 tentes ;\n",
        "sources": "selon X, selon laquelle, le ministre a dit, cela a été dit par X. ",
        "turns": "M. X - Oui.\n",
        "elisions": "L’",
        "numerals": "vingt et un ",
        "scales": "million ",
        "francs": "fonds de 10 millions de 5 francs ",
        "articles": "de le Conseil ",
    },
}
ANYWHERE = {
    "digits": "7",
    "digits apart": "1 ",
    "ordinals": "(1)1,1-",
    "grouped digits": "123 456 ",
    "decimals": "1.2,3.4,",
    "hyphens": "2-3-",
    "numbers and ends": "5.\n",
    "quotes": '"',
    "open guillemets": "« a ",
    "closed guillemets": "» a ",
    "nested quotes": "« “ a ",
    "quoted words": "« a b c d », ",
    "capitals": "A B ",
    "capital words": "Aaa Bbb ",
    "one word": "a",
    "lines": "\n",
    "short lines": "a\n",
    "spaces": " ",
    "dollars": "$",
    "per cent": "% 5 ",
    "brackets": "(A(",
    "dashes": "— a ",
    "colons": "a: ",
    "strange letters": "Жص",
}
TEXTS = {f"{lang}: {name}": (lang, said) for lang, all_said in SAID.items() for name, said in all_said.items()}
TEXTS |= {f"fr: {name}": ("fr", said) for name, said in ANYWHERE.items()}


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python run while some work is done."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def text(said: str, length: int) -> str:
    return said * (length // len(said) + 1)


@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_costs_about_four_times_the_steps(name: str) -> None:
    language, said = TEXTS[name]
    read("", language=language)  # its lexicon is compiled once
    read(text(said, 200), language=language, date=DAY)
    few = steps(lambda: read(text(said, SHORT), language=language, date=DAY))
    many = steps(lambda: read(text(said, TIMES * SHORT), language=language, date=DAY))
    assert many < MOST * few, f"{few} steps, then {many}: {many / few:.1f} times as many"


class Copied(str):
    """A text that counts the characters copied out of it by slices."""

    __slots__ = ("characters",)

    def __getitem__(self, key: Any) -> str:
        part = super().__getitem__(key)
        self.characters = getattr(self, "characters", 0) + len(part)
        return part


def copied(said: str, language: str) -> int:
    """How many characters the matchers copy while they read a text."""
    page = open_page(said, language=plugins.language(language), date=DAY)
    page.text, page.folded = Copied(page.text), Copied(page.folded)
    days = dates(page)
    figures, who = quantities(page, days), actors(page)
    claims(page, figures, days, quotations(page, who), who)
    return sum(getattr(text, "characters", 0) for text in (page.text, page.folded) if isinstance(text, Copied))


@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_copies_about_four_times_the_characters(name: str) -> None:
    language, said = TEXTS[name]
    few, many = copied(text(said, SHORT), language), copied(text(said, TIMES * SHORT), language)
    assert many < MOST * few + SHORT, f"{few} characters, then {many}"


def test_the_count_tells_a_quadratic_path() -> None:
    def pairs(length: int) -> int:
        return sum(1 for one in range(length) for other in range(length) if one == other)

    assert steps(lambda: pairs(200)) > MOST * steps(lambda: pairs(50))
