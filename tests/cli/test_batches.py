"""Batches of `entente read`: ordered, restarted where they stopped, one bad document set aside and the rest done."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from entente.cli import batches
from entente.cli.main import main
from entente.engines import Outcome

TEXT = "The ministry of the town gave {n} million dollars to the refugees of the region in the year 2014."
Batch = tuple[list[str], list[str]]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ENTENTE_LANG", "en")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty statements in two folders, one picture, one empty file, one hidden file."""
    root = tmp_path / "statements"
    (root / "sub").mkdir(parents=True)
    for n in range(40):
        place = root / "sub" if n % 2 else root
        (place / f"{n:02d}.txt").write_text(TEXT.format(n=n + 2), encoding="utf-8")
    (root / "07-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (root / "sub" / "empty.txt").write_bytes(b"")
    (root / ".hidden").write_text("of the and in a", encoding="utf-8")
    return root


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_folder_becomes_json_lines_and_asides(
    processes: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["read", str(folder), "--out", str(out), "--processes", processes]) == 0
    ids = [str(row["id"]) for row in rows(out)]
    assert ids == sorted(ids, key=lambda id: Path(id).parts)
    assert set(ids) == {f"sub/{n:02d}.txt" if n % 2 else f"{n:02d}.txt" for n in range(40)}
    assert [row["id"] for row in rows(Path(f"{out}.asides.jsonl"))] == ["07-picture.txt", "sub/empty.txt"]
    assert f"set aside: 2, with their reasons in {out}.asides.jsonl" in capsys.readouterr().err


def test_without_out_lines_go_to_standard_output_and_asides_to_standard_error(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(folder / "00.txt"), str(folder / "07-picture.txt"), str(folder / "02.txt")]) == 0
    told = capfd.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == [str(folder / n) for n in ("00.txt", "02.txt")]
    assert "it is a PNG file, not a document" in told.err
    assert told.err.endswith("set aside: 1\n")


def test_a_finished_batch_is_not_done_again(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    call = ["read", str(folder), "--out", str(out), "--processes", "1"]
    assert main(call) == 0
    before = {path: path.read_bytes() for path in tmp_path.glob("out.jsonl*")}
    assert len(before) == 3
    assert main(call) == 0
    assert {path: path.read_bytes() for path in tmp_path.glob("out.jsonl*")} == before


def test_what_the_journal_does_not_vouch_for_is_done_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For each point at which a run may have been killed, the next one makes the same files."""
    monkeypatch.setattr(batches, "EVERY", 0.0)
    out, journal = tmp_path / "out.jsonl", tmp_path / "out.jsonl.journal"
    call = ["read", str(folder), "--out", str(out), "--processes", "1"]
    assert main(call) == 0
    whole = out.read_bytes(), (tmp_path / "out.jsonl.asides.jsonl").read_bytes()
    points = journal.read_bytes().splitlines(keepends=True)
    assert len(points) == 43
    for kept in range(0, len(points), 6):
        journal.write_bytes(b"".join(points[:kept]) + b'{"done": 3')  # the last line torn
        assert main(call) == 0
        assert (out.read_bytes(), (tmp_path / "out.jsonl.asides.jsonl").read_bytes()) == whole


def test_a_batch_that_is_killed_goes_on(tmp_path: Path) -> None:
    lines = b"".join(
        json.dumps({"id": str(n), "text": TEXT.format(n=n) * 30, "lang": "en"}).encode() + b"\n" for n in range(600)
    )
    given = tmp_path / "in.jsonl"
    given.write_bytes(lines)

    def run(out: Path) -> subprocess.Popen[bytes]:
        call = [sys.executable, "-m", "entente", "read", "--jsonl", "--out", str(out), "--processes", "2"]
        with given.open("rb") as file:
            return subprocess.Popen(call, stdin=file)

    killed = tmp_path / "killed.jsonl"
    process = run(killed)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (killed.exists() and killed.stat().st_size):
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert run(killed).wait() == 0
    assert [row["id"] for row in rows(killed)] == [str(n) for n in range(600)]
    assert not Path(f"{killed}.asides.jsonl").exists()


Tamper = Callable[[Path, Path], object]


@pytest.mark.parametrize(
    ("tamper", "more", "said"),
    [
        (lambda folder, out: (folder / "00.txt").write_text(TEXT), (), "was begun with other documents"),
        (lambda folder, out: (folder / "38.txt").unlink(), (), "was begun with other documents"),
        (lambda folder, out: None, ("--date", "2015-06-03"), "was begun with other options, or by another version"),
        (lambda folder, out: out.write_bytes(b""), (), "is shorter than its journal says"),
        (lambda folder, out: Path(f"{out}.journal").unlink(), (), "is there already, and no batch began it"),
    ],
)
def test_another_batch_is_not_mixed_in(
    tamper: Tamper, more: tuple[str, ...], said: str, folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    call = ["read", str(folder), "--out", str(out), "--processes", "1"]
    assert main(call) == 0
    capsys.readouterr()
    tamper(folder, out)
    assert main([*call, *more]) == 2
    assert said in capsys.readouterr().err


def test_two_runs_do_not_write_one_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    with batches.Output(out, {}), pytest.raises(batches.Unusable, match="another program is writing it"):
        batches.Output(out, {})


def test_a_place_that_cannot_be_written_is_a_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder), "--out", str(folder / "00.txt" / "out")]) == 2
    assert "cannot be written" in capsys.readouterr().err


class Numbered:
    """A document that is its own number."""

    def __init__(self, number: int) -> None:
        self.where = str(number)

    def mark(self) -> bytes:
        return sha256(self.where.encode()).digest()


def test_a_stream_that_grew_is_gone_on_with(tmp_path: Path) -> None:
    for count in (3, 5, 5, 9):
        with batches.Output(tmp_path / "out", {}) as output:
            rest = output.skip(map(Numbered, range(count)))
            list(output.write((one, Outcome(one.where.encode())) for one in rest))
    assert (tmp_path / "out").read_text().split() == [str(n) for n in range(9)]


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """A function that puts bytes on standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def line(**values: object) -> bytes:
    return json.dumps({"id": "a", "text": TEXT.format(n=3), **values}).encode() + b"\n"


@pytest.mark.parametrize("asked", [{}, {"lang": None}, {"lang": "en"}])
def test_a_line_without_a_language_has_it_guessed(
    asked: dict[str, object], given: Callable[[bytes], None], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    given(line(**asked))
    assert main(["read", "--jsonl"]) == 0
    assert json.loads(capfdbinary.readouterr().out)["lang"] == "en"


@pytest.mark.parametrize("bad", [b"{\n", line(lang="tlh"), line(text=3), line(date="soon"), line(text="Qapla’ batlh")])
def test_a_bad_line_is_a_fault_in_a_stream_and_an_aside_in_a_file(
    bad: bytes, given: Callable[[bytes], None], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given(line() + bad + line())
    assert main(["read", "--jsonl", "--processes", "2"]) == 2
    told = capfd.readouterr()
    assert told.err.startswith("-:2: ")
    assert len(told.out.splitlines()) == 1
    given(line() + bad + line())
    assert main(["read", "--jsonl", "--out", str(tmp_path / "out")]) == 0
    assert len(rows(tmp_path / "out")) == 2
    [aside] = rows(tmp_path / "out.asides.jsonl")
    assert aside["id"] == "-:2"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--jsonl", "a.txt"], "--jsonl and FILE exclude each other"),
        (["a.txt", "b.txt", "--json"], "several statements are JSON lines already"),
        (["a.txt", "--processes", "0"], "--processes cannot be 0"),
    ],
)
def test_a_wrong_call(argv: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", *argv]) == 2
    assert said in capsys.readouterr().err


class Site(BaseHTTPRequestHandler):
    """A site with one statement, and one page that robots may not fetch."""

    def do_GET(self) -> None:
        pages = {
            "/robots.txt": b"User-agent: *\nDisallow: /closed",
            "/statement": f"<html><body><main><p>{TEXT.format(n=4)}</p></main></body></html>".encode(),
        }
        found = pages.get(self.path)
        self.send_response(200 if found else 404)
        self.end_headers()
        self.wfile.write(found or b"")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says it."""


@pytest.fixture
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_statement_is_read_from_its_address(site: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", f"{site}/statement", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["quantities"][0]["value"] == 4_000_000
    assert main(["read", f"{site}/closed"]) == 2
    assert "robots.txt" in capfd.readouterr().err
    assert main(["read", f"{site}/nowhere"]) == 2
    assert "HTTP 404" in capfd.readouterr().err
