"""A cue verb goes in; what is held that is no clause comes out: "the toll at five", "11 fighters killed", "the claims absurd"."""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._acts import JUDGING, is_act

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_SMALL = frozenset({"it", "this", "that", "so", "them", "him", "her", "me", "us"})


def doing(verb: "Token") -> "Token | None":
    """Return what is remembered or described as being done: "remembers Idris bringing cash", "described being held"."""
    near = tree.children(verb, "acl", "xcomp", "pcomp", "advcl", "ccomp")
    near += [
        each for noun in tree.children(verb, "dobj", "nsubj") for each in tree.children(noun, "acl") if noun.i > verb.i
    ]
    for each in near:
        first = each.left_edge if each.tag_ != "VBG" else each
        if (
            first.tag_ == "VBG"
            and verb.i < first.i <= verb.i + 4
            and not any(token.is_punct for token in verb.doc[verb.i : first.i])
        ):
            return each
    return None


_REASONS = words("reason reasons ground grounds basis alternative justification merit case fault wrongdoing problem")
_GROUNDS = words(
    "trace traces evidence sign signs reason reasons ground grounds need basis proof indication indications link links record merit fault "
    "wrongdoing breach breaches error errors irregularity irregularities cause case justification alternative problem problems risk sense "
    "point truth connection explanation substance difference defect defects flaw flaws violation violations fraud mention"
)


def _sought(verb: "Token") -> frozenset[int]:
    """Return "no trace of the transfer" of "has found no trace of the transfer"; "found no seat", "no breach" hold nothing."""
    known = (
        _REASONS if verb.lemma_.lower() == "see" else _GROUNDS
    )  # "saw no sign of it" is told, "sees no grounds for" held
    nouns = [
        noun
        for noun in tree.children(verb, "dobj")
        if noun.lower_ in known
        and tree.children(noun, "prep", "acl", "relcl")
        and any(child.lower_ in {"no", "little", "every", "ample"} for child in noun.children)
    ]
    return frozenset().union(*(tree.subtree(noun) for noun in nouns))


def spoken_of(verb: "Token", lemma: str) -> frozenset[int]:
    """Return "11 fighters killed" of "speaks of 11 fighters killed" (or of "dozens", in quotation marks), "the delay to a shortage" of "attributes the delay to a shortage"."""
    if lemma in {"advise", "warn", "caution", "argue", "counsel"} and not tree.children(verb, "ccomp"):
        against = [prep for prep in tree.children(verb, "prep") if prep.lower_ == "against"]
        return frozenset().union(*map(tree.subtree, against))
    if lemma == "hint":
        return frozenset().union(*(tree.subtree(noun) for noun in tree.objects_of(verb, "at", "of")))
    if lemma in {"find", "see", "detect"}:
        return _sought(verb)
    if lemma in {"speak", "talk"}:
        nouns = [noun for noun in tree.objects_of(verb, "of") if _is_told_of(noun)]
        return frozenset().union(*(tree.subtree(noun) for noun in nouns))
    if lemma in {"attribute", "ascribe"} and not tree.is_passive(verb):
        things = tree.children(verb, "dobj")
        to = [prep for near in [verb, *things] for prep in tree.children(near, "prep", "dative") if prep.lower_ == "to"]
        return frozenset().union(*(tree.subtree(token) for token in [*things, *to])) if things and to else frozenset()
    if lemma in {"document", "record", "chronicle", "register"}:
        nouns = [
            noun
            for noun in tree.children(verb, "dobj")
            if tree.children(noun, "relcl", "acl") and tree.children(noun, "nummod")
        ]
        return frozenset().union(*(tree.subtree(noun) for noun in nouns))
    if lemma in {"testify", "admit", "confess"}:
        to = [
            each for prep in tree.children(verb, "prep") if prep.lower_ == "to" for each in tree.children(prep, "pcomp")
        ]
        return frozenset().union(*(tree.subtree(each) for each in to))
    if lemma in {"point", "protest", "object"}:
        nouns = tree.objects_of(verb, *(("to",) if lemma == "point" else ("against", "to", "at")))
        return frozenset().union(*(tree.subtree(noun) for noun in nouns if noun.pos_ != "PRON"))
    if lemma in {"express", "voice"}:
        about = [
            each
            for noun in tree.children(verb, "dobj")
            for each in tree.objects_of(noun, "about", "over", "at", "regarding")
        ]
        return frozenset().union(*(tree.subtree(noun) for noun in about))
    return frozenset()


def _is_told_of(noun: "Token") -> bool:
    """Say whether what is spoken of is told as news, not as a topic: "of 11 fighters killed", "of a cover-up"; not "of the war"."""
    quoted = noun.i and noun.nbor(-1).text == '"'
    new = any(child.lower_ in {"a", "an"} for child in noun.children)
    return quoted or new or bool(tree.children(noun, "acl", "relcl", "nummod"))


def put_or_answered(verb: "Token") -> frozenset[int]:
    """Return "the toll at five" of "put the toll at five", "no" of "says no"."""
    if puts_at(verb):
        return frozenset().union(*(tree.subtree(token) for token in [*tree.children(verb, "dobj"), *_at(verb)]))
    promised = verb.lemma_.lower() == "promise" and not tree.children(verb, "xcomp") and not tree.is_passive(verb)
    if promised and any(noun.pos_ in {"NOUN", "PROPN"} for noun in tree.children(verb, "dobj")):
        return frozenset().union(*(tree.subtree(noun) for noun in tree.children(verb, "dobj")))
    experts = [head for head in tree.children(verb, "nsubj") if head.lower_ in cues.EXPERTS]
    if verb.lemma_.lower() in {"expect", "forecast", "predict", "anticipate"} and experts:
        return frozenset().union(
            *(tree.subtree(noun) for noun in tree.children(verb, "dobj"))
        )  # "Economists had expected a decline"
    if verb.lemma_.lower() in {"estimate", "forecast", "project"} and not tree.is_passive(verb):
        things = [noun for noun in tree.children(verb, "dobj") if any(each.pos_ == "NUM" for each in noun.subtree)]
        return frozenset().union(*(tree.subtree(noun) for noun in things))
    said = [
        each
        for each in tree.children(verb, "nsubj", "dobj", "npadvmod", "attr")
        if each.pos_ == "NUM" and each.i > verb.i
    ]
    if verb.lemma_.lower() == "say" and said:
        return tree.subtree(said[0])  # "Another said ten"
    answers = [child for child in tree.children(verb, "intj") if verb.lemma_.lower() in {"say", "tell"}]
    return frozenset().union(*(tree.subtree(answer) for answer in answers if answer.lower_ in {"no", "yes"}))


def nouns_of(verb: "Token", *, passive: bool) -> frozenset[int]:
    nouns = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj", "acomp")
    about = [
        prep
        for prep in tree.children(verb, "prep")
        if prep.lower_ in {"as", "of", "about", "on", "against", "to", "for", "at"}
    ]
    about = [
        prep
        for prep in about
        if prep.lower_ in {"of", "about", "against"}  # "warned of a long winter"
        or not any(noun.ent_type_ in {"DATE", "TIME"} for noun in tree.children(prep, "pobj"))
    ]
    if (
        verb.lemma_.lower() in {"comment", "speculate", "speak"}
        or (verb.lemma_.lower() == "report" and not nouns)
        or (verb.lemma_.lower() in {"tell", "believe"} and are_stories(nouns))
    ):
        return (
            frozenset()
        )  # "commented on the bombings", "reported on the affair", "told the story of a priest": what, is not said
    if passive and not _may_be_suffered(verb):
        nouns, about = [], [prep for prep in about if prep.lower_ in {"as", "of"}]
    if verb.lemma_.lower() == "report":
        about = [prep for prep in about if prep.lower_ != "on"]  # "reported on the affair": what of it, is not said
    if verb.lemma_.lower() == "write":
        about = [prep for prep in about if prep.lower_ not in {"as", "on", "to"}]  # "I write as the widow of a founder"
    if is_act(verb, verb.lemma_.lower(), nouns):
        return frozenset()
    if verb.lemma_.lower() in {"warn", "assure"} and not passive:
        nouns = []  # whom, not of what
    if nouns and all(noun.lower_ in _SMALL for noun in nouns) and verb.lemma_.lower() not in cues.DENYING:
        return frozenset()  # "will not say it into a microphone"
    if nouns:
        about = [
            prep
            for prep in about
            if prep.lower_
            in {"as", "of", "at"} | ({"on", "for"} if verb.lemma_.lower() in JUDGING | {"blame"} else set())
        ]
    elif verb.lemma_.lower() not in {
        "point",
        "complain",
        "testify",
        "warn",
        "attest",
        "refer",
        "comment",
        "protest",
        "object",
    }:
        about = [prep for prep in about if prep.lower_ not in {"to", "for", "at"}]
    return frozenset().union(*(tree.subtree(token) for token in [*nouns, *about]))


def is_own_view(nouns: list["Token"]) -> bool:
    """Say whether the object is the speaker's own view, with the clause that tells it."""
    if not nouns:
        return False
    noun = nouns[0]
    own = any(child.lower_ in {"its", "their", "his", "her", "my", "our"} for child in tree.children(noun, "poss"))
    that = [
        each
        for each in tree.children(noun, "acl", "ccomp")
        if any(m.lower_ == "that" for m in tree.children(each, "mark"))
    ]
    return own and bool(that) and noun.lower_ in cues.VIEWS | cues.NOUNS | {"position", "demand", "commitment"}


def called(verb: "Token") -> frozenset[int]:
    """Return "the claims absurd" of "called the claims absurd", "him as a consultant" of "described him as a consultant"."""
    things = [noun for noun in tree.children(verb, "dobj", "nsubjpass") if noun.tag_ not in {"WP", "WDT"}]
    named = [
        *tree.children(verb, "oprd", "acomp"),
        *(prep for noun in [verb, *things] for prep in tree.children(noun, "prep") if prep.lower_ == "as"),
    ]
    if (
        len(things) == 2
        and not named
        and verb.lemma_.lower() in {"brand", "label", "call", "dub", "deem", "consider", "think"}
    ):
        named = things[1:]  # "branded the offer an insult": the parser sees two objects
    told = [thing for thing in things if tree.children(thing, "relcl", "acl") and not tree.is_passive(verb)]
    if told and not named and verb.lemma_.lower() in {"describe", "portray"}:
        return frozenset().union(*(tree.subtree(thing) for thing in told))  # "describe a culture in which …"
    # "what the department called its central role"; "What they describe as a slip, others describe as a cover-up"
    before = [each for each in tree.children(verb, "advcl", "ccomp", "csubj") if each.left_edge.lower_ == "what"]
    relative = bool(before) or (verb.dep_ == "relcl" and not tree.children(verb, "dobj") and not tree.is_passive(verb))
    relative = relative or tree.children(verb, "dobj", "nsubjpass") != things
    if not named or not (things or relative):
        return frozenset()
    return frozenset().union(*(tree.subtree(token) for token in [*things, *named]))


def puts_at(verb: "Token") -> bool:
    """Say whether somebody puts a figure on a thing: "put the toll at five"; a crate put at the door is none."""
    numbers = [token for prep in _at(verb) for token in prep.subtree if token.pos_ == "NUM"]
    return (
        verb.lemma_.lower() in {"put", "peg", "price", "estimate", "value"}
        and bool(tree.children(verb, "dobj"))
        and bool(numbers)
    )


def _at(verb: "Token") -> list["Token"]:
    near = [
        *tree.children(verb, "prep"),
        *(prep for noun in tree.children(verb, "dobj") for prep in tree.children(noun, "prep")),
    ]
    return [prep for prep in near if prep.lower_ in {"at", "above", "below", "between", "around", "under", "over"}]


def are_stories(nouns: list["Token"]) -> bool:
    return any(
        noun.lower_ in {"story", "stories", "tale", "tales", "truth", "lie", "lies", "joke", "jokes", "word"}
        for noun in nouns
    )


def _may_be_suffered(verb: "Token") -> bool:
    """Say whether the subject of a passive can be what is said: "the claims were denied by"; a certified pump is only a pump."""
    return verb.lemma_.lower() in cues.DENYING | _TELLABLE


_TELLABLE = frozenset(
    {
        "accuse",
        "suspect",
        "charge",
        "confirm",
        "announce",
        "report",
        "claim",
        "state",
        "allege",
        "disclose",
        "acknowledge",
        "admit",
        "call",
        "say",
        "tell",
    }
)
