"""Delivery and acceptance acts in three languages: each line becomes a `delivered` claim, from supplier to receiver.

An act of completed work that lists persons gives a `visits` claim for each, as held.
"""

import re

from clew.extract.document import Document, Extraction
from clew.extract.goods import read_goods
from clew.extract.headers import map_tables
from clew.extract.heads import read_head
from clew.extract.labels import Labelled, Words, find_labelled, title_of
from clew.extract.lexicon import LEGAL_FORMS
from clew.extract.mapping import Mapping
from clew.extract.parties import Party, all_fields, find_parties, has_legal_form, read_party
from clew.extract.people import person_mention
from clew.extract.titles import SALUTATION, TITLES
from clew.extract.trade import Paper, quote, without_sides
from clew.extract.visitors import find_place, find_stays, find_visitors
from clew.model.claim import Claim, Mention
from clew.model.source import Span

RECORD_TYPE = "delivery_act"
VERSION = 2
_GIVERS = ("seller", "deliverer", "consignor")
_TAKERS = ("buyer", "acceptor", "consignee")
_RECEIPT = re.compile(
    r"has (?:been )?(?:delivered|received|accepted|handed over)|(?:has|have) (?:delivered|accepted|received|handed over|transferred)"
    r"|hands? over|передал\w*|принял\w*|принят[аоы]?\b|получил\w*|сдал\w*|交付|移交|接收|验收|收到|签收",
    re.IGNORECASE,
)
# The opening of an act names each party and then its role: 'A LLC, hereinafter the Supplier, and B LLC, …'.
_ROLES = (
    (
        "seller",
        r"поставщик|продавец|исполнитель|передающая сторона|supplier|seller|deliverer|transferor|供方|卖方|甲方|交付方",
    ),
    (
        "buyer",
        r"покупател[ья]|заказчик|получател[ья]|принимающая сторона|buyer|customer|receiver|recipient|transferee|需方|买方|乙方|接收方",
    ),
)
_CALLED = r"(?:именуем\w+(?:\s+в\s+дальнейшем)?|далее(?:\s*[-–—]\s*|\s+по тексту\s*)?|hereinafter(?:\s+referred\s+to\s+as|\s+called)?|以下简称(?:为)?)"
_PARTY_IN_TEXT = re.compile(
    rf"(?P<name>(?:[А-ЯЁ]{{2,5}}\s*[«\"“][^»\"”\n]{{2,60}}[»\"”])|(?:[A-Z][\w&.'-]{{0,40}}[ ,]+){{1,6}}{LEGAL_FORMS}(?!\w)"
    r"|[\u4e00-\u9fff（）()]{2,30}?(?:有限公司|公司|厂|研究所|研究院))"
    rf"[^.;\n]{{0,80}}?(?i:{_CALLED})\s*[,:]?\s*(?:the\s+)?[«\"“'(（]?\s*(?P<role>[А-Яа-яЁё]+(?:\s+сторона)?|[A-Za-z]+|[\u4e00-\u9fff]+)",
)


def recognise(document: Document) -> float:
    """Return the sum of what the paper shows, 0 to 1.

    A title of an act, of delivery or of completed work, earns 0.55; one side handing over 0.1, the other receiving 0.1; words of receipt 0.15;
    lines of goods 0.1. A salutation or the title of an offer takes 0.3 away.
    """
    if not document.pages:
        return 0.0
    parties = _parties(document, find_labelled(document, all_fields()))
    title = title_of(document, TITLES)
    score = 0.55 * (title in (RECORD_TYPE, "completion"))
    score += 0.1 * any(name in parties for name in _GIVERS) + 0.1 * any(name in parties for name in _TAKERS)
    score += 0.15 * bool(_RECEIPT.search(document.text[:20000]))
    score += 0.1 * bool(map_tables(document).of("goods", RECORD_TYPE))
    score -= 0.3 * (title not in (RECORD_TYPE, "completion", None))
    score -= 0.3 * bool(re.search(SALUTATION, document.pages[0].text))
    return max(0.0, min(1.0, score))


def extract(document: Document, mapping: Mapping | None = None) -> Extraction:
    """Return a claim for each line, or one for the whole where no lines were found; without both parties a gap."""
    labelled = find_labelled(document, all_fields())
    parties = _parties(document, labelled)
    stays = _stays(document, labelled) if title_of(document, TITLES) == "completion" else None
    if stays:
        return stays
    giver = next((parties[name] for name in _GIVERS if name in parties), None)
    taker = next((parties[name] for name in _TAKERS if name in parties), None)
    if not giver or not taker:
        return without_sides(document, RECORD_TYPE, {"supplier": giver, "receiver": taker})
    head = read_head(document, labelled, titles=TITLES[RECORD_TYPE])
    paper = Paper(document, RECORD_TYPE, VERSION, "delivered", "delivered", giver, taker, head)
    tables = map_tables(document, mapping).of("goods", RECORD_TYPE)
    claims = paper.line_claims(read_goods(document, tables, currency=head.currency))
    return Extraction(tuple(claims or [paper.bare_claim(taker.name, {})]), paper.mentions(), (), RECORD_TYPE)


def _stays(document: Document, labelled: list[Labelled]) -> Extraction | None:
    """Read an act of completed work: each person it lists was at the place; it is dated, not how long they stayed."""
    told = find_stays(document)
    head = read_head(document, labelled, titles=TITLES["completion"])
    place = find_place(told) or head.place
    visitors = find_visitors(document, map_tables(document).of("staff", RECORD_TYPE)) if told and place else []
    if not visitors or not place:
        return None
    method = f"{RECORD_TYPE}@{VERSION}"
    where = Mention(Span(document.source, place.page, place.start, place.stop), place.text, "place", (), method)
    values = {"number": head.number.text} if head.number else {}
    claims, people = [], []
    for visitor in visitors:
        person = person_mention(document, visitor.name, visitor.identifiers, method)
        about = [
            ("subject", visitor.name),
            ("object", place),
            ("cue", told[0]),
            ("number", head.number),
            ("date", head.date),
        ]
        claim = Claim(
            subject=person.text,
            predicate="visits",
            object=where.text,
            quotes=(*visitor.quotes, *(quote(document, role, words) for role, words in about if words)),
            qualifiers=tuple(values.items()),
            modality="held",
            valid_from=head.moment,
            record_type=RECORD_TYPE,
            method=method,
            subject_mention=person.id,
            object_mention=where.id,
        )
        claims.append(claim)
        people.append(person)
    return Extraction(tuple(claims), (*people, where), (), RECORD_TYPE)


def _parties(document: Document, labelled: list[Labelled]) -> dict[str, Party]:
    """Return the parties behind labels, and those the opening sentence names with their role."""
    # 'Принял: Петров И. И.' is a signature, not a firm.
    found = {
        name: party
        for name, party in find_parties(document, labelled).items()
        if name not in ("deliverer", "acceptor") or has_legal_form(party.text)
    }
    opening: dict[str, Party] = {}
    for page in document.pages[:1]:
        for match in _PARTY_IN_TEXT.finditer(page.text[:6000]):  # an act names its parties at the top
            role = next((name for name, form in _ROLES if re.fullmatch(form, match["role"], re.IGNORECASE)), None)
            words = Words(page.number, match.start("name"), match.end("name"), match["name"])
            party = read_party(document, words) if role else None
            if role and party:
                opening.setdefault(role, party)
    # Who signs below stands without tax number; the opening names the parties in full.
    return found | opening if len(opening) == len(_ROLES) else opening | found
