"""Dates against the cases of Recognizers-Text, another house's reader of dates, in French and English.

Run as `python -m eval.recognizers_dates` to see each missed and each spurious date.

Cases: its `DateExtractor`, `DateParser`, `DatePeriodExtractor` and `DatePeriodParser`, and those of `DateTimeModel`
whose results are all dates or ranges of dates. The day of reading is the case's own, else 7 November 2016.

Set aside, each by a rule (`ASIDE`), because the annotation rules of the gold statements make them no dates:

- `unread`: not read by that house's own reference implementation; most of the French ones;
- `lone day`: a day of the month without its month ("the 27th", "le 27e"): in a statement, an ordinal;
- `no year`: two numbers ("4/22", "2-4"): a fraction, a score or a range as often as a date;
- `vague`: seasons and uncertain stretches ("past few weeks", "été", "la journée");
- `elsewhere`: counted from another time than today ("that year", "le lendemain", "two days later");
- `lasting`: how long rather than when ("in 3 weeks", "within 10 months"); `weeks`: by their number, or of work;
- `feasts`: Easter, Christmas, Halloween; `month in digits`: "11/2016", which is as often the number of a decision;
- `in words`: years and decades in words ("nineteen seventy eight", "the noughties"), and years before 1600.

Spans: ours leave out prepositions and articles, so a date is met where the two overlap; a range that we read as its two
ends is met by both. Values: a day must be one of the resolutions; a range must share days with one of them, as its ends
are drawn otherwise (half-open; from tomorrow; half of the month for "the end of March").
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from entente import plugins
from entente.model.reading import DateMention
from entente.reading.dates import dates
from entente.reading.dates.calendar import edge_day
from entente.reading.read import open_page

__all__ = ["Score", "measure", "scores"]

LANGUAGES = {"en": "English", "fr": "French"}
FILES = ("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser", "DateTimeModel")
TODAY = date(2016, 11, 7)
KINDS = {"date", "daterange", "datetimeV2.date", "datetimeV2.daterange"}
ASIDE = {
    "lone day": r"(?:pour )?(?:the |le )?(?:\d\d?(?:st|nd|rd|th|er|e|ème)?|seconde?|t(?:wen|hir)ty.\w+|vingt.\w+)",
    "no year": r"(?:from |du |entre |between )?\d\d?[./-]\d\d?(?:(?: to | au |-)\d\d?[./-]\d\d?)?",
    "vague": r"(?:the |my )?(?:week|month|year|weekend)|.*\b(?:few|several|quelques|couple|day|jour|journée|spring|"
    r"summer|fall|autumn|winter|été|printemps|automne|hiver)\b.*",
    "lasting": r"(?:in|within|for) (?:\d+|a|an|two|three|four) .*",
    "weeks": r".*\b(?:week \d+|work(?:ing )?week|business days|jours ouvrés|semaine \d+|fortnight)\b.*",
    "feasts": r".*\b(?:easter|christmas|halloween|thanksgiving|new year|saint|eid|pâques|noël|black friday)\b.*",
    "month in digits": r"\d\d? ?[-/] ?\d{4}|\d{4} ?[-/.] ?\d\d?",
    "elsewhere": r".*\b(?:that|same|previous|later|next day|after next|to date|lendemain|suivante?|plus tard|"
    r"auparavant|même)\b.*",
    "in words": r".*\b(?:nineteen|thousands?|hundred|seventies|noughties|twenty-tens|milles?|soixante|cent|247|"
    r"1391)\b.*",
}


@dataclass
class Score:
    """How many of the wanted dates were met, how many of the read ones were right, and what was set aside."""

    wanted: int = 0
    met: int = 0
    read: int = 0
    right: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.right / max(self.read, 1), self.met / max(self.wanted, 1)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(shared: Path) -> dict[str, float]:
    """F1 by language, by ISO 639-1 code."""
    return {f"dates of peers, {code}": measure(shared, code).f1 for code in LANGUAGES}


def measure(shared: Path, code: str) -> Score:
    """The score in one language."""
    score = Score()
    language = plugins.language(code)
    for case in _cases(shared / "specs" / "recognizers" / "DateTime" / LANGUAGES[code]):
        reason = _aside(case)
        if reason:
            score.aside[reason] += 1
            continue
        today = date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", TODAY.isoformat())[:10])
        page = open_page(case["Input"], language=language, date=today)
        _count(score, case, dates(page))
    return score


def _cases(folder: Path) -> Iterator[dict[str, Any]]:
    for name in FILES:
        for case in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            kinds = {_kind(result) for result in case["Results"]}
            if kinds <= KINDS and (kinds or name != "DateTimeModel"):
                yield case


def _kind(result: dict[str, Any]) -> str | None:
    return result.get("Type") or result.get("TypeName") or result.get("Typename")


def _aside(case: dict[str, Any]) -> str | None:
    if "dotnet" in case.get("NotSupported", "") or case.get("NotSupportedByDesign"):
        return "unread"
    for result in case["Results"]:
        said = result["Text"].strip().casefold()
        for reason, rule in ASIDE.items():
            if re.fullmatch(rule, said):
                return reason
    return None


def _count(score: Score, case: dict[str, Any], read: list[DateMention]) -> None:
    """Add one case: each wanted date met, each read one right."""
    text, right = case["Input"], set()
    for result in case["Results"]:
        start = result.get("Start", result.get("start", 0))
        end = result["End"] + 1 if "End" in result else start + result["Length"]
        within = [mention for mention in read if mention.span.start < end and start < mention.span.end]
        met = {mention for mention in within if _agrees(mention, result)}
        score.met += bool(met)
        right |= set(within) if met and len(within) == 2 else met
        if not met:
            score.misses.append(f"missed   {text} | {result['Text']} | {[mention.iso for mention in within]}")
    spurious = (mention for mention in read if mention not in right)
    score.misses += [f"spurious {text} | {mention.span.cut(text)} {mention.iso}" for mention in spurious]
    score.wanted += len(case["Results"])
    score.read += len(read)
    score.right += len(right)


def _agrees(mention: DateMention, result: dict[str, Any]) -> bool:
    """Whether the time is one of the resolutions; where the case has none, or "not resolved", the span is enough."""
    wanted = list(_times(result))
    if not wanted:
        return True
    if mention.iso is None:
        return False
    start, end = edge_day(mention.iso, end=False), edge_day(mention.iso, end=True)
    return any(since <= end and start <= until for since, until in wanted)


def _times(result: dict[str, Any]) -> Iterator[tuple[str, str]]:
    value = result.get("Value") or {}
    for time in (value.get("PastResolution"), value.get("FutureResolution")):
        if time:
            yield from _ends(time.get("date") or time.get("startDate"), time.get("date") or time.get("endDate"))
    for time in (result.get("Resolution") or {}).get("values", ()):
        yield from _ends(time.get("start") or time.get("value"), time.get("end") or time.get("value"))


def _ends(start: str | None, end: str | None) -> Iterator[tuple[str, str]]:
    """The days of a resolution, without those outside our calendar ("0001-01-01") and those that are not resolved."""
    if start and end and start[:1] in "12" and end[:1] in "12":
        yield start[:10], end[:10]


def main() -> None:
    """Print each miss, and the scores."""
    from eval.gate import shared_folder

    for code in LANGUAGES:
        score = measure(shared_folder(), code)
        print(*score.misses, sep="\n")
        print(f"{code}: F1 {score.f1:.3f}, {score.met} of {score.wanted} met, {score.right} of {score.read} right")
        print(f"{code}: set aside {dict(score.aside)}")


if __name__ == "__main__":
    main()
