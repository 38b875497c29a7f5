"""Anchors: all mentions of one name in one source, the smallest thing that is taken for one party.

In: mentions as rows. Out: an `Anchor` for each name of each source, two where the source itself tells two bearers apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from clew.model.ids import content_id
from clew.model.names import fold, fold_identifier
from clew.model.vocabulary import NUMBERED, STRONG_IDENTIFIERS, WEAK_ATTRIBUTES

# In prose a name's kind is a guess; in these the place of the name says what it is.
RECORDS = frozenset({"invoice", "waybill", "delivery_act", "passenger_record", "register_extract", "list_entry"})

Identifiers = tuple[tuple[str, str], ...]


class MentionRow(NamedTuple):
    """A mention as the tables hold it."""

    id: str
    source: str
    text: str
    kind: str
    identifiers: Identifiers = ()
    record_type: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """All mentions of one name of one kind in one source."""

    id: str
    kind: str
    key: str
    text: str  # the spelling met most often here, one in the nominative before others
    source: str
    identifiers: Identifiers
    is_record: bool
    mentions: tuple[str, ...]
    surfaces: tuple[tuple[str, int], ...] = ()  # every spelling and how often
    form: str = ""  # what is compared, where no spelling stands in the nominative; else the text is


def name_key(kind: str, key: str) -> str:
    """Return the shared key of a name: "name:person:ivan petrov"."""
    return f"name:{kind}:{key}"


_NOTHING: Mapping[str, frozenset[str]] = MappingProxyType({})


def values_of(identifiers: Identifiers) -> Mapping[str, frozenset[str]]:
    """Return the values of each strong identifier and of the birth date, folded; other attributes are left out."""
    return _values(identifiers) if identifiers else _NOTHING


@lru_cache(maxsize=200_000)
def _values(identifiers: Identifiers) -> Mapping[str, frozenset[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for type_, value in identifiers:
        if type_ in WEAK_ATTRIBUTES:
            values[type_].add(value)
        elif type_ in STRONG_IDENTIFIERS and (folded := fold_identifier(value)):
            values[type_].add(folded)
    return MappingProxyType({type_: frozenset(found) for type_, found in values.items()})


def differing(
    left: Mapping[str, frozenset[str]], right: Mapping[str, frozenset[str]]
) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return the types of which both sides have values and share none, with the values."""
    types = sorted(type_ for type_ in left.keys() & right.keys() if left[type_].isdisjoint(right[type_]))
    return tuple((type_, tuple(sorted(left[type_])), tuple(sorted(right[type_]))) for type_ in types)


def anchors(mentions: Iterable[MentionRow]) -> list[Anchor]:
    """Return the anchors of all mentions, sorted by id.

    A mention in prose takes the kind under which records of the case have its name, where exactly one does. Mentions of
    one name in one source with different identifiers or birth dates are different anchors. A name that stands in another
    case is compared in its nominative, unless the same letters also stand in the nominative in that source.
    """
    rows = sorted(mentions)
    standing = {(row.source, row.text) for row in rows if not _nominative(row)}
    forms = {row.id: row.text if (row.source, row.text) in standing else _nominative(row) for row in rows}
    recorded: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.record_type in RECORDS or row.kind in NUMBERED:
            recorded[row.kind].add(fold(row.text, row.kind).key)
    groups: dict[tuple[str, str, str], list[MentionRow]] = defaultdict(list)
    for row in rows:
        kind = (
            row.kind
            if row.record_type in RECORDS or row.kind in NUMBERED
            else _kind_of(row.kind, forms[row.id], recorded)
        )
        groups[kind, fold(forms[row.id], kind).key, row.source].append(row)
    found = [_anchor(*where, part, forms) for where, group in groups.items() for part in _parted(group)]
    return sorted(found, key=lambda anchor: anchor.id)


Pair = tuple[str, str]


def undisputed(anchors: Iterable[Anchor], dealings: Iterable[Pair]) -> tuple[list[Anchor], tuple[Pair, ...]]:
    """Return the anchors less every strong identifier that a document prints with both sides of one dealing.

    Seller and buyer cannot share a tax number; which of them it belongs to is not for the program to guess.

    Args:
        anchors: the names of the case.
        dealings: anchor ids that one claim names as two parties.

    Returns:
        the anchors, and the (anchor id, "type:value") that were left out.
    """
    known = {anchor.id: anchor for anchor in anchors}
    disputed: dict[str, set[Pair]] = defaultdict(set)
    for left, right in dealings:
        mine, theirs = values_of(known[left].identifiers), values_of(known[right].identifiers)
        for type_ in STRONG_IDENTIFIERS:
            for value in mine.get(type_, frozenset()) & theirs.get(type_, frozenset()):
                disputed[left].add((type_, value))
                disputed[right].add((type_, value))
    for id_, pairs in disputed.items():
        kept = tuple(pair for pair in known[id_].identifiers if (pair[0], fold_identifier(pair[1])) not in pairs)
        known[id_] = replace(known[id_], identifiers=kept)
    left_out = sorted((id_, f"{type_}:{value}") for id_, pairs in disputed.items() for type_, value in pairs)
    return sorted(known.values(), key=lambda anchor: anchor.id), tuple(left_out)


def _nominative(row: MentionRow) -> str:
    """Return the nominative that a reader of an inflecting language puts beside a name, or nothing."""
    return next((value for type_, value in row.identifiers if type_ == "nominative"), "")


def _kind_of(guess: str, form: str, recorded: Mapping[str, set[str]]) -> str:
    kinds = [kind for kind, keys in recorded.items() if fold(form, kind).key in keys]
    if guess in kinds or len(kinds) != 1 or kinds[0] == "unknown":
        return guess
    return kinds[0]


def _parted(group: Sequence[MentionRow]) -> list[tuple[Identifiers, list[MentionRow]]]:
    """Return the mentions of each bearer, with the identifiers that tell it apart; one part where none do."""
    carried = [values_of(row.identifiers) for row in group]
    if not any(carried):
        return [((), list(group))]
    distinct = list({str(sorted(map(str, values.items()))): values for values in carried}.values())
    if not any(differing(left, right) for left in distinct for right in distinct):
        return [((), list(group))]
    parts: dict[Identifiers, list[MentionRow]] = defaultdict(list)
    for row, values in zip(group, carried, strict=True):
        strong = tuple((t, min(values[t])) for t in STRONG_IDENTIFIERS if t in values)
        mark = strong[:1] or tuple((t, min(values[t])) for t in WEAK_ATTRIBUTES if t in values)
        parts[mark].append(row)
    return list(parts.items())


def _anchor(
    kind: str, key: str, source: str, part: tuple[Identifiers, list[MentionRow]], forms: Mapping[str, str]
) -> Anchor:
    mark, rows = part
    surfaces = Counter(row.text for row in rows)
    plain = {row.text for row in rows if forms[row.id] == row.text}  # these come first: they stand in the nominative
    ordered = tuple(sorted(surfaces.items(), key=lambda item: (item[0] not in plain, -item[1], item[0])))
    return Anchor(
        id=content_id("a", [kind, key, source, mark] if mark else [kind, key, source]),
        kind=kind,
        key=key,
        text=ordered[0][0],
        source=source,
        identifiers=tuple(sorted({pair for row in rows for pair in row.identifiers})),
        is_record=any(row.record_type in RECORDS for row in rows),
        mentions=tuple(sorted({row.id for row in rows})),
        surfaces=ordered,
        form="" if plain else min(forms[row.id] for row in rows),
    )
