# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; the relations Clew knows come out, as worded: who works for, visits, bills, supplies, owns."""

from collections.abc import Iterator

from clew.extract.prose._telling import Link, Party, Place
from clew.extract.prose._words import words
from clew.extract.prose.ru._fitting import FITS, is_firm, is_party
from clew.extract.prose.ru._oblique import SHARES
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._posts import posts
from clew.extract.prose.ru._relation_rules import RULES, Rule
from clew.extract.prose.ru._slots import Slots
from clew.extract.prose.ru._speakers import Speakers
from clew.model.vocabulary import DONE, STATES

_PAYING = words("заплатить платить уплатить оплатить оплачивать выплатить выплачивать доплатить проплатить")


def links(speakers: Speakers) -> list[Link]:
    """Return the relations of a sentence; a question and a condition state none."""
    text = speakers.sentence_text.rstrip(' "»”')
    if text.endswith("?"):
        return []
    slots = Slots(speakers)
    found: list[Link] = []
    for word in speakers.words:
        if word.part in {"VERB", "AUX", "ADJ", "ADV"} and not _is_open(word, speakers):
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
    return bool(
        near & {"если", "бы", "чтобы", "ли", "когда-нибудь", "кто", "кому", "кого", "почему", "зачем"}
        or after & {"бы", "ли"}
    )


def _of_verb(verb: Word, slots: Slots) -> Iterator[Link]:
    key = "подконтрольный" if verb.lower.startswith("подконтрольн") else verb.lemma
    for rule in RULES.get(key, ()):
        made = list(_made(rule, verb, slots))
        if made:
            yield from made
            return


def _made(rule: Rule, verb: Word, slots: Slots) -> Iterator[Link]:
    if not _is_told(rule, verb, slots):
        return
    subjects = slots.fill(verb, rule.subject)
    objects = slots.fill(verb, rule.object)
    if rule.predicate == "made_by":
        subjects, objects = slots.maker_last(verb, subjects, objects)
    for subject in subjects:
        for target in objects:
            ends = _ends(rule, subject, target, slots.speakers)
            if ends is not None:
                yield _link(rule.predicate, *ends, verb, slots)


def _is_told(rule: Rule, verb: Word, slots: Slots) -> bool:
    """Say whether a verb has beside it what makes it tell a rule's relation: money that is paid, a stay, sanctions."""
    match rule.predicate:
        case "billed":
            return slots.is_bill(verb)
        case "paid":
            return verb.lemma in _PAYING or slots.has_money(verb)
        case "delivered":
            return verb.lemma not in {"передать", "получить", "получать"} or not slots.has_no_goods(verb)
        case "supplied":
            return rule.subject != "from" or not slots.has_share(verb)  # a share is no goods
        case "listed_by":
            return rule.subject != "against" or slots.has_sanctions(verb)
        case "visits" | "travels_to":
            return verb.lemma not in {"провести", "проводить"} or slots.has_stay(verb)
        case "represents":
            return bool(slots.fill(verb, "interests"))
        case _:
            return True


def _ends(rule: Rule, subject: Word, target: Word, speakers: Speakers) -> tuple[Party, Party] | None:
    """Return the two parties of a relation; None where one only stands for another, holds the other, or does not fit."""
    if _asks(subject) or _asks(target):
        return None
    left, right = speakers.party(subject), speakers.party(target)
    if left.place.holds(right.place) and not right.place.holds(subject.place):
        left = Party(subject.place, subject.text, left.role)  # "«Транзитом» Лесогорской ТЭЦ" are two
    if "котор" in left.text.lower():
        meant = _of_which(subject, left, speakers)
        if meant is None:
            return None
        left = meant
    if left.place.holds(right.place) or right.place.holds(left.place):
        return None
    fits = FITS[rule.subject_is](left, subject) and FITS[rule.object_is](right, target)
    return (left, right) if fits else None


def _of_which(head: Word, party: Party, speakers: Speakers) -> Party | None:
    """Return the firm whose seat "офис которой" is: the name before the comma; None for anything else of which something is said."""
    first = next(word.index for word in speakers.words if word.place.stop > party.place.start)
    before = speakers.words[first - 2 : first - 1] if first > 1 and speakers.words[first - 1].text == "," else ()
    marks = before[0].index if before and before[0].text not in {"»", '"'} else first - 3
    name = speakers.name_at(speakers.words[marks]) if before else None
    if name is None or head.lemma not in {"офис", "штаб-квартира", "контора", "адрес"}:
        return None
    return Party(name.place, name.text, "party", name)


def _asks(word: Word) -> bool:
    """Say whether a word only stands for another, or asks for it: "с которой", "кому"."""
    return word.lower.startswith("котор") or word.lower in {
        "кто",
        "кого",
        "кому",
        "кем",
        "чему",
        "что",
        "себе",
        "себя",
        "собой",
    }


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


def _put_down_to(speakers: Speakers, slots: Slots) -> Iterator[Link]:
    """Yield "74 процента компании записаны на него": the share is held by whom it is put down to."""
    for verb in speakers.words:
        if verb.lemma not in {"записать", "оформить", "переписать"} or not verb.is_finite or _is_open(verb, speakers):
            continue
        owners = [
            word for word in slots.fill(verb, "upon") if is_party(speakers.party(word), word) or word.part == "PRON"
        ]
        for share in slots.fill(verb, "obj"):
            firm = next((word for word in speakers.tree.children(share.index, "nmod") if word.case == "Gen"), None)
            if share.lemma not in SHARES or firm is None or not owners:
                continue
            right = speakers.party(firm)
            if is_firm(right, firm):
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
