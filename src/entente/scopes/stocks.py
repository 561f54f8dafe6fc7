"""Whether a number of people is a stock: how many there are, as the population figures count them."""

from __future__ import annotations

import re
from collections.abc import Collection

from entente.model.question import Question
from entente.scopes.marks import FACTOR, PEOPLE, Marks, marks
from entente.text.fold import fold
from entente.text.lexicon import Hit

__all__ = ["has_changed", "hosts_first", "is_aim", "is_partial", "is_share", "is_stock", "names_host", "shared_among"]

AROUND = 60  # characters on either side of the figure in which a word says that people move
BEFORE = 40  # characters before the figure in which a word says that they are still to come
FLED = frozenset({"refugee", "displaced", "seeker"})
OF_PEOPLE = FLED | frozenset({"persons", "part", "inside", "abroad", PEOPLE})
PAUSE = re.compile(r"[.;:!?]\s|\n\s*\n|[–—(]")
WORD = re.compile(r"[^\W\d_]+")


def is_stock(question: Question) -> bool:
    """Whether a claim says how many people there are.

    It does not where its words count somebody else (soldiers, migrants), speak of people who moved within a time
    (resettled, newly displaced), who are still to come, or whom somebody helps without saying how many there are.
    """
    if not _counts_people(question):
        return False
    before, after = _around(question)
    if _has(question, before[-BEFORE:], {"coming"}) or _has(question, f"{before} {after}", {"moved"}):
        return False
    if _words(question).risen.search(fold(before)):
        return False
    return bool(question.says("host")) or not _words(question).helped.search(fold(before))


def is_share(question: Question) -> bool:
    """Whether a share is one of people who fled: the words for them stand near it, and none that say that they move."""
    near = " ".join(_around(question))
    return _has(question, near, FLED) and not _has(question, near, {"moved", "area"})


def shared_among(question: Question) -> frozenset[str]:
    """The countries of whose people a share is one: "95 % of Syrian refugees", "one Syrian in two"."""
    if question.quantity is None:
        return frozenset()
    text, span = question.reading.statement.text, question.quantity.span
    said = PAUSE.split(text[span.start : span.end + AROUND])[0]
    fled = min((hit.end for hit in _hits(question, said, FLED)), default=0)
    last = max(fled + 1, span.end - span.start)  # "réfugiés syriens", "one Syrian in two"
    return frozenset(hit.value for hit in _hits(question, said, {PEOPLE}) if hit.start <= last)


def has_changed(question: Question) -> bool:
    """Whether a change is one of the number of people who fled: they are named before it, or right after it."""
    text, code = question.claim.span.cut(question.reading.statement.text), question.reading.statement.language
    factor = next(iter(marks(code).lexicon.scan(text, fold(text)).get(FACTOR, ())), None)
    number = question.quantity.span.start - question.claim.span.start if question.quantity else 0
    at = factor.start if factor and not question.quantity else number
    near = f"{PAUSE.split(text[:at])[-1]} {PAUSE.split(text[at : at + AROUND])[0]}"
    return _has(question, near, {*FLED, "abroad"}) and not (_has(question, near, {"moved"}) or question.says("area"))


def is_partial(question: Question) -> bool:
    """Whether a claim speaks of a part of the people of a country: children, a province, "of whom so many"."""
    before, _ = _around(question)
    return bool(question.says("part", "area")) or bool(_words(question).within.search(fold(before)))


def hosts_first(question: Question) -> bool:
    """Whether the words for hosting stand before the figure, so that the claim's own actor is the host."""
    if question.quantity is None:
        return bool(question.says("host"))
    text = question.reading.statement.text[question.claim.span.start : question.quantity.span.start]
    return _has(question, text, {"host"})


def names_host(question: Question) -> bool:
    """Whether a claim names its own actor after the figure: "so many refugees are hosted by X"."""
    claim, quantity = question.claim, question.quantity
    named = (actor.span for actor in question.reading.actors if actor.id == claim.who and claim.span.holds(actor.span))
    return quantity is not None and any(span.start >= quantity.span.end for span in named)


def is_aim(question: Question) -> bool:
    """Whether hosting is what the actor's money is for, so that others host: "gave $5 million for Jordan to host"."""
    claim, statement = question.claim, question.reading.statement
    before = fold(statement.text[max(0, claim.span.start - BEFORE) : claim.span.start])
    paid = (each for each in question.reading.claims if each.kind == "funding" and each.who == claim.who)
    near = any(0 <= claim.span.start - each.span.end < AROUND for each in paid)
    return near and bool(_words(question).aim.search(before))


def _around(question: Question) -> tuple[str, str]:
    """What stands before a figure and after its number, near it and in the same part of the sentence."""
    if question.quantity is None:
        return "", ""
    text, span = question.reading.statement.text, question.quantity.span
    before = text[max(0, span.start - AROUND) : span.start]
    after = text[question.quantity.number.end : span.end + AROUND]
    return PAUSE.split(before)[-1], PAUSE.split(after)[0]


def _counts_people(question: Question) -> bool:
    """Whether all words of what is counted are words for people who fled, or for people as such."""
    counts = question.quantity.counts if question.quantity else ""
    found = _hits(question, counts, OF_PEOPLE)
    other = [
        word[0]
        for word in WORD.finditer(counts)
        if not any(hit.start <= word.start() and word.end() <= hit.end for hit in found)
    ]
    return all(fold(word) in _words(question).links for word in other)


def _has(question: Question, text: str, kinds: Collection[str]) -> bool:
    return bool(_hits(question, text, kinds))


def _hits(question: Question, text: str, kinds: Collection[str]) -> list[Hit]:
    found = _words(question).lexicon.scan(text, fold(text))
    return [hit for kind in kinds for hit in found.get(kind, ())]


def _words(question: Question) -> Marks:
    return marks(question.reading.statement.language)
