"""Runs the service: what it listens on, what it logs, and how it stops."""

from __future__ import annotations

import ipaddress
import logging
import socket
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from entente.errors import Unusable
from entente.web.app import application
from entente.web.keeper import Keeper
from entente.web.keys import Keys
from entente.web.limits import Rate
from entente.web.operations import Service
from entente.workspace import Settings

__all__ = ["served", "server"]

RATE = 300.0  # requests a second of one caller
CONNECTIONS = 1000  # at once; more are told to come again
GRACE = 10  # seconds in which what was begun is finished
KEEP_ALIVE = 30  # seconds


def served(settings: Settings, files: Sequence[Path] = ()) -> Service:
    """The service of some settings. Raises `Unusable` for a setting that cannot be used."""
    return Service(Keeper(settings, files), Keys.of(settings.api_keys), Rate(_rate(settings.api_rate)))


def _rate(setting: str) -> float:
    try:
        rate = float(setting or RATE)
    except ValueError:
        rate = -1.0
    if not 0 <= rate < 1e9:
        raise Unusable(
            "api_rate", "{value} is no number of requests a second", hint="300; 0 for no limit", value=setting
        )
    return rate


def server(service: Service, host: str, port: int, *, anybody: bool = False) -> uvicorn.Server:
    """A server of a service, ready to run.

    Raises `Unusable` for an address that cannot be listened on, and for one that others reach where no key is set,
    unless `anybody` may ask.
    """
    _listen(host, port)
    if not service.keys.digests and not anybody and not _here(host):
        hint = "set ENTENTE_API_KEYS, or say --anybody"
        raise Unusable(host, "others reach this address, and no key is set", hint=hint)
    logging.getLogger("uvicorn.access").disabled = True  # its lines hold what was asked; ours do not
    config = uvicorn.Config(
        application(service),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        limit_concurrency=CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
        server_header=False,
        ws="none",
    )
    return uvicorn.Server(config)


def _listen(host: str, port: int) -> None:
    """Raises `Unusable` for an address that cannot be listened on, before the lists are loaded."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        socket.create_server((address[0], port), family=family).close()
    except (OSError, OverflowError) as trouble:
        why = getattr(trouble, "strerror", None) or trouble
        hint = "another --port, from 1 to 65535, or another --host"
        raise Unusable(f"{host}:{port}", "cannot be listened on: {trouble}", hint=hint, trouble=why) from None


def _here(host: str) -> bool:
    """Whether only this machine reaches an address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
