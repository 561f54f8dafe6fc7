"""`entente pull`: takes in a source's open data, from its publisher or from what one has."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from entente.cli.inputs import write_json
from entente.cli.progress import progress
from entente.errors import Unreadable, Unusable
from entente.plugins import names, one
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.pull import Found, Left, Pulled, Puller

SUMMARY = "take in a source's open data: from its publisher, or from files"
EXAMPLE = "entente pull fts --from exports/"

MOST = 20  # files left that are named one by one


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument(
        "source", metavar=say("SOURCE", lang), help=say("the source's name; entente sources lists them", lang)
    )
    given = say("a file, a folder or an address, instead of the publisher's", lang)
    parser.add_argument("--from", dest="given", metavar="FILE|FOLDER|URL", default="", help=given)
    fewer = say("accept a file that has lost more than half of its rows since the last pull", lang)
    parser.add_argument("--fewer", action="store_true", help=fewer)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Pull the files of a source; what is not the source's is left and named."""
    from entente.ledger.pull import Left, Puller

    if options.source in names("watchlists") and options.source not in names("sources"):
        hint = "entente lists pull {list}"
        raise Unusable(options.source, "this is a watchlist, and no source", hint=hint, list=options.source)
    source = one("sources", options.source)
    house = Workspace()
    puller = Puller(source=source, home=house.home, record=house.record, fewer=options.fewer)
    pulled: list[Pulled] = []
    left: list[Left] = []
    for each in told(puller, options):
        if isinstance(each, Left):
            left.append(each)
        else:
            pulled.append(each)
            if not options.json:
                print(line(each, options.lang))
    if not pulled:
        raise fault(options.source, left)
    if options.json:
        write_json(summary(pulled, left, options.lang))
    else:
        print("\n".join(leftovers(left, options.lang)), end="\n" if left else "")
    return 0


def told(puller: Puller, options: argparse.Namespace) -> Iterator[Pulled | Left]:
    """Each file that was pulled or left, with a bar for what is under way."""
    from entente.ledger.pull import found_in

    if options.given and "://" not in options.given:
        files = list(found_in(Path(options.given)))
        with progress(len(files), say("pulling", options.lang)) as step:
            for each in puller.pull(files):
                step(1)
                yield each
        return
    with progress(None, say("fetching", options.lang)) as step:
        yield from puller.pull(fetched(puller, options.given, step))


def fetched(puller: Puller, address: str, step: Callable[[int], None]) -> Iterable[Found | Left]:
    """The files that an address or the publisher serves."""
    from entente.feeds.fetch import Fetcher
    from entente.ledger.gather import fetch, gather
    from entente.ledger.pull import Found

    fetcher = Fetcher(puller.home / "downloads")
    if address:
        answer = fetch(fetcher, address, step)
        return [Found(address, answer.path, answer.address)]
    if not puller.source.addresses:
        raise Unusable(
            puller.source.name,
            "this source has no address",
            hint="entente pull {name} --from FILE",
            name=puller.source.name,
        )
    return gather(puller.source, fetcher, step)


def line(pulled: Pulled, lang: str) -> str:
    """What a pulled file holds."""
    rows = ", ".join(f"{count} {table}" for table, count in pulled.rows.items() if table != "asides" and count)
    aside = pulled.rows.get("asides", 0)
    template = "{name}: {rows}, set aside: {aside}" if pulled.new else "{name}: {rows}, set aside: {aside} (unchanged)"
    return say(template, lang, name=pulled.name, rows=rows or "0", aside=aside)


def leftovers(left: list[Left], lang: str) -> Iterator[str]:
    """The files that were left, and why."""
    for each in left[:MOST]:
        yield say("left: {why}", lang, why=each.why.say(lang).splitlines()[0])
    if len(left) > MOST:
        yield say("left: {count} more (--json names them)", lang, count=len(left) - MOST)


def summary(pulled: list[Pulled], left: list[Left], lang: str) -> dict[str, object]:
    """The same as JSON."""
    return {
        "pulled": [
            {"name": each.name, "snapshot": each.snapshot, "rows": dict(each.rows), "new": each.new} for each in pulled
        ],
        "left": [{"name": each.name, "why": each.why.say(lang)} for each in left],
    }


def fault(source: str, left: list[Left]) -> Exception:
    """Why nothing was pulled: the one file's own fault, or that no file was the source's."""
    if len(left) == 1:
        return left[0].why
    hint = "entente sources {source} tells its layouts" if source in names("sources") else ""
    return Unreadable(source, "none of {count} files is of this source", hint=hint, count=len(left), source=source)
