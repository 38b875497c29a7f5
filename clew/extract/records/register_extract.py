"""Register extracts and lists of staff: owners, directors, employees and the address of a firm, as filed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clew.extract.amounts import plain
from clew.extract.document import Document, Extraction
from clew.extract.firms import find_firms
from clew.extract.headers import MappedTable, Row, TableMap, field_quotes, field_words, map_tables, row_quotes
from clew.extract.identifiers import identifiers_in, identifiers_of_registered
from clew.extract.labels import Labelled, Words, find_labelled, fold, labels_of, title_of
from clew.extract.lexicon import HEADS, IDENTIFIERS
from clew.extract.mapping import Mapping
from clew.extract.parties import closed, has_legal_form, party_name
from clew.extract.people import identity_behind, identity_of, is_name, read_passport, without_titles
from clew.extract.titles import SALUTATION, TITLES
from clew.extract.trade import line_quote, quote
from clew.model.claim import Claim, Mention, Quote
from clew.model.records import Gap
from clew.model.source import Span
from clew.model.time import Moment
from clew.model.written_times import Found, day_order, find_times, read_time

RECORD_TYPE = "register_extract"
VERSION = 2
_METHOD = f"{RECORD_TYPE}@{VERSION}"
_FIRM = (
    "company name", "name of company", "name of the company", "full name", "full company name", "legal name", "company",
    "registered name", "firm", "name", "entity name", "employer", "полное наименование", "наименование", "наименование организации",
    "полное наименование на русском языке", "сокращенное наименование", "наименование юридического лица", "организация",
    "фирменное наименование", "企业名称", "公司名称", "名称", "单位名称", "公司",
)  # fmt: skip
_DIRECTOR = (
    "director", "general director", "managing director", "ceo", "chief executive officer", "president", "chairman", "manager",
    "legal representative", "sole director", "executive director", "directors", "генеральный директор", "директор", "руководитель",
    "президент", "председатель правления", "единоличный исполнительный орган", "法定代表人", "法人代表", "执行董事", "总经理", "董事长", "经理",
    "лицо имеющее право без доверенности действовать от имени юридического лица", "负责人", "董事",
)  # fmt: skip
_OWNER = (
    "shareholder", "owner", "member", "participant", "beneficial owner", "founder", "sole shareholder", "участник", "учредитель",
    "акционер", "единственный участник", "собственник", "股东", "投资人", "出资人",
)  # fmt: skip
_SINCE = ("appointed", "appointed on", "since", "дата назначения", "任职日期")
_FIELDS = HEADS | IDENTIFIERS | {"firm": _FIRM, "director": _DIRECTOR, "owner": _OWNER, "since": _SINCE}
_DIRECTS = re.compile(
    r"\b(?:director|ceo|president|chairman|managing)\b|^(?:генеральный |исполнительный |коммерческий )?директор\b|президент|председатель"
    r"|董事|总经理|法定代表人|执行董事",
    re.IGNORECASE,
)
_NO_DIRECTOR = re.compile(
    r"\b(?:deputy|assistant|secretary|former|vice)\b|заместител|помощник|副|秘书|助理|бывш", re.IGNORECASE
)
_CORRESPONDENCE = re.compile(r"(?im)^[^\S\n]*(?:исх\.|our ref|кому\s*[:：]|subject\s*[:：]|致\s*[:：]|兹|现邀请)")
_FRACTION = re.compile(r"\s*(\d{1,6})\s*/\s*(\d{1,6})\s*")


@dataclass(frozen=True, slots=True)
class _Name:
    """A person or firm in the register."""

    words: Words
    kind: str  # person, organization, unknown
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.words.text.split())

    def mention(self, document: Document) -> Mention:
        page, start, stop, _ = self.words
        return Mention(Span(document.source, page, start, stop), self.text, self.kind, self.identifiers, _METHOD)


def recognise(document: Document) -> float:
    """Return the sum of what the paper shows, 0 to 1.

    A title of a register or a list of staff earns 0.45; a table of owners with shares 0.3, or an owner behind a label 0.15; a director behind
    a label 0.15; a firm's name behind a label 0.1; a register number 0.15; an address 0.05; a table of staff 0.2, with
    a firm in it 0.35. A salutation, or an addressee or reference of a letter, takes 0.4 away, the title of a trade paper 0.4.
    """
    if not document.pages:
        return 0.0
    fields = {one.field for one in find_labelled(document, _FIELDS) if not one.weak or _fits(one)}
    tables = map_tables(document)
    staff = [table for table in tables.of("staff", RECORD_TYPE) if table.rows]
    title = title_of(document, TITLES)
    score = 0.45 * (title in (RECORD_TYPE, "staff_list"))
    score += 0.3 if any(table.rows for table in tables.of("owners", RECORD_TYPE)) else 0.15 * ("owner" in fields)
    score += 0.15 * ("director" in fields) + 0.1 * ("firm" in fields) + 0.05 * ("address" in fields)
    score += 0.15 * bool({"inn", "ogrn", "uscc", "registration", "lei"} & fields)
    score += 0.35 if any("firm" in table.fields and "post" in table.fields for table in staff) else 0.2 * bool(staff)
    score -= 0.4 * bool(re.search(SALUTATION, document.pages[0].text) or _CORRESPONDENCE.search(document.pages[0].text))
    score -= 0.4 * (title in ("invoice", "waybill", "delivery_act", "offer", "completion"))
    return max(0.0, min(1.0, score))


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return claims on owners, directors, staff and address; where no firm is named, a gap."""
    labelled = find_labelled(document, _FIELDS)
    tables = map_tables(document, mapping)
    firm = _firm(document, labelled)
    found: list[tuple[Claim, tuple[Mention, ...]]] = []
    for table in tables.of("staff", RECORD_TYPE):
        found.extend(_staff(document, table, firm))
    if firm:
        for table in tables.of("owners", RECORD_TYPE):
            found.extend(_owners(document, table, firm))
        labelled = _outside(labelled, tables)
        found.extend(_labelled_owners(document, labelled, firm))
        found.extend(_labelled_directors(document, labelled, firm))
        found.extend(_address(document, labelled, firm))
    claims = {claim.id: claim for claim, _ in found}
    mentions = {mention.id: mention for _, both in found for mention in both}
    detail = "register extract: no firm found" if not firm else "register extract: nothing filed was found"
    gaps = () if claims else (Gap(document.source, 1, "incomplete_record", detail),)
    return Extraction(tuple(claims.values()), tuple(mentions.values()), gaps, RECORD_TYPE)


def _fits(one: Labelled) -> bool:
    """Say whether a value behind a label and a mere space is one such a label has."""
    if one.field == "firm":
        return has_legal_form(one.value.text)
    if one.field in ("director", "owner"):
        return is_name(without_titles(one.value).text)
    return one.field in ("inn", "ogrn", "uscc") and re.fullmatch(r"[0-9A-Z]{10,18}", one.value.text) is not None


def _firm(document: Document, labelled: list[Labelled]) -> _Name | None:
    """Return the firm the extract is about: behind its label, else the one firm the first lines name."""
    for one in labelled:
        fits = one.field == "firm" and (not one.weak or _fits(one))
        name = party_name(closed(document, one.value)) if fits else None
        if name and (
            has_legal_form(name.text)
            or one.label not in ("name", "firm", "company", "full name", "наименование", "名称")
        ):
            text = document.page(name.page).text[:3000]
            return _Name(name, "organization", identifiers_of_registered(text, name.text))
    head = document.pages[0].text[:1500] if document.pages else ""
    firms = {" ".join(words.text.split()): words for words in find_firms(Words(1, 0, len(head), head))}
    if firms:
        name = next(iter(firms.values()))
        only = identifiers_in(head) if len(firms) == 1 else ()
        return _Name(name, "organization", only)
    return None


def _outside(labelled: list[Labelled], tables: TableMap) -> list[Labelled]:
    """Leave out values that stand in a mapped table: its header reads like labels."""
    rows = [(*table.header, *(cell for row in table.rows for cell in row.cells)) for table in tables.tables]
    places = {(cell.page, start) for cells in rows for cell in cells for start, _ in cell.runs}
    return [one for one in labelled if (one.value.page, one.value.start) not in places]


def _owners(document: Document, table: MappedTable, firm: _Name) -> Iterator[tuple[Claim, tuple[Mention, ...]]]:
    order = day_order("\n".join(row.text("since") for row in table.rows))
    shares = [_share(row.text("share")) for row in table.rows]
    known = [share for share in shares if share is not None]
    # A column that adds up to 1 is in parts of one, not in percent.
    scale = 100 if known and sum(known) == 1 and not any("%" in row.text("share") for row in table.rows) else 1
    for row, share in zip(table.rows, shares, strict=True):
        words = field_words(document, row, "owner")
        if not words or fold(words.text).startswith(("total", "итого", "всего", "合计")):
            continue
        owner = _named(words, _row_identifiers(row))
        values = {"share": plain((share * scale).normalize() if scale > 1 else share)} if share is not None else {}
        quotes = (*row_quotes(document, row), *field_quotes(document, row, ("share", "since", "until")))
        window = (
            _moment(read_time(row.text("since"), order=order)),
            _moment(read_time(row.text("until"), order=order)),
        )
        yield _claim(document, owner, "owns", firm, quotes, values=values, window=window)


def _labelled_owners(
    document: Document, labelled: list[Labelled], firm: _Name
) -> Iterator[tuple[Claim, tuple[Mention, ...]]]:
    for one in labelled:
        name = party_name(one.value) if one.field == "owner" and not one.weak else None
        if not name or labels_of(_FIELDS).get(fold(name.text)):
            continue
        line = line_quote(document, one.value)
        rest = line.text[name.stop - line.span.start :]
        name = _until_share(name)
        share = re.search(r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|процент|percent)", line.text[name.stop - line.span.start :])
        values = {"share": share[1].replace(",", ".")} if share else {}
        times = [found for found in find_times(rest) if found.moment]
        window = (times[0].moment if len(times) == 1 else None, None)
        quotes = [line]
        if share:
            at = name.stop + share.start(1)
            quotes.append(document.quote("share", name.page, at, at + len(share[1])))
        yield _claim(
            document,
            _named(name, identity_behind(rest) + identifiers_in(rest)),
            "owns",
            firm,
            tuple(quotes),
            values=values,
            window=window,
        )


def _until_share(name: Words) -> Words:
    share = re.search(
        r"\s*[-–—(（:：]?\s*(?:доля|share|持股|holding|with)?\s*\d{1,3}(?:[.,]\d+)?\s*%", name.text, re.IGNORECASE
    )
    stop = share.start() if share and share.start() > 1 else len(name.text)
    return Words(name.page, name.start, name.start + stop, name.text[:stop])


def _labelled_directors(
    document: Document, labelled: list[Labelled], firm: _Name
) -> Iterator[tuple[Claim, tuple[Mention, ...]]]:
    for one in labelled:
        name = party_name(one.value) if one.field == "director" else None
        if not name or not (is_name(without_titles(name).text) or (has_legal_form(name.text) and not one.weak)):
            continue
        line = line_quote(document, one.value)
        rest = line.text[name.stop - line.span.start :]
        times = [found for found in find_times(rest) if found.moment and not found.until]
        since = (
            times[0].moment
            if len(times) == 1 and re.search(r"since|appointed|from|\bс\b|назнач|自|任职", rest)
            else None
        )
        person = _named(without_titles(name), identity_behind(rest))
        yield _claim(document, person, "director_of", firm, (line,), values={"post": one.label}, window=(since, None))


def _staff(document: Document, table: MappedTable, firm: _Name | None) -> Iterator[tuple[Claim, tuple[Mention, ...]]]:
    order = day_order("\n".join(row.text("since") + "\n" + row.text("birth_date") for row in table.rows))
    for row in table.rows:
        person, own = field_words(document, row, "person"), field_words(document, row, "firm")
        employer = _Name(own, "organization") if own else firm
        if not person or not employer:
            continue
        post = row.text("post")
        directs = bool(_DIRECTS.search(post)) and not _NO_DIRECTOR.search(post)
        quotes = (*row_quotes(document, row), *field_quotes(document, row, ("post", "since")))
        who = _Name(without_titles(person), "person", identity_of(row, order=order))
        window = (_moment(read_time(row.text("since"), order=order)), None)
        predicate = "director_of" if directs else "employee_of"
        yield _claim(document, who, predicate, employer, quotes, values={"post": post} if post else {}, window=window)


def _address(document: Document, labelled: list[Labelled], firm: _Name) -> Iterator[tuple[Claim, tuple[Mention, ...]]]:
    one = next((one for one in labelled if one.field == "address" and not one.weak), None)
    if not one:
        return
    page, start, stop, text = one.value
    place = Mention(Span(document.source, page, start, stop), " ".join(text.split()), "place", (), _METHOD)
    claim = Claim(
        subject=firm.text,
        predicate="has_address",
        object=place.text,
        quotes=(
            line_quote(document, one.value),
            quote(document, "subject", firm.words),
            quote(document, "object", one.value),
        ),
        modality="held",
        record_type=RECORD_TYPE,
        method=_METHOD,
        subject_mention=firm.mention(document).id,
        object_mention=place.id,
    )
    yield claim, (firm.mention(document), place)


def _claim(
    document: Document,
    subject: _Name,
    predicate: str,
    firm: _Name,
    quotes: tuple[Quote, ...],
    *,
    values: dict[str, str],
    window: tuple[Moment | None, Moment | None],
) -> tuple[Claim, tuple[Mention, ...]]:
    mentions = (subject.mention(document), firm.mention(document))
    claim = Claim(
        subject=subject.text,
        predicate=predicate,
        object=firm.text,
        quotes=(*quotes, quote(document, "subject", subject.words), quote(document, "object", firm.words)),
        qualifiers=tuple(values.items()),
        modality="held",
        valid_from=window[0],
        valid_to=window[1],
        record_type=RECORD_TYPE,
        method=_METHOD,
        subject_mention=mentions[0].id,
        object_mention=mentions[1].id,
    )
    return claim, mentions


def _named(words: Words, identifiers: tuple[tuple[str, str], ...]) -> _Name:
    kind = "organization" if has_legal_form(words.text) else "person" if is_name(words.text) else "unknown"
    return _Name(words, kind, tuple(dict(identifiers).items()))


def _row_identifiers(row: Row) -> tuple[tuple[str, str], ...]:
    digits = re.sub(r"\W", "", row.text("registration"))
    kinds = {10: "inn", 12: "inn", 13: "ogrn", 15: "ogrn"} if digits.isdigit() else {18: "uscc"}
    found = [(kinds.get(len(digits), "registration"), digits)] if len(digits) >= 5 else []
    passport = read_passport(row.text("passport"))
    return (*found, *((("passport", passport),) if passport else ()))


def _share(text: str) -> Decimal | None:
    """Return the share as printed, a fraction as percent; None where there is none or a range."""
    fraction = _FRACTION.fullmatch(text)
    if fraction and int(fraction[2]):
        return (Decimal(100) * int(fraction[1]) / int(fraction[2])).quantize(Decimal("0.0001")).normalize()
    number = re.fullmatch(r"\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent|процент\w*)?\s*", text)
    share = Decimal(number[1].replace(",", ".")) if number else None
    return share if share is not None and share <= 100 else None


def _moment(found: Found | None) -> Moment | None:
    return found.moment if found else None
