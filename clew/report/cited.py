"""Findings with every slot resolved to words: rows of a case go in, plain records for any export come out."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from clew.model.records import Check, Leaf
from clew.report.citation import Citation, ClaimCitation, Leaves, SlotAsked
from clew.report.ledger import Entry, read_ledger
from clew.report.region import Regions
from clew.report.wording import tell_holders
from clew.store.case import Case

FINDINGS = """select f.*, st.confidence, st.checks, st.sources, st.survives_any_one, st.weakest, st.finding as weighed
              from findings f left join standings st on st.finding = f.id order by f.type, f.sentence, f.id"""
PARTIES = """select id, name, names from entities
             where kind in ('person', 'organization')
               and (id in (select unnest($values::varchar[])) or name in (select unnest($values::varchar[]))
                    or len(list_intersect(names, $values::varchar[])) > 0)
             order by name, id"""

# Those who speak about others from outside are no party to the finding that quotes them.
OUTSIDE_STANCES = ("official_assesses", "expert_opines", "reported", "commentary")
NAME_LENGTH = 5  # characters; a shorter value is marked once, as it may stand for something else elsewhere
CONFIDENCES = ("high", "moderate", "low")


@dataclass(frozen=True, slots=True)
class PatternText:
    """What a pattern says of itself; given by the caller, as the report may not look into the detecting room."""

    title: str
    also_explained_by: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotCited:
    """A filled place of a sentence and the notes it stands on."""

    name: str
    value: str
    notes: tuple[int, ...]
    words: tuple[str, ...]  # the exact words that carry it, where a quote carries just this


class SentencePiece(NamedTuple):
    """A run of a sentence; with notes where it is the value of a slot."""

    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FindingCited:
    """A finding as the report shows it."""

    id: str
    number: int
    type: str
    sentence: str
    pieces: tuple[SentencePiece, ...]  # joined, they are the sentence
    slots: tuple[SlotCited, ...]
    citations: tuple[Citation, ...]
    supports: tuple[tuple[int, ...], ...]  # note numbers of each support set
    supports_complete: bool
    against: tuple[Citation, ...]
    replies: tuple[Citation, ...]
    silent: tuple[str, ...]  # parties of whom no reply and no request is in the case
    asked: tuple[str, ...]  # what parties were asked, and what became of it
    level: str
    band: str
    limits: tuple[str, ...]
    weighed: bool
    confidence: str
    checks: tuple[Check, ...]
    sources: int
    survives_any_one: bool
    weakest: tuple[Citation, ...]


class _Party(NamedTuple):
    id: str
    name: str
    names: tuple[str, ...]


def cite_findings(case: Case) -> tuple[tuple[FindingCited, ...], int]:
    """Return every finding of a case, resolved, and how many page regions were left out for their number.

    Notes are numbered once over all findings: what two findings stand on has one note and one number.
    """
    rows = sorted(case.query(FINDINGS), key=_rank)
    leaves = Leaves(case, (leaf for row in rows for leaf in _leaves_of(row)))
    regions = Regions(case, leaves.spans())
    ledger = read_ledger(case)
    parties = _read_parties(case, rows)
    try:
        notes = _write_notes(rows, leaves=leaves, regions=regions, parties=parties)
    finally:
        regions.close()
    findings = [
        _cite(row, number=number, notes=notes, parties=parties, ledger=ledger.get(row["id"], []))
        for number, row in enumerate(rows, start=1)
    ]
    return tuple(findings), regions.left_out


def _write_notes(
    rows: Sequence[Mapping[str, Any]], *, leaves: Leaves, regions: Regions, parties: dict[str, list[_Party]]
) -> dict[Leaf, Citation]:
    """Return the note of each leaf, numbered; the words that carry a slot of any finding are marked in it."""
    slots: dict[Leaf, dict[SlotAsked, None]] = {leaf: {} for row in rows for leaf in _leaves_of(row)}
    for row in rows:
        for slot in row["slots"]:
            for leaf in _read_leaves(slot["leaves"]):
                slots[leaf][_ask(slot, parties)] = None
    notes: dict[Leaf, Citation] = {}
    for number, leaf in enumerate(sorted(slots, key=leaves.order), start=1):
        here = list(slots[leaf])
        drawn = regions.draw(leaves.quotes(leaf, slots=here), home=str(number))
        notes[leaf] = leaves.cite(leaf, number=number, regions=drawn, slots=here)
    return notes


def _rank(row: Mapping[str, Any]) -> tuple[str, int]:
    known = row["confidence"] in CONFIDENCES
    return row["type"], CONFIDENCES.index(row["confidence"]) if known else len(CONFIDENCES)


def _read_leaves(items: Iterable[Mapping[str, str]] | None) -> tuple[Leaf, ...]:
    return tuple(Leaf(item["kind"], item["id"]) for item in items or ())


def _leaves_of(row: Mapping[str, Any]) -> tuple[Leaf, ...]:
    """Return the leaves of a finding in the order of its notes: slots, then supports, then what stands against."""
    groups = [slot["leaves"] for slot in row["slots"]] + list(row["supports"])
    groups += [row["against"], row["replies"], row["weakest"]]
    return tuple(dict.fromkeys(leaf for group in groups for leaf in _read_leaves(group)))


def _read_parties(case: Case, rows: Sequence[Mapping[str, Any]]) -> dict[str, list[_Party]]:
    """Return, by each value or key that names it, the persons and firms the findings speak of."""
    values = sorted({*(s["value"] for row in rows for s in row["slots"]), *(k for row in rows for k in row["key"])})
    named: dict[str, list[_Party]] = {}
    for row in case.query(PARTIES, values=values):
        party = _Party(row["id"], row["name"], tuple(row["names"] or ()))
        for name in dict.fromkeys((party.id, party.name, *party.names)):
            named.setdefault(name, []).append(party)
    return named


def _cite(
    row: Mapping[str, Any],
    *,
    number: int,
    notes: Mapping[Leaf, Citation],
    parties: dict[str, list[_Party]],
    ledger: Sequence[Entry],
) -> FindingCited:
    def cited(items: Iterable[Mapping[str, str]] | None) -> tuple[Citation, ...]:
        return tuple(notes[leaf] for leaf in _read_leaves(items))

    slots = tuple(_cite_slot(_ask(slot, parties), slot["value"], cited(slot["leaves"])) for slot in row["slots"])
    replies = cited(row["replies"])
    supported = [note for support in row["supports"] for note in cited(support)]
    silent = _silent(row, slots, parties, replies=replies, supported=supported)
    requests = [entry for entry in ledger if entry.request]
    return FindingCited(
        id=row["id"],
        number=number,
        type=row["type"],
        sentence=row["sentence"],
        pieces=cut_sentence(row["sentence"], slots),
        slots=slots,
        citations=tuple(sorted((notes[leaf] for leaf in _leaves_of(row)), key=lambda note: note.number)),
        supports=tuple(tuple(note.number for note in cited(support)) for support in row["supports"]),
        supports_complete=row["supports_complete"],
        against=cited(row["against"]),
        replies=replies,
        silent=tuple(name for name in silent if name not in {entry.party for entry in requests}),
        asked=tuple(entry.tell() for entry in requests),
        level=row["level"],
        band=row["band"],
        limits=tuple(dict.fromkeys(row["limits"] or ())),
        **_standing(row, cited),
    )


def _standing(row: Mapping[str, Any], cited: Callable[[Any], tuple[Citation, ...]]) -> dict[str, Any]:
    return {
        "weighed": row["weighed"] is not None,
        "confidence": row["confidence"] or "",
        "checks": tuple(Check(check["name"], check["met"], check["why"]) for check in row["checks"] or ()),
        "sources": len(row["sources"] or ()),
        "survives_any_one": bool(row["survives_any_one"]),
        "weakest": cited(row["weakest"]),
    }


def _ask(slot: Mapping[str, Any], parties: dict[str, list[_Party]]) -> SlotAsked:
    names = (name for party in parties.get(slot["value"], ()) for name in (party.name, *party.names))
    return SlotAsked(slot["name"], frozenset((slot["value"], *names)))


def _cite_slot(slot: SlotAsked, value: str, notes: tuple[Citation, ...]) -> SlotCited:
    words = [words for note in notes if isinstance(note, ClaimCitation) for words in note.words_for(slot)]
    return SlotCited(slot.name, value, tuple(note.number for note in notes), tuple(dict.fromkeys(words)))


def cut_sentence(sentence: str, slots: Iterable[SlotCited]) -> tuple[SentencePiece, ...]:
    """Return the sentence cut at the values of its slots: the longest first, each at its first free place.

    A name that stands there again carries its notes again; a short value such as a count does not, as the second
    place may mean something else. A value that is not in the sentence word for word is left to the table of slots.
    """
    taken: list[tuple[int, int, tuple[int, ...]]] = []
    ranked = sorted((slot for slot in slots if slot.value and slot.notes), key=lambda slot: -len(slot.value))
    for again in (False, True):
        for slot in ranked:
            places = _find_places(sentence, slot.value, taken)
            if places and not again:
                places = places[:1]
            elif len(slot.value) < NAME_LENGTH:
                continue
            taken += [(at, at + len(slot.value), slot.notes) for at in places]
    return tuple(_cut_at(sentence, sorted(taken)))


def _find_places(sentence: str, value: str, taken: Iterable[tuple[int, int, tuple[int, ...]]]) -> list[int]:
    starts = (match.start() for match in re.finditer(re.escape(value), sentence))
    return [at for at in starts if _is_free(sentence, at, at + len(value), taken)]


def _cut_at(sentence: str, taken: Iterable[tuple[int, int, tuple[int, ...]]]) -> Iterator[SentencePiece]:
    done = 0
    for start, stop, notes in taken:
        if start > done:
            yield SentencePiece(sentence[done:start], ())
        yield SentencePiece(sentence[start:stop], notes)
        done = stop
    if done < len(sentence):
        yield SentencePiece(sentence[done:], ())


def _is_free(sentence: str, start: int, stop: int, taken: Iterable[tuple[int, int, tuple[int, ...]]]) -> bool:
    """Say whether a place is unclaimed and holds whole words: a count of 2 is not the 2 of 2024."""
    if any(start < other_stop and other_start < stop for other_start, other_stop, _ in taken):
        return False
    before, after = sentence[start - 1 : start], sentence[stop : stop + 1]
    return not (_joins(before, sentence[start]) or _joins(after, sentence[stop - 1]))


def _joins(outer: str, inner: str) -> bool:
    both = outer + inner
    return len(both) == 2 and both.isalnum() and both.isascii()


def _silent(
    row: Mapping[str, Any],
    slots: Iterable[SlotCited],
    parties: dict[str, list[_Party]],
    *,
    replies: Iterable[Citation],
    supported: Iterable[Citation],
) -> tuple[str, ...]:
    """Return the parties a finding names of whom it holds no reply."""
    answered = {who for note in replies if isinstance(note, ClaimCitation) for who in _speakers(note)}
    outside = {
        who
        for note in supported
        if isinstance(note, ClaimCitation) and note.stance in OUTSIDE_STANCES
        for who in note.holders
    }
    values = [*(slot.value for slot in slots), *row["key"]]
    named = dict.fromkeys(party for value in values for party in parties.get(value, ()))
    return tuple(
        dict.fromkeys(party.name for party in named if not {party.id, party.name, *party.names} & (answered | outside))
    )


def _speakers(note: ClaimCitation) -> set[str]:
    return {note.subject, *note.holders, note.subject_entity or ""}


def join_repeated(notes: Iterable[Citation]) -> list[tuple[Citation, tuple[int, ...]]]:
    """Return notes with their numbers, those that quote the same words in the same manner as one."""
    joined: dict[object, list[Citation]] = {}
    for note in notes:
        same: object = note.leaf
        if isinstance(note, ClaimCitation):
            same = (note.source, note.page, note.parts[0].span, note.holders, note.stance)
        joined.setdefault(same, []).append(note)
    return [(group[0], tuple(note.number for note in group)) for group in joined.values()]


def tell_chain(note: ClaimCitation) -> str:
    """Return in words who says what a note quotes."""
    return tell_holders(note.holders, note.stance)
