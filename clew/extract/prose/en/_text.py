"""A parsed text goes in as the library holds it; it comes out as words, spans and a text of our own, for the rules to look at.

They have the library's names for what the rules ask (`token.head`, `span.root`), and its answers. Each word is one object that
knows its strings and its place in the tree: the library makes a new object for every look at a word, and a new string for every
word of its tags, which was the half of what the rules cost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from spacy.tokens import Doc as Parsed

    from clew.extract.prose.en._tables import Answer


class Token:
    """A word or sign of a text."""

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "left_edge",
        "lemma_",
        "lower_",
        "passive",
        "pos_",
        "right_edge",
        "tag_",
        "text",
        "under",
    )

    i: int  # its place among the words of its text, from 0
    idx: int  # where it begins in the text, in characters
    doc: "Doc"
    text: str
    lower_: str
    pos_: str
    lemma_: str
    tag_: str
    dep_: str  # its relation to its head
    ent_type_: str  # what kind of name it is part of, or ""
    is_punct: bool
    is_space: bool
    is_sent_start: bool
    head: "Token"  # itself, at the top of a sentence
    children: tuple["Token", ...]  # in the order they stand
    left_edge: "Token"  # the first of all that hangs on it
    right_edge: "Token"
    under: "tuple[Token, ...] | None"  # what `subtree` gives, once it was asked for
    passive: bool | None  # what `tree.is_passive` says, once it was asked

    def __len__(self) -> int:
        """Return how many characters it has."""
        return len(self.text)

    def __repr__(self) -> str:
        """Return its text."""
        return self.text

    def nbor(self, by: int = 1) -> "Token":
        """Return the word so many places on, or back; IndexError where there is none."""
        words, place = self.doc.words, self.i + by
        return words[place if place >= 0 else len(words)]

    @property
    def text_with_ws(self) -> str:
        """Its text with the blank after it, if there is one."""
        words, after = self.doc.words, self.i + 1
        return self.doc.text[self.idx : words[after].idx if after < len(words) else None]

    @property
    def subtree(self) -> "tuple[Token, ...]":
        """The word and all that hangs on it, in the order they stand."""
        if self.under is None:
            before = [inner for child in self.children if child.i < self.i for inner in child.subtree]
            after = [inner for child in self.children if child.i > self.i for inner in child.subtree]
            self.under = (*before, self, *after)
        return self.under

    def is_ancestor(self, other: "Token") -> bool:
        """Say whether another word hangs on this one, through others or not."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False

    @property
    def sent(self) -> "Span":
        """The sentence it stands in, as the parser cut it."""
        words, start, stop = self.doc.words, self.i, self.i + 1
        while start and not words[start].is_sent_start:
            start -= 1
        while stop < len(words) and not words[stop].is_sent_start:
            stop += 1
        return Span(self.doc, start, stop)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words of one text."""

    doc: "Doc"
    start: int  # words, from 0, included
    end: int  # not included
    label_: str = ""  # what kind of name it is, if it is one

    @property
    def words(self) -> tuple[Token, ...]:
        """Its words."""
        return self.doc.words[self.start : self.end]

    @property
    def start_char(self) -> int:
        """Where it begins in the text, in characters."""
        return self.doc[self.start].idx

    @property
    def end_char(self) -> int:
        """Where it ends."""
        last = self.doc[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its characters."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The word the others hang on: the top of a sentence, or the one nearest to it."""
        for word in self.words:
            if word.head is word:
                return word
        outside = [word for word in self.words if not self.start <= word.head.i < self.end]
        return min(outside, key=_depth)

    def __len__(self) -> int:
        """Return how many words it has."""
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        """Go through its words."""
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Token]: ...
    def __getitem__(self, at: int | slice) -> Token | Sequence[Token]:
        """Return a word, or a run of words, counted from the first of these."""
        return self.words[at]


class Doc:
    """A text, its words, and the names in it."""

    text: str

    def __init__(self, parsed: "Parsed", answers: Sequence["Answer"]) -> None:
        """Copy a parsed text, with part of speech, base form, tag and relation of each word as the tables say."""
        self.words = tuple(Token() for _ in answers)
        _fill(self, parsed, answers)
        self.ents = [Span(self, entity.start, entity.end, entity.label_) for entity in parsed.ents]

    def __len__(self) -> int:
        """Return how many words it has."""
        return len(self.words)

    def __iter__(self) -> Iterator[Token]:
        """Go through its words."""
        return iter(self.words)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        """Return a word, or a span."""
        if isinstance(at, slice):
            start, stop, _ = at.indices(len(self.words))
            return Span(self, start, max(start, stop))
        return self.words[at]

    @property
    def sents(self) -> Iterator[Span]:
        """The sentences, as the parser cut them."""
        starts = [word.i for word in self.words if word.i == 0 or word.is_sent_start]
        for start, stop in zip(starts, [*starts[1:], len(self.words)], strict=True):
            yield Span(self, start, stop)


_ASKED: list[int | str] = ["ORTH", "LOWER", "ENT_TYPE", "SENT_START", "IS_PUNCT", "IS_SPACE", "SPACY", "HEAD"]


def _fill(doc: Doc, parsed: "Parsed", answers: Sequence["Answer"]) -> None:
    strings, rows = parsed.vocab.strings, parsed.to_array(_ASKED)
    said = {number: strings[int(number)] for number in set(rows[:, :3].ravel().tolist())}
    heads = rows[:, 7].astype("int64").tolist()
    words, begun = doc.words, 0
    doc.text = "".join(f"{said[row[0]]} " if row[6] else said[row[0]] for row in rows.tolist())
    children: list[list[Token]] = [[] for _ in words]
    for place, (word, answer, row) in enumerate(zip(words, answers, rows.tolist(), strict=True)):
        word.doc, word.i, word.idx, word.under, word.passive = doc, place, begun, None, None
        word.text, word.lower_, word.ent_type_ = said[row[0]], said[row[1]], said[row[2]]
        word.pos_, word.lemma_, word.tag_, word.dep_ = answer
        word.is_sent_start, word.is_punct, word.is_space = row[3] == 1, row[4] == 1, row[5] == 1
        begun += len(word.text) + row[6]
        word.head = words[place + heads[place]]
        word.left_edge = word.right_edge = word
        if heads[place]:
            children[place + heads[place]].append(word)
    for word, those in zip(words, children, strict=True):
        word.children = tuple(those)
    _set_edges(words)


def _set_edges(words: Sequence[Token]) -> None:
    """Set first and last of all that hangs on each word, in two passes, as the library does."""
    for word in [*words, *reversed(words)]:
        head = word.head
        if word.left_edge.i < head.left_edge.i:
            head.left_edge = word.left_edge
        if word.right_edge.i > head.right_edge.i:
            head.right_edge = word.right_edge


def _depth(word: Token) -> int:
    """Return how many words lie between a word and the top of its sentence; a lone sign or blank counts as the lowest."""
    if (word.is_punct or word.is_space) and not word.children:
        return len(word.doc) - 1
    steps = 0
    while word.head is not word:
        word = word.head
        steps += 1
    return steps
