# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; who holds which post where comes out: "директор завода Лапшин", "является", "числится"."""

from collections.abc import Iterator
from dataclasses import replace

from clew.extract.prose._telling import Link, Name, Party, Place
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._fitting import FIRMS
from clew.extract.prose.ru._near_slots import clause_of
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._slots import Slots
from clew.extract.prose.ru._speakers import Speakers

_BEING = words(
    "являться числиться быть значиться выступать стать оказаться работать назначить остаться оставаться служить трудиться"
)
_PLAIN = words("сотрудник сотрудница работник рабочий")
_OWNERS = words(
    "учредитель учредительница владелец владелица собственник собственница акционер участник совладелец совладелица бенефициар бенефициарий "
    "хозяин хозяйка соучредитель пайщик держатель мажоритарий миноритарий"
)
_LISTING = words("указать назвать значиться числиться записать зарегистрировать")
_APPOINTING = words("избрать избирать назначить назначать утвердить выбрать переизбрать поставить")
_PLEADERS = words(
    "адвокат защитник защитница адвокатесса поверенный правозащитник юрист представитель представительница"
)
# Animate nouns that name no work for the body in the genitive behind them.
_NO_WORK = words(
    "брат сестра сын дочь отец мать муж жена супруг супруга вдова вдовец друг подруга приятель знакомый знакомая коллега клиент клиентка партнер "
    "конкурент сторонник противник житель жительница гражданин гражданка уроженец гость участница фанат враг выпускник выпускница студент "
    "студентка пациент должник кредитор критик поклонник жертва свидетель свидетельница обвиняемый подсудимый подозреваемый задержанный "
    "человек мужчина женщина ребенок господин госпожа товарищ покупатель продавец поставщик подрядчик читатель зритель лауреат чемпион победитель "
    "призер основатель основательница автор соавтор адвокат защитник источник собеседник кандидат родственник родственница племянник тесть "
    "болельщик активист активистка последователь ветеран соперник оппонент соратник единомышленник однофамилец наследник потомок поручитель "
    "зять сосед враг герой лидер персонаж получатель отправитель заказчик истец ответчик заявитель"
)
_OF_A_BOARD = words("правление совет коллегия президиум комитет")
_COMPOUND = (
    "директор", "президент", "менеджер", "секретарь", "инженер", "бухгалтер", "редактор", "механик", "технолог", "конструктор", "врач",
    "начальник", "министр", "экономист", "советник", "представитель",
)  # fmt: skip
_DEPUTY = ("зам", "вице-", "помощник", "и.о", "врио")
_OWN = {
    "его": "",
    "ее": "",
    "их": "",
    "ваш": "вы",
    "ваша": "вы",
    "ваши": "вы",
    "вашего": "вы",
    "вашей": "вы",
    "наш": "мы",
    "наша": "мы",
    "нашего": "мы",
    "нашей": "мы",
}
_NEAR = 260  # characters back to the firm or the person that "её" may mean


def posts(speakers: Speakers, slots: Slots) -> Iterator[Link]:
    """Yield the posts of a sentence, and whom somebody pleads for."""
    for word in speakers.words:
        if word.part not in {"NOUN", "PROPN"} or speakers.name_at(word) is not None:
            continue
        if word.lemma in _PLEADERS:
            yield from _pleads(word, speakers)
        predicate, firm = _post(word, speakers)
        if firm is None:
            continue
        for person, trigger, lister in _people(word, speakers, slots):
            if person.place == firm.place or (
                predicate != "owns" and person.name is not None and person.name.kind not in {"person", "unknown"}
            ):
                continue
            yield replace(_held(predicate, (person, firm), word, trigger, speakers), lister=lister)


def _post(word: Word, speakers: Speakers) -> tuple[str, Party | None]:
    """Return what a post tells and of which firm; no firm where the noun is no post, or one that was held and directs no more."""
    predicate = predicate_of(word)
    if predicate == "director_of" and _is_for_a_matter(word, speakers):
        predicate = "employee_of"
    if not predicate or (word.lemma == "член" and not _is_of_a_board(word, speakers)):
        return "", None
    if predicate != "employee_of" and _is_former(word, speakers):
        return "", None  # who directed or owned a firm once does so no more; who works for one, works or worked for it
    listed = word.lemma in _OWNERS | lexicon.DIRECTING_POSTS | lexicon.STAFF_POSTS or word.lemma.endswith(_COMPOUND)
    firm = _firm(word, speakers)
    if firm is None and listed:
        firm = _possessed(word, speakers, {"organization", "unknown"})
    return predicate, firm


def _held(predicate: str, ends: tuple[Party, Party], post: Word, trigger: Word, speakers: Speakers) -> Link:
    """Return the relation of a post; one that was held keeps "бывший" in its title."""
    person, firm = ends
    former = _is_former(post, speakers)
    titled = predicate != "owns" and (former or post.lemma not in _PLAIN)
    qualifiers = _title(post, firm, speakers, former=former) if titled or former else ()
    negated = any(other.lower == "не" for other in speakers.words[max(0, trigger.index - 1) : trigger.index])
    if firm.suggested:
        qualifiers = (*qualifiers, ("coreference", "suggested", None))
    return Link(predicate, person, firm, trigger.place, "held", negated, qualifiers)


def _is_former(post: Word, speakers: Speakers) -> bool:
    before = speakers.words[max(0, post.index - 3) : post.index]
    return post.lower.startswith("экс-") or any(word.lemma in {"бывший", "экс", "прежний"} for word in before)


def _is_for_a_matter(post: Word, speakers: Speakers) -> bool:
    """Say whether a director is one for a matter, or of a part, who directs no firm: "по логистике", "балета театра"."""
    behind = speakers.words[post.index + 1 : post.index + 2]
    if any(word.lower == "по" for word in behind):
        return True
    part = next((word for word in speakers.words[post.index + 1 : post.index + 4] if word.part != "ADJ"), None)
    return (
        part is not None
        and part.part == "NOUN"
        and part.case == "Gen"
        and part.lemma not in FIRMS | _OF_A_BOARD | lexicon.INSTITUTIONS | lexicon.SIDES | lexicon.PUBLISHERS
        and speakers.name_at(part) is None
        and part.lemma not in {"директор", "партия", "клуб", "театр", "центр", "фонд"}
    )


def _is_of_a_board(post: Word, speakers: Speakers) -> bool:
    behind = speakers.words[post.index + 1 : post.index + 3]
    return any(word.lemma in _OF_A_BOARD for word in behind)


def predicate_of(post: Word) -> str:
    """Return the predicate of a post, or nothing for a noun that is none."""
    lemma = post.lemma.removeprefix("экс-")
    if lemma in _OWNERS:
        return "owns"
    if lemma in lexicon.DIRECTING_POSTS:
        return "director_of"
    if post.forms.get("Number") == "Plur" and lemma not in lexicon.STAFF_POSTS:
        return ""
    if lemma in lexicon.STAFF_POSTS or lemma.startswith(_DEPUTY) or lemma.endswith(_COMPOUND) or lemma == "член":
        return "employee_of"
    works = post.part == "NOUN" and post.forms.get("Animacy") == "Anim" and lemma not in _NO_WORK | lexicon.IN_COURT
    return "employee_of" if works else ""


def _firm(post: Word, speakers: Speakers) -> Party | None:
    """Return the firm of a post: the genitive behind it, or a name without a case; "заместитель директора АО" is of the firm."""
    for word in speakers.words[post.index + 1 : post.index + 6]:
        name = speakers.name_at(word)
        quoted = name is not None and name.kind == "unknown" and speakers.words[word.index - 1].text in {"«", '"'}
        if (
            name is not None
            and (name.kind == "organization" or quoted)
            and word.case in {"Gen", "", "Nom", "Loc", "Ins"}
        ):
            return Party(name.place, name.text, "party", name)
        if name is not None and name.kind in {"person", "place"}:
            return None
        ministry = word.lemma in lexicon.INSTITUTIONS and word.text[:1].isupper()
        if (word.lemma in FIRMS and word.case == "Gen") or ministry:
            party = speakers.party(word)
            return party if party.name is None or party.name.kind not in {"person", "place"} else None
        if word.text in {",", ";", ":", "—"} or word.is_finite or (word.part == "ADP" and word.lower != "по"):
            return None
    return None


def _possessed(post: Word, speakers: Speakers, kinds: set[str]) -> Party | None:
    """Return whose "его" or "ваш" before a post is: who is written to or writes, else the nearest name before it, as a suggestion."""
    own = next(
        (
            word
            for word in reversed(speakers.words[max(0, post.index - 4) : post.index])
            if word.lower in _OWN or word.is_finite or word.text == ","
        ),
        None,
    )
    if own is None or own.lower not in _OWN:
        return None
    if _OWN[own.lower]:
        return Party(own.place, own.text, "party")
    meant = [
        name
        for name in speakers.names.found
        if name.page == speakers.page
        and name.kind in kinds
        and name.place.stop <= own.place.start
        and own.place.start - name.place.stop < _NEAR
    ]
    if not meant or (own.index > 1 and len({name.text.split()[-1].lower()[:5] for name in meant}) > 1):
        return None  # of several nobody can tell which; at the head of a sentence it is the one named last
    return Party(meant[-1].place, meant[-1].text, "party", meant[-1], suggested=True)


def _pleads(post: Word, speakers: Speakers) -> Iterator[Link]:
    """Yield "адвокат Мальцева Инга Сорокина" and "его адвокат Инга Сорокина": who acts for whom."""
    person = next((party for party, _ in _named_with(post, speakers, skip_genitive=True)), None)
    if person is None:
        return
    party = None
    for word in speakers.words[post.index + 1 : post.index + 4]:
        name = speakers.name_at(word)
        if name is not None and name.place != person.place and name.kind == "person" and word.case == "Gen":
            party = Party(name.place, name.text, "party", name)
    if party is None and post.lemma in {"представитель", "представительница", "юрист"}:
        return
    party = party or _possessed(post, speakers, {"person"})
    if party is not None and party.text != person.text:
        qualifiers: tuple[tuple[str, str, Place | None], ...] = (("post", post.text, post.place),)
        if party.suggested:
            qualifiers = (*qualifiers, ("coreference", "suggested", None))
        yield Link("represents", person, party, post.place, "held", qualifiers=qualifiers)


def _named_with(post: Word, speakers: Speakers, *, skip_genitive: bool = False) -> Iterator[tuple[Party, Word]]:
    """Yield the person whose name stands in a post's own phrase: "директор завода Игорь Лапшин"; of two the last may be meant."""
    found: list[Party] = []
    for word in speakers.words[post.index + 1 : post.index + 11]:
        name = speakers.name_at(word)
        matter = word.lower == "по" and word.index == post.index + 1
        if word.text in {",", ";", ":", "—", "–"} or word.is_finite or (word.part == "ADP" and not matter):
            break
        declined = skip_genitive and word.case == "Gen" != post.case
        beside = word.case == "Gen" and post.case == "Acc" and word.relation == "appos" and word.head == post.index
        fits = word.case in {post.case, "Nom", ""} or beside
        many = post.forms.get("Number") == "Plur" and not _is_joined(name, speakers)
        if name is not None and name.kind == "person" and fits and not declined and not many:
            party = Party(name.place, name.text, "party", name)
            found += [party] if party not in found else []
    for party in found[-1:] if skip_genitive else found[:1]:
        yield party, post


def _is_joined(name: Name | None, speakers: Speakers) -> bool:
    """Say whether another person is joined to a name by "и" or a comma: of one alone "менеджеры" is not said."""
    behind = [word for word in speakers.words if name is not None and word.place.start >= name.place.stop][:2]
    other = speakers.name_at(behind[1]) if len(behind) > 1 and behind[0].lower in {"и", ","} else None
    return other is not None and other.kind == "person"


def _people(post: Word, speakers: Speakers, slots: Slots) -> Iterator[tuple[Party, Word, Party | None]]:
    words_, tree = speakers.words, speakers.tree
    first, _ = tree.phrase(post)
    named = next(_named_with(post, speakers), None)
    if named is not None:
        yield (*named, None)
        return
    # "Тан Шо, инженер «Норвел»," and "Дремов — заместитель директора АО «Браник»".
    before = next(
        (
            word
            for word in reversed(words_[: min(first, post.index)])
            if word.lower not in {"как", "новый", "бывший", "в", "письмах"} and word.part not in {"ADJ", "DET"}
        ),
        None,
    )
    one = post.forms.get("Number") != "Plur"
    if one and before is not None and before.text in {",", "—", "–"} and before.index > 0 and post.case in {"Nom", ""}:
        name = speakers.name_at(words_[before.index - 1])
        if name is not None and name.kind == "person":
            yield Party(name.place, name.text, "party", name), post, None
            return
    # "указанный в письмах как сотрудник": the papers list.
    if words_[first - 1].lower == "как" and first > 0:
        yield from _listed(post, first, speakers)
        return
    yield from _by_verb(post, speakers, slots)


def _by_verb(post: Word, speakers: Speakers, slots: Slots) -> Iterator[tuple[Party, Word, Party | None]]:
    """Yield who is, or was made, what a post says: "является директором", "избрали председателем правления Ольгу Ким"."""
    for verb in speakers.words:
        if verb.part not in {"VERB", "AUX", "ADJ"} or not _governs(verb, post, speakers):
            continue
        if verb.lemma in _APPOINTING and post.case == "Ins":
            heads = [word for word in slots.fill(verb, "obj") if word.index != post.index]
            heads += [word for word in clause_of(verb, speakers) if word.case in {"Acc", "Gen", "Nom"}]
            names = [name for name in map(speakers.name_at, heads) if name is not None and name.kind == "person"]
            for name in names[:1]:
                yield Party(name.place, name.text, "party", name), verb, None
            return
        if verb.lemma in _BEING and verb.part in {"VERB", "AUX"} and post.case in {"Ins", "Nom"}:
            for head in _subjects(verb, post, speakers, slots):
                yield speakers.party(head), verb, None
            return


def _governs(verb: Word, post: Word, speakers: Speakers) -> bool:
    low, high = sorted((verb.index, post.index))
    return high - low < 12 and not any(word.text in {",", ";", ":"} for word in speakers.words[low:high])


def _subjects(verb: Word, post: Word, speakers: Speakers, slots: Slots) -> list[Word]:
    heads = [word for word in slots.fill(verb, "subj") if word.index != post.index]
    if not heads and post.head >= 0:
        heads = list(speakers.tree.children(post.index, "nsubj"))
    return [word for word in heads if speakers.name_at(word) is not None or word.part == "PRON"]


def _listed(post: Word, first: int, speakers: Speakers) -> Iterator[tuple[Party, Word, Party | None]]:
    words_ = speakers.words
    verb = next((word for word in reversed(words_[:first]) if word.lemma in _LISTING), None)
    if verb is None:
        return
    papers = [word for word in words_[verb.index : first] if word.lemma in lexicon.DOCUMENTS]
    lister = speakers.party(papers[0]) if papers else None
    names = [speakers.name_at(word) for word in words_[: verb.index]]
    people = list(dict.fromkeys(name for name in names if name is not None and name.kind == "person"))
    plural = post.forms.get("Number") == "Plur"
    for name in people if plural else people[-1:]:
        yield Party(name.place, name.text, "party", name), verb, lister


def _title(post: Word, firm: Party, speakers: Speakers, *, former: bool) -> tuple[tuple[str, str, Place | None], ...]:
    first, _ = speakers.tree.phrase(post)
    last = post.index
    for word in speakers.words[post.index + 1 :]:
        if word.place.start >= firm.place.start or word.text in {"«", ","}:
            break
        if speakers.name_at(word) is None and word.part in {"NOUN", "ADJ", "ADP"}:
            last = word.index
    while last > post.index and (
        speakers.words[last].lemma in lexicon.FIRM_NOUNS or speakers.words[last].part == "ADP"
    ):
        last -= 1
    start = max(first, post.index - 2) if first < post.index else post.index
    if former:
        start = next(
            (
                word.index
                for word in speakers.words[max(0, post.index - 3) : post.index]
                if word.lemma in {"бывший", "прежний"}
            ),
            start,
        )
    place = speakers.tree.place(start, last)
    return (("post", speakers.text[place.start : place.stop], place),)
