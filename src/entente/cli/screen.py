"""`entente screen`: names against the watchlists, each match with its reasons."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from entente.cli.inputs import write_json
from entente.cli.screenings import Floors, options_for_batches, screen_batch
from entente.cli.subjects import Intake, options_for_subjects, show_columns
from entente.cli.told import lines, values
from entente.errors import Unusable
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.watch import Watched
    from entente.screening.index import Index

SUMMARY = "screen names against the watchlists, with reasons"
EXAMPLE = """entente screen "Muhamad Kazim" --birth-date 1971
  entente screen payments.xml
  entente screen partners.csv --column name=Partenaire --out alarms.jsonl"""

RATES = {"30": "30 %", "10": "10 %", "1": "1 %", "0.1": "0.1 %"}  # per cent of innocent names
KINDS = ("person", "organisation", "ship", "aircraft")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    names = say("a name, or a file that names people and bodies, or a folder of such files", lang)
    parser.add_argument("name", nargs="?", metavar=say("NAME|FILE", lang), help=names)
    watchlist = say("screen against this file instead of the lists in hand; say it again for more", lang)
    parser.add_argument("--watchlist", metavar=say("FILE", lang), action="append", default=[], help=watchlist)
    only = say("only this list of those in hand; say it again for more", lang)
    parser.add_argument("--list", metavar=say("LIST", lang), action="append", default=[], help=only)
    parser.add_argument("--kind", choices=KINDS, default="", help=say("what the name is the name of", lang))
    birth = say("a birth date: a day, a month or a year", lang)
    parser.add_argument("--birth-date", metavar="YYYY[-MM[-DD]]", help=birth)
    parser.add_argument("--nationality", metavar=say("COUNTRY", lang), default="", help=say("a nationality", lang))
    number = say("a number of a document or register; say it again for more", lang)
    parser.add_argument("--identifier", metavar=say("NUMBER", lang), action="append", default=[], help=number)
    rate = say("show what fewer than this share of innocent names reach, in per cent", lang)
    parser.add_argument("--rate", choices=tuple(RATES), help=rate)
    parser.add_argument(
        "--as-of", metavar="YYYY-MM-DD", help=say("against the lists as they were known on this day", lang)
    )
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))
    jsonl = say("JSON lines in (id, name, kind, birth_date, nationality) and out (id, matches)", lang)
    parser.add_argument("--jsonl", action="store_true", help=jsonl)
    strict = say("exit with 1 where a match, or what was set aside, needs a person", lang)
    parser.add_argument("--strict", action="store_true", help=strict)
    kept = say("record the alarms, and keep the names that raised them until their time is over", lang)
    parser.add_argument("--record", action="store_true", help=kept)
    silent = say("also show what was ruled a false match", lang)
    parser.add_argument("--all", action="store_true", help=silent)
    again = say("screen the names that are kept again, and record what is new; of a replay: compare the scores", lang)
    parser.add_argument("--again", action="store_true", help=again)
    replay = say("tell again what was recorded on this day, with the rulings as known on it", lang)
    parser.add_argument("--replay", metavar="YYYY-MM-DD", help=replay)
    options_for_subjects(parser)
    options_for_batches(parser)


def run(options: argparse.Namespace) -> int:
    """Screen what was asked; 1 with --strict where a match needs a person."""
    if options.replay:
        from entente.cli.replay import replay

        return replay(Workspace(), options)
    if options.again:
        return int(_tell(Workspace().again(), options) and options.strict)
    if options.record and (options.as_of or options.out):
        hint = "leave out --as-of and --out"
        raise Unusable("--record", "alarms are recorded as they are told, against the lists of today", hint=hint)
    intake = Intake(options)
    if intake.path:
        show_columns(intake, sys.stdout if options.columns else sys.stderr)
    if options.columns:
        return 0
    house = Workspace()
    index = _index(house, options)
    from entente.screening.once import screen_once
    from entente.screening.screen import Screener
    from entente.screening.thresholds import threshold

    lists = frozenset(options.list)
    floor = threshold(lists or index.lists, len(index), RATES[options.rate or ("30" if options.jsonl else "1")])
    alarm = threshold(lists or index.lists, len(index), RATES["1"])
    if options.out:
        return screen_batch(intake, index, Floors(floor, alarm), options)
    found = screen_once(Screener(index), intake, floor=floor)
    contents = _contents(house, options) if options.record else []
    watched = house.watch(found, lists=contents, threshold=alarm, record=options.record)
    needed = _tell(watched, options)
    intake.tell()
    return int((needed or bool(intake.asides)) and options.strict)


def _tell(watched: Iterable[Watched], options: argparse.Namespace) -> bool:
    """Write what was found; whether any of it needs a person."""
    encode, rows, needed = msgspec.json.Encoder().encode, [], False
    for subject, told in watched:
        needed |= any(one.needed for one in told)
        if options.jsonl:
            sys.stdout.buffer.write(encode(values(subject, told, options)) + b"\n")
        elif options.json:
            rows.append(values(subject, told, options) | {"name": subject.name})
        else:
            sys.stdout.writelines(f"{line}\n" for line in lines(subject, told, options))
    if options.json:
        write_json({"names": rows})
    sys.stdout.flush()
    return needed


def _contents(house: Workspace, options: argparse.Namespace) -> list[str]:
    """The SHA-256 of the files that are screened against."""
    from entente.ledger.files import sha256_of

    if options.watchlist:
        return [sha256_of(Path(file)) for file in options.watchlist]
    return [hash for one in house.held(only=frozenset(options.list)) for hash in one.snapshots]


def _index(house: Workspace, options: argparse.Namespace) -> Index:
    """The compiled listings of the files named, or of the lists in hand."""
    from datetime import date

    from entente.cli.inputs import day

    if options.watchlist:
        return house.index_of([Path(file) for file in options.watchlist])
    as_of: date | None = day(options.as_of, "--as-of")
    return house.index(as_of, frozenset(options.list))
