"""The lists become others while requests go on; names asked at once are screened together."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from entente.errors import Unusable
from entente.model.match import Match, Subject
from entente.plugins import one
from entente.screening.screen import Screener
from entente.web.catalogue import ALL, MATCH, open_catalogue
from entente.web.desk import LETTERS, TOGETHER, Desk
from entente.web.keeper import Keeper
from entente.workspace import Settings, Workspace
from tests.web.conftest import LISTINGS, SAMPLES


def test_lists_that_change_are_loaded_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text("\n".join(map(json.dumps, LISTINGS[:2])), encoding="utf-8")
    keeper = Keeper(Settings(home=str(tmp_path)), [file])

    async def go() -> None:
        await keeper.try_refresh()
        first = keeper.catalogue
        await keeper.refresh()
        assert keeper.catalogue is first
        with file.open("a", encoding="utf-8") as more:
            more.write("\n" + json.dumps(LISTINGS[2]))
        await keeper.refresh()
        assert keeper.catalogue is not first
        assert (first.register.get("blue:1"), set(first.datasets)) == (None, {"red", ALL})
        assert keeper.catalogue.register.get("blue:1")
        second = keeper.catalogue
        file.write_text("no list at all", encoding="utf-8")
        await keeper.try_refresh()
        file.unlink()
        await keeper.try_refresh()
        assert keeper.catalogue is second

    asyncio.run(go())
    told = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert ["not a watchlist" in told[0], "no such file" in told[1]] == [True, True]


def test_a_process_that_nobody_waits_for_ends(tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text(json.dumps(LISTINGS[0]), encoding="utf-8")

    async def go() -> None:
        task = asyncio.create_task(Keeper(Settings(home=str(tmp_path)), [file]).refresh())
        while not multiprocessing.active_children():
            await asyncio.sleep(0.01)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(go())
    for child in multiprocessing.active_children():
        child.join(30)
    assert not multiprocessing.active_children()


def test_the_lists_of_a_home_are_served_with_their_day(tmp_path: Path) -> None:
    settings = Settings(home=str(tmp_path))
    with pytest.raises(Unusable, match="no such list is in hand"):
        open_catalogue(settings, ())
    lists = Workspace(settings).lists
    lists.pull(one("watchlists", "un"), [SAMPLES / "un" / "list.xml"], day=date(2026, 3, 1), fewer=True)
    catalogue = open_catalogue(settings, ())
    assert [(d.name, d.day) for d in catalogue.datasets.values()] == [("un", date(2026, 3, 1)), (ALL, date(2026, 3, 1))]
    assert catalogue.datasets["un"].publisher == "United Nations Security Council"
    before = catalogue.edition
    lists.pull(one("watchlists", "un"), [SAMPLES / "un" / "list.xml"], day=date(2026, 3, 2), fewer=True)
    assert open_catalogue(settings, ()).edition != before


def test_a_score_goes_to_the_field_s_scale_and_back(tmp_path: Path) -> None:
    file = tmp_path / "list.jsonl"
    file.write_text("\n".join(map(json.dumps, LISTINGS)), encoding="utf-8")
    dataset = open_catalogue(Settings(home=str(tmp_path)), [file]).datasets[ALL]
    assert dataset.told(dataset.alarm) == MATCH
    assert (dataset.told(0.0), dataset.told(1.0)) == (0.0, 1.0)
    for score in (0.1, dataset.alarm, 0.8):
        assert dataset.ours(dataset.told(score)) == pytest.approx(score)


class Slow(Screener):
    """A screener that keeps which names it was asked together."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def screen(self, subjects: Sequence[Subject], *, floor: float, most: int = 10) -> Iterator[tuple[Match, ...]]:  # type: ignore[override]
        """Nothing, for each."""
        self.batches.append([one.id for one in subjects])
        if any(one.id == "bad" for one in subjects):
            raise ValueError
        yield from ((),) * len(subjects)


def asked(*ids: str, name: str = "x") -> list[Subject]:
    return [Subject(id, name) for id in ids]


def test_what_is_asked_at_once_is_screened_together_and_a_batch_lets_others_in() -> None:
    desk, slow = Desk(), Slow()

    async def go() -> None:
        order: list[str] = []

        async def ask(name: str, count: int) -> None:
            found = await desk.screen(slow, asked(*[name] * count), floor=0.5, most=5)
            assert len(found) == count
            order.append(name)

        await asyncio.gather(ask("batch", 100), ask("one", 1), ask("two", 1))
        assert order[-1] == "batch"
        assert set(slow.batches[0]) == {"batch", "one", "two"}
        assert all(len(batch) <= TOGETHER for batch in slow.batches)
        assert sum(map(len, slow.batches)) == 102
        assert not desk.jobs
        assert not desk.busy

    asyncio.run(go())


def test_long_names_are_screened_few_at_a_time() -> None:
    slow = Slow()
    names = asked(*map(str, range(20)), name="x" * LETTERS)
    assert len(asyncio.run(Desk().screen(slow, names, floor=0.5, most=5))) == 20
    assert {len(batch) for batch in slow.batches} == {1}


def test_trouble_reaches_those_who_wait_and_nobody_later() -> None:
    desk, slow = Desk(), Slow()

    async def go() -> None:
        with pytest.raises(ValueError):
            await desk.screen(slow, asked("bad"), floor=0.5, most=5)
        gone = asyncio.ensure_future(desk.screen(slow, asked("gone"), floor=0.5, most=5))
        await asyncio.sleep(0)
        gone.cancel()
        assert await desk.screen(slow, asked("later", "and"), floor=0.5, most=5) == [(), ()]
        assert await desk.screen(slow, [], floor=0.5, most=5) == []

    asyncio.run(go())
