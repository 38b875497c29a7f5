"""What is said in a sentence goes in; what a second speaker says with the same verb, left out, comes out apart.

"Osterman blames fatigue, Achterberg a casting defect": the verb stands once, and each speaker beside his own words.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._surface import party_of

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

# Verbs whose object alone can be what is held.
_BARE = words(
    "blame say put speak talk estimate suspect want claim fear favour favor see name cite call propose predict forecast expect"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_STARTS = words("a an the no some at of nothing everything only about around nearly")


def shared_out(sentence: "Span", parties: Parties, found: list[Attribution]) -> list[Attribution]:
    """Return the attributions with those of speakers who share the verb of another added, each with its own words."""
    added: list[Attribution] = []
    kept: list[Attribution] = []
    for each in found:
        verb = each.cue.head
        clause = any(child.i > verb.i for child in tree.children(verb, "ccomp", "xcomp"))
        if verb.lemma_.lower() not in _BARE or not each.is_placed or min(each.content) < verb.i or clause:
            kept.append(each)
            continue
        own = each.content
        for segment in _segments(verb, sentence):
            second = _second(each, segment, parties)
            if second is not None:
                added.append(second)
                own -= frozenset(range(segment[0].i - 1, segment[-1].i + 1))
        kept.append(replace(each, content=own) if own else each)
    return [*kept, *added]


def _segments(verb: "Token", sentence: "Span") -> list[list["Token"]]:
    """Return the runs of words between commas behind what a verb holds first."""
    runs: list[list[Token]] = [[]]
    for token in sentence.doc[verb.i + 1 : sentence.end]:
        if token.text in {",", ";", "."}:
            runs.append([])
        elif not token.is_space:
            runs[-1].append(token)
    return [run for run in runs[1:] if 3 <= len(run) <= 14]


def _second(each: Attribution, run: list["Token"], parties: Parties) -> Attribution | None:
    """Return what the speaker at the head of a run says, where the run is a speaker and a thing and no more."""
    run = run[1:] if run[0].lower_ in {"and", "but", "while"} else run
    if any(token.tag_ in _FINITE or (token.tag_ in {"WP", "WDT", "VBG"} and token.dep_ != "compound") for token in run):
        return None
    cut = next((number for number, token in enumerate(run) if number and _begins(token, run[number - 1])), 0)
    if not cut or cut >= len(run):
        return None
    head = run[cut - 1]
    if not parties.can_speak(head) or head.lower_ in cues.DOCUMENTS:
        return None
    holder = party_of(run[:cut], parties)
    rest = run[cut + 1 :] if run[cut].lower_ == "of" else run[cut:]
    if holder is None or not any(token.pos_ in {"NOUN", "PROPN", "NUM"} for token in rest):
        return None
    return replace(each, holders=(holder,), content=frozenset(token.i for token in rest), through=())


def _begins(token: "Token", before: "Token") -> bool:
    """Say whether the thing begins here: at an article, a number or the preposition of the verb, right behind a noun."""
    noun = before.pos_ in {"NOUN", "PROPN"}
    return noun and (token.lower_ in _STARTS or token.pos_ == "NUM")
