"""Fetches the files of a source from its publisher's addresses, ready to be pulled."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from entente.errors import Fault, Unreadable
from entente.feeds.fetch import Fetched, Fetcher
from entente.feeds.row import SHAPELESS
from entente.ledger.files import writable
from entente.ledger.pull import Found, Left
from entente.sources import Address, Source

__all__ = ["fetch", "gather"]

PAGES = 10_000  # more than that is a publisher's mistake
ALWAYS = (1980, 1, 1, 0, 0, 0)  # the day of every file in an archive of pages: the same pages give the same bytes


def gather(source: Source, fetcher: Fetcher, step: Callable[[int], None] = lambda done: None) -> Iterator[Found | Left]:
    """The files of a source as its publisher now serves them; one that cannot be fetched is left and named.

    The pages of one address become one zip archive, so that a later pull replaces all of them.
    """
    for address in source.addresses:
        try:
            yield pages(address, address.follow, fetcher, step) if address.follow else single(address, fetcher, step)
        except Fault as fault:
            yield Left(address.name, fault)


def single(address: Address, fetcher: Fetcher, step: Callable[[int], None]) -> Found:
    """The one file of an address."""
    fetched = fetch(fetcher, dated(address.url), step)
    return Found(address.name, fetched.path, fetched.address)


def pages(
    address: Address, follow: Callable[[Path, str], str | None], fetcher: Fetcher, step: Callable[[int], None]
) -> Found:
    """All pages of an address, as one archive. Raises `Unreadable` where they have no end, or one is no page."""
    first = dated(address.url)
    fetched = [fetch(fetcher, first, step)]
    try:
        while following := follow(fetched[-1].path, fetched[-1].address):
            if len(fetched) == PAGES:
                raise Unreadable(first, "more than {count} pages", count=PAGES)
            fetched.append(fetch(fetcher, following, step))
    except SHAPELESS as error:
        raise Unreadable(fetched[-1].address, "not a page that names the next one: {why}", why=repr(error)) from error
    return Found(f"{address.name}.zip", archive(fetched, fetcher.folder), first)


def fetch(fetcher: Fetcher, address: str, step: Callable[[int], None] = lambda done: None) -> Fetched:
    """Fetch one file. Raises a fault where the server or the disk refuses."""
    with writable(fetcher.folder):
        return fetcher.fetch(address, step)


def dated(url: str) -> str:
    """An address with the year filled in."""
    return url.replace("{year}", str(date.today().year))


def archive(fetched: list[Fetched], folder: Path) -> Path:
    """The pages in a zip archive, whose bytes depend on theirs alone."""
    place = folder / f"{fetched[0].path.name}.zip"
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as packed:
        for number, one in enumerate(fetched, start=1):
            packed.writestr(zipfile.ZipInfo(f"page-{number:05}.json", ALWAYS), one.path.read_bytes())
    return place
