"""Letters: planned (or reported) visits of listed persons, and the firm the sender says they belong to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clew.extract.document import Document, Extraction
from clew.extract.firms import find_firms
from clew.extract.headers import map_tables
from clew.extract.labels import Labelled, Words, find_labelled, lines_of, title_of
from clew.extract.lexicon import HEADS, IDENTIFIERS
from clew.extract.mapping import Mapping
from clew.extract.parties import Party, has_legal_form, letterhead, read_party
from clew.extract.people import person_mention
from clew.extract.places import city_in_case
from clew.extract.records import mail
from clew.extract.titles import SALUTATION, TITLES
from clew.extract.trade import quote
from clew.extract.visitors import (
    Visit,
    Visitor,
    find_place,
    find_purpose,
    find_visitors,
    find_visits,
    goes_to_you,
    tells_of_visit,
)
from clew.model.claim import Claim, Mention, Quote
from clew.model.records import Gap
from clew.model.source import Span
from clew.model.time import Moment
from clew.model.written_times import day_order, find_times

RECORD_TYPE = "letter"
VERSION = 5
_METHOD = f"{RECORD_TYPE}@{VERSION}"
_FIELDS = {
    "from": ("from", "sender", "от кого", "от", "отправитель", "发件人", "发函单位", "来函单位"),
    "to": ("to", "attn", "attention", "addressee", "кому", "куда", "получатель", "致", "收件人", "主送"),
    "subject": ("subject", "re", "тема", "касательно", "о", "主题", "事由", "关于"),
    "date": HEADS["date"],
    "ref": (
        "our ref",
        "ref",
        "ref no",
        "reference",
        "исх",
        "исх №",
        "исходящий №",
        "исх номер",
        "文号",
        "编号",
        "函号",
    ),
    "place": (
        "place",
        "place of visit",
        "destination",
        "место",
        "место визита",
        "место командирования",
        "地点",
        "访问地点",
    ),
    "other": (*IDENTIFIERS["inn"], *IDENTIFIERS["ogrn"], *HEADS["address"], *HEADS["contact"]),
}
_CLOSING = re.compile(
    r"(?im)^[^\S\n]*(?:yours (?:sincerely|faithfully|truly)|sincerely|(?:kind|best|with kind) regards|с уважением|此致|顺颂商祺|敬礼|特此函达)"
)
_SIGNATORY = re.compile(
    r"(?im)^.{0,60}\b(?:(?:general|managing|chief|commercial|technical)\s+(?:director|engineer|executive officer)|director|president)\b"
    r"|^[^\S\n]*(?:генеральный директор|директор|главный инженер|президент|руководитель|зам)|(?:总经理|董事长|法定代表人|总工程师)"
)
_ALONE = 0.8  # of a line near the end that a firm's name fills: a signature, no sentence about the firm
_DATE_LINE = 120  # characters; a longer line is more than its date
_REQUEST = re.compile(
    r"\b(?:kindly ask|we ask|we request|please|we would like|we inform|we confirm|hereby|we are pleased|we plan|we invite)\b"
    r"|\bпросим|направляем|сообщаем|приглаша|настоящим|информируем|兹|特此|敬请|现派|邀请|请贵|函告|贵公司",
    re.IGNORECASE,
)
_INVITES = re.compile(r"\binvit(?:e|es|ation)\b|приглаша\w*|приглашение|邀请", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Letter:
    """What the letter says beside its visitors."""

    document: Document
    sender: Party | None
    recipient: Party | None
    said_at: Moment | None
    visits: list[Visit]
    place: Words | None  # a place, or the firm visited
    host: Party | None
    purpose: Words | None

    @property
    def holders(self) -> tuple[str, ...]:
        return (self.sender.text,) if self.sender else ()

    @property
    def stance(self) -> str:
        return "party_says" if self.sender else "unknown"


def recognise(document: Document) -> float:
    """Return the sum of what the paper shows, 0 to 1.

    A letter's title (invitation, 公函) earns 0.3; an opening or closing formula 0.3, both 0.5; an addressee behind a label 0.15, a sender 0.1, a subject 0.1,
    a reference 0.1; words that ask or inform 0.15; a signatory's post 0.1; listed visitors 0.1. The title of another
    record takes 0.4 away unless the letter opens and closes as one. A mail greets as well: it is a letter only with visitors or a title.
    """
    if not document.pages:
        return 0.0
    text = document.text[:20000]
    formulas = {match.group().strip().lower()[:6] for match in re.finditer(SALUTATION, text)}
    fields = {one.field for one in find_labelled(document, _FIELDS) if not one.weak or one.field == "ref"}
    score = min(0.5, 0.3 * len(formulas))
    score += 0.15 * ("to" in fields) + 0.1 * ("from" in fields) + 0.1 * ("subject" in fields) + 0.1 * ("ref" in fields)
    score += 0.15 * bool(_REQUEST.search(text)) + 0.1 * bool(_SIGNATORY.search(text))
    visitors = find_visitors(document, map_tables(document).of("staff", RECORD_TYPE))
    title = title_of(document, TITLES)
    if mail.recognise(document) and not visitors and title != RECORD_TYPE:
        return 0.0
    score += 0.1 * bool(visitors)
    score += 0.3 * (title == RECORD_TYPE)
    if len(formulas) < 2 and title not in (RECORD_TYPE, "staff_list", None):
        score -= 0.4
    return max(0.0, min(1.0, score))


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a visit for each listed person and window, and the firm each is said to work for, held by the sender."""
    visitors = find_visitors(document, map_tables(document, mapping).of("staff", RECORD_TYPE))
    letter = _read(document)
    found = [made for visitor in visitors for made in (*_visit_claims(letter, visitor), *_employment(letter, visitor))]
    claims = {claim.id: claim for claim, _ in found}
    mentions = {mention.id: mention for _, both in found for mention in both}
    gaps = []
    if visitors and not letter.sender:
        gaps.append(Gap(document.source, 1, "incomplete_record", "letter: no sender found"))
    if visitors and letter.visits and not letter.place:
        gaps.append(Gap(document.source, 1, "incomplete_record", "letter: no place of the visit found"))
    return Extraction(tuple(claims.values()), tuple(mentions.values()), tuple(gaps), RECORD_TYPE)


def _read(document: Document) -> _Letter:
    labelled = find_labelled(document, _FIELDS)
    recipient = _behind(document, labelled, "to")
    sender = _sender(document, labelled, recipient)
    visits = find_visits(document)
    # A letter that plans a visit may recall an earlier one; the list is of those to come.
    planned = [visit for visit in visits if not visit.done]
    # Beside a window a lone day in the same letter is its date or its deadline.
    visits = [visit for visit in planned if visit.window.until] or planned or visits
    host = _host(document, visits, sender, recipient)
    labelled_place = next((one.value for one in labelled if one.field == "place" and not one.weak), None)
    place = (
        labelled_place
        or find_place([*(visit.sentence for visit in visits), *tells_of_visit(document)])
        or (host.name if host else None)
    )
    said_at = _date(document, labelled)
    return _Letter(document, sender, recipient, said_at, visits, place, host, find_purpose(document, visits))


def sender_of(document: Document) -> Party | None:
    """Return who writes a letter, or None where it names nobody: behind 'From', in the signature or in its head."""
    labelled = find_labelled(document, _FIELDS)
    return _sender(document, labelled, _behind(document, labelled, "to"))


def _behind(document: Document, labelled: list[Labelled], field: str) -> Party | None:
    values = [one.value for one in labelled if one.field == field and not one.weak]
    return next((party for value in values if (party := _party(document, value))), None)


def _party(document: Document, value: Words) -> Party | None:
    firm = next(find_firms(value), None)
    return read_party(document, firm or value)


def _sender(document: Document, labelled: list[Labelled], recipient: Party | None) -> Party | None:
    """Return who writes: behind 'From', in the signature, or in the letterhead, never the addressee."""
    other = recipient.text if recipient else ""
    named = _behind(document, labelled, "from")
    if named and has_legal_form(named.text):
        return named
    for firm in _signature_firms(document):
        party = read_party(document, firm)
        if party and party.text != other:
            # The letterhead prints the same name with its numbers.
            head = letterhead(document, but=(other,))
            return head if head and head.text == party.text else party
    return letterhead(document, but=(other,)) or named


def _signature_firms(document: Document) -> Iterator[Words]:
    for page in document.pages[-1:]:
        ends = [match.start() for match in _CLOSING.finditer(page.text)]
        lines = [(start, line) for start, line in lines_of(page.text) if line.strip()][-6:]
        for start, line in lines:
            signs = start >= ends[-1] if ends else _SIGNATORY.search(line) is not None
            for firm in find_firms(Words(page.number, start, start + len(line), line)):
                if signs or (not ends and len(firm.text) >= _ALONE * len(line.strip())):
                    yield firm


def _host(document: Document, visits: list[Visit], sender: Party | None, recipient: Party | None) -> Party | None:
    """Return whose site is visited: the addressee's ('your site'), the inviting sender's, or the firm the sentence names."""
    if goes_to_you(visits) and recipient:
        return recipient
    if any(_INVITES.search(visit.sentence.text) for visit in visits):
        return sender
    for visit in visits:
        firms = {" ".join(firm.text.split()): firm for firm in find_firms(visit.sentence)}
        others = [firm for name, firm in firms.items() if not sender or name != sender.text]
        if len(others) == 1:
            return read_party(document, others[0])
    return None


def _date(document: Document, labelled: list[Labelled]) -> Moment | None:
    """Return when it was written: behind a label or the reference, else a line that is a date and little more."""
    order = day_order(document.text)
    for field in ("date", "ref"):
        for one in sorted((one for one in labelled if one.field == field), key=lambda one: one.weak):
            times = [found for found in find_times(one.value.text, order=order) if not found.until]
            if times and times[0].moment and times[0].moment.precision == "day":
                return times[0].moment
    for page in (*document.pages[:1], *document.pages[-1:]):
        lines = [line for line in page.text.splitlines() if line.strip()]
        for line in (*lines[:15], *lines[-6:]):
            times = find_times(line, order=order) if len(line.strip()) <= _DATE_LINE else []
            if (
                len(times) == 1
                and times[0].moment
                and not times[0].until
                and len(line.strip()) < times[0].stop - times[0].start + 30
            ):
                return times[0].moment if times[0].moment.precision == "day" else None
    return None


_Made = tuple[Claim, tuple[Mention, ...]]


def _visit_claims(letter: _Letter, visitor: Visitor) -> Iterator[_Made]:
    firm = _firm_of(letter, visitor)
    if not letter.place or (firm and firm.text == letter.place.text):
        return  # nobody is sent to visit the firm he works for
    document, place = letter.document, letter.place
    person = person_mention(document, visitor.name, visitor.identifiers, _METHOD)
    kind = "organization" if has_legal_form(place.text) else "place"
    where = Mention(
        Span(document.source, place.page, place.start, place.stop), " ".join(place.text.split()), kind, (), _METHOD
    )
    for visit in _distinct(letter.visits):
        quotes = [*visitor.quotes, quote(document, "subject", visitor.name), quote(document, "object", place)]
        quotes.append(quote(document, "cue", visit.sentence))
        quotes.append(quote(document, "date", visit.window_at))
        values = _qualifiers(letter, visitor, quotes)
        if kind == "place" and (known := city_in_case(where.text)):
            values["city"] = known
        claim = Claim(
            subject=person.text,
            predicate="visits",
            object=where.text,
            quotes=tuple(quotes),
            qualifiers=tuple(values.items()),
            holders=letter.holders,
            stance=letter.stance,
            modality="held" if visit.done else "planned",
            said_at=letter.said_at,
            valid_from=visit.window.moment,
            valid_to=visit.window.end or visit.window.moment,
            record_type=RECORD_TYPE,
            method=_METHOD,
            subject_mention=person.id,
            object_mention=where.id,
        )
        yield claim, (person, where)


def _distinct(visits: list[Visit]) -> list[Visit]:
    by_window = {(visit.window.moments, visit.window.until, visit.done): visit for visit in reversed(visits)}
    return list(reversed(by_window.values()))


def _qualifiers(letter: _Letter, visitor: Visitor, quotes: list[Quote]) -> dict[str, str]:
    """Return host, purpose and firm in plain text, and put their words to the quotes."""
    firm = _firm_of(letter, visitor)
    values = {}
    for role, words in (
        ("host", letter.host.name if letter.host and not (firm and firm.text == letter.host.text) else None),
        ("purpose", letter.purpose),
        ("firm", firm.name if firm else None),
    ):
        if words:
            values[role] = " ".join(words.text.split())
            quotes.append(quote(letter.document, role, words))
    return values


def _employment(letter: _Letter, visitor: Visitor) -> Iterator[_Made]:
    firm = _firm_of(letter, visitor)
    if not firm:
        return
    document = letter.document
    person = person_mention(document, visitor.name, visitor.identifiers, _METHOD)
    employer = firm.mention(document, _METHOD)
    quotes = [*visitor.quotes, quote(document, "subject", visitor.name), quote(document, "object", firm.name)]
    values = {}
    if visitor.post:
        values["post"] = " ".join(visitor.post.text.split())
        quotes.append(quote(document, "post", visitor.post))
    if letter.sender:
        quotes.append(quote(document, "holder", letter.sender.name))
    claim = Claim(
        subject=person.text,
        predicate="employee_of",
        object=firm.text,
        quotes=tuple(quotes),
        qualifiers=tuple(values.items()),
        holders=letter.holders,
        stance=letter.stance,
        modality="held",
        said_at=letter.said_at,
        record_type=RECORD_TYPE,
        method=_METHOD,
        subject_mention=person.id,
        object_mention=employer.id,
    )
    yield claim, (person, employer)


def _firm_of(letter: _Letter, visitor: Visitor) -> Party | None:
    """Return the firm a person is said to belong to: named in the row or the list's opening, else ours or yours."""
    if visitor.firm:
        return read_party(letter.document, visitor.firm)
    return {"ours": letter.sender, "yours": letter.recipient}.get(visitor.whose)
