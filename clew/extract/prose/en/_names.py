"""Parsed paragraphs go in; names come out, each surface with one kind for the whole document and the votes for it."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clew.extract.document import Document
from clew.extract.prose._kinds import told_votes
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en._parse import CODE, Paragraph, shadow
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
            and entity.text not in currency_codes()
            and any(token.pos_ == "PROPN" for token in entity)
        ):
            _take(
                taken,
                *_trimmed(text, paragraph.offset + entity.start_char, paragraph.offset + _whole(entity)),
                _LABELS[entity.label_],
            )
    for start, end in _proper_runs(paragraph):
        left, right = _trimmed(text, start, end)
        if text[left:right].lower() not in _PLAIN:  # "Invoices show": a capital at the head of a sentence is no name
            _take(taken, left, right, "")
    return [(paragraph.page, start, end, label) for start, end, label in sorted(taken)]


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
    return (
        token.pos_ in {"NOUN", "VERB", "X"} and not token.is_sent_start and len(token) > 2 and token.text[1:].islower()
    )


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
