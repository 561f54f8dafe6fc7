"""Extents: where a reported clause ends, and the quotation that it makes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import Speaker
from entente.text.lexicon import Hit

__all__ = ["INFLECTED", "clause_end", "figure_end", "indirect"]

_EDGES = " \u00a0\u202f\n,;:.!?"
_PAIRS = {"”": "“", "»": "«", "’": "‘"}
INFLECTED = ("aient", "ait", "eront", "era", "ira", "ront", "ent", "ed")  # endings that show a finite verb
_SHORTEST = 8  # code points of a reported clause at least


def indirect(scene: Attribution, start: int, end: int, who: Speaker, *, cue: Span | None, rule: str) -> Quote | None:
    """An indirect quotation, punctuation at its ends left out."""
    text = scene.page.text
    while start < end and text[start] in " \u00a0\u202f,)":
        start += 1
    while end > start and (text[end - 1] in _EDGES or _PAIRS.get(text[end - 1], text[start]) not in text[start:end]):
        end -= 1
    if end - start < _SHORTEST:
        return None
    return Quote(Span(start, end), "indirect", who.name, who.span, who.role, cue, rule=f"indirect: {rule}")


def clause_end(scene: Attribution, start: int, high: int) -> int:
    """Where a reported clause ends: with its sentence, or where the text's own voice comes back."""
    end = _part_end(scene, start, high)
    end = _next_verb(scene, start, end)
    for hits in (scene.sources, scene.opinions):
        end = _next_source(scene, hits, start, end)
    end = _resumed(scene, start, end)
    comment = scene.rules.comment.search(scene.page.folded, start + 20, end)
    return comment.start() if comment else end


def figure_end(scene: Attribution, start: int, high: int) -> int:
    """Where what a source estimates ends: at a comma, or with its clause where a verb makes one of it."""
    folded, rules = scene.page.folded, scene.rules
    comma = folded.find(", ", start, high)
    words = folded[start : comma if comma >= 0 else high].split()
    if comma >= 0 and not any(word in rules.finite for word in words):
        return comma
    effect = rules.effect.search(folded, start, high)
    return clause_end(scene, start, effect.start() if effect else high)


def _part_end(scene: Attribution, start: int, high: int) -> int:
    """The semicolon at which a clause ends, unless the next part hangs on the same verb, or on none of its own."""
    folded = scene.page.folded
    at = folded.find("; ", start, high)
    while at >= 0 and (scene.rules.that.match(folded, at + 2) or not _told_anew(scene, at, high)):
        at = folded.find("; ", at + 2, high)
    return at if at >= 0 else high


def _told_anew(scene: Attribution, low: int, high: int) -> bool:
    """Whether a verb of speech follows in a sentence."""
    index = bisect_left(scene.starts, low)
    return index < len(scene.starts) and scene.starts[index] < high


def _next_verb(scene: Attribution, start: int, end: int) -> int:
    """Where the subject of the reporting verb speaks on: ", adding that", "and called for"."""
    folded, rules = scene.page.folded, scene.rules
    for index in range(bisect_left(scene.starts, start), bisect_left(scene.starts, end)):
        other = scene.cues[index]
        if scene.stretch(other.start) is not scene.stretch(start):
            continue  # what is quoted tells nothing anew
        if other.form == "gerund":
            lead = folded[max(start, other.head - 3) : other.head].rstrip()
            if lead.endswith(","):
                return folded.rfind(",", start, other.head)
            continue
        joint = rules.joint.search(folded, max(start, other.head - 9), other.head)
        if joint and (folded[joint.start() - 1] in '"»' or not _helped(scene, start, joint.start())):
            return joint.start()
    return end


def _next_source(scene: Attribution, hits: Sequence[Hit], start: int, end: int) -> int:
    """Where another source is named after a comma or "and"."""
    folded = scene.page.folded
    for index in range(bisect_left(hits, (start,)), bisect_left(hits, (end,))):
        at = hits[index].start
        lead = folded[max(start, at - 9) : at]
        if lead.rstrip().endswith(",") or scene.rules.joint.search(lead):
            return at
    return end


def _resumed(scene: Attribution, start: int, end: int) -> int:
    """Where a second verb of the reporting subject follows, whose auxiliary the clause has not: "et a refusé"."""
    for match in scene.rules.resumed.finditer(scene.page.folded, start + 8, end):
        if match["helper"] and scene.page.text[match.start("helper")] in "àÀ":
            continue
        if _helped(scene, start, match.start()):
            return end
        if match["helper"] and scene.page.text[match.start("helper")] in "àÀ":
            continue
        if match["participle"] is None or scene.page.text[match.end("participle") - 1] in "éÉ":
            return match.start()
    return end


def _helped(scene: Attribution, start: int, end: int) -> bool:
    """Whether a clause has an auxiliary before an offset."""
    found = scene.rules.helped.finditer(scene.page.folded, start, end)
    return any(scene.page.text[match.start()] not in "àÀ" for match in found)
