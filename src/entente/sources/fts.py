"""OCHA Financial Tracking Service: humanitarian money by flow, and what plans asked for and got.

Reads: the FTS web export of one plan (xlsx, "View individual flows"); pages of the FTS interface (JSON); the HDX
exports of flows and of requirements and funding (CSV).
Misses: money that neither donor nor receiver reported to FTS; clusters, projects and descriptions. The web export
gives no type of donor, and a flow's day in some years only; a page of the interface is what was asked, never all.
Origin: UN OCHA, https://fts.unocha.org and https://data.humdata.org; CC BY-IGO. The addresses (version 1 of the
interface, pages by `meta.nextLink`) were last held against what programs that use them write down in November 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from entente.errors import Unreadable
from entente.feeds.countries import country
from entente.feeds.days import latest_day
from entente.feeds.donors import KINDS, donor
from entente.feeds.pages import json_page, json_rows
from entente.feeds.row import BadValue, Row, take_rows
from entente.feeds.tables import csv_rows, sheet_cells, sheet_rows
from entente.model.facts import Flow, Requirement
from entente.model.finding import Phrase
from entente.sources import Address, Layout, Made, Other, Source

_YEAR = re.compile(r"(?:19|20)\d\d")
_SHEET, _ABOUT = "Export data", "Meta data"
_INSTANT = "%Y-%m-%dT%H:%M:%SZ"
_PRECISE = "%Y-%m-%dT%H:%M:%S.%fZ"
_TOGETHER = " | "

_STAGES = {
    "Paid Contribution": "paid",
    "Commitment": "commitment",
    "Pledge": "pledge",
    "paid": "paid",
    "commitment": "commitment",
    "pledge": "pledge",
}
_BOUNDARIES = {name: name.lower() for name in ("Incoming", "Internal", "Outgoing", "incoming", "internal", "outgoing")}
_NOT_IN_A_PLAN = "Not specified"

# Fields that no row has a column for.
_EXPORT_IGNORED = ("Project code", "Description", "Field Cluster")
_CSV_IGNORED = (
    "budgetYear", "description", "srcLocations", "srcUsageYearStart", "srcUsageYearEnd", "destPlanCode", "destPlanId",
    "destOrganizationTypes", "destGlobalClusters", "destProject", "destProjectCode", "destEmergency",
    "contributionType", "flowType", "method", "onBoundary", "firstReportedDate", "decisionDate", "keywords",
    "exchangeRate", "refCode", "createdAt", "updatedAt",
)  # fmt: skip
_JSON_IGNORED = (
    "budgetYear", "contributionType", "createdAt", "decisionDate", "description", "exchangeRate", "firstReportedDate",
    "flowType", "grandBargainEarmarkingType", "keywords", "method", "onBoundary", "refCode", "updatedAt", "versionId",
)  # fmt: skip
_OBJECTS = frozenset(
    {"Organization", "Location", "Plan", "UsageYear", "Cluster", "GlobalCluster", "Emergency", "Project"}
)
_REQUIREMENT_IGNORED = ("typeId", "typeName", "startDate", "endDate", "percentFunded")


def _export(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """The flows of one plan and year, as the FTS web site exports them."""
    about = {cells[0]: cells[1] for cells in sheet_cells(path, _ABOUT) if len(cells) > 1}
    plan, made = about.get("Plan", ""), about.get("Date", "")
    years = _YEAR.findall(plan)
    if not years:
        raise Unreadable(path.name, "the sheet {sheet} names no plan with a year", sheet=_ABOUT)
    stated = {
        **origin,
        "edition": f"web export of {made}",
        "published": _written(made),
    }
    build = partial(_exported_flow, plan=plan, year=int(years[-1]), origin=stated)
    yield from take_rows(sheet_rows(path, _SHEET), build)


def _exported_flow(row: Row, *, plan: str, year: int, origin: Mapping[str, Any]) -> Iterator[Flow]:
    """One row of the web export; its amounts are US dollars, its day is written 31/12/2013 where there is one."""
    name = row.take("Source org.")
    actor, kind = donor(name)
    yield Flow(
        **origin,
        row=row.place,
        id=row.need("Flow ID"),
        donor=name,
        donor_id=actor,
        donor_kind=kind,
        recipient=row.take("Destination org."),
        place=_places("Destination country", row.take("Destination country").split(_TOGETHER)),
        plan=plan,
        year=year,
        last_year=year,
        scope="plan",
        stage=row.pick("Funding status", _STAGES),
        boundary=row.pick("Boundary", _BOUNDARIES),
        amount=row.money("Amount (US$)"),
        currency="USD",
        value_date=row.day_or_none("Flow date", "%d/%m/%Y") if "Flow date" in row.cells else None,
    )
    row.close(ignored=_EXPORT_IGNORED)


def _places(field: str, names: list[str]) -> str:
    """ISO 3166-1 codes of countries, joined by commas. Raises `BadValue` for a name that nobody knows."""
    codes = {name: country(name) for name in names if name}
    unknown = [name for name, code in codes.items() if code is None]
    if unknown:
        raise BadValue(field, ", ".join(unknown), "not a known country")
    return ",".join(code for code in codes.values() if code)


def _flows(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """The flows of an HDX export. A flow shared among countries stands there once a country: it is kept once.

    The export does not tell its day: the last update of a flow stands for it. Nor does it tell whether it is of the
    world or of one country: in a country's all flows go there.
    """
    rows = [row.cells for row in csv_rows(path) if isinstance(row, Row)]
    everywhere = [set(cells.get("destLocations", "").split(",")) for cells in rows]
    stated = {
        **origin,
        "edition": "HDX export of flows",
        "published": latest_day(cells.get("updatedAt", "") for cells in rows),
        "scope": "" if everywhere and set.intersection(*everywhere) else "year",
    }
    yield from _once(take_rows(csv_rows(path), partial(_hdx_flow, origin=stated)))


def _once(rows: Iterator[Made]) -> Iterator[Made]:
    """Rows without the flows that stood there before."""
    seen: set[tuple[str, str]] = set()
    for made in rows:
        if isinstance(made, Flow):
            if (made.boundary, made.id) in seen:
                continue
            seen.add((made.boundary, made.id))
        yield made


def _hdx_flow(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Flow]:
    """One row of an HDX export of flows; the years are those in which the receiver uses the money."""
    name = row.take("srcOrganization")
    actor, kind = donor(name, row.pick("srcOrganizationTypes", KINDS))
    yield Flow(
        **origin,
        row=row.place,
        id=row.need("id"),
        donor=name,
        donor_id=actor,
        donor_kind=kind,
        recipient=row.take("destOrganization"),
        place=row.take("destLocations"),
        plan=row.take("destPlan"),
        year=row.whole("destUsageYearStart"),
        last_year=row.whole("destUsageYearEnd"),
        stage=row.pick("status", _STAGES),
        boundary=row.pick("boundary", _BOUNDARIES),
        amount=row.money("amountUSD"),
        currency="USD",
        value_date=row.day_or_none("date"),
        stated=row.money_or_none("originalAmount"),
        stated_currency=row.take("originalCurrency"),
    )
    row.close(ignored=_CSV_IGNORED)


def _page(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """The flows of a page of the interface."""
    updates = (row.cells.get("updatedAt", "") for row in json_rows(path, "data", "flows"))
    stated = {**origin, "edition": "FTS interface", "published": latest_day(updates)}
    yield from _once(take_rows(json_rows(path, "data", "flows"), partial(_told_flow, origin=stated)))


def _told_flow(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Flow]:
    """One flow of the interface; its sources and destinations are lists of objects of several types."""
    gave, got = _objects("sourceObjects", row), _objects("destinationObjects", row)
    name = _TOGETHER.join(one["name"] for one in gave.get("Organization", ()))
    kinds = {KINDS.get(kind, "unknown") for one in gave.get("Organization", ()) for kind in one["organizationTypes"]}
    actor, kind = donor(name, kinds.pop() if len(kinds) == 1 else "unknown")
    years = sorted(int(one["name"]) for one in got.get("UsageYear", ()))
    if not years:
        raise BadValue("destinationObjects", "", "no year of use")
    parent = row.take("parentFlowId")
    yield Flow(
        **origin,
        row=row.place,
        id=row.need("id"),
        donor=name,
        donor_id=actor,
        donor_kind=kind,
        recipient=_TOGETHER.join(one["name"] for one in got.get("Organization", ())),
        place=_places("destinationObjects", [one["name"] for one in got.get("Location", ())]),
        plan=_TOGETHER.join(one["name"] for one in got.get("Plan", ())),
        year=years[0],
        last_year=years[-1],
        scope="",
        stage=row.pick("status", _STAGES),
        boundary=row.pick("boundary", _BOUNDARIES),
        amount=row.money("amountUSD"),
        currency="USD",
        value_date=row.spare("date", _day),
        stated=row.money_or_none("originalAmount") if "originalAmount" in row.cells else None,
        stated_currency=row.take("originalCurrency") if "originalCurrency" in row.cells else "",
        new_money=row.raw("newMoney"),
        parent=parent,
        children=",".join(str(child) for child in row.raw("childFlowIds") or ()),
        reports="; ".join(_report(one) for one in row.raw("reportDetails")),
    )
    row.close(ignored=_JSON_IGNORED)


def _objects(field: str, row: Row) -> dict[str, list[dict[str, Any]]]:
    """The objects of a flow by their types. Raises `BadValue` for a type that nobody knows."""
    found: dict[str, list[dict[str, Any]]] = {}
    for one in row.raw(field):
        if one["type"] not in _OBJECTS:
            raise BadValue(field, one["type"], "not a known category")
        found.setdefault(one["type"], []).append(one)
    return found


def _report(told: Mapping[str, str]) -> str:
    """Who told FTS of a flow, how and when."""
    return f"{told['organization']} ({told['sourceType']}, {told['reportChannel']}, {told['date'][:10]})"


def _day(field: str, text: str) -> date:
    """The day of an instant. Raises `BadValue`."""
    try:
        return datetime.strptime(text, _PRECISE if "." in text else _INSTANT).date()
    except ValueError:
        raise BadValue(field, text, "not a day") from None


def _written(day: str) -> date | None:
    """The day of "26/04/2025 15:25", or None where it is none."""
    try:
        return datetime.strptime(day[:10], "%d/%m/%Y").date()
    except ValueError:
        return None


def _next(path: Path, _: str) -> str | None:
    """The address of the page after a page of the interface."""
    found: str | None = json_page(path).get("meta", {}).get("nextLink")
    return found


def _requirements(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """What each plan asked for and got, by country and year; money outside plans has no plan.

    The export does not tell its day: the last plan to begin stands for it.
    """
    begun = latest_day(row.cells.get("startDate", "") for row in csv_rows(path) if isinstance(row, Row))
    stated = {**origin, "edition": "HDX export of requirements", "published": begun}
    yield from take_rows(csv_rows(path), partial(_requirement, origin=stated))


def _requirement(row: Row, *, origin: Mapping[str, Any]) -> Iterator[Requirement]:
    """One row of the HDX export of requirements and funding, in US dollars."""
    plan = row.take("name")
    yield Requirement(
        **origin,
        row=row.place,
        plan="" if plan == _NOT_IN_A_PLAN else plan,
        plan_id=row.take("id"),
        code=row.take("code"),
        place=row.take("countryCode"),
        year=row.whole("year"),
        required=row.money_or_none("requirements"),
        funded=row.money_or_none("funding"),
        currency="USD",
    )
    row.close(ignored=_REQUIREMENT_IGNORED)


_HDX = "https://data.humdata.org/dataset/b2bbb33c-2cfb-4809-8dd3-6bbdc080cbb9/resource"

SOURCE = Source(
    name="fts",
    title="OCHA Financial Tracking Service",
    licence="CC BY-IGO",
    home="https://fts.unocha.org",
    tables=("flows", "requirements"),
    layouts=(
        Layout(
            name="web export",
            format="xlsx",
            fields=frozenset({"Flow ID", "Source org.", "Amount (US$)", "Boundary"}),
            read=_export,
        ),
        Layout(
            name="interface",
            format="json",
            fields=frozenset({"data.flows", "data.flows.sourceObjects", "data.flows.destinationObjects"}),
            read=_page,
        ),
        Layout(
            name="HDX flows",
            format="csv",
            fields=frozenset({"srcOrganization", "destOrganization", "amountUSD", "boundary"}),
            read=_flows,
        ),
        Layout(
            name="HDX requirements and funding",
            format="csv",
            fields=frozenset({"countryCode", "typeId", "requirements", "funding", "percentFunded"}),
            read=_requirements,
        ),
    ),
    addresses=(
        Address(
            "fts_requirements_funding_global.csv",
            f"{_HDX}/b3232da8-f1e4-41ab-9642-b22dae10a1d7/download/fts_requirements_funding_global.csv",
        ),
        Address(
            "fts_incoming_funding_global.csv",
            f"{_HDX}/557eb027-8c66-4741-9ff4-43dab4458b1d/download/fts_incoming_funding_global.csv",
        ),
        Address(
            "fts_internal_funding_global.csv",
            f"{_HDX}/4b793b71-02a1-420a-9910-ce86d7b79b6c/download/fts_internal_funding_global.csv",
        ),
        Address(
            "fts_outgoing_funding_global.csv",
            f"{_HDX}/f5ea63a4-f299-4e8c-80a3-21cf359300da/download/fts_outgoing_funding_global.csv",
        ),
        Address("flows of this year", "https://api.hpc.tools/v1/public/fts/flow?year={year}&limit=1000", _next),
    ),
    others=(
        Other(
            "csv",
            frozenset({"clusterCode", "requirements", "funding"}),
            Phrase("it parts by cluster what the requirements and funding of the plans hold already"),
        ),
        Other(
            "csv",
            frozenset({"covidFunding", "requirements", "funding"}),
            Phrase("it repeats the requirements and funding of the plans, beside the part for COVID-19"),
        ),
        Other(
            "csv",
            frozenset({"origRequirements", "revisedRequirements"}),
            Phrase("it repeats the requirements of the plans, without their funding"),
        ),
    ),
)
