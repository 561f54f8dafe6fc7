"""Coalition files: who belongs to a coalition, how many it was said to have, who met.

Reads: the coalition file of Entente (TOML, docs/howto/add-a-coalition.md).
Misses: what the file does not say; names and crises are for reading statements and are no facts.
Origin: compiled by hand; each list and each meeting names its own source and licence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from entente.feeds.coalition import coalition, facts_of
from entente.sources import Layout, Made, Source


def _rows(path: Path, origin: Mapping[str, Any]) -> Iterator[Made]:
    """The members, sizes and meetings of a coalition."""
    yield from facts_of(coalition(path.read_text("utf-8"), path.name), origin)


SOURCE = Source(
    name="coalition",
    title="Coalition files",
    licence="as each list states",
    home="",
    tables=("members", "sizes", "meetings"),
    layouts=(Layout(name="coalition", format="toml", fields=frozenset({"id", "names", "members"}), read=_rows),),
    addresses=(),
)
