"""Where the shared data are: the folder `shared` beside the checkout, or `$ENTENTE_SHARED`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("ENTENTE_SHARED") or Path(__file__).resolve().parents[2] / "shared")


def shared(*parts: str) -> Path:
    """A file or folder of the shared data; the test that asks is skipped where it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"needs the shared data: {path.relative_to(SHARED.parent)} is absent")
    return path
