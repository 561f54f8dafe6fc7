"""`entente lists`: the watchlists in hand; pull one, show one as of a day, tell what changed between two days."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente import plugins
from entente.cli.inputs import day, write_json
from entente.cli.listing import Listing as Rows
from entente.cli.listing import show
from entente.errors import Unreadable, Unusable
from entente.ledger.lists import recognised
from entente.model.alarm import Standing
from entente.model.aside import Aside
from entente.model.listing import Listing
from entente.text.say import say
from entente.watchlists import Watchlist
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.lists import Held
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
    parser.add_argument("--csv", action="store_true", help=say("comma-separated values", lang))
    parser.add_argument("--parquet", metavar="OUT", default="", help=say("write a Parquet file", lang))


def run(options: argparse.Namespace) -> int:
    """Do what was asked with the lists of the home."""
    if not options.what:
        return _in_hand(options)
    if not options.list:
        raise Unusable("entente lists", "no list was named", hint="one of: {names}", names=_known())
    if options.list in plugins.names("sources") and options.list not in plugins.names("watchlists"):
        hint = "entente pull {source}"
        raise Unusable(options.list, "this is a source, and no watchlist", hint=hint, source=options.list)
    watchlist: Watchlist = plugins.one("watchlists", options.list)
    return {"pull": _pull, "show": _show, "diff": _diff}[options.what](watchlist, options)


def _in_hand(options: argparse.Namespace) -> int:
    lists = Workspace().lists.held(day(options.as_of, "--as-of"))
    if options.json:
        write_json({"lists": [_held_values(held) for held in lists.values()]})
    elif not lists:
        print(say("no watchlist in hand; entente lists pull LIST takes one in: {names}", options.lang, names=_known()))
    for held in lists.values() if not options.json else ():
        print(_held_line(held, options.lang))
    return 0


def _held_values(held: Held) -> dict[str, Any]:
    return {
        "list": held.watchlist.name,
        "title": held.watchlist.title,
        "publisher": held.watchlist.publisher,
        "day": held.day,
        "snapshots": held.snapshots,
        "listings": held.rows.get("listings"),
        "set_aside": held.rows.get("asides"),
    }


def _held_line(held: Held, lang: str) -> str:
    listed, aside = held.rows.get("listings"), held.rows.get("asides")
    told = say("{listings} listings, set aside: {asides}", lang, listings=listed, asides=aside)
    rows = told if held.rows else say("no rows yet: pull it again", lang)
    return f"{held.watchlist.name:<8} {held.day}  {held.watchlist.title} ({held.watchlist.publisher}): {rows}"


def _pull(watchlist: Watchlist, options: argparse.Namespace) -> int:
    house = Workspace()
    given = [file for path in options.given for file in _files(watchlist, Path(path), options.lang)]
    files = given if options.given else list(_fetched(watchlist, house.home))
    before = house.lists.held().get(watchlist.name)
    held = house.lists.pull(watchlist, files, day=date.today(), fewer=options.fewer)
    listings, asides = house.lists.listings(held), house.lists.asides(held)
    if options.json:
        raised = [one.alarm for _, told in house.again() for one in told if one.standing is Standing.NEW]
        values = [_aside_values(one) for one in asides]
        write_json({"list": watchlist.name, "listings": len(listings), "asides": values, "alarms": raised})
        return 0
    names = sum(len(one.names) for one in listings)
    told = {"list": watchlist.title, "listings": len(listings), "names": names, "asides": len(asides)}
    print(say("{list}: {listings} listings, {names} names; {asides} values set aside", options.lang, **told))
    if before and before.snapshots != held.snapshots:
        changes = _changes(house.lists.listings(before), listings)
        counted = ", ".join(say(TOLD[what], options.lang, count=len(found)) for what, found in changes.items())
        print(say("since {day}: {changes}", options.lang, day=before.day, changes=counted))
    _tell_asides(asides, options.lang)
    _tell_again(list(house.again()), options.lang)
    return 0


def _aside_values(one: Aside) -> dict[str, str]:
    return {"place": one.place, "field": one.field, "value": one.value, "reason": one.reason}


def _tell_asides(asides: Iterable[Aside], lang: str) -> None:
    for one in asides:
        print(f"  {one.place} {one.field}: {one.value!r}: {say(one.reason, lang)}")


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
        print(say("names without an alarm are not kept: screen their files again", lang))
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
    house = Workspace()
    held = _held(house, watchlist, day(options.as_of, "--as-of"))
    listings, asides = house.lists.listings(held), house.lists.asides(held)
    if options.csv or options.parquet:
        show(Rows([_row(listing) for listing in listings]), options)
    elif options.json:
        values = [_aside_values(one) for one in asides]
        write_json({"list": watchlist.name, "listings": listings, "asides": values})
    else:
        for listing in listings:
            print(_line(listing))
        if asides:
            print(say("set aside: {count}", options.lang, count=len(asides)))
        _tell_asides(asides, options.lang)
    return 0


def _row(listing: Listing) -> dict[str, Any]:
    """A listing as cells: several names, days or numbers in one, between semicolons."""
    first, *others = [name.name for name in listing.names] or [""]
    several = {
        "other_names": others,
        "birth_dates": [birth.text or f"{birth.first}/{birth.last}" for birth in listing.birth_dates],
        "nationalities": listing.nationalities,
        "identifiers": [identifier.number for identifier in listing.identifiers],
        "addresses": listing.addresses,
        "programmes": listing.programmes,
        "references": listing.references,
    }
    return {
        "id": listing.id,
        "kind": str(listing.kind),
        "name": first,
        **{column: "; ".join(values) for column, values in several.items()},
        "listed": listing.listed,
        "row": listing.row,
    }


def _diff(watchlist: Watchlist, options: argparse.Namespace) -> int:
    since = day(options.since, "--since")
    if since is None:
        raise Unusable("entente lists diff", "no earlier day was named", hint="--since 2026-01-31")
    house, until = Workspace(), day(options.as_of, "--as-of")
    ordered = _changes(*(house.lists.listings(_held(house, watchlist, on)) for on in (since, until)))
    if options.json:
        write_json({"list": watchlist.name, **ordered})
        return 0
    for (what, found), mark in zip(ordered.items(), "+-~", strict=True):
        print(say(TOLD[what], options.lang, count=len(found)))
        for listing in found:
            print(f"  {mark} {_line(listing)}")
    return 0


def _changes(old: Iterable[Listing], new: Iterable[Listing]) -> dict[str, list[Listing]]:
    """The listings that were added, removed and changed, by their ids."""
    before, after = ({one.id: one for one in some} for some in (old, new))
    changes = {
        "added": [after[id] for id in after.keys() - before.keys()],
        "removed": [before[id] for id in before.keys() - after.keys()],
        "changed": [after[id] for id in after.keys() & before.keys() if after[id] != before[id]],
    }
    return {what: sorted(found, key=lambda one: one.id) for what, found in changes.items()}


TOLD = {"added": "{count} listings added", "removed": "{count} removed", "changed": "{count} changed"}


def _held(house: Workspace, watchlist: Watchlist, as_of: date | None) -> Held:
    """A list as it was on a day. Raises `Unusable` where it was not in hand."""
    held = house.lists.held(as_of).get(watchlist.name)
    if held is None:
        hint = "entente lists pull {list}"
        raise Unusable(watchlist.name, "this list was not in hand on that day", hint=hint, list=watchlist.name)
    return held


def _line(listing: Listing) -> str:
    names = "; ".join(dict.fromkeys(name.name for name in listing.names[:NAMES]))
    births: Any = ", ".join(birth.text for birth in listing.birth_dates)
    return "  ".join(filter(None, (listing.id, listing.kind, names, births)))


def _known() -> str:
    return ", ".join(plugins.names("watchlists"))
