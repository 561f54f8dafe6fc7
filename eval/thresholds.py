"""Sets the thresholds of screening on half of the innocent names of `shared/screening`, and verifies them on the other.

    python -m eval.thresholds

Prints, for each list, the score that each stated rate of innocent names exceeds on one half, and the rate of the other
half that exceeds it. The first half of the people and bodies are those at even places of their files.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from entente.ledger.lists import read_list, recognised
from entente.model.match import Subject
from entente.screening.compiling import compile_listings
from entente.screening.index import Index
from entente.screening.screen import Screener
from entente.screening.thresholds import RATES, threshold
from eval.gate import shared_folder

LISTS = ("all", "un", "ofac", "eu", "uk")
SHARES = {"person": 0.76, "organisation": 0.24}  # as in the labelled queries
LEAST = 0.15  # a floor under all thresholds
PEOPLE = 40_000  # that are screened at most


def main() -> int:
    """Print the thresholds of each list, those in force beside them, and what they hold on the other half."""
    folder = shared_folder()
    if not folder.is_dir():
        print(f"skipped: there is no folder {folder.name} beside the checkout")
        return 0
    print(f"{'list':<6}{'rate':>8}{'set on one half':>18}{'on the other':>14}{'in force':>10}{'on the other':>14}")
    for name in LISTS:
        index = listed_index(folder / "screening" / "listings.jsonl", name)
        halves = [_weighed(index, list(innocents(folder / "screening"))[half::2]) for half in (0, 1)]
        for rate in RATES:
            limit = exceeded(halves[0], float(rate.removesuffix(" %")) / 100)
            force = threshold({name} if name != "all" else index.lists, len(index), rate)
            held = [f"{_share(halves[1], each):.3%}" for each in (limit, force)]
            print(f"{name:<6}{rate:>8}{limit:>18.4f}{held[0]:>14}{force:>10.4f}{held[1]:>14}", flush=True)
    return 0


def listed_index(listings: Path, name: str) -> Index:
    """The index of a file of listings: of one list, or of "all"."""
    watchlist, part = recognised(listings)
    found = read_list(watchlist, {part.name: listings}).listings
    return compile_listings(each for each in found if name in ("all", each.list))


def innocents(folder: Path) -> Iterator[Subject]:
    """Names of people and of aid bodies that nobody lists, each once."""
    for number, row in enumerate(rows(folder / "innocents.jsonl")):
        if number < PEOPLE:
            yield Subject(row["id"], row["name"], "person")
    bodies = {row["name"]: None for row in rows(folder / "queries-dev.jsonl") if row["test"] == "neg-org"}
    for number, name in enumerate(bodies | dict.fromkeys(_aid_bodies(folder.parent / "opendata" / "fts"))):
        yield Subject(f"body-{number}", name, "organisation")


def _aid_bodies(folder: Path) -> Iterator[str]:
    """The organisations that give and take humanitarian money, by the exports of OCHA FTS."""
    for file in sorted(folder.rglob("*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                for field in ("srcOrganization", "destOrganization"):
                    yield from filter(None, map(str.strip, (row.get(field) or "").split("|")))


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _weighed(index: Index, subjects: Sequence[Subject]) -> list[tuple[float, float]]:
    """The best score of each name and its weight, highest first; all weights make 1."""
    matches = Screener(index).screen(subjects, floor=LEAST, most=1)
    counts = {kind: sum(each.kind == kind for each in subjects) for kind in SHARES}
    scored = (
        (found[0].score if found else 0.0, SHARES[each.kind] / counts[each.kind])
        for each, found in zip(subjects, matches, strict=True)
    )
    return sorted(scored, reverse=True)


def exceeded(scored: Iterable[tuple[float, float]], rate: float) -> float:
    """The score that at most `rate` of the names exceed."""
    over = 0.0
    for score, weight in scored:
        over += weight
        if over > rate:
            return score
    return 0.0


def _share(scored: Iterable[tuple[float, float]], limit: float) -> float:
    return sum(weight for score, weight in scored if score > limit)


if __name__ == "__main__":
    sys.exit(main())
