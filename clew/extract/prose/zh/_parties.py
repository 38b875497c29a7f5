"""The words of a speaker in a Chinese page go in; a party with its name and its role comes out."""

import re
from collections.abc import Mapping

from clew.extract.prose._telling import Name, Party, Place
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._names import Names

_MARKS = "“”《》「」"


def party_of(place: Place, text: str, names: Names, page: int, roles: Mapping[str, str]) -> Party:
    """Return the party whose words stand at a place: a person by the name alone, anybody else by the words."""
    words = text[place.start : place.stop]
    if lexicon.PRONOUN.match(words):
        return Party(place, words, "pronoun")
    inside = names.within(page, place)
    person = next((name for name in reversed(inside) if name.kind == "person" and name.place.stop == place.stop), None)
    role = role_of(words, person)
    if person is not None:
        return Party(person.place, person.text, role or roles.get(person.text, "party"), person)
    whole = next((name for name in inside if _bare(name.text) == _bare(words)), None)
    return Party(place, words, role or roles.get(_bare(words), "party"), whole)


def role_of(words: str, person: Name | None = None) -> str:
    """Return what a speaker is by its own words; nothing where they do not say."""
    titles = words.removesuffix(person.text) if person is not None else words
    for role, pattern in lexicon.ROLES:
        if pattern.search(titles.strip()) and not (
            person is not None and role in {"publisher", "document", "institution"}
        ):
            return "party" if role == "official" and re.search(r"公司|企业|工厂", titles) else role
    return ""


def _bare(words: str) -> str:
    return words.strip(_MARKS)
