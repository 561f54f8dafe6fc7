"""Fetches publishers' files politely: resumes, asks only for what changed, retries with back-off, obeys robots.txt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from entente.errors import Refused, Unreadable, Unusable

if TYPE_CHECKING:
    import httpx2

__all__ = ["Fetched", "Fetcher"]

ROBOT = "entente"
PLAIN = {"Accept-Encoding": "identity"}  # so that a byte of the answer is a byte of the file
BY_HAND = "fetch it by hand, then --from FILE"
LARGEST = 16 << 30  # bytes
REDIRECTS = 5
ATTEMPTS = 6
PATIENCE = 60.0  # seconds of silence after which a server has stalled
LONGEST_WAIT = 120.0  # seconds that a server may ask us to wait
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})  # statuses that may be better next time
MOVED = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that was fetched: `address` is where it was found at last; `new` tells that it changed since."""

    path: Path
    address: str
    new: bool


class Passing(Exception):
    """A trouble that may be over at the next attempt; `wait` is what the server asks for, in seconds."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


@dataclass
class Fetcher:
    """Fetches files into a folder, where they are kept with what a server needs to tell whether they changed.

    `client` may be given for tests; `waits` is the first wait between two attempts, in seconds.
    """

    folder: Path
    client: httpx2.Client | None = None
    largest: int = LARGEST
    waits: float = 1.0
    patience: float = PATIENCE
    robots: dict[str, RobotFileParser] = field(default_factory=dict)

    def fetch(self, address: str, step: Callable[[int], None] = lambda done: None) -> Fetched:
        """Fetch a file, or what of it is missing; `step` is told the bytes as they come.

        Raises `Unusable` for an address that is none, `Refused` for what robots may not fetch or what is too large,
        `Unreadable` where the server does not give it.
        """
        import stamina

        stamina.instrumentation.set_on_retry_hooks(())  # a fault tells how often it was tried
        slot = Slot(self.folder, address)
        try:
            for attempt in stamina.retry_context(
                on=retry_after, attempts=ATTEMPTS, timeout=None, wait_initial=self.waits, wait_max=60 * self.waits,
                wait_jitter=self.waits,
            ):  # fmt: skip
                with attempt, self.session() as client:
                    return self.once(client, address, slot, step)
        except Passing as trouble:
            hint = "try again later; what came is kept"
            raise Unreadable(address, "{why}, {attempts} times", hint=hint, why=trouble, attempts=ATTEMPTS) from None
        raise AssertionError("an attempt returns or raises")

    @contextmanager
    def session(self) -> Iterator[httpx2.Client]:
        """A client; network troubles become `Passing`."""
        import httpx2

        try:
            if self.client:
                yield self.client
            else:
                timeout = httpx2.Timeout(self.patience)
                with httpx2.Client(timeout=timeout, headers={"User-Agent": agent()}) as client:
                    yield client
        except httpx2.TransportError as error:
            raise Passing(str(error) or type(error).__name__) from error
        except httpx2.InvalidURL as error:
            raise Unusable("address", "not an address: {why}", why=error) from error

    def once(self, client: httpx2.Client, address: str, slot: Slot, step: Callable[[int], None]) -> Fetched:
        """One attempt, over redirections."""
        for _ in range(REDIRECTS + 1):
            self.permitted(client, address)
            with client.stream("GET", address, headers=slot.headers()) as answer:
                if answer.status_code in MOVED:
                    address = urljoin(address, answer.headers.get("Location", ""))
                    continue
                return self.taken(answer, address, slot, step)
        raise Unreadable(address, "redirected more than {count} times", count=REDIRECTS)

    def taken(self, answer: httpx2.Response, address: str, slot: Slot, step: Callable[[int], None]) -> Fetched:
        """The file that an answer brings."""
        status = answer.status_code
        if status == 304 and slot.whole.exists():
            return Fetched(slot.whole, address, new=False)
        if status == 416:
            slot.forget()
            raise Passing("the server has no more of it")
        if status in PASSING:
            raise Passing(f"HTTP {status}", wait=asked_wait(answer.headers))
        if status not in (200, 206):
            raise Unreadable(address, "HTTP {status}", hint="has the publisher moved it?", status=status)
        had = slot.part.stat().st_size if status == 206 and slot.part.exists() else 0
        slot.begin(answer.headers, resumed=status == 206)
        self.allowed(address, had + int(answer.headers.get("Content-Length") or 0))
        with slot.part.open("ab") as file:
            for block in answer.iter_raw():
                had += len(block)
                self.allowed(address, had)
                file.write(block)
                step(len(block))
        slot.end()
        return Fetched(slot.whole, address, new=True)

    def allowed(self, address: str, size: int) -> None:
        """Refuse a file that is too large."""
        if size > self.largest:
            raise Refused(address, "larger than {most} bytes", hint=BY_HAND, most=self.largest)

    def permitted(self, client: httpx2.Client, address: str) -> None:
        """Refuse what robots.txt forbids (RFC 9309), and addresses that are not of the web."""
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise Unusable(address, "not an address of the web", hint="https://...")
        host = f"{parts.scheme}://{parts.netloc}"
        if host not in self.robots:
            self.robots[host] = self.rules(client, host)
        if not self.robots[host].can_fetch(ROBOT, address):
            raise Refused(address, "robots.txt of {host} forbids it", hint=BY_HAND, host=host)

    def rules(self, client: httpx2.Client, host: str) -> RobotFileParser:
        """The rules of a host: none where it has no robots.txt. Raises `Passing` where it cannot be asked."""
        rules = RobotFileParser()
        answer = client.get(f"{host}/robots.txt", follow_redirects=True)
        if answer.status_code >= 500:
            raise Passing(f"robots.txt: HTTP {answer.status_code}", wait=asked_wait(answer.headers))
        rules.parse(answer.text.splitlines() if answer.status_code == 200 else [])
        return rules


class Slot:
    """Where a file of an address is kept: whole, or as much of it as came."""

    def __init__(self, folder: Path, address: str) -> None:
        name = sha256(address.encode()).hexdigest()
        self.whole = folder / name
        self.part = folder / f"{name}.part"
        self.notes = folder / f"{name}.json"
        folder.mkdir(parents=True, exist_ok=True)

    def headers(self) -> Mapping[str, str]:
        """What to ask for: the rest of a part that came, or the file if it changed."""
        told = self.told()
        if self.part.exists() and self.part.stat().st_size and (mark := told.get("part")):
            return PLAIN | {"Range": f"bytes={self.part.stat().st_size}-", "If-Range": mark}
        if self.whole.exists():
            asked = {"If-None-Match": told.get("etag", ""), "If-Modified-Since": told.get("modified", "")}
            return PLAIN | {name: value for name, value in asked.items() if value}
        return PLAIN

    def told(self) -> dict[str, str]:
        """What the server told of the file; nothing where that is lost."""
        try:
            found: dict[str, str] = json.loads(self.notes.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found

    def begin(self, headers: Mapping[str, str], *, resumed: bool) -> None:
        """Get ready for the bytes of an answer."""
        if not resumed:
            self.part.unlink(missing_ok=True)
            etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
            strong = etag if etag and not etag.startswith("W/") else modified
            kept = self.told() | {"part": strong, "next_etag": etag, "next_modified": modified}
            self.notes.write_text(json.dumps(kept), "utf-8")

    def end(self) -> None:
        """All came: the part is the file."""
        told = self.told()
        self.part.replace(self.whole)
        kept = {"etag": told.get("next_etag", ""), "modified": told.get("next_modified", "")}
        self.notes.write_text(json.dumps(kept), "utf-8")

    def forget(self) -> None:
        """Throw away a part that the server does not know."""
        self.part.unlink(missing_ok=True)


@cache
def agent() -> str:
    """Who asks: servers may want to know."""
    return f"entente/{version('entente')} (pulls open data, one request at a time)"


def retry_after(error: Exception) -> bool | float:
    """Whether to try again, or how many seconds later where the server says so."""
    if not isinstance(error, Passing):
        return False
    return True if error.wait is None else error.wait


def asked_wait(headers: Mapping[str, str]) -> float | None:
    """The seconds that a server asks us to wait (`Retry-After`), within reason."""
    asked = headers.get("Retry-After", "")
    if asked.isdigit():
        return min(float(asked), LONGEST_WAIT)
    try:
        seconds = (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds()
    except (ValueError, TypeError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT)
