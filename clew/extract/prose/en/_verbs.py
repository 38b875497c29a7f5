"""A verb of saying, believing, denying or showing goes in; who says what with it comes out, or nothing where it holds nothing."""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._acts import is_abstract, is_act
from clew.extract.prose.en._asked import only_asks
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._chains import as_outlet, chained
from clew.extract.prose.en._content import after_that, clause_of, content_of, has_own_subject, is_question, outer_cue
from clew.extract.prose.en._disputed import is_called_baseless, is_called_credible
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._mute import is_mute
from clew.extract.prose.en._nouns import HEARSAY
from clew.extract.prose.en._open import LISTED, says
from clew.extract.prose.en._parenthetical import is_as_agreed
from clew.extract.prose.en._speakers import speakers_of
from clew.extract.prose.en._things import put_or_answered, puts_at, spoken_of
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_LISTING = words("list identify describe name record register put")
_NOBODY = words("nobody nothing none no-one") | HEARSAY
_EMERGING = words("evidence proof sign signs indication indications details report reports rumours news it")
_SMALL = words(
    "what who whom which that it this these those so as think know say them him her me us you i we he she they how why"
)
_ASIDE = frozenset({"though", "although", "because", "while", "whereas", "but"})
_SPOKEN = cues.SAYING | cues.BELIEVING | cues.DENYING | cues.ASKING
_BRINGING_OUT = words("underscore underline highlight illustrate demonstrate signal exemplify")
_ACCUSING = {"accuse": "of", "suspect": "of", "charge": "with"}


def of_verb(verb: "Token", sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return what is said with a verb, by whom; nothing where it is no cue here, or holds nothing."""
    lemma, passive = verb.lemma_.lower(), tree.is_passive(verb)
    if is_mute(verb, lemma):
        return []
    subjects = tree.objects_of(verb, "by") if passive else speakers_of(verb, parties)
    nobody = _nobodies(verb, lemma, subjects)
    heads = [head for head in subjects if head in (nobody or ()) or _has_a_voice(head, parties)]
    if nobody is None or (subjects and not heads):
        return []
    named = [party for head in heads if head not in nobody and (party := parties.of(head))]
    holders = tuple(as_outlet(_as_register(party, verb), verb, parties) for party in named)
    of_documents = any(party.role == "document" for party in holders)
    if passive and not holders and (lemma in _LISTING | {"expect"} or lemma in cues.CALLING - cues.BELIEVING):
        return []  # "was listed as": told by the article with that hedge; "is expected to ship": a plan
    shown = of_documents or _shown_by_papers(verb, parties)
    if _is_no_cue(verb, lemma, of_documents=shown) and not says(verb, parties):
        return []
    accused = _accused(verb, passive=passive)
    accusation = _accusation(verb) if accused is not None else frozenset[int]()
    content = accusation or _content(verb, sentence, passive=passive, of_documents=of_documents)
    if content is None or _is_request(verb, heads):
        return []
    if passive and not holders and _is_of_nothing(verb, content):
        return []
    if tree.is_negated(verb) and _holds_nothing_denied(verb, lemma, content, sentence):
        return []
    holders = tuple(_outside(party, verb, parties, accusation) for party in holders)
    through, holders = chained(verb, parties, holders)
    if accused is not None:
        content = accusation or content - tree.subtree(accused)
    elif verb.dep_ == "advcl" and lemma in cues.CALLING and _is_them(verb) and verb.head.lemma_.lower() in cues.DENYING:
        return []  # "rejected the allegations, calling them baseless"
    holders = tuple(_before_that(party, content, parties) for party in holders)
    said_by = {index for party in (*holders, *through) for index in range(party.run.first.i, party.run.last.i + 1)}
    content -= said_by - clause_of(verb)
    negated = tree.is_negated(verb) != (lemma == "doubt")
    cue = Run(verb, verb, verb)
    found = Attribution(cue, _force(verb, lemma), holders, through, content, negated=negated, accused=accused)
    return [_ruled_out(found, verb)]


def _ruled_out(found: Attribution, verb: "Token") -> Attribution:
    """Return what is ruled out as not believed; "could not rule out that …" is held in whole, and nothing inside it is."""
    if verb.lemma_.lower() != "rule" or not any(child.lower_ == "out" for child in tree.children(verb, "prt")):
        return found
    if not found.negated:
        return replace(found, force="believing", negated=True)
    own = {child.i for child in tree.children(verb, "aux", "neg", "prt")}
    return replace(found, force="believing", negated=False, content=found.content | own | {verb.i}, is_open=True)


def _has_a_voice(head: "Token", parties: Parties) -> bool:
    """Say whether a subject is somebody, a house or a paper: a step that shows good faith, or a fact, tells nobody's word."""
    if head.head.lemma_.lower() in _BRINGING_OUT:  # "the ceremony underscores their bond", "it illustrates the risk"
        return parties.role(head) == "document" or (
            parties.can_speak(head) and head.lower_ not in {"it", "this", "that"}
        )
    abstract = head.pos_ == "NOUN" and is_abstract(head.lower_)
    return not abstract or parties.can_speak(head) or parties.role(head) in {"document", "source", "expert", "official"}


def _as_register(party: Party, verb: "Token") -> Party:
    """Return a house that lists somebody "as" something as the register it keeps: "Portalis lists Teslin as manager"."""
    if verb.lemma_.lower() not in _LISTING - cues.SAYING or not tree.objects_of(verb, "as") or party.role != "party":
        return party
    bare = party.name is None and party.text[:1].isupper() and party.run.first.i == party.run.last.i
    house = bare or (party.name is not None and party.name.kind != "person")
    return replace(party, role="document") if house and not tree.is_passive(verb) else party


def _nobodies(verb: "Token", lemma: str, heads: list["Token"]) -> list["Token"] | None:
    """Return the subjects that stand for nobody; None where the verb says nothing because of its subject."""
    if lemma in {"emerge", "transpire"}:
        nobody = [head for head in heads if head.lower_ in _EMERGING]
        return nobody if len(nobody) == len(heads) and tree.children(verb, "ccomp") else None  # "a ship emerged"
    if heads and all(any(child.lower_ == "no" for child in head.children) for head in heads):
        return None  # "no document that names him": nobody speaks
    if lemma in {"hope", "wish", "trust"} and heads and all(head.lower_ in {"i", "we"} for head in heads):
        return None  # "I hope you are well"
    if heads and all(head.lower_ == "you" for head in heads) and any(aux.tag_ == "MD" for aux in verb.children):
        return None  # "You will recall that …" asks for nobody's word
    if any(head.lower_ in {"nothing", "anything", "little"} for head in heads) and lemma not in cues.SHOWING - {"add"}:
        return None  # "had nothing to add"
    court = lemma == "hear" and any(head.lower_ in cues.NO_CHANNEL for head in heads)
    return [head for head in heads if head.lower_ in _NOBODY or court or _is_of_hearsay(head)]


def _is_of_hearsay(head: "Token") -> bool:
    """Say whether it is the rumour mill."""
    return any(child.lower_ in HEARSAY for child in tree.children(head, "compound"))


def _content(verb: "Token", sentence: "Span", *, passive: bool, of_documents: bool) -> frozenset[int] | None:
    """Return what is held, empty where a sure cue holds nothing that was found; None where nothing is said."""
    lemma = verb.lemma_.lower()
    if tree.ends_in_colon(verb):
        return frozenset()  # what is said comes after
    certain = cues.CERTAIN.fullmatch(verb.text) is not None
    content = content_of(verb, sentence, passive=passive, of_documents=of_documents) or _shared(verb, sentence)
    if not content and (certain or lemma in cues.SAYING) and verb.dep_ not in {"acl", "relcl", "amod"}:
        content = after_that(verb, sentence)
    if not content and '"' not in sentence.text and is_act(verb, lemma, tree.children(verb, "dobj")):
        return None  # "denied him entry"
    if not content and only_asks(verb):
        return None
    told = [sentence.doc[index] for index in content if not sentence.doc[index].is_punct]
    if content and lemma not in cues.DENYING and all(token.lower_ in _SMALL or token.pos_ == "ADP" for token in told):
        return None  # "what he said", "as they think", "told us so"
    if told and told[0].lower_ in _ASIDE and told[0].i > verb.i and not tree.children(verb, "ccomp"):
        return None  # "everybody says so, though nobody will sign it"
    return None if (not content and not certain) or _announces(content, sentence) else content


def _holds_nothing_denied(verb: "Token", lemma: str, content: frozenset[int], sentence: "Span") -> bool:
    """Say whether "does not say who received it", "did not mention the raid" leave nothing that is held."""
    if lemma in cues.DENYING and not clause_of(verb):
        return True  # "did not dispute the quotation"
    return is_question(content, sentence) or (not clause_of(verb) and lemma not in cues.DENYING | cues.BELIEVING)


def _before_that(party: Party, content: frozenset[int], parties: Parties) -> Party:
    """Return a source without what it tells: "someone at the ministry that all visas are on hold"."""
    inside = sorted(index for index in content if party.run.first.i < index <= party.run.last.i)
    if party.name is not None or not inside:
        return party
    doc = party.run.head.doc
    that = next((index for index in range(party.run.head.i, inside[-1]) if doc[index].lower_ == "that"), 0)
    return parties.spanning(party.run.first, doc[that - 1], party.run.head) if that > party.run.head.i else party


def _is_of_nothing(verb: "Token", content: frozenset[int]) -> bool:
    """Say whether a passive holds no more than its subject: "the board had been warned", "everything was declared": of what, is not said."""
    suffering = frozenset[int]().union(*(tree.subtree(noun) for noun in tree.children(verb, "nsubjpass")))
    return bool(content) and content <= suffering and not tree.objects_of(verb, "as")


def _outside(party: Party, verb: "Token", parties: Parties, accusation: frozenset[int]) -> Party:
    """Return the speaker without the clause that holds the cue: "a guard", of "a guard who said his name was Vanya"."""
    if accusation and party.name is None and party.run.first.i < min(accusation) <= party.run.last.i:
        return parties.spanning(
            party.run.first, verb.doc[min(accusation) - 2], party.run.head
        )  # "accused by its neighbours of lying"
    inside = verb.dep_ == "ccomp" and verb.head.dep_ == "relcl" and verb.head.head.i == party.run.head.i
    if party.name is None and inside and party.run.head.dep_ == "ROOT":
        return parties.spanning(
            party.run.first, verb.nbor(-1), party.run.head
        )  # "People who saw the yard say it was empty"
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
    that = [noun for noun in tree.children(verb, "dobj") if noun.lower_ in {"that", "this", "it", "them", "these"}]
    if any(is_called_baseless(verb, noun) for noun in that):
        return True  # "described that as nonsense"
    if lemma in {"call", "brand", "label", "dub"}:
        return any(not is_called_credible(verb, noun) for noun in nouns)
    return any(is_called_baseless(verb, noun) for noun in nouns)


def _is_no_cue(verb: "Token", lemma: str, *, of_documents: bool) -> bool:
    """Say whether the verb is a cue only of documents, or only with a clause, and has neither."""
    if is_as_agreed(verb):
        return True
    if lemma in _SPOKEN:
        plain = lemma in cues.WITH_SUBJECT and not has_own_subject(verb) and not put_or_answered(verb)
        plain = plain and not (of_documents and lemma in cues.SHOWING)
        plain = plain and not (lemma in {"see", "regard", "remember"} and tree.objects_of(verb, "as"))
        plain = plain and not spoken_of(verb, lemma)
        plain = plain and not (lemma == "hear" and after_that(verb, verb.sent))
        return plain and not any(token.text == '"' for token in verb.sent)
    if puts_at(verb):
        return False
    pronouns = all(head.pos_ == "PRON" for head in tree.subject_heads(verb))  # "they show that": what, is not said
    return not of_documents and (pronouns or not tree.children(verb, "ccomp"))


def _shown_by_papers(verb: "Token", parties: Parties) -> bool:
    """Say whether "they" are papers of the clause before: "Company records suggest otherwise: they show him signing"."""
    heads = tree.children(verb, "nsubj")
    before = [
        token
        for token in verb.sent
        if token.i < verb.i and token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ != "PRON"
    ]
    return (
        any(head.lower_ in {"they", "it"} for head in heads) and bool(before) and parties.role(before[-1]) == "document"
    )


def _accused(verb: "Token", *, passive: bool) -> "Token | None":
    """Return the head of who is accused: "accused X of …", "X was accused of …"."""
    prep = _ACCUSING.get(verb.lemma_.lower())
    agents = (
        [noun for by in tree.children(verb, "agent", "prep") for noun in tree.children(by, "pobj")] if passive else []
    )
    suffered = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj")
    near = [verb, *agents, *([] if passive else suffered)]
    if prep is None or not any(child.lower_ == prep for noun in near for child in tree.children(noun, "prep")):
        return None
    return suffered[0] if suffered else None


def _accusation(verb: "Token") -> frozenset[int]:
    """Return what somebody is accused of, wherever the parser hung it: "accused by officials of evading rules"."""
    prep = _ACCUSING[verb.lemma_.lower()]
    for token in verb.subtree:
        doing = token.i + 1 < verb.sent.end and token.nbor().lower_.endswith("ing")  # the parser may take it for a noun
        if (
            token.lower_ == prep
            and token.i > verb.i
            and (doing or tree.children(token, "pcomp") or token.head.i == verb.i)
        ):
            return tree.subtree(token) - {token.i}
    return frozenset()


def _is_them(verb: "Token") -> bool:
    things = tree.children(verb, "dobj")
    return bool(things) and all(noun.lower_ in {"them", "it", "this", "that"} for noun in things)


def _shared(verb: "Token", sentence: "Span") -> frozenset[int]:
    """Return the content of a joined cue: "the Wire reported, and the Courier confirmed, that …"."""
    for joined in tree.children(verb, "conj"):
        if (
            outer_cue(joined) is None
            and joined.lemma_.lower() in LISTED
            and clause_of(joined)
            and joined.pos_ == "VERB"
        ):
            return content_of(joined, sentence, passive=False, of_documents=False)
    return frozenset()


def _announces(content: frozenset[int], sentence: "Span") -> bool:
    """Say whether only "the following" is said: what is said comes after."""
    said = [token.lower_ for token in sentence if token.i in content]
    return said in (["the", "following"], ["as", "follows"]) or said[:1] == ["nothing"]


def _is_request(verb: "Token", heads: list["Token"]) -> bool:
    """Say whether it is an order to the reader: "Please confirm receipt", "Kindly note that …"."""
    return not heads and verb.tag_ in {"VB", "VBP"} and verb.dep_ in {"ROOT", "conj"}
