"""`entente facts`: what the open data in hand show."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from entente import plugins
from entente.cli.inputs import day
from entente.cli.listing import Listing, show
from entente.errors import Unusable
from entente.feeds.countries import nation
from entente.reference import rows
from entente.reporting import names
from entente.text.say import say
from entente.workspace import Workspace

if TYPE_CHECKING:
    from entente.ledger.facts import Facts
    from entente.model.coalition import Crisis
    from entente.model.finding import Evidence

SUMMARY = "show what the open data in hand tell: donors, requirements, displaced people, members, rates"
EXAMPLE = "entente facts donors --crisis SYR --year 2013-2015"

STAGES = ("paid", "commitment", "pledge")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question to the facts is about, as the options say it."""

    places: tuple[str, ...] | None
    plans: str | None
    crisis: Crisis | None
    years: range | None
    stages: tuple[str, ...]
    source: str
    donors: tuple[str, ...] | None
    currency: str
    coalition: str
    day: date
    as_of: date | None
    lang: str


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    lang = getattr(parser, "lang", "en")
    parser.add_argument("what", choices=sorted(QUESTIONS), help=say("what to show", lang))
    for name, shown, told in (
        ("--place", "ISO3,...", "countries, by their three-letter codes"),
        ("--crisis", "ID", "a crisis of a coalition file: its plans and countries"),
        ("--plan", "PATTERN", "plans whose name or code fits a pattern (RE2)"),
        ("--year", "YEAR[-YEAR]", "a year, or the first and the last one"),
        ("--stage", "STAGE,...", "of money: paid (by default), commitment, pledge"),
        ("--source", "NAME", "the source to ask: fts or iati; unhcr or idmc"),
        ("--donor", "ID,...", "donors, by their ids: USA, EU, DEU/KFW"),
        ("--currency", "CODE", "the currency to show money in (USD by default)"),
        ("--coalition", "ID", "a coalition, by its id"),
        ("--day", "YYYY-MM-DD", "the day of a membership or a rate (today by default)"),
        ("--as-of", "YYYY-MM-DD", "only what was known on that day"),
    ):
        parser.add_argument(name, metavar=shown, default="", help=say(told, lang))
    parser.add_argument("--json", action="store_true", help=say("one JSON object", lang))
    parser.add_argument("--csv", action="store_true", help=say("comma-separated values", lang))
    parser.add_argument("--parquet", metavar="OUT", default="", help=say("write a Parquet file", lang))


def run(options: argparse.Namespace) -> int:
    """Ask, and show the answer."""
    house = Workspace()
    show(QUESTIONS[options.what](house.facts, asked(options, house)), options)
    return 0


def asked(options: argparse.Namespace, house: Workspace) -> Asked:
    """What the options ask for. Raises `Unusable`."""
    crises = {crisis.id: crisis for known in house.coalitions for crisis in known.crises}
    if options.crisis and options.crisis not in crises:
        hint = "one of: {names}"
        raise Unusable("--crisis", "there is no crisis {name}", hint=hint, name=options.crisis, names=", ".join(crises))
    crisis = crises.get(options.crisis)
    return Asked(
        places=_countries(options.place),
        plans=options.plan or (crisis.plans.get("regional") or crisis.plans.get("inside") if crisis else None),
        crisis=crisis,
        years=years(options.year),
        stages=_among("--stage", listed(options.stage), STAGES) or STAGES[:1],
        source=(_among("--source", listed(options.source), _sources()) or ("",))[0],
        donors=tuple(nation(one) or one for one in listed(options.donor) or ()) or None,
        currency=_currency(options.currency),
        coalition=options.coalition or next((known.id for known in house.coalitions if known.crises), ""),
        day=day(options.day, "--day") or date.today(),
        as_of=day(options.as_of, "--as-of"),
        lang=options.lang,
    )


def listed(text: str) -> tuple[str, ...] | None:
    """The items of a list with commas; None for none."""
    return tuple(item.strip() for item in text.split(",")) if text else None


def _among(option: str, said: tuple[str, ...] | None, known: Collection[str]) -> tuple[str, ...] | None:
    """What was said, if all of it is known. Raises `Unusable`."""
    for one in said or ():
        if one not in known:
            hint = "one of: {names}"
            raise Unusable(option, "there is no {name}", hint=hint, name=one, names=", ".join(known))
    return said


def _sources() -> tuple[str, ...]:
    return tuple(plugins.names("sources"))


def _countries(text: str) -> tuple[str, ...] | None:
    """The alpha-3 codes of countries by their codes or names. Raises `Unusable` for what is none."""
    said = listed(text)
    if said is None:
        return None
    found = [(one, nation(one)) for one in said]
    for one, code in found:
        if code is None:
            hint = "its name, or a code of ISO 3166-1: Egypt, EG, EGY"
            raise Unusable("--place", "{said} is no country that is known", hint=hint, said=repr(one))
    return tuple(code for _, code in found if code)


def _currency(said: str) -> str:
    """A currency by its code, US dollars where none is said. Raises `Unusable` for what is none."""
    code = said.strip().upper() or "USD"
    if code not in {row[0] for row in rows("currencies.tsv")}:
        hint = "a code of ISO 4217: USD, EUR, GBP"
        raise Unusable("--currency", "{said} is no currency that is known", hint=hint, said=repr(said))
    return code


def years(text: str) -> range | None:
    """The years that "2015" or "2013-2015" mean; None for none. Raises `Unusable`."""
    if not text:
        return None
    first, _, last = text.partition("-")
    try:
        found = range(int(first), int(last or first) + 1)
    except ValueError:
        found = range(0)
    if not found:
        raise Unusable("--year", "{text} is no year and no span of years", hint="2015 or 2013-2015", text=text)
    return found


def donors(facts: Facts, ask: Asked) -> Listing:
    """Who gave most; of IATI, who reports what was spent, with the totals of the chain."""
    span = needed(ask)
    if ask.source == "iati":
        return spenders(facts, ask, span)
    ranking = facts.ranking(
        years=span,
        plans=ask.plans,
        places=ask.places,
        stages=ask.stages,
        currency=ask.currency,
        as_of=ask.as_of,
    )
    lines = [
        {
            "rank": line.rank,
            "donor": line.id,
            "name": names.name(line.id, ask.lang),
            "value": line.value,
            "unit": ranking.unit,
        }
        for line in ranking.lines
        if ask.donors is None or line.id in ask.donors
    ]  # fmt: skip
    return Listing(lines, notes=notes(ranking.coverage, ranking.missing), evidence=ranking.evidence)


def spenders(facts: Facts, ask: Asked, span: range) -> Listing:
    """Who reports to IATI what was disbursed and spent."""
    from entente.ledger.chains import chain, spenders

    places = ask.places or (ask.crisis.places if ask.crisis else None)
    given: dict[str, Any] = {"years": span, "places": places, "currency": ask.currency, "as_of": ask.as_of}
    rows = [
        {"rank": rank, "reporter": one.ref, "name": one.name, "value": one.value, "unit": ask.currency}
        for rank, one in enumerate(spenders(facts.holdings, **given), start=1)
    ]
    total = chain(facts.holdings, **given)
    return Listing(
        rows,
        notes=[
            ("gross: {amount} {unit}", {"amount": total.gross, "unit": total.currency}),
            (
                "net of what is known to be reported twice: {amount} {unit}",
                {"amount": total.net, "unit": total.currency},
            ),
            ("of it, perhaps reported twice: {amount} {unit}", {"amount": total.unresolved, "unit": total.currency}),
            ("without a rate or a day, in no total: {count} transactions", {"count": total.unconverted}),
        ],
    )


def requirements(facts: Facts, ask: Asked) -> Listing:
    """What plans asked for and got, year by year."""
    rows = []
    evidence: list[Evidence] = []
    for year in needed(ask):
        need = facts.requirement(year=year, plans=ask.plans, places=ask.places, as_of=ask.as_of)
        evidence += need.evidence
        gap = None if need.required is None or need.funded is None else need.required - need.funded
        rows.append(
            {"year": year, "required": need.required, "funded": need.funded, "missing": gap, "unit": need.currency,
             "coverage": str(need.coverage), "plans": "; ".join(need.plans)}
        )  # fmt: skip
    return Listing(rows, evidence=tuple(evidence))


def displaced(facts: Facts, ask: Asked) -> Listing:
    """Refugees from countries, and people displaced inside them, at the end of each year."""
    born = ask.places or ((ask.crisis.place,) if ask.crisis else None)
    rows = []
    evidence: list[Evidence] = []
    for year in needed(ask):
        for population, source in POPULATIONS:
            if ask.source in ("", source):
                total = facts.people(population, year=year, born=born, source=source, as_of=ask.as_of)
                evidence += total.evidence
                rows.append(
                    {"day": total.day, "population": population, "source": source, "people": total.value,
                     "coverage": str(total.coverage)}
                )  # fmt: skip
    return Listing(rows, evidence=tuple(evidence))


POPULATIONS = (("refugees", "unhcr"), ("asylum_seekers", "unhcr"), ("idps", "unhcr"), ("idps", "idmc"))


def members(facts: Facts, ask: Asked) -> Listing:
    """Who belongs to a coalition on a day."""
    found = facts.members(ask.coalition, ask.day, as_of=ask.as_of)
    kinds = (("state", found.states), ("organisation", found.organisations))
    lines = [{"member": one, "name": names.name(one, ask.lang), "kind": kind} for kind, some in kinds for one in some]
    told: list[tuple[str, dict[str, Any]]] = [("{count} members", {"count": len(lines)})]
    if found.listed:
        told.append(("as listed on {day}", {"day": found.listed}))
    return Listing(lines, notes=told, evidence=found.evidence)


def rates(facts: Facts, ask: Asked) -> Listing:
    """What a euro, or one unit of another currency, was worth on a day."""
    rows = []
    found = facts.convert(Decimal(1), "EUR", ask.currency, ask.day, as_of=ask.as_of)
    if found:
        rows.append({"day": found.day, "from": "EUR", "to": ask.currency, "rate": found.rate})
    return Listing(rows, evidence=found.evidence if found else ())


def said(facts: Facts, ask: Asked) -> Listing:
    """What a donor said in all that it gave, through time."""
    rows = [
        {"day": one.day, "who": who, "about": one.about, "bound": one.bound, "value": one.amount, "unit": one.currency,
         "since": one.since, "url": one.url}
        for who in ask.donors or ("USA",)
        for about in ([ask.crisis.id] if ask.crisis else ask.places or ("SYR", "IRQ"))
        for one in facts.said(who, about, as_of=ask.as_of)
    ]  # fmt: skip
    return Listing(rows)


def needed(ask: Asked) -> range:
    """The years asked for. Raises `Unusable` where there are none."""
    if ask.years is None:
        raise Unusable("--year", "which year?", hint="--year 2015, or --year 2013-2015")
    return ask.years


def notes(coverage: str, missing: Sequence[int]) -> list[tuple[str, dict[str, Any]]]:
    """What a total covers."""
    told: list[tuple[str, dict[str, Any]]] = [("coverage: {coverage}", {"coverage": str(coverage)})]
    if missing:
        told.append(("no rows of: {years}", {"years": ", ".join(map(str, missing))}))
    return told


QUESTIONS: dict[str, Callable[[Facts, Asked], Listing]] = {
    "donors": donors,
    "requirements": requirements,
    "displaced": displaced,
    "members": members,
    "rates": rates,
    "said": said,
}
