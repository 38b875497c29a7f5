"""An index of names on disk: a folder of arrays and lines of text, opened without reading names again.

In: an index, or the folder of one. Out: the folder, or the index. The large arrays stay on disk until they are asked for.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse  # type: ignore[import-untyped]

from clew.naming.candidates import Pieces
from clew.naming.features import Rows
from clew.naming.index import NameIndex, Part
from clew.naming.vocabulary import Sounds, Vocabulary

VERSION = 3  # raised when readings, sounds or pieces change: an older folder is then built anew
_TEXTS = ("words", "folds", "skeletons")
_ROW_TEXTS = ("sorted_letters", "joined", "bones", "native", "acronyms")
_ROW_ARRAYS = ("owner", "words", "scripts", "forms")


def save(index: NameIndex, folder: Path) -> None:
    """Write an index into a folder, which is made; `about.json` comes last, so that half a folder is none."""
    folder.mkdir(parents=True, exist_ok=True)
    size = len(index.vocabulary.words)
    for name in Sounds.__slots__:
        values = getattr(index.sounds, name)[:size]
        if name in _TEXTS:
            _write_lines(folder / f"sounds.{name}.txt", values)
        else:
            np.save(folder / f"sounds.{name}.npy", values)
    for part in index.parts:
        kind = part.kind
        for name in _ROW_TEXTS:
            _write_lines(folder / f"{kind}.{name}.txt", getattr(part.rows, name))
        for name in _ROW_ARRAYS:
            np.save(folder / f"{kind}.{name}.npy", getattr(part.rows, name))
        matrix, column, rarity = part.pieces
        arrays = {"data": matrix.data, "indices": matrix.indices, "indptr": matrix.indptr, "column": column}
        arrays |= {"rarity": rarity, "weights": part.weights[:size]}
        for name, values in arrays.items():
            np.save(folder / f"{kind}.pieces.{name}.npy", values)
    about = {"version": VERSION, "size": index.size, "kinds": [part.kind for part in index.parts]}
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")


def open_index(folder: Path) -> NameIndex | None:
    """Return the index of a folder, or None where there is none or it is of another version."""
    try:
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if about.get("version") != VERSION:
        return None
    heard: dict[str, Any] = {
        name: _read_lines(folder / f"sounds.{name}.txt") if name in _TEXTS else np.load(folder / f"sounds.{name}.npy")
        for name in Sounds.__slots__
    }
    sounds = Sounds(**heard)
    words = list(sounds.words)
    vocabulary = Vocabulary(words, dict(zip(words, range(len(words)), strict=True)))
    return NameIndex(vocabulary, sounds, [_part(folder, kind) for kind in about["kinds"]], about["size"])


def _part(folder: Path, kind: str) -> Part:
    texts: dict[str, Any] = {name: _read_lines(folder / f"{kind}.{name}.txt") for name in _ROW_TEXTS}
    arrays: dict[str, Any] = {name: _mapped(folder / f"{kind}.{name}.npy") for name in _ROW_ARRAYS}
    rows = Rows(**texts, **arrays)
    pieces = {
        name: _mapped(folder / f"{kind}.pieces.{name}.npy")
        for name in ("data", "indices", "indptr", "column", "rarity", "weights")
    }
    matrix = sparse.csr_matrix(
        (pieces["data"], pieces["indices"], pieces["indptr"]), (len(pieces["indptr"]) - 1, len(rows.owner)), copy=False
    )
    return Part(kind, rows.owner, rows, Pieces(matrix, pieces["column"], pieces["rarity"]), pieces["weights"])


def _mapped(path: Path) -> NDArray[Any]:
    # Copy on write, since the product takes no read-only arrays; plain, since a memmap pays for its class at every slice.
    found = np.load(path, mmap_mode="c")
    return np.asarray(found).view(np.ndarray)


def _write_lines(path: Path, values: NDArray[np.object_]) -> None:
    path.write_text("\n".join(values), encoding="utf-8")


def _read_lines(path: Path) -> NDArray[np.object_]:
    lines = path.read_text(encoding="utf-8").split("\n")
    out = np.empty(len(lines), dtype=object)
    out[:] = lines
    return out
