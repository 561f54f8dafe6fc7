"""Entente reads what an alliance says and checks it against what the open data show.

from entente import Workspace

house = Workspace()
reading = house.read(text, language="fr", date=date(2015, 6, 3))
for finding in house.check(reading):
    print(finding.verdict, finding.value)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from entente.checking.check import check
    from entente.reading.read import read
    from entente.workspace import Workspace

__all__ = ["Workspace", "check", "read"]
__version__ = "0.1.0"

_ROOMS = {"Workspace": "entente.workspace", "check": "entente.checking.check", "read": "entente.reading"}


def __getattr__(name: str) -> Any:
    """The public face, loaded when it is first looked at."""
    from importlib import import_module

    if name in _ROOMS:
        return getattr(import_module(_ROOMS[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
