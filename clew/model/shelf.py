"""A shelf: a package whose modules are found because they are there. No registry to edit."""

import importlib.util
import pkgutil
import re
from functools import cache
from importlib.abc import InspectLoader
from types import ModuleType

_VERSION = re.compile(r"^VERSION = (\d+)$", re.MULTILINE)


@cache
def on_shelf(package: str) -> tuple[ModuleType, ...]:
    """Return the modules of a package in the order of their names; names that begin with _ are left out."""
    return tuple(importlib.import_module(f"{package}.{name}") for name in _names(package))


@cache
def versions_on_shelf(package: str) -> tuple[tuple[str, int], ...]:
    """Return the name of each module of a shelf and its VERSION, as written, without loading any.

    To learn that nothing is stale need not cost what the work costs: loading all shelves takes 0.3 s.
    """
    return tuple((name, _version(f"{package}.{name}")) for name in _names(package))


def _names(package: str) -> list[str]:
    root = importlib.import_module(package)
    return sorted(module.name for module in pkgutil.iter_modules(root.__path__) if not module.name.startswith("_"))


def _version(module: str) -> int:
    spec = importlib.util.find_spec(module)
    source = spec.loader.get_source(module) if spec and isinstance(spec.loader, InspectLoader) else None
    written = _VERSION.search(source or "")
    return int(written[1]) if written else int(importlib.import_module(module).VERSION)
