"""Of whom an alarm speaks: shown and proved while it is kept, and proved again later from what was shown."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente.cli.alarms import lines, values
from entente.errors import Unreadable, Unusable
from entente.model.alarm import Seal
from entente.model.entry import AlarmEntry, Entry
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.kept import Opening
    from entente.ledger.record import Recorded

__all__ = ["alarm_lines", "alarm_values", "proved"]

PROVED = {True: "it is what was recorded", False: "it is not what was recorded"}


def alarm_lines(id: str, house: Workspace, lang: str) -> Iterator[str]:
    """An alarm as it stands, and whether what is kept of it is what was recorded."""
    alarm = house.alarm(id)
    yield from lines(alarm, house.record, lang)
    seal = sealed(alarm.raised.entry)
    opening = kept(seal, house)
    if opening:
        yield say(PROVED[opening.proves(seal)], lang)


def alarm_values(id: str, house: Workspace, lang: str) -> dict[str, Any]:
    """An alarm as it stands, and its opening: what proves of whom it speaks, where that is still kept."""
    alarm = house.alarm(id)
    return {"alarm": values(alarm, house, lang), "opening": kept(sealed(alarm.raised.entry), house)}


def proved(known: Recorded[Entry], options: argparse.Namespace) -> int:
    """Hold an opening that was shown earlier against an alarm; 1 where it is another's."""
    import msgspec

    from entente.ledger.kept import Opening

    entry = known.entry
    if not isinstance(entry, AlarmEntry):
        raise Unusable(options.id, "this is no alarm", hint="entente alarms lists those that wait")
    try:
        told = msgspec.json.decode(Path(options.opening).read_bytes(), type=dict[str, Any])
        opening = msgspec.convert(told["opening"], Opening)
    except (OSError, KeyError, msgspec.DecodeError) as trouble:
        hint = "the file that entente trace ALARM --json wrote"
        kind = type(trouble).__name__
        raise Unreadable(options.opening, "no opening of an alarm: {trouble}", hint=hint, trouble=kind) from None
    holds = opening.proves(sealed(entry))
    print(say(PROVED[holds], options.lang))
    return int(not holds)


def sealed(entry: AlarmEntry) -> Seal:
    """The seal of an alarm."""
    return Seal(entry.subject, entry.told)


def kept(seal: Seal, house: Workspace) -> Opening | None:
    """The opening of a seal, while it is kept."""
    return next((opening for one, opening in house.kept.openings() if one == seal), None)
