# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A cue of a Russian sentence goes in; whom its speaker leans on comes out: a source cited, one learned from, the publisher told."""

from dataclasses import replace

from clew.extract.prose._telling import Party, Place
from clew.extract.prose.ru._models import cases_of
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._parties import Parties
from clew.extract.prose.ru._tree import NOMINAL

_NOTICES = frozenset(
    {"объявление", "новость", "новости", "разговор", "слово", "интернет", "телеграм", "пресса", "надпись", "вывеска"}
)


class Sources(Parties):
    """Finds who is leant on at the cues of one sentence."""

    def cited(self, verb: Word) -> tuple[Party, ...]:
        """Return whom a speaker leans on: "со ссылкой на двух чиновников", "ссылаясь на", "сослалось на"."""
        marks = [
            word
            for word in self.words
            if (word.lemma == "ссылка" and word.index and self.words[word.index - 1].lower in {"со", "с"})
            or (
                word.lemma in {"ссылаться", "сослаться"}
                and (word.forms.get("VerbForm") == "Conv" or word.index == verb.index)
            )
        ]
        for mark in marks:
            on = next((word for word in self.words[mark.index + 1 : mark.index + 3] if word.lower == "на"), None)
            if on is None or (mark.index != verb.index and abs(mark.index - verb.index) > 12):
                continue
            head = self.head_after(on.index + 1, cases={"Acc", "Gen", "Loc", "Nom"})
            if head is not None and head.lower != "то":
                found = tuple(self.party(each) for each in self.tree.conjuncts(head))
                return tuple(party for party in found if self.can_say(party) or party.role == "document")
        if verb.lemma in {"узнать", "узнавать", "услышать", "слышать"}:
            return self._learned_from(verb)
        if verb.lemma in {"процитировать", "цитировать"}:
            objects = [
                word
                for word in self.words[verb.index + 1 : verb.index + 4]
                if word.forms.get("Animacy") == "Anim" and word.case in {"Acc", "Gen"}
            ]
            return tuple(self.party(word) for word in objects[:1])
        return ()

    def _learned_from(self, verb: Word) -> tuple[Party, ...]:
        """Return whom one has a thing from: "узнали из объявления", "услышал от водителя"."""
        first, last = verb.index, verb.index
        while first > 0 and self.words[first - 1].text not in {",", ";", ":", "—"}:
            first -= 1
        while last + 1 < len(self.words) and self.words[last + 1].text not in {",", ";", ":", "—", "."}:
            last += 1
        for word in self.words[first : last + 1]:
            if word.part in {"NOUN", "PROPN"} and word.case in {"Gen", ""}:
                led, party = self.tree.preposition(word.index), self.party(word)
                if led == "из" and word.lemma in _NOTICES and party.name is None:
                    return (replace(party, role="document"),)
                if (led == "из" and (party.role in {"document", "publisher"})) or (
                    led in {"от", "у"} and self.can_say(party)
                ):
                    return (party,)
        return ()

    def head_after(self, index: int, *, cases: set[str]) -> Word | None:
        """Return the head of the noun phrase that begins at a word."""
        for word in self.words[index : index + 7]:
            if word.text in {",", ";", ":"} and word.index > index:
                return None
            if word.part in {"NOUN", "PROPN", "PRON", "X"} and (word.case in cases or not word.case):
                return word
            if word.part == "VERB" and word.is_finite:
                return None
        return None

    def told(self, verb: Word) -> tuple[Party, ...]:
        """Return the publisher that was told: "рассказал «Полюсу»"; reporters and a court pass nothing on."""
        for word in self.words[verb.index + 1 : verb.index + 5]:
            if word.text in {",", ":", "—"}:
                break
            quoted = self._is_quoted(word.place) or self.words[word.index - 1].text == "«"
            if (
                (word.case == "Dat" or quoted)
                and word.part in NOMINAL | {"ADJ"}
                and not self.tree.preposition(word.index)
            ):
                party = self.party(word, verb=None)
                declined = party.name is not None and (word.case == "Dat" or "Dat" in cases_of(word.text))
                publishing = (party.role == "publisher" and declined) or (
                    declined
                    and party.name is not None
                    and party.name.kind in {"organization", "unknown"}
                    and self._is_quoted(party.place)
                )
                if publishing and party.name is not None:
                    return (party,)
        return ()

    def _is_quoted(self, place: Place) -> bool:
        return self.text[place.start - 1 : place.start] == "«" or self.text[place.start : place.start + 1] == "«"

    def at_head(self, colon: int) -> tuple[Party, ...]:
        """Return the speaker that stands before a colon without a verb: the first nominative of the sentence."""
        for word in self.words[:colon]:
            if word.part in {"NOUN", "PROPN", "PRON"} and word.case in {"Nom", ""}:
                return (self.party(self.top(word)),)
        return ()
