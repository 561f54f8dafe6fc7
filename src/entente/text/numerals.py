"""Numerals: what a number is where it is written, and how a language puts its number words together.

Tools that know no language: a `Grammar` holds the marks and joints of one, and each word says what it stands for.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from entente.text.late import Late

__all__ = ["CLOSE", "Grammar", "Kind", "Numeral", "Token", "Word", "grain_of", "scaled", "whole"]

CLOSE = frozenset(("", " ", "-", " - "))  # what may stand between the parts of one number


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


class Grammar(NamedTuple):
    """How a language puts numbers together.

    `run` finds digits. `joins` stand between a large number and a small one ("and"), except after `pairs`
    ("between"); `demis` before a half ("and a"), `links` after a noun of number ("of"). `articles` stand for one
    before a noun of number, `vagues` for several; `ones` end a number in one ("vingt et un"). `bare`: the scales
    that stand alone ("mille"); `halved` stand between a half and a scale ("of a"), `others` between a number and its
    noun ("six autres millions"), `minus` before a negative one. `tens`: joins stand between tens and units ("treinta y
    uno"); `vigesimal`: sixty-twelve is 72.
    """

    run: re.Pattern[str]
    decimal: str = "."
    joins: frozenset[str] = frozenset()
    pairs: tuple[str, ...] = ()
    demis: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    vagues: tuple[str, ...] = ()
    ones: Late | None = None
    bare: frozenset[int] = frozenset()
    halved: frozenset[str] = CLOSE
    others: frozenset[str] = frozenset()
    minus: tuple[str, ...] = ()
    tens: bool = False
    vigesimal: bool = False


def scaled(value: int | Decimal, power: int) -> int | Decimal:
    """The value times ten to a power, with the decimals it was written with."""
    return value * 10**power if isinstance(value, int) else value.scaleb(power)


def whole(value: int | Decimal) -> Decimal:
    """The value, without an exponent or decimals where it is whole (3700000000, not 3.7E+9)."""
    if isinstance(value, int):
        return Decimal(value)
    integer = int(value)
    return Decimal(integer) if value == integer else value


def grain_of(value: int | Decimal) -> Decimal:
    """The weight of the last significant digit of a number as it was written."""
    if isinstance(value, int):
        written = str(value)
        return _TENS[len(written) - len(written.rstrip("0"))] if value else _TENS[0]
    exponent = value.as_tuple().exponent
    return Decimal(10) ** exponent if isinstance(exponent, int) else _TENS[0]


_TENS = tuple(Decimal(10**power) for power in range(64))
