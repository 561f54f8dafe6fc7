"""Indirect quotations: the clauses that a text reports."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.attribution import Attribution
from entente.reading.speakers import Speaker
from entente.reading.speech import Cue
from entente.text.lexicon import Hit

__all__ = ["according", "reported"]

_GAP = 110  # code points between a verb and its conjunction
_FIGURE = re.compile(r" (?:a |that )?(?:[\w'-]+ ){0,4}?(?:[a-z]{0,3}[$€£] ?)?\d")
_EDGES = " \u00a0\u202f\n,;:.\"“”«»'"


def reported(scene: Attribution, cue: Cue, *, quoting: bool) -> Quote | None:
    """The clause that a verb of speech reports, if any; `quoting` says that it gives marked words to a speaker too."""
    if cue.sense in ("quotes", "voices"):
        return None
    low, high = scene.bounds(cue.start)
    start = _conjoined(scene, cue, high)
    if start is not None:
        return _told(scene, cue, start, _end(scene, start, high), "clause")
    if quoting:
        return None
    figure = _estimated(scene, cue, high)
    if figure is not None:
        comma = scene.page.folded.find(", ", figure, high)
        return _told(scene, cue, figure, comma if comma >= 0 else _end(scene, figure, high), "figure")
    start = _bare(scene, cue, high)
    if start is not None:
        return _told(scene, cue, start, _end(scene, start, high), "bare clause")
    return _inserted(scene, cue, low, high)


def _told(scene: Attribution, cue: Cue, start: int, end: int, rule: str) -> Quote | None:
    """A clause given to the speaker behind a cue; what is found or counted needs a known source."""
    who = scene.behind(cue)
    if who is None or (not who.sure and (cue.sense == "finds" or rule == "figure")):
        return None
    return _quote(scene, start, end, who, Span(cue.start, cue.end), rule)


def _quote(scene: Attribution, start: int, end: int, who: Speaker, cue: Span, rule: str) -> Quote | None:
    text = scene.page.text
    while start < end and text[start] in " \u00a0\u202f,":
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if end - start < 8:
        return None
    return Quote(Span(start, end), "indirect", who.name, who.span, who.role, cue, rule=f"indirect: {rule}")


def _conjoined(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where the clause after a conjunction begins, if what stands between verb and conjunction lets it depend on the verb."""
    folded, rules = scene.page.folded, scene.rules
    stop = min(high, cue.end + _GAP)
    for match in rules.that.finditer(folded, cue.end, stop):
        gap = folded[cue.end : match.start()].replace("'", "' ").split()
        following = folded[match.end() : match.end() + 24].replace("'", "' ").split()
        if following and following[0] in rules.unlike:
            return None
        if gap and gap[-1].strip(",") in rules.unlike:
            continue
        if not gap or cue.sense == "informs" or _opens_gap(rules.gaps, gap, rules.articles):
            return match.end() if not any(mark in folded[cue.end : match.start()] for mark in ";:\"«") else None
        return None
    return None


def _opens_gap(gaps: frozenset[str], gap: list[str], articles: frozenset[str]) -> bool:
    """Whether the words between a verb and its conjunction are adverbs, times, places or listeners, not an object."""
    first = gap[0].strip(",") or (gap[1] if len(gap) > 1 else "")
    if first in gaps or first.endswith(("ment", "mente", "ly")) or gap[0].startswith(","):
        return True
    return first in articles and len(gap) > 1 and gap[1][:1].isdigit()


def _estimated(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where a figure begins that a source estimates: "the UN estimating around 73,000 deaths"."""
    folded, rules = scene.page.folded, scene.rules
    if folded[cue.start : cue.end] not in rules.figures:
        return None
    match = _FIGURE.match(folded, cue.end, min(high, cue.end + 60))
    return cue.end + 1 if match else None


def _bare(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where a clause without conjunction begins: "said the plan would ..."."""
    folded, rules = scene.page.folded, scene.rules
    if not rules.plain or cue.form == "gerund" and folded[cue.start : cue.end] not in rules.bare:
        return None
    if not folded.startswith(" ", cue.end):
        return None
    words = folded[cue.end : min(high, cue.end + 160)].split()
    if len(words) < 3 or words[0] in rules.gaps or words[0] in rules.prepositions or words[0] in rules.modals:
        return None
    if folded[cue.start : cue.end].split()[-1] in rules.bare and cue.sense == "says":
        return cue.end + 1
    for index, word in enumerate(words[:12]):
        if index and word in rules.finite:
            return cue.end + 1 if index > 1 or words[0] in rules.pronouns else None
        if word in rules.prepositions and word != "of" or word in rules.unlike or word in ("to", "that", "which", "who", "and"):
            return None
        if word[-1] in ",;:.":
            return None
    return None


def _inserted(scene: Attribution, cue: Cue, low: int, high: int) -> Quote | None:
    """A clause around or before its attribution: "The talks, said X, went well"; "The talks went well, said X."."""
    folded, rules = scene.page.folded, scene.rules
    if cue.form == "gerund" or cue.sense == "finds":
        return None
    lead = folded[low : cue.head].rstrip()
    turned = lead.endswith(",") or cue.pronoun != ""
    if not lead.strip(" ,"):
        return None
    if turned:
        start = low + len(lead) - (1 if lead.endswith(",") else 0)
        who = scene.behind(cue) if cue.pronoun else scene.turned(cue, high)
        if who is None or not who.sure or who.span is None:
            return None
        past = max(who.span.end, cue.end)
    else:
        comma = folded.rfind(",", low, cue.head)
        if comma < 0 or not rules.plain or not scene.ends(cue):
            return None
        start, past = comma, cue.end
        who = scene.speakers.subject(comma + 1, cue.head)
        if who is None or not who.sure:
            return None
    return _around(scene, cue, (low, start, past, high), who)


def _around(scene: Attribution, cue: Cue, places: tuple[int, int, int, int], who: Speaker) -> Quote | None:
    """The clause of which an attribution is a part, if a verb shows that it is one."""
    folded, rules = scene.page.folded, scene.rules
    low, start, past, high = places
    comma = folded.find(",", past, min(high, past + 80))
    rest = folded[comma + 1 : high].split() if comma >= 0 else []
    before = folded[low:start].replace("'", "' ").split()
    if rest and (rest[0] in rules.finite or _verbal(rest[0]) and len(before) < 14):
        return _quote(scene, low, high, who, Span(cue.start, cue.end), "around")
    if len(before) >= 4 and any(word in rules.finite or _verbal(word) for word in before):
        return _quote(scene, low, high if rest and len(rest) > 6 else start, who, Span(cue.start, cue.end), "before")
    return None


def _verbal(word: str) -> bool:
    """Whether a word has the ending of a finite verb."""
    return len(word) > 4 and word.endswith(("aient", "ait", "eront", "era", "ira", "ront", "ent", "ed"))


def _end(scene: Attribution, start: int, high: int) -> int:
    """Where a reported clause ends: with its sentence, or where the text's own voice comes back."""
    folded, rules = scene.page.folded, scene.rules
    end = _next_source(scene, start, _next_cue(scene, start, _part_end(scene, start, high)))
    end = _resumed(scene, start, end)
    comment = rules.comment.search(folded, start + 20, end)
    return comment.start() if comment else end


def _resumed(scene: Attribution, start: int, end: int) -> int:
    """Where a second verb of the reporting subject follows, told by an auxiliary that the clause has not: "et a refusé"."""
    folded, rules = scene.page.folded, scene.rules
    for match in rules.resumed.finditer(folded, start + 8, end):
        if any(scene.page.text[helped.start()] not in "àÀ" for helped in rules.helped.finditer(folded, start, match.start())):
            return end
        if match["participle"] is None or scene.page.text[match.end("participle") - 1] in "éÉ":
            return match.start()
    return end


def _part_end(scene: Attribution, start: int, high: int) -> int:
    """The semicolon at which a clause ends, unless the next part hangs on the same verb."""
    folded = scene.page.folded
    at = folded.find("; ", start, high)
    while at >= 0 and scene.rules.that.match(folded, at + 2):
        at = folded.find("; ", at + 2, high)
    return at if at >= 0 else high


def _next_cue(scene: Attribution, start: int, end: int) -> int:
    """Where the subject of the reporting verb speaks on: ", adding that", "and called for"."""
    folded, rules = scene.page.folded, scene.rules
    for index in range(bisect_right(scene.starts, start), len(scene.cues)):
        other = scene.cues[index]
        if other.start >= end:
            break
        joint = rules.joint.search(folded, max(start, other.head - 9), other.head)
        if joint is not None:
            return joint.start()
        lead = folded[start : other.head].rstrip()
        if other.form == "gerund" and lead.endswith(","):
            return start + len(lead) - 1
    return end


def _next_source(scene: Attribution, start: int, end: int) -> int:
    """Where another source is named after a comma."""
    for index in range(bisect_right(scene.sources, start, key=lambda hit: hit.start), len(scene.sources)):
        hit = scene.sources[index]
        if hit.start >= end:
            break
        if scene.page.folded[start : hit.start].rstrip().endswith(","):
            return hit.start
    return end


def according(scene: Attribution, hit: Hit) -> Quote | None:
    """The clause that "according to X" gives to X: after it, before it, or around it."""
    folded = scene.page.folded
    low, high = scene.bounds(hit.start)
    who, end = scene.source(hit)
    if who is None:
        return None
    cue = Span(hit.start, hit.end)
    lead = folded[low : hit.start].rstrip(" ,(")
    if len(lead.split()) >= 4:
        comma = folded.find(",", end - 1, min(high, end + 2))
        rest = folded[comma + 1 : high].split() if comma >= 0 else []
        whole = bool(rest) and rest[0] in scene.rules.finite
        return _quote(scene, low, high if whole else low + len(lead), who, cue, "according")
    start = end
    while start < high and folded[start] in " ,)":
        start += 1
    return _quote(scene, start, _end(scene, start, high), who, cue, "according")
