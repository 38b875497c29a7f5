"""Rich text (RTF) goes in as bytes; a draft of its words and tables comes out, with what is hidden, deleted or referred to.

A list of marks, walked without recursion: no object is opened, no field computed, no template or link fetched. Letters are
decoded by the code page of their font. Source of the marks: Microsoft, Rich Text Format Specification, version 1.9.1 (2008).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clew.model.errors import UnreadableFile
from clew.read.readers._paging import Draft, one_line

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)"
)
_SIGNS = {
    "line": "\n",
    "tab": "\t",
    "emdash": "—",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
}
# Groups that hold no words of the document.
_DROPPED = frozenset(
    [
        "fonttbl",
        "colortbl",
        "stylesheet",
        "info",
        "pict",
        "objdata",
        "fldinst",
        "listtable",
        "listoverridetable",
        "revtbl",
        "rsidtbl",
        "generator",
        "template",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "xmlnstbl",
        "filetbl",
        "nonshppict",
        "bkmkstart",
        "bkmkend",
        "pntext",
        "mmathPr",
        "panose",
        "falt",
        "datafield",
        "private",
        "userprops",
        "atnid",
        "atntime",
        "atndate",
        "atnref",
    ]
)
_READ = frozenset(
    ["footnote", "annotation", "header", "footer", "headerl", "headerr", "footerl", "footerr", "shptxt", "atnauthor"]
)
_PAGES = {
    0: 1252,
    204: 1251,
    134: 936,
    136: 950,
    128: 932,
    129: 949,
    161: 1253,
    162: 1254,
    177: 1255,
    178: 1256,
    186: 1257,
    238: 1250,
}
_LINK = re.compile(
    r'(?:HYPERLINK|INCLUDEPICTURE|INCLUDETEXT|LINK|DDEAUTO|DDE)\s+(?:\\\\\w\s+)*"?([^"\s]+)"?', re.IGNORECASE
)
_DEEPEST = 1_000  # groups in groups; real files have a dozen
_MOST_LINKS = 50


@dataclass(frozen=True, slots=True)
class _State:
    """What holds inside a group."""

    page: int  # code page of the font in use
    drop: bool = False  # no words of the document
    skip: int = 1  # letters that follow \\u for old programs
    hidden: bool = False
    deleted: bool = False
    where: str = ""  # the group kept aside: fonttbl, fldinst, template


class RichText:
    """A walk over the marks of a text."""

    def __init__(self) -> None:
        """Begin with nothing written."""
        self.draft = Draft()
        self.missed: list[str] = []
        self._page = 1252
        self._state = _State(1252)
        self._kept: list[_State] = []
        self._fonts: dict[int, int] = {}
        self._font = 0  # the one that the font table is at
        self._octets = bytearray()
        self._words: list[str] = []
        self._cells: list[str] = []
        self._rows: list[list[tuple[int, str]]] = []
        self._in_row = False
        self._left = 0  # letters to pass over after \\u
        self._starred = False
        self._aside: dict[str, list[str]] = {"fldinst": [], "template": []}
        self._counts = dict.fromkeys(("hidden", "deleted", "object", "pict"), 0)

    def run(self, data: bytes) -> None:
        """Write the words and tables of a text into the draft.

        Raises:
            UnreadableFile: groups stand in groups deeper than any program writes them.
        """
        for found in _TOKEN.finditer(data):
            word, number, octet, sign, brace, plain = found.groups()
            if brace:
                self._brace(brace)
                if self._state is _END:
                    break
            elif word:
                self._flush()
                self._mark(word.decode("ascii"), int(number) if number else None)
            elif octet:
                self._letters(bytes.fromhex(octet.decode("ascii")))
            elif sign:
                self._sign(sign)
            elif plain:
                self._letters(plain)
        self._end_line()
        self._end_table()
        if self._kept:
            self.missed.append("the file is truncated: groups are left open at its end")

    def _brace(self, brace: bytes) -> None:
        self._flush()
        if brace == b"{":
            if len(self._kept) >= _DEEPEST:
                raise UnreadableFile(f"RTF file: expected at most {_DEEPEST} groups in groups, found more")
            self._kept.append(self._state)
            self._starred = False
        elif self._kept:
            self._state = self._kept.pop()
            if not self._kept:
                self._state = _END

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"\\{}":
            self._letters(sign)
        elif sign == b"~":
            self._say("\xa0")
        elif sign == b"_":
            self._say("\u2011")
        elif sign in b"\r\n":
            self._end_line()

    def _mark(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._say(_letter(number))
            self._left = self._state.skip
            return
        if word == "bin" or self._group(word):
            return
        self._character(word, number)
        if self._state.drop:
            return
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in ("par", "sect", "page"):
            self._end_line()
        elif word == "trowd":
            self._in_row = True
        elif word in ("cell", "nestcell"):
            self._end_cell()
        elif word == "row":
            self._rows.append(list(enumerate(self._cells)))
            self._cells = []
            self._in_row = False

    def _group(self, word: str) -> bool:
        """Take a mark that begins a group of its own kind; say whether it was one."""
        starred, self._starred = self._starred, False
        if word in ("object", "pict"):
            self._counts[word] += 1
        if word in _READ:
            self._end_line()
            self._state = replace(self._state, drop=False)
            return True
        if word in _DROPPED or (starred and word not in ("shpinst", "nesttableprops")):
            self._state = replace(self._state, drop=True, where=word)
            return True
        return False

    def _character(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "ansicpg" and number:
            self._page = number
            self._state = replace(state, page=number)
        elif word == "f" and number is not None:
            if state.where == "fonttbl":
                self._font = number
            else:
                self._state = replace(state, page=self._fonts.get(number, self._page))
        elif word == "fcharset" and number in _PAGES:
            self._fonts[self._font] = _PAGES[number]
        elif word == "plain":
            self._state = replace(state, hidden=False, deleted=False)
        elif word == "uc" and number is not None:
            self._state = replace(state, skip=min(max(number, 0), 10))
        elif word in ("v", "deleted"):
            on = number != 0
            self._state = replace(state, hidden=on) if word == "v" else replace(state, deleted=on)

    def _letters(self, octets: bytes) -> None:
        if self._left:
            passed = min(self._left, len(octets))
            self._left -= passed
            octets = octets[passed:]
        self._octets += octets

    def _flush(self) -> None:
        if not self._octets:
            return
        octets, self._octets = bytes(self._octets), bytearray()
        try:
            text = octets.decode(f"cp{self._state.page}" if self._state.page != 65001 else "utf-8", "replace")
        except LookupError:
            text = octets.decode("cp1252", "replace")
        self._say(text, flushed=True)

    def _say(self, text: str, *, flushed: bool = False) -> None:
        if not flushed:
            self._flush()
        state = self._state
        if state.drop:
            if state.where in self._aside:
                self._aside[state.where].append(text)
            return
        if state.deleted:
            self._counts["deleted"] += bool(text.strip())
            return
        self._counts["hidden"] += state.hidden and bool(text.strip())
        self._words.append(text)

    def _end_cell(self) -> None:
        self._cells.append(one_line("".join(self._words)).strip())
        self._words = []

    def _end_line(self) -> None:
        self._flush()
        if self._in_row:  # a paragraph inside a cell
            self._words.append(" ")
            return
        words = "".join(self._words)
        self._words = []
        if words.strip():
            self._end_table()
            for line in words.split("\n"):
                self.draft.line(line.rstrip())

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        if self._cells:
            rows.append(list(enumerate(self._cells)))
            self._cells = []
        if rows:
            self.draft.table(rows)

    def warnings(self) -> Iterator[str]:
        """Yield what a reader should know beside the words."""
        counts = self._counts
        if counts["hidden"]:
            yield f"{counts['hidden']} runs of words are hidden; they are read"
        if counts["deleted"]:
            yield f"{counts['deleted']} runs of words are marked as deleted; they are not read"
        if counts["object"]:
            yield f"{counts['object']} embedded objects; they are not opened"
        if counts["pict"]:
            yield f"{counts['pict']} pictures; words in them are not read"
        links = dict.fromkeys(_LINK.findall("".join(self._aside["fldinst"])))
        for link in list(links)[:_MOST_LINKS]:
            yield f"refers to {link}; nothing is fetched"
        if template := "".join(self._aside["template"]).strip():
            yield f"has a template elsewhere: {template}; nothing is fetched"


_END = _State(0, drop=True)


def _letter(number: int) -> str:
    code = number & 0xFFFF
    return chr(code) if code and not 0xD800 <= code < 0xE000 else chr(code) if code else ""
