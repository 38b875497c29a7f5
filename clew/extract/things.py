"""Ships, aircraft and accounts that a document numbers: pages go in, mentions come out, each with the number that is no other's.

A ship is known by its IMO number (seven digits, the last checks the others: IMO resolution A.1117(30)), an account by its IBAN
(ISO 13616, checked by 97), an aircraft by its registration mark behind a word for it. A number that fails its check is none.
"""

import re
from collections.abc import Iterator
from functools import cache

from clew.extract.document import Document
from clew.extract.parties import has_legal_form
from clew.model.claim import Mention
from clew.model.source import Span

VERSION = 1
METHOD = f"things@{VERSION}"
_HINT = re.compile(
    r"\bIMO\b|ИМО|IBAN|\b[A-Z]{2}\d{2}\s?[A-Z0-9]{4}|tail|aircraft|reg\w*\s+mark|борт|воздушн|机号|飞机", re.IGNORECASE
)
_IMO = re.compile(r"(?<![A-Za-z])(?:IMO|ИМО)\s*(?:No\.?|number|номер|№|编号)?\s*[:：#]?\s*(\d{7})(?!\d)", re.IGNORECASE)
_SHIP = r"(?i:m/?[vt]|s/?s|motor\s+vessel|vessel|ship|tanker|bulker|т/х|теплоход|танкер|судно|сухогруз|контейнеровоз|船名|船舶|货轮|油轮)"
_SHIP_NAME = r"[«\"“'‘]?\s*([A-ZА-ЯЁ][\w'’-]*(?:[ \u00a0](?:[A-ZА-ЯЁ][\w'’-]*|\d{1,3}|of|the)){0,4}|[\u4e00-\u9fff]{2,8})\s*[»\"”'’]?"
# The name of a ship stands before its number: 'm/v Veshnyak Star (IMO 9074729)', 'VESHNYAK STAR, IMO 9074729'.
_NAMED = re.compile(rf"(?P<ship>(?<![\w/]){_SHIP}\.?\s*[:：]?\s*)?{_SHIP_NAME}\s*(?P<sign>[,(（]?)\s*\Z")
_LABELLED = re.compile(rf"(?<![\w/]){_SHIP}\.?\s*(?i:name|имя|название)?\s*[:：]?\s*{_SHIP_NAME}")
_TAIL = re.compile(
    r"(?:tail\s*(?:no\.?|number|#)?|aircraft\s+(?:registration|reg\.?)(?:\s+(?:mark|no\.?|number))?|registration\s+mark|бортовой\s+(?:номер|знак)|борт\s*№?"
    r"|регистрационный\s+знак(?:\s+воздушного\s+судна)?|飞机(?:注册)?号|机号)\s*[:：№#]?\s*"
    r"([A-Z]{1,2}-(?=[A-Z0-9]*[A-Z0-9])[A-Z0-9]{3,5}|[A-Z0-9]{2}-[A-Z]{3}|N[1-9]\d{0,4}[A-Z]{0,2}|B-\d{4}|RA-\d{5})(?![\w-])",
    re.IGNORECASE,
)
_IBAN = re.compile(r"(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?![A-Z0-9])")
_WORD = re.compile(r"[^\s(（,]+")
_BEHIND = 80  # characters before a ship's number in which its name may stand


def things_in(document: Document) -> tuple[Mention, ...]:
    """Return the ships, aircraft and accounts of a document, with their numbers."""
    found: dict[str, Mention] = {}
    for page in document.pages:
        if _HINT.search(page.text):
            for mention in (*_ships(document, page.number, page.text), *_marked(document, page.number, page.text)):
                found.setdefault(mention.id, mention)
    return tuple(found.values())


def is_imo(number: str) -> bool:
    """Say whether seven digits are an IMO number: the last is that of the sum of the others times 7 to 2."""
    digits = [int(digit) for digit in number]
    return len(digits) == 7 and sum(d * w for d, w in zip(digits[:6], range(7, 1, -1), strict=True)) % 10 == digits[6]


def is_iban(text: str) -> bool:
    """Say whether letters and digits are an IBAN: moved and spelled out, they leave 1 when divided by 97."""
    code = re.sub(r"\s", "", text)
    if not 15 <= len(code) <= 34 or not code[:2].isalpha() or not code[2:4].isdigit():
        return False
    return code[:2] in _countries() and int("".join(str(int(letter, 36)) for letter in code[4:] + code[:4])) % 97 == 1


@cache
def _countries() -> frozenset[str]:
    from babel import Locale  # noqa: PLC0415 -- only documents with such a number need it

    return frozenset(Locale("en").territories)


def _ships(document: Document, number: int, text: str) -> Iterator[Mention]:
    for match in _IMO.finditer(text):
        if is_imo(match[1]):
            place = _named_before(text, match.start()) or match.span(1)
            yield _mention(document, number, place, text, "vessel", ("imo", match[1]))


def _named_before(text: str, at: int) -> tuple[int, int] | None:
    """Return where the name of a ship stands before its number: on the line, or behind a word for a ship on the line above.

    On the line a word for a ship, a bracket or capitals say that it is the ship's; a firm may own it and stand there too.
    """
    line = text.rfind("\n", 0, at) + 1
    start = max(line, at - _BEHIND)
    named = next((found for opened in _openings(text, start, at) if (found := _NAMED.match(text, opened, at))), None)
    if named and (named["ship"] or named["sign"] in ("(", "（") or named[2].isupper()) and not has_legal_form(named[2]):
        return named.span(2)
    if text[line:at].strip() or not line:
        return None
    above = text.rfind("\n", 0, line - 1) + 1
    labelled = _LABELLED.search(text, above, line - 1)
    return labelled.span(1) if labelled else None


def _openings(text: str, start: int, stop: int) -> Iterator[int]:
    """Yield where words begin, from left to right."""
    yield from (match.start() for match in _WORD.finditer(text, start, stop))


def _marked(document: Document, number: int, text: str) -> Iterator[Mention]:
    for match in _TAIL.finditer(text):
        yield _mention(document, number, match.span(1), text, "aircraft", ("tail_number", match[1].upper()))
    for match in _IBAN.finditer(text):
        if is_iban(match[0]):
            code = re.sub(r"\s", "", match[0])
            yield _mention(document, number, match.span(), text, "account", ("iban", code))


def _mention(  # noqa: PLR0917 -- where it stands, and what it is
    document: Document, number: int, place: tuple[int, int], text: str, kind: str, identifier: tuple[str, str]
) -> Mention:
    start, stop = place
    words = " ".join(text[start:stop].split())
    return Mention(Span(document.source, number, start, stop), words, kind, (identifier,), METHOD)
