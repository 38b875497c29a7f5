"""The error tree is as drawn, and what our code raises on purpose hangs in it."""

import ast
import builtins
import inspect
import re
from functools import cache

import pytest
from codebase import DOORS, Module, modules

from clew.model import errors

LINE = re.compile(r"^(?P<indent>[│├└─ ]*)(?P<name>[A-Z]\w+)(?:\s{2,}(?P<says>\S.*))?$")
FOUR = 4  # characters a branch of the drawing is wide
# A door may refuse its own arguments in click's words, and ends with an exit code.
REFUSED_BY_DOORS = {"UsageError", "BadParameter", "SystemExit"}
BUGS = {"NotImplementedError", "AssertionError"}


def drawn() -> dict[str, str]:
    """Return each class of the drawing with the class it hangs under."""
    under: list[str] = []
    found: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        branch = LINE.match(line)
        if branch and (branch["name"] == "ClewError" or branch["indent"]):
            depth = len(branch["indent"]) // FOUR
            found[branch["name"]] = under[depth - 1] if depth else "Exception"
            under[depth:] = [branch["name"]]
    return found


@cache
def classes() -> dict[str, str]:
    """Return each class of the module with the class it inherits."""
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: one.__bases__[0].__name__ for name, one in found if one.__module__ == errors.__name__}


def test_the_error_tree_is_as_drawn():
    assert drawn() == classes()


def test_every_error_says_what_is_wrong():
    silent = [name for name in classes() if not inspect.getdoc(getattr(errors, name))]
    assert not silent


@pytest.mark.parametrize("module", modules(), ids=lambda one: one.name)
def test_what_is_raised_on_purpose_hangs_in_the_tree(module: Module):
    for node in ast.walk(module.tree):
        name = _raised(node)
        if not name or name in classes() or name in _makers():
            continue
        at_door = module.room in DOORS and name in REFUSED_BY_DOORS
        assert at_door or name in BUGS or name in _caught(module), (
            f"{module.where}:{node.lineno} raises {name}; a deliberate error inherits ClewError"
        )


@pytest.mark.parametrize("module", modules(), ids=lambda one: one.name)
def test_errors_are_made_in_one_file_only(module: Module):
    for node in ast.walk(module.tree):
        bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
        makes = any(base in classes() or base in ("Exception", "BaseException", "ValueError") for base in bases)
        assert not makes or module.name == errors.__name__, f"{module.where}:{node.lineno}: errors live in errors.py"


@cache
def _makers() -> frozenset[str]:
    """Return the functions of ours that are said to return an error of the tree."""
    made = (node for module in modules() for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef))
    return frozenset(node.name for node in made if node.returns and ast.unparse(node.returns) in classes())


def _caught(module: Module) -> set[str]:
    """Return the built-in errors that a module catches itself: what it raises of these never leaves it."""
    handlers = (node.type for node in ast.walk(module.tree) if isinstance(node, ast.ExceptHandler) and node.type)
    names = {part.id for handler in handlers for part in ast.walk(handler) if isinstance(part, ast.Name)}
    return {name for name in names if hasattr(builtins, name)}


def _raised(node: ast.AST) -> str:
    """Return the name of the class a raise statement calls; empty where it passes on what it caught."""
    if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
        return ""
    return ast.unparse(node.exc.func).rsplit(".", 1)[-1]
