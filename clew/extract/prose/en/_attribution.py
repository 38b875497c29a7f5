"""A parsed sentence goes in; who says what comes out: cue, holders, content. A cue that is not placed is said to be so."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._acts import is_abstract, is_act
from clew.extract.prose.en._apart import taken_apart
from clew.extract.prose.en._asked import only_asks
from clew.extract.prose.en._attributed import Attribution, without_doubles
from clew.extract.prose.en._disputed import apposed, denied_behind, disputed
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._idioms import of_idioms
from clew.extract.prose.en._messages import contracted, messages
from clew.extract.prose.en._nouns import informed, of_nouns
from clew.extract.prose.en._open import is_cue
from clew.extract.prose.en._parenthetical import parenthetical
from clew.extract.prose.en._phrases import phrases
from clew.extract.prose.en._quoted import quoted, speech_in
from clew.extract.prose.en._shared_out import shared_out
from clew.extract.prose.en._surface import surface
from clew.extract.prose.en._tree import Run
from clew.extract.prose.en._verbs import of_verb

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_LISTING = words("list identify describe name record register put")
# "told the story of a priest"; "had been told not to complain"
_TALE = re.compile(r"\s+(?:the|a|his|her|their)\s+(?:story|tale|truth)\b|\s+(?:not\s+)?to\s")
_ASKED = re.compile(r"\b(?:if|unless|whether) (?:you|one|we) $", re.IGNORECASE)  # "if you believe the minister"
_WHATEVER = re.compile(
    r"\bwhat(?:ever)? (?:[\w'-]+ ){1,4}$", re.IGNORECASE
)  # "nothing to add to what the minister said"


def attributions(sentence: "Span", parties: Parties, *, consumed: frozenset[int]) -> list[Attribution]:
    """Return the attributions of a sentence, in order of their cues; `consumed` are verbs read as replies."""
    if sentence.text.rstrip().endswith("?") and '"' not in sentence.text:
        return []  # a question asks who said what; it says nothing
    speech = speech_in(sentence)
    found = [each for each in _parsed(sentence, parties, consumed | speech) if each.cue.head.i not in speech]
    found.extend(quoted(sentence, parties, _held(found)))
    aside = parenthetical(sentence, parties, consumed | _cues(found) | speech)
    # Nothing behind the speaker of "…, said an employee who feared losing his job" is said.
    behind = min((each.cue.head.i for each in aside if each.cue.last.i > each.cue.head.i), default=sentence.end)
    found = [each for each in found if each.cue.head.i <= behind]
    found = [*_without(found, aside, sentence), *aside]
    found.extend(surface(sentence, parties, consumed | _cues(found) | _held(found)))
    found = taken_apart(found)
    placed = _cues(found)
    found = without_doubles([each for each in found if each.is_placed or each.cue.head.i not in placed])
    return sorted([*found, *_unplaced(sentence, found, consumed)], key=lambda each: each.cue.first.i)


def _parsed(sentence: "Span", parties: Parties, left_out: frozenset[int]) -> list[Attribution]:
    """Return what the parse tells: by verb, by phrase, by noun, and what is disputed of it."""
    found: list[Attribution] = []
    for verb in tree.verbs(sentence):
        if verb.i not in left_out and is_cue(verb, parties):
            found.extend(of_verb(verb, sentence, parties))
    found.extend(phrases(sentence, parties))
    known = frozenset(each.cue.head.i for each in found if each.is_placed)
    found.extend(each for each in of_idioms(sentence, parties) if each.cue.head.i not in known | left_out)
    found.extend(messages(sentence, parties, frozenset(each.cue.head.i for each in found if each.is_placed) | left_out))
    found.extend(contracted(sentence, parties))
    found.extend(informed(sentence, parties))
    found.extend(of_nouns(sentence, parties, frozenset().union(*(each.content for each in found))))
    found = shared_out(sentence, parties, found)
    found.extend(disputed(sentence, parties, _cues(found)))
    found = denied_behind(sentence, parties, found)
    apart = apposed(sentence)
    found = [each if each.cue.head.i in apart else replace(each, content=each.content - apart) for each in found]
    aside = listed_aside(sentence) if any(each.force == "believing" for each in found) else frozenset()
    return [replace(each, content=each.content - aside) for each in found if each.cue.head.i not in aside]


def _without(found: list[Attribution], aside: list[Attribution], sentence: "Span") -> list[Attribution]:
    """Leave out of what is held the words of a cue that stands apart from it: ", its counsel wrote in an email."."""
    for each in aside:
        first = min([each.cue.head.i, *(party.run.first.i for party in each.holders)])
        after = [token.i for token in sentence if token.i > each.cue.head.i and token.i not in each.content]
        last = (
            max([each.cue.head.i, *after])
            if not any(index > each.cue.head.i for index in each.content)
            else each.cue.head.i
        )
        apart = frozenset(range(first, last + 1))
        found = [one if one.cue.head.i in apart else replace(one, content=one.content - apart) for one in found]
    return found


def _cues(found: list[Attribution]) -> frozenset[int]:
    return frozenset(each.cue.head.i for each in found if each.is_placed)


def _held(found: list[Attribution]) -> frozenset[int]:
    return frozenset().union(*(each.content for each in found if each.is_placed))


def _unplaced(sentence: "Span", found: list[Attribution], consumed: frozenset[int]) -> list[Attribution]:
    """Return the safety net: words that are cues whatever the parser made of them, with no speaker and no content."""
    placed = {token.i for each in found for token in sentence.doc[each.cue.first.i : each.cue.last.i + 1]}
    placed |= _held(found)  # another holds it, whoever said it to him
    missed: list[Attribution] = []
    for cue in [*cues.CERTAIN.finditer(sentence.text), *cues.TRAILING.finditer(sentence.text)]:
        token = _token_at(sentence, cue.start(cue.lastindex or 0))
        after = token.nbor().lower_ if token.i + 1 < sentence.end else ""
        asked = any(each.search(sentence.text[: cue.start()]) for each in (_ASKED, _WHATEVER))
        if after == "nothing" or asked or _TALE.match(sentence.text[cue.end() :]):
            continue  # "says nothing about the price"
        ordered = tree.children(token, "dobj") and tree.children(token, "xcomp") and token.lemma_ == "tell"
        deed = is_act(token, token.lemma_.lower(), tree.children(token, "dobj"))
        if ordered or deed or only_asks(token):
            continue  # "told his men to hold their fire"
        if any(head.pos_ == "NOUN" and is_abstract(head.lower_) for head in tree.children(token, "nsubj")):
            continue  # "his silence suggests that he paid": the writer's own inference
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


def _is_hedge(token: "Token") -> bool:
    """Say whether "alleged" only colours a noun: "the alleged shipments"."""
    return token.lower_ == "alleged" and token.dep_ == "amod"


def _token_at(sentence: "Span", place: int) -> "Token":
    place += sentence.start_char
    return next(
        token for token in sentence if token.idx <= place < token.idx + len(token.text_with_ws) or token.idx >= place
    )
