"""Latency of the screening service over HTTP: `python -m bench service [--rate N] [--seconds N] [--undisturbed]`.

A server of its own process screens against all listings of `shared/screening`; this process asks it for one distinct
innocent name a request, on loopback, in an open loop: requests leave at times drawn beforehand (a Poisson stream),
whether or not those before them were answered, and latency counts from the time a request should have left. The
loop that sends them waits by `select`, which is exact to the microsecond; `epoll` would have them leave up to a
millisecond late. The same load is then put on a bare Starlette handler that gives back the body it was sent.

With `--undisturbed` all of it runs before other programs of the machine (SCHED_FIFO, which the system must permit), as
on a machine of its own: for at most half a minute others have what is left of two cores.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import json
import os
import random
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from eval.gate import shared_folder

__all__ = ["main"]

RATE, SECONDS = 200, 10
WARM = 200  # requests before those that count
READY = 180  # seconds that a server may take to begin
ECHO = """
import sys
import uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
async def echo(request):
    return Response(await request.body(), media_type="application/json")
routes = [Route("/match/default", echo, methods=["POST"]), Route("/readyz", echo)]
uvicorn.run(Starlette(routes=routes), port=int(sys.argv[1]), access_log=False, log_level="warning")
"""


class Line(asyncio.Protocol):
    """A connection that is kept: one request at a time, and its answer's status."""

    def __init__(self) -> None:
        self.held = b""
        self.waiting: asyncio.Future[int] | None = None
        self.lost = False  # closed by the server, as it may where nothing was asked for seconds

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep what is written to."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """Add to the answer; when its whole length is there, tell its status."""
        self.held += data
        head, found, body = self.held.partition(b"\r\n\r\n")
        if not found or not self.waiting:
            return
        length = next(int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
        if len(body) >= length:
            self.held = b""
            self.waiting.set_result(int(head.split(b" ", 2)[1]))

    def connection_lost(self, trouble: Exception | None) -> None:
        """Nobody need wait any longer."""
        self.lost = True
        if self.waiting and not self.waiting.done():
            self.waiting.set_result(0)

    async def ask(self, request: bytes) -> int:
        """Send a request, and wait for its answer."""
        self.waiting = asyncio.get_running_loop().create_future()
        self.transport.write(request)  # type: ignore[attr-defined]
        return await self.waiting


async def load(port: int, requests: Sequence[bytes], rate: float, seed: int = 1) -> tuple[list[float], int]:
    """The latencies of requests sent at a rate, in milliseconds in order, and how many were not answered 200."""
    loop, idle, taken, bad = asyncio.get_running_loop(), [], [], 0
    draw = random.Random(seed)

    async def one(request: bytes, due: float) -> None:
        nonlocal bad
        while idle and idle[-1].lost:
            idle.pop()
        line = idle.pop() if idle else (await loop.create_connection(Line, "127.0.0.1", port))[1]
        status = await line.ask(request)
        taken.append(1000 * (loop.time() - due))
        bad += status != 200
        idle.append(line)

    due, tasks = loop.time() + 0.1, []
    for request in requests:
        due += draw.expovariate(rate)
        if (wait := due - loop.time()) > 0:
            await asyncio.sleep(wait)
        tasks.append(asyncio.create_task(one(request, due)))
    await asyncio.wait_for(asyncio.gather(*tasks), timeout=60)
    for line in idle:
        line.transport.close()
    return sorted(taken), bad


def loaded(port: int, requests: Sequence[bytes], rate: float) -> tuple[list[float], int]:
    """What `load` measures, in a loop that lets requests leave on time and looks for no garbage meanwhile."""
    gc.disable()
    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())) as runner:
            return runner.run(load(port, requests, rate))
    finally:
        gc.enable()


@contextlib.contextmanager
def running(command: Sequence[str], port: int, **environment: str) -> Iterator[int]:
    """A server in a process of its own, from when it is ready until the end: its process id."""
    server = subprocess.Popen([sys.executable, *command], env={**os.environ, **environment}, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + READY
        while not _ready(port):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("the server did not begin")
            time.sleep(0.2)
        yield server.pid
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def _ready(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2) as line:
        line.sendall(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return b" 200 " in line.recv(100)
    return False


def _worked(process: int) -> float:
    """Milliseconds of the processor that a process has used; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
    return 0.0


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _requests(folder: Path, count: int) -> list[bytes]:
    """One query a request, of distinct innocent names."""
    with (folder / "innocents.jsonl").open(encoding="utf-8") as lines:
        rows = list({row["name"]: row for row in map(json.loads, lines)}.values())
    random.Random(2).shuffle(rows)
    return [_request(row) for row in rows[:count]]


def _request(row: dict[str, str]) -> bytes:
    schema = "Person" if row["kind"] == "person" else "Organization"
    body = json.dumps({"queries": {"q": {"schema": schema, "properties": {"name": [row["name"]]}}}}).encode()
    head = "POST /match/default HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


def main() -> int:
    """Measure and print; 0 also where the shared data are absent, and it says so."""
    parser = argparse.ArgumentParser(prog="bench service", description=__doc__.splitlines()[0])
    parser.add_argument("--rate", type=float, default=RATE, help="requests a second")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for how long")
    parser.add_argument("--undisturbed", action="store_true", help="before other programs of the machine")
    options = parser.parse_args()
    if options.undisturbed:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    folder = shared_folder() / "screening"
    if not folder.is_dir():
        print("bench.service: no shared data; nothing was measured")
        return 0
    requests = _requests(folder, WARM + int(options.rate * options.seconds))
    medians = []
    with tempfile.TemporaryDirectory() as home:
        port = _free()
        serve = ["-m", "entente", "serve", "--port", str(port), "--watchlist", str(folder / "listings.jsonl")]
        for name, command in (("entente serve", serve), ("bare starlette", ["-c", ECHO, str(port)])):
            with running(command, port, ENTENTE_HOME=home, ENTENTE_API_RATE="0") as process:
                loaded(port, requests[:WARM], options.rate)
                before = _worked(process)
                taken, bad = loaded(port, requests[WARM:], options.rate)
                worked = (_worked(process) - before) / len(taken)
            medians.append(taken[len(taken) // 2])
            shares = (0.5, 0.99, 0.999)
            told = "  ".join(f"{100 * share:g} %: {taken[int(len(taken) * share)]:6.2f} ms" for share in shares)
            print(f"{name:<15} {len(taken):,} requests at {options.rate:g}/s  {told}  not 200: {bad}")
            print(f"{'':<15} {worked:.2f} ms of the processor a request")
    waiting = os.getloadavg()[0]
    print(
        f"ratio of medians {medians[0] / medians[1]:.1f}; load of the machine {waiting:.1f} on {os.cpu_count()} cores"
    )
    return 0
