"""A shelf: a package whose modules are found because they are there. No registry to edit."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def on_shelf(package: str) -> tuple[ModuleType, ...]:
    """Return the modules of a package in the order of their names; names that begin with _ are left out."""
    root = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(root.__path__) if not module.name.startswith("_"))
    return tuple(importlib.import_module(f"{package}.{name}") for name in names)
