"""The two sides of a bill: a document and its labelled values go in, who asks to be paid and who is asked come out.

A label counts before the layout. Without one the seller is whom the paper's own address, tax and bank details stand with
(letterhead, sender's line, foot), and the buyer whom the address window names: DIN 5008:2020 and NF Z 11-001 put it into
the upper half of the first page, apart from the sender's details.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from clew.extract.addresses import CONTACT, POSTAL, STREET, first_name, names_party, numbers_party, sender_line
from clew.extract.document import Document
from clew.extract.firms import find_firms
from clew.extract.identifiers import identifiers_near
from clew.extract.labels import Labelled, Words, fold, lines_of, simple_title
from clew.extract.layout import Piece, below, column_above, lines_on
from clew.extract.lexicon import LEGAL_FORMS
from clew.extract.parties import Party, closed, has_legal_form, letterhead, party_name
from clew.extract.tax_form import find_boxed_sides
from clew.extract.titles import TITLES

_LABELLED_LINES = 6  # under a label: what numbers a party may stand before its name
_FAR = 3.0  # of a line's height: an address goes on below a blank line
_HEAD = 0.5  # of the page: the address window stands in it
_DEEP = 45  # characters: a town further along its line has its firm on the line, if one is named there, not over it
_LETTERHEAD = 0.12  # of the page: a letterhead begins above it (DIN 5008 gives it 27 or 45 mm of 297)
_LETTERHEAD_LINES = 4
_FOOT = 0.8  # of the page: below it stand the sender's details
_SELLERS, _BUYERS = ("seller", "consignor"), ("buyer", "consignee")
_FORM_AT_END = re.compile(rf"[\s,]+{LEGAL_FORMS}$", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"[#№]?\s?\d[\d ./-]*")
_FOOT_LINES = 10
_UNLABELLED = 0.7  # how surely a name is read that no label says


@dataclass(frozen=True, slots=True)
class _Address:
    name: Words
    x0: float  # of the page's width
    y0: float  # of the page's height
    contact: bool
    sender: bool = False
    heads: bool = False  # the first lines of the page, over any address


def find_sides(document: Document, labelled: list[Labelled]) -> tuple[Party | None, Party | None]:
    """Return seller and buyer; None where neither a label nor the layout says who."""
    seller = _behind_label(document, labelled, _SELLERS)
    buyer = _behind_label(document, labelled, _BUYERS)
    boxed = find_boxed_sides(document) if not (seller and buyer) else None
    if boxed:
        buyer, seller = (_read(document, name) for name in boxed)
    if seller and buyer:
        return seller, buyer
    addresses = _addresses(document)
    if not seller:
        seller = _unlabelled_seller(document, labelled, addresses, but=buyer)
    if not buyer:
        buyer = _party(document, _addressee(addresses, but=seller))
    return seller, buyer


def _unlabelled_seller(
    document: Document, labelled: list[Labelled], addresses: list[_Address], *, but: Party | None
) -> Party | None:
    """Return the sender, else the firm of the letterhead, else that of the foot, else the holder of the account.

    A firm in the first lines that the address window names as well comes last: it is the letterhead only where nobody else is.
    """
    head = letterhead(document, but=(but.text,) if but else ())
    window = None if but else _addressee(addresses, but=None)
    addressed = head is not None and window is not None and head.name.text == window.text
    rest = (_party(document, name) for name in (_foot(document, but=but), _holder(labelled)))
    found = (_party(document, _sender(document, addresses, but=but)), None if addressed else head, *rest, head)
    return next(filter(None, found), None)


def _behind_label(document: Document, labelled: list[Labelled], fields: tuple[str, ...]) -> Party | None:
    for field in fields:
        mine = sorted((one for one in labelled if one.field == field), key=lambda one: one.weak)
        for one in mine:
            if one.weak and not has_legal_form(one.value.text):
                continue  # 'Customer service …' is no customer
            party = _labelled_party(document, one.value)
            if party:
                return party
    return None


def _read(document: Document, value: Words) -> Party | None:
    name = party_name(value)
    return Party(name, identifiers_near(document, name)) if name else None


def _labelled_party(document: Document, value: Words) -> Party | None:
    lines = list(islice(_lines_from(document, value), _LABELLED_LINES))
    if _BARE_NUMBER.fullmatch(value.text.strip()) and not any(POSTAL.search(line.text) for line in lines):
        return None  # 'Customer: 17' numbers a customer; without an address what stands below is not theirs
    for line in lines:
        name = party_name(closed(document, line))
        if name and names_party(name.text) and not numbers_party(line.text):
            return Party(name, identifiers_near(document, name))
        if POSTAL.search(line.text):
            return None
    return None


def _lines_from(document: Document, value: Words) -> Iterator[Words]:
    """Yield a value and the lines below it: by place where the page has a layout, else by its text."""
    yield value
    lines = lines_on(document, value.page)
    piece: Piece | None = next(
        (one for line in lines for one in line if one.words.start <= value.start < one.words.stop), None
    )
    if piece is None:
        text = document.page(value.page).text
        end = text.find("\n", value.stop)
        for start, line in lines_of(text[end + 1 :] if end >= 0 else ""):
            if line.strip():
                lead = len(line) - len(line.lstrip())
                at = end + 1 + start
                yield Words(value.page, at + lead, at + len(line.rstrip()), line.strip())
        return
    while piece := below(lines, piece, within=_FAR):
        yield piece.words


def _addresses(document: Document) -> list[_Address]:
    """Return the addresses of the first page: what stands over a postal line, and addresses typed on one line."""
    if not document.pages:
        return []
    width, height = document.pages[0].width or 600.0, document.pages[0].height or 840.0
    found = []
    lines = lines_on(document, 1)
    for line in lines:
        for words, piece in _runs(document, line):
            name = sender_line(words)
            if name:
                found.append(_Address(name, piece.x0 / width, piece.y0 / height, contact=True, sender=True))
        for piece in line:
            town = POSTAL.search(piece.text)
            if not town or sender_line(piece.words):
                continue
            own = _firm_before(piece, town.start())
            if own:
                found.append(_Address(own, piece.x0 / width, piece.y0 / height, contact=True))
            else:
                found += _address_over(document, lines, piece, (width, height))
    return [*found, *_heading(lines, found, (width, height))]


def _firm_before(town: Piece, at: int) -> Words | None:
    """Return the firm that a long line names before its address: 'Beta SAS au capital de … - Siège social : … 75008 Paris'."""
    start = town.words.start
    return next(find_firms(Words(1, start, start + at, town.text[:at])), None) if at > _DEEP else None


def _heading(lines: list[list[Piece]], addresses: list[_Address], size: tuple[float, float]) -> Iterator[_Address]:
    """Yield the letterhead that has no address of its own: the first lines of the page, over every address.

    It counts where a legal form or a means of contact stands in the lines under its first, so that no slogan and no title does.
    """
    first = lines[0][0] if lines else None
    top = min((one.y0 for one in addresses if not one.sender), default=1.0)
    if first is None or first.y0 > _LETTERHEAD * size[1] or first.y0 / size[1] >= top:
        return
    block, piece = [first], below(lines, first)
    while piece is not None and len(block) < _LETTERHEAD_LINES:
        block.append(piece)
        piece = below(lines, piece)
    under = [one.text for one in block[1:]]
    if any(POSTAL.search(text) for text in under) or not names_party(first.text) or _names_paper(first.text):
        return
    name = party_name(first.words)
    if name and any(has_legal_form(text) or CONTACT.search(text) for text in under):
        yield _Address(name, first.x0 / size[0], first.y0 / size[1], contact=True, heads=True)


def _names_paper(text: str) -> bool:
    """Say whether a line is a paper's title, or has a figure in it as 'Invoice 17' has."""
    words = simple_title(fold(text)).split()
    return any(letter.isdigit() for letter in text) or any(
        word in titles for word in words for titles in TITLES.values()
    )


def _runs(document: Document, line: list[Piece]) -> Iterator[tuple[Words, Piece]]:
    """Yield the stretches of a line that are one run of the page's text, with the piece each begins with."""
    text = document.page(1).text
    start = 0
    for nth in range(1, len(line) + 1):
        last = line[nth - 1].words
        broken = (
            nth == len(line) or line[nth].words.start < last.stop or "\n" in text[last.stop : line[nth].words.start]
        )
        if broken:
            first = line[start].words
            yield Words(1, first.start, last.stop, text[first.start : last.stop]), line[start]
            start = nth


def _address_over(
    document: Document, lines: list[list[Piece]], town: Piece, size: tuple[float, float]
) -> Iterator[_Address]:
    column = column_above(lines, town)[:-1]
    cut = next((nth + 1 for nth in range(len(column) - 1, -1, -1) if _ends_address(column[nth].text)), 0)
    column = column[cut:]
    name = first_name(one.words for one in column if not STREET.search(one.text) or has_legal_form(one.text))
    if name:
        after = [town.words, *islice(_lines_from(document, town.words), 1, 5)]
        contact = any(CONTACT.search(words.text) for words in (*(one.words for one in column), *after))
        yield _Address(name, column[0].x0 / size[0], column[0].y0 / size[1], contact=contact)


def _ends_address(text: str) -> bool:
    """Say whether a line over an address belongs to another: a town, a sender's line, a label."""
    return bool(POSTAL.search(text)) or text.rstrip().endswith((":", "："))


def _sender(document: Document, addresses: list[_Address], *, but: Party | None) -> Words | None:
    """Return whom the paper comes from: the address with most of a sender's marks."""
    text = document.text
    squeezed = re.sub(r"[\W_]", "", text.casefold())

    def marks(address: _Address) -> float:
        name = address.name.text
        first = re.sub(r"[\W_]", "", name.casefold().split()[0]) if name.split() else ""
        in_contact = len(first) > 3 and bool(re.search(rf"(?:@|www\.|://)[\w.-]*{re.escape(first)}", text.casefold()))
        again = min(squeezed.count(re.sub(r"[\W_]", "", name.casefold())), 3)
        return (
            (3 if address.sender else 0)
            + (2 if address.contact else 0)
            + (1 if address.heads else 0)
            + (2 if address.y0 > _FOOT else 0)
            + (2 if in_contact else 0)
            + (1 if has_legal_form(name) else 0)
            + 0.5 * again
            - (2 if not address.contact and address.y0 < _HEAD and address.x0 < _HEAD and address.y0 > 0.12 else 0)
        )

    others = [one for one in addresses if not but or one.name.text.casefold() != but.text.casefold()]
    best = max(others, key=marks, default=None)
    return best.name if best and marks(best) >= 2 else None


def _foot(document: Document, *, but: Party | None) -> Words | None:
    """Return the firm that the last lines of the first page name by its legal form, beside a register or tax number."""
    text = document.pages[0].text if document.pages else ""
    for start, line in list(lines_of(text))[-_FOOT_LINES:]:
        firm = next(find_firms(Words(1, start, start + len(line), line)), None)
        if firm and CONTACT.search(line) and not (but and firm.text == but.text):
            return firm
    return None


def _holder(labelled: list[Labelled]) -> Words | None:
    return next((one.value for one in labelled if one.field == "holder" and names_party(one.value.text)), None)


def _addressee(addresses: list[_Address], *, but: Party | None) -> Words | None:
    """Return whom the address window names: the first address of the upper half that has none of a sender's marks."""
    mine = " ".join(but.text.casefold().split()) if but else ""
    bare = re.sub(r"\W+$", "", _FORM_AT_END.sub("", mine))
    found = [
        one
        for one in addresses
        if one.y0 < _HEAD and not (one.sender or one.heads) and " ".join(one.name.text.casefold().split()) != mine
    ]

    def named_alike(
        one: _Address,
    ) -> bool:  # 'Beta Service' over the window of Beta SAS; but its sister firm may be all there is
        return bool(bare) and one.name.text.casefold().startswith(f"{bare} ")

    best = min(found, key=lambda one: (one.contact, named_alike(one), one.y0), default=None)
    return best.name if best else None


def _party(document: Document, name: Words | None) -> Party | None:
    clean = party_name(name) if name else None
    return Party(clean, identifiers_near(document, clean), reading=_UNLABELLED) if clean else None
