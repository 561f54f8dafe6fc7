"""Coalition files: TOML, one coalition each (docs/howto/add-a-coalition.md)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from entente.errors import Unreadable
from entente.feeds.days import span_of_days
from entente.model.coalition import Coalition, Convening, Crisis, Named, Names, Numbered, Participant
from entente.model.facts import Meeting, Member, Size

__all__ = ["coalition", "facts_of"]

KINDS = {"states": "state", "organisations": "organisation", "observers": "observer"}


def coalition(text: str, where: str) -> Coalition:
    """A coalition from its file's text; `where` names the file in faults. Raises `Unreadable`."""
    try:
        return assemble(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValueError, TypeError, AttributeError) as error:
        raise Unreadable(where, "not a coalition file: {why}", why=error) from error
    except KeyError as error:
        hint = "see docs/howto/add-a-coalition.md"
        raise Unreadable(where, "no field {field}", hint=hint, field=error.args[0]) from error


def assemble(file: Mapping[str, Any]) -> Coalition:
    """A coalition from the tables of its file."""
    members = file["members"]
    return Coalition(
        id=file["id"],
        names=names(file["names"]),
        short=names(file.get("short", {})),
        members=(*participants(members), *(one for era in members.get("dated", ()) for one in participants(era))),
        listed=members.get("listed"),
        source=members["source"],
        licence=members["licence"],
        url=members["url"],
        sizes=tuple(numbered(size) for size in file.get("sizes", ())),
        groups=tuple(Named(group["id"], "organisation", names(group["names"])) for group in file.get("groups", ())),
        meetings=tuple(convening(meeting) for meeting in file.get("meetings", ())),
        lines=tuple(Named(line["id"], "line", names(line["names"])) for line in file.get("lines", ())),
        crises=tuple(crisis(one) for one in file.get("crises", ())),
        actors=tuple(Named(actor["id"], actor["kind"], names(actor["names"])) for actor in file.get("actors", ())),
    )


def names(table: Mapping[str, list[str]]) -> Names:
    """Names by language."""
    return {language: tuple(forms) for language, forms in table.items()}


def participants(table: Mapping[str, Any]) -> Iterator[Participant]:
    """The members or delegations of one table, by kind."""
    for field, kind in KINDS.items():
        for member in table.get(field, ()):
            yield Participant(member, kind, table.get("since"), table.get("until"))


def numbered(table: Mapping[str, Any]) -> Numbered:
    """One figure of the number of members."""
    day, last = span_of_days(table["day"])
    return Numbered(day, last, table["count"], table["bound"], table["counted"], table["who"], table["url"])


def convening(table: Mapping[str, Any]) -> Convening:
    """One meeting."""
    told = {field: table[field] for field in ("group", "level", "day", "city", "place", "source", "licence", "url")}
    return Convening(**told, delegations=tuple(participants(table)))


def crisis(table: Mapping[str, Any]) -> Crisis:
    """One crisis."""
    return Crisis(
        id=table["id"],
        place=table["place"],
        places=tuple(table["places"]),
        since=table.get("since"),
        plans=dict(table.get("plans", {})),
        names=names(table["names"]),
    )


def facts_of(known: Coalition, origin: Mapping[str, Any]) -> Iterator[Member | Size | Meeting]:
    """A coalition as rows of facts; the list of members and each meeting name their own edition and licence."""
    own = {**origin, "edition": known.source, "licence": known.licence}
    for number, one in enumerate(known.members, start=1):
        yield Member(
            **own,
            row=f"member {number}",
            coalition=known.id,
            member=one.member,
            kind=one.kind,
            since=one.since,
            until=one.until,
            listed=known.listed,
        )
    for number, size in enumerate(known.sizes, start=1):
        yield Size(
            **{**origin, "edition": size.who, "licence": known.licence},
            row=f"size {number}",
            coalition=known.id,
            day=size.day,
            last=size.last,
            count=size.count,
            bound=size.bound,
            counted=size.counted,
            who=size.who,
            url=size.url,
        )
    for met in known.meetings:
        for number, one in enumerate(met.delegations, start=1):
            yield Meeting(
                **{**origin, "edition": met.source, "licence": met.licence},
                row=f"{met.day} delegation {number}",
                coalition=known.id,
                body=met.group,
                day=met.day,
                city=met.city,
                place=met.place,
                member=one.member,
                kind=one.kind,
            )
