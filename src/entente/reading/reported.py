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

__all__ = ["according", "held", "reported"]

_GAP = 110  # code points between a verb and its conjunction
_FIGURE = re.compile(r" (?:a |that )?(?:[\w'-]+ ){0,4}?(?:[a-z]{0,3}[$€£] ?)?\d")
_EDGES = " \u00a0\u202f\n,;:.!?"
_PAIRS = {"”": "“", "»": "«", "’": "‘"}


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
        return _told(scene, cue, figure, _figure_end(scene, figure, high), "figure")
    start = _bare(scene, cue, high)
    if start is not None:
        return _told(scene, cue, start, _end(scene, start, high), "bare clause")
    return _inserted(scene, cue, low, high)


def _told(scene: Attribution, cue: Cue, start: int, end: int, rule: str) -> Quote | None:
    """A clause given to the speaker behind a cue; what is found or counted needs a known source."""
    who = scene.behind(cue)
    if rule == "bare clause" and who is not None and (who.span is None or who.span.start > cue.start):
        return None
    if who is None or (not who.sure and (cue.sense == "finds" or rule == "figure")):
        return None
    return _quote(scene, start, end, who, Span(cue.start, cue.end), rule)


def _quote(scene: Attribution, start: int, end: int, who: Speaker, cue: Span, rule: str) -> Quote | None:
    text = scene.page.text
    while start < end and text[start] in " \u00a0\u202f,":
        start += 1
    while end > start and (text[end - 1] in _EDGES or _PAIRS.get(text[end - 1], text[start]) not in text[start:end]):
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
        if following and following[0] in rules.pronominal:
            return None
        if gap and (gap[-1].strip(",") in rules.unlike or folded.count(",", cue.end, match.start()) % 2):
            continue
        if not gap or (cue.sense == "informs" and len(gap) < 8) or _opens_gap(rules.gaps, gap, rules.articles):
            return match.end() if not any(mark in folded[cue.end : match.start()] for mark in ";:\"«") else None
        return None
    return None


def _opens_gap(gaps: frozenset[str], gap: list[str], articles: frozenset[str]) -> bool:
    """Whether the words between a verb and its conjunction are adverbs, times, places or listeners, not an object."""
    first = gap[0].strip(",") or (gap[1] if len(gap) > 1 else "")
    if gap[0].startswith(","):
        return gap[-1].endswith(",")
    if first in gaps or " ".join(gap[:2]) in gaps or first.endswith(("ment", "mente", "ly")):
        return True
    return first in articles and len(gap) > 1 and gap[1][:1].isdigit() and len(gap[1]) < 4


def _estimated(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where a figure begins that a source estimates: "the UN estimating around 73,000 deaths"."""
    folded, rules = scene.page.folded, scene.rules
    if folded[cue.start : cue.end] not in rules.figures:
        return None
    match = _FIGURE.match(folded, cue.end, min(high, cue.end + 60))
    return cue.end + 1 if match else None


def _figure_end(scene: Attribution, start: int, high: int) -> int:
    """Where what a source estimates ends: at a comma, unless a verb makes a clause of it."""
    folded, rules = scene.page.folded, scene.rules
    comma = folded.find(", ", start, high)
    words = folded[start : comma if comma >= 0 else high].split()
    if comma < 0 or any(word in rules.finite for word in words):
        effect = rules.effect.search(folded, start, high)
        return _end(scene, start, effect.start() if effect else high)
    return comma


def _bare(scene: Attribution, cue: Cue, high: int) -> int | None:
    """Where a clause without conjunction begins: "said the plan would ..."; a verb near its start must show it."""
    folded, rules = scene.page.folded, scene.rules
    verb = folded[cue.start : cue.end].split()[-1]
    spoken = verb in rules.bare
    if verb not in rules.dropping or not folded.startswith(" ", cue.end):
        return None
    start = cue.end + 1
    if cue.sense == "informs":
        start = _listener_end(scene, start)
    words = folded[start : min(high, start + 160)].split()
    if start == 0 or len(words) < 3 or words[0] in rules.objectless and not (spoken and words[0] in rules.finite) or _follows(scene, start):
        return None
    parted = folded[max(0, cue.head - 3) : cue.head].rstrip().endswith((",", '"'))
    if spoken and cue.sense == "says" and not parted:
        return start
    for index, word in enumerate(words[:12]):
        if index and word in rules.finite:
            return start if index > 1 or words[0] in rules.pronouns or scene.page.text[start].isupper() else None
        if index and (word in rules.pronouns or word in rules.own):
            return None
        if word[-1] in ",;:." or word in rules.stops or (word != "of" and (word in rules.pronominal or word in rules.relative or word in rules.gaps)):
            return None
    return None


def _follows(scene: Attribution, start: int) -> bool:
    """Whether another verb of speech stands at an offset: the one before it was a noun."""
    index = bisect_right(scene.starts, start) - 1
    return index >= 0 and scene.starts[index] == start


def _listener_end(scene: Attribution, start: int) -> int:
    """Where the listener of a verb of telling ends, and a space after it; 0 where none is recognised."""
    folded = scene.page.folded
    word = folded[start : start + 30].split(" ")[0]
    if word in scene.rules.listeners:
        return start + len(word) + 1
    for actor in scene.speakers.between(start, start + 5):
        return actor.span.end + 1
    return 0


def _inserted(scene: Attribution, cue: Cue, low: int, high: int) -> Quote | None:
    """A clause around or before its attribution: "The talks, said X, went well"; "The talks went well, said X."."""
    folded, rules = scene.page.folded, scene.rules
    if cue.head == low or (folded[cue.head - 2] != "," and not cue.pronoun and not (rules.plain and scene.ends(cue))):
        return None
    lead = folded[low : cue.head].rstrip()
    if cue.form == "gerund" or cue.sense == "finds" or not lead.strip(" ,"):
        return None
    if lead.endswith(",") or cue.pronoun:
        who = scene.behind(cue) if cue.pronoun else scene.turned(cue, high)
        if who is None or who.outside or who.span is None or not (who.sure or _articled(scene, who.span)):
            return None
        if rules.plain and folded[cue.start : cue.end] not in rules.bare:
            return None
        return _around(scene, cue, (low, low + len(lead.rstrip(",")), max(who.span.end, cue.end), high), who)
    comma = folded.rfind(",", low, cue.head)
    if comma < 0 or not rules.plain or not scene.ends(cue) or any(word in rules.like for word in folded[comma + 1 : cue.head].split()[:2]):
        return None
    who = scene.speakers.subject(comma + 1, cue.head)
    if who is None or who.outside or who.span is None or not (who.sure or _articled(scene, who.span)):
        return None
    return _around(scene, cue, (low, comma, cue.end, high), who)


def _articled(scene: Attribution, span: Span) -> bool:
    """Whether a noun phrase begins with an article."""
    return scene.page.folded[span.start : span.end].replace("'", "' ").split()[0] in scene.rules.articles


def _around(scene: Attribution, cue: Cue, places: tuple[int, int, int, int], who: Speaker) -> Quote | None:
    """The clause of which an attribution is a part, if a verb shows that it is one."""
    folded, rules = scene.page.folded, scene.rules
    low, start, past, high = places
    comma = folded.find(",", past, min(high, past + 80))
    rest = folded[comma + 1 : high].split() if comma >= 0 else []
    before = folded[low:start].replace("'", "' ").split()
    if rest and (rest[0] in rules.finite or _verbal(rest[0]) and len(before) < 14):
        return _quote(scene, low, high, who, Span(cue.start, cue.end), "around")
    if len(before) > 2 and who.named and comma < 0:
        return _quote(scene, low, start, who, Span(cue.start, cue.end), "before")
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
        if _helped(scene, start, match.start()):
            return end
        if match["participle"] is None or scene.page.text[match.end("participle") - 1] in "éÉ":
            return match.start()
    return end


def _helped(scene: Attribution, start: int, end: int) -> bool:
    """Whether a clause has an auxiliary before an offset."""
    found = scene.rules.helped.finditer(scene.page.folded, start, end)
    return any(scene.page.text[match.start()] not in "àÀ" for match in found)


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
        if joint is not None and other.form != "gerund" and (folded[joint.start() - 1] in '"»' or not _helped(scene, start, joint.start())):
            return joint.start()
        lead = folded[start : other.head].rstrip()
        if other.form == "gerund" and lead.endswith(","):
            return start + len(lead) - 1
    return end


def _next_source(scene: Attribution, start: int, end: int) -> int:
    """Where another source is named after a comma."""
    for hits in (scene.sources, scene.opinions):
        for index in range(bisect_right(hits, start, key=lambda hit: hit.start), len(hits)):
            if hits[index].start >= end:
                break
            lead = scene.page.folded[start : hits[index].start].rstrip()
            if lead.endswith(",") or scene.rules.joint.search(f"{lead} "):
                end = start + len(lead)
                break
    return end


def held(scene: Attribution, hit: Hit) -> Quote | None:
    """The clause that an opinion is: "the view of X, according to which ..."; X is the last actor named before it."""
    low, high = scene.bounds(hit.start)
    holders = [actor for actor in scene.speakers.between(max(low, hit.start - 160), hit.start) if actor.kind != "person"]
    persons = [actor for actor in scene.speakers.between(max(low, hit.start - 160), hit.start) if actor.kind == "person"]
    for actor in (*persons[-1:], *holders[:1]):
        who = scene.holder.setdefault(low, Speaker(actor.id, actor.span))
        return _quote(scene, hit.end, _end(scene, hit.end, high), who, Span(hit.start, hit.end), "whereby")
    return None


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
