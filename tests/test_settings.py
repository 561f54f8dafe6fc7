"""Settings: a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from entente.errors import Unusable
from entente.workspace import Settings


@pytest.mark.parametrize("data", [b"home = ", b"\xff"])
def test_a_file_that_is_no_toml_is_a_fault(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(data)
    with pytest.raises(Unusable, match="not a settings file"):
        Settings.load({"ENTENTE_HOME": str(tmp_path)})
