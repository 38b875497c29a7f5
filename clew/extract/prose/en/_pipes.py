"""Texts go in; they come out tagged, parsed and with names, as the model does it, in a third of its time.

The model's own tagger, parser and names decide, word by word; only what feeds them is worked out otherwise (_vectors.py,
_steps.py, _entities.py).
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from spacy.tokens import Span

from clew.extract.prose.en._entities import Entities
from clew.extract.prose.en._steps import Steps
from clew.extract.prose.en._vectors import Vectors
from clew.extract.prose.en._walls import mark_sentences

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TOGETHER = 64  # texts; more wait for the longest of them


class Pipes:
    """Stands for the model's own way through its components."""

    def __init__(self, nlp: "Language") -> None:
        pipe: Callable[[str], Any] = nlp.get_pipe
        self._tokenizer = nlp.make_doc
        self._shared, self._tagger, self._parser, names = map(pipe, ("tok2vec", "tagger", "parser", "ner"))
        self._vectors = Vectors(self._shared.model)
        self._vectors_of_names = Vectors(names.model.get_ref("tok2vec").layers[0])
        self._parse, self._name = Steps(self._parser), Entities(names)

    def __call__(self, texts: Sequence[str], *, talk: frozenset[str] = frozenset()) -> list["Doc"]:
        """Return the texts read, in their order; `talk` are names that tell who speaks where they stand before a colon."""
        docs = [mark_sentences(self._tokenizer(text), text, talk) for text in texts]
        by_length = sorted((doc for doc in docs if len(doc)), key=len)
        for start in range(0, len(by_length), _TOGETHER):
            batch = by_length[start : start + _TOGETHER]
            vectors = self._vectors(batch)
            self._shared.set_annotations(batch, vectors)
            self._tagger.set_annotations(batch, self._tagger.predict(batch))
            self._parser.set_annotations(batch, self._parse(batch, vectors))
            for doc, named in zip(batch, self._name(batch, self._vectors_of_names(batch)), strict=True):
                doc.set_ents([Span(doc, *name) for name in named], default="outside")
        return docs
