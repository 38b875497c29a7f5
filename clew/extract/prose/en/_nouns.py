"""A parsed sentence goes in; clauses that hang on a noun of saying come out, with whose claim, view or line they are.

"The suspicion among officials is that …", "their view that …", "came to the conclusion that …", "the agent's line is that …".
"""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._acts import is_abstract
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._content import after_that
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_BELIEFS = words(
    "belief assessment suspicion suspicions conclusion fear fears view views opinion judgment judgement doubt hunch guess "
    "impression theory understanding hope hopes worry conviction estimate"
)
_DENIALS = frozenset({"doubt", "denial"})
# Nouns that hold a clause only as "X's line is that …", "the line from X is that …": alone they say no such thing.
_LINES = words(
    "line position case testimony message takeaway argument point answer explanation contention version account guess hunch impression theory "
    "story response advice warning promise assurance complaint defence defense excuse hope worry conviction estimate reading "
    "verdict thinking assumption presumption premise hypothesis supposition basis footing contention submission"
)
# Nouns nobody stands behind: "rumour has it that", "word is", "talk is that".
HEARSAY = words(
    "rumour rumor rumours rumors word gossip talk chatter legend hearsay buzz scuttlebutt theory theories lore wisdom grapevine consensus story"
)
# "expressed the hope that", "is of the opinion that", "came to the conclusion that": the subject's own.
_TAKING = words(
    "express voice hold have share repeat reiterate reaffirm restate advance raise air make give take form reach come draw arrive "
    "offer convey reinforce strengthen confirm add harbour harbor state put stand stick cling maintain deliver lead issue publish level "
    "adopt support endorse back echo spread float work operate proceed act rest pursue"
)
_SEEING = words("see find know detect uncover")  # "have seen no evidence that"
_MAKING = words("make put raise advance level voice repeat spread circulate publish air offer give")
# What comes from somebody: "received information from a member state to the effect that".
_INFORMATION = words(
    "information intelligence word assurance assurances confirmation advice notice news indication indications testimony evidence report reports tip"
)
_GETTING = words("receive have obtain get gain hear collect be")
_OWN = frozenset({"its", "their", "his", "her", "my", "our", "your"})
_MINE = frozenset({"my", "our"})


_CLAIMING = cues.NOUNS | _LINES
_HOLDING = _CLAIMING | HEARSAY


def _is_somebodys(noun: "Token") -> bool:
    return bool(tree.children(noun, "poss") or tree.objects_of(noun, "of", "among", "from"))


def of_nouns(sentence: "Span", parties: Parties, held: frozenset[int]) -> list[Attribution]:
    """Return clauses that hang on a noun: "no evidence that she worked", "the suspicion among officials is that …"."""
    found = []
    for noun in sentence:
        if noun.lower_ not in _HOLDING:
            continue
        if (
            noun.lower_ in HEARSAY
            and noun.i not in held
            and noun.dep_ in {"nsubj", "nsubjpass"}
            and not _is_somebodys(noun)
        ):
            found.extend(_hearsay(noun))
            continue
        if noun.lower_ not in _CLAIMING or (noun.i in held and not _is_nested(noun)):
            continue
        holders = _owners(noun, parties)
        if noun.lower_ in _LINES and not holders:
            continue
        after = _after_colon(noun, sentence)
        if after and holders:
            found.append(Attribution(Run(noun, noun, noun), "saying", holders, (), after))
            continue
        for content in map(tree.subtree, _clauses(noun)):
            none = any(child.lower_ in {"no", "little"} for child in noun.children)
            denied = none != (noun.lower_ in _DENIALS)  # "has no doubt that"
            force = "believing" if noun.lower_ in _BELIEFS else "denying" if noun.lower_ == "denial" else "saying"
            negated = denied and noun.lower_ != "denial"
            found.append(Attribution(Run(noun, noun, noun), force, holders, (), content, negated=negated))
    return found


def _is_nested(noun: "Token") -> bool:
    """Say whether somebody else's claim is told inside what is held: "Allegations that guards sold phones are being looked into, X said"."""
    of_nobody = noun.lower_ in {"allegations", "allegation", "rumours", "rumors", "accusations"} and noun.dep_ in {
        "nsubj",
        "nsubjpass",
    }
    made = any(tree.objects_of(each, "by") for each in tree.children(noun, "acl") if each.lemma_.lower() in _MAKING)
    return (of_nobody or made) and bool(_clauses(noun))  # "rejects the suggestion, repeated by X, that"


def _clauses(noun: "Token") -> list["Token"]:
    """Return the clauses with "that" which the noun holds, on itself or over "is"."""
    clauses = [acl for acl in tree.children(noun, "acl", "ccomp", "relcl") if _is_that(acl)]
    circulating = [each for each in tree.children(noun, "acl") if each.tag_ in {"VBG", "VBN"}]
    clauses += [each for acl in circulating for each in tree.children(acl, "ccomp", "relcl", "acl") if _is_that(each)]
    if circulating and not clauses:  # "made aware of claims circulating online that its eggs are imported"
        above = noun.head.head
        hung = [each for near in (above, above.head) for each in tree.children(near, "ccomp", "advcl")]
        clauses += [each for each in hung if _is_that(each) and each.i > circulating[0].i]
    if noun.dep_ in {"nsubj", "attr"} and noun.head.lemma_ == "be":
        clauses += [each for each in tree.children(noun.head, "ccomp") if _is_that(each)]
    if noun.dep_ in {"dobj", "pobj"} and not clauses:
        verb = noun.head if noun.dep_ == "dobj" else noun.head.head
        taking = noun.dep_ == "dobj" or verb.lemma_.lower() in _TAKING
        clauses += (
            []
            if not taking
            else [each for each in tree.children(verb, "ccomp", "acl") if _is_that(each) and each.i > noun.i]
        )
    return clauses[:1]


def _after_colon(noun: "Token", sentence: "Span") -> frozenset[int]:
    """Return what stands after "their view:" or "key takeaway from Dr Bowe:", at the head of a sentence."""
    colon = next((token for token in sentence if token.text == ":"), None)
    if colon is None or not noun.i < colon.i <= noun.i + 10 or noun.i - sentence.start > 4:
        return frozenset()
    between = sentence.doc[sentence.start : colon.i]
    if any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} or token.text in {",", ";"} for token in between):
        return frozenset()
    return frozenset(token.i for token in sentence if token.i > colon.i and token.text != '"' and not token.is_space)


def informed(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "The panel received information from a state to the effect that …": the state's word, as the panel tells it."""
    found = []
    for noun in sentence:
        if noun.lower_ not in _INFORMATION or noun.dep_ != "dobj" or noun.head.lemma_.lower() not in _GETTING:
            continue
        sources = [each for near in (noun, noun.head) for each in tree.objects_of(near, "from")]
        effects = [
            each for near in (noun, noun.head) for each in tree.objects_of(near, "to") if each.lower_ == "effect"
        ]
        clauses = [
            each for near in (noun, *effects) for each in tree.children(near, "acl", "relcl", "ccomp") if _is_that(each)
        ]
        content = tree.subtree(clauses[0]) if clauses else after_that((effects or [noun])[0], sentence)
        holders = tuple(party for each in sources if (party := parties.of(each)))
        if holders and content:
            through = tuple(party for head in tree.subject_heads(noun.head)[:1] if (party := parties.of(head)))
            found.append(Attribution(Run(noun, noun, noun), "saying", holders, through, content))
    return found


def _is_that(clause: "Token") -> bool:
    """Say whether a clause is told, not one that picks out: "that" is its mark, and it has a subject beside it."""
    return any(mark.lower_ == "that" for mark in tree.children(clause, "mark")) and bool(
        tree.children(clause, "nsubj", "nsubjpass", "expl")
    )


def _owners(noun: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return whose claim it is: by the noun's own words, else by the verb that takes it."""
    poss = tree.children(noun, "poss")
    owners = [owner for owner in poss if owner.lower_ not in _OWN]
    near = ("among", "by", "from") if poss else ("among", "by", "of", "from")
    owners = owners or [owner for owner in tree.objects_of(noun, *near) if owner.lower_ not in {"them", "it"}]
    made = [each for each in tree.children(noun, "acl", "relcl") if each.lemma_.lower() in _MAKING]
    owners = owners or [
        owner for each in made for owner in tree.objects_of(each, "by")
    ]  # "the assertion, made by X, that"
    owners = owners or [
        owner for each in made for owner in tree.children(each, "nsubj") if owner.tag_ not in {"WDT", "WP"}
    ]
    if not owners and noun.dep_ in {"dobj", "pobj", "attr"}:
        verb = noun.head if noun.dep_ != "pobj" else noun.head.head
        seen = verb.lemma_.lower() in _SEEING and any(child.lower_ == "no" for child in noun.children)
        if (seen or verb.lemma_.lower() in _TAKING) and not tree.is_passive(verb):
            heads = tree.subject_heads(verb)
            owners = [head for head in heads if head.lower_ not in {"it", "there", "this", "that"}]
            owners = [head for head in owners if head.pos_ != "NOUN" or not is_abstract(head.lower_)]
    owners = owners or [owner for owner in tree.children(noun, "poss") if owner.lower_ in _OWN]
    return tuple(party for owner in owners for each in tree.conjuncts(owner) if (party := _speaker(each, parties)))


def _speaker(noun: "Token", parties: Parties) -> Party | None:
    if noun.lower_ in _OWN:
        return parties.party(noun, role="party" if noun.lower_ in _MINE else "pronoun", name=None)
    return parties.of(noun)


def _hearsay(noun: "Token") -> list[Attribution]:
    """Return "rumour has it that …", "word is they're closing": somebody says so, and it is not said who."""
    verb = noun.head
    near = [
        *tree.children(verb, "ccomp"),
        *(each for it in tree.children(verb, "dobj") for each in tree.children(it, "relcl")),
    ]
    clauses = [each for each in near if tree.children(each, "nsubj", "nsubjpass", "expl")]
    if verb.lemma_.lower() not in {"have", "be", "go", "suggest", "say", "hold"} or not clauses:
        return []
    return [Attribution(Run(noun, noun, noun), "saying", (), (), tree.subtree(clauses[0]))]
