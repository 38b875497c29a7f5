"""PDF goes in; its text layer page by page, the box of every word, and the cells of its tables come out.

A page without a text layer to trust is drawn and read as a picture; so are the large pictures of a page that has one.

Nothing in the file is run: PDFium is asked for text and lines only, and forms, where scripts would live, are never initialised.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.model.errors import UnreadableFile
from clew.model.source import Cell, Page, Reading, Word
from clew.read.means import PLAIN, Means, has_come, page_done
from clew.read.readers._by_page import by_page

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from clew.read.ocr.page import PictureRead
    from clew.read.readers._letters import Letters
    from clew.read.readers._scanned import Pictured

MEDIA_TYPES = ("application/pdf",)
VERSION = 8
ORDER = 10

_HEAD = 1_024  # bytes in which the mark must stand: ISO 32000-1:2008, annex H.3, note 13
WHOLE_PAGE = 0.6  # of a page: a picture so large is the page itself, and text on it is somebody's reading of it
FEW = 20  # letters of a page's own text in a picture: more, and the picture is a ground behind the text
NO_LAYER = "no text layer"
_PASSWORD = 4  # PDFium's FPDF_ERR_PASSWORD


def recognise(data: bytes, name: str) -> str | None:  # noqa: ARG001 - the mark decides, whatever the name
    """Return the media type if the mark of a PDF stands at the beginning."""
    return MEDIA_TYPES[0] if b"%PDF-" in data[:_HEAD] else None


def read(data: bytes, media_type: str, means: Means = PLAIN) -> Reading:
    """Return the pages, words and cells; a page that fails, or has nothing to read, is named in `missed`."""
    document = _open(data, media_type, means)
    from clew.read.readers._pdf_beside import files_inside, remarks  # noqa: PLC0415 - it loads PDFium

    try:
        draft = _Draft(means)
        for number in range(1, min(len(document), means.limits.pages) + 1):
            draft.add(document, number)
        if len(document) > means.limits.pages:
            draft.left = f"{len(document) - means.limits.pages} pages after the first {means.limits.pages} were left (setting read_pages)"
        inside = files_inside(document, len(data), media_type, means)
    finally:
        document.close()
    if not draft.pages:
        raise UnreadableFile(f"{media_type} file: expected one page at least, found none")
    # A blank page among others is as it is; where all are blank, something was not seen.
    (draft.warnings if any(page.text for page in draft.pages) else draft.missed).extend(draft.blank)
    return Reading(
        tuple(draft.pages),
        tuple(draft.words),
        tuple(draft.cells),
        children=tuple(inside.children),
        missed=(*filter(None, [draft.left]), *by_page(draft.missed), *inside.missed),
        warnings=(*remarks(data, len(inside.children)), *draft.links, *by_page(draft.warnings), *inside.warnings),
        tried=("text layer", *dict.fromkeys(draft.tried)),
    )


def _open(data: bytes, media_type: str, means: Means) -> PdfDocument:
    """Return the document, opened with the first of the passwords that does."""
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - 90 ms, and only PDF needs it

    for password in (None, *means.passwords):
        try:
            return PdfDocument(data, password=password)
        except PdfiumError as error:
            if getattr(error, "err_code", None) != _PASSWORD:
                raise UnreadableFile(
                    f"{media_type} file: expected a whole PDF, found a damaged one ({error})"
                ) from error
    count = len(means.passwords)
    found = f"none of the {count} passwords given opens it" if count else "a password is needed"
    raise UnreadableFile(f"{media_type} file: expected an open document, found an encrypted one; {found}")


class _Draft:
    """What was read of a document so far."""

    def __init__(self, means: Means) -> None:
        from clew.read.readers._tables import Tables  # noqa: PLC0415 - it loads PDFium

        self.means = means
        self.pages: list[Page] = []
        self.words: list[Word] = []
        self.cells: list[Cell] = []
        self.left = ""  # what was not begun, in words
        self.missed: list[tuple[int, str]] = []  # page, why
        self.blank: list[tuple[int, str]] = []  # pages on which nothing is drawn
        self.links: dict[str, None] = {}  # what the pages refer to, in words, each once
        self.warnings: list[tuple[int, str]] = []  # page, what is worth knowing
        self.tried: list[str] = []
        self._found = Tables()
        self._tables = 0
        self._compared = 0

    def add(self, document: PdfDocument, number: int) -> None:
        """Read one page; if it fails, an empty page keeps its number."""
        from pypdfium2 import PdfiumError  # noqa: PLC0415 - as above

        has_come(f"page {number:,} of {len(document):,}")
        try:
            page = document[number - 1]
        except PdfiumError as error:
            self.pages.append(Page(number, "", f"page {number}"))
            self.missed.append((number, f"could not be read ({error})"))
            return
        try:
            self._read(page, number)
            self._add_links(document, page)
        except PdfiumError as error:
            self.pages.append(Page(number, "", f"page {number}", *page.get_size()))
            self.missed.append((number, f"could not be read ({error})"))
        finally:
            page.close()

    def _add_links(self, document: PdfDocument, page: PdfPage) -> None:
        from clew.read.readers._pdf_beside import MOST_LINKS, links_of  # noqa: PLC0415 - as above

        for link in links_of(document, page):
            if len(self.links) < MOST_LINKS:
                self.links[link] = None

    def _read(self, page: PdfPage, number: int) -> None:
        from clew.read.readers._letters import find_words, read_letters  # noqa: PLC0415 - they load PDFium
        from clew.read.readers._scanned import is_garbage, look  # noqa: PLC0415 - as above

        letters = read_letters(page)
        pictured = look(page)
        if is_garbage(letters.text):
            self._picture(page, number, NO_LAYER if not letters.text.strip() else "a text layer of no letters")
        elif pictured.covered >= WHOLE_PAGE and self._is_of_another(page, number, letters, hidden=pictured.hidden):
            self._picture(page, number, "")
        else:
            self._layer(page, number, letters, list(find_words(letters, number)))
            self._rest(page, number, letters, pictured)

    def _layer(self, page: PdfPage, number: int, letters: Letters, words: list[Word]) -> None:
        """Take the text layer."""
        cells = self._found.cells(page, number, letters, words, first=self._tables)
        self._tables = max([self._tables, *(cell.table + 1 for cell in cells)])
        self.pages.append(Page(number, letters.text, f"page {number}", *page.get_size()))
        self.words += words
        self.cells += cells
        if unknown := letters.text.count("\ufffd"):
            self.missed.append((number, f"the fonts do not say which letter {unknown} of its signs are"))

    def _picture(self, page: PdfPage, number: int, why: str) -> None:
        """Take what is seen on the page as drawn."""
        from clew.read.readers._scanned import scale_of, see  # noqa: PLC0415 - as above

        seen = see(page, number, self.means)
        page_done(self.means)
        if seen is None or not seen.words:
            self.pages.append(Page(number, "", f"page {number}", *page.get_size()))
            large = "it is too large to be drawn (setting read_page_mp)"
            if seen is None and why == NO_LAYER and scale_of(page, self.means):
                self.blank.append((number, f"{why}; nothing to read is drawn"))
                return
            unseen = (
                "no words were seen" if seen else "nothing to read is drawn" if scale_of(page, self.means) else large
            )
            told = [*(seen.missed if seen else ())] or [unseen]
            self.missed.append((number, "; ".join(filter(None, (why, *told)))))
            self.tried += seen.tried if seen else ()
            return
        self._seen(seen, number)

    def _seen(self, seen: PictureRead, number: int) -> None:
        self._found.forget()
        cells = seen.cells(first=self._tables)
        self._tables += len({cell.table for cell in cells})
        self.pages.append(seen.page)
        self.words += seen.words
        self.cells += cells
        self.tried += seen.tried
        self.missed += [(number, why) for why in seen.missed]

    def _is_of_another(self, page: PdfPage, number: int, letters: Letters, *, hidden: bool) -> bool:
        """Say whether the layer of a scanned page says something else than what is drawn; the first pages are compared."""
        from clew.read.readers._scanned import COMPARED, differs, see  # noqa: PLC0415 - as above

        kind = "invisible text" if hidden else "text"
        self.warnings.append((number, f"{kind} over or under an image of the whole page"))
        if self._compared >= COMPARED:
            if self._compared == COMPARED:
                self.warnings.append((number, "from here on such text was not compared with what is drawn"))
                self._compared += 1
            return False
        self._compared += 1
        seen = see(page, number, self.means)
        page_done(self.means)
        self.tried += seen.tried if seen else ()
        if seen is None or not differs(letters.text, seen.page.text):
            return False
        self.warnings.append((number, "text layer differs from what is drawn; what is drawn was read"))
        return True

    def _rest(self, page: PdfPage, number: int, letters: Letters, pictured: Pictured) -> None:
        """Add what is seen in the large pictures of a page that has text of its own."""
        from clew.read.readers._scanned import letters_in, see_rest  # noqa: PLC0415 - as above

        if not pictured.boxes or pictured.covered >= WHOLE_PAGE or letters_in(letters, pictured.boxes) > FEW:
            return
        seen = see_rest(page, number, letters, pictured, self.means)
        page_done(self.means)
        if seen is None:
            return
        self.tried += seen.tried
        self.missed += [(number, f"in a picture {why}") for why in seen.missed]
        if seen.words:
            own = self.pages[-1]
            offset = len(own.text) + 1
            self.pages[-1] = replace(
                own, text=f"{own.text}\n{seen.page.text}", engine=f"text layer + {seen.page.engine}"
            )
            self.words += [replace(one, start=one.start + offset, stop=one.stop + offset) for one in seen.words]
            self.warnings.append((number, "words in a picture were read from it"))
