"""A parsed text goes in; its words get their part of speech and base form, as the model's own rules give them.

The rules of the model (`attribute_ruler`, `lemmatizer`) look at a word, its tag and its place in the tree, with few exceptions.
Their answers are kept, so that they are asked once about each; a text with an exception goes through the rules themselves.
Features (`morph`) are not set: nothing here reads them.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

REPLACED = ("attribute_ruler", "lemmatizer")
_MOST = 200_000  # answers kept, some 40 MB; past it they are forgotten
# The first words of rules over two words; "there is" is one more, told by its place in the tree.
_BESIDE = ("gon", "got", "let", "c'm", "y", "y'", "ai")

_Key = tuple[int, int, int]  # word, tag, relation to its head; numbers of the model's strings
_Answer = tuple[int, int, int, int]  # part of speech, base form, and tag and relation, which the rules may change


class Tables:
    """Stands for the two components whose answers it keeps."""

    def __init__(self, nlp: "Language") -> None:
        self._vocab = nlp.vocab
        self._rules: list[Any] = [nlp.get_pipe(name) for name in REPLACED]
        self._beside = {nlp.vocab.strings.add(word) for word in _BESIDE}
        self._expletive = nlp.vocab.strings.add("expl")
        self._known: dict[_Key, _Answer] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """Set part of speech and base form of every word, and return the text."""
        asked = doc.to_array(["ORTH", "TAG", "DEP"]).tolist()
        beside = not self._beside.isdisjoint(doc.to_array(["LOWER"]).ravel().tolist())
        if beside or any(dep == self._expletive for _, _, dep in asked):
            return self._by_rules(doc)
        keys = [tuple(key) for key in asked]
        self._learn(doc, keys)
        for token, key in zip(doc, keys, strict=True):
            token.pos, token.lemma, tag, dep = self._known[key]
            if (tag, dep) != key[1:]:
                token.tag, token.dep = tag, dep
        return doc

    def _by_rules(self, doc: "Doc") -> "Doc":
        for rules in self._rules:
            doc = rules(doc)
        return doc

    def _learn(self, doc: "Doc", keys: list[Any]) -> None:
        """Ask the rules about the words that are not known: none of them looks at its neighbours."""
        from spacy.tokens import Doc  # noqa: PLC0415 - is loaded by now

        if len(self._known) > _MOST:
            self._known.clear()
        new = {key: token.text for token, key in zip(doc, keys, strict=True) if key not in self._known}
        if not new:
            return
        words = Doc(self._vocab, words=list(new.values()))
        for word, (_, tag, dep) in zip(words, new, strict=True):
            word.tag, word.dep = tag, dep
        self._by_rules(words)
        self._known.update(
            (key, (word.pos, word.lemma, word.tag, word.dep)) for word, key in zip(words, new, strict=True)
        )
