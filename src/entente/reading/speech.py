"""Cues: the verbs of speech of a page, as they are used."""

from __future__ import annotations

import re
from dataclasses import dataclass

from entente.reading.grammar import FORMS, Grammar
from entente.reading.page import Page
from entente.text.lexicon import Hit

__all__ = ["Cue", "before", "cues"]

_WINDOW = 90  # code points in which a verb's auxiliary and its adverbs stand
_TURNED = re.compile(r"(?:-t)?-(il|elle|on|ils|elles)\b")
_PRONOUNS = ("-t-", "-il", "-el")
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


def cues(page: Page, rules: Grammar) -> list[Cue]:
    """The verbs of speech of a page, in order; nouns, passives, wishes and denials are none."""
    found: list[Cue] = []
    rows = [(hit.start, rank, hit) for rank, form in enumerate(FORMS) for hit in page.hits.get(f"speech {form}", ())]
    rows.sort(key=lambda row: row[:2])
    for _, rank, hit in rows:
        form = FORMS[rank]
        if page.folded[hit.start - 1 : hit.start] == "-" or page.folded[hit.end : hit.end + 1] == "-" and page.folded[hit.end : hit.end + 3] not in _PRONOUNS:
            continue
        if found and hit.start < found[-1].end:
            continue
        letter = page.text[hit.end - 1]
        if letter != hit.value[1] and not letter.isupper():
            continue  # "declare" folded: déclare and déclaré differ by their last letter
        if page.text[hit.start].isupper() and form != "gerund":
            continue
        cue = _cue(page, rules, hit, form)
        if cue is not None:
            found.append(cue)
    return found


def _cue(page: Page, rules: Grammar, hit: Hit, form: str) -> Cue | None:
    """The cue that a verb makes by what stands before it."""
    cue = Cue(hit.start, hit.end, hit.start, hit.value[0], form)
    if form == "participle":
        return cue if _compound(page, rules, cue) else None
    if form == "plain" and _wished(page, rules, cue):
        return cue
    if form != "plain" or rules.plain:
        return cue if _simple(page, rules, cue) else None
    return None


def before(folded: str, at: int, low: int) -> tuple[int, str]:
    """The word that ends before an offset, and where it begins; an empty word at a line break or the lower end."""
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
        comma = folded[at - 2 : at] == ", "
        at, word = before(folded, at, low)
        stem, _, turned = word.partition("-")
        if stem in rules.auxiliaries and page.text[at] not in "àÀ":
            cue.pronoun = turned.removeprefix("t-")
            cue.start = at
            cue.head = _subject_end(folded, rules, at, low)
            return not folded.startswith(("n'", "ne "), cue.head)
        if word in rules.passives and before(folded, at, low)[1] == "se":
            cue.start = cue.head = before(folded, at, low)[0]
            return True
        if not word or word in rules.modals or word in rules.passives:
            return False
        aside ^= comma
        if not (aside or comma or word in rules.tenses or word.endswith(_ADVERBS)):
            return False
    return False


def _subject_end(folded: str, rules: Grammar, at: int, low: int) -> int:
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
    turned = _TURNED.match(folded, cue.end)
    if cue.form == "finite" and folded[cue.end + 1 : cue.end + 5].split(" ")[0] in rules.agents:
        return False
    if turned:
        cue.pronoun, cue.end = turned[1], turned.end()
    at, word = cue.start, ""
    for _ in range(6):
        start, word = before(folded, at, low)
        if word in rules.modals:
            return False
        if word in rules.passives:
            if cue.form != "gerund":
                return False
            cue.form = "finite"
        elif not _light(rules, word) or "," in folded[start:at]:
            break
        elif noun and word in rules.articles:
            return False
        at = start
    cue.head = at
    if cue.form == "plain":
        return word in rules.they or (word.endswith("s") and not word.endswith(("ss", "'s", "us")) and word not in rules.articles)
    if cue.form == "gerund" or cue.pronoun:
        return True
    if noun and rules.plain and not _subject(page, rules, at, low):
        return False
    return word in rules.like or not (word in rules.articles or word in rules.prepositions or word.endswith("'s") or folded[at - 1 : at] == "'" or (noun and not word))


def _subject(page: Page, rules: Grammar, at: int, low: int) -> bool:
    """Whether the words before a form that may be a noun are a subject: a name, a pronoun, or an article and a noun."""
    start, word = before(page.folded, at, low)
    if word in rules.pronouns or word in rules.relative or page.folded[start:at].rstrip().endswith(")"):
        return True
    if page.text[start : start + 1].isupper():
        return start > page.sentence(start)[0] or page.text[start : start + len(word)].isupper()
    for _ in range(3):
        start, earlier = before(page.folded, start, low)
        if earlier in rules.articles or earlier in rules.prepositions:
            return earlier in rules.articles and not word.endswith("s")
    return False


def _light(rules: Grammar, word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in rules.clitics or word in rules.tenses or (word.endswith("ly") and len(word) > 5)
