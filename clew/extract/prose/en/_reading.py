"""One sentence with its context goes in; its claims come out: replies, relations, then what is said."""

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en._bases import bases
from clew.extract.prose.en._context import Context
from clew.extract.prose.en._relations import relations
from clew.extract.prose.en._statements import (
    answered,
    in_own_turn,
    is_own,
    kept_silent,
    own_ignorance,
    spoken_on,
    statements,
)
from clew.extract.prose.en._told_relations import related
from clew.extract.prose.en._unaware import ignorant
from clew.model.claim import Claim

_OWN_WORDS = frozenset({"statement", "letter", "mail"})  # what a party does not know is its own word there


def claims_of(context: Context) -> list[Claim]:
    """Return what the sentence claims, in order: non-responses, relations, then what is said."""
    replies = [claim for reply in context.replies for claim in answered(context, reply)]
    if not context.attributions and cues.COMMENTARY.search(context.sentence.text):
        return replies
    known = relations(context.sentence, context.parties)
    told = [claim for relation in known for claim in related(context, relation)]
    said = [*statements(context), *bases(context)]
    if in_own_turn(context):  # whose word it is, is known, though not whom else he tells of
        said = [claim for claim in said if claim.holders or claim.stance != "unknown" or claim.polarity == "negated"]
    if context.scribe.record_type in _OWN_WORDS:
        ones = [each for each in ignorant(context.sentence, context.parties) if is_own(context, each)]
        own = (own_ignorance(context, each) for each in ones)
        replies += [claim for claim in own if claim is not None]
    if context.is_quotation and not replies:
        said.append(spoken_on(context))
    if not said and not replies and (silence := kept_silent(context)) is not None:
        replies.append(silence)
    if not said and not replies and in_own_turn(context):
        unaware = [own_ignorance(context, each) for each in ignorant(context.sentence, context.parties)]
        said.extend([claim for claim in unaware if claim is not None] or [spoken_on(context)])
    return [*replies, *told, *said]
