"""As what the columns of anybody's table are read: guessed by their headings, or told."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypeAlias

from entente.errors import Unusable

__all__ = ["IGNORED", "PARTS", "Field", "Told", "columns_of", "kind_of", "names_somebody"]

Told: TypeAlias = Sequence[tuple[str, str]]  # fields, each with the heading or the number of a column

IGNORED = "ignored"  # said of a column that is not to be read
FACTS = ("kind", "birth_date", "nationality", "identifier", "id")
PARTS = ("given_name", "family_name")
MARK = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True)
class Field:
    """What a column may hold; `role` and `kind` are those of whom it names."""

    name: str
    role: str = ""
    kind: str = ""

    @property
    def names(self) -> bool:
        """Whether it holds a name, whole."""
        return self.name not in FACTS and self.name not in PARTS


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `headings.toml`: fields by heading, kinds by what a cell says, words that say nothing."""

    fields: Mapping[str, Field]
    headings: Mapping[str, Field]
    kinds: Mapping[str, str]
    filler: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The words of `headings.toml`."""
    table = tomllib.loads(files("entente.feeds").joinpath("headings.toml").read_text("utf-8"))
    fields = {name: Field(name, told.get("role", ""), told.get("kind", "")) for name, told in table["fields"].items()}
    return Words(
        fields=MappingProxyType(fields),
        headings={form: fields[name] for name, told in table["fields"].items() for form in rows(told["headings"])},
        kinds={form: kind for kind, told in table["kinds"].items() for form in rows(told)},
        filler=frozenset(word for form in rows(table["filler"].replace("\n", "|")) for word in form.split()),
    )


def rows(told: str) -> list[str]:
    return [form for part in told.split("|") if (form := " ".join(part.split()))]


def folded(text: str) -> str:
    """A text in small letters, without accents and marks."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return " ".join(MARK.sub(" ", plain.casefold()).split())


def field_of(heading: str) -> Field | None:
    """What a column with this heading holds, None where it says nothing that is known."""
    known, said = words(), folded(heading)
    if not said:
        return None
    if said in known.headings:
        return known.headings[said]
    telling = [word for word in said.split() if word not in known.filler]
    return known.headings.get(" ".join(telling)) if telling else known.fields["name"]


def kind_of(cell: str) -> str | None:
    """The kind that a cell tells, empty where it is blank, None where it says what is not known."""
    return words().kinds.get(folded(cell)) if cell.strip() else ""


def names_somebody(headings: Iterable[str]) -> bool:
    """Whether one of these is the heading of a column of names."""
    return any(field.name not in FACTS for heading in headings if (field := field_of(heading)))


def columns_of(header: Sequence[str], told: Told, where: str) -> dict[int, Field]:
    """What the columns under a header hold, by their place: as told by field, else as their headings say.

    Raises `Unusable` for a field or a column that there is not, and where no column holds names.
    """
    guessed = {place: field for place, heading in enumerate(header) if (field := field_of(heading))}
    known = {name for name, _ in told}
    found = {place: field for place, field in guessed.items() if field.name not in known}
    for name, heading in told:
        place = _place(header, heading, where)
        found.pop(place, None)
        if name != IGNORED:
            found[place] = _field(name)
    found = dict(sorted(_parted(found).items()))
    if not any(field.name not in FACTS for field in found.values()):
        shown = ", ".join(filter(None, header))
        hint = 'say --column name="HEADING", one of: {names}'
        raise Unusable(where, "no column has a heading that tells names", hint=hint, names=shown)
    return found


def _parted(found: Mapping[int, Field]) -> dict[int, Field]:
    """A name beside a given name is a family name ("Nom, Prénom"), one beside a family name a given name."""
    own = [field.name for field in found.values()]
    for have, lacks in (PARTS, PARTS[::-1]):
        if have in own and lacks not in own and own.count("name") == 1:
            return {at: _field(lacks) if field.name == "name" else field for at, field in found.items()}
    return dict(found)


def _field(name: str) -> Field:
    if name not in words().fields:
        names = ", ".join((*words().fields, IGNORED))
        raise Unusable("--column", "there is no field {name}", hint="one of: {names}", name=name, names=names)
    return words().fields[name]


def _place(header: Sequence[str], heading: str, where: str) -> int:
    """The place of a column by its heading, or by its number from 1."""
    wanted = folded(heading)
    for place, each in enumerate(header):
        if each.strip() == heading.strip() or (wanted and folded(each) == wanted):
            return place
    if heading.isdecimal() and 1 <= int(heading) <= len(header):
        return int(heading) - 1
    shown = ", ".join(filter(None, header))
    raise Unusable(where, "there is no column {name}", hint="one of: {names}", name=heading, names=shown)
