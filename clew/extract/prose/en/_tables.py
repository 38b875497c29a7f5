"""A parsed text goes in; its words get their part of speech and base form, as the model's own rules give them.

The rules of the model (`attribute_ruler`, `lemmatizer`) look at a word, its tag and its place in the tree, with few exceptions.
Their answers are kept, so that they are asked once about each; a text with an exception goes through the rules themselves.
Features (`morph`) are not set: nothing here reads them.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

REPLACED = ("attribute_ruler", "lemmatizer")
_MOST = 200_000  # answers kept, some 40 MB; past it they are forgotten
# The first words of rules over two words; "there is" is one more, told by its place in the tree.
_BESIDE = ("gon", "got", "let", "c'm", "y", "y'", "ai")

_Key = tuple[int, int, int]  # word, tag, relation to its head; numbers of the model's strings
Answer = tuple[str, str, str, str]  # part of speech, base form, and tag and relation, which the rules may change


class Tables:
    """Stands for the two components whose answers it keeps."""

    def __init__(self, nlp: "Language") -> None:
        self._vocab = nlp.vocab
        self._rules: list[Any] = [nlp.get_pipe(name) for name in REPLACED]
        self._beside = {nlp.vocab.strings.add(word) for word in _BESIDE}
        self._expletive = nlp.vocab.strings.add("expl")
        self._known: dict[_Key, Answer] = {}
        index = self._rules[-1].lookups.get_table("lemma_index")
        self._words: list[frozenset[str]] = []
        for part in list(index):
            index[part] = frozenset(index[part])  # lists as they come: 57,000 nouns gone through for each ending tried
            self._words.append(index[part])

    def has(self, *forms: str) -> bool:
        """Say whether the model's dictionary has one of these forms, as any part of speech."""
        return any(form in words for words in self._words for form in forms)

    def __call__(self, docs: Sequence["Doc"]) -> list[list[Answer]]:
        """Return part of speech, base form, tag and relation of every word of each parsed text."""
        rows = [doc.to_array(["ORTH", "TAG", "DEP", "LOWER"]).tolist() for doc in docs]
        exceptional = [any(dep == self._expletive or lower in self._beside for _, _, dep, lower in one) for one in rows]
        keys: list[list[_Key]] = [[(orth, tag, dep) for orth, tag, dep, _ in one] for one in rows]
        self._learn(key for one, by_rules in zip(keys, exceptional, strict=True) if not by_rules for key in one)
        return [
            self._by_rules(doc) if by_rules else [self._known[key] for key in one]
            for doc, one, by_rules in zip(docs, keys, exceptional, strict=True)
        ]

    def _by_rules(self, doc: "Doc") -> list[Answer]:
        for rules in self._rules:
            doc = rules(doc)
        return [(word.pos_, word.lemma_, word.tag_, word.dep_) for word in doc]

    def _learn(self, keys: Iterable[_Key]) -> None:
        """Ask the rules about the words that are not known: none of them looks at its neighbours."""
        from spacy.tokens import Doc  # noqa: PLC0415 - is loaded by now

        if len(self._known) > _MOST:
            self._known.clear()
        new = dict.fromkeys(key for key in keys if key not in self._known)
        if not new:
            return
        words = Doc(self._vocab, words=[self._vocab.strings[orth] for orth, _, _ in new])
        for word, (_, tag, dep) in zip(words, new, strict=True):
            word.tag, word.dep = tag, dep
        self._known.update(zip(new, self._by_rules(words), strict=True))
