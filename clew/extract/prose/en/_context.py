"""One parsed sentence with its attributions: for any word of it, who holds it, through whom, as what."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attempts import none_came, tried
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._attribution import attributions, listed_aside
from clew.extract.prose.en._claims import Place, Scribe, Voice, voices
from clew.extract.prose.en._coreference import Earlier, antecedents, body_meant, nearest, speaker_meant
from clew.extract.prose.en._holders import Party, stance_of
from clew.extract.prose.en._parenthetical import stands_behind_cue
from clew.extract.prose.en._parts import parted
from clew.extract.prose.en._replies import non_responses
from clew.extract.prose.en._silence import NonResponse, told
from clew.extract.prose.en._turns import Turn

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

FIRST_PERSON = frozenset({"i", "we"})
# What a sentence without a cue is, by record type; who wrote a letter or mail is told by extract/authors.py.
SPEAKS_FOR_ITSELF = {"news": "reported", "statement": "party_says", "letter": "party_says", "mail": "party_says"}
_TOLD_OF = frozenset({"nsubj", "dobj", "pobj", "conj", "ROOT"})
OTHERS = frozenset({"another", "other", "others", "second", "third", "one"})  # of those who spoke before


class Context:
    """A sentence, who speaks in it, and who spoke before."""

    def __init__(self, scribe: Scribe, *, before: Earlier, inside_quotation: bool, turn: Turn | None = None) -> None:
        self.scribe, self.sentence, self.parties = scribe, scribe.sentence, scribe.parties
        self.before = before
        self.replies: list[NonResponse] = non_responses(self.sentence, self.parties) or self._unanswered()
        consumed = frozenset(
            token.i
            for reply in self.replies
            for token in (reply.cue, *reply.cue.children)
            if token.dep_ not in {"conj", "advcl", "parataxis"}
            or token.i == reply.cue.i
            or (reply.kind == "declined" and token.lemma_.lower() == "deny")  # "neither confirmed nor denied"
        )
        self.quotation = _quotation(self.sentence, inside=inside_quotation)
        self.starts_inside = inside_quotation
        whole = self.quotation >= {token.i for token in self.sentence if not (token.is_punct or token.is_space)}
        self.is_quotation = whole and bool(self.quotation)
        # What a quoted speaker says that others say stays inside the quotation.
        found = [] if self.is_quotation else attributions(self.sentence, self.parties, consumed=consumed)
        self._beside = beside = frozenset().union(
            *(tree.subtree(reply.cue) for reply in self.replies if reply.cue.dep_ == "conj")
        )
        if beside:
            found = [
                each if each.cue.head.i in beside else replace(each, content=each.content - beside) for each in found
            ]
        self.turn = turn if turn is not None and not self.is_question else None
        self.attributions: list[Attribution] = [self._taken_up(each) for each in found]
        scribe.turn = self.turn.party if self.turn is not None else None
        self.continued = before.speakers[-1:] if self.is_quotation and (before.adjacent or inside_quotation) else ()
        if self.is_quotation and not self.continued and _goes_on(before):
            self.continued = before.last_speakers[-1:]

    def _taken_up(self, each: Attribution) -> Attribution:
        """Return "Says the ship is late." with its verb for a speaker, where one before can be meant: it stands for him as "he" would."""
        verb = each.cue.head
        first = next((token for token in self.sentence if not (token.is_punct or token.is_space)), verb)
        dropped = verb.i == first.i and verb.tag_ in {"VBZ", "VBD"} and not tree.children(verb, "nsubj", "nsubjpass")
        if each.holders or not each.content or not dropped or len(self._before_it()) != 1:
            return each
        spoken = replace(self.parties.spanning(verb, verb, verb), role="pronoun")
        return replace(each, holders=(spoken,))

    def _before_it(self) -> tuple[Party, ...]:
        """Return whom a sentence without a subject may go on from: who spoke before it, else the one person told of there."""
        if self.before.sentence is None or not self.before.adjacent:
            return ()
        spoke = {party.text: party for party in self.before.speakers}
        span, parties = self.before.sentence
        told = (token for token in span if token.dep_ in _TOLD_OF and parties.is_person(token))
        people = spoke or {party.text: party for token in told if (party := parties.of(token)) is not None}
        people = {text: party for text, party in people.items() if party.role != "pronoun"}
        return tuple(people.values()) if len(people) == 1 else ()

    def _unanswered(self) -> list[NonResponse]:
        """Return who was written to in the sentence before, where this one only tells that no reply came."""
        if self.before.sentence is None or not self.before.adjacent or not none_came(self.sentence):
            return []
        span, parties = self.before.sentence
        cue = self.sentence.root
        return list(told(tried(span, parties), cue, cue, None, parties))

    @property
    def is_question(self) -> bool:
        """Say whether the sentence asks: it holds nothing."""
        return self.sentence.text.rstrip().rstrip('"').endswith("?")

    @property
    def speakers(self) -> tuple[Party, ...]:
        """Return who speaks in the sentence, or whose quotation goes on."""
        return tuple(party for each in self.attributions for party in each.holders) or self.continued

    def chain(self, token: "Token") -> list[Attribution]:
        """Return the attributions whose content a token stands in, outermost first."""
        holding = [each for each in self.attributions if token.i in each.content]
        nouns = [each for each in holding if each.cue.head.pos_ == "NOUN" and each.holders]
        own = [one for one in self.attributions if one.cue.head.i == token.i and token.pos_ == "NOUN" and one.holders]
        holding = [each for each in holding if not own or each.force != "denying"]
        holding = [  # whoever rejects "his evidence that …" does not tell it
            each
            for each in holding
            if each.force != "denying" or not any(one is not each and one.cue.head.i in each.content for one in nouns)
        ]
        return sorted(holding, key=lambda each: -len(each.content))

    def voices(self, token: "Token") -> list[Voice]:
        """Return who holds the clause of a token; nobody named: the source itself, or unknown beside a cue."""
        chain = self.chain(token)
        if token.i in self._beside and not chain:
            return [
                Voice((), SPEAKS_FOR_ITSELF.get(self.scribe.record_type, "reported"))
            ]  # "…, but would not discuss it"
        if chain:
            return [self.resolved(voice) for voice in voices(chain)]
        if self.turn is not None and self.turn.party is not None and not self.continued:
            return [Voice((self.turn.party,), stance_of(self.turn.party.role, "saying"))]
        if self.continued:
            return [Voice(self.continued, stance_of(self.continued[-1].role, "saying"))]
        listed = token.i in listed_aside(self.sentence)
        if token.i in self.quotation or (tree.is_told(token) and not listed):
            return [Voice((), "unknown")]
        if self.attributions and not self._is_aside(token):
            return [Voice((), "unknown", tuple(self.attributions))]
        if not listed and stands_behind_cue(token, self.sentence, self.parties, self._cues):
            return [Voice((), "unknown")]
        return [Voice((), SPEAKS_FOR_ITSELF.get(self.scribe.record_type, "reported"))]

    def _is_aside(self, token: "Token") -> bool:
        """Say whether the author tells it: of the speaker, or before the first cue; not where a cue is unplaced."""
        if not all(each.is_placed for each in self.attributions):
            return self._is_beside(token)
        if token.i in listed_aside(self.sentence):
            return True
        told_of = {
            index for each in self.attributions for party in each.holders for index in tree.subtree(party.run.head)
        }
        told_of -= {index for each in self.attributions for index in each.content}
        first = min(each.cue.first.i for each in self.attributions)
        return token.i in told_of or token.i < first

    def _is_beside(self, token: "Token") -> bool:
        """Say whether a noun stands before every cue, and outside what is held: "Orvel's director, Li Na, was assured that …".

        Whoever speaks there was not found, but what is said was; a cue whose words were not found may hold anything.
        """
        nominal = token.pos_ in {"NOUN", "PROPN"} and all(each.content for each in self.attributions)
        return nominal and all(token.i < each.cue.first.i and token.i not in each.content for each in self.attributions)

    def resolved(self, voice: Voice) -> Voice:
        """Let "he said" be said by the one person named before, as a suggestion."""
        holders, suggested = [self.named(party) for party in voice.holders], []
        for number, party in enumerate(tuple(holders)):
            if party.role != "pronoun":
                continue
            dropped = self._before_it() if party.run.head.pos_ == "VERB" else ()
            meant = (
                dropped
                or self.antecedents(party.run.head, ())
                or speaker_meant(
                    party.run.head,
                    self.sentence,
                    self.parties,
                    self.before,
                    told=voice.cues[-1].content if voice.cues else frozenset(),
                )
            )
            if len(meant) == 1:
                holders[number] = meant[0]
                suggested.append((party, meant[0]))
        holders = [
            party for number, party in enumerate(holders) if not number or party.text != holders[number - 1].text
        ]
        stance, force = voice.stance, voice.cues[-1].force if voice.cues else "saying"
        if suggested and holders[-1] is suggested[-1][1]:
            stance = stance_of(holders[-1].role, force)
        elif holders and holders[-1].run.head.lower_ in FIRST_PERSON and self.turn is not None and self.turn.party:
            stance = stance_of(self.turn.party.role, force)  # "GENERAL HAAS: We think that …"
        elif holders and holders[-1].role in {"pronoun", "party"} and holders[-1].run.head.lower_ in OTHERS:
            stance = stance_of(self._role_of_those(), force)
        elif holders and stance == "unknown" and holders[-1].role == "pronoun":
            stance = stance_of(self._likely_role(holders[-1]), force)
        elif holders and (body := body_meant(holders[-1].run.head, self.sentence, self.parties, self.before)):
            stance = stance_of(body.role, force)  # "Finnish customs has opened …, the agency said"
        elif holders and holders[-1].role == "party" and holders[-1].run.head.lower_ in OTHERS:
            stance = stance_of(next((party.role for party in reversed(self.before.last_speakers)), "party"), force)
        return replace(voice, holders=tuple(holders), stance=stance, suggested=tuple(suggested))

    def named(self, party: Party) -> Party:
        """Return who "I" is in somebody's turn to speak: a label says so, so it is no guess."""
        turn = self.turn.party if self.turn is not None else None
        told = turn is not None and turn.text.rstrip(".").upper() not in {"A", "ANSWER"}
        return turn if turn is not None and told and party.run.head.lower_ == "i" else party

    def _role_of_those(self) -> str:
        """Return as what "one", "another" speaks: as those told of in the sentence before, else as who spoke last."""
        if self.before.sentence is not None and self.before.adjacent:
            span, makers = self.before.sentence
            plural = [token for token in span if token.dep_ == "nsubj" and token.tag_ in {"NNS", "NNPS"}]
            if plural and (role := makers.role(plural[0])) not in {"party", "pronoun", "document"}:
                return role
        return next((party.role for party in reversed(self.before.last_speakers)), "party")

    def _likely_role(self, pronoun: Party) -> str:
        """Return as what a pronoun speaks whose name stays open: as the nearest it may stand for does, else as a party."""
        if pronoun.run.head.lower_ in FIRST_PERSON:
            outlet = self.scribe.record_type == "news" and pronoun.run.head.lower_ == "we" and self.turn is None
            return "publisher" if outlet and pronoun.run.head.i not in self.quotation else "party"  # "We hear that …"
        near = nearest(pronoun.run.head, self.sentence, self.parties, self.before)
        return near.role if near is not None else "party"

    def antecedents(self, pronoun: "Token", holders: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return whom a pronoun of the sentence may stand for."""
        before = self.before.sentence if self.before.adjacent else None
        return antecedents(pronoun, self.sentence, self.parties, before=before, holders=holders)

    @property
    def _cues(self) -> frozenset[int]:
        return frozenset(each.cue.head.i for each in self.attributions if each.is_placed)

    def is_cue(self, token: "Token") -> bool:
        """Say whether a token is the cue of an attribution."""
        return any(each.cue.head.i == token.i for each in self.attributions)

    def region(self, token: "Token") -> frozenset[int]:
        """Return the tokens whose hedges colour a clause: its own content, or what nobody else holds."""
        everything = frozenset(other.i for other in self.sentence)
        chain = self.chain(token)
        if not chain:
            own = tree.clause(token) if self.attributions else everything
            return own.difference(*(each.content for each in self.attributions))
        held = (chain[-1].content | {chain[-1].cue.head.i}) & (
            tree.clause(token) | {chain[-1].cue.head.i, chain[-1].cue.head.i + 1}
        )
        # "reportedly" beside an outer cue colours all that is inside.
        return held | {child.i for each in chain for child in each.cue.head.children if child.dep_ == "advmod"}

    def held_around(self, token: "Token") -> list[Place]:
        """Return where the held words stand that a token is part of; none where the text itself tells them."""
        chain = self.chain(token)
        if not chain:
            return []
        held = chain[-1].content
        part = held if held <= self.quotation else next((p for p in parted(held, self.sentence) if token.i in p), held)
        return self.scribe.pieces(part)


def _goes_on(before: Earlier) -> bool:
    """Say whether the one speaker before is who the sentence between tells of: "She points at the plot."."""
    if before.sentence is None or not before.adjacent or len({party.text for party in before.last_speakers}) != 1:
        return False
    span, _ = before.sentence
    subjects = [token for token in span if token.dep_ in {"nsubj", "nsubjpass"}]
    surname = before.last_speakers[-1].text.split()[-1]
    return bool(subjects) and (subjects[0].lower_ in {"he", "she"} or subjects[0].text == surname)


def is_senders(attribution: Attribution) -> bool:
    """Say whether the writer of a letter speaks: "we confirm"."""
    return any(party.run.head.lower_ in FIRST_PERSON for party in attribution.holders)


def _quotation(sentence: "Span", *, inside: bool) -> frozenset[int]:
    """Return the tokens between quotation marks; `inside` says that a quotation is open when the sentence begins."""
    quoted: set[int] = set()
    for token in sentence:
        if token.text == '"':
            inside = not inside
        elif inside:
            quoted.add(token.i)
    return frozenset(quoted)
