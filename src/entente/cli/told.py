"""Matches as they are told: what a screening found, with how each match stands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from entente.model.alarm import Standing, Told
from entente.text.say import say

if TYPE_CHECKING:
    from entente.model.match import Subject

__all__ = ["lines", "values"]

SHORT = 12  # characters of an id that are shown
INDENT = "    "


def lines(subject: Subject, told: Sequence[Told], options: argparse.Namespace) -> Iterator[str]:
    """What was found of a name; what was ruled a false match is counted, or shown with `--all`.

    Of a name in a file nothing is said where nothing was found.
    """
    from entente.screening.account import as_lines, heading

    name = heading(subject, options.lang)
    shown = [one for one in told if options.all or not one.silent]
    if shown and subject.where:
        yield name
    for one in shown:
        yield from as_lines(name, [one.match], one.threshold, options.lang)
        yield from (INDENT + note for note in notes(one, options.lang))
    if not told and not subject.where:
        yield from as_lines(name, (), 1, options.lang)
    elif len(shown) < len(told):
        count = len(told) - len(shown)
        yield say("{name}: ruled false and not shown: {count}", options.lang, name=name, count=count)


def notes(one: Told, lang: str) -> Iterator[str]:
    """Why a match is told, and under which alarm."""
    if one.why:
        yield say(one.why.template, lang, **dict(one.why.values))
    if one.standing is Standing.NEW and one.alarm:
        yield say("recorded as alarm {alarm}", lang, alarm=one.alarm[:SHORT])


def values(subject: Subject, told: Sequence[Told], options: argparse.Namespace) -> dict[str, Any]:
    """What was found of a name as JSON tells it."""
    from entente.screening.account import as_values, placed

    shown = [one for one in told if options.all or not one.silent]
    row: dict[str, Any] = {
        "id": subject.id,
        **placed(subject),
        "matches": [as_values(one.match, one.threshold, options.lang) | standing(one) for one in shown],
    }
    return row | {"silent": len(told) - len(shown)} if len(shown) < len(told) else row


def standing(one: Told) -> dict[str, str]:
    """How a match stands, where it was asked."""
    known = {"standing": str(one.standing)} if one.standing else {}
    return known | ({"alarm_id": one.alarm} if one.alarm else {})
