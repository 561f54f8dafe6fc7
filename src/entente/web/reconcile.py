"""The Reconciliation Service API, version 0.2 (W3C Entity Reconciliation Community Group, 10 April 2023).

OpenRefine and others match the rows of a table with it. A candidate is called a match only where it alone has the name
word for word and nothing refutes it: what a client accepts by itself, no person has seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from entente import __version__
from entente.model.listing import Listing
from entente.model.match import Change, Match, Side
from entente.web.bodies import CUTOFF, KeyQuery
from entente.web.candidates import (
    Asked,
    Candidate,
    Cell,
    Extended,
    Extending,
    Feature,
    Manifest,
    Path,
    Prefix,
    Preview,
    Property,
    Proposed,
    Proposing,
    Query,
    Result,
    Security,
    Suggesting,
    Suggestion,
    Suggestions,
    Type,
    View,
    Wanted,
)
from entente.web.catalogue import Dataset
from entente.web.entities import LABELS, SCHEMATA, Example, asked, entity, properties_of
from entente.web.matching import explanations, matched
from entente.web.operations import FORM, HTML, Call, Operation
from entente.web.preview import preview
from entente.web.problems import Problem
from entente.web.yente import dataset_of

__all__ = ["OPERATIONS"]

SCHEMA_SPACE = "https://www.opensanctions.org/reference/#schema"  # the types and properties are theirs
SIZE = (430, 300)  # pixels of a preview
MOST = 25  # candidates, and suggestions
CANDIDATES = 10  # where a query does not say how many
EXACT = 100.0
T = TypeVar("T")


def manifest(call: Call, dataset: Dataset) -> Manifest:
    """What the service offers; a key in the address asked goes on into those to which clients can add none."""
    root = str(call.request.base_url)
    own = f"{root}reconcile/{dataset.name}"
    key = f"?api_key={given}" if (given := call.request.query_params.get("api_key")) and call.caller else ""
    page = f"{own}/preview/{{{{id}}}}{key}"
    return Manifest(
        versions=["0.2"],
        name=f"Entente: {dataset.title}",
        identifierSpace=f"{root}entities/",
        schemaSpace=SCHEMA_SPACE,
        serviceVersion=__version__,
        defaultTypes=[Type(name, words) for name, words in LABELS.items()],
        view=View(page),
        preview=Preview(page, *SIZE),
        suggest=Suggesting(*(Path(own, f"/suggest/{what}{key}") for what in ("entity", "property", "type"))),
        extend=Extending(Path(own, f"/extend{key}")),
        batchSize=call.service.limits.queries,
        authentication=Security() if call.service.keys.digests else None,
    )


async def ask(call: Call) -> Any:
    """The manifest to whoever asks nothing; else as for POST."""
    if not (call.query.queries or call.query.extend):
        return manifest(call, dataset_of(call))
    call.admit()
    return await answered(call, call.query)


async def post(call: Call) -> Any:
    """The candidates of each query, or the properties of entities."""
    return await answered(call, call.body)


async def answered(call: Call, asking: Asked) -> Any:
    """What a batch of queries, or a data extension query, is answered."""
    dataset = dataset_of(call)
    if asking.queries:
        return await candidates(call, dataset, _json(asking.queries, dict[str, Query]))
    if asking.extend:
        return extended(call, _json(asking.extend, Wanted))
    raise Problem("no-query")


def _json(text: str, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.DecodeError, RecursionError) as trouble:
        raise Problem("bad-request", trouble=trouble) from None


async def candidates(call: Call, dataset: Dataset, queries: Mapping[str, Query]) -> dict[str, Result]:
    """The candidates of each query."""
    known = {key: one for key, query in queries.items() if (one := _by_id(call, dataset, query))}
    examples = {key: _example(query) for key, query in queries.items() if key not in known}
    found = {}
    if examples or not known:
        found = await matched(call.service, dataset, examples, cutoff=CUTOFF, most=MOST)
    told = {}
    for key, query in queries.items():
        if key in known:
            told[key] = Result([_candidate(known[key], EXACT, match=True)])
        else:
            most = query.limit or CANDIDATES
            told[key] = Result(
                [_scored(dataset, one, found[key], call.lang) for one in found[key][:most]],
            )
    return told


def _by_id(call: Call, dataset: Dataset, query: Query) -> Listing | None:
    """The listing whose id a query has instead of a name."""
    listing = call.catalogue.register.get(query.query.strip()) if query.query else None
    return listing if listing and listing.list in dataset.lists else None


def _example(query: Query) -> Example:
    given: dict[str, list[str | None]] = {"name": [query.query]}
    for one in query.properties:
        values = one.v if isinstance(one.v, list) else [one.v]
        given.setdefault(one.pid, []).extend(_text(value) for value in values)
    types = [query.type] if isinstance(query.type, str) else query.type or []
    names = [one if isinstance(one, str) else one.id for one in types]
    return asked(Example(names[0] if len(names) == 1 else "Thing", dict(given)))


def _text(value: Any) -> str:
    """A property value as a text; of an entity its name, else its id."""
    if isinstance(value, dict):
        value = value.get("name") or value.get("id")
    return "" if value is None else str(value)


def _scored(dataset: Dataset, match: Match, rivals: Iterable[Match], lang: str) -> Candidate:
    alone = [one for one in rivals if _exact(one)] == [match]
    features = [Feature(name, told.score) for name, told in explanations(match, lang).items()]
    return _candidate(match.listing, round(100 * dataset.told(match.score), 1), match=alone, features=features)


def _exact(match: Match) -> bool:
    """Whether a listed name is the one asked about, word for word, and nothing speaks against it."""
    same = bool(match.parts) and all(part.change is Change.SAME for part in match.parts)
    return same and not any(reason.side is Side.REFUTES for reason in match.reasons)


def _candidate(listing: Listing, score: float, *, match: bool, features: Iterable[Feature] = ()) -> Candidate:
    told = entity(listing)
    schema = told["schema_"]
    kind = [Type(schema, LABELS[schema])]
    return Candidate(listing.id, told["caption"], _description(listing), kind, score, match, list(features))


def _description(listing: Listing) -> str:
    births = (birth.text for birth in listing.birth_dates)
    return ", ".join(
        filter(None, (LABELS[SCHEMATA[listing.kind]], *births, *listing.nationalities, *listing.programmes))
    )


def extended(call: Call, wanted: Wanted) -> Extended:
    """The values of properties of entities; nothing for an id that there is not."""
    if len(wanted.ids) > call.service.limits.queries:
        raise Problem("too-many", count=len(wanted.ids), most=call.service.limits.queries)
    known = properties_of("Thing")
    names = [one.id for one in wanted.properties if one.id in known]
    rows = {}
    for id in wanted.ids:
        listing = call.catalogue.register.get(id)
        given = entity(listing)["properties"] if listing else {}
        rows[id] = {name: [Cell(value) for value in given.get(name, ())] for name in names}
    return Extended([Property(name, known[name]) for name in names], rows)


async def suggest_entity(call: Call) -> Suggestions:
    """Listings with a name whose words begin as what was typed, or of that id."""
    dataset, register = dataset_of(call), call.catalogue.register
    if len(call.query.prefix) > call.service.limits.name:
        raise Problem("too-long", count=len(call.query.prefix), most=call.service.limits.name)
    mask = register.kept(SCHEMATA, dataset.lists, ())
    found = [number for number in register.find(call.query.prefix).tolist() if mask[number]]
    page = [register.index.listing(number) for number in found[call.query.cursor : call.query.cursor + MOST]]
    return Suggestions([_suggested(one) for one in page])


def _suggested(listing: Listing) -> Suggestion:
    one = _candidate(listing, EXACT, match=False)
    return Suggestion(one.id, one.name, one.description, one.type)


def _suggest(named: Callable[[], Mapping[str, str]]) -> Callable[[Call], Any]:
    """An operation that suggests of what has names those that begin as what was typed."""

    async def suggest(call: Call) -> Suggestions:
        dataset_of(call)
        typed = call.query.prefix.strip().lower()
        found = [(id, name) for id, name in named().items() if id.lower().startswith(typed) or typed in name.lower()]
        page = found[call.query.cursor : call.query.cursor + MOST]
        return Suggestions([Suggestion(id, name, id) for id, name in page])

    return suggest


async def propose(call: Call) -> Proposed:
    """The properties that entities of a type may have."""
    dataset_of(call)
    kind, limit = call.query.type, call.query.limit
    told = [Property(id, name) for id, name in properties_of(kind).items()]
    return Proposed(kind, told[:limit], limit)


ROOT = "/reconcile/{dataset}"
ASKING = ("no-query", "no-name", "no-schema", "too-many", "too-varied", "too-long", "no-dataset")
OPERATIONS = (
    Operation(
        method="GET",
        path=ROOT,
        name="reconcile",
        summary="The manifest; or queries, as for POST",
        handler=ask,
        query=Asked,
        answer=(Manifest, dict[str, Result], Extended),
        admits=True,
        problems=(*ASKING, "no-key"),
    ),
    Operation(
        method="POST",
        path=ROOT,
        name="reconcileForm",
        summary="Candidates for each of a batch of queries, or properties of entities",
        handler=post,
        body=Asked,
        takes=FORM,
        answer=(dict[str, Result], Extended),
        problems=ASKING,
    ),
    Operation(
        method="GET",
        path=f"{ROOT}/suggest/entity",
        name="suggestEntity",
        summary="Listings, as one types",
        handler=suggest_entity,
        query=Prefix,
        answer=Suggestions,
        problems=("too-long", "no-dataset"),
    ),
    Operation(
        method="GET",
        path=f"{ROOT}/suggest/property",
        name="suggestProperty",
        summary="Properties, as one types",
        handler=_suggest(lambda: properties_of("Thing")),
        query=Prefix,
        answer=Suggestions,
        problems=("no-dataset",),
    ),
    Operation(
        method="GET",
        path=f"{ROOT}/suggest/type",
        name="suggestType",
        summary="Types, as one types",
        handler=_suggest(lambda: LABELS),
        query=Prefix,
        answer=Suggestions,
        problems=("no-dataset",),
    ),
    Operation(
        method="GET",
        path=f"{ROOT}/extend",
        name="propose",
        summary="The properties that entities of a type may have",
        handler=propose,
        query=Proposing,
        answer=Proposed,
        problems=("no-schema", "no-dataset"),
    ),
    Operation(
        method="GET",
        path=f"{ROOT}/preview/{{id}}",
        name="preview",
        summary="A small page of a listing",
        handler=preview,
        query=KeyQuery,
        answer=str,
        media=HTML,
        problems=("no-entity", "no-dataset"),
    ),
)
