"""Elisions: the unit of a number that stands without one, from what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from entente.languages import NumberWords
from entente.reading.figures.counted import WORD, Counted, Nouns
from entente.reading.figures.draft import TIMES, Draft
from entente.reading.figures.homes import LIKELY, NAMESAKES, OWNED, Homes
from entente.reading.figures.lore import either, lore
from entente.reading.figures.wordbook import wordbook
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.numerals import whole
from entente.text.tables import folded_words, listed

__all__ = ["complete"]

REACH = 240  # characters before a number in which what it counts may have been named
AHEAD = 90  # characters after it
LARGE = 1000  # a number at least as large, and no year, counts something even where no cue says so
LATEST = 32  # figures before it that may have the same unit
NEXT = 24  # characters after it that tell at once
_LETTERS = Late(r"[a-zœæ]+")
NEXT_PART = 60  # characters between two parts of one whole, at most
BESIDE = 14  # characters between two numbers of one unit, at most
MONEYED = 10**9  # "millions" of nothing are people, "billions" are money


class Cues(NamedTuple):
    """What tells the unit of a bare number.

    `series` stands between a number and the next of the same unit, `subset` before a part of what was counted,
    `partitives` before a whole whose part comes next, `total` before the noun that a bare number counts ("the number
    of ... is"), `amounting` after a crowd ("the force numbers"), `multiplied` before a multiple; `fates` come after
    people, `worth` stands in a sentence about money; `totals` begin `total`;
    `whom` stands after a part of those named before ("of whom"), `portion` between a part and the number of the whole,
    `further` between two parts of one whole.
    """

    series: Late
    subset: Late
    total: Late
    amounting: Late
    partitives: tuple[str, ...]
    fates: Late
    worth: frozenset[str]
    totals: tuple[str, ...]
    multiplied: tuple[str, ...]
    whom: tuple[str, ...]
    portion: tuple[str, ...]
    further: Late


@lru_cache(maxsize=16)
def cues(code: str, words: NumberWords) -> Cues:
    """The cues of the language with an ISO 639-1 code."""
    book = wordbook(code)
    around = book["phrases"]
    between = either([*listed(words.to), *listed(words.alternatives), *around.get("conjunctions", "").split()])
    totals, counting = either(words.numbers.split()), either(listed(words.counting))
    fates = either(around.get("fates", "").split())
    crowds = either(around.get("crowds", "").split())
    return Cues(
        series=Late(rf" (?:{between}) |, | ?- ?|,? (?:{between}) "),
        subset=Late(rf"(?:^|[ ,;:(])(?:{either(listed(words.subset))}) (?:[a-z']+ ){{0,2}}$"),
        total=Late(rf"(?:^|[ '(])(?:{totals}) (?:[a-z]+ )?(?:{counting})(?:(?<=')| )"),
        amounting=Late(rf"(?<![a-z])(?:{crowds}) (?:{either(listed(words.amounting))}) $"),
        partitives=tuple(f"{fold(form)} " for form in listed(words.partitives)),
        fates=Late(rf"[ -](?:[a-z]+ ){{0,2}}(?:{fates})(?![a-z])"),
        worth=folded_words(book["money"].get("worth", "")),
        totals=tuple(fold(words.numbers).split()),
        multiplied=tuple(f"{fold(form)} " for form in listed(around.get("multiplied", ""))),
        whom=tuple(f" {fold(form)}" for form in listed(around.get("whom", ""))),
        further=Late(rf"[^.;:\n]{{3,}}(?:,| (?:{either(around.get('conjunctions', '').split())})) "),
        portion=tuple(f" {fold(form)} " for form in listed(around.get("portion", ""))),
    )


def complete(page: Page, folded: str, drafts: list[Draft]) -> list[Draft]:
    """The drafts that have a unit, and those to which the text around gives one; "dollars" become somebody's."""
    homes = Homes(page)
    _own(homes, drafts)
    if all(draft.unit for draft in drafts):
        return drafts
    rules = cues(page.language.code, page.language.numbers)
    for index in range(len(drafts) - 2, -1, -1):
        _share(folded, rules, drafts[index], drafts[index + 1])
    kept: list[Draft] = []
    for index, draft in enumerate(drafts):
        draft.rule = draft.rule or "elided"
        draft.unit = draft.unit or _recalled(page, folded, rules, homes, draft, kept[-LATEST:])
        draft.unit = draft.unit or _foretold(page, draft, drafts[index + 1 : index + 2])
        if draft.unit:
            kept.append(draft)
    return kept


def _own(homes: Homes, drafts: Sequence[Draft]) -> None:
    """Say whose dollars, francs or pounds are meant where the text does not."""
    for draft in drafts:
        if draft.bare:
            draft.unit = homes.giver(draft.start) if draft.named else homes.dollar()
        elif draft.named and not draft.unit.isupper():
            if draft.unit in OWNED:
                draft.unit = homes.owned(draft.unit, draft.start)
            if draft.number.rounded:
                draft.unit = LIKELY.get(draft.unit, draft.unit)
            if draft.unit in NAMESAKES and homes.money() in NAMESAKES[draft.unit]:
                draft.unit = homes.money()


def _share(folded: str, rules: Cues, draft: Draft, following: Draft) -> None:
    """Give a bare number the unit of the next one in the same series ("from four to six countries")."""
    if draft.unit or not following.unit or following.start - draft.end > BESIDE:
        return
    if draft.number.rounded and following.unit == "percent":
        return
    if folded[draft.end : following.start] in rules.portion:
        if (draft.number.value or 0) < (following.number.value or 0):
            draft.unit = following.unit
            _lift(draft, following)
    elif rules.series.fullmatch(folded, draft.end, following.start):
        draft.unit = following.unit


def _recalled(page: Page, folded: str, rules: Cues, homes: Homes, draft: Draft, earlier: Sequence[Draft]) -> str:
    """The unit of a bare number, from what stands around it; empty where nothing tells that it counts at all."""
    number = draft.number
    start, _ = page.sentence(draft.start)
    before = folded[max(start, draft.start - REACH) : draft.start]
    if before.endswith(rules.multiplied):
        return "times"
    if any(total in before for total in rules.totals):
        counted = _total(lore(page.language.code, page.language.numbers).nouns, rules, before)
        if counted is not None:
            return counted.unit
    following = rules.total.search(folded, draft.end, draft.end + NEXT)
    if following is not None:
        counted = lore(page.language.code, page.language.numbers).nouns.phrase(folded, following.end())
        if counted is not None:
            return counted.unit
    if rules.amounting.search(before):
        return "person"
    further = _continued(page, folded, rules, draft, earlier)
    subset = further or rules.subset.search(before) is not None or _parted(folded, rules, draft, earlier)
    vague = number.form == "vague"
    if rules.fates.match(folded, draft.end) and not subset:
        return "person"
    if folded.startswith(rules.whom, draft.end) and (unit := _of_those(earlier, start)):
        return unit
    if not (subset or vague or number.rounded or draft.hedged or (not number.plain and (number.value or 0) >= LARGE)):
        return ""
    next_words = folded[draft.end : draft.end + NEXT]
    if vague and number.low is not None and number.low < MONEYED and not _spoken(rules.worth, next_words):
        return "person"
    if (
        number.rounded
        and not _followed(page, folded, draft)
        and _spoken(rules.worth, before + folded[draft.end : draft.end + AHEAD])
    ):
        spent = [other.unit for other in earlier if other.unit.isupper()]
        return spent[-1] if spent else homes.money()
    for other in reversed(earlier):
        if further and other.rule == "elided":  # a part as this one is; the whole stands before
            continue
        if other.unit.isupper() and not (subset or number.rounded):
            continue
        if other.unit == "country" and (number.value or 0) >= LARGE:
            continue
        if other.unit != "percent" and other.unit not in TIMES:
            if subset:
                _lift(draft, other)
            return other.unit
    return ""


def _of_those(earlier: Sequence[Draft], start: int) -> str:
    """The unit of those who were counted last since an offset ("1,000 officers, 400 of whom"); empty if none were."""
    for other in reversed(earlier):
        if other.start < start:
            break
        if not other.unit.isupper() and other.unit != "percent" and other.unit not in TIMES:
            return other.unit
    return ""


def _foretold(page: Page, draft: Draft, later: Sequence[Draft]) -> str:
    """The currency of bare millions, from the next sum of their sentence."""
    near = [other.unit for other in later if other.start < page.sentence(draft.start)[1] and other.unit.isupper()]
    return near[0] if near and draft.number.rounded else ""


def _parted(folded: str, rules: Cues, draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Whether the number is a part of the figure right before it: "of the 47 strikes, 12"."""
    if not earlier or folded[earlier[-1].end : draft.start] != ", ":
        return False
    return folded.endswith(rules.partitives, 0, earlier[-1].start)


def _continued(page: Page, folded: str, rules: Cues, draft: Draft, earlier: Sequence[Draft]) -> bool:
    """Whether the number goes on with the parts of a whole: "16 millions, dont 8 en Éthiopie et 3 au Kenya"."""
    if not earlier or earlier[-1].rule != "elided" or draft.start - earlier[-1].end > NEXT_PART:
        return False
    between, after = folded[earlier[-1].end : draft.start], WORD.match(folded, draft.end)
    nouns = lore(page.language.code, page.language.numbers).nouns
    return rules.further.fullmatch(between) is not None and after is not None and after[1] in nouns.stops


def _followed(page: Page, folded: str, draft: Draft) -> bool:
    """Whether a noun seems to follow, so that the number counts things and no money (where heads stand last)."""
    nouns = lore(page.language.code, page.language.numbers).nouns
    word = WORD.match(folded, draft.end) if nouns.heads_last else None
    return word is not None and word[1] not in nouns.stops


def _spoken(words: frozenset[str], around: str) -> bool:
    """Whether one of the words stands in a stretch of text."""
    return not words.isdisjoint(_LETTERS.findall(around))


def _lift(draft: Draft, entire: Draft) -> None:
    """Give a part the scale of its whole where it leaves it out ("16 millions, dont 8 en Éthiopie")."""
    value, total = draft.number.value, entire.number.value
    if value is None or total is None or not entire.number.rounded or draft.number.rounded or value >= LARGE:
        return
    for power in (12, 9, 6):
        scale = Decimal(10**power)
        if total >= scale:
            if value * scale < total:
                grain = (draft.number.grain or Decimal(1)) * scale
                draft.number = draft.number._replace(value=whole(value * scale), grain=grain)
            return


def _total(nouns: Nouns, rules: Cues, before: str) -> Counted | None:
    """What "the number of ..." before a bare number counts."""
    last = None
    for match in rules.total.finditer(before):
        last = match
    return None if last is None else nouns.phrase(before, last.end())
