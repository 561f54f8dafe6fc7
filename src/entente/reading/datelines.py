"""The day on which a text says that it was published: its dateline."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date as Day
from functools import lru_cache

from entente import plugins
from entente.languages import Language
from entente.model.reading import DateMention
from entente.reading.dates import dates
from entente.reading.read import open_page
from entente.reference import open_text
from entente.text.fold import fold

__all__ = ["dateline"]

HEAD, FOOT = 6, 3  # lines that hold words, at the beginning and at the end, in which a dateline is looked for
TITLE = 220  # characters of a line that may end with the day
PLACE = 40  # characters before a day with which a paragraph begins: "GENEVA (AP), 3 June 2015 – "
HOUR = 30  # characters that may follow a day: "3 June 2015, 10.30 a.m."
_MARKS = re.compile(r"[,(\[:|–—•·]")
_CLOSED = re.compile(r"\s*[)\]]?\s*[.;:]?\s*$")
_OPENS = re.compile(r"\s*(?:[)\]]\s*[:–—-]?|[:–—]|--?\s)\s")


def dateline(text: str, language: str) -> Day | None:
    """The day that stands by itself in the first or last lines, ends the title, or opens the first paragraph.

    A day that is said within a sentence tells when something happened, and is none. A day on a line of its own goes
    before one in a title, which may be the day of what the text is about.
    """
    spoken = plugins.language(language)
    found = list(_days(text, spoken))
    return next((day for day, alone in found if alone), found[0][0] if found else None)


def _days(text: str, language: Language) -> Iterator[tuple[Day, bool]]:
    """The datelines of a text, with whether each stands on a line of its own."""
    lines = [line for line in text.split("\n") if line.strip()]
    foot = lines[max(HEAD, len(lines) - FOOT) :]
    for number, line in enumerate([*lines[:HEAD], *foot]):
        for mention in _mentions(line[:TITLE], language):
            before, after = line[: mention.span.start], line[mention.span.end :]
            alone = _is_label(before, language.code) and _is_hour(after)
            titled = number < HEAD and len(line) <= TITLE and _CLOSED.match(after) and _is_apart(before, language.code)
            opening = (
                number < HEAD and len(before) <= PLACE and _OPENS.match(after) and _is_apart(before, language.code)
            )
            if alone or titled or opening:
                yield Day.fromisoformat(mention.iso or ""), alone


def _mentions(line: str, language: Language) -> Iterator[DateMention]:
    """The whole days that a line names."""
    for mention in dates(open_page(line, language=language)):
        if mention.kind == "explicit" and mention.iso and len(mention.iso) == len("2015-06-03"):
            yield mention


def _is_label(before: str, code: str) -> bool:
    """Whether what stands before a day in its line only says what the day is: nothing, "Published on", a place."""
    label = fold(before).strip(" \t:,-–—|•·*")
    return not label or label in _labels(code) or (len(before) <= PLACE and bool(_place(code).fullmatch(before)))


def _is_apart(before: str, code: str) -> bool:
    """Whether a day is set apart from the words before it: by a comma, a bracket, a dash."""
    *apart, last = _MARKS.split(before)
    label = fold(last).strip()
    return not label or (bool(apart) and label in _labels(code))


def _is_hour(after: str) -> bool:
    """Whether after a day only its hour or an end follows."""
    return bool(_CLOSED.match(after)) or (len(after) <= HOUR and bool(re.search(r"\d", after)))


@lru_cache(maxsize=8)
def _place(code: str) -> re.Pattern[str]:
    """A place and a comma before a day: "Paris, le "."""
    labels = "|".join(sorted(map(re.escape, _labels(code)), key=len, reverse=True))
    return re.compile(rf"\s*[A-ZÀ-ÝŒ][\w'’-]*(?:[ -][\w'’.-]+){{0,3}}\s*,\s*(?:(?:{labels})\s+)?")


@lru_cache(maxsize=8)
def _labels(code: str) -> frozenset[str]:
    return frozenset(map(fold, tomllib.loads(open_text("datelines.toml")).get(code, ())))
