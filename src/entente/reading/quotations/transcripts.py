"""Transcripts, interviews and headlines: words that a text gives to a speaker without a verb of speech."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from entente.model.reading import Quote
from entente.model.span import Span
from entente.reading.quotations.attribution import Attribution
from entente.reading.quotations.candidates import AUTHOR, Speaker
from entente.text.late import Late

__all__ = ["turns"]

_LABEL = Late(
    r"(?:(?P<letter>[QRA])(?:[ \u00a0]?:|\.|[ \u00a0]?[-–—](?=[ \u00a0])|[ \u00a0]{2})|"
    r"(?P<who>[A-ZÀ-ÖØ-Þ][^\n:;!?«»“”\"()]{1,110}?)"
    r"(?P<mark>[ \u00a0]?:|\.?[ \u00a0]?[-–—](?=[ \u00a0])))[ \u00a0]*(?=[A-ZÀ-ÖØ-Þ0-9«“\"(\[])"
)
_HEAD = Late(r"[ \t\u00a0]*(?P<who>[A-ZÀ-ÖØ-Þ][^\n:;!?«»“”\"()]{1,60}?)[ \u00a0]?:[ \u00a0]+(?=[^\W_])")
_LETTERS = ("Q", "R", "A")
_DASHED = Late(r"[ .\u00a0][-–—][ \u00a0]")
_STAGE = Late(r"[(\[][^()\[\]\n]{1,160}[)\]]")
_QUESTION = 400  # code points of a question at most
_HEADLINE = 180


@dataclass(slots=True)
class _Label:
    """Where a turn begins, who has it (nobody, for a question), and whether the label alone makes a transcript.

    `answers` says that it is an answer without a name.
    """

    start: int
    end: int
    who: Speaker | None
    strong: bool
    answers: bool = False


def turns(scene: Attribution) -> list[Quote]:
    """The turns of a transcript or an interview, a quotation a paragraph (groups below zero); or a headline's words."""
    return _transcript(scene) or _interview(scene) or _headline(scene)


def _transcript(scene: Attribution) -> list[Quote]:
    """Paragraphs after "M. X, ministre - " or "MR X: ", up to the next such label."""
    text = scene.page.text
    matches = list(_labels(text))
    often = Counter(match["who"] for match in matches)
    labels = [label for match in matches if (label := _label(scene, match, often[match["who"]])) is not None]
    labels = _answered(scene, labels)
    if not any(label.strong for label in labels) and sum(label.who is not None for label in labels) < 2:
        return []
    found: list[Quote] = []
    for number, label in enumerate(labels, 1):
        stop = labels[number].start if number < len(labels) else len(text)
        if label.who is not None:
            found += _turn(text, label.end, stop, label.who, -number)
    return found


def _answered(scene: Attribution, labels: list[_Label]) -> list[_Label]:
    """The labels with those of answers given to who was introduced before the first question, if there is one."""
    asked = next((label.start for label in labels if label.who is None), -1)
    if asked < 0:
        return [label for label in labels if not label.answers]
    who = replace(scene.sayers.introduced(asked) or Speaker(None), span=None)
    return [replace(label, who=who, strong=True) if label.answers else label for label in labels]


def _labels(text: str) -> Iterator[re.Match[str]]:
    """Every paragraph's beginning that may be the label of a turn."""
    at = 0
    while at >= 0:
        while text[at : at + 1] in (" ", "\t", "\u00a0"):
            at += 1
        head = text[at : at + 120]
        if (":" in head or head[:1] in _LETTERS or _dashed(head)) and (match := _LABEL.match(text, at)):
            yield match
        at = text.find("\n", at) + 1 or -1


def _dashed(head: str) -> bool:
    """Whether a dash stands by itself at the beginning of a paragraph; a quick answer for most."""
    return ("-" in head or "–" in head or "—" in head) and _DASHED.search(head) is not None


def _label(scene: Attribution, match: re.Match[str], often: int) -> _Label | None:
    """The label of a turn, if these words at the beginning of a paragraph are one."""
    rules, folded = scene.rules, scene.page.folded
    if match["letter"]:
        letter = match["letter"].lower()
        answers = letter in rules.answers
        known = answers or letter in rules.questions
        return _Label(match.start(), match.end(), AUTHOR if answers else None, False, answers) if known else None
    start, end = match.span("who")
    words = folded[start:end].split()
    while words and words[0] in rules.articles:
        words.pop(0)
    if not words:
        return None
    colon = ":" in match["mark"]
    if words[0] in rules.answers and len(words) < 2:
        return _Label(match.start(), match.end(), AUTHOR, strong=False, answers=True)
    if words[0].strip(".") in rules.questions and len(words) < 3:
        return _Label(match.start(), match.end(), None, strong=colon and often > 1)
    civil = words[0] in rules.sirs or words[0] in rules.madams
    capitals = match["who"].isupper() and colon and len(words) < 7
    known = any(
        actor.kind == "person"
        and all(word in rules.ranks or word in rules.articles for word in folded[start : actor.span.start].split())
        for actor in scene.sayers.known.between(start, end)
    )
    ranked = words[0] in rules.ranks
    if colon and often > 1 and not (civil or known or ranked) and _asked(scene.page.text, match.end()):
        return _Label(match.start(), match.end(), None, strong=False)
    if not (civil or known or ranked or (capitals and often > 1)) or not (colon or civil or known):
        return None
    who = _speaker(scene, start, end)
    if who is None:
        return None
    strong = (civil and not colon) or (capitals and (civil or ranked or often > 1))
    return _Label(match.start(), match.end(), who, strong)


def _asked(text: str, at: int) -> bool:
    """Whether a paragraph ends with a question mark."""
    stop = text.find("\n", at)
    return text[at : stop if stop >= 0 else len(text)].rstrip().endswith("?")


def _speaker(scene: Attribution, start: int, end: int) -> Speaker | None:
    """Whom the label of a turn names."""
    comma = scene.page.folded.find(",", start, end)
    high = comma if comma >= 0 else end
    who = scene.sayers.labelled(start, high)
    if who is not None:
        role = scene.sayers.offices.after(comma + 1, end) if comma >= 0 else None
        return replace(who, role=role or who.role, person=True)
    return None


def _turn(text: str, low: int, high: int, who: Speaker, group: int) -> Iterator[Quote]:
    """The paragraphs of a turn; only the first holds the name of its speaker."""
    for start, end in _paragraphs(text, low, high):
        for span in _spoken(text, start, end):
            yield Quote(span, "direct", who.name, who.span, who.role, None, group, "direct: turn")


def _paragraphs(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Half-open spans of the paragraphs between two offsets, blank ones left out."""
    while low < high:
        stop = text.find("\n", low, high)
        stop = high if stop < 0 else stop
        start, end = low, stop
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start:
            yield start, end
        low = stop + 1


def _spoken(text: str, start: int, end: int) -> Iterator[Span]:
    """A paragraph without the stage directions at its ends: "(Applause)"."""
    for stage in _STAGE.finditer(text, start, end):
        if stage.start() == start:
            start = stage.end()
            while start < end and text[start].isspace():
                start += 1
        elif stage.end() == end:
            end = stage.start()
    while end > start and text[end - 1].isspace():
        end -= 1
    if end - start > 8:
        yield Span(start, end)


def _interview(scene: Attribution) -> list[Quote]:
    """Answers between paragraphs that ask, given to the first person named before the first question."""
    text = scene.page.text
    if text.count("?") < 2:
        return []
    blocks = list(_paragraphs(text, 0, len(text)))
    asked = [index for index, (start, end) in enumerate(blocks) if _asks(text, start, end)]
    asked = [index for index in asked if index + 1 < len(blocks)]
    if len(asked) < 2 or asked[0] == 0 or any(after - index < 2 for index, after in pairwise(asked)):
        return []
    if all(text.find(". ", *blocks[index]) >= 0 for index in asked):
        return []  # a speech may ask
    who = scene.sayers.introduced(blocks[asked[0]][0])
    if who is None:
        return []
    found = []
    for number, index in enumerate(asked, 1):
        last = asked[number] if number < len(asked) else len(blocks)
        for start, end in blocks[index + 1 : last]:
            for span in _spoken(text, start, end):
                found.append(Quote(span, "direct", who.name, None, who.role, None, -number, "direct: answer"))
    return found


def _asks(text: str, start: int, end: int) -> bool:
    """Whether a short paragraph ends with a question."""
    return end - start < _QUESTION and text[end - 1] == "?"


def _opens(scene: Attribution, start: int, who: Speaker) -> bool:
    """Whether a person opens a line, titles left out, and is no pair of persons joined by a dash."""
    span = who.span or Span(start, start)
    lead = scene.sayers.known.words(start, span.start)
    paired = scene.page.text[span.start : span.end].count(" ") > 1 and "-" in span.cut(scene.page.text)
    return not paired and all(word in scene.rules.ranks or word in scene.rules.articles for word in lead)


def _headline(scene: Attribution) -> list[Quote]:
    """The words of a headline that begins with a person: "X : we must act"."""
    text = scene.page.text
    for start, end in _paragraphs(text, 0, min(len(text), 2 * _HEADLINE)):
        match = _HEAD.match(text, start)
        if match is None or end - start > _HEADLINE or text[end - 1] == ".":
            return []
        who = _speaker(scene, *match.span("who"))
        person = who is not None and any(
            actor.kind == "person" for actor in scene.sayers.known.between(*match.span("who"))
        )
        if (
            who is None
            or not (person and who.named and _opens(scene, start, who))
            or len(text[match.end() : end].split()) < 3
        ):
            return []
        return [Quote(Span(match.end(), end), "direct", who.name, who.span, who.role, None, None, "direct: headline")]
    return []
