"""How the service is: its data sets, its algorithm, whether it is up and ready; and its lists loaded anew."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

import msgspec
from starlette.responses import Response

from entente.web.bodies import ALGORITHM, KeyQuery
from entente.web.catalogue import ALL, Dataset
from entente.web.operations import Call, Operation
from entente.web.problems import Problem
from entente.web.yente import matcher

__all__ = ["OPERATIONS"]


class Status(msgspec.Struct, frozen=True):
    """All is well."""

    status: str = "ok"


class Publisher(msgspec.Struct, frozen=True):
    """Who publishes a list, as the list's file tells."""

    name: str
    url: str | None = None
    official: bool | None = None


class DatasetTold(msgspec.Struct, frozen=True):
    """A data set: what it holds, and of which day."""

    name: str
    title: str
    summary: str
    entity_count: int
    thing_count: int
    version: str
    index_version: str
    children: list[str]
    publisher: Publisher | None = None
    url: str | None = None
    updated_at: datetime | None = None
    category: str = "sanctions"
    load: bool = True
    index_current: bool = True


class CatalogueTold(msgspec.Struct, frozen=True):
    """All data sets: each is current, since an index is made of the lists in hand."""

    datasets: list[DatasetTold]
    current: list[str]
    outdated: list[str] = []
    index_stale: bool = False


class Algorithm(msgspec.Struct, frozen=True):
    """A way to match, and what its features mean."""

    name: str
    description: str
    docs: dict[str, dict[str, str]]
    features: dict[str, dict[str, str]]


class AlgorithmsTold(msgspec.Struct, frozen=True):
    """The one algorithm that there is."""

    algorithms: list[Algorithm]
    default: str = ALGORITHM
    best: str = ALGORITHM


class UpdateQuery(msgspec.Struct, frozen=True):
    """With `sync` the answer comes once the lists are loaded; `token` is a key, where no header tells it."""

    sync: bool = False
    token: str = ""
    api_key: str = ""


async def healthz(_: Call) -> Status:
    """The service is up."""
    return Status()


async def readyz(call: Call) -> Status:
    """The lists are loaded. Raises `Problem` where they are not."""
    if call.service.keeper.current is None:
        raise Problem("not-ready")
    return Status()


async def catalogue(call: Call) -> Any:
    """The data sets; the same edition is not told twice to a client that says it has it (RFC 9110, section 13.1.2)."""
    tag = f'"{call.catalogue.edition}"'
    call.headers["ETag"] = tag
    if call.request.headers.get("if-none-match") == tag:
        return Response(status_code=304)
    told = [_told(one, call.catalogue.edition) for one in call.catalogue.datasets.values()]
    return CatalogueTold(told, list(call.catalogue.datasets))


def _told(dataset: Dataset, edition: str) -> DatasetTold:
    count, day = len(dataset), dataset.day
    return DatasetTold(
        name=dataset.name,
        title=dataset.title,
        summary=f"0.70 is the score that one innocent name in a hundred reaches; {dataset.alarm:.3f} by entente screen",
        entity_count=count,
        thing_count=count,
        version=edition,
        index_version=edition,
        children=list(dataset.lists) if dataset.name == ALL else [],
        publisher=Publisher(dataset.publisher, dataset.home or None) if dataset.publisher else None,
        url=dataset.home or None,
        updated_at=datetime.combine(day, time(), UTC) if day else None,
    )


async def algorithms(_: Call) -> AlgorithmsTold:
    """The one algorithm: words aligned, weighed by how rare they are, with the facts beside them."""
    words = "words aligned and weighed by their rarity, with birth date, nationality and identifiers beside them"
    return AlgorithmsTold([Algorithm(ALGORITHM, words, matcher(), matcher())])


async def update(call: Call) -> Status:
    """Load the lists anew where they are others; with a key only."""
    keys = call.service.keys
    if not keys.digests:
        raise Problem("not-allowed")
    if not (call.caller or keys.label("", call.query.token)):
        raise Problem("no-key")
    if call.query.sync:
        await call.service.keeper.try_refresh()
    else:
        call.service.keeper.soon()
    return Status()


OPERATIONS = (
    Operation(
        method="GET",
        path="/healthz",
        name="healthz",
        summary="Whether the service is up",
        handler=healthz,
        answer=Status,
        admits=True,
    ),
    Operation(
        method="GET",
        path="/readyz",
        name="readyz",
        summary="Whether the lists are loaded",
        handler=readyz,
        answer=Status,
        admits=True,
    ),
    Operation(
        method="GET",
        path="/catalog",
        name="catalogue",
        summary="The data sets: each list, and all of them as default",
        handler=catalogue,
        query=KeyQuery,
        answer=CatalogueTold,
    ),
    Operation(
        method="GET",
        path="/datasets",
        name="datasets",
        summary="The same as /catalog",
        handler=catalogue,
        query=KeyQuery,
        answer=CatalogueTold,
    ),
    Operation(
        method="GET",
        path="/algorithms",
        name="algorithms",
        summary="The algorithm, and what its features mean",
        handler=algorithms,
        query=KeyQuery,
        answer=AlgorithmsTold,
    ),
    Operation(
        method="POST",
        path="/updatez",
        name="update",
        summary="Load the lists anew where they are others",
        handler=update,
        query=UpdateQuery,
        answer=Status,
        problems=("not-allowed", "no-key"),
        admits=True,
    ),
)
