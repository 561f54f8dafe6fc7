"""`entente alarms`: what waits for a person, the newest first."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from entente.cli.inputs import day, write_json
from entente.model.alarm import Standing
from entente.model.entry import SnapshotEntry
from entente.reporting.amounts import day as said
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.alarms import Alarm
    from entente.ledger.record import Record

SUMMARY = "the alarms that wait for a ruling"
EXAMPLE = "entente alarms --file payments.csv"

SHORT = 12  # characters of an id that are shown
INDENT = "    "
RULED = {
    Standing.TRUE: "ruled a true match by {by} on {day}: {reason}",
    Standing.FALSE: "ruled a false match by {by} on {day}: {reason}",
}
LAPSED = "the ruling of {day} by {by} has expired: it waits for another"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument("--all", action="store_true", help=say("also those that were ruled on", lang))
    of = say("only those of this file", lang)
    parser.add_argument("--file", metavar=say("FILE", lang), help=of)
    as_of = say("as they were known on this day", lang)
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help=as_of)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Show the alarms, the newest first."""
    house = Workspace()
    found = house.alarms(day(options.as_of, "--as-of"))
    shown = [each for each in reversed(found) if wanted(each, options)]
    if options.json:
        write_json({"alarms": [values(each, house, options.lang) for each in shown]})
        return 0
    for each in shown:
        print("\n".join(lines(each, house.record, options.lang)))
    waiting = sum(each.waits for each in found)
    ruled = sum(each.standing is not Standing.WAITING for each in found)
    print(say("waiting: {waiting}; ruled on: {ruled}", options.lang, waiting=waiting, ruled=ruled))
    return 0


def wanted(alarm: Alarm, options: argparse.Namespace) -> bool:
    """Whether the options ask for an alarm."""
    if not options.all and not alarm.waits:
        return False
    return not options.file or bool(alarm.account and alarm.account.subject.file == options.file)


def lines(alarm: Alarm, record: Record, lang: str) -> Iterator[str]:
    """An alarm for a terminal: who, where, the match with its reasons, the lists, and how it stands."""
    from entente.screening.account import as_lines, heading

    entry, id = alarm.raised.entry, alarm.raised.id[:SHORT]
    if alarm.account:
        subject = alarm.account.subject
        file = "" if subject.where.startswith(subject.file) else subject.file
        yield "  ".join(filter(None, (id, str(alarm.raised.day), heading(subject, lang), file)))
        yield from as_lines(subject.name, [alarm.account.match], float(entry.threshold), lang)
    else:
        yield f"{id}  {alarm.raised.day}  {gone(alarm, lang)}"
        yield f"! {entry.score:.2f}  {entry.listing}"
    yield INDENT + say("against {lists}", lang, lists=", ".join(shelf(entry.lists, record)))
    if entry.mends:
        yield INDENT + say("in the place of alarm {alarm}", lang, alarm=entry.mends[:SHORT])
    yield INDENT + stands(alarm, lang)


def gone(alarm: Alarm, lang: str) -> str:
    """That a name was forgotten, when and why."""
    if alarm.forgotten is None:
        return say("its name is missing, and nothing says that it was forgotten", lang)
    entry = alarm.forgotten.entry
    told = {"day": said(alarm.forgotten.day, lang), "by": entry.author, "reason": entry.reason}
    if entry.author:
        return say("forgotten on {day} by {by}: {reason}", lang, **told)
    return say("forgotten on {day}: its time was over", lang, **told)


def stands(alarm: Alarm, lang: str) -> str:
    """How an alarm stands, in words."""
    if alarm.ruling is None:
        return say("nobody ruled on it" if alarm.forgotten else "waits for a ruling", lang)
    ruling = alarm.ruling.entry
    told = {"by": ruling.author, "day": said(alarm.ruling.day, lang), "reason": ruling.reason}
    return say(LAPSED if alarm.lapsed else RULED[alarm.standing], lang, **told)


def shelf(lists: Sequence[str], record: Record) -> list[str]:
    """The lists that files are, with the day of their pull; a file that was not pulled by its SHA-256."""
    named: dict[str, None] = {}
    for hash in lists:
        pulls = [each.entry for each in record.entries(SnapshotEntry, about=hash)]
        named[f"{pulls[-1].source.partition('/')[2]} {pulls[-1].day}" if pulls else hash[:SHORT]] = None
    return list(named)


def values(alarm: Alarm, house: Workspace, lang: str) -> dict[str, Any]:
    """An alarm as JSON tells it."""
    from entente.screening.account import as_values

    entry, account = alarm.raised.entry, alarm.account
    ruling = alarm.ruling.entry if alarm.ruling else None
    return {
        "id": alarm.raised.id,
        "day": alarm.raised.day,
        "listing": entry.listing,
        "score": entry.score,
        "threshold": entry.threshold,
        "lists": list(entry.lists),
        "standing": alarm.standing,
        "ruling": ruling and {
            "match": ruling.ruling, "author": ruling.author, "reason": ruling.reason, "made": ruling.made,
            "expires": ruling.expires,
        },
        "subject": account and account.subject,
        "match": account and as_values(account.match, float(entry.threshold), lang),
        "forgotten": alarm.forgotten and alarm.forgotten.day,
        "kept_until": account and alarm.until(house.settings.days) - timedelta(days=1),
    }  # fmt: skip
