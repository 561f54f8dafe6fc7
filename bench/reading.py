"""Reading beside its peers: statements a second, on one core, in one run, JSON output included.

The statements are made from the project's own examples, repeated and cut to 2,500 characters. Times are of the
processor, the best of several rounds, so that other programs on the machine count little. The bare lexicon pass is the
compiled vocabulary's automaton over a copy that is already folded: what no reader built on it can be faster than. A
cold start is `entente read FILE --json` of one short example, beside a bare start of Python that imports `json`; both
find their bytecode on the disk, as an installed program does. The peers run in an environment of their own,
`build/peers`, made when it is not there.
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
LAUNCHES = 20
INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
STARTS = 3  # a cold start may cost so many bare ones, and the compiling of the lexicon
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


def start(*arguments: str) -> float:
    """Seconds of processor time that a Python with these arguments takes, the mean of many, for the clock is coarse."""
    call = [sys.executable, *arguments]
    subprocess.run(call, stdout=subprocess.DEVNULL, check=True, env=INSTALLED)  # writes the bytecode
    before = os.times()
    for _ in range(LAUNCHES):
        subprocess.run(call, stdout=subprocess.DEVNULL, check=True, env=INSTALLED)
    after = os.times()
    return (after.children_user + after.children_system - before.children_user - before.children_system) / LAUNCHES


def compiling(language: str) -> float:
    """Seconds of processor time in which a fresh process compiles the lexicon of a language."""
    script = (
        "import time; from entente import plugins; from entente.reading.vocabulary import vocabulary; "
        f"language = plugins.language({language!r}); start = time.process_time(); vocabulary(language); "
        "print(time.process_time() - start)"
    )
    call = [sys.executable, "-c", script]
    done = [subprocess.run(call, capture_output=True, check=True, env=INSTALLED) for _ in range(ROUNDS)]
    return min(float(each.stdout) for each in done)


def show_start(language: str) -> None:
    """The line of the cold start."""
    file = str(min((ROOT / "examples").glob(f"*.{language}.txt")))
    bare, whole = start("-c", "import json"), start("-m", "entente", "read", file, "--json")
    lexicon = compiling(language)
    most = STARTS * bare + lexicon
    said = f"entente read: {whole / bare:.1f} bare starts, the lexicon {1000 * lexicon:.0f} ms of it"
    short = "" if whole <= most else "  SHORT OF IT"
    print(f"{language}  {'cold start':<14} {1000 * whole:10,.1f} ms  {said} (asked: {1000 * most:.0f} ms){short}")


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
        show_start(language)


def show(language: str, name: str, found: float | str, ours: float) -> None:
    """One line of the table."""
    if isinstance(found, str):
        print(f"{language}  {name:<14}    skipped: {found}")
        return
    ratio, floor = ours / found, FLOORS[name]
    short = "" if ratio >= floor else "  SHORT OF IT"
    print(f"{language}  {name:<14} {found:10,.1f}   entente read: {ratio:,.2f} times as many (asked: {floor:g}){short}")
