"""The house opened for work: its settings, the facts, the record and the coalitions."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from entente.errors import Unusable

if TYPE_CHECKING:
    from datetime import date

    from entente.ledger.facts import Facts
    from entente.ledger.record import Record
    from entente.model.coalition import Coalition
    from entente.model.finding import Finding
    from entente.model.reading import Reading

__all__ = ["Settings", "Workspace"]

PREFIX = "ENTENTE_"
FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, by an environment variable (`ENTENTE_` and the name in capitals) or in `settings.toml`.

    `home` is the folder of the embedded store, `record` the address of the record (a PostgreSQL URL for a team;
    empty: SQLite in the home), `coalition` the id of the coalition to hold statements against (empty: the one a
    statement speaks of most), `lang` the language Entente speaks (empty: the locale's).
    """

    home: str = ""
    record: str = ""
    coalition: str = ""
    lang: str = ""

    @classmethod
    def load(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings of the environment over those of `settings.toml` in the home folder.

        Raises `Unusable` for a file that is not TOML, and for a name in it that is no setting.
        """
        known = [field.name for field in fields(cls)]
        given = {name: environment[key] for name in known if (key := PREFIX + name.upper()) in environment}
        home = given.get("home") or str(_data_folder())
        kept = _file(Path(home) / FILE, known)
        return replace(cls(), **{**kept, **given, "home": home})


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("entente", appauthor=False)


def _file(path: Path, known: Sequence[str]) -> dict[str, str]:
    try:
        settings: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as trouble:
        hint = 'TOML, name = "value"'
        raise Unusable(str(path), "not a settings file: {trouble}", hint=hint, trouble=trouble) from None
    for name, value in settings.items():
        if name not in known or not isinstance(value, str):
            names = ", ".join(known)
            raise Unusable(
                str(path), "no setting {name} with this value", hint="text for one of: {names}", name=name, names=names
            )
    return settings


class Workspace:
    """One home folder opened: facts, record and coalitions, each when it is first asked for."""

    def __init__(self, settings: Settings | None = None) -> None:
        """Open the house with settings; by default those of the environment and of `settings.toml`."""
        self.settings = settings or Settings.load()
        self.home = Path(self.settings.home)

    @cached_property
    def facts(self) -> Facts:
        """The facts: what was pulled into the home, and the reference tables where nothing was."""
        from entente.ledger.facts import Facts

        return Facts(self.home, self.record)

    @cached_property
    def record(self) -> Record:
        """The record: a file of the home, or the database that is set."""
        from entente.ledger.record import Record

        return Record(self.settings.record or self.home / "record.db")

    @cached_property
    def coalitions(self) -> tuple[Coalition, ...]:
        """The coalition files that come with Entente and those of the home; only the chosen one, if one is set."""
        from entente.ledger.coalitions import coalitions

        found = tuple(coalitions(self.home))
        chosen = self.settings.coalition
        if not chosen:
            return found
        if chosen not in {each.id for each in found}:
            names = ", ".join(each.id for each in found)
            raise Unusable(
                "coalition", "there is no coalition {name}", hint="one of: {names}", name=chosen, names=names
            )
        return tuple(each for each in found if each.id == chosen)

    def read(self, text: str, *, language: str, date: date | None = None, id: str = "") -> Reading:
        """Read a statement (`entente.reading.read`)."""
        from entente.reading import read

        return read(text, language=language, date=date, id=id)

    def check(self, reading: Reading) -> list[Finding]:
        """The findings on a statement that was read, in the order of its text."""
        from entente.checking.check import check

        return check(reading, facts=self.facts, coalitions=self.coalitions)
