"""Questions to the parse of a Russian sentence: who depends on whom, what a noun's phrase is, where a clause ends."""

from collections.abc import Iterable

from clew.extract.prose._telling import Place
from clew.extract.prose.ru._parse import Sentence, Word

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "DET"})
_CLAUSES = ("acl", "ccomp", "parataxis", "advcl", "csubj", "nsubj", "cop")
_DASHES = frozenset({"—", "–", "-", "−"})
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')


class Tree:
    """One sentence and what hangs on what in it. The parser may draw circles, so every walk remembers where it was."""

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence, self.words = sentence, sentence.words
        self.sentence_text = sentence.text_of(text)
        self._below: dict[int, list[int]] = {}
        for word in self.words:
            if word.head >= 0 and word.head != word.index:
                self._below.setdefault(word.head, []).append(word.index)
        self.quotes = _quotes(self.words)

    def children(self, index: int, *relations: str) -> list[Word]:
        """Return the words that hang on one, by relation ("nsubj" is "nsubj:pass" too); all without any."""
        below = (self.words[child] for child in self._below.get(index, ()))
        return [
            word
            for word in below
            if not relations or word.relation.split(":")[0] in relations or word.relation in relations
        ]

    def preposition(self, index: int) -> str:
        """Return the preposition of a noun in small letters, or nothing."""
        found = [word.lower for word in self.children(index, "case") if word.index < index]
        return found[0] if found else ""

    def conjuncts(self, head: Word) -> list[Word]:
        """Return a noun and those joined to it by a comma or "и"."""
        found, waiting = [head], [head]
        while waiting:
            for word in self.children(waiting.pop().index, "conj"):
                if (
                    word not in found
                    and word.part in NOMINAL
                    and (not word.case or not head.case or word.case == head.case)
                ):
                    found.append(word)
                    waiting.append(word)
        return found

    def phrase(self, head: Word) -> tuple[int, int]:
        """Return the first and last word of a noun's phrase, without clauses, conjuncts and the preposition before it."""
        below = self._phrase_words(head)
        first = last = head.index
        while first > 0 and self._joins(first - 1, below, before=True):
            first -= 1
        while last + 1 < len(self.words) and self._joins(last + 1, below, before=False):
            last += 1
        while first < head.index and (
            self.words[first].part in {"ADP", "SCONJ", "CCONJ", "PART", "PUNCT"}
            and self.words[first].text not in _OPENING
        ):
            first += 1
        while last > head.index and (
            self.words[last].part in {"ADP", "CCONJ"} or self.words[last].lower in {"же", "ведь", "лишь"}
        ):
            last -= 1
        return self._quotes_closed(first, last)

    def _phrase_words(self, head: Word) -> set[int]:
        below, waiting = {head.index}, [head.index]
        while waiting:
            for word in self.children(waiting.pop()):
                kind = word.relation.split(":")[0]
                if word.index in below or kind in _CLAUSES or (kind == "conj" and word.head == head.index):
                    continue
                if kind == "nmod" and word.case == "Acc" and not self.preposition(word.index):
                    continue  # the object of a verb: "ни продавец сумму не раскрывают"
                named = any(first < word.index < last for first, last in self.quotes)  # «Верфи № 4»
                counted = not named and bool(self.children(word.index, "nummod"))
                if kind == "nmod" and counted and self.words[word.head].forms.get("Animacy") == "Anim":
                    continue  # nobody is of a sum: "передал посреднику 40 тысяч евро"
                if kind == "appos" and any(
                    self.words[i].text in {",", "—", "–"}
                    for i in range(min(word.index, head.index), max(word.index, head.index))
                ):
                    continue
                below.add(word.index)
                waiting.append(word.index)
        return below

    def _joins(self, index: int, below: set[int], *, before: bool) -> bool:
        word = self.words[index]
        if word.text in _OPENING or word.text in _CLOSING:
            beyond = index - 1 if before else index + 1
            inside = any(first <= index <= last and last - first < 9 for first, last in self.quotes)
            return inside and (self._quote_at(index, below) or (0 <= beyond < len(self.words) and beyond in below))
        if word.part == "PUNCT":
            return (
                word.text in {".", "/"}
                and index + 1 in below
                and index - 1 in below
                and len(self.words[index - 1].text) <= 2
            )
        return index in below

    def _quote_at(self, index: int, below: set[int]) -> bool:
        return any(
            index in (first, last) and any(inner in below for inner in range(first + 1, last))
            for first, last in self.quotes
        )

    def _quotes_closed(self, first: int, last: int) -> tuple[int, int]:
        for left, right in self.quotes:
            if right - left < 9:
                if first <= left <= last < right:
                    last = right
                elif left < first <= right <= last:
                    first = left
        return first, last

    def place(self, first: int, last: int) -> Place:
        """Return where a run of words stands in the page."""
        return Place(self.words[first].place.start, self.words[last].place.stop)

    def trimmed(self, first: int, last: int) -> Place | None:
        """Return where a run of words stands, without marks and dashes at its ends; None where nothing is left."""
        while first <= last and self.words[first].part == "PUNCT" and not self._opens_name(first):
            first += 1
        while first <= last and self.words[last].part == "PUNCT" and not self._closes_name(last, first):
            last -= 1
        return self.place(first, last) if first <= last else None

    def _opens_name(self, index: int) -> bool:
        return any(
            left == index
            and right - left < 9
            and right + 1 < len(self.words)
            and self.words[right + 1].text not in {",", "."}
            for left, right in self.quotes
        )

    def _closes_name(self, index: int, first: int) -> bool:
        return any(right == index and left > first for left, right in self.quotes)

    def runs(self, indices: Iterable[int]) -> list[tuple[int, int]]:
        """Return first and last of each unbroken run."""
        found: list[tuple[int, int]] = []
        for index in sorted(indices):
            if found and found[-1][1] == index - 1:
                found[-1] = (found[-1][0], index)
            else:
                found.append((index, index))
        return found

    def is_negated(self, word: Word) -> bool:
        """Say whether "не" stands right before a verb, or before the verb that governs it: "не смог подтвердить"."""
        if word.index > 0 and self.words[word.index - 1].lower == "не":
            return True
        governor = self.words[word.head] if word.head >= 0 and word.relation in {"xcomp", "csubj"} else None
        return governor is not None and governor.index > 0 and self.words[governor.index - 1].lower == "не"


def _quotes(words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Return the index of each opening quotation mark and of the one that closes it, inner pairs too."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for word in words:
        if word.text in {"«", "„"} or (word.text in {'"', "“"} and not opened):
            opened.append(word.index)
        elif word.text in {"»", "”", "“", '"'} and opened:
            found.append((opened.pop(), word.index))
    found.extend((first, len(words) - 1) for first in opened[:1] if len(words) - 1 > first)
    return sorted(found)
