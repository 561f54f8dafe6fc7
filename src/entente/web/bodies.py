"""What yente's API takes and gives, as types: requests are held to them, and the OpenAPI document is made from them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec

from entente.web.catalogue import MATCH
from entente.web.entities import Entity, Example, Schema

__all__ = [
    "ALGORITHM",
    "ALGORITHMS",
    "CUTOFF",
    "EntityQuery",
    "Facet",
    "FacetItem",
    "Feature",
    "KeyQuery",
    "MatchAnswer",
    "MatchBody",
    "MatchQuery",
    "Matches",
    "Neighbours",
    "Page",
    "PageQuery",
    "Scored",
    "SearchAnswer",
    "SearchQuery",
    "Total",
]

ALGORITHM = "entente"
ALGORITHMS = (ALGORITHM, "best")
CUTOFF = 0.5  # on the field's scale: the score below which nothing is answered

Limit = Annotated[int, msgspec.Meta(ge=0, le=500)]
Offset = Annotated[int, msgspec.Meta(ge=0, le=9500)]
Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
# What the field's clients may send, and only empty here: what is asked for in vain is refused, and never passed over.
Unsaid = Annotated[str, msgspec.Meta(extra_json_schema={"maxLength": 0})]
Unlisted = Annotated[list[str], msgspec.Meta(extra_json_schema={"maxItems": 0})]
Unmapped = Annotated[dict[str, Any], msgspec.Meta(extra_json_schema={"maxProperties": 0})]


class Total(msgspec.Struct, frozen=True):
    """How many there are."""

    value: int
    relation: Literal["eq", "gte"] = "eq"


class Feature(msgspec.Struct, frozen=True):
    """One reason of a match: in bits for or against it, in words, and what was compared with what."""

    score: float
    detail: str
    query: str | None = None
    candidate: str | None = None
    weight: float | None = None


class Scored(Entity, frozen=True, kw_only=True):
    """An entity that resembles a query; `features` are the scores of its explanations."""

    score: float
    match: bool
    features: dict[str, float]
    explanations: dict[str, Feature]


class MatchQuery(msgspec.Struct, frozen=True):
    """How to match; what is set aside by a filter is not counted."""

    limit: Limit = 5
    threshold: Share = MATCH
    cutoff: Share = CUTOFF
    algorithm: Annotated[str, msgspec.Meta(extra_json_schema={"enum": list(ALGORITHMS)})] = ALGORITHM
    include_dataset: list[str] = []
    exclude_dataset: list[str] = []
    exclude_schema: list[Schema] = []
    topics: list[str] = []
    exclude_entity_ids: list[str] = []
    changed_since: Unsaid = ""
    api_key: str = ""


class MatchBody(msgspec.Struct, frozen=True):
    """Queries by keys of the client's own; other weights or configurations than none are refused."""

    queries: dict[str, Example | None]
    weights: Unmapped = {}
    config: Unmapped = {}


class Matches(msgspec.Struct, frozen=True):
    """What resembles one query, and the query as it was understood."""

    results: list[Scored]
    total: Total
    query: Example
    status: int = 200


class MatchAnswer(msgspec.Struct, frozen=True):
    """The matches of each query by its key, and what the features mean."""

    responses: dict[str, Matches]
    matcher: dict[str, dict[str, str]]
    limit: int


class SearchQuery(msgspec.Struct, frozen=True, rename={"schema_": "schema"}):
    """What to search: words that names have, or their beginnings; with `fuzzy` what resembles them too."""

    q: str = ""
    schema_: Schema = "Thing"
    countries: list[str] = []
    topics: list[str] = []
    datasets: list[str] = []
    include_dataset: list[str] = []
    exclude_dataset: list[str] = []
    exclude_schema: list[Schema] = []
    limit: Limit = 10
    offset: Offset = 0
    fuzzy: bool = False
    simple: bool = False
    facets: list[str] = []
    sort: Unlisted = []
    filter: Unlisted = []
    changed_since: Unsaid = ""
    target: bool = True
    api_key: str = ""


class FacetItem(msgspec.Struct, frozen=True):
    """A value of a facet, and how often it is found."""

    name: str
    label: str
    count: int


class Facet(msgspec.Struct, frozen=True):
    """The values of a property among all that was found."""

    label: str
    values: list[FacetItem]


class SearchAnswer(msgspec.Struct, frozen=True):
    """A page of what was found."""

    results: list[Entity]
    facets: dict[str, Facet]
    total: Total
    limit: int
    offset: int


class EntityQuery(msgspec.Struct, frozen=True):
    """Listings have no entities beside them, so that nothing is nested."""

    nested: bool = True
    api_key: str = ""


class PageQuery(msgspec.Struct, frozen=True):
    """A page of neighbours."""

    limit: Limit = 10
    offset: Offset = 0
    sort: list[str] = []
    api_key: str = ""


class Page(msgspec.Struct, frozen=True):
    """A page of neighbours: always empty, since the lists tell of none."""

    limit: int
    offset: int
    results: list[Entity] = []
    total: Total = Total(0)


class Neighbours(msgspec.Struct, frozen=True):
    """An entity and its neighbours by property: none."""

    entity: Entity
    adjacent: dict[str, Page]


class KeyQuery(msgspec.Struct, frozen=True):
    """A key, for clients that can set no header."""

    api_key: str = ""
