"""Numerals: numbers written in digits, in words or in both, found from the digits and number words of a folded text.

A tool that knows no language: a `Grammar` holds the marks and joints of one, and each word says what it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from entente.text.digits import digit_runs

__all__ = ["CLOSE", "Grammar", "Kind", "Numeral", "Token", "Word", "digits", "numerals", "runs", "whole"]

LONGEST = 24  # a longer run of digits is no number that anybody states
JOINT = 12  # characters that may stand between two parts of a number, at most
CLOSE = frozenset(("", " ", "-", " - "))
_BLANKS = re.compile(" +")
SHARE = Decimal(10)  # the grain, in percent, of "half" and "a third"
WHOLE = 18  # the largest power of ten that a word may stand for


class Kind:
    """What a number word does."""

    DIGITS = "digits"  # 12 500
    CARDINAL = "cardinal"  # seventeen: is added to what stands before it
    SCALE = "scale"  # million: ten to the power of `value`; multiplies what stands before it
    GROUP = "group"  # dozen, centaine: counts things by so many
    HALF = "half"  # half, moitié: a share by itself, or a half beside something
    DEMI = "demi"  # demi, media: a half beside something
    PART = "part"  # thirds: one over `value`
    POINT = "point"  # the decimal mark as a word
    NONE = "none"  # holds a number word that is none: "pour cent"


class Word(NamedTuple):
    """What a number word stands for; `plural` tells "millions" from "million", `loose` a centaine from a dozen."""

    kind: str
    value: int
    plural: bool = False
    loose: bool = False


class Token(NamedTuple):
    """A number word, or a run of digits, where it stands."""

    start: int
    end: int
    word: Word
    value: int | Decimal = 0
    plain: bool = False
    attached: bool = False


class Numeral(NamedTuple):
    """A number where it is written.

    `form` is digits, words, share (its value is in percent) or vague (no value: `low` is the least it can be).
    `grain` is the weight of the last significant digit. `plain`: bare digits, which could be a year or a label, or a
    share that could be another word ("half", "a third");
    `rounded`: ends in a noun of number (million, dozen); `loose`: an approximate noun (centaine); `attached`:
    a letter touches the first digit.
    """

    start: int
    end: int
    value: Decimal | None
    grain: Decimal | None = None
    low: Decimal | None = None
    form: str = "words"
    plain: bool = False
    rounded: bool = False
    loose: bool = False
    attached: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """How a language puts numbers together.

    `run` finds digits. `joins` stand between a large number and a small one ("and"), except after `pairs`
    ("between"); `demis` before a half ("and a"), `links` after a noun of number ("of"). `articles` stand for one
    before a noun of number, `vagues` for several; `ones` end a number in one ("vingt et un"). `bare`: the scales
    that stand alone ("mille"); `halved` stand between a half and a scale ("of a"), `others` between a
    number and its noun ("six autres millions"). `tens`: joins stand between tens
    and units ("treinta y uno"); `vigesimal`: sixty-twelve is 72.
    """

    run: re.Pattern[str]
    decimal: str = "."
    joins: frozenset[str] = frozenset()
    pairs: tuple[str, ...] = ()
    demis: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    vagues: tuple[str, ...] = ()
    ones: re.Pattern[str] | None = None
    bare: frozenset[int] = frozenset()
    halved: frozenset[str] = CLOSE
    others: frozenset[str] = frozenset()
    tens: bool = False
    vigesimal: bool = False


_GROUPED = {
    ".": re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3}){0,7},[0-9]{3}(?:\.[0-9]+)?"),
    ",": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,7}(?:,[0-9]+)?"),
}


def runs(*, decimal: str, grouping: str) -> re.Pattern[str]:
    """The pattern of runs of digits: groups of three with one kind of mark, or digits with full stops and commas."""
    mark, marks = re.escape(decimal), re.escape(grouping)
    return re.compile(
        rf"[0-9]{{1,3}}([{marks}])[0-9]{{3}}(?:\1[0-9]{{3}}){{0,6}}(?:{mark}[0-9]+)?(?![0-9]|[.,][0-9])"
        r"|[0-9]+(?:[.,][0-9]+)*"
    )


_LISTED = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,3}){2,}")


def _value(run: str, separator: str | None, decimal: str) -> int | Decimal | None:
    """The value of a run of digits; None if it is no number ("12.03.2015")."""
    if len(run) > LONGEST:
        return None
    if run.isdecimal():
        return int(run)
    if separator:
        return _plain(run.replace(separator, ""))
    marks = run.count(",") + run.count(".")
    for mark, grouped in _GROUPED.items():
        if (mark == decimal or marks > 1) and grouped.fullmatch(run):
            return _plain(run.replace("," if mark == "." else ".", ""))
    return _plain(run) if marks == 1 else None


def _plain(run: str) -> int | Decimal:
    return int(run) if run.isdecimal() else Decimal(run.replace(",", "."))


_DIGITS = Word(Kind.DIGITS, 0)


_POWER = re.compile(r"e([+-]?[0-9]{1,2})(?![a-z0-9])")


def digits(folded: str, grammar: Grammar) -> list[Token]:
    """The runs of digits of a folded text, each with its groups, decimals and exponent ("1.3e6")."""
    found: list[Token] = []
    last = 0
    for start, end in digit_runs(folded):
        if start < last:
            continue
        after = folded[end : end + 2]
        if end - start < LONGEST and not after[1:].isdecimal() and after[:1] != "e" and folded[start - 1 : start] != grammar.decimal:
            attached = start > 0 and folded[start - 1].isalnum()
            found.append(Token(start, end, _DIGITS, int(folded[start:end]), end - start <= 4, attached))
        else:
            last = _run(folded, start, grammar, found)
    return found


def _run(folded: str, start: int, grammar: Grammar, found: list[Token]) -> int:
    """Read a run of digits that is more than an integer; the offset where it ends."""
    match = grammar.run.match(folded, start)
    if match is None:
        return start
    end = match.end()
    run, separator = match[0], match[1]
    value = _value(run, separator, grammar.decimal)
    if value is None:
        if _LISTED.fullmatch(run):
            for part in re.finditer("[0-9]+", run):
                found.append(Token(start + part.start(), start + part.end(), _DIGITS, int(part[0]), True))
        return end
    if folded[start - 1 : start] == grammar.decimal and not folded[max(0, start - 2) : start - 1].isalnum():
        start, value = start - 1, Decimal(f"0.{run}") if run.isdecimal() else value
    power = _POWER.match(folded, end)
    if power is not None:
        value, end = whole(Decimal(value).scaleb(int(power[1]))), power.end()
    plain = end - start <= 4 and isinstance(value, int) and not separator
    found.append(Token(start, end, _DIGITS, value, plain, start > 0 and folded[start - 1].isalnum()))
    return end


def numerals(folded: str, tokens: Sequence[Token], grammar: Grammar) -> list[Numeral]:
    """The numbers that the tokens (in order of start) make up, each as long as can be; "ten (10)" is one."""
    found: list[Numeral] = []
    index, count = 0, len(tokens)
    while index < count:
        token = tokens[index]
        numeral, taken = _simple(folded, tokens, index, grammar)
        if taken:
            index += taken
        else:
            reader = _Reader(folded, tokens, grammar, index)
            numeral = reader.read()
            index = reader.index
        if numeral is None:
            continue
        if found and numeral.start - found[-1].end <= 2 and _repeats(folded, found[-1], numeral):
            found[-1] = found[-1]._replace(end=numeral.end + 1, plain=False)
        else:
            found.append(numeral)
    return found


def _simple(folded: str, tokens: Sequence[Token], index: int, grammar: Grammar) -> tuple[Numeral | None, int]:
    """A number of digits, of digits and a scale, or of one cardinal, with no other number near; and its tokens.

    Most numbers are such; for others the tokens taken are none.
    """
    token = tokens[index]
    count, end = len(tokens), token.end
    following = tokens[index + 1] if index + 1 < count and tokens[index + 1].start - end <= JOINT else None
    if token.word is _DIGITS:
        value = token.value
        if following is None:
            if folded[token.start - 1 : token.start] == "(":
                return None, 0
            plain, attached = token.plain, token.attached
            return Numeral(token.start, end, whole(value), _grain(value), None, "digits", plain, False, False, attached), 1
        power = following.word.value
        if following.word.kind != Kind.SCALE or power < 6 or following.start != end + 1 or folded[end] != " ":
            return None, 0
        end = following.end
        if index + 2 < count and tokens[index + 2].start - end <= JOINT:
            return None, 0
        value = _scaled(value, power)
        return Numeral(token.start, end, whole(value), _grain(value), None, "digits", False, True, False, token.attached), 2
    if following is None and token.word.kind == Kind.CARDINAL and (grammar.ones is None or token.word.value % 10):
        value = token.word.value
        return Numeral(token.start, end, Decimal(value), _grain(value)), 1
    return None, 0


def _repeats(folded: str, first: Numeral, second: Numeral) -> bool:
    """Whether a number is written twice, the second time in brackets."""
    return (
        second.value == first.value
        and folded[first.end : second.start].lstrip() == "("
        and folded[second.end : second.end + 1] == ")"
    )


class _Reader:
    """Reads one number from the tokens at an index, and leaves the index after the last token it took."""

    __slots__ = (
        "closed", "end", "floor", "folded", "grammar", "index", "part", "rounded", "scaled", "spelled", "start", "tokens",
    )  # fmt: skip

    def __init__(self, folded: str, tokens: Sequence[Token], grammar: Grammar, index: int) -> None:
        self.folded = folded
        self.tokens = tokens
        self.grammar = grammar
        self.index = index + 1
        self.start, self.end = tokens[index][:2]
        self.closed: list[int | Decimal] = []  # what the scales so far have closed, largest first
        self.part: int | Decimal = 0  # what the next scale multiplies
        self.floor = 99  # the power of the last scale
        self.spelled = True
        self.scaled = False  # a scale was taken
        self.rounded = False  # the last word is a noun of number

    def read(self) -> Numeral | None:
        """The number that begins with the token at the index."""
        token = self.tokens[self.index - 1]
        word = token.word
        match word.kind:
            case Kind.DIGITS:
                self.part, self.spelled = token.value, False
                if self.part == 1 and self._brackets():
                    return self._made(form="digits")
                return self._counted(token)
            case Kind.CARDINAL:
                self.part = word.value
                return self._counted(token)
            case Kind.SCALE | Kind.GROUP:
                return self._noun(token)
            case Kind.HALF | Kind.DEMI:
                self._article()
                return self._share(1, 2, alone=word.kind == Kind.HALF)
            case Kind.PART if not word.plural and self._article():
                return self._share(1, word.value)
        return None

    def _peek(self) -> Token | None:
        """The next token, if it stands near enough to belong to the number."""
        if self.index < len(self.tokens) and self.tokens[self.index].start - self.end <= JOINT:
            return self.tokens[self.index]
        return None

    def _gap(self, token: Token) -> str:
        """What stands between the number so far and a token, blanks in a row as one."""
        gap = self.folded[self.end : token.start]
        return _BLANKS.sub(" ", gap) if "  " in gap else gap

    def _take(self, token: Token) -> bool:
        self.end = token.end
        self.index += 1
        return True

    def _article(self) -> bool:
        """Begin the number at the article before it, if there is one."""
        for article in self.grammar.articles:
            if self.folded.endswith(article, 0, self.start):
                begin = self.start - len(article)
                if not begin or not self.folded[begin - 1].isalnum():
                    self.start = begin
                    return True
        return False

    def _brackets(self) -> bool:
        """Whether the number stands in brackets after an article ("une (1)"); then begin and end it there."""
        folded, start = self.folded, self.start
        if folded[start - 1 : start] != "(" or folded[self.end : self.end + 1] != ")":
            return False
        self.start = start - 1
        if self._article():
            self.end += 1
            return True
        self.start = start
        return False

    def _counted(self, first: Token) -> Numeral | None:
        """A number that begins with digits or a cardinal."""
        taken = self.index
        while self._grow():
            pass
        token = self._peek()
        if token is not None and token.word.kind == Kind.PART and 0 < self.part < token.word.value and not self.scaled:
            if self.folded[self.end : token.start] in CLOSE:
                self._take(token)
                return self._share(int(self.part), token.word.value)
        return self._made(
            form="words" if self.spelled else "digits",
            plain=first.plain and self.index == taken,
            attached=first.attached,
        )

    def _grow(self) -> bool:
        """Take one more part of the number, if there is one."""
        if self.spelled and self._one():
            return True
        token = self._peek()
        if token is None:
            return False
        kind, value, *_ = token.word
        gap = self._gap(token)
        if kind in (Kind.HALF, Kind.DEMI):
            return gap in self.grammar.demis and self._demi() and self._take(token)
        if kind == Kind.POINT:
            return gap in CLOSE and self.spelled and self._decimals(token)
        if gap in CLOSE:
            return self._beside(token, gap) and self._take(token)
        if gap in self.grammar.joins:
            return kind in (Kind.CARDINAL, Kind.DIGITS) and self._join(value or token.value) and self._take(token)
        if gap in self.grammar.others:
            plural = kind == Kind.SCALE and token.word.plural
            return plural and not self.scaled and self._scale(token.word) and self._take(token)
        if self.rounded and gap in self.grammar.links:
            return kind in (Kind.SCALE, Kind.GROUP) and self._multiply(token.word) and self._take(token)
        return False

    def _beside(self, token: Token, gap: str) -> bool:
        """Add or multiply by the next token, with no word between."""
        word = token.word
        match word.kind:
            case Kind.CARDINAL:
                return self._add(word.value)
            case Kind.SCALE:
                return self._scale(word)
            case Kind.GROUP:
                return self._group(word.value)
            case Kind.DIGITS if gap == " " and self.scaled:
                return self._add(token.value)
        return False

    def _one(self) -> bool:
        """Take "et un" after tens, hundreds and thousands."""
        if self.rounded or self.grammar.ones is None or self.part % 10 or (not self.part and self.floor > 3):
            return False
        match = self.grammar.ones.match(self.folded, self.end)
        if match is None:
            return False
        self.part += 1
        self.end = match.end()
        return True

    def _add(self, value: int | Decimal) -> bool:
        """Add a part that is smaller than the last digit of the number so far."""
        part = self.part
        if value <= 0 or not (self.spelled or self.scaled):
            return False
        if not part:
            if not self.closed or value >= 10**self.floor or isinstance(self.closed[-1], Decimal):
                return False
        elif isinstance(part, Decimal) or part % 10 ** len(str(value)):
            sixty = self.grammar.vigesimal and part % 100 in (60, 80) and 10 <= value < 20
            if not sixty:
                return False
        self.part += value
        self.rounded = False
        return True

    def _join(self, value: int | Decimal) -> bool:
        """Add a part after "and": after hundreds (English), tens (Spanish) or sixty (French)."""
        grammar = self.grammar
        if grammar.vigesimal:
            fits = value == 11 and self.part % 100 == 60
        elif grammar.tens:
            fits = 0 < value < 10 and self.part % 100 >= 20
        else:
            again = self.part >= 100 and self._hundreds()
            fits = self.scaled and not again and not self.folded.endswith(grammar.pairs, 0, self.start)
        return fits and self._add(value)

    def _hundreds(self) -> bool:
        """Whether the part after the next one is hundreds ("three hundred and two hundred" are two numbers)."""
        following = self.tokens[self.index + 1 : self.index + 2]
        return bool(following) and following[0].word.kind == Kind.SCALE and following[0].word.value == 2

    def _scale(self, word: Word) -> bool:
        """Multiply what stands before a scale and is smaller than it."""
        power = word.value
        if power == 2:
            if word.plural and not self.spelled:
                return False  # "12 cents" are money
            if not self.part and self.scaled and self.floor > 2:
                self.part = 1
            most = 1000 if not self.spelled else 20 if self.grammar.vigesimal else 100
            if not 0 < self.part < most:
                return False
            self.part *= 100
        else:
            part, scale = self.part, 10**power
            while self.closed and self.closed[-1] < scale:
                part = part + self.closed.pop() if part else self.closed.pop()
            if not part or (self.closed and part >= scale):
                return False
            self.closed.append(_scaled(part, power))
            self.part, self.floor = 0, power
        self.scaled, self.rounded = True, power >= 6
        return True

    def _group(self, value: int) -> bool:
        """So many dozens."""
        if self.closed or not self.part:
            return False
        dozens = self.part % 100 if self.part > 100 else self.part
        self.part += (dozens or self.part) * (value - 1)
        self.rounded = True
        return True

    def _multiply(self, word: Word) -> bool:
        """Hundreds of thousands."""
        if word.kind == Kind.GROUP:
            return not self.closed and self._group(word.value)
        return self._scale(word)

    def _demi(self) -> bool:
        """So many and a half: of the last scale, or of one."""
        if self.part:
            self.part += Decimal("0.5")
        else:
            self.closed[-1] += 5 * 10 ** (self.floor - 1)
        return True

    def _decimals(self, point: Token) -> bool:
        """Decimals in words, after the decimal mark as a word."""
        written = ""
        end = point.end
        index = self.index + 1
        while index < len(self.tokens) and self.folded[end : self.tokens[index].start] in CLOSE:
            word = self.tokens[index].word
            if word.kind != Kind.CARDINAL or word.value > 99:
                break
            tens = written[-2:-1] not in ("", "0") and written.endswith("0") and word.value < 10
            written = (written[:-1] if tens else written) + str(word.value)
            end = self.tokens[index].end
            index += 1
        if not written:
            return False
        self.part = Decimal(f"{self.part}.{written}")
        self.end, self.index = end, index
        return True

    def _noun(self, first: Token) -> Numeral | None:
        """A number that begins with a noun of number: a million, hundreds of thousands, mille."""
        word = first.word
        article = not word.plural and self._article()
        several = word.plural or self.folded.endswith(self.grammar.vagues, 0, self.start)
        bare = word.kind == Kind.SCALE and word.value in self.grammar.bare
        vague = not article and (several or not bare)
        if vague and not several and not self._linked():
            return None
        self.part = 1
        self._scale(word._replace(plural=False)) if word.kind == Kind.SCALE else self._group(word.value)
        self.rounded = self.rounded or word.plural
        while self._grow():
            pass
        if vague:
            low = Decimal((2 if several else 1) * self._sum())
            return Numeral(self.start, self.end, None, low=low, form="vague", rounded=True)
        return self._made(form="words", loose=word.loose and article)

    def _linked(self) -> bool:
        """Whether a linking word follows ("millier de")."""
        return any(self.folded.startswith(link, self.end) for link in self.grammar.links)

    def _share(self, part: int, of: int, *, alone: bool = True) -> Numeral | None:
        """A fraction: of a scale where one follows ("half a million"), else in percent."""
        token = self._peek()
        if token is not None and token.word.kind in (Kind.SCALE, Kind.GROUP):
            if self.folded[self.end : token.start] in self.grammar.halved:
                self._take(token)
                power = token.word.value
                base = 10**power if token.word.kind == Kind.SCALE else power
                self.part = whole(Decimal(base * part) / of)
                self.rounded = True
                return self._made(form="words")
        if not alone:
            return None
        value = whole((Decimal(100 * part) / of).quantize(Decimal("0.01")))
        return Numeral(self.start, self.end, value, SHARE, form="share", plain=part == 1)

    def _sum(self) -> int | Decimal:
        """The value so far; a single part keeps the decimals it was written with."""
        parts = [*self.closed, self.part] if self.part or not self.closed else self.closed
        return parts[0] if len(parts) == 1 else sum(parts)

    def _made(self, *, form: str, plain: bool = False, loose: bool = False, attached: bool = False) -> Numeral:
        value = self._sum()
        grain = _grain(value)
        return Numeral(
            self.start,
            self.end,
            whole(value),
            grain,
            form=form,
            plain=plain,
            rounded=self.rounded,
            loose=loose,
            attached=attached,
        )


def _scaled(value: int | Decimal, power: int) -> int | Decimal:
    return value * 10**power if isinstance(value, int) else value.scaleb(power)


def whole(value: int | Decimal) -> Decimal:
    """The value, without an exponent or decimals where it is whole (3700000000, not 3.7E+9)."""
    if isinstance(value, int):
        return Decimal(value)
    integer = int(value)
    return Decimal(integer) if value == integer else value


def _grain(value: int | Decimal) -> Decimal:
    """The weight of the last significant digit of a number as it was written."""
    if isinstance(value, int):
        written = str(value)
        return _TENS[len(written) - len(written.rstrip("0"))] if value else _TENS[0]
    exponent = value.as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) else _TENS[0]


_TENS = tuple(Decimal(10**power) for power in range(64))
