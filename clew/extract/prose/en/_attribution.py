"""A parsed sentence goes in; who says what comes out: cue, holders, content. A cue that is not placed is said to be so."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue, who holds it, and the tokens of what is held. No holder: the speaker was not found."""

    cue: Run
    force: str  # saying, believing, denying
    holders: tuple[Party, ...]  # each speaks for itself
    through: tuple[Party, ...]  # the channel that was told, outermost
    content: frozenset[int]
    negated: bool = False  # "did not say", "does not believe"

    @property
    def is_placed(self) -> bool:
        """Say whether both the speaker and the content were found."""
        return bool(self.holders and self.content)


def attributions(sentence: "Span", parties: Parties, *, consumed: frozenset[int]) -> list[Attribution]:
    """Return the attributions of a sentence, in order of their cues; `consumed` are verbs read as replies."""
    found = []
    for verb in tree.verbs(sentence):
        if verb.i not in consumed and verb.lemma_.lower() in _ALL:
            found.extend(_of_verb(verb, sentence, parties))
    found.extend(_according(sentence, parties))
    held = frozenset().union(*(each.content for each in found))
    found.extend(_of_nouns(sentence, parties, held))
    aside = listed_aside(sentence) if any(each.force == "believing" for each in found) else frozenset()
    found = [replace(each, content=each.content - aside) for each in found if each.cue.head.i not in aside]
    placed = {
        token.i for attribution in found for token in sentence.doc[attribution.cue.first.i : attribution.cue.last.i + 1]
    }
    for cue in [*cues.CERTAIN.finditer(sentence.text), *cues.TRAILING.finditer(sentence.text)]:
        token = _token_at(sentence, cue.start(cue.lastindex or 0))
        if not placed & {token.i, token.i + 1} and token.i not in consumed and not _is_hedge(token):
            found.append(Attribution(Run(token, token, token), "saying", (), (), frozenset()))
    return sorted(found, key=lambda attribution: attribution.cue.first.i)


_ALL = cues.SAYING | cues.BELIEVING | cues.DENYING | cues.SHOWING
_LISTING = words("list identify describe name record register put")


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
    if verb.lower_ in {"citing", "quoting"} and verb.dep_ == "advcl":
        return []  # read with the verb it leans on
    heads = tree.objects_of(verb, "by") if passive else _speakers(verb)
    if heads and all(any(child.lower_ == "no" for child in head.children) for head in heads):
        return []  # "no document that names him": nobody speaks
    holders = tuple(party for head in heads if (party := parties.of(head)))
    of_documents = any(party.role == "document" for party in holders)
    if passive and lemma in _LISTING and not holders:
        return []  # "was listed as": told by the article with that hedge, or by documents, see relations
    if passive and lemma == "expect" and not holders:
        return []  # "is expected to ship": a plan, told by the article
    if (
        lemma not in cues.SAYING | cues.BELIEVING | cues.DENYING
        and not of_documents
        and not tree.children(verb, "ccomp")
    ):
        return []
    content = _content(verb, sentence, passive=passive, of_documents=of_documents)
    certain = cues.CERTAIN.fullmatch(verb.text) is not None
    if not content and not certain:
        return []
    if _is_request(verb, heads):
        return []
    force = "denying" if lemma in cues.DENYING else "believing" if lemma in cues.BELIEVING else "saying"
    cited = _cited(verb, parties)
    through = _told(verb, parties)
    if cited:
        through, holders = (*through, *holders), cited
    content -= {
        index for party in (*holders, *through) for index in range(party.run.first.i, party.run.last.i + 1)
    } - _clause(verb)
    return [
        Attribution(
            Run(verb, verb, verb), force, holders, through, content, negated=tree.is_negated(verb) != (lemma == "doubt")
        )
    ]


def _speakers(verb: "Token") -> list["Token"]:
    """Return who speaks; an expletive or a thing asked about does not."""
    return [
        head
        for head in tree.subject_heads(verb)
        if head.dep_ != "expl" and head.lower_ not in {"there", "what", "which"}
    ]


def _is_request(verb: "Token", heads: list["Token"]) -> bool:
    """Say whether it is an order to the reader: "Please confirm receipt"."""
    return not heads and verb.tag_ == "VB" and verb.dep_ in {"ROOT", "conj"}


def _content(verb: "Token", sentence: "Span", *, passive: bool, of_documents: bool) -> frozenset[int]:
    clause = _clause(verb)
    if clause:
        suffered = tree.children(verb, "nsubjpass") if passive else []
        told = {index for noun in suffered if noun.lower_ != "it" for index in tree.subtree(noun)}
        return clause | (told if tree.children(verb, "xcomp") else set())
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(mark.lower_ == "as" for mark in tree.children(verb, "mark", "advmod"))
    ):
        return tree.subtree(verb.head) - tree.subtree(verb)
    quoted = _quoted(sentence)
    if quoted and verb.i not in quoted:
        return quoted
    if verb.lemma_.lower() in cues.CLAUSE_ONLY and not of_documents and not tree.objects_of(verb, "as"):
        return frozenset()
    nouns = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj", "acomp")
    about = [prep for prep in tree.children(verb, "prep") if prep.lower_ in {"as", "of", "about", "on", "against"}]
    if nouns:
        about = [prep for prep in about if prep.lower_ in {"as", "of"}]
    return frozenset().union(*(tree.subtree(token) for token in [*nouns, *about]))


def _clause(verb: "Token") -> frozenset[int]:
    clauses = (
        tree.children(verb, "ccomp")
        or _after_addressee(verb)
        or [
            child
            for child in tree.children(verb, "xcomp", "oprd", "pcomp")
            if child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
        ]
    )
    return frozenset().union(*(tree.subtree(clause) for clause in clauses))


def _after_addressee(verb: "Token") -> list["Token"]:
    """Return the clause that the parser hung on the addressee: "told the Courier that she travelled"."""
    if verb.lemma_.lower() not in {"tell", "inform", "warn", "advise"}:
        return []
    clauses = [
        clause for noun in tree.children(verb, "dobj", "dative") for clause in tree.children(noun, "relcl", "acl")
    ]
    return [clause for clause in clauses if tree.children(clause, "nsubj", "nsubjpass")]


def _quoted(sentence: "Span") -> frozenset[int]:
    marks = [token.i for token in sentence if token.text == '"']
    if len(marks) == 1:
        marks.append(sentence.end)
    inside: set[int] = set()
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        inside.update(range(first + 1, last))
    return frozenset(inside)


def _told(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return the publisher that was told: "told the agency"; a court passes nothing on."""
    if verb.lemma_.lower() != "tell":
        return ()
    told = [*tree.direct_objects(verb, "dobj", "dative"), *tree.objects_of(verb, "to")]
    return tuple(party for head in told if (party := parties.of(head)) and party.role == "publisher")[:1]


def _cited(verb: "Token", parties: Parties) -> tuple[Party, ...]:
    """Return whom the speaker leans on: "reported, citing two officials"."""
    return tuple(
        party
        for child in tree.children(verb, "advcl")
        if child.lower_ in {"citing", "quoting"}
        for head in tree.direct_objects(child)
        if (party := parties.of(head))
    )


def _according(sentence: "Span", parties: Parties) -> list[Attribution]:
    found = []
    for token in sentence:
        if token.lower_ != "according":
            continue
        to = next((child for child in token.children if child.lower_ == "to"), None)
        if to is None and token.i + 1 < sentence.end and token.nbor().lower_ == "to":
            to = token.nbor()
        heads = [
            noun for child in (tree.children(to, "pobj") if to is not None else []) for noun in tree.conjuncts(child)
        ]
        content = tree.subtree(token.head) - tree.subtree(token) if token.head.i != token.i else frozenset()
        holders = tuple(party for head in heads if (party := parties.of(head)))
        found.append(Attribution(Run(token, to if to is not None else token, token), "saying", holders, (), content))
    return found


def _of_nouns(sentence: "Span", parties: Parties, held: frozenset[int]) -> list[Attribution]:
    """Return clauses that hang on a noun: "no evidence that she worked", "the officials' belief that …"."""
    found = []
    for noun in sentence:
        if noun.lower_ not in cues.NOUNS or noun.i in held:
            continue
        clauses = [
            acl
            for acl in tree.children(noun, "acl")
            if any(mark.lower_ == "that" for mark in tree.children(acl, "mark"))
        ]
        owners = [owner for owner in tree.children(noun, "poss") if owner.lower_ not in {"its", "their", "his", "her"}]
        for content in map(tree.subtree, clauses):
            holders = tuple(party for owner in owners if (party := parties.of(owner)))
            denied = any(child.lower_ in {"no", "little"} for child in noun.children)
            found.append(Attribution(Run(noun, noun, noun), "saying", holders, (), content, negated=denied))
    return found


def _is_hedge(token: "Token") -> bool:
    """Say whether "alleged" only colours a noun: "the alleged shipments"."""
    return token.lower_ == "alleged" and token.dep_ == "amod"


def _token_at(sentence: "Span", place: int) -> "Token":
    place += sentence.start_char
    return next(
        token for token in sentence if token.idx <= place < token.idx + len(token.text_with_ws) or token.idx >= place
    )
