"""A document goes in; what the record types, the tables and the prose of it yield comes out, as rows of the case.

Nothing here asks the case: it is done by processes of their own (worker.py) or in the run itself, with the same result.
"""

import contextlib
import json
import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from operator import itemgetter
from types import FrameType, ModuleType

from clew.crew.guards import Bounds, took_too_long
from clew.extract import reached, things
from clew.extract.authors import in_their_words
from clew.extract.columns import RECORD_FAMILIES
from clew.extract.document import Document, Extraction
from clew.extract.headers import TableMap, map_tables
from clew.extract.mapping import Mapping
from clew.extract.places import may_be
from clew.extract.prose._script import language_of
from clew.extract.seen import Seen, as_sure_as_read
from clew.model.claim import Mention
from clew.model.errors import TookTooLong
from clew.model.records import Gap
from clew.model.shelf import on_shelf
from clew.store.rows import Row, claim_row, gap_row, mention_row

SURE_ENOUGH = 0.5  # below this no record type is taken, and the source is said to be unrecognised
TOLD_IN_PROSE = ("news", "statement", "letter", "mail", "unrecognised")
TABULAR = ("text/csv", "text/tab-separated-values", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_AGAIN_SECONDS = 5  # of CPU, until a rule that took the interruption for an error of its own is interrupted again


@dataclass(frozen=True, slots=True)
class Task:
    """One document to extract."""

    document: Document
    extraction: str  # what its rows are marked with
    seen: Seen = field(default_factory=dict)  # words read from pictures


@dataclass(frozen=True, slots=True)
class Found:
    """The rows that one document yields."""

    source: str
    extraction: str
    record_type: str
    language: str
    claims: list[Row]
    mentions: list[Row]
    gaps: list[Row]

    def as_json(self) -> str:
        """Return it as it travels between processes; `from_json` takes it back."""
        return json.dumps([getattr(self, name) for name in _TRAVEL])

    @staticmethod
    def from_json(text: str | bytes, task: Task) -> "Found":
        """Return what another process found in a task; of which document it is, is not taken from there.

        Raises:
            ValueError, TypeError, KeyError: it is no such text.
        """
        record_type, language, claims, mentions, gaps = json.loads(text)
        for claim in claims:
            claim["qualifiers"] = [(name, value) for name, value in claim["qualifiers"]]  # JSON knows no tuples
        return Found(task.document.source, task.extraction, str(record_type), str(language), claims, mentions, gaps)


_TRAVEL = ("record_type", "language", "claims", "mentions", "gaps")


def one_by_one(task: Task, mapping: Mapping, bounds: Bounds) -> Found:
    """Return the rows that a document yields, in this process; or a gap, if it takes more time than it may."""
    try:
        with within(bounds):
            return found_in(task, mapping)
    except TookTooLong as error:
        return given_up(task, str(error), bounds)


def found_in(task: Task, mapping: Mapping) -> Found:
    """Return the rows that a document yields, each once."""
    found = extract(task.document, mapping)
    return _rows(task, replace(found, claims=as_sure_as_read(found.claims, task.seen)))


def given_up(task: Task, reason: str, bounds: Bounds) -> Found:
    """Return what stands for a document whose extraction was stopped for this reason: a gap that says it."""
    gap = Gap(task.document.source, None, "extractor_failed", reason)
    found = Extraction(gaps=(gap,), language=language_of(task.document.text))
    return _rows(replace(task, extraction=task.extraction + within_said(bounds)), found)


def within_said(bounds: Bounds) -> str:
    """Return what the mark of an extraction that was stopped ends in: with another limit it is tried again."""
    return f" within {bounds.cpu_seconds} s"


def _rows(task: Task, found: Extraction) -> Found:
    claims = {claim.id: claim for claim in found.claims}.values()
    mentions = {mention.id: _placed(mention) for mention in found.mentions}.values()
    gaps = {gap.id: gap for gap in found.gaps}.values()
    return Found(
        task.document.source,
        task.extraction,
        found.record_type,
        found.language,
        [claim_row(claim, extraction=task.extraction) for claim in claims],
        [mention_row(one, record_type=found.record_type, extraction=task.extraction) for one in mentions],
        [gap_row(gap, extraction=task.extraction) for gap in gaps],
    )


def _placed(mention: Mention) -> Mention:
    """Return the mention of a place with what else it may name."""
    return replace(mention, because=(*mention.because, *may_be(mention.text))) if mention.kind == "place" else mention


@contextlib.contextmanager
def within(bounds: Bounds) -> Iterator[None]:
    """Interrupt what is done inside when it has used its CPU seconds.

    It works in the main thread, where the system counts CPU time for us; elsewhere nothing is counted.

    Raises:
        TookTooLong: it was interrupted.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise TookTooLong(took_too_long(bounds))

    before = signal.signal(signal.SIGPROF, interrupt)
    signal.setitimer(signal.ITIMER_PROF, bounds.cpu_seconds, _AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def extract(document: Document, mapping: Mapping) -> Extraction:
    """Return what the best-fitting record type, other tables of a workbook, and the prose of a document yield.

    An extractor that fails on a document leaves a gap that says so; the others go on.
    """
    record = _recognise(document)
    tables = map_tables(document, mapping)
    records = [*filter(None, [record]), *(other for other in _of_tables(document, tables) if other is not record)]
    record_type: str = records[0].RECORD_TYPE if records else "unrecognised"
    parts = [_guarded(document, one, partial(one.extract, document, mapping)) for one in records]
    known = Extraction.merged(parts, record_type=record_type, language="")
    if record_type in TOLD_IN_PROSE and document.media_type not in TABULAR:
        for prose in on_shelf("clew.extract.prose"):
            for page in document.pages:
                read_page = partial(prose.extract, document, page, record_type=record_type)
                told = in_their_words(document, record_type, _guarded(document, prose, read_page), known)
                parts.append(told if records else _only_told(told))
    parts.append(Extraction(gaps=(*tables.gaps, *_unread(document, tables, records, parts))))
    found = Extraction.merged(parts, record_type=record_type, language=language_of(document.text))
    tabular = document.media_type in TABULAR
    reaching = partial(reached.reached_at, document, found.mentions, record_type=record_type, tabular=tabular)
    contacts = _guarded(document, reached, reaching)
    numbered = _guarded(document, things, lambda: Extraction(mentions=things.things_in(document)))
    return Extraction.merged((found, contacts, numbered), record_type=record_type, language=found.language)


def _recognise(document: Document) -> ModuleType | None:
    """Return the record type that fits best, if one fits well enough; of two that fit alike, the first by name."""
    scores = [(record.recognise(document), record) for record in on_shelf("clew.extract.records")]
    score, best = max(scores, key=itemgetter(0))
    return best if score >= SURE_ENOUGH else None


def _of_tables(document: Document, tables: TableMap) -> Iterator[ModuleType]:
    """Yield the record types of a workbook's tables, and of tables that a mapping file gives a type."""
    for record in on_shelf("clew.extract.records"):
        families = RECORD_FAMILIES.get(record.RECORD_TYPE, ())
        named = any(table.record_type == record.RECORD_TYPE for table in tables.tables)
        # Rows of people and of owners say by themselves what they are; rows of goods may be any paper's.
        own = any(tables.of(family, record.RECORD_TYPE) for family in families if family in ("passenger", "owners"))
        if named or (own and document.media_type in TABULAR):
            yield record


def _only_told(found: Extraction) -> Extraction:
    """Keep of a note's or memo's prose the claims and the mentions they use: a name it merely drops is no finding of the case."""
    used = {mention for claim in found.claims for mention in (claim.subject_mention, claim.object_mention)}
    return replace(found, mentions=tuple(mention for mention in found.mentions if mention.id in used))


def _guarded(document: Document, extractor: ModuleType, extract_: Callable[[], Extraction]) -> Extraction:
    try:
        return extract_()
    except TookTooLong:
        raise  # the whole document is given up, as where a process dies of it
    except Exception as error:  # noqa: BLE001 - one extractor's failure must not lose the others' claims
        name = extractor.__name__.rsplit(".", 1)[-1]
        detail = f"{name} failed: {type(error).__name__}: {error}"[:500]
        return Extraction(gaps=(Gap(document.source, None, "extractor_failed", detail),))


def _unread(document: Document, tables: TableMap, records: list[ModuleType], parts: list[Extraction]) -> Iterator[Gap]:
    if records or not document.text.strip():
        return
    for table in tables.tables:
        columns = ", ".join(cell.text for cell in table.header)
        detail = (
            f"table {table.table + 1}, {len(table.rows)} rows; columns known, but no record type reads them: {columns}"
        )
        yield Gap(document.source, None, "unmapped_table", detail)
    if not tables.tables and not tables.gaps and not any(part.claims for part in parts):
        yield Gap(document.source, None, "unrecognised_record", "no record type was recognised in it")
