"""Indirect quotations without a verb: "according to X", "the view of X, according to which", "this was said by X"."""

from __future__ import annotations

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import Speaker
from entente.reading.quotations.extents import clause_end, indirect
from entente.text.lexicon import Hit

__all__ = ["according", "held", "traced"]

_HOLDER = 160  # code points before an opinion in which its holder is named


def according(scene: Attribution, hit: Hit) -> Quote | None:
    """The clause that "according to X" gives to X: after it, before it, or around it."""
    folded = scene.page.folded
    low, high = scene.bounds(hit.start)
    who, end = scene.source(hit)
    if who is None:
        return None
    cue = Span(hit.start, hit.end)
    lead = folded[low : hit.start].rstrip(" ,(")
    if len(lead.split()) >= 4 and lead[-1] not in ":;":
        rest = folded[end + 1 : high].split() if folded.startswith(",", end) else []
        around = bool(rest) and rest[0] in scene.rules.finite
        return indirect(scene, low, high if around else low + len(lead), who, cue=cue, rule="according to")
    while end < high and folded[end] in " ,)":
        end += 1
    stop = clause_end(scene, end, high)
    quoted = scene.stretch(end)
    if quoted is not None and quoted.left == end and quoted.right + 1 >= stop:
        return None  # marked words alone: a direct quotation
    return indirect(scene, end, stop, who, cue=cue, rule="according to")


def held(scene: Attribution, hit: Hit) -> Quote | None:
    """The clause that an opinion is: its holder is the last person named before it, else the first body."""
    low, high = scene.bounds(hit.start)
    actors = scene.sayers.known.between(max(low, hit.start - _HOLDER), hit.start)
    persons = [actor for actor in actors if actor.kind == "person"]
    bodies = [actor for actor in actors if actor.kind != "person"]
    for actor in (*persons[-1:], *bodies[:1]):
        who = scene.holders.setdefault(low, Speaker(actor.id, actor.span))
        stop = clause_end(scene, hit.end, high)
        return indirect(scene, hit.end, stop, who, cue=Span(hit.start, hit.end), rule="according to which")
    return None


def traced(scene: Attribution, hit: Hit) -> Quote | None:
    """The sentence, or paragraph, before "this was announced by X", as X's words."""
    page = scene.page
    low, high = scene.bounds(hit.start)
    agent = scene.rules.agent.match(page.folded, hit.end, high)
    if low != hit.start or low == 0 or agent is None:
        return None
    who = scene.sayers.following(agent.end(), high)
    start, end = page.sentence(low - 1)
    if page.folded[low - 1] == "\n":
        start = page.folded.rfind("\n", 0, start) + 1
    if who is None or who.outside or not who.sure or scene.stretch(end - 1) is not None:
        return None
    return indirect(scene, start, end, who, cue=Span(hit.start, agent.end() - 1), rule="traced back")
