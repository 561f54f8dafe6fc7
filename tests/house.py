"""The rules of the house as functions from a source tree to the walls that are broken."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

FLOORS: dict[str, float] = {
    "cli": 6,
    "web": 5.5,  # which `entente serve` starts
    "workspace": 5,
    "reading": 4,
    "checking": 4,
    "screening": 4,
    "following": 4,
    "reporting": 4,
    "ledger": 4,
    "languages": 3,
    "formats": 3,
    "sources": 3,
    "watchlists": 3,
    "messages": 3,
    "checks": 3,
    "engines": 3,
    "readers": 3,
    "scopes": 2.5,
    "text": 2,
    "names": 2,
    "feeds": 2,
    "model": 1,
    "reference": 0,
    "coalitions": 0,
}
OPEN = {
    "languages": "LANGUAGE",
    "formats": "FORMAT",
    "sources": "SOURCE",
    "watchlists": "WATCHLIST",
    "messages": "MESSAGE",
    "checks": "CHECK",
    "engines": "ENGINE",
    "readers": "READER",
}
LOBBY = {"errors": 2, "plugins": 3, "__init__": 6, "__main__": 6}  # rooms of the hall, with the floor they stand on
BANNED = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
HEADINGS = ("Reads:", "Misses:", "Origin:")
LINES, STEPS = 400, 50
# Scripts beside the data they build.
PROGRAMS = {("reference", name) for name in ("rebuild", "territories", "currencies")}


def broken(root: Path, package: str = "entente") -> list[str]:
    """Every broken wall of the package under `root`, one line each."""
    return [line for file in sorted((root / package).rglob("*.py")) for line in _file(file, root, package)]


def _file(file: Path, root: Path, package: str) -> Iterator[str]:
    place = file.relative_to(root).with_suffix("").parts[1:]
    tree = ast.parse(file.read_text("utf-8"))
    name = "/".join(place)
    yield from _sizes(file, tree, name)
    yield from (f"{name}: banned name" for part in place if part in BANNED)
    yield from _imports(tree, place, name, package)
    if place[0] in OPEN and len(place) == 2 and place[1] != "__init__":
        yield from _addition(tree, place, name)
    if place[-1] not in ("__init__",) and place[0] not in FLOORS and place[0] not in LOBBY:
        yield f"{name}: stands on no floor"


def _sizes(file: Path, tree: ast.Module, name: str) -> Iterator[str]:
    lines = len(file.read_text("utf-8").splitlines())
    if lines > LINES:
        yield f"{name}: {lines} lines, at most {LINES}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            steps = (node.end_lineno or node.lineno) - node.lineno + 1
            if steps > STEPS:
                yield f"{name}.{node.name}: {steps} lines, at most {STEPS}"
            if node.name.strip("_") in BANNED:
                yield f"{name}.{node.name}: banned name"


def _imports(tree: ast.Module, place: tuple[str, ...], name: str, package: str) -> Iterator[str]:
    here = _floor(place)
    for target in _targets(tree, package):
        there = _floor(target)
        if target[0] == place[0]:
            if place[0] in OPEN and place[-1] != "__init__" and len(target) > 1:
                yield f"{name}: imports its neighbour {'/'.join(target)}"
        elif target[0] in LOBBY:
            if here < LOBBY[target[0]] and not (target[0] == "errors" and here >= 2):
                yield f"{name}: imports {target[0]} from below it"
        elif there > here or (there == here and place[0] not in LOBBY):
            yield f"{name}: imports {'/'.join(target)}, which is not below it"


def _targets(tree: ast.Module, package: str) -> Iterator[tuple[str, ...]]:
    """The modules of the package that a module imports, as parts below the package; imports for typing left out."""
    idle = {id(n) for node in ast.walk(tree) if _typing_only(node) for n in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in idle:
            continue
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module] if node.module != package else [f"{package}.{alias.name}" for alias in node.names]
        else:
            continue
        for full in names:
            parts = tuple(full.split("."))
            if parts[0] == package and len(parts) > 1 and not parts[1].startswith("__"):
                yield parts[1:]


def _typing_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _floor(place: tuple[str, ...]) -> float:
    if place[:2] in PROGRAMS:
        return 6
    return FLOORS.get(place[0], LOBBY.get(place[0], 7))


def _addition(tree: ast.Module, place: tuple[str, ...], name: str) -> Iterator[str]:
    """A file of an open folder declares its one constant and says what it reads, misses and comes from."""
    wanted = OPEN[place[0]]
    public = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and not target.id.startswith("_")
    }
    if public - {"__all__"} != {wanted}:
        yield f"{name}: declares {', '.join(sorted(public)) or 'nothing'}, not one {wanted}"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield f"{name}: {node.name} is public beside {wanted}"
    text = ast.get_docstring(tree) or ""
    yield from (f"{name}: its docstring has no heading {heading}" for heading in HEADINGS if heading not in text)
