"""A sentence whose parse broke goes in; cues with a clause or a quotation after them come out with the words around them.

By surface only: "Analysts at Kestrel reckon Quantel shipped …", "A commenter below points out that …", "Hanne's note says "…"".
Reads cues that the parse did not place, so that a sentence that was read rightly is left alone.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _cues as cues
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._acts import is_abstract, is_act
from clew.extract.prose.en._attributed import Attribution
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._nouns import HEARSAY
from clew.extract.prose.en._tree import Run

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

# Forms that are a verb whatever the tagger says, where a speaker stands before and a clause after.
_FORMS = re.compile(
    r"(?:say|think|believe|insist|argue|warn|suspect|claim|allege|reckon|write|contend|maintain|suggest|note|report|reveal|indicate|show|"
    r"point|fear|estimate|forecast|predict|caution|deny|dispute|state|testify|confirm|admit|add|explain|assert|swear|hint|"
    r"conclude|acknowledge|concede|complain|recall|accuse|announce|declare|disclose|stress|doubt|assume|understand|hear)s?"
    r"|(?:denie|testifie)[sd]|(?:said|thought|told|wrote|swore|heard|understood|"
    r"(?:believ|accus|argu|alleg|conced|not|acknowledg|announc|declar|disclos|indicat|stat|conclud|estimat|caution|assum)ed|"
    r"(?:insist|warn|suspect|claim|reckon|contend|maintain|suggest|report|reveal|show|point|fear|predict|dispute|confirm|admitt|add|explain|assert|"
    r"hint|complain|recall|stress|doubt)e?d)"
)
_LONGEST = 16  # tokens of a speaker
_CLAUSE_HEADS = words(
    "everyone everybody nothing something someone somebody what when if the a an he she it they we i you this these those his her their its our my your there nobody no all both most some many"
)
_BEFORE = frozenset({",", ";", ":", "–", "—", "--", '"'})
_JOINING = words("and but while whereas although though as when because that whether if where since")
_GROUPS = words("some many most all both another others these those everybody everyone")
_SHOWN = words("this that each either neither")
_VERBAL = frozenset({"undersigned", "accused", "deceased", "injured"})  # nouns, whatever the tagger says
_ENDING = frozenset({"ADP", "VERB", "AUX", "PUNCT", "SCONJ", "PART"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def surface(sentence: "Span", parties: Parties, placed: frozenset[int]) -> list[Attribution]:
    """Return the attributions that stand plainly in the words and that the parse did not place."""
    found: list[Attribution] = []
    for token in sentence[1:]:
        capital = token.text[:1].isupper() or token.nbor(-1).lower_ == "to"
        if (
            capital
            or token.i in placed
            or not _FORMS.fullmatch(token.lower_)
            or tree.is_which(token)
            or is_act(token, token.lemma_.lower(), tree.children(token, "dobj"))
            or any(token.i in each.content for each in found)
        ):
            continue
        start = (
            _content_start(token, sentence) if token.lemma_.lower() != "accuse" else _accusation_start(token, sentence)
        )
        holder = _speaker(token, sentence, parties) if start is not None else None
        if start is None or holder is None or (token.lower_ == "heard" and holder.run.head.lower_ in cues.NO_CHANNEL):
            continue
        if is_abstract(holder.run.head.lower_) and holder.role == "party" and holder.name is None:
            continue
        content = _content(start, sentence)
        if (
            token.lemma_ != "tell"
            and tree.children(token, "dobj")
            and not tree.children(token, "ccomp")
            and _is_list(start, sentence)
        ):
            continue
        plain = token.lemma_.lower() != "accuse" and sentence.doc[start - 1].text != '"'
        if plain and not _has_verb(content, sentence):
            continue
        lemma = token.lemma_.lower()
        known = lemma if lemma in cues.BELIEVING or lemma in cues.DENYING else token.lower_.removesuffix("s")
        force = "denying" if known in cues.DENYING else "believing" if known in cues.BELIEVING else "saying"
        found.append(Attribution(Run(token, token, token), force, (holder,), (), content))
    return found


def _is_list(start: int, sentence: "Span") -> bool:
    """Say whether a comma stands before the first verb behind a cue: "It adds a mile, saves ten minutes"."""
    for token in sentence.doc[start : sentence.end]:
        if token.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
            return False
        if token.text == ",":
            return True
    return False


def _content_start(cue: "Token", sentence: "Span") -> int | None:
    """Return where what is said begins: after "that", inside a quotation, or at the subject of a clause."""
    place = cue.i + 1
    if place < sentence.end and sentence.doc[place].lower_ in {"out", "on"}:
        place += 1
    ahead = next(
        (step for step in range(3) if place + step < sentence.end and sentence.doc[place + step].lower_ == "that"), 0
    )
    if not ahead and sentence.doc[min(place, sentence.end - 1)].pos_ in {"ADV", "ADJ"}:
        ahead = int(
            place + 1 < sentence.end and sentence.doc[place + 1].lower_ in _CLAUSE_HEADS
        )  # "swears blind there were"
    if all(token.pos_ in {"ADV", "ADJ"} for token in sentence.doc[place : place + ahead]):
        place += ahead  # "swears blind that"
    if place + 2 >= sentence.end:
        return None
    word = sentence.doc[place]
    if cue.lemma_ == "tell" and word.lower_ in {"no", "nobody"}:
        return None  # "told no one where he had been"
    if word.lower_ == "that" and sentence.doc[place + 1].text != ",":
        return place + 1
    if word.text in {":", ","} and sentence.doc[place + 1].text == '"':
        return place + 2
    if word.text == '"':
        return place + 1
    subject = word.lower_ in _CLAUSE_HEADS or word.pos_ == "PROPN"
    return place if subject and not tree.children(cue, "det", "amod", "poss", "nummod") else None


def _accusation_start(cue: "Token", sentence: "Span") -> int | None:
    """Return where an accusation begins: "lawmakers accuse Aark of steering contracts"."""
    for token in sentence.doc[cue.i + 2 : min(cue.i + 9, sentence.end - 1)]:
        if token.lower_ == "of" and token.nbor().lower_.endswith("ing"):
            return token.i + 1
        if token.is_punct:
            return None
    return None


def _content(start: int, sentence: "Span") -> frozenset[int]:
    stop = sentence.end
    quoted = sentence.doc[start - 1].text == '"'
    for token in sentence.doc[start : sentence.end]:
        if token.text == ";" or (quoted and token.text == '"'):
            stop = token.i
            break
    return frozenset(token.i for token in sentence.doc[start:stop] if not token.is_space and token.text != '"')


def _has_verb(content: frozenset[int], sentence: "Span") -> bool:
    doc = sentence.doc
    return any(doc[index].tag_ in {"VBD", "VBZ", "VBP", "MD"} for index in content)


def _speaker(cue: "Token", sentence: "Span", parties: Parties) -> Party | None:
    """Return the noun phrase before a cue, from the head of its clause: "A commenter below", "Sources close to the family"."""
    doc, place = sentence.doc, cue.i - 1
    while place >= sentence.start and doc[place].pos_ == "ADV":
        place -= 1  # "have separately", "widely"
    last = place
    while place >= sentence.start and cue.i - place <= _LONGEST:
        if doc[place].text in _BEFORE or (doc[place].lower_ in _JOINING and place < last):
            break
        place -= 1
    if any(
        token.lower_ in {"if", "whether", "unless", "soon", "once"}
        for token in doc[max(sentence.start, place - 2) : place + 1]
    ):
        return None  # "if you believe the minister", "if he and Lena think so"
    run = [token for token in doc[place + 1 : last + 1] if not token.is_space]
    return party_of(run, parties) if run else _carried(cue, sentence, parties)


def _carried(cue: "Token", sentence: "Span", parties: Parties) -> Party | None:
    """Return the subject of the sentence for a second verb of it: "would not be drawn, but noted lead times …"."""
    before = sentence.doc[cue.i - 1]
    if before.lower_ not in {"and", "but"} or cue.tag_ == "VBG" or cue.lower_.endswith("ing"):
        return None
    main = sentence.root
    heads = tree.subject_heads(main) if main.i < cue.i and main.pos_ in {"VERB", "AUX"} else []
    return parties.of(heads[0]) if len(heads) == 1 and heads[0].i < cue.i else None


def party_of(run: list["Token"], parties: Parties) -> Party | None:
    """Return the party of a run of words that is one noun phrase; None where it holds a verb of its own or no noun."""
    while run and (run[0].pos_ in {"ADV", "INTJ", "CCONJ"} or run[0].is_punct):
        run = run[1:]
    if not run or len(run) > _LONGEST or run[0].pos_ in {"ADP", "SCONJ"}:
        return None
    if any(_is_finite(token) or token.dep_ == "neg" for token in run) or run[0].tag_ in {"VBG", "VBN", "VB"}:
        return None
    if run[-1].tag_ in {"DT", "IN", "CC", "PRP$"} and len(run) > 1:
        return None
    base: list[Token] = []
    for token in run:
        if (
            token.pos_ in _ENDING
            and token.lower_ not in _VERBAL
            and base
            and token.lower_ not in {"'s", "’s"}
            and token.tag_ != "POS"
        ):
            break
        base.append(token)
    nouns = [token for token in base if token.pos_ in _NOUNS or token.lower_ in _GROUPS | _VERBAL or len(base) == 1]
    if (
        not nouns
        or any(token.lower_ in HEARSAY for token in base[-2:])
        or (nouns[-1].pos_ == "PRON" and len(run) > 1)
        or (len(run) == 1 and run[0].tag_ in {"DT", "PRP$"} and run[0].lower_ not in _GROUPS | _SHOWN)
        or nouns[-1].lower_ in {"nobody", "none", "nothing", "there", "which", "who", "whoever", "what", "that"}
    ):
        return None
    head = nouns[-1]
    name = parties.name_of(head)
    whole = parties.spanning(run[0], run[-1], head)
    if name is None or len(base) < len(run):
        return whole
    told = (role for token in reversed(base) if token.pos_ == "NOUN" and (role := parties.role_of_word(token.lower_)))
    role = whole.role if whole.role != "party" or name.kind == "person" else next(told, "party")
    if len(name.text.split()) == 1:
        return replace(whole, name=name, role=role)  # "state news agency Torinfo"
    return parties.party(head, role=role, name=name)


def _is_finite(token: "Token") -> bool:
    """Say whether a word is a verb of its own; "interviewed for this report" only tells which ones, whatever the tagger says."""
    if token.tag_ not in {"VBD", "VBZ", "VBP", "MD"}:
        return False
    return (
        token.tag_ != "VBD"
        or not token.lower_.endswith("ed")
        or token.nbor().pos_ != "ADP"
        or token.i == 0
        or token.nbor(-1).pos_ not in {"NOUN", "PROPN"}
    )
