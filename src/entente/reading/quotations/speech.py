"""Cues: the verbs of speech of a page, as they are used."""

from __future__ import annotations

import re
from dataclasses import dataclass

from entente.reading.page import Page
from entente.reading.quotations.grammar import FORMS, Grammar
from entente.text.lexicon import Hit

__all__ = ["Cue", "before", "cues"]

_WINDOW = 90  # code points in which a verb's auxiliary and its adverbs stand
_TURNED = re.compile(r"(?:-t)?-(il|elle|on|ils|elles)\b")
_SHARED = 300  # code points before a participle in which the auxiliary that it shares stands
_ADVERBS = ("ment", "mente", "ly")


@dataclass(slots=True)
class Cue:
    """A verb of speech: its span with the auxiliary, its sense and form.

    `head` is where the words before it end, auxiliary, pronouns and adverbs left out; `pronoun` is a subject that
    follows it ("a-t-il dit").
    """

    start: int
    end: int
    head: int
    sense: str
    form: str
    pronoun: str = ""

    def word(self, folded: str) -> str:
        """The verb itself, folded, without what stands before it."""
        return folded[self.start : self.end].rpartition(" ")[2]


def cues(page: Page, rules: Grammar) -> list[Cue]:
    """The verbs of speech of a page, in order; nouns, passives, wishes and denials are none."""
    found: list[Cue] = []
    rows = [(hit.start, rank, hit) for rank, form in enumerate(FORMS) for hit in page.hits.get(f"speech {form}", ())]
    rows.sort(key=lambda row: row[:2])
    end = 0
    for start, rank, hit in rows:
        if start < end or not _spelt(page, hit, FORMS[rank]):
            continue
        cue = _cue(page, rules, hit, FORMS[rank])
        if cue is not None:
            found.append(cue)
            end = cue.end
    return found


def _spelt(page: Page, hit: Hit, form: str) -> bool:
    """Whether a word is a verb by its letters: no part of a compound, no name, and its last letter has its accent."""
    text, last = page.text, page.text[hit.end - 1]
    if last != hit.value[1] and not last.isupper():
        return False  # folded, "déclare" and "déclaré" are one
    if text[hit.start].isupper() and form != "gerund":
        return False
    if page.folded[hit.start - 1 : hit.start] == "-":
        return False
    return page.folded[hit.end : hit.end + 1] != "-" or _TURNED.match(page.folded, hit.end) is not None


def _cue(page: Page, rules: Grammar, hit: Hit, form: str) -> Cue | None:
    """The cue that a verb makes by what stands before it."""
    cue = Cue(hit.start, hit.end, hit.start, hit.value[0], form)
    if form == "participle":
        return cue if _compound(page, rules, cue) and _tells(page, rules, cue) else None
    if form == "plain" and _wished(page, rules, cue):
        return cue
    if form != "plain" or rules.plain:
        return cue if _simple(page, rules, cue) and _tells(page, rules, cue) else None
    return None


def _tells(page: Page, rules: Grammar, cue: Cue) -> bool:
    """Whether a verb tells something: one of reading or publishing only with nobody as subject, or after "as"."""
    if cue.sense != "learns" or cue.pronoun == "on":
        return True
    return rules.likened.match(page.folded, page.sentence(cue.start)[0]) is not None


def before(folded: str, at: int, low: int) -> tuple[int, str]:
    """The word that ends before an offset, and where it begins; no word at a line break or the lower end."""
    end = at
    while end > low and folded[end - 1] in " ,":
        end -= 1
    start = max(low, folded.rfind(" ", low, end) + 1, folded.rfind("\n", low, end) + 1)
    return start, folded[start:end]


def _compound(page: Page, rules: Grammar, cue: Cue) -> bool:
    """Whether an auxiliary stands before a participle, with adverbs alone between them."""
    folded, low, at = page.folded, max(0, cue.start - _WINDOW), cue.start
    aside = False  # between two commas: "a, pour sa part, déclaré"
    for _ in range(9):
        often = rules.often.search(folded, low, at)
        at = often.start() + 1 if often else at
        comma = folded[at - 2 : at] == ", "
        at, word = before(folded, at, low)
        if word in rules.conjoined and not rules.plain:
            return _joined(page, rules, cue, at)
        stem, _, turned = word.partition("-")
        clitic, mark, verb = stem.rpartition("'")
        if verb in rules.auxiliaries and clitic + mark in rules.clitics:  # "m'a confirmé"
            stem = verb
        if stem in rules.auxiliaries and page.text[at] not in "àÀ":
            cue.pronoun = turned.removeprefix("t-")
            cue.start, cue.head = at, _objectless(folded, rules, at, low)
            return not folded.startswith(("n'", "ne "), cue.head)
        if turned and stem in rules.passives:  # "est-il précisé"
            cue.pronoun, cue.form = "on", "impersonal"
            cue.start = cue.head = at
            return True
        if word in rules.passives and before(folded, at, low)[1] == "se":
            cue.start = cue.head = before(folded, at, low)[0]
            return True
        if not word or word in rules.modals or word in rules.passives or page.text[at].isupper():
            return False
        aside ^= comma
        if not (aside or comma or word in rules.light or word.endswith(_ADVERBS)):
            return False
    return False


def _joined(page: Page, rules: Grammar, cue: Cue, at: int) -> bool:
    """Whether a participle that takes a clause shares the auxiliary of one before it: "a remercié X et ajouté que"."""
    if rules.that.match(page.folded, cue.end + 1) is None:
        return False
    low = max(page.sentence(at)[0], at - _SHARED)
    cue.head = cue.start
    return any(page.text[match.start()] not in "àÀ" for match in rules.helped.finditer(page.folded, low, at))


def _objectless(folded: str, rules: Grammar, at: int, low: int) -> int:
    """Where the words before a verb end, its object pronouns left out."""
    while True:
        start, word = before(folded, at, low)
        if word not in rules.clitics or not word or "," in folded[start:at]:
            return at
        at = start


def _wished(page: Page, rules: Grammar, cue: Cue) -> bool:
    """Whether a plain form was said all the same: "a tenu à souligner", "went on to say"."""
    wish = rules.wish.search(page.folded, max(0, cue.start - 50), cue.start)
    if not wish:
        return False
    cue.start = cue.head = wish.start()
    cue.form = "finite" if rules.plain or _compound(page, rules, cue) else "gerund"
    return True


def _simple(page: Page, rules: Grammar, cue: Cue) -> bool:
    """Whether a finite form or a gerund is a verb, in the active voice, and not denied."""
    folded, low = page.folded, max(0, cue.start - _WINDOW)
    noun = folded[cue.start : cue.end] in rules.nouns
    turned = _TURNED.match(folded, cue.end) or _TURNED.search(folded, cue.start, cue.end)
    if turned:
        cue.pronoun, cue.end = turned[1], max(cue.end, turned.end())
    elif cue.form == "finite" and folded[cue.end + 1 : cue.end + 5].partition(" ")[0] in rules.agents:
        return False
    at, word = cue.start, ""
    for _ in range(6):
        start, word = before(folded, at, low)
        if word in rules.modals:
            return False
        if word in rules.passives:
            if cue.form != "gerund":
                return False
            cue.form = "finite"
        elif word == "ne" or word.startswith("n'"):
            return False
        elif page.text[start].isupper() or not _light(rules, word) or "," in folded[start:at]:
            break
        elif noun and word in rules.articles:
            return False
        at = start
    cue.head = at
    if cue.form == "gerund" or cue.pronoun:
        return True
    return _led(page, rules, cue, noun=noun, word=word)


def _led(page: Page, rules: Grammar, cue: Cue, *, noun: bool, word: str) -> bool:
    """Whether the word before a form lets it be a verb with its subject before it."""
    if cue.form == "plain":
        several = word.endswith("s") and not word.endswith(("ss", "'s", "us"))
        return word in rules.they or (several and word not in rules.articles)
    if word in rules.like:
        return True
    if word in rules.articles or word in rules.prepositions or page.folded[cue.head - 1 : cue.head] == "'":
        return False
    return not word.endswith("'s") and (not noun or (not rules.plain and word != "") or _subject(page, rules, cue))


def _light(rules: Grammar, word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in rules.clitics or word in rules.light or (word.endswith("ly") and len(word) > 5)


def _subject(page: Page, rules: Grammar, cue: Cue) -> bool:
    """Whether the words before a form that may be a noun are a subject: a name, a pronoun, "the" and a noun."""
    at, low = cue.head, max(0, cue.head - _WINDOW)
    start, word = before(page.folded, at, low)
    if word in rules.pronouns or word in rules.relative or word.endswith(")"):
        return True
    if page.text[start : start + 1].isupper():
        told = rules.that.match(page.folded, cue.end + 1) is not None  # "Norway notes that"
        return told or start > page.sentence(start)[0] or page.text[start : start + len(word)].isupper()
    for _ in range(3):
        start, earlier = before(page.folded, start, low)
        if earlier in rules.articles or earlier in rules.prepositions:
            return earlier in rules.articles and not word.endswith("s")
    return False
