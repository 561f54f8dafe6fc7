"""Phrases: how far the name of a body goes on either side of its head noun."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.actors.gazetteer import adjectives, given_names, strangers
from entente.reading.actors.mentions import Mentions
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.tables import listed

__all__ = ["Grammar", "after", "before", "complement", "grammar", "purpose", "run", "word_at"]

REACH = 90  # the longest part of a name before or after its head, in characters
WORD = Late(r"(,?)[ \u00a0]?(\w{1,2}[’'](?=\w)(?!s\b)|[\w&.-]*[\w&])")
CHAIN = 3  # nouns that one complement leads to after the first, at most
CIVIL = frozenset("Mr Mrs Ms Dr Sir M Mme MM Mlle Pr Sr Sra".split())


class Grammar(NamedTuple):
    """The words of which bodies' names are made, folded; `heads` with their capitals.

    `starts` are the words that may begin a link between a head and its complement, `links` all words of such links.
    """

    adjective_first: bool
    qualifiers: frozenset[str]
    nations: frozenset[str]
    starts: frozenset[str]
    links: frozenset[str]
    joints: frozenset[str]
    of: frozenset[str]
    genitives: frozenset[str]
    articles: frozenset[str]
    openers: frozenset[str]
    heads: frozenset[str]
    days: frozenset[str]
    verbs: frozenset[str]
    infinitives: tuple[str, ...]
    actions: frozenset[str]
    onto: frozenset[str]
    portfolios: dict[str, str]
    tasks: frozenset[str]
    ones: tuple[str, ...]


class Word(NamedTuple):
    """A word after a head: offsets, as written, folded, and whether a comma stands before it."""

    start: int
    end: int
    text: str
    folded: str
    comma: bool

    def named(self) -> bool:
        """Whether the word has a capital, and is no civility."""
        return self.text[0].isupper() and self.text not in CIVIL


@lru_cache(maxsize=16)
def grammar(language: Language) -> Grammar:
    """The grammar of a language's names."""
    said = language.names

    def split(forms: str) -> frozenset[str]:
        return frozenset(fold(forms.replace("|", " ").replace("'", "' ")).split())

    return Grammar(
        adjective_first=said.adjective_first,
        qualifiers=split(said.qualifiers),
        nations=frozenset() if said.adjective_first else frozenset(adjectives(language)),
        starts=frozenset(fold(form.replace("'", "' ")).split()[0] for form in listed(said.links)),
        links=split(said.links),
        joints=split(said.joints),
        of=split(said.of),
        genitives=frozenset(fold(form.replace("'", "' ")).split()[0] for form in listed(said.of)),
        articles=split(said.articles),
        openers=strangers(language.code).openers,
        heads=frozenset(form.lstrip("?!").split("=")[0] for form in listed(said.heads)),
        days=frozenset(fold(form) for form in language.calendar.months + language.calendar.weekdays),
        verbs=split(said.acting),
        infinitives=tuple(listed(said.verb_ends)),
        actions=split(said.actions),
        onto=split(said.onto),
        portfolios={fold(form): english for form, english in (pair.split("=") for pair in listed(said.portfolios))},
        ones=tuple(f" {form} " for form in fold(language.numbers.ones).split()),
        tasks=frozenset(fold(pair).split("=")[0].split()[0] for pair in listed(said.portfolios)),
    )


def word_at(page: Page, at: int, limit: int) -> Word | None:
    """The word that follows an offset after a space, a comma or an elision; none at the edge of a clause."""
    match = WORD.match(page.text, at, limit)
    if match is None:
        return None
    start, end = match.span(2)
    if start == at and page.folded[at - 1] != "'":
        return None
    return Word(start, end, match[2], page.folded[start:end], bool(match[1]))


def before(page: Page, rules: Grammar, start: int) -> int:
    """Where the words with a capital before a head begin; "the Trade and Development Agency" is one name."""
    words = page.text[max(0, start - REACH) : start].rpartition("\n")[2].replace("\u00a0", " ").split(" ")
    if not rules.adjective_first or words.pop():
        return start
    first = at = start
    joined = False
    for word in reversed(words):
        at -= len(word) + 1
        if word in rules.joints and first == at + len(word) + 1 < start:
            joined = True
        elif (
            named(word)
            and page.folded[at : at + len(word)] not in rules.openers
            and not (joined and word in rules.heads)
        ):
            first = first if joined else at
        else:
            return at + len(word) + 1 if joined and word.lower() in rules.articles else first
    return first


def named(word: str) -> bool:
    """Whether a word before a head may belong to its name: a capital, and no end of a clause or owner after it."""
    if not word[:1].isupper() or word in CIVIL or word.endswith((",", ";", ":", "!", "?", ")", "’s", "'s", "s’", "s'")):
        return False
    return word[-1] != "." or len(word) == 2 or word[-3:-2] == "."


def after(page: Page, rules: Grammar, found: Mentions, start: int, strong: bool, linked: bool = False) -> int:
    """Where a name goes on to after its head.

    It goes on with adjectives, in languages that put them last, and with links that lead to words with a capital;
    a capital right after a `strong` head is another name ("Commission Prodi"). `linked` says that the start is within
    a complement already.
    """
    end, limit = start, start + REACH
    while word := word_at(page, end, limit):
        if word.comma or word.folded in rules.starts or word.folded in rules.joints:
            pair = word_at(page, word.end, limit) if word.folded in rules.joints else None
            if pair and pair.folded in rules.qualifiers and not linked and end > start:
                end = pair.end
                continue
            target = led_to(page, rules, found, word, limit)
            if target is None or (not linked and word.folded not in rules.starts):
                break
            linked = True
            mention = found.at(target.start)
            end = mention.end if mention else target.end
        elif word.folded in rules.qualifiers or (word.folded in rules.nations and not linked):
            end = word.end
        elif word.named() and (linked or not (strong or rules.adjective_first)):
            if (linked and word.folded in given_names()) or not found.free(word.start, word.end):
                break
            end = word.end
        else:
            break
    if linked or end == start:
        return end
    stop = complement(page, rules, end)
    name = word_at(page, stop, limit) if stop > end else None
    named = name and name.folded in rules.of and led_to(page, rules, found, name, limit)
    return after(page, rules, found, stop, strong=False, linked=True) if named else stop


def run(page: Page, found: Mentions, start: int) -> int:
    """Where the words with a capital end that begin at an offset, and are no known name; the offset if none do."""
    end, limit = start, start + REACH
    while word := word_at(page, end, limit):
        if word.comma or not word.named() or not found.free(word.start, word.end):
            break
        end = word.end
    return end


def led_to(page: Page, rules: Grammar, found: Mentions, word: Word, limit: int) -> Word | None:
    """The word with a capital to which a link, a conjunction or a comma leads, if it is not another body's name."""
    target: Word | None = word
    other = word.folded in rules.joints
    if word.comma and not other and not closes(page, rules, word, limit):
        return None
    while target and (target.folded in rules.links or target.folded in rules.joints):
        target = word_at(page, target.end, limit)
    if target is None or not target.named() or target.folded in rules.days:
        return None
    if (other or word.comma) and (found.at(target.start) or target.text in rules.heads):
        return None
    return target


def closes(page: Page, rules: Grammar, word: Word, limit: int) -> bool:
    """Whether a series that a comma begins is closed by a conjunction, with words of names alone before it."""
    item: Word | None = word
    while item and item.folded not in rules.joints:
        if not item.named() and item.folded not in rules.links and item.folded not in rules.qualifiers:
            return False
        item = word_at(page, item.end, limit)
    return item is not None


def complement(page: Page, rules: Grammar, start: int) -> int:
    """Where a complement without a capital ends ("Conseil supérieur de la magistrature"); else its start.

    A noun of action goes on to what is done: "Facilité européenne de soutien à la paix".
    """
    if not rules.infinitives:
        return start
    end, noun = noun_after(page, rules, start, rules.of)
    for _ in range(CHAIN):
        if noun not in rules.actions:
            break
        joint = word_at(page, end, start + REACH)
        if joint and joint.folded in rules.joints:  # "de secours et de travaux"
            further, noun = noun_after(page, rules, joint.end, rules.genitives)
        else:
            further, noun = noun_after(page, rules, end, rules.onto)
        end = further if noun else end
    return end


def noun_after(page: Page, rules: Grammar, start: int, links: frozenset[str]) -> tuple[int, str]:
    """Where the noun without a capital ends to which some links lead, its adjectives taken in; and that noun.

    The start, and no noun, where there is none.
    """
    limit = start + REACH
    link = word_at(page, start, limit)
    if link is None or link.comma or link.folded not in links:
        return start, ""
    noun = word_at(page, link.end, limit)
    if noun and noun.folded in ("la", "le", "les", "l'"):
        noun = word_at(page, noun.end, limit)
    if noun is None or noun.comma or len(noun.text) < 3 or noun.folded in rules.articles:
        return start, ""
    if (noun.folded.endswith(rules.infinitives) and link.folded in ("de", "d'")) or noun.text[0].isupper():
        return start, ""
    end = noun.end
    while (word := word_at(page, end, limit)) and not word.comma and _described(rules, word):
        end = word.end
    return end, noun.folded


def _described(rules: Grammar, word: Word) -> bool:
    """Whether a word is an adjective that may follow a noun in a name."""
    return word.folded in rules.qualifiers or word.folded in rules.nations


def purpose(page: Page, rules: Grammar, found: Mentions, start: int) -> tuple[int, int]:
    """Where the words begin and end that say what a ministry is for; both at the start where none do."""
    limit = start + REACH
    link = word_at(page, start, limit)
    if link is None or link.comma or link.folded not in rules.starts:
        return start, start
    first = word_at(page, link.end, limit)
    while first and first.folded in rules.links:
        first = word_at(page, first.end, limit)
    if first is None or not (first.named() or rules.infinitives):
        return start, start
    end = first.end
    second = word_at(page, end, limit)
    if second and f"{first.folded} {second.folded}" in rules.portfolios:
        end = second.end
    while (joint := word_at(page, end, limit)) and joint.folded in rules.joints and not first.named():
        further, noun = noun_after(page, rules, joint.end, rules.genitives)
        if noun not in rules.tasks:
            break
        end = further
    return first.start, after(page, rules, found, end, strong=False, linked=True)
