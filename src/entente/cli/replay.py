"""What screenings told on a day, told again: `entente screen --replay DAY`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from entente.cli.alarms import INDENT, lines, shelf, values
from entente.cli.inputs import day, write_json
from entente.errors import Unusable
from entente.reporting.amounts import day as said
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.alarms import Alarm, Replay
    from entente.ledger.record import Record, Recorded
    from entente.model.entry import ScreeningEntry

__all__ = ["replay"]

Scores = Mapping[str, float | None]  # by the id of an alarm, what it scores when it is screened again


def replay(house: Workspace, options: argparse.Namespace) -> int:
    """Tell again what was told on a day; 1 with --strict where any of it waited for a person then."""
    asked = day(options.replay, "--replay") or date.today()
    if asked > date.today():
        raise Unusable("--replay", "{day} is still to come", hint="a day that was", day=options.replay)
    told = house.replay(asked)
    scores = house.rerun(told.alarms) if options.again else {}
    if options.json:
        write_json({"day": asked, **document(told, scores, house, options.lang)})
    else:
        for row in shown(told, scores, house, options.lang):
            print(row)
        count = {"count": len(told.alarms), "again": len(told.again), "day": said(asked, options.lang)}
        print(say("{day}; alarms raised: {count}, of earlier days and met again: {again}", options.lang, **count))
    return int(options.strict and any(each.waits for each in told.alarms))


def shown(told: Replay, scores: Scores, house: Workspace, lang: str) -> Iterator[str]:
    """The screenings, then their alarms, for a terminal."""
    for screening in told.screenings:
        yield line(screening, house.record, lang)
    for alarm in (*told.alarms, *told.again):
        yield from lines(alarm, house.record, lang)
        if alarm.raised.id in scores:
            yield INDENT + compared(alarm, scores[alarm.raised.id], lang)


def line(screening: Recorded[ScreeningEntry], record: Record, lang: str) -> str:
    """A screening on one line."""
    entry = screening.entry
    told = {
        "time": f"{entry.made:%H:%M}",
        "names": entry.names,
        "lists": ", ".join(shelf(entry.lists, record)),
        "raised": len(entry.raised),
        "again": len(entry.again),
    }
    return say("{time} UTC: {names} names against {lists}; alarms raised: {raised}, met again: {again}", lang, **told)


def compared(alarm: Alarm, score: float | None, lang: str) -> str:
    """What screening against the same lists gives now, beside what was recorded."""
    recorded, now = f"{alarm.raised.entry.score:.4f}", "-" if score is None else f"{score:.4f}"
    if now == recorded:
        return say("screened again against the same lists: the same", lang)
    return say("screened again against the same lists: {score}, not {recorded}", lang, score=now, recorded=recorded)


def document(told: Replay, scores: Scores, house: Workspace, lang: str) -> dict[str, Any]:
    """A replay as JSON tells it; `again` of an alarm is what it scores when it is screened again."""
    return {
        "screenings": [
            {
                "made": each.entry.made,
                "names": each.entry.names,
                "lists": each.entry.lists,
                "threshold": each.entry.threshold,
                "raised": each.entry.raised,
                "again": each.entry.again,
            }
            for each in told.screenings
        ],
        "alarms": [
            values(each, house, lang) | ({"again": scores[each.raised.id]} if each.raised.id in scores else {})
            for each in told.alarms
        ],
        "again": [values(each, house, lang) for each in told.again],
    }
