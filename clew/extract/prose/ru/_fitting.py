"""A party of a Russian sentence goes in; whether it can fill an end of a relation comes out: a person, a firm, a place, goods."""

from collections.abc import Callable

from clew.extract.prose._telling import Party
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word

_SITES = words(
    "завод предприятие фабрика комбинат цех склад институт фирма офис полигон база лаборатория верфь аэродром шахта объект порт терминал "
    "электростанция грэс тэц аэс гэс рудник карьер стройка площадка посольство министерство мэрия банк университет аэропорт ферма магазин "
    "общежитие госпиталь больница воинская часть выставка ярмарка"
)
_OWNED = words(
    "машина судно самолет здание помещение доля корабль танкер теплоход сухогруз яхта участок квартира дом вилла сайт домен склад"
)
_TAUGHT = words(
    "персонал сотрудник специалист инженер рабочий техник коллектив оператор работник наладчик экипаж курсант слушатель пилот летчик механик"
)
_GROUPS = words("делегация группа команда экипаж бригада семья комиссия")
EMPLOYERS = (
    lexicon.FIRM_NOUNS
    | lexicon.INSTITUTIONS
    | lexicon.SIDES
    | words("ведомство учреждение торгпредство посольство агентство газета служба")
)
_NO_PRONOUN_PARTY = frozenset({"это", "что", "который", "он"})
# Common nouns for a firm; of another body ("профком", "департамент") a post is told only where it has a name.
FIRMS = lexicon.FIRM_NOUNS | words("авиакомпания верфь судоверфь учреждение пароходство")


def kind_of(party: Party) -> str:
    """Return the kind of the name a party goes by, or nothing."""
    return party.name.kind if party.name is not None else ""


def is_party(party: Party, head: Word) -> bool:
    """Say whether a party can act for itself: a name, a firm, somebody of a firm, a pronoun."""
    if party.name is not None:
        return kind_of(party) in {"person", "organization", "unknown"}
    return (
        head.lemma in lexicon.FIRM_NOUNS | lexicon.STAFF_POSTS | lexicon.DIRECTING_POSTS
        or (party.role == "pronoun" and head.lower not in _NO_PRONOUN_PARTY)
        or head.lower in {"он", "она", "они", "мы"}
        or head.lemma in lexicon.IN_COURT | lexicon.INSTITUTIONS
        or _is_body(head)
    )


def _is_body(head: Word) -> bool:
    """Say whether a common noun is a body that buys, pays and owns: "китайская сторона", "учреждение"."""
    return head.part == "NOUN" and head.lemma in lexicon.SIDES | {"учреждение", "сторона", "структура"}


def is_someone(party: Party, head: Word) -> bool:
    """Say whether a party is one, or any animate noun."""
    return is_party(party, head) or (head.part == "NOUN" and head.forms.get("Animacy") == "Anim")


def is_firm(party: Party, head: Word) -> bool:
    """Say whether a party is a firm, by its name or its noun."""
    if party.name is not None:
        return kind_of(party) in {"organization", "unknown"}
    return head.lemma in FIRMS


def is_employer(party: Party, head: Word) -> bool:
    """Say whether one can work for a party: a firm, an office, a paper."""
    return (
        is_firm(party, head)
        or (party.name is None and head.lemma in EMPLOYERS)
        or (head.lower in {"вы", "мы", "вас", "нас", "ваш", "наш"})
    )


def is_person(party: Party, head: Word) -> bool:
    """Say whether a party is a person, named or not; a pronoun for one is."""
    if kind_of(party) == "person":
        return True
    if party.name is not None:
        return False
    return (head.forms.get("Animacy") == "Anim" and head.lemma not in lexicon.FIRM_NOUNS) or (
        party.role == "pronoun" and head.lower in {"он", "она", "я", "его", "ее", "ему", "ей", "меня", "мне"}
    )


def is_people(party: Party, head: Word) -> bool:
    """Say whether a party is a person or a group of them."""
    return (
        is_person(party, head)
        or (party.name is None and head.lemma in lexicon.SEVERAL | {"один", "одна"})
        or (party.name is None and (party.role == "pronoun" or head.lemma in _GROUPS))
        or (party.name is not None and kind_of(party) == "organization" and head.forms.get("Animacy") == "Anim")
    )


def _is_place(party: Party, _head: Word) -> bool:
    return kind_of(party) == "place"


def _is_somewhere(party: Party, head: Word) -> bool:
    return kind_of(party) == "place" or (
        party.name is None and head.lemma in {"район", "город", "область", "зона", "село", "порт", "страна"}
    )


def _is_site(party: Party, head: Word) -> bool:
    return kind_of(party) == "organization" or (party.name is None and head.lemma in _SITES)


def is_goods(party: Party, head: Word) -> bool:
    """Say whether a party is a thing that is made, sent or tried."""
    return (
        kind_of(party) in {"product", ""}
        and head.forms.get("Animacy") != "Anim"
        and party.role != "pronoun"
        and head.part in {"NOUN", "PROPN"}
    )


FITS: dict[str, Callable[[Party, Word], bool]] = {
    "party": is_party,
    "someone": is_someone,
    "firm": is_firm,
    "employer": is_employer,
    "person": is_person,
    "people": is_people,
    "place": _is_place,
    "somewhere": _is_somewhere,
    "site": _is_site,
    "situated": lambda party, head: is_party(party, head) or (head.part == "NOUN" and party.role != "pronoun"),
    "stay": lambda party, head: _is_site(party, head) or _is_place(party, head),
    "goods": is_goods,
    "owned": lambda party, head: is_firm(party, head) or (party.name is None and head.lemma in _OWNED),
    "taught": lambda _party, head: head.lemma in _TAUGHT,
    "body": lambda party, head: (
        is_firm(party, head)
        or head.lemma in {"холдинг", "группа", "совет", "ассоциация", "союз", "консорциум", "альянс", "концерн"}
    ),
    "lister": lambda party, head: kind_of(party) in {"place", "organization"} or head.lemma in lexicon.INSTITUTIONS,
    "any": lambda _party, _head: True,
}
