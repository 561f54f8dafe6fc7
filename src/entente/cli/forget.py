"""`entente forget`: erases names whose time is over, or one that somebody asked to be forgotten."""

from __future__ import annotations

import argparse
import getpass

from entente.cli.inputs import write_json
from entente.text.say import say
from entente.workspace import Workspace

SUMMARY = "erase the names whose time is over, or the name of one alarm"
EXAMPLE = 'entente forget 5340c99b1d2e --reason "asked for on 3 June, no ground left to keep it"'


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    named = say("an alarm whose subject is forgotten now; without one, all whose time is over", lang)
    parser.add_argument("alarm", nargs="?", metavar=say("ALARM", lang), help=named)
    parser.add_argument("--reason", metavar=say("WORDS", lang), default="", help=say("why it is forgotten now", lang))
    who = say("who decides it (by default, the user's name)", lang)
    parser.add_argument("--author", metavar=say("NAME", lang), help=who)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Erase what is kept of subjects, and record that it was."""
    house = Workspace()
    if not house.keeping:
        count = 0
    elif options.alarm:
        count = one(house, options)
    else:
        count = house.desk.sweep()
    if options.json:
        write_json({"forgotten": count})
    else:
        print(say("names forgotten: {count}", options.lang, count=count))
    return 0


def one(house: Workspace, options: argparse.Namespace) -> int:
    """Forget the subject of an alarm; how many were forgotten."""
    alarm = house.alarm(options.alarm)
    if alarm.forgotten:
        return 0
    house.desk.forget(alarm, reason=options.reason, author=options.author or getpass.getuser())
    return 1
