"""Measures screening on names that it was not tuned to: noise, and hard innocents, made anew of a seed.

    python -m eval.unseen [--seed N] [--lists all|un] [--names N]

Prints, by kind of noise, how many of the names of `shared/screening` are found first and above the thresholds of 1 %
and of 0.1 % of innocent names; those thresholds where 15 of a hundred innocents are hard, too; and how many of the
hard ones are stopped: words of listed names that are together nobody's. No floor is held: what is tuned to a seed is
no longer unseen, so take another one.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

from entente.model.match import Match, Subject
from entente.names.words import readings
from entente.screening.index import heard
from entente.screening.screen import Screener
from eval.gate import shared_folder
from eval.thresholds import LEAST, SHARES, exceeded, innocents, listed_index, rows

Row: TypeAlias = dict[str, Any]  # a listing, as the shared file has it

RATES = (0.01, 0.001)
HARD = 0.15  # of the innocents, in the second pair of thresholds
INNOCENTS = 12  # of which one is taken: a twelfth of them is enough for a look

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
MISREAD = ("rn m", "m rn", "o 0", "l 1", "i l", "s 5", "b 8", "cl d", "e c", "u v", "h b", "vv w", "g q")
RESPELT = (
    "ou u",
    "u ou",
    "sh ch",
    "ch sh",
    "kh h",
    "q k",
    "y i",
    "i y",
    "ee i",
    "dj j",
    "j dj",
    "v w",
    "ay ei",
    "ya ia",
)
PARTICLES = ("al", "el", "bin", "ben", "ibn", "ould", "de", "van", "abu")
TITLES = ("Dr", "Mr", "General", "Capt", "Haji", "Sheikh", "Mme")
FORMS = ("Ltd", "LLC", "OOO", "GmbH", "SARL", "Co", "Inc", "JSC")
ABLE = re.compile(r"(?=.{7})[!-~]+( [!-~]+)+")  # names that are disturbed: Latin, of two words or more


def mistyped(name: str, chance: Random) -> str:
    """A letter is another one that lies beside it on the keyboard."""
    row = chance.choice([row for row in KEYS if any(letter in row for letter in name.lower())] or KEYS[:1])
    place = chance.choice([i for i, letter in enumerate(name.lower()) if letter in row] or [0])
    at = max(row.find(name[place].lower()), 0)
    return name[:place] + row[at - 1 if at else 1] + name[place + 1 :]


def dropped(name: str, chance: Random) -> str:
    """A letter is left out, and another one written twice."""
    out, twice = chance.sample(range(len(name)), 2)
    return "".join("" if i == out else letter * (1 + (i == twice)) for i, letter in enumerate(name))


def exchanged(pairs: Iterable[str], times: int) -> Callable[[str, Random], str]:
    """What writes some letters as others, so many times."""
    table = [pair.split() for pair in pairs]

    def exchange(name: str, chance: Random) -> str:
        for _ in range(times):
            old, new = chance.choice([pair for pair in table if pair[0] in name.lower()] or [("", "")])
            place = chance.choice([found.start() for found in re.finditer(old, name.lower())])
            name = name[:place] + new + name[place + len(old) :]
        return name

    return exchange


def shortened(name: str, chance: Random) -> str:
    """A word but the last is its initial, or gone where two are left."""
    *words, last = name.split()
    place = chance.randrange(len(words))
    words[place : place + 1] = [words[place][:1]] if len(words) == 1 or chance.random() < 0.5 else []
    return " ".join([*words, last])


def particled(name: str, chance: Random) -> str:
    """Its particles are gone; one is put where it has none."""
    words = re.split(r"[\s-]+", name)
    left = [word for word in words if word.lower() not in PARTICLES]
    return " ".join(left if len(left) < len(words) else [*words[:-1], chance.choice(PARTICLES), words[-1]])


def dressed(name: str, chance: Random) -> str:
    """A title or a legal form is added."""
    return chance.choice((f"{chance.choice(TITLES)} {name}", f"{name} {chance.choice(FORMS)}"))


NOISES: dict[str, Callable[[str, Random], str]] = {
    "wrong keys": mistyped,
    "dropped and doubled": dropped,
    "misread": exchanged(MISREAD, 1),
    "respelt": exchanged(RESPELT, 2),
    "shortened": shortened,
    "particles": particled,
    "dressed": dressed,
    "respelt, particles": lambda name, chance: particled(exchanged(RESPELT, 1)(name, chance), chance),
}


def disturbed(listed: Sequence[Row], count: int, chance: Random) -> Iterator[tuple[str, Subject, str]]:
    """Names of listings with each kind of noise: the noise, the name, and whose it is."""
    able = [(row, each["name"]) for row in listed for each in row["names"] if ABLE.fullmatch(each["name"])]
    for noise, disturb in NOISES.items():
        for row, name in chance.sample(able, min(count, len(able))):
            yield noise, Subject("", disturb(name, chance), row["kind"]), row["same"]


def hard(listed: Sequence[Row], count: int, chance: Random) -> Iterator[tuple[str, Subject]]:
    """Names made of the words of listed names, by how they are made; none that stand together in one of them."""
    names = {kind: [row["names"][0]["name"].split() for row in listed if row["kind"] == kind] for kind in SHARES}
    together = [{*map(heard, form)} for row in listed for each in row["names"] for form in readings(each["name"])]
    counts = Counter(word for words in names["person"] for word in words)
    common = [word for word, _ in counts.most_common(150) if word.lower() not in PARTICLES]
    bodies = [word for words in names["organisation"] for word in words if len(word) > 2]
    triples = [words for words in names["person"] if len(words) == 3]

    def made() -> Iterator[tuple[str, str, list[str]]]:
        for _ in range(count):
            yield "crossed", "person", [chance.choice(names["person"])[0], chance.choice(names["person"])[-1]]
            place, words = chance.randrange(3), list(chance.choice(triples))
            words[place] = chance.choice(triples)[place]
            yield "two of three", "person", words
            yield "common words", "person", chance.sample(common, 3)
            yield "words of bodies", "organisation", chance.sample(bodies, 3)

    for how, kind, words in made():
        own = {heard(token) for form in readings(" ".join(words)) for token in form}
        if not any(own <= other for other in together):
            yield how, Subject("", " ".join(words), kind)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lists", choices=("all", "un"), default="all")
    parser.add_argument("--names", type=int, default=100, help="of each kind")
    options = parser.parse_args()
    if not shared_folder().is_dir():
        print("eval.unseen: no shared data; nothing was measured")
    else:
        measure(shared_folder() / "screening", options.lists, options.names, Random(options.seed))


def measure(folder: Path, lists: str, count: int, chance: Random) -> None:
    """Screen all that is made, and print what comes of it."""
    listed: list[Row] = [row for row in rows(folder / "listings.jsonl") if lists in ("all", row["list"])]
    same = {row["id"]: row["same"] for row in listed}
    screener = Screener(listed_index(folder / "listings.jsonl", lists))

    def matches(subjects: Iterable[Subject]) -> list[tuple[Match, ...]]:
        return list(screener.screen(subjects, floor=LEAST))

    def best(subjects: Iterable[Subject]) -> list[float]:
        return [found[0].score if found else 0.0 for found in matches(subjects)]

    plain = list(islice(innocents(folder), chance.randrange(INNOCENTS), None, INNOCENTS))
    counts = Counter(each.kind for each in plain)
    spared = [(score, SHARES[each.kind] / counts[each.kind]) for score, each in zip(best(plain), plain, strict=True)]
    made = list(hard(listed, count, chance))
    stopped = best(subject for _, subject in made)
    mixed = [(score, weight * (1 - HARD)) for score, weight in spared] + [(each, HARD / len(made)) for each in stopped]
    limits = [exceeded(sorted(scored, reverse=True), rate) for scored in (spared, mixed) for rate in RATES]
    print(f"{'':<26}{'first':>8}{'at 1 %':>10}{'at 0.1 %':>10}{'at 1 %, hard':>14}{'at 0.1 %, hard':>16}")
    asked = list(disturbed(listed, count, chance))
    table: dict[str, list[list[bool]]] = {}
    for (noise, _, whose), found in zip(asked, matches(subject for _, subject, _ in asked), strict=True):
        right = max((match.score for match in found if same[match.listing.id] == whose), default=0.0)
        first = bool(found) and same[found[0].listing.id] == whose
        table.setdefault(noise, []).append([first, *(right > limit for limit in limits)])
    table["all of these"] = [row for noise in table.values() for row in noise]
    for (how, _), score in zip(made, stopped, strict=True):
        table.setdefault(f"stopped: {how}", []).append([False, *(score > limit for limit in limits)])
    for name, hits in table.items():
        shares = [sum(column) / len(hits) for column in zip(*hits, strict=True)]
        print("{:<26}{:8.3f}{:10.3f}{:10.3f}{:14.3f}{:16.3f}".format(name, *shares))


if __name__ == "__main__":
    main()
