"""`entente screen`: names against the watchlists, each match with its reasons."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from entente.cli.alarms import replay
from entente.cli.inputs import write_json
from entente.cli.told import lines, values
from entente.errors import Unreadable, Unusable
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.watch import Watched
    from entente.model.listing import BirthDate
    from entente.model.match import Subject
    from entente.screening.index import Index

SUMMARY = "screen names against the watchlists, with reasons"
EXAMPLE = 'entente screen "Muhamad Kazim" --birth-date 1971'

RATES = {"30": "30 %", "10": "10 %", "1": "1 %", "0.1": "0.1 %"}  # per cent of innocent names
KINDS = ("person", "organisation", "ship", "aircraft")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument("name", nargs="?", metavar=say("NAME|FILE", lang), help=say("a name, or a file of names", lang))
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
    strict = say("exit with 1 where a match needs a person", lang)
    parser.add_argument("--strict", action="store_true", help=strict)
    kept = say("record the alarms, and keep the names that raised them until their time is over", lang)
    parser.add_argument("--record", action="store_true", help=kept)
    silent = say("also show what was ruled a false match", lang)
    parser.add_argument("--all", action="store_true", help=silent)
    again = say("screen the names that are kept again, and record what is new; of a replay: compare the scores", lang)
    parser.add_argument("--again", action="store_true", help=again)
    replay = say("tell again what was recorded on this day, with the rulings as known on it", lang)
    parser.add_argument("--replay", metavar="YYYY-MM-DD", help=replay)


def run(options: argparse.Namespace) -> int:
    """Screen what was asked; 1 with --strict where a match needs a person."""
    if options.replay:
        return replay(Workspace(), options)
    if options.again:
        return int(_tell(Workspace().again(), options) and options.strict)
    if options.record and options.as_of:
        raise Unusable("--record", "alarms are recorded against the lists of today", hint="leave out --as-of")
    subjects = _lines(sys.stdin.buffer) if options.jsonl else iter(list(_asked(options)))
    house = Workspace()
    index = _index(house, options)
    from entente.screening.screen import Screener
    from entente.screening.thresholds import threshold

    lists = frozenset(options.list)
    floor = threshold(lists or index.lists, len(index), RATES[options.rate or ("30" if options.jsonl else "1")])
    alarm = threshold(lists or index.lists, len(index), RATES["1"])
    ours, theirs = tee(subjects)
    found = zip(ours, Screener(index).screen(theirs, floor=floor), strict=True)
    contents = _contents(house, options) if options.record else []
    watched = house.watch(found, lists=contents, threshold=alarm, record=options.record, file=_file(options))
    return int(_tell(watched, options) and options.strict)


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
            print("\n".join(lines(subject, told, options)))
    if options.json:
        write_json({"names": rows})
    sys.stdout.flush()
    return needed


def _file(options: argparse.Namespace) -> str:
    """The name of the file that is screened, where it is one."""
    path = Path(options.name or "")
    return path.name if path.is_file() else ""


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


def _asked(options: argparse.Namespace) -> Iterator[Subject]:
    """The name that the options tell, or each name of the file they tell."""
    from entente.model.match import Subject

    if not options.name:
        raise Unusable("entente screen", "no name was given", hint="a name, a file of names, or --jsonl")
    birth = _born(options.birth_date, "--birth-date")
    numbers = tuple(options.identifier)
    path = Path(options.name)
    if not path.is_file():
        yield Subject("1", options.name, options.kind, birth, options.nationality, numbers)
        return
    if path.suffix in (".jsonl", ".ndjson"):
        with path.open("rb") as file:
            yield from _lines(file)
        return
    try:
        names = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Unreadable(options.name, "not a text in UTF-8", hint="one name a line, or JSON lines (.jsonl)") from None
    for number, name in enumerate(names, 1):
        if name.strip():
            yield Subject(str(number), name.strip(), options.kind, birth, options.nationality, numbers)


def _lines(file: Iterable[bytes]) -> Iterator[Subject]:
    for number, line in enumerate(file, 1):
        if line.strip():
            yield _line(line, f"-:{number}")


def _line(line: bytes, where: str) -> Subject:
    from entente.model.match import Subject

    hint = 'a JSON object with "id", "name" and "kind", and "birth_date" and "nationality" where they are known'
    try:
        row: dict[str, Any] = msgspec.json.decode(line, type=dict[str, Any])
        name, kind = row["name"], row.get("kind") or ""
    except (msgspec.DecodeError, KeyError) as trouble:
        raise Unreadable(where, "not a name to screen: {trouble}", hint=hint, trouble=repr(trouble)) from None
    numbers = row.get("identifiers") or ()
    if not isinstance(name, str) or (kind and kind not in KINDS) or not all(isinstance(n, str) for n in numbers):
        raise Unreadable(where, "not a name to screen: {trouble}", hint=hint, trouble=repr(row)) from None
    born = _born(row.get("birth_date"), where)
    return Subject(str(row.get("id", "")), name, kind, born, row.get("nationality") or "", tuple(numbers))


def _born(said: str | None, where: str) -> BirthDate | None:
    from entente.feeds.births import birth_date

    if not said:
        return None
    try:
        return birth_date(said)
    except (TypeError, ValueError, AttributeError):
        hint = "a day, a month or a year: 1971-05-23, 1971-05, 1971"
        raise Unusable(where, "{said} is no birth date", hint=hint, said=repr(said)) from None
