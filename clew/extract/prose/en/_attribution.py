"""A parsed sentence goes in; who says what comes out: cue, holders, content. A cue that is not placed is said to be so."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._content import clause_of, content_of, has_own_subject, is_question, outer_cue, puts_at
from clew.extract.prose.en._disputed import apposed, disputed, is_called_baseless, is_called_credible
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._parenthetical import is_as_agreed, parenthetical
from clew.extract.prose.en._phrases import of_nouns, phrases
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_ALL = cues.SAYING | cues.BELIEVING | cues.DENYING | cues.SHOWING | cues.ASKING
_LISTING = words("list identify describe name record register put")
_NOBODY = words("nobody nothing none no-one")
_ACCUSING = {"accuse": "of", "suspect": "of", "charge": "with"}


def attributions(sentence: "Span", parties: Parties, *, consumed: frozenset[int]) -> list[Attribution]:
    """Return the attributions of a sentence, in order of their cues; `consumed` are verbs read as replies."""
    found: list[Attribution] = []
    if sentence.text.rstrip().endswith("?") and '"' not in sentence.text:
        return []  # a question asks who said what; it says nothing
    for verb in tree.verbs(sentence):
        if verb.i not in consumed and verb.lemma_.lower() in _ALL:
            found.extend(_of_verb(verb, sentence, parties))
    found.extend(phrases(sentence, parties))
    held = frozenset().union(*(each.content for each in found))
    found.extend(of_nouns(sentence, parties, held))
    found.extend(disputed(sentence, parties, frozenset(each.cue.head.i for each in found if each.is_placed)))
    apart = apposed(sentence)
    found = [each if each.cue.head.i in apart else replace(each, content=each.content - apart) for each in found]
    aside = listed_aside(sentence) if any(each.force == "believing" for each in found) else frozenset()
    found = [replace(each, content=each.content - aside) for each in found if each.cue.head.i not in aside]
    read = consumed.union(each.cue.head.i for each in found if each.is_placed)
    found.extend(parenthetical(sentence, parties, read))
    placed = {each.cue.head.i for each in found if each.is_placed}
    found = [each for each in found if each.is_placed or each.cue.head.i not in placed]
    return sorted([*found, *_unplaced(sentence, found, consumed)], key=lambda each: each.cue.first.i)


def _unplaced(sentence: "Span", found: list[Attribution], consumed: frozenset[int]) -> list[Attribution]:
    """Return the safety net: words that are cues whatever the parser made of them, with no speaker and no content."""
    placed = {token.i for each in found for token in sentence.doc[each.cue.first.i : each.cue.last.i + 1]}
    missed: list[Attribution] = []
    for cue in [*cues.CERTAIN.finditer(sentence.text), *cues.TRAILING.finditer(sentence.text)]:
        token = _token_at(sentence, cue.start(cue.lastindex or 0))
        if token.i + 1 < sentence.end and token.nbor().lower_ == "nothing":
            continue  # "says nothing about the price"
        known = placed & {token.i, token.i + 1} or token.i in consumed or _is_hedge(token)
        if not known and not any(each.cue.head.i == token.i for each in missed):
            missed.append(Attribution(Run(token, token, token), "saying", (), (), frozenset()))
    return missed


def listed_aside(sentence: "Span") -> frozenset[int]:
    """Return the tokens of "who are listed as V staff": beside a belief that is no belief, but what papers say."""
    return frozenset().union(
        *(
            tree.subtree(verb)
            for verb in sentence
            if verb.lemma_.lower() in _LISTING
            and verb.dep_ in {"relcl", "acl", "advcl"}
            and tree.objects_of(verb, "as")
        )
    )


def _of_verb(verb: "Token", sentence: "Span", parties: Parties) -> list[Attribution]:
    lemma = verb.lemma_.lower()
    passive = tree.is_passive(verb)
    if verb.dep_ == "advcl" and (verb.lower_ in {"citing", "quoting"} or (lemma in cues.ASKING and verb.tag_ == "VBN")):
        return []  # read with the verb it leans on; "Asked whether it had been paid, …" holds nothing
    heads = tree.objects_of(verb, "by") if passive else _speakers(verb)
    if heads and all(any(child.lower_ == "no" for child in head.children) for head in heads):
        return []  # "no document that names him": nobody speaks
    court = lemma == "hear" and any(head.lower_ in cues.NO_CHANNEL for head in heads)
    nobody = [head for head in heads if head.lower_ in _NOBODY or court]
    holders = tuple(party for head in heads if head not in nobody and (party := parties.of(head)))
    of_documents = any(party.role == "document" for party in holders)
    if verb.dep_ == "acl" and any(aux.tag_ == "TO" for aux in tree.children(verb, "aux")):
        return []  # "in a position to comment"
    if passive and not holders and (lemma in _LISTING | {"expect"} or lemma in cues.CALLING - cues.BELIEVING):
        return []  # "was listed as": told by the article with that hedge; "is expected to ship": a plan
    if _is_no_cue(verb, lemma, of_documents=of_documents):
        return []
    content = content_of(verb, sentence, passive=passive, of_documents=of_documents) or _shared(verb, sentence)
    certain = cues.CERTAIN.fullmatch(verb.text) is not None
    if (not content and not certain) or _is_request(verb, heads) or _announces(content, sentence):
        return []
    negated = tree.is_negated(verb)
    if negated and (
        is_question(content, sentence) or (not clause_of(verb) and lemma not in cues.DENYING | cues.BELIEVING)
    ):
        return []  # "does not say who received it", "did not mention the raid": nothing is held
    force = _force(verb, lemma)
    holders = tuple(_outside(party, verb, parties) for party in holders)
    through, holders = _chained(verb, parties, holders)
    accused = _accused(verb, passive=passive)
    if accused is not None:
        content = _accusation(verb) or content - tree.subtree(accused)
    elif verb.dep_ == "advcl" and lemma in cues.CALLING and tree.children(verb, "dobj")[:1] and _is_them(verb):
        return []  # "rejected the allegations, calling them baseless"
    content -= {
        index for party in (*holders, *through) for index in range(party.run.first.i, party.run.last.i + 1)
    } - clause_of(verb)
    negated = negated != (lemma == "doubt")
    return [Attribution(Run(verb, verb, verb), force, holders, through, content, negated=negated, accused=accused)]


def _outside(party: Party, verb: "Token", parties: Parties) -> Party:
    """Return the speaker without the clause that holds the cue: "a guard", of "a guard who said his name was Vanya"."""
    if party.name is None and party.run.first.i <= verb.i <= party.run.last.i:
        return parties.party(party.run.head, role=party.role, name=None, described=False)
    return party


def _force(verb: "Token", lemma: str) -> str:
    if lemma in cues.DENYING or _called_so(verb, lemma):
        return "denying"
    return "believing" if lemma in cues.BELIEVING - cues.CALLING else "saying"


def _called_so(verb: "Token", lemma: str) -> bool:
    """Say whether an allegation is called something: "called the claims absurd"; only a denial does that."""
    if lemma not in {
        "call",
        "brand",
        "label",
        "dub",
        "describe",
        "characterise",
        "characterize",
        "denounce",
        "condemn",
    }:
        return False
    nouns = [noun for noun in tree.children(verb, "dobj") if noun.lower_ in cues.NOUNS]
    if lemma in {"call", "brand", "label", "dub"}:
        return any(not is_called_credible(verb, noun) for noun in nouns)
    return any(is_called_baseless(verb, noun) for noun in nouns)


def _is_no_cue(verb: "Token", lemma: str, *, of_documents: bool) -> bool:
    """Say whether the verb is a cue only of documents, or only with a clause, and has neither."""
    if is_as_agreed(verb):
        return True
    if lemma in cues.SAYING | cues.BELIEVING | cues.DENYING | cues.ASKING:
        plain = lemma in cues.WITH_SUBJECT and not has_own_subject(verb)
        return plain and not any(token.text == '"' for token in verb.sent)
    if puts_at(verb):
        return False
    pronouns = all(head.pos_ == "PRON" for head in tree.subject_heads(verb))  # "they show that": what, is not said
    return not of_documents and (pronouns or not tree.children(verb, "ccomp"))


def _accused(verb: "Token", *, passive: bool) -> "Token | None":
    """Return the head of who is accused: "accused X of …", "X was accused of …"."""
    prep = _ACCUSING.get(verb.lemma_.lower())
    agents = (
        [noun for by in tree.children(verb, "agent", "prep") for noun in tree.children(by, "pobj")] if passive else []
    )
    if prep is None or not any(
        child.lower_ == prep for noun in [verb, *agents] for child in tree.children(noun, "prep")
    ):
        return None
    suffered = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj")
    return suffered[0] if suffered else None


def _accusation(verb: "Token") -> frozenset[int]:
    """Return what somebody is accused of, wherever the parser hung it: "accused by officials of evading rules"."""
    prep = _ACCUSING[verb.lemma_.lower()]
    for token in verb.subtree:
        if token.lower_ == prep and token.i > verb.i and (tree.children(token, "pcomp") or token.head.i == verb.i):
            return tree.subtree(token) - {token.i}
    return frozenset()


def _is_them(verb: "Token") -> bool:
    return all(noun.lower_ in {"them", "it", "this", "that"} for noun in tree.children(verb, "dobj"))


def _speakers(verb: "Token") -> list["Token"]:
    """Return who speaks; an expletive or a thing asked about does not."""
    quoted = {token.i for token in verb.sent if token.text == '"'}
    heads = [
        head
        for head in tree.subject_heads(verb)
        if head.dep_ != "expl" and head.lower_ not in {"there", "what", "which"}
    ]
    if (
        verb.dep_ == "xcomp"
        and verb.head.lemma_.lower() in {"ask", "instruct", "want"}
        and tree.children(verb.head, "nsubj")
    ):
        return tree.conjuncts(tree.children(verb.head, "nsubj")[-1])  # "asked me to tell you that …"
    outer = outer_cue(verb)
    if outer is not None:
        return tree.subject_heads(outer)
    quoting = _quoting(verb)
    if quoting is not None:
        return tree.direct_objects(quoting)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and not tree.children(verb, "nsubj"):
        above = verb.head  # "…, she told a hearing, adding that …": the subject is the one who told
        if above.lemma_.lower() in _ALL and tree.children(above, "nsubj"):
            subjects = [child for child in tree.children(above, "nsubj") if not _is_quoted(child, quoted)]
            return tree.conjuncts(subjects[-1]) if subjects else heads
    return heads


def _quoting(verb: "Token") -> "Token | None":
    """Return the verb that quotes somebody else "as saying"; none in "was quoted as saying", where the quoted is the subject."""
    above = verb.head.head
    quotes = verb.dep_ == "pcomp" and verb.head.lower_ == "as" and above.lemma_.lower() in {"quote", "cite"}
    return above if quotes and not tree.is_passive(above) and tree.children(above, "dobj") else None


def _is_quoted(token: "Token", marks: set[int]) -> bool:
    return sum(mark < token.i for mark in marks) % 2 == 1


def _shared(verb: "Token", sentence: "Span") -> frozenset[int]:
    """Return the content of a joined cue: "the Wire reported, and the Courier confirmed, that …"."""
    for joined in tree.children(verb, "conj"):
        if outer_cue(joined) is None and joined.lemma_.lower() in _ALL and clause_of(joined) and joined.pos_ == "VERB":
            return content_of(joined, sentence, passive=False, of_documents=False)
    return frozenset()


def _announces(content: frozenset[int], sentence: "Span") -> bool:
    """Say whether only "the following" is said: what is said comes after."""
    said = [token.lower_ for token in sentence if token.i in content]
    return said in (["the", "following"], ["as", "follows"]) or said[:1] == ["nothing"]


def _is_request(verb: "Token", heads: list["Token"]) -> bool:
    """Say whether it is an order to the reader: "Please confirm receipt", "Kindly note that …"."""
    return not heads and verb.tag_ in {"VB", "VBP"} and verb.dep_ in {"ROOT", "conj"}


def _chained(
    verb: "Token", parties: Parties, holders: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Return who passed it on, outermost first, and whose word it is: "told the agency", "citing two officials"."""
    through = _told(verb, parties)
    cited = _cited(verb, parties)
    origin = _heard_from(verb, parties)
    quoting = _quoting(verb)
    if quoting is not None:
        return tuple(party for head in tree.subject_heads(quoting)[:1] if (party := parties.of(head))), holders
    if cited or origin:
        return (*through, *holders), (cited or origin)
    return through, holders


def _told(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return the publisher that was told: "told the agency"; a court passes nothing on."""
    if verb.lemma_.lower() != "tell":
        return ()
    told = [*tree.direct_objects(verb, "dobj", "dative"), *tree.objects_of(verb, "to")]
    told += [noun for clause in tree.children(verb, "ccomp") for noun in _swallowed(clause, verb)]
    return tuple(party for head in told if (party := parties.of(head)) and party.role == "publisher")[:1]


def _swallowed(clause: "Token", verb: "Token") -> list["Token"]:
    """Return an addressee the parser put into the clause: "told the Ledger the change looked …"."""
    subjects = tree.children(clause, "nsubj", "nsubjpass")
    return [
        inner for subject in subjects for inner in tree.children(subject, "nmod", "compound") if inner.i == verb.i + 2
    ]


def _cited(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return whom the speaker leans on: "reported, citing two officials"."""
    return tuple(
        party
        for child in tree.children(verb, "advcl")
        if child.lower_ in {"citing", "quoting"}
        for head in tree.direct_objects(child)
        if (party := parties.of(head))
    )


def _heard_from(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return from whom the speaker has it: "heard from the port that …", "quoted a source as saying that …"."""
    lemma = verb.lemma_.lower()
    if lemma in {"hear", "learn", "understand", "know"}:
        return tuple(party for head in tree.objects_of(verb, "from") if (party := parties.of(head)))
    if lemma in {"quote", "cite"}:
        for prep in tree.children(verb, "prep"):
            if prep.lower_ == "as" and any(child.lower_ in {"saying", "telling"} for child in prep.children):
                return tuple(party for head in tree.direct_objects(verb) if (party := parties.of(head)))
    return ()


def _is_hedge(token: "Token") -> bool:
    """Say whether "alleged" only colours a noun: "the alleged shipments"."""
    return token.lower_ == "alleged" and token.dep_ == "amod"


def _token_at(sentence: "Span", place: int) -> "Token":
    place += sentence.start_char
    return next(
        token for token in sentence if token.idx <= place < token.idx + len(token.text_with_ws) or token.idx >= place
    )
