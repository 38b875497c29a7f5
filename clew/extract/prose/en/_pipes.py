"""Texts go in; they come out tagged, parsed and with names, as the model does it, in a third of its time.

The model's own tagger, parser and names decide, word by word; only what feeds them is worked out otherwise (_vectors.py), and
they are led step by step. Led by the library, each step gives up Python's lock and takes it back some hundred times, which
costs more than the step.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from clew.extract.prose.en._vectors import Vectors

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_TOGETHER = 64  # texts; more wait for the longest of them


class Pipes:
    """Stands for the model's own way through its components."""

    def __init__(self, nlp: "Language") -> None:
        self._tokenizer = nlp.make_doc
        pipe: Callable[[str], Any] = nlp.get_pipe
        self._listened, self._tagger = pipe("tok2vec"), pipe("tagger")
        self._parser, self._names = pipe("parser"), pipe("ner")
        self._vectors = Vectors(self._listened.model)
        layers = self._names.model.get_ref("tok2vec").layers
        own = Vectors(layers[0])
        answer = lambda _model, docs, is_train: (own(docs), None)  # noqa: ARG005, E731 - as the library calls it
        layers[0] = type(layers[0])("vectors", answer)

    def __call__(self, texts: Sequence[str]) -> list["Doc"]:
        """Return the texts read, in their order."""
        docs = [self._tokenizer(text) for text in texts]
        by_length = sorted((doc for doc in docs if len(doc)), key=len)
        for start in range(0, len(by_length), _TOGETHER):
            batch = by_length[start : start + _TOGETHER]
            self._listened.set_annotations(batch, self._vectors(batch))
            self._tagger.set_annotations(batch, self._tagger.predict(batch))
            for pipe in (self._parser, self._names):
                pipe.set_annotations(batch, _stepped(pipe, batch))
        return docs


def _stepped(pipe: Any, docs: Sequence["Doc"]) -> list[Any]:
    """Return the end states of a parser, as its own `predict` does."""
    states = pipe.moves.init_batch(docs)
    model = pipe.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = pipe.transition_states(going, model.predict(going))
    model.clear_memory()
    return list(states)
