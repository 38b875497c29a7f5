"""What a sentence's grammar found goes in: who tells what, and what relates to what; claims with every slot quoted come out.

For languages whose grammar works on places in the page's text (Russian, Chinese). What holds in any language holds here:
a belief stays a belief, a cue without its speaker is an unknown speaker's, a denial stands beside what it denies.
"""

import itertools
from dataclasses import dataclass, replace
from typing import NamedTuple

from clew.extract.document import Document
from clew.model.claim import Claim, Mention, Quote
from clew.model.source import Span
from clew.model.time import Moment

_MOST_VOICES = 64  # of one clause: speakers of nested cues multiply, and no honest sentence has more
_OWN_VOICE = {
    "news": "reported",
    "statement": "party_says",
    "letter": "party_says",
    "mail": "party_says",
}  # what a sentence without a cue is, by record type
_DONE = frozenset({"billed", "shipped", "delivered", "paid"})  # what was denied did not happen, as its holder has it


class Place(NamedTuple):
    """Where words stand in the text of a page."""

    start: int  # code points, included
    stop: int  # code points, excluded

    def holds(self, other: "Place") -> bool:
        """Say whether another place lies within this one."""
        return self.start <= other.start and other.stop <= self.stop

    def meets(self, other: "Place") -> bool:
        """Say whether the two share a character."""
        return self.start < other.stop and other.start < self.stop


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a page."""

    page: int
    place: Place
    text: str
    kind: str
    nominative: str = ""  # its dictionary form where the language inflects names and the form differs
    because: tuple[str, ...] = ()  # the votes for its kind, in words

    def mention(self, source: str, *, method: str) -> Mention:
        """Return the mention that stands for the name; the text as read stays the record, the nominative goes beside it."""
        beside = (("nominative", self.nominative),) if self.nominative and self.nominative != self.text else ()
        return Mention(Span(source, self.page, *self.place), self.text, self.kind, beside, method, self.because)


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who speaks, acts or is acted on, as written."""

    place: Place
    text: str
    role: str  # official, institution, expert, publisher, document, source, pronoun, party
    name: Name | None = None
    suggested: bool = False  # a pronoun stood there, and this is the one person it may stand for
    means: "Party | None" = None  # of a pronoun or a dropped subject: who it most likely is; a suggestion


@dataclass(frozen=True, slots=True)
class Telling:
    """One cue, who holds it, and where what is held stands. No holder: the speaker was not found."""

    cue: Place
    force: str  # saying, believing, denying, unaware, silent
    holders: tuple[Party, ...]  # each speaks for itself
    content: tuple[Place, ...]
    through: tuple[Party, ...] = ()  # who passes it on, outermost first
    negated: bool = False  # "did not say", "does not believe"
    form: str = ""  # direct, partly, indirect
    accused: Party | None = None  # who is accused of what is held
    reply: str = ""  # of one that is silent: did_not_respond, declined, could_not_be_reached

    @property
    def is_placed(self) -> bool:
        """Say whether both the speaker and the content were found."""
        return bool(self.holders and (self.content or self.force == "silent"))

    @property
    def length(self) -> int:
        """Return how many characters are held."""
        return sum(stop - start for start, stop in self.content)

    def covers(self, place: Place) -> bool:
        """Say whether the words at a place are part of what is held."""
        return any(part.holds(place) for part in self.content)


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between a subject and an object, with the words that carry it."""

    predicate: str
    subject: Party
    object: Party
    trigger: Place
    modality: str = "unknown"
    negated: bool = False
    qualifiers: tuple[tuple[str, str, Place | None], ...] = ()  # name, plain value, where it stands
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    lister: Party | None = None  # the papers that list: "named in the letters as"


@dataclass(frozen=True, slots=True)
class Told:
    """All that the grammar found in one sentence."""

    place: Place
    tellings: tuple[Telling, ...]
    links: tuple[Link, ...]
    hedges: tuple[Place, ...] = ()
    quoted: tuple[Place, ...] = ()  # speech between quotation marks
    spoken_by: tuple[Party, ...] = ()  # who spoke last, where the sentence goes on with a quotation


@dataclass(frozen=True, slots=True)
class _Voice:
    holders: tuple[Party, ...]
    stance: str
    cues: tuple[Telling, ...] = ()
    flips: bool = False  # denied, or not believed


def stance_of(role: str, force: str) -> str:
    """Return how firmly, and as what, a party of this role holds what it says."""
    if force in {"unaware", "silent"}:
        return {"unaware": "party_unaware", "silent": "no_response"}[force]
    if role == "pronoun":
        return "unknown"
    if force == "denying":
        return "party_denies"
    if role == "expert":
        return "expert_opines"
    if role == "official" or (role == "institution" and force == "believing"):
        return "official_assesses"
    if role in {"publisher", "document", "source"}:
        return "reported"
    return "party_says"


@dataclass(slots=True)
class Writer:
    """Writes the claims of the sentences of one page."""

    document: Document
    page: int
    record_type: str
    method: str
    names: list[Name]

    def claims(self, told: Told) -> list[Claim]:
        """Return what a sentence claims: answers, relations, then what is said and not taken apart."""
        found = [
            self._silent(told, each, party)
            for each in told.tellings
            if each.force == "silent"
            for party in each.holders
        ]
        speaking = [each for each in told.tellings if each.force != "silent"]
        carried: set[Place] = set()
        for link in told.links:
            chain = _chain(speaking, link.trigger)
            if any(each.negated and each.force != "believing" for each in chain):
                continue  # "did not say that": what was not said is kept as quoted
            voices = self._voices(told, speaking, chain, link.trigger)
            if link.lister is not None and chain and chain[-1].force in {"believing", "denying"}:
                # Beside a belief or a denial, "listed as" is neither: it is what the papers say.
                voices = [_Voice((link.lister,), "reported")]
            carried.add(link.trigger)
            found.extend(self._linked(told, link, voice) for voice in voices)
        for each in speaking:
            found.extend(self._said(told, speaking, each, carried))
        alone = [
            place
            for place in told.quoted
            if not any(each.covers(place) or place.holds(each.cue) for each in told.tellings)
        ]
        return [*found, *(self._spoken_on(told, place) for place in alone)]

    def _voices(self, told: Told, speaking: list[Telling], chain: list[Telling], place: Place) -> list[_Voice]:
        if chain:
            return _voices(chain)
        if any(part.holds(place) for part in told.quoted):
            speaker = told.spoken_by[-1:]
            return [_Voice(speaker, stance_of(speaker[0].role, "saying") if speaker else "unknown")]
        if any(not each.is_placed for each in speaking):
            return [_Voice((), "unknown", tuple(each for each in speaking if not each.is_placed)[:1])]
        own = _OWN_VOICE.get(self.record_type)
        return [_Voice((), own)] if own else []

    def _linked(self, told: Told, link: Link, voice: _Voice) -> Claim:
        if link.lister is not None and link.lister not in voice.holders:
            # Whoever tells it tells what papers list: their word is no record, and no party's own.
            stance = "unknown" if voice.stance == "unknown" else "reported"
            voice = replace(voice, holders=(*voice.holders, link.lister), stance=stance)
        quotes = [self.quote("subject", link.subject.place), self.quote("object", link.object.place)]
        quotes += [self.quote(role, place) for role, _, place in link.qualifiers if place is not None]
        quotes += [self.quote("content", place) for place in (voice.cues[-1].content if voice.cues else ())]
        return self._claim(
            told,
            link.predicate,
            (link.subject, link.object),
            voice,
            quotes,
            modality="unknown" if voice.flips and link.modality in _DONE else link.modality,
            negated=link.negated != voice.flips,
            hedges=_hedges(told, voice.cues, link.trigger),
            qualifiers=(*{role: value for role, value, _ in link.qualifiers}.items(), *_suggested(voice.holders)),
            valid=(link.valid_from, link.valid_to),
        )

    def _silent(self, told: Told, each: Telling, party: Party) -> Claim:
        chain = _chain([other for other in told.tellings if other.force != "silent"], each.cue)
        voice = _voices(chain)[0] if chain else _Voice((), "no_response")
        about = self._text(each.content) or _REQUESTS
        quotes = [self.quote("subject", party.place), self.quote("cue", each.cue)]
        quotes += [self.quote("object", place) for place in each.content]
        stance = "unknown" if chain and not voice.holders else "no_response"
        qualifiers = (("reply", each.reply), *_suggested((party,)))
        return self._claim(
            told, "responds", (party, about), replace(voice, stance=stance), quotes, qualifiers=qualifiers
        )

    def _said(self, told: Told, speaking: list[Telling], each: Telling, carried: set[Place]) -> list[Claim]:
        held = any(other is not each and other.holders and other.covers(each.cue) for other in speaking)
        if held and not each.holders:
            return []  # another holds it, whoever said it to them: it is nobody's own voice
        if not each.content:
            return [self._unplaced(told, each)]
        if not each.holders:
            return [] if any(each.covers(place) for place in carried) else [self._unplaced(told, each)]
        inner = any(other is not each and other.is_placed and each.covers(other.cue) for other in speaking)
        taken_apart = inner or any(each.covers(place) for place in carried)
        if taken_apart and each.force not in {"denying", "unaware"} and each.form != "direct":
            return []
        return [self._kept(told, each, voice) for voice in _voices([*_chain(speaking, each.cue), each])]

    def _kept(self, told: Told, each: Telling, voice: _Voice) -> Claim:
        if not voice.holders or (voice.stance == "unknown" and voice.holders[-1].role != "pronoun"):
            return self._unplaced(told, each)
        speaker = voice.holders[-1]
        answers = each.force in {"denying", "unaware"} and not each.negated
        qualifiers = [("form", each.form)] if each.form else []
        if answers:
            qualifiers.append(("reply", "denies" if each.force == "denying" else "unaware"))
        suggested = speaker.means is not None or any(party.suggested for party in voice.holders)
        if suggested or not told.place.holds(each.cue):
            qualifiers.append(("coreference", "suggested"))  # "about this": the sentence before, as the grammar has it
        subject, accused, words = speaker.means or speaker, each.accused, self._text(each.content)
        role = "object" if accused is None else "content"
        quotes = [self.quote("subject", subject.place), *(self.quote(role, place) for place in each.content)]
        if accused is not None:  # no word on whether it is so
            quotes.append(self.quote("object", accused.place))
            qualifiers.append(("of", words))
        return self._claim(
            told,
            "accuses" if accused is not None else "responds" if answers else "says",
            (subject, accused or words),
            voice,
            quotes,
            negated=each.negated,
            hedges=_hedges(told, (each,), each.content[0]),
            qualifiers=tuple(qualifiers),
        )

    def _unplaced(self, told: Told, each: Telling) -> Claim:
        """Return the safety net's claim: someone says it, and it is not known who, or what."""
        quotes = [self.quote("object", place) for place in each.content]
        words = self._text(each.content) or self.quote("quote", told.place).text
        voice = _Voice((), "unknown", (each,))
        parties = (_UNKNOWN, words)
        return self._claim(told, "says", parties, voice, quotes, negated=each.negated, hedges=told.hedges)

    def _spoken_on(self, told: Told, place: Place) -> Claim:
        """Return what a quotation without a cue says: its speaker is the one quoted before, or unknown."""
        speaker = told.spoken_by[-1:]
        quotes = [self.quote("object", place)]
        words = self._text((place,))
        qualifiers = (("form", "direct"),)
        if not speaker:
            return self._claim(told, "says", (_UNKNOWN, words), _Voice((), "unknown"), quotes, qualifiers=qualifiers)
        voice = _Voice(speaker, stance_of(speaker[0].role, "saying"))
        quotes = [self.quote("subject", speaker[0].place), *quotes]
        return self._claim(told, "says", (speaker[0], words), voice, quotes, qualifiers=qualifiers)

    def _claim(
        self,
        told: Told,
        predicate: str,
        parties: tuple[Party | str, Party | str],
        voice: _Voice,
        quotes: list[Quote],
        *,
        modality: str = "unknown",
        negated: bool = False,
        hedges: tuple[Place, ...] = (),
        qualifiers: tuple[tuple[str, str], ...] = (),
        valid: tuple[Moment | None, Moment | None] = (None, None),
    ) -> Claim:
        said = [self.quote("holder", party.place) for party in voice.holders]
        said += [self.quote("cue", each.cue) for each in voice.cues]
        hedging = [self.quote("hedge", place) for place in hedges]
        subject, target = parties
        return Claim(
            subject=subject if isinstance(subject, str) else subject.text,
            predicate=predicate,
            object=target if isinstance(target, str) else target.text,
            quotes=tuple(dict.fromkeys([self.quote("quote", told.place), *said, *quotes, *hedging])),
            qualifiers=qualifiers,
            holders=tuple(party.text for party in voice.holders),
            stance=voice.stance,
            modality=modality,
            polarity="negated" if negated else "affirmed",
            hedges=tuple(quote.text for quote in hedging),
            valid_from=valid[0],
            valid_to=valid[1],
            record_type=self.record_type,
            method=self.method,
            subject_mention=self._mention(subject),
            object_mention=self._mention(target),
        )

    def quote(self, role: str, place: Place) -> Quote:
        """Return the words at a place, in a role."""
        return self.document.quote(role, self.page, *place)

    def _text(self, places: tuple[Place, ...]) -> str:
        """Return the words at these places; what stands between them is shown as left out."""
        text = self.document.page(self.page).text
        return " … ".join(text[start:stop] for start, stop in places)

    def _mention(self, party: Party | str) -> str | None:
        if isinstance(party, str) or party.name is None:
            return None
        self.names.append(party.name)
        return party.name.mention(self.document.source, method=self.method).id


_UNKNOWN, _REQUESTS = "unknown speaker", "requests for comment"


def _suggested(parties: tuple[Party, ...]) -> tuple[tuple[str, str], ...]:
    return (("coreference", "suggested"),) if any(party.suggested for party in parties) else ()


def _chain(tellings: list[Telling], place: Place) -> list[Telling]:
    """Return the tellings whose content holds a place, outermost first."""
    return sorted((each for each in tellings if each.covers(place)), key=lambda each: -each.length)


def _voices(chain: list[Telling]) -> list[_Voice]:
    """Return a voice for each speaker at the end of a chain, outermost first."""
    innermost, cues = chain[-1], tuple(chain)
    flips = (innermost.force == "denying") != (innermost.negated and innermost.force == "believing")
    if any(not each.holders for each in chain):
        known = tuple(party for each in chain for party in (*each.through, *each.holders[:1]))
        return [_Voice(known, "unknown", cues, flips)]
    told = [each for number, each in enumerate(chain) if number == 0 or not _repeats(each, chain[number - 1])]
    through = [each.through for each in told]
    found = []
    for speakers in itertools.islice(itertools.product(*(each.holders for each in told)), _MOST_VOICES):
        holders = tuple(
            party for passed, speaker in zip(through, speakers, strict=True) for party in (*passed, speaker)
        )
        found.append(_Voice(tuple(dict.fromkeys(holders)), stance_of(speakers[-1].role, innermost.force), cues, flips))
    return found


def _repeats(inner: Telling, outer: Telling) -> bool:
    """Say whether an inner speaker is the outer one's own pronoun, or the outer one again: "he said he believes"."""
    return all(party.role == "pronoun" or party.means for party in inner.holders) or inner.holders == outer.holders


def _hedges(told: Told, cues: tuple[Telling, ...], place: Place) -> tuple[Place, ...]:
    """Return the hedges that colour a clause: those in what its innermost speaker holds, or in nobody's words."""
    held = [each for each in told.tellings if each.content]
    if cues and cues[-1].content:
        return tuple(hedge for hedge in told.hedges if cues[-1].covers(hedge))
    return tuple(
        hedge for hedge in told.hedges if not any(each.covers(hedge) and not each.covers(place) for each in held)
    )
