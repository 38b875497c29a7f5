"""Telephone numbers and mail addresses in tables: columns that are headed so, each the one party's of its row."""

from collections.abc import Iterator, Sequence

from clew.extract.columns import STAFF
from clew.extract.contacts import METHOD, contact_claim, in_cell, means_of
from clew.extract.document import Document, Words
from clew.extract.labels import cell_words, fold
from clew.extract.parties import has_legal_form
from clew.extract.people import is_name, without_titles
from clew.model.claim import Claim, Mention
from clew.model.source import Cell, Span

_HEAD_ROWS = 30  # of a table; headers stand there


def contacts_in_rows(
    document: Document, known: dict[int, list[Mention]], record_type: str
) -> Iterator[tuple[Claim, Mention]]:
    """Yield the contacts of columns that are headed so, each the one party's of its row."""
    for table in document.tables:
        columns: dict[int, str] = {}
        named: dict[int, str] = {}
        for number, row in enumerate(table.rows):
            if number < _HEAD_ROWS and (heads := _heads(row)):
                columns = heads
                named = {cell.column: field for cell in row if (field := _names_column(cell.text))}
            elif columns:
                yield from _in_row(document, row, columns, named, known, record_type)
            elif number >= _HEAD_ROWS:
                break


def _heads(row: Sequence[Cell]) -> dict[int, str]:
    """Return which columns a row heads as which means; nothing where it has figures or one cell only."""
    if len(row) < 2 or any(letter.isdigit() for cell in row for letter in cell.text):
        return {}
    return {cell.column: means for cell in row if (means := means_of(cell.text))}


def _names_column(header: str) -> str:
    folded = fold(header)
    return next((field for field in ("firm", "person") if folded in STAFF[field]), "")


def _in_row(  # noqa: PLR0917 -- a row, its heads, and what it is read in
    document: Document,
    row: Sequence[Cell],
    columns: dict[int, str],
    named: dict[int, str],
    known: dict[int, list[Mention]],
    record_type: str,
) -> Iterator[tuple[Claim, Mention]]:
    cells = [(cell, cell_words(document, cell)) for cell in row if cell.column in columns]
    contacts = [
        (words, columns[cell.column]) for cell, words in cells if words and in_cell(words.text, columns[cell.column])
    ]
    party = _of_row(document, row, named, known) if contacts else None
    if not party:
        return
    for words, means in contacts:
        start, text = in_cell(words.text, means) or (0, words.text)
        place = Words(words.page, words.start + start, words.start + start + len(text), text)
        spans = [(party.span.start, party.span.stop), (place.start, place.stop)]
        together = party.span.page == place.page and max(s for _, s in spans) - min(s for s, _ in spans) < 2_000
        stretch = (min(s for s, _ in spans), max(s for _, s in spans)) if together else spans[1]
        yield (
            contact_claim(document, party, place, means, document.quote("quote", place.page, *stretch), record_type),
            party,
        )


def _of_row(
    document: Document, row: Sequence[Cell], named: dict[int, str], known: dict[int, list[Mention]]
) -> Mention | None:
    """Return the one party of a row: that its readers found, else what stands in its column of names."""
    runs = [(cell.page, start, stop) for cell in row for start, stop in cell.runs if start < stop]
    there = [
        mention for page, start, stop in runs for mention in known.get(page, ()) if start <= mention.span.start < stop
    ]
    if there:
        return there[0] if len({mention.text for mention in there}) == 1 else None
    for field in ("firm", "person"):
        cells = [cell for cell in row if named.get(cell.column) == field]
        words = cell_words(document, cells[0]) if len(cells) == 1 else None
        if words and (field == "firm" or is_name(without_titles(words).text) or has_legal_form(words.text)):
            words = words if field == "firm" else without_titles(words)
            kind = "organization" if field == "firm" or has_legal_form(words.text) else "person"
            span = Span(document.source, words.page, words.start, words.stop)
            return Mention(span, " ".join(words.text.split()), kind, (), METHOD)
    return None
