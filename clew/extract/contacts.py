"""Telephone numbers, mail addresses and sites that stand by themselves on a line: text goes in, places and kinds come out.

A number is one only behind a word for it or in international form (+ and 8 to 15 digits, ITU-T E.164); numbers of invoices
and accounts have neither. What stands inside a sentence is left: whose it is, the sentence says, and not its place.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from clew.extract.document import Document, Words
from clew.model.claim import Claim, Mention, Quote

VERSION = 1
METHOD = f"contacts@{VERSION}"
# Words for the means, as papers print them before a number.
_PHONES = (
    r"tel(?:ephone|efon|éfono|\.?\s*no)?|t[ée]l(?:[ée]phone)?|phone(?:\s*(?:no|number))?|ph|fon|mob(?:ile|il|iltelefon)?|cell|handy|portable|gsm|whats\s?app|viber"
    r"|тел|телефон\w*|моб|мобильный|контактн\w+\s+телефон\w*|电话|联系电话|手机|手机号码?|座机|联系方式"
)
_FAXES = r"(?:tele)?fax|факс|传真"
_LETTERS = r"[tpmf]|т|ф"  # alone they say nothing: 't 1 250 000' may be tonnes
_MAILS = r"e-?\s?mail|mail|эл(?:ектронн\w+)?\.?\s?(?:почта|адрес)|почта|邮箱|电子邮箱|电子邮件|邮件"
_SITES = r"web(?:\s?site)?|site|internet|www|сайт|веб-?сайт|网址|网站"
_LABEL = rf"(?P<label>(?:(?:{_PHONES}|{_FAXES}|{_MAILS}|{_SITES}|{_LETTERS})\s*[.:：№/|-]*\s*)+)?"
_NUMBER = r"\+?\(?\d[\d\s\u00a0().\-–/]{4,22}\d"
_MAIL = r"[A-Za-z0-9][\w.+-]*@[A-Za-z0-9][\w-]*(?:\.[\w-]+)*\.[A-Za-z]{2,}"
_SITE = r"(?:https?://|www\.)[\w.-]+\.[A-Za-z]{2,}(?:/[\w./~-]*)?|(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w@])"
_EXTENSION = r"(?:\s*,?\s*(?:ext|extension|доб|вн|分机|转)[.:]?\s*\d{1,6})?(?:\s*\([^()\d]{0,30}\))?"
_ONE = re.compile(
    rf"[\s(（\[<–-]*{_LABEL}(?:(?P<mail>{_MAIL})|(?P<site>{_SITE})|(?P<number>{_NUMBER}){_EXTENSION})[\s.)）\]>]*",
    re.IGNORECASE,
)
_HINT = re.compile(r"@|www\.|://|\d[\d\s\u00a0().\-–/]{4,}\d|(?i:site|сайт|网)")
# What parts a line: signs between its parts, a wide gap, a comma with a blank behind it.
_PARTS = re.compile(r"\s*[|●•·∙;；<>]\s*|\t+| {2,}|[,，]\s+|，|\s+/\s+")
_CELLS = re.compile(r"\t+| {2,}|\s*[|｜]\s*|\u3000+")
_FAX = re.compile(rf"\b(?:{_FAXES})\b|传真", re.IGNORECASE)
_PHONE = re.compile(rf"(?:\b|^)(?:{_PHONES})(?:\b|$)", re.IGNORECASE)
_SITE_LABEL = re.compile(rf"(?:\b|^)(?:{_SITES})(?:\b|$)", re.IGNORECASE)
_LEAST, _MOST = 6, 15  # digits; a number behind a label may be a local one
_LEAST_ABROAD = 8
_LONGEST = 160  # characters of a part that is looked at


class Contact(NamedTuple):
    """Where one stands in a line, and what it is."""

    start: int  # characters of the line
    stop: int
    means: str  # phone, fax, mail, site
    text: str


def hints_at_contact(line: str) -> bool:
    """Say whether a line may hold a contact at all; most do not, and are not looked at closer."""
    return _HINT.search(line) is not None


def contacts_in(line: str) -> Iterator[Contact]:
    """Yield the contacts that are a part of a line by themselves, from left to right."""
    at, label = 0, ""
    for match in [*_PARTS.finditer(line), None]:
        stop = match.start() if match else len(line)
        part = line[at:stop]
        found = _contact(part, label)
        if found:
            start, means, text = found
            yield Contact(at + start, at + start + len(text), means, text)
        # A label may stand in a cell of its own: 'Tel.   +7 342 000-00-01'.
        label = part if _only_label(part) else ""
        at = match.end() if match else stop


def means_of(header: str) -> str:
    """Return which means the head of a column names: phone, fax, mail, site, or nothing."""
    if not _only_label(header):
        return ""
    if _FAX.search(header) and not _PHONE.search(header):
        return "fax"
    return "site" if _SITE_LABEL.search(header) else "mail" if re.search(_MAILS, header, re.IGNORECASE) else "phone"


def in_cell(text: str, means: str) -> tuple[int, str] | None:
    """Return where the contact of a cell begins and what it is, under a head that names the means; None where it is none."""
    found = _contact(text, {"mail": "mail", "site": "site", "fax": "fax"}.get(means, "tel"))
    return (found[0], found[2]) if found and found[1] == means else None


def cells_of(line: str) -> list[tuple[int, int]]:
    """Return where the cells of a line stand that wide gaps part; of a line without one, the line."""
    cells, at = [], 0
    for match in [*_CELLS.finditer(line), None]:
        stop = match.start() if match else len(line)
        if line[at:stop].strip():
            cells.append((at, stop))
        at = match.end() if match else stop
    return cells


def _only_label(part: str) -> bool:
    return (
        re.fullmatch(rf"\s*(?:(?:{_PHONES}|{_FAXES}|{_MAILS}|{_SITES})[\s.:：№/|-]*)+", part, re.IGNORECASE) is not None
    )


def _contact(part: str, label: str) -> tuple[int, str, str] | None:
    """Return start, means and text of the contact that is all a part says, with the label before it."""
    match = _ONE.fullmatch(part) if len(part) <= _LONGEST else None
    if not match:
        return None
    said = match["label"] or label
    if match["mail"]:
        return match.start("mail"), "mail", match["mail"]
    if match["site"]:
        labelled = bool(said) and _SITE_LABEL.search(said) is not None
        return (match.start("site"), "site", match["site"]) if labelled or "/" in match["site"] or _www(match) else None
    number = match["number"]
    digits = sum(letter.isdigit() for letter in number)
    abroad = number.startswith(("+", "(+")) and digits >= _LEAST_ABROAD
    named = bool(said) and (_PHONE.search(said) is not None or _FAX.search(said) is not None)
    if digits > _MOST or not (abroad or (named and digits >= _LEAST)):
        return None
    fax = bool(said) and _FAX.search(said) is not None and _PHONE.search(said) is None
    stop = number.rstrip(" -–.(/\u00a0")
    return match.start("number"), "fax" if fax else "phone", stop


def _www(match: re.Match[str]) -> bool:
    return match["site"].lower().startswith("www.")


def contact_claim(  # noqa: PLR0917 -- what a claim is made of
    document: Document, party: Mention, contact: Words, means: str, quoted: Quote, record_type: str
) -> Claim:
    """Return the claim that a party is reached so."""
    return Claim(
        subject=party.text,
        predicate="has_contact",
        object=" ".join(contact.text.split()),
        quotes=(
            quoted,
            document.quote("subject", party.span.page, party.span.start, party.span.stop),
            document.quote("object", contact.page, contact.start, contact.stop),
        ),
        qualifiers=(("means", means),),
        modality="held",
        record_type=record_type,
        method=METHOD,
        subject_mention=party.id,
    )
