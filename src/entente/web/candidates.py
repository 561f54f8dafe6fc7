"""What the Reconciliation Service API 0.2 takes and gives, as types (its sections 2 to 7)."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from entente.web.entities import Schema

__all__ = [
    "Asked",
    "Candidate",
    "Cell",
    "Extended",
    "Extending",
    "Feature",
    "Given",
    "Manifest",
    "Path",
    "Prefix",
    "Preview",
    "Property",
    "Proposed",
    "Proposing",
    "Query",
    "Result",
    "Security",
    "Suggesting",
    "Suggestion",
    "Suggestions",
    "Type",
    "View",
    "Wanted",
]


class Type(msgspec.Struct, frozen=True):
    """A kind of entity."""

    id: str
    name: str = ""


class Property(msgspec.Struct, frozen=True):
    """A property of entities."""

    id: str
    name: str


class Given(msgspec.Struct, frozen=True):
    """What a query tells beside the name: a property and its value or values."""

    pid: str
    v: Any


class Query(msgspec.Struct, frozen=True):
    """One query: a name, or properties with one; `type_strict` has no meaning that anybody agreed on."""

    query: str | None = None
    type: str | list[str | Type] | None = None
    limit: Annotated[int, msgspec.Meta(ge=1)] | None = None
    properties: list[Given] = []


class Wanted(msgspec.Struct, frozen=True):
    """Which properties of which entities to tell."""

    ids: list[str]
    properties: list[Type]


class Asked(msgspec.Struct, frozen=True):
    """Queries by keys of the client's own, or a data extension query, as JSON; the manifest where there is none."""

    queries: str = ""
    extend: str = ""
    api_key: str = ""


class Path(msgspec.Struct, frozen=True):
    """The address of a service, in two parts."""

    service_url: str
    service_path: str


class Suggesting(msgspec.Struct, frozen=True):
    """The suggest services."""

    entity: Path
    property: Path
    type: Path


class Extending(msgspec.Struct, frozen=True):
    """The data extension service."""

    propose_properties: Path
    property_settings: list[str] = []


class Preview(msgspec.Struct, frozen=True):
    """The preview service, and the size of its page in pixels."""

    url: str
    width: int
    height: int


class View(msgspec.Struct, frozen=True):
    """The address of an entity."""

    url: str


class Security(msgspec.Struct, frozen=True, rename={"where": "in"}):
    """How a key is told: a security scheme of OpenAPI 3."""

    type: str = "apiKey"
    name: str = "api_key"
    where: str = "query"


class Manifest(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the service offers."""

    versions: list[str]
    name: str
    identifierSpace: str
    schemaSpace: str
    serviceVersion: str
    defaultTypes: list[Type]
    view: View
    preview: Preview
    suggest: Suggesting
    extend: Extending
    batchSize: int
    authentication: Security | None = None


class Feature(msgspec.Struct, frozen=True):
    """One reason of a candidate, in bits for or against it."""

    id: str
    value: float


class Candidate(msgspec.Struct, frozen=True):
    """An entity that a query may mean; the score is of a hundred."""

    id: str
    name: str
    description: str
    type: list[Type]
    score: float
    match: bool
    features: list[Feature] = []


class Result(msgspec.Struct, frozen=True):
    """The candidates of a query, best first."""

    result: list[Candidate]


class Cell(msgspec.Struct, frozen=True, rename={"text": "str"}):
    """A value of a property."""

    text: str


class Extended(msgspec.Struct, frozen=True):
    """The properties asked for, and their values by entity and property."""

    meta: list[Property]
    rows: dict[str, dict[str, list[Cell]]]


class Prefix(msgspec.Struct, frozen=True):
    """What was typed, and how many suggestions to pass over."""

    prefix: str
    cursor: Annotated[int, msgspec.Meta(ge=0)] = 0
    api_key: str = ""


class Suggestion(msgspec.Struct, frozen=True):
    """An entity, property or type that may be meant."""

    id: str
    name: str
    description: str
    notable: list[Type] = []


class Suggestions(msgspec.Struct, frozen=True):
    """What may be meant."""

    result: list[Suggestion]


class Proposing(msgspec.Struct, frozen=True):
    """The type whose properties are wanted."""

    type: Schema = "Thing"
    limit: Annotated[int, msgspec.Meta(ge=0)] = 100
    api_key: str = ""


class Proposed(msgspec.Struct, frozen=True):
    """The properties that entities of a type may have."""

    type: str
    properties: list[Property]
    limit: int
