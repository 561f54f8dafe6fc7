"""Makes the parts of the docs that are made from the program: the pages of commands and faults, the README's picture.

Run as `python docs/manual.py`; `tests/test_docs.py` says when a page is behind.
"""

from __future__ import annotations

import ast
import inspect
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from entente import errors, plugins
from entente.cli.main import COMMANDS, command, parser
from entente.reference import open_text
from entente.workspace import Settings

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "entente"
TABLES = ("numbers", "calendar", "names", "speech", "claims")
KINDS = ("NumberWords", "CalendarWords", "NameWords", "SpeechWords", "ClaimWords")
FILED = {"speech": "speech", "claims": "cues"}  # tables whose longer lists stand in files of `reference/`
LONGEST = 300  # characters of a list that are shown
DEMO = ("examples/paris.fr.txt", "--date", "2015-06-03")


def pages() -> dict[Path, str]:
    """Every made page with its text."""
    reference = ROOT / "docs" / "reference"
    return {
        reference / "commands.md": commands(),
        reference / "faults.md": faults(),
        reference / "settings.md": settings(),
        reference / "additions.md": additions(),
        reference / "languages.md": languages(),
        ROOT / "README.md": readme(),
    }


def commands() -> str:
    """The page of commands, from their `--help`."""
    parts = [
        "# Commands\n",
        "Made from `--help` by `docs/manual.py`. Every command takes `--lang en` or `--lang fr`.\n",
    ]
    parts.append(
        "Exit codes: 0 all is well; 1 findings that need a person (with `--strict`); 2 a fault or a wrong call.\n"
    )
    parts.append(block("entente --help", parser().format_help()))
    for name in COMMANDS:
        parts.append(f"## entente {name}\n\n{sentence(command(name).SUMMARY)}\n")
        parts.append(block(f"entente {name} --help", parser(name).format_help()))
    return "\n".join(parts)


def sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def block(call: str, text: str) -> str:
    return f"```console\n$ {call}\n{text.rstrip()}\n```\n"


def faults() -> str:
    """The page of faults: each class, and the messages that raise it with what to try."""
    parts = [
        "# Faults\n",
        "Made from the code by `docs/manual.py`. A fault says where, what, and what to try; exit code 2.\n",
    ]
    said = sorted(set(raised()))
    for name in errors.__all__:
        kind = getattr(errors, name)
        parts.append(f"## {name}\n\n{inspect.getdoc(kind).splitlines()[0]}\n")
        rows = [f"| {what} | {hint} |" for fault, what, hint in said if fault == name]
        if rows:
            parts.append("\n".join(["| what | try |", "|---|---|", *rows]) + "\n")
    return "\n".join(parts)


def raised() -> Iterator[tuple[str, str, str]]:
    """The faults that the code raises: class, template, hint."""
    for file in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in errors.__all__:
                what = node.args[1] if len(node.args) > 1 else None
                if isinstance(what, ast.Constant):
                    hints = [word.value for word in node.keywords if word.arg == "hint"]
                    hint = hints[0].value if hints and isinstance(hints[0], ast.Constant) else ""
                    yield node.func.id, str(what.value).replace("|", "\\|"), str(hint).replace("|", "\\|")


def additions() -> str:
    """The page of one-file additions, from the docstrings of their files."""
    parts = [
        "# Additions\n",
        "Made from the docstrings by `docs/manual.py`. One file an addition, in its open folder.\n",
    ]
    for folder in plugins.FOLDERS:
        if (SOURCE / folder).is_dir():
            parts.append(f"## {folder}\n")
            parts += [addition(folder, file) for file in sorted((SOURCE / folder).glob("[!_]*.py"))]
    return "\n".join(parts)


def addition(folder: str, file: Path) -> str:
    told = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
    title, _, rest = told.partition("\n")
    listed = re.sub(r"^(Reads|Misses|Origin):", r"- **\1**:", rest.strip(), flags=re.MULTILINE)
    return f"### {folder}/{file.name}\n\n{title}\n\n{listed}\n"


def languages() -> str:
    """The page of the words of each language, from its file and from the comments of the contract."""
    parts = [
        "# Languages\n",
        "Made from `languages/`, `reference/cues/` and `reference/speech/` by `docs/manual.py`: the words of each",
        "language, by what they are for. Long lists are cut (…). How they are used:",
        "[reading](../explanation/reading.md); how one is added: [add a language](../howto/add-a-language.md).\n",
    ]
    told = meanings()
    for code in plugins.names("languages"):
        spoken = plugins.language(code)
        parts.append(f"## {spoken.name} ({code})\n")
        for table in TABLES:
            words = getattr(spoken, table)
            said = {name: getattr(words, name) for name in type(words).__annotations__}
            said |= {name: forms for name, forms in filed(table, code).items() if not said.get(name)}
            rows = [f"| {name} | {told[table, name]} | {listed(forms)} |" for name, forms in said.items() if forms]
            parts.append(
                "\n".join([f"### {table}\n", "| field | what it is for | forms |", "|---|---|---|", *rows]) + "\n"
            )
    return "\n".join(parts)


def filed(table: str, code: str) -> dict[str, str]:
    """The words of a language that stand in a file of `reference/`, by field."""
    try:
        found: dict[str, str] = tomllib.loads(open_text(f"{FILED[table]}/{code}.toml"))
    except (KeyError, FileNotFoundError):
        return {}
    return found


def meanings() -> dict[tuple[str, str], str]:
    """What each field of a language is for: the comment on its line in `languages/__init__.py`."""
    source = (SOURCE / "languages" / "__init__.py").read_text("utf-8")
    lines = source.splitlines()
    kinds = {kind: table for table, kind in zip(TABLES, KINDS, strict=True)}
    return {
        (kinds[node.name], field.target.id): lines[(field.end_lineno or 1) - 1].partition("  # ")[2].replace("|", "\\|")
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and node.name in kinds
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    }


def listed(forms: object) -> str:
    """The forms of a field on one line, its rows separated by a dot; what is too long is cut."""
    if isinstance(forms, tuple):
        said = " · ".join(listed(form).replace(" · ", ", ") for form in forms)
    else:
        said = "yes" if forms is True else " · ".join(" ".join(form.split()) for form in str(forms).split("|"))
    return said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …"


def settings() -> str:
    """The page of settings, from their docstring."""
    told = inspect.getdoc(Settings) or ""
    names = "\n".join(f"| `ENTENTE_{name.upper()}` | `{name}` |" for name in Settings.__dataclass_fields__)
    return f"# Settings\n\n{told}\n\n| environment | settings.toml |\n|---|---|\n{names}\n"


def readme() -> str:
    """The README with the demo's real output between its marks."""
    text = (ROOT / "README.md").read_text("utf-8")
    before, rest = text.split("<!-- demo -->", 1)
    _, after = rest.split("<!-- /demo -->", 1)
    call = " ".join(("entente", "check", *DEMO, "--lang", "fr"))
    return f"{before}<!-- demo -->\n\n```text\n$ {call}\n{demo()}```\n\n<!-- /demo -->{after}"


def demo() -> str:
    """What the demo prints, in a home of its own that holds nothing."""
    call = [sys.executable, "-m", "entente", "check", *DEMO, "--lang", "fr"]
    environment = {**os.environ, "ENTENTE_HOME": str(ROOT / "build" / "nothing"), "COLUMNS": "100"}
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
