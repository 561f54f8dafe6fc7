"""Tells matches: as plain values for JSON, and as lines for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from entente.model.finding import Phrase
from entente.model.match import Change, Match, Part, Reason, Subject
from entente.text.say import say

__all__ = ["CHANGES", "as_lines", "as_values", "heading", "place", "placed", "said"]

CHANGES = {
    Change.SAME: "the same",
    Change.SOUND: "sounds alike",
    Change.SPELLING: "spelt otherwise",
    Change.SCRIPT: "in another script",
    Change.JOINED: "written together",
    Change.PARTED: "written apart",
    Change.INITIAL: "initial",
    Change.ADDED: "not in the listed name",
    Change.MISSING: "missing from the name asked about",
}
LINE = re.compile(r"\bline (\d+)")
NOBODY = "-"
SMALLEST = 0.05  # bits that are shown


def as_values(match: Match, alarm: float, lang: str) -> dict[str, Any]:
    """A match as JSON tells it; `alarm` is the score from which it needs a person."""
    return {
        "listing": match.listing.id,
        "list": match.listing.list,
        "score": round(match.score, 4),
        "alarm": match.score > alarm,
        "name": match.name.name,
        "quality": match.name.quality,
        "kind": match.listing.kind,
        "programmes": list(match.listing.programmes),
        "reasons": [*(_part_values(part) for part in match.parts), *(_fact(reason, lang) for reason in match.reasons)],
    }


def _part_values(part: Part) -> dict[str, Any]:
    told: dict[str, Any] = {"fact": "name", "asked": part.asked, "listed": part.listed, "change": part.change}
    if part.moved:
        told["moved"] = True
    return told | {"bits": round(part.gained - part.against, 1)}


def _fact(reason: Reason, lang: str) -> dict[str, Any]:
    return {"fact": reason.fact, "side": reason.side, "words": said(reason.words, lang), "bits": round(reason.bits, 1)}


def placed(subject: Subject) -> dict[str, str]:
    """The part that a subject plays, and its place, as JSON tells them: only those that are known."""
    return {name: text for name, text in (("role", subject.role), ("where", subject.where)) if text}


def heading(subject: Subject, lang: str) -> str:
    """A subject on a line: its name, the part it plays, and its place."""
    told = ", ".join(filter(None, (say(subject.role, lang), place(subject.where, lang))))
    return f"{subject.name}  [{told}]" if told else subject.name


def place(where: str, lang: str) -> str:
    """A place in a file, in the language: "ligne 7, Bénéficiaire"."""
    return LINE.sub(lambda found: say("line {number}", lang, number=found[1]), where)


def as_lines(name: str, matches: Sequence[Match], alarm: float, lang: str) -> Iterator[str]:
    """The matches of a name, each with its alignment, part by part, and the facts beside it."""
    if not matches:
        yield say("{name}: nothing on the lists resembles it", lang, name=name)
    for match in matches:
        listing = match.listing
        mark = "!" if match.score > alarm else "?"
        births = ", ".join(birth.text for birth in listing.birth_dates)
        about = ", ".join(filter(None, (say(listing.kind, lang), births, *listing.nationalities, *listing.programmes)))
        yield f"{mark} {match.score:.2f}  {listing.id}  {match.name.name}  ({about})"
        width = max((len(part.asked or NOBODY) for part in match.parts), default=0)
        for part in match.parts:
            change = say(CHANGES[part.change], lang) + (say(", moved", lang) if part.moved else "")
            yield f"    {part.asked or NOBODY:<{width}}  {part.listed or NOBODY}  {change}  {_bits(part)}"
        for reason in match.reasons:
            sign = 1 if reason.side == "supports" else -1
            yield f"    {said(reason.words, lang)}  {sign * reason.bits:+.1f}"


def _bits(part: Part) -> str:
    """What a part puts on either side, in bits: "+8.7", "+7.2 -0.6", "-3.1"."""
    sides = ((part.gained, f"{part.gained:+.1f}"), (part.against, f"{-part.against:+.1f}"))
    return " ".join(shown for bits, shown in sides if bits >= SMALLEST)


def said(words: Phrase, lang: str) -> str:
    """A phrase in a language."""
    return say(words.template, lang, **dict(words.values))
