"""Labels: numbers that are no figures, but names, ordinals, times of day, ages or years."""

from __future__ import annotations

from decimal import Decimal

from entente.reading.figures.counted import WORD
from entente.reading.figures.draft import YEARS, Draft
from entente.reading.figures.lore import Lore, reaches
from entente.text.numerals import Numeral

__all__ = ["Labels"]

ONES = frozenset((Decimal(0), Decimal(1)))  # words that are pronouns and articles more often than numbers
HALF = Decimal(50)
NEAR = 24  # how far before a number its label may begin
SERIES = 5  # characters between two labelled numbers, at most


class Labels:
    """Tells the numbers of a page that are no figures."""

    __slots__ = ("_folded", "_last", "_lore", "_text")

    def __init__(self, text: str, folded: str, lore: Lore) -> None:
        self._text = text
        self._folded = folded
        self._lore = lore
        self._last = -NEAR  # where the last labelled number ended

    def touched(self, number: Numeral, first: int) -> bool:
        """Whether what touches a number makes it part of a name, a time, a list or an ordinal."""
        folded, end = self._folded, number.end
        before, after = folded[first - 1 : first] or "\n", folded[end : end + 1]
        if before in "-/:.+=" and first > 1 and folded[first - 2].isalnum():
            return True
        if after in (" ", ""):
            return False
        if after in "/:-" and folded[end + 1 : end + 2].isdigit():
            return True
        if after in ".)" and before in "\n(" and number.plain:
            return True
        if not after.isalpha() or self._lore.purse.after(self._text, folded, end) is not None:
            return False
        return number.form != "digits" or self._lore.nouns.known(folded, end) is None

    def aged(self, draft: Draft) -> bool:
        """Whether a number is an age, where ages are no figures."""
        folded, lore = self._folded, self._lore
        return reaches(lore.aged, folded, draft.end) > 0 or folded.endswith(lore.ages, 0, draft.first)

    def idle(self, draft: Draft) -> bool:
        """Whether a number, with what was found beside it, still is no figure."""
        number, lore = draft.number, self._lore
        if draft.rule in ("money", "percent"):
            return False
        one = number.form == "words" and number.value in ONES
        if draft.rule == "counted" and not one:
            return False
        word = self._word_before(draft)
        if draft.rule == "counted":
            return not number.value or word in lore.singletons or word in lore.labels
        if draft.rule == "share":
            if not number.plain or draft.hedged or self._folded.endswith(lore.filled, 0, draft.first):
                return False
            if self._changes(number):
                return False
            return word in lore.singletons or not self._of_a_whole(number)
        return one or self._labelled(draft, word) or (number.plain and self._timed(number))

    def _of_a_whole(self, number: Numeral) -> bool:
        """Whether what follows a share shows that it is one: "half of", or a half that ends its clause."""
        after = self._folded[number.end : number.end + 1]
        if number.value == HALF and after in ",.;)":
            return True
        return reaches(self._lore.wholes, self._folded, number.end) > 0

    def _changes(self, number: Numeral) -> bool:
        """Whether a share is that by which something changes: "cut by a third", "réduit de moitié"."""
        folded, end = self._folded, number.end
        if not folded.endswith(self._lore.by, 0, number.start):
            return False
        word = WORD.match(folded, end)
        return word is None or word[1] in self._lore.nouns.stops

    def _timed(self, number: Numeral) -> bool:
        """Whether bare digits are a year or a time of day."""
        return number.value in YEARS or reaches(self._lore.clocks, self._folded, number.end) > 0

    def _labelled(self, draft: Draft, word: str) -> bool:
        """Whether a number is a label: "article 5", "UNSCR 2231", "resolutions 2570 and 2571"."""
        folded, first = self._folded, draft.first
        series = first - self._last <= SERIES and folded[self._last : first].strip(" ,") in self._lore.joints
        if not (
            word in self._lore.labels
            or folded.endswith(self._lore.titles, 0, first)
            or (series and not draft.noun)
            or self._acronym(draft)
        ):
            return False
        self._last = draft.number.end
        return True

    def _word_before(self, draft: Draft) -> str:
        """The word right before a draft; none where a comma stands between ("this week, 447 generators")."""
        before = self._folded[max(0, draft.start - NEAR) : draft.start].split()
        return before[-1].strip("(:'\"") if before and before[-1][-1] not in ",;" else ""

    def _acronym(self, draft: Draft) -> bool:
        """Whether a short name in capitals stands right before a draft."""
        before = self._text[max(0, draft.start - NEAR) : draft.start].split()
        return bool(before) and len(before[-1]) > 1 and before[-1].isalpha() and before[-1].isupper()
