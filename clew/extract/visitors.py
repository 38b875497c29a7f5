"""Who is listed to visit, when and where: the text of a letter or act goes in; persons, windows and places come out.

Persons are read only where the layout says that names stand: a table of people, numbered lines, or a list behind words
such as 'our specialists'. A name elsewhere in a letter (an addressee, a signature) is nobody's visit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from clew.extract.document import Document
from clew.extract.firms import find_firms
from clew.extract.headers import MappedTable, Row, field_words, row_quotes
from clew.extract.labels import Words, fold, lines_of
from clew.extract.people import PERSON, identity_behind, identity_in, identity_of, without_titles
from clew.model.claim import Quote
from clew.model.written_times import Found, day_order, find_times

_VISIT = re.compile(
    r"\b(?:visit\w*|mission\w*|travel\w*|trips?|secondment|arriv\w*|business trip|stay(?:ed)?|delegation|come to|work(?:ed)? at|send|sending|dispatch\w*|on[- ]site)\b"
    r"|командир\w*|визит\w*|посе[тщ]\w*|приезд\w*|прибы\w*|прибуд\w*|поездк\w*|приех\w*|приед\w*|пребыва\w*|находил\w*|выезд\w*|выед\w*"
    r"|направ\w+|访问|来访|考察|出差|派遣|派出|前往|赴|到访|出访|抵达|来华|来厂",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:visited|were on site|stayed|arrived|worked at|travelled to|traveled to|took place|completed their|has taken place)\b"
    r"|посетил\w*|побывал\w*|находились|находился|прибыл[аи]?\b|приезжал\w*|завершили|выполнили|был[аи]? командирован\w*|состоялся|состоялась"
    r"|已访问|访问了|已完成|已抵达|到访了|进行了|已赴",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:will|plan\w*|propose\w*|intend\w*|shall|to arrange|kindly ask|request\w*|would|scheduled|invite\w*)\b|планир\w*|просим|предлага\w*|приглаша\w*"
    r"|намерен\w*|предполага\w*|направляем|будет|будут|拟|计划|将|邀请|请",
    re.IGNORECASE,
)
# Words that announce names; what they say about whose people these are is read by `_whose`.
_PEOPLE = (
    r"employees?|specialists?|engineers?|staff(?: members)?|technicians?|experts?|visitors?|representatives?|personnel|colleagues|delegation|group|members"
    r"|participants|сотрудник\w*|специалист\w*|инженер\w*|работник\w*|представител\w*|техник\w*|эксперт\w*|делегаци\w*|групп\w*|посетител\w*|участник\w*|состав\w*"
    r"|人员|员工|专家|工程师|技术员|代表团|职工|名单|同事|来访者"
)
_CUE = re.compile(rf"(?<![A-Za-zА-Яа-я])(?:{_PEOPLE})", re.IGNORECASE)
_OURS = re.compile(r"\b(?:our|of our company)\b|наш\w*|我公司|我司|我方|我单位|本公司|我厂", re.IGNORECASE)
_YOURS = re.compile(r"\byour\b|ваш\w*|贵公司|贵司|贵方|贵厂|贵单位", re.IGNORECASE)
_ITEM = re.compile(r"^\s*(?:\(?\d{1,2}[.)、．]\)?|[-–—•*·])\s*")
_BARE_END = re.compile(r"\s*(?:[,，、(（]|[–—-]\s|$)")  # what stands behind a name that has a line of its own
_YOUR_SITE = re.compile(
    r"\byour (?:\w+ )?(?:site|plant|works|factory|facility|premises|company|enterprise|office)\b|ваш\w* (?:\w+ )?(?:предприяти|завод|площадк|компани|производств|офис)"
    r"|贵公司|贵厂|贵司|贵方|贵单位",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ«\"])|(?<=[。！？；])|\n\s*\n|\n(?=\s*(?:\d{1,2}[.)、]|[-•*]\s)|[^\n:：]{1,30}[:：])"
)
_STOP = re.compile(r"[.!?;]\s+|\n")
_LONGEST = 2_000  # characters of a sentence
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:г|ул|д|им|гг|т|Mr|Dr|Mrs|Ms|No|St|Co|Ltd|[A-ZА-ЯЁ])\.$")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_CAP = r"[A-Z][a-z][\w'’-]*"
_PLACES = (
    re.compile(rf"\b(?:in|at|to|visit(?:ing|ed)?)\s+(?:the\s+(?:city|town|site)\s+(?:of\s+)?)?(?P<place>(?!(?:{_MONTHS})\b){_CAP}(?:[ -]{_CAP}){{0,3}})"),
    re.compile(r"(?:в|на)\s+(?:г(?:ород[еа]?)?\.?|пос\.|городе)\s*(?P<place>[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ][а-яё]+)?)"),
    re.compile(r"(?<![А-Яа-яЁё])г\.\s*(?P<place>[А-ЯЁ][а-яё]+(?:[- ][А-ЯЁ][а-яё]+)?)"),
    re.compile(r"(?<![А-Яа-яЁё])[вВ]\s+(?P<place>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)(?!\s*[«\"])"),
    re.compile(rf"\b(?:site|premises|plant|works|factory|facility|office)\s*\((?P<place>{_CAP}(?:[ -]{_CAP}){{0,3}})\)"),
    re.compile(r"(?:赴|前往|抵达|来到|到访|到|在|访问|至|来)(?P<place>[\u4e00-\u9fff·]{1,10}?[市县州省])"),
    re.compile(
        r"(?:赴|前往|抵达|来到|到访|到|在|访问|至|来)(?P<place>[\u4e00-\u9fff·]{2,10}?)(?=进行|访问|考察|出差|参加|开展|工作|执行|的|工厂|现场|厂区|期间|，|。|、|；|$|\s|出|完成|安装|调试|提供)"
    ),
)  # fmt: skip
_NO_PLACE = re.compile(
    r"贵|我|本|年|月|日|现场|工厂|该|此|其|我们|你们|^(?:Dear|Subject|General|Director|Mr|Mrs|Ms|Dr|The|Sirs?)\b|^(?:Соответстви|Период|Связи|Рамк|Цел|Том|Эт|Мы|Вы)",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r"(?im)^[^\S\n]*(?:purpose(?: of (?:the )?(?:visit|trip|mission|travel))?|цель(?: (?:визита|поездки|командировки|посещения|приезда))?|(?:访问|出访|来访|出差)?(?:目的|事由))\s*[:：]\s*(?P<purpose>[^\n.。]+)"
    r"|\b(?:for the purpose of|in order to|с целью|для)\s+(?P<inline>[^.,;\n]{4,160})"
    r"|(?:以便|为了|进行|开展)(?P<han>[^，。；\n]{2,40})"
)


@dataclass(frozen=True, slots=True)
class Visitor:
    """A listed person: the name, what is printed with it, and the row or line it stands in."""

    name: Words
    identifiers: tuple[tuple[str, str], ...]
    quotes: tuple[Quote, ...]  # the row or line, in the role "quote"
    post: Words | None = None
    firm: Words | None = None  # the firm named for this person, or for the whole list
    whose: str = ""  # "ours", "yours", or "" where nothing says


@dataclass(frozen=True, slots=True)
class Visit:
    """A sentence on a visit."""

    sentence: Words
    window: Found
    window_at: Words
    done: bool


def find_visits(document: Document) -> list[Visit]:
    """Return each sentence, or labelled line, that says a visit and when; a lone window behind a label counts too."""
    order = day_order(document.text)
    visits: list[Visit] = []
    for sentence in sentences(document):
        times = [found for found in find_times(sentence.text, order=order) if found.moment]
        windows = [found for found in times if found.end] or times
        period = bool(windows and windows[0].until) and _is_period(sentence.text)
        if not windows or not (_VISIT.search(sentence.text) or period):
            continue
        if not windows[0].until and not (_TO_COME.search(sentence.text) or _DONE.search(sentence.text)):
            continue  # a lone day beside the word visit may be that of anything
        done = bool(_DONE.search(sentence.text)) and not _TO_COME.search(sentence.text)
        visits.extend(Visit(sentence, found, _part(sentence, found.start, found.stop), done) for found in windows)
    return visits


def tells_of_visit(document: Document) -> list[Words]:
    """Return each sentence that has a word for visiting, with or without a time."""
    return [one for one in sentences(document) if _VISIT.search(one.text)]


def find_stays(document: Document) -> list[Words]:
    """Return each sentence that says persons were at a place, with or without a time."""
    return [one for one in sentences(document) if _DONE.search(one.text) and _VISIT.search(one.text)]


def find_visitors(document: Document, tables: tuple[MappedTable, ...]) -> list[Visitor]:
    """Return the listed persons, each place once: tables of people, numbered lines, lists behind a cue."""
    found = [visitor for table in tables for visitor in _in_table(document, table)]
    in_tables = {(one.name.page, one.name.start) for one in found}
    found += [
        one for one in (*_numbered(document), *_inline(document)) if (one.name.page, one.name.start) not in in_tables
    ]
    unique: dict[tuple[int, int], Visitor] = {}
    for one in found:
        unique.setdefault((one.name.page, one.name.start), one)
    return list(unique.values())


def find_place(told: list[Words]) -> Words | None:
    """Return the place the visits go to, as written: in a sentence on a visit."""
    for sentence in dict.fromkeys(told):
        text = _without_times(sentence.text)
        firms = [(firm.start - sentence.start, firm.stop - sentence.start) for firm in find_firms(sentence)]
        for pattern in _PLACES:
            for match in pattern.finditer(text):
                start, stop = match.span("place")
                inside = any(left < stop and start < right for left, right in firms)
                if not inside and not _NO_PLACE.search(match["place"]):
                    return _part(sentence, start, stop)
    return None


def find_purpose(document: Document, visits: list[Visit]) -> Words | None:
    """Return the purpose as quoted: behind its label, or behind 'for the purpose of' in a sentence on a visit."""
    places = [Words(page.number, 0, len(page.text), page.text) for page in document.pages]
    labelled = [(words, match) for words in places for match in _PURPOSE.finditer(words.text) if match["purpose"]]
    inline = [
        (one.sentence, match)
        for one in visits
        for match in _PURPOSE.finditer(one.sentence.text)
        if not match["purpose"]
    ]
    for words, match in (*labelled, *inline):
        name = next(name for name in ("purpose", "inline", "han") if match[name])
        return _part(words, match.start(name), match.start(name) + len(match[name].rstrip()))
    return None


def goes_to_you(visits: list[Visit]) -> bool:
    """Say whether a sentence on a visit goes to the addressee's own site."""
    return any(_YOUR_SITE.search(visit.sentence.text) for visit in visits)


def sentences(document: Document) -> Iterator[Words]:
    """Yield the sentences of the text; a line break ends one where the line is short, or a label or a list follows."""
    for page in document.pages:
        ends = sorted({0, len(page.text), *_sentence_ends(page.text), *_short_line_ends(page.text)})
        # What runs on so long is no sentence: there every full stop ends one, abbreviation or not.
        long = [(start, stop) for start, stop in pairwise(ends) if stop - start > _LONGEST]
        ends = sorted({*ends, *(at.end() for start, stop in long for at in _STOP.finditer(page.text, start, stop))})
        for start, stop in pairwise(ends):
            text = page.text[start:stop]
            lead = len(text) - len(text.lstrip())
            if text.strip():
                yield Words(page.number, start + lead, start + len(text.rstrip()), text.strip())


def _sentence_ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if not _ABBREVIATED.search(text[max(0, match.start() - 5) : match.start()]):
            yield match.end()


def _short_line_ends(text: str) -> Iterator[int]:
    # A line that stops well before the others was not broken by the margin.
    lines = list(lines_of(text))
    longest = max((len(line) for _, line in lines), default=0)
    for start, line in lines:
        if len(line) < 0.6 * longest:
            yield min(len(text), start + len(line) + 1)


def _is_period(text: str) -> bool:
    return (
        re.match(
            r"\s*(?:dates?|period|duration|сроки?|период|даты|时间|日期|期间|访问时间|来访时间)[^:：\n]{0,30}[:：]",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def _part(words: Words, start: int, stop: int) -> Words:
    return Words(words.page, words.start + start, words.start + stop, words.text[start:stop])


def _without_times(text: str) -> str:
    parts, at = [], 0
    for found in find_times(text):
        parts += [text[at : found.start], "_" * (found.stop - found.start)]
        at = found.stop
    return "".join([*parts, text[at:]])


def _in_table(document: Document, table: MappedTable) -> Iterator[Visitor]:
    order = day_order("\n".join(row.text("birth_date") for row in table.rows))
    lead = _lead_in(
        document, table.header[0].page, min((run[0] for cell in table.header for run in cell.runs), default=0)
    )
    firm, whose = _whose(lead)
    for row in table.rows:
        name = field_words(document, row, "person")
        if name and re.search(r"[^\W\d_]", name.text) and not fold(name.text).startswith(("total", "итого", "合计")):
            own = field_words(document, row, "firm") or firm
            yield Visitor(
                without_titles(name),
                identity_of(row, order=order),
                row_quotes(document, row),
                _post(document, row),
                own,
                whose,
            )


def _post(document: Document, row: Row) -> Words | None:
    return field_words(document, row, "post")


def _lead_in(document: Document, page: int, before: int) -> Words:
    """Return the text before a list: its last three filled lines, up to the start of the list."""
    text = document.page(page).text[:before]
    filled = [(start, line) for start, line in lines_of(text) if line.strip()][-3:]
    start = filled[0][0] if filled else before
    return Words(page, start, before, text[start:])


def _whose(lead: Words) -> tuple[Words | None, str]:
    """Return the firm a list's opening names behind its cue, and whether the people are ours or yours."""
    cues = list(_CUE.finditer(lead.text))
    if not cues:
        return None, ""
    # The last sentence before the list speaks of it; one before that, of something else.
    ends = [match.end() for match in re.finditer(r"[.!?]\s+(?=[A-ZА-ЯЁ])|[。！？]", lead.text[: cues[-1].start()])]
    part = _part(lead, ends[-1] if ends else 0, len(lead.text))
    firms = list(find_firms(part))
    if len(firms) == 1:
        return firms[0], ""
    if firms:
        return None, ""
    return None, "ours" if _OURS.search(part.text) else "yours" if _YOURS.search(part.text) else ""


def _numbered(document: Document) -> Iterator[Visitor]:
    """Yield the persons of numbered lines, and of bare lines of names under an opening that ends in a colon."""
    for page in document.pages:
        block: list[tuple[int, str, int]] = []
        announced = False
        for start, line in [*lines_of(page.text), (len(page.text), "")]:
            item = _ITEM.match(line)
            at = item.end() if item else len(line) - len(line.lstrip())
            name = PERSON.match(line, at)
            if name and (item or ((announced or block) and _BARE_END.match(line, name.end()))):
                block.append((start, line, at))
            elif line.strip() or start == len(page.text):
                yield from _of_block(document, page.number, block)
                block = []
                announced = line.rstrip().endswith((":", "：")) and _CUE.search(line) is not None


def _of_block(document: Document, page: int, block: list[tuple[int, str, int]]) -> Iterator[Visitor]:
    if not block:
        return
    lead = _lead_in(document, page, block[0][0])
    with_passport = any(("passport") in dict(identity_in(line)) for _, line, _ in block)
    if not (_CUE.search(lead.text) or with_passport):
        return
    firm, whose = _whose(lead)
    for start, line, at in block:
        match = PERSON.match(line, at)
        if match:
            name = without_titles(Words(page, start + at, start + match.end(), match.group()))
            whole = document.quote("quote", page, start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
            rest = _part(Words(page, start, start + len(line), line), match.end(), len(line))
            own = next(find_firms(rest), None)
            yield Visitor(name, identity_behind(rest.text), (whole,), _post_in(rest), own or firm, whose)


def _post_in(rest: Words) -> Words | None:
    """Return the part between commas that names a post: all letters, no firm, no passport, no date."""
    for match in re.finditer(r"[^,;，；、()（）]+", rest.text):
        part = match.group().strip(" –—-.\t\r")
        if (
            part
            and re.fullmatch(r"[^\W\d_][^\d]{2,60}", part)
            and not re.search(r"passport|паспорт|护照|born|рожд|出生", part, re.IGNORECASE)
        ):
            words = _part(
                rest, match.start() + match.group().index(part), match.start() + match.group().index(part) + len(part)
            )
            if not list(find_firms(words)):
                return words
    return None


_LIST_CUE = re.compile(
    rf"(?:(?:\b(?:our|your|following)|наш\w*|ваш\w*|следующ\w*|我公司|我司|我方|贵公司)?[ ]*(?:company[ ])?(?:{_PEOPLE})"
    rf"(?:[ ](?:of|нашей|нашего|вашей|компании|предприятия|организации)[^:\n.]{{0,80}}?)?)(?P<sep>\s*[:：]\s*|[ ]+|)(?=(?P<first>{PERSON.pattern}))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?:\s*[(（][^)）]{0,80}[)）])?\s*(?:,|、|，|\band\b|\bи\b|和|及|与|;)\s*(?:\band\s+|\bи\s+)?(?:Mr\.?\s+|Ms\.?\s+|г-н\s+|г-жа\s+)?"
)


def _inline(document: Document) -> Iterator[Visitor]:
    """Names in a row behind 'our specialists', '我公司工程师': read only in a sentence on a visit or behind a colon."""
    for sentence in sentences(document):
        for cue in _LIST_CUE.finditer(sentence.text):
            colon = cue["sep"].strip() in (":", "：")
            if not colon and not _VISIT.search(sentence.text):
                continue
            yield from _names_behind(document, sentence, cue)


def _names_behind(document: Document, sentence: Words, cue: re.Match[str]) -> Iterator[Visitor]:
    firm, whose = _whose(_part(sentence, 0, cue.start("sep")))
    whole = document.quote("quote", sentence.page, sentence.start, sentence.stop)
    at = cue.end()
    while match := PERSON.match(sentence.text, at):
        name = without_titles(_part(sentence, *match.span()))
        after = _BETWEEN.match(sentence.text, match.end())
        # What stands in brackets behind a name is the name's; the list ends at the first thing that is no name.
        bracket = re.match(r"\s*[(（]([^)）]{0,80})[)）]", sentence.text[match.end() :])
        if list(find_firms(name)):
            return
        yield Visitor(name, identity_in(bracket[1]) if bracket else (), (whole,), None, firm, whose)
        if not after:
            return
        at = after.end()
