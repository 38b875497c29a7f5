"""The words of a speaker in a Chinese page go in; a party with its name and its role comes out."""

import re
from collections.abc import Mapping

from clew.extract.prose._telling import Name, Party, Place
from clew.extract.prose.zh import _lexicon as lexicon
from clew.extract.prose.zh._model import folded
from clew.extract.prose.zh._names import Names

_MARKS = "“”《》「」『』"
_OF_GOODS = re.compile(r"(?:材料|信息|数据|系统|图|条)$")
_OF_FIRM = re.compile(r"公司|企业|工厂|集团|银行")


def party_of(place: Place, text: str, names: Names, page: int, roles: Mapping[str, str]) -> Party:
    """Return the party whose words stand at a place, as written: "矢量公司总裁科尔佐娃" whole, with the name that is in it."""
    words = text[place.start : place.stop]
    simple = folded(words)
    if lexicon.PRONOUN.match(simple):
        return Party(place, words, "pronoun")
    inside = names.within(page, place)
    person = next((name for name in reversed(inside) if name.kind == "person" and name.place.stop == place.stop), None)
    role = role_of(simple, person)
    if person is not None:
        return Party(place, words, role or roles.get(person.text, "party"), person)
    whole = next((name for name in inside if _bare(name.text) == _bare(words)), None)
    if whole is not None and whole.kind == "organization" and role == "document" and _OF_GOODS.search(words):
        role = ""  # "澄川材料": a firm by its name
    return Party(place, words, role or roles.get(_bare(words), "party"), whole)


def role_of(words: str, person: Name | None = None) -> str:
    """Return what a speaker is by its own words, in simplified characters; nothing where they do not say."""
    titles = words[: len(words) - len(person.text)] if person is not None else words
    for role, pattern in lexicon.ROLES:
        if pattern.search(titles.strip()) and not (
            person is not None and role in {"publisher", "document", "institution"}
        ):
            return "party" if role == "official" and _OF_FIRM.search(titles) else role
    return ""


def _bare(words: str) -> str:
    return words.strip(_MARKS)
