"""`entente decide`: a person's ruling on a finding or an alarm, kept beside it and never instead of it."""

from __future__ import annotations

import argparse
import getpass
from datetime import date

from entente.cli.inputs import day, write_json
from entente.errors import Unusable
from entente.ledger.rulings import decision
from entente.model.entry import AlarmEntry, FindingEntry
from entente.model.finding import Verdict
from entente.text.say import say
from entente.workspace import Workspace

SUMMARY = "rule on a finding or an alarm: what a person holds, and why"
EXAMPLE = 'entente decide 5340c99b --match false --reason "born ten years later"'
SHORT = 12  # characters of an id that are shown
RULED = {
    "true": "{author} rules {about} a true match: recorded as {id}",
    "false": "{author} rules {about} a false match: recorded as {id}",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    named = say("the id of a finding or an alarm, or how it begins", lang)
    parser.add_argument("entry", metavar=say("FINDING|ALARM", lang), help=named)
    held = say("of a finding: what you hold of the claim", lang)
    parser.add_argument("--verdict", choices=[*Verdict], help=held)
    match = say("of an alarm: whether it is the one who is listed", lang)
    parser.add_argument("--match", choices=tuple(RULED), help=match)
    parser.add_argument("--reason", required=True, metavar=say("WORDS", lang), help=say("why you hold it", lang))
    who = say("who rules (by default, the user's name)", lang)
    parser.add_argument("--author", metavar=say("NAME", lang), help=who)
    expires = say("the first day on which the ruling has no force any more", lang)
    parser.add_argument("--expires", metavar="YYYY-MM-DD", help=expires)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Append the ruling to the record."""
    house = Workspace()
    found = house.record.get(options.entry)
    author, expires = options.author or getpass.getuser(), day(options.expires, "--expires")
    if isinstance(found.entry, AlarmEntry):
        kind, ruling = "alarm", _one(options, "--match", options.match, options.verdict)
        id = house.desk.rule(found.id, match=ruling == "true", author=author, reason=options.reason, expires=expires)
    elif isinstance(found.entry, FindingEntry):
        kind, ruling = "finding", _one(options, "--verdict", options.verdict, options.match)
        entry = decision(found.id, ruling, author=author, reason=options.reason, today=date.today(), expires=expires)
        [id] = house.record.add([entry])
    else:
        hint = "entente trace lists the latest findings, entente alarms the alarms"
        raise Unusable(options.entry, "this is no finding and no alarm", hint=hint)
    if options.json:
        write_json({"id": id, kind: found.id, "ruling": ruling, "author": author})
        return 0
    about = {"author": author, "id": id[:SHORT], "about": found.id[:SHORT]}
    if kind == "alarm":
        print(say(RULED[ruling], options.lang, **about))
    else:
        told = "{author} holds {verdict} of {about}: recorded as {id}"
        print(say(told, options.lang, verdict=say(ruling, options.lang), **about))
    return 0


def _one(options: argparse.Namespace, name: str, value: str | None, other: str | None) -> str:
    """The ruling that the kind of an entry takes. Raises `Unusable` where it was not said, or another was."""
    if value is None or other is not None:
        raise Unusable(options.entry, "a ruling on this takes {name}", hint="{name} and no other", name=name)
    return value
