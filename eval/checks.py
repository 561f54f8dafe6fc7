"""Scores of checking on the cases of `shared/checks`, on the open data of `shared/opendata`, by their own scorer."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

__all__ = ["scores"]

PULLS = {"fts": "fts", "unhcr": "unhcr", "idmc": "unhcr", "ecb": "fx", "said": "coalition"}  # source: folder


def scores(shared: Path) -> dict[str, float]:
    """Verdicts right, numbers within one percent, and false confirmations, on the dev cases."""
    with tempfile.TemporaryDirectory() as home:
        for source, folder in PULLS.items():
            entente(home, "pull", source, "--from", str(shared / "opendata" / folder))
        return measured(shared, home)


def measured(shared: Path, home: str) -> dict[str, float]:
    """The scores of a home into which the open data have been pulled."""
    scorer, cases = str(shared / "checks" / "score.py"), str(shared / "checks" / "dev.jsonl")
    statements = subprocess.run([sys.executable, scorer, "--statements", cases], capture_output=True, check=True)
    findings = entente(home, "check", "--jsonl", asked=statements.stdout)
    scored = subprocess.run([sys.executable, scorer, cases], input=findings, capture_output=True, check=True)
    told = scored.stdout.decode()
    right, of = map(int, re.findall(r"numbers within 1 %: (\d+) of (\d+)", told)[0])
    return {
        "verdicts right": float(re.findall(r"verdicts right: .* = ([\d.]+)", told)[0]),
        "numbers within 1 %": round(right / of, 3),
        "false confirmations": int(re.findall(r"false confirmations: (\d+)", told)[0]),
    }


def entente(home: str, *call: str, asked: bytes = b"") -> bytes:
    """What the program prints, in a home of its own."""
    environment = {**os.environ, "ENTENTE_HOME": home}
    done = subprocess.run(
        [sys.executable, "-m", "entente", *call], input=asked, env=environment, capture_output=True, check=True
    )
    return done.stdout
