"""The source of Clew as syntax trees, for tests that look at the house instead of at what it does."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "clew"
ROOMS = ("read", "extract", "resolve", "screen", "detect", "weigh", "report")
DOORS = ("cli", "printing", "progress", "web", "__main__")


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package."""

    name: str  # clew.read.stage
    path: Path
    tree: ast.Module

    @property
    def where(self) -> str:
        """The file as a person names it."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def room(self) -> str:
        """The second part of the name: read, model, cli …; empty for the package itself."""
        return [*self.name.split("."), ""][1]


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = list(path.relative_to(ROOT).with_suffix("").parts)
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        found.append(Module(".".join(parts), path, ast.parse(path.read_text(encoding="utf-8"))))
    return tuple(found)


def imported(module: Module) -> Iterator[tuple[str, int]]:
    """Yield the full name of everything a module imports, inside functions too, with the line."""
    known = {one.name for one in modules()}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = node.module or ""
            for alias in node.names:
                whole = f"{origin}.{alias.name}"
                yield (whole if whole in known else origin), node.lineno


def docstrings(tree: ast.AST) -> set[int]:
    """Return the identities of the nodes that are docstrings."""
    documented = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    return {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }


def strings(module: Module) -> Iterator[tuple[str, int]]:
    """Yield every string constant of a module that is no docstring, with its line; parts of f-strings too."""
    documented = docstrings(module.tree)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node.value, node.lineno
