"""A page typed by place: (x, y, words) in points go in, a Document with the words where they stand comes out."""

from clew.extract.document import Document
from clew.model.source import Page, Word

LETTER = 5.0  # points a letter is wide
HEIGHT = 8.0


def lay_out(*pieces: tuple[float, float, str], width: float = 600.0, height: float = 840.0) -> Document:
    """Type pieces one a line of the text layer, in the order given; on the page they stand where they are put."""
    text, words = "", []
    for x, y, piece in pieces:
        at = x
        for nth, word in enumerate(piece.split(" ")):
            text += " " if nth else ""
            start = len(text)
            text += word
            if word:
                words.append(Word(1, start, len(text), at, y, at + LETTER * len(word), y + HEIGHT))
            at += LETTER * (len(word) + 0.6)
        text += "\n"
    return Document("s-test", "application/pdf", (Page(1, text, "page 1", width, height),), (), tuple(words))
