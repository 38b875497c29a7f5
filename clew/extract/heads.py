"""The head of a trade paper: number, date, place, currency and total, each where it stands."""

import re
from dataclasses import dataclass

from clew.extract.amounts import read_currency
from clew.extract.document import Document
from clew.extract.labels import Labelled, Words, fold, lines_of, simple_title
from clew.extract.layout import lines_on
from clew.model.time import Moment
from clew.model.written_times import Found, day_order, find_times

# Labels that say what is numbered count before a bare 'No'.
_BARE = frozenset(
    {
        "no",
        "№",
        "number",
        "номер",
        "编号",
        "号码",
        "单号",
        "票号",
        "ref no",
        "合同编号",
        "document no",
        "номер документа",
    }
)
_FULL_DATE = (
    "invoice date",
    "date of invoice",
    "issue",
    "дата счета",
    "开票",
    "发票日期",
    "rechnungsdatum",
    "facture",
    "act date",
    "signing",
)
_TOKEN = re.compile(r"(?:(?-i:[A-ZА-ЯЁ]{1,6})[ -]{1,3})?[\w/.\-–]*\d[\w/.\-–]*", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:к|по|на|under|to|for|per|gemäß|zu|zur|selon|bestell\w*|order|contract|agreement|договор\w*|заказ\w*|заявк\w*"
    r"|приложени\w*|счет\w*|invoice|commande)\b|合同|订单|发票"
)
_BILL = re.compile(r"invoice|inv\b|счет|发票|rechnung|facture")
_OTHERS_DATE = re.compile(
    r"\b(?:contract|agreement|order|payment|due|valid)\b|договор|контракт|соглашени|заказ|заявк|оплат|платеж|срок|действ"
    r"|合同|协议|订单|签订|付款|到期|有效|\b(?:vertrag|bestell|zahlbar|fällig|commande|échéance)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;，；。|\n\t]|\. | {2,}")
_ONLY_OF = re.compile(r"\n\s*(?:от|of|dated|vom|du)\s*$", re.IGNORECASE)
_FROM_DATE_LEADS = re.compile(r"^[\s,]*(?:от|dated|of|du|vom)\s*[«\"]?$", re.IGNORECASE)
# Where papers bear these titles the day stands first (Unicode CLDR 44, short dates of de, fr, nl, pl, it, es and ru).
_DAY_FIRST = re.compile(r"\b(?:rechnung|gutschrift|facture|factuur|faktura|fattura|factura|сч[её]т)\b", re.IGNORECASE)
_TOWN = re.compile(r"(?:[^\W\d_][^\d:,\n]{1,30},?\s+(?:den|le|the)\s+|[^\W\d_][^\d:,\n]{1,30},\s*)?")
_UPPER = 0.5  # of the page
_FROM_DATE = re.compile(r"\b(?:от|dated|of|du|vom)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a paper says; None where it does not."""

    number: Words | None
    date: Words | None
    moment: Moment | None
    place: Words | None
    currency: str | None


def read_head(document: Document, labelled: list[Labelled], *, titles: tuple[str, ...] = ()) -> Head:
    """Return the head of a paper, from the values behind its labels and the line of its title."""
    labelled = [*labelled, *_title_values(document, titles)]
    number = _number(labelled, titles)
    date, moment = _date(document, labelled, number)
    place = next((one.value for one in labelled if one.field == "place" and not one.weak), None)
    return Head(number and _token(number), date, moment, place, _currency(document, labelled))


def _title_values(document: Document, titles: tuple[str, ...]) -> list[Labelled]:
    """A title with its number behind it: 'Act of acceptance No. 17 of 5 March 2024', '验收单 编号 17'."""
    found = []
    for start, line in list(lines_of(document.pages[0].text[:6000]))[:40] if document.pages else []:
        mark = re.search(r"(?:№|#|\bN[oº°]\.?|\bNr\.?|\bNumber\b:?|编号[:：]?|号[:：])\s*(?=\S)", line)
        if mark and _is_head(simple_title(fold(line[: mark.start()].rstrip(" -–:"))), titles):
            words = Words(1, start + mark.end(), start + len(line.rstrip()), line[mark.end() :].rstrip())
            found.append(Labelled("number", "title", words))
    return found


def _is_head(words: str, titles: tuple[str, ...]) -> bool:
    """'Акт приемки-передачи продукции' heads a number, 'Rechnung gemäß Bestellung' that of something else."""
    for title in titles:
        rest = words.removeprefix(title) if words.startswith(title) else words.removesuffix(title)
        if rest != words and not _ELSEWHERE.search(rest):
            return len(rest.split()) <= 3
    return False


def _number(labelled: list[Labelled], titles: tuple[str, ...]) -> Words | None:
    candidates = [one for one in labelled if one.field == "number" and _token(one.value)]
    # A weak 'Invoice' may open a sentence: 'Invoice 17 …' is fine, 'Invoice for 2 heads' is not.
    good = [one for one in candidates if not one.weak or _token_starts(one.value)]
    # On a waybill 'Счёт: 17' is the number of another paper.
    own = [one for one in good if not _BILL.search(one.label) or any(_BILL.search(title) for title in titles)]
    best = min(own, key=lambda one: (one.label in _BARE, one.weak, one.value.page, one.value.start), default=None)
    return best.value if best else None


def _token_starts(words: Words) -> bool:
    match = _TOKEN.search(words.text)
    return match is not None and not re.search(r"[^\W\d_]{3,}", words.text[: match.start()])


def _token(words: Words) -> Words | None:
    """Return the number itself: 'INV-2024-17' of 'INV-2024-17 of 5 March 2024'; a bare date is none."""
    times = find_times(words.text)
    for match in _TOKEN.finditer(words.text):
        text = match.group().rstrip(".-–/")
        dated = any(time.start <= match.start() < time.stop for time in times)
        if text and not (dated and len(text) < 24 and _is_date(text, times, words.text)):
            return Words(words.page, words.start + match.start(), words.start + match.start() + len(text), text)
    return None


def _is_date(text: str, times: list[Found], whole: str) -> bool:
    # '2024-03-05' is a date, '2024-03-05/17' a number that holds one; '5' of '5 March 2024' is the date's.
    return any(text in whole[time.start : time.stop] for time in times)


def _date(document: Document, labelled: list[Labelled], number: Words | None) -> tuple[Words | None, Moment | None]:
    order = day_order(document.text) or ("dmy" if _DAY_FIRST.search(document.text) else None)
    candidates = []
    for one in labelled:
        if one.field != "date" or _is_others(document, one.value):
            continue
        times = find_times(one.value.text, order=order)
        if times and times[0].moment and not times[0].until and times[0].start < 12:
            candidates.append(
                (not any(word in one.label for word in _FULL_DATE), one.weak, one.value.start, one.value, times[0])
            )
    if number:
        line, times = _behind_number(document, number, order)
        if times and times[0].moment and not times[0].until and not _OTHERS_DATE.search(line.text[: times[0].start]):
            candidates.append((not _FROM_DATE.search(line.text[: times[0].start]), False, -1, line, times[0]))
    if not candidates:
        return _day_alone(document, order)
    *_, words, found = min(candidates, key=lambda one: one[:3])
    place = Words(words.page, words.start + found.start, words.start + found.stop, words.text[found.start : found.stop])
    return place, found.moment


def _day_alone(document: Document, order: str | None) -> tuple[Words | None, Moment | None]:
    """Return the one day that stands alone in the upper half of the first page, with no more than a town before it.

    A letter is dated so (DIN 5008): beside its title, or 'Musterstadt, den 24. Januar 2014'. Two such days date nothing.
    """
    height = (document.pages[0].height or 840.0) if document.pages else 840.0
    found: list[tuple[Words, Moment]] = []
    for piece in (piece for line in lines_on(document, 1) for piece in line if piece.y0 < _UPPER * height):
        times = find_times(piece.text, order=order)
        if len(times) != 1 or times[0].until or not times[0].moment or times[0].moment.precision != "day":
            continue
        if times[0].stop == len(piece.text.rstrip()) and _TOWN.fullmatch(piece.text[: times[0].start]):
            at = piece.words.start
            place = piece.text[times[0].start : times[0].stop]
            found.append((Words(1, at + times[0].start, at + times[0].stop, place), times[0].moment))
    return found[0] if len({moment for _, moment in found}) == 1 else (None, None)


def _is_others(document: Document, value: Words) -> bool:
    """Say whether a date is another paper's, or a term: what leads to it, up to a comma or a gap, speaks of a contract."""
    text = document.page(value.page).text
    before = text[max(0, value.start - 80) : value.start]
    # 'к договору № 5' + 'от 28.08.2023': a date that only 'of' leads to belongs to what the line before ends with.
    broken = _ONLY_OF.search(before)
    clause = _CLAUSE.split(before[: broken.start()] if broken else before.rsplit("\n", 1)[-1])[-1]
    day = find_times(value.text)
    return _OTHERS_DATE.search(clause + value.text[: day[0].start if day else 0]) is not None


def _behind_number(document: Document, number: Words, order: str | None) -> tuple[Words, list[Found]]:
    """Return the rest of the number's line and the times in it; where it has none, a date broken over the line's end."""
    line = _rest_of_line(document, number, lines=1)
    times = find_times(line.text, order=order)
    if times:
        return line, times
    both = _rest_of_line(document, number, lines=2)
    token = _token(number)
    own = token.stop - number.start if token else 0
    # An 'of' leads to the date of '№ 17 от 28' + 'августа 2025'; in 'No. 17' + 'March 2024' the 17 is no day.
    return both, [
        time
        for time in find_times(both.text, order=order)
        if own < time.start
        and (time.start <= len(line.text) + 1 < time.stop or _ONLY_OF.search(both.text[own : time.start]))
        and _FROM_DATE_LEADS.search(
            both.text[max(own, len(line.text)) if time.start > len(line.text) + 1 else own : time.start]
        )
    ]


def _rest_of_line(document: Document, words: Words, *, lines: int) -> Words:
    text = document.page(words.page).text
    stop = words.start - 1
    for _ in range(lines):
        end = text.find("\n", stop + 1)
        stop = len(text) if end < 0 else end
    return Words(words.page, words.start, stop, text[words.start : stop])


def _currency(document: Document, labelled: list[Labelled]) -> str | None:
    for field in ("currency", "total"):
        for one in labelled:
            currency = read_currency(one.value.text, context=document.text) if one.field == field else None
            if currency:
                return currency
    for one in labelled:
        currency = read_currency(one.label) if one.field == "total" else None  # 'Total EUR'
        if currency:
            return currency
    return read_currency(document.text[:20000])
