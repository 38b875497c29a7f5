"""Words in; the places where they stand, in the original script, with what stands around them, out.

By default a word is also found in its other forms (of English and Russian), and a name as other scripts write it: Петров
for Petrov, 彭立文 for Peng Liwen. `exact` switches both off.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from clew.model import letters
from clew.model.errors import BadQuery, BadTime
from clew.model.names import fold
from clew.model.sounds import readings, sound, syllables
from clew.model.time import Moment
from clew.store.case import Case
from clew.store.index import TOKEN, Answer, Entry, Found, Query, SearchIndex, Way, stem

CELLS = """select source, page, table_number, row_number, column_number, runs from cells
           where source in (select unnest($sources)) and page in (select unnest($pages))"""
TABLES = ("sources", "pages", "claims", "extractions")
AROUND = 60  # characters of a snippet before and after the words
_MOST_DAYS = 400  # of one source; a longer list is a table of dates, and every year is kept
_PART = re.compile(r'(-?)(?:"([^"]*)"|(\S+))')

HELD = """select s.id, s.reading || ' ' || coalesce(e.extraction, '') as held
          from sources s left join extractions e on e.source = s.id where s.status in ('read', 'partly')"""
SPOKEN_OF = """select source, list(distinct moment) as moments from (
                   select source, unnest([said_at, valid_from, valid_to]) as moment from claims
                   where source in (select unnest($sources)) and status <> 'superseded')
               where moment is not null group by source"""
PAGES = """select p.source, p.number, p.text, s.record_type, s.language
           from pages p join sources s on s.id = p.source where p.source in (select unnest($sources))"""
LABELS = """select p.source, p.number, p.label, s.path, s.media_type, s.record_type, s.language
            from pages p join sources s on s.id = p.source where p.source in (select unnest($sources))"""

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search is narrowed to."""

    record_type: str | None = None
    language: str | None = None
    since: str | None = None  # a moment as Clew writes it: 2024, 2024-03, 2024-03-05
    until: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page answers: its source, the characters that match, and what stands around the first of them."""

    source: str
    path: str
    page: int
    label: str
    record_type: str
    language: str
    snippet: str
    cell: tuple[int, int, int] | None  # table, row, column of the first match, each from 0; None outside of tables
    start: int  # code points of the page text: where the snippet begins
    spans: tuple[tuple[int, int], ...]  # code points of the page text, in order; those outside the snippet too
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """The best places for some words, how many pages there are in all, and how they divide."""

    places: tuple[Place, ...]
    total: int  # pages
    facets: Mapping[str, Mapping[str, int]]  # record_type, language, year -> value -> pages


def search(
    case: Case, words: str, scope: Scope = Scope(), *, most: int = 20, on_progress: Progress = lambda *_: None
) -> Results:
    """Find the pages that hold all of these words.

    Args:
        case: an open case; its index is brought up to date first, where a run has not done so.
        words: words, "phrases in quotes", beginnings*, and -words that must not stand there.
        scope: what to narrow it to.
        most: how many places to return.
        on_progress: called with done, total and what is at hand, while an index is made.

    Raises:
        BadQuery: there is no word in it, or only words that must not stand there.
        BadTime: since or until is no point in time.
    """
    query = _query(words, scope)
    refresh(case, on_progress=on_progress)
    index = SearchIndex(case.folder / "search")
    answer = index.search(query, most=most)
    return Results(tuple(_places(case, query, answer)), answer.total, answer.facets)


def refresh(case: Case, *, on_progress: Progress = lambda *_: None) -> int:
    """Bring the index up to date with what is read, and return how many pages it took in; unchanged sources cost nothing."""
    index = SearchIndex(case.folder / "search")
    fresh_for = case.fingerprint(TABLES)
    if index.fresh_for == fresh_for:
        return 0
    before, now = index.held, {row["id"]: row["held"] for row in case.ledger(HELD)}
    gone = [source for source, held in before.items() if now.get(source) != held]
    come = [source for source, held in now.items() if before.get(source) != held]
    taken = 0

    def entries() -> Iterator[Entry]:
        nonlocal taken
        for start in range(0, len(come), _SOURCES_AT_ONCE):
            on_progress(start, len(come), "")
            for entry in _entries(case, come[start : start + _SOURCES_AT_ONCE]):
                taken += 1
                yield entry

    index.update([*gone, *come], entries(), held=now, fresh_for=fresh_for)
    return taken


_SOURCES_AT_ONCE = 500


def _entries(case: Case, sources: list[str]) -> Iterator[Entry]:
    times = {row["source"]: _days(row["moments"]) for row in case.query(SPOKEN_OF, sources=sources)}
    for row in case.stream(PAGES, sources=sources):
        days, years = times.get(row["source"], ((), ()))
        text = row["text"]
        yield Entry(
            row["source"],
            row["number"],
            text,
            _sounds(text),
            "" if text.isascii() else readings(text),
            row["record_type"],
            row["language"],
            days,
            years,
        )


def _days(moments: list[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    days, years = set(), set()
    for moment in moments:
        try:
            first, last = Moment.read(moment).bounds()
        except BadTime:
            continue
        days |= {first.toordinal(), last.toordinal()}
        years |= {str(first.year), str(last.year)}
    return tuple(sorted(days)[:_MOST_DAYS]), tuple(sorted(years))


def _sounds(text: str) -> str:
    """Return the keys of the words that may be names: those that begin with a capital letter."""
    return " ".join(sound(word) for word in TOKEN.findall(text) if word[0].isupper())


def _query(words: str, scope: Scope) -> Query:
    wanted: list[tuple[Way, ...]] = []
    unwanted: list[Way] = []
    plain: list[str] = []
    for minus, phrase, word in _PART.findall(words):
        tokens = tuple(token.casefold() for token in TOKEN.findall(phrase or word))
        if not tokens:
            continue
        whole = Way("text", tokens, boost=4.0, prefix=bool(word) and word.endswith("*"))
        if minus:
            unwanted.append(whole)
        elif phrase or scope.exact or whole.prefix:
            wanted.append((whole,))
        else:
            plain.append(word)
            wanted.append((whole, *_other_ways(word, tokens)))
    if not wanted:
        raise BadQuery(f"{words!r}: expected a word to look for")
    together = _together(plain, len(wanted))
    if together:
        wanted = [tuple(dict.fromkeys([*ways, *together])) for ways in wanted]
    filters = tuple((name, value) for name, value in _filters(scope) if value)
    first = Moment.read(scope.since).bounds()[0].toordinal() if scope.since else None
    last = Moment.read(scope.until).bounds()[1].toordinal() if scope.until else None
    return Query(tuple(wanted), tuple(unwanted), filters, first, last)


def _filters(scope: Scope) -> Iterator[tuple[str, str | None]]:
    yield "record_type", scope.record_type
    yield "language", scope.language


def _other_ways(word: str, tokens: tuple[str, ...]) -> Iterator[Way]:
    """Yield further forms of one word, and how other scripts write it."""
    script = letters.script_of(word[0])
    if script == "han":
        for key in fold(word, "person").variants:
            parts = tuple(sound(part) for part in key.split())
            yield Way("sounds", parts)
            yield Way("sounds", parts[::-1])
        yield Way("readings", tuple(readings(word).split()), boost=0.5)
    elif len(tokens) == 1:
        yield Way("stems", (stem(tokens[0]),), boost=2.0)
        yield Way("sounds", (sound(tokens[0]),))
        parts = syllables(tokens[0])
        if len(parts) > 1:
            yield Way("readings", parts)


def _together(plain: list[str], wanted: int) -> tuple[Way, ...]:
    """Return the whole query read as one romanised Chinese name, where it can be: Peng Liwen, Liwen Peng."""
    words = [TOKEN.findall(word) for word in plain]
    if len(plain) != wanted or not 2 <= len(plain) <= 3 or any(len(tokens) != 1 for tokens in words):
        return ()
    parts = [syllables(tokens[0].casefold()) for tokens in words]
    if not all(parts):
        return ()
    orders = (parts, [parts[-1], *parts[:-1]])
    return tuple(Way("readings", tuple(syllable for part in order for syllable in part)) for order in orders)


def _places(case: Case, query: Query, answer: Answer) -> Iterator[Place]:
    rows = case.query(LABELS, sources=[found.source for found in answer.pages]) if answer.pages else []
    labels: dict[tuple[str, int], dict[str, Any]] = {(row["source"], row["number"]): row for row in rows}
    spans_of = {(found.source, found.page): _spans(query, found) for found in answer.pages}
    cells = _cells(case, spans_of)
    for found in answer.pages:
        key = (found.source, found.page)
        row = labels.get(key)
        if row is None:  # the case moved on while we searched
            continue
        spans = spans_of[key]
        first = spans[0][0] if spans else 0
        start = max(0, first - AROUND)
        stop = (spans[0][1] if spans else 0) + AROUND
        yield Place(
            found.source,
            row["path"],
            found.page,
            row["label"],
            row["record_type"],
            row["language"],
            found.text[start:stop],
            cells.get(key),
            start,
            spans,
            found.score,
        )


def _cells(
    case: Case, spans_of: Mapping[tuple[str, int], tuple[tuple[int, int], ...]]
) -> dict[tuple[str, int], tuple[int, int, int]]:
    """Return the cell in which the first match of a page stands, for pages where it stands in one."""
    sources, pages = [source for source, _ in spans_of], [page for _, page in spans_of]
    found: dict[tuple[str, int], tuple[int, int, int]] = {}
    for row in case.stream(CELLS, sources=sources, pages=pages) if spans_of else ():
        spans = spans_of.get((row["source"], row["page"]))
        if spans and any(
            start <= spans[0][0] < stop for start, stop in zip(row["runs"][::2], row["runs"][1::2], strict=True)
        ):
            found[row["source"], row["page"]] = (row["table_number"], row["row_number"], row["column_number"])
    return found


def _spans(query: Query, found: Found) -> tuple[tuple[int, int], ...]:
    """Return where the words stand: for each wanted thing the places of the best way that is met there."""
    tokens = [(match.start(), match.end(), match[0]) for match in TOKEN.finditer(found.text)]
    keyed: dict[str, list[tuple[int, int, str]]] = {}
    spans: set[tuple[int, int]] = set()
    for ways in query.wanted:
        for way in sorted(ways, key=lambda way: -way.boost):
            if way.field not in keyed:
                keyed[way.field] = list(_keyed(way.field, tokens))
            met = list(_runs(way, keyed[way.field]))
            if met:
                spans.update(met)
                break
    within = [one for one in spans for other in spans if one != other and other[0] <= one[0] and one[1] <= other[1]]
    return tuple(sorted(spans.difference(within)))


def _keyed(field: str, tokens: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    for start, stop, word in tokens:
        if field == "text":
            yield start, stop, word.lower()
        elif field == "stems":
            yield start, stop, stem(word)
        elif field == "sounds":
            if word[0].isupper():
                yield start, stop, sound(word)
        else:
            reading = readings(word)
            if reading:
                yield start, stop, reading


def _runs(way: Way, tokens: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    wanted = list(way.tokens)
    size = len(wanted)
    for at in range(len(tokens) - size + 1):
        some = [key for _, _, key in tokens[at : at + size]]
        whole = some[:-1] == wanted[:-1] and some[-1].startswith(wanted[-1]) if way.prefix else some == wanted
        if whole:
            yield tokens[at][0], tokens[at + size - 1][1]
