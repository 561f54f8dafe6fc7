"""The house stands: floors, open folders, sizes and names; and the test of it can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.house import broken

SOURCE = Path(__file__).resolve().parents[1] / "src"
GOOD = '"""A language.\n\nReads: a.\nMisses: b.\nOrigin: c.\n"""\n\nLANGUAGE = 1\n'


def test_the_house_stands() -> None:
    assert broken(SOURCE) == []


def made(root: Path, **files: str) -> Path:
    """A small made-up tree; `__` in a name stands for a folder."""
    for name, text in {"__init__": "", **files}.items():
        file = root / "entente" / (name.replace("__", "/") if not name.startswith("__") else name)
        file = file.with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"model__span": "from entente.text import fold\n"}, "imports text, which is not below it"),
        ({"reading__read": "import entente.checking.check\n"}, "imports checking/check, which is not below it"),
        ({"text__fold": "def far():\n    from entente.cli import main\n"}, "imports cli, which is not below it"),
        ({"languages__fr": GOOD + "from entente.languages.en import LANGUAGE as L\n"}, "imports its neighbour"),
        ({"languages__fr": GOOD + "OTHER = 2\n"}, "declares LANGUAGE, OTHER, not one LANGUAGE"),
        ({"languages__fr": GOOD + "def read(): ...\n"}, "read is public beside LANGUAGE"),
        ({"languages__fr": GOOD.replace("Misses:", "Lacks:")}, "no heading Misses:"),
        ({"text__long": "x = 1\n" * 401}, "401 lines, at most 400"),
        ({"text__deep": "def f():\n" + "    x = 1\n" * 50}, "text/deep.f: 51 lines, at most 50"),
        ({"text__utils": "x = 1\n"}, "banned name"),
        ({"text__fold": "def helper(): ...\n"}, "banned name"),
        ({"cellar__wine": "x = 1\n"}, "stands on no floor"),
        ({"model__span": "from entente import errors\n"}, "imports errors from below it"),
    ],
)
def test_a_broken_wall_is_named(tmp_path: Path, files: dict[str, str], said: str) -> None:
    found = broken(made(tmp_path, **files))
    assert len(found) == 1
    assert said in found[0]


def test_a_sound_small_house_passes(tmp_path: Path) -> None:
    sound = {
        "model__span": "x = 1\n",
        "errors": "from entente.text.say import say\n",
        "text__say": "from entente.model import span\n",
        "languages__fr": "\n" + GOOD,
        "languages__en": GOOD,
        "reading__read": "from entente.languages import fr\nfrom entente import errors, plugins\n",
        "plugins": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from entente.reading import read\n",
        "cli__main": "from entente.workspace import open\nfrom entente.reading import read\n",
        "workspace": "from entente.ledger import facts\n",
        "ledger__facts": "from entente.ledger import queries\n",
    }
    assert broken(made(tmp_path, **sound)) == []
