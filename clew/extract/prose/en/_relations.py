"""A parsed sentence goes in; the relations Clew knows come out, as worded. Who holds them is not decided here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose.en import _journeys as journeys
from clew.extract.prose.en import _listings as listings
from clew.extract.prose.en import _meetings as meetings
from clew.extract.prose.en import _owners as owners
from clew.extract.prose.en import _posts as posts
from clew.extract.prose.en import _seats as seats
from clew.extract.prose.en import _ties as ties
from clew.extract.prose.en import _trade as trade
from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._titles import posts_in_apposition

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Span, Token

_ASKING = {"who", "what", "which", "whom", "that"}


def relations(sentence: "Span", parties: Parties) -> list[Relation]:
    """Return the relations of a sentence; a question states none, nor does what stands under if or whether."""
    if sentence.text.rstrip('" ').endswith("?"):
        return []
    found: list[Relation] = []
    for verb in tree.verbs(sentence):
        if not tree.is_open(verb):
            found.extend(_of_verb(verb, parties))
    for noun in sentence:
        if noun.pos_ in {"NOUN", "PROPN"}:
            found.extend(_of_noun(noun, parties))
        elif noun.dep_ == "amod":
            found.extend(_of_adjective(noun, parties))
    told = {(each.predicate, each.subject.text, each.object.text): each for each in reversed(found)}
    return [each for each in reversed(told.values()) if each.subject.text != each.object.text and not _asks(each)]


def _of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield what a verb tells; each room of rules is asked only about the verbs it knows."""
    lemma = verb.lemma_.lower()
    for verbs, told in _BY_VERB:
        if lemma in verbs:
            yield from told(verb, parties)
    if lemma in ties.VERBS or verb.lower_ in ties.FORMS:
        yield from ties.ties_of_verb(verb, parties)


_BY_VERB = (
    (posts.VERBS, posts.posts_of_verb),
    (trade.VERBS, trade.trade_of_verb),
    (owners.VERBS, owners.owners_of_verb),
    (seats.VERBS, seats.seats_of_verb),
    (meetings.VERBS, meetings.meetings_of_verb),
    (journeys.VERBS, journeys.journeys_of_verb),
    (listings.VERBS, listings.listings_of),
)
_BY_NOUN = (
    (owners.NOUNS, owners.owners_of_noun),
    (meetings.NOUNS, meetings.meetings_of_noun),
    (journeys.NOUNS, journeys.journeys_of_noun),
    (listings.NOUNS, listings.listings_of_noun),
    (trade.NOUNS, trade.payments_told_by),
    (trade.NOUNS, trade.supplies_of_noun),
)
_NOUNS = frozenset().union(*(nouns for nouns, _ in _BY_NOUN))


def _of_noun(noun: "Token", parties: Parties) -> Iterator[Relation]:
    yield from posts_in_apposition(noun, parties)
    yield from seats.seats_of_noun(noun, parties)
    if noun.dep_ == "appos":
        yield from ties.other_names(noun, parties)
    if noun.lower_ in _NOUNS:
        for nouns, told in _BY_NOUN:
            if noun.lower_ in nouns:
                yield from told(noun, parties)


def _of_adjective(word: "Token", parties: Parties) -> Iterator[Relation]:
    """Yield what stands in "the Riga-based firm X", "the US-sanctioned firm X", "the Orvel-owned firm X"."""
    if word.i and word.nbor(-1).text == "-":
        yield from seats.seats_of_noun(word, parties)
        yield from listings.listings_of_noun(word, parties)
        yield from owners.owners_of_noun(word, parties)


def _asks(relation: Relation) -> bool:
    """Say whether it only tells what is asked: "who owned the firm"."""
    return bool({relation.subject.text.lower(), relation.object.text.lower()} & _ASKING)
