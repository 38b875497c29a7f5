# ruff: noqa: RUF002 -- Russian words stand here on purpose
"""A parsed Russian sentence goes in; its quotations of speech and the runs between its marks come out."""

from clew.extract.prose._telling import Place
from clew.extract.prose.ru import _lexicon as lexicon
from clew.extract.prose.ru._parse import Word
from clew.extract.prose.ru._tree import Tree

DASHES = frozenset({"—", "–", "-", "−"})
_SPEECH_LEAST = 4  # words between marks that are speech without a verb among them; fewer are a name
_SEGMENT = frozenset({",", ":", ";", "(", ")"}) | DASHES


class Segments:
    """Knows where a sentence is parted, and what in it is spoken."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.words = tree, tree.words
        self.speech = [pair for pair in tree.quotes if self._speaks(*pair)]

    def _speaks(self, first: int, last: int) -> bool:
        inner = self.words[first + 1 : last]
        before = self.words[first - 1].text if first else ""
        if before == ":" and (len(inner) > 3 or last + 2 >= len(self.words)):
            return True
        if any(word.is_finite and word.relation != "flat:foreign" for word in inner) and len(inner) > 2:
            return True
        return len([word for word in inner if word.part != "PUNCT"]) >= _SPEECH_LEAST and not all(
            word.text[:1].isupper() for word in inner if word.part in {"NOUN", "PROPN", "ADJ"}
        )

    def is_speech(self, index: int) -> bool:
        """Say whether a quotation of speech begins at a word."""
        return any(first == index for first, _ in self.speech)

    def segment(self, index: int) -> tuple[int, int]:
        """Return first and last word between the commas, dashes and marks of speech around a word."""
        marks = {edge for pair in self.speech for edge in pair}
        first = last = min(index, len(self.words) - 1)
        while (
            first > 0
            and self.words[first - 1].text not in _SEGMENT
            and first - 1 not in marks
            and not self._is_stop(first - 1)
        ):
            first -= 1
        while (
            last + 1 < len(self.words)
            and self.words[last + 1].text not in _SEGMENT
            and last + 1 not in marks
            and not self._is_stop(last + 1)
        ):
            last += 1
        return first, last

    def _is_stop(self, index: int) -> bool:
        return (
            self.words[index].text in {".", "!", "?", "…"}
            and self.words[index].part == "PUNCT"
            and not self._abbreviates(index)
            and not self._within_word(index)
        )

    def _within_word(self, index: int) -> bool:
        """Say whether a stop has no blank behind it: "Лента.ру"."""
        behind = self.words[index + 1 : index + 2]
        return bool(behind) and behind[0].place.start == self.words[index].place.stop and behind[0].text[:1].isalnum()

    def _abbreviates(self, index: int) -> bool:
        return index > 0 and len(self.words[index - 1].text) <= 2 and index + 1 < len(self.words)

    def follows_speech(self, verb: Word) -> bool:
        """Say whether a verb is the first behind a quotation and a dash: whoever does it there speaks ("«…», — машет рукой он")."""
        first, _ = self.segment(verb.index)
        if not verb.is_finite or any(word.is_finite for word in self.words[first : verb.index]):
            return False
        turns = [word.index for word in self.words[2:first] if self.is_turn(word)]
        if first < 3 or turns != [first - 1]:
            return False  # the second turn of "«…, — сказал он, — …»" is what he said
        spoken = any(left < first <= right + 4 or left < verb.index < right for left, right in self.speech)
        return spoken or self.words[0].text in DASHES

    def is_turn(self, word: Word) -> bool:
        """Say whether a dash behind a mark begins a speaker's turn."""
        return word.text in DASHES and self.words[word.index - 1].text in {",", "!", "?", "…", "»", '"', "”"}

    def quoted_after(self, content: tuple[Place, ...]) -> tuple[Place, ...]:
        """Return the quotation that a colon behind a clause leads to: the same speaker's words for it."""
        mark = next(
            (word for word in self.words if content and word.place.start >= content[-1].stop and word.text != "»"), None
        )
        return (
            self.after(mark.index) if mark is not None and mark.text == ":" and self.is_speech(mark.index + 1) else ()
        )

    def colon(self, verb: Word) -> int | None:
        """Return the colon that a verb and its speaker lead to; a dash does where two clauses meet at it."""
        for word in self.words[verb.index + 1 :]:
            if word.text == ":":
                return word.index
            if word.text in DASHES and not self.speech:
                rest = self.words[word.index + 1 :]
                first, _ = self.segment(verb.index)
                whole = first == 0 and self.words[word.index - 1].text != ","
                told = len(rest) > 2 and rest[0].part != "CCONJ" and verb.lemma in {"ответить", "сказать", "написать"}
                return word.index if whole and (told or any(other.is_finite for other in rest)) else None
            if word.is_finite or word.text in {",", ";"}:
                return None
        return None

    def after(self, mark: int) -> tuple[Place, ...]:
        """Return the words behind a colon: the quotation that begins there, else all to the end."""
        for first, last in self.speech:
            if first == mark + 1:
                place = self.tree.trimmed(first + 1, last - 1)
                return (place,) if place else ()
        place = self.tree.trimmed(mark + 1, len(self.words) - 1)
        return (place,) if place else ()

    def only_speaker(self, verb: Word, first: int, last: int) -> bool:
        """Say whether a run holds nothing but a cue, its speaker, to whom, and where."""
        for word in self.words[first : last + 1]:
            if word.index == verb.index or word.part in {"PUNCT", "ADP", "ADV", "PART", "ADJ", "NUM", "DET", "X"}:
                continue
            if word.lower in {"как", "так", "если"}:
                continue
            if word.is_finite and word.lemma in lexicon.SAYING and self.words[word.index - 1].lower == "и":
                continue  # ", рассказали чиновники и подтвердил источник"
            if word.lower in {"понять", "знать"} and verb.lemma in {"дать", "давать"}:
                continue
            if word.is_finite or (word.part == "VERB" and word.forms.get("VerbForm") in {"Inf", "Conv"}):
                return False
            if (
                word.relation == "obj"
                and word.case in {"Acc", "Gen"}
                and (word.lemma not in lexicon.DOCUMENTS or self._has_other_subject(word, first, last))
                and word.head == verb.index
                and word.forms.get("Animacy") != "Anim"
                and word.part != "PRON"
            ):
                return False
            if word.part == "SCONJ":
                return False
        return True

    def _has_other_subject(self, word: Word, first: int, last: int) -> bool:
        return any(
            other.index != word.index and other.case == "Nom" and other.part in {"NOUN", "PROPN", "PRON"}
            for other in self.words[first : last + 1]
        )
