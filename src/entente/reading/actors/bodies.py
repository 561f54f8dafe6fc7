"""Bodies that no list knows: by their head nouns, their acronyms, and the short forms of longer names."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from entente.languages import Language
from entente.reading.actors.gazetteer import body
from entente.reading.actors.mentions import CAPITAL, SPACE, Mention, Mentions
from entente.reading.actors.national import english
from entente.reading.actors.phrases import Grammar, after, before, complement, grammar, purpose, run, word_at
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.lexicon import Entry, Hit
from entente.text.neighbours import word_before
from entente.text.tables import listed

__all__ = ["bodies", "words"]

REACH = 90  # how far after a head its acronym is looked for, in characters
SPOKEN = 5  # letters of an acronym that may also be written as a word: SENELEC, Senelec
PORTFOLIO = 4  # how many words the English of a ministry is looked up by
RECENT = 200  # how many mentions back a short form may point
ACRONYM = Late(rf"{SPACE}\(([{CAPITAL}][\w./&-]*[{CAPITAL}][\w-]*)\)")
STOP = Late(r"[.;:()\n«»\"]")


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for the heads of names.

    The value is the English head, whether it may stand alone, and whether it needs no article for that.
    """
    said = language.names
    for form in listed(said.heads):
        noun, equals, english = form.lstrip("?!").partition("=")
        yield Entry(noun, "head", (english if equals else noun, form[0] != "?", form[0] == "!"), noun[0].isupper())
    for form in listed(said.labels):
        yield Entry(form, "label", None)
    for form in listed(said.ministries):
        noun, _, english = form.partition("=")
        yield Entry(noun, "ministry", english or noun, noun[0].isupper())


@lru_cache(maxsize=16)
def articles(language: Language) -> tuple[str, ...]:
    """What may end the text before a short form."""
    return tuple(form if form.endswith("'") else f"{form} " for form in listed(fold(language.names.articles)))


def bodies(page: Page, found: Mentions) -> dict[str, str]:
    """Add the bodies that no list knows; returns the acronyms that the text defines, with their ids."""
    rules = grammar(page.language)
    acronyms = defined(page, found)
    for hit in page.hits.get("ministry", []):
        if found.free(hit.start, hit.end):
            ministry(page, rules, found, acronyms, hit)
    for hit in page.hits.get("label", []):
        end = run(page, found, hit.end)
        if end > hit.end and found.free(hit.start, hit.end):
            found.add(Mention(hit.end + 1, end, "organisation", page.text[hit.end + 1 : end], "label"))
    heads = [hit for hit in page.hits.get("head", []) if hit.value[0] and page.text[hit.start + 1].islower()]
    ranks = {hit.end for hit in page.hits.get("title", [])}  # "général de brigade" is no brigade
    heads = [hit for hit in heads if hit.end not in ranks or word_before(page.folded, hit.start) not in rules.genitives]
    if rules.adjective_first:  # the last of several is the head: "Fund Facility"
        heads = [hit for hit, after in pairwise((*heads, None)) if hit and not (after and after.start == hit.end + 1)]
    named = sorted(found.by_start) if heads else []
    for hit in heads:
        if found.free(hit.start, hit.end):
            mention = headed(page, rules, found, acronyms, hit) or short(page, rules, found, named, hit)
            if mention:
                found.add(mention)
                insort(named, mention.start)
    return acronyms


def defined(page: Page, found: Mentions) -> dict[str, str]:
    """The acronyms that stand in brackets after a name that the gazetteer knows, with the ids of those names."""
    acronyms: dict[str, str] = {}
    if "(" in page.text:
        ends = {mention.end: mention for mention in found if mention.kind in ("organisation", "group")}
        for bracket in ACRONYM.finditer(page.text):
            name = ends.get(bracket.start())
            if name and found.free(*bracket.span(1)):
                acronyms[bracket[1]] = name.id
    return acronyms


def ministry(page: Page, rules: Grammar, found: Mentions, acronyms: dict[str, str], hit: Hit) -> None:
    """Read a ministry and what it is for."""
    start, end = purpose(page, rules, found, hit.end)
    if end > start:
        words = page.folded[start:end].split()
        known = (rules.portfolios.get(" ".join(words[:count])) for count in range(min(len(words), PORTFOLIO), 0, -1))
        said = next(filter(None, known), "")
        name = f"{hit.value} of {said}" if said else page.text[hit.start : end]
        found.add(Mention(hit.start, end, "organisation", name, "ministry"))
        bracket = ACRONYM.match(page.text, end)
        if bracket:
            acronyms[bracket[1]] = name


def headed(page: Page, rules: Grammar, found: Mentions, acronyms: dict[str, str], hit: Hit) -> Mention | None:
    """The name around a head noun, by its acronym in brackets if it has one; none where the noun stands bare."""
    start = apart(page, rules, found, before(page, rules, hit.start), hit.start)
    end = after(page, rules, found, hit.end, strong=hit.value[1])
    bracket = acronym(page, rules, start, end)
    if bracket and bracket[1] not in acronyms:
        sense = found.at(bracket.start(1)) or body(page.language, page.text[start : bracket.start()])
        if sense and is_another(sense.names, page.text[start : bracket.start()], bracket[1]):
            sense = None
            for mention in [each for each in found if page.text[each.start : each.end] == bracket[1]]:
                found.drop(mention.start)
        acronyms[bracket[1]] = sense.id if sense else bracket[1]
        if len(bracket[1]) >= SPOKEN:
            acronyms[bracket[1].capitalize()] = acronyms[bracket[1]]
        return Mention(start, bracket.start(), "organisation", acronyms[bracket[1]], "head")
    if start == hit.start and end == hit.end:
        return None
    if start == hit.start and not hit.value[1] and only_of(found, hit.end, end):
        return None
    sense = body(page.language, page.text[start:end])
    if sense:
        return Mention(start, end, sense.kind, sense.id, "head", sense.names)
    name = english(page, found, hit, end) if start == hit.start else ""
    return Mention(start, end, "organisation", name or page.text[start:end], "head")


def is_another(known: str, name: str, acronym: str) -> bool:
    """Whether a name spells an acronym out in other words than a body that is known by it: "Contact Group (ICG)"."""
    spelled = [each for each in known.split("|") if initials(each) == acronym]
    return initials(name) == acronym and bool(spelled) and fold(name) not in map(fold, spelled)


def initials(name: str) -> str:
    """The first letters of the words of a name that begin with a capital."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def apart(page: Page, rules: Grammar, found: Mentions, start: int, end: int) -> int:
    """Where a name begins before which two bodies are joined: "the UN and World Bank Trust Fund"."""
    first = found.at(start)
    joint = word_at(page, first.end, end) if first and first.kind == "organisation" else None
    if joint is None or joint.folded not in rules.joints:
        return start
    second = found.at(joint.end + 1)
    return (second.end if second and second.end < end else joint.end) + 1


def only_of(found: Mentions, start: int, end: int) -> bool:
    """Whether a head that names no body by itself is that of a known body, and of no more ("the office of UNICEF")."""
    mention = found.at(found.taken.find(1, start, end))
    return mention is not None and mention.kind == "organisation" and mention.end == end


def acronym(page: Page, rules: Grammar, start: int, end: int) -> re.Match[str] | None:
    """The acronym in brackets that closes a name, if it begins with the name's first letter."""
    opening = page.text.find("(", end, end + REACH)
    if opening < 0 or STOP.search(page.text, end, opening):
        return None
    if not rules.verbs.isdisjoint(page.folded[end:opening].split()):
        return None
    bracket = ACRONYM.match(page.text, opening - 1)
    return bracket if bracket and page.folded[bracket.start(1)] == page.folded[start] else None


def short(page: Page, rules: Grammar, found: Mentions, named: list[int], hit: Hit) -> Mention | None:
    """A head that stands bare: the longer name before it that has the same head, else a name without a capital."""
    english, strong, bare = hit.value
    end = complement(page, rules, hit.end)
    article = page.folded[max(0, hit.start - 8) : hit.start].endswith(articles(page.language))
    if not (article or bare or (strong and end > hit.end and page.folded.endswith(rules.ones, 0, hit.start))):
        return None
    longer = antecedent(page, rules, found, named, hit)
    if longer and (
        end == hit.end or heads(page.text[longer.start : longer.end], page.text[hit.start : hit.end], rules)
    ):
        return Mention(hit.start, hit.end, longer.kind, longer.id, "short", longer.names)
    if end > hit.end:
        return Mention(hit.start, end, "organisation", page.text[hit.start : end], "head")
    return Mention(hit.start, hit.end, "organisation", english, "short") if strong else None


def antecedent(page: Page, rules: Grammar, found: Mentions, named: list[int], hit: Hit) -> Mention | None:
    """The last body before a short form whose name, as written or as the gazetteer gives it, has the same head."""
    noun = page.text[hit.start : hit.end]
    last = bisect_left(named, hit.start)
    for start in reversed(named[max(0, last - RECENT) : last]):
        mention = found.at(start)
        if mention and mention.kind in ("organisation", "group"):
            names = f"{page.text[start : mention.end]}|{mention.names}"
            if noun in names and any(heads(name, noun, rules) for name in names.split("|")):
                return mention
    return None


def heads(name: str, noun: str, rules: Grammar) -> bool:
    """Whether a noun is the head of a name."""
    if not rules.adjective_first:
        return name.startswith(noun)
    return (
        name.startswith(noun) or name.endswith(noun) or any(f" {noun} {link} " in name for link in ("of", "for", "on"))
    )
