"""What can be set: by the environment, or by a file in the home folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from entente.errors import Unusable

__all__ = ["Settings"]

PREFIX = "ENTENTE_"
FILE = "settings.toml"
LONGEST = 36525  # days, a hundred years


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set, by an environment variable (`ENTENTE_` and the name in capitals) or in `settings.toml`.

    `home` is the folder of the embedded store, `record` the address of the record (a PostgreSQL URL for a team;
    empty: SQLite in the home), `coalition` the id of the coalition to hold statements against (empty: the one a
    statement speaks of most), `lang` the language Entente speaks (empty: the locale's).

    `reader` names an outside reader, one of `readers/` or of an entry point in the group `entente.readers` (empty:
    none); `reader_url`, `reader_key` and `reader_model` are the address, the key and the model of the service it asks.

    `retention` is for how many days a name that raised an alarm is kept, from the alarm or the last ruling on it (by
    default 1826, five years): docs/explanation/retention.md.
    `api_keys` are the keys that `entente serve` lets in, apart by commas, each as it is or as `sha256:` and its digest
    (empty: everybody, and then on this machine only); `api_rate` is how many requests a second one caller may make
    (empty: 300; 0: without limit).
    """

    home: str = ""
    record: str = ""
    coalition: str = ""
    lang: str = ""
    reader: str = ""
    reader_url: str = ""
    reader_key: str = ""
    reader_model: str = ""
    retention: str = "1826"  # five years
    api_keys: str = ""
    api_rate: str = ""

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

    @property
    def days(self) -> int:
        """The retention as a number. Raises `Unusable`."""
        if not self.retention.isdecimal() or not 0 < int(self.retention) <= LONGEST:
            hint = "days, as a whole number: 365"
            raise Unusable("retention", "{days} is no time to keep names", hint=hint, days=repr(self.retention))
        return int(self.retention)


def _data_folder() -> Path:
    """Where this system keeps a user's data."""
    from platformdirs import user_data_path

    return user_data_path("entente", appauthor=False)


def _file(path: Path, known: Sequence[str]) -> dict[str, str]:
    try:
        settings: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as trouble:  # neither UTF-8 nor TOML
        hint = 'TOML, name = "value"'
        raise Unusable(str(path), "not a settings file: {trouble}", hint=hint, trouble=trouble) from None
    for name, value in settings.items():
        if name not in known or type(value) not in (str, int):
            names = ", ".join(known)
            hint = "text or a number for one of: {names}"
            raise Unusable(str(path), "no setting {name} with this value", hint=hint, name=name, names=names)
    return {name: str(value) for name, value in settings.items()}
