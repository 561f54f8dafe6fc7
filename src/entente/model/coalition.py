"""A coalition as its file tells it: names, members, sizes, groups, meetings, lines of effort, crises."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

__all__ = ["Coalition", "Convening", "Crisis", "Named", "Numbered", "Participant"]

Names = Mapping[str, tuple[str, ...]]  # by language (ISO 639-1)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that statements name: an actor, a group or a line of effort; `kind` as in an actor's mention."""

    id: str
    kind: str
    names: Names


@dataclass(frozen=True, slots=True)
class Participant:
    """A member or a delegation: `member` is an actor id, `kind` state, organisation or observer; `until` is the first
    day outside."""

    member: str
    kind: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Numbered:
    """How many members it was said to have, from `day` to `last` (model/facts.py, Size)."""

    day: date
    last: date
    count: int
    bound: str
    counted: str
    who: str
    url: str


@dataclass(frozen=True, slots=True)
class Convening:
    """A meeting of a group and its delegations."""

    group: str
    level: str
    day: date
    city: str
    place: str
    delegations: tuple[Participant, ...]
    source: str
    licence: str
    url: str


@dataclass(frozen=True, slots=True)
class Crisis:
    """A crisis that the coalition answers: its country, and with `places` those its people fled to.

    `plans` are patterns (RE2) of the names and codes of response plans, by kind: regional (for refugees in the
    neighbouring countries) or inside.
    """

    id: str
    place: str
    places: tuple[str, ...]
    since: date | None
    plans: Mapping[str, str]
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Coalition:
    """All that is known of a coalition. `id` is also the actor id under which statements name it.

    `short` names count only where the document shows that this coalition is meant. `listed` is the day of the list of
    members, where it is one day's list; `source`, `licence` and `url` are the list's.
    """

    id: str
    names: Names
    short: Names
    members: tuple[Participant, ...]
    listed: date | None
    source: str
    licence: str
    url: str
    sizes: tuple[Numbered, ...]
    groups: tuple[Named, ...]
    meetings: tuple[Convening, ...]
    lines: tuple[Named, ...]
    crises: tuple[Crisis, ...]
    actors: tuple[Named, ...]
