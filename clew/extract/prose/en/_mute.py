"""A cue verb goes in; whether its form or its place keeps it from saying anything comes out: "tried to say", "if you believe the minister"."""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._disputed import contested
from clew.extract.prose.en._open import LISTED
from clew.extract.prose.en._speakers import HONOURS
from clew.extract.prose.en._things import are_stories

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token

_WHOEVER = frozenset({"you", "one", "we", "anyone", "anybody", "someone", "somebody"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
# Verbs that only try, refuse, plan or order what stands in their infinitive; with any other it is said all the same: "went on to
# say", "begs to inform", "was forced to admit", "is believed to have told".
_ONLY_WANTED = words(
    "try attempt seek strive struggle endeavour endeavor aim plan intend hope promise agree threaten offer refuse decline fail forget neglect "
    "omit avoid need order command direct tell require request invite urge encourage persuade convince authorise authorize allow permit enable "
    "help prepare wait mean decide choose vote afford learn pretend propose vow undertake arrange consider pressure press forbid prohibit pay "
    "bribe coach train teach let make get resolve pledge volunteer design schedule set suppose call trust leave send hire push demand stop pause"
)
_CONCLUDING = words("conclude accept find believe infer hold")
_FITTING = words(
    "necessary appropriate fit proper worthwhile useful advisable prudent wise best possible hard difficult easy impossible right"
)


def is_mute(verb: "Token", lemma: str) -> bool:
    """Say whether the verb's form or place keeps it from saying anything."""
    if _is_only_wanted(verb) or contested(verb) is not None:
        return True
    if lemma in cues.ASKING and verb.tag_ == "VBN" and not tree.children(verb, "nsubjpass") and verb.dep_ != "ROOT":
        return True  # "Asked whether it had been paid, …"; "the spokesman, asked whether it had been paid, said …"
    if (
        verb.dep_ == "relcl"
        and lemma in cues.CALLING
        and any(each.lower_ == "whom" for each in tree.children(verb, "dobj"))
    ):
        return True  # "whom we call Sami"
    if verb.dep_ == "advcl" and verb.lower_ in {"citing", "quoting"}:
        return True  # read with the verb it leans on
    if verb.dep_ == "relcl" and any(each.lower_ in _SELVES for each in tree.children(verb, "dobj")):
        return True  # "men who identify themselves as police"
    if lemma == "tell" and any(
        noun.lower_ in {"nobody", "one"} and _is_none(noun) for noun in tree.children(verb, "dobj", "dative")
    ):
        return True  # "told no one where he had been"
    told_to = lemma == "tell" and tree.children(verb, "xcomp") and tree.children(verb, "dobj", "dative")
    if told_to and not tree.children(verb, "ccomp"):
        return True  # "told his men to hold their fire"
    ordered = (
        tree.is_passive(verb)
        and lemma in {"tell", "ask", "warn", "advise"}
        and not tree.children(verb, "ccomp", "agent")
    )
    if ordered and tree.children(verb, "xcomp"):
        return True  # "had been told not to complain"
    if lemma in {"tell", "believe"} and are_stories(tree.children(verb, "dobj")) and not tree.children(verb, "ccomp"):
        return True  # "told the story of a priest", "does not believe a word of it"
    return (
        _is_supposed(verb, lemma)
        or _is_notice(verb, lemma)
        or _is_only_measured(verb, lemma)
        or _has_anothers_object(verb)
        or any(head.lower_ in {"whoever", "whomever"} for head in tree.children(verb, "nsubj", "nsubjpass"))
        or _is_quoting_on(verb, lemma)
        or _is_inside(verb)
        or tree.is_which(verb)
        or (lemma in cues.BELIEVING and _is_choosing(verb))
        or _is_anybodys(verb)
    )


_NOTIFYING = frozenset({"advise", "inform", "notify", "remind", "assure", "warn"})


def _is_notice(verb: "Token", lemma: str) -> bool:
    """Say whether who writes tells the reader: "Please be advised that", "You are hereby notified that"; it is his own word."""
    if lemma not in _NOTIFYING or not tree.is_passive(verb) or tree.objects_of(verb, "by"):
        return False
    heads = tree.children(verb, "nsubj", "nsubjpass")
    bidden = not heads and any(aux.lower_ == "be" for aux in tree.children(verb, "auxpass"))
    return bidden or bool(heads and heads[0].lower_ == "you" and any(aux.lower_ == "are" for aux in verb.children))


def _is_supposed(verb: "Token", lemma: str) -> bool:
    """Say whether the saying stands under an if: "if you believe the minister", "if Lena thinks it is late"; "even if he denies it" denies."""
    if tree.is_open(verb) and any(head.lower_ in _WHOEVER for head in tree.children(verb, "nsubj")):
        return True
    marks = {mark.lower_ for mark in tree.children(verb, "mark")}
    even = any(each.lower_ == "even" for each in tree.children(verb, "advmod"))
    soon = verb.dep_ == "advcl" and verb.tag_ in {"VBP", "VBZ"} and bool(marks & {"once", "until", "as"})
    if soon and ("as" not in marks or _is_as_soon_as(verb)):
        return True  # "as soon as we confirm the date"
    return bool(marks & {"if", "unless"}) and lemma not in cues.DENYING and not even


def _is_as_soon_as(verb: "Token") -> bool:
    return any(token.lower_ == "soon" for token in verb.doc[max(0, verb.left_edge.i - 2) : verb.i])


def _is_inside(verb: "Token") -> bool:
    """Say whether a cue with its own speaker stands between commas inside the clause it tells, whatever subject the parse gave it.

    "The pumps, an engineer told the Post, had failed": an apposition would end with a comma before the verb.
    """
    doc, sentence = verb.doc, verb.sent
    before = [noun for noun in tree.children(verb, "nsubj") if noun.i < verb.i]
    if not before or verb.dep_ not in {"ROOT", "conj"}:
        return False
    if verb.nbor(-1).text == "," and verb.i - 2 >= before[0].i:  # "The men, say their lawyers, were beaten"
        stop = next((token.i for token in doc[verb.i : min(verb.i + 9, sentence.end - 1)] if token.text == ","), 0)
        spoken = any(token.pos_ in {"NOUN", "PROPN"} for token in doc[verb.i + 1 : max(stop, verb.i + 1)])
        inverted = spoken and doc[verb.i + 1].pos_ in {"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"}
        one = sum(token.text == "," for token in doc[before[0].i : verb.i]) == 1
        return bool(stop) and inverted and one and doc[stop + 1].tag_ in {"VBD", "VBZ", "VBP", "MD"}
    commas = [token.i for token in doc[before[0].i : verb.i] if token.text in {",", ";"}]
    after = [token.i for token in doc[verb.i : min(verb.i + 12, sentence.end)] if token.text == ","]
    if len(commas) != 1 or not after or after[0] + 1 >= sentence.end:
        return False
    run = doc[commas[0] + 1 : verb.i]
    speaking = [token for token in run if token.pos_ in {"NOUN", "PROPN", "PRON"}]
    told = doc[after[0] + 1 : sentence.end]
    return (
        bool(speaking)
        and run[0].pos_ not in {"ADP", "SCONJ", "CCONJ", "VERB", "ADV"}
        and told[0].tag_ in {"VBD", "VBZ", "VBP", "MD"}
    )


def _is_none(noun: "Token") -> bool:
    return noun.lower_ == "nobody" or any(child.lower_ == "no" for child in noun.children)


def _has_anothers_object(verb: "Token") -> bool:
    """Say whether the parse took the object of the clause before for the subject: "technicians who examined it concluded"."""
    if verb.i < 4 or verb.nbor(-1).lower_ not in {"it", "them", "him", "her", "us", "me"}:
        return False
    before = [token.lower_ for token in verb.doc[max(verb.i - 8, verb.sent.start) : verb.i - 2]]
    return verb.nbor(-2).tag_ in {"VBD", "VBZ", "VBP"} and bool({"who", "that"} & set(before))


def _is_only_measured(verb: "Token", lemma: str) -> bool:
    """Say whether it is only compared or required: "four times as much as it declares", "Forms must state the name", "needless to say"."""
    marks = {mark.lower_ for mark in tree.children(verb, "mark")}
    behind = verb.dep_ in {"advcl", "ccomp"} and verb.head.i < verb.i
    much = any(each.lower_ == "as" and each.i < verb.head.i for each in verb.head.subtree)
    behind = behind and not any(aux.tag_ == "TO" for aux in tree.children(verb, "aux"))  # "no further than to say"
    compared = behind and ("than" in marks or ("as" in marks and much))
    things = tree.children(verb, "nsubj")
    modal = any(aux.lower_ in {"must", "shall", "should"} for aux in tree.children(verb, "aux"))
    required = (
        modal and lemma in cues.SHOWING and things and things[0].pos_ == "NOUN" and not tree.children(verb, "ccomp")
    )
    needless = (
        verb.i > 1
        and verb.nbor(-1).lower_ == "to"
        and verb.nbor(-2).lower_ in {"needless", "sad", "strange", "safe", "suffice"}
    )
    return compared or bool(required) or needless


def _is_quoting_on(verb: "Token", lemma: str) -> bool:
    """Say whether whoever is quoted "as saying" is told with that word."""
    preps = tree.children(verb, "prep") if lemma in {"quote", "cite"} and not tree.is_passive(verb) else []
    return any(
        inner.lemma_.lower() in LISTED
        for prep in preps
        for inner in tree.children(prep, "pcomp")
        if prep.lower_ == "as"
    )


def _is_anybodys(verb: "Token") -> bool:
    """Say whether a bare infinitive has no speaker: "in a position to comment", "It would be wrong to suppose that"."""
    if not any(aux.tag_ == "TO" for aux in tree.children(verb, "aux")):
        return False
    if verb.dep_ in {"acl", "relcl"}:
        return verb.head.lower_ not in HONOURS
    if verb.dep_ == "advcl" and verb.i < verb.head.i:
        return True  # "To clarify: …", "To explain his absence, he …"
    above = verb.head if verb.head.pos_ in {"AUX", "VERB"} else verb.head.head
    it = any(each.lower_ in {"it", "this"} for each in tree.children(above, "nsubj", "expl"))
    return verb.dep_ in {"xcomp", "ccomp"} and above.lemma_ == "be" and it and not tree.children(verb, "nsubj")


def _is_only_wanted(verb: "Token") -> bool:
    """Say whether the saying is only ordered, tried or refused: "instructed the forwarder to describe them as toys"."""
    if not any(aux.tag_ == "TO" for aux in tree.children(verb, "aux")) or verb.dep_ not in {
        "xcomp",
        "advcl",
        "ccomp",
        "acl",
    }:
        return False
    above = verb.head
    if above.pos_ == "ADJ":
        return above.lower_ in {"unable", "unwilling", "reluctant", "free", "ready", "prepared", "likely", "unlikely"}
    if (
        above.lemma_.lower() in {"invite", "ask", "urge"}
        and verb.lemma_.lower() in _CONCLUDING
        and not tree.is_passive(above)
    ):
        return False  # "Counsel invited the jury to conclude that …"
    own = tree.children(verb, "nsubj")  # "instructed the forwarder to describe", "asked me to tell you"
    own += tree.children(above, "dobj")
    if (
        own
        and above.lemma_.lower() in {"instruct", "want", "expect", "like", "prefer", "ask"}
        and not tree.is_passive(above)
    ):
        return own[-1].lower_ not in {"me", "us"}
    if above.lemma_.lower() == "ask" and tree.is_passive(above):
        return True  # "was asked to confirm"
    return above.pos_ == "VERB" and above.lemma_.lower() in _ONLY_WANTED


def _is_choosing(verb: "Token") -> bool:
    """Say whether it is a choice, not a view: "did not consider it necessary to ask"."""
    fitting = [token for token in verb.subtree if token.lower_ in _FITTING and token.i <= verb.i + 3]
    it = any(token.lower_ == "it" for token in verb.subtree if token.i == verb.i + 1)
    return it and bool(fitting) and any(token.tag_ == "TO" for token in verb.subtree if token.i > fitting[0].i)
