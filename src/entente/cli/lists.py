"""`entente lists`: the watchlists in hand; pull one, show one as of a day, tell what changed between two days."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente import plugins
from entente.cli.inputs import day, write_json
from entente.errors import Unreadable, Unusable
from entente.ledger.lists import recognised
from entente.model.alarm import Standing
from entente.model.listing import Listing
from entente.text.say import say
from entente.watchlists import Watchlist
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.watch import Watched

SUMMARY = "the watchlists in hand: pull, show, diff"
EXAMPLE = "entente lists pull un --from consolidated.xml"

SHORT = 12  # characters of an id that are shown
NAMES = 3  # of a listing that are shown on its line


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument("what", nargs="?", choices=("pull", "show", "diff"), help=say("nothing: what is in hand", lang))
    known = say("the list's name: {names}", lang, names=", ".join(plugins.names("watchlists")))
    parser.add_argument("list", nargs="?", metavar=say("LIST", lang), help=known)
    given = say("a file of the list, or a folder that holds it; say it again for each of its files", lang)
    what = say("FILE|FOLDER", lang)
    parser.add_argument("--from", dest="given", metavar=what, action="append", default=[], help=given)
    fewer = say("accept a list that has lost more than half of its listings since the last pull", lang)
    parser.add_argument("--fewer", action="store_true", help=fewer)
    as_of = say("as it was known on this day; for diff the later day (today)", lang)
    parser.add_argument("--as-of", metavar="YYYY-MM-DD", help=as_of)
    parser.add_argument("--since", metavar="YYYY-MM-DD", help=say("for diff: the earlier day", lang))
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Do what was asked with the lists of the home."""
    if not options.what:
        return _in_hand(options)
    if not options.list:
        raise Unusable("entente lists", "no list was named", hint="one of: {names}", names=_known())
    watchlist: Watchlist = plugins.one("watchlists", options.list)
    return {"pull": _pull, "show": _show, "diff": _diff}[options.what](watchlist, options)


def _in_hand(options: argparse.Namespace) -> int:
    rows = [
        {
            "list": name,
            "title": held.watchlist.title,
            "publisher": held.watchlist.publisher,
            "day": held.day.isoformat(),
            "snapshots": list(held.snapshots),
        }
        for name, held in Workspace().lists.held(day(options.as_of, "--as-of")).items()
    ]
    if options.json:
        write_json({"lists": rows})
    elif not rows:
        print(say("no watchlist in hand; entente lists pull LIST takes one in: {names}", options.lang, names=_known()))
    for row in rows if not options.json else ():
        print(f"{row['list']:<8} {row['day']}  {row['title']} ({row['publisher']})")
    return 0


def _pull(watchlist: Watchlist, options: argparse.Namespace) -> int:
    house = Workspace()
    given = [file for path in options.given for file in _files(watchlist, Path(path), options.lang)]
    files = given if options.given else list(_fetched(watchlist, house.home))
    read = house.lists.pull(watchlist, files, day=date.today(), fewer=options.fewer)
    asides = [{"place": one.place, "field": one.field, "value": one.value, "reason": one.reason} for one in read.asides]
    if options.json:
        raised = [one.alarm for _, told in house.again() for one in told if one.standing is Standing.NEW]
        write_json({"list": watchlist.name, "listings": len(read.listings), "asides": asides, "alarms": raised})
        return 0
    names = sum(len(one.names) for one in read.listings)
    told = {"list": watchlist.title, "listings": len(read.listings), "names": names, "asides": len(asides)}
    print(say("{list}: {listings} listings, {names} names; {asides} values set aside", options.lang, **told))
    for one in read.asides:
        print(f"  {one.place} {one.field}: {one.value!r}: {one.reason}")
    _tell_again(list(house.again()), options.lang)
    return 0


def _files(watchlist: Watchlist, path: Path, lang: str) -> Iterator[Path]:
    """A file, or those of a folder that are of the list by their content; those that are left are named."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(each for each in path.rglob("*") if each.is_file()):
        try:
            ours = recognised(file)[0] is watchlist
        except Unreadable:
            ours = False
        if ours:
            yield file
        else:
            print(
                say("left: {file}: no file of the list {list}", lang, file=file.name, list=watchlist.name),
                file=sys.stderr,
            )


def _tell_again(watched: Sequence[Watched], lang: str) -> None:
    """Say how many kept names were screened again, and the alarms that are new; no name."""
    new = [one for _, told in watched for one in told if one.standing is Standing.NEW]
    if watched:
        counts = {"count": len(watched), "new": len(new)}
        print(say("kept names screened again: {count}; new alarms: {new}", lang, **counts))
    for one in new:
        print(f"  {one.alarm[:SHORT]}  {one.match.listing.id}")


def _fetched(watchlist: Watchlist, home: Path) -> Iterator[Path]:
    """The files of a list, as its publisher serves them."""
    from entente.feeds.fetch import Fetcher

    addresses = [part.url for part in watchlist.parts if part.url]
    if not addresses:
        raise Unusable(watchlist.name, "this list has no address", hint="name its files with --from")
    fetcher = Fetcher(home / "downloads")
    for address in addresses:
        yield fetcher.fetch(address).path


def _show(watchlist: Watchlist, options: argparse.Namespace) -> int:
    listings = _listings(watchlist, day(options.as_of, "--as-of"))
    if options.json:
        write_json({"list": watchlist.name, "listings": list(listings.values())})
        return 0
    for listing in listings.values():
        print(_line(listing))
    return 0


def _diff(watchlist: Watchlist, options: argparse.Namespace) -> int:
    since = day(options.since, "--since")
    if since is None:
        raise Unusable("entente lists diff", "no earlier day was named", hint="--since 2026-01-31")
    before, after = _listings(watchlist, since), _listings(watchlist, day(options.as_of, "--as-of"))
    changes = {
        "added": [after[id] for id in after.keys() - before.keys()],
        "removed": [before[id] for id in before.keys() - after.keys()],
        "changed": [after[id] for id in after.keys() & before.keys() if after[id] != before[id]],
    }
    ordered = {what: sorted(found, key=lambda one: one.id) for what, found in changes.items()}
    if options.json:
        write_json({"list": watchlist.name, **ordered})
        return 0
    for (what, found), mark in zip(ordered.items(), "+-~", strict=True):
        print(say(TOLD[what], options.lang, count=len(found)))
        for listing in found:
            print(f"  {mark} {_line(listing)}")
    return 0


TOLD = {"added": "{count} listings added", "removed": "{count} removed", "changed": "{count} changed"}


def _listings(watchlist: Watchlist, as_of: date | None) -> Mapping[str, Listing]:
    """The listings of a list as it was on a day, by id."""
    from entente.ledger.lists import read_list

    held = Workspace().lists.held(as_of).get(watchlist.name)
    if held is None:
        hint = "entente lists pull {list}"
        raise Unusable(watchlist.name, "this list was not in hand on that day", hint=hint, list=watchlist.name)
    return {one.id: one for one in read_list(held.watchlist, held.parts).listings}


def _line(listing: Listing) -> str:
    names = "; ".join(dict.fromkeys(name.name for name in listing.names[:NAMES]))
    births: Any = ", ".join(birth.text for birth in listing.birth_dates)
    return "  ".join(filter(None, (listing.id, listing.kind, names, births)))


def _known() -> str:
    return ", ".join(plugins.names("watchlists"))
