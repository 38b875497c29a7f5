"""A line of a note goes in; what a message in it says comes out: "Got a text from Lena: crates are in Reval", "Oleg wrote back: ship sailed"."""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._surface import party_of
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_MESSAGES = words(
    "text sms message mail email e-mail note letter reply answer response word call update telegram cable fax postcard voicemail verdict advice"
)
_SENDING = words("write text reply answer email message respond report come say add explain confirm insist claim")
_VIEWS = words("view opinion belief impression mind")
_LITTLE = words("still now not also pretty quite very absolutely apparently quietly fairly so really rather")
_HEAD = 7  # tokens from the beginning of a line to the noun or verb that tells whose message it is
_BETWEEN = 6  # tokens from there to the colon


def messages(sentence: "Span", parties: Parties, known: frozenset[int]) -> list[Attribution]:
    """Return what stands behind the colon of a message, and who sent it; `known` are cues that were placed."""
    found = []
    for token in sentence.doc[sentence.start : min(sentence.start + _HEAD, sentence.end)]:
        if token.i in known:
            continue
        if token.lower_ in _MESSAGES and token.pos_ in {"NOUN", "PROPN"}:
            heads = tree.objects_of(token, "from", "by") or tree.children(token, "poss")
            content = _behind_colon(token, sentence) or _said_to_be(token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in _SENDING and tree.children(token, "nsubj"):
            heads = tree.subject_heads(token)
            content = _behind_colon(token, sentence)
        else:
            continue
        heads = [head for head in heads if parties.can_speak(head)]
        holders = tuple(party for head in heads if (party := parties.of(head)))
        if holders and content:
            found.append(Attribution(Run(token, token, token), "saying", holders, (), content))
    return found[:1]


def contracted(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "Oleg's adamant we never paid", "Lena's of the view that it sank", where the parser took the verb for an ending."""
    found = []
    for token in sentence:
        if token.tag_ != "POS" or token.lower_ != "'s" or token.i == sentence.start:
            continue
        place = token.i + 1
        while place < sentence.end and sentence.doc[place].lower_ in _LITTLE:
            place += 1
        last = _state_at(place, sentence)
        if last is None:
            continue
        after = [each for each in sentence.doc[last.i + 1 : sentence.end] if not each.is_space]
        that = bool(after) and after[0].lower_ == "that"
        after = after[1:] if that else after
        finite = any(each.tag_ in {"VBD", "VBZ", "VBP", "MD"} for each in after)
        begun = that or (bool(after) and (after[0].pos_ in {"PRON", "DET", "PROPN"} or after[0].lower_ == "there"))
        run = list(sentence.doc[_begin(token, sentence) : token.i])
        holder = party_of(run, parties) if finite and begun else None
        if holder is not None and parties.can_speak(holder.run.head):
            negated = "not" in {each.lower_ for each in sentence.doc[token.i : last.i]} or last.lower_ in cues.DOUBTING
            content = frozenset(each.i for each in after)
            found.append(Attribution(Run(token, last, last), "believing", (holder,), (), content, negated=negated))
    return found


def _state_at(place: int, sentence: "Span") -> "Token | None":
    """Return the last word of a state of mind: "adamant", "of the view"."""
    if place >= sentence.end:
        return None
    word = sentence.doc[place]
    if word.lower_ in cues.STATES:
        return word
    view = place + 2 < sentence.end and [each.lower_ for each in sentence.doc[place : place + 2]] == ["of", "the"]
    last = sentence.doc[place + 2] if view else None
    return last if last is not None and last.lower_ in _VIEWS else None


def _begin(token: "Token", sentence: "Span") -> int:
    place = token.i
    while place > sentence.start and not sentence.doc[place - 1].is_punct and token.i - place < _HEAD:
        place -= 1
    return place


def _behind_colon(token: "Token", sentence: "Span") -> frozenset[int]:
    """Return the clause behind a colon that only the sender, when and how stand before."""
    for place in range(token.i + 1, min(token.i + _BETWEEN + 1, sentence.end - 1)):
        between = sentence.doc[place]
        if between.text == ":":
            after = [each for each in sentence.doc[place + 1 : sentence.end] if not each.is_space and each.text != '"']
            told = any(each.tag_ in {"VBD", "VBZ", "VBP", "MD"} for each in after)
            return frozenset(each.i for each in after) if told else frozenset()
        if between.tag_ in {"VBD", "VBZ", "VBP", "MD"} or between.text in {",", ";", '"'}:
            break
    return frozenset()


def _said_to_be(noun: "Token") -> frozenset[int]:
    """Return "the pump was sold" of "Word from the yard is the pump was sold"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be" or not tree.objects_of(noun, "from"):
        return frozenset()
    clauses = [each for each in tree.children(verb, "ccomp") if tree.is_finite(each) and each.i > verb.i]
    return tree.subtree(clauses[0]) if clauses else frozenset()
