"""What the service can be asked: each operation tells what it takes and gives, and requests are held to that.

The routes and the OpenAPI document are made from the same table, so that the one says what the other does.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from math import ceil
from typing import Any, get_origin, get_type_hints
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from entente.web.catalogue import Catalogue
from entente.web.desk import Desk
from entente.web.keeper import Keeper
from entente.web.keys import Keys
from entente.web.limits import Limits, Rate
from entente.web.problems import Problem, told, tongue

__all__ = ["FORM", "HTML", "JSON", "PROBLEM", "Call", "Nothing", "Operation", "Service", "endpoint", "refusal"]

JSON, HTML, FORM = "application/json", "text/html; charset=utf-8", "application/x-www-form-urlencoded"
PROBLEM = "application/problem+json"  # RFC 9457
LOG = logging.getLogger("entente.web")


class Nothing(msgspec.Struct, frozen=True):
    """No parameters."""


@dataclass(eq=False, slots=True)
class Service:
    """What all requests share."""

    keeper: Keeper
    keys: Keys
    rate: Rate
    limits: Limits = field(default_factory=Limits)
    desk: Desk = field(default_factory=Desk)


@dataclass
class Call:
    """A request that has been read: its service, its parameters and body by their types, and the caller's language."""

    service: Service
    request: Request
    lang: str
    caller: str
    query: Any = None
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)  # of the answer

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that this request goes by to its end, whatever comes meanwhile. Raises `Problem`."""
        return self.service.keeper.catalogue

    def admit(self) -> None:
        """Raise `Problem` where the service asks for a key and the caller has none."""
        if self.service.keys.digests and not self.caller:
            raise Problem("no-key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One thing that can be asked: method and path, the types of what it takes, and what it gives.

    `answer` is a type, or several of which it is one. `admits` tells that anybody may ask, with a key or without.
    """

    method: str
    path: str
    name: str
    summary: str
    handler: Callable[[Call], Awaitable[Any]]
    answer: Any
    query: type[msgspec.Struct] = Nothing
    body: Any = None
    media: str = JSON
    takes: str = JSON
    problems: tuple[str, ...] = ()
    admits: bool = False


def endpoint(operation: Operation, service: Service) -> Callable[[Request], Awaitable[Response]]:
    """An operation as Starlette asks it: admitted, read, done in time, answered and logged; never with a name."""

    async def answer(request: Request) -> Response:
        start = time.perf_counter()
        lang = tongue(request.headers.get("accept-language", ""))
        given = request.query_params.get("api_key", "")  # for clients that can set no header
        caller = service.keys.label(request.headers.get("authorization", ""), given)
        try:
            response = await _done(operation, service, request, lang, caller)
        except Problem as problem:
            response = refusal(problem, lang)
        except ClientDisconnect:
            response = refusal(Problem("too-slow-body", seconds=service.limits.body_seconds), lang)
        except Exception as trouble:
            LOG.error("%s %s failed: %s", operation.method, operation.path, _place(trouble))
            response = refusal(Problem("broken"), lang)
        taken = 1000 * (time.perf_counter() - start)
        told = (operation.method, operation.path, response.status_code, taken, caller or "-")
        LOG.info("%s %s %d %.1f ms %s", *told)
        return response

    return answer


async def _done(operation: Operation, service: Service, request: Request, lang: str, caller: str) -> Response:
    address = request.client.host if request.client else ""
    if wait := service.rate.wait(caller or address):
        raise Problem("too-often", rate=service.rate.rate, wait=wait)
    call = Call(service, request, lang, caller)
    if not operation.admits:
        call.admit()
    limits = service.limits
    try:
        async with asyncio.timeout(limits.body_seconds):
            body = await _body(request, limits.body) if operation.body else b""
    except TimeoutError:
        raise Problem("too-slow-body", seconds=limits.body_seconds) from None
    call.query = _read(request.query_params.multi_items(), operation.query)
    if operation.body:
        call.body = _decoded(body, operation)
    try:
        async with asyncio.timeout(limits.seconds):
            answer = await operation.handler(call)
    except TimeoutError:
        raise Problem("too-slow", seconds=limits.seconds) from None
    if isinstance(answer, Response):
        answer.headers.update(call.headers)
        return answer
    return Response(msgspec.json.encode(answer), media_type=operation.media, headers=call.headers)


def refusal(problem: Problem, lang: str, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a request that is not answered."""
    more = dict(headers or {}) | {"Content-Language": lang}
    if problem.code == "no-key":
        more["WWW-Authenticate"] = "ApiKey"
    if problem.wait:
        more["Retry-After"] = str(ceil(problem.wait))
    return Response(msgspec.json.encode(told(problem, lang)), problem.status, headers=more, media_type=PROBLEM)


async def _body(request: Request, most: int) -> bytes:
    """The body of a request. Raises `Problem` where it is larger than it may be, before it is all there."""
    length = request.headers.get("content-length", "0")
    parts, size = [], int(length) if length.isdigit() else 0
    if size <= most:
        size = 0
        async for part in request.stream():
            parts.append(part)
            size += len(part)
            if size > most:
                break
    if size > most:
        raise Problem("too-large", most=most)
    return b"".join(parts)


def _decoded(body: bytes, operation: Operation) -> Any:
    try:
        if operation.takes == FORM:
            return _read(parse_qsl(body.decode(), keep_blank_values=True), operation.body)
        return msgspec.json.decode(body, type=operation.body)
    except (msgspec.DecodeError, UnicodeDecodeError, ValueError, RecursionError) as trouble:
        raise Problem("bad-request", trouble=_shape(trouble)) from None


def _read(pairs: list[tuple[str, str]], kind: type[msgspec.Struct]) -> Any:
    """Parameters by their type: those that may be said again are lists; of others the last one counts."""
    several = _several(kind)
    given: dict[str, Any] = {}
    for name, value in pairs:
        if name in several:
            given.setdefault(name, []).append(value)
        else:
            given[name] = value
    try:
        return msgspec.convert(given, kind, strict=False)
    except msgspec.ValidationError as trouble:
        raise Problem("bad-request", trouble=_shape(trouble)) from None


@cache
def _several(kind: type[msgspec.Struct]) -> frozenset[str]:
    hints = get_type_hints(kind)
    names = {each.name: each.encode_name for each in msgspec.structs.fields(kind)}
    return frozenset(names[name] for name, hint in hints.items() if get_origin(hint) is list)


def _shape(trouble: Exception) -> str:
    """What is wrong with the shape of a request: types and places."""
    return str(trouble) if isinstance(trouble, msgspec.DecodeError) else "not UTF-8"


def _place(trouble: BaseException) -> str:
    """Where an exception arose: its type and the lines of the code, and never its words, which may hold a name."""
    lines, frame = [], trouble.__traceback__
    while frame:
        lines.append(f"{frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno}")
        frame = frame.tb_next
    return f"{type(trouble).__name__} at {' > '.join(lines)}"
