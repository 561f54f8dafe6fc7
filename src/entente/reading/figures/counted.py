"""What is counted: the noun phrase after a number, and its unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from entente.languages import NumberWords
from entente.reading.figures.wordbook import wordbook
from entente.text.fold import fold
from entente.text.tables import folded_words, listed

__all__ = ["NOTHING", "WORD", "Counted", "Nouns", "nouns"]

NOTHING = "none"  # the unit of phrases whose number is part of a name ("two World Wars")
MIXED = frozenset(  # kinds that are counted together
    (
        ("country", "organisation"), ("family", "business"), ("household", "business"), ("person", "country"),
        ("entity", "person"), ("person", "entity"), ("company", "person"), ("person", "company"),
        ("person", "organisation"), ("organisation", "person"),
    )
)  # fmt: skip
CLOSED = frozenset(  # units that are counted with none but themselves
    "person percent times household family business tonne kilogram pound litre kilometre metre mile hectare degree "
    "second minute hour day week month year decade century".split()
) | {"square kilometre", "square mile"}
MANY = 3  # words of a second head, at most: "killing 30 rebels and detaining many more suspected rebels" has one
LONGEST = 5  # words of a phrase whose head stands last
WORD = re.compile(r" {0,9}((?:[a-z]\.){2,}|[a-zœæþ°][a-z0-9œæþ²³°-]*)")
_MODEL = re.compile(r"[a-z]{1,3}-[0-9]{1,3}[a-z]?")  # "two C-130"
_CLOSING = re.compile(r" ?[»\"]")


class Counted(NamedTuple):
    """A noun phrase: half-open offsets, its unit, whether its head is in the tables, and the words it has.

    The unit is empty where a pronoun stands for the noun ("d'autres").
    """

    start: int
    end: int
    unit: str
    known: bool
    words: int = 1


class Nouns(NamedTuple):
    """The nouns of a language by form, and how its noun phrases go."""

    units: Mapping[str, str]
    phrases: Mapping[str, tuple[str, ...]]
    heads_last: bool
    stops: frozenset[str]
    adjectives: frozenset[str]
    singulars: frozenset[str]
    pronouns: frozenset[str]
    fates: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    link: re.Pattern[str]
    owned: re.Pattern[str]
    join: re.Pattern[str]
    joints: tuple[str, ...]
    conjunctions: frozenset[str]
    alternatives: frozenset[str]
    people: tuple[str, ...]

    def after(
        self, folded: str, word: re.Match[str] | None, end: int, *, one: bool, linked: bool, large: bool
    ) -> Counted | None:
        """The noun phrase that begins right after a number with a `word`, coordinated heads included.

        `one`: the number is one, so that the noun may be singular; `linked`: the noun may come after a linking word
        ("millions of people"), and may stand in quotation marks; `large`: it ends in millions, after which only such
        a word leads to a noun where heads come first.
        """
        link = (self.link if linked else self.owned).match(folded, end)
        if link:
            word = WORD.match(folded, link.end())
        if link and not linked and not self._known_plural(folded, link.end()):
            word, link = WORD.match(folded, end), None
        first = None if word is None else self._headed(folded, word, one)
        if large and link is None and first is not None and self.units and not (self.heads_last or first.known):
            return None  # "3,85 milliards recherchés"
        if first is None or first.unit == NOTHING:
            return first
        if link and linked and link[1] and (mark := _CLOSING.match(folded, first.end)):
            return first._replace(end=mark.end())
        return self._joined(folded, first) if folded.startswith(self.joints, first.end) else first

    def _known_plural(self, folded: str, start: int) -> bool:
        """Whether a plural of the tables begins at an offset: "99 de ses agents"."""
        known = self.known(folded, start)
        return known is not None and folded[known.start : known.end] not in self.singulars

    def phrase(self, folded: str, start: int) -> Counted | None:
        """One noun phrase without coordinated heads, that begins at an offset."""
        match = WORD.match(folded, start)
        return None if match is None else self._headed(folded, match, False)

    def _headed(self, folded: str, match: re.Match[str], one: bool) -> Counted | None:
        return self._head_last(folded, match, one) if self.heads_last else self._head_first(folded, match, one)

    def known(self, folded: str, start: int) -> Counted | None:
        """The form of the tables that begins at an offset, the longest."""
        match = WORD.match(folded, start)
        return None if match is None else self._looked_up(folded, match)

    def attributive(self, folded: str, start: int) -> Counted | None:
        """The unknown noun that a hyphen ties to a number ("a 200-megawatt plant"), where heads come last."""
        match = WORD.match(folded, start) if self.heads_last else None
        if match is None or match.start(1) > start or len(match[1]) < 4 or match[1] in self.stops:
            return None
        return Counted(start, match.end(), match[1], False)

    def _looked_up(self, folded: str, match: re.Match[str]) -> Counted | None:
        word = match[1]
        if word in self.phrases:
            begin = match.start(1)
            for form in self.phrases[word]:
                end = begin + len(form)
                if folded.startswith(form, begin) and not folded[end : end + 1].isalnum():
                    return Counted(begin, end, self.units[form], True)
        unit = self.units.get(word)
        if unit is None and word.endswith(self.people):
            unit = "person"
        return None if unit is None else Counted(match.start(1), match.end(), unit, True)

    def _head_first(self, folded: str, match: re.Match[str], one: bool) -> Counted | None:
        """A noun right after the number, but for adjectives that stand before it (French, Spanish)."""
        pronoun = None
        while True:
            word = match[1]
            known = self._looked_up(folded, match)
            adjective = word in self.adjectives
            if known is not None and (not adjective or self.known(folded, known.end) is None):
                return known
            if not adjective:
                break
            pronoun = Counted(match.start(1), match.end(), "", False) if word in self.pronouns else None
            further = WORD.match(folded, match.end())
            if further is None:
                return pronoun
            match = further
        if word in self.stops or len(word) < 3 or not (one or word[-1] in "sxz" or _MODEL.fullmatch(word)):
            return pronoun
        return Counted(match.start(1), match.end(), self.singular(word), False)

    def _head_last(self, folded: str, match: re.Match[str], one: bool) -> Counted | None:
        """The first plural of the words after the number, or a known noun right after that (English)."""
        begin, pronoun = match.start(1), None
        for count in range(1, LONGEST + 1):
            word = match[1]
            if count > 1 and word in self.conjunctions:  # "Iraqi and Syrian fighters"
                further = WORD.match(folded, match.end())
                if further is None or pronoun is not None:
                    return pronoun
                match, word = further, further[1]
            known = self._looked_up(folded, match)
            if known is not None and (one or folded[known.start : known.end] not in self.singulars):
                return self._stretched(folded, Counted(begin, known.end, known.unit, True, count))
            if word in self.stops:
                return pronoun
            if word in self.pronouns:
                further = WORD.match(folded, match.end())
                pronoun = Counted(begin, match.end(), "", False) if count == 1 else pronoun
                if further is None or further[1] in self.stops:
                    return Counted(begin, match.end(), "", False)
                match = further
                continue
            if known is None and _plural(word):
                return self._stretched(folded, Counted(begin, match.end(), self.singular(word), False, count))
            further = WORD.match(folded, match.end())
            if further is None or (further[1] in self.stops and (one or _MODEL.fullmatch(word))):
                single = (one or _MODEL.fullmatch(word)) and known is None
                return Counted(begin, match.end(), word, False, count) if single else pronoun
            match = further
        return pronoun

    def _stretched(self, folded: str, head: Counted) -> Counted:
        """The head, moved to a known noun that follows it directly ("special forces soldiers")."""
        further = self.known(folded, head.end) if folded.startswith(" ", head.end) else None
        if further is None or folded[further.start : further.end] in self.singulars:
            return head
        return Counted(head.start, further.end, further.unit, True, head.words + 1)

    def _joined(self, folded: str, first: Counted) -> Counted:
        """The phrase with the heads that are coordinated with it, where they are counted together."""
        whole, end = first, first.end
        for _ in range(4):
            match = self.join.match(folded, end)
            if match is None:
                break
            link = self.link.match(folded, match.end() - 1)
            following = self.phrase(folded, link.end() if link else match.end() - 1)
            either = match[1] in self.alternatives and first.unit not in CLOSED and following is not None
            if following is None or not following.unit or not (either or self._together(folded, first, following)):
                break
            end = following.end
            if match[1]:
                same = following.unit == first.unit
                whole = first._replace(end=end, unit=whole.unit if same else f"{first.unit}+{following.unit}")
        return whole

    def _together(self, folded: str, first: Counted, following: Counted) -> bool:
        """Whether two coordinated heads are counted together."""
        if folded[following.start : following.end] in self.fates and folded[first.start : first.end] not in self.fates:
            return False
        if following.words > MANY:
            return False
        if following.unit == first.unit or (first.unit, following.unit) in MIXED:
            return True
        if first.unit in CLOSED or following.unit == "person" or following.words > 1:
            return False
        match = WORD.match(folded, following.end) if self.heads_last else None  # a noun after it: it was a verb
        return match is None or match[1] in self.stops

    def singular(self, word: str) -> str:
        """The singular of a noun that is in no table, by its ending."""
        return _singular(word, self.endings)


def _plural(word: str) -> bool:
    """Whether an English word has the ending of a plural."""
    return word[-1] == "s" and len(word) > 3 and word[-2] not in "sui"


def _singular(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for plural, single in endings:
        if word.endswith(plural):
            return word[: -len(plural)] + single
    return word


@lru_cache(maxsize=16)
def nouns(code: str, words: NumberWords) -> Nouns:
    """The nouns of the language with an ISO 639-1 code."""
    book = wordbook(code)
    around = book["phrases"]
    units: dict[str, str] = {}
    phrases: dict[str, list[str]] = {}
    for unit, table in book["units"].items():
        for key in map(str.strip, fold(" ".join(table.split())).split(",")):
            units.setdefault(key, unit)
            first = WORD.match(key)
            if first is not None and first.end() < len(key):
                phrases.setdefault(first[1], []).append(key)
    links = "|".join(form if form.endswith("'") else f"{form} " for form in map(fold, listed(words.links))) or "(?!)"
    conjunctions = fold(around.get("conjunctions", "")).split()
    endings = tuple((row.split()[0], "".join(row.split()[1:])) for row in listed(fold(around.get("endings", ""))))
    singulars = {_singular(form, endings) for form in units if form[-1] == "s" and not form[-2:-1].isdigit()}
    return Nouns(
        units=units,
        phrases={first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in phrases.items()},
        heads_last=around.get("heads") == "last",
        stops=folded_words(" ".join((around.get("stops", ""), words.cardinals, words.scales, words.groups))),
        adjectives=folded_words(around.get("adjectives", "")),
        singulars=frozenset(singulars | folded_words(around.get("singulars", "")))
        - folded_words(around.get("invariable", "")),
        pronouns=folded_words(around.get("pronouns", "")),
        fates=folded_words(around.get("fates", "")),
        endings=endings,
        link=re.compile(rf" {{1,9}}(?:([«\"]) ?)?(?:{links})"),
        owned=re.compile(rf" (?:{'|'.join(map(fold, listed(words.owned))) or '(?!)'}) "),
        join=re.compile(rf",? ({'|'.join(conjunctions) or '(?!)'}) |, "),
        conjunctions=frozenset(conjunctions),
        alternatives=folded_words(words.alternatives.replace("|", " ")),
        people=tuple(fold(around.get("people", "")).split()),
        joints=(", ", *(f" {conjunction} " for conjunction in conjunctions), *(f", {word} " for word in conjunctions)),
    )
