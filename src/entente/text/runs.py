"""Runs of digits: groups of three, decimals and exponents, in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from entente.text.numerals import Grammar, Kind, Token, Word

__all__ = ["DIGITS", "digits", "runs"]

LONGEST = 24  # a longer run of digits is no number that anybody states
DIGITS = Word(Kind.DIGITS, 0)  # the word of every run
_GROUPED = {  # groups by the decimal mark that goes with them
    ".": re.compile(r"[0-9]{1,3}(?:,[0-9]{2,3}){0,7},[0-9]{3}(?:\.[0-9]+)?"),
    ",": re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){1,7}(?:,[0-9]+)?"),
}
_ROUND = re.compile(r"[1-9][0-9]{0,2},000")  # nobody writes three decimals that are nothing
_LISTED = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,3}){2,}")
_made = tuple.__new__  # several times faster than the named tuple's own
_POWER = re.compile(r"e([+-]?[0-9]{1,2})(?![a-z0-9])")


def runs(*, decimal: str, grouping: str) -> re.Pattern[str]:
    """The pattern of runs of digits: groups of three with one kind of mark, or digits with full stops and commas."""
    mark, marks = re.escape(decimal), re.escape(grouping)
    return re.compile(
        rf"[0-9]{{1,3}}([{marks}])[0-9]{{3}}(?:\1[0-9]{{3}}){{0,6}}(?:{mark}[0-9]+)?(?![0-9]|[.,][0-9])"
        r"|[0-9]+(?:[.,][0-9]+)*"
    )


def digits(folded: str, found_at: Iterable[tuple[int, int]], grammar: Grammar) -> list[Token]:
    """The numbers in digits of a folded text, each with its groups, decimals and exponent ("1.3e6").

    `found_at` are the half-open offsets of its runs of digits, in order (`digit_runs`).
    """
    found: list[Token] = []
    last = 0
    for start, end in found_at:
        if start < last:
            continue
        before, after = folded[start - 1 : start], folded[end : end + 2]
        if end - start < LONGEST and not after[1:].isdecimal() and after[:1] != "e" and before != grammar.decimal:
            value = int(folded[start:end])
            found.append(_made(Token, (start, end, DIGITS, value, end - start <= 4, before.isalnum())))
        else:
            last = _run(folded, start, grammar, found)
    return found


def _run(folded: str, start: int, grammar: Grammar, found: list[Token]) -> int:
    """Read a run of digits that is more than an integer; the offset where it ends."""
    match = grammar.run.match(folded, start)
    if match is None:
        return start
    run, separator, end = match[0], match[1], match.end()
    value = _value(run, separator, grammar.decimal)
    if value is None:
        if _LISTED.fullmatch(run):
            for part in re.finditer("[0-9]+", run):
                found.append(Token(start + part.start(), start + part.end(), DIGITS, int(part[0]), True))
        return end
    if run.isdecimal() and _pointed(folded, start, grammar.decimal):
        start, value = start - 1, Decimal(f"0.{run}")
    power = _POWER.match(folded, end)
    if power is not None:
        value, end = Decimal(value).scaleb(int(power[1])), power.end()
    plain = end - start <= 4 and isinstance(value, int) and not separator
    found.append(Token(start, end, DIGITS, value, plain, folded[start - 1 : start].isalnum()))
    return end


def _pointed(folded: str, start: int, decimal: str) -> bool:
    """Whether a decimal mark stands before a run, and nothing before the mark (".08")."""
    return folded[start - 1 : start] == decimal and not folded[max(0, start - 2) : start - 1].isalnum()


def _value(run: str, separator: str | None, decimal: str) -> int | Decimal | None:
    """The value of a run of digits; None if it is no number ("12.03.2015")."""
    if len(run) > LONGEST:
        return None
    if run.isdecimal():
        return int(run)
    if separator:
        return _plain(run.replace(separator, ""))
    marks = run.count(",") + run.count(".")
    if decimal == "," and marks == 1 and _ROUND.fullmatch(run):
        return _plain(run.replace(",", ""))
    for mark, grouped in _GROUPED.items():
        if (mark == decimal or marks > 1) and grouped.fullmatch(run):
            return _plain(run.replace("," if mark == "." else ".", ""))
    return _plain(run) if marks == 1 else None


def _plain(run: str) -> int | Decimal:
    return int(run) if run.isdecimal() else Decimal(run.replace(",", "."))
