"""Rows of open data: the columns of the facts, one class a table.

The fields of each class, in order, are the columns of its CSV tables in `reference/` and of its Parquet segments
(docs/reference/facts.md). Every row can be followed to its bytes: `source`, `snapshot` and `row`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

__all__ = ["TABLES", "Coverage", "Flow", "Meeting", "Member", "Origin", "Rate", "Requirement", "Said", "Size", "Stock"]


class Coverage(StrEnum):
    """How much of what it speaks of a set of rows holds."""

    COMPLETE = "complete"
    FLOOR = "floor"
    CEILING = "ceiling"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a row comes from.

    `source` is the name of the source (`fts`, `unhcr`, `idmc`, `ecb`, `iati`, `statements`, ...); `snapshot` the
    SHA-256 of the raw bytes (empty in `reference/`, where the table itself is the evidence); `row` the place in
    them ("Export data:17", "line 204"); `known` the day from which the row was known to us; `edition` the
    publisher's edition in words, `published` its day (or the row's own, where the publisher dates rows); `licence` as
    the publisher states it.
    """

    source: str
    edition: str
    licence: str
    snapshot: str = ""
    row: str = ""
    known: date | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Origin):
    """Money from a donor: `amount` in `currency` at a `stage` (pledge, commitment, paid), never summed across stages.

    `id` is the publisher's flow id; `plan` the plan's name or code; `year` the plan, budget or value year; `donor` the
    name as published, `donor_id` the actor id under which names of one donor meet (ISO 3166-1 alpha-3, "EU", an
    agency as "DEU/GIZ", two that gave together as "PRT|USA"), `donor_kind` government, institution (of the EU),
    multilateral, private or unknown; `place` ISO 3166-1 alpha-3 of the destination, several joined by commas where the
    publisher does not part them, or empty; `boundary` incoming, internal or outgoing; `value_date` the day for
    conversion. `scope` tells of what the publisher's file holds all flows: its "plan", its "year", or empty (a query).
    `last_year` is after `year` where the money is used over several years. `stated` in `stated_currency`
    is what the donor reported, where `amount` is the publisher's conversion of it. `new_money` is false for money that
    was there before under another name; `parent` and `children` are ids of flows that this one came from or was cut
    into (joined by commas); `reports` says who told the publisher, how and when.
    """

    id: str
    donor: str
    donor_id: str
    donor_kind: str
    recipient: str
    place: str
    plan: str
    year: int
    stage: str
    boundary: str
    amount: Decimal
    currency: str
    value_date: date | None = None
    last_year: int
    scope: str
    stated: Decimal | None = None
    stated_currency: str = ""
    new_money: bool | None = None
    parent: str = ""
    children: str = ""
    reports: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock(Origin):
    """People at a day, by population.

    `population` is refugees, asylum_seekers, idps, returned_refugees, returned_idps, stateless, in_need_of_protection,
    others, host_community, palestine_refugees or residents; `born` and `asylum` are ISO 3166-1 alpha-3 of origin and
    asylum (equal for people in their own country).
    """

    born: str
    asylum: str
    population: str
    day: date
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Origin):
    """What a plan asked for and what it got in a year, in `currency`; None where the publisher gives no number."""

    plan: str
    plan_id: str
    code: str
    place: str
    year: int
    required: Decimal | None
    funded: Decimal | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Member(Origin):
    """Membership of a coalition: `kind` state or organisation; open ends are None, `until` is the first day outside.

    `listed` is the day of the list that names the member, where it is one day's list and not a history.
    """

    coalition: str
    member: str
    kind: str
    since: date | None = None
    until: date | None = None
    listed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Size(Origin):
    """How many members a coalition was said to have, and who said so.

    `day` to `last` is when it was said: one day, or the first and last of the month or year where only that is known.
    `bound` is as in a figure ("over" for "more than 60"); `counted` what was counted: member, country, or country and
    organisation as "country|organisation".
    """

    coalition: str
    day: date
    last: date
    count: int
    bound: str
    counted: str
    who: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Origin):
    """One delegation at a meeting: `body` is the actor id of the group that met, `member` that of the delegation,
    `kind` state, organisation or observer."""

    coalition: str
    body: str
    day: date
    city: str
    place: str
    member: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Origin):
    """Units of `currency` for one euro on a day (ECB reference rate)."""

    currency: str
    day: date
    rate: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Origin):
    """A cumulative figure that a speaker gave: who (actor id), for which crisis or place, since when.

    `day` to `last` is when it was said: one day, or the first and last of the month where only that is known. `since`
    is a day, month or year in ISO 8601 form, or empty; `added` what was announced that day and stands in the figure.
    """

    who: str
    speaker: str
    about: str
    day: date
    last: date
    amount: Decimal
    added: Decimal | None = None
    currency: str
    bound: str
    since: str
    url: str


TABLES: dict[str, type[Origin]] = {
    "flows": Flow,
    "stocks": Stock,
    "requirements": Requirement,
    "members": Member,
    "sizes": Size,
    "meetings": Meeting,
    "rates": Rate,
    "said": Said,
}
