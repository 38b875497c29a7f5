"""An invented case for the report: two PDF invoices, a letter, a denial, a list, one chain finding, gaps and leads.

All persons and firms are invented.
"""

import io

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from clew.model.claim import Claim, Mention, Quote
from clew.model.records import Check, Finding, Gap, Hit, Leaf, Listing, Slot, Standing
from clew.model.source import Page, Span, Word
from clew.model.time import Moment
from clew.report.cited import PatternText
from clew.store import rows
from clew.store.case import Case

WIDTH, HEIGHT, SIZE = 595.0, 842.0, 11

ADD_SOURCE = """insert into sources (id, path, sha256, size, media_type, status, reason, pages, parent, reading, added_at, added_by) values
    ($id, $path, $sha256, $size, $media_type, $status, $reason, $pages, null, $reading, '2024-06-01T00:00:00Z', 'tester')"""
ADD_EXTRACTION = "insert into extractions values ($source, 'x', $record_type, $language)"
ADD_SNAPSHOT = """insert into snapshots values ('n-one', 'invented-list', 'Office of Invented Lists', '2024-03-01', 'user',
    'ab12', '["sdn.csv ab12"]', '["line 7: no name"]', '2024-06-01T00:00:00Z')"""
ADD_JUDGEMENT = """insert into judgements values (1, 'j-one', 'a-left', 'a-right', $left, $right, 'same', 'I4',
    'same registration number', 'tester', '2024-06-02T00:00:00Z', '{}', null, null)"""

PATTERNS = {
    "F05": PatternText(
        "Goods billed on through an intermediary",
        also_explained_by=("The intermediary has other buyers of the same item.",),
        settled_by=("Delivery acts with serial numbers.",),
    )
}


def typeset(lines: list[str]) -> tuple[bytes, Page, tuple[Word, ...]]:
    """Return a one-page PDF of these lines, its text, and where each word stands."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    words = []
    at = 0
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica", SIZE)
        top = 72 + number * 18
        canvas.drawString(60, HEIGHT - top, line)
        x, start = 60.0, at
        for word in line.split(" "):
            end = x + stringWidth(word, "Helvetica", SIZE)
            words.append(Word(1, start, start + len(word), x, top - SIZE * 0.8, end, top + SIZE * 0.25))
            start += len(word) + 1
            x = end + stringWidth(" ", "Helvetica", SIZE)
        at += len(line) + 1
    canvas.save()
    return (
        out.getvalue(),
        Page(1, "\n".join(lines), "", WIDTH, HEIGHT),
        tuple(word for word in words if word.stop > word.start),
    )


class Shelf:
    """Fills a case: sources first, then what was read, then what follows from it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.pages: dict[str, str] = {}

    def source(self, id_: str, path: str, text: str | list[str], **also: str) -> str:
        pdf = isinstance(text, list)
        data, page, words = typeset(text) if pdf else (text.encode(), Page(1, text), ())
        self.pages[id_] = page.text
        with self.case.batch() as batch:
            batch.execute(
                "sources",
                ADD_SOURCE,
                id=id_,
                path=path,
                sha256=self.case.archive.keep(data),
                size=len(data),
                media_type="application/pdf" if pdf else "text/plain",
                status=also.get("status", "read"),
                reason=also.get("reason", ""),
                pages=1,
                reading="pdf@1" if pdf else "text@1",
            )
            record_type, language = also.get("record_type", "statement"), also.get("language", "en")
            batch.execute("extractions", ADD_EXTRACTION, source=id_, record_type=record_type, language=language)
            batch.add("pages", [rows.page_row(id_, page, reading="pdf@1" if pdf else "text@1")])
            batch.add("words", [rows.word_row(id_, word, reading="pdf@1") for word in words])
        return id_

    def quote(self, source: str, role: str, words: str) -> Quote:
        start = self.pages[source].index(words)
        return Quote(role, Span(source, 1, start, start + len(words)), words)

    def claim(self, source: str, whole: str, fields: dict[str, str], **also: object) -> Leaf:
        quotes = (self.quote(source, "quote", whole), *(self.quote(source, r, w) for r, w in fields.items()))
        subject, object_ = also.pop("subject", fields.get("subject", "")), also.pop("object", fields.get("object", ""))
        claim = Claim(subject=str(subject), object=str(object_), quotes=quotes, method="invented@1", **also)  # type: ignore[arg-type]
        with self.case.batch() as batch:
            batch.add("claims", [rows.claim_row(claim, extraction="x")])
        return Leaf("claim", claim.id)

    def mention(self, source: str, words: str, *, anchor: str, entity: str) -> None:
        mention = Mention(self.quote(source, "quote", words).span, words, "organization")
        with self.case.batch() as batch:
            batch.add("mentions", [rows.mention_row(mention, record_type="invoice", extraction="x")])
            batch.add("members", [{"mention": mention.id, "anchor": anchor, "entity": entity}])

    def entity(self, id_: str, *names: str) -> None:
        entity = {"id": id_, "kind": "organization", "name": names[0], "names": list(names), "level": "I3"}
        with self.case.batch() as batch:
            batch.add("entities", [entity])

    def finding(self, finding: Finding, standing: Standing | None = None) -> None:
        with self.case.batch() as batch:
            batch.add("findings", [rows.finding_row(finding)])
            batch.add("standings", [rows.standing_row(standing)] if standing else [])


SELLER, MIDDLE, PLANT = "Halvorsen Instruments AS", "Meridian Trade LLC", "Завод «Северный Луч»"
DENIAL = "Meridian Trade LLC has never supplied anything to the plant."
BILL_IN = "4 x pressure transducer PT-90, 250.00 each, 1000.00 EUR"


def _bills(shelf: Shelf) -> tuple[Leaf, Leaf, Leaf]:
    shelf.source(
        "s-in",
        "invoices/in.pdf",
        ["INVOICE 17", f"Seller: {SELLER}", f"Buyer: {MIDDLE}", "Date: 5 March 2024", "", "", "", "Goods", BILL_IN],
        record_type="invoice",
    )
    out = f"Счёт 88 от 21.04.2024. Продавец: {MIDDLE}. Покупатель: {PLANT}. Датчик давления PT-90, 4 шт."
    shelf.source("s-out", "invoices/out.txt", out, record_type="invoice", language="ru")
    first = shelf.claim(
        "s-in",
        BILL_IN,
        {
            "subject": SELLER,
            "object": MIDDLE,
            "date": "5 March 2024",
            "item": "pressure transducer PT-90",
            "quantity": "4",
        },
        predicate="billed",
        modality="billed",
        record_type="invoice",
        qualifiers=(("date", "2024-03-05"), ("item", "pressure transducer PT-90"), ("quantity", "4")),
    )
    second = shelf.claim(
        "s-out",
        out,
        {"subject": MIDDLE, "object": PLANT, "date": "21.04.2024", "item": "Датчик давления PT-90", "quantity": "4 шт"},
        predicate="billed",
        modality="billed",
        record_type="invoice",
        qualifiers=(("date", "2024-04-21"), ("item", "Датчик давления PT-90"), ("quantity", "4")),
    )
    returned = shelf.claim(
        shelf.source("s-back", "letters/return.txt", f"{MIDDLE} returned two of the transducers on 9 May 2024."),
        f"{MIDDLE} returned two of the transducers on 9 May 2024.",
        {},
        predicate="says",
        stance="party_says",
        holders=(SELLER,),
        said_at=Moment.read("2024-05-10"),
        record_type="letter",
    )
    return first, second, returned


def _denial(shelf: Shelf) -> Leaf:
    shelf.source("s-news", "news/one.txt", f"A spokesman wrote: {DENIAL} The maker gave no interview.")
    return shelf.claim(
        "s-news",
        DENIAL,
        {},
        predicate="responds",
        subject=MIDDLE,
        object="supplies",
        stance="party_denies",
        holders=("a spokesman", MIDDLE),
        said_at=Moment.read("2024-06-01"),
    )


def _identity(shelf: Shelf) -> tuple[Leaf, Leaf]:
    """Add the judgement that joins the two spellings, and the plant's entry on the list."""
    for id_, *names in (("e-maker", SELLER), ("e-mid", MIDDLE), ("e-plant", PLANT)):
        shelf.entity(id_, *names)
    shelf.mention("s-in", MIDDLE, anchor="a-left", entity="e-mid")
    shelf.mention("s-out", MIDDLE, anchor="a-right", entity="e-mid")
    listing = Listing(
        "invented-list",
        "n-one",
        "1234",
        "SEVERNY LUCH PLANT",
        "primary",
        "organization",
        "INV-1",
        "2023-01-02",
        None,
        (),
        "",
    )
    hit = Hit(
        "e-maker",
        listing.id,
        "invented-list",
        "1234",
        "n-one",
        (),
        SELLER,
        "HALVORSEN",
        71.0,
        "I0",
        ("letters",),
        ("kind",),
        (),
    )
    candidate = {"id": "k-one", "left_entity": "e-maker", "right_entity": "e-x", "left_name": SELLER}
    candidate |= {"right_name": "Halvorson Inst.", "kind": "organization", "score": 88.0, "level": "I0"}
    with shelf.case.batch() as batch:
        batch.execute("judgements", ADD_JUDGEMENT, left=MIDDLE, right=MIDDLE)
        batch.execute("snapshots", ADD_SNAPSHOT)
        batch.add("listings", [rows.listing_row(listing)])
        batch.add("hits", [rows.hit_row(hit)])
        batch.add("candidates", [{**candidate, "because": ["one letter apart"], "against": []}])
    return Leaf("judgement", "j-one"), Leaf("list", listing.id)


def _gaps(shelf: Shelf) -> None:
    shelf.source("s-bad", "broken.txt", "?", status="failed", reason="not a text in any known encoding")
    gaps = [Gap("s-out", 1, "unmapped_table", "columns: Kol, Zut"), Gap("s-news", 1, "unplaced_cue", "reportedly")]
    with shelf.case.batch() as batch:
        batch.add("gaps", [rows.gap_row(gap, extraction="x") for gap in gaps])


def add_chain(shelf: Shelf) -> None:
    """Add the documents, the chain finding that they carry, what stands against it, and the denial."""
    first, second, returned = _bills(shelf)
    denial = _denial(shelf)
    judgement, listing = _identity(shelf)
    _gaps(shelf)
    finding = Finding(
        type="F05",
        key=("e-maker", "e-mid", "e-plant"),
        sentence=f"{SELLER} billed {MIDDLE} for 4 pressure transducer PT-90 on 2024-03-05; {MIDDLE} billed {PLANT} "
        "for the same on 2024-04-21. No record of delivery is in this case.",
        slots=(
            Slot("seller", SELLER, (first,)),
            Slot("intermediary", MIDDLE, (first, second, judgement)),
            Slot("quantity", "4", (first,)),
            Slot("item", "pressure transducer PT-90", (first,)),
            Slot("date", "2024-03-05", (first,)),
            Slot("buyer", PLANT, (second, listing)),
            Slot("second_date", "2024-04-21", (second,)),
        ),
        supports=((first, second, judgement, listing),),
        against=(returned,),
        replies=(denial,),
        level="I3",
        limits=("A bill does not show that goods moved.",),
    )
    checks = (Check("C1", met=False, why="one channel"), Check("C4", met=None, why="no second record"))
    standing = Standing(
        finding.id, "low", checks, ("s-in", "s-out"), origins=2, survives_any_one=False, weakest=(judgement,)
    )
    shelf.finding(finding, standing)
