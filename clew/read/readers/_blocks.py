"""Marked-up text (HTML) goes in; its visible words, a block to a line, and its tables come out."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from clew.read.readers._paging import Draft, InRow, one_line

_DROPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "head",
        "noembed",
        "noframes",
        "iframe",
        "object",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "input",
        "output",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")  # what HTML folds; a no-break space stays
_MOST_COLUMNS = 1_000  # HTML's own limit for colspan


def write_html(draft: Draft, markup: str, *, titled: bool = True) -> tuple[str, ...]:
    """Write the visible words of an HTML text into a draft; return what was left out, in words.

    Nothing is run or fetched. A table of data is written as rows of cells; one that only lays out the page, as blocks.
    """
    tree = LexborHTMLParser(markup)
    title = tree.css_first("title")
    if titled and title is not None:
        draft.line(_folded(title.text(deep=True)))
    walk = _Walk(draft)
    if tree.root is not None:
        walk.run(tree.root)
    return (f"{walk.hidden} passages that a browser would not show",) if walk.hidden else ()


def _folded(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")


class _Walk:
    """A walk over the tree in reading order, without recursion: nesting may be 100,000 deep."""

    def __init__(self, draft: Draft) -> None:
        self.hidden = 0
        self._draft = draft
        self._words: list[str] = []

    def run(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        entering = True
        while node is not None:
            child = self._enter(node) if entering else None
            if child is not None:
                node = child
                continue
            self._leave(node)
            if node.mem_id == root.mem_id:  # == compares the markup, which is quadratic
                break
            entering = node.next is not None
            node = node.next if node.next is not None else node.parent
        self._end_line()

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Take what a node says itself; return its first child where there is something to walk into."""
        tag = node.tag or ""
        if node.is_text_node:
            self._words.append(node.text_content or "")
            return None
        if tag in _DROPPED or self._is_hidden(node):
            return None
        if tag not in _INLINE:
            self._end_line()
        if tag == "pre":
            self._preformatted(node)
            return None
        if tag == "table" and _is_data(node):
            self._draft.table(self._rows(node))
            return None
        return node.child

    def _leave(self, node: LexborNode) -> None:
        if node.is_element_node and (node.tag or "") not in _INLINE:
            self._end_line()

    def _is_hidden(self, node: LexborNode) -> bool:
        if not node.is_element_node:
            return False
        attributes = node.attributes
        hidden = "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
        self.hidden += hidden and bool(node.text(deep=True).strip())
        return hidden

    def _end_line(self) -> None:
        self._draft.line(_folded("".join(self._words)))
        self._words.clear()

    def _preformatted(self, node: LexborNode) -> None:
        for line in node.text(deep=True).splitlines():
            self._draft.line(line.rstrip())

    def _rows(self, table: LexborNode) -> Iterator[list[InRow]]:
        """Yield each row as its cells; one that stands over several rows or columns is told once, at its first."""
        caption = table.css_first("caption")
        if caption is not None:
            self._draft.line(_folded(caption.text(deep=True, separator=" ")))
        taken: dict[int, int] = {}  # column: rows below that a cell from above still covers
        for row in table.css("tr"):
            cells: list[InRow] = []
            column = 0
            held = dict(taken)
            for cell in row.iter():
                if cell.tag not in ("td", "th"):
                    continue
                while held.get(column):
                    column += 1
                rows, columns = _span(cell, "rowspan"), _span(cell, "colspan")
                cells.append(InRow(column, self._cell_text(cell), rows, columns))
                for covered in range(column, column + columns):
                    taken[covered] = rows
                    column += 1
            taken = {column: rows - 1 for column, rows in taken.items() if rows > 1}
            if any(cell.text for cell in cells):
                yield cells

    def _cell_text(self, cell: LexborNode) -> str:
        inner = Draft()
        walk = _Walk(inner)
        walk.run(cell)
        self.hidden += walk.hidden
        return one_line(inner.text()).strip()


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return min(max(int(value), 1), _MOST_COLUMNS) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _is_data(table: LexborNode) -> bool:
    """Say whether a table holds data: no table inside it, and two rows of two cells or more."""
    if len(table.css("table")) > 1:  # the table itself is one
        return False
    wide = [row for row in table.css("tr") if sum(cell.tag in ("td", "th") for cell in row.iter()) > 1]
    return len(wide) > 1
