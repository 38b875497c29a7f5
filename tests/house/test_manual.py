"""The manual knows every name a user can type or read, and its reference pages are what the code says now."""

import importlib.util
import sys
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import click
import pytest
from codebase import ROOT
from test_tables import writers

import clew
from clew.cli import main as door
from clew.model import vocabulary
from clew.model.shelf import on_shelf
from clew.report import promised
from clew.settings import SETTINGS
from clew.store.case import Case

REFERENCE = ROOT / "docs" / "reference"


@cache
def manual() -> ModuleType:
    """Return scripts/manual.py as a module."""
    folder = str(ROOT / "scripts")
    sys.path.insert(0, folder)
    try:
        spec = importlib.util.spec_from_file_location("manual", ROOT / "scripts" / "manual.py")
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def commands(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{prefix} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")


def test_the_reference_pages_are_what_the_code_says_now():
    assert manual().main(["--check"]) == 0, "run make docs"


@pytest.mark.parametrize(("name", "command"), list(commands(door, "clew")))
def test_every_command_and_option_is_in_the_manual(name: str, command: click.Command):
    sections = dict(part.split("\n", 1) for part in page("commands.md").split("\n## ")[1:])
    assert name in sections
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]} has no help"
            assert parameter.opts[0] in sections[name]


def test_every_setting_is_in_the_manual():
    assert not [one.name for one in SETTINGS if f"| `{one.name}` |" not in page("settings.md")]


def test_every_setting_has_a_help_and_a_unit_or_choices():
    assert not [one.name for one in SETTINGS if not one.help.endswith(".") or not (one.unit or one.choices)]


def test_every_table_is_in_the_manual():
    assert not [table for table in writers() if f"### {table}\n" not in page("tables.md")]


def test_every_pattern_is_in_the_manual_with_its_innocent_explanations():
    text = page("patterns.md")
    for pattern in on_shelf("clew.detect.patterns"):
        assert f"## {pattern.TYPE} {pattern.TITLE}\n" in text
        assert all(f"- {line}\n" in text for line in (*pattern.ALSO_EXPLAINED_BY, *pattern.SETTLED_BY))


@pytest.mark.parametrize(
    "words",
    [
        vocabulary.KINDS,
        vocabulary.STANCES,
        vocabulary.MODALITIES,
        vocabulary.STATUSES,
        vocabulary.IDENTITY_LEVELS,
        vocabulary.RECORD_TYPES,
        vocabulary.PREDICATES,
    ],
    ids=["kinds", "stances", "modalities", "statuses", "levels", "record types", "predicates"],
)
def test_every_word_of_the_vocabulary_is_in_the_manual(words: tuple[str, ...]):
    assert not [word for word in words if f"`{word}`" not in page("vocabulary.md")]


def test_every_format_is_in_the_manual():
    text = page("readers.md")
    kinds = [kind for reader in on_shelf("clew.read.readers") for kind in reader.MEDIA_TYPES]
    lists = [form.LIST_FORMAT for form in on_shelf("clew.screen.lists")]
    assert not [name for name in (*kinds, *lists) if f"`{name}`" not in text]


def test_every_public_name_is_in_the_manual():
    assert not [name for name in clew.__all__ if f"## {name}\n" not in page("python.md")]


def test_every_public_name_has_a_docstring():
    assert not [name for name in clew.__all__ if not getattr(clew, name).__doc__]


@pytest.mark.parametrize(
    "name", ["sources", "claims", "entities", "candidates", "hits", "screenings", "findings", "gaps", "lists"]
)
def test_every_promised_field_is_in_the_manual(name: str):
    section = page("records.md").split(f"\n## {name}\n")[1].split("\n## ")[0]
    fields = manual().selected(manual().QUERIES[name])
    assert fields
    assert not [field for field in fields if f"| `{field}` |" not in section]


def test_the_fields_the_manual_lists_are_those_that_records_carry(case: Case, add_page):
    add_page(case, "A line.\n")
    row = next(promised.sources(case))
    assert list(row) == manual().selected(promised.SOURCES)


# A field may be added, none may go.
PROMISED = {
    "sources": "id path sha256 media_type status reason pages language record_type",
    "claims": "id subject predicate object qualifiers holders stance modality polarity hedges quote source path page "
    "start stop status method",
    "entities": "id kind names mentions",
    "findings": "id type sentence slots supports against band confidence limits",
}


@pytest.mark.parametrize("name", PROMISED)
def test_no_promised_field_is_gone(name: str):
    assert set(PROMISED[name].split()) <= set(manual().selected(manual().QUERIES[name]))
