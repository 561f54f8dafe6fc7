"""`entente decide`: a person's ruling on a finding, kept beside it and never instead of it."""

from __future__ import annotations

import argparse
import getpass
from datetime import UTC, datetime

from entente.cli.inputs import write_json
from entente.errors import Unusable
from entente.model.entry import DecisionEntry, FindingEntry
from entente.model.finding import Verdict
from entente.text.say import say
from entente.workspace import Workspace

SUMMARY = "rule on a finding: what a person holds, and why"
EXAMPLE = 'entente decide 5340c99b --verdict confirmed --reason "the speaker meant the fiscal year"'
SHORT = 12  # characters of an id that are shown


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    named = say("the id of a finding, or how it begins", lang)
    parser.add_argument("finding", metavar=say("FINDING", lang), help=named)
    parser.add_argument("--verdict", required=True, choices=[*Verdict], help=say("what you hold of the claim", lang))
    parser.add_argument("--reason", required=True, metavar=say("WORDS", lang), help=say("why you hold it", lang))
    who = say("who rules (by default, the user's name)", lang)
    parser.add_argument("--author", metavar=say("NAME", lang), help=who)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Append the ruling to the record."""
    record = Workspace().record
    found = record.get(options.finding)
    if not isinstance(found.entry, FindingEntry):
        hint = "entente trace lists the latest findings"
        raise Unusable(options.finding, "this is no finding", hint=hint)
    if not options.reason.strip():
        raise Unusable("--reason", "a ruling has a reason", hint="say in a sentence why you hold it")
    entry = DecisionEntry(
        subject=found.id,
        ruling=options.verdict,
        author=options.author or getpass.getuser(),
        reason=options.reason,
        made=datetime.now(UTC),
    )
    [id] = record.add([entry])
    if options.json:
        write_json({"id": id, "finding": found.id, "ruling": entry.ruling, "author": entry.author})
    else:
        told = "{author} holds {verdict} of {finding}: recorded as {id}"
        verdict = say(entry.ruling, options.lang)
        print(say(told, options.lang, author=entry.author, verdict=verdict, finding=found.id[:SHORT], id=id[:SHORT]))
    return 0
