"""A model behind an OpenAI-compatible chat completions endpoint.

Reads: whatever the model finds; it is asked for the words of each item, and their places are looked up in the text.
Misses: words that the model does not give as they stand in the text; texts longer than the model takes.
Origin: the chat completions API as its compatible servers document it (`messages`, `response_format`, `choices`).
    Settings: `reader_url` (the address before `/chat/completions`), `reader_key` where the server asks for one,
    `reader_model`. The text leaves the machine for that address.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from entente.errors import Unreadable, Unusable
from entente.readers import Read, Reader, Service

_PATIENCE = 120.0  # seconds without an answer
_LARGEST = 8 * 1024 * 1024  # bytes of an answer
_ORDER = """You read a statement and list what it says. Answer with one JSON object, nothing else:
{"quantities": [{"surface", "value", "low", "high", "unit", "bound"}], "dates": [{"surface", "iso", "kind"}],
 "actors": [{"surface", "kind", "id"}], "quotes": [{"surface", "type", "speaker"}],
 "claims": [{"surface", "kind", "who", "to", "quantity", "status"}]}
Every surface is copied from the statement character for character; items stand in the order of the statement.
unit: an ISO 4217 code, or person, country, percent, or a singular English noun. value is null for a range, with low and
high. iso: ISO 8601. actors: kind country (id ISO 3166-1 alpha-3), organisation, group or person (id the full name as it
stands in the statement). quotes: type direct or indirect. claims: kind funding, displacement, membership, count, rank,
commitment, position or event; who is an actor's id; quantity an index into quantities, or null; status given, pledged,
planned, requested or null. Leave out whatever you are not sure of."""


def _open(service: Service) -> Read:
    """The function that asks a service. Raises `Unusable` where the settings do not say which."""
    if urlsplit(service.url).scheme not in ("http", "https") or not service.model:
        raise Unusable(
            "reader_url", "the chat reader needs an address and a model", hint="set reader_url and reader_model"
        )
    return partial(_read, service)


def _read(service: Service, text: str, language: str, day: date | None) -> Mapping[str, Any]:
    told = f"language: {language}\npublished: {day.isoformat() if day else 'unknown'}\n\n{text}"
    asked = {
        "model": service.model,
        "temperature": 0,
        "response_format": {"type": "json_object"},
        "messages": [{"role": "system", "content": _ORDER}, {"role": "user", "content": told}],
    }
    where = f"{service.url.rstrip('/')}/chat/completions"
    return _placed(text, _content(_answer(where, service.key, asked), where))


def _answer(where: str, key: str, asked: Mapping[str, Any]) -> bytes:
    """The bytes of the answer. Raises `Unreadable` where there is none in time."""
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})}
    try:
        with urlopen(Request(where, json.dumps(asked).encode(), headers), timeout=_PATIENCE) as answer:
            data: bytes = answer.read(_LARGEST + 1)
    except HTTPError as refusal:
        with refusal:
            hint = "see whether address, key and model are right"
            raise Unreadable(where, "the service answers HTTP {status}", hint=hint, status=refusal.code) from None
    except (OSError, ValueError) as trouble:
        hint = "see whether the service runs"
        raise Unreadable(where, "the service does not answer: {trouble}", hint=hint, trouble=trouble) from None
    if len(data) > _LARGEST:
        raise Unreadable(where, "the answer is larger than {most} bytes", most=_LARGEST)
    return data


def _content(data: bytes, where: str) -> Mapping[str, Any]:
    """The object that the model wrote. Raises `Unreadable` where it refused, was cut short, or wrote something else."""
    try:
        choice = json.loads(data)["choices"][0]
        message, reason = choice["message"], choice.get("finish_reason")
        if message.get("refusal") or reason == "content_filter":
            raise Unreadable(where, "the model refuses: {why}", why=message.get("refusal") or reason)
        if reason == "length":
            raise Unreadable(where, "the answer was cut short", hint="a model with a longer answer, or a shorter text")
        written = json.loads(message["content"].strip().removeprefix("```json").strip("`"))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as trouble:
        hint = "a model that answers in JSON"
        raise Unreadable(
            where, "the answer is not what was asked for: {trouble}", hint=hint, trouble=repr(trouble)
        ) from None
    if not isinstance(written, dict):
        raise Unreadable(where, "the answer is no JSON object", hint="a model that answers in JSON")
    return written


def _placed(text: str, written: Mapping[str, Any]) -> Mapping[str, Any]:
    """The lists of items, each with the place where its words next stand in the text; what stands nowhere has none."""
    return {
        key: _found(text, items)
        for key in ("quantities", "dates", "quotes", "actors", "claims")
        if isinstance(items := written.get(key), list)
    }


def _found(text: str, items: list[Any]) -> list[Any]:
    placed: list[Any] = []
    next_one = 0
    for item in items:
        surface = item.get("surface") if isinstance(item, dict) else None
        if not isinstance(surface, str) or not surface:
            placed.append({})
            continue
        start = text.find(surface, next_one)
        start = text.find(surface) if start < 0 else start
        if start >= 0:
            next_one = start + 1
        placed.append({**item, "start": start, "end": start + len(surface)})
    return placed


READER = Reader(name="chat", open=_open)
