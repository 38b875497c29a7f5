"""A parsed sentence goes in; attributions without a cue verb come out: according to, in the view of, "of the view that", "Oleg: …"."""

from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._content import after_that
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

# What stands before a colon and speaks for nobody.
_LABELS = words(
    "to from subject date re cc bcc note notes reminder fyi ps attention update example question questions answer total address "
    "tel phone fax email e-mail mobile web website ref reference place time item price quantity terms warning photo image caption "
    "source via exclusive analysis opinion correction summary background agenda attachment attachments enclosure signed "
    "result conclusion problem reason remarks breaking alert urgent live watch news key notice important disclaimer copyright "
    "press contact contacts media embargo headline title caution nb attn"
)
_SPEAKING_LABELS = words(
    "sources source officials official police report reports minister ministry experts analysts prosecutors"
)


def phrases(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return the attributions by prepositional phrase, by a state of mind and by a label."""
    found = [
        *_according(sentence, parties),
        *_views(sentence, parties),
        *_states(sentence, parties),
        *_what(sentence, parties),
    ]
    return found or _labelled(sentence, parties) or _quoted_after_colon(sentence, parties)


def _according(sentence: "Span", parties: Parties) -> list[Attribution]:
    found = []
    several = [token for token in sentence if token.lower_ == "according"]
    several = several if len(several) > 1 else []
    for token in sentence:
        if token.lower_ == "per" and _begins(token, sentence) and token.i + 1 < sentence.end:
            heads = [noun for child in tree.children(token, "pobj") for noun in tree.conjuncts(child)]
            last = token
        elif token.lower_ == "according":
            to = next((child for child in token.children if child.lower_ == "to"), None)
            if to is None and token.i + 1 < sentence.end and token.nbor().lower_ == "to":
                to = token.nbor()
            heads = [
                noun
                for child in (tree.children(to, "pobj") if to is not None else [])
                for noun in tree.conjuncts(child)
            ]
            last = to if to is not None else token
        else:
            continue
        governor = _governor(token, sentence)
        if token.lower_ == "per" and not _could_tell(heads, parties):
            continue  # "per our call", "per day"
        content = tree.subtree(governor) - tree.subtree(token) if governor.i != token.i else frozenset()
        holders = tuple(party for head in heads if (party := parties.of(head)) and not _is_plan(head))
        if heads and all(_is_plan(head) for head in heads):
            continue  # "according to plan"
        speaking = max((party.run.last.i for party in holders), default=token.i)
        content = _nearest(content, token, sentence, speaking)
        if several and token.lower_ == "according":
            content = _own_share(several, token, speaking, sentence) or content
        which = next((head for head in heads if head.lower_ == "which"), None)
        if which is None and last.i + 1 < sentence.end and last.nbor().lower_ == "which":
            which = last.nbor()
        if which is not None:
            told = parties.of(token.nbor(-1)) if token.i > sentence.start else None
            holders = (told,) if told is not None else ()
            content = frozenset(other.i for other in sentence if other.i > which.i and not other.is_space)
        found.append(Attribution(Run(token, last, token), "saying", holders, (), content))
    return found


def _own_share(several: list["Token"], token: "Token", speaking: int, sentence: "Span") -> frozenset[int]:
    """Return what is told by one of several: "by his own hand according to the coroner, by another's according to his daughter".

    What stands between the speaker before and this phrase; where the phrase opens its clause, what stands behind it up to the next.
    """
    place = several.index(token)
    doc = sentence.doc
    opens = (
        token.i == sentence.start or doc[token.i - 1].lower_ in {"and", "but", "while"} or doc[token.i - 1].text == ";"
    )
    if opens and speaking + 1 < sentence.end and doc[speaking + 1].text == ",":
        stop = several[place + 1].i if place + 1 < len(several) else sentence.end
        share = [other for other in doc[speaking + 2 : stop] if not other.is_space]
        while share and (share[-1].is_punct or share[-1].lower_ in {"and", "but", "while"}):
            share.pop()
    else:
        last = several[place - 1].right_edge.i if place else sentence.start - 1
        commas = [other.i for other in doc[last + 1 : token.i] if other.text in {",", ";"}] if place else []
        start = commas[0] + 1 if commas else last + 1
        share = [other for other in doc[start : token.i] if not other.is_space]
        while share and share[-1].is_punct:
            share.pop()
        while share and (share[0].is_punct or share[0].lower_ in {"and", "but", "while"}):
            share.pop(0)
    return frozenset(other.i for other in share)


def _could_tell(heads: list["Token"], parties: Parties) -> bool:
    """Say whether what stands after "per" can say anything: a name, a person or a paper."""
    return any(
        (party := parties.of(head)) is not None and (party.name is not None or party.role != "party") for head in heads
    )


def _governor(token: "Token", sentence: "Span") -> "Token":
    """Return the verb whose clause "according to" speaks of: all of the sentence where it stands at its end after a comma."""
    governor = token.head
    while governor.pos_ in {"NOUN", "PROPN", "PRON"} and governor.dep_ in {
        "nsubj",
        "nsubjpass",
        "appos",
        "compound",
        "conj",
    }:
        governor = governor.head
    last = list(token.subtree)[-1]
    ends = all(other.is_punct for other in sentence.doc[last.i + 1 : sentence.end])
    if ends and token.i > sentence.start and token.nbor(-1).text == ",":
        return sentence.root if sentence.root.i != token.i else governor
    return governor


_RULES = words(
    "convention conventions method methods procedure procedures formula scale criteria instructions norm norms standards rules schedule timetable"
)


def _is_plan(head: "Token") -> bool:
    if head.lower_ in _RULES:
        return True  # "rounded according to the convention set out in Annex B"
    return head.lower_ in {
        "plan",
        "schedule",
        "rules",
        "custom",
        "law",
        "size",
        "weight",
        "need",
        "age",
        "taste",
    } and not list(head.children)


def _begins(token: "Token", sentence: "Span") -> bool:
    return token.i == sentence.start or token.nbor(-1).is_punct


def _nearest(content: frozenset[int], token: "Token", sentence: "Span", last: int) -> frozenset[int]:
    """Keep the part of a content on the token's side of a semicolon, a dash or a colon."""
    walls = [
        other.i
        for other in sentence
        if other.text in {";", "–", "—", "--"} or (other.text == ":" and other.i < token.i)
    ]
    low = max((wall for wall in walls if wall < token.i), default=-1)
    high = min((wall for wall in walls if wall > token.i), default=sentence.end)
    kept = frozenset(index for index in content if low < index < high) - _bracketed(last, sentence)
    if len(kept) > 2:
        return kept
    # "According to the forwarder the truck left": without a comma the parser hangs the clause on the phrase.
    return frozenset(other.i for other in sentence if last < other.i < high and not other.is_space) - _bracketed(
        last, sentence
    )


def _bracketed(last: int, sentence: "Span") -> frozenset[int]:
    """Return the words in brackets right behind a speaker: "according to Lena (so take it with a pinch of salt), …"."""
    doc = sentence.doc
    if last + 1 >= sentence.end or doc[last + 1].text != "(":
        return frozenset()
    stop = next((token.i for token in doc[last + 1 : sentence.end] if token.text == ")"), last)
    return frozenset(range(last + 1, stop + 1))


def _views(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "in the view of our experts, …", "in Feldt's view, …", "is of the view that …"."""
    found = []
    for noun in sentence:
        if noun.dep_ != "pobj" or noun.lower_ not in _SEEN_BY:
            continue
        prep = noun.head
        clauses = [
            acl for acl in tree.children(noun, "acl", "ccomp") if tree.children(acl, "mark", "nsubj", "nsubjpass")
        ]
        if prep.lower_ == "of" and clauses and prep.head.lemma_ == "be":
            heads, content = tree.subject_heads(prep.head), tree.subtree(clauses[0])
        elif prep.lower_ in {"in", "by", "on", "to", "from"} and prep.head.i != prep.i:
            owners = [owner for owner in tree.children(noun, "poss") if owner.lower_ not in _OWN]
            heads = owners or tree.objects_of(noun, "of")
            if not heads and prep.lower_ == "in" and prep.i == sentence.start:
                heads = [
                    owner for owner in tree.children(noun, "poss") if owner.lower_ in {"their", "his", "her", "its"}
                ]
            if not heads and any(child.lower_ == "own" for child in noun.children):
                heads = tree.children(prep.head, "nsubj")  # "By his own account, Dolan carried the cash"
            apart = prep.i == sentence.start or prep.nbor(-1).is_punct
            if prep.lower_ not in {"in", "by"} and not (apart and noun.lower_ in _BY_HIS):
                continue  # "relied on the evidence of Mr Holt"
            content = _in_his_words(noun, sentence) or tree.subtree(prep.head) - tree.subtree(prep)
        else:
            continue
        holders = tuple(
            parties.party(each, role="pronoun", name=None) if each.tag_ == "PRP$" else party
            for head in heads
            for each in tree.conjuncts(head)
            if (party := parties.of(each))
        )
        if holders and content:
            found.append(Attribution(Run(prep, noun, prep), "believing", holders, (), content))
    return found


def _in_his_words(noun: "Token", sentence: "Span") -> frozenset[int]:
    """Return the quotation that follows "in the words of a former clerk,"; the sentence around it is the writer's."""
    if noun.lower_ not in {"words", "phrase"}:
        return frozenset()
    marks = [token.i for token in sentence if token.text == '"' and token.i > noun.i]
    return frozenset(range(marks[0] + 1, marks[1])) if len(marks) > 1 else frozenset()


_BY_HIS = words(
    "account telling version evidence case figures theory reckoning estimate estimation mind recollection admission reading understanding"
)
_SEEN_BY = cues.VIEWS | _BY_HIS
_OWN = frozenset({"its", "their", "his", "her", "this", "that", "my", "our", "your"})


def _states(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "is convinced that …", "are worried that …"."""
    found = []
    for state in sentence:
        if state.lower_ == "known" and state.head.lemma_ == "let":
            found.extend(_let_known(state, sentence, parties))
        elif state.lower_ in {"clear", "plain"} and state.head.lemma_ == "make":
            aside = state.head.dep_ == "advcl" and state.head.head.lemma_.lower() not in cues.SAYING
            found.extend([] if aside else _made_clear(state, parties))
        elif state.lower_ in cues.STATES and state.pos_ in {"ADJ", "VERB"} and state.head.lemma_ != "make":
            found.extend(_of_mind(state, sentence, parties))  # not "made sure that the hatch was shut"
    return found


def _of_mind(state: "Token", sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return who "is convinced that …", "is satisfied beyond doubt that …"."""
    clauses = [
        each for each in tree.children(state, "ccomp", "advcl") if tree.children(each, "nsubj", "nsubjpass", "expl")
    ]
    if not clauses and state.head.lemma_ in {"be", "feel", "remain", "seem"}:
        clauses = [each for each in tree.children(state.head, "ccomp") if each.i > state.i]
    clauses = clauses or _beyond(state)
    if clauses and any(mark.lower_ in {"because", "when", "if"} for mark in tree.children(clauses[0], "mark")):
        return []
    lost = state.i + 1 < sentence.end and state.nbor().lower_ in {"beyond", "on", "to", "of"}
    content = tree.subtree(clauses[0]) if clauses else after_that(state, sentence) if lost else frozenset[int]()
    governor = state if tree.children(state, "nsubj", "nsubjpass") else state.head
    heads = [head for head in tree.subject_heads(governor) if head.lower_ not in {"it", "there"}]
    wanted = state.lower_ in {"sure", "certain"} and any(aux.tag_ == "TO" for aux in tree.children(governor, "aux"))
    polite = state.lower_ == "afraid" and any(head.lower_ in {"i", "we"} for head in heads)
    if not content or wanted or polite:
        return []  # "wanted to be sure that"; "I am afraid it is late" fears nothing
    holders = tuple(party for head in heads if (party := parties.of(head)))
    negated = tree.is_negated(governor) != (state.lower_ in cues.DOUBTING)
    return [Attribution(Run(state, state, state), "believing", holders, (), content, negated=negated)]


def _beyond(state: "Token") -> list["Token"]:
    """Return the clause behind "beyond reasonable doubt": the parser hangs it on the doubt."""
    nouns = tree.objects_of(state, "beyond", "to", "of")
    clauses = [each for noun in nouns for each in tree.children(noun, "acl", "ccomp")]
    return [each for each in clauses if tree.children(each, "nsubj", "nsubjpass", "expl")]


def _let_known(known: "Token", sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "has let it be known that …"."""
    holders = tuple(party for head in tree.subject_heads(known.head) if (party := parties.of(head)))
    content = after_that(known, sentence)
    return [Attribution(Run(known, known, known), "saying", holders, (), content)] if holders and content else []


_INNER = cues.SAYING | cues.BELIEVING | {"know", "find"}


def _what(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "what we think is that …": the subject of the inner verb holds it."""
    found = []
    for verb in sentence:
        if (
            verb.dep_ not in {"csubj", "nsubj", "csubjpass"}
            or verb.lemma_.lower() not in _INNER
            or tree.is_negated(verb)
        ):
            continue
        force = "believing" if verb.lemma_.lower() in cues.BELIEVING else "saying"
        main = verb.head
        if main.lemma_ != "be":
            continue
        if not any(child.lower_ == "what" for child in verb.subtree):
            continue
        clauses = [each for each in tree.children(main, "ccomp") if each.i > main.i]
        heads = tree.children(verb, "nsubj")
        holders = tuple(party for head in heads[-1:] if head.lower_ != "what" and (party := parties.of(head)))
        if clauses and holders:
            found.append(Attribution(Run(verb, verb, verb), force, holders, (), tree.subtree(clauses[0])))
    return found


def _made_clear(state: "Token", parties: Parties) -> list[Attribution]:
    """Return "wishes to make clear that …"; a thing that makes something clear speaks for nobody."""
    clauses = tree.children(state, "ccomp", "csubj", "advcl") or [
        each for each in tree.children(state.head, "ccomp") if each.i > state.i
    ]
    clauses = [each for each in clauses if any(mark.lower_ == "that" for mark in tree.children(each, "mark"))]
    heads = [
        head for head in tree.subject_heads(state.head) if head.lower_ not in {"it", "this", "that", "which", "there"}
    ]
    holders = tuple(party for head in heads if (party := parties.of(head)))
    cue = Run(state, state, state)
    return [Attribution(cue, "saying", holders, (), tree.subtree(each)) for each in clauses[:1] if holders]


def _labelled(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "Oleg: price is final." and "Sources: plant to close": a name, or a speaker's word, and a colon."""
    colon = next((token for token in sentence if token.text == ":"), None)
    if colon is None or not 1 <= colon.i - sentence.start <= 6 or sentence.end - colon.i < 3:
        return []
    first = sentence[0]
    label = sentence.doc[first.i : colon.i]
    capitals = label.text.isupper() and len(label.text) > 2  # MR. OSEI: as transcripts print who speaks
    if any(token.lower_ in _LABELS for token in label):
        return []
    if not capitals and any(token.pos_ in {"VERB", "AUX"} or token.is_punct for token in label):
        return []
    name = parties.name_of(label[-1])
    spoken = capitals or any(token.lower_ in _SPEAKING_LABELS for token in label)
    if not spoken and not parties.news:
        return []  # "Lena: can you call them?" greets Lena; who speaks in a talk is told by its labels
    if not spoken and (name is None or name.kind not in {"person", "unknown"} or not _covers(parties, label)):
        return []
    content = frozenset(token.i for token in sentence if token.i > colon.i and not token.is_space)
    has_verb = any(token.pos_ in {"VERB", "AUX"} for token in sentence if token.i > colon.i)
    holder = parties.of(label.root)
    if holder is None and capitals:
        holder = parties.party(label[-1], role="party", name=name)
    if holder is None or not has_verb:
        return []
    return [Attribution(Run(colon, colon, colon), "saying", (holder,), (), content)]


def _quoted_after_colon(sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "One captain laughed at the idea: "…"", whatever the verb is; the subject before the colon speaks."""
    colons = [
        token for token in sentence if token.text == ":" and token.i + 1 < sentence.end and token.nbor().text == '"'
    ]
    if not colons or any(token.text == '"' for token in sentence.doc[sentence.start : colons[0].i]):
        return []
    colon = colons[0]
    verbs = [
        token
        for token in sentence
        if token.i < colon.i and token.pos_ == "VERB" and token.dep_ in {"ROOT", "ccomp", "dep"}
    ]
    if (
        not verbs
        or colon.nbor(-1).lemma_.lower() in cues.SAYING
        or verbs[0].lemma_.lower() in cues.SAYING | cues.SHOWING | cues.ASKING
    ):
        return []  # read with its verb
    holders = tuple(
        party
        for head in tree.subject_heads(verbs[0])
        if (party := parties.of(head)) and head.lower_ not in {"it", "there", "that", "this"}
    )
    content = frozenset(token.i for token in sentence if token.i > colon.i and token.text != '"')
    return [Attribution(Run(colon, colon, colon), "saying", holders, (), content)] if holders else []


def _covers(parties: Parties, label: "Span") -> bool:
    """Say whether the label is a name and nothing else."""
    return all(parties.name_of(token) is not None for token in label)
