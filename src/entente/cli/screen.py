"""`entente screen`: names against the watchlists, each match with its reasons."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from entente.cli.inputs import write_json
from entente.errors import Unreadable, Unusable
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.model.listing import BirthDate
    from entente.model.match import Match, Subject
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


def run(options: argparse.Namespace) -> int:
    """Screen what was asked; 1 with --strict where a match needs a person."""
    subjects = _lines(sys.stdin.buffer) if options.jsonl else iter(list(_asked(options)))
    index = _index(options)
    from entente.screening.screen import Screener
    from entente.screening.thresholds import threshold

    lists = frozenset(options.list)
    floor = threshold(lists or index.lists, len(index), RATES[options.rate or ("30" if options.jsonl else "1")])
    alarm = threshold(lists or index.lists, len(index), RATES["1"])
    ours, theirs = tee(subjects)
    found = zip(ours, Screener(index).screen(theirs, floor=floor), strict=True)
    return int(_tell(found, alarm, options) and options.strict)


def _tell(found: Iterable[tuple[Subject, tuple[Match, ...]]], alarm: float, options: argparse.Namespace) -> bool:
    """Write what was found; whether any of it needs a person."""
    from entente.screening.account import as_lines, as_values

    encode, told, needed = msgspec.json.Encoder().encode, [], False
    for subject, matches in found:
        needed |= any(match.score > alarm for match in matches)
        if options.jsonl or options.json:
            row = {"id": subject.id, "matches": [as_values(match, alarm, options.lang) for match in matches]}
            if options.jsonl:
                sys.stdout.buffer.write(encode(row) + b"\n")
            else:
                told.append(row | {"name": subject.name})
        else:
            print("\n".join(as_lines(subject.name, matches, alarm, options.lang)))
    if options.json:
        write_json({"names": told})
    sys.stdout.flush()
    return needed


def _index(options: argparse.Namespace) -> Index:
    """The compiled listings of the files named, or of the lists in hand."""
    from datetime import date

    from entente.cli.inputs import day

    house = Workspace()
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
