"""A cue goes in; the tokens of what is held come out."""

import itertools
from typing import TYPE_CHECKING

from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._around import SPEECH, TELLING, going_on, lost_subject, stands_aside
from clew.extract.prose.en._asked import is_no_word
from clew.extract.prose.en._things import called, doing, is_own_view, nouns_of, put_or_answered, spoken_of

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_QUESTION_WORDS = frozenset({"who", "whom", "whose", "what", "which", "where", "when", "why", "how", "whether", "if"})
_SMALL = frozenset({"it", "this", "that", "so", "them", "him", "her", "me", "us"})
_SENSES = frozenset({"see", "feel", "hear", "learn", "find"})
_DOING = frozenset({"give", "contain", "set", "support", "answer", "call", "ask", "request", "hold", "accept", "speak"})
_RECALLING = frozenset({"remember", "recall", "recollect", "describe", "recount"})
_ANNOUNCING = frozenset({"thing", "this", "following", "follows", "point", "points"})
_CONTRASTED = cues.SAYING | cues.ASKING | cues.DENYING | cues.BELIEVING | cues.SHOWING | {"put"}
_TURNED = frozenset(
    {"attention", "issue", "doubt", "doubts", "blame", "view", "line"}
)  # "…, while the union drew attention to"
_HEARING = frozenset({"learn", "hear", "read"})
_WHEN = frozenset({"ADP", "SCONJ"})
_CUES = SPEECH | cues.BELIEVING


def content_of(verb: "Token", sentence: "Span", *, passive: bool, of_documents: bool) -> frozenset[int]:
    """Return the tokens of what a cue verb's speaker holds; none where the verb has nothing that could be held."""
    lemma = verb.lemma_.lower()
    if lemma in _RECALLING and tree.is_negated(verb) and not any(map(tree.is_finite, clauses_of(verb))):
        return frozenset()  # "I don't remember going" says neither
    clause = _held_clause(verb, lemma)
    if clause and not _is_announcing(clause, verb, sentence):
        suffered = tree.children(verb, "nsubjpass") if passive and tree.children(verb, "xcomp") else []
        if lemma in cues.BELIEVING and not passive and tree.children(verb, "xcomp"):
            return clause.union(
                *(tree.subtree(noun) for noun in tree.children(verb, "dobj"))
            )  # "assesses it to be credible"
        return clause.union(
            lost_subject(verb),
            going_on(verb, clause),
            *(tree.subtree(noun) for noun in suffered if noun.lower_ != "it"),
        )
    aside = stands_aside(verb)
    bare = any(aux.tag_ == "TO" for aux in tree.children(verb, "aux"))  # "went so far as to call the war lost"
    own = bool(tree.children(verb, "dobj", "ccomp")) and lemma not in TELLING  # "as they welcomed the crew" tells when
    aside = aside or (
        verb.dep_ == "advcl"
        and not (bare or own)
        and any(mark.lower_ == "as" for mark in tree.children(verb, "mark", "advmod"))
    )
    if verb.dep_ == "parataxis" or aside:
        return same_side(tree.subtree(verb.head) - tree.subtree(verb), verb, sentence)
    done = doing(verb)
    if done is not None and lemma in _RECALLING and not verb.lower_.endswith("ing"):
        return frozenset(range(verb.i + 1, done.right_edge.i + 1))
    sought = spoken_of(verb, lemma)
    if sought and lemma in cues.CALLING:
        return sought
    if lemma in cues.CALLING and (not of_documents or called(verb)):
        return called(verb)
    return (
        _after_colon(verb, sentence) or _quoted_by(verb, sentence) or _whole(_plain(verb, passive, of_documents), verb)
    )


def _is_announcing(clause: frozenset[int], verb: "Token", sentence: "Span") -> bool:
    """Say whether what the parse gives a verb ends at a colon before it: "They differ on why: Dr Hald blames fatigue"."""
    return max(clause) < verb.i and any(token.text in {":", ";"} for token in sentence.doc[max(clause) : verb.i])


def _whole(content: frozenset[int], verb: "Token") -> frozenset[int]:
    """Return what is held to its end where the parse took "its" in "believes its for us" for all of it."""
    token = verb.doc[min(content)] if len(content) == 1 else None
    if token is None or token.tag_ != "PRP$":
        return content
    rest = verb.doc[token.i : verb.sent.end]
    return frozenset(each.i for each in itertools.takewhile(lambda each: not each.is_punct, rest))


def _held_clause(verb: "Token", lemma: str) -> frozenset[int]:
    """Return the clause a verb holds; a plan ("promised to pay"), a question and what is only seen are none."""
    clause = clause_of(verb)
    orders = tree.children(verb, "xcomp") if lemma in {"tell", "order", "urge", "remind", "advise", "warn"} else []
    orders = orders if tree.children(verb, "dobj", "dative") and not tree.children(verb, "ccomp") else []
    if orders and not tree.is_passive(verb) and not tree.is_finite(orders[0]):
        return frozenset()  # "told his men to hold their fire"
    if clause and lemma in cues.WITH_SUBJECT and not has_own_subject(verb):
        return frozenset()
    if lemma in cues.ASKING or (lemma in _SENSES and not any(tree.is_finite(each) for each in clauses_of(verb))):
        return frozenset()
    return clause


def _quoted_by(verb: "Token", sentence: "Span") -> frozenset[int]:
    """Return the quotation a verb stands nearest to."""
    quoted = quoted_in(sentence)
    beside = _tells(quoted, sentence) and verb.i not in quoted and _is_nearest(verb, quoted, sentence)
    return quoted if beside and _touches(verb, quoted, sentence) else frozenset()


def _plain(verb: "Token", passive: bool, of_documents: bool) -> frozenset[int]:  # noqa: FBT001 # as content_of has them
    """Return what is held that is no clause and no quotation."""
    lemma = verb.lemma_.lower()
    plain = put_or_answered(verb) or spoken_of(verb, lemma)
    if of_documents and lemma in _DOING and not any(token.pos_ == "NUM" for token in verb.subtree):
        return plain  # "the file contains photographs", "the resolution gives us time"
    only = lemma in cues.CLAUSE_ONLY and not of_documents and not tree.objects_of(verb, "as")
    own = not passive and is_own_view(tree.children(verb, "dobj"))  # "reiterated its view that …" is read with the view
    if plain or only or own or lemma in cues.ASKING | {"express", "voice"}:
        return plain
    return nouns_of(verb, passive=passive)


def _after_colon(verb: "Token", sentence: "Span") -> frozenset[int]:
    """Return what follows "Sergei confirmed:"."""
    colon = next(
        (token for token in sentence.doc[verb.i + 1 : min(verb.i + 8, sentence.end)] if token.text == ":"), None
    )
    if colon is None:
        return frozenset()
    between = [token.lower_ for token in sentence.doc[verb.i + 1 : colon.i]]
    if between and not (_ANNOUNCING & set(between)):
        return frozenset()  # "They agree on one thing only: …" announces, "named two sites: …" does not
    return frozenset(token.i for token in sentence if token.i > colon.i and not token.is_space)


def clause_of(verb: "Token") -> frozenset[int]:
    """Return the tokens of the clauses a verb holds, without a second cue of the same speaker."""
    clauses = clauses_of(verb)
    held = frozenset[int]().union(*(tree.subtree(clause) for clause in clauses))
    second = [joined for clause in clauses for joined in tree.children(clause, "conj") if outer_cue(joined) is not None]
    second += [beside for clause in clauses for beside in _beside(clause)]
    held = held.difference(*(tree.subtree(joined) for joined in second))
    # "knew, or ought to have known, of the embargo": joined by "or", the parser may take the second for a second cue.
    or_else = [
        joined
        for joined in (tree.children(verb, "conj") if clauses else [])
        if joined.i > clauses[0].i and not tree.children(joined, "nsubj", "nsubjpass") and _is_joined_by_or(joined)
    ]
    return held.union(*(tree.subtree(joined) for joined in or_else))


def _is_joined_by_or(joined: "Token") -> bool:
    before = joined.left_edge.nbor(-1) if joined.left_edge.i else joined
    return before.lower_ == "or"


def _beside(clause: "Token") -> list["Token"]:
    """Return cues that the parser put into a clause though they stand beside it: ", adding that …", ", though a nurse put …".

    A participle of saying after a comma has the outer speaker. A cue under though, while or whereas, or joined by "but"
    after a comma, with a speaker of its own, is another's word; one under "that" stays inside.
    """
    found = []
    for child in tree.children(clause, "advcl", "conj", "parataxis"):
        edge = child.left_edge
        after_comma = edge.i > 1 and any(edge.nbor(-back).text == "," for back in (1, 2))
        if (
            not (
                child.lemma_.lower() in _CONTRASTED
                or any(noun.lower_ in _TURNED for noun in tree.children(child, "dobj"))
            )
            or child.i < clause.i
            or not after_comma
        ):
            continue
        marks = {mark.lower_ for mark in tree.children(child, "mark")}
        speaking = child.tag_ == "VBG" and child.dep_ == "advcl" and not tree.children(child, "nsubj")
        subjects = [each for each in tree.children(child, "nsubj") if each.pos_ != "PRON"]
        joined = child.dep_ != "advcl" and "but" in {each.lower_ for each in tree.children(clause, "cc")}
        another = bool(subjects) and (joined or marks & {"though", "although", "while", "whereas", "but"})
        if "that" not in marks and (speaking or another):
            found.append(child)
    return found


def after_that(verb: "Token", sentence: "Span") -> frozenset[int]:
    """Return what follows "that" where the parser hung it elsewhere: "I'm told by someone in the room that it was never opened"."""
    for token in sentence.doc[verb.i + 1 : min(verb.i + 25, sentence.end - 2)]:
        if token.text in {";", ":", '"'} or (token.pos_ == "VERB" and token.lemma_.lower() in _CUES):
            break  # what follows is that verb's
        if token.lower_ != "that" or token.dep_ in {"det", "pobj"}:
            continue
        rest = [other for other in sentence.doc[token.i + 1 : sentence.end] if other.text != ";"]
        if token.nbor().tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            continue  # "the letter that was sent": which one, not what
        if any(other.tag_ in {"VBD", "VBZ", "VBP", "MD"} for other in rest):
            return same_side(frozenset(other.i for other in rest if not other.is_space), verb, sentence)
    return frozenset()


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
    if any(mark.lower_ in {"if", "whether"} for mark in tree.children(inner, "mark")) and any(
        each.lower_ == "but" for each in tree.children(inner, "cc")
    ):
        return outer if clauses_of(verb) else None  # "would not say if the kitchen had been inspected but confirmed …"
    return outer if _tense(outer) == _tense(verb) != _tense(inner) and clauses_of(verb) else None


def _tense(verb: "Token") -> str:
    auxiliaries = tree.children(verb, "aux", "auxpass")
    present = verb.tag_ in {"VB", "VBP", "VBZ"}  # "they concede …, but deny": the tagger takes either for a bare form
    return f"{auxiliaries[0].lower_ if auxiliaries else ''} {'VBP' if present else verb.tag_}"


def clauses_of(verb: "Token") -> list["Token"]:
    """Return the heads of the clauses a verb holds."""
    below = [inner for inner in tree.children(verb, "xcomp") if inner.lemma_.lower() in _HEARING]
    if below:
        return []  # "regret to learn that …" is held by who is heard
    learnt = verb.dep_ == "xcomp" and verb.lemma_.lower() in _HEARING
    if tree.is_passive(verb) and any(
        inner.i > verb.i and not tree.is_finite(inner) for inner in tree.children(verb, "xcomp")
    ):
        return tree.children(verb, "xcomp")  # "The ship, said by its owner to have been empty, sank"
    behind = [clause for clause in tree.children(verb, "ccomp") if clause.i > verb.i]  # "…, they say it will blow over"
    hung = [*(behind or tree.children(verb, "ccomp")), *(tree.children(verb.head, "ccomp") if learnt else [])]
    return (
        [
            clause
            for clause in hung
            if clause.i != verb.i
            and not (_is_when(clause, verb) or _is_beside(clause, verb))
            and not is_no_word(clause, verb)
        ]
        or _after_noun(verb)
        or [
            child
            for child in tree.children(verb, "xcomp", "oprd", "pcomp")
            if child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
            and verb.lemma_.lower() not in cues.CALLING
            and not _is_purpose(child, verb)
        ]
    )


def _is_beside(clause: "Token", verb: "Token") -> bool:
    """Say whether a clause before a cue stands beside it: "Their bank claims it went out, ours says it never came", "…, and the kiln tells of"."""
    subjects = tree.children(verb, "nsubj")
    if clause.i > verb.i or not subjects or subjects[0].i < clause.i:
        return False
    edge = subjects[0].left_edge
    joined = edge.i > 1 and edge.nbor(-1).lower_ in {"and", "but"}
    rest = [token for token in verb.doc[verb.i + 1 : verb.sent.end] if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
    another = (
        clause.lemma_.lower() in _CUES and bool(tree.children(clause, "ccomp")) and bool(tree.children(clause, "nsubj"))
    )
    return joined or (another and bool(rest) and not verb.doc[verb.i + 1].is_punct)


def _is_when(clause: "Token", verb: "Token") -> bool:
    """Say whether a clause before a verb that has its object tells when: "By the time the convoy came, he saw the poles"."""
    telling = verb.lemma_.lower() in TELLING
    return clause.i < verb.i and not telling and bool(tree.children(verb, "dobj")) and clause.left_edge.pos_ in _WHEN


def _is_purpose(clause: "Token", verb: "Token") -> bool:
    """Say whether an infinitive only tells what for: "announced the start of an operation to isolate the town"."""
    bare = any(aux.tag_ == "TO" for aux in tree.children(clause, "aux")) and not tree.children(clause, "nsubj")
    return bare and bool(tree.children(verb, "dobj")) and verb.lemma_.lower() not in TELLING | cues.BELIEVING


def has_own_subject(verb: "Token") -> bool:
    """Say whether what a verb holds is more than a plan: "hopes that it will pay", "remembered being told"."""
    if tree.is_passive(verb) and tree.children(verb, "agent") and tree.children(verb, "nsubjpass"):
        return True  # "profit is expected by the board to be lower"
    third = verb.lemma_.lower() == "expect"  # "expect the chairman to step down": another's act, and held to come
    return doing(verb) is not None or any(
        (clause.tag_ == "VBG" and verb.lemma_.lower() not in {"fear", "hate", "risk", "mind"})
        or (third and any(_is_another(each) for each in tree.children(clause, "nsubj", "nsubjpass")))
        or (tree.children(clause, "nsubj", "nsubjpass", "expl") and tree.is_finite(clause))
        for clause in clauses_of(verb)
    )


def _is_another(subject: "Token") -> bool:
    """Say whether another is expected to act, not one's own: "expects its members to obey" is an order."""
    return subject.pos_ != "PRON" and not tree.children(subject, "poss")


def same_side(content: frozenset[int], cue: "Token", sentence: "Span") -> frozenset[int]:
    """Keep what stands on the cue's side of a semicolon, or of a colon before it."""
    low = max((other.i for other in sentence if other.text in {";", ":"} and other.i < cue.i), default=-1)
    high = min((other.i for other in sentence if other.text == ";" and other.i > cue.i), default=sentence.end)
    return frozenset(index for index in content if low < index < high)


def _tells(quoted: frozenset[int], sentence: "Span") -> bool:
    """Say whether quoted words can be what somebody says: more than a name or a word set apart."""
    inside = [token for token in sentence if token.i in quoted and not token.is_punct]
    return len(inside) > 2 or any(token.pos_ in {"VERB", "AUX", "INTJ"} for token in inside)


def _touches(verb: "Token", quoted: frozenset[int], sentence: "Span") -> bool:
    """Say whether a quotation is what the verb says, not some words of a clause before ", a deckhand has told a court"."""
    doc = sentence.doc
    first, last = min(quoted), max(quoted)
    if verb.i < first:  # "read to the Echo, faults the port for "…"": the words are another verb's
        between = doc[verb.i + 1 : first]
        return not any(
            token.tag_ in {"VBZ", "VBP"} and token.pos_ == "VERB" and token.dep_ != "relcl" for token in between
        )
    opens = all(token.is_punct or token.is_space for token in doc[sentence.start : first])
    return (
        opens
        or doc[last].text in {",", ".", "?", "!"}
        or (last + 2 < sentence.end and doc[last + 2].text == "," and last + 4 > verb.i)
    )


def _is_nearest(verb: "Token", quoted: frozenset[int], sentence: "Span") -> bool:
    """Say whether no other speech verb outside the quotation stands nearer to it."""

    def distance(token: "Token") -> int:
        return min(abs(token.i - index) for index in quoted)

    others = [
        token
        for token in sentence
        if token.i not in quoted and token.i != verb.i and token.pos_ == "VERB" and token.lemma_.lower() in _CUES
    ]
    return all(distance(other) >= distance(verb) for other in others)


def _after_noun(verb: "Token") -> list["Token"]:
    """Return the clause that the parser hung on a noun between: "told the Courier that …", "notes with concern that …"."""
    telling = verb.lemma_.lower() in TELLING
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
