"""What the facts answer: a number or a list, how much of the question it covers, and the rows it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from entente.model.facts import Coverage
from entente.model.finding import Evidence

__all__ = ["Chain", "Converted", "Delegations", "Membership", "Need", "Ranked", "Ranking", "Spender", "Total"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum in `unit` (ISO 4217 code or `person`); `value` is None where no row speaks of it.

    `day` is the day that stocks stand at; `missing` are the years asked for of which no row is in hand.
    """

    value: Decimal | None
    unit: str
    coverage: Coverage
    evidence: tuple[Evidence, ...] = ()
    day: date | None = None
    missing: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """One line of a ranking: an id, its sum, its rank (equal sums share one)."""

    id: str
    value: Decimal
    rank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Sums in order, the greatest first."""

    lines: tuple[Ranked, ...]
    unit: str
    coverage: Coverage
    evidence: tuple[Evidence, ...] = ()
    day: date | None = None
    missing: tuple[int, ...] = ()

    def of(self, id: str) -> Ranked | None:
        """The line of an id, or None."""
        return next((line for line in self.lines if line.id == id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What plans asked for and what they got; `plans` are their names, as published."""

    required: Decimal | None
    funded: Decimal | None
    currency: str
    plans: tuple[str, ...]
    coverage: Coverage
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Who belongs on a day: actor ids of states and of organisations.

    `listed` is the day of the list they come from where it is one day's list; the coverage is then complete only for
    that day.
    """

    states: tuple[str, ...]
    organisations: tuple[str, ...]
    listed: date | None
    coverage: Coverage
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Delegations:
    """Who was at a meeting: actor ids of states, of organisations, and of observers among them."""

    coalition: str
    group: str
    day: date
    city: str
    place: str
    states: tuple[str, ...]
    organisations: tuple[str, ...]
    observers: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()

    @property
    def count(self) -> int:
        """All delegations, observers too."""
        return len(self.states) + len(self.organisations) + len(self.observers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """Money in another currency: the rate is of `day`, the last with one on or before the day asked for."""

    value: Decimal
    currency: str
    rate: Decimal
    day: date
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """What IATI activities disbursed and spent (ledger/chains.py): `gross` is all that is reported, `net` without what
    is known to be the same money, `unresolved` the part of `net` that may be.

    `unconverted` of the `transactions` have no rate or no day, and stand in no total.
    """

    gross: Decimal
    net: Decimal
    unresolved: Decimal
    currency: str
    transactions: int
    unconverted: int


@dataclass(frozen=True, slots=True)
class Spender:
    """One reporting organisation: what its activities disbursed and spent, gross, in how many transactions."""

    ref: str
    name: str
    value: Decimal
    transactions: int
