"""The reconciliation API: every answer holds to the specification, and says what the lists say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from entente.web.app import application
from entente.web.operations import Service
from tests.web import reconciliation as spec
from tests.web.conftest import KEY

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")


def held(shape: dict[str, Any], answer: Any) -> Any:
    assert answer.status_code == 200, answer.text
    jsonschema.validate(answer.json(), shape, cls=jsonschema.Draft202012Validator)
    return answer.json()


def asked(client: TestClient, queries: dict[str, Any], dataset: str = "default") -> Any:
    form = {"queries": json.dumps(queries)}
    posted = held(spec.RESULTS, client.post(f"/reconcile/{dataset}", data=form))
    assert held(spec.RESULTS, client.get(f"/reconcile/{dataset}", params=form)) == posted
    return posted


def test_the_manifest_leads_to_every_service(client: TestClient) -> None:
    manifest = held(spec.MANIFEST, client.get("/reconcile/red"))
    assert manifest["versions"] == ["0.2"]
    assert "authentication" not in manifest
    for what, prefix, id in (("entity", "wak", "red:1"), ("property", "birth", "birthDate"), ("type", "ves", "Vessel")):
        path = manifest["suggest"][what]
        answer = client.get(path["service_url"] + path["service_path"], params={"prefix": prefix})
        assert id in [one["id"] for one in held(spec.SUGGESTIONS, answer)["result"]]
    path = manifest["extend"]["propose_properties"]
    proposed = held(spec.PROPOSED, client.get(path["service_url"] + path["service_path"], params={"type": "Vessel"}))
    assert "imoNumber" in [one["id"] for one in proposed["properties"]]
    assert "birthDate" not in [one["id"] for one in proposed["properties"]]
    assert manifest["view"]["url"] == manifest["preview"]["url"]
    page = client.get(manifest["preview"]["url"].replace("{{id}}", "red:1"), headers={"Accept-Language": "fr"})
    assert page.headers["content-type"].startswith("text/html")
    assert "<dt>naissance</dt><dd>1971-05-23</dd>" in page.text


def test_a_match_is_the_only_one_of_that_very_name(client: TestClient) -> None:
    found = asked(
        client,
        {
            "same": {"query": "AL-WAKIDI, Tareq Mansour", "type": "Person", "limit": 3},
            "near": {"query": "Tarik Mansur Wakidy"},
            "born": {"query": "Tareq Mansour al-Wakidi", "properties": [{"pid": "birthDate", "v": "1950"}]},
            "id": {"query": "blue:2"},
            "none": {"query": "Somebody Else", "type": ["Person"]},
            "ship": {"properties": [{"pid": "name", "v": ["Northern Lantern"]}], "type": [{"id": "Vessel"}]},
        },
    )
    best = {key: (one["result"][0]["id"], one["result"][0]["match"]) for key, one in found.items() if one["result"]}
    assert best == {
        "same": ("red:1", True),
        "near": ("red:1", False),
        "id": ("blue:2", True),
        "ship": ("blue:2", True),
        "born": ("red:1", False),
    }
    assert found["none"]["result"] == []
    features = {one["id"]: one["value"] for one in found["born"]["result"][0]["features"]}
    assert features["word_1"] > 0 > features["birth_date"]


def test_a_data_set_holds_its_own_only(client: TestClient) -> None:
    found = asked(client, {"a": {"query": "Northern Lantern"}, "b": {"query": "blue:2"}}, "red")
    assert [one["result"] for one in found.values()] == [[], []]
    answer = client.get("/reconcile/red/suggest/entity", params={"prefix": "zar"})
    assert [one["id"] for one in answer.json()["result"]] == ["red:2"]


def test_properties_are_told_by_entity(client: TestClient) -> None:
    extend = {
        "ids": ["red:1", "blue:2", "red:9"],
        "properties": [{"id": "birthDate"}, {"id": "name"}, {"id": "unknown"}],
    }
    told = held(spec.EXTENDED, client.post("/reconcile/default", data={"extend": json.dumps(extend)}))
    assert [one["id"] for one in told["meta"]] == ["birthDate", "name"]
    assert told["rows"] == {
        "red:1": {"birthDate": [{"str": "1971-05-23"}], "name": [{"str": "Tareq Mansour al-Wakidi"}]},
        "blue:2": {"birthDate": [], "name": [{"str": "Northern Lantern"}]},
        "red:9": {"birthDate": [], "name": []},
    }


def test_suggestions_go_on_where_they_stopped(client: TestClient) -> None:
    def ids(cursor: int) -> list[str]:
        answer = client.get("/reconcile/blue/suggest/entity", params={"prefix": "fill", "cursor": cursor})
        return [one["id"] for one in held(spec.SUGGESTIONS, answer)["result"]]

    assert len({*ids(0), *ids(25)}) == 50
    assert ids(50) == []


def test_a_key_goes_on_into_the_addresses(keyed: Service) -> None:
    client = TestClient(application(keyed))
    manifest = held(spec.MANIFEST, client.get("/reconcile/default"))
    assert manifest["authentication"] == {"type": "apiKey", "name": "api_key", "in": "query"}
    queries = {"queries": json.dumps({"q": {"query": "Northern Lantern"}})}
    assert client.get("/reconcile/default", params=queries).status_code == 401
    assert client.post("/reconcile/default", data=queries).status_code == 401
    key = {"api_key": KEY}
    known = held(spec.MANIFEST, client.get("/reconcile/default", params=key))
    path = known["suggest"]["entity"]
    assert client.get(f"{path['service_url']}{path['service_path']}&prefix=lan").status_code == 200
    assert client.post("/reconcile/default", params=key, data=queries).status_code == 200


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({}, "no-query"),
        ({"queries": "{"}, "bad-request"),
        ({"queries": "[" * 100_000}, "bad-request"),
        ({"queries": '{"q": {"query": "x", "limit": 0}}'}, "bad-request"),
        ({"queries": '{"q": {"query": ""}}'}, "no-name"),
        ({"queries": '{"q": {"query": "x", "type": "Whale"}}'}, "no-schema"),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(101)})}, "too-many"),
        ({"extend": '{"ids": []}'}, "bad-request"),
    ],
)
def test_what_cannot_be_read_is_said(client: TestClient, form: dict[str, str], code: str) -> None:
    answer = client.post("/reconcile/default", data=form)
    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_the_same_number_under_another_name_is_not_that_very_name(client: TestClient) -> None:
    passport = [{"pid": "passportNumber", "v": "X0012345"}]
    found = asked(client, {"q": {"query": "Somebody Else", "type": "Person", "properties": passport}})
    [candidate] = found["q"]["result"]
    assert (candidate["id"], candidate["match"]) == ("red:1", False)
