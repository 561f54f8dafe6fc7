"""The chat reader against a server of our own, that answers well, badly, late, or not at all."""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from entente.cli.main import main
from entente.errors import Unreadable, Unusable
from entente.readers import Service, chat

TEXT = "The council of the valley gave 40 blankets, then 40 blankets more, to the people of the town."


class Model(BaseHTTPRequestHandler):
    """A model that answers as the test says."""

    answer: Callable[[], tuple[int, bytes]]
    asked: list[tuple[str, dict[str, str], Any]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        type(self).asked.append((self.path, dict(self.headers), json.loads(body)))
        status, data = type(self).answer()
        self.send_response(status)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the test says it."""


@pytest.fixture
def service() -> Iterator[Service]:
    Model.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Model)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield Service(f"http://127.0.0.1:{server.server_port}/v1/", "secret-key", "small")
    server.shutdown()
    thread.join()
    server.server_close()


def says(content: object, **choice: object) -> Callable[[], tuple[int, bytes]]:
    written = content if isinstance(content, str) else json.dumps(content)
    answer = {"choices": [{"message": {"content": written}, "finish_reason": "stop", **choice}]}
    return lambda: (200, json.dumps(answer).encode())


def test_items_are_placed_where_their_words_stand(service: Service) -> None:
    Model.answer = says(
        {
            "quantities": [{"surface": "40 blankets"}, {"surface": "40 blankets"}, {"surface": "50 tents"}, 3],
            "songs": [],
        }
    )
    told = chat.READER.open(service)(TEXT, "en", None)
    places = [(one.get("start"), one.get("end")) for one in told["quantities"]]
    assert places[:2] == [(31, 42), (49, 60)]
    assert places[2][0] == -1
    assert places[3] == (None, None)
    [(path, headers, asked)] = Model.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret-key"
    assert asked["model"] == "small"
    assert TEXT in asked["messages"][1]["content"]


def test_json_in_a_fence_is_read(service: Service) -> None:
    Model.answer = says('```json\n{"dates": []}\n```')
    assert chat.READER.open(service)(TEXT, "en", None) == {"dates": []}


BAD: list[tuple[Callable[[], tuple[int, bytes]], str]] = [
    (lambda: (401, b"no"), "the service answers HTTP 401"),
    (lambda: (503, b""), "the service answers HTTP 503"),
    (lambda: (200, b"<html>"), "the answer is not what was asked for"),
    (lambda: (200, b'{"choices": []}'), "the answer is not what was asked for"),
    (lambda: (200, b"[" * 100_000), "the answer is not what was asked for"),
    (says("I think that"), "the answer is not what was asked for"),
    (says([1]), "the answer is no JSON object"),
    (says(None, message={"content": None}), "the answer is not what was asked for"),
    (says("", message={"content": None, "refusal": "I would rather not"}), "the model refuses: I would rather not"),
    (says("", finish_reason="content_filter"), "the model refuses: content_filter"),
    (says('{"quantities": [', finish_reason="length"), "the answer was cut short"),
]


@pytest.mark.parametrize(("answer", "said"), BAD, ids=[said for _, said in BAD])
def test_a_bad_answer_is_a_fault(answer: Callable[[], tuple[int, bytes]], said: str, service: Service) -> None:
    Model.answer = answer
    with pytest.raises(Unreadable, match=said) as fault:
        chat.READER.open(service)(TEXT, "en", None)
    assert "secret-key" not in fault.value.say()


def test_an_answer_that_is_too_large_is_a_fault(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat, "_LARGEST", 10)
    Model.answer = says({})
    with pytest.raises(Unreadable, match="larger than 10 bytes"):
        chat.READER.open(service)(TEXT, "en", None)


def test_a_service_that_is_silent_is_a_fault(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    def late() -> tuple[int, bytes]:
        time.sleep(0.5)
        return 200, b""

    monkeypatch.setattr(chat, "_PATIENCE", 0.1)
    Model.answer = late
    with pytest.raises(Unreadable, match="the service does not answer: timed out"):
        chat.READER.open(service)(TEXT, "en", None)


def test_a_service_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(Unreadable, match="the service does not answer"):
        chat.READER.open(Service("http://127.0.0.1:9", "", "small"))(TEXT, "en", None)


@pytest.mark.parametrize("service", [Service(), Service("file:///etc/hosts", "", "m"), Service("http://localhost")])
def test_settings_that_name_no_service_are_a_fault(service: Service) -> None:
    with pytest.raises(Unusable, match="set reader_url and reader_model"):
        chat.READER.open(service)


def test_a_batch_sets_aside_what_the_reader_cannot_read(
    service: Service, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"": "chat", "_URL": service.url, "_KEY": service.key, "_MODEL": service.model}.items():
        monkeypatch.setenv(f"ENTENTE_READER{name}", value)
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path))
    answers = [says({"quantities": [{"surface": "40 blankets", "value": 41}]}), lambda: (500, b""), says({})]
    Model.answer = lambda: answers.pop(0)()
    line = json.dumps({"id": "a", "text": TEXT, "lang": "en"}).encode() + b"\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(3 * line)))
    assert main(["read", "--jsonl", "--out", str(tmp_path / "out")]) == 0
    read = [json.loads(row) for row in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert [[quantity["value"] for quantity in row["quantities"]] for row in read] == [[40, 40], [40, 40]]
    [aside] = (tmp_path / "out.asides.jsonl").read_text("utf-8").splitlines()
    assert json.loads(aside)["reason"] == "the service answers HTTP 500"


def test_no_outside_reader_is_asked_unless_it_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from entente.workspace import Settings, Workspace

    monkeypatch.delenv("ENTENTE_READER", raising=False)
    monkeypatch.setenv("ENTENTE_HOME", str(tmp_path))
    assert Workspace(Settings.load()).reader is None
