"""`entente sources`: the sources of open data, and what of them is in hand."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from entente.cli.inputs import write_json
from entente.plugins import additions, one
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.stock import InHand
    from entente.model.aside import Aside
    from entente.sources import Source

SUMMARY = "list the sources of open data, and what of them is in hand"
EXAMPLE = "entente sources fts"

SHORT = 12  # characters of a snapshot's hash that are shown
MOST = 20  # values set aside that are shown of one file


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    name = say("one source in full: its layouts, addresses, files, and what was set aside", lang)
    parser.add_argument("source", nargs="?", metavar=say("SOURCE", lang), help=name)
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))


def run(options: argparse.Namespace) -> int:
    """Show all sources, or one in full."""
    from entente.ledger.stock import asides, in_hand

    house = Workspace()
    chosen = {options.source: one("sources", options.source)} if options.source else additions("sources")
    files = {name: in_hand(house.record, name) for name in chosen}
    aside = {
        file.snapshot: tuple(asides(house.facts.holdings, house.home, name, file.snapshot, most=MOST))
        for name in chosen
        for file in files[name]
        if options.source and file.count(aside=True)
    }
    if options.json:
        write_json({name: told(source, files[name], aside) for name, source in chosen.items()})
    elif options.source:
        print("\n".join(full(chosen[options.source], files[options.source], aside, options.lang)))
    else:
        print("\n".join(short(source, files[name], options.lang) for name, source in chosen.items()))
    return 0


def short(source: Source, files: tuple[InHand, ...], lang: str) -> str:
    """One source in a line."""
    if not files:
        return say("{name:<10} {title}: nothing pulled", lang, name=source.name, title=source.title)
    return say(
        "{name:<10} {title}: {files} files, {rows} rows, set aside: {aside}, {days} days old",
        lang,
        name=source.name,
        title=source.title,
        files=len(files),
        rows=sum(file.count(aside=False) for file in files),
        aside=sum(file.count(aside=True) for file in files),
        days=(date.today() - max(file.day for file in files)).days,
    )


def full(source: Source, files: tuple[InHand, ...], aside: dict[str, tuple[Aside, ...]], lang: str) -> Iterator[str]:
    """One source line by line."""
    yield f"{source.name}: {source.title}"
    yield say("licence: {licence}", lang, licence=source.licence)
    if source.home:
        yield source.home
    for layout in source.layouts:
        yield say("reads: {layout} ({format})", lang, layout=layout.name, format=layout.format)
    for other in source.others:
        yield say("leaves a file ({format}): {why}", lang, format=other.format, why=say(other.why.template, lang))
    for address in source.addresses:
        yield say("fetched from: {address}", lang, address=address.url)
    for file in files:
        rows = ", ".join(f"{count} {table}" for table, count in file.rows if table != "asides")
        count, days = file.count(aside=True), (date.today() - file.day).days
        told = {"name": file.name, "snapshot": file.snapshot[:SHORT], "rows": rows, "aside": count}
        template = "{name}, snapshot {snapshot}: {rows}, set aside: {aside}, pulled on {day} ({days} days ago)"
        yield say(template, lang, **told, day=file.day, days=days)
        for each in aside.get(file.snapshot, ()):
            yield f"  {each.place}: {each.field} {each.value!r}: {say(each.reason, lang)}"
        if count > MOST:
            yield "  " + say("and {count} more", lang, count=count - MOST)


def told(source: Source, files: tuple[InHand, ...], aside: dict[str, tuple[Aside, ...]]) -> dict[str, Any]:
    """One source as JSON."""
    return {
        "title": source.title,
        "licence": source.licence,
        "home": source.home,
        "tables": source.tables,
        "layouts": [{"name": layout.name, "format": layout.format} for layout in source.layouts],
        "addresses": [address.url for address in source.addresses],
        "files": [
            {
                "name": file.name,
                "day": file.day,
                "age_days": (date.today() - file.day).days,
                "snapshot": file.snapshot,
                "rows": {table: count for table, count in file.rows if table != "asides"},
                "set_aside": file.count(aside=True),
                "asides": [
                    {"place": each.place, "field": each.field, "value": each.value, "reason": each.reason}
                    for each in aside.get(file.snapshot, ())
                ],
            }
            for file in files
        ],
    }
