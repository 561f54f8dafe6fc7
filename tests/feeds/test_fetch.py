"""Fetching, against a local server that replays, truncates, stalls, errs and redirects."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente.errors import Fault, Refused, Unreadable, Unusable
from entente.feeds import fetch
from entente.feeds.fetch import Fetcher, asked_wait
from tests.feeds.replay import Handler, Replay, replaying

BODY = bytes(range(256)) * 4000


@pytest.fixture
def replay() -> Iterator[Replay]:
    with replaying() as told:
        yield told


@pytest.fixture
def fetcher(tmp_path: Path) -> Fetcher:
    return Fetcher(tmp_path / "downloads", waits=0.01, patience=0.5)


def whole(handler: Handler, _: int) -> None:
    handler.give(200, BODY, ETag='"one"')


def test_a_file_comes_whole_and_the_steps_are_told(replay: Replay, fetcher: Fetcher) -> None:
    replay.answers["/a"] = whole
    steps: list[int] = []
    fetched = fetcher.fetch(f"{replay.address}/a", steps.append)
    assert (fetched.path.read_bytes(), fetched.new, sum(steps)) == (BODY, True, len(BODY))


def test_we_say_who_we_are_and_ask_robots_first(replay: Replay, fetcher: Fetcher) -> None:
    replay.answers["/a"] = whole
    fetcher.fetch(f"{replay.address}/a")
    assert [path for path, _ in replay.asked] == ["/robots.txt", "/a"]
    assert replay.asked[1][1]["User-Agent"].startswith("entente/")


def test_what_robots_may_not_fetch_is_refused(replay: Replay, fetcher: Fetcher) -> None:
    replay.answers["/robots.txt"] = lambda handler, _: handler.give(200, b"User-agent: *\nDisallow: /private")
    replay.answers["/private/a"] = replay.answers["/a"] = whole
    with pytest.raises(Refused, match=r"robots\.txt of .* forbids it"):
        fetcher.fetch(f"{replay.address}/private/a")
    assert replay.times("/private/a") == 0
    assert fetcher.fetch(f"{replay.address}/a").new


def test_a_truncated_file_is_resumed_where_it_broke_off(replay: Replay, fetcher: Fetcher) -> None:
    def broken(handler: Handler, time_asked: int) -> None:
        start = int(handler.headers.get("Range", "bytes=0-")[6:-1])
        if time_asked < 3:
            handler.give(206 if start else 200, BODY[start : start + 300_000], length=len(BODY) - start, ETag='"one"')
        else:
            handler.give(206, BODY[start:], ETag='"one"')

    replay.answers["/a"] = broken
    assert fetcher.fetch(f"{replay.address}/a").path.read_bytes() == BODY
    assert replay.times("/a") == 3
    assert replay.asked[-1][1]["If-Range"] == '"one"'


def test_a_later_run_resumes_what_an_earlier_one_left(replay: Replay, fetcher: Fetcher) -> None:
    replay.answers["/a"] = lambda handler, _: handler.give(200, BODY[:1000], length=len(BODY), ETag='"one"')
    with pytest.raises(Unreadable, match="6 times"):
        fetcher.fetch(f"{replay.address}/a")

    def rest(handler: Handler, _: int) -> None:
        start = int(handler.headers["Range"][6:-1])
        handler.give(206, BODY[start:], ETag='"one"')

    replay.answers["/a"] = rest
    again = Fetcher(fetcher.folder, waits=0.01)
    assert again.fetch(f"{replay.address}/a").path.read_bytes() == BODY


def test_a_file_that_changed_meanwhile_is_not_patched_together(replay: Replay, fetcher: Fetcher) -> None:
    other = BODY[::-1]

    def changing(handler: Handler, time_asked: int) -> None:
        if time_asked == 1:
            handler.give(200, BODY[:5000], length=len(BODY), ETag='"one"')
        else:
            handler.give(200, other, ETag='"two"')

    replay.answers["/a"] = changing
    assert fetcher.fetch(f"{replay.address}/a").path.read_bytes() == other


def test_an_unchanged_file_is_not_sent_again(replay: Replay, fetcher: Fetcher) -> None:
    def conditional(handler: Handler, _: int) -> None:
        handler.give(304, b"") if handler.headers.get("If-None-Match") == '"one"' else whole(handler, _)

    replay.answers["/a"] = conditional
    assert fetcher.fetch(f"{replay.address}/a").new
    again = fetcher.fetch(f"{replay.address}/a")
    assert (again.new, again.path.read_bytes()) == (False, BODY)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_passing_troubles_are_tried_again(replay: Replay, fetcher: Fetcher, status: int) -> None:
    def recovering(handler: Handler, time_asked: int) -> None:
        handler.give(status, b"busy", Retry_After="0") if time_asked < 3 else whole(handler, time_asked)

    replay.answers["/a"] = recovering
    assert fetcher.fetch(f"{replay.address}/a").path.read_bytes() == BODY
    assert replay.times("/a") == 3


def test_a_server_that_stalls_is_given_up_with_a_fault(replay: Replay, tmp_path: Path) -> None:
    replay.answers["/a"] = lambda handler, _: time.sleep(0.4)
    with pytest.raises(Unreadable) as caught:
        Fetcher(tmp_path / "d", waits=0.01, patience=0.05).fetch(f"{replay.address}/a")
    assert "6 times" in str(caught.value)
    assert "try again later; what came is kept" in str(caught.value)


def test_what_is_gone_is_a_fault_at_once(replay: Replay, fetcher: Fetcher) -> None:
    with pytest.raises(Unreadable, match="HTTP 404"):
        fetcher.fetch(f"{replay.address}/a")
    assert replay.times("/a") == 1


def test_redirections_are_followed_and_the_last_address_told(replay: Replay, fetcher: Fetcher) -> None:
    replay.answers["/a"] = lambda handler, _: handler.give(302, b"", Location="/b")
    replay.answers["/b"] = whole
    fetched = fetcher.fetch(f"{replay.address}/a")
    assert (fetched.address, fetched.path.read_bytes()) == (f"{replay.address}/b", BODY)


@pytest.mark.parametrize(
    ("location", "fault", "what"),
    [
        ("/a", Unreadable, "redirected more than 5 times"),
        ("file:///etc/hostname", Unusable, "not an address of the web"),
    ],
)
def test_redirections_that_lead_nowhere(
    replay: Replay, fetcher: Fetcher, location: str, fault: type[Fault], what: str
) -> None:
    replay.answers["/a"] = lambda handler, _: handler.give(301, b"", Location=location)
    with pytest.raises(fault, match=what):
        fetcher.fetch(f"{replay.address}/a")


def test_what_is_too_large_is_refused_before_and_while_it_comes(replay: Replay, tmp_path: Path) -> None:
    replay.answers["/a"] = whole

    def endless(handler: Handler, _: int) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"400\r\n" + b"x" * 1024 + b"\r\n")
        except OSError:
            handler.close_connection = True

    replay.answers["/endless"] = endless
    small = Fetcher(tmp_path / "d", largest=100_000, waits=0.01)
    for path in ("/a", "/endless"):
        with pytest.raises(Refused, match="larger than 100000 bytes"):
            small.fetch(f"{replay.address}{path}")


@pytest.mark.parametrize("address", ["ftp://example.org/a", "example.org", "http://", "file:///etc/hostname"])
def test_what_is_no_address_of_the_web(fetcher: Fetcher, address: str) -> None:
    with pytest.raises(Unusable, match="not an address of the web"):
        fetcher.fetch(address)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="6 times"):
        Fetcher(tmp_path / "d", waits=0.001).fetch("http://127.0.0.1:9/a")


def test_how_long_a_server_may_make_us_wait() -> None:
    assert asked_wait({"Retry-After": "3"}) == 3
    assert asked_wait({"Retry-After": "86400"}) == fetch.LONGEST_WAIT
    assert asked_wait({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0
    assert asked_wait({}) is None
    assert asked_wait({"Retry-After": "soon"}) is None
