"""Settings: where they are kept, and a file that cannot be read."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from entente.errors import Unusable
from entente.workspace import Settings


@pytest.mark.skipif(sys.platform != "linux", reason="the XDG Base Directory Specification is Linux's")
def test_the_home_is_where_the_system_keeps_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert Settings.load({}).home == str(tmp_path / ".local/share/entente")
    monkeypatch.setenv("XDG_DATA_HOME", "somewhere")  # the specification: a relative path is passed over
    assert Settings.load({}).home == str(tmp_path / ".local/share/entente")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert Settings.load({}).home == str(tmp_path / "data/entente")


@pytest.mark.parametrize("data", [b"home = ", b"\xff"])
def test_a_file_that_is_no_toml_is_a_fault(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "settings.toml").write_bytes(data)
    with pytest.raises(Unusable, match="not a settings file"):
        Settings.load({"ENTENTE_HOME": str(tmp_path)})
