"""Composition: the numbers that the digits and number words of a folded text make up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from entente.text.numerals import CLOSE, Grammar, Kind, Numeral, Token, Word, grain_of, scaled, whole
from entente.text.runs import DIGITS

__all__ = ["numerals"]

NOUNS = (Kind.SCALE, Kind.GROUP)
NOUN = 6  # powers of ten from which on a scale is a noun: "millions of"
JOINT = 12  # characters that may stand between two parts of a number, at most
SHARE = Decimal(10)  # the grain, in percent, of "half" and "a third"
_BLANKS = re.compile(" +")
_made = tuple.__new__  # several times faster than the named tuple's own


def numerals(folded: str, tokens: Sequence[Token], grammar: Grammar) -> list[Numeral]:
    """The numbers that the tokens (in order of start) make up, each as long as can be; "ten (10)" is one."""
    found: list[Numeral] = []
    index = 0
    count = len(tokens)
    while index < count:
        numeral, taken = _simple(folded, tokens, index, grammar)
        if not taken:
            composer = _Composer(folded, tokens, grammar, index)
            numeral = composer.read()
            taken = composer.index - index
        index += taken
        if numeral is None:
            continue
        if found and numeral.start - found[-1].end <= 2 and _repeats(folded, found[-1], numeral):
            found[-1] = found[-1]._replace(end=numeral.end + 1, plain=False)
        else:
            found.append(numeral)
    return found


def _simple(folded: str, tokens: Sequence[Token], index: int, grammar: Grammar) -> tuple[Numeral | None, int]:
    """A number of digits, of digits and a scale, or of one cardinal, with no other number near; and its tokens.

    Most numbers are such, and quickly read; for others the tokens taken are none.
    """
    token = tokens[index]
    start, end, word, value, plain, attached = token
    following = _near(tokens, index + 1, end)
    if word is not DIGITS:
        if following is None and word.kind == Kind.CARDINAL and (grammar.ones is None or word.value % 10):
            return Numeral(start, end, Decimal(word.value), grain_of(word.value)), 1
        return None, 0
    if following is None:
        if folded[start - 1 : start] == "(":
            return None, 0
        parts = (start, end, whole(value), grain_of(value), None, "digits", plain, False, False, attached)
        return _made(Numeral, parts), 1
    power = following.word.value
    if following.word.kind != Kind.SCALE or power < NOUN or folded[end : following.start] != " ":
        return None, 0
    if _near(tokens, index + 2, following.end) is not None:
        return None, 0
    value = scaled(value, power)
    parts = (start, following.end, whole(value), grain_of(value), None, "digits", False, True, False, attached)
    return _made(Numeral, parts), 2


def _near(tokens: Sequence[Token], index: int, end: int) -> Token | None:
    """The token at an index, if it stands near enough to belong to a number that ends at an offset."""
    return tokens[index] if index < len(tokens) and tokens[index].start - end <= JOINT else None


def _repeats(folded: str, first: Numeral, second: Numeral) -> bool:
    """Whether a number is written twice, the second time in brackets."""
    return (
        second.value == first.value
        and folded[first.end : second.start].lstrip() == "("
        and folded[second.end : second.end + 1] == ")"
    )


class _Composer:
    """Reads one number from the tokens at an index, and leaves the index after the last token it took."""

    __slots__ = (
        "closed", "end", "floor", "folded", "grammar", "index", "part", "rounded", "scaled", "spelled", "start",
        "tokens",
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
                    self._grow_all()
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
            case Kind.PART if not word.plural and (self._article() or self._definite()):
                return self._share(1, word.value)
        return None

    def _peek(self) -> Token | None:
        """The next token, if it stands near enough to belong to the number."""
        return _near(self.tokens, self.index, self.end)

    def _gap(self, token: Token) -> str:
        """What stands between the number so far and a token, blanks in a row as one."""
        gap = self.folded[self.end : token.start]
        return _BLANKS.sub(" ", gap) if "  " in gap else gap

    def _take(self, token: Token) -> bool:
        self.end, self.index = token.end, self.index + 1
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

    def _definite(self) -> bool:
        """Whether a definite article stands before the number, which begins after it ("plus du tiers")."""
        return self.folded.endswith(self.grammar.definite, 0, self.start)

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
        self._grow_all()
        part = self._peek()
        if part is not None and part.word.kind in (Kind.PART, Kind.HALF) and self._parted(part):
            self._take(part)
            return self._share(int(self.part), part.word.value, said=part.word.kind == Kind.HALF)
        return self._made(
            form="words" if self.spelled else "digits",
            plain=first.plain and self.index == taken,
            attached=first.attached,
        )

    def _parted(self, part: Token) -> bool:
        """Whether the number so far says how many parts of a whole there are ("two thirds")."""
        return not self.scaled and 0 < self.part < part.word.value and self._gap(part) in CLOSE

    def _grow_all(self) -> None:
        while self._grow():
            pass

    def _grow(self) -> bool:
        """Take one more part of the number, if there is one."""
        if self.spelled and self._one():
            return True
        token = self._peek()
        if token is None:
            return False
        kind, value, *_ = token.word
        gap = self._gap(token)
        if kind == Kind.DIGITS and gap == " (":
            return self._again(token)
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
            return kind in NOUNS and self._multiply(token.word) and self._take(token)
        return False

    def _again(self, token: Token) -> bool:
        """Pass over the same number in brackets, before the scale of both ("eight (8) million")."""
        following = next(iter(self.tokens[self.index + 1 : self.index + 2]), token)
        scaled = following.word.kind == Kind.SCALE and self.folded[token.end : following.start] == ") "
        if scaled and token.value == self.part and not self.closed:
            self.end, self.index = token.end + 1, self.index + 1
            return True
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
            self.closed.append(scaled(part, power))
            self.part, self.floor = 0, power
        self.scaled, self.rounded = True, power >= NOUN
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
        article = not word.plural and (self._article() or self._definite())
        several = word.plural or self.folded.endswith(self.grammar.vagues, 0, self.start)
        bare = word.kind == Kind.SCALE and word.value in self.grammar.bare
        vague = not article and (several or not bare)
        if vague and not several and not self._linked():
            return None
        self.part = 1
        self._scale(word._replace(plural=False)) if word.kind == Kind.SCALE else self._group(word.value)
        self.rounded = self.rounded or word.plural
        self._grow_all()
        if vague:
            low = Decimal((2 if several else 1) * self._sum())
            return Numeral(self.start, self.end, None, low=low, form="vague", rounded=True)
        return self._made(form="words", loose=word.loose and article)

    def _linked(self) -> bool:
        """Whether a linking word follows ("millier de")."""
        return any(self.folded.startswith(link, self.end) for link in self.grammar.links)

    def _share(self, part: int, of: int, *, alone: bool = True, said: bool = False) -> Numeral | None:
        """A fraction: of a scale where one follows ("half a million"), else in percent; `said`: it is no other word."""
        token = self._peek()
        if token is not None and token.word.kind in NOUNS and self._gap(token) in self.grammar.halved:
            self._take(token)
            power = token.word.value
            base = 10**power if token.word.kind == Kind.SCALE else power
            self.part, self.rounded = whole(Decimal(base * part) / of), True
            return self._made(form="words")
        if not alone:
            return None
        value = whole((Decimal(100 * part) / of).quantize(Decimal("0.01")))
        return Numeral(self.start, self.end, value, SHARE, form="share", plain=part == 1 and not said)

    def _sum(self) -> int | Decimal:
        """The value so far; a single part keeps the decimals it was written with."""
        parts = [*self.closed, self.part] if self.part or not self.closed else self.closed
        return parts[0] if len(parts) == 1 else sum(parts)

    def _made(self, *, form: str, plain: bool = False, loose: bool = False, attached: bool = False) -> Numeral:
        value = self._sum()
        return Numeral(
            self.start,
            self.end,
            whole(value),
            grain_of(value),
            form=form,
            plain=plain,
            rounded=self.rounded,
            loose=loose,
            attached=attached,
        )
