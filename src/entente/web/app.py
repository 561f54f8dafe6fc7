"""The service as an ASGI application: its operations, the watch on the lists, and what any address may be asked."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from entente.web import reconcile, status, yente
from entente.web.openapi import document
from entente.web.operations import JSON, Operation, Service, endpoint, refusal
from entente.web.problems import Problem, tongue

__all__ = ["OPERATIONS", "application"]

OPERATIONS: tuple[Operation, ...] = (*yente.OPERATIONS, *reconcile.OPERATIONS, *status.OPERATIONS)
SHUT = {404: "no-page", 405: "no-method"}  # what Starlette says of an address, in our words


def application(service: Service) -> Starlette:
    """The application of a service. Whoever asks from another origin may read the answers, and never by a cookie."""
    cors = Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"])
    return Starlette(
        routes=[*_routes(service), Route("/openapi.json", _told(msgspec.json.encode(document(OPERATIONS))))],
        middleware=[cors],
        exception_handlers={HTTPException: _shut},
        lifespan=lambda _: _watching(service),
    )


def _routes(service: Service) -> list[Route]:
    """A route for each path, which asks the operation of the method."""
    by_path: dict[str, dict[str, Callable[[Request], Awaitable[Response]]]] = {}
    for one in OPERATIONS:
        by_path.setdefault(one.path, {})[one.method] = endpoint(one, service)
    return [Route(path, _by_method(methods), methods=list(methods)) for path, methods in by_path.items()]


def _by_method(
    methods: Mapping[str, Callable[[Request], Awaitable[Response]]],
) -> Callable[[Request], Awaitable[Response]]:
    async def ask(request: Request) -> Response:
        return await methods["GET" if request.method == "HEAD" else request.method](request)

    return ask


def _told(text: bytes) -> Callable[[Request], Awaitable[Response]]:
    async def tell(_: Request) -> Response:
        return Response(text, media_type=JSON)

    return tell


async def _shut(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    lang = tongue(request.headers.get("accept-language", ""))
    return refusal(Problem(SHUT.get(error.status_code, "no-page")), lang, error.headers)


@contextlib.asynccontextmanager
async def _watching(service: Service) -> AsyncIterator[None]:
    """Watch the lists as long as the application runs; SIGHUP looks at them at once."""
    loop = asyncio.get_running_loop()
    with contextlib.suppress(AttributeError, NotImplementedError, ValueError, RuntimeError):
        loop.add_signal_handler(signal.SIGHUP, service.keeper.soon)  # not outside the main thread, nor on Windows
    watch = asyncio.create_task(service.keeper.watch())
    try:
        yield
    finally:
        watch.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watch
