"""The dossier: a case goes in; one self-contained HTML file comes out, without script and without any outer reference."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import jinja2
from markupsafe import Markup

from clew.report import wording
from clew.report.citation import Citation, ClaimCitation
from clew.report.cited import FindingCited, PatternText, cite_findings, join_repeated, tell_chain
from clew.report.coverage import read_coverage
from clew.report.leads import read_leads
from clew.report.method import read_method
from clew.report.sentences import shorten
from clew.store.archive import write_whole
from clew.store.case import Case, now

__all__ = ["PatternText", "write"]


def write(
    case: Case,
    to: Path,
    *,
    patterns: Mapping[str, PatternText],
    version: str,
    title: str | None = None,
    made_at: str | None = None,
) -> int:
    """Write the dossier of a case and return how many findings it holds.

    Args:
        case: a case whose stages have run; only read.
        to: the HTML file; written whole or not at all.
        patterns: what each finding type says of itself, by type (F01, …).
        version: of Clew, as printed at the head.
        title: the heading; the name of the case's folder, if not given.
        made_at: ISO 8601, UTC; now, if not given. An unchanged case gives the same bytes at the same time.

    Raises:
        CaseDamaged: an original that a page region is drawn from is missing or changed.
    """
    findings, regions_left_out = cite_findings(case)
    notes = {note.number: note for finding in findings for note in finding.citations}
    cited_by: dict[int, list[FindingCited]] = {}
    for finding in findings:
        for note in finding.citations:
            cited_by.setdefault(note.number, []).append(finding)
    page = _environment().get_template("dossier.html.jinja")
    html = page.render(
        case_name=case.folder.resolve().name,
        title=title or case.folder.resolve().name,
        made_at=made_at or now(),
        version=version,
        groups=[(type_, list(group)) for type_, group in groupby(findings, key=lambda finding: finding.type)],
        findings_count=len(findings),
        annex=[
            (title, list(group)) for title, group in groupby((notes[number] for number in sorted(notes)), key=_section)
        ],
        cited_by=cited_by,
        patterns=patterns,
        leads=read_leads(case),
        coverage=read_coverage(case),
        method=read_method(case),
        regions_left_out=regions_left_out,
    )
    write_whole(to, html.encode("utf-8"))
    return len(findings)


def _section(note: Citation) -> str:
    """Return the heading a note stands under in the annex: its document, or its kind."""
    return note.path if isinstance(note, ClaimCitation) else wording.SECTIONS[note.kind]


def _environment() -> jinja2.Environment:
    """Return the templates. `finalize` shows unseen characters in every value, so that no template can forget it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(words=wording, chain=tell_chain, language_of=wording.tell_language)
    environment.filters.update(in_words=wording.in_words, runs=join_runs, joined=join_repeated, shortened=shorten)
    return environment


def _finalize(value: object) -> object:
    if value is None:
        return ""
    return wording.show(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def join_runs(numbers: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return numbers as runs of first and last: 1, 2, 3, 7 become (1, 3) and (7, 7)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs
