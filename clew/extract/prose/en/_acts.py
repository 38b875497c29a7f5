"""A cue verb with a plain noun goes in; whether it does something there and says nothing comes out.

"The court dismissed the appeal", "the hospital admitted forty patients", "the panel has concluded its work": the verbs of a
denial, an admission or a conclusion, and nobody denies, admits or concludes anything.
"""

import re
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

# What is granted or refused, not said to be so: "denied bail", "was denied entry".
_GRANTED = words(
    "entry access bail visa visas request requests application applications permission permit permits licence licences license licenses leave "
    "asylum haven sanctuary service treatment parole appeal appeals motion motions petition petitions benefit benefits loan loans credit passage right rights "
    "opportunity chance refuge shelter admission clearance membership food water medicine sleep visits refund relief promotion extradition"
)
# What is put forward to be taken or not: "rejected the offer", "dismissed the suit", "contested the election".
_PUT_FORWARD = _GRANTED | words(
    "offer offers bid bids proposal proposals plan plans ballot ballots amendment amendments candidate candidates deal deals advice invitation "
    "invitations goods shipment shipments cargo cargoes delivery deliveries batch lot consignment case cases suit suits lawsuit lawsuits bill "
    "bills draft drafts treaty settlement tender tenders contract contracts call calls demand demands ultimatum truce ceasefire option merger "
    "takeover nomination budget resolution job post promotion election elections seat seats will race fine penalty"
)
# What is claimed, and so can be rejected as untrue.
_CLAIMED = cues.NOUNS | words(
    "charge charges account accounts version story narrative characterisation characterization article criticism criticisms notion theory insinuation "
    "insinuations comparison comparisons claimed label labels blame responsibility wrongdoing guilt involvement link links connection question questions "
    "talk talks prospect argument arguments figure figures number numbers toll verdict result results evidence explanation excuse "
    "interpretation contention complaint complaints warning warnings calculation estimate estimates analysis document documents video footage letter "
    "fears worry worries objection objections objectivity "
)
_PEOPLE = words(
    "people man men woman women child children patient patients student students member members visitor visitors pupil pupils refugee refugees "
    "casualties wounded workers staff employees crew team guest guests worker employee passenger passengers troops"
)
# What is claimed as one's due is not said; a deed, or what it makes one, is.
_SAID_TO_BE = words(
    "responsibility credit victory innocence ignorance immunity ownership authorship success self-defence self-defense"
)
_FINISHING = words("conclude assess declare question explain")  # "concluded the talks", "declared a dividend"
JUDGING = words("criticise criticize condemn denounce deplore")  # what is thought of a thing, and not what happened


_ABSTRACT = words(
    "agenda listing ceremony ceremonies guarantee event events incident incidents episode affair case cases step steps deal deals move moves fact facts change changes sanctions war wars attack attacks victory defeat history past future crisis "
    "trend trends approach way ways law laws truth absence loss success speech silence coup raid raids strike strikes visit visits trip "
    "choice idea ideas plan plans model reform reforms project growth death deaths arrest arrests trial charges delay delays price prices "
    "lack timing shape size scale speed habit sum sums behaviour behavior pattern patterns gap gaps example examples result"
)
_ABSTRACTION = re.compile(r"\w{3,}(?:tion|sion|ness|ity|ism|ance|ence|ship|ment|ure)s?")
_SPEAKING = words(
    "evidence intelligence testimony investigation investigations information documentation correspondence declaration constitution resolution legislation "
    "regulation regulations convention settlement agreement statement assessment indictment judgment judgement government parliament department management "
    "administration commission delegation association organisation organization federation institution corporation establishment foundation "
    "union university facility authority community opposition prosecution defence coalition leadership partnership shipping being building filing "
    "ruling finding reading briefing memoranda publication communication application submission petition station conference audience alliance insurance "
    "security ministry entity minority majority society charity city embassy registration inspection examination observation measurement instrument "
    "regiment detachment reference licence literature picture signature brochure"
)


def is_abstract(noun: str) -> bool:
    """Say whether a noun is a deed, a state or a quality, which says nothing: "the failure shows that"; a commission does."""
    return noun in _ABSTRACT or (_ABSTRACTION.fullmatch(noun) is not None and noun.removesuffix("s") not in _SPEAKING)


def is_act(verb: "Token", lemma: str, nouns: list["Token"]) -> bool:
    """Say whether a verb of saying or denying with these nouns as objects is a deed: nothing is held there."""
    if not nouns:
        return False
    if lemma in _FINISHING:
        return not tree.children(verb, "oprd", "ccomp")
    if lemma in JUDGING:
        preps = [prep for near in [verb, *nouns] for prep in tree.children(near, "prep")]
        return not any(prep.lower_ == "as" or tree.children(prep, "pcomp") for prep in preps)
    if lemma == "claim":
        return not any(noun.lower_ in _SAID_TO_BE for noun in nouns)
    if lemma == "admit":
        return any(_is_people(noun) for noun in nouns)
    if lemma in cues.DENYING:
        return _is_refusal(verb, lemma, nouns)
    # "Confirming our telephone conversation, the engineers will call": how letters begin.
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i < verb.head.i


def _is_refusal(verb: "Token", lemma: str, nouns: list["Token"]) -> bool:
    if tree.children(verb, "dative") and lemma == "deny":
        return True  # "denied him entry"
    if lemma in {"reject", "dismiss"} and any(_is_people(noun) for noun in nouns):
        return True
    if lemma in {"reject", "dismiss"} and not tree.children(verb, "prep", "oprd"):
        return not any(
            noun.lower_ in _CLAIMED or noun.lower_.removesuffix("s") in _CLAIMED or noun.pos_ in {"PRON", "PROPN"}
            for noun in nouns
        )
    refused = _GRANTED if lemma == "deny" else _PUT_FORWARD
    return all(noun.lower_ in refused for noun in nouns)


def _is_people(noun: "Token") -> bool:
    people = cues.STAFF_POSTS | cues.DIRECTING_POSTS | cues.OFFICIALS | _PEOPLE
    return noun.ent_type_ == "PERSON" or noun.lower_ in people
