"""What a function found in a document is kept until another document comes."""

from collections.abc import Callable

from clew.extract.document import Document
from clew.extract.once import once_a_document
from clew.model.source import Page


def _document(text: str) -> Document:
    return Document("s-1", "text/plain", (Page(1, text),))


def _counting() -> tuple[list[str], Callable[[Document, str], list[str]]]:
    asked: list[str] = []

    @once_a_document
    def words(document: Document, mark: str) -> list[str]:
        asked.append(document.text + mark)
        return document.text.split(mark)

    return asked, words


def test_a_document_is_read_once_for_one_question() -> None:
    asked, words = _counting()
    document = _document("a,b")
    assert words(document, ",") is words(document, ",")
    assert asked == ["a,b,"]


def test_another_question_is_answered_anew() -> None:
    _, words = _counting()
    document = _document("a,b;c")
    assert words(document, ",") == ["a", "b;c"]
    assert words(document, ";") == ["a,b", "c"]


def test_another_document_of_the_same_source_is_read_anew() -> None:
    _, words = _counting()
    assert words(_document("a"), ",") == ["a"]
    assert words(_document("b"), ",") == ["b"]
