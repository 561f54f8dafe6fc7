"""Drafting: each number of a page with the unit and the hedges beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from entente.model.figure import Bound
from entente.model.span import Span
from entente.reading.figures.counted import NOTHING, WORD
from entente.reading.figures.draft import TIMES, YEARS, Draft
from entente.reading.figures.hedges import Hedges
from entente.reading.figures.labels import Labels
from entente.reading.figures.lore import lore, reaches
from entente.reading.figures.money import COMMON, Currency
from entente.reading.figures.proportions import proportions
from entente.reading.figures.ranges import GAP, Low, changing, low_end
from entente.reading.page import Page
from entente.text.numerals import Numeral

__all__ = ["Drafter"]

ADJECTIVES = ("ese", "ch")  # endings of peoples that are adjectives too: "the 2019 French presidency"
CHANGE = frozenset(("cent", "centime", "penny"))  # a hundredth of a currency
PHONE = re.compile(r"\+\d{1,3}(?:[ .()/-]{1,2}\d{1,5}){2,6}(?!\d)|(?<![\d.,])0\d(?:[ .-]\d\d){4}(?![ .,]?\d)")
HALF = Decimal("0.5")
MILLION = 10**6
NEAR = 20  # characters between a figure and a number that belongs to it, at most
FEW = 10  # things that may be named one by one: "under three pillars"
MODEL = re.compile(r"[ \u00a0][A-Z][\w-]+[ \u00a0-]?")  # before the number of a model: "14 chars Challenger 2"


class Drafter:
    """Drafts the figures of a page, whose `readable` text is `folded`."""

    def __init__(self, page: Page, folded: str) -> None:
        self.text = page.text
        self.folded = folded
        self.lore = lore(page.language.code, page.language.numbers)
        self.hedges = Hedges(page, folded)
        self.labels = Labels(page.text, folded, self.lore)
        self.spent = 0  # where the last currency ended

    def drafts(self, found: Sequence[Numeral], named: Sequence[Span]) -> list[Draft]:
        """The drafts of the numbers of a page, ranges put together; numbers in what is `named` and phones left out."""
        phones = [Span(*match.span()) for match in PHONE.finditer(self.folded)]
        free = _apart(found, sorted([*named, *phones]))
        free = proportions(self.lore, self.folded, free)
        made: list[Draft] = []
        index = 0
        while index < len(free):
            number, low = free[index], None
            index += 1
            if made and number.start < made[-1].end:
                continue
            after = free[index] if index < len(free) else None
            if after is not None and after.start - number.end <= GAP:
                low = low_end(self.lore, self.folded, number, after)
                if low is None:
                    number = changing(self.lore, self.folded, number, after)
                else:
                    number = after
                    index += 1
            draft = self._draft(number, low)
            if draft is None:
                continue
            made.append(draft)
            if index < len(free) and free[index].start - draft.end <= NEAR and self._absorbed(draft, free[index]):
                index += 1
        return made

    def _draft(self, number: Numeral, low: Low | None) -> Draft | None:
        """The draft of a number; None where it is a name, a label, an ordinal, an age or a time of day."""
        first = number.start if low is None else low.number.start
        if self.labels.touched(number, first):
            return None
        draft = Draft(number, first, first if low is None else low.start, number.end)
        if low is not None:
            draft.low = low.number.value
        if number.form == "share":
            draft.unit, draft.rule = "percent", "share"
        elif not self._united(draft):
            return None
        self._bound(draft)
        return None if self.labels.idle(draft) else draft

    def _bound(self, draft: Draft) -> None:
        """Begin the draft at the hedges before it, and say how firm it is."""
        number = draft.number
        few = number.form == "words" and draft.rule == "noun" and number.value is not None and number.value < FEW
        start, bound = self.hedges.before(
            draft.start,
            time=draft.unit in TIMES,
            tied=self.folded.startswith("-", number.end),
            beneath=self.lore.beneath if few else (),
        )
        draft.hedged = start < draft.start or draft.bound is not Bound.EXACT
        draft.start = start
        if bound is not Bound.EXACT:
            draft.bound = bound
        if draft.low is not None:
            draft.bound = Bound.RANGE
        elif number.form == "vague":
            draft.bound = Bound.INDEFINITE
            draft.start, _ = self.hedges.before(self._several(start))
        elif number.loose and draft.bound is Bound.EXACT:
            draft.bound = Bound.ABOUT

    def _several(self, start: int) -> int:
        """Where a vague number begins that may have "several" before it."""
        for vague in self.lore.vagues:
            if self.folded.endswith(vague, 0, start):
                return start - len(vague)
        return start

    def _united(self, draft: Draft) -> bool:
        """Give the draft the unit beside its number; False where that makes it no figure."""
        money = self._priced(draft)
        if draft.number.attached and money is None:
            return False
        self._trailed(draft)
        if money is not None:
            self._spent(draft, money)
            return True
        folded, end = self.folded, draft.end
        if self.lore.folds and draft.number.form == "words" and folded.endswith(self.lore.folds, draft.first, end):
            draft.unit, draft.rule = "times", "counted"
            return True
        percent = reaches(self.lore.percents, folded, end)
        if percent:
            draft.unit, draft.rule, draft.end = "percent", "percent", percent
        else:
            word = WORD.match(folded, end)
            money = self.lore.purse.after(self.text, folded, end) if self._opens(word) else None
            if money is not None:
                self._earned(draft, money)
            elif not self._counted(draft, word):
                return False
        if draft.end > end:
            self._trailed(draft)
        return True

    def _trailed(self, draft: Draft) -> None:
        """End the draft after the hedge that may follow it."""
        tail = self.hedges.after(draft.end)
        if tail is not None:
            draft.end, draft.bound = tail
        elif rate := reaches(self.lore.rates, self.folded, draft.end):
            _, draft.bound = self.hedges.after(rate) or (0, draft.bound)

    def _opens(self, word: re.Match[str] | None) -> bool:
        """Whether what follows the number may be money: a sign, or the first word of a name."""
        return word is None or word[1] in self.lore.openers or self.text[word.start(1)] in self.lore.purse.signs

    def _priced(self, draft: Draft) -> Currency | None:
        """The currency before the number; a rare code, maybe another short name, only before a sum ("COP 26")."""
        money = self.lore.purse.before(self.text, draft.first)
        if money is None or money.edge < self.spent:
            return None
        return None if money.code and draft.number.plain and money.unit not in COMMON else money

    def _spent(self, draft: Draft, money: Currency) -> None:
        """Give the draft the currency that stands before its number, and after it once more ("$450 million USD")."""
        draft.unit, draft.rule, draft.bare = money.unit, "money", money.bare
        draft.start = min(draft.start, money.edge)
        if money.power:
            _multiply(draft, money.power)
        if not self.text[draft.end + 1 : draft.end + 2].isupper():
            return
        after = self.lore.purse.after(self.text, self.folded, draft.end)
        if after is not None and (money.bare or after.unit == money.unit):
            draft.unit, draft.end, draft.bare = after.unit, after.edge, after.bare

    def _earned(self, draft: Draft, money: Currency) -> None:
        """Give the draft the currency after its number, and the scale that may follow that ("75 USD million")."""
        draft.unit, draft.rule, draft.end = money.unit, "money", money.edge
        draft.bare, draft.named = money.bare, money.named
        self.spent = money.edge
        word = None if money.named else WORD.match(self.folded, draft.end)
        power = self.lore.scales.get(word[1], 0) if word else 0
        if word is not None and power:
            _multiply(draft, power)
            draft.end = word.end()

    def _counted(self, draft: Draft, word: re.Match[str] | None) -> bool:
        """Give the draft the noun phrase that begins with a word; False where that makes it no figure."""
        number, folded, nouns, end = draft.number, self.folded, self.lore.nouns, draft.end
        if folded.startswith("-", end):
            phrase = nouns.known(folded, end + 1) or nouns.attributive(folded, end + 1)
        else:
            one = number.value == 1 and draft.low is None
            linked = number.rounded or number.loose or number.form == "vague"
            large = number.rounded and number.value is not None and number.value >= MILLION
            phrase = nouns.after(folded, word, end, one=one, linked=linked, large=large)
        if phrase is None:
            return not self.labels.aged(draft)
        if phrase.unit == NOTHING or ((phrase.unit == "year" or not phrase.known) and self.labels.aged(draft)):
            return False
        if number.plain and number.value in YEARS and (not phrase.known or folded.endswith(ADJECTIVES, 0, phrase.end)):
            return False
        if number.value is not None and number.value < 0 and phrase.unit != "degree":  # the dash was a bullet
            draft.number = number._replace(value=-number.value)
            draft.first = draft.start = number.start + 1
        draft.unit, draft.end, draft.noun = phrase.unit, phrase.end, (phrase.start, phrase.end)
        draft.rule = "counted" if phrase.known else "noun"
        if phrase.known and folded.endswith(self.lore.loosely, 0, draft.first):
            draft.unit = nouns.singular(folded[phrase.start : phrase.end])
        if (phrase.unit in TIMES or phrase.unit == "times") and not number.rounded:
            self._half_more(draft)
        return True

    def _half_more(self, draft: Draft) -> None:
        """Add the half that may follow a time or a multiple ("deux ans et demi")."""
        half, number = self.lore.halves.match(self.folded, draft.end), draft.number
        if half is not None and number.value is not None:
            draft.end = half.end()
            draft.number = number._replace(value=number.value + HALF, grain=HALF, end=draft.end)

    def _absorbed(self, draft: Draft, after: Numeral) -> bool:
        """Whether the next number belongs to the draft, which then holds it, or to a model that it counts."""
        if draft.noun and after.plain and MODEL.fullmatch(self.text, draft.end, after.start):
            return True
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

    def _changed(self, draft: Draft, after: Numeral) -> bool:
        """Whether the next number is the small change of a sum ("15 dollars and 20 cents"); then add it."""
        lore, folded, whole, end = self.lore, self.folded, draft.number.value, after.end
        if after.value is None or not 0 < after.value < 100 or after.rounded:
            return False
        if whole is None or whole != int(whole) or draft.number.rounded:
            return False
        if folded[draft.end : after.start] not in lore.change:
            return False
        money, word = lore.purse.after(self.text, folded, end), WORD.match(folded, end)
        if money is not None and money.unit in CHANGE:
            end = money.edge
        elif money is not None or (word and word[1] not in lore.nouns.stops) or folded[end : end + 1] in tuple("-%"):
            return False
        draft.end = end
        draft.number = draft.number._replace(value=whole + after.value / 100, grain=Decimal("0.01"))
        return True


def _multiply(draft: Draft, power: int) -> None:
    """Multiply the number of a draft by a power of ten."""
    number = draft.number
    if number.value is not None and number.grain is not None:
        scale = Decimal(10**power)
        draft.number = number._replace(
            value=number.value * scale, grain=number.grain * scale, plain=False, rounded=True
        )


def _apart(found: Sequence[Numeral], spans: Sequence[Span]) -> list[Numeral]:
    """The numbers that do not stand inside a span, of those in order."""
    free = []
    index = 0
    for number in found:
        while index < len(spans) and spans[index].end <= number.start:
            index += 1
        if index == len(spans) or spans[index].start > number.start or spans[index].end < number.end:
            free.append(number)
    return free
