"""Clew follows the thread from a document to a finding. These are the public names; they match the command line.

with clew.Case.open("case", create=True) as case:
    clew.run(case, [Path("evidence")])
    for finding in clew.findings(case):
        print(finding["sentence"])
"""

__version__ = "0.1.0"

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clew.extract.proposing.asking import ask_model
    from clew.extract.proposing.provider import Endpoint
    from clew.model.errors import ClewError
    from clew.pipeline import demo, report, run, why
    from clew.report.promised import (
        candidates,
        claims,
        entities,
        findings,
        gaps,
        hits,
        lists,
        retellings,
        screenings,
        sources,
        ties,
    )
    from clew.report.search import search
    from clew.report.show import show
    from clew.resolve.judging import judge, undo
    from clew.resolve.linking import link
    from clew.screen.compared import compare
    from clew.screen.names import screen_names
    from clew.screen.stage import add_list
    from clew.store.case import Case

__all__ = [
    "Case",
    "ClewError",
    "Endpoint",
    "add_list",
    "ask_model",
    "candidates",
    "claims",
    "compare",
    "demo",
    "entities",
    "findings",
    "gaps",
    "hits",
    "judge",
    "link",
    "lists",
    "report",
    "retellings",
    "run",
    "screen_names",
    "screenings",
    "search",
    "show",
    "sources",
    "ties",
    "undo",
    "why",
]
_FROM = {  # where each is found; a name goes here, into the imports above and into __all__
    "Case": "clew.store.case",
    "ClewError": "clew.model.errors",
    "Endpoint": "clew.extract.proposing.provider",
    "add_list": "clew.screen.stage",
    "ask_model": "clew.extract.proposing.asking",
    "candidates": "clew.report.promised",
    "claims": "clew.report.promised",
    "compare": "clew.screen.compared",
    "demo": "clew.pipeline",
    "entities": "clew.report.promised",
    "findings": "clew.report.promised",
    "gaps": "clew.report.promised",
    "hits": "clew.report.promised",
    "judge": "clew.resolve.judging",
    "link": "clew.resolve.linking",
    "lists": "clew.report.promised",
    "report": "clew.pipeline",
    "retellings": "clew.report.promised",
    "run": "clew.pipeline",
    "screen_names": "clew.screen.names",
    "screenings": "clew.report.promised",
    "search": "clew.report.search",
    "show": "clew.report.show",
    "sources": "clew.report.promised",
    "ties": "clew.report.promised",
    "undo": "clew.resolve.judging",
    "why": "clew.pipeline",
}


class _Door(ModuleType):
    """The package itself: a name is looked for when it is first asked for.

    All of them take 0.5 CPU seconds, and each process that reads or extracts passes here without asking for one, before
    it has given up its rights.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _FROM:
            return super().__getattribute__(name)  # says that there is none
        found = getattr(import_module(_FROM[name]), name)
        self.__dict__[name] = found
        return found

    def __setattr__(self, name: str, value: object) -> None:
        if name not in _FROM or not isinstance(
            value, ModuleType
        ):  # `report` is the function, not the room of that name
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_FROM})


sys.modules[__name__].__class__ = _Door
