"""Pages and cells in; claims, mentions and gaps out, one source at a time, each by the extractors that recognise it."""

import os
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from clew.crew.guards import Bounds
from clew.extract.crew import Crew
from clew.extract.document import Document, Table, over_rows
from clew.extract.mapping import read_mappings
from clew.extract.one import Found, Task, one_by_one, within_said
from clew.extract.seen import SeenWord
from clew.model.ids import content_id
from clew.model.shelf import versions_on_shelf
from clew.model.source import Cell, Page, Word
from clew.store.batch import Batch
from clew.store.case import Case, now

READS = ("sources", "pages", "words", "cells", "mappings", "reviews")
VERSION = 6
WRITES = ("extractions", "mappings", "proposals", "claims", "mentions", "gaps")
SOURCES_A_COMMIT = 32
FEW = 24  # documents; below it, loading the models once more costs more than a second core brings
LAID_OUT = 3  # pages; heads of papers stand on the first, and only they are read by place
SHORT = 12  # characters; a longer cell rarely says what another says

# What an extraction stands for holds the reading too: a file that is read anew is extracted anew; so is one that was
# stopped, once it is given another time to end in.
TO_EXTRACT = """select s.id, s.path, s.media_type, $extraction || ' of ' || s.reading as extraction
                from sources s left join extractions e on e.source = s.id
                where s.status in ('read', 'partly') and coalesce(e.extraction, '') not in
                      ($extraction || ' of ' || s.reading, $extraction || ' of ' || s.reading || $within)
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
    """Extract every source that these extractors have not seen, and return how many claims are new.

    Many documents are extracted by processes of their own (crew.py), few in this one. They are written down in the order of
    their paths either way, and the records are the same.

    Args:
        case: an open case.
        on_progress: called with done, total and the file at hand.
    """
    mappings = [(row["name"], row["content"]) for row in case.ledger(MAPPINGS)]
    mapping = read_mappings(mappings)
    bounds = Bounds("the extraction", int(case.setting("extract_cpu_seconds")), "extract_cpu_seconds")
    extraction = _fingerprint([content for _, content in mappings])
    waiting = case.ledger(TO_EXTRACT, extraction=extraction, within=within_said(bounds))
    most = int(case.setting("extract_workers")) or os.cpu_count() or 1
    tasks = _tasks(case, waiting)
    if most == 1 or len(waiting) < FEW:
        return _keep(case, (one_by_one(task, mapping, bounds) for task in tasks), waiting, on_progress)
    with Crew(mappings, bounds, most=most) as crew:
        return _keep(case, crew.extract(tasks), waiting, on_progress)


def _keep(case: Case, results: Iterator[Found], waiting: list[dict[str, Any]], on_progress: Progress) -> int:
    """Write down what was found, some documents a commit, and return how many claims are new."""
    new = 0
    for start in range(0, len(waiting), SOURCES_A_COMMIT):
        some = waiting[start : start + SOURCES_A_COMMIT]
        with case.batch() as batch:
            claims: set[Any] = set()
            for number, row in enumerate(some, start):
                on_progress(number, len(waiting), row["path"])
                found = next(results)
                claims.update(claim["id"] for claim in found.claims)
                _write(batch, found)
            known = {row["id"] for row in case.query(KNOWN_CLAIMS, sources=[row["id"] for row in some])}
        new += len(claims - known)
    return new


def _tasks(case: Case, waiting: list[dict[str, Any]]) -> Iterator[Task]:
    for start in range(0, len(waiting), SOURCES_A_COMMIT):
        some = waiting[start : start + SOURCES_A_COMMIT]
        documents = _documents(case, some)
        seen = _seen(case, [row["id"] for row in some])
        for row in some:
            yield Task(documents[row["id"]], row["extraction"], seen.get(row["id"], {}))


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
        tables.append(Table(number, over_rows(lines)))
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
    return Cell(
        row["page"],
        row["table_number"],
        row_number,
        row["column_number"],
        said,
        runs,
        row.get("row_span") or 1,
        row.get("column_span") or 1,
    )


def _seen(case: Case, ids: list[str]) -> dict[str, dict[int, list[SeenWord]]]:
    """Return the words read from pictures, by source and page."""
    found: dict[str, dict[int, list[SeenWord]]] = {}
    for row in case.query(SEEN_WORDS, sources=ids):
        word = SeenWord(row["stop"], row["start"], round(row["confidence"], 3))
        found.setdefault(row["source"], {}).setdefault(row["page"], []).append(word)
    return found


def _write(batch: Batch, found: Found) -> None:
    batch.add("claims", found.claims)
    batch.add("mentions", found.mentions)
    batch.add("gaps", found.gaps)
    batch.execute(
        "extractions",
        SET_EXTRACTION,
        source=found.source,
        extraction=found.extraction,
        record_type=found.record_type,
        language=found.language,
    )
