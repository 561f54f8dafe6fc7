"""Reading beside its peers: statements a second, on one core, in one run, JSON output included.

The statements are made from the project's own examples, repeated and cut to 2,500 characters. Times are of the
processor, the best of several rounds, so that other programs on the machine count little. The bare lexicon pass is the
compiled vocabulary's automaton over a copy that is already folded: what no reader built on it can be faster than. The
peers run in an environment of their own, `build/peers`, made when it is not there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PEERS = ROOT / "build" / "peers"
WANTED = ("dateparser", "quantulum3")
LENGTH = 2_500  # characters of a statement
COUNT = 200  # statements of a round
ROUNDS = 5
FEW = 4  # statements that the peers are given
DAY = date(2015, 6, 3)
FLOORS = {"lexicon pass": 0.3, "dateparser": 50.0, "quantulum3": 300.0}  # the least ratio to each that is asked


def statements(language: str, count: int) -> list[str]:
    """Statements of `LENGTH` characters, each beginning at another word of the examples."""
    files = sorted((ROOT / "examples").glob(f"*.{language}.txt"))
    source = "\n".join(file.read_text("utf-8") for file in files)
    starts = [0, *(place + 1 for place, char in enumerate(source) if char == " ")]
    long = source * (LENGTH // len(source) + 2)
    return [long[(start := starts[7 * n % len(starts)]) : start + LENGTH] for n in range(count)]


def rate(work: Callable[[str], object], texts: Sequence[str]) -> float:
    """Statements a second of processor time, the best of several rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - start)
    return len(texts) / best


def lexicon_pass(language: str) -> Callable[[str], object]:
    """All hits of the vocabulary's bare automaton in a folded copy."""
    from entente import plugins
    from entente.reading.vocabulary import vocabulary

    automaton = vocabulary(plugins.language(language))._automaton

    def scan(copy: str) -> None:
        for _ in automaton.iter(copy):
            pass

    return scan


def reading(language: str) -> Callable[[str], object]:
    """`entente read`: a statement to the bytes of its JSON."""
    import msgspec

    from entente.reading import read
    from entente.reporting.readings import document

    encode = msgspec.json.Encoder().encode
    return lambda text: encode(document(read(text, language=language, date=DAY)))


def peers() -> Path | str:
    """The interpreter that has the peers, or the reason why there is none."""
    python = PEERS / "bin" / "python"
    ready = PEERS / ".ready"
    if not ready.exists():
        print(f"bench: making {PEERS.relative_to(ROOT)} with {', '.join(WANTED)}", file=sys.stderr)
        for call in (
            [sys.executable, "-m", "venv", "--clear", str(PEERS)],
            [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *WANTED],
        ):
            done = subprocess.run(call, capture_output=True, text=True, check=False)
            if done.returncode:
                return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        ready.touch()
    return python


# What runs in the peers' environment: a peer's name and a language as arguments, statements as JSON on standard input.
PEER = """
import json, sys, time, warnings
warnings.simplefilter("ignore")
name, language = sys.argv[1:]
texts = json.load(sys.stdin)
if name == "dateparser":
    from dateparser.search import search_dates
    work = lambda text: search_dates(text, languages=[language])
else:
    from quantulum3 import parser
    work = lambda text: parser.parse(text)
work(texts[0][:200])
start = time.process_time()
for text in texts:
    work(text)
print(len(texts) / (time.process_time() - start))
"""


def peer_rate(python: Path, name: str, language: str, texts: Sequence[str]) -> float | str:
    """Statements a second of a peer, or the reason why it has none."""
    call = [str(python), "-c", PEER, name, language]
    done = subprocess.run(call, input=json.dumps(texts), capture_output=True, text=True, check=False)
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return float(done.stdout.split()[-1])


def main() -> None:
    """Print what each does a second, and the ratio of `entente read` to it beside the one that is asked."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from entente.text.fold import fold, words

    python = peers()
    for language in ("en", "fr"):
        texts = statements(language, COUNT)
        copies = [words(fold(text)) for text in texts]
        ours = rate(reading(language), texts)
        print(f"{language}  {'entente read':<14} {ours:10,.1f} statements a second")
        show(language, "lexicon pass", rate(lexicon_pass(language), copies), ours)
        for name in WANTED if language == "en" else WANTED[:1]:
            told = python if isinstance(python, str) else peer_rate(python, name, language, texts[:FEW])
            show(language, name, told, ours)


def show(language: str, name: str, found: float | str, ours: float) -> None:
    """One line of the table."""
    if isinstance(found, str):
        print(f"{language}  {name:<14}    skipped: {found}")
        return
    ratio, floor = ours / found, FLOORS[name]
    short = "" if ratio >= floor else "  SHORT OF IT"
    print(f"{language}  {name:<14} {found:10,.1f}   entente read: {ratio:,.2f} times as many (asked: {floor:g}){short}")
