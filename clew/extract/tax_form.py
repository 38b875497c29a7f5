"""The sides of an invoice on the Chinese tax administration's form: a page goes in, the names in its two boxes come out.

The form (State Taxation Administration, announcement 2021 no. 20 on fully digital invoices, and the paper form before it)
prints '名称' and a tax number in each box, and tells the sides by letters set upright beside it: 购买方 and 销售方. The buyer's
box is the upper or the left one.
"""

import re

from clew.extract.document import Document
from clew.extract.labels import Words
from clew.extract.layout import Line, Piece, below, lines_on

_NAME = re.compile(r"^(?:[购销][\u4e00-\u9fff]*\s*)?名\s*称\s*[:：]\s*(?=\S)")
_NUMBER = re.compile(r"纳税人识别号|统一社会信用代码|税\s*号")
_TITLE = re.compile(r"发\s*票")
_LEFT_OF = 60.0  # points; the upright letters stand no further from the names
_BESIDE = 45.0  # points up or down, of the same


def find_boxed_sides(document: Document) -> tuple[Words, Words] | None:
    """Return the names of buyer and seller on the first page; None where it is not this form."""
    lines = lines_on(document, 1)
    if not lines or not _TITLE.search(document.pages[0].text):
        return None
    boxes = [(piece, name) for line in lines for piece in line if (name := _name_in(lines, piece))]
    if len(boxes) != 2:
        return None
    (one, first), (_, second) = sorted(boxes, key=lambda box: (round(box[0].y0 / box[0].height), box[0].x0))
    return (second, first) if _says_seller(lines, one) else (first, second)


def _name_in(lines: list[Line], piece: Piece) -> Words | None:
    """Return the name behind '名称' where a tax number stands below it."""
    label = _NAME.match(piece.text)
    under = below(lines, piece, within=3.0)
    if not label or not under or not _NUMBER.search(under.text):
        return None
    words = piece.words
    return Words(words.page, words.start + label.end(), words.stop, words.text[label.end() :])


def _says_seller(lines: list[Line], box: Piece) -> bool:
    """Say whether the letters beside a box are those of the seller."""
    if box.text.startswith("销"):
        return True
    near = [
        one.text
        for line in lines
        for one in line
        if one.x1 <= box.x0 + 1 and box.x0 - one.x1 <= _LEFT_OF and abs(one.y0 - box.y0) <= _BESIDE
    ]
    return any("销" in text for text in near) and not any("购" in text for text in near)
