# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; the relations Clew knows come out, as worded: who works for, visits, bills, supplies, owns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from clew.extract.prose._telling import Link, Party, Place
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._posts import posts
from clew.extract.prose.ru._slots import SHARES, Slots
from clew.extract.prose.ru._speakers import Speakers
from clew.model.vocabulary import DONE, STATES


@dataclass(frozen=True, slots=True)
class Rule:
    """How the slots of a verb become a relation."""

    predicate: str
    subject: str  # slots, tried in order: subj obj dat ins to in from with of
    object: str
    subject_is: str = "party"  # party, someone, firm, person, people, place, goods
    object_is: str = "party"


_S, _O = "subj", "obj"
_RULES: dict[str, tuple[Rule, ...]] = {}


def _rules(verbs: str, *rules: Rule) -> None:
    for verb in verbs.split():
        _RULES[verb] = rules


_rules("работать трудиться служить", Rule("employee_of", _S, "on in at", "people", "firm"))
_rules("нанять нанимать", Rule("employee_of", _O, _S, "person", "firm"))
_rules("возглавлять возглавить руководить", Rule("director_of", _S, "obj ins", "person", "firm"))
_rules("владеть", Rule("owns", _S, "share ins", "party", "firm"))
_rules("принадлежать", Rule("owns", "dat", _S, "party", "owned"))
_rules(
    "приобрести приобретать купить выкупить закупить закупать покупать приобретаться",
    Rule("owns", _S, "share", "party", "firm"),
    Rule("supplied", "from", _S, "party", "party"),
)
_rules("контролировать", Rule("controls", _S, "business obj", "party", "firm"))
_rules("осуществлять иметь сохранять сохранить установить", Rule("controls", _S, "control", "party", "firm"))
_rules(
    "поставить поставлять продать продавать экспортировать снабжать снабдить",
    Rule("supplied", _S, "address dat to", "party", "party"),
)
_rules(
    "отгрузить отгружать отправить отправлять выслать отправляться",
    Rule("shipped", _S, "address dat to", "party", "firm"),
)
_rules("доставить доставлять передать", Rule("delivered", _S, "dat to", "party", "firm"))
_rules(
    "получать принять получить",
    Rule("controls", _S, "control", "party", "firm"),
    Rule("delivered", "from", _S, "party", "party"),
    Rule("paid", "from", _S, "someone", "someone"),
)
_rules("выставить выставлять", Rule("billed", _S, "dat", "party", "party"))
_rules(
    "заплатить платить перечислить перечислять перевести переводить выплатить оплатить передать уплатить",
    Rule("paid", _S, "dat to", "someone", "someone"),
)
_rules(
    "заехать заезжать приехать приезжать прибыть прибывать прилететь прилетать вылететь вылетать вернуться ездить летать улететь отправиться съездить слетать поехать полететь наведаться наведываться",
    Rule("visits", _S, "to", "people", "site"),
    Rule("travels_to", _S, "to", "people", "place"),
)
_rules(
    "направить направлять командировать послать посылать",
    Rule("visits", _O, "to", "people", "site"),
    Rule("travels_to", _O, "to", "people", "place"),
)
_rules(
    "побывать гостить провести проводить",
    Rule("visits", _S, "on in at", "people", "site"),
    Rule("travels_to", _S, "at", "people", "place"),
)
_rules("посетить посещать", Rule("visits", _S, _O, "people", "stay"))
_rules("совершить", Rule("visits", _S, "to", "people", "site"))
_rules("встретиться встречаться", Rule("meets", _S, "with", "someone", "someone"))
_rules("обучать обучить учить обучаться", Rule("trains", _S, _O, "people", "taught"))
_rules("входить войти", Rule("member_of", _S, "into", "party", "body"))
_rules("представлять", Rule("represents", _S, "interests", "party", "party"))
_rules("внести включить", Rule("listed_by", _O, "list", "party", "any"))
_rules(
    "находиться располагаться базироваться расположить зарегистрировать прописать",
    Rule("located_in", _S, "in", "party", "place"),
)
_rules("производить выпускать изготовить изготавливать произвести собирать", Rule("made_by", _O, _S, "goods", "firm"))
_rules("сотрудничать", Rule("cooperates_with", _S, "with", "party", "party"))
_rules("испытать испытывать", Rule("tests", _S, _O, "party", "goods"))


def links(speakers: Speakers) -> list[Link]:
    """Return the relations of a sentence; a question and a condition state none."""
    text = speakers.sentence_text.rstrip(' "»”')
    if text.endswith("?"):
        return []
    slots = Slots(speakers)
    found: list[Link] = []
    for word in speakers.words:
        if word.part in {"VERB", "AUX", "ADJ"} and not _is_open(word, speakers):
            found.extend(_of_verb(word, slots))
    found.extend(posts(speakers, slots))
    found.extend(_put_down_to(speakers, slots))
    found.extend(_aliases(speakers))
    unique = {(link.predicate, link.subject.place, link.object.place): link for link in reversed(found)}
    return sorted(
        (link for link in unique.values() if link.subject.text != link.object.text), key=lambda link: link.trigger.start
    )


def _is_open(verb: Word, speakers: Speakers) -> bool:
    """Say whether a verb stands under an if, a whether or a would: nothing is stated."""
    before = speakers.words[: verb.index]
    clause = []
    for word in reversed(before):
        if word.text in {",", ";", ":", "—"}:
            break
        clause.append(word)
    near = {"Ли" if word.text == "Ли" else word.lower for word in clause}  # the surname is no "whether"
    after = {word.text for word in speakers.words[verb.index + 1 : verb.index + 2]}
    return bool(near & {"если", "бы", "чтобы", "ли", "когда-нибудь", "кто", "почему", "зачем"} or after & {"бы", "ли"})


def _of_verb(verb: Word, slots: Slots) -> Iterator[Link]:
    for rule in _RULES.get(verb.lemma, ()):
        made = list(_made(rule, verb, slots))
        if made:
            yield from made
            return


def _made(rule: Rule, verb: Word, slots: Slots) -> Iterator[Link]:
    if rule.predicate == "billed" and not slots.is_bill(verb):
        return
    if rule.predicate == "paid" and not slots.has_money(verb):
        return
    if rule.predicate == "delivered" and slots.has_money(verb) and verb.lemma in {"передать", "получить"}:
        return
    if verb.lemma in {"провести", "проводить"} and not slots.has_stay(verb):
        return
    if rule.predicate == "represents" and not slots.fill(verb, "interests"):
        return
    subjects = slots.fill(verb, rule.subject)
    objects = slots.fill(verb, rule.object)
    if rule.predicate == "made_by":
        subjects, objects = slots.maker_last(verb, subjects, objects)
    fits_subject, fits_object = _FITS[rule.subject_is], _FITS[rule.object_is]
    for subject in subjects:
        for target in objects:
            left, right = slots.speakers.party(subject), slots.speakers.party(target)
            if left.place == right.place or not fits_subject(left, subject) or not fits_object(right, target):
                continue
            yield _link(rule.predicate, left, right, verb, slots)


def _link(predicate: str, left: Party, right: Party, verb: Word, slots: Slots) -> Link:
    negated = slots.speakers.tree.is_negated(verb)
    planned = slots.is_planned(verb)
    modality = (
        "planned"
        if planned
        else "held"
        if predicate in STATES
        else "unknown"
        if negated or slots.is_unsure(verb)
        else DONE.get(predicate, "unknown")
    )
    time = slots.time(verb, (left.place, right.place))
    qualifiers: list[tuple[str, str, Place | None]] = slots.goods(verb, predicate, (left.place, right.place))
    if time is not None:
        text = slots.speakers.text
        qualifiers.append(("period", text[time.place.start : time.place.stop], time.place))
    return Link(
        predicate,
        left,
        right,
        verb.place,
        modality,
        negated,
        tuple(qualifiers),
        time.valid_from if time else None,
        time.valid_to if time else None,
    )


def _kind(party: Party) -> str:
    return party.name.kind if party.name is not None else ""


def _is_party(party: Party, head: Word) -> bool:
    if party.name is not None:
        return _kind(party) in {"person", "organization", "unknown"}
    return (
        head.lemma in lexicon.FIRM_NOUNS | lexicon.STAFF_POSTS | lexicon.DIRECTING_POSTS
        or (party.role == "pronoun" and head.lower not in {"это", "что", "который", "он"})
        or head.lower in {"он", "она", "они", "мы"}
        or head.lemma in lexicon.IN_COURT
    )


def _is_someone(party: Party, head: Word) -> bool:
    return _is_party(party, head) or (head.part == "NOUN" and head.forms.get("Animacy") == "Anim")


def _is_firm(party: Party, head: Word) -> bool:
    return _kind(party) in {"organization", "unknown"} if party.name is not None else head.lemma in lexicon.FIRM_NOUNS


def _is_person(party: Party, head: Word) -> bool:
    return _kind(party) == "person" or (
        party.name is None and head.forms.get("Animacy") == "Anim" and head.lemma not in lexicon.FIRM_NOUNS
    )


def _is_people(party: Party, head: Word) -> bool:
    return (
        _is_person(party, head)
        or (
            party.name is None
            and (party.role == "pronoun" or head.lemma in {"делегация", "группа", "команда", "экипаж", "бригада"})
        )
        or (party.name is not None and _kind(party) == "organization" and head.forms.get("Animacy") == "Anim")
    )


_SITES = frozenset(
    {
        "завод",
        "предприятие",
        "фабрика",
        "комбинат",
        "цех",
        "склад",
        "институт",
        "фирма",
        "офис",
        "полигон",
        "база",
        "лаборатория",
        "верфь",
        "аэродром",
        "шахта",
        "объект",
    }
)


def _is_place(party: Party, _head: Word) -> bool:
    return _kind(party) == "place"


def _is_site(party: Party, head: Word) -> bool:
    return _kind(party) == "organization" or (party.name is None and head.lemma in _SITES)


def _is_goods(party: Party, head: Word) -> bool:
    return (
        _kind(party) in {"product", ""}
        and head.forms.get("Animacy") != "Anim"
        and party.role != "pronoun"
        and head.part in {"NOUN", "PROPN"}
    )


_FITS: dict[str, Callable[[Party, Word], bool]] = {
    "party": _is_party,
    "someone": _is_someone,
    "firm": _is_firm,
    "person": _is_person,
    "people": _is_people,
    "place": _is_place,
    "site": _is_site,
    "stay": lambda party, head: _is_site(party, head) or _is_place(party, head),
    "goods": _is_goods,
    "owned": lambda party, head: (
        _is_firm(party, head)
        or (party.name is None and head.lemma in {"машина", "судно", "самолет", "здание", "помещение", "доля"})
    ),
    "taught": lambda _party, head: (
        head.lemma
        in {
            "персонал",
            "сотрудник",
            "специалист",
            "инженер",
            "рабочий",
            "техник",
            "коллектив",
            "оператор",
            "работник",
            "наладчик",
        }
    ),
    "body": lambda party, head: (
        _is_firm(party, head) or head.lemma in {"холдинг", "группа", "совет", "ассоциация", "союз"}
    ),
    "any": lambda _party, _head: True,
}


def _put_down_to(speakers: Speakers, slots: Slots) -> Iterator[Link]:
    """Yield "74 процента компании записаны на него": the share is held by whom it is put down to."""
    for verb in speakers.words:
        if verb.lemma not in {"записать", "оформить", "переписать"} or not verb.is_finite or _is_open(verb, speakers):
            continue
        owners = [
            word for word in slots.fill(verb, "upon") if _is_party(speakers.party(word), word) or word.part == "PRON"
        ]
        for share in slots.fill(verb, "obj"):
            firm = next((word for word in speakers.tree.children(share.index, "nmod") if word.case == "Gen"), None)
            if share.lemma not in SHARES or firm is None or not owners:
                continue
            right = speakers.party(firm)
            if _is_firm(right, firm):
                yield _link("owns", speakers.party(owners[0]), right, verb, slots)


def _aliases(speakers: Speakers) -> Iterator[Link]:
    """Yield "Ма Цзюнь, он же «Механик»", "по прозвищу «Мастер»", "известный как"."""
    for word in speakers.words:
        also = word.lower == "же" and speakers.words[word.index - 1].lower in {"он", "она"}
        named = word.lower in {"прозвищу", "кличке", "псевдонимом", "прозвище"} or (
            word.lower == "как" and speakers.words[word.index - 1].lemma == "известный"
        )
        if not also and not named:
            continue
        start = word.index - 1
        while start > 0 and speakers.words[start].part in {"ADP", "PRON", "PUNCT", "ADJ"}:
            start -= 1
        left = speakers.name_at(speakers.words[start])
        inside = [pair for pair in speakers.tree.quotes if pair[0] == word.index + 1]
        if left is None or left.kind not in {"person", "organization", "unknown"}:
            continue
        if inside:
            place = speakers.tree.place(inside[0][0] + 1, inside[0][1] - 1)
        elif word.index + 1 < len(speakers.words) and speakers.words[word.index + 1].text[:1].isupper():
            place = speakers.words[word.index + 1].place
        else:
            continue
        alias = Party(place, speakers.text[place.start : place.stop], "party")
        yield Link("alias_of", alias, Party(left.place, left.text, "party", left), word.place, "held")
