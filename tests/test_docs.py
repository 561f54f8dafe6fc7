"""The docs are true: what is made from the program is up to date, and every link and addition is there."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from entente import plugins
from entente.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parents[1]


def manual() -> ModuleType:
    spec = importlib.util.spec_from_file_location("manual", ROOT / "docs" / "manual.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_made_pages_are_up_to_date() -> None:
    behind = [str(path.relative_to(ROOT)) for path, text in manual().pages().items() if path.read_text("utf-8") != text]
    assert behind == [], "run python docs/manual.py"


PAGES = [path for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")] if ".venv" not in path.parts]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def test_every_command_is_on_its_page() -> None:
    page = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    assert [name for name in COMMANDS if f"## entente {name}\n" not in page] == []


@pytest.mark.parametrize("folder", [name for name in plugins.FOLDERS if (ROOT / "src" / "entente" / name).is_dir()])
def test_every_addition_is_documented(folder: str) -> None:
    page = (ROOT / "docs" / "reference" / "additions.md").read_text("utf-8")
    assert [name for name in plugins.names(folder) if f"{folder}/{name}.py" not in page] == []


def test_every_decision_is_listed() -> None:
    listed = (ROOT / "docs" / "decisions" / "README.md").read_text("utf-8")
    pages = [path.name for path in (ROOT / "docs" / "decisions").glob("0*.md")]
    assert [name for name in pages if name not in listed] == []


@pytest.mark.parametrize("check", plugins.names("checks"))
def test_every_check_has_its_page(check: str) -> None:
    assert (ROOT / "docs" / "explanation" / "checks" / f"{check}.md").is_file()


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    pages = [page for page in (ROOT / "docs").glob("*/*.md") if page.name != "README.md"]
    listed = [page for page in pages if page.parent.name != "decisions"]
    assert [page.name for page in listed if f"{page.parent.name}/{page.name}" not in index] == []
