"""Hold every score above its floor (`eval/floors.json`); print the table of both.

Run as `python -m eval.gate`; exits 1 where a score fell below its floor. Where the shared data are absent it says so
and holds nothing.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

__all__ = ["GATES", "main", "shared_folder"]

ROOT = Path(__file__).resolve().parents[1]
GATES = ("reading", "recognizers", "recognizers_dates", "checks", "screening")
NONE_ALLOWED = frozenset({"ungrounded items", "false confirmations"})  # counts that must not exceed their floor


def shared_folder() -> Path:
    """The folder of shared data: `ENTENTE_SHARED`, else `shared` beside the checkout."""
    return Path(os.environ.get("ENTENTE_SHARED", ROOT.parent / "shared"))


def main() -> int:
    """Run every gate; 0 where all hold."""
    shared = shared_folder()
    if not shared.is_dir():
        print(f"eval: no shared data at {shared.name}/ beside the checkout; nothing was measured")
        return 0
    floors = json.loads((ROOT / "eval" / "floors.json").read_text("utf-8"))
    fallen = [name for name in GATES if fell(name, gate(name)(shared), floors.get(name, {}))]
    return int(bool(fallen))


def gate(name: str) -> Callable[[Path], dict[str, float]]:
    """The function that measures: `eval/NAME.py: scores`."""
    from importlib import import_module

    found: Callable[[Path], dict[str, float]] = import_module(f"eval.{name}").scores
    return found


def fell(name: str, scores: dict[str, float], floors: dict[str, float]) -> bool:
    """Print a gate's scores beside their floors; whether one is on the wrong side."""
    bad = False
    for measure, score in scores.items():
        floor = floors.get(measure)
        holds = floor is None or (score <= floor if measure in NONE_ALLOWED else score >= floor)
        bad |= not holds
        shown = "" if floor is None else f"floor {floor:.3f}{'' if holds else '  FELL'}"
        print(f"{name:<12} {measure:<36} {score:8.3f}  {shown}")
    missing = sorted(set(floors) - set(scores))
    if missing:
        print(f"{name:<12} not measured: {', '.join(missing)}")
    return bad or bool(missing)


if __name__ == "__main__":
    sys.exit(main())
