"""The OpenAPI 3.1 document of the service, made from its operations and their types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from entente import __version__
from entente.web.operations import HTML, PROBLEM, Operation
from entente.web.problems import PROBLEMS, Told

__all__ = ["document"]

REF = "#/components/schemas/{name}"
ALWAYS = ("bad-request", "no-page", "too-often", "broken", "not-ready", "too-slow")  # what any operation may answer
WITH_KEY = ("no-key",)
WITH_BODY = ("too-large", "too-slow-body")
SECURITY = {
    "header": {"type": "apiKey", "in": "header", "name": "Authorization", "description": "ApiKey KEY, or Bearer KEY"},
    "query": {"type": "apiKey", "in": "query", "name": "api_key"},
}


def document(operations: Sequence[Operation]) -> dict[str, Any]:
    """The document of some operations."""
    types = [kind for one in operations for kind in (one.query, *_types(one.body), *_types(one.answer))]
    schemas, parts = msgspec.json.schema_components([*types, Told], ref_template=REF)
    by_type = {repr(kind): schema for kind, schema in zip([*types, Told], schemas, strict=True)}
    paths: dict[str, dict[str, Any]] = {}
    for one in operations:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, by_type, parts)
    queries = {one.query.__name__ for one in operations}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Entente: screening",
            "version": __version__,
            "summary": "Names against sanctions lists, as yente and the Reconciliation Service API 0.2 do",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {
            "schemas": {name: part for name, part in parts.items() if name not in queries},
            "securitySchemes": SECURITY,
        },
    }


def _types(kind: Any) -> tuple[Any, ...]:
    return kind if isinstance(kind, tuple) else (kind,) if kind is not None else ()


def _operation(one: Operation, by_type: Mapping[str, Any], parts: Mapping[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {
        "operationId": one.name,
        "summary": one.summary,
        "parameters": [*_in_path(one.path), *_in_query(parts[one.query.__name__])],
        "responses": {"200": _good(one, by_type), **_bad(one)},
    }
    if one.body:
        told["requestBody"] = {"required": True, "content": {one.takes: {"schema": by_type[repr(one.body)]}}}
    told["security"] = [{}] if one.admits else [{}, *({name: []} for name in SECURITY)]
    return told


def _in_path(path: str) -> list[dict[str, Any]]:
    names = re.findall(r"\{(\w+)\}", path)
    return [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]


def _in_query(schema: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Parameters as the fields of a type; a key is told under security instead."""
    needed = schema.get("required", ())
    return [
        {"name": name, "in": "query", "required": name in needed, "schema": shape}
        for name, shape in schema["properties"].items()
        if name != "api_key"
    ]


def _good(one: Operation, by_type: Mapping[str, Any]) -> dict[str, Any]:
    shapes = [by_type[repr(kind)] for kind in _types(one.answer)]
    media = one.media.partition(";")[0] if one.media == HTML else one.media
    return {"description": one.summary, "content": {media: {"schema": {"anyOf": shapes} if shapes[1:] else shapes[0]}}}


def _bad(one: Operation) -> dict[str, Any]:
    """The problems that an operation may answer, by status, with the codes that tell them apart."""
    codes = {*ALWAYS, *one.problems} | set(() if one.admits else WITH_KEY) | set(WITH_BODY if one.body else ())
    by_status: dict[int, list[str]] = {}
    for code in PROBLEMS:
        if code in codes:
            by_status.setdefault(PROBLEMS[code].status, []).append(code)
    return {str(status): _refusal(found) for status, found in sorted(by_status.items())}


def _refusal(codes: Iterable[str]) -> dict[str, Any]:
    shape = {"$ref": REF.format(name=Told.__name__)}
    return {"description": ", ".join(codes), "content": {PROBLEM: {"schema": shape}}}
