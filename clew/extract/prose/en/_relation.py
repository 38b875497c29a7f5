"""The record of one relation as a sentence words it, before anybody is said to hold it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clew.extract.prose.en._holders import Party

if TYPE_CHECKING:
    from clew.extract.prose.en._text import Token


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation between one subject and one object, with the word that carries it."""

    predicate: str
    subject: Party
    object: Party
    trigger: "Token"
    modality: str
    negated: bool
    qualifiers: tuple[tuple[str, str, Party | None], ...] = ()  # name, plain value, where it stands
    source: Party | None = None  # the documents that list: "listed in visa records as"
