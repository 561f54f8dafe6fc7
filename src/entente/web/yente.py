"""The API of OpenSanctions' yente, as its published clients speak it: match, search, entities."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from entente.model.listing import Kind, Listing
from entente.web.bodies import (
    ALGORITHMS,
    CUTOFF,
    EntityQuery,
    Facet,
    FacetItem,
    MatchAnswer,
    MatchBody,
    Matches,
    MatchQuery,
    Neighbours,
    Page,
    PageQuery,
    SearchAnswer,
    SearchQuery,
    Total,
)
from entente.web.catalogue import ALL, Catalogue, Dataset
from entente.web.entities import KINDS, LABELS, SCHEMATA, Entity, Example, asked, entity
from entente.web.matching import FEATURES, matched, scored, seen
from entente.web.operations import Call, Operation
from entente.web.problems import Problem

__all__ = ["OPERATIONS", "dataset_of", "listing_of", "matcher"]

MOST = 25  # matches of a name that filters may choose among
TOPIC = "sanction"  # what all that is listed is


def matcher() -> dict[str, dict[str, str]]:
    """What the features mean."""
    return {name: {"description": words} for name, words in FEATURES.items()}


def dataset_of(call: Call) -> Dataset:
    """The data set in the path. Raises `Problem` where there is none."""
    catalogue, name = call.catalogue, call.request.path_params["dataset"]
    if name not in catalogue.datasets:
        raise Problem("no-dataset", name=name, names=", ".join(catalogue.datasets))
    return catalogue.datasets[name]


def refuse(query: Any, *names: str) -> None:
    """Raise `Problem` where one of these is asked for, which we cannot do: a filter passed over would be a lie."""
    for name in names:
        if getattr(query, name):
            raise Problem("not-supported", name=name)


def permitted(dataset: Dataset, include: Collection[str], exclude: Collection[str]) -> frozenset[str]:
    """The lists of a data set that filters leave."""
    chosen = set(dataset.lists) if not include or ALL in include else set(dataset.lists) & set(include)
    return frozenset(chosen - set(exclude))


async def match(call: Call) -> MatchAnswer:
    """Screen each query of a batch."""
    dataset, query, body = dataset_of(call), call.query, call.body
    refuse(query, "changed_since")
    refuse(body, "weights", "config")
    if query.algorithm not in ALGORITHMS:
        raise Problem("no-algorithm", name=query.algorithm, names=", ".join(ALGORITHMS))
    wanted = sieve(dataset, query)
    examples = {key: asked(example) for key, example in body.queries.items() if example}
    cutoff = min(query.cutoff, query.threshold)
    found = await matched(call.service, dataset, examples, cutoff=cutoff, most=max(query.limit, MOST))
    answers = {}
    for key, matches in found.items():
        kept = [one for one in matches if wanted(one.listing)]
        results = [scored(dataset, one, query.threshold, call.catalogue, call.lang) for one in kept[: query.limit]]
        answers[key] = Matches(results, Total(len(kept)), examples[key])
    call.headers["X-Batch-Size"] = str(len(answers))
    return MatchAnswer(answers, matcher(), query.limit)


def sieve(dataset: Dataset, query: MatchQuery) -> Callable[[Listing], bool]:
    """Whether the filters of a query leave a listing."""
    lists = permitted(dataset, query.include_dataset, query.exclude_dataset)
    kinds = set(Kind) - {kind for name in query.exclude_schema for kind in _kinds(name)}
    if query.topics and TOPIC not in query.topics:
        kinds = set()
    gone = frozenset(query.exclude_entity_ids)
    return lambda one: one.list in lists and one.kind in kinds and one.id not in gone


def _kinds(schema: str) -> Collection[str]:
    """The kinds that a schema holds. Raises `Problem` for one that is none of ours."""
    if schema not in KINDS:
        raise Problem("no-schema", name=schema, names=", ".join(KINDS))
    if schema == "LegalEntity":
        return (Kind.PERSON, Kind.ORGANISATION)
    return (KINDS[schema],) if KINDS[schema] else tuple(Kind)


async def search(call: Call) -> SearchAnswer:
    """Find listings by the words of their names."""
    dataset, query, catalogue = dataset_of(call), call.query, call.catalogue
    refuse(query, "changed_since", "filter", "sort")
    if len(query.q) > call.service.limits.name:
        raise Problem("too-long", count=len(query.q), most=call.service.limits.name)
    register, numbers = catalogue.register, catalogue.register.find(query.q).tolist()
    if query.fuzzy and query.q.strip():
        numbers = list(dict.fromkeys(numbers + await _alike(call, dataset, query.q)))
    kinds = set(_kinds(query.schema_)) - {kind for name in query.exclude_schema for kind in _kinds(name)}
    lists = permitted(dataset, [*query.datasets, *query.include_dataset], query.exclude_dataset)
    mask = register.kept(kinds, lists, {land.lower() for land in query.countries})
    if (query.topics and TOPIC not in query.topics) or not query.target:
        mask[:] = False
    kept = [number for number in numbers if mask[number]]
    page = [register.index.listing(number) for number in kept[query.offset : query.offset + query.limit]]
    return SearchAnswer(
        results=[Entity(**entity(one, seen(catalogue, one))) for one in page],
        facets=facets(catalogue, kept, query.facets or ["countries", "topics", "datasets"]),
        total=Total(len(kept)),
        limit=query.limit,
        offset=query.offset,
    )


async def _alike(call: Call, dataset: Dataset, text: str) -> list[int]:
    """The numbers of listings whose names resemble a text."""
    example = asked(Example("Thing", {"name": text}))
    found = await matched(call.service, dataset, {"q": example}, cutoff=CUTOFF, most=MOST)
    return [call.catalogue.register.numbers[one.listing.id] for one in found["q"]]


def facets(catalogue: Catalogue, numbers: Sequence[int], names: Collection[str]) -> dict[str, Facet]:
    """Facets of what was found, those of them that are ours."""
    counts = catalogue.register.counts(numbers)
    titles = {name: dataset.title for name, dataset in catalogue.datasets.items()}
    kinds = {SCHEMATA[kind]: count for kind, count in counts["kinds"].items()}
    told = {
        "countries": Facet("Countries", [FacetItem(land, land.upper(), n) for land, n in counts["countries"].items()]),
        "topics": Facet("Topics", [FacetItem(TOPIC, "Sanctioned", len(numbers))] if numbers else []),
        "datasets": Facet("Data sets", [FacetItem(name, titles[name], n) for name, n in counts["datasets"].items()]),
        "schema": Facet("Kinds", [FacetItem(name, LABELS[name], n) for name, n in kinds.items()]),
    }
    return {name: facet for name, facet in told.items() if name in names}


def listing_of(call: Call) -> Listing:
    """The listing in the path. Raises `Problem` where there is none."""
    id = call.request.path_params["id"]
    listing = call.catalogue.register.get(id)
    if listing is None:
        raise Problem("no-entity", name=id)
    return listing


async def fetch(call: Call) -> Entity:
    """One listing."""
    listing = listing_of(call)
    return Entity(**entity(listing, seen(call.catalogue, listing)))


async def adjacent(call: Call) -> Neighbours:
    """A listing and its neighbours: none."""
    return Neighbours(await fetch(call), {})


async def adjacent_by(call: Call) -> Page:
    """The neighbours of a listing by one property: none."""
    listing_of(call)
    return Page(call.query.limit, call.query.offset)


OPERATIONS = (
    Operation(
        method="POST",
        path="/match/{dataset}",
        name="match",
        summary="Screen names, with what is known beside them, against a data set",
        handler=match,
        query=MatchQuery,
        body=MatchBody,
        answer=MatchAnswer,
        problems=(
            "no-query",
            "no-name",
            "no-schema",
            "no-algorithm",
            "not-supported",
            "too-many",
            "too-varied",
            "too-long",
            "no-dataset",
        ),
    ),
    Operation(
        method="GET",
        path="/search/{dataset}",
        name="search",
        summary="Find listings by words of their names",
        handler=search,
        query=SearchQuery,
        answer=SearchAnswer,
        problems=("no-schema", "not-supported", "too-long", "no-dataset"),
    ),
    Operation(
        method="GET",
        path="/entities/{id}",
        name="fetch",
        summary="One listing by its id",
        handler=fetch,
        query=EntityQuery,
        answer=Entity,
        problems=("no-entity",),
    ),
    Operation(
        method="GET",
        path="/entities/{id}/adjacent",
        name="adjacent",
        summary="A listing and its neighbours, of which the lists tell none",
        handler=adjacent,
        query=PageQuery,
        answer=Neighbours,
        problems=("no-entity",),
    ),
    Operation(
        method="GET",
        path="/entities/{id}/adjacent/{property}",
        name="adjacentBy",
        summary="The neighbours of a listing by one property, of which the lists tell none",
        handler=adjacent_by,
        query=PageQuery,
        answer=Page,
        problems=("no-entity",),
    ),
)
