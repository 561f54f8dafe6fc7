"""The parts of which dates are made: months, days, years, "last", "ago", ... and how they stand together.

Each part has a one-letter code; parts that stand together make a run, whose codes spell a word such as "WDMY"
(weekday, day, month, year). `dates.py` knows which words are dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from entente.languages import CalendarWords, Language
from entente.reading.dates import calendar
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.fold import words as plain
from entente.text.lexicon import Entry, Hit

__all__ = ["Run", "form", "runs", "words"]

KIND = "calendar"
HEADS = frozenset("MmwSWAaUVBCKFqYIPJZR")
"""The codes that can make a date.

M month; m short month; w doubtful month; S number that is also a short month; W weekday; z short weekday;
A days from today; a the same, also "nowadays"; U V B unit (singular, plural, both); K one unit ("a year");
C unit that also opens a decade ("les années 70");
q quarter or half by number; N number; O ordinal; L X l x last, next (singular, plural); T this; G ago or hence;
H the same, before its count; ~ about; E edge of a time; F fiscal year; 0 what is no date.
R time by the date named before; g so long from it; h "and a half";
D number from 1 to 31; Y four digits; I day in digits; P month in digits; J pair of years; Z decade; # another number.
"""
LONGEST = 24  # parts in a run: bounds the work on hostile texts
WIDEST = 16  # characters between two parts of a run
_YEARS = range(1000, 2200)
_GLUED = frozenset(".,/$€£+:_abcdefghijklmnopqrstuvwxyz")  # before a number that is no part of a date
_PLAIN = frozenset(["", *" \n.,;:)\"'"])  # after a number that is no more than its digits, where no digit follows
_NUMBER = re.compile(
    r"(?P<I>\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3(?:\d{4}|\d{2}))(?![\w/%-]|[.,:]\d)"
    r"|(?P<Z>\d{3}0'?s)\b"
    r"|(?P<J>\d{4}[-/](?:\d{4}|\d{1,2}))(?![\w/%-]|[.,:]\d)"
    r"|(?P<G>\d{1,3}(?:[ ,.]\d{3})+)(?!\d)"
    r"|\d{1,4}(?:er|eme|e|st|nd|rd|th)?(?![\w/%]|[.,:]\d)"
)


class Run(NamedTuple):
    """Parts that stand together: their codes, with "," "-" "&" for what joins them, and a hit (or None) a code."""

    codes: str
    hits: list[Hit | None]


def form(text: str) -> str:
    """A form as the lexicon has it: folded, words apart by one space."""
    return " ".join(plain(fold(text)).split())


def words(language: Language) -> Iterator[Entry]:
    """The calendar's entries; of two senses of a form the first one given here counts."""
    given = language.calendar
    doubtful, vague = set(given.doubtful.split("|")), set(given.vague.split("|"))
    small = {name: index for index, name in enumerate(given.numbers, 1)}
    yield from _entries(given.void, "0", None)
    for shift, forms in given.days:
        for said in forms.split("|"):
            yield from _entries(said, "a" if said in vague else "A", shift)
    for index, forms in enumerate(given.months, 1):
        for said in forms.split("|"):
            yield from _entries(said, "w" if said in doubtful else "M", index, cased=said in doubtful)
    for index, forms in enumerate(given.short_months, 1):
        for said in forms.strip(".").split("|"):
            yield from _entries(said, "S", (small[said], index)) if said in small else _entries(said, "m", index)
    for code, table in (("W", given.weekdays), ("z", given.short_weekdays)):
        for index, forms in enumerate(table):
            yield from _entries(forms, code, index)
    for months, table in ((3, given.quarters), (6, given.halves)):
        for index, forms in enumerate(table, 1):
            yield from _entries(forms, "q", (index, months))
    yield from chain(_spans_of_time(given), _counts(given), _deixis(given))


def _spans_of_time(given: CalendarWords) -> Iterator[Entry]:
    for edge, forms in (("edge", given.edges), ("start", given.starts), ("end", given.ends), ("rest", given.rests)):
        yield from _entries(forms, "E", edge)
    yield from _entries(given.fiscal, "F", None)
    yield from _entries(given.decade, "C", "year")
    for unit, single, plural in given.units:
        for article in given.one.split("|"):
            for said in single.split("|"):
                yield from _entries(f"{article} {said}", "K", unit)
        yield from _entries(single, "B" if single == plural else "U", unit)
        yield from _entries(plural, "V", unit)


def _counts(given: CalendarWords) -> Iterator[Entry]:
    for index, said in enumerate(given.numbers, 1):
        yield from _entries(said, "N", index)
    for ten, said in enumerate(given.tens, 1):
        yield from _entries(said, "N", ten * 10)
        for index, unit in enumerate(given.numbers[:9], 1):
            yield from (_entries(f"{said} {unit}", "N", ten * 10 + index) if unit != "." else ())
    for index, said in enumerate(given.ordinals, 1):
        yield from _entries(said, "O", index)
        for ten, tens in enumerate(given.tens[1:3], 2):
            yield from (_entries(f"{tens} {said}", "O", ten * 10 + index) if index < 10 else ())


def _deixis(given: CalendarWords) -> Iterator[Entry]:
    """ "Last", "next", "this" and "ago": the value is a direction, and whether the time runs up to today."""
    for code, table, rolls in (
        ("L", given.last, False),
        ("L", given.past, True),
        ("X", given.next, False),
        ("X", given.coming, True),
    ):
        yield from _entries(table[0], code, (-1 if code == "L" else 1, rolls))
        yield from _entries(table[1], code.lower(), (-1 if code == "L" else 1, rolls))
    yield from _entries(given.this, "T", (0, False))
    code = "H" if given.ago_first else "G"
    yield from _entries(given.ago, code, -1)
    yield from _entries(given.hence, code, 1)
    yield from _entries(given.about, "~", None)
    yield from _entries(given.later, "g", 1)
    yield from _entries(given.earlier, "g", -1)
    yield from _entries(given.and_half, "h", None)
    for unit, shift, forms in given.anchored:
        yield from _entries(forms, "R", (unit, shift))


def _entries(forms: str, code: str, value: object, *, cased: bool = False) -> Iterator[Entry]:
    return (Entry(said, KIND, (code, value), cased) for said in forms.split("|") if said)


def runs(page: Page) -> Iterator[Run]:
    """The runs of parts that hold at least one which can make a date, in order."""
    parts = sorted([*page.hits.get(KIND, ()), *_numbers(page)])
    sew = _seams(page.language)
    done = index = 0
    while index < len(parts):
        if parts[index].value[0] not in HEADS:
            index += 1
            continue
        first = index
        while first > done and index - first < LONGEST and _joined(page.folded, parts, first, sew):
            first -= 1
        codes, hits = parts[first].value[0], [parts[first]]
        index = first + 1
        while index < len(parts) and index - first < LONGEST:
            seam = _seam(page.folded, parts[index - 1], parts[index], sew)
            if seam is None:
                break
            codes += seam + parts[index].value[0]
            hits += [None] * len(seam) + [parts[index]]
            index += 1
        done = index
        yield Run(codes, hits)


@lru_cache(maxsize=16)
def _seams(language: Language) -> dict[str, str]:
    """What may stand between two parts, by its code in a run."""
    given = language.calendar
    table = {",": ",", "-": "-", "/": "-", "": ""}
    for code, forms in (("&", given.lists), ("-", given.spans), ("", given.joins)):
        table.update({" ".join(fold(said).split()): code for said in forms.split("|")})
    return table


def _joined(folded: str, parts: list[Hit], index: int, sew: dict[str, str]) -> bool:
    """Whether a part stands together with the one before it."""
    return _seam(folded, parts[index - 1], parts[index], sew) is not None


def _seam(folded: str, one: Hit, other: Hit, sew: dict[str, str]) -> str | None:
    """The code of what stands between two parts; None where they do not stand together."""
    if other.start - one.end > WIDEST:
        return None
    gap = folded[one.end : other.start]
    if gap == " ":
        return ""
    if gap == "\n" and one.value[0] not in "Aa":  # a line of a text wrapped by hand
        return ""
    if "\n" in gap:
        return None
    if gap.startswith(".") and one.value[0] in "mSz":
        gap = gap[1:]
    return sew.get(" ".join(gap.split()))


def _numbers(page: Page) -> Iterator[Hit]:
    """The numbers in digits that may be parts of dates."""
    text, folded, given, done = page.text, page.folded, page.language.calendar, 0
    value: object
    for start, end in page.digits:
        before = folded[start - 2 : start] if start > 1 else folded[:start]
        fiscal = before == "fy"
        if start < done or (before[-1:] in _GLUED and not fiscal):
            continue
        if before[-1:] == "-" and text[start - 2 : start - 1].isupper():  # F-35, but not mid-2022
            continue
        if folded[end : end + 1] in _PLAIN and not folded[end + 1 : end + 2].isdigit() and end - start < 5:
            code, value = _whole(folded[start:end], fiscal)
        else:
            found = _NUMBER.match(folded, start)
            if not found:
                continue
            end = done = found.end()
            code, value = _composed(found, fiscal, given)
        if fiscal:
            yield Hit(start - 2, start, ("F", None))
        yield Hit(start, end, (code, value))


def _whole(digits: str, fiscal: bool) -> tuple[str, int]:
    """A number of up to four digits: a year, a day or just a number."""
    value = int(digits)
    if len(digits) == 4:
        return "Y" if value in _YEARS else "#", value
    if fiscal and len(digits) == 2:
        return "Y", 2000 + value
    return "D" if 1 <= value <= 31 else "N", value


def _composed(found: re.Match[str], fiscal: bool, given: CalendarWords) -> tuple[str, object]:
    """A number with what is written to it: a date in digits, a decade, two years, an ordinal."""
    said = found.group()
    match found.lastgroup:
        case "I":
            iso = _digital(said, month_first=given.month_first)
            return ("I", iso) if iso else ("#", None)
        case "Z":
            return "Z", int(said[:4])
        case "J":
            return _pair(said)
        case "G":
            return "#", None
    digits = said.rstrip("abcdefghijklmnopqrstuvwxyz")
    code, value = _whole(digits, fiscal)
    return (code if code == "D" or digits == said else "#"), value


def _digital(said: str, *, month_first: bool) -> str | None:
    """A date in digits: year first, or in the language's order where both orders make a date."""
    one, two, three = re.split(r"[-/.]", said)
    if len(one) == 4:
        return calendar.day(int(one), int(two), int(three))
    if len(three) == 2:
        if "." in said and len(one + two) < 4:
            return None
        three = ("20" if int(three) < 70 else "19") + three
    orders = ((one, two), (two, one)) if month_first else ((two, one), (one, two))
    times = (calendar.day(int(three), int(month), int(day)) for month, day in orders)
    return next((time for time in times if time), None)


def _pair(said: str) -> tuple[str, object]:
    """Two years ("2014-2020", "2016-17"), or a year and a month ("2015-06")."""
    one, two = re.split(r"[-/]", said)
    year = int(one)
    until = int(two) if len(two) == 4 else year // 100 * 100 + int(two)
    consecutive = until == year + 1 and len(two) > 1
    onward = "-" in said and int(two) > 12 and year < until <= year + 50
    if year in _YEARS and (consecutive or onward):
        return "J", (year, until, len(two) == 2)
    month = len(two) > 1 or "/" in said  # "2000-5" is a model
    return "P", calendar.month(year, int(two)) if month and year in _YEARS and int(two) in range(1, 13) else None
