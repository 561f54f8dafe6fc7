"""Speed of screening beside its peers, in one run: `python -m bench.screening [--names N] [--peers | --processes N]`.

A stream of distinct innocent names is screened against all listings of `shared/screening`, on one core, each way in
turn: by Entente at the threshold of one false alarm in a hundred; by rapidfuzz, which compares every name with all
61,000 (token sort ratio, no explanation); with `--peers` by nomenklatura's logic-v2 over candidates that Entente's
index finds for it, in an environment of its own, because it needs a compiled ICU (`apt-get install libicu-dev
pkg-config`). What is absent is skipped and said. Times are of the processor, so that other work on the machine counts
less. With `--processes N` names are screened as a batch instead (`entente screen --out`), in one process and in N,
by turns and by the clock, so that what other work takes is taken from both.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from eval.gate import shared_folder
from rapidfuzz import fuzz, process, utils

from entente.ledger.lists import read_list, recognised
from entente.model.listing import Listing
from entente.model.match import Subject
from entente.screening.compiling import compile_listings
from entente.screening.index import Index
from entente.screening.screen import Screener
from entente.screening.thresholds import threshold

__all__ = ["main"]

NAMES = 97_560  # all innocent names
BRUTE = 60  # names that rapidfuzz is given: it is slow
PEERS = 200  # names that logic-v2 is given
TURNS = 3  # runs of a batch, of which the best counts
LATENCY = 2000  # names screened one by one
LOGIC = """
import json, sys, time
from followthemoney import model
from nomenklatura.matching import LogicV2
config = LogicV2.default_config()
pairs = [json.loads(line) for line in sys.stdin]
def entity(number, kind, name):
    schema = "Person" if kind == "person" else "LegalEntity"
    return model.get_proxy({"id": str(number), "schema": schema, "properties": {"name": name}})
start, done = time.process_time(), 0
for row in pairs:
    asked = entity(0, row["kind"], [row["name"]])
    for number, names in enumerate(row["near"], 1):
        LogicV2.compare(asked, entity(number, row["kind"], names), config)
    done += 1
print(json.dumps({"names": done, "seconds": time.process_time() - start}))
"""


def main() -> int:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--names", type=int, default=NAMES)
    parser.add_argument("--peers", action="store_true", help="also nomenklatura, installed into a new environment")
    parser.add_argument("--processes", type=int, metavar="N", help="only batches: one process beside N, by the clock")
    options = parser.parse_args()
    folder = shared_folder() / "screening"
    if not folder.is_dir():
        print("bench.screening: no shared data; nothing was measured")
        return 0
    if options.processes:
        _batches(folder, options.names, options.processes)
        return 0
    listings = _listings(folder)
    index = _compiled(listings)
    names = [utils.default_process(name) for name in {name.name for one in listings for name in one.names}]
    del listings  # so that Python's memory holds what a screener's does
    subjects = _innocents(folder, options.names)
    screener = Screener(index)
    floor = threshold(index.lists, len(index), "1 %")
    start = time.process_time()
    alarms = sum(bool(matches) for matches in screener.screen(subjects, floor=floor))
    ours = len(subjects) / (time.process_time() - start)
    print(
        f"entente               {ours:10,.0f} names/s  ({alarms} alarms in {len(subjects):,} distinct innocent names)"
    )
    _one_by_one(screener, subjects, floor)
    print(f"rapidfuzz brute force {_brute(names, subjects[:BRUTE]):10,.1f} names/s")
    if options.peers:
        _peer(screener, subjects[:PEERS])
    else:
        print("nomenklatura logic-v2: skipped (--peers installs it into an environment of its own)")
    return 0


def _listings(folder: Path) -> tuple[Listing, ...]:
    watchlist, part = recognised(folder / "listings.jsonl")
    return read_list(watchlist, {part.name: folder / "listings.jsonl"}).listings


def _innocents(folder: Path, count: int) -> list[Subject]:
    """Distinct innocent names in an order without order."""
    with (folder / "innocents.jsonl").open(encoding="utf-8") as lines:
        rows = {row["name"]: row for row in map(json.loads, lines)}
    subjects = [Subject(row["id"], row["name"], row["kind"]) for row in rows.values()]
    random.Random(1).shuffle(subjects)
    return subjects[:count]


def _compiled(listings: Sequence[Listing]) -> Index:
    start = time.process_time()
    index = compile_listings(listings)
    built = time.process_time() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.npz"
        index.save(path)
        start = time.process_time()
        again = Index.load(path)
        loaded = time.process_time() - start
        size = path.stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory with the listings in hand {peak:,.0f} MB")
    print(f"index of {len(index):,} listings: built in {built:.1f} s, loaded in {loaded:.2f} s, {size:.0f} MB on disk")
    return again


def _batches(folder: Path, names: int, processes: int) -> None:
    """The best of three runs in one process and in several, from the first byte to the last."""
    with tempfile.TemporaryDirectory() as scratch, (folder / "innocents.jsonl").open("rb") as lines:
        given = Path(scratch) / "names.jsonl"
        given.write_bytes(b"".join(islice(lines, names)))
        call = [sys.executable, "-m", "entente", "screen", str(given), "--watchlist", str(folder / "listings.jsonl")]
        _run([*call[:4], "Nobody", *call[5:]])  # compiles the index
        taken: dict[int, list[float]] = {1: [], processes: []}
        for turn in range(TURNS):
            for count, times in taken.items():
                out = Path(scratch) / f"{turn}-{count}"
                start = time.perf_counter()
                _run([*call, "--out", str(out), "--processes", str(count)])
                times.append(time.perf_counter() - start)
        one, several = min(taken[1]), min(taken[processes])
    print(
        f"a batch of {names:,} names: {one:.1f} s in one process, {several:.1f} s in {processes}, {one / several:.2f} x"
    )


def _one_by_one(screener: Screener, subjects: Sequence[Subject], floor: float) -> None:
    """What one name takes by itself, as a request brings it."""
    fresh = Screener(screener.index)
    taken = []
    for subject in subjects[:LATENCY]:
        start = time.process_time()
        list(fresh.screen([subject], floor=floor))
        taken.append(1000 * (time.process_time() - start))
    taken.sort()
    median, slow = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
    print(f"one by one, before anything is remembered: median {median:.2f} ms, p99 {slow:.2f} ms")


def _brute(names: Sequence[str], subjects: Sequence[Subject]) -> float:
    start = time.process_time()
    for subject in subjects:
        asked = utils.default_process(subject.name)
        process.extract(asked, names, scorer=fuzz.token_sort_ratio, processor=None, limit=10, score_cutoff=80)
    return len(subjects) / (time.process_time() - start)


def _peer(screener: Screener, subjects: Sequence[Subject]) -> None:
    """logic-v2 over the ten listings that are likeliest for each name: the cost of its scoring alone."""
    rows = []
    for subject, matches in zip(subjects, screener.screen(subjects, floor=0.15), strict=True):
        near = [[name.name for name in match.listing.names] for match in matches]
        rows.append(json.dumps({"name": subject.name, "kind": subject.kind, "near": near}))
    with tempfile.TemporaryDirectory() as folder:
        python = Path(folder) / "bin" / "python"
        try:
            _run([sys.executable, "-m", "venv", folder])
            _run([str(python), "-m", "pip", "install", "-q", "nomenklatura"])
            told = json.loads(_run([str(python), "-c", LOGIC], "\n".join(rows)))
        except (subprocess.CalledProcessError, ValueError, OSError) as trouble:
            why = getattr(trouble, "stderr", "") or str(trouble)
            print(f"nomenklatura logic-v2: skipped ({why.strip().splitlines()[-1]})")
            return
    rate = told["names"] / told["seconds"]
    print(f"nomenklatura logic-v2 {rate:10,.1f} names/s  (its scoring alone, ten candidates a name)")


def _run(command: Sequence[str], given: str = "") -> str:
    return subprocess.run(command, input=given, capture_output=True, check=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())
