"""JSON schemas (draft 2020-12) of what a reconciliation service answers, written from the text of the specification.

Reconciliation Service API 0.2, final report of the W3C Entity Reconciliation Community Group, 10 April 2023: each
schema names the section that it says again.
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
ADDRESS = {"type": "string", "pattern": "^https?://"}
WITH_ID = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}


def thing(needed: dict[str, Any], more: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": needed | (more or {}), "required": list(needed)}


def several(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


TYPE = thing({"id": TEXT, "name": TEXT}, {"broader": {"type": "array"}})  # 2.2
PROPERTY = thing({"id": TEXT, "name": TEXT})  # 2.3
PATH = thing({"service_url": ADDRESS, "service_path": {"type": "string"}})  # 6.1 and 7.1
MANIFEST = thing(  # 3.1
    {"name": TEXT, "identifierSpace": ADDRESS, "schemaSpace": ADDRESS, "versions": several({"enum": ["0.1", "0.2"]})},
    {
        "defaultTypes": several(TYPE),
        "documentation": ADDRESS,
        "logo": ADDRESS,
        "serviceVersion": {"type": "string"},
        "view": thing({"url": WITH_ID}),
        "feature_view": thing({"url": WITH_ID}),
        "preview": thing({"url": WITH_ID, "width": {"type": "integer"}, "height": {"type": "integer"}}),  # 5.1
        "suggest": {"type": "object", "properties": {"entity": PATH, "property": PATH, "type": PATH}},
        "extend": thing({}, {"propose_properties": PATH, "property_settings": {"type": "array"}}),
        "batchSize": {"type": "integer", "minimum": 1},
        "authentication": thing({"type": {"enum": ["apiKey", "http", "oauth2", "openIdConnect"]}}),
    },
) | {"additionalProperties": False}
FEATURE = thing({"id": TEXT, "value": {"type": ["number", "boolean"]}})
CANDIDATE = thing(  # 4.2
    {"id": TEXT, "name": TEXT, "type": several(TYPE), "score": {"type": "number"}, "match": {"type": "boolean"}},
    {"description": {"type": "string"}, "features": several(FEATURE)},
)
RESULTS = {"type": "object", "additionalProperties": thing({"result": several(CANDIDATE)})}  # 4.2
SUGGESTIONS = thing(  # 6.3
    {
        "result": several(
            thing({"id": TEXT, "name": TEXT}, {"description": {"type": "string"}, "notable": several(TYPE)})
        )
    }
)
PROPOSED = thing({"type": TEXT, "properties": several(PROPERTY)}, {"limit": {"type": "integer"}})  # 7.2
VALUE = {
    "type": "object",
    "minProperties": 1,
    "properties": {"str": {"type": "string"}, "id": TEXT, "float": {"type": "number"}},
    "additionalProperties": False,
}
EXTENDED = thing(  # 7.4
    {
        "meta": several(PROPERTY),
        "rows": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": several(VALUE)},
        },
    }
)
