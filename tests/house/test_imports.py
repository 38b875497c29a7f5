"""Imports go down and never sideways: model, store, rooms, pipeline, doors."""

import ast

import pytest
from codebase import DOORS, ROOMS, Module, imported, modules

BELOW = {
    "model": ("model",),
    "naming": ("model", "naming"),
    "settings": ("model", "settings"),
    "store": ("model", "settings", "store"),
    "crew": ("model", "crew"),
    **{room: ("model", "naming", "settings", "store", "crew", room) for room in ROOMS},
    "pipeline": ("model", "naming", "settings", "store", "crew", *ROOMS, "pipeline"),
    **dict.fromkeys(DOORS, ("model", "naming", "settings", "store", *ROOMS, "pipeline", *DOORS)),
    "": ("model", "naming", "settings", "store", *ROOMS, "pipeline"),
}
DATABASES = {"duckdb", "sqlite3", "pyarrow", "sqlalchemy"}
VERSION_OF = {"clew.pipeline": "clew", "clew.cli": "clew"}  # they may ask the package for its version


def named(module: Module) -> str:
    return module.name


@pytest.mark.parametrize("module", modules(), ids=named)
def test_a_module_imports_only_what_lies_below_it(module: Module):
    allowed = BELOW.get(module.room)
    assert allowed is not None, (
        f"{module.where}: no layer is named for {module.room!r}; add it to BELOW or move the file"
    )
    for name, line in imported(module):
        if name.split(".")[0] != "clew" or VERSION_OF.get(module.name) == name:
            continue
        room = [*name.split("."), ""][1]
        assert room in allowed, f"{module.where}:{line} imports {name}; {module.room or 'clew'} may import {allowed}"


@pytest.mark.parametrize("module", modules(), ids=named)
def test_only_the_store_knows_a_database(module: Module):
    for name, line in imported(module):
        knows = name.split(".")[0] in DATABASES
        assert not knows or module.room == "store", f"{module.where}:{line} imports {name}; only clew/store may"


@pytest.mark.parametrize("module", [one for one in modules() if one.room in DOORS], ids=named)
def test_a_door_asks_no_database(module: Module):
    for node in ast.walk(module.tree):
        asks = isinstance(node, ast.Attribute) and node.attr in ("query", "ledger", "execute", "batch", "engine")
        assert not asks, f"{module.where}:{node.lineno} uses .{node.attr}; a door parses, calls and prints"


@pytest.mark.parametrize("module", [one for one in modules() if one.room in ROOMS], ids=named)
def test_a_room_opens_only_its_own_shelves(module: Module):
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "on_shelf":
            shelf = node.args[0]
            if isinstance(shelf, ast.Constant):
                assert shelf.value.split(".")[1] == module.room, f"{module.where}:{node.lineno} opens {shelf.value}"


def test_no_file_has_a_name_that_says_nothing():
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "base"}
    assert not [module.where for module in modules() if module.path.stem.strip("_") in empty]
