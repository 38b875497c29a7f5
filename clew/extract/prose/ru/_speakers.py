# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""A cue of a Russian sentence goes in; who speaks comes out: a subject, an agent, an office or a paper."""

from clew.extract.prose._telling import Party
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._sources import Sources
from clew.extract.prose.ru._tree import NOMINAL

_PLACES = frozenset({"в", "во", "на"})
_REFLEXIVE = frozenset(
    {
        "говориться",
        "значиться",
        "указываться",
        "отмечаться",
        "утверждаться",
        "сообщаться",
        "подчеркиваться",
        "следовать",
        "явствовать",
        "вытекать",
        "усматриваться",
    }
)
_NO_BODY = frozenset(
    {
        "суд",
        "год",
        "начало",
        "частность",
        "время",
        "ответ",
        "из",
        "связь",
        "четверг",
        "ход",
        "разговор",
        "интервью",
        "очередь",
        "хода",
        "рамка",
        "рамки",
        "результат",
        "итог",
        "процесс",
        "течение",
        "период",
        "отношение",
        "соответствие",
        "случай",
        "момент",
        "настоящее",
        "основное",
        "целое",
        "адрес",
        "преддверие",
        "присутствие",
        "качество",
        "сумма",
        "размер",
    }
)
_OUT_OF = frozenset({"следовать", "явствовать", "вытекать", "усматриваться"})


_ALL = lexicon.SAYING | lexicon.BELIEVING | lexicon.DENYING
_GROUNDED = frozenset({"мотивировать", "обосновать", "аргументировать"})
_ENTERED = frozenset({"значиться", "фигурировать", "числиться", "указать", "записать", "обозначить"})
_EACH_OTHER = frozenset({"друг", "друга", "другу", "другом", "друге"})
_NEAR = 14  # words between a verb and the office or the paper it is said in


class Speakers(Sources):
    """Finds who speaks at the cues of one sentence."""

    def of(self, verb: Word) -> tuple[Party, ...]:
        """Return who speaks at a verb: its subject, the agent of a passive, the office or the paper it is said in."""
        if verb.lemma in _OUT_OF:
            return self._behind_preposition(verb, {"из"})
        if verb.lemma in _GROUNDED and self._is_passive(verb):  # "жалоба мотивирована тем, что"
            return tuple(self.party(word) for word in self.tree.children(verb.index, "nsubj")[:1])
        if verb.lemma in _REFLEXIVE or self._is_passive(verb):
            papers = self._behind_preposition(verb, _PLACES) if verb.lemma in _ENTERED else ()
            if any(party.role == "document" for party in papers):
                return papers  # "в накладной получателем указан завод": by nobody
            return self._agents(verb) or self._behind_preposition(verb, _PLACES)
        heads = self._subjects(verb)
        heads = [each for head in heads[:1] for each in self.tree.conjuncts(head)]
        if heads:
            return tuple(dict.fromkeys(self.party(head, verb=verb) for head in heads))
        if verb.forms.get("Number") == "Plur":
            return self._behind_preposition(verb, _PLACES)
        return ()

    def _subjects(self, verb: Word) -> list[Word]:
        """Return the subject of a verb, where the parser's is none a nearer nominative."""
        heads = [
            self._behind_participle(word, verb)
            for word in self.tree.children(verb.index, "nsubj")
            if self._can_speak(word, verb)
        ]
        if len(heads) > 1 and heads[0].index < heads[1].index < verb.index and self._are_parted(heads[0], heads[1]):
            heads = heads[1:]  # who is spoken to: "Иван Ильич, завод прислал ответ"
        if heads and any(
            other.text in {",", "—", "–"} for other in self.words[slice(*sorted((heads[0].index, verb.index)))]
        ):
            heads = self._near(verb, after_only=True) or self._hanging_behind(verb) or self._close_before(verb) or heads
        elif heads and not (self._may_be_subject(heads[0]) and self._agrees(heads[0], verb)):
            heads = self._near(verb) or heads
        return heads or self._near(verb) or self._hanging_behind(verb) or self._person_beside(verb)

    def _are_parted(self, left: Word, right: Word) -> bool:
        return any(word.text == "," for word in self.words[left.index : right.index])

    def _behind_participle(self, word: Word, verb: Word) -> Word:
        """Return the noun that a participle taken for a subject describes: "Допрошенный в суде свидетель Ухватов показал"."""
        if word.part not in {"ADJ", "VERB"} and not word.lower.endswith(
            ("нный", "нная", "нные", "тый", "щий", "вший", "вшая")
        ):
            return word
        for other in self.words[word.index + 1 : verb.index]:
            if other.text in {",", ";", ":"}:
                return word
            if other.part in {"NOUN", "PROPN"} and other.case == "Nom" and not self.tree.preposition(other.index):
                return other
        return word

    def _is_passive(self, verb: Word) -> bool:
        if verb.lower.endswith(("ся", "сь")) and verb.lemma in _ALL - lexicon.NOBODYS - _REFLEXIVE:
            return False  # "оговаривается, что": done by somebody, whatever the tagger says
        return verb.forms.get("Voice") == "Pass" and verb.forms.get("VerbForm") != "Conv"

    def _can_speak(self, word: Word, verb: Word) -> bool:
        if word.part not in NOMINAL | {"ADJ"} or word.lower in {
            "это",
            "что",
            "который",
            "которая",
            "которые",
            "которое",
            "об",
            "чего",
        }:
            return False
        if self._is_reciprocal(word) or (self._only_quoted(word) and not self._only_quoted(verb)):
            return False
        if word.case not in {"Nom", "", "Gen", "Acc"} or self.tree.preposition(word.index):
            return False
        between = self.words[min(word.index, verb.index) + 1 : max(word.index, verb.index)]
        return not any(other.text in {":", ";"} for other in between)

    def _is_reciprocal(self, word: Word) -> bool:
        """Say whether a word is part of "друг друга", "друг от друга"."""
        near = self.words[max(0, word.index - 2) : word.index + 3]
        return word.lower.startswith("друг") and sum(other.lower in _EACH_OTHER for other in near) > 1

    def _hanging_behind(self, verb: Word) -> list[Word]:
        """Return the paper right behind a verb that the parser took for its object: "показывают записи авиакомпании"."""
        for word in self.words[verb.index + 1 : verb.index + 5]:
            if word.part == "NOUN":
                return [word] if word.relation in {"obj", "nsubj"} and word.lemma in lexicon.DOCUMENTS else []
            if word.part not in {"ADJ", "DET", "NUM"}:
                return []
        return []

    def _near(self, verb: Word, *, after_only: bool = False) -> list[Word]:
        """Return the nearest nominative in the clause of a verb that the parser gave no subject."""
        for step in (1,) if after_only else (-1, 1):
            index = verb.index + step
            while 0 <= index < len(self.words):
                word = self.words[index]
                if word.text == "," and step < 0 and (opened := self._aside(index)) is not None:
                    index = opened - 1
                    continue
                if word.text in {",", ";", ":", "—", "–"} or (word.is_finite and word.lemma != "быть"):
                    break
                if (
                    (word.part in NOMINAL or self._stands_alone(word))
                    and (word.case == "Nom" or (not word.case and self.name_at(word) is not None))
                    and word.lower not in {"что", "это", "кто", "то"}
                    and not self.tree.preposition(word.index)
                    and self._agrees(word, verb)
                    and not self._only_quoted(word)
                    and not self._is_reciprocal(word)
                    and (len(word.text) > 1 or word.part == "PRON")  # "№ 5/П"
                ):
                    return [self.top(word)]
                index += step
        return []

    def _only_quoted(self, word: Word) -> bool:
        """Say whether a word stands between quotation marks without being part of a name: "назвал его «посредником номер один»"."""
        return self.name_at(word) is None and any(first < word.index < last for first, last in self.tree.quotes)

    def _stands_alone(self, word: Word) -> bool:
        """Say whether an adjective is the noun itself: "остальные отказались", "пострадавший заявил"."""
        behind = self.words[word.index + 1 : word.index + 2]
        return word.part == "ADJ" and not any(other.part in {"NOUN", "PROPN", "ADJ", "ADP"} for other in behind)

    def _person_beside(self, verb: Word) -> list[Word]:
        """Return the person named right before or behind a verb whose name the tagger put in another case: "Ивлева возразила"."""
        for word in (*self.words[max(0, verb.index - 1) : verb.index], *self.words[verb.index + 1 : verb.index + 2]):
            name = self.name_at(word)
            if name is None or name.kind != "person" or "Nom" not in cases_of(word.text):
                continue
            genders = {verb.forms.get("Gender"), word.forms.get("Gender")} - {None}
            if verb.forms.get("Number") != "Plur" and (len(genders) < 2 or "Fem" in genders):
                return [self.top(word)]
        return []

    def _close_before(self, verb: Word) -> list[Word]:
        """Return the nearest nominative before a verb, back to the next comma: closer than the subject the parser drew."""
        for word in reversed(self.words[: verb.index]):
            if word.text in {",", ";", ":", "—", "–"} or word.is_finite:
                return []
            if (
                word.part in NOMINAL
                and self._may_be_subject(word)
                and word.case in {"Nom", ""}
                and self._agrees(word, verb)
            ):
                return [self.top(word)] if not self.tree.preposition(word.index) else []
        return []

    def _may_be_subject(self, word: Word) -> bool:
        """Say whether a word has a form of the nominative, or is counted: "двое чиновников"."""
        if word.part not in {"NOUN", "ADJ", "PROPN"} or not word.text[0].isalpha() or "Nom" in cases_of(word.text):
            return True
        return bool(self.tree.children(word.index, "nummod")) or not cases_of(word.text)

    def _aside(self, closing: int) -> int | None:
        """Return the comma that opens the participle's aside which a comma closes: ", указанный в письмах как сотрудник,"."""
        for word in reversed(self.words[:closing]):
            if word.is_finite or word.text in {";", ":"}:
                return None
            if word.text == ",":
                first = self.words[word.index + 1]
                participle = first.forms.get("VerbForm") in {"Part", "Conv"} and not first.is_finite
                leans = first.lower in {"со", "с"} and self.words[word.index + 2].lemma == "ссылка"
                if first.part in {"ADJ", "PRON"} or first.lower.startswith("котор"):
                    continue  # an aside in the aside: "на источник, знакомый с делом,"
                return word.index if participle or leans or first.part == "ADP" else None
        return None

    def nearest_nominative(self, verb: Word) -> list[Word]:
        """Return the nearest nominative in the clause of a verb, for one that the parser gave no subject."""
        return self._near(verb)

    def _agrees(self, word: Word, verb: Word) -> bool:
        ours, theirs = word.forms.get("Number"), verb.forms.get("Number")
        return (
            ours is None or theirs is None or ours == theirs or bool(self.tree.children(word.index, "conj", "nummod"))
        )

    def _agents(self, verb: Word) -> tuple[Party, ...]:
        for word in self.words:
            near = abs(word.index - verb.index) <= 6
            hangs = word.head == verb.index or (
                near and word.index < verb.index and word.relation.split(":")[0] in {"obl", "nmod", "root"}
            )
            if (
                hangs
                and word.case == "Ins"
                and word.lower != "том"
                and word.part in {"NOUN", "PROPN"}
                and not self.tree.preposition(word.index)
            ):
                return tuple(self.party(head) for head in self.tree.conjuncts(word))
        return ()

    def _behind_preposition(self, verb: Word, prepositions: set[str] | frozenset[str]) -> tuple[Party, ...]:
        """Return the noun behind "в", "на", "из" that hangs on a verb or stands nearest before or behind it in its clause."""
        hanging = [
            word
            for word in self.tree.children(verb.index, "obl", "nmod", "obj")
            if self.tree.preposition(word.index) in prepositions
        ]
        near = [
            word
            for word in self.words
            if abs(word.index - verb.index) <= _NEAR
            and word.part in {"NOUN", "PROPN", "PRON"}
            and self.tree.preposition(word.index) in prepositions
            and self._same_clause(word, verb)
        ]
        for word in [*hanging, *sorted(near, key=lambda each: abs(each.index - verb.index))]:
            if word.case in {"Loc", "Gen", ""} and not _is_time(word) and self._is_body(word, prepositions):
                return tuple(self.party(head) for head in self.tree.conjuncts(word))
        return self._paper_at_head(verb) if "из" in prepositions else ()

    def _paper_at_head(self, verb: Word) -> tuple[Party, ...]:
        """Return the paper that heads a sentence and is told of at length: "Из протокола, который …, явствует, что"."""
        head = self.head_after(1, cases={"Gen"}) if self.words[0].lower == "из" and verb.index > 1 else None
        fits = head is not None and head.index < verb.index and head.lemma in lexicon.DOCUMENTS
        return (self.party(head),) if head is not None and fits else ()

    def _same_clause(self, word: Word, verb: Word) -> bool:
        low, high = sorted((word.index, verb.index))
        comma = next((other.index for other in self.words[low:high] if other.text == ","), None)
        end = self._aside_ends(comma) if comma is not None else None
        if end is not None and end + 1 < high:  # "из переписки, оказавшейся в редакции, следует"
            low = end + 2
        return not any(other.text in {",", ";", ":", "—"} for other in self.words[low:high])

    def _is_body(self, word: Word, prepositions: set[str] | frozenset[str]) -> bool:
        """Say whether one can speak "in" it: an office or a paper, no town and no year."""
        name = self.name_at(word)
        if name is not None and name.kind == "place":
            return word.lemma in lexicon.INSTITUTIONS  # "в Кремле"
        if (word.part not in {"NOUN", "PROPN"} and not word.lower.startswith("котор")) or word.lower in {"том", "то"}:
            return False
        lead = self.words[max(0, word.index - 2) : word.index]
        if any(other.relation == "fixed" and other.lemma in _NO_BODY for other in lead):
            return False  # "в ходе проверки"
        return word.lemma not in _NO_BODY or "из" in prepositions or word.lower == "ответе"


def _is_time(word: Word) -> bool:
    return word.lemma in {
        "год",
        "месяц",
        "день",
        "неделя",
        "понедельник",
        "вторник",
        "среда",
        "четверг",
        "пятница",
        "суббота",
        "воскресенье",
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
        "время",
        "момент",
    }
