# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A verb of a Russian sentence goes in; what fills its places comes out: subject, object, to whom, from where, when, for how much."""

from clew.extract.amounts import find_amounts, plain
from clew.extract.prose._telling import Place
from clew.extract.prose._when import When, when
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._circumstances import MONEY, Circumstances
from clew.extract.prose.ru._fitting import is_firm
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._near_slots import URGING, nearby
from clew.extract.prose.ru._oblique import BY_MEANING, SHARES, TIMES, in_address, of_business
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._speakers import Speakers
from clew.extract.prose.ru._tree import NOMINAL

_TO = frozenset({"в", "во", "на", "до"})
_IN = frozenset({"в", "во", "на"})
_FROM = frozenset({"от", "из", "у", "с", "со"})
_SET_IN = frozenset({"расположить", "зарегистрировать", "прописать"})
_GOODS_OF = frozenset({"supplied", "shipped", "delivered", "billed", "tests"})
_LISTS = frozenset({"список", "перечень"})
_FORMS = frozenset({"ооо", "ао", "зао", "оао", "пао", "нао", "ип"})


class Slots(Circumstances):
    """Fills the places of verbs of one sentence."""

    def __init__(self, speakers: Speakers) -> None:
        self.speakers, self.tree, self.words = speakers, speakers.tree, speakers.words

    def fill(self, verb: Word, slots: str) -> list[Word]:
        """Return the words of the first of these slots that is filled, joined ones too."""
        for slot in slots.split():
            heads = self._one(verb, slot) or nearby(verb, slot, self.speakers)
            found = [each for word in heads for each in self.tree.conjuncts(word)]
            if found:
                return [*self._joined_before(found[0], found), *found]
        return []

    def _joined_before(self, head: Word, found: list[Word]) -> list[Word]:
        """Return the name joined by "и" before a name, where the parser did not join them: "Bai Wen и Tang Shuo"."""
        name = self.speakers.name_at(head)
        if name is None:
            return []
        first = next(word.index for word in self.words if word.place.stop > name.place.start)
        if first < 2 or self.words[first - 1].lower != "и":
            return []
        before = self.words[first - 2]
        other = self.speakers.name_at(before)
        joined = (
            other is not None and other.kind == name.kind and all(other.place != self._place(word) for word in found)
        )
        return [before] if joined else []

    def _place(self, word: Word) -> Place | None:
        name = self.speakers.name_at(word)
        return name.place if name is not None else None

    def _one(self, verb: Word, slot: str) -> list[Word]:
        passive = self._is_passive(verb)
        plain_obl = [
            word for word in self._hanging(verb, "obl", "iobj", "nmod", "obj") if not self.tree.preposition(word.index)
        ]
        match slot:
            case "subj":
                if passive and verb.lemma not in _SET_IN:
                    return [word for word in plain_obl if word.case == "Ins" or word.relation == "obl:agent"][:1]
                return self._subject(verb)
            case "obj":
                if passive:
                    return self._subject(verb)
                named = [
                    word
                    for word in self._hanging(verb, "obj")
                    if word.case in {"Acc", "Gen", "Nom", ""} and word.relation != "iobj"
                ]
                return named[:1] or self._swapped(verb)
            case "dat":
                return [word for word in plain_obl if word.case == "Dat" or word.relation == "iobj"][
                    :1
                ] or self._dative(verb)
            case "ins":
                return [word for word in plain_obl if word.case == "Ins"][:1]
            case _:
                return self._by_meaning(verb, slot)

    def _is_passive(self, verb: Word) -> bool:
        return verb.forms.get("Voice") == "Pass" or (verb.part == "ADJ" and verb.lemma in _SET_IN)

    def _by_meaning(self, verb: Word, slot: str) -> list[Word]:
        match slot:
            case "address":
                return in_address(verb, self.words)
            case "business":
                return of_business(self._hanging(verb, "obj", "obl"), self.words)
            case "upon":
                return [word for word in self._behind(verb, {"на"}) if word.case in {"Acc", ""}][:1]
            case "share":
                return self._of_share(verb)
            case "interests":
                return self._interests(verb)
            case "lister":  # who puts on a list, where the clause names it
                on_list = any(word.lemma in _LISTS for word in self._behind(verb, _IN))
                return self._subject(verb) if on_list and not self._is_passive(verb) else []
            case "list":
                return [word for word in self._behind(verb, _IN) if word.lemma in _LISTS][:1]
            case _:
                read = BY_MEANING.get(slot)
                return read(verb, self.speakers) if read is not None else self._by_preposition(verb, slot)

    def _by_preposition(self, verb: Word, slot: str) -> list[Word]:
        match slot:
            case "to":
                return [
                    word
                    for word in self._behind(verb, _TO)
                    if (word.case in {"Acc", "Gen", "Nom", ""} or "Acc" in cases_of(word.text))
                    and not self._is_time(word)
                ][:1]
            case "in" | "on" | "at":
                named = [
                    word
                    for word in self._behind(verb, _IN)
                    if word.case in {"Loc", "Acc", "Nom", ""} and not self._is_time(word)
                ]
                firms = [word for word in named if self.tree.preposition(word.index) == "на"]
                return (
                    (firms or named)[:1] if slot == "on" else [word for word in named if word.case in {"Loc", ""}][:1]
                )
            case "into":
                return [
                    word
                    for word in self._behind(verb, {"в", "во"})
                    if word.case in {"Acc", ""} and not self._is_time(word)
                ][:1]
            case "with":
                return [word for word in self._behind(verb, {"с", "со"}) if word.case in {"Ins", ""}][:1]
            case "from":
                return [
                    word
                    for word in self._behind(verb, {"от", "у", "из"})
                    if word.case in {"Gen", ""} and not self._is_time(word)
                ][:1]
        return []

    def _hanging(self, verb: Word, *relations: str) -> list[Word]:
        return [
            word
            for word in self.tree.children(verb.index, *relations)
            if word.part in NOMINAL and self._near(word, verb)
        ]

    def _near(self, word: Word, verb: Word) -> bool:
        low, high = sorted((word.index, verb.index))
        between = self.words[low:high]
        beyond = word.index < verb.index and any(other.lower == "что" and other.part == "SCONJ" for other in between)
        return not beyond and not any(other.text in {";", ":"} for other in between)

    def _behind(self, verb: Word, prepositions: frozenset[str] | set[str]) -> list[Word]:
        """Return the nouns behind a preposition that hang on a verb, or on its object: "закупил у X станки"."""
        direct = self._hanging(verb, "obl", "nmod", "obj", "iobj")
        through = [
            word
            for child in self._hanging(verb, "obj", "obl")
            for word in self.tree.children(child.index, "nmod")
            if word.part in NOMINAL
        ]
        found = [word for word in [*direct, *through] if self.tree.preposition(word.index) in prepositions]
        return sorted(found, key=lambda word: word.index)

    def _subject(self, verb: Word) -> list[Word]:
        heads = [
            word
            for word in self.tree.children(verb.index, "nsubj")
            if word.part in NOMINAL and word.case in {"Nom", "", "Gen", "Acc"}
        ]
        heads = [word for word in heads if word.lower not in {"что", "это", "кто"}]
        if verb.forms.get("Person") in {"1", "2"}:  # "Коллеги, я больше не работаю": who is spoken to
            heads = [word for word in heads if word.lower in {"я", "мы", "ты", "вы"}]
        if heads and heads[0].index > verb.index and heads[0].lower in _FORMS:  # "учреждение перечислило ИП Котову"
            before = [word for word in self.words[: verb.index] if word.case == "Nom" and word.part == "NOUN"]
            quoted = [word for word in before if any(left < word.index < right for left, right in self.tree.quotes)]
            heads = [word for word in before if word not in quoted] or heads
        for word in heads:
            if word.lower.startswith("котор"):
                return self._described(verb)
        if not heads and verb.forms.get("VerbForm") == "Part" and verb.relation == "acl" and verb.head >= 0:
            named = self._named_before_comma(verb)
            return named or [self.words[verb.head]]
        if verb.relation == "xcomp" and verb.head >= 0 and self.words[verb.head].lemma in URGING:
            return []  # whoever urges does not do it
        heads = [word for word in heads if not self._in_other_clause(word, verb)]
        if not heads and verb.relation in {"conj", "xcomp"} and 0 <= verb.head < verb.index:
            heads = [word for word in self.tree.children(verb.head, "nsubj") if word.case == "Nom"]
        heads = [word for word in heads if not self._beyond_that(word, verb)]
        return self._whole(heads[:1]) or self.speakers.nearest_nominative(verb) or self._said_of_himself(verb)

    def _named_before_comma(self, verb: Word) -> list[Word]:
        """Return the name right before the comma that a participle stands behind: "Digital Sky, принадлежащая Мильнеру"."""
        if verb.index < 2 or self.words[verb.index - 1].text != ",":
            return []
        before = self.words[verb.index - 2]
        before = self.words[before.index - 1] if before.text in {"»", '"'} else before
        return [before] if self.speakers.name_at(before) is not None else []

    def _in_other_clause(self, word: Word, verb: Word) -> bool:
        """Say whether a subject before a comma has a verb of its own there: "как сообщает «Курьер», завод купил"."""
        low, high = word.index, verb.index
        if low > high or not any(other.text == "," for other in self.words[low:high]):
            return False
        first = low
        while first > 0 and self.words[first - 1].text not in {",", ";", ":"}:
            first -= 1
        last = next(other.index for other in self.words[low:] if other.text == ",")
        return any(other.is_finite for other in self.words[first:last])

    def _said_of_himself(self, verb: Word) -> list[Word]:
        """Return the subject of the verb before, which one without its own shares: "истец указал, что перечислил", ", а потом вылетел"."""
        before = next((word for word in reversed(self.words[: verb.index]) if word.is_finite), None)
        if (
            before is None
            or not verb.is_finite
            or {
                before.forms.get("Number"),
                verb.forms.get("Number"),
            }
            != {"Sing"}
        ):
            return []
        genders = {before.forms.get("Gender"), verb.forms.get("Gender")} - {None}
        marked = {word.lower for word in self.words[before.index + 1 : verb.index]}
        if len(genders) > 1 or not marked & {"что", "и", "а", "но"} or marked & {"чтобы", "который", "которая"}:
            return []
        return [word for word in self.tree.children(before.index, "nsubj") if word.case == "Nom"][:1]

    def _beyond_that(self, word: Word, verb: Word) -> bool:
        """Say whether "что" or another verb with its own clause stands between a subject and a verb: it is not this verb's."""
        between = self.words[min(word.index, verb.index) + 1 : max(word.index, verb.index)]
        return any(other.lower == "что" and other.part == "SCONJ" for other in between)

    def _whole(self, heads: list[Word]) -> list[Word]:
        return [
            self.words[word.head]
            if word.part == "NUM" and word.relation.startswith("nummod") and word.head >= 0
            else word
            for word in heads
        ]

    def _described(self, verb: Word) -> list[Word]:
        return [self.words[verb.head]] if verb.relation.startswith("acl") and verb.head >= 0 else []

    def _swapped(self, verb: Word) -> list[Word]:
        """Return the first nominative before a verb whose subject stands behind it: "Модули производит «Орвел»"."""
        nominatives = [word for word in self.tree.children(verb.index, "nsubj", "obj") if word.index < verb.index]
        behind = [word for word in self.tree.children(verb.index, "nsubj") if word.index > verb.index]
        return nominatives[:1] if behind else []

    def _dative(self, verb: Word) -> list[Word]:
        """Return the dative behind a verb that the parser hung elsewhere, or took for a genitive: "продукцию компании"."""
        for each in self._hanging(verb, "obj"):
            for word in self.tree.children(each.index, "nmod"):
                if (
                    word.lemma in lexicon.FIRM_NOUNS
                    and "Dat" in cases_of(word.text)
                    and not self.tree.preposition(word.index)
                ):
                    return [word]
        for word in self.words[verb.index + 1 : verb.index + 4]:
            bare = word.index == verb.index + 1 and word.lower in _FORMS  # "АО" has no case
            if (
                (word.case == "Dat" or bare)
                and word.part in {"NOUN", "PROPN"}
                and not self.tree.preposition(word.index)
            ):
                return [word]
            if word.part in {"PUNCT", "VERB", "ADP"} and word.text not in {"«", "»"}:
                return []
        return []

    def _of_share(self, verb: Word) -> list[Word]:
        """Return the firm of a share: "владеет 60 процентами долей ООО", "приобрёл 51 % «Вектора»"."""
        near = self.words[verb.index + 1 : verb.index + 10]
        marks = [word.index for word in near if word.lemma in SHARES or word.text == "%"]
        if not marks:
            return []
        for word in self.words[marks[-1] + 1 : marks[-1] + 5]:
            if (
                word.part in {"NOUN", "PROPN", "X"}
                and word.lemma not in SHARES
                and (self.speakers.name_at(word) is not None or word.lemma in lexicon.FIRM_NOUNS)
            ):
                return [word]
        return []

    def _interests(self, verb: Word) -> list[Word]:
        for word in self.words[max(0, verb.index - 8) : verb.index + 4]:
            if word.lower == "интересы":
                rest = self.words[word.index + 1 : word.index + 5]
                return [other for other in rest if other.part in {"NOUN", "PROPN", "X"}][:1]
        return []

    def maker_last(self, verb: Word, goods: list[Word], makers: list[Word]) -> tuple[list[Word], list[Word]]:
        """Return goods and maker where the parser took both for objects: the firm among them makes the other."""
        both = [word for word in self.tree.children(verb.index, "obj", "nsubj") if word.part in NOMINAL]
        firms = [word for word in both if is_firm(self.speakers.party(word), word)]
        others = [word for word in both if word not in firms]
        return (others, firms) if firms and others else (goods, makers)

    def time(self, verb: Word, ends: tuple[Place, ...]) -> When | None:
        """Return the one time that the clause of a verb names."""
        first, last = self._clause(verb, ends)
        return when(self.speakers.sentence_text, self.tree.sentence.place.start, (self.tree.place(first, last),))

    def _clause(self, verb: Word, ends: tuple[Place, ...]) -> tuple[int, int]:
        """Return the first and last word of the clause a verb stands in: to the next comma beyond its ends."""
        inside = [word.index for word in self.words if any(place.holds(word.place) for place in ends)]
        first, last = min([verb.index, *inside]), max([verb.index, *inside])
        while first > 0 and self.words[first - 1].text not in {",", ";", ":"}:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].text not in {",", ";", ":"}:
            last += 1
        return first, last

    def goods(self, verb: Word, predicate: str, ends: tuple[Place, ...]) -> list[tuple[str, str, Place | None]]:
        """Return item, amount with currency, and share, where the clause of a verb names them."""
        found: list[tuple[str, str, Place | None]] = []
        first, last = self._clause(verb, ends)
        scope = self.tree.place(first, last)
        text = self.speakers.text[scope.start : scope.stop]
        amounts = [each for each in find_amounts(text) if each.currency]
        if len(amounts) == 1:
            place = Place(scope.start + amounts[0].start, scope.start + amounts[0].stop)
            found += [("amount", plain(amounts[0].value), place), ("currency", amounts[0].currency or "", None)]
        if predicate in _GOODS_OF:
            items = [
                word
                for word in self.fill(verb, "obj")
                if not any(place.holds(word.place) for place in ends) and word.lemma not in MONEY | {"счет", "инвойс"}
            ]
            if not items and predicate == "billed":
                items = [word for word in self._behind(verb, {"за"}) if word.case == "Acc"][:1]
            for word in items[:1]:
                place = self.tree.place(*self.tree.phrase(word))
                found.append(("item", self.speakers.text[place.start : place.stop], place))
        if predicate == "owns":
            shares = [
                word
                for word in self.words[first : last + 1]
                if word.text.replace(",", ".").replace(".", "", 1).isdigit() and self._is_percent(word)
            ]
            found += [("share", word.text.replace(",", "."), word.place) for word in shares[:1]]
        return found

    def _is_percent(self, word: Word) -> bool:
        behind = self.words[word.index + 1 : word.index + 2]
        return any(other.text == "%" or other.lemma == "процент" for other in behind)

    def _is_time(self, word: Word) -> bool:
        return word.lemma in TIMES
