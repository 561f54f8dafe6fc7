"""Keeps the catalogue as new as the lists, while requests go on with the one they began with."""

from __future__ import annotations

import asyncio
import gc
import logging
import multiprocessing
from collections import deque
from collections.abc import Sequence
from pathlib import Path

from entente.errors import Fault
from entente.model.match import Subject
from entente.web.catalogue import Catalogue, edition, open_catalogue, prepare
from entente.web.problems import Problem
from entente.workspace import Settings

__all__ = ["Keeper"]

LOG = logging.getLogger("entente.web")
WARM = 200  # listed names of each data set that are screened before anybody asks
GLANCE = 0.05  # seconds between two looks at whether the other process is done
EVERY = 30.0  # seconds between two looks at the record


class Keeper:
    """The catalogue of the lists in a home, or in files: opened, and opened again when they are others."""

    def __init__(self, settings: Settings, files: Sequence[Path] = ()) -> None:
        self.settings = settings
        self.files = files
        self.current: Catalogue | None = None
        self.turn = asyncio.Lock()
        self.tasks: set[asyncio.Future[None]] = set()

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue. Raises `Problem` until it is there."""
        if self.current is None:
            raise Problem("not-ready")
        return self.current

    async def refresh(self) -> None:
        """Open the catalogue where there is none, or where the lists are others now.

        It is compiled in another process, which shares no interpreter with the requests, and then only loaded.
        """
        async with self.turn:
            now = await asyncio.to_thread(edition, self.settings, self.files)
            if self.current is not None and self.current.edition == now:
                return
            await self._prepared()
            self.current = await asyncio.to_thread(self._opened)
            gc.freeze()  # the catalogue stays: no search for garbage need look through it while somebody waits
            LOG.info("lists loaded: %d data sets, edition %s", len(self.current.datasets), self.current.edition)

    async def _prepared(self) -> None:
        """Have another process compile; it ends with this one, or when nobody waits for it any longer."""
        work = (self.settings, self.files)
        other = multiprocessing.get_context("spawn").Process(target=prepare, args=work, daemon=True)
        other.start()
        try:
            while other.is_alive():
                await asyncio.sleep(GLANCE)
        finally:
            other.kill()

    def _opened(self) -> Catalogue:
        """The catalogue, with what is slow the first time done once."""
        catalogue = open_catalogue(self.settings, self.files)
        for dataset in catalogue.datasets.values():
            index = dataset.screener.index
            names = (index.listing(number).names[0].name for number in range(0, len(index), len(index) // WARM + 1))
            deque(dataset.screener.screen([Subject("", name) for name in names], floor=dataset.alarm), maxlen=0)
        return catalogue

    async def watch(self) -> None:
        """Refresh now and then, for as long as it is let; a fault is logged, and the old catalogue kept."""
        while True:
            await self.try_refresh()
            await asyncio.sleep(EVERY)

    def soon(self) -> None:
        """Refresh beside the requests."""
        task = asyncio.ensure_future(self.try_refresh())
        self.tasks.add(task)  # the loop itself keeps no task alive
        task.add_done_callback(self.tasks.discard)

    async def try_refresh(self) -> None:
        """Refresh; a fault is logged, and the old catalogue kept."""
        try:
            await self.refresh()
        except Fault as fault:
            LOG.error("lists not loaded: %s", fault)
        except Exception as trouble:  # whatever it is, the service goes on with what it has
            LOG.error("lists not loaded: %s", type(trouble).__name__)
