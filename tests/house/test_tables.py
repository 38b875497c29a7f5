"""Every table has one writing room, and each stage says truly what it reads and writes."""

import ast
import re
from functools import cache
from importlib import import_module
from types import ModuleType

import pytest
from codebase import PACKAGE, ROOMS, Module, modules, strings

from clew.pipeline import STAGES

STORE = PACKAGE / "store"
TABLE = re.compile(r"create table (?:shape\.)?(\w+) \(\s*(?:-- written by: (\w+))?")
VIEW = re.compile(r"create or replace view (\w+) as\s(.*?);", re.DOTALL)
WRITTEN = re.compile(r"\b(?:insert into|delete from|replace into)\s+(\w+)|\bupdate\s+(\w+)\s+set\b", re.IGNORECASE)
READ = re.compile(r"\b(?:from|join)\s+(?:all_)?(\w+)", re.IGNORECASE)


@cache
def writers() -> dict[str, str]:
    """Return each table with the room that the schema says writes it."""
    text = "".join((STORE / name).read_text(encoding="utf-8") for name in ("schema.sql", "segments.sql"))
    return dict(TABLE.findall(text))


@cache
def views() -> dict[str, frozenset[str]]:
    """Return each view with the tables it is made of, views inside it opened."""
    found = dict(VIEW.findall((STORE / "views.sql").read_text(encoding="utf-8")))
    direct = {name: set(READ.findall(body)) - {name} for name, body in found.items()}

    def opened(name: str) -> set[str]:
        return {name} & set(writers()) | {table for part in direct.get(name, ()) for table in opened(part)}

    return {name: frozenset(opened(name)) for name in found}


def stage_named(stage: tuple[str, ModuleType]) -> str:
    return stage[0]


def test_every_table_names_the_room_that_writes_it():
    silent = [table for table, room in writers().items() if not room]
    assert not silent, f"no `-- written by: ROOM` behind the first line of: {', '.join(silent)}"


@pytest.mark.parametrize("stage", STAGES, ids=stage_named)
def test_a_stage_writes_the_tables_the_schema_gives_it(stage: tuple[str, ModuleType]):
    room, module = stage
    assert set(module.WRITES) == {table for table, writer in writers().items() if writer == room}


def test_a_table_is_written_by_the_store_or_by_a_stage():
    assert set(writers().values()) == {"store", *(room for room, _ in STAGES)}


@pytest.mark.parametrize("stage", STAGES, ids=stage_named)
def test_a_stage_reads_tables_that_exist(stage: tuple[str, ModuleType]):
    room, module = stage
    assert set(module.READS) <= set(writers()), f"{room} reads a table that no file of clew/store creates"


@pytest.mark.parametrize("module", [one for one in modules() if one.room in ROOMS], ids=lambda one: one.name)
def test_a_room_writes_no_table_of_another(module: Module):
    own = set(getattr(import_module(f"clew.{module.room}.stage"), "WRITES", ())) if _is_stage(module.room) else set()
    for text, line in strings(module):
        for names in WRITTEN.findall(text):
            table = next(filter(None, names))
            assert table not in writers() or table in own, f"{module.where}:{line} writes {table}"
    for table, line in _batched(module):
        assert table in own, f"{module.where}:{line} writes {table}"


@pytest.mark.parametrize("room", [room for room, _ in STAGES if room != "read"])
def test_what_a_stage_queries_is_in_what_it_says_it_reads(room: str):
    # A table that is queried and not named in READS would not make the stage stale when it changes.
    stage = import_module(f"clew.{room}.stage")
    said = {*stage.READS, *stage.WRITES}
    for module in (one for one in modules() if one.room == room):
        for text, line in strings(module):
            if not re.match(r"\s*(?:with|select|insert|update)\b", text):
                continue
            for name in READ.findall(text):
                tables = views().get(name, {name} & set(writers()))
                missing = set(tables) - said
                assert not missing, f"{module.where}:{line} queries {name}; {room} READS lacks {', '.join(missing)}"


def _is_stage(room: str) -> bool:
    return room in dict(STAGES)


def _batched(module: Module) -> list[tuple[str, int]]:
    """Return the tables that a module hands to a batch by name, with the line."""
    return [
        (node.args[0].value, node.lineno)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("add", "replace", "execute")
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "batch"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]
