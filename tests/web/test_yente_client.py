"""The published client of yente works against the service as it is: its calls, awaited and not, over a real server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from entente.web.operations import Service
from tests.web.conftest import KEY

yente_client = pytest.importorskip("yente_client", reason="yente-client is not installed")
from yente_client import AsyncClient, Client  # noqa: E402
from yente_client.entities import Airplane, Company, LegalEntity, Organization, Person, Vessel  # noqa: E402
from yente_client.exceptions import AuthenticationError, BadRequestError, NotFoundError, RateLimitError  # noqa: E402

Run = Callable[[Service], str]


def test_every_call_of_the_client_is_answered(service: Service, running: Run) -> None:
    with Client(base_url=running(service)) as client:
        assert client.healthz().status == client.readyz().status == "ok"
        catalogue = client.datasets()
        assert catalogue.current == ["red", "blue", "default"]
        assert {one.name: one.entity_count for one in catalogue.datasets} == {"red": 2, "blue": 53, "default": 55}
        assert client.datasets() == catalogue  # told as not modified, and kept by the client
        assert [one.name for one in client.algorithms().algorithms] == [client.algorithms().best]
        found = client.match(Person(name="Tariq Mansur Wakidi", birthDate="1971-05-23", nationality="iq"))
        assert found.top is not None
        assert (found.top.id, found.top.match, found.top.schema_) == ("red:1", True, "Person")
        assert found.top.properties["weakAlias"] == ["Abu Mansour"]
        assert found.query["properties"]["birthDate"] == ["1971-05-23"]
        one = client.fetch("red:1")
        assert (one.caption, one.datasets, one.target) == ("Tareq Mansour al-Wakidi", ["red"], True)
        assert client.adjacent("red:1").adjacent == {}
        assert client.adjacent("red:1", prop="ownershipOwner").total.value == 0
        with pytest.raises(NotFoundError, match="no entity red:9"):
            client.fetch("red:9")
        with pytest.raises(NotFoundError):
            client.statements(canonical_id="red:1")


def test_our_reasons_are_its_explanations(service: Service, running: Run) -> None:
    with Client(base_url=running(service)) as client:
        told = client.match(Person(name="Tareq Mansour Wakidy", birthDate="1980", idNumber="X001-2345")).top
    assert told is not None
    reasons = {name: (one.query, one.candidate, one.detail) for name, one in told.explanations.items()}
    assert reasons["word_1"] == ("Tareq", "Tareq", "the same")
    assert reasons["word_3"] == ("Wakidy", "Wakidi", "sounds alike")
    assert told.explanations["birth_date"].score < 0 < told.explanations["identifier"].score
    assert reasons["birth_date"][2] == "born 1980, listed as born 1971-05-23"
    assert set(told.contributing_explanations) == set(told.explanations)


@pytest.mark.parametrize(
    ("example", "id"),
    [
        (Organization(name="Zaretsky Machine Works"), "red:2"),
        (Company(name="Zaretsky Machine Works Limited"), "red:2"),
        (LegalEntity(name="Zaretsky Vladislav Petrovich"), "blue:1"),
        (Vessel(name="Northern Lantern", flag="pa"), "blue:2"),
        (Airplane(name="Grey Heron Nine"), "blue:3"),
        (Person(firstName="Vladislav", middleName="Petrovich", lastName="Zaretsky"), "blue:1"),
        (Person(name="nobody at all", alias=["Vladislav Petrovich Zaretski"]), "blue:1"),
    ],
)
def test_each_schema_finds_its_listing(service: Service, running: Run, example: object, id: str) -> None:
    with Client(base_url=running(service)) as client:
        top = client.match(example).top
        assert top is not None
        assert (top.id, top.match) == (id, True)
        assert client.fetch(id).schema_ == top.schema_


def test_filters_leave_what_they_should(service: Service, running: Run) -> None:
    asked = Person(name="Tareq Mansour al-Wakidi")
    with Client(base_url=running(service)) as client:

        def ids(**filters: object) -> list[str]:
            return [one.id for one in client.match(asked, **filters).results]

        assert (
            ids() == ids(datasets=["red"]) == ids(datasets=["default", "red"]) == ids(topics=["sanction"]) == ["red:1"]
        )
        assert ids(datasets=["blue"]) == ids(exclude_datasets=["red"]) == ids(exclude_schemata=["Person"]) == []
        assert ids(exclude_entities=["red:1"]) == ids(topics=["role.pep"]) == ids(limit=0) == []
        assert ids(cutoff=1.0, threshold=1.0) == []
        assert [one.match for one in client.match(asked, threshold=1.0).results] == [False]
        with pytest.raises(BadRequestError, match="changed_since is not supported"):
            ids(changed_since="2026-01-01")
        with pytest.raises(BadRequestError, match="weights is not supported"):
            client.match(asked, weights={"name": 1.0})
        with pytest.raises(BadRequestError, match="no algorithm logic-v9; there are entente, best"):
            client.match(asked, algorithm="logic-v9")
        with pytest.raises(NotFoundError, match="no dataset green; there are red, blue, default"):
            client.match(asked, datasets=["green"])


def test_a_search_finds_words_and_their_beginnings(service: Service, running: Run) -> None:
    with Client(base_url=running(service)) as client:

        def ids(q: str, **filters: object) -> list[str]:
            return [one.id for one in client.search(q, **filters).results]

        assert ids("zaretsky") == ["blue:1", "red:2"]
        assert ids("wakidi tareq") == ids("TAR wak") == ids("red:1") == ["red:1"]
        assert ids("zaretsky", schema="Company") == ids("zaretsky", datasets=["red"]) == ["red:2"]
        assert ids("Tarik Wakidy") == []
        assert ids("Tarik Mansur Wakidy", fuzzy=True) == ["red:1"]
        assert ids("", countries=["pa"]) == ids("lantern", schema="Vessel") == ["blue:2"]
        page = client.search("filler", limit=3, offset=49, facets=["datasets", "schema"])
        assert (page.total.value, len(page.results), page.offset) == (50, 1, 49)
        assert {name: [(v.name, v.count) for v in facet.values] for name, facet in page.facets.items()} == {
            "datasets": [("blue", 50)],
            "schema": [("Person", 50)],
        }


def test_keys_and_rates_are_the_client_s_own_errors(keyed: Service, running: Run) -> None:
    keyed.rate.rate = 3.0
    address = running(keyed)
    with Client(base_url=address) as stranger:
        assert stranger.readyz().status == "ok"
        with pytest.raises(AuthenticationError, match="asks for a key"):
            stranger.datasets()
    with Client(base_url=address, api_key=KEY) as known, pytest.raises(RateLimitError) as often:
        [known.datasets() for _ in range(20)]
    assert often.value.retry_after == 1


def test_the_awaited_client_is_answered_too(service: Service, running: Run) -> None:
    address = running(service)

    async def ask() -> None:
        async with AsyncClient(base_url=address) as client:
            names = ["Tareq Mansour al-Wakidi", "Vladislav Petrovich Zaretsky", "Filler12 Person12", "Nobody Known"]
            found = await asyncio.gather(*(client.match(Person(name=name)) for name in names * 10))
            assert [one.top and one.top.id for one in found] == ["red:1", "blue:1", "blue:12", None] * 10
            assert (await client.search("lantern")).results[0].id == "blue:2"
            assert (await client.fetch("blue:2")).properties["flag"] == ["pa"]
            assert (await client.datasets()).index_stale is False

    asyncio.run(ask())
