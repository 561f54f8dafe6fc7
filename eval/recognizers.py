"""Numbers and money on the cases of Microsoft's Recognizers (`shared/specs/recognizers`), another house's own tests.

Run as `python -m eval.recognizers` to see each missed and each spurious item.

An item is right when it stands where the case says, with the same value. Hedges are left out there, so what is compared
runs from the number, or the currency before it, to the end of its unit words. Set aside, on both sides, because they
are no figures here:

- articles: "un", "une", "a" said to be 1;
- fractions and powers: "three fifths", "1 over 3", "one in ten", "1.1^23";
- currencies without a number;
- cases that the other house passes on none of its platforms (`NotSupported`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from entente import plugins
from entente.reading.figures import quantities
from entente.reading.figures.money import purse
from entente.reading.figures.numbers import numbers, readable
from entente.reading.read import open_page

__all__ = ["Score", "measure", "scores"]

LANGUAGES = {"fr": "French", "en": "English", "es": "Spanish"}
PLATFORMS = frozenset(("dotnet", "javascript", "python", "java"))
ARTICLES = frozenset("a an un une una uno".split())
ASIDE = re.compile(
    r"[/^½⅓⅔¼¾⅙]|\b(?:over|out of|in|sur|sobre)\b|\b(?:half|halves|thirds?|fourths?|quarters?|\w+ths?|\w+[ -]firsts?"
    r"|demie?|tiers|quarts?|\w+i[eè]mes?|premi[eè]res|moiti[eé]|medi[oa]s?|mitad|tercios?|cuartos?|quint[oa]s?|octavos?"
    r"|\w+avos?|\w+[eé]sim[oa]s?)\b",
    re.IGNORECASE,
)


class Item(NamedTuple):
    """What is read, or should be: half-open offsets and a value."""

    start: int
    end: int
    value: float


@dataclass
class Score:
    """How many items were wanted, read, and right; and which were not."""

    wanted: int = 0
    read: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / max(self.wanted + self.read, 1)


def scores(shared: Path) -> dict[str, float]:
    """F1 by model and language."""
    folder = shared / "specs" / "recognizers"
    return {
        f"{name}, {language}": measure(folder / kind / LANGUAGES[language] / f"{model}.json", language, reader).f1
        for name, kind, model, reader in MODELS
        for language in LANGUAGES
        if (name, language) != ("number", "es")
    }


def measure(file: Path, language: str, reader: Callable[[str, str], Iterator[Item]]) -> Score:
    """The score of a reader on the cases of a file."""
    score = Score()
    for case in json.loads(file.read_text("utf-8-sig")):
        refused = {name.strip().lower() for name in case.get("NotSupported", "").split(",")}
        if refused >= PLATFORMS:
            continue
        text = case["Input"]
        wanted, aside = sort(text, case["Results"])
        read = [item for item in reader(text, language) if not any(meets(item, other) for other in aside)]
        right = set(wanted) & set(read)
        score.wanted += len(wanted)
        score.read += len(read)
        score.right += len(right)
        for sign, items in (("missed", wanted), ("spurious", read)):
            score.misses += [f"{sign} {text[i.start : i.end]!r} {i.value} in {text!r}" for i in items if i not in right]
    return score


def sort(text: str, results: list[dict[str, Any]]) -> tuple[list[Item], list[Item]]:
    """The results of a case as items to find, and items set aside."""
    wanted: list[Item] = []
    aside: list[Item] = []
    reach = 0
    for result in results:
        said = result["Text"]
        start = result["Start"] if "Start" in result else text.lower().find(said.lower(), reach)
        reach = start + len(said)
        value = result["Resolution"].get("value")
        odd = value is None or said.lower() in ARTICLES or ASIDE.search(said) is not None
        (aside if odd else wanted).append(Item(start, reach, round(float((value or "0").replace(",", ".")), 6)))
    return wanted, aside


def meets(one: Item, other: Item) -> bool:
    """Whether two items share a character."""
    return one.start < other.end and other.start < one.end


def read_numbers(text: str, language: str) -> Iterator[Item]:
    """The numbers of a text, whatever they count."""
    page = open_page(text, language=plugins.language(language))
    for number in numbers(page, readable(page)):
        touched = text[number.end : number.end + 1].isalpha()  # "180ml", "4th": a measure or an ordinal
        if number.value is not None and number.form != "share" and not touched:
            yield Item(number.start, number.end, round(float(number.value), 6))


def read_money(text: str, language: str) -> Iterator[Item]:
    """The sums of money of a text, without their hedges."""
    page = open_page(text, language=plugins.language(language))
    before = purse(language, page.language.numbers).before
    for quantity in quantities(page, []):
        if quantity.rule == "money" and quantity.figure.value is not None:
            money = before(text, quantity.number.start)
            start = quantity.number.start if money is None else max(money.edge, quantity.span.start)
            yield Item(start, quantity.span.end, round(float(quantity.figure.value), 6))


MODELS = (
    ("money", "NumberWithUnit", "CurrencyModel", read_money),
    ("number", "Number", "NumberModel", read_numbers),
)


if __name__ == "__main__":
    from eval.gate import shared_folder

    for name, kind, model, reader in MODELS:
        for language, folder in LANGUAGES.items():
            cases = shared_folder() / "specs" / "recognizers" / kind / folder / f"{model}.json"
            score = measure(cases, language, reader)
            print(*score.misses, sep="\n")
            print(f"{name}, {language}: F1 {score.f1:.3f} ({score.right} right of {score.wanted}, {score.read} read)\n")
