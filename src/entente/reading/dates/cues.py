"""What stands around a date and decides about it: prepositions, tenses, what happens that day."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date as Day
from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.dates.calendar import weekday
from entente.reading.dates.parts import KIND, form
from entente.reading.page import Page
from entente.text.fold import fold, words
from entente.text.late import Late

__all__ = [
    "EVER",
    "SOON",
    "ahead",
    "belongs",
    "happens",
    "is_year",
    "preceded",
    "recurs",
    "speaks_of_month",
    "spoken_on",
]

SOON, DUE, LATER, EVER = 14, 183, 275, 366  # days: without a word of the future, after "expires on", "will", "by"
FRONT = 8  # characters of a sentence before a date that opens it, at most
ROUND = 50  # numbers that are no multiple of it are years sooner than counts: "for 2023", but "for 2000 families"
QUOTED = 600  # characters of a line in which a quotation and its speaker are looked for
LINES = 3  # lines in which the day of a quotation is looked for
AROUND = 100  # characters of a sentence, before and after, in which its verbs are looked for
_OPENERS = "(\"'«[ "
_NAMED = Late(r"\s[A-Z]")
_NAME_OF = Late(r"[^\W\d_a-zà-ÿ][\w-]*\s\w+\s$")
_COUNTED = Late(r"\s([a-z]+[sx]|people|personnel|staff|police|men|women|children|km|m|ha)\b")
_SMALL = Late(r"\s[a-zà-öø-ÿ]{3}")  # no name begins after the year: "the 2018 Summit"
REACH = 50  # characters of a name, at most, before its year
_OF_YEAR = Late(r"[ '’][a-zà-öø-ÿ]{5,20}\s$")  # "les dotations budgétaires 2008"
_WORD = Late(r"[\s-]([a-z0-9]+)")
_NUMBERED = Late(r"\d\s?\($")


class Told(NamedTuple):
    """Forms to look for: words, endings of words ("-era") but for some ("!opéra"), and phrases of several words."""

    words: frozenset[str]  # phrases too
    lasts: frozenset[str]  # the last words of phrases
    endings: tuple[str, ...]
    others: frozenset[str]
    phrases: tuple[str, ...]


@lru_cache(maxsize=64)
def _told(forms: str) -> Told:
    listed = [(said, form(said)) for said in forms.split("|")]
    return Told(
        words=frozenset(plain for said, plain in listed if said[:1] not in "-!"),
        lasts=frozenset(plain.split()[-1] for _, plain in listed if " " in plain),
        endings=tuple(plain for said, plain in listed if said[:1] == "-"),
        others=frozenset(plain for said, plain in listed if said[:1] == "!"),
        phrases=tuple(f" {plain} " for said, plain in listed if " " in plain),
    )


def tells(page: Page, first: int, last: int, forms: str) -> bool:
    """Whether one of the forms stands between two offsets."""
    told = _told(forms)
    text = words(page.folded[first:last])
    said = text.split()
    if not told.words.isdisjoint(said) or any(phrase in text for phrase in told.phrases):
        return True
    return bool(told.endings) and any(word.endswith(told.endings) and word not in told.others for word in said)


def preceded(page: Page, start: int, forms: str) -> bool:
    """Whether one of the forms, of up to three words, stands right before an offset."""
    before = page.folded[max(0, start - 32) : start].replace("'", " ").replace("-", " ").split()
    if not before:
        return False
    listed, last = _told(forms), before[-1].lstrip(_OPENERS)
    if last in listed.words:
        return True
    return last in listed.lasts and any(" ".join(before[at:]).lstrip(_OPENERS) in listed.words for at in (-2, -3))


def belongs(page: Page, end: int) -> bool:
    """Whether what follows makes a time one of something else: "the day before the vote"."""
    given = page.language.calendar
    if given.edgewise and not page.folded.endswith(tuple(given.edgewise.split("|")), 0, end):
        return False
    after = page.folded[end : end + 12].replace("'", " ").split(" ")
    return len(after) > 1 and not after[0] and after[1] in _told(given.belongs).words


def ahead(page: Page, start: int) -> int:
    """How many days ahead a date without its year may lie, by the words before it, or after it where it comes first."""
    given = page.language.calendar
    if preceded(page, start, given.by):
        return EVER
    first, last = page.sentence(start)
    if tells(page, max(first, start - AROUND), start, given.future):
        return LATER
    if start - first <= FRONT:
        stop = page.folded.find(";", start, last)
        if tells(page, start, min(stop if stop > 0 else last, start + AROUND), given.future):
            return LATER
    return DUE if preceded(page, start, given.due) else SOON


def recurs(page: Page, start: int) -> bool:
    """Whether the sentence says that a time comes every year."""
    first, last = page.sentence(start)
    return tells(page, max(first, start - AROUND), min(last, start + AROUND), page.language.calendar.recurring)


def happens(page: Page, start: int, end: int) -> bool:
    """Whether something happens in the sentence of a vague day word, which makes it a day."""
    first, last = page.sentence(start)
    return tells(page, max(first, start - AROUND), min(last, end + AROUND), page.language.calendar.happens)


def speaks_of_month(page: Page, start: int, end: int, *, doubtful: bool) -> bool:
    """Whether a month's name alone is a month: after a preposition, or where it begins no name."""
    if preceded(page, start, page.language.calendar.before_month):
        return True
    if page.folded[start - 1 : start] in ("/", "_"):
        return False
    return not doubtful and not (page.text[start].isupper() and _NAMED.match(page.text, end))


def spoken_on(page: Page, start: int) -> Day | None:
    """The day from which "yesterday" counts: within a quotation the weekday it is said to be of, else publication.

    That weekday stands outside the quotation, in a sentence that holds quoted words, of the same line or of one of
    the lines right before it.
    """
    line = _line(page.folded, start)
    if page.date is None or not _quoted(page.folded, line, start):
        return page.date
    for _ in range(LINES):
        said = _said_on(page, line)
        if said or not line:
            return said or page.date
        line = _line(page.folded, line - 1)
    return page.date


def _line(folded: str, place: int) -> int:
    """Where the line of a place begins, or as far back as is looked."""
    near = max(0, place - QUOTED)
    return folded.rfind("\n", near, place) + 1 or near


def _said_on(page: Page, line: int) -> Day | None:
    """The weekday on which the words quoted in a line were said."""
    if page.date is None:
        return None
    hits, end = page.hits.get(KIND, []), page.folded.find("\n", line)
    at = bisect_left(hits, line, key=lambda hit: hit.start)
    for hit in hits[at : at + 40]:
        if 0 < end < hit.start:
            break
        if hit.value[0] == "W" and not _quoted(page.folded, line, hit.start) and _quotes(page, hit.start):
            said = weekday(page.date, hit.value[1], future=False)
            return Day.fromisoformat(said) if said else None
    return None


def _quotes(page: Page, place: int) -> bool:
    """Whether the sentence of a place holds quotation marks."""
    first, last = page.sentence(place)
    first, last = max(first, place - QUOTED), min(last + 1, place + QUOTED)
    return any(page.folded.find(mark, first, last) >= 0 for mark in '"«»')


def _quoted(folded: str, line: int, place: int) -> bool:
    """Whether quotation marks that open in a line are open at a place."""
    before = folded[line:place] if place - line < 2 * QUOTED else ""
    return before.count('"') % 2 == 1 or before.count("«") > before.count("»")


def is_year(page: Page, start: int, end: int) -> bool:
    """Whether four digits are a year: by the words before them, or in brackets of their own."""
    given, folded = page.language.calendar, page.folded
    if preceded(page, start, given.before_year):
        return True
    if preceded(page, start, given.maybe_year):
        if preceded(page, start, given.named) and _NAME_OF.search(page.text, max(0, start - 40), start):
            return False
        if int(folded[start:end]) % ROUND:
            return True
        after = _COUNTED.match(folded, end)
        return not after or after[1] in _sentence_words(page.language)
    if int(folded[start:end]) % ROUND and _SMALL.match(page.text, end) and preceded(page, start, given.year_owners):
        return not _COUNTED.match(folded, end)
    if page.date and abs(int(folded[start:end]) - page.date.year) <= 1 and _of_year(page, start):
        following = _WORD.match(folded, end)
        return not following or following[1] in _sentence_words(page.language)
    bracketed = folded[start - 1 : start] == "(" and folded[end : end + 1] in (")", "-", ",")
    return bracketed and not _NUMBERED.search(folded, max(0, start - 3), start)


def _of_year(page: Page, start: int) -> bool:
    """Whether a small word of some length stands before a year, and no name of which the year may be part."""
    first = max(page.sentence(start)[0] + 1, start - REACH)
    return _OF_YEAR.search(page.text, first, start) is not None and page.text[first:start].islower()


@lru_cache(maxsize=16)
def _sentence_words(language: Language) -> frozenset[str]:
    return frozenset(map(fold, language.function_words)) | _told(language.calendar.onwards).words
