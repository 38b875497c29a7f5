"""A parsed sentence goes in; subjects, conjuncts, phrases and the force of a verb come out. Tokens compare by `.i`."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from clew.extract.prose._words import words

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_LEFT_OUT = frozenset({"conj", "cc", "appos", "relcl", "preconj", "advcl", "parataxis", "ccomp", "dep"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PLANNING = words(
    "plan intend expect schedule due set hope agree prepare go propose promise order invite ask ready likely be want"
)
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december"
)
_FAILING = words("refuse fail decline forget neglect unable")
_TITLES = words(
    "executive director chairman chairwoman chair president officer manager minister secretary spokesman spokeswoman spokesperson professor head chief "
    "commander ambassador commissioner governor mayor founder owner partner counsel editor analyst ceo cfo coo"
)
_PARTICIPLES = words("shown seen known given taken written spoken drawn sworn")
_PLAIN = words("continue begin start help manage appear seem come use have")
_HELD_OF = words("believe think suspect say know understand allege report")
_PLANNED_AUX = words("will shall would 'll")


class Run(NamedTuple):
    """A run of tokens, both ends included, and the token it is about."""

    first: "Token"
    last: "Token"
    head: "Token"


def children(token: "Token", *deps: str) -> list["Token"]:
    """Return the children that hang on by one of these relations."""
    return [child for child in token.children if child.dep_ in deps] if token.children else []  # most words have none


def conjuncts(noun: "Token") -> list["Token"]:
    """Return a noun and everything joined to it: A, B and C."""
    found = [noun]
    for child in children(noun, "conj", "appos"):
        # "A, B and C" may be parsed as A, called B and C.
        listed = (child.dep_ == "conj" and not _is_title(child, noun)) or (
            noun.pos_ == child.pos_ == "PROPN" and children(child, "conj")
        )
        listed = listed or (child.dep_ == "appos" and is_list(child))
        if child.pos_ in _NOUNS and listed:
            found.extend(conjuncts(child))
    return found


def _is_title(child: "Token", noun: "Token") -> bool:
    """Say whether what stands behind a name and a comma is its post: "Ms Drey, Chief Executive of Veltra"."""
    edge = child.left_edge
    joined = children(noun, "cc") or children(child, "conj", "cc")
    after_comma = edge.i > 0 and edge.nbor(-1).text == ","
    return noun.pos_ == "PROPN" and child.lower_ in _TITLES and not joined and after_comma


def is_list(noun: "Token") -> bool:
    """Say whether "the mayor, the police chief and a priest" are three: an apposition would end with a comma."""
    joined = children(noun, "conj")
    after = noun.right_edge.i + 1
    if not joined or after >= len(noun.doc) or noun.doc[after].is_punct:
        return False
    return all(each.pos_ == "PROPN" or children(each, "det", "poss") for each in [noun, *joined])


def phrase(head: "Token", *, with_prepositions: bool = True) -> Run:
    """Return the noun phrase of a head, without what is joined, apposed or told about it in a clause."""
    left_out = _LEFT_OUT if with_prepositions else _LEFT_OUT | {"prep", "acl", "amod_after"}
    kept = {head.i}
    waiting = [head]
    while waiting:
        token = waiting.pop()
        for child in token.children:
            inner = token.i != head.i and child.dep_ in {"conj", "cc"}  # "a spokesman for A and B"
            if child.dep_ not in left_out or inner:
                if child.dep_ == "prep" and (children(child, "pcomp") or _is_when(child)):
                    continue  # "officials" of "accused by officials of evading rules", of "officials on Friday denied"
                if child.dep_ == "case" and token.i == head.i:
                    continue  # "the plant's": whose, without the ending
                if child.dep_ == "punct" and child.text in {",", ";", ":", '"', "(", ")", "."}:
                    continue
                kept.add(child.i)
                waiting.append(child)
    doc = head.doc
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return Run(doc[first], doc[last], head)


def _is_when(prep: "Token") -> bool:
    """Say whether a preposition gives a day to the verb behind it: "the authority on Friday rejected"."""
    return prep.lower_ in {"on", "in", "late", "earlier"} and any(
        noun.lower_ in _DAYS and noun.i == prep.right_edge.i for noun in children(prep, "pobj")
    )


def described_phrase(head: "Token") -> Run:
    """Return the noun phrase of a head with the clause that tells which one is meant: "a man who answered the telephone"."""
    run = phrase(head)
    if head.pos_ not in {"NOUN", "NUM"} and head.lower_ not in {"someone", "somebody", "those", "anyone"}:
        return run
    for clause in children(head, "relcl"):
        edge = clause.left_edge
        if edge.i == run.last.i + 1 and edge.lower_ in _RELATIVE and clause.right_edge.i - edge.i < 16:
            return Run(run.first, clause.right_edge, head)
    return run


def is_passive(verb: "Token") -> bool:
    """Say whether the verb's subject suffers it."""
    if verb.passive is None:
        verb.passive = _is_passive(verb)
    return verb.passive


def _is_passive(verb: "Token") -> bool:
    if children(verb, "auxpass", "nsubjpass"):
        return True
    if verb.lower_ in _PARTICIPLES and not any(aux.lemma_ == "have" for aux in children(verb, "aux")):
        return not children(verb, "dobj") or bool(children(verb, "agent"))  # "photographs of men shown wearing patches"
    held = verb.lemma_ in _HELD_OF and verb.tag_ in {"VBD", "VBN"} and not children(verb, "dobj")
    if held and any(child.lower_ == "to" for inner in children(verb, "xcomp") for child in children(inner, "aux")):
        return True  # "Li Na, believed to be staff, came": nobody believes, thinks or suspects to be
    # A clause that hangs on a noun: the tagger may take the participle for a past tense, but a clause on a noun has none.
    if verb.tag_ != "VBN" and not (verb.tag_ == "VBD" and verb.dep_ == "acl"):
        return False
    if children(verb, "nsubj") and any(mark.lower_ == "as" for mark in children(verb, "mark")):
        return False  # "As the Post first reported in May", whatever the tagger says
    main = verb.head.dep_ == "ROOT" and verb.head.pos_ == "NOUN" and children(verb, "ccomp")
    if verb.dep_ == "acl" and main and not children(verb, "agent"):
        return False  # "One inmate described to us how …": a sentence with no other verb
    if verb.dep_ in {"acl", "advcl"}:
        return not children(verb, "aux", "dobj") or bool(children(verb, "agent"))
    return verb.dep_ == "conj" and not children(verb, "aux", "nsubj") and is_passive(verb.head)


def subject_heads(verb: "Token") -> list["Token"]:
    """Return the heads of the subject, its conjuncts apart; an omitted one is taken from the governing verb."""
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        found = children(verb, "nsubj", "nsubjpass", "expl")
        if len(found) > 1 and found[-1].pos_ == "NUM" and found[-1].i > verb.i:
            found = found[:-1]  # "A fourth says 2019"
        if found:
            head = found[-1]
            return described(verb) if head.lower_ in _RELATIVE and verb.dep_ == "relcl" else conjuncts(head)
        if verb.dep_ in {"acl", "relcl"}:
            return described(verb)
        if verb.dep_ == "advcl" and children(verb.head, "ccomp"):
            verb = children(verb.head, "ccomp")[0]  # "although listed as staff, officials believe they …"
            continue
        if verb.dep_ == "pcomp" and verb.head.lower_ == "of" and children(verb.head.head, "dobj"):
            return conjuncts(children(verb.head.head, "dobj")[0])  # "accused X of supplying"
        if verb.dep_ == "pcomp" and verb.head.lower_ == "of" and verb.head.head.dep_ == "dobj":
            return conjuncts(verb.head.head)
        if verb.dep_ == "xcomp" and children(verb.head, "dobj"):
            return conjuncts(children(verb.head, "dobj")[0])
        if verb.dep_ in {"conj", "xcomp", "advcl", "prep", "pcomp", "acomp", "attr"}:
            verb = verb.head
            continue
        break
    return []


def described(verb: "Token") -> list["Token"]:
    """Return the nouns a clause tells of: all of "A, B and C, who are listed", the last of "A, B and C, who is listed"."""
    noun = verb.head
    heads = [verb, *children(verb, "aux", "auxpass")]
    plural = any(token.lower_ in {"are", "were", "have"} or token.tag_ == "VBP" for token in heads)
    after_comma = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    many = [post for post in objects_of(verb, "as") if post.tag_ == "NNS" or post.lower_ == "staff"]
    if noun.dep_ == "conj" and (plural or (after_comma and many)):
        while noun.dep_ == "conj" and noun.head.i != noun.i:
            noun = noun.head
    return conjuncts(noun)


def objects_of(verb: "Token", *prepositions: str) -> list["Token"]:
    """Return the heads after these prepositions, conjuncts apart."""
    return [
        noun
        for prep in children(verb, "prep", "dative", "agent")
        if prep.lower_ in prepositions
        for pobj in children(prep, "pobj")
        for noun in conjuncts(pobj)
    ]


def direct_objects(verb: "Token", *deps: str) -> list["Token"]:
    """Return the heads of the direct object, conjuncts apart."""
    return [noun for child in children(verb, *(deps or ("dobj",))) for noun in conjuncts(child)]


def is_negated(verb: "Token") -> bool:
    """Say whether a verb is denied: not, never, refused to, neither A nor B, no one."""
    if children(verb, "neg") or any(child.lower_ == "longer" for child in children(verb, "advmod", "npadvmod")):
        return True  # "not", "never", "no longer"
    for subject in children(verb, "nsubj", "nsubjpass"):
        around = {child.lower_ for child in subject.children} | {subject.lower_}
        if around & {"neither", "no", "none", "nobody", "nothing"}:
            return True
    governor = verb.head
    if verb.dep_ in {"xcomp", "acomp"} and governor.i != verb.i:
        return governor.lemma_.lower() in _FAILING or is_negated(governor)
    return False


def is_finite(clause: "Token") -> bool:
    """Say whether a clause could stand alone: "that it pays", not "the members to pay", "the crates unloaded"."""
    heads = [clause, *children(clause, "aux", "auxpass")]
    if any(mark.lower_ == "that" for mark in children(clause, "mark")):
        return True  # "proposed that it be moved"
    if any(head.tag_ == "TO" for head in heads):
        return False
    return any(head.tag_ in {"VBD", "VBZ", "VBP", "MD"} for head in heads)


def is_planned(verb: "Token") -> bool:
    """Say whether a verb tells of something still to come, or that was to come."""
    if any(child.lower_ in _PLANNED_AUX for child in children(verb, "aux")):
        return True
    governor = verb.head
    if verb.dep_ != "xcomp" or governor.i == verb.i:
        return False
    if governor.lemma_.lower() in _PLANNING:
        return governor.lemma_.lower() != "be" or any(child.lower_ == "to" for child in children(verb, "aux"))
    return is_planned(governor)


def controlled_by(verb: "Token") -> "Token | None":
    """Return a governing verb that leaves open whether the act took place: "sought to visit", or None."""
    governor = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or governor.i == verb.i or governor.pos_ != "VERB":
        return None
    known = _PLAIN | _FAILING | _PLANNING
    return governor if verb.dep_ == "xcomp" and governor.lemma_.lower() not in known else None


def is_open(verb: "Token") -> bool:
    """Say whether a verb stands under if, whether or unless."""
    token = verb
    while True:
        if any(child.lower_ in {"if", "whether", "unless"} for child in children(token, "mark")):
            return True
        if token.head.i == token.i or token.dep_ not in {"conj", "xcomp", "ccomp", "advcl"}:
            return False
        token = token.head


def is_which(verb: "Token") -> bool:
    """Say whether a verb only tells which place, reason or way is meant: "is not where you say it is"."""
    asked = any(child.lower_ in {"where", "why", "how"} and child.i < verb.i for child in children(verb, "advmod"))
    return asked and verb.dep_ in {"advcl", "ccomp", "pcomp"} and bool(children(verb, "ccomp"))


def ends_in_colon(verb: "Token") -> bool:
    """Say whether a sentence ends with a verb and a colon: what is said stands in the next ones."""
    return "".join(token.text for token in verb.doc[verb.i + 1 : verb.sent.end]).strip() == ":"


def is_told(token: "Token") -> bool:
    """Say whether a token stands under "that": somebody or something says so, found or not."""
    while token.head.i != token.i:
        if token.dep_ in {"ccomp", "acl"} and any(mark.lower_ == "that" for mark in children(token, "mark")):
            return True
        token = token.head
    return False


def clause(token: "Token") -> frozenset[int]:
    """Return the indexes of the clause a token stands in, without the clauses that hang on it."""
    top = token
    while top.dep_ not in _CLAUSES and top.head.i != top.i:
        top = top.head
    kept: set[int] = set()
    waiting = [top]
    while waiting:
        inner = waiting.pop()
        kept.add(inner.i)
        waiting.extend(child for child in inner.children if child.dep_ not in _CLAUSES or child.i == token.i)
    return frozenset(kept)


_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "acl"})


def subtree(token: "Token") -> frozenset[int]:
    """Return the indexes of a token and all that hangs on it."""
    return frozenset(inner.i for inner in token.subtree)


def runs(indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each unbroken run of token indexes."""
    first = last = None
    for index in sorted(indexes):
        if last is not None and first is not None and index != last + 1:
            yield first, last
            first = index
        first = index if first is None else first
        last = index
    if first is not None and last is not None:
        yield first, last


def verbs(sentence: "Span") -> Iterator["Token"]:
    """Yield the verbs of a sentence, auxiliaries left out."""
    for token in sentence:
        verb = token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}
        # "Invoices show that …": the tagger may take the verb for a noun, the parser still hangs a clause on it.
        if verb or (token.children and children(token, "nsubj") and children(token, "ccomp")):
            yield token
