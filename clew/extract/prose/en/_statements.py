"""The attributions and replies of a sentence go in; claims that somebody said so come out, with the words held.

Every attribution leaves one, whether or not a relation was read out of its content: the words are the record.
"""

import re
from dataclasses import replace

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._claims import Place, Voice, voices
from clew.extract.prose.en._conditions import condition_of
from clew.extract.prose.en._content import clause_of, clauses_of
from clew.extract.prose.en._context import FIRST_PERSON, SPEAKS_FOR_ITSELF, Context
from clew.extract.prose.en._holders import Party, stance_of
from clew.extract.prose.en._parts import parted
from clew.extract.prose.en._silence import NonResponse
from clew.extract.prose.en._unaware import Ignorance, unaware_of
from clew.model.claim import Claim, Quote


def statements(context: Context) -> list[Claim]:
    """Return what is said in a sentence, by whom; where nothing was placed, that somebody says it."""
    return [claim for each in context.attributions for claim in _said(context, each)]


def _said(context: Context, each: Attribution) -> list[Claim]:
    if each.is_ahead:
        return []
    if not each.is_placed:
        return [_unplaced(context, each)]
    outer = context.chain(each.cue.head)
    if any(_is_direct(context, other) or _is_own_deed(other, each) for other in outer) or _is_papers_noun(
        context, each
    ):
        return []  # what the quoted speaker says that others say stays inside the quotation
    claims: list[Claim] = []
    whole = _is_direct(context, each)  # one breath of a quotation is one thing said
    for part in [each.content] if whole else parted(each.content, context.sentence):
        if each.force != "denying" and any(_is_told_on(context, each, other, part) for other in context.attributions):
            continue
        places = context.scribe.pieces(part)
        if not places or any(reply.cue.i in part for reply in context.replies):
            continue  # "said that it would not comment" is a reply, and read as one
        claims.extend(_kept(context, each, context.resolved(voice), part, places) for voice in voices([*outer, each]))
    return claims


def _is_direct(context: Context, each: Attribution) -> bool:
    """Say whether all that is held stands in quotation marks."""
    return _form(context, each.content) == "direct"


def _is_papers_noun(context: Context, each: Attribution) -> bool:
    """Say whether papers only show a thing, inside what somebody says: "officials caution that the letters show plans"."""
    inside = any(each.cue.head.i in other.content for other in context.attributions if other is not each)
    return inside and not clause_of(each.cue.head) and all(party.role == "document" for party in each.holders)


def _is_told_on(context: Context, outer: Attribution, inner: Attribution, part: frozenset[int]) -> bool:
    """Say whether an inner speaker holds this part: then the claim is told there, with both as its holders."""
    if inner is outer or inner.cue.head.i not in part or not inner.is_placed or _is_direct(context, outer):
        return False
    if _is_own_deed(outer, inner):
        return False
    return not _is_papers_noun(context, inner) and len(inner.content & part) * 2 >= len(part - {inner.cue.head.i}) - 6


def _is_own_deed(outer: Attribution, inner: Attribution) -> bool:
    """Say whether a speaker only tells that he said a thing to somebody: "says he warned the ministry", "told us he reported it stolen"."""
    himself = all(party.role == "pronoun" for party in inner.holders) and len(outer.holders) == 1
    himself = himself and bool(tree.children(inner.cue.head, "dobj", "ccomp", "prep"))
    return himself and inner.force == "saying" and inner.cue.head.i in outer.content and not clauses_of(inner.cue.head)


def _kept(context: Context, each: Attribution, voice: Voice, part: frozenset[int], places: list[Place]) -> Claim:
    scribe, speaker = context.scribe, voice.holders[-1] if voice.holders else None
    if speaker is None:
        return _unplaced(context, each)
    predicate, pairs = "says", {"form": _form(context, part)}
    if each.force == "denying" and not each.negated:
        predicate, pairs["reply"] = "responds", "denies"
    knows = each.force != "saying" or each.negated
    ignorance = None if knows else unaware_of(each, speaker, part, context.parties)
    if ignorance is not None and voice.stance != "unknown":
        return _unaware(context, voice, ignorance)
    accused = context.parties.of(each.accused) if each.accused is not None else None
    quotes = [scribe.quote("subject", (speaker.start, speaker.stop))]
    role, target = "object", scribe.text_at(places)
    if accused is not None:
        predicate, role, pairs["of"], target = "accuses", "content", scribe.text_at(places), accused.text
        quotes.append(scribe.quote("object", (accused.start, accused.stop)))
    quotes += [scribe.quote(role, place) for place in places]
    condition = _condition(context, part)
    if condition:
        pairs["condition"] = condition.text
        quotes.append(condition)
    return scribe.claim(
        predicate,
        speaker.text,
        target,
        voice,
        quotes,
        modality="conditional" if condition else "unknown",
        negated=each.negated,
        hedges=scribe.hedges(part),
        qualifiers=tuple(pairs.items()),
        mentions=(speaker.name, accused.name if accused is not None else None),
    )


def _form(context: Context, part: frozenset[int]) -> str:
    doc = context.sentence.doc
    words = {index for index in part if not (doc[index].is_punct or doc[index].is_space)}
    inside = words & context.quotation
    return "direct" if inside == words else "partly" if inside else "indirect"


def _condition(context: Context, part: frozenset[int]) -> Quote | None:
    """Return the condition the head of a content stands under."""
    doc = context.sentence.doc
    heads = [doc[index] for index in part if doc[index].pos_ in {"VERB", "AUX"} and doc[index].head.i not in part]
    for head in heads[:1]:
        found = condition_of(head)
        if found is not None and {found[0].i, found[1].i} <= part:
            return context.scribe.quote("condition", context.scribe.place(*found))
    return None


def _unaware(context: Context, voice: Voice, ignorance: Ignorance) -> Claim:
    scribe = context.scribe
    party = ignorance.party or voice.holders[-1]
    if ignorance.party is not None:
        voice = replace(voice, holders=(*voice.holders, ignorance.party))
    place = scribe.place(*ignorance.about)
    return scribe.claim(
        "responds",
        party.text,
        scribe.text_at([place]),
        replace(voice, stance="party_unaware"),
        [scribe.quote("subject", (party.start, party.stop)), scribe.quote("object", place)],
        qualifiers=(("reply", "unaware"),),
        mentions=(party.name, None),
    )


_OURS = frozenset({"our", "my", "this"})


def is_own(context: Context, ignorance: Ignorance) -> bool:
    """Say whether who does not know is who writes: "our bank" or the embassy itself, not "the director" whom a letter tells of."""
    party = ignorance.party
    if party is None or context.scribe.record_type == "statement":
        return True
    head = party.run.head
    house = party.role in {"institution", "official"} or (party.name is not None and party.name.kind == "organization")
    house = house or (head.text[:1].isupper() and (party.name is None or party.name.kind != "person"))
    return head.lower_ in FIRST_PERSON or house or any(child.lower_ in _OURS for child in head.children)


def own_ignorance(context: Context, ignorance: Ignorance) -> Claim | None:
    """Return that a party does not know, told in its own statement or letter: "we are not aware of any visit"."""
    party = ignorance.party
    if party is None:
        return None
    chain = context.chain(ignorance.cue)
    if chain:
        return None  # read with its attribution
    turn = context.turn.party if context.turn is not None else None
    return _unaware(
        context,
        Voice((turn,) if turn is not None else (), "party_unaware"),
        replace(ignorance, party=None if turn is not None else party),
    )


def answered(context: Context, reply: NonResponse) -> list[Claim]:
    """Return that a party did not respond, one claim for each who tells of it."""
    speaking = {party.text for each in context.attributions for party in each.holders}
    told = reply.party.text in speaking or reply.cue.dep_ == "ROOT"
    if told and not context.chain(reply.cue) and reply.cue.i not in context.quotation and not context.continued:
        own = SPEAKS_FOR_ITSELF.get(context.scribe.record_type, "reported")  # "…, he said, while declining to name it"
        return [_reply(context, reply, Voice((), own))]
    return [_reply(context, reply, voice) for voice in context.voices(reply.cue)]


def _reply(context: Context, reply: NonResponse, voice: Voice) -> Claim:
    scribe, party = context.scribe, reply.party
    if party.role == "pronoun" and voice.holders:  # "a spokesman said it would not comment"
        party, voice = voice.holders[-1], replace(voice, holders=voice.holders[:-1])
    party = context.named(party)
    about = scribe.place(*reply.about) if reply.about else None
    quotes = [
        scribe.quote("subject", (party.start, party.stop)),
        scribe.quote("cue", scribe.place(reply.cue, reply.last)),
    ]
    quotes += [scribe.quote("object", about)] if about else []
    stance = "unknown" if voice.stance == "unknown" and not voice.holders else "no_response"
    target = scribe.text_at([about]) if about else "requests for comment"
    return scribe.claim(
        "responds",
        party.text,
        target,
        replace(voice, stance=stance),
        quotes,
        qualifiers=(("reply", reply.kind),),
        mentions=(party.name, None),
    )


def _unplaced(context: Context, each: Attribution) -> Claim:
    """Return the safety net's claim: someone says it, and it is not known who, or what."""
    scribe = context.scribe
    places = scribe.pieces(each.content)
    target = scribe.text_at(places) if places else scribe.whole().text
    quotes = [scribe.quote("object", place) for place in places]
    everything = frozenset(token.i for token in context.sentence)
    return scribe.claim(
        "says",
        "unknown speaker",
        target,
        Voice((), "unknown", (each,)),
        quotes,
        negated=each.negated,
        hedges=scribe.hedges(everything),
    )


def in_own_turn(context: Context) -> bool:
    """Say whether a sentence without a cue is told in somebody's turn to speak, and tells anything."""
    if context.turn is None or context.turn.party is None or context.is_quotation:
        return False
    tokens = [token for token in context.sentence if not (token.is_punct or token.is_space)]
    return len(tokens) > 2 and any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in tokens)


_NO_COMMENT = re.compile(
    r"\W*(?:no (?:further )?comment|pass|(?:that(?:'s| has| is) )?(?:already )?(?:been )?asked and answered)\W*",
    re.IGNORECASE,
)


def kept_silent(context: Context) -> Claim | None:
    """Return that somebody whose turn it is gives no answer, in words without a verb: "No comment."."""
    turn = context.turn.party if context.turn is not None else None
    if turn is None or not _NO_COMMENT.fullmatch(context.sentence.text):
        return None
    scribe = context.scribe
    quotes = [scribe.quote("subject", (turn.start, turn.stop)), scribe.whole()._replace(role="cue")]
    return scribe.claim(
        "responds",
        turn.text,
        "requests for comment",
        Voice((), "no_response"),
        quotes,
        qualifiers=(("reply", "declined"),),
        mentions=(turn.name, None),
    )


def spoken_on(context: Context) -> Claim:
    """Return what a quotation without a cue says: its speaker is the one quoted beside it, or unknown."""
    scribe = context.scribe
    places = scribe.pieces(frozenset(token.i for token in context.sentence))
    held = [scribe.quote("object", place) for place in places]
    direct = (("form", "direct"),)
    turn = context.turn.party if context.turn is not None else None
    speakers = (turn,) if turn is not None and not (context.is_quotation and context.continued) else context.continued
    if not speakers:
        return scribe.claim(
            "says", "unknown speaker", scribe.text_at(places), Voice((), "unknown"), held, qualifiers=direct
        )
    speaker: Party = speakers[-1]
    voice = context.resolved(Voice((speaker,), stance_of(speaker.role, "saying")))
    speaker = voice.holders[-1]
    quotes = [scribe.quote("subject", (speaker.start, speaker.stop)), *held]
    return scribe.claim(
        "says", speaker.text, scribe.text_at(places), voice, quotes, qualifiers=direct, mentions=(speaker.name, None)
    )
