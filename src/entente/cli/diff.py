"""`entente diff`: why a total is another one on a later day."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from entente.cli.facts import Asked, asked, needed
from entente.cli.inputs import day, write_json
from entente.errors import Unusable
from entente.reporting.amounts import amount, figure
from entente.reporting.amounts import day as day_in_words
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.changes import Change, Changed
    from entente.ledger.wheres import Where

SUMMARY = "tell why a total changed from a day to another: new rows, corrected rows, rates"
EXAMPLE = "entente diff donors --crisis SYR --year 2013-2015 --from 2026-01-31 --to 2026-02-28"

WHAT = ("donors", "requirements", "displaced")
INDENT = "    "


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument("what", choices=WHAT, help=say("what is totalled", lang))
    for name, shown, told in (
        ("--from", "YYYY-MM-DD", "the earlier day"),
        ("--to", "YYYY-MM-DD", "the later day (today by default)"),
        ("--place", "ISO3,...", "countries, by their three-letter codes"),
        ("--crisis", "ID", "a crisis of a coalition file: its plans and countries"),
        ("--plan", "PATTERN", "plans whose name or code fits a pattern (RE2)"),
        ("--year", "YEAR[-YEAR]", "a year, or the first and the last one"),
        ("--stage", "STAGE,...", "of money: paid (by default), commitment, pledge"),
        ("--source", "NAME", "the source to ask: fts or iati, unhcr, idmc or unrwa"),
        ("--donor", "ID,...", "donors, by their ids: USA, EU, DEU/KFW"),
        ("--currency", "CODE", "the currency to show money in (USD by default)"),
    ):
        parser.add_argument(name, metavar=shown, default="", help=say(told, lang))
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))
    parser.set_defaults(coalition="", day="", as_of="")


def run(options: argparse.Namespace) -> int:
    """Compare a total as it was known on two days, and name the causes."""
    from entente.ledger.changes import change
    from entente.ledger.measures import MEASURES

    start = day(getattr(options, "from"), "--from")
    end = day(options.to, "--to") or date.today()
    if start is None or start > end:
        raise Unusable("--from", "which day is it to be compared with?", hint="--from 2026-01-31 --to 2026-02-28")
    house = Workspace()
    asks = asked(options, house)
    currency = "" if options.what == "displaced" else asks.currency
    found = change(
        MEASURES[options.what], where(options.what, asks), start=start, end=end, facts=house.facts, currency=currency
    )
    if options.json:
        write_json({"from": start, "to": end, **asdict(found)})
    else:
        print("\n".join(lines(found, start, end, options.lang)))
    return 0


def where(what: str, asks: Asked) -> Where:
    """The rows that a question is about."""
    from entente.ledger.facts import flows
    from entente.ledger.wheres import Where

    span = needed(asks)
    sourced = asks.source or None
    match what:
        case "donors":
            given = flows(asks.plans, asks.places, span, asks.stages)
            return given.donors(asks.donors, agencies=False).also("source = ?", sourced)
        case "requirements":
            named = Where().also("(regexp_matches(plan, ?) OR regexp_matches(code, ?))", asks.plans, asks.plans)
            return named.within("place", asks.places).also("year BETWEEN ? AND ?", span[0], span[-1]).also("plan <> ''")
        case _:
            born = asks.places or ((asks.crisis.place,) if asks.crisis else None)
            days = [date(year, 12, 31) for year in span]
            counted = Where().also("list_contains(?, day)", days).also("source = ?", sourced or "unhcr")
            return counted.within("born", born)


def lines(found: Change, start: date, end: date, lang: str) -> Iterator[str]:
    """A change for a terminal."""
    for when, total in ((start, found.before), (end, found.after)):
        told = {"day": day_in_words(when, lang), "amount": amount(total, found.unit, lang)}
        yield say("as known on {day}: {amount}", lang, **told)
    yield say("change: {amount}", lang, amount=signed(found.after - found.before, found.unit, lang))
    for part in found.parts:
        told = {"cause": say(CAUSES[part.cause], lang), "count": str(part.rows)}
        yield INDENT + say("{cause} ({count})", lang, **told) + f": {signed(part.value, found.unit, lang)}"
    for row in found.largest:
        yield INDENT + changed(row, lang)
    if found.unconverted:
        yield say("without a rate, in no total: {count} rows", lang, count=found.unconverted)


CAUSES = {
    "new": "new rows",
    "corrected": "corrected rows",
    "withdrawn": "withdrawn rows",
    "replaced": "rows that came with Entente, replaced by what was pulled",
    "rates": "rates",
}


def changed(row: Changed, lang: str) -> str:
    """A row that changed, in one line."""
    before, after = (
        say("nothing", lang) if one is None else figure(Decimal(one), lang) for one in (row.before, row.after)
    )
    told = {"label": row.label, "place": row.place, "before": before, "after": after}
    return say("{cause}: {label}, {place}: {before} to {after}", lang, cause=say(CAUSES[row.cause], lang), **told)


def signed(value: Decimal, unit: str, lang: str) -> str:
    """An amount with its sign."""
    return f"{'−' if value < 0 else '+'}{amount(abs(value), unit, lang)}"
