"""Names of persons where the layout says that a name stands, and what is printed with them: words in, mentions out."""

import re

from clew.extract.document import Document
from clew.extract.headers import Row
from clew.extract.labels import Words
from clew.extract.lexicon import CHINESE_DOUBLE_SURNAMES, CHINESE_SURNAMES
from clew.model.claim import Mention
from clew.model.source import Span
from clew.model.written_times import read_time

_TITLE = r"(?:MR|MRS|MS|MISS|MSTR|DR|PROF|Mr|Mrs|Ms|Miss|Dr|Prof|Г-н|Г-жа|г-н|г-жа|гр|Гр|господин|госпожа|господина|г-на|г-жи|Dipl\.-Ing)\.?"
_LEADING = re.compile(rf"^\s*{_TITLE}\s+")
_NUMBER = re.compile(r"^\s*\d{1,3}[.)、]?\s+")  # a row's number that was read into the cell of the name
_TRAILING = re.compile(rf"[\s,/]+{_TITLE}\s*$|(?:先生|女士|博士|教授|工程师)\s*$")
_LATIN_WORD = r"[A-ZÀ-Ž][A-Za-zÀ-ž'’.-]*"
_CYRILLIC_WORD = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?|[А-ЯЁ]{2,}(?:-[А-ЯЁ]+)?"
# A third letter that opens the verb behind a two-letter name is none of the name's.
_NOT_LAST = "拟将于赴等为在已的和及与到前来是由因需现共先女同任即曾自从向均"
_HAN_NAME = rf"(?:(?:{'|'.join(CHINESE_DOUBLE_SURNAMES)})|[{CHINESE_SURNAMES}])[\u4e00-\u9fff](?:(?![{_NOT_LAST}])[\u4e00-\u9fff])?"
PERSON = re.compile(
    rf"(?:{_LATIN_WORD}(?:[ \u00a0]{_LATIN_WORD}){{1,3}}|{_LATIN_WORD}/{_LATIN_WORD}(?: {_LATIN_WORD})?"
    rf"|(?:{_CYRILLIC_WORD})(?:[ \u00a0](?:{_CYRILLIC_WORD})){{1,2}}"
    rf"|(?:{_CYRILLIC_WORD})[ \u00a0][А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.|[А-ЯЁ]\.[ \u00a0]?[А-ЯЁ]\.[ \u00a0]?(?:{_CYRILLIC_WORD})|{_HAN_NAME})"
)
_PASSPORT = re.compile(
    r"(?:passport|паспорт\w*|护照|证件)[^\dA-Z\n]{0,20}?((?:[A-Z]{1,2}[ -]?)?\d{2}[ ]?\d{2}[ ]?(?:№\s*)?\d{5,6}|[A-Z]{1,2}[ -]?\d{6,9}|\d{8,9})(?![\dA-Z])",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"(?:born(?:\s+on)?|date\s+of\s+birth|dob|d\.o\.b\.|дата\s+рождения|г\.\s?р\.|родил\w+|д\.\s?р\.|出生日期|出生于|生日)\W{0,4}([^,;\n，；）)]{6,24})",
    re.IGNORECASE,
)


_PART = re.compile(
    r"[,;，；、()（）\t]|\b(?:and|и)\b|[和及与]|(?=\b(?:passport|паспорт|born|DOB)\b)|(?=护照|证件)|(?<=passport)|(?<=护照)",
    re.IGNORECASE,
)
# Parts of a line that begin with a capital and name nobody: posts, firms, countries, papers.
_NO_PERSON = re.compile(
    r"engineer|director|manager|specialist|technician|expert|officer|head\b|chief|deputy$|president|representative|passport|birth|citizen|republic|federation"
    r"|инженер|директор|менеджер|специалист|техник|начальник|руководител|главн|президент|представител|паспорт|рожд|гражд|федерац|республик|заместител"
    r"|工程师|经理|主任|专家|技术|代表|助理|总监|董事|主管|护照|证件|出生|国籍|中国|公司|厂|\b(?:Ltd|LLC|GmbH|Inc|Co)\b|[«\"“]",
    re.IGNORECASE,
)


def without_titles(name: Words) -> Words:
    """Return the name without a title (Mr, Dr, 先生) at its ends; the span stays one run."""
    text = name.text
    number = _NUMBER.match(text)
    start = number.end() if number else 0
    lead = _LEADING.match(text[start:])
    start += lead.end() if lead else len(text[start:]) - len(text[start:].lstrip())
    trail = _TRAILING.search(text, start + 1)
    stop = trail.start() if trail else len(text.rstrip())
    if start >= stop:
        return name
    if len(text) != name.stop - name.start:  # a name whose lines lie apart keeps its first line's place
        return Words(name.page, name.start, name.stop, text[start:stop])
    return Words(name.page, name.start + start, name.start + stop, text[start:stop])


def read_passport(text: str) -> str:
    """Return a passport number without its spaces and signs: '45 10 № 123456' is 4510123456; empty if there is none."""
    code = re.sub(r"[\s№N°#.-]", "", text.upper().replace("NO", "")) if text else ""
    return code if 5 <= len(code) <= 20 and sum(mark.isdigit() for mark in code) >= 4 and code.isalnum() else ""


def identity_of(row: Row, *, order: str | None = None) -> tuple[tuple[str, str], ...]:
    """Return passport and birth date as a row prints them; what can be two days is left out."""
    passport = read_passport(row.text("passport"))
    born = read_time(row.text("birth_date"), order=order)
    found = [("passport", passport)] if passport else []
    if born and born.moment and born.moment.precision == "day":
        found.append(("birth_date", born.moment.value))
    return tuple(found)


def identity_in(text: str) -> tuple[tuple[str, str], ...]:
    """Return passport and birth date as running text prints them behind their own words."""
    found = []
    passport = _PASSPORT.search(text)
    if passport and read_passport(passport[1]):
        found.append(("passport", read_passport(passport[1])))
    born = _BIRTH.search(text)
    day = read_time(born[1]) if born else None
    if day and day.moment and day.moment.precision == "day":
        found.append(("birth_date", day.moment.value))
    return tuple(found)


def identity_behind(rest: str) -> tuple[tuple[str, str], ...]:
    """Return what is printed behind a name on its line, up to the next person named there: the rest is that one's."""
    at = 0
    for mark in [*_PART.finditer(rest), None]:
        part = rest[at : mark.start() if mark else len(rest)]
        other = None if _NO_PERSON.search(part) else PERSON.search(part)
        if other:
            return identity_in(rest[: at + other.start()])
        at = mark.end() if mark else at
    return identity_in(rest)


def person_mention(document: Document, name: Words, identifiers: tuple[tuple[str, str], ...], method: str) -> Mention:
    """Return the mention of a person where the name stands."""
    clean = " ".join(name.text.split())
    return Mention(Span(document.source, name.page, name.start, name.stop), clean, "person", identifiers, method)


def is_name(text: str) -> bool:
    """Say whether words have the form of a person's name in Latin, Cyrillic or Han letters."""
    return PERSON.fullmatch(" ".join(text.split())) is not None
