"""A sentence whose parse broke goes in; cues between commas or at its end come out with the words beside them.

By surface only: ", two officials say," and "…, register entries show." hold the rest of the sentence. Reads cues that
the parse did not place, so a sentence that was read rightly is left alone.
"""

import re
from dataclasses import replace
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

_FORMS = re.compile(
    r"(?:say|says|said|states|stated|show|shows|showed|suggest|suggests|suggested|indicate|indicates|indicated|reveal|reveals|revealed|report|reports|"
    r"reported|believe|believes|believed|claim|claims|claimed|allege|alleges|alleged|note|notes|noted|add|adds|added|continue|"
    r"continued|continues|explain|explains|explained|recall|recalled|recalls|testified|insist|insists|insisted|warn|warned|warns|"
    r"argue|argues|argued|write|writes|wrote|think|thinks|thought|suspect|suspects|acknowledged|admitted|conceded|confirmed|agree|agrees|agreed|"
    r"complained|promised|remember|remembers|remembered|guess|suppose|fear|fears|feared|maintain|maintains|maintained|contend|contends|contended|swear|swears|swore|predict|predicts|predicted|announced|declared|stressed|stresses|joked|lamented|testifies|assert|asserts|asserted|concludes|concluded|caution|cautioned|cautions|estimate|estimates|reckon|reckons|hear|understand|tell|tells|told)"
)
# Cues that hold a thing and what it is called, never a whole sentence beside them.
_NO_ASIDE = words(
    "call charge name identify describe rate price peg brand label dub portray cite list record accuse suspect blame attribute ascribe brief "
    "depose forward relay convey publish submit notify inform advise assure remind express voice characterise characterize denounce condemn"
)
_SPOKEN = cues.SAYING | cues.BELIEVING
_LONGEST = 14  # tokens of a speaker


def parenthetical(sentence: "Span", parties: Parties, placed: frozenset[int]) -> list[Attribution]:
    """Return the attributions that stand apart from the sentence and that the parse did not place."""
    found = []
    for token in sentence:
        if token.i in placed or not _is_form(token) or tree.ends_in_colon(token):
            continue
        aside = _inverted_aside(token, sentence, parties) or _inverted_end(token, sentence, parties)
        if aside is not None:
            found.append(aside)
            continue
        before = _speaker_before(token, sentence)
        if before is None and token.i - sentence.start in range(2, 5) and token.nbor(-1).text == ",":
            found.extend(_inverted(token, sentence, parties))
            continue
        told = _addressee(token, sentence, parties)
        end = token.nbor() if _is_made_plain(token) else token
        after = end.i + 1 >= sentence.end or end.nbor().text in {",", ".", '"', ";", "?", "!", ":"}
        if before is None or not (after or told or _closes(token, sentence)):
            continue
        head, first = before
        run = [each for each in sentence.doc[first.i : token.i] if each.lower_ not in {"has", "have", "had"}]
        holder = (None if any(each.text == "," for each in run) else party_of(run, parties)) or parties.of(head)
        if (
            holder is None
            or holder.run.head.lower_ in {"nothing", "anything", "something"}
            or token.nbor(-1).lower_ == "to"
        ):
            continue
        if holder.name is None and any(each.lower_ in {"who", "that"} for each in run):
            holder = parties.spanning(first, token.nbor(-1), head)
        last = told.run.last.i if told is not None else end.i
        last = sentence.end if not after and told is None else last
        content = frozenset(other.i for other in sentence if not first.i <= other.i <= last and not other.is_space)
        content = _beside(content, first, token, sentence)
        if len(content) < 2:
            continue
        force = "believing" if token.lemma_.lower() in cues.BELIEVING else "saying"
        joined = tuple(party for noun in _joined(head) if (party := parties.of(noun)))
        holders = joined if len(joined) > 1 else (holder,)
        through = (told,) if told is not None and told.role == "publisher" else ()
        found.append(Attribution(Run(token, token, token), force, holders, through, content))
    return found


def _is_made_plain(token: "Token") -> bool:
    """Say whether it is "…, its director made plain."."""
    return (
        token.lower_ == "made" and token.i + 1 < len(token.doc) and token.nbor().lower_ in {"plain", "clear", "known"}
    )


def _is_form(token: "Token") -> bool:
    """Say whether a word has the form of a cue: a listed one whatever the tagger says, else a finite verb of saying."""
    if _is_made_plain(token):
        return True
    if token.text[:1].isupper() or token.lemma_.lower() in _NO_ASIDE:
        return False  # "a State Department spokesman"; "…, the tanker called at Talvik in June."
    if token.pos_ == "NOUN" and token.i and token.nbor(-1).tag_ in {"DT", "PRP$"}:
        return False  # ", to whom I showed your note, "
    finite = token.tag_ in {"VBD", "VBZ", "VBP"} and token.lemma_.lower() in _SPOKEN
    return finite or _FORMS.fullmatch(token.lower_) is not None


def _closes(cue: "Token", sentence: "Span") -> bool:
    """Say whether only when and where it was said follows: ", the governor wrote on Telegram."."""
    rest = []
    for token in sentence.doc[cue.i + 1 : sentence.end]:
        if token.text in {",", ".", ";", '"', "?", "!"}:
            break
        rest.append(token)
    last = all(token.is_punct for token in sentence.doc[cue.i + 1 + len(rest) : sentence.end])
    plain = all(token.pos_ not in {"VERB", "AUX", "SCONJ", "PRON"} for token in rest)
    return (
        bool(rest)
        and last
        and plain
        and len(rest) < 8
        and (rest[0].pos_ in {"ADP", "ADV"} or rest[0].ent_type_ in {"DATE", "TIME"})
    )


def _addressee(cue: "Token", sentence: "Span", parties: Parties) -> Party | None:
    """Return who is told: ", sources in the supply chain tell Turbine Monthly, …"; a clause after it is what is told."""
    if cue.lemma_.lower() != "tell" or cue.i + 1 >= sentence.end:
        return None
    place = cue.i + 1
    while place < sentence.end and sentence.doc[place].text not in {",", ".", ";", '"', ":"} and place - cue.i < 6:
        place += 1
    run = list(sentence.doc[cue.i + 1 : place])
    if place < sentence.end and place - cue.i >= 6:
        return None
    party = parties.of(run[-1]) if run else None
    if party is None or any(token.pos_ in {"VERB", "AUX", "SCONJ"} for token in run):
        return None
    return (
        replace(party, role="publisher")
        if parties.news and party.name is not None and party.name.kind != "person"
        else party
    )


def stands_behind_cue(trigger: "Token", sentence: "Span", parties: Parties, read: frozenset[int]) -> bool:
    """Say whether a word with the form of a cue stands before a relation, whatever the parser took it for.

    "Officials show Li Na, a technician, travelled": read as a noun, the cue holds nothing, and the article would seem to
    say it in its own voice. A noun with its article ("the report") and a verb joined to the relation's own are none.
    """
    for token in sentence:
        if token.i >= trigger.i:
            return False
        if (
            not _FORMS.fullmatch(token.lower_)
            or token.i in read
            or token.i == sentence.start
            or parties.name_of(token) is not None
            or is_as_agreed(token)
        ):
            continue
        noun = token.pos_ in {"NOUN", "PROPN"}
        if noun and (
            _has_article(token) or token.nbor(-1).pos_ == "ADP" or token.nbor().pos_ in {"ADP", "PUNCT", "VERB", "AUX"}
        ):
            continue
        if any(child.i == trigger.i or trigger.is_ancestor(child) for child in token.children if child.dep_ == "conj"):
            continue
        return True
    return False


def is_as_agreed(verb: "Token") -> bool:
    """Say whether it is "as agreed", "as discussed": between writer and reader, so that what follows is the writer's word.

    "As reported", "as alleged" stay cues: there somebody else said it.
    """
    alone = verb.tag_ in {"VBN", "VBD"} and verb.i > 0 and verb.nbor(-1).lower_ == "as"
    return alone and verb.lemma_.lower() in cues.BETWEEN_US and not tree.children(verb, "nsubj", "agent")


def _has_article(token: "Token") -> bool:
    return any(child.dep_ in {"det", "poss", "amod", "nummod"} for child in token.children)


def _inverted(cue: "Token", sentence: "Span", parties: Parties) -> list[Attribution]:
    """Return "Possibly, said Feldt."."""
    subjects = [child for child in cue.children if child.i > cue.i and child.dep_ in {"nsubj", "dobj", "attr", "oprd"}]
    holders = tuple(party for noun in subjects[:1] if (party := parties.of(noun)))
    content = frozenset(range(sentence.start, cue.i - 1))
    return [Attribution(Run(cue, cue, cue), "saying", holders, (), content)] if holders else []


def _inverted_aside(cue: "Token", sentence: "Span", parties: Parties) -> Attribution | None:
    """Return "By the time they came, says Pavlou, who ran the office, half of the files had gone": all but the aside is held."""
    subjects = [child for child in cue.children if child.i > cue.i and child.dep_ in {"nsubj", "dobj"}]
    if (
        cue.i - 1 <= sentence.start
        or cue.nbor(-1).text != ","
        or not subjects
        or cue.nbor().i != subjects[0].left_edge.i
    ):
        return None
    holder, doc = parties.of(subjects[0]), sentence.doc
    if holder is None or tree.children(cue, "ccomp"):
        return None
    stop = holder.run.last.i + 1
    if stop + 1 >= sentence.end or doc[stop].text != ",":
        return None
    if doc[stop + 1].lower_ in {"who", "which", "whose", "a", "an", "the", "his", "her"}:
        comma = next((token.i for token in doc[stop + 1 : sentence.end] if token.text == ","), stop)
        stop = comma if doc[stop + 1].tag_ in {"WP", "WDT", "WP$"} or comma - stop < 8 else stop
    content = frozenset(token.i for token in sentence if not cue.i - 1 <= token.i <= stop and not token.is_space)
    after = [token for token in doc[stop + 1 : sentence.end] if not token.is_punct]
    if len(after) < 2 or not any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in after):
        return None
    force = "believing" if cue.lemma_.lower() in cues.BELIEVING else "saying"
    return Attribution(Run(cue, cue, cue), force, (holder,), (), content)


def _inverted_end(cue: "Token", sentence: "Span", parties: Parties) -> Attribution | None:
    """Return "The engines are tested at Lodz, said an employee who, like others, feared losing his job": all before the comma is held."""
    doc = cue.doc
    if cue.i - 2 <= sentence.start or cue.nbor(-1).text != "," or cue.tag_ not in {"VBD", "VBZ", "VBP"}:
        return None
    run = []
    for token in doc[cue.i + 1 : sentence.end]:
        if token.is_punct or token.tag_ in {"WP", "WDT", "WP$"}:
            break
        run.append(token)
    if not run or len(run) > _LONGEST or run[0].pos_ not in {"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"}:
        return None
    nouns = [token for token in run if token.pos_ in {"NOUN", "PROPN"}]
    content = frozenset(token.i for token in doc[sentence.start : cue.i - 1] if not token.is_space)
    finite = any(doc[index].tag_ in {"VBD", "VBZ", "VBP", "MD"} for index in content)
    sounds = cue.lemma_.lower() in cues.MANNER  # "Hearsay, all of it, snorted the lawyer"
    holder = party_of(run, parties) if nouns and (finite or sounds) else None
    if holder is None or not any(parties.can_speak(noun) for noun in nouns):
        return None
    force = "believing" if cue.lemma_.lower() in cues.BELIEVING else "saying"
    return Attribution(Run(cue, doc[sentence.end - 1], cue), force, (holder,), (), _beside(content, cue, cue, sentence))


def _speaker_before(cue: "Token", sentence: "Span") -> "tuple[Token, Token] | None":
    """Return the head and the first token of the noun phrase between a comma, a quotation mark or a dash and the cue."""
    tokens: list[Token] = []
    place = cue.i - 1
    doc = cue.doc
    while place > sentence.start and (doc[place].lower_ in {"has", "have", "had"} or doc[place].pos_ == "ADV"):
        place -= 1
    if doc[place].text == "," and doc[place - 1].pos_ == "PROPN":
        return _named_between(doc[place], sentence)
    while place >= sentence.start and len(tokens) <= _LONGEST and doc[place].text not in {",", '"', "–", "—", ";", ":"}:
        tokens.insert(0, doc[place])
        place -= 1
    if place < sentence.start or not tokens or len(tokens) > _LONGEST:
        return None
    described = next((number for number, token in enumerate(tokens) if number and token.lower_ in {"who", "that"}), 0)
    if described and _is_described(tokens[described:]):
        tokens = tokens[:described]  # "army technicians who examined the wreckage concluded"
    if any(token.lemma_ == "be" or token.dep_ == "neg" or token.lower_ in {"who", "which"} for token in tokens):
        return None  # "it is said", "Dolan would not say"
    nouns = [token for token in tokens if token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}]
    if not nouns or any(
        token.pos_ == "VERB" and token.dep_ not in {"acl", "relcl", "amod", "compound"} for token in tokens
    ):
        return None
    inside = {token.i for token in tokens}
    heads = [token for token in nouns if token.head.i not in inside or token.head.i == token.i]
    head = next(
        (token for token in heads if token.dep_ in {"nsubj", "nsubjpass", "ROOT", "conj"}), heads[0] if heads else None
    )
    return (head, tokens[0]) if head is not None else None


def _is_described(clause: list["Token"]) -> bool:
    """Say whether a clause with "who" has a verb of its own before the cue, and no more than one."""
    return sum(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in clause) == 1


def _named_between(comma: "Token", sentence: "Span") -> "tuple[Token, Token] | None":
    """Return the name between two commas, and where the phrase it names begins: ", its governor, Mattias Oberlin, told reporters"."""
    doc = comma.doc
    signs = [token.i for token in doc[sentence.start : comma.i] if token.text in {",", ";", '"', "–", "—"}]
    if len(signs) < 2 or comma.i - signs[-1] > 6:
        return None
    name, phrase = doc[signs[-1] + 1 : comma.i], doc[signs[-2] + 1 : signs[-1]]
    if any(token.pos_ in {"VERB", "AUX", "ADP"} for token in name) or len(phrase) > _LONGEST:
        return None
    if any(token.tag_ in {"VBD", "VBZ", "VBP", "MD"} for token in phrase) or not any(
        token.pos_ == "NOUN" for token in phrase
    ):
        return None
    return name[-1], phrase[0]


def _joined(head: "Token") -> list["Token"]:
    return [head, *(child for child in head.children if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"})]


def _beside(content: frozenset[int], first: "Token", cue: "Token", sentence: "Span") -> frozenset[int]:
    """Keep what stands on the same side of a semicolon as the cue."""
    walls = [token.i for token in sentence if token.text == ";" or (token.text == ":" and token.i < first.i)]
    low = max((wall for wall in walls if wall < first.i), default=-1)
    high = min((wall for wall in walls if wall > cue.i), default=sentence.end)
    kept = frozenset(index for index in content if low < index < high)
    return frozenset(index for index in kept if not (sentence.doc[index].is_punct and sentence.doc[index].text != '"'))
