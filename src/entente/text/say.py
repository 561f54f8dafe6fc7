"""What Entente says, in English or French: templates in English, their French in `text/french/*.toml`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

__all__ = ["LANGUAGES", "french", "say"]

LANGUAGES = ("en", "fr")


@lru_cache(maxsize=1)
def french() -> dict[str, str]:
    """The French of every template, by its English."""
    import tomllib

    found: dict[str, str] = {}
    for file in sorted(Path(__file__).with_name("french").glob("*.toml")):
        found.update(tomllib.loads(file.read_text("utf-8")))
    return found


def say(template: str, lang: str = "en", **values: object) -> str:
    """A template filled with its values, in English or French; English where there is no French.

    Templates follow `str.format`; values are inserted as they are.
    """
    said = french().get(template, template) if lang == "fr" else template
    return said.format(**values) if values else said
