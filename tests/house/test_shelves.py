"""Each file on a shelf has what its shelf asks for."""

import ast
import inspect
from collections.abc import Iterable
from types import ModuleType

import pytest

from clew.model.shelf import on_shelf
from clew.model.vocabulary import RECORD_TYPES

READERS = on_shelf("clew.read.readers")
RECORDS = on_shelf("clew.extract.records")
PROSE = on_shelf("clew.extract.prose")
LISTS = on_shelf("clew.screen.lists")
PATTERNS = on_shelf("clew.detect.patterns")
HEADINGS = ("Why it matters:", "Also explained by:", "Would be settled by:", "Source:")


def each(shelf: Iterable[ModuleType]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("module", shelf, ids=lambda one: one.__name__.rsplit(".", 1)[-1])


def takes(function: object, *names: str) -> bool:
    """Say whether a function can be called with these arguments by position."""
    try:
        inspect.signature(function).bind(*names)  # type: ignore[arg-type]
    except TypeError:
        return False
    return True


@each((*READERS, *RECORDS, *PROSE, *LISTS, *PATTERNS))
def test_a_file_on_a_shelf_says_what_it_is_and_its_version(module: ModuleType):
    assert module.__doc__, f"{module.__name__} has no docstring"
    assert int(module.VERSION) >= 1


@each(READERS)
def test_a_reader_tells_its_formats_by_content_and_reads_them(module: ModuleType):
    assert module.MEDIA_TYPES
    assert all(kind.count("/") == 1 for kind in module.MEDIA_TYPES)
    assert takes(module.recognise, "data", "name")
    assert takes(module.read, "data", "media_type")
    assert takes(module.read, "data", "media_type", "means")


def test_no_two_readers_claim_one_format():
    claimed = [kind for reader in READERS for kind in reader.MEDIA_TYPES]
    assert sorted(claimed) == sorted(set(claimed))


@each(RECORDS)
def test_a_record_type_is_in_the_vocabulary_and_is_recognised_by_content(module: ModuleType):
    assert module.RECORD_TYPE in RECORD_TYPES
    assert takes(module.recognise, "document")
    assert takes(module.extract, "document", "mapping")


@each(PROSE)
def test_a_prose_language_extracts_page_by_page(module: ModuleType):
    assert module.LANGUAGE in ("en", "ru", "zh")
    assert {"document", "page", "record_type"} <= set(inspect.signature(module.extract).parameters)


@each(LISTS)
def test_a_list_format_recognises_files_and_reads_them(module: ModuleType):
    assert module.LIST_FORMAT
    assert takes(module.recognise, "files")
    assert "snapshot" in inspect.signature(module.read).parameters


@each(PATTERNS)
def test_a_pattern_names_its_innocent_explanations_and_what_would_settle_it(module: ModuleType):
    for name in ("ALSO_EXPLAINED_BY", "SETTLED_BY"):
        entries = getattr(module, name)
        assert isinstance(entries, tuple)
        assert entries
        assert all(isinstance(entry, str) and entry.strip() for entry in entries)


@each(PATTERNS)
def test_a_pattern_has_a_type_a_title_and_finds(module: ModuleType):
    assert module.TYPE[0] == "F"
    assert module.TYPE[1:].isdigit()
    assert module.TITLE.strip()
    assert takes(module.find, "case")


@each(PATTERNS)
def test_a_pattern_opens_with_its_four_headings(module: ModuleType):
    text = module.__doc__ or ""
    assert text.startswith(f"{module.TYPE}:")
    missing = [heading for heading in HEADINGS if heading not in text]
    assert not missing, f"{module.__name__} lacks {', '.join(missing)}"


def test_no_two_patterns_share_a_type():
    types = [pattern.TYPE for pattern in PATTERNS]
    assert sorted(types) == sorted(set(types))


@each((*READERS, *RECORDS, *PROSE, *LISTS, *PATTERNS))
def test_a_file_on_a_shelf_knows_no_neighbour_by_name(module: ModuleType):
    shelf = {one.__name__ for one in (*READERS, *RECORDS, *PROSE, *LISTS, *PATTERNS)} - {module.__name__}
    tree = ast.parse(inspect.getsource(module))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert not found & shelf
