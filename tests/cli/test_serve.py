"""`entente serve` as a process: it serves, loads lists anew on SIGHUP, stops when told, and logs no name."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="the extra serve is not installed")
pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no SIGHUP")

PATIENCE = 60.0  # seconds


def listed(number: int, name: str) -> str:
    return json.dumps({"id": f"red:{number}", "list": "red", "kind": "person", "names": [{"name": name}]})


@pytest.fixture
def running(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path, Path]]:
    """The process, the file of its lists and the file of its log."""
    watchlist, log = tmp_path / "list.jsonl", tmp_path / "log"
    watchlist.write_text("\n".join(listed(n, f"Filler{n} Person{n}") for n in range(9)), encoding="utf-8")
    command = [sys.executable, "-m", "entente", "serve", "--port", "0", "--watchlist", str(watchlist)]
    environment = {**os.environ, "ENTENTE_HOME": str(tmp_path), "ENTENTE_API_KEYS": ""}
    with log.open("wb") as errors, subprocess.Popen(command, stderr=errors, env=environment) as process:
        yield process, watchlist, log
        process.kill()


def until(log: Path, pattern: str) -> str:
    """What a pattern finds in a log, once it does."""
    deadline = time.monotonic() + PATIENCE
    while not (found := re.search(pattern, log.read_text("utf-8"))):
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.05)
    return found[found.lastindex or 0]


def test_a_process_serves_reloads_and_stops(running: tuple[subprocess.Popen[bytes], Path, Path]) -> None:
    process, watchlist, log = running
    address = until(log, r"running on (http://127\.0\.0\.1:\d+)")
    until(log, "lists loaded: 2 data sets")

    def found(name: str) -> list[str]:
        body = {"queries": {"q": {"schema": "Person", "properties": {"name": [name]}}}}
        request = urllib.request.Request(f"{address}/match/red", json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return [one["id"] for one in json.load(answer)["responses"]["q"]["results"]]

    assert found("Vladislav Zaretsky") == []
    with watchlist.open("a", encoding="utf-8") as more:
        more.write("\n" + listed(99, "Vladislav Petrovich Zaretsky"))
    process.send_signal(signal.SIGHUP)
    until(log, r"(?s)lists loaded.*lists loaded")
    assert found("Vladislav Zaretsky") == ["red:99"]
    with contextlib.suppress(OSError):
        urllib.request.urlopen(f"{address}/search/red?q=Zaretsky", timeout=PATIENCE).close()
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) in (0, -signal.SIGTERM)
    told = log.read_text("utf-8")
    assert "POST /match/{dataset} 200" in told
    assert "GET /search/{dataset} 200" in told
    assert "zaretsky" not in told.lower()


def test_a_service_of_nothing_does_not_begin(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "entente", "serve", "--port", "0", "--lang", "en"]
    done = subprocess.run(command, env={**os.environ, "ENTENTE_HOME": str(tmp_path)}, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("watchlist: no such list is in hand\n  try: entente lists pull takes one in")


def test_the_document_is_printed() -> None:
    command = [sys.executable, "-m", "entente", "serve", "--openapi"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["openapi"] == "3.1.0"


def test_help_imports_no_server() -> None:
    ask = "import sys; from entente.cli.main import main; main(['serve', '--help'])"
    code = f"{ask}; sys.exit('starlette' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


@pytest.mark.parametrize("port", ["99999", "taken"])
def test_a_port_that_cannot_be_had_is_a_fault(tmp_path: Path, port: str) -> None:
    watchlist = tmp_path / "list.jsonl"
    watchlist.write_text(listed(1, "Filler Person"), encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as other:
        wanted = str(other.getsockname()[1]) if port == "taken" else port
        command = [sys.executable, "-m", "entente", "serve", "--port", wanted, "--watchlist", str(watchlist)]
        environment = {**os.environ, "ENTENTE_HOME": str(tmp_path), "ENTENTE_API_KEYS": "", "ENTENTE_LANG": "en"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 2
    assert f"127.0.0.1:{wanted}: cannot be listened on" in done.stderr
