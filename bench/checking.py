"""Cost of checking a statement against many facts, as a ratio to reading it: `python -m bench.checking [--flows N]`.

The store holds invented flows of 180 donors to 400 plans (the regional plans for Syria among them), beside the tables
that come with Entente. It is warm: opened, its sums made, every year asked about once. Then statements of twenty
claims, each of its own year, donors and figures, are read and checked once each. Printed are medians, of CPU time
unless said otherwise: reading; claims made questions; the facts asked; their evidence; readings and verdicts; and all.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.ledger import flows, tell
from entente.checking import check
from entente.ledger import backing, summaries
from entente.ledger.facts import Facts
from entente.workspace import Settings, Workspace

DONORS = {
    "DEU": "Germany", "CAN": "Canada", "JPN": "Japan", "NOR": "Norway", "KWT": "Kuwait", "GBR": "the United Kingdom",
    "FRA": "France",
}  # fmt: skip
HOSTS = ("Lebanon", "Jordan", "Turkey", "Egypt")
CLAIMS = (  # of a year, the year before, donors and a host
    "In {year} the United States paid $772 million into the regional plan for Syrian refugees.",
    "{one} paid more than $400 million into the regional plan for Syrian refugees in {year}.",
    "In {before} {two} paid $94 million into the regional plan for Syrian refugees.",
    "In {year} {one} was the largest donor to the regional plan for Syrian refugees.",
    "In {before} {two} was the second largest donor to the regional plan for Syrian refugees.",
    "The United States has provided more than $5.{digit} billion in humanitarian aid since the Syrian crisis began.",
    "{one} is the largest single donor of humanitarian aid for Syria.",
    "In {year} {three} paid $160 million into the regional plan for Syrian refugees.",
    "By the end of {before}, nearly 3.{digit} million Syrians had found refuge outside their country.",
    "At the end of {year} {host} was hosting more than one million Syrian refugees.",
    "At the end of {year}, 6.{digit} million people were displaced inside Syria.",
    "At the end of {before}, Iraq counted 3.{digit} million internally displaced people.",
    "The number of Syrian refugees was multiplied by 3.{digit} in {before}.",
    "The strategic response plan for Iraq was 7{digit} percent funded in {year}.",
    "The strategic response plan for Syria was only 4{digit} percent funded in {before}.",
    "In {before} {three} accounted for 3{digit} percent of the money paid into the regional plan for Syrian refugees.",
    "The European Union and its member states gave 45 percent of the funds of the regional plan for Syria in {year}.",
    "The Global Coalition against Daesh counts more than 6{digit} countries and international organisations.",
    "Belgium will give {digit} million euros (about {digit}.2 million dollars) to UNHCR.",
    "Between {before} and {year} {two} tripled what it pays into the regional plan for Syrian refugees.",
)
YEARS = range(2014, 2022)
ROUNDS = 4  # statements of each year: those of the first round warm the store
COLUMNS = {  # of the invented flows: every donor gives to every plan, and a plan is of one year
    "donor_id": f"coalesce({list(DONORS)}[i // 400 % 180 + 1], 'D' || i // 400 % 180)",
    "plan": "CASE WHEN i % 400 < 20 THEN 'Syria Regional Refugee Response Plan' ELSE 'Plan' END || ' ' || i % 400",
    "scope": "'plan'",
}
ASKED = "given ranking people people_ranking requirement members sizes said meetings convert"
PARTS = {
    "questions": ((check, "questions"),),
    "evidence": ((summaries, "backed"), (backing, "evidence")),
    "facts": tuple((Facts, name) for name in ASKED.split()),
}  # fmt: skip


def statement(number: int) -> tuple[str, date]:
    """A statement of twenty claims of its own, and its day."""
    year = YEARS[number % len(YEARS)]
    one, two, three = (list(DONORS.values())[(number + step) % len(DONORS)] for step in (0, 2, 5))
    told = {
        "year": year, "before": year - 1, "one": one, "two": two, "three": three, "host": HOSTS[number % len(HOSTS)],
        "digit": number % 9 + 1,
    }  # fmt: skip
    sentences = [claim.format(**told) for claim in CLAIMS]
    text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4))
    return text, date(year + 1, 3, number % 28 + 1)


@contextmanager
def watched(spent: dict[str, float]) -> Iterator[None]:
    """Within, the CPU seconds of the parts of checking are added up."""
    with ExitStack() as stack:
        for part, places in PARTS.items():
            for owner, name in places:
                work = getattr(owner, name)
                stack.enter_context(patch.object(owner, name, timed(work, part, spent)))
        yield


def timed(work: Callable[..., Any], part: str, spent: dict[str, float]) -> Callable[..., Any]:
    """The same work, its CPU seconds added to a part's; what a generator gives is drawn from it at once."""

    def done(*given: Any, **named: Any) -> Any:
        start = time.process_time()
        made = work(*given, **named)
        made = list(made) if isinstance(made, Iterator) else made
        spent[part] += time.process_time() - start
        return made

    return done


def measured(house: Workspace, number: int) -> dict[str, float]:
    """Milliseconds of one statement: of the whole, or of every other one by part, as taking these takes time."""
    text, day = statement(number)
    spent: defaultdict[str, float] = defaultdict(float)
    wall = time.perf_counter()
    start = time.process_time()
    reading = house.read(text, language="en", date=day)
    read = time.process_time() - start
    with watched(spent) if number % 2 else ExitStack():
        house.check(reading)
    both = time.process_time() - start
    if number % 2:
        asked = spent["facts"]
        spent["facts"] -= spent["evidence"]
        parts = {**spent, "verdicts": both - read - asked - spent["questions"]}
        return {name: 1000 * value for name, value in parts.items()}
    return {"read": 1000 * read, "check": 1000 * (both - read), "wall": 1000 * (time.perf_counter() - wall)} | {
        "claims": len(reading.claims), "ratio": (both - read) / read
    }  # fmt: skip


def opened(home: Path, rows: int, state: str) -> Workspace:
    """A house on a store, and what its first statement takes."""
    house = Workspace(Settings(home=str(home)))
    wall, start = time.perf_counter(), time.process_time()
    text, day = statement(0)
    house.check(house.read(text, language="en", date=day))
    took = time.process_time() - start
    tell(f"{rows:,} flows: the first statement, {state}", took, "s", f"{time.perf_counter() - wall:.1f} s wall")
    return house


def main() -> None:
    """Fill a store, warm it, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flows", type=int, default=10_000_000, help="rows of the store")
    rows = parser.parse_args().flows
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        flows(home, rows, **COLUMNS)
        opened(home, rows, "no sums kept")
        house = opened(home, rows, "sums kept on the disk")
        rounds = [measured(house, number) for number in range(len(YEARS) * ROUNDS)][len(YEARS) :]
    found: defaultdict[str, list[float]] = defaultdict(list)
    for one in rounds:
        for name, value in one.items():
            found[name].append(value)
    median = {name: statistics.median(values) for name, values in found.items()}
    tell("claims in a statement", median["claims"], "", "about 20")
    tell("reading it", median["read"], "ms", "")
    for name in ("questions", "facts", "evidence", "verdicts"):
        tell(f"checking it: {name}", median[name], "ms", "")
    tell("checking it", median["check"], "ms", "")
    tell("reading and checking it, wall time", median["wall"], "ms", "")
    tell("checking to reading", median["ratio"], "x", "at most 20")


if __name__ == "__main__":
    main()
