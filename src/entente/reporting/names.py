"""Names of actors in English and French."""

from __future__ import annotations

from functools import lru_cache

from entente.reference import rows

__all__ = ["name"]


@lru_cache(maxsize=2)
def _names(lang: str) -> dict[str, str]:
    """Countries by ISO code, and in French the organisations by their usual English acronym or name."""
    column = {"en": 2, "fr": 3}[lang]
    found = {row[0]: row[column] for row in rows("territories.tsv")}
    found |= {row[0]: row[column - 1] for row in rows("common-names.tsv")}
    if lang == "fr":
        found |= {row[0]: row[4].split("|")[0].lstrip("=?!") for row in rows("organisations.tsv") if row[4:] and row[4]}
    return found


def name(actor: str, lang: str) -> str:
    """An actor id as a name in the language; the id itself where it has no other."""
    return _names(lang).get(actor, actor)
