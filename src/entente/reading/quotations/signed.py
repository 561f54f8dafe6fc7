"""Words set apart with their author's name: pull quotes above a signature, headlines that end with a source."""

from __future__ import annotations

from collections.abc import Iterator

from entente.model.reading import Actor, Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import Speaker
from entente.reading.quotations.extents import INFLECTED, indirect
from entente.text.late import Late

__all__ = ["headed", "signature", "signed"]

_LINE = 200  # code points of a signature, or of a headline, at most
_SHORTEST = 40  # code points of a pull quote at least
_TITLE = 60  # code points after a source in a headline
_MARK = Late(r"[ \u00a0]?[:–—-][ \u00a0]")  # between the words of a headline and their source
_DASH = Late(r"[ \u00a0]*(?:\n[ \u00a0]*(?P<line>))?(?P<dash>[–—―-]+[ \u00a0]*)?(?(line)|(?<=[ \u00a0–—―-]))")
_WORD = Late(r"\w+")
_STOPS = ".!?…"
_ENDS = (*_STOPS, ":")


def signed(scene: Attribution) -> Iterator[Quote]:
    """The paragraphs in the first person above a line that names a person and an office, in a text that has no "we"."""
    text = scene.page.text
    first = scene.rules.speaking.search(scene.page.folded)
    for actor in scene.sayers.known.actors if first else ():
        end = actor.span.start - 1
        if actor.kind != "person" or text[max(0, end) : end + 1] != "\n" or text[end - 1] not in _STOPS:
            continue
        start = text.rfind("\n", 0, end) + 1
        speaks = first is not None and start <= first.start() < end
        who = signature(scene, end) if speaks and end - start >= _SHORTEST else None
        if who is not None and scene.stretch(start) is None:
            yield Quote(Span(start, end), "direct", who.name, who.span, who.role, None, None, "direct: signed")


def signature(scene: Attribution, at: int) -> Speaker | None:
    """Who signs the words that end at an offset: a person with an office, in a line of its own or after a dash.

    Text follows that line; a name alone will do after a dash.
    """
    text, known, rules = scene.page.text, scene.sayers.known, scene.rules
    dash = _DASH.match(text, max(0, at))
    if dash is None:
        return None
    stop = text.find("\n", dash.end(), dash.end() + _LINE)
    for actor in known.between(dash.end(), dash.end() + _TITLE)[:1] if stop > 0 else ():
        line = text[actor.span.end : stop].strip()
        before = known.words(dash.end(), actor.span.start)
        role = scene.sayers.offices.after(actor.span.end + 1, stop) or scene.sayers.offices.before(
            dash.end(), actor.span.start
        )
        plain = all(word in rules.ranks or word in rules.articles for word in before)
        signs = actor.kind == "person" and plain and line[:1] in ",–—-(" and not line.endswith(_ENDS)
        if signs and (role or dash["dash"]) and not _verbal(scene, actor.span.end, stop):
            return Speaker(actor.id, actor.span, role, person=True, named=True)
    return None


def _verbal(scene: Attribution, low: int, high: int) -> bool:
    """Whether a verb stands between two offsets; in "May 2021" none does."""
    text, finite = scene.page.text, scene.rules.finite
    words = _WORD.finditer(scene.page.folded, low, high)
    return any(text[word.start()].islower() and word[0] in finite for word in words)


def headed(scene: Attribution) -> Iterator[Quote]:
    """The clauses of headlines that end with their source: "Most bridges are down: NATO"."""
    for actor in scene.sayers.known.actors:
        quote = _headline(scene, actor)
        if quote is not None:
            yield quote


def _headline(scene: Attribution, actor: Actor) -> Quote | None:
    """The clause of the headline of which an actor is the source, if it ends with the actor after a colon."""
    text, rules = scene.page.text, scene.rules
    stop = text.find("\n", actor.span.end, actor.span.end + _TITLE)
    start = text.rfind("\n", max(0, actor.span.start - _LINE), actor.span.start) + 1
    if stop < 0 or actor.span.start - start > _LINE or start == actor.span.start or scene.stretch(start) is not None:
        return None
    marks = list(_MARK.finditer(text, start, actor.span.start))
    beside = scene.sayers.known.words(marks[-1].end(), actor.span.start) if marks else [":"]
    beside += scene.sayers.known.words(actor.span.end, stop)
    if not all(word in rules.articles or word in rules.ranks or word in rules.bodies for word in beside):
        return None
    lead = scene.page.folded[start : marks[-1].start()].split()
    if len(lead) < 4 or not any(word in rules.finite or word.endswith(INFLECTED) for word in lead):
        return None
    who = Speaker(actor.id, actor.span)
    return indirect(scene, start, marks[-1].start(), who, cue=None, rule="headline")
