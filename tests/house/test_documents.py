"""The documents beside the code: links lead somewhere, every dependency is accounted for, none is idle."""

import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from codebase import ROOT, imported, modules

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


# Packages that carry a model as data; their code is never imported.
CARRIERS = {"natasha", "cutword"}
# Packages that another one imports and leaves to us to choose: rapidocr runs its models in any of several.
CHOSEN = {"onnxruntime"}


@cache
def project() -> dict[str, list[str]]:
    """Return the dependencies of pyproject.toml by group; "" is what every user gets."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    groups = {"": table["dependencies"], **table["optional-dependencies"]}
    return {group: [re.split(r"[\[<>=!~ ;]", line)[0] for line in lines] for group, lines in groups.items()}


def folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def anchor(heading: str) -> str:
    """Return what a code host makes of a heading for links."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_between_documents_leads_somewhere(page: Path):
    for match in LINK.finditer(page.read_text(encoding="utf-8")):
        target, _, fragment = (match[1] or match[2]).partition("#")
        if "://" in target:
            continue
        place = (page.parent / target) if target else page
        assert place.exists(), f"{page.name} points to {target}"
        if fragment:
            headings = {anchor(heading) for heading in HEADING.findall(place.read_text(encoding="utf-8"))}
            assert fragment in headings, f"{page.name} points to {target}#{fragment}"


def test_every_dependency_is_accounted_for():
    text = (ROOT / "docs" / "decisions" / "dependencies.md").read_text(encoding="utf-8")
    listed = {
        folded(name)
        for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
        for name in re.findall(r"[\w.-]+", row)
    }
    missing = {folded(name) for names in project().values() for name in names} - listed - {"clew"}
    assert not missing, f"docs/decisions/dependencies.md says nothing of {', '.join(sorted(missing))}"


def test_what_every_user_installs_is_what_the_package_imports():
    roots = {name.split(".")[0] for module in modules() for name, _ in imported(module)}
    by_root = packages_distributions()
    own = {"clew", *sys.stdlib_module_names}
    used = {folded(by_root[root][0]) for root in roots - own if root in by_root}
    declared = {folded(name) for name in project()[""]}
    extras = {folded(name) for extra in ("link", "llm") for name in project()[extra]}
    assert used - declared - extras - {"markupsafe"} == set(), "imported, but not declared in pyproject.toml"
    assert declared - used - CARRIERS - CHOSEN == set(), "declared for every user, but imported nowhere in clew/"


def test_no_document_has_the_path_of_a_machine():
    told = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/")
    for page in PAGES:
        assert not told.search(page.read_text(encoding="utf-8")), page.name
