"""The shapes of dates: which runs of parts are dates, and of which kind."""

from __future__ import annotations

import re
from functools import lru_cache

from entente.reading.dates import calendar
from entente.reading.dates.cues import EVER, ahead
from entente.reading.dates.parts import Run
from entente.reading.page import Page
from entente.text.lexicon import Hit

__all__ = ["Stretch", "shape"]

_MONTH, _COUNT, _UNIT, _DAY = "[MmwS]", "[NDS]", "[UVBC]", "[DNO]"
_POINTED = "(?:[LXT][UB]|[UB][LX]?)"  # "this month", "du mois dernier", "of the year"
_WEEKDAY = "(?:[LXT]?[zW],?|[Aa])?"
# A rule's name and the codes it reads (`dateparts.py` lists them); of two that fit at one place the first counts.
SHAPES = {
    "days": rf"(?:[zW],?)?{_DAY}(?:,{_DAY}){{0,6}}(?:[-&][zW]?,?{_DAY}){{1,2}}{_MONTH}(?:,?Y)?",
    "days_after": rf"{_MONTH}D[-&]D(?:,?Y)?",
    "days_across": rf"{_DAY}{_MONTH}(?:-[zW]?,?{_DAY}{_MONTH}(?:,?Y)?|&[zW]?,?{_DAY}{_MONTH},?Y)",
    "days_across_after": rf"{_MONTH}D(?:-{_MONTH}D(?:,?Y)?|&{_MONTH}D,?Y)",
    "month_of_year": rf"(?:{_DAY}-?)?{_MONTH},?(?:[LXT][UB]|T?[UB][LXT])",
    "week": rf"[UB](?:{_DAY}-?{_MONTH}|{_MONTH}D)(?:[,-]?Y)?",
    "part": r"Y-?q|(?:O[UB]|q)(?:F?-?,?Y|[LXT]?[UB][LXT]?)",
    "portion": rf"(?:[OLl][NDS]?|[NDS][OLl])[UVB](?:{_MONTH}(?:,?Y)?(?!D)|F?Y|{_POINTED})",
    "weekday_of": rf"[OLl]W(?:{_MONTH}(?:,?Y)?(?!D)|{_POINTED})",
    "day_of_month": r"D(?:T[UB]|[UB][LXT]|[LX][UB])",
    "day": rf"{_WEEKDAY}{_DAY}-?{_MONTH}(?:[,-]?Y|[LX])?",
    "day_after": rf"{_WEEKDAY}{_MONTH}-?[DO](?:[,-]?Y|[LX])?",
    "months": rf"{_MONTH}(?:,{_MONTH}){{0,10}}[-&]{_MONTH}(?:,?Y)?",
    "month": rf"(?:E-?)?[UB]?(?:{_MONTH}[,-]?Y|[LXT]?[Mmw][LX]?|TS)",
    "quarter": r"O[UB]|T?q",
    "fiscal": r"E?[LXT]F|EF(?!F|,?[YJ])|FF?(?:,?[YJ](?:[-&]Y)?|[LXT])|[YJ]F",
    "ago": rf"~?(?:{_COUNT}h?{_UNIT}|Kh?)G|~?H~?(?:{_COUNT}{_UNIT}|K)h?",
    "apart": rf"(?:{_COUNT}{{1,2}}{_UNIT}|K)g|R",  # "dix (10) mois plus tard"
    "stretch": rf"T?(?:[LXlx]{_COUNT}|{_COUNT}[LXlx]){_UNIT}|{_COUNT}{_UNIT}[lx]",
    "weekdays": r"W[-&]W",
    "weekday": r"W(?:T?[UB][LXT]?|[LXT][UB])|[LXT][UB]W|[LXT]?W(?:,?D(?![MmwS])|[LX])?",
    "decade": r"Z|C[YDN](?![-&]Y)",
    "years": r"(?:E-?)?[UBC]?Y(?:(?:,Y){0,8},?[-&](?:E-?)?[UB]?Y)?",
    "whole": r"E?(?:T?[LX][UB]|[UB][LXT]|T[UB])|E[UB]|[UB]-?E",
    "digits": r"[IP]",
    "pair": r"J",
    "today": r"[Aa]",
}
MONTH_FIRST = {"days_after", "days_across_after", "day_after"}  # only where a language writes so: "June 2"


class Stretch:
    """Parts of a run that have the shape of a date, and the page they stand on."""

    __slots__ = ("codes", "first", "hits", "last", "page", "rule")

    def __init__(self, page: Page, run: Run, rule: str, first: int, last: int) -> None:
        """The codes of a run from `first` to `last` (half-open), and the rule whose shape they have."""
        self.page = page
        self.rule = rule
        self.first = first
        self.last = last
        self.codes = run.codes[first:last]
        self.hits = run.hits[first:last]

    def parts(self, codes: str) -> list[Hit]:
        """The parts of some codes, in order."""
        return [hit for code, hit in zip(self.codes, self.hits, strict=True) if hit and code in codes]

    def numbers(self, codes: str) -> list[int]:
        """The values of the parts of some codes; of a pair of values the first."""
        return [hit.value[1][0] if hit.value[0] in "SLXlxTq" else hit.value[1] for hit in self.parts(codes)]

    def months(self) -> list[int]:
        """The months, 1 to 12."""
        return [hit.value[1][1] if hit.value[0] == "S" else hit.value[1] for hit in self.parts("MmwS")]

    def year(self) -> int | None:
        """The last year that is said."""
        said = self.numbers("Y")
        return said[-1] if said else None

    def unit(self) -> str:
        """The unit of time that is said last."""
        return str(self.parts("UVBCK")[-1].value[1])

    def edge(self) -> str | None:
        """The edge of a time that is said: edge, start, end or rest."""
        said = self.parts("E")
        return str(said[0].value[1]) if said else None

    @property
    def start(self) -> int:
        """Where the stretch begins in the text."""
        first = self.hits[0]
        return first.start if first else 0

    @property
    def end(self) -> int:
        """Where the stretch ends in the text."""
        last = self.hits[-1]
        return last.end if last else 0

    def nearest(self, month: int, day: int | None = None) -> int | None:
        """The year that is said, or that of a month or day said without one; None without a day of publication."""
        said, today = self.year(), self.page.date
        if said is not None or today is None:
            return said
        if "T" in self.codes:
            return today.year
        days = EVER if "X" in self.codes else 0 if "L" in self.codes else ahead(self.page, self.start)
        return calendar.nearest(today, month, day, ahead=days)


def shape(page: Page, run: Run, place: int) -> Stretch | None:
    """The first stretch of a run, from its code `place` on, that has the shape of a date."""
    found = _shape(run.codes, place, page.language.calendar.month_first)
    return Stretch(page, run, *found) if found else None


@lru_cache(maxsize=2)
def _pattern(month_first: bool) -> re.Pattern[str]:
    fit = (rule for rule in SHAPES if month_first or rule not in MONTH_FIRST)
    return re.compile("|".join(f"(?P<{rule}>{SHAPES[rule]})" for rule in fit))


@lru_cache(maxsize=4096)
def _shape(codes: str, place: int, month_first: bool) -> tuple[str, int, int] | None:
    """The first shape that the codes spell from a place on: its rule, first and last code (half-open)."""
    found = _pattern(month_first).search(codes, place)
    return (found.lastgroup or "", *found.span()) if found else None
