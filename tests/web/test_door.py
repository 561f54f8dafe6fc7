"""Who is let in, how much and how often, what is said of it, and what the log keeps: never a name."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from entente.errors import Unusable
from entente.web.app import OPERATIONS, application
from entente.web.keys import Keys
from entente.web.limits import Limits, Rate
from entente.web.operations import Service
from entente.web.problems import PROBLEMS, tongue
from entente.web.server import served, server
from entente.workspace import Settings
from tests.web.conftest import KEY


def query(name: str = "Tareq Mansour al-Wakidi", **properties: Any) -> dict[str, Any]:
    return {"queries": {"q": {"schema": "Person", "properties": {"name": [name], **properties}}}}


@pytest.mark.parametrize("given", [KEY, f"other-key-of-sixteen, {KEY}", f"sha256:{'0f' * 32} {KEY}"])
def test_a_key_is_known_however_it_is_told(given: str) -> None:
    keys = Keys.of(given)
    assert keys.label(f"ApiKey {KEY}") == keys.label(f"bearer {KEY}") == keys.label("", KEY) != ""
    assert keys.label("ApiKey another") == keys.label(f"Basic {KEY}") == keys.label("") == ""
    assert KEY not in repr(keys)


def test_a_key_may_be_set_by_its_digest() -> None:
    [digest] = Keys.of(KEY).digests
    assert Keys.of(f"sha256:{digest}") == Keys.of(KEY)


@pytest.mark.parametrize(("given", "said"), [("short", "shorter than 16"), ("sha256:abc", "no SHA-256 digest")])
def test_a_key_that_keeps_nobody_out_is_refused(given: str, said: str) -> None:
    with pytest.raises(Unusable, match=said):
        Keys.of(given)


def test_every_operation_but_the_open_ones_asks_for_a_key(keyed: Service) -> None:
    client = TestClient(application(keyed))
    for one in OPERATIONS:
        path = one.path.format(dataset="default", id="red:1", property="x")
        status = client.request(one.method, path, params={"prefix": "x"}).status_code
        assert (status == 401) == (not one.admits or one.path == "/updatez"), path
    assert client.get("/catalog", headers={"Authorization": f"ApiKey {KEY}"}).status_code == 200
    answer = client.get("/catalog")
    assert answer.headers["WWW-Authenticate"] == "ApiKey"


def test_without_keys_others_are_not_listened_to(service: Service) -> None:
    with pytest.raises(Unusable, match="no key is set"):
        server(service, "0.0.0.0", 0)
    for host in ("127.0.0.1", "::1", "localhost"):
        assert server(service, host, 0).config.host == host
    assert server(service, "0.0.0.0", 0, anybody=True).config.host == "0.0.0.0"


@pytest.mark.parametrize("rate", ["often", "-1", "nan"])
def test_a_rate_is_a_number(rate: str) -> None:
    with pytest.raises(Unusable, match="no number of requests"):
        served(Settings(api_rate=rate))


def test_a_bucket_holds_two_seconds_and_fills_again() -> None:
    now = [0.0]
    rate = Rate(5.0, lambda: now[0])
    assert [rate.wait("a") for _ in range(10)] == [0.0] * 10
    assert rate.wait("a") == pytest.approx(0.2)
    assert rate.wait("b") == 0.0
    now[0] = 0.41
    assert [rate.wait("a") > 0 for _ in range(3)] == [False, False, True]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"{", "bad-request"),
        (b"[" * 100_000, "bad-request"),
        (b'{"queries": {"q": {"schema": "Person"}}}', "bad-request"),
        (b"\xff\xfe", "bad-request"),
        (b'{"queries": {}}', "no-query"),
        (b'{"queries": {"q": null}}', "no-query"),
        (query(" "), "no-name"),
        (query("x" * 301), "too-long"),
        (query(alias=[f"n{n}" for n in range(60)]), "too-varied"),
        ({"queries": {str(n): query()["queries"]["q"] for n in range(101)}}, "too-many"),
        ({"queries": {"q": {"schema": "Whale", "properties": {}}}}, "no-schema"),
        (query() | {"config": {"x": 1}}, "not-supported"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_code(client: TestClient, body: Any, code: str) -> None:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    answer = client.post("/match/default", content=content)
    assert (answer.status_code, answer.json()["code"]) == (PROBLEMS[code].status, code)
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_body_too_large_is_not_read(service: Service) -> None:
    service.limits = Limits(body=1000)
    client = TestClient(application(service))

    def pieces() -> Iterator[bytes]:
        yield from [b"x" * 400] * 3

    for content in (b"x" * 1001, pieces()):
        answer = client.post("/match/default", content=content)
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")


def test_a_request_has_its_time(service: Service) -> None:
    service.limits = Limits(seconds=0.0)
    answer = TestClient(application(service)).post("/match/default", json=query())
    assert (answer.status_code, answer.json()["code"]) == (503, "too-slow")


def test_until_the_lists_are_there_it_is_said_so(service: Service) -> None:
    service.keeper.current = None
    client = TestClient(application(service))
    assert client.get("/healthz").status_code == 200
    for path in ("/readyz", "/catalog", "/search/default"):
        assert (client.get(path).status_code, client.get(path).json()["code"]) == (503, "not-ready")


def test_nothing_is_said_where_there_is_nothing(client: TestClient) -> None:
    lost, shut = client.get("/nowhere"), client.delete("/match/default")
    assert (lost.status_code, lost.json()["code"]) == (404, "no-page")
    assert (shut.status_code, shut.json()["code"], shut.headers["allow"]) == (405, "no-method", "POST")
    head = client.head("/catalog")
    assert (head.status_code, head.content) == (200, b"")


def test_a_page_of_another_origin_may_ask(client: TestClient) -> None:
    answer = client.get("/healthz", headers={"Origin": "https://refine.example"})
    assert answer.headers["access-control-allow-origin"] == "*"
    ask = {"Origin": "https://refine.example", "Access-Control-Request-Method": "POST"}
    assert client.options("/match/default", headers=ask).status_code == 200


def test_problems_and_reasons_speak_french_when_asked(client: TestClient) -> None:
    french = {"Accept-Language": "fr-CA, en;q=0.5"}
    lost = client.get("/entities/red:9", headers=french)
    assert (lost.json()["detail"], lost.headers["content-language"]) == ("il n'y a pas d'entité red:9", "fr")
    told = client.post("/match/default", json=query(birthDate=["1971"]), headers=french).json()
    [best] = told["responses"]["q"]["results"]
    assert best["explanations"]["word_1"]["detail"] == "identique"


@pytest.mark.parametrize(
    ("header", "lang"),
    [("", "en"), ("fr", "fr"), ("de, fr;q=0.3", "fr"), ("en;q=0.2, fr;q=0.9", "fr"), ("es", "en"), (";;,q=x", "en")],
)
def test_the_language_is_the_one_liked_best(header: str, lang: str) -> None:
    assert tongue(header) == lang


def test_the_log_holds_no_name(
    keyed: Service, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    client = TestClient(application(keyed), raise_server_exceptions=False, headers={"Authorization": f"ApiKey {KEY}"})
    for ask in (
        lambda: client.post("/match/default", json=query("Unheard Of")),
        lambda: client.post("/match/default", content=b'{"queries": {"Unheard": "Unheard"}}'),
        lambda: client.post("/match/default", json={"queries": {"q": {"schema": "Unheard", "properties": {}}}}),
        lambda: client.get("/search/default", params={"q": "Unheard Of"}),
        lambda: client.get("/entities/Unheard"),
        lambda: client.get("/Unheard"),
        lambda: client.get("/reconcile/default", params={"queries": '{"q": {"query": "Unheard Of"}}'}),
        lambda: client.get("/reconcile/default/suggest/entity", params={"prefix": "Unheard"}),
        lambda: client.get("/catalog", params={"api_key": KEY}),
    ):
        ask()

    def fail(*_: object, **__: object) -> None:
        raise ValueError("Unheard Of cannot be screened")

    monkeypatch.setattr(keyed.desk, "screen", fail)
    broken = client.post("/match/default", json=query("Unheard Of"))
    assert (broken.status_code, broken.json()["code"]) == (500, "broken")
    ours = [record.getMessage() for record in caplog.records if record.name.startswith(("entente", "uvicorn"))]
    assert any("POST /match/{dataset} 200" in line and Keys.of(KEY).label("", KEY) in line for line in ours)
    assert any("ValueError at" in line and "test_door.py" in line for line in ours)
    assert not [line for line in ours if "unheard" in line.lower() or KEY in line]


def test_lists_are_loaded_anew_with_a_key_only(keyed: Service, service: Service) -> None:
    assert TestClient(application(service)).post("/updatez").json()["code"] == "not-allowed"
    client = TestClient(application(keyed))
    assert client.post("/updatez").status_code == 401
    assert client.post("/updatez", params={"token": KEY, "sync": "true"}).json() == {"status": "ok"}
