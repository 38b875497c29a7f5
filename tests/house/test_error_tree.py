"""The error tree is as drawn, and what our code raises on purpose hangs in it."""

import ast
import builtins
import inspect
import re

import pytest
from codebase import DOORS, Module, modules

from clew.model import errors

LINE = re.compile(r"^(?P<indent>[│├└─ ]*)(?P<name>[A-Z]\w+)(?:\s{2,}(?P<says>\S.*))?$")
FOUR = 4  # characters a branch of the drawing is wide
# A door may refuse its own arguments in click's words; the rest end a loop or name a bug of ours.
ALSO_RAISED = {"UsageError", "BadParameter", "Exit", "NotImplementedError", "AssertionError", "StopIteration"}


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
        if not name or name in classes():
            continue
        allowed = name in ALSO_RAISED and (module.room in DOORS or hasattr(builtins, name))
        assert allowed, f"{module.where}:{node.lineno} raises {name}; a deliberate error inherits ClewError"


@pytest.mark.parametrize("module", modules(), ids=lambda one: one.name)
def test_errors_are_made_in_one_file_only(module: Module):
    for node in ast.walk(module.tree):
        bases = [ast.unparse(base) for base in node.bases] if isinstance(node, ast.ClassDef) else []
        makes = any(base in classes() or base in ("Exception", "BaseException", "ValueError") for base in bases)
        assert not makes or module.name == errors.__name__, f"{module.where}:{node.lineno}: errors live in errors.py"


def _raised(node: ast.AST) -> str:
    """Return the name of the class a raise statement calls; empty where it passes on what it caught."""
    if not isinstance(node, ast.Raise) or not isinstance(node.exc, ast.Call):
        return ""
    return ast.unparse(node.exc.func).rsplit(".", 1)[-1]
