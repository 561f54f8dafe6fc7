"""The lists that are served: each as a data set of its own, and all of them together."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from entente import plugins
from entente.errors import Fault, Unusable
from entente.screening.index import Index
from entente.screening.screen import Screener
from entente.screening.thresholds import threshold
from entente.watchlists import Watchlist
from entente.web.register import Register
from entente.workspace import Settings, Workspace

__all__ = ["ALL", "Catalogue", "Dataset", "edition", "open_catalogue", "prepare"]

ALL = "default"  # the data set of all lists, as the field calls it
MATCH = 0.7  # the score from which the field speaks of a match


@dataclass(frozen=True, eq=False)
class Dataset:
    """A data set: its lists, what screens against it, and the scores that 1 % and 30 % of innocent names reach.

    Scores are told on the field's scale, on which 0.70 is a match: there 0.70 is the score that 1 % of innocent names
    reach in this very data set. Below and above it the scale is straight.
    """

    name: str
    title: str
    publisher: str
    home: str
    lists: tuple[str, ...]
    day: date | None
    screener: Screener
    alarm: float
    lowest: float

    def __len__(self) -> int:
        """The number of listings."""
        return len(self.screener.index)

    def told(self, score: float) -> float:
        """A score of ours on the field's scale."""
        if score <= self.alarm:
            return MATCH * score / self.alarm
        return MATCH + (1.0 - MATCH) * (score - self.alarm) / (1.0 - self.alarm)

    def ours(self, told: float) -> float:
        """A score on the field's scale as ours."""
        if told <= MATCH:
            return self.alarm * told / MATCH
        return self.alarm + (1.0 - self.alarm) * (told - MATCH) / (1.0 - MATCH)


@dataclass(frozen=True, eq=False)
class Catalogue:
    """The data sets by name, what finds their listings by words, and the edition of the lists they were made of."""

    datasets: Mapping[str, Dataset]
    register: Register
    edition: str


def edition(settings: Settings, files: Sequence[Path]) -> str:
    """What tells that the lists of the home, or the files, are the same. Raises `Unusable` where there is none."""
    if files:
        missing = next((file for file in files if not file.is_file()), None)
        if missing:
            raise Unusable(str(missing), "there is no such file")
        looks = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
        return _short(repr(looks))
    held = Workspace(settings).lists.held()
    if not held:
        hint = "entente lists pull takes one in; --watchlist FILE serves a file"
        raise Unusable("watchlist", "no such list is in hand", hint=hint)
    return _short(repr([(name, one.snapshots, one.day) for name, one in held.items()]))


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


def open_catalogue(settings: Settings, files: Sequence[Path]) -> Catalogue:
    """The catalogue of the lists in the home, or in files. Raises `Unusable` where there is none."""
    house = Workspace(settings)
    made = edition(settings, files)
    whole = house.index_of(files) if files else house.index()
    days = {} if files else {name: held.day for name, held in house.lists.held().items()}
    datasets = {name: _one(name, house.index_in(whole, name), days.get(name)) for name in whole.lists}
    latest = max(days.values(), default=None)
    datasets[ALL] = Dataset(ALL, "All lists", "", "", whole.lists, latest, Screener(whole), *_scores(whole))
    return Catalogue(datasets, Register(whole), made)


def prepare(settings: Settings, files: Sequence[Path]) -> None:
    """Compile the catalogue into the home's cache, in a process of its own, so that requests go on undisturbed.

    It steps back behind them where there is one core. A fault is left to whoever opens the catalogue after it.
    """
    with suppress(AttributeError, OSError):  # not on Windows
        os.nice(10)
    with suppress(Fault):
        open_catalogue(settings, files)


def _one(name: str, index: Index, day: date | None) -> Dataset:
    about: Watchlist | None = plugins.one("watchlists", name) if name in plugins.names("watchlists") else None
    title, publisher, home = (about.title, about.publisher, about.home) if about else (name, "", "")
    return Dataset(name, title, publisher, home, (name,), day, Screener(index), *_scores(index))


def _scores(index: Index) -> tuple[float, float]:
    alarm, lowest = (threshold(index.lists, len(index), rate) for rate in ("1 %", "30 %"))
    return alarm, lowest
