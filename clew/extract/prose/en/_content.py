"""A cue goes in; the tokens of what is held come out."""

from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._unaware import unknowing

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_QUESTION_WORDS = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how", "whether", "if"})
_SENSES = frozenset({"see", "feel", "hear", "learn", "find"})
_SPEECH = cues.SAYING | cues.ASKING | cues.DENYING
_TELLING = frozenset({"tell", "inform", "warn", "advise", "assure", "notify", "remind", "brief", "promise", "show"})


def content_of(verb: "Token", sentence: "Span", *, passive: bool, of_documents: bool) -> frozenset[int]:
    """Return the tokens of what a cue verb's speaker holds; none where the verb has nothing that could be held."""
    lemma = verb.lemma_.lower()
    clause = clause_of(verb)
    if clause and lemma in cues.WITH_SUBJECT and not has_own_subject(verb):
        clause = frozenset()  # "promised to pay", "hopes to visit": a plan
    if lemma in cues.ASKING or (lemma in _SENSES and not any(_is_finite(each) for each in clauses_of(verb))):
        clause = frozenset()  # "asked whether"; "recounted seeing the crates unloaded"
    if clause:
        suffered = tree.children(verb, "nsubjpass") if passive else []
        told = {index for noun in suffered if noun.lower_ != "it" for index in tree.subtree(noun)}
        return clause | (told if tree.children(verb, "xcomp") else set())
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(mark.lower_ == "as" for mark in tree.children(verb, "mark", "advmod"))
    ):
        return same_side(tree.subtree(verb.head) - tree.subtree(verb), verb, sentence)
    if lemma in cues.CALLING and not of_documents:
        return _called(verb)
    after = _after_colon(verb, sentence)
    if after:
        return after
    quoted = quoted_in(sentence)
    if _tells(quoted, sentence) and verb.i not in quoted and _is_nearest(verb, quoted, sentence):
        return quoted
    plain = _put_or_answered(verb)
    only = lemma in cues.CLAUSE_ONLY and not of_documents and not tree.objects_of(verb, "as")
    if plain or only or lemma in cues.ASKING:
        return plain
    return _nouns(verb, passive=passive)


def _put_or_answered(verb: "Token") -> frozenset[int]:
    """Return "the toll at five" of "put the toll at five", "no" of "says no"."""
    if puts_at(verb):
        return frozenset().union(*(tree.subtree(token) for token in [*tree.children(verb, "dobj"), *_at(verb)]))
    answers = [child for child in tree.children(verb, "intj") if verb.lemma_.lower() == "say"]
    return frozenset().union(*(tree.subtree(answer) for answer in answers if answer.lower_ in {"no", "yes"}))


def _after_colon(verb: "Token", sentence: "Span") -> frozenset[int]:
    """Return what follows "Sergei confirmed:"."""
    if verb.i + 1 >= sentence.end or verb.nbor().text != ":":
        return frozenset()
    return frozenset(token.i for token in sentence if token.i > verb.i + 1 and not token.is_space)


def _nouns(verb: "Token", *, passive: bool) -> frozenset[int]:
    nouns = tree.children(verb, "nsubjpass") if passive else tree.children(verb, "dobj", "acomp")
    about = [
        prep
        for prep in tree.children(verb, "prep")
        if prep.lower_ in {"as", "of", "about", "on", "against", "to", "for", "at"}
    ]
    if nouns:
        about = [
            prep
            for prep in about
            if prep.lower_ in {"as", "of", "at"} | ({"on", "for"} if verb.lemma_.lower() == "blame" else set())
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


def _called(verb: "Token") -> frozenset[int]:
    """Return "the claims absurd" of "called the claims absurd", "him as a consultant" of "described him as a consultant"."""
    things = tree.children(verb, "dobj", "nsubjpass")
    named = [
        *tree.children(verb, "oprd", "acomp"),
        *(prep for noun in [verb, *things] for prep in tree.children(noun, "prep") if prep.lower_ == "as"),
    ]
    if not things or not named:
        return frozenset()
    return frozenset().union(*(tree.subtree(token) for token in [*things, *named]))


def clause_of(verb: "Token") -> frozenset[int]:
    """Return the tokens of the clauses a verb holds, without a second cue of the same speaker."""
    clauses = clauses_of(verb)
    held = frozenset[int]().union(*(tree.subtree(clause) for clause in clauses))
    second = [joined for clause in clauses for joined in tree.children(clause, "conj") if outer_cue(joined) is not None]
    return held.difference(*(tree.subtree(joined) for joined in second))


def outer_cue(verb: "Token") -> "Token | None":
    """Return the cue whose speaker goes on in a second one that the parser joined to the clause between.

    "has acknowledged that his ships called but has maintained that …": both cues stand in one tense and the clause in another.
    Where all three stand in one, either may be meant, and the parser is left its word.
    """
    inner = verb.head
    outer = inner.head
    if verb.dep_ != "conj" or inner.dep_ != "ccomp" or tree.children(verb, "nsubj", "nsubjpass"):
        return None
    if not {verb.lemma_.lower(), outer.lemma_.lower()} <= cues.SAYING | cues.BELIEVING | cues.DENYING:
        return None
    return outer if _tense(outer) == _tense(verb) != _tense(inner) and clauses_of(verb) else None


def _tense(verb: "Token") -> str:
    auxiliaries = tree.children(verb, "aux", "auxpass")
    return f"{auxiliaries[0].lower_ if auxiliaries else ''} {verb.tag_}"


def puts_at(verb: "Token") -> bool:
    """Say whether somebody puts a figure on a thing: "put the toll at five"; a crate put at the door is none."""
    numbers = [token for prep in _at(verb) for token in prep.subtree if token.pos_ == "NUM"]
    return verb.lemma_.lower() == "put" and bool(tree.children(verb, "dobj")) and bool(numbers)


def _at(verb: "Token") -> list["Token"]:
    near = [
        *tree.children(verb, "prep"),
        *(prep for noun in tree.children(verb, "dobj") for prep in tree.children(noun, "prep")),
    ]
    return [prep for prep in near if prep.lower_ == "at"]


def clauses_of(verb: "Token") -> list["Token"]:
    """Return the heads of the clauses a verb holds."""
    return (
        [clause for clause in tree.children(verb, "ccomp") if clause.i != verb.i]
        or _after_noun(verb)
        or [
            child
            for child in tree.children(verb, "xcomp", "oprd", "pcomp")
            if child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} and verb.lemma_.lower() not in cues.CALLING
        ]
    )


def has_own_subject(verb: "Token") -> bool:
    """Say whether what a verb holds is more than a plan: "hopes that it will pay", "remembered being told"."""
    return any(
        clause.tag_ == "VBG" or (tree.children(clause, "nsubj", "nsubjpass", "expl") and _is_finite(clause))
        for clause in clauses_of(verb)
    )


def _is_finite(clause: "Token") -> bool:
    """Say whether a clause could stand alone: "that it pays", not "the members to pay", "the crates unloaded"."""
    heads = [clause, *tree.children(clause, "aux", "auxpass")]
    if any(head.tag_ == "TO" for head in heads):
        return False
    return any(head.tag_ in {"VBD", "VBZ", "VBP", "MD"} for head in heads)


def same_side(content: frozenset[int], cue: "Token", sentence: "Span") -> frozenset[int]:
    """Keep what stands on the cue's side of a semicolon, or of a colon before it."""
    low = max((other.i for other in sentence if other.text in {";", ":"} and other.i < cue.i), default=-1)
    high = min((other.i for other in sentence if other.text == ";" and other.i > cue.i), default=sentence.end)
    return frozenset(index for index in content if low < index < high)


def _tells(quoted: frozenset[int], sentence: "Span") -> bool:
    """Say whether quoted words can be what somebody says: more than a name or a word set apart."""
    inside = [token for token in sentence if token.i in quoted and not token.is_punct]
    return len(inside) > 2 or any(token.pos_ in {"VERB", "AUX", "INTJ"} for token in inside)


def _is_nearest(verb: "Token", quoted: frozenset[int], sentence: "Span") -> bool:
    """Say whether no other speech verb outside the quotation stands nearer to it."""

    def distance(token: "Token") -> int:
        return min(abs(token.i - index) for index in quoted)

    others = [
        token
        for token in sentence
        if token.i not in quoted and token.i != verb.i and token.pos_ == "VERB" and token.lemma_.lower() in _SPEECH
    ]
    return all(distance(other) >= distance(verb) for other in others)


def _after_noun(verb: "Token") -> list["Token"]:
    """Return the clause that the parser hung on a noun between: "told the Courier that …", "notes with concern that …"."""
    telling = verb.lemma_.lower() in _TELLING
    nouns = [*(tree.children(verb, "dobj", "dative") if telling else [])]
    nouns += [noun for prep in tree.children(verb, "prep", "dative") for noun in tree.children(prep, "pobj")]
    clauses = [clause for noun in nouns for clause in tree.children(noun, "relcl", "acl", "ccomp")]
    held = [clause for clause in clauses if tree.children(clause, "nsubj", "nsubjpass", "expl")]
    return [
        clause
        for clause in held
        if (telling and clause.head.dep_ in {"dobj", "dative"})
        or any(mark.lower_ == "that" for mark in tree.children(clause, "mark"))
    ]


def is_question(content: frozenset[int], sentence: "Span") -> bool:
    """Say whether what is held is only asked: "does not say who received the goods"."""
    tokens = [token for token in sentence if token.i in content and not token.is_punct]
    return bool(tokens) and tokens[0].lower_ in _QUESTION_WORDS


def quoted_in(sentence: "Span") -> frozenset[int]:
    """Return the tokens between the quotation marks of a sentence."""
    marks = [token.i for token in sentence if token.text == '"']
    if len(marks) == 1:
        marks.append(sentence.end)
    inside: set[int] = set()
    for first, last in zip(marks[::2], marks[1::2], strict=False):
        inside.update(range(first + 1, last))
    return frozenset(inside)


def parted(content: frozenset[int], sentence: "Span") -> list[frozenset[int]]:
    """Return the joint contents apart: "said the firm was closed and that nobody was paid" holds two."""
    cuts = []
    for token in sentence:
        if token.i not in content or token.dep_ != "conj" or token.pos_ not in {"VERB", "AUX"}:
            continue
        own = tree.children(token, "nsubj", "nsubjpass", "expl")
        inside = token.head.i in content
        own = own or [
            inner for inner in token.subtree if (state := unknowing(inner)) is not None and state.i == token.i
        ]
        if inside and own and token.head.dep_ not in {"relcl", "acl", "advcl"}:
            cuts.append(tree.subtree(token) & content)
    parts, left = [], content
    for cut in sorted(cuts, key=len):
        part = cut & left
        if part:
            parts.append(part)
            left -= part
    parts.append(left)
    return sorted((_trimmed(part, sentence) for part in parts if part), key=min) or [content]


def _trimmed(part: frozenset[int], sentence: "Span") -> frozenset[int]:
    """Leave out the conjunction and the commas where two contents were cut apart."""
    tokens = [token for token in sentence if token.i in part]
    while len(tokens) > 1 and (tokens[-1].is_punct or tokens[-1].dep_ == "cc") and tokens[-1].text != '"':
        tokens.pop()
    while len(tokens) > 1 and (tokens[0].is_punct or tokens[0].dep_ == "cc"):
        tokens.pop(0)
    return frozenset(token.i for token in tokens)
