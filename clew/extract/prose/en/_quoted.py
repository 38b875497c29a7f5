"""A sentence with a quotation goes in; who is quoted comes out, by the words that stand beside the quotation marks.

"…," laughed one partner; "I think," he went on, "that …"; An insider dished: "…". Any verb will do there. Reads quotations
that nobody was found for, so that one with a plain cue is left alone.
"""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._surface import party_of
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_LEAST = 2  # words of a quotation that is speech, with a verb among them or a sign at its end
_LONGEST = 14  # words between two quotations that can be who says them
_PARTICLES = words("on up in out back off")
_NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})


def quoted(sentence: "Span", parties: Parties, covered: frozenset[int]) -> list[Attribution]:
    """Return who is quoted; `covered` are the words that somebody is known to say."""
    speech = _speech(sentence)
    if not speech:
        return []
    inside = frozenset().union(*speech)
    if len(covered & inside) * 2 > len(inside):
        return []
    frames = _frames(sentence, speech)
    for frame in frames:
        found = _told(frame, parties)
        if found is not None:
            cue, holder = found
            return [Attribution(Run(cue, cue, cue), "saying", (holder,), (), inside)]
    return []


def speech_in(sentence: "Span") -> frozenset[int]:
    """Return the words of a sentence that are somebody's direct speech."""
    return frozenset().union(*_speech(sentence))


def _speech(sentence: "Span") -> list[frozenset[int]]:
    """Return the quotations of a sentence that are speech: a sign stands at their end, or a colon or comma before them."""
    marks = [token.i for token in sentence if token.text == '"']
    found = []
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        tokens = [token for token in sentence.doc[first + 1 : last] if not token.is_space]
        if not tokens:
            continue
        before = sentence.doc[first - 1].text if first > sentence.start else ""
        signed = tokens[-1].text in {",", ".", "?", "!", "..."} or (
            last + 1 < sentence.end and sentence.doc[last + 1].text == ","
        )
        told = any(token.pos_ in {"VERB", "AUX"} for token in tokens) or tokens[-1].text in {"?", "!", ".", ","}
        how = (
            last + 2 < sentence.end and sentence.doc[last + 1].lemma_ == "be" and sentence.doc[last + 2].lower_ == "how"
        )
        dashed = (
            last + 2 < sentence.end
            and sentence.doc[last + 1].text in {"-", "–", "—"}
            and sentence.doc[last + 2].pos_ == "PROPN"
        )
        if (signed or how or dashed or before in {":", ","}) and told and len(tokens) >= _LEAST:
            found.append(frozenset(token.i for token in tokens))
    return found


def _frames(sentence: "Span", speech: list[frozenset[int]]) -> list[list["Token"]]:
    """Return the words beside the quotations: after the first, then those before it."""
    doc, frames = sentence.doc, []
    for part in speech:
        after = max(part) + 2
        stop = after
        while stop < sentence.end and doc[stop].text not in {'"', ";"} and stop - after <= _LONGEST + 6:
            stop += 1
        frames.append(_clause(list(doc[after:stop])))
        before = min(part) - 1
        begin = before
        while begin > sentence.start and doc[begin - 1].text not in {'"', ";"}:
            begin -= 1
        frames.append([token for token in doc[begin:before] if not token.is_space])
    return [frame for frame in frames if frame]


def _clause(tokens: list["Token"]) -> list["Token"]:
    """Return the words after a quotation up to the first sign past the verb and its subject."""
    tokens = [token for token in tokens if not token.is_space]
    while tokens and tokens[0].text in {",", "–", "—"}:
        tokens = tokens[1:]
    for number, token in enumerate(tokens):
        if token.text in {".", ",", "–", "—", ":"} and number > 1:
            return tokens[:number]
    return tokens


def _told(frame: list["Token"], parties: Parties) -> "tuple[Token, Party] | None":
    """Return the verb and the speaker of a frame: verb first, or speaker first."""
    if (
        len(frame) > 3 and frame[0].lemma_ == "be" and frame[1].lower_ in {"how", "what"}
    ):  # ""…" is how Mina sums it up"
        rest = frame[2:]
        stop = next((n for n, token in enumerate(rest) if token.tag_ in {"VBD", "VBZ", "VBP"} or token.text == ","), 0)
        holder = party_of(rest[:stop], parties) if stop else None
        return (frame[1], holder) if holder is not None and holder.role != "pronoun" else None
    verbs = [
        token
        for token in frame
        if token.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VBG"}
        and token.dep_ not in {"aux", "auxpass", "amod", "relcl", "acl"}
    ]
    if not verbs and frame[0].i and frame[0].nbor(-1).text in {"-", "–", "—"}:  # ""…" - Mina Tamm, spokeswoman"
        stop = next((number for number, token in enumerate(frame) if token.is_punct), len(frame))
        holder = party_of(frame[:stop], parties)
        return (frame[0].nbor(-1), holder) if holder is not None and holder.name is not None else None
    if not verbs:
        return None
    verb = verbs[0]
    at = next(number for number, token in enumerate(frame) if token.i == verb.i)
    if at == 0:
        rest = frame[1:]
        while rest and rest[0].lower_ in _PARTICLES:
            rest = rest[1:]
        run = rest[
            : next(
                (
                    n
                    for n, token in enumerate(rest)
                    if n
                    and token.pos_ in {"ADP", "ADV", "SCONJ", "VERB"}
                    and token.lower_ not in {"of", "for", "at", "from", "in"}
                ),
                len(rest),
            )
        ]
        holder = party_of(run, parties)
    else:
        run = frame[:at]
        holder = _subject(verb, run, parties) or party_of(_after_comma(run), parties)
    if holder is None or (
        holder.role == "pronoun" and holder.run.head.lower_ in {"this", "that", "it", "which", "these"}
    ):
        return None
    return verb, holder


def _subject(verb: "Token", run: list["Token"], parties: Parties) -> Party | None:
    heads = [head for head in tree.children(verb, "nsubj") if any(head.i == token.i for token in run)]
    return parties.of(heads[-1]) if heads and heads[-1].pos_ in _NOUN_TAGS else None


def _after_comma(run: list["Token"]) -> list["Token"]:
    commas = [number for number, token in enumerate(run) if token.text in {",", ":", "–", "—"}]
    return run[commas[-1] + 1 :] if commas else run


def is_asking(cue: "Token") -> bool:
    """Say whether the verb beside a quotation asks: what is asked is not held."""
    return cue.lemma_.lower() in cues.ASKING
