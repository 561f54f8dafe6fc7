"""Additions are found by their files, and outsiders' by their entry points."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from entente import plugins
from entente.errors import Unusable


@pytest.fixture
def outsider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package of somebody else, installed: it declares a language."""
    (tmp_path / "somebody_else.py").write_text("KLINGON = 'a language'\n", "utf-8")
    info = tmp_path / "somebody_else-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: somebody-else\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[entente.languages]\ntlh = somebody_else:KLINGON\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    forget()
    yield
    sys.modules.pop("somebody_else", None)
    forget()


def forget() -> None:
    for known in (plugins.names, plugins.one, plugins._outside, plugins._declared):
        known.cache_clear()


@pytest.mark.usefixtures("outsider")
def test_an_outsiders_addition_is_found_by_its_entry_point() -> None:
    assert plugins.names("languages") == ("en", "es", "fr", "tlh")
    assert plugins.one("languages", "tlh") == "a language"
    assert plugins.language("fr").code == "fr"


def test_what_nobody_declares_is_a_fault() -> None:
    with pytest.raises(Unusable, match="languages/tlh: there is no such addition"):
        plugins.one("languages", "tlh")


@pytest.mark.parametrize("folder", [name for name in plugins.FOLDERS if plugins._files(name)])
def test_every_file_of_an_open_folder_declares_its_constant(folder: str) -> None:
    assert all(value is not None for value in plugins.additions(folder).values())
