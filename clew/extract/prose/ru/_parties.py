# ruff: noqa: RUF002, RUF003 -- Russian words stand here on purpose
"""The head of a noun phrase of a Russian sentence goes in; a party with its words and its role comes out."""

from collections.abc import Mapping
from dataclasses import replace

from clew.extract.prose._telling import Name, Party, Place
from clew.extract.prose._words import words
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._names import Names
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._tree import NOMINAL, Tree

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
_OUT_OF = frozenset({"следовать", "явствовать", "вытекать", "усматриваться"})
_INDEFINITE = frozenset(
    {
        "некоторый",
        "предварительный",
        "неподтвержденный",
        "имеющийся",
        "разный",
        "неофициальный",
        "последний",
        "некий",
        "слух",
        "непроверенный",
    }
)
_COUNTING = frozenset(
    {"группа", "команда", "большинство", "один", "некоторый", "многие", "ряд", "часть", "несколько", "двое", "трое"}
)
_BODIES = (
    lexicon.SIDES
    | lexicon.FIRM_NOUNS
    | lexicon.INSTITUTIONS
    | lexicon.PUBLISHERS
    | lexicon.STAFF_POSTS
    | lexicon.DIRECTING_POSTS
)
_SOME = words(
    "один одна одни двое трое четверо никто некто кто-то каждый каждая многие некоторые часть большинство несколько кое-кто любой оба обе"
)
_LONGEST_ASIDE = 14  # words and signs
_QUALITIES = ("official", "institution", "expert", "publisher", "document", "source")
_ROLE_WORDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("official", lexicon.OFFICIALS),
    ("expert", lexicon.EXPERTS),
    ("source", lexicon.SOURCES),
    ("publisher", lexicon.PUBLISHERS),
    ("institution", lexicon.INSTITUTIONS),
    ("document", lexicon.DOCUMENTS),
)


class Parties:
    """Makes parties of the nouns of one sentence; `roles` are those the document gives to names elsewhere."""

    def __init__(self, tree: Tree, text: str, names: Names, roles: Mapping[str, str]) -> None:
        self.tree, self.text, self.names, self.roles = tree, text, names, roles
        self.words, self.page = tree.words, tree.sentence.page
        self.sentence_text = tree.sentence_text

    def name_at(self, word: Word) -> Name | None:
        """Return the name that covers a word."""
        return self.names.at(self.page, word.place.start)

    def party(self, head: Word, *, verb: Word | None = None) -> Party:
        """Return the party of a noun: the name alone where its phrase has one that it stands for, else the phrase."""
        if (
            head.part == "NUM"
            and head.head >= 0
            and head.relation.startswith("nummod")
            and self.words[head.head].part in NOMINAL
        ):
            head = self.words[head.head]
        first, last = self.tree.phrase(head)
        if head.lower in _SOME and last + 2 < len(self.words) and self.words[last + 1].lower == "из":
            among = next(
                (word for word in self.words[last + 2 : last + 9] if word.part in {"NOUN", "PROPN", "PRON"}), None
            )
            last = max(last, self.tree.phrase(among)[1]) if among is not None and among.case == "Gen" else last
        place = self.tree.place(first, last)
        name = self._name_in(head, first, last) or self._titled(head)
        role = self._role(head, (first, last), name, verb)
        if name is not None:
            return Party(name.place, name.text, role, name)
        return Party(place, self.text[place.start : place.stop], role)

    def _name_in(self, head: Word, first: int, last: int) -> Name | None:
        own = self.name_at(head)
        if own is not None and head.part != "PRON":
            return own
        found = None
        for word in self.words[first : last + 1]:
            name = self.name_at(word)
            if name is None or word.index == head.index:
                continue
            hangs = self.words[word.head] if word.head >= 0 else word
            if name.kind != "person" and head.lemma in lexicon.SOURCES:
                continue  # "источник «Курьера»" is not the paper
            direct = hangs.index == head.index and word.relation.split(":")[0] in {"appos", "flat"}
            person = (
                name.kind == "person"
                and word.index > head.index
                and self._is_post(head)
                and word.case in {head.case, ""}
            )
            firm = (
                name.kind == "organization"
                and word.index > head.index
                and head.lemma in lexicon.PUBLISHERS | lexicon.FIRM_NOUNS
                and not name.nominative  # "на складе «Лайта»" is the store, "в компании «Лайт»" the firm
                and word.index <= head.index + 2
            )
            alike = {head.case, "Nom", ""} | ({"Gen"} if head.case == "Acc" and hangs.index == head.index else set())
            if (
                (direct and name.kind in {"person", "organization", "unknown"} and word.case in alike) or person or firm
            ) and not (name.kind == "person" and _is_declined(word, head)):
                found = name  # the last: "адвокат Кольцовой Пётр Наливайко"
        return found

    def _titled(self, head: Word) -> Name | None:
        """Return the title in quotation marks right behind a noun for a thing: "агентство «Курьер»"; not "доклад «Курьера»"."""
        if (
            head.part not in {"NOUN", "PROPN"}
            or self._is_post(head)
            or head.lemma in lexicon.DOCUMENTS | lexicon.SOURCES
        ):
            return None
        pair = next(((first, last) for first, last in self.tree.quotes if first == head.index + 1), None)
        name = self.name_at(self.words[pair[0] + 1]) if pair is not None and pair[1] > pair[0] + 1 else None
        return name if name is not None and not name.nominative and name.kind != "person" else None

    def _is_post(self, head: Word) -> bool:
        return head.forms.get("Animacy") == "Anim" or head.lemma in lexicon.STAFF_POSTS | lexicon.DIRECTING_POSTS

    def _role(self, head: Word, run: tuple[int, int], name: Name | None, verb: Word | None) -> str:
        if head.lemma in lexicon.PRONOUNS and head.part in {"PRON", "DET"} and name is None:
            return "pronoun"
        first, last = run
        phrase = self.tree.place(first, last)
        if lexicon.PRESS_OFFICE.search(self.text[phrase.start : phrase.stop]):
            return "party"
        own = [head] if name is None or not name.place.holds(head.place) else []
        counts = head.lemma in _COUNTING or head.part == "NUM"
        counted = [self.words[i] for i in range(head.index + 1, last + 1)][:4] if counts else []
        for word in [*own, *counted]:
            role = self._of_an_office(word) or self._of_noun(word)
            if role:
                return "party" if role == "official" and self._of_a_firm(head) else role
        return self._role_of_name(head, first, name, verb) if name is not None else "party"

    def _role_of_name(self, head: Word, first: int, name: Name, verb: Word | None) -> str:
        before = [word for word in self.words[first : head.index] if not name.place.holds(word.place)]
        for word in [*before, *self._beside(name)]:
            role = self._of_noun(word)
            fits = word.case in {head.case, "Nom", ""} and not (role == "document" and name.kind == "person")
            if role and fits:
                return role
        if name.kind == "person":
            if lexicon.RESEARCH.search(self._around(name)):
                return "expert"
        elif lexicon.PUBLISHER_NAME.search(name.text) or (verb is not None and verb.lemma in lexicon.PUBLISHING):
            return "publisher"
        elif name.kind == "organization":
            if name.text.lower().startswith(("мин", "мид")) and " " not in name.text:
                return "institution"
            if (role := self._of_noun(head)) in {"official", "institution"}:
                return role
        return self.roles.get(_key(name), "party")

    def _of_noun(self, word: Word) -> str:
        if word.part not in {"NOUN", "PROPN", "ADJ", "X", "VERB"}:
            return ""
        lemma = word.lemma
        if word.lower == "органы" or (
            lemma == "орган" and self._modified(word, ("налогов", "следствен", "правоохран", "надзор"))
        ):
            return "official"
        if lemma in {"структура", "блок", "ведомство"} and self._modified(word, ("силов", "правоохран")):
            return "official"
        if lemma == "служба" and self._modified(word, ("экстренн", "аварийн", "спасательн", "оперативн", "специальн")):
            return "official"
        if lemma in {"управление", "отдел", "комитет", "департамент", "инспекция"} and self._modified(
            word, ("следствен", "полицейск", "оперативн", "налогов", "пограничн", "уголовн")
        ):
            return "official"
        if lemma in {"служба", "агентство"} and self._modified(
            word, ("разведыват", "пограничн", "таможен", "безопасн")
        ):
            return "official" if lemma == "служба" and not self._modified(word, ("таможен",)) else "party"
        return next((role for role, nouns in _ROLE_WORDS if lemma in nouns), "")

    def _of_an_office(self, post: Word) -> str:
        """Return the role of who speaks for another: of the police an official, the authors of a report experts."""
        if post.lemma in {"автор", "составитель"}:
            papers = lexicon.DOCUMENTS | {"исследование"}
            return "expert" if any(word.lemma in papers for word in self.tree.children(post.index, "nmod")) else ""
        if post.lemma in {"источник", "собеседник", "собеседница"}:
            return self._of_a_source(post)
        if post.lemma not in lexicon.STAFF_POSTS | lexicon.DIRECTING_POSTS:
            return ""
        of = [word for word in self.tree.children(post.index, "nmod") if word.case == "Gen"]
        return "official" if any(self._of_noun(word) == "official" for word in of) else ""

    def _of_a_source(self, source: Word) -> str:
        """Return "official" for a source in the services or a ministry: "источник в полиции"; "в правительстве" is anywhere."""
        behind = self.words[source.index + 1 : source.index + 8]
        led = next((word.index for word in behind if word.lower in {"в", "из", "на"}), None)
        if led is None or any(
            word.is_finite or word.text in {",", ":", "—"} for word in self.words[source.index : led]
        ):
            return ""
        noun = next((word for word in self.words[led + 1 : led + 4] if word.part in {"NOUN", "PROPN"}), None)
        if noun is None:
            return ""
        ministry = noun.lemma.startswith("мин") or noun.lemma in {"ведомство", "мид", "мвд", "мчс"}
        return "official" if self._of_noun(noun) == "official" or (ministry and self._of_noun(noun)) else ""

    def _modified(self, word: Word, stems: tuple[str, ...]) -> bool:
        return any(other.lower.startswith(stems) for other in self.words[max(0, word.index - 2) : word.index])

    def _of_a_firm(self, head: Word) -> bool:
        """Say whether an official is a firm's own: "инспектор компании"."""
        for word in self.tree.children(head.index, "nmod"):
            name = self.name_at(word)
            if word.lemma in lexicon.FIRM_NOUNS or (name is not None and name.kind == "organization"):
                return True
        return False

    def _beside(self, name: Name) -> list[Word]:
        """Return the nouns set off beside a name: "Ольга Брандт, эксперт по контролю"."""
        behind = next((word.index for word in self.words if word.place.start >= name.place.stop), None)
        if behind is None or self.words[behind].text != "," or behind + 1 >= len(self.words):
            return []
        found = []
        for word in self.words[behind + 1 : behind + 5]:
            if word.text in {",", ":", "—"} or word.is_finite:
                break
            if word.part == "NOUN" and word.case == "Nom":
                found.append(word)
        return found[:1]

    def _around(self, name: Name) -> str:
        """Return the words before a person's name up to the comma, and those behind it up to the verb."""
        start, stop = self.tree.sentence.place
        lead = self.text[max(start, name.place.start - 70) : name.place.start].rpartition(",")[2]
        trail = self.text[name.place.stop : min(stop, name.place.stop + 60)]
        return lead + (trail.partition(",")[0] if not trail.startswith(",") else trail[1:].partition(",")[0])

    def in_full(self, party: Party) -> Party:
        """Return an unnamed party with what is said of it between commas: "источник, знакомый с ситуацией"."""
        if party.name is not None or party.role == "pronoun":
            return party
        behind = next((word.index for word in self.words if word.place.start >= party.place.stop), len(self.words))
        last = self._aside_ends(behind)
        if last is None:
            return party
        place = Place(party.place.start, self.words[last].place.stop)
        return replace(party, place=place, text=self.text[place.start : place.stop])

    def _aside_ends(self, comma: int) -> int | None:
        """Return the last word of a participle's, an adjective's or "который"'s aside that a comma opens, or None."""
        opening = self.words[comma + 1 : comma + 4]
        if comma >= len(self.words) or self.words[comma].text != "," or not opening:
            return None
        relative = opening[0].lower not in {"согласно", "по"} and any(
            word.lower.startswith(("котор", "чье", "чья", "чей", "чьи")) for word in opening[:2]
        )
        first = opening[0]
        participle = first.forms.get("VerbForm") == "Part" and not first.is_finite
        described = (
            first.part == "ADJ" and len(opening) > 1 and opening[1].part == "ADP"
        )  # known to: "знакомый с делом"
        if not (relative or participle or described):
            return None
        verb_seen = not relative
        for word in self.words[comma + 1 : comma + _LONGEST_ASIDE]:
            verb_seen = verb_seen or word.is_finite
            if word.text in {":", ";", "—", "–"} or (word.part == "PUNCT" and word.text in {".", "!", "?"}):
                return word.index - 1
            if word.text == "," and verb_seen and word.index > comma + 1:
                return word.index - 1
        return None

    def can_say(self, party: Party) -> bool:
        """Say whether a party is one that speaks: named as a person or a body, or a noun for one."""
        if party.name is not None:
            return party.name.kind in {"person", "organization", "unknown"}
        if party.role not in {"party", "document"}:
            return True
        inside = [word for word in self.words if party.place.holds(word.place)]
        if (
            len(inside) == 1
            and inside[0].part in {"ADJ", "NUM"}
            and inside[0].text[0].isalpha()
            and inside[0].forms.get("Gender") != "Neut"
        ):
            return True  # "последняя", "задержанный"
        noun = next((number for number, word in enumerate(inside) if word.part in {"NOUN", "PROPN"}), len(inside))
        return any(
            word.part in {"NOUN", "PROPN", "ADJ", "NUM", "PRON"}
            and (word.forms.get("Animacy") == "Anim" or word.lemma in _BODIES | lexicon.SEVERAL | {"один", "одна"})
            for word in inside[: noun + 1]  # "учётная политика группы" is no party
        )

    def roles_here(self) -> dict[str, str]:
        """Return the roles that the sentence gives to names: name to role."""
        told = {}
        for word in self.words:
            if word.part != "PROPN" and self.name_at(word) is None:
                continue
            party = self.party(self.top(word))
            if party.name is not None and party.role in _QUALITIES:
                told[_key(party.name)] = party.role
        return told

    def top(self, word: Word) -> Word:
        """Return the head of the phrase a word is part of: the post, not its modifier."""
        seen = {word.index}  # the parser draws circles
        while (
            word.relation.split(":")[0] in {"appos", "flat", "nmod", "amod", "compound"}
            and word.head >= 0
            and self.words[word.head].part in NOMINAL
            and self.words[word.head].case == word.case
        ):
            nxt = self.words[word.head]
            between = self.words[min(nxt.index, word.index) : max(nxt.index, word.index)]
            if nxt.index in seen or abs(nxt.index - word.index) > 8 or any(other.text == "," for other in between):
                break
            seen.add(nxt.index)
            word = nxt
        return word


def _is_declined(word: Word, head: Word) -> bool:
    """Say whether a name has no form in the case of the noun before it: "адвокат Миловой" is not she."""
    possible = cases_of(word.text)
    hers = word.lower.endswith(("овой", "евой", "иной", "ыной"))  # could be his, "Лановой", and seldom is
    return bool(possible) and head.case == "Nom" and (hers or "Nom" not in possible)


def _key(name: Name) -> str:
    words = (name.nominative or name.text).split()
    return words[-1].casefold() if name.kind == "person" else (name.nominative or name.text).casefold()
