"""The full-text index of a case: pages in; which pages hold which words, out.

It lies in the folder `search` of the case, is made from the segments, and can be deleted: it comes back at the next run
or search. tantivy keeps it; this is the only file that knows so.
"""

import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import tantivy

SHAPE = "1"  # raise it when a field changes: indexes of another shape are made anew
# One character of a script without spaces is a token, so that a phrase of them finds any part of a text; else a run of
# letters and digits is. Written for Rust's regex, which knows scripts.
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}]"
_TOKEN = rf"{_UNSPACED}|[[\p{{L}}\p{{M}}\p{{N}}]--{_UNSPACED}]+"
# Python's re knows no scripts: the same by ranges, for telling where in a page the words stand.
_UNSPACED_RANGES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
TOKEN = re.compile(rf"[{_UNSPACED_RANGES}]|[^\W_{_UNSPACED_RANGES}]+")
_HEAP_MB = 64
FACETS = ("record_type", "language", "year")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index takes it; what the facets count belongs to its source."""

    source: str
    page: int
    text: str
    sounds: str  # its names as they sound, whatever their script; words separated by spaces
    readings: str  # the syllables of its Han characters
    record_type: str
    language: str
    days: tuple[int, ...]  # ordinals of the days its source speaks of
    years: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A page that answers a query."""

    source: str
    page: int
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The best pages for a query, how many there are in all, and how they divide."""

    pages: tuple[Found, ...]
    total: int
    facets: Mapping[str, Mapping[str, int]]


@cache
def stem(word: str) -> str:
    """Return the stem of a word, in English and Russian; of other languages the lower-case word."""
    return " ".join(_analyzers()[1].analyze(word))


class SearchIndex:
    """The index in one folder. Many may search while one writes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def fresh_for(self) -> str:
        """What the index was last brought up to date for; empty where there is none of this shape."""
        return str(self._state.get("fresh_for", ""))

    @property
    def held(self) -> dict[str, str]:
        """Source id -> what of it is indexed."""
        return dict(self._state.get("held", {}))

    @property
    def _state(self) -> dict[str, Any]:
        try:
            state = json.loads((self._folder / "state.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return state if state.get("shape") == SHAPE else {}

    def update(self, gone: Iterable[str], entries: Iterable[Entry], *, held: Mapping[str, str], fresh_for: str) -> None:
        """Take sources out, put pages in, and make both visible at once.

        Killed half-way, the old index stays, or one that is done over at the next call: sources are taken out before
        they are put in, and the note of what is held is written last.
        """
        if not self._state:
            shutil.rmtree(self._folder, ignore_errors=True)
            self.__dict__.pop("_index", None)
        self._folder.mkdir(parents=True, exist_ok=True)
        # One thread: the run's other work has the cores, and documents keep the order they came in.
        writer = self._index.writer(heap_size=_HEAP_MB * 1_000_000, num_threads=1)
        for source in gone:
            writer.delete_documents_by_term("source", source)
        for entry in entries:
            writer.add_document(_document(entry))
        writer.commit()
        writer.wait_merging_threads()
        state = {"shape": SHAPE, "fresh_for": fresh_for, "held": dict(held)}
        temporary = self._folder / "state.tmp"
        temporary.write_text(json.dumps(state), encoding="utf-8")
        temporary.replace(self._folder / "state.json")

    @cached_property
    def _index(self) -> tantivy.Index:
        index = tantivy.Index(_schema(), path=str(self._folder))
        words, stems = _analyzers()
        index.register_tokenizer("words", words)
        index.register_tokenizer("stems", stems)
        return index

    def search(self, query: "Query", *, most: int) -> Answer:
        """Return the best pages for a query."""
        self._index.reload()
        searcher = self._index.searcher()
        asked = query.build(self._index.schema)
        found = searcher.search(asked, limit=most)
        pages = []
        for score, address in found.hits:
            document = searcher.doc(address)
            source, page, text = (document.get_first(name) for name in ("source", "page", "text"))
            pages.append(Found(str(source), int(page or 0), str(text), score))
        return Answer(tuple(pages), int(found.count), _facets(searcher, asked))  # type: ignore[attr-defined] # its stubs forget it


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: all of `wanted`, none of `unwanted`, within the filters. Each wanted thing may be met in any of several ways."""

    wanted: tuple[tuple["Way", ...], ...]
    unwanted: tuple["Way", ...] = ()
    filters: tuple[tuple[str, str], ...] = ()  # facet, value
    first_day: int | None = None  # ordinals, both included
    last_day: int | None = None

    def build(self, schema: tantivy.Schema) -> tantivy.Query:
        """Return it as the index takes it."""
        must = [
            tantivy.Query.disjunction_max_query([way.build(schema) for way in ways])
            if ways
            else tantivy.Query.empty_query()
            for ways in self.wanted
        ]
        must += [tantivy.Query.term_query(schema, facet, value) for facet, value in self.filters]
        if self.first_day is not None or self.last_day is not None:
            kind = tantivy.FieldType.Integer
            must.append(tantivy.Query.range_query(schema, "day", kind, self.first_day, self.last_day))
        parts = [(tantivy.Occur.Must, part) for part in must]
        parts += [(tantivy.Occur.MustNot, way.build(schema)) for way in self.unwanted]
        return tantivy.Query.boolean_query(parts)


@dataclass(frozen=True, slots=True)
class Way:
    """One way a page may answer: these tokens in this order in this field."""

    field: str  # text, stems, sounds, readings
    tokens: tuple[str, ...]
    boost: float = 1.0
    prefix: bool = False  # the last token may go on

    def build(self, schema: tantivy.Schema) -> tantivy.Query:
        """Return it as the index takes it."""
        words: list[Any] = list(self.tokens)
        if self.prefix and len(words) == 1:
            query = tantivy.Query.regex_query(schema, self.field, f"{re.escape(words[0])}.*")
        elif self.prefix:
            query = tantivy.Query.phrase_prefix_query(schema, self.field, words)
        elif len(words) == 1:
            query = tantivy.Query.term_query(schema, self.field, words[0])
        else:
            query = tantivy.Query.phrase_query(schema, self.field, words)
        return tantivy.Query.boost_query(query, self.boost)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("source", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("page", stored=True)
    builder.add_text_field("text", stored=True, tokenizer_name="words")
    builder.add_text_field("stems", tokenizer_name="stems", index_option="freq")
    builder.add_text_field("sounds", tokenizer_name="words")
    builder.add_text_field("readings", tokenizer_name="words")
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True)
    return builder.build()


@cache
def _analyzers() -> tuple[tantivy.TextAnalyzer, tantivy.TextAnalyzer]:
    def builder() -> Any:
        return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.regex(_TOKEN)).filter(tantivy.Filter.lowercase())

    # Snowball's Russian rules leave Latin words alone, and its English ones Cyrillic words: both, one after the other.
    stems = builder().filter(tantivy.Filter.stemmer("english")).filter(tantivy.Filter.stemmer("russian"))
    return builder().build(), stems.build()


def _document(entry: Entry) -> tantivy.Document:
    document = tantivy.Document()
    document.add_text("source", entry.source)
    document.add_integer("page", entry.page)
    document.add_text("text", entry.text)
    document.add_text("stems", entry.text)
    document.add_text("sounds", entry.sounds)
    document.add_text("readings", entry.readings)
    document.add_text("record_type", entry.record_type)
    document.add_text("language", entry.language)
    for year in entry.years:
        document.add_text("year", year)
    for day in entry.days:
        document.add_integer("day", day)
    return document


def _facets(searcher: tantivy.Searcher, query: tantivy.Query) -> dict[str, dict[str, int]]:
    asked = {name: {"terms": {"field": name, "size": 50}} for name in FACETS}
    answer = searcher.aggregate(query, asked)
    return {name: dict(_buckets(answer[name]["buckets"])) for name in FACETS}


def _buckets(buckets: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, int]]:
    for bucket in buckets:
        yield str(bucket["key"]), int(bucket["doc_count"])
