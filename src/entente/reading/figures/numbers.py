"""Numbers: where a statement writes one, in digits or in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from entente.languages import Language, NumberWords
from entente.reading.page import Page
from entente.text.composition import numerals
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.lexicon import Entry
from entente.text.numerals import CLOSE, Grammar, Kind, Numeral, Token, Word, whole
from entente.text.runs import digits, runs
from entente.text.tables import listed

__all__ = ["NUMBER", "number_words", "numbers", "readable"]

NUMBER = "number"  # the kind of the lexicon's number words


def number_words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for the number words of a language."""
    words = language.numbers
    for kind, table in (
        (Kind.CARDINAL, words.cardinals),
        (Kind.SCALE, words.scales),
        (Kind.GROUP, words.groups),
        (Kind.PART, words.parts),
    ):
        for row in listed(table):
            loose = row.startswith("~")
            value, _, forms = row.lstrip("~ ").partition(" ")
            singular, _, plural = forms.partition("/")
            for form in singular.split():
                yield Entry(form, NUMBER, Word(kind, int(value), False, loose))
                if words.folds and kind is Kind.CARDINAL and int(value) > TWICE:
                    yield Entry(form + words.folds, NUMBER, Word(kind, int(value), False, loose))
            for form in plural.split():
                yield Entry(form, NUMBER, Word(kind, int(value), True, loose))
    for kind, table in ((Kind.HALF, words.halves), (Kind.DEMI, words.demis), (Kind.POINT, words.points)):
        for form in table.split():
            yield Entry(form, NUMBER, Word(kind, 2))
    for form in listed(words.percents):
        yield Entry(form, NUMBER, Word(Kind.NONE, 0))


@lru_cache(maxsize=16)
def grammar(words: NumberWords) -> Grammar:
    """How a language puts numbers together, from its words."""
    joins = [fold(form) for form in listed(words.joins)]
    articles = [fold(form) for form in listed(words.articles)]
    links = frozenset(f" {form}" if form.endswith("'") else f" {form} " for form in map(fold, listed(words.links)))
    ones = "|".join(fold(words.ones).split())
    joints = [(f"{mark}{join}{mark}", mark) for join in joins for mark in " -"]
    return Grammar(
        run=runs(decimal=words.decimal, grouping=words.grouping),
        decimal=words.decimal,
        joins=frozenset(joint for joint, _ in joints),
        pairs=_before(pair.partition("/")[0].strip() for pair in listed(words.pairs)),
        demis=frozenset(f"{joint}{form}" for joint, mark in joints for form in ("", *(a + mark for a in articles))),
        links=links,
        articles=tuple(sorted(_before(articles), key=len, reverse=True)),
        definite=tuple(f" {form}" for form in _before(listed(words.definite))),
        vagues=_before(listed(words.vagues)),
        ones=Late(rf"[ -](?:(?:{'|'.join(joins)})[ -])?(?:{ones})(?![a-z0-9])") if ones else None,
        bare=frozenset(map(int, words.bare.split())),
        halved=CLOSE | links | {f"{link}{article} " for link in (*links, " ") for article in articles},
        others=frozenset(f" {fold(other)} " for other in listed(words.others)),
        minus=_before(listed(words.minus)),
        tens=words.tens,
        vigesimal=words.vigesimal,
    )


def _before(forms: Iterable[str]) -> tuple[str, ...]:
    """Forms as they stand before a number."""
    return tuple(f"{fold(form)} " for form in forms)


# Letters for a power of ten. Some are powers wherever they touch the digits, others only beside a currency.
POWERS = {
    **dict.fromkeys(("k", "K"), 3),
    **dict.fromkeys(("M", "MM", "Mn", "mn", "m", "mm", "Mio"), 6),
    **dict.fromkeys(("bn", "Bn", "b", "B", "Md", "md", "Mds", "mds", "Mrd", "Mrds", "G"), 9),
    **dict.fromkeys(("tn", "T", "trn"), 12),
}
TWICE = 2  # "twofold" is said of purposes more often than of growth
MANY = 5000  # numbers on one page, from which on they must stand
SPARSE = 9  # so many characters apart, on the average
FIRM = frozenset("k K M MM Mn mn bn Bn Md Mds Mrd Mrds tn trn b".split())
INITIALS = frozenset(letters[0] for letters in POWERS)
BLANKS = " \u00a0\u202f"
_LETTERS = "|".join(sorted(POWERS, key=len, reverse=True))
_MONEY = r"(?:[$€£¥]|[A-Z]{3}(?!\w))"
_POWER = Late(
    rf"(?P<gap>[{BLANKS}]?)(?P<power>{_LETTERS})"
    rf"(?:(?P<money>[{BLANKS}]?{_MONEY}| d[e'’] ?{_MONEY})|(?![\w'’]|\.\w))"
)
_PRICED = Late(rf"(?:[$€£¥]|(?<![A-Z])[A-Z]{{3}})[{BLANKS}]?$")


def numbers(page: Page, folded: str) -> list[Numeral]:
    """The numbers of a page, in order; `folded` is its `readable` text.

    A long page of hardly anything but numbers is a table, whose numbers say nothing: none are read.
    """
    rules = grammar(page.language.numbers)
    tokens = [Token(start, end, word) for start, end, word in page.hits.get(NUMBER, ())]
    tokens += digits(folded, page.digits, rules)
    if len(tokens) > MANY and len(tokens) * SPARSE > len(folded):
        return []
    tokens.sort()
    found = numerals(folded, tokens, rules)
    for index, number in enumerate(found):
        if number.form == "digits" and not number.rounded:
            found[index] = number = _raised(page.text, number)
        start = number.start
        if folded[start - 1 : start] == "-" or folded.endswith(rules.minus, 0, start):
            found[index] = _negated(folded, number, rules)
    return found


_WRAP = Late(r"\n(?= {0,8}[a-zà-öø-ÿ])")


def readable(page: Page) -> str:
    """The folded text as numbers are read in it, of the same length.

    A line break before a small letter, where a line was only wrapped, is a blank; a long dash, which folds to a
    hyphen, is a semicolon.
    """
    text, folded = page.text, page.folded
    marks = [(match.start(), " ") for match in _WRAP.finditer(text)]
    place = text.find("—")
    while place >= 0:
        marks.append((place, ";"))
        place = text.find("—", place + 1)
    if not marks:
        return folded
    pieces: list[str] = []
    last = 0
    for place, mark in sorted(marks):
        pieces += (folded[last:place], mark)
        last = place + 1
    return "".join((*pieces, folded[last:]))


def _negated(folded: str, number: Numeral, rules: Grammar) -> Numeral:
    """The number with the minus before it, as a sign (not a hyphen, a dash or a bullet) or as a word."""
    start = number.start
    if folded[start - 1 : start] == "-":
        if number.form == "digits" and (start < 2 or folded[start - 2] in " ("):
            start -= 1
    else:
        start -= max(len(word) for word in rules.minus if folded.endswith(word, 0, start))
    if start == number.start or number.value is None:
        return number
    return number._replace(start=start, value=-number.value, plain=False)


def _raised(text: str, number: Numeral) -> Numeral:
    """The number with the power of ten that letters after its digits stand for ("5 M€", "$10m", "3k")."""
    end = number.end
    initial = text[end + 1 : end + 2] if text[end : end + 1] in BLANKS else text[end : end + 1]
    match = _POWER.match(text, end) if initial in INITIALS else None
    if match is None or number.value is None:
        return number
    letters = match["power"]
    firm = letters in FIRM and not match["gap"]
    if not (firm or match["money"] or _PRICED.search(text, max(0, number.start - 5), number.start)):
        return number
    scale = 10 ** POWERS[letters]
    grain = (number.grain or Decimal(1)) * scale
    return number._replace(
        end=match.end("power"), value=whole(number.value * scale), grain=grain, plain=False, rounded=True
    )
