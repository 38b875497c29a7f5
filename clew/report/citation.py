"""What a note of the report says: leaf ids go in, their words, places and holders come out as plain records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from clew.model.records import Leaf
from clew.model.source import Span
from clew.report.reach import tell_reach, types_held
from clew.report.region import Region
from clew.report.wording import tell_language, tell_role
from clew.store.case import Case

CLAIMS = """select c.*, s.path, s.language, m.entity as subject_entity
            from claims c join sources s on s.id = c.source left join members m on m.mention = c.subject_mention
            where c.id in (select unnest($ids::varchar[]))"""
PAGE_LABELS = """select source, number, label from pages
                 where label != '' and source in (select unnest($sources::varchar[]))"""
JUDGEMENTS = """select id, left_anchor, right_anchor, left_name, right_name, decision, level, why, judged_by, judged_at
                from judgements where id in (select unnest($ids::varchar[]))"""
LINKS = """select l.id, l.anchor, l.key, l.level, l.why, l.judged_by, a.text
           from links l left join anchors a on a.id = l.anchor where l.id in (select unnest($ids::varchar[]))"""
ANCHOR_PLACES = """select me.anchor, m.source, m.page, m.start, m.stop, m.text, s.path
                   from members me join mentions m on m.id = me.mention join sources s on s.id = m.source
                   where me.anchor in (select unnest($ids::varchar[]))
                   qualify row_number() over (partition by me.anchor order by m.source, m.page, m.start, m.id) = 1"""
LISTINGS = """select l.*, n.authority, n.as_of, n.as_of_basis, n.sha256
              from listings l join snapshots n on n.id = l.snapshot where l.id in (select unnest($ids::varchar[]))"""


MARKED = ("subject", "object", "date")


class SlotAsked(NamedTuple):
    """A slot whose words are looked for; `values` are its own and, for a party, every name it goes by."""

    name: str
    values: frozenset[str]


class Part(NamedTuple):
    """Words that carry one field of a claim."""

    role: str
    words: str
    span: Span


class Piece(NamedTuple):
    """A run of a quote; `marked` where it carries who, what, when or a slot of the finding."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class ClaimCitation:
    """Words of a source, and who says them how."""

    number: int
    leaf: Leaf
    source: str  # source id
    path: str
    page: int
    page_label: str
    words: str  # exactly the characters of the page
    language: str  # tag for the lang attribute
    pieces: tuple[Piece, ...]  # the words again, cut where they carry who, what, when or a slot of the finding
    parts: tuple[Part, ...]
    predicate: str
    subject: str
    subject_entity: str | None
    object: str
    qualifiers: tuple[tuple[str, str], ...]
    holders: tuple[str, ...]
    stance: str
    modality: str
    polarity: str
    hedges: tuple[str, ...]
    said_at: str
    status: str
    record_type: str
    method: str
    reading: float
    regions: tuple[Region, ...]
    reach: str = ""  # what its strong words, or the papers it names, cannot carry
    kind: str = "claim"

    def words_for(self, slot: SlotAsked) -> tuple[str, ...]:
        """Return the words that carry a slot: by its name, or by the value they were read as."""
        fields = (*self.qualifiers, ("subject", self.subject), ("object", self.object))
        return tuple(part.words for part in self.parts if _carries(part, slot, self.predicate, fields))


class Place(NamedTuple):
    """A name where it stands; without a source, as it was noted when it was judged."""

    name: str
    source: str
    path: str
    page: int
    language: str


@dataclass(frozen=True, slots=True)
class JudgementCitation:
    """A decision on identity: what was joined, by whom, why, at which level."""

    number: int
    leaf: Leaf
    left: Place
    right: Place | None  # None: Clew's own, which joins a name to what it shares with others
    key: str  # what is shared, as in passport:X0000001
    decision: str
    level: str
    why: str
    by: str
    at: str
    kind: str = "judgement"


@dataclass(frozen=True, slots=True)
class ListCitation:
    """An entry of a sanctions list, in one snapshot of it."""

    number: int
    leaf: Leaf
    list: str
    authority: str
    entry: str
    name: str
    name_kind: str
    programme: str
    listed_on: str
    delisted_on: str
    remarks: str
    as_of: str
    as_of_basis: str
    sha256: str
    kind: str = "list"


@dataclass(frozen=True, slots=True)
class LostCitation:
    """A leaf that nothing in the case answers to any more; the note says so instead of leaving it out."""

    number: int
    leaf: Leaf
    kind: str = "lost"


Citation = ClaimCitation | JudgementCitation | ListCitation | LostCitation


class Leaves:
    """What the leaves of the case's findings are, fetched once for all of them."""

    def __init__(self, case: Case, leaves: Iterable[Leaf]) -> None:
        ids: dict[str, list[str]] = {"claim": [], "judgement": [], "list": []}
        for leaf in sorted(set(leaves)):
            ids.setdefault(leaf.kind, []).append(leaf.id)
        self._held = types_held(case)
        self._claims = _by_id(case.query(CLAIMS, ids=ids["claim"]))
        sources = sorted({row["source"] for row in self._claims.values()})
        labels = case.query(PAGE_LABELS, sources=sources)
        self._labels = {(row["source"], row["number"]): row["label"] for row in labels}
        self._judgements = _by_id(case.query(JUDGEMENTS, ids=ids["judgement"]))
        self._links = _by_id(case.query(LINKS, ids=ids["judgement"]))
        self._places = {row["anchor"]: row for row in case.query(ANCHOR_PLACES, ids=self._anchors())}
        self._listings = _by_id(case.query(LISTINGS, ids=ids["list"]))

    def quotes(self, leaf: Leaf, *, slots: Iterable[SlotAsked] = ()) -> tuple[tuple[Span, str], ...]:
        """Return the words a leaf stands on, the whole quote first, then who, what, when and the slots."""
        row = self._claims.get(leaf.id)
        return tuple((part.span, part.words) for part in (_parts(row)[0], *_told(row, slots))) if row else ()

    def order(self, leaf: Leaf) -> tuple[int, str, int, int, str]:
        """Return the key that puts notes as a reader checks them: words by document and place, then the rest by kind."""
        row = self._claims.get(leaf.id)
        if row:
            whole = row["quotes"][0]
            return 0, row["path"], whole["page"], whole["start"], leaf.id
        known = self._judgements.get(leaf.id) or self._links.get(leaf.id)
        return (1, known["why"], 0, 0, leaf.id) if known else (2, leaf.kind, 0, 0, leaf.id)

    def spans(self) -> Iterable[Span]:
        """Yield every span that a region could be asked for."""
        for row in self._claims.values():
            for part in _parts(row):
                yield part.span

    def cite(
        self, leaf: Leaf, *, number: int, regions: tuple[Region, ...] = (), slots: Iterable[SlotAsked] = ()
    ) -> Citation:
        """Return the note of a leaf; `slots` are those of the finding that stand on it."""
        if leaf.kind == "claim" and leaf.id in self._claims:
            return self._cite_claim(leaf, number, regions, slots)
        if leaf.id in self._judgements:
            return self._cite_judgement(leaf, number)
        if leaf.id in self._links:
            return self._cite_link(leaf, number)
        if leaf.kind == "list" and leaf.id in self._listings:
            row = self._listings[leaf.id]
            fields = [field for field in ListCitation.__slots__ if field not in ("number", "leaf", "kind")]
            return ListCitation(number, leaf, **{field: row[field] or "" for field in fields})
        return LostCitation(number, leaf)

    def _anchors(self) -> list[str]:
        judged = [row[side] for row in self._judgements.values() for side in ("left_anchor", "right_anchor")]
        return sorted({*judged, *(row["anchor"] for row in self._links.values())})

    def _cite_claim(
        self, leaf: Leaf, number: int, regions: tuple[Region, ...], slots: Iterable[SlotAsked]
    ) -> ClaimCitation:
        row = self._claims[leaf.id]
        parts = _parts(row)
        whole = parts[0]
        return ClaimCitation(
            number=number,
            leaf=leaf,
            page=whole.span.page,
            page_label=self._labels.get((row["source"], whole.span.page), ""),
            words=whole.words,
            language=tell_language(whole.words, source=row["language"]),
            pieces=_cut(whole, _told(row, slots)),
            parts=parts,
            qualifiers=tuple(sorted((row["qualifiers"] or {}).items())),
            holders=tuple(row["holders"] or ()),
            hedges=tuple(row["hedges"] or ()),
            said_at=row["said_at"] or "",
            regions=regions,
            reach=tell_reach(row, self._held),
            **{field: row[field] for field in _COPIED},
        )

    def _cite_judgement(self, leaf: Leaf, number: int) -> JudgementCitation:
        row = self._judgements[leaf.id]
        left, right = (self._place(row[f"{side}_anchor"], row[f"{side}_name"]) for side in ("left", "right"))
        ruling = (row["decision"], row["level"], row["why"], row["judged_by"], row["judged_at"])
        return JudgementCitation(number, leaf, left, right, "", *ruling)

    def _cite_link(self, leaf: Leaf, number: int) -> JudgementCitation:
        row = self._links[leaf.id]
        left = self._place(row["anchor"], row["text"] or row["anchor"])
        return JudgementCitation(
            number, leaf, left, None, row["key"], "same", row["level"], row["why"], row["judged_by"], ""
        )

    def _place(self, anchor: str, name: str) -> Place:
        row = self._places.get(anchor)
        if row is None:
            return Place(name, "", "", 0, tell_language(name, source=""))
        return Place(row["text"], row["source"], row["path"], row["page"], tell_language(row["text"], source=""))


_COPIED = (
    *("source", "path", "predicate", "subject", "subject_entity", "object", "stance", "modality", "polarity"),
    *("status", "record_type", "method", "reading"),
)


def _by_id(rows: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def _parts(row: Mapping[str, Any]) -> tuple[Part, ...]:
    return tuple(
        Part(quote["role"], quote["text"], Span(row["source"], quote["page"], quote["start"], quote["stop"]))
        for quote in row["quotes"]
    )


def _told(row: Mapping[str, Any], slots: Iterable[SlotAsked]) -> tuple[Part, ...]:
    """Return the parts that carry who, what, when or one of these slots; marking every field would mark whole rows."""
    fields = (*(row["qualifiers"] or {}).items(), ("subject", row["subject"]), ("object", row["object"]))
    return tuple(
        part
        for part in _parts(row)[1:]
        if part.role in MARKED or any(_carries(part, slot, row["predicate"], fields) for slot in slots)
    )


def _carries(part: Part, slot: SlotAsked, predicate: str, fields: Iterable[tuple[str, str]]) -> bool:
    """Say whether words carry a slot: their role has its name, their field was read as its value, or they are it.

    A value of one or two characters proves nothing: the 1 of a line number is not the 1 of a count.
    """
    if slot.name.rstrip("_0123456789") in (part.role, tell_role(part.role, predicate)):
        return True
    values = {value for value in slot.values if len(value) > 2}
    return part.words in values or any(part.role == field and held in values for field, held in fields)


def _cut(whole: Part, fields: Iterable[Part]) -> tuple[Piece, ...]:
    """Return the whole quote cut at the edges of the fields inside it; joined, the pieces are the quote again."""
    start = whole.span.start
    marked = [False] * len(whole.words)
    for field in fields:
        if field.span.page == whole.span.page:
            for at in range(max(field.span.start - start, 0), min(field.span.stop - start, len(marked))):
                marked[at] = True
    pieces: list[Piece] = []
    begin = 0
    for at in range(1, len(marked) + 1):
        if at == len(marked) or marked[at] != marked[begin]:
            pieces.append(Piece(whole.words[begin:at], marked[begin]))
            begin = at
    return tuple(pieces)
