"""Pages and cells in; claims, mentions and gaps out, one source at a time, each by the extractors that recognise it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import itemgetter
from types import ModuleType
from typing import Any

from clew.extract.document import Document, Extraction, Table
from clew.extract.headers import TableMap, map_tables
from clew.extract.lexicon import RECORD_FAMILIES
from clew.extract.mapping import Mapping, read_mappings
from clew.extract.prose._script import language_of
from clew.extract.seen import Seen, SeenWord, as_sure_as_read
from clew.model.ids import content_id
from clew.model.records import Gap
from clew.model.shelf import on_shelf, versions_on_shelf
from clew.model.source import Cell, Page, Word
from clew.store.batch import Batch
from clew.store.case import Case, now
from clew.store.rows import claim_row, gap_row, mention_row

READS = ("sources", "pages", "words", "cells", "mappings", "reviews")
VERSION = 5
WRITES = ("extractions", "mappings", "proposals", "claims", "mentions", "gaps")
SOURCES_A_COMMIT = 32
LAID_OUT = 3  # pages; heads of papers stand on the first, and only they are read by place
SHORT = 12  # characters; a longer cell rarely says what another says
SURE_ENOUGH = 0.5  # below this no record type is taken, and the source is said to be unrecognised
TOLD_IN_PROSE = ("news", "statement", "letter", "unrecognised")
TABULAR = ("text/csv", "text/tab-separated-values", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")

# What an extraction stands for holds the reading too: a file that is read anew is extracted anew.
TO_EXTRACT = """select s.id, s.path, s.media_type, $extraction || ' of ' || s.reading as extraction
                from sources s left join extractions e on e.source = s.id
                where s.status in ('read', 'partly') and coalesce(e.extraction, '') <> $extraction || ' of ' || s.reading
                order by s.path, s.id"""
PAGES = "select * from pages where source in (select unnest($sources)) order by source, number"
CELLS = """select * from cells where source in (select unnest($sources))
           order by source, table_number, row_number, column_number"""
WORDS = """select source, page, start, stop, x0, y0, x1, y1 from words
           where source in (select unnest($sources)) and page <= $last order by source, page, start"""
SET_EXTRACTION = """insert into extractions (source, extraction, record_type, language)
                    values ($source, $extraction, $record_type, $language)
                    on conflict (source) do update set extraction = excluded.extraction,
                    record_type = excluded.record_type, language = excluded.language"""
MAPPINGS = "select name, content from mappings order by name"
SET_MAPPING = """insert into mappings (name, content, added_at) values ($name, $content, $at)
                 on conflict (name) do update set content = excluded.content, added_at = excluded.added_at"""
SEEN_WORDS = """select w.source, w.page, w.start, w.stop, w.confidence
                from words w join pages p on p.source = w.source and p.number = w.page
                where p.engine <> '' and w.confidence < 1 and w.source in (select unnest($sources))
                order by w.source, w.page, w.stop"""
KNOWN_CLAIMS = "select id from claims where source in (select unnest($sources))"

Progress = Callable[[int, int, str], None]


def add_mapping(case: Case, name: str, content: str) -> None:
    """Keep a table mapping file with the case; sources are extracted anew where it changes anything.

    Raises:
        BadMapping: the file cannot be used.
    """
    read_mappings([(name, content)])
    if {"name": name, "content": content} not in case.ledger(MAPPINGS):
        with case.batch() as batch:
            batch.execute("mappings", SET_MAPPING, name=name, content=content, at=now())
            batch.log("mapping", name)


def run(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Extract every source that these extractors have not seen, and return how many claims are new."""
    rows = case.ledger(MAPPINGS)
    mapping = read_mappings([(row["name"], row["content"]) for row in rows])
    extraction = _fingerprint([row["content"] for row in rows])
    waiting = case.ledger(TO_EXTRACT, extraction=extraction)
    new = 0
    for start in range(0, len(waiting), SOURCES_A_COMMIT):
        some = waiting[start : start + SOURCES_A_COMMIT]
        ids = [row["id"] for row in some]
        documents = _documents(case, some)
        seen = _seen(case, ids)
        known = {row["id"] for row in case.query(KNOWN_CLAIMS, sources=ids)}
        with case.batch() as batch:
            for number, row in enumerate(some, start):
                on_progress(number, len(waiting), row["path"])
                claims = _extract_one(batch, documents[row["id"]], mapping, row["extraction"], seen.get(row["id"], {}))
                new += len(claims - known)
    return new


def _fingerprint(mappings: list[str]) -> str:
    shelves = ("clew.extract.records", "clew.extract.prose")
    versions = [f"{shelf}.{name}@{version}" for shelf in shelves for name, version in versions_on_shelf(shelf)]
    return content_id("x", [f"stage@{VERSION}", *versions, *mappings])


def _documents(case: Case, rows: list[dict[str, Any]]) -> dict[str, Document]:
    ids = [row["id"] for row in rows]
    pages = {key: list(group) for key, group in groupby(case.query(PAGES, sources=ids), itemgetter("source"))}
    found = groupby(case.stream(CELLS, sources=ids), itemgetter("source"))
    tables = {key: tuple(_tables(cells)) for key, cells in found}
    laid_out = groupby(case.stream(WORDS, sources=ids, last=LAID_OUT), itemgetter("source"))
    words = {key: tuple(_word(word) for word in some) for key, some in laid_out}
    return {
        row["id"]: Document(
            row["id"],
            row["media_type"],
            tuple(
                Page(page["number"], page["text"], page["label"], page["width"], page["height"])
                for page in pages.get(row["id"], [])
            ),
            tables.get(row["id"], ()),
            words.get(row["id"], ()),
        )
        for row in rows
    }


def _word(row: dict[str, Any]) -> Word:
    return Word(row["page"], row["start"], row["stop"], row["x0"], row["y0"], row["x1"], row["y1"])


def _tables(cells: Iterable[dict[str, Any]]) -> list[Table]:
    share = _Shared()
    tables = []
    for number, rows in groupby(cells, itemgetter("table_number")):
        lines = tuple(
            tuple(_cell(cell, row_number, share) for cell in row)
            for row_number, row in groupby(rows, itemgetter("row_number"))
        )
        tables.append(Table(number, lines))
    return tables


class _Shared(dict[Any, Any]):
    """Values kept once: the cells of a long table say the same few things, and stand at the same few places."""

    def __missing__(self, value: Any) -> Any:
        self[value] = value
        return value


def _cell(row: dict[str, Any], row_number: int, share: _Shared) -> Cell:
    edges, text = row["runs"], row["text"]
    runs = share[tuple(zip(edges[::2], edges[1::2], strict=True))]
    said = share[text] if len(text) < SHORT else text
    return Cell(row["page"], row["table_number"], row_number, row["column_number"], said, runs)


def _seen(case: Case, ids: list[str]) -> dict[str, dict[int, list[SeenWord]]]:
    """Return the words read from pictures, by source and page."""
    found: dict[str, dict[int, list[SeenWord]]] = {}
    for row in case.query(SEEN_WORDS, sources=ids):
        word = SeenWord(row["stop"], row["start"], round(row["confidence"], 3))
        found.setdefault(row["source"], {}).setdefault(row["page"], []).append(word)
    return found


def _extract_one(batch: Batch, document: Document, mapping: Mapping, extraction: str, seen: Seen) -> set[str]:
    found = extract(document, mapping)
    claims = {claim.id: claim for claim in as_sure_as_read(found.claims, seen)}
    mentions = {mention.id: mention for mention in found.mentions}
    gaps = {gap.id: gap for gap in found.gaps}
    batch.add("claims", [claim_row(claim, extraction=extraction) for claim in claims.values()])
    rows = [mention_row(m, record_type=found.record_type, extraction=extraction) for m in mentions.values()]
    batch.add("mentions", rows)
    batch.add("gaps", [gap_row(gap, extraction=extraction) for gap in gaps.values()])
    batch.execute(
        "extractions",
        SET_EXTRACTION,
        source=document.source,
        extraction=extraction,
        record_type=found.record_type,
        language=found.language,
    )
    return set(claims)


def extract(document: Document, mapping: Mapping) -> Extraction:
    """Return what the best-fitting record type, other tables of a workbook, and the prose of a document yield.

    An extractor that fails on a document leaves a gap that says so; the others go on.
    """
    record = _recognise(document)
    tables = map_tables(document, mapping)
    records = [*filter(None, [record]), *(other for other in _of_tables(document, tables) if other is not record)]
    record_type: str = records[0].RECORD_TYPE if records else "unrecognised"
    parts = [_guarded(document, one, partial(one.extract, document, mapping)) for one in records]
    if record_type in TOLD_IN_PROSE and document.media_type not in TABULAR:
        for prose in on_shelf("clew.extract.prose"):
            for page in document.pages:
                read_page = partial(prose.extract, document, page, record_type=record_type)
                told = _guarded(document, prose, read_page)
                parts.append(told if records else _only_told(told))
    parts.append(Extraction(gaps=(*tables.gaps, *_unread(document, tables, records, parts))))
    return Extraction.merged(parts, record_type=record_type, language=language_of(document.text))


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
