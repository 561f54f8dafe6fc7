"""Drafts of figures: each number of a page with the unit and hedges beside it, or set aside as no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from entente.model.figure import Bound
from entente.model.reading import DateMention
from entente.reading.counted import NOTHING, WORD
from entente.reading.hedges import Hedges
from entente.reading.lore import lore
from entente.reading.money import COMMON, Currency
from entente.reading.page import Page
from entente.text.numerals import Numeral

__all__ = ["TIMES", "Draft", "Drafter"]

TIMES = frozenset("second minute hour day week month year decade century".split())
YEARS = frozenset(map(Decimal, range(1600, 2101)))  # bare digits that are a year, unless something counted follows
ONES = frozenset((Decimal(0), Decimal(1)))  # words that are pronouns and articles more often than numbers
ADJECTIVES = ("ese", "ch")  # endings of peoples that are adjectives too: "the 2019 French presidency"
CHANGE = frozenset(("cent", "centime", "penny"))  # a hundredth of a currency
HALF = Decimal("0.5")
NEAR = 24  # how far before a number "between" may stand
WIDE = 100  # the upper end of a range is at most so many times the lower one
GAP = 14  # between the ends of a range, at most


@dataclass(slots=True)
class Draft:
    """A figure in the making.

    `first` is where its number begins; `unit` is empty where nothing beside the number tells it; `low` is the lower
    end of a range; `noun` is where its noun phrase stands; `bare`: dollars that are not said to be anybody's;
    `named`: a currency in words.
    """

    number: Numeral
    first: int
    start: int
    end: int
    unit: str = ""
    bound: Bound = Bound.EXACT
    low: Decimal | None = None
    noun: tuple[int, int] | None = None
    rule: str = ""
    hedged: bool = False
    bare: bool = False
    named: bool = False


class Drafter:
    """Drafts the figures of a page, whose folded text is `folded`."""

    def __init__(self, page: Page, folded: str) -> None:
        self.text = page.text
        self.folded = folded
        self.lore = lore(page.language.code, page.language.numbers)
        self.hedges = Hedges(page, folded)
        self.label = -GAP  # where the last labelled number ended
        self.spent = 0  # where the last currency ended

    def drafts(self, found: Sequence[Numeral], dates: Sequence[DateMention]) -> list[Draft]:
        """The drafts of the numbers of a page, ranges put together; numbers in dates and names left out."""
        free = _undated(found, dates) if dates else found
        made: list[Draft] = []
        index = 0
        while index < len(free):
            number = free[index]
            index += 1
            if made and number.start < made[-1].end:
                continue
            low = None
            if index < len(free) and free[index].start - number.end <= GAP:
                low = self._range(number, free[index])
                if low is not None:
                    number = free[index]
                    index += 1
                elif number.value == 1 and self.folded[number.end : free[index].start] in self.lore.among:
                    index += 1
                    continue
                else:
                    number = self._changing(number, free[index])
            draft = self.draft(number, low)
            if draft is None:
                continue
            made.append(draft)
            if index < len(free) and free[index].start - draft.end <= 5 and self._absorbed(draft, free[index]):
                index += 1
        return made

    def _range(self, low: Numeral, high: Numeral) -> tuple[Numeral, int] | None:
        """The lower end of a range and where the range begins, if two numbers are its ends."""
        if low.value is None or high.value is None:
            return None
        match = self.lore.ranges.fullmatch(self.folded, low.end, high.start)
        if match is None:
            return None
        value = _lifted(low.value, high)
        if value >= high.value:
            return None
        low = low._replace(value=value, rounded=high.rounded)
        folded = self.folded
        floor = max(0, low.start - NEAR)
        before = folded[floor : low.start]
        pair = self.lore.pairs.search(before)
        if pair is not None:
            return low, floor + pair.start()
        if not (match["to"] or match["dash"] or match["or"]):
            return None
        if value * (WIDE if match["to"] else 3) < high.value:
            return None
        if match["to"] and self.lore.changes.search(before) and not self._times(high):
            return None
        if match["share"] and not folded.startswith(self.lore.percents, high.end):
            return None
        return low, low.start

    def _times(self, number: Numeral) -> bool:
        """Whether a number counts days, years or the like."""
        noun = self.lore.nouns.known(self.folded, number.end)
        return noun is not None and noun.unit in TIMES

    def _changing(self, low: Numeral, high: Numeral) -> Numeral:
        """The first of two numbers between which something changed, with the scale that the second has alone."""
        if low.value is None or high.value is None or low.rounded or not high.rounded:
            return low
        match = self.lore.ranges.fullmatch(self.folded, low.end, high.start)
        if match is None or not match["to"] or low.value >= high.value:
            return low
        value = _lifted(low.value, high)
        grain = (low.grain or Decimal(1)) * value / low.value if low.value else low.grain
        return low._replace(value=value, grain=grain, rounded=True, plain=False)

    def _absorbed(self, draft: Draft, after: Numeral) -> bool:
        """Whether the next number belongs to the draft, which then holds it."""
        return self._repeated(draft, after) or (draft.rule == "money" and self._changed(draft, after))

    def _repeated(self, draft: Draft, after: Numeral) -> bool:
        """Whether the next number says the figure once more, in brackets; then the draft ends after it."""
        folded = self.folded
        if after.value != draft.number.value or folded[draft.end : after.start].lstrip() != "(":
            return False
        close = folded.find(")", after.end, after.end + 3)
        if close < 0 or folded[after.end : close].strip(" %"):
            return False
        draft.end = close + 1
        noun = folded[slice(*draft.noun)] if draft.noun else ""
        if noun and folded.startswith(f" {noun}", draft.end):
            draft.end += len(noun) + 1
        return True

    def draft(self, number: Numeral, low: tuple[Numeral, int] | None = None) -> Draft | None:
        """The draft of a number; None where it is a name, a label, an ordinal, an age or a time of day."""
        first = number.start
        draft = Draft(number, first, first, number.end)
        if low is not None:
            first, draft.start, draft.low = low[0].start, low[1], low[0].value
            draft.first = first
        if self._touched(number, first):
            return None
        if number.form == "share":
            draft.unit, draft.rule = "percent", "share"
        elif not self._united(draft):
            return None
        start, bound = self.hedges.before(draft.start, time=draft.unit in TIMES)
        draft.hedged = start < draft.start or draft.bound is not Bound.EXACT
        draft.start = start
        if bound is not Bound.EXACT:
            draft.bound = bound
        if low is not None:
            draft.bound = Bound.RANGE
        elif number.form == "vague":
            draft.bound = Bound.INDEFINITE
            draft.start = self._several(start)
        elif number.loose and draft.bound is Bound.EXACT:
            draft.bound = Bound.ABOUT
        return None if self._idle(draft) else draft

    def _touched(self, number: Numeral, first: int) -> bool:
        """Whether what touches the number makes it part of a name, a time, a list or an ordinal."""
        folded, end = self.folded, number.end
        before, after = folded[first - 1 : first] or "\n", folded[end : end + 1]
        if before in "-/:.+" and first > 1 and folded[first - 2].isalnum():
            return True
        if after == " ":
            return False
        if after in "/:-" and folded[end + 1 : end + 2].isdigit():
            return True
        if after in ".)" and before in "\n(" and number.plain and after:
            return True
        if not after.isalpha() or self.lore.purse.after(self.text, folded, end) is not None:
            return False
        return number.form != "digits" or self.lore.nouns.known(folded, end) is None

    def _united(self, draft: Draft) -> bool:
        """Give the draft the unit beside its number; False where that makes it no figure."""
        number, folded, lore = draft.number, self.folded, self.lore
        money = self._priced(draft)
        if number.attached and money is None:
            return False
        end = draft.end
        tail = self.hedges.after(end)
        if tail is not None:
            draft.end, draft.bound = tail
            end = draft.end
        if money is not None:
            self._spent(draft, money)
            return True
        if folded.startswith(lore.percents, end):
            draft.unit, draft.rule = "percent", "percent"
            draft.end = end + len(next(form for form in lore.percents if folded.startswith(form, end)))
        else:
            word = WORD.match(folded, end)
            money = lore.purse.after(self.text, folded, end) if self._opens(word) else None
            if money is not None:
                draft.unit, draft.rule, draft.end = money.unit, "money", money.edge
                draft.bare, draft.named = money.bare, money.named
                self.spent = money.edge
                if not money.named:
                    self._multiplied(draft)
            elif not self._counted(draft, word, end):
                return False
        if draft.end > end:
            tail = self.hedges.after(draft.end)
            if tail is not None:
                draft.end, draft.bound = tail
        return True

    def _opens(self, word: re.Match[str] | None) -> bool:
        """Whether what follows the number may be money: a sign, or the first word of a name."""
        return word is None or word[1] in self.lore.openers or self.text[word.start(1)] in self.lore.purse.signs

    def _priced(self, draft: Draft) -> Currency | None:
        """The currency before the number; a rare code, maybe another short name, only before a sum ("COP 26")."""
        money = self.lore.purse.before(self.text, draft.first)
        if money is None or money.edge < self.spent or (money.code and draft.number.plain and money.unit not in COMMON):
            return None
        return money

    def _spent(self, draft: Draft, money: Currency) -> None:
        """Give the draft the currency that stands before its number, and after it once more ("$450 million USD")."""
        draft.unit, draft.rule, draft.bare = money.unit, "money", money.bare
        draft.start = min(draft.start, money.edge)
        if money.power:
            value = draft.number.value
            draft.number = draft.number._replace(value=None if value is None else value * 10**money.power)
        if not self.text[draft.end + 1 : draft.end + 2].isupper():
            return
        after = self.lore.purse.after(self.text, self.folded, draft.end)
        if after is not None and (money.bare or after.unit == money.unit):
            draft.unit, draft.end, draft.bare = after.unit, after.edge, after.bare

    def _multiplied(self, draft: Draft) -> None:
        """Multiply a sum by the scale that stands after its currency ("75 USD million")."""
        word = WORD.match(self.folded, draft.end)
        power = self.lore.scales.get(word[1], 0) if word else 0
        if word is not None and power:
            number = draft.number
            value = None if number.value is None else number.value * 10**power
            draft.number = number._replace(value=value, grain=(number.grain or 1) * Decimal(10**power), rounded=True)
            draft.end = word.end()

    def _changed(self, draft: Draft, after: Numeral) -> bool:
        """Whether the next number is the small change of a sum ("15 dollars and 20 cents"); then add it."""
        lore, folded, whole = self.lore, self.folded, draft.number.value
        if after.value is None or not 0 < after.value < 100 or after.rounded or whole is None or draft.number.rounded:
            return False
        if folded[draft.end : after.start] not in lore.change or whole % 1 or folded[after.end : after.end + 1].isalpha():
            return False
        money = lore.purse.after(self.text, folded, after.end)
        word = WORD.match(folded, after.end)
        if money is not None and money.unit in CHANGE:
            draft.end = money.edge
        elif money is None and (word is None or word[1] in lore.nouns.stops) and folded[after.end : after.end + 1] not in "-%":
            draft.end = after.end
        else:
            return False
        draft.number = draft.number._replace(value=whole + after.value / 100, grain=Decimal("0.01"))
        return True

    def _counted(self, draft: Draft, word: re.Match[str] | None, end: int) -> bool:
        """Give the draft the noun phrase after its number; False where that makes it no figure."""
        number, folded, lore = draft.number, self.folded, self.lore
        if folded.startswith("-", end):
            phrase = lore.nouns.known(folded, end + 1)
        else:
            one = number.value == 1 and draft.low is None
            linked = number.rounded or number.loose or number.form == "vague"
            phrase = lore.nouns.after(folded, word, end, one=one, linked=linked)
        if phrase is None:
            return not self._aged(draft)
        if phrase.unit == NOTHING or (phrase.unit == "year" and self._aged(draft)):
            return False
        if number.plain and number.value in YEARS and (not phrase.known or folded.endswith(ADJECTIVES, 0, phrase.end)):
            return False
        if number.value is not None and number.value < 0 and phrase.unit != "degree":
            draft.number = number._replace(value=-number.value)  # a dash before a count is a bullet
            draft.first = draft.start = number.start + 1
        draft.unit, draft.end = phrase.unit, phrase.end
        if phrase.known and folded.endswith(lore.loosely, 0, draft.first):
            draft.unit = lore.nouns.singular(folded[phrase.start : phrase.end])
        draft.noun = (phrase.start, phrase.end)
        half = lore.halves.match(folded, phrase.end) if phrase.unit in TIMES and not number.rounded else None
        if half is not None and number.value is not None:
            draft.end = half.end()
            draft.number = number._replace(value=number.value + HALF, grain=HALF, end=draft.end)
        draft.rule = "counted" if phrase.known else "noun"
        return True

    def _aged(self, draft: Draft) -> bool:
        """Whether the number is an age."""
        folded = self.folded
        return folded.startswith(self.lore.aged, draft.end) or folded.endswith(self.lore.ages, 0, draft.first)

    def _several(self, start: int) -> int:
        """Where a vague number begins that may have "several" before it."""
        for vague in self.lore.vagues:
            if self.folded.endswith(vague, 0, start):
                return start - len(vague)
        return start

    def _idle(self, draft: Draft) -> bool:
        """Whether the number, with what was found beside it, still is no figure."""
        number, lore = draft.number, self.lore
        if draft.rule in ("money", "percent"):
            return False
        one = number.form == "words" and number.value in ONES
        if draft.rule == "counted" and not one:
            return False
        word = self._word_before(draft)
        if draft.rule == "counted":
            return not number.value or word in lore.singletons or word in lore.labels
        if number.form == "share":
            whole = draft.hedged or self.folded.startswith(lore.wholes, number.end)
            whole = whole or (number.value == 50 and self.folded[number.end : number.end + 1] in ",.;)")
            return number.plain and (not whole or word in lore.singletons)
        return one or self._labelled(draft, word) or (number.plain and self._timed(number))

    def _timed(self, number: Numeral) -> bool:
        """Whether bare digits are a year or a time of day."""
        return number.value in YEARS or self.folded.startswith(self.lore.clocks, number.end)

    def _labelled(self, draft: Draft, word: str) -> bool:
        """Whether the number is a label: "article 5", "UNSCR 2231", "resolutions 2570 and 2571"."""
        folded = self.folded
        series = draft.first - self.label <= 5 and folded[self.label : draft.first].strip(" ,") in self.lore.joints
        if not (
            word in self.lore.labels
            or folded.endswith(self.lore.titles, 0, draft.first)
            or (series and not draft.noun)
            or self._acronym(draft)
        ):
            return False
        self.label = draft.number.end
        return True

    def _word_before(self, draft: Draft) -> str:
        """The word right before a draft."""
        before = self.folded[max(0, draft.start - NEAR) : draft.start].split()
        return before[-1].strip("(,;:'\"") if before else ""

    def _acronym(self, draft: Draft) -> bool:
        """Whether a short name in capitals stands right before a draft."""
        before = self.text[max(0, draft.start - NEAR) : draft.start].split()
        return bool(before) and len(before[-1]) > 1 and before[-1].isalpha() and before[-1].isupper()


def _undated(found: Sequence[Numeral], dates: Sequence[DateMention]) -> list[Numeral]:
    """The numbers that do not stand inside a date."""
    free = []
    index = 0
    for number in found:
        while index < len(dates) and dates[index].span.end <= number.start:
            index += 1
        if index == len(dates) or dates[index].span.start > number.start or dates[index].span.end < number.end:
            free.append(number)
    return free


def _lifted(low: Decimal, high: Numeral) -> Decimal:
    """The lower end with the scale that stands at the upper end alone ("3 to 5 million", "15 à 20 000")."""
    value = high.value or Decimal(0)
    for power in (12, 9, 6, 3):
        scale = Decimal(10**power)
        if value >= scale and (high.rounded or (power == 3 and value % scale == 0)):
            return low * scale if low * scale < value and low < 1000 else low
    return low
