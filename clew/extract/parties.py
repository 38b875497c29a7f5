"""Names of firms behind party labels, and the identifiers printed near them: words in, `Party` out."""

import re
from dataclasses import dataclass
from functools import cache

from clew.extract.document import Document
from clew.extract.identifiers import identifiers_near
from clew.extract.labels import Labelled, Words, find_labelled, fold, labels_of
from clew.extract.lexicon import CHINESE_FORMS, HEADS, IDENTIFIERS, LEGAL_FORMS, PARTIES, RUSSIAN_FORMS
from clew.model.claim import Mention
from clew.model.source import Span

_FORM = re.compile(rf"(?<![\w]){LEGAL_FORMS}(?![\w])|(?<![А-Яа-яЁё]){RUSSIAN_FORMS}(?![А-Яа-яЁё])|{CHINESE_FORMS}")
# A comma ends a name, unless a legal form follows it: 'Beta Trading Co., Ltd., 12 Harbour Road'.
_COMMA = re.compile(rf"\s*[,，;；](?!\s*{LEGAL_FORMS}(?![\w]))")
# An English form at the end of a name ends it, though an address follows on the line: 'Beta Co., Ltd. Block 7'.
_ENDING_FORM = re.compile(
    r"(?<=\w)[\s,]+(?:Co\.?,?\s*Ltd|Pte\.?\s*Ltd|Ltd|Limited|L\.?L\.?C|LLP|Inc|Corp|GmbH|PLC|JSC|PJSC|OJSC|CJSC|S\.r\.l|B\.V)\b\.?"
    r"(?=\s+[\w\"“])(?!\s+(?:&|and\b|of\b|Co\b|Ltd\b|Limited\b|LLC\b|Inc\b|KG\b))"
)
_STOP = re.compile(
    r"\s*_{2,}|\s+\d{5,6}(?!\d)|\s*[(（]?\s*(?:(?<!\w)(?:ИНН|КПП|ОГРН(?:ИП)?|ОКПО|(?-i:INN)|OGRN|(?-i:LEI)|USCC|VAT|TRN)(?!\w)|Reg(?:istration)?\.?\s+No|адрес|юр\.|тел\.|р/с|e-?mail"
    r"|au capital (?:social )?de\b|Address|(?<!\w)Tel\b|Phone|统一社会信用代码|纳税人识别号|地址|电话|以下简称|hereinafter|именуем|далее)",
    re.IGNORECASE,
)
_ATTENTION = re.compile(
    r"\s*(?:(?:attn|att|attention|z\.\s?hd|t\.a\.v|c/o)\.?\s*(?::\s*|(?<=[.o])\s+))?", re.IGNORECASE
)
_REGISTERED = re.compile(r",?\s+(?:a company )?registered (?:in|office|under|with)\b", re.IGNORECASE)
_ENDS_IN_FORM = re.compile(rf"(?<!\w){LEGAL_FORMS}$")
_AFTER_HAN_FORM = re.compile(rf"^[\u4e00-\u9fffA-Za-z0-9·（）()&\s-]*?{CHINESE_FORMS}(?=[\s，,;；(（]|$)")
_ROLE = re.compile(
    r"\s*[(（](?:the\s+)?[\"“«]?(?:seller|buyer|supplier|consignee|продавец|покупатель|поставщик|甲方|乙方)[^)）]*[)）]\s*$",
    re.IGNORECASE,
)
# A legal form alone is no name; broken over a line's end it may stand there while its name opens the next line.
_BARE_FORM = re.compile(rf"\s*(?:{RUSSIAN_FORMS}|{LEGAL_FORMS})[\s.,]*")
_QUOTED_NEXT = re.compile(r"[ \t]*\n[ \t]*(?:«[^»\n]{2,80}»|“[^”\n]{2,80}”|\"[^\"\n]{2,80}\")")
_BROKEN_FORM = re.compile(rf"{RUSSIAN_FORMS}{_QUOTED_NEXT.pattern}")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Party:
    """A firm as a paper names it."""

    name: Words
    identifiers: tuple[tuple[str, str], ...] = ()
    reading: float = 1.0  # below 1 where no label says what the name is
    kind: str = "organization"

    def mention(self, document: Document, method: str) -> Mention:
        """Return the mention of the name."""
        page, start, stop, text = self.name
        clean = " ".join(text.split())
        return Mention(Span(document.source, page, start, stop), clean, self.kind, self.identifiers, method)

    @property
    def text(self) -> str:
        """The name as written, line breaks as spaces."""
        return " ".join(self.name.text.split())


def find_parties(document: Document, labelled: list[Labelled] | None = None) -> dict[str, Party]:
    """Return the first party behind each party label: seller, buyer, consignor, consignee and so on."""
    found: dict[str, Party] = {}
    everything = labelled if labelled is not None else find_labelled(document, all_fields())
    for one in sorted(everything, key=lambda one: one.weak):
        if one.field not in PARTIES or one.field in found:
            continue
        if one.weak and not has_legal_form(one.value.text):
            continue  # 'Customer service …' is no customer
        party = read_party(document, one.value)
        if party:
            found[one.field] = party
    return found


def read_party(document: Document, value: Words) -> Party | None:
    """Return the party a value names, with the identifiers printed in the same block; None where it names nothing."""
    name = party_name(closed(document, value))
    return Party(name, identifiers_near(document, name)) if name else None


def closed(document: Document, value: Words) -> Words:
    """Return the value, with the next line where a quotation mark opened in the name closes there, or a bare form's name stands."""
    text = document.page(value.page).text
    if _BARE_FORM.fullmatch(value.text):
        name = _QUOTED_NEXT.match(text, value.stop)
        stop = name.end() if name else value.stop
        return Words(value.page, value.start, stop, text[value.start : stop])
    if value.text.count("«") <= value.text.count("»"):
        return value
    rest = re.match(r"[^«»]{0,80}?»", text[value.stop :])
    stop = value.stop + (rest.end() if rest and rest.group().count("\n") <= 1 else 0)
    return Words(value.page, value.start, stop, text[value.start : stop])


def party_name(value: Words) -> Words | None:
    """Return the name at the start of a value: up to the line's end, an identifier or an address."""
    attention = _ATTENTION.match(value.text)  # it matches no word as well
    lead = attention.end() if attention else 0
    line = value.text[lead:]
    broken = _BROKEN_FORM.match(line)
    if broken:  # a form at the end of a line, its name at the start of the next
        return Words(value.page, value.start + lead, value.start + lead + broken.end(), broken.group())
    if "«" not in line.split("\n", 1)[0] or "»" in line.split("\n", 1)[0]:
        line = line.split("\n", 1)[0]
    kept = line[: _name_stop(line)].rstrip(" \t\r,，;；:：-–—")
    kept = _ROLE.sub("", kept)
    letters = sum(1 for mark in kept if mark.isalpha())
    if letters < 2 or len(kept) > 160 or _BARE_FORM.fullmatch(kept) or fold(kept) in labels_of(all_fields()):
        return None
    start = value.start + lead
    return Words(value.page, start, start + len(kept), kept)


def has_legal_form(text: str) -> bool:
    """Say whether a legal form (LLC, GmbH, 有限公司 and the like) stands in the words."""
    return _FORM.search(text) is not None


def letterhead(document: Document, *, but: tuple[str, ...] = ()) -> Party | None:
    """Return the firm the first lines of the first page name by a legal form, unless it is one of `but`."""
    text = document.pages[0].text if document.pages else ""
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if number >= 8:
            break
        words = Words(1, at, at + len(line.rstrip()), line.rstrip())
        at += len(line)
        name = party_name(words) if has_legal_form(line) and len(line) < 140 and ":" not in line else None
        if name and " ".join(name.text.split()) not in but and has_legal_form(name.text):
            return Party(name, identifiers_near(document, name), reading=0.7)
    return None


@cache
def all_fields() -> dict[str, tuple[str, ...]]:
    """Return the labels of parties, heads and identifiers together: a value ends where any of them begins."""
    return PARTIES | HEADS | IDENTIFIERS


def _name_stop(line: str) -> int:
    han = _AFTER_HAN_FORM.match(line)
    if han:
        return han.end()
    stops = [len(line)]
    # What stands in quotation marks belongs to the name, commas and all.
    bare = _QUOTED.sub(lambda quoted: "x" * len(quoted.group()), line)
    for pattern in (_COMMA, _STOP):
        match = pattern.search(bare, 1)
        if match:
            stops.append(match.start())
    registered = _REGISTERED.search(bare, 1)
    if registered:  # 'Beta Clinic. Registered in …' ends with a stop that 'Beta Inc.' has of its own
        whole = bare[: registered.start()]
        stops.append(len(whole) - (whole.endswith(".") and not _ENDS_IN_FORM.search(whole)))
    ending = _ENDING_FORM.search(bare, 1)
    if ending:
        stops.append(ending.end())
    dash = re.search(r"\s+[-–—•·|]\s+|\t| {2,}", bare)
    if dash:
        stops.append(dash.start())
    # '(appointed 5 March)' is no part of a name, '(Shenzhen) Co., Ltd.' is.
    bracket = re.search(r"\s*[(（]", bare)
    if bracket and bracket.start() and not has_legal_form(bare[bracket.end() : min(stops)]):
        stops.append(bracket.start())
    return min(stops)
