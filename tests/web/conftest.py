"""A service over a few invented listings, as an application and as a real server on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from entente.web.app import application
from entente.web.catalogue import open_catalogue
from entente.web.operations import Service
from entente.web.server import served, server
from entente.workspace import Settings

KEY = "a-key-of-no-use-elsewhere"
SAMPLES = Path(__file__).parents[1] / "samples" / "watchlists"

LISTINGS = [
    {
        "id": "red:1",
        "list": "red",
        "kind": "person",
        "names": [
            {"name": "Tareq Mansour al-Wakidi", "quality": "primary"},
            {"name": "Abu Mansour", "quality": "weak"},
        ],
        "birth_dates": ["1971-05-23"],
        "nationalities": ["Iraq"],
        "identifiers": ["X0012345"],
        "programme": "RED-1",
    },
    {"id": "red:2", "list": "red", "kind": "organisation", "names": [{"name": "Zaretsky Machine Works LLC"}]},
    {"id": "blue:1", "list": "blue", "kind": "person", "names": [{"name": "Vladislav Petrovich Zaretsky"}]},
    {
        "id": "blue:2",
        "list": "blue",
        "kind": "ship",
        "names": [{"name": "Northern Lantern"}],
        "nationalities": ["Panama"],
    },
    {"id": "blue:3", "list": "blue", "kind": "aircraft", "names": [{"name": "Grey Heron Nine"}]},
    *(
        {"id": f"blue:{n}", "list": "blue", "kind": "person", "names": [{"name": f"Filler{n} Person{n}"}]}
        for n in range(10, 60)
    ),
]


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="session")
def watchlist(home: Path) -> Path:
    file = home / "listings.jsonl"
    file.write_text("\n".join(map(json.dumps, LISTINGS)), encoding="utf-8")
    return file


@pytest.fixture
def service(home: Path, watchlist: Path) -> Service:
    """A service without keys or rate, its lists loaded."""
    made = served(Settings(home=str(home), api_rate="0"), [watchlist])
    made.keeper.current = open_catalogue(made.keeper.settings, made.keeper.files)
    return made


@pytest.fixture
def keyed(home: Path, watchlist: Path) -> Service:
    """The same behind a key."""
    made = served(Settings(home=str(home), api_rate="0", api_keys=KEY), [watchlist])
    made.keeper.current = open_catalogue(made.keeper.settings, made.keeper.files)
    return made


@pytest.fixture
def client(service: Service) -> TestClient:
    """A client of the application itself; what nobody caught becomes an answer, as on a server."""
    return TestClient(application(service), raise_server_exceptions=False)


@pytest.fixture
def running() -> Iterator[Callable[[Service], str]]:
    """Run a service on this machine, on a port that is free, in a thread; its address."""
    begun: list[tuple[uvicorn.Server, threading.Thread]] = []

    def run(service: Service) -> str:
        made = server(service, "127.0.0.1", 0)
        thread = threading.Thread(target=made.run, daemon=True)
        thread.start()
        deadline = time.monotonic() + 30
        while not made.started:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        begun.append((made, thread))
        host, port = made.servers[0].sockets[0].getsockname()[:2]
        return f"http://{host}:{port}"

    yield run
    for made, thread in begun:
        made.should_exit = True
        thread.join(30)
        assert not thread.is_alive()
