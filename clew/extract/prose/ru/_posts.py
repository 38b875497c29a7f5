# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; who holds which post where comes out: "директор завода Лапшин", "является", "числится"."""

from collections.abc import Iterator

from clew.extract.prose._telling import Link, Party, Place
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._slots import Slots
from clew.extract.prose.ru._speakers import Speakers

_BEING = frozenset(
    {
        "являться",
        "числиться",
        "быть",
        "значиться",
        "выступать",
        "стать",
        "оказаться",
        "работать",
        "назначить",
        "остаться",
        "оставаться",
    }
)
_PLAIN = frozenset({"сотрудник", "сотрудница", "работник", "рабочий"})
_OWNERS = frozenset({"учредитель", "владелец", "владелица", "собственник", "акционер", "участник", "совладелец"})
_LISTING = frozenset({"указать", "назвать", "значиться", "числиться", "записать", "зарегистрировать"})


def posts(speakers: Speakers, slots: Slots) -> Iterator[Link]:
    """Yield the posts of a sentence."""
    for word in speakers.words:
        if word.part not in {"NOUN", "PROPN"} or speakers.name_at(word) is not None:
            continue
        predicate = "employee_of" if _is_for_a_matter(word, speakers) else predicate_of(word)
        if not predicate:
            continue
        firm = _firm(word, speakers)
        if firm is None:
            continue
        for person, trigger, lister in _people(word, speakers, slots):
            if person.place == firm.place or (
                predicate != "owns" and person.name is not None and person.name.kind not in {"person", "unknown"}
            ):
                continue
            qualifiers = _title(word, firm, speakers) if predicate != "owns" and word.lemma not in _PLAIN else ()
            negated = any(other.lower == "не" for other in speakers.words[max(0, trigger.index - 1) : trigger.index])
            former = any(
                other.lemma in {"бывший", "экс"} for other in speakers.words[max(0, word.index - 3) : word.index]
            )
            if former:
                continue  # a former post is no post that is held
            yield Link(predicate, person, firm, trigger.place, "held", negated, qualifiers, lister=lister)


def _is_for_a_matter(post: Word, speakers: Speakers) -> bool:
    """Say whether a director is one for a matter, who directs no firm: "директор по логистике"."""
    behind = speakers.words[post.index + 1 : post.index + 2]
    return post.lemma in lexicon.DIRECTING_POSTS and any(word.lower == "по" for word in behind)


def predicate_of(post: Word) -> str:
    """Return the predicate of a post, or nothing for a noun that is none."""
    lemma = post.lemma
    if lemma in _OWNERS:
        return "owns"
    if lemma in lexicon.DIRECTING_POSTS:
        return "director_of"
    return "employee_of" if lemma in lexicon.STAFF_POSTS else ""


def _firm(post: Word, speakers: Speakers) -> Party | None:
    """Return the firm of a post: the genitive behind it, or a name without a case; "заместитель директора АО" is of the firm."""
    for word in speakers.words[post.index + 1 : post.index + 6]:
        name = speakers.name_at(word)
        if name is not None and name.kind == "organization" and (word.case in {"Gen", "", "Nom", "Loc", "Ins"}):
            return Party(name.place, name.text, "party", name)
        if name is not None and name.kind == "person":
            return None
        if word.lemma in lexicon.FIRM_NOUNS and word.case == "Gen":
            party = speakers.party(word)
            return party if party.name is None or party.name.kind != "person" else None
        if word.text in {",", ";", ":", "—"} or word.is_finite:
            return None
    return None


def _people(post: Word, speakers: Speakers, slots: Slots) -> Iterator[tuple[Party, Word, Party | None]]:
    words, tree = speakers.words, speakers.tree
    first, _ = tree.phrase(post)
    # "директор завода Игорь Лапшин": the name in the post's own phrase.
    for word in words[post.index + 1 : min(len(words), post.index + 9)]:
        name = speakers.name_at(word)
        matter = word.lower == "по" and word.index == post.index + 1
        if word.text in {",", ";", ":", "—", "–"} or word.is_finite or (word.part == "ADP" and not matter):
            break
        if name is not None and name.kind == "person" and word.case in {post.case, "Nom", ""}:
            yield Party(name.place, name.text, "party", name), post, None
            return
    # "Тан Шо, инженер «Норвел»," and "Дремов — заместитель директора АО «Браник»".
    before = next(
        (
            word
            for word in reversed(words[:first])
            if word.lower not in {"как", "новый", "бывший", "в", "письмах"} and word.part != "ADJ"
        ),
        None,
    )
    if before is not None and before.text in {",", "—", "–"} and before.index > 0 and post.case in {"Nom", ""}:
        name = speakers.name_at(words[before.index - 1])
        if name is not None and name.kind == "person":
            yield Party(name.place, name.text, "party", name), post, None
            return
    # "указанный в письмах как сотрудник": the papers list.
    if words[first - 1].lower == "как" and first > 0:
        yield from _listed(post, first, speakers)
        return
    for verb in words:
        if (
            verb.lemma in _BEING
            and verb.part in {"VERB", "AUX"}
            and post.case in {"Ins", "Nom"}
            and _governs(verb, post, speakers)
        ):
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
    words = speakers.words
    verb = next((word for word in reversed(words[:first]) if word.lemma in _LISTING), None)
    if verb is None:
        return
    papers = [word for word in words[verb.index : first] if word.lemma in lexicon.DOCUMENTS]
    lister = speakers.party(papers[0]) if papers else None
    names = [speakers.name_at(word) for word in words[: verb.index]]
    people = list(dict.fromkeys(name for name in names if name is not None and name.kind == "person"))
    plural = post.forms.get("Number") == "Plur"
    for name in people if plural else people[-1:]:
        yield Party(name.place, name.text, "party", name), verb, lister


def _title(post: Word, firm: Party, speakers: Speakers) -> tuple[tuple[str, str, Place | None], ...]:
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
    place = speakers.tree.place(max(first, post.index - 2) if first < post.index else post.index, last)
    return (("post", speakers.text[place.start : place.stop], place),)
