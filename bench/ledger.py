"""Speed of the ledger, as ratios to what the parts do bare, in one run: `python -m bench.ledger [--flows N] [--mb N]`.

- IATI XML to segments, every field with span and hash, against lxml alone parsing the same file into nothing;
- the same file pulled again, unchanged;
- a ranking of donors by year as of a day, against the bare aggregation of the same columns by DuckDB;
- one figure traced to its bytes;
- the record: claims added one by one and many at once, against SQLite alone; and verified.

Each pair runs in turn, several times; the ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import count
from pathlib import Path

from entente.ledger.entries import id_of
from entente.ledger.facts import Facts
from entente.ledger.files import segment, sha256_of
from entente.ledger.record import Record
from entente.ledger.snapshots import Snapshots
from entente.ledger.trace import trace
from entente.ledger.verify import verify
from entente.model.entry import ClaimEntry, FindingEntry, RecordedReading, SegmentEntry, SnapshotEntry, StatementEntry
from entente.model.facts import Coverage
from entente.model.finding import Evidence, Verdict
from entente.model.reading import Claim
from entente.model.span import Span

DAY = date(2031, 5, 1)
YEARS = range(2011, 2031)
TIMES = 5
ACTIVITY = re.compile(rb"<iati-activity[\s>].*?</iati-activity>", re.DOTALL)
PREFIXED = re.compile(rb"<[\w-]+:|\s(?!xml:)[\w-]+:[\w-]+\s*=")  # what needs more than the root element declares
IDENTIFIER = re.compile(rb"(<iati-identifier[^>]*>)([^<]*)")
SHARED = Path(os.environ.get("ENTENTE_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def taken(work: Callable[[], object]) -> float:
    """Seconds that work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turn(*works: Callable[[], object], times: int = TIMES) -> list[float]:
    """The median seconds of each work, all of them done in turn."""
    rounds = [[taken(work) for work in works] for _ in range(times)]
    return [statistics.median(each) for each in zip(*rounds, strict=True)]


def tell(what: str, value: float, unit: str, bound: str) -> None:
    """One line of the report."""
    print(f"{what:<64} {value:>10.3f} {unit:<6} {bound}", flush=True)


def activities(path: Path, size: int) -> None:
    """Write a file of a size, of real activities repeated under new identifiers."""
    files = sorted(SHARED.glob("opendata/iati/xml/*.xml"))
    found = [one for file in files for one in ACTIVITY.findall(file.read_bytes()) if not PREFIXED.search(one)]
    numbers = count()

    def renamed(activity: bytes) -> bytes:
        return IDENTIFIER.sub(lambda one: b"%s%s-%d" % (one[1], one[2].strip(), next(numbers)), activity, count=1)

    with path.open("wb") as file:
        file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n')
        while file.tell() < size:
            for one in found:
                file.write(renamed(one) + b"\n")
        file.write(b"</iati-activities>\n")


def bench_iati(home: Path, megabytes: int) -> None:
    """XML to segments against lxml alone, each in a process of its own; then the same file again."""
    raw = home / "activities.xml"
    activities(raw, megabytes * 1_000_000)
    alone, loaded, again = (timed(job, home, raw) for job in ("lxml", "pull", "pull"))
    tell(f"IATI, {raw.stat().st_size / 1e6:.0f} MB: lxml alone", alone[0], "s", "")
    tell("IATI: to segments", loaded[0], "s", "")
    tell("IATI: speed of lxml alone that is reached", alone[0] / loaded[0], "x", "at least 0.25")
    tell("IATI: memory", loaded[1], "MB", "under 400")
    tell("IATI: unchanged, faster than loaded", loaded[0] / again[0], "x", "at least 8")


def timed(job: str, home: Path, raw: Path) -> tuple[float, float]:
    """Seconds and megabytes of a job in a process of its own, on one core."""
    command = [sys.executable, "-m", "bench.ledger", "--job", job, str(home), str(raw)]
    seconds, megabytes = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(megabytes)


def job(name: str, home: Path, raw: Path) -> None:
    """Do one job, and print what it took."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    took = taken(lambda: JOBS[name](home, raw))
    print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def parse_alone(_: Path, raw: Path) -> None:
    """What lxml does alone: every element parsed and dropped."""
    from lxml import etree

    for _event, element in etree.iterparse(str(raw), tag="iati-activity", huge_tree=True):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def pull(home: Path, raw: Path) -> None:
    """Pull the file."""
    from entente import plugins
    from entente.ledger.pull import Found, Puller

    record = Record(home / "record.db")
    Puller(source=plugins.one("sources", "iati"), home=home, record=record, day=DAY).pull_one(Found(raw.name, raw))
    record.close()


JOBS: dict[str, Callable[[Path, Path], None]] = {"lxml": parse_alone, "pull": pull}


def flows(home: Path, rows: int, **columns_of: str) -> str:
    """Put a segment of many invented flows into a home; the SHA-256 of what it came from.

    `columns_of` gives columns of another making, in SQL, from the number `i` of a row.
    """
    import duckdb

    from entente.ledger.tables import TABLES, columns

    snapshot = Snapshots(home).keep(b"as if it were the publisher's file")
    path = home / segment("flows", "fts", snapshot)
    path.parent.mkdir(parents=True)
    told = {
        "source": "'fts'", "edition": "'invented'", "licence": "'none'", "snapshot": f"'{snapshot}'",
        "row": "'line ' || (i + 2)", "known": f"DATE '{DAY}'", "id": "i::VARCHAR", "donor": "'Donor ' || i % 180",
        "donor_id": "'D' || i % 180", "donor_kind": "'government'", "recipient": "'R' || i % 900", "place": "'SYR'",
        "plan": "'Plan ' || i % 40", "year": f"{YEARS[0]} + i % {len(YEARS)}", "stage": "'paid'",
        "boundary": "'incoming'", "amount": "(i * 7919) % 1000003", "currency": "'USD'",
        "last_year": f"{YEARS[0]} + i % {len(YEARS)}", "scope": "'year'",
    } | columns_of  # fmt: skip
    listed = ", ".join(
        f'({told.get(name, "NULL")})::{sort} AS "{name}"' for name, sort in columns(TABLES["flows"]).items()
    )
    duckdb.sql(f"COPY (SELECT {listed} FROM range({rows}) AS t(i)) TO '{path}' (FORMAT parquet)")
    Record(home / "record.db").add(
        [
            SnapshotEntry(source="fts", name="flows.csv", snapshot=snapshot, day=DAY, size=34),
            SegmentEntry(table="flows", source="fts", snapshot=snapshot, sha256=sha256_of(path), rows=rows),
        ],
        day=DAY,
    )
    return snapshot


def bench_ranking(home: Path, rows: int) -> str:
    """A ranking by year as of a day, against the bare aggregation."""
    snapshot = flows(home, rows)
    facts = Facts(home, Record(home / "record.db"))
    path = home / segment("flows", "fts", snapshot)
    bare_sql = f"""SELECT donor_id, sum(amount) FROM read_parquet('{path}') WHERE year = {{year}} AND stage = 'paid'
                   AND boundary = 'incoming' GROUP BY 1 ORDER BY 2 DESC"""

    def bare() -> None:
        for year in YEARS:
            facts.holdings.store.execute(bare_sql.format(year=year)).fetchall()

    def ours() -> None:
        for year in YEARS:
            facts.ranking(years=range(year, year + 1), as_of=DAY)

    ours()
    alone, ranked = in_turn(bare, ours, times=3)
    tell(f"{rows:,} flows: bare aggregation of {len(YEARS)} years", alone, "s", "")
    tell("ranking of donors by year as of a day, to that", ranked / alone, "x", "at most 1.5")
    return snapshot


def finding(snapshot: str, line: int) -> tuple[StatementEntry, ClaimEntry, FindingEntry]:
    """A finding that rests on one row."""
    statement = StatementEntry(name=f"{line}", text=f"La ligne {line} est payée.", language="fr")
    claim = ClaimEntry(statement=id_of(statement), claim=Claim(Span(0, 20), "funding"))
    reading = RecordedReading(
        words={"en": "paid", "fr": "versé"}, verdict=Verdict.CONFIRMED, value=None, unit="USD",
        coverage=Coverage.COMPLETE, evidence=(Evidence("flows", "fts", "invented", 1, (f"line {line}",), snapshot),),
    )  # fmt: skip
    found = FindingEntry(
        claim=id_of(claim), check="funding", verdict=Verdict.CONFIRMED, value=None, unit="USD", readings=(reading,)
    )
    return statement, claim, found


def bench_trace(home: Path, snapshot: str, rows: int, name: str) -> None:
    """One figure traced, from its finding to the row of a segment and the raw file."""
    record = Record(home / "record.db")
    facts = Facts(home, record)
    entries = finding(snapshot, rows // 2)
    record.add(entries, day=DAY)
    id = id_of(entries[-1])
    trace(id, record=record, facts=facts)
    [took] = in_turn(lambda: trace(id, record=record, facts=facts), times=20)
    tell(f"one figure traced, {name}", took * 1000, "ms", "a few")


def statements(numbers: Iterator[int], many: int) -> list[StatementEntry]:
    """New statements of the size of a paragraph."""
    return [StatementEntry(name=str(next(numbers)), text="encore une phrase " * 20, language="fr") for _ in range(many)]


def bench_record(home: Path) -> None:
    """Entries added one by one and many at once, against rows that SQLite keeps as safely; and verified."""
    record, numbers = Record(home / "record.db").open(), count()
    bare = sqlite3.connect(home / "bare.db", isolation_level=None)
    for sql in (
        "PRAGMA journal_mode = wal",
        "PRAGMA synchronous = full",
        "CREATE TABLE t (id TEXT PRIMARY KEY, body TEXT)",
    ):
        bare.execute(sql)

    def one_by_one() -> None:
        for one in statements(numbers, 100):
            record.add([one])

    def bare_one_by_one() -> None:
        for one in statements(numbers, 100):
            bare.execute("INSERT INTO t VALUES (?, ?)", (id_of(one), one.text))

    alone, added = in_turn(bare_one_by_one, one_by_one)
    tell("record: one entry added, sealed and on the disk", added * 10, "ms", "")
    tell("record: one by one, to bare SQLite", added / alone, "x", "")
    many = statements(numbers, 10_000)
    tell("record: 10,000 entries in one batch", taken(lambda: record.add(many)), "s", "")
    tell(f"record: {10_000 + 100 * TIMES:,} entries verified", taken(lambda: verify(home, record)), "s", "")
    bare.close()
    record.close()


def main() -> None:
    """Run all, or one job of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flows", type=int, default=10_000_000, help="rows of the ranking")
    parser.add_argument("--mb", type=int, default=200, help="megabytes of IATI XML; 0 leaves it out")
    parser.add_argument("--job", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.job:
        job(options.job[0], Path(options.job[1]), Path(options.job[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        bench_record(home / "record")
        snapshot = bench_ranking(home / "flows", options.flows)
        bench_trace(home / "flows", snapshot, options.flows, f"in a segment of {options.flows:,} rows")
        snapshot = flows(home / "few", 2_000)
        bench_trace(home / "few", snapshot, 2_000, "in a segment of 2,000 rows")
        if options.mb and SHARED.is_dir():
            (home / "iati").mkdir()
            bench_iati(home / "iati", options.mb)


if __name__ == "__main__":
    main()
