"""Whom a telephone number, a mail address or a site belongs to: a document and the names found in it go in, claims come out.

A contact is the party's whose name stands before it on the line or nearest above it in the same block of lines. What cannot
be told from the layout is nobody's: a contact under two parties that stand side by side, behind words of another matter (a
bank, a registrar, another side of the deal), or inside a sentence.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from clew.extract.addresses import numbers_party
from clew.extract.contact_columns import contacts_in_rows
from clew.extract.contacts import METHOD, Contact, cells_of, contact_claim, contacts_in, hints_at_contact
from clew.extract.document import Document, Extraction, Words
from clew.extract.firms import find_firms
from clew.extract.labels import fold, labels_of, lines_of
from clew.extract.lexicon import PARTIES
from clew.extract.parties import has_legal_form
from clew.extract.people import is_name
from clew.model.claim import Claim, Mention
from clew.model.names import fold as fold_name
from clew.model.source import Span

# News and statements speak of others; a list has its own fields.
READ_IN = ("invoice", "waybill", "delivery_act", "letter", "register_extract", "passenger_record", "unrecognised")
_BLOCK_LINES = 8
_LONGEST = 2_000  # characters of a line that is looked at; a longer one is no line of a letter
# A line that opens another matter: what follows it is not the party's above.
_OTHER_MATTER = re.compile(
    r"\b(?:bank\w*|beneficiary|iban|swift|bic|correspondent|registrar|registry|tax office|customs|airline|hotel|notary|auditor\w*|hotline)\b"
    r"|банк\w*|(?<!\w)(?:р/с|к/с|бик)(?!\w)|инспекци|налогов|таможн|регистратор|нотариус|гостиниц|开户行|银行|登记机关|海关|税务"
    r"|\b(?:seller|buyer|supplier|customer|client|consign(?:or|ee)|shipper|notify|carrier|forwarder|agent|bill to|ship to)\b"
    r"|продав[ец]|покупател|поставщик|заказчик|исполнител|плательщик|(?:грузо)?(?:отправител|получател)|перевозчик"
    r"|卖方|买方|销售方|购买方|供方|需方|甲方|乙方|发货人|收货人|托运人|通知",
    re.IGNORECASE,
)
_CONTACTS = re.compile(r"contact|контакт|реквизит|адрес|联系|kontakt", re.IGNORECASE)
# A firm whose legal form is in capitals or small letters, alone on its line.
_FIRM_LINE = re.compile(
    r"\s*(?P<name>[^\d:@<>]{3,60}?\b(?:gmbh|ag|kg|llc|ltd|limited|inc|corp|plc|s\.?a\.?r\.?l|b\.?v|s\.?r\.?o|sp\. z o\.o|oy|ab|as|jsc)\b\.?)\s*",
    re.IGNORECASE,
)
_HEADER = re.compile(r"(?im)^[>\s]*(?:from|to|cc|bcc|sender|reply-to|от|кому|копия|发件人|收件人|抄送)\s*[:：][^\n]*")
_ADDRESSED = re.compile(
    r"(?P<quote>[\"']?)(?P<name>[^<>\"';:：@\n]{3,80}?)(?P=quote)\s*<(?P<mail>[\w.+-]+@[\w.-]+\.[A-Za-z]{2,})>"
)
_REVERSED = re.compile(r"[^\W\d_][\w'’-]+, [^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*\.?)?")


@dataclass(frozen=True, slots=True)
class _Line:
    page: int
    start: int
    text: str


_Names = Callable[[_Line], list[Mention]]


def reached_at(document: Document, mentions: Iterable[Mention], *, record_type: str, tabular: bool) -> Extraction:
    """Return a claim for each contact whose party the layout tells.

    Args:
        document: what was read.
        mentions: the names that its readers found; other names of firms are told by their legal form.
        record_type: of the document; where it is not one of `READ_IN`, nothing is returned.
        tabular: whether its pages are nothing but rows of tables.
    """
    if record_type not in READ_IN:
        return Extraction()
    known = _by_line(mention for mention in mentions if mention.kind in ("person", "organization"))
    found = [*contacts_in_rows(document, known, record_type)]
    if not tabular:
        for page in document.pages:
            found += _in_text(document, page.number, known, record_type)
    claims = {claim.id: claim for claim, _ in found}
    new = {mention.id: mention for _, mention in found}
    return Extraction(tuple(claims.values()), tuple(new.values()))


def _by_line(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """Return the mentions of each page, longer ones before others that begin at the same place."""
    pages: dict[int, list[Mention]] = {}
    for mention in mentions:
        pages.setdefault(mention.span.page, []).append(mention)
    return {
        page: sorted(found, key=lambda mention: (mention.span.start, -mention.span.stop))
        for page, found in pages.items()
    }


_Made = tuple[Claim, Mention]


def _in_text(document: Document, number: int, known: dict[int, list[Mention]], record_type: str) -> Iterator[_Made]:
    text = document.page(number).text
    headers = [match.span() for match in _HEADER.finditer(text)]
    for start, stop in headers:
        yield from _in_header(document, _Line(number, start, text[start:stop]), record_type)

    def names(line: _Line) -> list[Mention]:
        return _names_on(document, line, known.get(number, ()))

    for block in _blocks(number, text):
        for place, line in enumerate(block):
            if (
                len(line.text) > _LONGEST
                or not hints_at_contact(line.text)
                or any(start <= line.start < stop for start, stop in headers)
            ):
                continue
            contacts = list(contacts_in(line.text))
            for contact in contacts:
                party = _signer(document, block[:place], contact) or _party(block, place, contact, names)
                if party:
                    words = Words(number, line.start + contact.start, line.start + contact.stop, contact.text)
                    quoted = document.quote("quote", number, *_stretch(line, contact, party))
                    yield contact_claim(document, party, words, contact.means, quoted, record_type), party


def _stretch(line: _Line, contact: Contact, party: Mention) -> tuple[int, int]:
    """Return from where to where the words stand: from the name to the contact where it is above, else the line."""
    stop = line.start + contact.stop
    return min(party.span.start, line.start), max(stop, party.span.stop)


def _blocks(number: int, text: str) -> Iterator[list[_Line]]:
    block: list[_Line] = []
    for start, line in lines_of(text):
        if line.strip():
            block.append(_Line(number, start, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _names_on(document: Document, line: _Line, known: Sequence[Mention]) -> list[Mention]:
    """Return the parties that a line names, from left to right: those found by readers, and firms by their legal form."""
    stop = line.start + len(line.text)
    first, last = (bisect_left(known, at, key=lambda mention: mention.span.start) for at in (line.start, stop))
    found = [mention for mention in known[first:last] if not numbers_party(mention.text)]
    for firm in find_firms(Words(line.page, line.start, stop, line.text)):
        span = Span(document.source, firm.page, firm.start, firm.stop)
        if not any(m.span.start < firm.stop and firm.start < m.span.stop for m in found):
            found.append(Mention(span, " ".join(firm.text.split()), "organization", (), METHOD))
    alone = _FIRM_LINE.fullmatch(line.text)
    if not found and alone:
        span = Span(document.source, line.page, line.start + alone.start("name"), line.start + alone.end("name"))
        found.append(Mention(span, " ".join(alone["name"].split()), "organization", (), METHOD))
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda mention: (mention.span.start, -mention.span.stop)):
        if not kept or mention.span.start >= kept[-1].span.stop:
            kept.append(mention)
    return kept


def _party(block: Sequence[_Line], place: int, contact: Contact, names: _Names) -> Mention | None:
    """Return whose a contact is, or None."""
    line = block[place]
    before = [m for m in names(line) if m.span.stop <= line.start + contact.start]
    cell = _cell(line, contact.start)
    if before:
        mine = [m for m in before if _cell(line, m.span.start - line.start) == cell] or (
            before if len({m.text for m in before}) == 1 else []
        )
        return _nearest(mine, contact) if not _other(line, mine, contact) else None
    if _OTHER_MATTER.search(line.text) or any(m.span.start > line.start + contact.stop for m in names(line)):
        return None
    above: list[Mention] = []
    for earlier in reversed(block[max(0, place - _BLOCK_LINES) : place]):
        there = names(earlier)
        mine = there if len({m.text for m in there}) < 2 else _under(earlier, there, line, contact)
        if there and not mine:
            return None  # two parties side by side
        above += mine
        firm = any(m.kind == "organization" for m in mine)
        if firm or (not there and (_OTHER_MATTER.search(earlier.text) or _opens(earlier.text))):
            break
    return _chosen(above, contact)


def _opens(line: str) -> bool:
    """Say whether a line heads what stands under it: a word for a party, or any words before a colon but those for contacts."""
    head = line.strip()
    if fold(head) in labels_of(PARTIES):
        return True
    return head.endswith((":", "：")) and _CONTACTS.search(head) is None


def _signer(document: Document, above: Sequence[_Line], contact: Contact) -> Mention | None:
    """Return the person that a line above names and nothing else, where a mail address is named after them."""
    if contact.means != "mail":
        return None
    for line in reversed(above[-_BLOCK_LINES:]):
        text = line.text.strip()
        if is_name(text) and _named_after(contact.text, text):
            start = line.start + line.text.index(text)
            span = Span(document.source, line.page, start, start + len(text))
            return Mention(span, " ".join(text.split()), "person", (), METHOD)
    return None


def _cell(line: _Line, at: int) -> int:
    return next((number for number, (start, stop) in enumerate(cells_of(line.text)) if start <= at < stop), -1)


def _under(earlier: _Line, there: Sequence[Mention], line: _Line, contact: Contact) -> list[Mention]:
    """Return the name that stands in the same column of a line of as many columns; none where it cannot be told."""
    if len(cells_of(earlier.text)) != len(cells_of(line.text)):
        return []
    column = _cell(line, contact.start)
    return [m for m in there if _cell(earlier, m.span.start - earlier.start) == column]


def _other(line: _Line, names: Sequence[Mention], contact: Contact) -> bool:
    """Say whether words of another matter stand between a name and a contact."""
    last = max((m.span.stop for m in names), default=line.start) - line.start
    return not names or _OTHER_MATTER.search(line.text[last : contact.start]) is not None


def _nearest(names: Sequence[Mention], contact: Contact) -> Mention | None:
    return _chosen(list(reversed(names)), contact)


def _chosen(nearest_first: Sequence[Mention], contact: Contact) -> Mention | None:
    """Return the person a mail address is named after, else the nearest firm, else the nearest person."""
    if contact.means == "mail":
        for mention in nearest_first:
            if mention.kind == "person" and _named_after(contact.text, mention.text):
                return mention
    firms = [m for m in nearest_first if m.kind == "organization"]
    return next(iter(firms or nearest_first), None)


def _named_after(mail: str, name: str) -> bool:
    """Say whether a mail address has a word of a person's name in it, romanised, of three letters or more."""
    local = mail.partition("@")[0].casefold()
    return any(len(word) > 2 and word in local for word in fold_name(name, "person").latin.split())


def _in_header(document: Document, line: _Line, record_type: str) -> Iterator[_Made]:
    """Yield the addresses of a mail's header that stand behind a name."""
    for match in _ADDRESSED.finditer(line.text, line.text.find(":") + 1):
        text = match["name"].strip(" ,\t")
        at = line.start + match.start("name") + match["name"].index(text) if text else 0
        kind = "organization" if has_legal_form(text) else "person"
        if not text or (kind == "person" and not (is_name(text) or _REVERSED.fullmatch(text))):
            continue
        party = Mention(Span(document.source, line.page, at, at + len(text)), " ".join(text.split()), kind, (), METHOD)
        start = line.start + match.start("mail")
        words = Words(line.page, start, start + len(match["mail"]), match["mail"])
        quoted = document.quote("quote", line.page, at, line.start + match.end())
        yield contact_claim(document, party, words, "mail", quoted, record_type), party
