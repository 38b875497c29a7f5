"""Clew follows the thread from a document to a finding. These are the public names; they match the command line.

with clew.Case.open("case", create=True) as case:
    clew.run(case, [Path("evidence")])
    for finding in clew.findings(case):
        print(finding["sentence"])
"""

__version__ = "0.1.0"

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
