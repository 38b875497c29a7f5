"""Screening: which parties of a case bear a listed name, on what evidence, and what speaks against.

In: parties with their names as documents write them, and listings. Out: hits, each with its identity level. A match of
names is not a person; levels as in Wolfsberg-style screening: I0 a lead, I1 the name, I2 the name and the day of birth,
I3 a strong identifier, or the name in its own script and the day of birth.

The level of a hit rests on what stands in the same document as the name, so that it does not move when names are joined
or parted; what other documents say against it is in `against`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from clew.model.names import Name, fold, fold_identifier, same_name
from clew.model.records import Hit, Leaf, Listing
from clew.model.vocabulary import STRONG_IDENTIFIERS, WEAK_ATTRIBUTES
from clew.naming.attributes import telling
from clew.naming.explain import explain
from clew.naming.index import NameIndex
from clew.naming.normalise import read_name
from clew.naming.trees import model

NEAR = model().alert["0.01"]  # score from which a listed name is a lead: 1 in 100 innocent names has one
_SHORTEST = 5  # letters; below, near spellings mean nothing
_ROWS = 1000  # parties compared at once; half as many took 15 % longer
_LEADS = 20  # readings of listed names that are looked at for each name
_SCREENED = ("person", "organization", "unknown")
_THINGS = ("vessel", "aircraft")  # lists name them too, as of unknown kind, with their numbers

Identifiers = tuple[tuple[str, str], ...]
_Values = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class NameInCase:
    """A name of a party in one document, with the identifiers printed with it there."""

    anchor: str  # anchor id
    text: str
    identifiers: Identifiers = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An entity as screening sees it."""

    id: str
    kind: str
    names: tuple[NameInCase, ...]


class _Match(NamedTuple):
    """One name of a party against one listing."""

    level: str
    score: float
    anchor: str
    text: str
    because: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(slots=True)
class _Index:
    listings: list[Listing] = field(default_factory=list)
    values: list[_Values] = field(default_factory=list)
    by_key: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    by_pinyin: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    by_identifier: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    by_id: dict[str, Listing] = field(default_factory=dict)
    names: NameIndex = field(default_factory=lambda: NameIndex.build(()))  # of all listings, by place


def hits(parties: Iterable[Party], listings: Iterable[Listing], *, near: float = NEAR) -> Iterator[Hit]:
    """Yield a hit for each party and listing that match, parties in the order given, listings by their id.

    An entry whose name or identifier is equal gives no leads by its other, merely near names; an entry found by an
    identifier alone is hit under its primary name.

    Args:
        parties: people, organizations, ships, aircraft and parties of unknown kind; others are passed over.
        listings: of any number of lists.
        near: the score, 0 to 100, from which a name that is not equal is a lead.
    """
    yield from Screener(listings).hits(parties, near=near)


class Screener:
    """Listings made ready to be asked many times."""

    def __init__(self, listings: Iterable[Listing], names: NameIndex | None = None) -> None:
        """Take the listings in; `names` is an index of their names ordered by listing id, where one is kept."""
        self._index = _indexed(listings, names)

    @property
    def names(self) -> NameIndex:
        """The index of the names of the listings, ordered by listing id."""
        return self._index.names

    def listing(self, id_: str) -> Listing:
        """Return a listing by its id."""
        return self._index.by_id[id_]

    def hits(self, parties: Iterable[Party], *, near: float = NEAR) -> Iterator[Hit]:
        """Yield hits as `hits` does."""
        batch: list[Party] = []
        for party in parties:
            if party.kind in (*_SCREENED, *_THINGS) and party.names:
                batch.append(party)
            if len(batch) == _ROWS:
                yield from _hits_of(batch, self._index, near)
                batch = []
        yield from _hits_of(batch, self._index, near)


def _indexed(listings: Iterable[Listing], names: NameIndex | None) -> _Index:
    index = _Index()
    for listing in sorted(listings, key=lambda listing: listing.id):
        index.by_id[listing.id] = listing
        place = len(index.listings)
        name = fold(listing.name, listing.kind)
        values = _values(listing.identifiers)
        index.listings.append(listing)
        index.values.append(values)
        for key in {name.key, *(name.variants if name.script in ("cyrillic", "mixed") else ())}:
            index.by_key[listing.kind, key].append(place)
        for reading in name.variants if name.script == "han" else ():
            index.by_pinyin[listing.kind, reading].append(place)
        for type_, found in values.items():
            for value in found if type_ in STRONG_IDENTIFIERS else ():
                index.by_identifier[type_, value].append(place)
    index.names = names or NameIndex.build((listing.name, listing.kind) for listing in index.listings)
    return index


def _values(identifiers: Identifiers) -> dict[str, frozenset[str]]:
    values: dict[str, set[str]] = defaultdict(set)
    for type_, value in identifiers:
        if type_ in WEAK_ATTRIBUTES:
            values[type_].add(value)
        elif type_ in STRONG_IDENTIFIERS and (folded := fold_identifier(value)):
            values[type_].add(folded)
    return {type_: frozenset(found) for type_, found in values.items()}


def _hits_of(batch: Sequence[Party], index: _Index, near: float) -> Iterator[Hit]:
    leads = _leads(batch, index, near)
    for party in batch:
        matches: dict[int, list[_Match]] = defaultdict(list)
        for name in party.names:
            for place in _equal(name, index):
                matches[place].append(_evidence(party.kind, name, index, place))
        entries = {_entry(index.listings[place]) for place in matches}
        for (place, text), score in leads[party.id].items():
            if _entry(index.listings[place]) not in entries:
                names = (name for name in party.names if name.text == text)
                matches[place] += [_lead(party.kind, name, index.listings[place], score) for name in names]
        named = {_entry(index.listings[place]) for place, found in matches.items() if any(m.score > 0 for m in found)}
        for place in sorted(matches):
            listing = index.listings[place]
            # Found by an identifier alone: once under the primary name, unless a name of the entry is equal.
            alone = all(match.score == 0 for match in matches[place])
            if matches[place] and not (alone and (_entry(listing) in named or listing.name_kind != "primary")):
                yield _hit(party, listing, index.values[place], matches[place])


def _entry(listing: Listing) -> tuple[str, str, str]:
    return listing.list, listing.snapshot, listing.entry


def _equal(name: NameInCase, index: _Index) -> set[int]:
    """Return the positions of listings with an equal identifier or an equal name."""
    places = {
        place
        for type_, values in _values(name.identifiers).items()
        for value in values
        for place in index.by_identifier.get((type_, value), ())
    }
    for other in _SCREENED:
        folded = fold(name.text, other)
        keys = {folded.key, *(folded.variants if folded.script in ("cyrillic", "mixed") else ())}
        for place in {place for key in keys for place in index.by_key.get((other, key), ())}:
            listed = fold(index.listings[place].name, folded.kind)
            if same_name(folded, listed):
                places.add(place)
    return places


def _evidence(kind: str, name: NameInCase, index: _Index, place: int) -> _Match:
    listing, theirs = index.listings[place], index.values[place]
    mine = _values(name.identifiers)
    left, right = fold(name.text, listing.kind), fold(listing.name, listing.kind)
    equal_name = same_name(left, right)
    shared = [(t, v) for t in STRONG_IDENTIFIERS for v in sorted(mine.get(t, frozenset()) & theirs.get(t, frozenset()))]
    born = sorted(mine.get("birth_date", frozenset()) & theirs.get("birth_date", frozenset()))
    because = [f"same {type_} {value}" for type_, value in shared]
    if equal_name:
        because.append(f"the names are equal after folding: '{name.text}' and '{listing.name}'")
    because += [f"same day of birth {day}" for day in born]
    contradictions = _contradictions(mine, theirs, shared=bool(shared))
    against = [f"{type_} differs: here {here}, on the list {there}" for type_, here, there in contradictions]
    against += _weaknesses(kind, left, listing) if equal_name else ["the names are not equal"]
    if contradictions:
        level = "I0"
    elif shared:
        level = "I3"
    else:
        level = _level_by_name(kind, left, right, listing, born=bool(born))
    return _Match(level, 100.0 if equal_name else 0.0, name.anchor, name.text, tuple(because), tuple(against))


def _level_by_name(kind: str, left: Name, right: Name, listing: Listing, *, born: bool) -> str:
    compatible = kind == listing.kind or "unknown" in (kind, listing.kind)
    if not compatible:
        return "I0"
    if born:
        own_script = left.script == right.script and left.script not in ("latin", "mixed")
        return "I3" if own_script and listing.name_kind != "weak alias" else "I2"
    return "I0" if listing.name_kind == "weak alias" or _too_short(left) else "I1"


def _too_short(name: Name) -> bool:
    """One word, or a family name with initials, is no full name of a person, nor of a ship; Han names stand in one word.

    A firm may be called by one word; by one of fewer letters than near spellings need it shares that with too many.
    """
    if name.script == "han" or name.full_tokens > 1:
        return False
    return name.kind != "organization" or len("".join(name.tokens)) < _SHORTEST


def _weaknesses(kind: str, name: Name, listing: Listing) -> Iterator[str]:
    if listing.name_kind == "weak alias":
        yield "the list calls this a weak alias"
    if _too_short(name):
        yield "only one word of the name is given in full"
    if kind != listing.kind and "unknown" not in (kind, listing.kind):
        yield f"here {kind}, on the list {listing.kind}"


def _contradictions(mine: _Values, theirs: _Values, *, shared: bool) -> list[tuple[str, str, str]]:
    """Return type and values of what differs.

    A firm has numbers in several registers: where another strong identifier is equal, a different register number
    contradicts nothing.
    """
    return [
        (type_, ", ".join(sorted(mine[type_])), ", ".join(sorted(theirs[type_])))
        for type_ in sorted(mine.keys() & theirs.keys())
        if mine[type_].isdisjoint(theirs[type_]) and not (shared and type_ == "registration")
    ]


def _leads(batch: Sequence[Party], index: _Index, near: float) -> dict[str, dict[tuple[int, str], float]]:
    """Return for each party the places of listings near one of its names, the name, and the score."""
    # Ships bear the names of people and towns: only an equal name or number finds one.
    batch = [party for party in batch if party.kind not in _THINGS]
    asked = dict.fromkeys((name.text, party.kind) for party in batch for name in party.names)
    found: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    pairs = index.names.search(list(asked), kept=_LEADS)
    questions = list(asked)
    alike = pairs.score >= near
    for number, place, score in zip(pairs.asked[alike], pairs.position[alike], pairs.score[alike], strict=True):
        text, kind = questions[number]
        if _may_be_lead(text, index.listings[place]):
            found[text, kind][int(place)] = round(float(score), 1)
    leads: dict[str, dict[tuple[int, str], float]] = defaultdict(dict)
    for party in batch:
        for name in party.names:
            pinyin = dict.fromkeys(_of_one_pinyin(name.text, party.kind, index), near)
            for place, score in (pinyin | found[name.text, party.kind]).items():
                leads[party.id][place, name.text] = score
    return leads


def _may_be_lead(text: str, listing: Listing) -> bool:
    """Say whether a near name may be a lead: not where letters are few, nor Han where characters or readings differ.

    Han names are leads to Latin ones by a whole reading, never by one that is merely near: tens of thousands share a pinyin.
    """
    left, right = fold(text, listing.kind), fold(listing.name, listing.kind)
    if "han" not in (left.script, right.script):
        return min(len(left.latin), len(right.latin)) >= _SHORTEST
    if left.script == right.script:
        return False
    if listing.kind != "person":
        return True
    # A Latin name stands as written: pinyin turned into Wade-Giles would meet the pinyin of other characters.
    read = [[r.words for r in read_name(n.text, n.kind) if r.script != "wade-giles"] for n in (left, right)]
    readings = [{"".join(sorted(words)) for words in side} for side in read]
    joined = [{"".join(words) for words in side} for side in read]
    turned = [{"".join([*words[-1:], *words[:-1]]) for words in side} for side in read]
    return bool(readings[0] & readings[1]) or bool(joined[0] & (joined[1] | turned[1])) or bool(joined[1] & turned[0])


def _of_one_pinyin(text: str, kind: str, index: _Index) -> Iterator[int]:
    for other in (kind,) if kind != "unknown" else _SCREENED:
        name = fold(text, other)
        yield from index.by_pinyin.get((other, name.key), ())
        for reading in name.variants if name.script == "han" else ():
            yield from index.by_key.get((other, reading), ())


def _lead(kind: str, name: NameInCase, listing: Listing, score: float) -> _Match:
    left = fold(name.text, listing.kind)
    said = explain(name.text, listing.name, listing.kind)
    because = [f"the names are near: '{name.text}' and '{listing.name}', {min(99.0, score):.0f} of 100", *said.because]
    against = ["the names are not equal", *said.against]
    known = list(telling(_by_type(name.identifiers), _by_type(listing.identifiers), there="on the list"))
    because += [reason.words for reason in known if reason.weight > 0]
    against += [reason.words for reason in known if reason.weight < 0]
    against += _weaknesses(kind, left, listing)
    return _Match("I0", min(99.0, score), name.anchor, name.text, tuple(because), tuple(dict.fromkeys(against)))


def _by_type(identifiers: Identifiers) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for type_, value in identifiers:
        found[type_].append(value)
    return found


def _hit(party: Party, listing: Listing, theirs: _Values, matches: Sequence[_Match]) -> Hit:
    best = min(matches, key=lambda match: (-int(match.level[1]), -match.score, match.text, match.anchor))
    anchors = sorted({match.anchor for match in matches if match.level == best.level})
    against = list(best.against)
    for name in party.names:
        if name.anchor not in anchors:
            for type_, here, there in _contradictions(_values(name.identifiers), theirs, shared=best.level == "I3"):
                against.append(f"elsewhere in the case {type_} differs: {here}, on the list {there}")
    return Hit(
        entity=party.id,
        listing=listing.id,
        list=listing.list,
        entry=listing.entry,
        snapshot=listing.snapshot,
        anchors=tuple(anchors),
        name=best.text,
        listed_name=listing.name,
        score=best.score,
        level=best.level,
        because=best.because,
        against=tuple(dict.fromkeys(against)),
        leaves=(Leaf("list", listing.id),),
    )
