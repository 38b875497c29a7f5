"""One parsed sentence goes in; its claims come out: non-responses, relations, then what is said and not taken apart."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attribution import Attribution, attributions, listed_aside
from clew.extract.prose.en._claims import Scribe, Voice, voices
from clew.extract.prose.en._coreference import antecedents
from clew.extract.prose.en._holders import Parties, Party, stance_of
from clew.extract.prose.en._relations import Relation, relations
from clew.extract.prose.en._replies import NonResponse, non_responses
from clew.extract.prose.en._unaware import unaware_of
from clew.model.claim import Claim, Quote

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_FIRST_PERSON = frozenset({"i", "we"})
_SPEAKS_FOR_ITSELF = {"news": "reported", "statement": "party_says"}  # what a sentence without a cue is, by record type
_DONE = frozenset({"billed", "shipped", "delivered"})  # what was denied did not happen, as far as its holder says
Before = tuple["Span", Parties, tuple[Party, ...]]  # the sentence before, its parties, who spoke in it


class Reading:
    """Reads one sentence."""

    def __init__(self, scribe: Scribe, *, before: Before | None, inside_quotation: bool) -> None:
        self.scribe, self.sentence, self.parties = scribe, scribe.sentence, scribe.parties
        self.before = before
        self.replies = non_responses(self.sentence, self.parties)
        consumed = frozenset(token.i for reply in self.replies for token in (reply.cue, *reply.cue.children))
        self.attributions = attributions(self.sentence, self.parties, consumed=consumed)
        if scribe.record_type == "letter":  # the sender's own words are the letter's, read by its record type
            self.attributions = [each for each in self.attributions if not _is_senders(each)]
        self.quotation = _quotation(self.sentence, inside=inside_quotation)
        whole = self.quotation >= {token.i for token in self.sentence if not (token.is_punct or token.is_space)}
        self.is_quotation = whole and bool(self.quotation) and not self.attributions
        self.continued = before[2][-1:] if self.is_quotation and before is not None else ()
        self.speakers = tuple(party for each in self.attributions for party in each.holders) or self.continued

    def claims(self) -> list[Claim]:
        """Return what the sentence claims, in order: non-responses, relations, then what is said."""
        answered = [self._reply(reply, voice) for reply in self.replies for voice in self._voices(reply.cue)]
        if not self.attributions and cues.COMMENTARY.search(self.sentence.text):
            return answered
        known = relations(self.sentence, self.parties)
        related = [claim for relation in known for claim in self._related(relation)]
        carried = {relation.trigger.i for relation in known if self._carries(relation)} | {
            reply.cue.i for reply in self.replies
        }
        said = [claim for each in self.attributions for claim in self._said(each, carried)]
        if self.is_quotation and not related and not answered:
            said.append(self._spoken_on())
        return [*answered, *related, *said]

    def _chain(self, token: "Token") -> list[Attribution]:
        holding = [each for each in self.attributions if token.i in each.content]
        return sorted(holding, key=lambda each: -len(each.content))

    def _voices(self, token: "Token") -> list[Voice]:
        """Return who holds the clause of a token; nobody named: the source itself, or unknown beside a cue."""
        chain = self._chain(token)
        if chain:
            return [self._resolved(voice) for voice in voices(chain)]
        if self.continued:
            return [Voice(self.continued, stance_of(self.continued[-1].role, "saying"))]
        listed = token.i in listed_aside(self.sentence)
        if token.i in self.quotation or (tree.is_told(token) and not listed):
            return [Voice((), "unknown")]
        if self.attributions and not self._is_aside(token):
            return [Voice((), "unknown", tuple(self.attributions))]
        return [Voice((), _SPEAKS_FOR_ITSELF.get(self.scribe.record_type, "reported"))]

    def _is_aside(self, token: "Token") -> bool:
        """Say whether the author tells it: of the speaker, or before the first cue; not where a cue is unplaced."""
        if not all(each.is_placed for each in self.attributions):
            return False
        if token.i in listed_aside(self.sentence):
            return True
        told_of = {
            index for each in self.attributions for party in each.holders for index in tree.subtree(party.run.head)
        }
        told_of -= {index for each in self.attributions for index in each.content}
        first = min(each.cue.first.i for each in self.attributions)
        return token.i in told_of or token.i < first

    def _resolved(self, voice: Voice) -> Voice:
        """Let "he said" be said by the one person named before, as a suggestion."""
        holders, suggested = list(voice.holders), []
        for number, party in enumerate(voice.holders):
            if party.role != "pronoun":
                continue
            meant = self._antecedents(party.run.head, ())
            if len(meant) == 1:
                holders[number] = meant[0]
                suggested.append((party, meant[0]))
        stance = voice.stance
        if suggested and holders[-1] is suggested[-1][1]:
            stance = stance_of(holders[-1].role, voice.cues[-1].force)
        return replace(voice, holders=tuple(holders), stance=stance, suggested=tuple(suggested))

    def _antecedents(self, pronoun: "Token", holders: tuple[Party, ...]) -> tuple[Party, ...]:
        before = self.before[:2] if self.before is not None else None
        return antecedents(pronoun, self.sentence, self.parties, before=before, holders=holders)

    def _carries(self, relation: Relation) -> bool:
        return all(not each.negated or each.force == "believing" for each in self._chain(relation.trigger))

    def _related(self, relation: Relation) -> list[Claim]:
        if not self._carries(relation):
            return []  # "did not say that": what was not said is kept as quoted
        own = not self._chain(relation.trigger) and not self.is_quotation
        if own and self.scribe.record_type not in _SPEAKS_FOR_ITSELF:
            return []
        claims = []
        for voice in self._voices(relation.trigger):
            if relation.source is not None and not voice.holders:
                stance = "reported" if voice.stance != "unknown" else "unknown"
                claims.extend(self._relation(relation, Voice((relation.source,), stance)))
            else:
                claims.extend(self._relation(relation, voice))
        return claims

    def _relation(self, relation: Relation, voice: Voice) -> list[Claim]:
        subjects = self._meant(relation.subject, voice.holders)
        objects = self._meant(relation.object, voice.holders)
        hedges = self.scribe.hedges(self._region(relation.trigger))
        governor = tree.controlled_by(relation.trigger)
        if (
            governor is not None
            and not self._is_cue(governor)
            and governor.text not in {hedge.text.split()[0] for hedge in hedges}
        ):
            hedges.append(self.scribe.quote("hedge", self.scribe.place(governor, governor)))
        claims = []
        for subject, subject_pronoun in subjects:
            for target, object_pronoun in objects:
                if subject.text == target.text:
                    continue
                quotes = self._slot("subject", subject, subject_pronoun) + self._slot("object", target, object_pronoun)
                quotes += [
                    self.scribe.quote(role, (party.start, party.stop))
                    for role, _, party in relation.qualifiers
                    if party is not None
                ]
                pairs = [(role, value) for role, value, _ in relation.qualifiers]
                if subject_pronoun is not None or object_pronoun is not None:
                    pairs.append(("coreference", "suggested"))
                claims.append(
                    self.scribe.claim(
                        relation.predicate,
                        subject.text,
                        target.text,
                        voice,
                        quotes,
                        modality="unknown" if voice.flips and relation.modality in _DONE else relation.modality,
                        negated=relation.negated != voice.flips,
                        hedges=hedges,
                        qualifiers=tuple(dict(pairs).items()),
                        mentions=(subject.name, target.name),
                    )
                )
        return claims

    def _slot(self, role: str, party: Party, pronoun: Party | None) -> list[Quote]:
        quotes = [self.scribe.quote(role, (party.start, party.stop))]
        return quotes + ([self.scribe.quote("pronoun", (pronoun.start, pronoun.stop))] if pronoun is not None else [])

    def _meant(self, party: Party, holders: tuple[Party, ...]) -> list[tuple[Party, Party | None]]:
        """Return the party, or those its pronoun may stand for, each with that pronoun."""
        if party.role != "pronoun":
            return [(party, None)]
        return [(meant, party) for meant in self._antecedents(party.run.head, holders)] or [(party, None)]

    def _is_cue(self, token: "Token") -> bool:
        return any(each.cue.head.i == token.i for each in self.attributions)

    def _region(self, token: "Token") -> frozenset[int]:
        """Return the tokens whose hedges colour a clause: its own content, or what nobody else holds."""
        everything = frozenset(other.i for other in self.sentence)
        chain = self._chain(token)
        if not chain:
            own = tree.clause(token) if self.attributions else everything
            return own.difference(*(each.content for each in self.attributions))
        held = (chain[-1].content | {chain[-1].cue.head.i}) & (
            tree.clause(token) | {chain[-1].cue.head.i, chain[-1].cue.head.i + 1}
        )
        # "reportedly" beside an outer cue colours all that is inside.
        return held | {child.i for each in chain for child in each.cue.head.children if child.dep_ == "advmod"}

    def _reply(self, reply: NonResponse, voice: Voice) -> Claim:
        scribe = self.scribe
        about = scribe.place(*reply.about) if reply.about else None
        quotes = [
            scribe.quote("subject", (reply.party.start, reply.party.stop)),
            scribe.quote("cue", scribe.place(reply.cue, reply.last)),
        ]
        quotes += [scribe.quote("object", about)] if about else []
        stance = "unknown" if voice.stance == "unknown" and not voice.holders else "no_response"
        target = scribe.text_at([about]) if about else "requests for comment"
        return scribe.claim(
            "responds",
            reply.party.text,
            target,
            replace(voice, stance=stance),
            quotes,
            mentions=(reply.party.name, None),
        )

    def _said(self, each: Attribution, carried: set[int]) -> list[Claim]:
        """Return what is said and is no known relation; a denial is always kept, it stands beside the claim."""
        if not each.is_placed and not carried & each.content:
            return [self._unplaced(each)]
        outside = [other for other in self._chain(each.cue.head) if other.cue.head.i not in self.quotation]
        if each.cue.head.i in self.quotation and outside:
            return []  # what the quoted speaker says that others say stays inside the quotation
        inner = [
            other
            for other in self.attributions
            if other is not each and other.cue.head.i in each.content - self.quotation
        ]
        if each.force != "denying" and (inner or carried & each.content):
            return []
        places = self.scribe.pieces(each.content)
        if not places:
            return [self._unplaced(each)]
        outer = self._chain(each.cue.head)
        return [self._kept(each, self._resolved(voice), places) for voice in voices([*outer, each])]

    def _kept(self, each: Attribution, voice: Voice, places: list[tuple[int, int]]) -> Claim:
        scribe, speaker = self.scribe, voice.holders[-1] if voice.holders else None
        if speaker is None:
            return self._unplaced(each)
        predicate = "responds" if each.force == "denying" and not each.negated else "says"
        about = unaware_of(each, speaker) if each.force == "saying" and not each.negated else None
        if about is not None and voice.stance != "unknown":
            predicate, voice = "responds", replace(voice, stance="party_unaware")
            places = [scribe.place(*about)]
        quotes = [
            scribe.quote("subject", (speaker.start, speaker.stop)),
            *(scribe.quote("object", place) for place in places),
        ]
        return scribe.claim(
            predicate,
            speaker.text,
            scribe.text_at(places),
            voice,
            quotes,
            negated=each.negated,
            hedges=scribe.hedges(each.content),
            mentions=(speaker.name, None),
        )

    def _unplaced(self, each: Attribution) -> Claim:
        """Return the safety net's claim: someone says it, and it is not known who, or what."""
        places = self.scribe.pieces(each.content)
        target = self.scribe.text_at(places) if places else self.scribe.whole().text
        quotes = [self.scribe.quote("object", place) for place in places]
        everything = frozenset(token.i for token in self.sentence)
        return self.scribe.claim(
            "says",
            "unknown speaker",
            target,
            Voice((), "unknown", (each,)),
            quotes,
            negated=each.negated,
            hedges=self.scribe.hedges(everything),
        )

    def _spoken_on(self) -> Claim:
        """Return what a quotation without a cue says: its speaker is the one quoted before, or unknown."""
        places = self.scribe.pieces(frozenset(token.i for token in self.sentence))
        if not self.continued:
            quotes = [self.scribe.quote("object", place) for place in places]
            return self.scribe.claim(
                "says", "unknown speaker", self.scribe.text_at(places), Voice((), "unknown"), quotes
            )
        speaker = self.continued[-1]
        voice = Voice((speaker,), stance_of(speaker.role, "saying"))
        quotes = [
            self.scribe.quote("subject", (speaker.start, speaker.stop)),
            *(self.scribe.quote("object", place) for place in places),
        ]
        return self.scribe.claim(
            "says", speaker.text, self.scribe.text_at(places), voice, quotes, mentions=(speaker.name, None)
        )


def _quotation(sentence: "Span", *, inside: bool) -> frozenset[int]:
    """Return the tokens between quotation marks; `inside` says that a quotation is open when the sentence begins."""
    quoted: set[int] = set()
    for token in sentence:
        if token.text == '"':
            inside = not inside
        elif inside:
            quoted.add(token.i)
    return frozenset(quoted)


def _is_senders(attribution: Attribution) -> bool:
    return any(party.run.head.lower_ in _FIRST_PERSON for party in attribution.holders)
