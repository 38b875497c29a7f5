"""Russian sentences go in; names come out where they stand, each with one kind for the whole document, and in the nominative.

The model's spans are mended by rule: it drops the closing » and legal forms. Rules of the nominative: what already stands
in it keeps its surface ("Северцев" would become "Северцы"), and nothing inside «» is touched.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from clew.extract.document import Document
from clew.extract.prose._kinds import told_votes
from clew.extract.prose._pinyin import is_pinyin_name
from clew.extract.prose._telling import Name, Place
from clew.extract.prose.ru._models import cases_of, is_calling, is_surname, nominative
from clew.extract.prose.ru._parse import Sentence, Word, named_in

_KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}
_FORM = r"(?:ООО|ОАО|ЗАО|ПАО|АО|НАО|ФГУП|ГУП|МУП|НПО|НПП|НПФ|НИИ|ОКБ|КБ|ТОО|ИП|ГК|УК|ТД|АНО|НКО)"
_LEGAL = re.compile(
    rf"(?<![А-ЯЁа-яё]){_FORM}\s+(?:[«\"“][^»\"”\n]{{1,80}}[»\"”]+|[А-ЯЁA-Z][\w-]+(?:\s+[А-ЯЁA-Z][\w-]+){{0,3}})"
)
_QUOTED = re.compile(r"[«\"“]([A-ZА-ЯЁ0-9][^«»\"“”\n]{1,60})[»\"”]")
_CODE = re.compile(r"(?<![\w-])(?:[A-ZА-ЯЁ]{1,5}-?\d{1,5}[A-ZА-ЯЁ]{0,3}(?:-\d+)?)(?![\w-])")
_LEADS = re.compile(
    r"(?:завод\w*|компани\w+|фирм\w+|предприяти\w+|холдинг\w*|концерн\w*|банк\w*|агентств\w+|газет\w+|журнал\w*|телеканал\w*|издани\w+|портал\w*|"
    r"институт\w*|корпораци\w+|объединени\w+|клуб\w*|фонд\w*|центр\w*|групп\w+|сет[иь]\w*|поставщик\w*|посредник\w*|интересы)\s+$",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(r"^(?:Мы|Вы|Он|Она|Они|Как|Если|Это|Нет|Да|Об|По|В|На|С|И|А|Но)$")
_LATIN = re.compile(
    r"(?<![\w-])[A-Z][A-Za-z&'’-]+(?:\s[A-Z][A-Za-z&'’-]+){0,4}(?:,?\s(?:Co\.,\s)?(?:Ltd|LLC|Inc|GmbH)\.?)?(?![\w-])"
)
_LATIN_FIRM = re.compile(
    r"\b(?:Ltd|LLC|Inc|GmbH|Co|Trading|Instruments?|Logistics|Plant|Works|Wire|Digest|Ledger|Post|Times|Bank|Group|Systems|Laborator(?:y|ies)|Shipping)\b"
)
_MODEL_VOTES = 3


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a document."""

    source: str
    found: tuple[Name, ...]  # in order of page and place; none overlaps another
    votes: dict[str, Counter[str]] = field(default_factory=dict)  # surface -> kind -> weight: why it is that kind

    def at(self, page: int, place: int) -> Name | None:
        """Return the name that covers a character of a page."""
        number = bisect_right(self.found, (page, place), key=lambda name: (name.page, name.place.start)) - 1
        name = self.found[number] if number >= 0 else None
        return name if name is not None and name.page == page and name.place.start <= place < name.place.stop else None


def names_of(document: Document, sentences: Sequence[Sentence]) -> Names:
    """Return the names in the sentences; the same surface has the same kind throughout."""
    texts = {page.number: page.text for page in document.pages}
    taken = _taken(document, sentences, texts)
    votes = _votes(texts, taken)
    words = {
        page: [word for sentence in sentences if sentence.page == page for word in sentence.words] for page in taken
    }
    found = [
        replace(
            _named(page, place, texts[page], _winner(votes, texts[page][place.start : place.stop]), words[page]),
            because=told_votes(votes[texts[page][place.start : place.stop]]),
        )
        for page, some in taken.items()
        for place, _ in some
    ]
    return Names(document.source, tuple(sorted(found, key=lambda name: (name.page, name.place.start))), votes)


def _taken(
    document: Document, sentences: Sequence[Sentence], texts: dict[int, str]
) -> dict[int, list[tuple[Place, str]]]:
    """Return runs taken for names by page, each with a first kind; what comes first is the stronger reading."""
    places = [(sentence.page, sentence.place) for sentence in sentences]
    taken: dict[int, list[tuple[Place, str]]] = defaultdict(list)
    for page, place in places:
        for match in _LEGAL.finditer(texts[page], *place):
            _take(taken[page], Place(*match.span()), "organization")
    for page, place, label in named_in(document, places):
        _take(taken[page], _mended(texts[page], place, label), _KINDS[label])
    for sentence in sentences:
        verbs = [word.place for word in sentence.words if word.is_finite or word.part == "PRON"]
        for found, kind in _by_form(texts[sentence.page], sentence.place):
            if kind != "unknown" or not any(found.holds(verb) for verb in verbs):
                _take(taken[sentence.page], found, kind)
    surnames = (
        (sentence.page, word.place)
        for sentence in sentences
        for word in sentence.words
        if word.part == "PROPN" and word.forms.get("Animacy") == "Anim" and is_surname(word.text)
    )
    for page, place in surnames:
        _take(taken[page], place, "person")
    return taken


def _by_form(text: str, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield what the form makes a name: in quotation marks, a code, in Latin letters."""
    for match in _QUOTED.finditer(text, *place):
        if _LEADS.search(text[max(0, match.start() - 24) : match.start()]):
            yield Place(*match.span(1)), "organization"
        elif (
            _is_title(match[1], text[match.end() : match.end() + 4])
            and text[max(0, match.start() - 2) : match.start()].strip() != ":"
        ):
            yield Place(*match.span(1)), "unknown"
    for match in _CODE.finditer(text, *place):
        yield Place(*match.span()), "product"
    for match in _LATIN.finditer(text, *place):
        yield Place(*match.span()), "unknown"


def _is_title(words: str, after: str) -> bool:
    """Say whether quoted words are a name: up to four, the first with a capital, no mark among them, nobody saying them."""
    parts = words.split()
    said = re.match(r"\s*(?:,\s*)?[—–-]\s", after) or re.match(r"[!?…]", words[-1:])
    return len(parts) <= 4 and not re.search(r"[,.!?:;…]", words) and not (said and len(parts) > 1)


def _take(taken: list[tuple[Place, str]], place: Place, kind: str) -> None:
    """Take a run unless an earlier, stronger reading holds part of it."""
    if place.start < place.stop and not any(place.meets(other) for other, _ in taken):
        taken.append((place, kind))


def _mended(text: str, place: Place, label: str) -> Place:
    """Return the place of a name with the closing mark and the legal form that the model left out, or without a stray mark."""
    start, stop = place
    surface = text[start:stop]
    if _NOT_NAMES.match(surface) or (label == "LOC" and is_calling(surface)):
        return Place(start, start)
    if label == "ORG":
        opened, closed = surface.count("«"), surface.count("»")
        if opened > closed and text[stop : stop + 1] == "»":
            stop += 1
        elif closed > opened and surface.endswith("»"):
            stop -= 1
        elif surface.startswith("«") and surface.endswith("»") and opened == 1:
            start, stop = start + 1, stop - 1
    while stop > start and text[stop - 1] in " \n,;:.—" and not re.search(r"\b[А-ЯЁA-Z]\.$", text[start:stop]):
        stop -= 1
    return Place(start, stop)


def _votes(texts: dict[int, str], taken: dict[int, list[tuple[Place, str]]]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for page, some in taken.items():
        for place, kind in some:
            surface = texts[page][place.start : place.stop]
            if votes[surface][kind] < _MODEL_VOTES:
                votes[surface][kind] += 1
            if (
                _LEADS.search(texts[page][max(0, place.start - 24) : place.start].rstrip('«"“ ') + " ")
                and kind != "person"
            ):
                votes[surface]["organization"] += 2
            if is_pinyin_name(surface):
                votes[surface]["person"] += 8
            if _LATIN_FIRM.search(surface):
                votes[surface]["organization"] += 6
            if _LEGAL.fullmatch(surface):
                votes[surface]["organization"] += 12
    return votes


def _winner(votes: dict[str, Counter[str]], surface: str) -> str:
    return max((weight, kind) for kind, weight in votes[surface].items())[1]


def _named(page: int, place: Place, text: str, kind: str, words: list[Word]) -> Name:
    surface = text[place.start : place.stop]
    if kind == "product":
        return Name(page, place, surface, kind)
    first = bisect_right(words, place.start, key=lambda word: word.place.stop)
    inside = []
    for word in words[first:]:
        if word.place.start >= place.stop:
            break
        inside.append(word)
    if text[max(0, place.start - 1) : place.start] in {"«", '"', "“"}:
        led = _LEADS.search(text[max(0, place.start - 25) : place.start - 1]) or re.search(
            rf"{_FORM}\s+$", text[max(0, place.start - 8) : place.start - 1]
        )  # "компании «Вектор»" stands in the nominative already
        return Name(
            page, place, surface, kind, "" if led or kind == "person" else _title_nominative(surface, place, inside)
        )
    return Name(page, place, surface, kind, _nominative(surface, place, kind, inside))


def _title_nominative(surface: str, place: Place, words: list[Word]) -> str:
    """Return a title in the nominative: "«Волжскому курьеру»" is «Волжский курьер»; up to its first noun, the rest as it is."""
    noun = next((word for word in words if word.part in {"NOUN", "PROPN"}), None)
    if noun is None:
        return ""
    led = [word for word in words if word.index <= noun.index and word.part in {"NOUN", "PROPN", "ADJ"}]
    possible = frozenset.intersection(*(cases_of(word.text) for word in led))
    case = noun.case if noun.case in possible else ""
    if case in {"", "Nom"} and "Nom" not in possible and possible:  # the tagger reads what is quoted as a title
        case = next(one for one in ("Gen", "Dat", "Ins", "Loc", "Acc") if one in possible)
    if case in {"", "Nom"}:
        return ""
    told, at = "", place.start
    for word in words:
        told += surface[at - place.start : word.place.start - place.start]
        number, gender = noun.forms.get("Number", ""), noun.forms.get("Gender", "")
        told += nominative(word.text, word.part, case, number, gender) if word in led else word.text
        at = word.place.stop
    told += surface[at - place.start :]
    return "" if told == surface else told


def _nominative(surface: str, place: Place, kind: str, words: list[Word]) -> str:
    """Return a name in the nominative; empty where it stands in it, or cannot be told."""
    cases = {
        word.case
        for word in words
        if word.part in {"NOUN", "PROPN", "ADJ"} and word.case and "«" not in surface[: word.place.start - place.start]
    }
    if not cases or "Nom" in cases:
        return ""
    parts, at, done = [], place.start, False
    number = next((word.forms.get("Number", "") for word in words if word.forms.get("Number")), "")
    genders = Counter(word.forms.get("Gender", "") for word in words if word.forms.get("Gender"))
    gender = genders.most_common(1)[0][0] if genders and kind == "person" else ""
    for word in words:
        gap = surface[at - place.start : word.place.start - place.start]
        done = done or "«" in gap or word.text in {"«", '"', "“"}
        inflects = (
            not done
            and word.part in {"NOUN", "PROPN", "ADJ"}
            and word.case
            and len(word.text) > 2
            and not word.text.endswith(".")
        )
        form = (
            nominative(
                word.text,
                word.part,
                word.case,
                word.forms.get("Number", number),
                gender or word.forms.get("Gender", ""),
            )
            if inflects
            else word.text
        )
        parts += [gap, form]
        at = word.place.stop
        if kind != "person" and word.part in {"NOUN", "PROPN"}:
            done = (
                True  # of a body or a place only the words up to the first noun are inflected: "Министерства обороны"
            )
    told = "".join(parts) + surface[at - place.start :]
    return "" if told == surface else told
