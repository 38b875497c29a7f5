"""Values that stand behind a label, on a line or in the cell beside it: a document goes in, `Labelled` values come out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeVar

from clew.extract.document import Document, Table
from clew.extract.document import Words as Words  # noqa: PLC0414 - handed on under this name
from clew.extract.layout import lines_on
from clew.extract.lexicon import Labels
from clew.extract.once import once_a_document
from clew.model.source import Cell

_T = TypeVar("_T")
Known = dict[str, str]  # label, as `fold` leaves it -> field
_GAP = re.compile(r"\t+| {2,}|\s*\|\s*")  # what parts the columns of a line that was laid out as a table

_BRACKETS = re.compile(r"\([^)]*\)|（[^）]*）")
_SPACED = re.compile(r"(?<!\w)(?:\w ){4,}\w(?!\w)")  # 'I N V O I C E'
_COMPOUND = re.compile(r"(?<!\w)(?!pro\s?forma)[^\W\d_]{3,}(?=(?:rechnung|gutschrift)(?!\w))")
_HYPHENED = re.compile(
    r"(?<=[^\W\d_]{4})-(?=(?i:korrektur|rechnung|gutschrift)(?!\w))"
)  # 'RECHNUNGS-KORREKTUR' is one word
_NO_LABEL = re.compile(r"[^\w%№#°']|_")

# Heads and totals stand at the ends of a paper; a ledger of a million rows is not searched for them row by row.
_TITLE_LINES = 30
FIRST_PAGES, FIRST_LINES, LAST_LINES = 12, 150, 80


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value behind a label."""

    field: str
    label: str  # as the lexicon has it
    value: Words
    weak: bool = False  # no colon and no cell border between label and value
    celled: bool = False  # label and value are cells of a table


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """Return a label in the form the lexicon is written in: lower case, the Russian yo as ye, only letters, digits, %, №, #, °."""
    lowered = text.casefold().replace("ё", "е")
    return " ".join(_NO_LABEL.sub(" ", _BRACKETS.sub(" ", lowered)).split())


@once_a_document
def find_labelled(document: Document, lexicon: Labels) -> list[Labelled]:
    """Return every value behind a label of the lexicon, in reading order, each place once."""
    found: list[Labelled] = []
    known = labels_of(lexicon)
    for table in document.tables:
        found.extend(_in_table(document, table, known))
    for page in (*document.pages[:FIRST_PAGES], *document.pages[FIRST_PAGES:][-1:]):
        found.extend(_in_text(page.number, page.text, known))
    unique: dict[tuple[str, int, int], Labelled] = {}
    for one in found:
        unique.setdefault((one.field, one.value.page, one.value.start), one)
    return sorted(unique.values(), key=lambda one: (one.value.page, one.value.start))


def first(found: Iterable[Labelled], field: str, *, weak: bool = True) -> Words | None:
    """Return the first value of a field, one behind a colon or cell border before any other, or None."""
    mine = sorted((one for one in found if one.field == field), key=lambda one: one.weak)
    if not mine or (mine[0].weak and not weak):
        return None
    return mine[0].value


def cell_words(document: Document, cell: Cell) -> Words | None:
    """Return where a cell's text stands as one run, or None if it is empty or its lines lie apart."""
    runs = sorted(run for run in cell.runs if run[0] < run[1])
    if not runs:
        return None
    text = document.page(cell.page).text
    if any(text[left[1] : right[0]].strip() for left, right in pairwise(runs)):
        return None
    return Words(cell.page, runs[0][0], runs[-1][1], text[runs[0][0] : runs[-1][1]])


@once_a_document
def title_of(document: Document, titles: Labels) -> str | None:
    """Return whose title comes first among the first lines: a key of `titles`, or None; of two on a line, the longer.

    The first counts: an invoice may name a contract further down, and a waybill an invoice. A label with its value counts
    only where no line is a title alone.
    """
    known = [(title, key) for key, some in titles.items() for title in some]
    referred = None
    for line in title_lines(document):
        folded = simple_title(fold(_HYPHENED.sub("", line)))
        plain = folded.replace(" ", "")
        held = [(title, key) for title, key in known if title in folded or title in plain]
        fits = [(len(title), key) for title, key in held if _is_title(line, folded, title)]
        if fits and not _refers(line, folded):
            return max(fits)[1]
        referred = referred or (max(fits)[1] if fits else None)
    return referred


def _refers(line: str, folded: str) -> bool:
    """Say whether a line is a label with its value: 'Waybill No: 17' names another paper where one has a title."""
    return len(folded.split()) > 1 and re.search(r"[:：]\s*\S", line) is not None


def simple_title(folded: str) -> str:
    """Return a folded title with its letters closed up, and German compounds as their last part: 'mietrechnung nr 5' is a 'rechnung'."""
    closed = _SPACED.sub(lambda letters: letters.group().replace(" ", ""), folded)
    return _COMPOUND.sub("", closed)


def title_lines(document: Document) -> list[str]:
    """Return the first 30 filled lines of the first page that are short enough for a title."""
    filled = _first_lines(document)[:_TITLE_LINES]
    parts = [part for line in filled for part in _GAP.split(line)]
    return [part for part in parts if part and len(part) <= 120]


def _first_lines(document: Document) -> list[str]:
    seen = lines_on(document, 1)
    if seen:  # what a text layer tells on one line may stand apart on the page
        return ["\t".join(piece.text for piece in line) for line in seen]
    text = document.pages[0].text if document.pages else ""
    return [line.strip() for line in text[:6000].splitlines() if line.strip()]


def _is_title(line: str, folded: str, title: str) -> bool:
    if "\u4e00" <= title[0] <= "\u9fff":
        plain = folded.replace(" ", "")
        # '合同编号' with a colon is a reference, not the title of a contract.
        return len(plain) <= 40 and (
            plain == title or (":" not in line and "：" not in line and _at_an_end(plain, title))
        )
    if folded == title:
        return True
    if line.rstrip().endswith(("!", "?", ",")):
        return False
    # '02 Außerhalb Angebot' is a line of goods.
    if folded.endswith(f" {title}") and len(folded.split()) <= 5 and not folded[0].isdigit():
        return True
    if not folded.startswith(f"{title} "):
        return False
    # Behind a title stand a number, a date or a party, not a verb: 'Invoice 17 is overdue' is a sentence.
    return not (line.rstrip().endswith(".") and len(folded.split()) > 6 and "№" not in line and ":" not in line)


def _at_an_end(text: str, title: str) -> bool:
    return text.startswith(title) or text.endswith(title)


def labels_of(lexicon: Labels) -> Known:
    """Return each label of a lexicon with its field; of two fields with one label the first has it. Shared: not to be changed."""
    return _labels_of(tuple(lexicon.items()))


@lru_cache(maxsize=64)
def _labels_of(lexicon: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, str]:
    return {label: field for field, labels in reversed(lexicon) for label in labels}


def _in_table(document: Document, table: Table, known: Known) -> Iterator[Labelled]:
    below = {cell.column: cell for row in table.rows[1:2] for cell in row}
    for number, row in enumerate(table.rows):
        filled = [cell for cell in row if cell.text.strip()]
        for cell, after in _with_next(filled):
            label = fold(cell.text)
            if label not in known:
                continue
            if (after is None or fold(after.text) in known) and number == 0 and len(table.rows) == 2:
                after = below.get(cell.column)  # a block of labels over their values  # noqa: PLW2901
            words = cell_words(document, after) if after and fold(after.text) not in known else None
            if words:
                yield Labelled(known[label], label, words, celled=True)


def labels_within(words: Words, known: Known) -> Iterator[tuple[str, str, Words | None, bool]]:
    """Yield each label in a run of words: its field, the label, the value behind it if there is one, and whether it is weak."""
    marks = list(_marks(words.text, known, _pattern(tuple(known))))
    for mark, after in _with_next(marks):
        field, label, value_at, strong, _ = mark
        stop = after[4] if after else len(words.text)
        value = _trimmed(words.page, words.start + value_at, words.text[value_at:stop])
        if value and known.get(fold(value.text)) == field:  # 'Seller 卖方': one label in two languages
            value, strong = None, True
        if value or strong:
            yield field, label, value, not strong


def _in_text(page: int, text: str, known: Known) -> Iterator[Labelled]:
    pattern = _pattern(tuple(known))
    lines = list(_lines(text))
    for number, (start, line) in enumerate(lines):
        if FIRST_LINES <= number < len(lines) - LAST_LINES:
            continue
        marks = list(_marks(line, known, pattern))
        empty: list[tuple[str, str]] = []
        for mark, after in _with_next(marks):
            field, label, value_at, strong, _ = mark
            stop = after[4] if after else len(line)
            value = _trimmed(page, start + value_at, line[value_at:stop])
            twice = value is not None and known.get(fold(value.text)) == field
            if value and not twice:
                yield Labelled(field, label, value, weak=not strong)
            elif strong or twice:
                empty.append((field, label))
        if empty and len(empty) == len(marks):
            yield from _from_next_line(page, lines[number + 1 : number + 3], empty, known)


# field, label, where its value starts, whether a colon or border parts them, where the label starts
_Mark = tuple[str, str, int, bool, int]


def _marks(line: str, known: Known, pattern: re.Pattern[str]) -> Iterator[_Mark]:
    for match in pattern.finditer(line):
        label = fold(match["label"])
        if label not in known:
            continue
        behind = match["sep"]
        strong = ":" in behind or "：" in behind or _GAP.search(behind) is not None or match.end() == len(line)
        before = line[: match.start()]
        opens = not before.strip() or _GAP.search(before[-2:]) is not None
        # Inside a line a label needs its colon, or every 'date' and 'no' of running text would count.
        if opens or ":" in behind or "：" in behind:
            yield known[label], label, match.end(), strong, match.start()


@cache
def _pattern(labels: tuple[str, ...]) -> re.Pattern[str]:
    forms = "|".join(_form(label) for label in sorted(labels, key=len, reverse=True))
    return re.compile(
        rf"(?<![A-Za-zА-Яа-яЁё0-9])(?!(?<=[\u4e00-\u9fff])[\u4e00-\u9fff])(?P<label>(?:{forms})(?:\s*[(（][^)）]{{0,30}}[)）](?=\s*[:：]))?)(?:\s*/\s*[^\W\d_][\w-]{{2,24}}(?=\s*(?:[:：]|$)))?"
        r"(?P<sep>\s*[.№#]*\s*[:：]\s*|\t\s*| {2,}|\s*\|\s*|\s*[.№#]+\s*|\s+[-–—]\s+|\s+|(?=[\d(（])|\s*$)",
        re.IGNORECASE,
    )


def _form(label: str) -> str:
    """A label as it may be printed: 'no' also as 'No.', words parted by dots, strokes or hyphens, either Russian e."""
    words = [re.escape(word).replace("е", "[её]") for word in label.split()]
    return r"[\s./\-,]{1,3}".join(words) + r"\.?"


def _from_next_line(
    page: int, lines: list[tuple[int, str]], empty: list[tuple[str, str]], known: Known
) -> Iterator[Labelled]:
    """Yield the values of labels that stand alone on a line: the next filled line, parted as the labels are."""
    for start, line in lines:
        if not line.strip():
            continue
        if any(mark[3] for mark in _marks(line, known, _pattern(tuple(known)))):
            return
        parts = list(_parts(line))
        if len(parts) < len(empty):
            return
        whole = [(0, line)] if len(empty) == 1 else parts
        for (field, label), (at, part) in zip(empty, whole, strict=False):
            value = _trimmed(page, start + at, part)
            if value:
                yield Labelled(field, label, value)
        return


def _with_next(many: list[_T]) -> Iterator[tuple[_T, _T | None]]:
    return zip(many, [*many[1:], None][: len(many)], strict=True)


def _parts(line: str) -> Iterator[tuple[int, str]]:
    at = len(line) - len(line.lstrip())
    for match in _GAP.finditer(line, at):
        yield at, line[at : match.start()]
        at = match.end()
    if line[at:].strip():
        yield at, line[at:]


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield at, line.rstrip("\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
        at += len(line)


lines_of = _lines  # each line with where it starts


def _trimmed(page: int, start: int, text: str) -> Words | None:
    cut = _GAP.search(text.strip())
    kept = text.strip()[: cut.start()] if cut else text.strip()
    kept = kept.rstrip(" ;；|")
    if not kept:
        return None
    at = start + text.index(kept)
    return Words(page, at, at + len(kept), kept)
