"""A parsed sentence goes in; the relations Clew knows come out, as worded. Who holds them is not decided here."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clew.extract.prose.en import _tree as tree
from clew.extract.prose.en._holders import Parties
from clew.extract.prose.en._posts import posts_in_apposition, posts_of_verb
from clew.extract.prose.en._relation import Relation
from clew.extract.prose.en._ties import listings_of, ties_of_noun, ties_of_verb
from clew.extract.prose.en._trade import payments_told_by, trade_of_verb

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
            found.extend(posts_in_apposition(noun, parties))
            found.extend(ties_of_noun(noun, parties))
            found.extend(payments_told_by(noun, parties))
    told = {(each.predicate, each.subject.text, each.object.text): each for each in reversed(found)}
    return [each for each in reversed(told.values()) if each.subject.text != each.object.text and not _asks(each)]


def _of_verb(verb: "Token", parties: Parties) -> Iterator[Relation]:
    yield from posts_of_verb(verb, parties)
    yield from trade_of_verb(verb, parties)
    yield from ties_of_verb(verb, parties)
    yield from listings_of(verb, parties)


def _asks(relation: Relation) -> bool:
    """Say whether it only tells what is asked: "who owned the firm"."""
    return bool({relation.subject.text.lower(), relation.object.text.lower()} & _ASKING)
