"""Labels and their values by place: a page with a layout goes in, each label with what stands behind, beside or below it comes out."""

import re
from collections.abc import Iterator

from clew.extract.addresses import numbers_party
from clew.extract.document import Document
from clew.extract.labels import Labelled, Words, find_labelled, fold, labels_of, labels_within
from clew.extract.layout import Line, Piece, below, beside, lines_on
from clew.extract.lexicon import PARTIES, Labels
from clew.extract.once import once_a_document
from clew.model.written_times import find_times

_FAR = 2.2  # of the label's height: its value stands no further below
_PARTY_FAR = 3.5  # nor a party's name, which may have more room
_COLUMN = 12.0  # of the label's height: what stands further to the right of a party's label is another column
_FIGURED = frozenset({"number", "date", "total", "subtotal", "due"})  # their values hold a figure
_SUMS = frozenset({"total", "subtotal"})  # may open a line at the left whose figure stands at the right edge
_WIDE = 0.5  # of the page: the value of another label stands no further to the right
_LEAD = re.compile(r"^[\s:：.]+")


@once_a_document
def find_placed(document: Document, lexicon: Labels) -> list[Labelled]:
    """Return every value behind a label of the lexicon, in reading order: by place where a page has a layout, else by its text."""
    pages = sorted({word.page for word in document.words})
    found = [one for one in find_labelled(document, lexicon) if one.value.page not in pages or one.celled]
    known = labels_of(lexicon)
    for page in pages:
        lines = lines_on(document, page)
        for number, line in enumerate(lines):
            for piece in line:
                found += _of_piece(document, lines, number, piece, known)
    unique: dict[tuple[str, int, int], Labelled] = {}
    for one in found:
        unique.setdefault((one.field, one.value.page, one.value.start), one)
    return sorted(unique.values(), key=lambda one: (one.value.page, one.value.start))


def _of_piece(
    document: Document, lines: list[Line], number: int, piece: Piece, known: dict[str, str]
) -> Iterator[Labelled]:
    for field, label, value, weak in labels_within(piece.words, known):
        figured = field not in _FIGURED or (value is not None and _has_figure(field, value.text))
        if value is not None and figured:
            yield Labelled(field, label, value, weak=weak)
            continue
        width = document.page(piece.words.page).width or 600.0
        widest = width if field in _SUMS else _WIDE * width
        words = _by_place(lines[number:], piece, known, party=field in PARTIES, widest=widest)
        if words:
            yield Labelled(field, label, words)


def _has_figure(field: str, text: str) -> bool:
    """Say whether a figure stands in words; of a sum, one that is no day's: 'due on 3 August 2014' says no amount."""
    if field in _SUMS:
        for time in reversed(find_times(text)):
            text = text[: time.start] + text[time.stop :]
    return any(letter.isdigit() for letter in text)


def _by_place(lines: list[Line], piece: Piece, known: dict[str, str], *, party: bool, widest: float) -> Words | None:
    """Return what stands beside a label, or below it; a party's name stands below rather than in another column."""
    side = _beside(lines[:1], piece, known, widest=widest)
    if side and (not party or side.x0 - piece.x1 <= _COLUMN * piece.height):
        return bare(side.words)
    under = _below(lines, piece, known, party=party)
    return under or (bare(side.words) if side else None)


def _beside(line: list[Line], piece: Piece, known: dict[str, str], *, widest: float) -> Piece | None:
    one = beside(line, piece)
    while one is not None and one.x0 - piece.x1 <= widest:
        words = bare(one.words)
        if words:
            return None if is_label(words.text, known) else one
        one = beside(line, one)
    return None


def _below(lines: list[Line], piece: Piece, known: dict[str, str], *, party: bool) -> Words | None:
    one = below(lines, piece, within=_PARTY_FAR if party else _FAR)
    words = bare(one.words) if one else None
    if words is None:
        return None
    # Under a party's label its number may stand before its name.
    other = is_label(words.text, known) and not (party and numbers_party(words.text))
    return None if other else words


def bare(words: Words) -> Words | None:
    """Return the words without the colon that leads them; None where nothing else is there."""
    lead = _LEAD.match(words.text)
    at = lead.end() if lead else 0
    return Words(words.page, words.start + at, words.stop, words.text[at:]) if at < len(words.text) else None


def is_label(text: str, known: dict[str, str]) -> bool:
    """Say whether words are a label, alone or with a value behind their colon."""
    head = re.split(r"[:：]", text, maxsplit=1)[0]
    return fold(head) in known
