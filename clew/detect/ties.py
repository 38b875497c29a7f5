# ruff: noqa: RUF001 -- words in three scripts
"""What ties two items to one origin: items in; ties out, each with its kind and its basis in words.

Copying shows in what is rare or wrong, not in what agrees because it is true: X. L. Dong, L. Berti-Équille and
D. Srivastava, "Integrating Conflicting Data: The Role of Source Dependence" (VLDB 2009). A tie is worked out from its two items (and from what the
records of the case hold) alone, so that a copy added to a case never parts what was tied before.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from clew.detect.items import Item, fold, weight_of, words_of
from clew.detect.wording import count, join_words
from clew.model.ids import content_id

KINDS = {
    "cites": "one names the other's outlet, or both name a third",
    "verbatim": "a run of words stands in both, outside quotation marks, names and stock phrases",
    "near_copy": "much of the shorter stands in the other, in runs of five words",
    "rare_values": "values and people stand in both that no record of the case holds",
    "shared_error": "both change the same quotation in the same way",
    "same_channel": "both came by one channel",
    "same_record": "both are the same paper: type, number and parties",
}
RUN_WORDS = 8  # of a verbatim run, at least
GRAM = 5  # words of a shingle
CONTAINED = 0.30  # share of the shorter item's shingles that the other has too, at least
LEAST_GRAMS = 20  # an item with fewer shingles is too short to say what it copies
RARE_VALUES = 3  # shared, at least
SAME_QUOTATION, LIKE_QUOTATION = 0.98, 0.5  # likeness of two quotations, 0 to 1
FOOT_LINES = 3  # at the top and at the foot of an item, where a line that others have there too is no copying
LEAST_BODY = 20  # words besides such lines; an item with fewer keeps them
NEIGHBOURS = 64  # items that share one run or value and are compared each with each; further ones with the nearest only
LONG_WORD = 5  # letters of a word that says what a text is about
LIKE_STORIES = 0.05  # share of such words, from which two items that name one outlet tell one story
SHOWN = 4  # of shared values, in a basis
# Channels that anyone can draw from: to have come by one of them makes nothing of one origin.
OPEN_CHANNELS = frozenset({"", "unknown", "press", "registry", "court", "web"})

_REPORTING = r"(?:has\s+|had\s+)?(?:report(?:s|ed)|wr(?:ites|ote)|revealed|published|first\s+reported)"
_NAME = (
    r"(?:[A-Z][\w'&-]*\s+){1,4}(?:Post|Times|Herald|Tribune|Courier|Gazette|Journal|Telegraph|Chronicle|News|Mail|Observer|"
    r"Daily|Press|Wire|Ledger|Digest|Weekly|Bulletin|Newswire|Newsroom|Dispatch|Examiner|News Agency)"
)
_CITED = (
    re.compile(
        rf"(?:according\s+to|citing|cited|quoting|reported\s+by|told|seen\s+by|reviewed\s+by|obtained\s+by)\s+(?:the\s+)?({_NAME})\b"
    ),
    re.compile(rf"\b({_NAME})\s+{_REPORTING}\b"),
    re.compile(r"(?:[Аа]гентств\w+|[Ии]здани\w+|[Гг]азет\w+)\s+«?([A-ZА-ЯЁ][\w-]+(?:\s+[A-ZА-ЯЁ][\w-]+){0,3})»?"),
    re.compile(r"据(?:《)?([^，。\s《》]{2,16}?)(?:》)?(?:报道|消息|称)"),
)
_CUE = re.compile(
    r"\b(?:according\s+to|citing|cited|quoting|report(?:s|ed)?|wrote|writes|says|said|told)\b|сообщ|ссылк|пишет|报道|消息",
    re.IGNORECASE,
)
_NEAR = 40  # characters between an outlet's name and the cue that makes it cited


Place = tuple[int, int]  # start and stop in an item's text


@dataclass(frozen=True, slots=True)
class Tie:
    """Two sources that may not count as two. `left` is the smaller id."""

    left: str
    right: str
    kind: str
    basis: str  # in words
    score: float  # of the kind: words of a run, share contained, values shared; 1 where there is nothing to count

    @property
    def id(self) -> str:
        """Two sources have one tie of a kind."""
        return content_id("t", [self.left, self.right, self.kind])


def find_ties(items: Sequence[Item], *, known: Collection[str] = (), stock: Collection[str] = ()) -> tuple[Tie, ...]:
    """Return every tie between items, in order.

    Args:
        items: what tells in the case.
        known: values and persons that records of the case hold: to share them says nothing of copying.
        stock: sentences, as written, that all write alike, such as that someone did not respond.
    """
    items = sorted(items, key=lambda item: item.id)
    furniture, sentences = _furniture(items), frozenset(stock)
    closed = {item.id: [*furniture[item.id], *item.quoted, *_places(item.text, sentences)] for item in items}
    found = [
        *_citations(items),
        *_runs(items, closed),
        *_copies(items, closed),
        *_shared_values(items, frozenset(known)),
        *_shared_errors(items),
        *_channels(items),
    ]
    best: dict[str, Tie] = {}
    for tie in found:
        if tie.id not in best or (tie.score, tie.basis) > (best[tie.id].score, best[tie.id].basis):
            best[tie.id] = tie
    return tuple(sorted(best.values(), key=lambda tie: (tie.left, tie.right, tie.kind)))


def _tie(one: Item, other: Item, kind: str, basis: str, score: float = 1.0) -> Tie:
    left, right = sorted((one.id, other.id))
    return Tie(left, right, kind, basis, score)


def outlets_cited(item: Item) -> frozenset[str]:
    """Return the outlets an item names as where its words come from, folded; its own is not among them."""
    names = {" ".join(words_of(match[1])[-3:]) for form in _CITED for match in form.finditer(item.text)}
    own = fold(item.outlet)
    return frozenset(name for name in names if name and not (own and (name.endswith(own) or own.endswith(name))))


def _citations(items: Sequence[Item]) -> Iterator[Tie]:
    owners: dict[str, list[Item]] = defaultdict(list)
    citing: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.outlet:
            owners[item.outlet].append(item)
        for name in outlets_cited(item):
            citing[name].append(item)
    for outlet, owned in sorted(owners.items()):
        named = re.compile(rf"(?<!\w){re.escape(outlet)}(?!\w)")
        for item in items:
            if item.outlet != outlet and _names_it(item, named):
                # Of an outlet's many items, the one most like it: to name an outlet is not to have all from it.
                owner = owned[0] if len(owned) == 1 else max(owned, key=lambda one: (_likeness(item, one), one.id))
                yield _tie(item, owner, "cites", f"{item.name} names {outlet}, the outlet of {owner.name}")
    yield from _both_citing(citing, [fold(outlet) for outlet in owners])


def _both_citing(citing: Mapping[str, list[Item]], located: Sequence[str]) -> Iterator[Tie]:
    """Yield where two items name one outlet that is not in the case and tell one story."""
    for name, those in sorted(citing.items()):
        if any(name.endswith(one) or one.endswith(name) for one in located):
            continue
        for one, other in pairwise(those):
            if _likeness(one, other) >= LIKE_STORIES:
                yield _tie(one, other, "cites", f"both name {name.title()} as where they have it from")


def _likeness(one: Item, other: Item) -> float:
    """Return the share of the longer words of two items that both have, 0 to 1."""
    left, right = ({token.text for token in item.tokens if len(token.text) >= LONG_WORD} for item in (one, other))
    return len(left & right) / max(1, len(left | right))


def _names_it(item: Item, name: re.Pattern[str]) -> bool:
    for match in name.finditer(item.text):
        around = item.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        if _CUE.search(around):
            return True
    return False


def _furniture(items: Sequence[Item]) -> dict[str, list[Place]]:
    """Return where lines stand at the top or the foot of an item that another has there too: a notice, a name, a slogan.

    An item with little else keeps them: there they may be what was copied.
    """
    edges = {item.id: _edge_lines(item) for item in items}
    numbers = Counter(line for lines in edges.values() for line in set(lines.values()))
    found: dict[str, list[Place]] = {}
    for item in items:
        shared = [place for place, line in edges[item.id].items() if numbers[line] > 1]
        rest = sum(token.weight for token in item.tokens if not _inside(token.start, shared))
        found[item.id] = shared if rest >= LEAST_BODY else []
    return found


def _edge_lines(item: Item) -> dict[Place, str]:
    lines, start = {}, 0
    for line in item.text.split("\n"):
        if line.strip():
            lines[start, start + len(line)] = " ".join(words_of(line))
        start += len(line) + 1
    places = list(lines)
    return {place: lines[place] for place in (*places[:FOOT_LINES], *places[-FOOT_LINES:])}


def _inside(at: int, places: Iterable[Place]) -> bool:
    return any(start <= at < stop for start, stop in places)


def _runs(items: Sequence[Item], closed: Mapping[str, list[Place]]) -> Iterator[Tie]:
    """Yield the longest run of neighbours that share one long enough, by an index of the shortest runs that are."""
    seen: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)  # run -> item, first token
    for number, item in enumerate(items):
        for first, run in _least_runs(item, closed[item.id]):
            seen[run].append((number, first))
    begun: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for places in seen.values():
        # Each with the next is enough to make one origin of all that share the run.
        for (one, first), (other, second) in pairwise(places):
            if one != other:
                begun[one, other].add((first, second))
    for (one, other), starts in begun.items():
        maximal = [(first, second) for first, second in starts if (first - 1, second - 1) not in starts]
        weight, words = max(_extended(items[one], first, items[other], second) for first, second in maximal)
        yield _tie(
            items[one], items[other], "verbatim", f"{weight:.0f} words in a row stand in both: “{words}”", weight
        )


def _least_runs(item: Item, closed: list[Place]) -> Iterator[tuple[int, tuple[str, ...]]]:
    tokens = item.tokens
    shut = [_inside(token.start, closed) for token in tokens]
    stop, weight, last_shut = 0, 0.0, -1
    for first, token in enumerate(tokens):
        while stop < len(tokens) and weight < RUN_WORDS:
            if shut[stop]:
                last_shut = stop
            weight += tokens[stop].weight
            stop += 1
        if weight < RUN_WORDS:
            return
        if last_shut < first and token.weight:
            yield first, tuple(word.text for word in tokens[first:stop])
        weight -= token.weight


def _places(text: str, sentences: Iterable[str]) -> list[Place]:
    return [(at, at + len(sentence)) for sentence in sentences if sentence and (at := text.find(sentence)) >= 0]


def _extended(one: Item, first: int, other: Item, begun: int) -> tuple[float, str]:
    left, right = one.tokens, other.tokens
    length = 0
    while (
        first + length < len(left)
        and begun + length < len(right)
        and left[first + length].text == right[begun + length].text
    ):
        length += 1
    run = left[first : first + length]
    return sum(token.weight for token in run), " ".join(one.text[run[0].start : run[-1].stop].split())


def _copies(items: Sequence[Item], closed: Mapping[str, list[Place]]) -> Iterator[Tie]:
    grams = [_grams(item, closed[item.id]) for item in items]
    shared: dict[tuple[int, int], int] = defaultdict(int)
    having: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, some in enumerate(grams):
        for gram in some:
            for other in having[gram][-NEIGHBOURS:]:
                shared[other, number] += 1
            having[gram].append(number)
    for (one, other), common in shared.items():
        least = min(len(grams[one]), len(grams[other]))
        if least >= LEAST_GRAMS and common / least >= CONTAINED:
            share = common / least
            basis = f"{share:.0%} of the shorter one's runs of {GRAM} words stand in the other"
            yield _tie(items[one], items[other], "near_copy", basis, round(share, 4))


def _grams(item: Item, closed: list[Place]) -> frozenset[tuple[str, ...]]:
    words = [token.text for token in item.tokens if not _inside(token.start, closed)]
    return frozenset(tuple(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1))


def _shared_values(items: Sequence[Item], known: frozenset[str]) -> Iterator[Tie]:
    having: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for value in (item.values | item.people) - known:
            having[value].append(number)
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    for value, numbers in having.items():
        for at, one in enumerate(numbers):
            for other in numbers[at + 1 : at + 1 + NEIGHBOURS]:
                shared[one, other].append(value)
    for (one, other), values in shared.items():
        if len(values) >= RARE_VALUES:
            told = sorted(_told(value, items[one]) for value in values)
            more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
            basis = f"both hold {count(len(told), 'value')} that no record of the case holds: {', '.join(told[:SHOWN])}{more}"
            yield _tie(items[one], items[other], "rare_values", basis, float(len(told)))


def _told(value: str, item: Item) -> str:
    name = next((person.text for person in item.named if person.entity == value), "")
    return name or value.partition(" ")[2] or value


def _shared_errors(items: Sequence[Item]) -> Iterator[Tie]:
    """Yield where two items hold one quotation that an earlier item, or a statement, words otherwise, though alike."""
    having: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        for text in {" ".join(words_of(item.text[start:stop])) for start, stop in item.quoted}:
            having[text].append(item)
    for text, those in sorted(having.items()):
        if len(those) < 2:
            continue
        close = [other for other in having if LIKE_QUOTATION <= alike(text, other) < SAME_QUOTATION]
        if not any(_came_first(source, those) for other in close for source in having[other]):
            continue
        for one, other in pairwise(those):
            basis = f"both quote “{text}”, which an earlier item words otherwise"
            yield _tie(one, other, "shared_error", basis, weight_of(text))


def _came_first(source: Item, those: Iterable[Item]) -> bool:
    if source.record_type == "statement":
        return True
    return source.day is not None and all(item.day is not None and source.day < item.day for item in those)


def alike(left: str, right: str) -> float:
    """Return the likeness of two texts, 0 (nothing) to 1 (equal): one less the edit distance over the longer length."""
    return float(Levenshtein.normalized_similarity(left, right))


def _channels(items: Sequence[Item]) -> Iterator[Tie]:
    by: dict[str, list[Item]] = defaultdict(list)
    for item in items:
        if item.channel not in OPEN_CHANNELS:
            by[item.channel].append(item)
    for channel, those in sorted(by.items()):
        for one, other in pairwise(those):
            yield _tie(one, other, "same_channel", f"both came by the channel {channel}")


def origins(sources: Iterable[str], ties: Iterable[Tie]) -> dict[str, str]:
    """Return the origin of each source: the smallest id among those that ties join to it.

    The order of sources and ties makes no difference; a source that no tie touches is its own origin.
    """
    root: dict[str, str] = {source: source for source in sources}

    def find(source: str) -> str:
        while root.setdefault(source, source) != source:
            root[source] = root[root[source]]
            source = root[source]
        return source

    for tie in ties:
        left, right = sorted((find(tie.left), find(tie.right)))
        root[right] = left
    return {source: find(source) for source in sorted(root)}


def tell_kinds(ties: Iterable[Tie]) -> str:
    """Return the kinds of ties in words, each with its number: 5 by citation, 2 by rare values."""
    words = {
        "cites": "citation",
        "verbatim": "the same words in a row",
        "near_copy": "near copy",
        "same_channel": "channel",
    }
    words |= {"rare_values": "rare values", "shared_error": "a shared change", "same_record": "the same paper"}
    numbers: dict[str, int] = defaultdict(int)
    for tie in ties:
        numbers[tie.kind] += 1
    return join_words([f"{numbers[kind]} by {words[kind]}" for kind in KINDS if numbers[kind]])
