"""Indirect quotations without a verb: "according to X", "the view of X, according to which", "this was said by X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import Speaker
from entente.reading.quotations.extents import clause_end, indirect
from entente.reading.quotations.speech import before
from entente.text.lexicon import Hit
from entente.text.neighbours import word_after

__all__ = ["according", "held", "heralded", "traced"]

_LEAD = 4  # words of a clause before its source
_PAPER = 40  # code points after a source in which the paper where it says something is named
_FUTURE = ("era", "ira", "tra", "dra", "vra", "ront", "rait", "raient")
_TOLD = 90  # code points beside a noun of saying in which its author and its conjunction stand
_HOLDER = 160  # code points before an opinion in which its holder is named


def according(scene: Attribution, hit: Hit) -> Quote | None:
    """The clause that "according to X" gives to X: after it, before it, or around it."""
    folded = scene.page.folded
    low, high = scene.bounds(hit.start)
    who, end = scene.source(hit)
    if who is None:
        return None
    cue = Span(hit.start, hit.end)
    for start in _clauses(scene, hit, low):
        if folded.count(" ", start, hit.start) < _LEAD:
            return None  # "said that, according to X, ...": another's clause
        low = start
    lead = folded[low : hit.start].rstrip(" ,(")
    related = lead.rpartition(" ")[2] in scene.rules.relative
    if not related and _himself(scene, hit, who, low):
        return None
    if lead and _inserted(scene, lead, end, high):
        low += lead.rfind(" ") + 1 if related else 0
        return indirect(scene, low, clause_end(scene, end, high), who, cue=cue, rule="around its source")
    if len(lead.split()) >= _LEAD and lead[-1] not in ":;":
        return indirect(scene, low, low + len(lead), who, cue=cue, rule="according to")
    while end < high and folded[end] in " ,)":
        end += 1
    stop = clause_end(scene, end, high)
    quoted = scene.stretch(end)
    if quoted is not None and quoted.left == end and quoted.right + 1 >= stop:
        return None  # marked words alone: a direct quotation
    return indirect(scene, end, stop, who, cue=cue, rule="according to")


def _inserted(scene: Attribution, lead: str, end: int, high: int) -> bool:
    """Whether a source stands between two commas within a clause: its subject or a verb before, the rest after it."""
    rules, words = scene.rules, lead.split()
    follows = scene.page.folded.startswith(",", end)
    rest = scene.sayers.known.words(end + 1, min(high, end + _PAPER)) if follows else []
    if len(rest) < 2 or lead[-1] in ":;":
        return False
    if rest[0] in rules.finite or rest[0] in rules.auxiliaries or words[-1] in rules.finite | rules.auxiliaries:
        return True
    if words[-1] in rules.relative or words[-1].endswith(_FUTURE):
        return True
    phrase = rest[0] in rules.prepositions and rest[0] not in rules.articles and rest[0] not in rules.breaks
    papers = scene.sayers.known.documents
    begun = len(words) >= _LEAD or (len(words) > 1 and words[0] not in rules.gaps | rules.prepositions)
    return phrase and begun and bisect_left(papers, (end,)) == bisect_left(papers, (end + _PAPER,))


def _clauses(scene: Attribution, hit: Hit, low: int) -> Iterator[int]:
    """Where the clauses begin that verbs of speech report before a source, in its sentence."""
    for cue in scene.cues[bisect_left(scene.starts, low) : bisect_left(scene.starts, hit.start)]:
        that = scene.rules.that.match(scene.page.folded, cue.end + 1, hit.start)
        if that is not None:
            yield that.end()


def _himself(scene: Attribution, hit: Hit, who: Speaker, low: int) -> bool:
    """Whether a source that is a pronoun means the subject of the clause: "X praised the only choice, in his view"."""
    if word_after(scene.page.folded, hit.end).strip(",.") not in scene.rules.pronouns:
        return False
    for cue in scene.cues[bisect_left(scene.starts, low) : bisect_left(scene.starts, hit.start)][:1]:
        found = scene.behind(cue)
        return found is not None and found.name == who.name
    return False


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


def heralded(scene: Attribution, hit: Hit) -> Quote | None:
    """The clause of a noun of saying, where it is told whose it is: "X's warning that", "a warning by X that"."""
    folded, known = scene.page.folded, scene.sayers.known
    high = scene.bounds(hit.start)[1]
    that = scene.rules.that.search(folded, hit.end, min(high, hit.end + _TOLD))
    if that is None or any(mark in folded[hit.end : that.start()] for mark in ';:"«»'):
        return None
    following = known.words(that.end(), that.end() + 24)
    if not following or following[0] in scene.rules.pronominal:
        return None
    for actor in known.between(max(0, hit.start - _TOLD), that.start()):
        owns = folded.startswith("'s ", actor.span.end) and folded.find(" ", actor.span.end + 3, hit.start - 1) < 0
        at, word = before(folded, actor.span.start, hit.end)
        if word in scene.rules.articles and word not in scene.rules.issuing:
            word = before(folded, at, hit.end)[1]
        if (owns and actor.span.end < hit.start) or (actor.span.start > hit.end and word in scene.rules.issuing):
            who = Speaker(actor.id, actor.span)
            stop = clause_end(scene, that.end(), high)
            return indirect(scene, that.end(), stop, who, cue=Span(hit.start, hit.end), rule="noun of saying")
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
