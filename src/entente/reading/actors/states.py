"""States: the names that the gazetteer knows, and countries by their governments, official forms and capitals."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from entente.languages import Language
from entente.reading.actors.gazetteer import Sense, adjectives, strangers, titles
from entente.reading.actors.mentions import Mention, Mentions, alternatives
from entente.reading.page import Page
from entente.text.fold import fold
from entente.text.late import Late
from entente.text.lexicon import Entry, Hit
from entente.text.neighbours import word_after, word_before
from entente.text.tables import listed

__all__ = ["known", "words"]

REACH = 48  # how far around a word its neighbours are looked for, in characters
NEARBY = 12  # how many countries before a bare government may be its own
SHORT = 3  # letters of an acronym that is always in capitals
VOTERS = 400  # how many mentions are asked for whom a text speaks
PAIR = Late(r" \w+ \w+ (\w+)")
ASIDE = Late(r", [^,;:.\n]{2,80}, (\w+)")  # ", meanwhile, has"
SUM = Late(
    r" (?:[a-z]+ ){0,2}(?:[a-z]{0,3}[$€£¥] ?\d|\d[\d., ]* ?(?:[a-z]{1,3}[$€£¥]|[$€£¥]|m\w+ d|m\w+ of |m\w+[ ,.;]))"
)  # in a list of givers: "and Washington 191 million"
PRICED = ("$", "€", "£")  # after a name that is part of a price: "NZ$25m"
TIED = Late(r"-(?:de|d'|du|des|of|del|sur|in|en)-$")  # within a longer name: "Hauts-de-France"
TIE = 5  # characters that tie it
OWNED = r"'s ([\w-]+)(?: ([\w-]+))?"
TWO_BEFORE = Late(r"(?:([\w.-]+) )?([\w.-]+) $")
TWO_AFTER = Late(r" ([\w-]+)(?: ([\w-]+))?")


class Patterns(NamedTuple):
    """What stands around the names of states, folded."""

    of: Late
    before_noun: frozenset[str]
    owners: tuple[str, ...]
    verbs: frozenset[str]
    verb_ends: tuple[str, ...]
    closes: frozenset[str]
    places: frozenset[str]
    seated: frozenset[str]
    powers: tuple[str, ...]
    owned: Late
    deeds: frozenset[str]
    openers: frozenset[str]
    articles: frozenset[str]
    lesser: frozenset[str]
    headed: Late
    joints: frozenset[str]
    series: frozenset[str]


@lru_cache(maxsize=16)
def patterns(language: Language) -> Patterns:
    """The patterns of a language."""
    said = language.names

    def folded(forms: str) -> frozenset[str]:
        return frozenset(listed(fold(forms)))

    of, between = alternatives(listed(fold(said.of))), alternatives(listed(fold(said.form_words)))
    return Patterns(
        of=Late(rf"(?: (?:{between}))*(?: [\w-]+)?? (?:{of})[ ']?(?=\w)"),
        before_noun=frozenset(form.rstrip(".") for form in listed(said.before_noun)),
        owners=tuple(f"{form} " for form in listed(said.before_noun)),
        verbs=folded(said.acting),
        verb_ends=tuple(listed(fold(said.acting_ends))) or ("?",),
        closes=folded(said.nouns_end),
        places=folded(said.before_place),
        seated=folded(said.before_seat),
        powers=tuple(f" {form} " for form in listed(fold(said.before_power))),
        owned=Late(OWNED if said.deeds else "(?!)"),
        deeds=folded(said.deeds),
        openers=strangers(language.code).openers,
        articles=folded(said.articles.replace("'", "")),
        lesser=folded(said.lesser),
        headed=Late(rf" (?:{of})[ ']?(?:{alternatives([fold(title) for title in titles(language)])})(?![a-z])"),
        joints=folded(said.joints),
        series=folded(said.joints) | {","},
    )


def words(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for what stands around the names of states."""
    said = language.names
    for form in listed(said.governments):
        yield Entry(form.lstrip("+-"), "government", form[0])
    for kind, forms in (("form", said.forms), ("province", said.provinces), ("treaty", said.treaties)):
        for form in listed(forms):
            yield Entry(form, kind, None, form[0].isupper())
    for half in listed(said.halves):
        form, _, code = half.partition("=")
        yield Entry(form, "half", code, form[0].isupper())


def known(page: Page) -> Mentions:
    """The names that the gazetteer knows, and the governments and official forms of countries."""
    rules = patterns(page.language)
    found = named(page, rules)
    for hit in page.hits.get("treaty", []):
        bar(page, rules, found, hit, ("country", "organisation"))
    for hit in page.hits.get("province", []):
        if word_before(page.folded, hit.start) in rules.articles:
            bar(page, rules, found, hit, ("country",))
    for hit in page.hits.get("form", []):
        state(page, rules, found, hit, "form")
    if page.hits.get("half", []):
        halves(page, found)
    if page.hits.get("government", []):
        governments(page, rules, found)
    return found


def named(page: Page, rules: Patterns) -> Mentions:
    """What the lexicon's names stand for in this text."""
    found = Mentions(len(page.text))
    vouched: Counter[str] | None = None
    last: Mention | None = None  # the name before, if it is that of a capital that stands for a government
    for hit in page.hits.get("name", []):
        start, end, senses = hit
        sense = senses[0]
        if page.text.startswith("-", end) and page.folded[start:end] in adjectives(page.language):
            continue
        if page.text.startswith(PRICED, end):
            continue
        if page.text.startswith("-", start - 1) and TIED.search(page.folded, max(0, start - TIE), start):
            continue
        if len(senses) > 1 or sense.weak:
            vouched = vouched or vouchers(page.hits.get("name", []))
            sense = meant(senses, said(page, hit), vouched)
            if sense is None:
                continue
        if sense.doubtful:
            joined = sense.capital and last is not None and page.folded[last.end : start].strip() in rules.series
            if sense.spelled and sense.spelled != said(page, hit) and not titled(page, hit, sense.spelled):
                continue
            if not joined and not stands(page, rules, start, end, sense):
                continue
            if page.text.startswith(".", end) and page.text.find(".", start, end) >= 0:
                end += 1
        elif sense.place and sense.kind != "country":
            start = owned(page, rules, start)
        mention = Mention(start, end, sense.kind, sense.id, "capital" if sense.capital else sense.kind, sense.names)
        last = mention if sense.capital else None
        found.add(mention)
    return found


def said(page: Page, hit: Hit) -> str:
    """A name as it is written, with plain spaces."""
    return page.text[hit.start : hit.end].replace("\u00a0", " ")


def titled(page: Page, hit: Hit, spelled: str) -> bool:
    """Whether an acronym is written with one capital, where the language writes so ("Ocha")."""
    long = page.language.names.titled and len(spelled) > SHORT and spelled.isupper()
    return long and said(page, hit) == spelled.capitalize()


def owned(page: Page, rules: Patterns, start: int) -> int:
    """Where the name of a national body begins, a "U.S." before it taken in."""
    return next((start - len(owner) for owner in rules.owners if page.text.endswith(owner, 0, start)), start)


def vouchers(hits: list[Hit]) -> Counter[str]:
    """How often a text names each country and coalition beyond doubt."""
    vouched = Counter(hit.value[0].place for hit in hits if _beyond_doubt(hit.value))
    vouched[""] = 0
    return vouched


def _beyond_doubt(senses: tuple[Sense, ...]) -> bool:
    """Whether whatever a name stands for is of one country or coalition."""
    return not senses[0].weak and len({sense.place for sense in senses}) == 1


def meant(senses: tuple[Sense, ...], said: str, vouched: Counter[str]) -> Sense | None:
    """The sense that fits the spelling, and whose country or coalition the text names most; of weak ones the first."""
    fitting = [
        sense
        for sense in senses
        if (not sense.spelled or sense.spelled == said or sense.spelled.capitalize() == said)
        and (not sense.weak or vouched[sense.place])
    ]

    def weight(sense: Sense) -> tuple[int, int]:
        votes = vouched[sense.place]
        return (1, 0) if sense.weak else (2, votes) if votes else (0, -bool(sense.place))

    return max(fitting, key=weight, default=None)


def stands(page: Page, rules: Patterns, start: int, end: int, sense: Sense) -> bool:
    """Whether a name that may also be an adjective, a city or a common word is a name here."""
    if sense.capital:
        return governs(page, rules, start, end)
    if sense.seat:
        before = word_before(page.folded, start)
        article = before in rules.articles and before not in rules.seated
        return (word_before(page.folded, start - len(before) - 1) if article else before) not in rules.seated
    if sense.spelled in rules.before_noun:
        return is_noun(page, rules, start, end)
    if sense.spelled and page.folded[start:end] in rules.openers:
        line = page.text[page.text.rfind("\n", 0, start) + 1 : end + REACH].split("\n", 1)[0]
        return not line.isupper()
    return True


def governs(page: Page, rules: Patterns, start: int, end: int) -> bool:
    """Whether a capital stands for its government: it acts, owns a deed, or stands after what is done to a power."""
    folded = page.folded
    before, after = word_before(folded, start), word_after(folded, end)
    lead = folded[max(0, start - REACH) : start]
    if lead.endswith(rules.powers):
        return True
    if owned := rules.owned.match(folded, end):
        return owned[1] in rules.deeds or owned[2] in rules.deeds
    if before in rules.places:
        return False
    if aside := ASIDE.match(folded, end):
        after = aside[1]
    elif after in rules.joints:
        pair = PAIR.match(folded, end)
        after = pair[1] if pair else ""
    listed = before in rules.joints or folded.endswith(", ", 0, start)
    return after in rules.verbs or after.endswith(rules.verb_ends) or (listed and SUM.match(folded, end) is not None)


def is_noun(page: Page, rules: Patterns, start: int, end: int) -> bool:
    """Whether "U.S." is the country, and not an adjective of what follows."""
    after = end + page.text.startswith(".", end)
    if not page.text.startswith((" ", "\u00a0"), after):
        return page.text[after : after + 1] != "-"
    before, word = word_before(page.folded, start), word_after(page.folded, after)
    if page.text.startswith(PRICED, after + 1):
        return False
    if word in ("and", "or"):
        return before in ("the", "and")
    if page.text[after + 1 : after + 2].isupper():
        return after > end and word in rules.openers
    return word in rules.verbs or word in rules.closes or not word.strip("-")


def bar(page: Page, rules: Patterns, found: Mentions, hit: Hit, kinds: tuple[str, ...]) -> None:
    """Bar the name that a province or a treaty is of; one word may stand between ("the Greek province of")."""
    after = rules.of.match(page.folded, hit.end)
    mention = found.at(after.end()) if after else None
    if mention and mention.kind in kinds:
        found.add(mention._replace(kind=""))


def state(page: Page, rules: Patterns, found: Mentions, hit: Hit, rule: str) -> bool:
    """Read a government or an official form together with the country's name or adjective beside it."""
    if not found.free(hit.start, hit.end):
        return True
    after = rules.of.match(page.folded, hit.end)
    country = found.at(after.end()) if after else None
    if country and country.kind == "country":
        found.add(country._replace(start=hit.start, rule=rule))
        return True
    met = (adjective_before if page.language.names.adjective_first else adjective_after)(page, hit)
    if met:
        start, end, code = met
        found.add(Mention(start, end, "country", code, rule))
    return met is not None


def adjective_before(page: Page, hit: Hit) -> tuple[int, int, str] | None:
    """The adjective of a country in the two words before: where it begins, where the whole ends, the country."""
    table = adjectives(page.language)
    low = max(0, hit.start - REACH)
    window = page.folded[low : hit.start]
    before = TWO_BEFORE.search(window)
    for first, last in ((1, 2), (2, 2), (1, 1)) if before else ():
        if before and before[first]:
            start = before.start(first)
            code = table.get(window[start : before.end(last)])
            if code and page.text[low + start].isupper():
                return low + start, hit.end, code
    return None


def adjective_after(page: Page, hit: Hit) -> tuple[int, int, str] | None:
    """The adjective of a country in the two words after: where the whole begins and ends, the country."""
    after = TWO_AFTER.match(page.folded, hit.end)
    for index in (1, 2) if after else ():
        code = adjectives(page.language).get(after[index] or "") if after else None
        if after and code:
            return hit.start, after.end(index), code
    return None


def halves(page: Page, found: Mentions) -> None:
    """Read "the North" and "the South" where the country is named whole elsewhere, and no body is named after them."""
    whole = {mention.id for mention in found}
    halves = page.hits.get("half", [])
    for hit in halves if not whole.isdisjoint(hit.value for hit in halves) else ():
        capital = page.text[hit.start : hit.end].replace("\u00a0", " ").rpartition(" ")[2][:1].isupper()
        if capital and found.free(max(0, hit.start - 2), hit.end):
            found.add(Mention(hit.start, hit.end, "country", hit.value, "half"))


def governments(page: Page, rules: Patterns, found: Mentions) -> None:
    """Read governments: with a country's name or adjective, else of the text's own country or the one named last.

    Of several that may be the text's own, the nearest before is taken.
    """
    countries = [mention for mention in found if mention.kind == "country"]
    starts = [mention.start for mention in countries]
    own: list[str] = []
    for hit in page.hits.get("government", []):
        if state(page, rules, found, hit, "government"):
            continue
        start, end = headed(page, rules, found, hit) if hit.value != "-" else (hit.start, hit.end)
        if not (end - start > hit.end - hit.start or alone(page, rules, hit)):
            continue
        small = page.text[hit.start].islower() and end - start == hit.end - hit.start
        if end - start == hit.end - hit.start and (hit.value == "-" or (small and hit.value != "+")):
            continue
        own = own or home(page, rules, countries) or seat(page)
        index = bisect_left(starts, hit.start)
        before = [mention.id for mention in countries[max(0, index - NEARBY) : index]]
        near = before[-1:] if small else [code for code in reversed(before) if code in own]
        code = (near or own or [""])[0]
        if code:
            found.add(Mention(start, end, "country", code, "government"))


def headed(page: Page, rules: Patterns, found: Mentions, hit: Hit) -> tuple[int, int]:
    """Where a government begins and ends that is called by its head ("Albanese Government"); else its word's ends."""
    if page.language.names.adjective_first:
        word = word_before(page.folded, hit.start)
        start = hit.start - len(word) - 1
        article = word_before(page.folded, start) in rules.articles
        if not article or not word.isalpha() or word in rules.lesser or not page.text[start : start + 1].isupper():
            return hit.start, hit.end
        return (start, hit.end) if found.free(start, hit.end) else (hit.start, hit.end)
    word = word_after(page.folded, hit.end)
    end = hit.end + 1 + len(word)
    named = word.isalpha() and page.text[hit.end + 1 : hit.end + 2].isupper() and page.text[hit.end] == " "
    return (hit.start, end) if named and found.free(hit.start, end) else (hit.start, hit.end)


def alone(page: Page, rules: Patterns, hit: Hit) -> bool:
    """Whether a bare government is that of one state: an article, or nothing, before it, and no "of unity" after.

    It may be that of a person: "le gouvernement de M. X", "the government of President X".
    """
    before, after = word_before(page.folded, hit.start), word_after(page.folded, hit.end)
    if before not in rules.articles and before:
        return False
    return after not in ("of", "de", "d", "to", "du") or rules.headed.match(page.folded, hit.end) is not None


def seat(page: Page) -> list[str]:
    """The countries whose capitals a text names most."""
    return leaders(Counter(hit.value[0].id for hit in page.hits.get("name", []) if hit.value[0].capital))


def home(page: Page, rules: Patterns, countries: list[Mention]) -> list[str]:
    """The countries for which a text seems to speak: those named most, and above all as those who act."""
    votes: Counter[str] = Counter()
    for mention in countries[:VOTERS]:
        votes[mention.id] += 1 + 2 * (word_after(page.folded, mention.end) in rules.verbs)
    return leaders(votes)


def leaders(votes: Counter[str]) -> list[str]:
    """Those with the most votes."""
    most = max(votes.values(), default=0)
    return [name for name, count in votes.items() if count == most]
