"""A small typewriter: text and tables go in, a Document as a reader would give it comes out."""

from collections.abc import Callable

import pytest

from clew.extract.document import Document, Table
from clew.model.source import Cell, Page

Block = str | list[list[str]]


def write(*blocks: Block, media_type: str = "text/plain") -> Document:
    """Type blocks under each other: a string as it is, a list of rows as a table with tabs between its cells."""
    text, tables = "", []
    for block in blocks:
        if isinstance(block, str):
            text += block + "\n"
            continue
        rows = []
        for row_number, row in enumerate(block):
            cells = []
            for column, words in enumerate(row):
                start = len(text)
                text += words + ("\t" if column < len(row) - 1 else "\n")
                runs = ((start, start + len(words)),) if words else ()
                cells.append(Cell(1, len(tables), row_number, column, words, runs))
            rows.append(tuple(cells))
        tables.append(Table(len(tables), tuple(rows)))
    return Document("s-test", media_type, (Page(1, text),), tuple(tables))


@pytest.fixture
def paper() -> Callable[..., Document]:
    return write


@pytest.fixture
def check_quotes() -> Callable[..., None]:
    """Every quote is exactly the characters of its page, and every mention stands where it says."""

    def check(document: Document, extraction) -> None:
        mentions = {mention.id: mention for mention in extraction.mentions}
        for claim in extraction.claims:
            for quote in claim.quotes:
                assert document.page(quote.span.page).text[quote.span.start : quote.span.stop] == quote.text
            assert claim.subject_mention in mentions
            assert claim.object_mention is None or claim.object_mention in mentions
        for mention in extraction.mentions:
            words = document.page(mention.span.page).text[mention.span.start : mention.span.stop]
            assert " ".join(words.split()) == mention.text

    return check
