"""A relation found in a sentence goes in; its claims come out, one for each voice, with the words that are held."""

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._claims import Voice
from clew.extract.prose.en._conditions import condition_of
from clew.extract.prose.en._context import SPEAKS_FOR_ITSELF, Context, is_senders
from clew.extract.prose.en._holders import Party
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._when import told_when
from clew.model.claim import Claim, Quote

_DONE = frozenset(
    {"billed", "shipped", "delivered", "paid"}
)  # what was denied did not happen, as far as its holder says

_SOMEBODYS = frozenset({"its", "his", "her", "their", "whose"})


def carries(context: Context, relation: Relation) -> bool:
    """Say whether the relation is held at all: "did not say that" and "could not rule out that" hold nothing."""
    chain = context.chain(relation.trigger)
    return not any(each.is_open or (each.negated and each.force != "believing") for each in chain)


def related(context: Context, relation: Relation) -> list[Claim]:
    """Return the claims of one relation."""
    chain = context.chain(relation.trigger)
    if not carries(context, relation):
        return []
    if context.scribe.record_type == "letter" and any(is_senders(each) for each in chain):
        return []  # the sender's own words are the letter's, read by its record type
    own = not chain and not context.is_quotation
    if own and context.scribe.record_type not in SPEAKS_FOR_ITSELF:
        return []
    claims = []
    for voice in context.voices(relation.trigger):
        if relation.source is not None and not voice.holders:
            stance = "reported" if voice.stance != "unknown" else "unknown"
            claims.extend(_claims(context, relation, Voice((relation.source,), stance)))
        else:
            claims.extend(_claims(context, relation, voice))
    return claims


def _claims(context: Context, relation: Relation, voice: Voice) -> list[Claim]:
    scribe = context.scribe
    subjects = _meant(context, relation.subject, voice.holders)
    objects = _meant(context, relation.object, voice.holders)
    hedges = _hedges(context, relation)
    held = [scribe.quote("content", place) for place in context.held_around(relation.trigger)]
    condition = condition_of(relation.trigger)
    modality = "unknown" if voice.flips and relation.modality in _DONE else relation.modality
    claims = []
    for subject, subject_pronoun in subjects:
        for target, object_pronoun in objects:
            if subject.text == target.text:
                continue
            quotes = [*held, *_slot(context, "subject", subject, subject_pronoun)]
            quotes += _slot(context, "object", target, object_pronoun)
            pairs = {role: value for role, value, _ in relation.qualifiers}
            quotes += [scribe.quote(role, (at.start, at.stop)) for role, _, at in relation.qualifiers if at is not None]
            if condition:
                place = scribe.place(*condition)
                quotes.append(scribe.quote("condition", place))
                pairs["condition"] = scribe.text_at([place])
            if subject_pronoun is not None or object_pronoun is not None:
                pairs["coreference"] = "suggested"
            when = told_when(scribe, relation.trigger)
            claims.append(
                scribe.claim(
                    relation.predicate,
                    subject.text,
                    target.text,
                    voice,
                    [*quotes, *when.quotes],
                    modality="conditional" if condition else modality,
                    negated=relation.negated != voice.flips,
                    hedges=hedges,
                    qualifiers=tuple((pairs | when.qualifiers).items()),
                    mentions=(subject.name, target.name),
                    valid=when.valid,
                )
            )
    return claims


def _hedges(context: Context, relation: Relation) -> list[Quote]:
    scribe = context.scribe
    hedges = scribe.hedges(context.region(relation.trigger))
    governor = tree.controlled_by(relation.trigger)
    if (
        governor is not None
        and not context.is_cue(governor)
        and governor.text not in {hedge.text.split()[0] for hedge in hedges}
    ):
        hedges.append(scribe.quote("hedge", scribe.place(governor, governor)))
    return hedges


def _slot(context: Context, role: str, party: Party, pronoun: Party | None) -> list[Quote]:
    quotes = [context.scribe.quote(role, (party.start, party.stop))]
    return quotes + ([context.scribe.quote("pronoun", (pronoun.start, pronoun.stop))] if pronoun is not None else [])


def _meant(context: Context, party: Party, holders: tuple[Party, ...]) -> list[tuple[Party, Party | None]]:
    """Return the party, or those its pronoun may stand for, each with that pronoun."""
    if party.role != "pronoun":
        return [(party, None)]
    meant = context.antecedents(party.run.head, holders)
    if not meant and party.run.head.lower_ in _SOMEBODYS:
        return []  # "its director": whose is not told
    return [(each, party) for each in meant] or [(party, None)]
