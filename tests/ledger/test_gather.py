"""A source fetched from its publisher: a local server that replays recorded answers, page by page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from entente import plugins
from entente.feeds.fetch import Fetcher
from entente.ledger import Facts
from entente.ledger.gather import gather
from entente.ledger.pull import Found, Left, Pulled, Puller
from entente.ledger.record import Record
from entente.sources import Address, Source
from tests.feeds.replay import Handler, Replay, replaying

SAMPLES = Path(__file__).parents[1] / "samples" / "sources"


@pytest.fixture
def replay() -> Iterator[Replay]:
    with replaying() as told:
        yield told


def served(name: str, replay: Replay, path: str) -> Source:
    """A source whose one address is the server's."""
    source: Source = plugins.one("sources", name)
    [address, *_] = [one for one in source.addresses if one.follow] or source.addresses
    return replace(source, addresses=(Address(address.name, replay.address + path, address.follow),))


def gives(page: Any) -> Any:
    return lambda handler, _: Handler.give(handler, 200, json.dumps(page).encode(), ETag=f'"{len(json.dumps(page))}"')


def pull(source: Source, home: Path, *, fewer: bool = False) -> list[Pulled | Left]:
    puller = Puller(source=source, home=home, record=Record(home / "record.db"), fewer=fewer)
    return list(puller.pull(gather(source, Fetcher(home / "downloads", waits=0.01, patience=2))))


def test_pages_that_count_themselves(replay: Replay, tmp_path: Path) -> None:
    first = json.loads((SAMPLES / "unhcr" / "page.json").read_text()) | {"maxPages": 2}
    second = first | {"page": 2, "items": [first["items"][0] | {"year": 2032}]}
    replay.answers["/population?page=1"], replay.answers["/population?page=2"] = gives(first), gives(second)
    source = served("unhcr", replay, "/population?page=1")
    [pulled] = pull(source, tmp_path)
    assert isinstance(pulled, Pulled)
    assert (pulled.name, dict(pulled.rows)) == ("population.zip", {"asides": 0, "stocks": 4})
    facts = Facts(tmp_path, Record(tmp_path / "record.db"))
    assert [facts.people("idps", year=year, born=["IRQ"]).value for year in (2031, 2032)] == [410, 410]


def test_pages_that_name_the_next_one(replay: Replay, tmp_path: Path) -> None:
    first = json.loads((SAMPLES / "fts" / "page.json").read_text())
    second = json.loads(json.dumps(first).replace('"9100"', '"9200"'))
    first["meta"]["nextLink"] = f"{replay.address}/flows?page=2"
    replay.answers["/flows"], replay.answers["/flows?page=2"] = gives(first), gives(second)
    [pulled] = pull(served("fts", replay, "/flows"), tmp_path)
    assert isinstance(pulled, Pulled)
    assert dict(pulled.rows) == {"asides": 0, "flows": 2}


def test_fewer_pages_leave_nothing_of_the_old_ones(replay: Replay, tmp_path: Path) -> None:
    page = json.loads((SAMPLES / "unhcr" / "page.json").read_text())
    replay.answers["/p?page=1"] = gives(page | {"maxPages": 2})
    replay.answers["/p?page=2"] = gives(page | {"page": 2, "items": [page["items"][0] | {"year": 2032}]})
    source = served("unhcr", replay, "/p?page=1")
    pull(source, tmp_path)
    replay.answers["/p?page=1"] = gives(page)
    pull(source, tmp_path)
    facts = Facts(tmp_path, Record(tmp_path / "record.db"))
    assert facts.people("idps", year=2032, born=["IRQ"]).value is None
    assert facts.people("idps", year=2031, born=["IRQ"]).value == 410


def test_an_unchanged_source_is_not_loaded_again(replay: Replay, tmp_path: Path) -> None:
    raw = (SAMPLES / "ecb" / "history.csv").read_bytes()

    def conditional(handler: Handler, _: int) -> None:
        known = handler.headers.get("If-None-Match") == '"one"'
        handler.give(304, b"") if known else handler.give(200, raw, ETag='"one"')

    replay.answers["/rates"] = conditional
    source = served("ecb", replay, "/rates")
    [first], [second] = pull(source, tmp_path), pull(source, tmp_path)
    assert isinstance(first, Pulled)
    assert isinstance(second, Pulled)
    assert (first.new, second.new) == (True, False)


def test_an_address_that_fails_is_left_and_the_others_go_on(replay: Replay, tmp_path: Path) -> None:
    raw = (SAMPLES / "ecb" / "history.csv").read_bytes()
    replay.answers["/rates"] = lambda handler, _: handler.give(200, raw)
    good = served("ecb", replay, "/rates")
    both = replace(good, addresses=(Address("gone", f"{replay.address}/gone"), *good.addresses))
    gone, pulled = pull(both, tmp_path)
    assert isinstance(gone, Left)
    assert "HTTP 404" in gone.why.say()
    assert isinstance(pulled, Pulled)


def test_the_year_is_filled_in(replay: Replay, tmp_path: Path) -> None:
    source = served("ecb", replay, "/rates-{year}")
    list(gather(source, Fetcher(tmp_path, waits=0.01)))
    assert any(path.startswith("/rates-20") for path, _ in replay.asked)


def test_what_is_found_keeps_the_address_it_came_from(replay: Replay, tmp_path: Path) -> None:
    replay.answers["/rates"] = lambda handler, _: handler.give(200, b"x")
    [found] = gather(served("ecb", replay, "/rates"), Fetcher(tmp_path, waits=0.01))
    assert isinstance(found, Found)
    assert found.address == f"{replay.address}/rates"
