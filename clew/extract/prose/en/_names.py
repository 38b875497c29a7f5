"""Parsed paragraphs go in; names come out, each surface with one kind for the whole document and the votes for it."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clew.extract.document import Document
from clew.extract.prose._kinds import told_votes
from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en._parse import CODE, Paragraph, is_word, shadow
from clew.extract.prose.en._votes import LEGAL_NAME, cue_votes, currency_codes, form_votes
from clew.model.claim import Mention
from clew.model.source import Span as Place

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_LABELS = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "organization",
    "PRODUCT": "product",
}
_LEADING = re.compile(r"(?:(?:the|a|an|neither|nor|both|either|all|but|although|while|and)\s+)+", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’]s?|[\s,;:\"“”])+$")
_TAIL = re.compile(r"(?:\s+(?:to|of|in|at|for|by|and|on|with|from|or|as))+$")
_APART = frozenset({"to", "by", "via", "through", "into", "from", "against", "with", "than", "as"})
_NAMED_WITH_OF = words(
    "bank ministry university institute academy college school department council court chamber republic kingdom federation union states "
    "board bureau agency office association society league party church order house center centre service command committee commission "
    "confederation congress parliament assembly emirate principality duchy city town port gulf sea bay strait isle island cape mount lake "
    "university faculty museum museums library hospital authority minister secretary director president chairman head chief governor "
    "ambassador general state sons brothers daughters friends tower bridge museum times journal register guild company corporation army "
    "museum fund trust group forces directorate administration government embassy consulate mission institution organisation organization"
)
_POSTS = (
    cues.STAFF_POSTS
    | cues.DIRECTING_POSTS
    | frozenset(
        {"officer", "head", "governor", "counsel", "partner", "treasurer", "minister", "ambassador", "commissioner"}
    )
)
_IN_TITLES = words(
    "chief deputy vice senior junior managing general executive commercial financial finance technical technology technological operating operations "
    "marketing sales export exports legal compliance information security investment risk human resources assistant acting interim group "
    "regional national district lead principal first second production research development medical scientific strategy product project "
    "trade foreign defence defense interior energy prime economy agriculture justice health education transport culture labour labor environment "
    "procurement purchasing communications press corporate supervisory honorary founding joint non-executive independent company"
)
_TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lady", "lord", "messrs", "mr.", "mrs.", "ms.", "dr.", "prof."}
)
_MODEL_VOTES = 3  # a label given a hundred times is still one model's habit


_PLAIN = (
    cues.DOCUMENTS
    | cues.OFFICIALS
    | cues.EXPERTS
    | cues.SOURCES
    | cues.STAFF_POSTS
    | cues.FIRM_NOUNS
    | cues.DIRECTING_POSTS
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a page."""

    page: int
    start: int
    stop: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document."""

    source: str
    found: tuple[Name, ...]  # in order of page and place; none overlaps another
    votes: dict[str, Counter[str]] = field(default_factory=dict)  # surface -> kind -> weight: why it is that kind

    def at(self, page: int, place: int) -> Name | None:
        """Return the name that covers a character of a page."""
        number = bisect_right(self.found, (page, place), key=lambda name: (name.page, name.start)) - 1
        name = self.found[number] if number >= 0 else None
        return name if name is not None and name.page == page and name.start <= place < name.stop else None

    def mention(self, name: Name, *, method: str) -> Mention:
        """Return the mention that stands for a name."""
        span = Place(self.source, name.page, name.start, name.stop)
        because = told_votes(self.votes.get(key(name.text), {}))
        return Mention(span=span, text=name.text, kind=name.kind, method=method, because=because)


def names_of(document: Document, paragraphs: Sequence[Paragraph]) -> Names:
    """Return the names in the paragraphs; the same surface has the same kind throughout."""
    places: list[tuple[int, int, int, str]] = []  # page, start, stop, label of the model
    for paragraph in paragraphs:
        places.extend(_candidates(paragraph, document.page(paragraph.page).text))
    texts = {page.number: page.text for page in document.pages}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for page, start, stop, label in places:
        surface = key(texts[page][start:stop])
        if label and votes[surface][label] < _MODEL_VOTES:
            votes[surface][label] += 1
        votes[surface] += cue_votes(shadow_around(texts[page], start, stop), texts[page][start:stop])
    for surface in {key(texts[page][start:stop]): texts[page][start:stop] for page, start, stop, _ in places}.values():
        votes[key(surface)] += form_votes(surface)
    shared = _share(votes)
    found = [
        Name(page, start, stop, texts[page][start:stop], _winner(shared[key(texts[page][start:stop])]))
        for page, start, stop, _ in places
    ]
    return Names(document.source, tuple(sorted(found, key=lambda name: (name.page, name.start))), shared)


def shadow_around(text: str, start: int, stop: int) -> tuple[str, str]:
    """Return up to 60 characters before and after a run, line breaks made spaces."""
    return text[max(0, start - 60) : start].translate(_SPACES), text[stop : stop + 60].translate(_SPACES)


_SPACES = str.maketrans({"\n": " ", "\r": " ", "\t": " ", "\u00a0": " ", "’": "'", "“": '"', "”": '"'})


def key(surface: str) -> str:
    """Return what two writings of one name share: no article, no case, single spaces."""
    leading = _LEADING.match(surface)
    return " ".join(surface[leading.end() if leading else 0 :].casefold().split())


def _candidates(paragraph: Paragraph, text: str) -> list[tuple[int, int, int, str]]:
    stop = paragraph.offset + len(paragraph.doc.text)
    taken: list[tuple[int, int, str]] = []
    for code in CODE.finditer(text, paragraph.offset, stop):
        _take(taken, code.start(), code.end(), "product")
    for legal in LEGAL_NAME.finditer(shadow(text[paragraph.offset : stop])):
        _take(taken, paragraph.offset + legal.start(), paragraph.offset + legal.end(), "organization")
    for entity in paragraph.doc.ents:
        if (
            entity.label_ in _LABELS
            and entity.text.lower() not in _PLAIN
            and not _is_title(entity.text)
            and entity.text not in currency_codes()
            and any(token.pos_ == "PROPN" for token in entity)
        ):
            for start, end in _parts(entity):
                trimmed = _trimmed(text, paragraph.offset + start, paragraph.offset + end)
                _take(taken, *trimmed, _LABELS[entity.label_])
    for start, end in _proper_runs(paragraph):
        left, right = _trimmed(text, start, end)
        if text[left:right].lower() not in _PLAIN and not _is_title(
            text[left:right]
        ):  # "Invoices show": a capital at the head of a sentence is no name
            _take(taken, left, right, "")
    return [(paragraph.page, start, end, label) for start, end, label in sorted(taken)]


def _is_title(surface: str) -> bool:
    """Say whether capitals stand for a post, not for a name: "Chief Commercial Officer", "Managing Director"."""
    parts = surface.lower().split()
    return len(parts) > 1 and parts[-1] in _POSTS and all(part in _IN_TITLES for part in parts[:-1])


def _parts(entity: "Span") -> Iterator[tuple[int, int]]:
    """Yield where the names begin and end that the model took for one: "Orvel to Norvel Trading", "Norvel Trading and Veltra Marine".

    No name has "by" or "via" in it; "and" parts two names where each has a word of its own before its last ("Norvel Trading
    and Veltra Marine"), so that a ministry of trade and industry stays one.
    """
    first = _begun(entity)
    words = list(entity)
    for place, token in enumerate(words):
        apart = token.lower_ in _APART and token.text.islower()
        apart = apart or (token.lower_ in {"and", "or"} and _joins(words, place)) or _is_of(words, place)
        apart = apart or (place > 0 and entity.label_ == "PERSON" and token.text[:1].isdigit())
        if apart and place:
            if first < token.idx:
                yield first, words[place - 1].idx + len(words[place - 1])
            following = words[place + 1 :]
            first = following[0].idx if following else entity.end_char
            if token.text[:1].isdigit():
                return
    if first < entity.end_char:
        yield first, _whole(entity)


def _is_of(words: list["Token"], place: int) -> bool:
    """Say whether "of" tells where a firm is: "Tarsis Precision of Riga"; a bank, a ministry or a university is named with its "of"."""
    before, after = words[:place], words[place + 1 :]
    plain = len(before) > 1 and all(token.text[:1].isupper() for token in (*before, *after[:1]))
    return words[place].lower_ == "of" and plain and before[-1].lower_ not in _NAMED_WITH_OF


def _joins(words: list["Token"], place: int) -> bool:
    before, after = words[:place], words[place + 1 :]
    many = len(before) > 1 and len(after) > 1 and all(token.text[:1].isupper() for token in (*before[-2:], *after[:2]))
    return many and any(after_one.dep_ == "conj" and after_one.head in before for after_one in after)


def _begun(entity: "Span") -> int:
    """Return where a name begins whose first word the tagger took for an adjective: "Brandt" of "Ilse Brandt"."""
    first = entity[0]
    before = first.nbor(-1) if first.i else first
    joined = before.dep_ == "compound" and before.head.i >= first.i and before.tag_ in {"JJ", "NNP", "NNPS", "FW"}
    named = (
        entity.label_ == "PERSON" and before.text[:1].isupper() and before.text[1:].islower() and not before.ent_type_
    )
    return (
        before.idx
        if before is not first and joined and named and before.lower_ not in _TITLES and not is_word(before.lower_)
        else first.idx
    )


def _whole(entity: "Span") -> int:
    """Return where a name ends that the model cut short: "Norvel" of "Norvel Trading"."""
    doc, last = entity.doc, entity[-1]
    while last.i + 1 < len(doc):
        following = doc[last.i + 1]
        joined = last.dep_ == "compound" and last.head.i >= following.i
        if not (joined and following.pos_ == "PROPN" and following.text[:1].isupper() and not following.ent_type_):
            break
        last = following
    return last.idx + len(last)


def _proper_runs(paragraph: Paragraph) -> Iterable[tuple[int, int]]:
    """Yield runs of proper nouns that the model did not name; days, months and numbers are no names."""
    begun = None
    for token in [*paragraph.doc, None]:
        proper = token is not None and token.text[:1].isupper() and _is_proper(token)
        proper = (
            proper
            and token is not None
            and token.ent_type_ not in {"DATE", "TIME", "NORP", "MONEY", "PERCENT", "LANGUAGE"}
        )
        if proper and begun is None:
            begun = token
        if not proper and begun is not None:
            last = paragraph.doc[(token.i if token is not None else len(paragraph.doc)) - 1]
            yield paragraph.place(begun, last)
            begun = None


def _is_proper(token: "Token") -> bool:
    """Say whether a capitalised word is a name: by the tagger, or because a plain noun would not be capitalised there."""
    if token.pos_ == "PROPN":
        return True
    if token.pos_ not in {"NOUN", "VERB", "X", "ADJ"} or len(token) < 3 or not token.text[1:].islower():
        return False
    if token.is_sent_start:  # any word has a capital there; one that no dictionary has is a name
        return token.dep_ in {"nsubj", "nsubjpass", "poss", "compound"} and not is_word(token.lower_, token.lemma_)
    return token.pos_ != "ADJ"


def _take(taken: list[tuple[int, int, str]], start: int, stop: int, label: str) -> None:
    """Take a run unless it is empty or an earlier, stronger reading holds part of it."""
    if start < stop and all(stop <= left or right <= start for left, right, _ in taken):
        taken.append((start, stop, label))


def _trimmed(text: str, start: int, stop: int) -> tuple[int, int]:
    leading = _LEADING.match(text, start, stop)
    start = leading.end() if leading else start
    trailing = _TRAILING.search(text[start:stop])
    if trailing:
        stop = start + trailing.start()
    tail = _TAIL.search(text[start:stop])
    if tail:
        stop = start + tail.start()
    return start, stop


def _share(votes: dict[str, Counter[str]]) -> dict[str, Counter[str]]:
    """Let a short form share the votes of the one long form it is part of: Orvel, Orvel Instruments."""
    shared = {surface: Counter(own) for surface, own in votes.items()}
    holding: dict[str, list[str]] = defaultdict(list)
    for surface in votes:
        for word in set(surface.split()):
            holding[word].append(surface)
    for surface in votes:
        # Only names with its rarest word can be longer forms: comparing all with all is quadratic.
        near = min((holding[word] for word in surface.split()), key=len, default=[])
        longer = [other for other in near if other != surface and f" {surface} " in f" {other} "]
        kinds = {_winner(votes[other]) for other in longer}
        if len(kinds) == 1 and votes[surface]["place"] < 2:  # a town keeps its kind beside a works named after it
            for other in longer:
                shared[surface] += votes[other]
    return shared


def _winner(votes: Counter[str]) -> str:
    positive = [(weight, kind) for kind, weight in votes.items() if weight > 0]
    return max(positive)[1] if positive else "unknown"
