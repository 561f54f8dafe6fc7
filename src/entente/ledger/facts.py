"""The facts: what the rows in hand answer. SQL on facts is in this module and its neighbours only.

Every question takes `as_of`: only what was pulled by that day counts (the tables that come with Entente always do).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from entente.ledger.backing import Group, evidence
from entente.ledger.conversion import converted
from entente.ledger.holdings import Holdings
from entente.ledger.summaries import Summaries, Summary
from entente.ledger.tables import TABLES, columns
from entente.ledger.wheres import Where
from entente.model.answer import Converted, Delegations, Membership, Need, Ranked, Ranking, Total
from entente.model.facts import Coverage, Origin, Said, Size
from entente.model.finding import Evidence

if TYPE_CHECKING:
    from entente.ledger.record import Record

__all__ = ["Facts"]

Fact = TypeVar("Fact", bound=Origin)

EURO = "EUR"
DOLLAR = "USD"
FORTNIGHT = timedelta(days=14)
SPANS = ("year", "last_year", "scope")


class Facts:
    """Questions to the rows in hand."""

    def __init__(self, home: Path | None = None, record: Record | None = None) -> None:
        """Over the tables that come with Entente and, with a home folder and its record, over what was pulled."""
        self.holdings = Holdings(home, record)
        self.summaries = Summaries(self.holdings)

    def given(
        self,
        donors: Collection[str] | None,
        *,
        years: range,
        plans: str | None = None,
        places: Collection[str] | None = None,
        stages: Collection[str] = ("paid",),
        recipient: str | None = None,
        agencies: bool = False,
        currency: str = DOLLAR,
        as_of: date | None = None,
    ) -> Total:
        """What donors gave (None: everyone), in US dollars as the publisher converts them; incoming flows only.

        In another `currency` each flow counts at the rate of its own day, or of its year's end where it has none.

        `plans` is a pattern (RE2) of plan names; `places` keeps the flows whose destinations all stand in it;
        `agencies` counts "DEU/KFW" with "DEU". A stage is pledge, commitment or paid: what is paid is no longer a
        commitment, so that both may be asked together; a pledge is neither. The coverage is complete where the rows
        hold all flows of the plans, or of all years asked for, a floor otherwise.
        """
        scope = flows(plans, places, years, stages).equal("recipient", recipient)
        where = scope.donors(donors, agencies)
        rows = self.flows(plans, stages, currency, as_of, whom=bool(recipient))
        told = rows.groups(where)
        priced = not any(group.blank for group in told)
        coverage, missing = flow_coverage(rows.groups(scope, *SPANS), years, bool(plans), priced)
        known = told or coverage is Coverage.COMPLETE
        return Total(
            value=trimmed(sum((group.value for group in told), Decimal(0))) if known else None,
            unit=currency,
            coverage=coverage if known else Coverage.NONE,
            evidence=rows.evidence(where) + self.rates_used(rows, where, as_of),
            missing=missing,
        )

    def ranking(
        self,
        *,
        years: range,
        plans: str | None = None,
        places: Collection[str] | None = None,
        stages: Collection[str] = ("paid",),
        kinds: Collection[str] | None = None,
        by: str = "donor_id",
        together: Mapping[str, str] | None = None,
        currency: str = DOLLAR,
        as_of: date | None = None,
    ) -> Ranking:
        """Donors by what they gave (or, with `by`, recipients or plans), the greatest first; flows without one are left
        out.

        `together` maps ids to the id under which they count as one; `kinds` keeps donors of those kinds.
        """
        scope = flows(plans, places, years, stages).within("donor_kind", kinds)
        where = scope.also(f"{by} <> ''", column=by, holds=bool)
        rows = self.flows(plans, stages, currency, as_of, whom=by == "recipient")
        told = rows.groups(where, by)
        priced = not any(group.blank for group in told)
        coverage, missing = flow_coverage(rows.groups(where, *SPANS), years, bool(plans), priced)
        return Ranking(
            lines=ranked(told, together),
            unit=currency,
            coverage=coverage if told else Coverage.NONE,
            evidence=rows.evidence(where) + self.rates_used(rows, where, as_of),
            missing=missing,
        )

    def people(
        self,
        population: str | Collection[str],
        *,
        year: int,
        born: Collection[str] | None = None,
        asylum: Collection[str] | None = None,
        source: str = "unhcr",
        as_of: date | None = None,
    ) -> Total:
        """How many people of a population (or of several together) there were at the end of a year.

        `born` and `asylum` keep countries of origin and of asylum. The coverage is a floor where all origins or all
        countries of asylum are asked and the rows in hand do not hold them.
        """
        where = stocks(population).within("born", born).within("asylum", asylum)
        rows = self.summaries.of("stocks", as_of, year_end(year, source))
        told = rows.groups(where)
        whole = born is not None or asylum is not None or all(group.snapshot for group in told)
        known = Coverage.COMPLETE if whole else Coverage.FLOOR
        return Total(
            value=trimmed(sum((group.value for group in told), Decimal(0))) if told else None,
            unit="person",
            coverage=known if told else Coverage.NONE,
            evidence=rows.evidence(where),
            day=date(year, 12, 31),
        )

    def people_ranking(
        self,
        population: str | Collection[str],
        *,
        by: str,
        year: int,
        born: Collection[str] | None = None,
        asylum: Collection[str] | None = None,
        source: str = "unhcr",
        together: Mapping[str, str] | None = None,
        as_of: date | None = None,
    ) -> Ranking:
        """Countries of asylum (`by="asylum"`) or of origin (`by="born"`) by the people of a population.

        The coverage is a floor where the rows in hand lump countries together: a country may be missing.
        """
        where = stocks(population).within("born", born).within("asylum", asylum)
        rows = self.summaries.of("stocks", as_of, year_end(year, source))
        told = rows.groups(where, by)
        whole = Coverage.COMPLETE if all(group.told[-1] for group in told) else Coverage.FLOOR
        return Ranking(
            lines=tuple(line for line in ranked(told, together) if line.id),
            unit="person",
            coverage=whole if told else Coverage.NONE,
            evidence=rows.evidence(where),
            day=date(year, 12, 31),
        )

    def requirement(
        self,
        *,
        year: int | None = None,
        plans: str | None = None,
        places: Collection[str] | None = None,
        in_plans: bool = True,
        as_of: date | None = None,
    ) -> Need:
        """What plans asked for and got; `plans` is a pattern (RE2) of their names or codes.

        `in_plans` leaves out the money that belongs to no plan. A plan of several countries is a floor: the rows lack
        its regional chapter, and money not yet given to a country.
        """
        where = Where().equal("year", year).like(plans, "plan", "code").within("place", places)
        where = where.also("plan <> ''", column="plan", holds=bool) if in_plans else where
        rows = self.summaries.of("requirements", as_of)
        told = rows.groups(where, "plan", "plan_id", "required", "funded")
        regional = not places and any(
            len(rows.values("place", Where().equal("plan_id", group.told[1]))) > 1 for group in told if group.told[1]
        )
        return Need(
            required=total(group.told[2] for group in told for _ in range(group.rows)),
            funded=total(group.told[3] for group in told for _ in range(group.rows)),
            currency=DOLLAR,
            plans=tuple(sorted({group.told[0] for group in told if group.told[0]})),
            coverage=Coverage.NONE if not told else Coverage.FLOOR if regional else Coverage.COMPLETE,
            evidence=rows.evidence(where),
        )

    def members(self, coalition: str, day: date, as_of: date | None = None) -> Membership:
        """Who belonged to a coalition on a day, by its history, or by the only list in hand whatever its day."""
        where = (
            Where()
            .equal("coalition", coalition)
            .also("since IS NULL OR since <= ?", day, column="since", holds=lambda first: first is None or first <= day)
            .also("until IS NULL OR until > ?", day, column="until", holds=lambda last: last is None or last > day)
        )
        rows = self.summaries.of("members", as_of)
        told = rows.groups(where, "member", "kind", "listed")
        known = sorted((group.told for group in told), key=lambda one: one[:2])
        listed = max((on for _, _, on in known if on), default=None)
        complete = Coverage.COMPLETE if listed in (None, day) else Coverage.FLOOR
        return Membership(
            states=tuple(member for member, kind, _ in known if kind == "state"),
            organisations=tuple(member for member, kind, _ in known if kind == "organisation"),
            listed=listed,
            coverage=complete if told else Coverage.NONE,
            evidence=rows.evidence(where),
        )

    def sizes(self, coalition: str, as_of: date | None = None) -> tuple[Size, ...]:
        """How many members a coalition was said to have, through time."""
        return self.rows(Size, "sizes", Where().also("coalition = ?", coalition), "day, last", as_of)

    def said(self, who: str, about: str, as_of: date | None = None) -> tuple[Said, ...]:
        """The cumulative figures that an actor gave of its aid to a crisis, through time."""
        return self.rows(Said, "said", Where().also("who = ?", who).also("about = ?", about), "day, last", as_of)

    def meetings(
        self, coalition: str, *, day: date | None = None, group: str | None = None, city: str | None = None,
        as_of: date | None = None,
    ) -> tuple[Delegations, ...]:  # fmt: skip
        """The meetings of a coalition, each with its delegations, through time."""
        where = (
            Where().also("coalition = ?", coalition).also("day = ?", day).also("body = ?", group).also("city = ?", city)
        )
        found = self.holdings.view("meetings", as_of)
        rows = self.holdings.ask(
            f"""SELECT body, day, city, place, map_from_entries(list((kind, of_kind))) FROM (
                    SELECT body, day, city, place, kind, list(member ORDER BY member) AS of_kind
                    FROM {found} WHERE {where} GROUP BY ALL)
                GROUP BY ALL ORDER BY day, body""",
            where.values,
        )
        return tuple(
            Delegations(
                coalition=coalition,
                group=met,
                day=on,
                city=town,
                place=place,
                states=tuple(kinds.get("state", ())),
                organisations=tuple(kinds.get("organisation", ())),
                observers=tuple(kinds.get("observer", ())),
                evidence=evidence(self.holdings, "meetings", found, where.also("body = ?", met).also("day = ?", on)),
            )
            for met, on, town, place, kinds in rows
        )

    def convert(
        self, amount: Decimal, currency: str, into: str, day: date, as_of: date | None = None
    ) -> Converted | None:
        """An amount in another currency at the reference rates of a day, or of the last day before that has both.

        None where no such rate is in hand of the fortnight before: an older one would be a guess.
        """
        wanted = [one for one in {currency, into} if one != EURO]
        found = self.holdings.view("rates", as_of)
        where = Where().within("currency", wanted).also("day BETWEEN ? AND ?", day - FORTNIGHT, day)
        rows = self.holdings.ask(
            f"""SELECT day, map_from_entries(list((currency, rate))) FROM {found} WHERE {where}
                GROUP BY day HAVING count(DISTINCT currency) = ? ORDER BY day DESC LIMIT 1""",
            [*where.values, len(wanted)],
        )
        if not rows and wanted:
            return None
        on, per_euro = rows[0] if rows else (day, {})
        rate = per_euro.get(into, Decimal(1)) / per_euro.get(currency, Decimal(1))
        backing = evidence(self.holdings, "rates", found, where.also("day = ?", on)) if wanted else ()
        return Converted(value=amount * rate, currency=into, rate=rate, day=on, evidence=backing)

    def still(self) -> AbstractContextManager[None]:
        """Within, all questions are put to the same facts: what is pulled meanwhile does not count yet."""
        return self.holdings.still()

    def flows(
        self, plans: str | None, stages: Collection[str], currency: str, as_of: date | None, *, whom: bool
    ) -> Summary:
        """Flows summed up, by recipient too if it is asked to `whom`; the publisher's own dollars stay as they are."""
        if currency != DOLLAR:
            return self.summaries.of("flows by rate", as_of, incoming(plans, stages), self.priced(currency, as_of))
        return (
            self.summaries.of("flows by recipient", as_of, incoming(plans, stages))
            if whom
            else (self.summaries.of("flows", as_of))
        )

    def priced(self, currency: str, as_of: date | None) -> str:
        """The SQL of flows with their amounts in a currency."""
        told = converted(
            self.holdings, f"SELECT * FROM {self.holdings.view('flows', as_of)}", amount="amount", stated="currency",
            dated="coalesce(value_date, make_date(year, 12, 31))", currency=currency, as_of=as_of,
        )  # fmt: skip
        return f"(SELECT * REPLACE (round(converted, 2) AS amount) FROM ({told}))"

    def rates_used(self, rows: Summary, where: Where, as_of: date | None) -> tuple[Evidence, ...]:
        """The rates at which flows were converted; none where they were not."""
        if "rated" not in rows.columns:
            return ()
        used = Where().within("day", sorted(day for day in rows.values("rated", where) if day))
        return evidence(self.holdings, "rates", self.holdings.view("rates", as_of), used)

    def rows(self, kind: type[Fact], table: str, where: Where, order: str, as_of: date | None) -> tuple[Fact, ...]:
        """The rows of a table as values."""
        names = list(columns(TABLES[table]))
        listed = ", ".join(f'"{name}"' for name in names)
        found = self.holdings.view(table, as_of)
        rows = self.holdings.ask(f"SELECT {listed} FROM {found} WHERE {where} ORDER BY {order}", where.values)
        return tuple(kind(**dict(zip(names, row, strict=True))) for row in rows)


def flow_coverage(
    told: Collection[Group], years: range, planned: bool, priced: bool
) -> tuple[Coverage, tuple[int, ...]]:
    """Whether rows hold all flows of plans or years, each with its price, and the years of which they hold none."""
    whole = ("plan", "year") if planned else ("year",)
    spans = {group.told[:3] for group in told}
    held = {year for first, last, _ in spans for year in range(first, last + 1)}
    missing = tuple(year for year in years if year not in held)
    complete = spans and priced and not missing and all(scope in whole for *_, scope in spans)
    return Coverage.COMPLETE if complete else Coverage.FLOOR, missing


def ranked(told: Iterable[Group], together: Mapping[str, str] | None) -> tuple[Ranked, ...]:
    """The sums of groups by their last column, the greatest first; `together` maps ids to those they count under."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for group in told:
        id = group.told[-1]
        sums[(together or {}).get(id, id)] += group.value
    ordered = sorted(sums.items(), key=lambda line: (-line[1], line[0]))
    first = {value: rank for rank, (_, value) in reversed(list(enumerate(ordered, start=1)))}
    return tuple(Ranked(id, trimmed(value), first[value]) for id, value in ordered)


def flows(plans: str | None, places: Collection[str] | None, years: range, stages: Collection[str]) -> Where:
    """Incoming flows of plans and stages, places and years."""
    first, last = years[0], years[-1]
    allowed = None if places is None else list(places)
    return (
        incoming(plans, stages)
        .also("year <= ?", last, column="year", holds=lambda year: year <= last)
        .also("last_year >= ?", first, column="last_year", holds=lambda year: year >= first)
        .also(
            "place <> '' AND list_has_all(?, string_split(place, ','))",
            allowed,
            column="place",
            holds=lambda place: bool(place) and set(place.split(",")) <= set(allowed or ()),
        )
    )


def incoming(plans: str | None, stages: Collection[str]) -> Where:
    """Incoming flows of plans and stages."""
    return Where().equal("boundary", "incoming").within("stage", stages).like(plans, "plan")


def stocks(population: str | Collection[str]) -> Where:
    """People of populations."""
    return Where().within("population", [population] if isinstance(population, str) else population)


def year_end(year: int, source: str) -> Where:
    """People at the end of a year, as one source counts them."""
    return Where().equal("source", source).equal("day", date(year, 12, 31))


def trimmed(value: Decimal | int) -> Decimal:
    """A sum as a decimal number, without the noughts that its column's scale adds."""
    whole = Decimal(value).to_integral_value()
    return whole if whole == value else Decimal(value).normalize()


def total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of amounts, None where none of them is known."""
    known = [amount for amount in amounts if amount is not None]
    return trimmed(sum(known, Decimal(0))) if known else None
