"""Scores of reading on the annotated statements of `shared/gold`, by its own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

__all__ = ["scores"]


def scores(shared: Path) -> dict[str, float]:
    """F1 of every measure of `gold/score.py` on the dev statements, and the count of ungrounded items."""
    scorer = [sys.executable, str(shared / "gold" / "score.py")]
    gold = str(shared / "gold" / "dev")
    documents = subprocess.run([*scorer, "--documents", gold], capture_output=True, check=True)
    reader = [sys.executable, "-m", "entente", "read", "--jsonl"]
    readings = subprocess.run(reader, input=documents.stdout, capture_output=True, check=True)
    scored = subprocess.run([*scorer, "--json", gold], input=readings.stdout, capture_output=True, check=True)
    found = json.loads(scored.stdout.splitlines()[-1])
    return {name: value if isinstance(value, int) else value["f1"] for name, value in found.items()}
