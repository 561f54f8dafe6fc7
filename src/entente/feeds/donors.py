"""Who gave: the actor id and the kind of a donor, from the name that a publisher gives it."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from entente.feeds.countries import country

__all__ = ["KINDS", "donor"]

GOVERNMENT = ", Government of"
TOGETHER = " | "
COMMITTEE = "UNICEF National Committee"

# OCHA FTS: the types of organisations, as written since 2022 and before.
KINDS = {
    "Governments": "government",
    "Government": "government",
    "Multilateral Organizations": "multilateral",
    "Inter-governmental": "multilateral",
    "UN agency": "multilateral",
    "Pooled Funds": "multilateral",
    "Pooled fund": "multilateral",
    "NGOs": "private",
    "NGO": "private",
    "Private Organizations": "private",
    "Private organization/foundation": "private",
    "Red Cross/Red Crescent Organizations": "private",
    "Red Cross/Red Crescent": "private",
    "Other": "unknown",
    "": "unknown",
}


@lru_cache(maxsize=1)
def known() -> dict[str, tuple[str, str]]:
    """Id and kind by name, of `donors.toml`."""
    table = tomllib.loads(files("entente.feeds").joinpath("donors.toml").read_text("utf-8"))
    return {name: (actor, kind) for kind, names in table.items() for name, actor in names.items()}


@lru_cache(maxsize=4096)
def donor(name: str, kind: str = "unknown") -> tuple[str, str]:
    """The actor id and the kind of a donor; `kind` is the one that the publisher tells, where it does.

    A name that no table knows is its own id. Two donors of one flow are joined: neither gave it alone.
    """
    if name in known():
        return known()[name]
    if TOGETHER in name:
        pairs = [donor(part) for part in name.split(TOGETHER)]
        kinds = {own for _, own in pairs}
        return "|".join(sorted(actor for actor, _ in pairs)), kinds.pop() if len(kinds) == 1 else "unknown"
    if name.endswith(GOVERNMENT):
        return country(name.removesuffix(GOVERNMENT)) or name, "government"
    if name.startswith(COMMITTEE):
        return name, "private"
    return name, kind
