"""No word of guilt, intent or unnamed relation reaches a user in Clew's own voice."""

import ast
import re
from pathlib import Path

import pytest
from codebase import DOORS, PACKAGE, ROOT, Module, docstrings, modules

GUILT = re.compile(
    r"\b(?:proved|proven|smuggl\w*|front compan(?:y|ies)|shell compan(?:y|ies)|covertly|knowingly|secretly|guilty"
    r"|linked to|links to|accomplices?|conspir\w*)\b",
    re.IGNORECASE,
)
SPEAKING = ("detect", "weigh", "report", *DOORS)
TEMPLATES = sorted((PACKAGE / "report" / "templates").glob("*.jinja"))
# The patterns that find such words must spell them.
LEXICONS = {"FORBIDDEN", "GUILT"}


@pytest.mark.parametrize("module", [one for one in modules() if one.room in SPEAKING], ids=lambda one: one.name)
def test_no_string_that_may_reach_a_user_speaks_of_guilt(module: Module):
    for text, line in _spoken(module):
        found = GUILT.search(text)
        assert not found, f"{module.where}:{line} says {found[0]!r}; say which records show what, and no more"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_no_template_speaks_of_guilt(template: Path):
    for number, line in enumerate(template.read_text(encoding="utf-8").splitlines(), 1):
        found = GUILT.search(line)
        assert not found, f"{template.relative_to(ROOT)}:{number} says {found[0]!r}"


@pytest.mark.parametrize("text", ["X is linked to Y", "He knowingly shipped", "This proves nothing, but it is proven"])
def test_the_words_of_guilt_are_found_where_they_stand(text: str):
    assert GUILT.search(text)


@pytest.mark.parametrize("text", ["the links of an entity", "at least 4 provable visits", "the frontier of a search"])
def test_plain_words_that_only_look_alike_pass(text: str):
    assert not GUILT.search(text)


def _spoken(module: Module) -> list[tuple[str, int]]:
    """Return the strings of a module that are neither docstrings nor one of the lexicons that spell such words."""
    left_out = docstrings(module.tree)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id in LEXICONS for t in node.targets):
            left_out |= {id(part) for part in ast.walk(node)}
    # The help of a command is its docstring: there a docstring does reach users.
    kept = docstrings(module.tree) if module.room == "cli" else set()
    return [
        (node.value, node.lineno)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and (id(node) not in left_out or id(node) in kept)
    ]
