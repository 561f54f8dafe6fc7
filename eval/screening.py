"""Scores of screening on the labelled names of `shared/screening`, by its own scorer, and on name pairs."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from entente.names.alignment import align
from entente.names.words import readings
from entente.screening.compiling import compile_listings
from entente.screening.index import Index

__all__ = ["scores"]

# Of the scorer's table: the list, the test, and the column after the count.
MEASURES = {
    "all FAIR first": ("all", "FAIR", 0),
    "all FAIR at 1 %": ("all", "FAIR", 1),
    "all FAIR at 0.1 %": ("all", "FAIR", 2),
    "all typo at 1 %": ("all", "typo", 1),
    "all native-arabic at 1 %": ("all", "native-arabic", 1),
    "all native-cyrillic at 1 %": ("all", "native-cyrillic", 1),
    "un natural first": ("un", "natural", 0),
    "un natural at 1 %": ("un", "natural", 1),
    "un natural at 0.1 %": ("un", "natural", 2),
}
FOLDS = 5


def scores(shared: Path) -> dict[str, float]:
    """Recall first and at the stated false-alarm rates, and the F1 of name pairs by cross-validation."""
    folder = shared / "screening"
    with tempfile.TemporaryDirectory() as home:
        tables = {lists: _table(folder, lists, Path(home)) for lists in ("all", "un")}
    found = {name: tables[lists][test][column] for name, (lists, test, column) in MEASURES.items()}
    return found | {"name pairs F1": _pairs(folder)}


def _table(folder: Path, lists: str, home: Path) -> dict[str, list[float]]:
    """The scorer's table for all listings or the United Nations' alone: by test, recall first, at 1 %, at 0.1 %."""
    scorer = [sys.executable, str(folder / "score.py"), "--lists", lists, str(folder / "queries-dev.jsonl")]
    names = subprocess.run([*scorer, "--names"], capture_output=True, check=True).stdout
    watchlist = home / f"{lists}.jsonl"
    with (folder / "listings.jsonl").open(encoding="utf-8") as lines:
        watchlist.write_text("".join(line for line in lines if lists in ("all", json.loads(line)["list"])), "utf-8")
    screener = [sys.executable, "-m", "entente", "screen", "--watchlist", str(watchlist), "--jsonl"]
    environment = os.environ | {"ENTENTE_HOME": str(home)}
    matches = subprocess.run(screener, input=names, capture_output=True, check=True, env=environment).stdout
    table = subprocess.run(scorer, input=matches, capture_output=True, check=True).stdout.decode()
    rows = (line.split() for line in table.splitlines()[1:])
    return {row[0]: [float(cell) for cell in row[2:]] for row in rows}


def _pairs(folder: Path) -> float:
    """F1 of the labelled pairs: the threshold that is best on four fifths decides the last, in turn."""
    index = _index(folder / "listings.jsonl")
    with (folder / "pairs" / "name_bench.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    judged = [(_agreement(index, row["name1"], row["name2"]), row["is_match"] == "true") for row in rows]
    decided: list[tuple[bool, bool]] = []
    for fold in range(FOLDS):
        rest = [pair for number, pair in enumerate(judged) if number % FOLDS != fold]
        limit = max((score for score, _ in rest), key=partial(_f1_at, rest))
        decided += [(score >= limit, truth) for score, truth in judged[fold::FOLDS]]
    return _f1(decided)


def _index(listings: Path) -> Index:
    from entente.ledger.lists import read_list, recognised

    watchlist, part = recognised(listings)
    return compile_listings(read_list(watchlist, {part.name: listings}).listings)


def _agreement(index: Index, one: str, other: str) -> float:
    """The agreement of two names."""
    return max(
        (align(asked, listed, index.rarity).agreement for asked in readings(one) for listed in readings(other)),
        default=0.0,
    )


def _f1_at(judged: Sequence[tuple[float, bool]], limit: float) -> float:
    return _f1([(score >= limit, truth) for score, truth in judged])


def _f1(decided: Sequence[tuple[bool, bool]]) -> float:
    right = sum(said and truth for said, truth in decided)
    told = sum(said for said, _ in decided) + sum(truth for _, truth in decided)
    return 2 * right / told if told else 0.0
