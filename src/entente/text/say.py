"""What Entente says, in English or French: templates in English, their French in `text/french/*.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

__all__ = ["LANGUAGES", "french", "say"]

LANGUAGES = ("en", "fr")


@lru_cache(maxsize=1)
def french() -> dict[str, str]:
    """The French of every template, by its English."""
    found: dict[str, str] = {}
    for file in sorted(files("entente.text").joinpath("french").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            found.update(tomllib.loads(file.read_text("utf-8")))
    return found


def say(template: str, lang: str = "en", **values: object) -> str:
    """A template filled with its values, in English or French; English where there is no French.

    Templates follow `str.format`; values are inserted as they are.
    """
    said = french().get(template, template) if lang == "fr" else template
    return said.format(**values) if values else said
