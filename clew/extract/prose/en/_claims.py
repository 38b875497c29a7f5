"""Attributions, relations and replies of one sentence go in; claims with every slot quoted come out."""

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clew.extract.document import Document
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties, Party, stance_of
from clew.extract.prose.en._names import Name
from clew.model.claim import Claim, Quote
from clew.model.time import Moment

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_MOST_VOICES = 64  # of one clause: speakers of nested cues multiply, and no honest sentence has more
Place = tuple[int, int]  # start and stop in the page text


@dataclass(frozen=True, slots=True)
class Voice:
    """Who holds a clause, outermost first, and as what."""

    holders: tuple[Party, ...]
    stance: str
    cues: tuple[Attribution, ...] = ()
    flips: bool = False  # denied, or not believed
    suggested: tuple[tuple[Party, Party], ...] = ()  # pronoun, whom it may stand for


@dataclass(slots=True)
class Scribe:
    """Writes the claims of one sentence."""

    document: Document
    parties: Parties
    sentence: "Span"
    record_type: str
    method: str
    names: list[Name] = field(default_factory=list)  # those the claims point at
    turn: Party | None = None  # in whose turn to speak the sentence stands

    @property
    def page(self) -> int:
        """Number of the page."""
        return self.parties.paragraph.page

    def place(self, first: "Token", last: "Token") -> Place:
        """Return where a run of tokens stands in the page."""
        return self.parties.paragraph.place(first, last)

    def quote(self, role: str, place: Place) -> Quote:
        """Return the words at a place, in a role."""
        return self.document.quote(role, self.page, *place)

    def whole(self) -> Quote:
        """Return the sentence."""
        tokens = [token for token in self.sentence if not token.is_space]
        return self.quote("quote", self.place(tokens[0], tokens[-1]))

    def claim(
        self,
        predicate: str,
        subject: str,
        target: str,
        voice: Voice,
        quotes: list[Quote],
        *,
        modality: str = "unknown",
        negated: bool = False,
        hedges: list[Quote] | None = None,
        qualifiers: tuple[tuple[str, str], ...] = (),
        mentions: tuple[Name | None, Name | None] = (None, None),
        valid: tuple[Moment | None, Moment | None] = (None, None),
    ) -> Claim:
        """Return a claim with the sentence, its holders and its cue quoted before the other slots."""
        said = [self.quote("holder", (party.start, party.stop)) for party in voice.holders]
        said += [self.quote("pronoun", (pronoun.start, pronoun.stop)) for pronoun, _ in voice.suggested]
        said += [self.quote("cue", self.place(cue.cue.first, cue.cue.last)) for cue in voice.cues]
        if voice.suggested:
            qualifiers = (*(pair for pair in qualifiers if pair[0] != "coreference"), ("coreference", "suggested"))
        if self.turn is not None and self.turn.text not in {party.text for party in voice.holders}:
            qualifiers = (*qualifiers, ("turn", self.turn.text))
            said.append(self.quote("turn", (self.turn.start, self.turn.stop)))
        return Claim(
            subject=subject,
            predicate=predicate,
            object=target,
            quotes=tuple(dict.fromkeys([self.whole(), *said, *quotes, *(hedges or [])])),
            qualifiers=qualifiers,
            holders=tuple(party.text for party in voice.holders),
            stance=voice.stance,
            modality=modality,
            polarity="negated" if negated else "affirmed",
            hedges=tuple(hedge.text for hedge in hedges or []),
            valid_from=valid[0],
            valid_to=valid[1],
            record_type=self.record_type,
            method=self.method,
            subject_mention=self.mention_id(mentions[0]),
            object_mention=self.mention_id(mentions[1]),
        )

    def mention_id(self, name: Name | None) -> str | None:
        """Return the id of a name's mention, and keep the name so that the mention is emitted."""
        if name is None:
            return None
        self.names.append(name)
        return self.parties.names.mention(name, method=self.method).id

    def hedges(self, region: frozenset[int]) -> list[Quote]:
        """Return the hedging words among these tokens."""
        found = []
        for match in cues.HEDGE.finditer(self.sentence.text):
            start = self.sentence.start_char + match.start()
            tokens = [token for token in self.sentence if start <= token.idx < start + len(match[0])]
            if tokens and any(token.i in region for token in tokens) and _hedges(tokens):
                found.append(self.quote("hedge", self.place(tokens[0], tokens[-1])))
        return found

    def pieces(self, content: frozenset[int]) -> list[Place]:
        """Return where the held words stand, without that, quotation marks and commas at their ends."""
        doc = self.sentence.doc
        places = []
        for first, last in tree.runs(content):
            kept = [token for token in doc[first : last + 1] if not (token.is_punct or token.is_space)]
            if kept and kept[0].lower_ == "that" and kept[0].dep_ in {"mark", "dobj"}:
                kept = kept[1:]
            if kept:
                places.append(self.place(kept[0], kept[-1]))
        return places

    def text_at(self, places: list[Place]) -> str:
        """Return the words at these places; what stands between them is shown as left out."""
        text = self.document.page(self.page).text
        return " … ".join(text[start:stop] for start, stop in places)


def voices(chain: list[Attribution]) -> list[Voice]:
    """Return a voice for each speaker at the end of a chain of attributions, outermost first."""
    innermost, cued = chain[-1], tuple(chain)
    flips = (innermost.force == "denying") != (innermost.negated and innermost.force == "believing")
    if any(not attribution.holders for attribution in chain):
        known = tuple(party for attribution in chain for party in (*attribution.through, *attribution.holders[:1]))
        return [Voice(known, "unknown", tuple(chain), flips)]
    found = []
    chain = [each for number, each in enumerate(chain) if not _repeats(each, chain[:number])]
    for speakers in itertools.islice(itertools.product(*(attribution.holders for attribution in chain)), _MOST_VOICES):
        holders = tuple(
            party
            for attribution, speaker in zip(chain, speakers, strict=True)
            for party in (*attribution.through, speaker)
        )
        found.append(Voice(holders, _stance(holders, innermost), cued, flips))
    return found


def _stance(holders: tuple[Party, ...], innermost: Attribution) -> str:
    """Return the stance of the last holder; an agency that believes, or that officials speak of, is no newspaper."""
    role = holders[-1].role
    office = holders[-1].run.head.lower_ == "agency" and holders[-1].name is None
    if office and (innermost.force == "believing" or any(party.role == "official" for party in holders[:-1])):
        role = "official"
    if role == "pronoun" and holders[-1].run.head.lower_ in {"i", "we"}:
        role = "party"
    return stance_of(role, innermost.force)


def _repeats(inner: Attribution, outer: list[Attribution]) -> bool:
    """Say whether an inner speaker is only the pronoun of an outer one: "officials said they believe"."""
    if (
        not outer
        or outer[-1].cue.head.lower_ == "according"
        or any(party.role == "publisher" for party in outer[-1].holders)
    ):
        return False
    return all(party.run.head.lower_ in {"he", "she", "it", "they", "i", "we"} for party in inner.holders)


def _hedges(tokens: list["Token"]) -> bool:
    """Say whether the words hedge here: the verb may, not the month; "said to have", not "said to the court"."""
    first, last = tokens[0], tokens[-1]
    if first.lower_ in {"may", "might"}:
        return first.tag_ == "MD"
    if last.lower_ == "to":
        return last.dep_ == "aux"
    if first.lower_ in {"suspected", "alleged"}:
        return first.dep_ == "amod"
    return True
