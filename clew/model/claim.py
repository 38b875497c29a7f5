"""The central type: who says what about whom, in which words, and how firmly."""

from dataclasses import dataclass, field
from typing import NamedTuple

from clew.model.errors import BadClaim
from clew.model.ids import content_id
from clew.model.source import Span
from clew.model.time import Moment
from clew.model.vocabulary import KINDS, MODALITIES, POLARITIES, PREDICATES, RECORD_TYPES, STANCES


class Quote(NamedTuple):
    """Words of a source and what they carry in a claim."""

    role: str  # "quote" for the whole; else the field they carry: subject, object, holder, cue, a qualifier's name
    span: Span
    text: str  # exactly the characters of the page at the span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands. `identifiers` are those printed with it, such as ("passport", "X0000001")."""

    span: Span
    text: str
    kind: str
    identifiers: tuple[tuple[str, str], ...] = ()
    method: str = ""
    because: tuple[str, ...] = ()  # why it is of this kind, or what else it may name, in words

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise BadClaim(f"mention {self.text!r}: kind {self.kind!r}; known: {', '.join(KINDS)}")

    @property
    def id(self) -> str:
        """The same name at the same place, said to be the same kind, is one mention."""
        return content_id("m", [*self.span, self.kind])


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing one source says. Never edited: a better reader writes new claims.

    The id covers what is said and by whom; not the method, nor how sure the reader is that it read rightly
    (`reading`), nor any analyst's grade. So a better reader that reads the same keeps the reviews.
    """

    subject: str  # as written
    predicate: str
    object: str  # as written
    quotes: tuple[Quote, ...]  # the first has the role "quote"
    qualifiers: tuple[tuple[str, str], ...] = ()  # sorted by name; values in plain notation: 2024-03-05, 1250.00
    holders: tuple[str, ...] = ()  # outermost first; empty: the source speaks for itself
    stance: str = "record_states"
    modality: str = "unknown"
    polarity: str = "affirmed"
    hedges: tuple[str, ...] = ()  # verbatim
    said_at: Moment | None = None
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    record_type: str = "unrecognised"
    method: str = ""  # the extractor and its version: invoice@3, prose.en@2
    reading: float = 1.0  # how sure the reader is that it read rightly, 0 to 1; a text layer is 1
    subject_mention: str | None = None  # mention id
    object_mention: str | None = None  # mention id
    _id: str = field(init=False, default="", repr=False, compare=False)

    def __post_init__(self) -> None:
        _check(self)
        object.__setattr__(self, "qualifiers", tuple(sorted(self.qualifiers)))
        object.__setattr__(self, "_id", content_id("c", _content(self)))

    @property
    def id(self) -> str:
        """The id is the content: said twice is said once."""
        return self._id

    @property
    def source(self) -> str:
        """Id of the one source that says it."""
        return self.quotes[0].span.source

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every run of words the claim stands on, the whole quote first."""
        return tuple(quote.span for quote in self.quotes)

    def qualifier(self, name: str) -> str | None:
        """Return the value of one qualifier, or None."""
        return dict(self.qualifiers).get(name)


def _content(claim: Claim) -> list[object]:
    moments = [moment and moment.value for moment in (claim.said_at, claim.valid_from, claim.valid_to)]
    return [
        claim.subject,
        claim.predicate,
        claim.object,
        claim.qualifiers,
        [[quote.role, *quote.span] for quote in claim.quotes],
        claim.holders,
        claim.stance,
        claim.modality,
        claim.polarity,
        claim.hedges,
        moments,
        claim.record_type,
    ]


def _check(claim: Claim) -> None:
    where = f"claim {claim.predicate!r} about {claim.subject!r}"
    for name, value, known in (
        ("predicate", claim.predicate, PREDICATES),
        ("stance", claim.stance, STANCES),
        ("modality", claim.modality, MODALITIES),
        ("polarity", claim.polarity, POLARITIES),
        ("record_type", claim.record_type, RECORD_TYPES),
    ):
        if value not in known:
            raise BadClaim(f"{where}: {name} {value!r}; known: {', '.join(known)}")
    if not claim.quotes or claim.quotes[0].role != "quote":
        raise BadClaim(f"{where}: the first of its quotes must have the role 'quote'")
    if not 0 <= claim.reading <= 1:
        raise BadClaim(f"{where}: reading {claim.reading}; expected 0 to 1")
    if len({name for name, _ in claim.qualifiers}) != len(claim.qualifiers):
        raise BadClaim(f"{where}: a qualifier is given twice")
    for quote in claim.quotes:
        start, stop = quote.span.start, quote.span.stop
        if quote.span.source != claim.source:
            raise BadClaim(f"{where}: its words stand in two sources, {claim.source} and {quote.span.source}")
        if not 0 <= start < stop or len(quote.text) != stop - start:
            raise BadClaim(f"{where}: span {start}-{stop} cannot hold {quote.text!r}")
