"""The gazetteer: names of countries, bodies, groups and capitals, from the tables of `reference/` and `coalitions/`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from entente.languages import Language
from entente.reference import any_text, open_text, rows
from entente.text.fold import fold, words
from entente.text.lexicon import Entry
from entente.text.tables import listed

__all__ = ["Sense", "adjectives", "body", "called", "given_names", "leaders", "names", "strangers", "titles"]


COALITIONS = Path(__file__).parents[2] / "coalitions"
MIXED = 5  # letters from which on a name with a capital inside may be spelled otherwise: "LeT", not "Let"
HEADING = 8  # how many lines of a table are searched for its heading


class Sense(NamedTuple):
    """What a name may stand for.

    `kind` is country, organisation or group, or empty where the name is no actor's; `place` is the country
    or coalition whose naming elsewhere vouches for a `weak` name; `spelled` is the one spelling that counts, where
    only one does; `names` are all names of a body, separated by `|`; a `capital` stands for a government, as does a
    `seat` of power where it is no place; `doubtful` says that the text must be asked.
    """

    kind: str
    id: str
    place: str
    spelled: str
    weak: bool
    names: str
    capital: bool
    doubtful: bool
    seat: bool = False


def senses(
    kind: str, id: str, all_names: str, place: str = "", weak: bool = False, capital: bool = False
) -> Iterator[tuple[str, Sense]]:
    """The names of a list, each with what it stands for; `reference/organisations.tsv` explains the marks."""
    for name in all_names.split("|"):
        plain, seat = name.lstrip("=?@"), name[:1] == "@"
        if plain:
            acronym = plain.isupper() or (len(plain) < MIXED and plain[1:] != plain[1:].lower())
            spelled = plain if name[0] == "=" or acronym else ""
            doubt = weak or name[0] == "?"
            governs = capital and not seat
            doubtful = bool(spelled or doubt or capital)
            yield plain, Sense(kind, id, place, spelled.rstrip("."), doubt, all_names, governs, doubtful, seat)


def countries(language: str) -> Iterator[tuple[str, Sense]]:
    """The names of countries, and of the capitals that stand for their governments."""
    unsaid: set[tuple[str, str]] = set()
    for code, spoken, said, *others in rows("countries.tsv"):
        if spoken == language:
            unsaid.update((code, name[1:]) for name in said.split("|") if name[:1] == "!")
            held = "|".join(name for name in said.split("|") if name[:1] != "!")
            yield from senses("country" if code != "-" else "", code, held, code)
            if len(others) > 1:
                kind = "country" if len(code) == 3 else "organisation"
                yield from senses(kind, code, others[1], code, capital=True)
    place = column("territories.tsv", language)
    for row in rows("territories.tsv") if place else ():
        if (row[0], row[place]) not in unsaid:
            yield from senses("country", row[0], row[place], row[0])


def bodies(language: str) -> Iterator[tuple[str, Sense]]:
    """The names of organisations and groups."""
    place = column("organisations.tsv", language)
    for row in rows("organisations.tsv") if place else ():
        yield from senses(row[1], row[0], row[place], row[2])


def column(table: str, language: str) -> int:
    """Which cell of a table's rows has the names in a language, as its last comment tells; 0 where none has."""
    heading = next(line for line in reversed(open_text(table).split("\n", HEADING)[:HEADING]) if line[:1] == "#")
    cells = heading.split("\t")
    return cells.index(language) if language in cells else 0


@lru_cache(maxsize=1)
def coalitions() -> tuple[dict[str, Any], ...]:
    """What the coalition files say, each as read from its TOML."""
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in sorted(COALITIONS.glob("*.toml")))


def allies(language: str) -> Iterator[tuple[str, Sense]]:
    """The names that the coalition files give: a coalition, its groups, and the actors of its statements."""
    for coalition in coalitions():
        id = str(coalition["id"])
        named = [{**coalition, "kind": "organisation"}, *coalition.get("groups", ()), *coalition.get("actors", ())]
        for actor in named:
            for field, weak in (("names", False), ("short", True)):
                said = "|".join(actor.get(field, {}).get(language, ()))
                yield from senses(actor.get("kind", "organisation"), str(actor["id"]), said, id, weak)


def keys(names: list[str]) -> Iterator[str]:
    """Names as a lexicon keys them, all folded at once."""
    spaced, at = words(fold("\n".join(names))), 1
    for name in names:
        yield " ".join(spaced[at : at + len(name)].split())
        at += len(name) + 1


@lru_cache(maxsize=16)
def adjectives(language: Language) -> dict[str, str]:
    """The adjectives of countries, folded, each with its country."""
    found = [
        (form, code)
        for code, spoken, _, forms, *_ in (row for row in rows("countries.tsv") if len(row) > 3)
        if spoken == language.code
        for form in forms.split("|")
        if form
    ]
    folded = fold("\n".join(form for form, _ in found)).split("\n")
    return {form: code for form, (_, code) in reversed(list(zip(folded, found, strict=bool(found))))}


@lru_cache(maxsize=1)
def _called() -> dict[str, tuple[str, str]]:
    place = column("territories.tsv", "en")
    names = {row[0]: row[place] for row in rows("territories.tsv")}
    peoples = {row[0]: row[3].split("|")[0] for row in rows("countries.tsv") if len(row) > 3 and row[1] == "en"}
    return {code: (name, peoples.get(code) or name) for code, name in names.items()}


def called(code: str) -> tuple[str, str]:
    """The English name of a country, by its ISO 3166-1 code, and the adjective of its people."""
    return _called().get(code, (code, code))


def leaders() -> list[str]:
    """Surnames by which statements call heads of state and government alone."""
    return open_text("leaders.txt").split("\n", 1)[1].split()


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Given names of many cultures, folded."""
    return frozenset(fold(open_text("given-names.txt").split("\n", 1)[1]).split())


@lru_cache(maxsize=16)
def gazetteer(language: Language) -> dict[str, list[tuple[str, Sense]]]:
    """All names by their keys: each as it is written, and what it stands for."""
    table: dict[str, list[tuple[str, Sense]]] = {}
    found = [*allies(language.code), *countries(language.code), *bodies(language.code)]
    for (form, sense), key in zip(found, keys([form for form, _ in found]), strict=True):
        table.setdefault(key, []).append((form, sense))
    return table


class Strangers(NamedTuple):
    """Words with a capital that no person's name holds, folded.

    `openers` open sentences, `nouns` are nouns and adjectives; `before` and `after` a name make it that of a place.
    """

    openers: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@lru_cache(maxsize=16)
def strangers(language: str) -> Strangers:
    """The strangers of a language, by its code; none where there is no list of them."""
    lines = any_text(f"strangers/{language}.txt").split("\n")
    said = "\n".join(line for line in lines if line[:1] != "#")
    return Strangers(*(frozenset(part.split()) for part in fold(said).split("---")))


def titles(language: Language) -> list[str]:
    """Titles and roles, as they are written."""
    return listed(any_text(f"titles/{language.code}.txt").partition("\n")[2].replace("\n", "|"))


def names(language: Language) -> Iterator[Entry]:
    """The lexicon's entries for the names of countries, bodies, groups and capitals; the value is a tuple of senses."""
    for key, group in gazetteer(language).items():
        cased = all(form[:1].isupper() for form, _ in group)
        meant = tuple(merged(sense for _, sense in group))
        for form in {key, *(form for form, _ in group if ", " in form)}:  # with its comma too
            yield Entry(form, "name", meant, cased)


def merged(senses: Iterable[Sense]) -> Iterable[Sense]:
    """Senses without those that name one actor twice; a coalition's file and the table of bodies may both name it."""
    found: dict[tuple[str, str], Sense] = {}
    for sense in senses:
        known = found.get((sense.kind, sense.id))
        if known is not None:
            spelled = known.spelled if sense.spelled == known.spelled else ""
            weak, capital = known.weak and sense.weak, known.capital and sense.capital
            sense = known._replace(
                names=max(known.names, sense.names, key=len),
                spelled=spelled,
                weak=weak,
                capital=capital,
                doubtful=bool(spelled or weak or capital or sense.seat),
            )
        found[sense.kind, sense.id] = sense
    return found.values()


def body(language: Language, name: str) -> Sense | None:
    """The body that a name stands for whatever its punctuation ("Bureau of Population, Refugees, and Migration")."""
    group = gazetteer(language).get(next(keys([name])), ())
    return next((sense for _, sense in group if sense.kind in ("organisation", "group")), None)
