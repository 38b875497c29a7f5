"""SQL is a constant with $names: no text of SQL is put together outside the store."""

import ast
import re

import pytest
from codebase import DOORS, Module, modules, strings

SQL = re.compile(
    r"^\s*(?:select\s.+\sfrom\s|insert\s+into\s+\w+\s*(?:\(|values|select)|update\s+\w+\s+set\s|delete\s+from\s|create\s+(?:or\s|temp|table|view))",
    re.IGNORECASE | re.DOTALL,
)


def outside_the_store() -> list[Module]:
    return [module for module in modules() if module.room != "store"]


def is_sql(text: str) -> bool:
    return bool(SQL.match(text))


@pytest.mark.parametrize("module", outside_the_store(), ids=lambda one: one.name)
def test_no_sql_is_put_together_from_parts(module: Module):
    for node in ast.walk(module.tree):
        text = _begin(node)
        assert not is_sql(text), f"{module.where}:{node.lineno} puts SQL together; make it a constant with $names"


@pytest.mark.parametrize("module", outside_the_store(), ids=lambda one: one.name)
def test_sql_is_a_constant_of_its_module(module: Module):
    at_top = {id(part) for node in module.tree.body if not _runs(node) for part in ast.walk(node)}
    for node in ast.walk(module.tree):
        inside = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in at_top
        assert not (inside and is_sql(node.value)), f"{module.where}:{node.lineno}: give the query a name at the top"


@pytest.mark.parametrize("module", [one for one in modules() if one.room in DOORS], ids=lambda one: one.name)
def test_a_door_holds_no_sql(module: Module):
    for text, line in strings(module):
        assert not is_sql(text), f"{module.where}:{line} holds SQL"


@pytest.mark.parametrize(
    "text", ["select id from sources", "  insert into log values ($x)", "update sources set x = 1"]
)
def test_sql_is_known_when_seen(text: str):
    assert is_sql(text)


@pytest.mark.parametrize("text", ["update Clew", "select", "delete the file", "insert into the mail"])
def test_prose_is_no_sql(text: str):
    assert not is_sql(text)


def _begin(node: ast.AST) -> str:
    """Return the beginning of a text that is put together: an f-string, a sum, a %, or a call of format."""
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else " x " for part in node.values)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return _constant(node.left)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "replace"):
        return _constant(node.func.value)
    return ""


def _constant(node: ast.AST) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _runs(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
