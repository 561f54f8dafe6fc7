"""Rows of IATI data: activities, their transactions and their budgets (IATI 1.01 to 2.03)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from entente.model.facts import Origin

__all__ = ["Activity", "Budget", "Participant", "Related", "Scope", "Share", "Transaction"]


@dataclass(frozen=True, slots=True)
class Share:
    """A part of an activity or transaction: a code of a vocabulary (ISO 3166-1 alpha-2 for countries), its percentage
    where it is not the whole."""

    code: str
    vocabulary: str
    percentage: Decimal | None


@dataclass(frozen=True, slots=True)
class Participant:
    """An organisation in an activity: its `role` is funding, accountable, extending or implementing."""

    role: str
    ref: str
    name: str
    type: str
    activity: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another activity: `type` is parent, child, sibling, co-funded or third party."""

    ref: str
    type: str


@dataclass(frozen=True, slots=True)
class Scope:
    """A crisis or an appeal that an activity answers: `type` is emergency or appeal."""

    type: str
    vocabulary: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Origin):
    """An activity. `first` to `last` are its bytes in the snapshot (half open), `hash` their SHA-256.

    `titles` are by language (`xml:lang`); a `humanitarian` of None was not stated.
    """

    id: str
    reporter: str
    reporter_name: str
    reporter_type: str
    titles: Mapping[str, str]
    status: str
    hierarchy: int | None
    currency: str
    humanitarian: bool | None
    planned_start: date | None
    actual_start: date | None
    planned_end: date | None
    actual_end: date | None
    participants: tuple[Participant, ...]
    countries: tuple[Share, ...]
    regions: tuple[Share, ...]
    sectors: tuple[Share, ...]
    scopes: tuple[Scope, ...]
    related: tuple[Related, ...]
    version: str
    first: int | None
    last: int | None
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction(Origin):
    """Money of an activity: `type` is what the money does (incoming_funds, commitment, disbursement, expenditure, ...),
    never summed across types.

    `value` is in `currency`, the transaction's own or the activity's default; `value_date` is the day for conversion.
    `countries`, `regions` and `sectors` are the transaction's own: where it has none, the activity's hold. `provider`
    and `receiver` are the refs of who gave and got, with the activities in which they report the same money.
    """

    activity: str
    number: int
    ref: str
    type: str
    humanitarian: bool | None
    day: date | None
    value: Decimal
    currency: str
    value_date: date | None
    provider: str
    provider_name: str
    provider_type: str
    provider_activity: str
    receiver: str
    receiver_name: str
    receiver_type: str
    receiver_activity: str
    countries: tuple[Share, ...]
    regions: tuple[Share, ...]
    sectors: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget(Origin):
    """Money planned, of an activity or of an organisation's file.

    `kind` is budget, planned_disbursement, or for organisations total_budget, recipient_org_budget,
    recipient_region_budget, recipient_country_budget, total_expenditure; `type` original or revised, `status`
    indicative or committed, where stated; `about` the activity's identifier or the organisation's.
    """

    about: str
    number: int
    kind: str
    type: str
    status: str
    start: date | None
    end: date | None
    value: Decimal
    currency: str
    value_date: date | None
    provider: str
    provider_activity: str
    receiver: str
    receiver_name: str
    receiver_activity: str
    country: str
