"""A pronoun goes in; the names it may stand for come out. Always a suggestion: the pronoun's own words stay in the claim.

Right in two of two cases on one article and wrong in two of three on another, so only where one group can be meant.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose._words import words
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._cues import FIRM_NOUNS, HOUSES
from clew.extract.prose.en._holders import Parties, Party
from clew.extract.prose.en._persons import STATE_BODIES

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token


@dataclass(frozen=True, slots=True)
class Earlier:
    """What came before a sentence on its page."""

    sentence: "tuple[Span, Parties] | None" = None  # the one before, with its parties
    adjacent: bool = False  # nothing unread stands between
    speakers: tuple[Party, ...] = ()  # who spoke in it
    last_speakers: tuple[Party, ...] = ()  # who spoke last, in it or before


_DAYS = words("mon tue tues wed weds thu thur thurs fri sat sun")  # taken for names where a note begins with one
_SINGULAR = frozenset({"he", "she", "him", "her", "his"})
_PLURAL, _FIRM = frozenset({"they", "them", "their"}), frozenset({"it"})


def antecedents(
    pronoun: "Token",
    sentence: "Span",
    parties: Parties,
    *,
    before: "tuple[Span, Parties] | None",
    holders: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Return the parties a pronoun may stand for, none where more than one group can be meant.

    Args:
        pronoun: he, she, they or it.
        sentence: the sentence it stands in.
        parties: makes parties of that sentence's nouns.
        before: the sentence before on the same page, with its parties.
        holders: who says the clause the pronoun stands in; "it" is the firm that speaks, or nobody.
    """
    if pronoun.lower_ in {"its", "whose"}:
        return _house(pronoun, sentence, parties, before=before, holders=holders)
    if pronoun.lower_ in _FIRM:
        firms = [party for party in holders if party.name is not None and party.name.kind == "organization"]
        return tuple(firms) if len(firms) == len(holders) == 1 else ()
    if pronoun.lower_ not in _SINGULAR | _PLURAL:
        return ()
    plural = pronoun.lower_ in _PLURAL
    here = _groups(sentence, parties, until=pronoun.i)
    if not here and before is not None:
        here = [] if not plural and _is_of_another(*before) else _groups(*before, until=before[0].end)
    if not plural:
        here = [group for group in here if len(group) > 1 or not _is_other(pronoun.lower_, group[0])]
    fitting = [group for group in here if (len(group) > 1) == plural]
    alone = len(fitting) == 1 and (plural or len(here) == 1)
    return tuple(fitting[0]) if alone else ()


def _is_of_another(span: "Span", parties: Parties) -> bool:
    """Say whether the subject of a sentence is a person without a name: "he" in the next is more likely that one than a name in it."""
    subjects = [child for child in tree.children(span.root, "nsubj", "nsubjpass") if child.pos_ == "NOUN"]
    if (
        span.root.tag_ == "VBN" and span.root.i == span.start
    ):  # "Asked whether he had met Vale, the former minister paused"
        subjects = [
            token for token in span if token.dep_ == "nsubj" and token.pos_ == "NOUN" and parties.is_person(token)
        ]
    return (
        bool(subjects)
        and parties.name_of(subjects[0]) is None
        and parties.is_person(subjects[0])
        and not tree.children(subjects[0], "appos")
    )


def _house(
    pronoun: "Token",
    sentence: "Span",
    parties: Parties,
    *,
    before: "tuple[Span, Parties] | None",
    holders: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Return whose "its director" is: the noun that "whose" tells of; the firm that speaks; the one firm told of before, or the subject."""
    if pronoun.lower_ == "whose":
        above = pronoun
        while above.dep_ != "relcl" and above.head.i != above.i:
            above = above.head
        party = parties.of(above.head) if above.dep_ == "relcl" else None
        return (party,) if party is not None else ()
    firms = [party for party in holders if party.name is not None and party.name.kind == "organization"]
    if len(firms) == len(holders) == 1:
        return tuple(firms)
    here = _houses(sentence, parties, until=pronoun.i)
    if not here and before is not None:
        here = _houses(*before, until=before[0].end)
    if len(here) > 1:
        here = {text: party for text, party in here.items() if party.run.head.dep_ in {"nsubj", "nsubjpass"}}
    return tuple(here.values()) if len(here) == 1 else ()


def _houses(sentence: "Span", parties: Parties, *, until: int) -> dict[str, Party]:
    """Return the firms and bodies before a token, by their words."""
    found: dict[str, Party] = {}
    for token in sentence:
        if (
            token.i >= until
            or token.pos_ not in {"NOUN", "PROPN"}
            or token.dep_ in {"compound", "poss", "appos", "nmod"}
        ):
            continue
        name = parties.name_of(token)
        house = name.kind == "organization" if name is not None else token.lower_ in HOUSES
        party = parties.of(token) if house else None
        if party is not None:
            found.setdefault(party.text, party)
    return found


def _groups(sentence: "Span", parties: Parties, *, until: int) -> list[list[Party]]:
    """Return the named persons before a token, those joined by "and" together; the same name again is no new group."""
    groups: dict[tuple[str, ...], list[Party]] = {}
    for token in sentence:
        if token.i >= until or token.dep_ == "conj" or not _is_person(token, parties):
            continue
        members = [party for noun in tree.conjuncts(token) if _is_person(noun, parties) and (party := parties.of(noun))]
        groups.setdefault(tuple(party.text for party in members), members)
    return list(groups.values())


def _is_person(token: "Token", parties: Parties) -> bool:
    """Say whether a token is the head of a person's name: the one that hangs on no other part of it."""
    name = parties.name_of(token)
    return (
        name is not None and name.kind == "person" and (token.head.i == token.i or parties.name_of(token.head) != name)
    )


def speaker_meant(
    pronoun: "Token", sentence: "Span", parties: Parties, before: Earlier, *, told: frozenset[int] = frozenset()
) -> tuple[Party, ...]:
    """Return the speaker a speaking pronoun may stand for: one person of the sentence, else who spoke last; or none.

    Not somebody in what he tells: in "The ministry, it adds, knew" the ministry is told of.
    """
    word = pronoun.lower_
    here = [
        party
        for token in sentence
        if token.i < pronoun.i
        and token.i not in told
        and token.dep_ in {"nsubj", "nsubjpass"}
        and (party := parties.of(token)) is not None
        if party.role != "pronoun" and _fits(word, token, party) and token.lower_ not in _DAYS
    ]
    if len({party.text for party in here}) == 1:
        return tuple(here[:1])
    if before.sentence is not None and before.adjacent and word in _SINGULAR and _is_of_another(*before.sentence):
        return ()
    earlier = [party for party in before.last_speakers if _fits(word, party.run.head, party)]
    alone = len({party.text for party in earlier}) == 1 and len({party.text for party in before.last_speakers}) == 1
    return tuple(earlier[:1]) if alone and not here else ()


def nearest(pronoun: "Token", sentence: "Span", parties: Parties, before: Earlier) -> Party | None:
    """Return the nearest subject before a speaking pronoun that it may stand for: a guess at its role, never at its name."""
    spans = [(sentence, parties, pronoun.i)]
    if before.sentence is not None and before.adjacent:
        spans.append((*before.sentence, before.sentence[0].end))
    for span, makers, until in spans:
        for number, places in enumerate(
            (_SUBJECTS, _OBJECTS, _OBJECTS)
        ):  # "The regulator opened an inquiry. It says …": the regulator
            for token in reversed(span):
                if token.i >= until or token.dep_ not in places:
                    continue
                party = makers.of(token)
                if party is not None and party.role == "document" and number == 1:
                    continue  # a person or a house among the objects before a paper
                if party is not None and party.role == "document" and token.dep_ == "pobj" and span is sentence:
                    continue  # "In a response, reproduced in the annex, it disputed …": no annex disputes
                if party is not None and party.role != "pronoun" and _fits(pronoun.lower_, token, party):
                    return party
    return next(
        (party for party in reversed(before.last_speakers) if _fits(pronoun.lower_, party.run.head, party)), None
    )


_SUBJECTS, _OBJECTS = frozenset({"nsubj", "nsubjpass"}), frozenset({"pobj", "dobj"})
_BODIES_MEANT = words(
    "agency service body department office force unit board regulator watchdog authority bureau organisation organization"
)


def body_meant(head: "Token", sentence: "Span", parties: Parties, before: Earlier) -> Party | None:
    """Return the body that "the agency", "the service" stands for: the nearest before it that is more than a party."""
    plain = [child.lower_ for child in head.children if child.i < head.i] == ["the"]
    if head.lower_ not in _BODIES_MEANT or not plain:
        return None
    spans = [(sentence, parties, head.i)]
    if before.sentence is not None and before.adjacent:
        spans.append((*before.sentence, before.sentence[0].end))
    for span, makers, until in spans:
        for token in reversed(span[: until - span.start]):
            if token.dep_ not in {"nsubj", "nsubjpass", "pobj", "dobj"} or token.lower_ in _BODIES_MEANT:
                continue
            party = makers.of(token)
            if party is not None and party.role in {"official", "institution", "publisher"} and token.tag_ != "NNPS":
                return party
    return None


def _fits(word: str, head: "Token", party: Party) -> bool:
    kind = party.name.kind if party.name is not None else ""
    plural = head.tag_ in {"NNS", "NNPS"} or head.pos_ == "NUM"
    house_of_state = head.lower_ in STATE_BODIES
    person = kind == "person" or (
        not kind and not plural and not house_of_state and party.role in {"official", "expert", "source"}
    )
    person = person or (not kind and not plural and head.lower_ in _PEOPLE)
    if word in _SINGULAR:
        return person and not _is_other(word, party)
    if word in _PLURAL:
        return plural and kind != "organization"
    if word in _FIRM:
        house = kind == "organization" or house_of_state or party.role in {"institution", "publisher", "document"}
        return (house or head.lower_ in FIRM_NOUNS) and not plural and not person
    return False


def _is_other(pronoun: str, party: Party) -> bool:
    """Say whether the words for a person, or the title before them, say that "he", or "she", is somebody else; most say nothing."""
    title = party.run.first.nbor(-1).text if party.run.first.i else ""
    return (_OF_A_WOMAN if pronoun in {"he", "him"} else _OF_A_MAN).search(f"{title} {party.text}") is not None


_OF_A_WOMAN = re.compile(
    r"\b(?:Mrs|Ms|Miss|Madam|Lady|Baroness)\b|(?i:\b(?:[a-z]*woman|wife|widow|mother|daughter|sister|actress)\b)|(?:ova|eva|skaya|ovna|evna|ichna)$"
)
# A woman may bear "Petrov" outside Russia; a patronymic is a man's.
_OF_A_MAN = re.compile(
    r"\b(?:Mr|Sir|Lord|Baron)\b|(?i:\b(?:spokesman|chairman|businessman|policeman|husband|widower|father|son|brother)\b)|\b\w+(?:ovich|evich)\b"
)
_PEOPLE = words(
    "spokesman spokeswoman spokesperson lawyer minister president director manager diplomat neighbour neighbor guard employee engineer clerk "
    "executive owner broker trader man woman chairman chairwoman judge governor mayor senator mp prosecutor officer colleague partner boss "
    "official expert analyst professor witness captain driver accountant"
)
